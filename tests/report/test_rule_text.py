"""Rules as `explain` prints them, and the small texts beside them."""

from s1sr_validator.model.history import CategoryAnswer
from s1sr_validator.model.prediction import GivenState
from s1sr_validator.model.results import CategoryReport
from s1sr_validator.model.truth import Truth
from s1sr_validator.report.bounded_lines import LONGEST, bounded
from s1sr_validator.report.exclusion_text import write_categories
from s1sr_validator.report.page import Page
from s1sr_validator.report.rule_text import write_rule_index
from tests.report.shown import RULES, STAMP


def test_the_index_has_a_line_for_each_rule() -> None:
    """Code, name and summary, wrapped beside the code."""
    page = Page(width=1_000)
    write_rule_index(page, RULES)
    assert [f"{rule.code.ljust(8)}{rule.name}: {rule.summary}" for rule in RULES] == str(page).splitlines()


def test_a_comment_is_bounded() -> None:
    """Lines are kept whole as long as there is room, and what is left out is counted."""
    assert "a\nb\n" == bounded(["a", "b"])
    fits = "x" * (LONGEST - 1)
    assert f"{fits}\n" == bounded([fits])
    assert f"{fits}\n\n1 more lines left out here; the format json has all.\n" == bounded([fits, ""])
    assert bounded([f"{fits}x", "a"]).startswith("\n2 more lines left out here")


def category(number: int, met: Truth, still_open: str = "") -> CategoryAnswer:
    """Return what is known of an invented category."""
    return CategoryAnswer(
        exclusion=f"X{number}",
        name="Invented category",
        clause="INVENTED/9.1",
        met=met,
        rule="something is so",
        still_open=still_open,
        still_open_facts=("state.a", "state.b") if still_open else (),
        effect="excluded",
        source_file="exclusions/x.yaml",
        line=3,
        overlay="own" if met is Truth.UNKNOWN else "",
    )


def test_categories() -> None:
    """What was given; each category met or open with its rule, those not met in one line."""
    found = (
        category(1, Truth.TRUE),
        category(2, Truth.UNKNOWN, "something else is so"),
        category(3, Truth.FALSE),
    )
    given = (GivenState(name="state.c", value="1"),)
    page = Page()
    write_categories(page, CategoryReport(catalogue=STAMP, given=given, categories=found))
    assert [
        "given: state.c = 1",
        "",
        "met: X1, Invented category (INVENTED 9.1)",
        "  Rule       something is so",
        "  Effect     excluded",
        "  Record     exclusions/x.yaml:3",
        "",
        "open: X2, Invented category (INVENTED 9.1)",
        "  Rule       something is so",
        "  Open       something else is so; facts: state.a, state.b",
        "  Effect     excluded",
        "  Record     overlay own: exclusions/x.yaml:3",
        "",
        "not met: X3, Invented category (INVENTED 9.1)",
        "",
    ] == str(page).splitlines()[:15]
