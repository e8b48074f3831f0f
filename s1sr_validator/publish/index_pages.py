"""Pages that list: all kinds, the records of each kind, every record on one page, every rule."""

from collections.abc import Iterable

from s1sr_validator.index.search import Hit, title_of
from s1sr_validator.model.kinds import KINDS, Kind
from s1sr_validator.model.rule import Rule
from s1sr_validator.publish.addresses import RECORDS, RULES, kind_path, page_path, relative, rule_path
from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.markup import Html, element, lines, link, preformatted, table
from s1sr_validator.publish.page import Section, SitePage
from s1sr_validator.publish.words import label

ALL_RECORDS = f"{RECORDS}/all.html"
ALL_KINDS = f"{RECORDS}/index.html"
ALL_RULES = f"{RULES}/index.html"


def kinds_page(contents: Contents) -> SitePage:
    """Return the page that lists the kinds with their numbers."""
    rows = [
        [link(relative(kind_path(kind.folder), ALL_KINDS), kind.title), len(contents.of_kind(kind.folder))]
        for kind in KINDS
    ]
    whole = link(relative(ALL_RECORDS, ALL_KINDS), "Every record on one page")
    lead = lines([table(["kind", "records"], rows, caption="Kinds of record"), element("p", whole)])
    return SitePage(path=ALL_KINDS, title="Records", lead=lead)


def kind_page(kind: Kind, contents: Contents) -> SitePage:
    """Return the page that lists the records of a kind."""
    path, hits = kind_path(kind.folder), contents.of_kind(kind.folder)
    rows = [[_to(hit, path), title_of(hit.record) or "-"] for hit in hits]
    shown = table(["id", "what it is"], rows, caption=f"{len(hits)} records") if rows else element("p", "None so far.")
    return SitePage(path=path, title=kind.title, lead=shown)


def records_page(contents: Contents) -> SitePage:
    """Return one page with every record, which a browser's own search finds anything on."""
    rows = [[_to(hit, ALL_RECORDS), label(hit.kind.singular), title_of(hit.record)] for hit in contents.hits.values()]
    words = element("p", "Every record of the catalogue. Your browser's own search finds ids, names and makers here.")
    shown = table(["id", "kind", "what it is"], rows, caption=f"{len(rows)} records")
    return SitePage(path=ALL_RECORDS, title="Every record", lead=lines([words, shown]))


def _to(hit: Hit, page: str) -> Html:
    return link(relative(page_path(hit.kind.folder, hit.record.id), page), hit.record.id)


def rule_pages(rules: Iterable[Rule]) -> list[SitePage]:
    """Return a page for each rule, and the page that lists them."""
    every = tuple(rules)
    rows = [[link(relative(rule_path(rule.code), ALL_RULES), rule.code), rule.name, rule.summary] for rule in every]
    words = element("p", "What a check of a request, an answer, the catalogue or an import can find, by code.")
    shown = table(["code", "name", "what it finds"], rows, caption=f"{len(rows)} rules")
    return [SitePage(path=ALL_RULES, title="Rules", lead=lines([words, shown])), *map(_rule_page, every)]


def _rule_page(rule: Rule) -> SitePage:
    example = rule.example
    lead = lines([element("p", element("span", rule.severity, class_="badge")), element("p", rule.summary)])
    return SitePage(
        path=rule_path(rule.code),
        title=f"{rule.code}: {rule.name}",
        lead=lead,
        sections=(
            Section("Why", element("p", rule.why)),
            Section("Wrong", lines([element("p", "In ", element("code", example.file)), preformatted(example.wrong)])),
            Section("Right", preformatted(example.right)),
        ),
    )
