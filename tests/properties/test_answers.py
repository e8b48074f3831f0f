"""Laws of reading answers: whatever the document, an answer or one finding of a known rule."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from s1sr_validator import Catalogue, InputError
from s1sr_validator.checking.answers.findings import answer_findings
from s1sr_validator.checking.answers.registry import ANSWER_CHECKING_RULES
from s1sr_validator.messages.answer import read_answer
from s1sr_validator.messages.answer_part import Part
from s1sr_validator.messages.answer_parts import ROOTS
from s1sr_validator.messages.answer_rules import ANSWER_READING_RULES
from s1sr_validator.messages.document import Document, open_document
from s1sr_validator.messages.positions import NoPositions
from s1sr_validator.messages.rules import READING_RULES
from s1sr_validator.messages.xml import DUIS, MMC, PREFIXES
from s1sr_validator.model.answer import Answer, AnswerKind
from s1sr_validator.model.answer_oddity import OddityKind
from tests.invented_answers import FULL_LOG, acknowledgement, data, dcc_alert, gbcs, s1sp_alert, signed, smets1

READING_CODES = {rule.code for rule in (*READING_RULES, *ANSWER_READING_RULES)}
CHECKING_CODES = {rule.code for rule in ANSWER_CHECKING_RULES}
URIS = {prefix: uri for uri, prefix in PREFIXES.items()}
SAMPLES = [
    acknowledgement(),
    smets1(data(FULL_LOG, '<ra:SMETS1Debug><ra:SMETS1Response ResponseCode="1" Position="1"/></ra:SMETS1Debug>')),
    dcc_alert(f"<sr:S1SPAlertDSP>{s1sp_alert()}</sr:S1SPAlertDSP>"),
    gbcs(data(FULL_LOG)),
    signed(data(FULL_LOG)),
    s1sp_alert(),
]


def names_of(part: Part) -> set[str]:
    """Return the names of a part and of all in it."""
    return {part.name}.union(*(names_of(inner) for inner in (*part.parts, *part.alternatives)))


PART_NAMES = sorted(set().union(*(names_of(part) for part in ROOTS.values())))
NAMES = [*PART_NAMES, "ra:ReadInventedLogRsp", "sr:Invented"]
ATTRIBUTES = ["schemaVersion", "MessageSuccess", "ResponseCode", "Position", "format", "{urn:x}y"]
letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
texts = st.one_of(
    st.sampled_from(["", " ", "5.4", "I0", "E1", "true", "2015-07-01T00:00:00Z", "9.9.1", "0"]),
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=4
    ),
)


def element(name: str, text: str, attributes: dict[str, str], children: list[etree._Element]) -> etree._Element:
    """Return an element with these children."""
    prefix, _, local = name.rpartition(":")
    found = etree.Element(f"{{{URIS[prefix]}}}{local}" if prefix else local, attributes)
    found.text = text
    found.extend(children)
    return found


@st.composite
def trees(draw: st.DrawFn, names: st.SearchStrategy[str], depth: int = 4) -> etree._Element:
    """Return a tree of elements that occur in answers, in any places."""
    children = draw(st.lists(trees(st.sampled_from(NAMES), depth - 1), max_size=3)) if depth else []
    attributes = draw(st.dictionaries(st.sampled_from(ATTRIBUTES), texts, max_size=2))
    return element(draw(names), draw(texts), attributes, children)


@st.composite
def answers(draw: st.DrawFn, part: Part) -> etree._Element:
    """Return a tree that follows the parts of an answer loosely: some are left out, repeated, moved or in no place."""
    children: list[etree._Element] = []
    for each in part.parts:
        times = draw(st.sampled_from([1, 1, 1, 1, 0, 2]))
        children += [draw(answers(each)) for _ in range(times)]
    if part.alternatives:
        children.append(draw(answers(draw(st.sampled_from(part.alternatives)))))
    if part.any_of or part.is_open:
        children.append(draw(trees(st.sampled_from(NAMES), 1)))
    if draw(st.integers(0, 9)) == 0:
        children = draw(st.permutations([*children, draw(trees(st.sampled_from(NAMES), 1))]))
    attributes = {name: draw(texts) for name in part.attributes if draw(st.integers(0, 9))}
    return element(part.name, draw(texts), attributes, children)


def outcome(document: Document) -> Answer | InputError:
    """Return the answer, or the refusal."""
    try:
        return read_answer(document)
    except InputError as error:
        return error


def check_all(root: etree._Element, tiny: Catalogue) -> Answer:
    """Read a tree that has the root of an answer, and ask every rule: none fails, and all survives JSON."""
    answer = read_answer(Document("answer.xml", root, NoPositions()))
    findings = answer_findings(answer, tiny.lookup, position_of=NoPositions().of)
    assert {finding.code for finding in findings} <= CHECKING_CODES - {"RSP199"}
    assert answer == msgspec.json.decode(msgspec.json.encode(answer), type=Answer)
    return answer


@given(root=trees(st.sampled_from(sorted(ROOTS))))
def test_any_tree_below_the_root_of_an_answer(tiny: Catalogue, root: etree._Element) -> None:
    """Whatever stands in an answer, it is read; what has oddities is said to have them."""
    answer = check_all(root, tiny)
    assert answer.kind is not AnswerKind.UNCLEAR or answer.oddities


@given(root=st.sampled_from(sorted(ROOTS)).flatmap(lambda name: answers(ROOTS[name])))
def test_trees_that_follow_the_parts(tiny: Catalogue, root: etree._Element) -> None:
    """Documents that are nearly answers are read too, and every part that is there has its path."""
    answer = check_all(root, tiny)
    numbers = {field.node for fields in answer.parts.values() for field in fields}
    assert numbers <= set(range(len(list(root.iter()))))


@given(root=trees(st.sampled_from(NAMES), 2))
def test_any_root(root: etree._Element) -> None:
    """A document is an answer, or is refused by a known rule, by its root alone."""
    found = outcome(Document("answer.xml", root, NoPositions()))
    prefix = PREFIXES.get(etree.QName(root).namespace or "", "")
    is_known = f"{prefix}:{etree.QName(root).localname}" in ROOTS
    assert is_known is isinstance(found, Answer)
    assert isinstance(found, Answer) or found.finding.code == "RSP001"


@given(st.one_of(st.binary(max_size=200), st.text(max_size=50).map(str.encode)))
def test_any_bytes(data: bytes) -> None:
    """Any bytes are refused with a finding, or are an answer."""
    try:
        found = outcome(open_document(data, "answer.xml"))
    except InputError as error:
        found = error
    assert isinstance(found, Answer) or found.finding.code in READING_CODES


@given(random=st.data(), sample=st.sampled_from(SAMPLES))
def test_damaged_answers(random: st.DataObject, sample: str) -> None:
    """A damaged answer is refused with a finding, or is still an answer."""
    start = random.draw(st.integers(0, len(sample)))
    end = random.draw(st.integers(start, min(len(sample), start + 40)))
    piece = random.draw(st.sampled_from(["", "<", "&", "sr:", "ra:", "</sr:Body>", "<sr:Body>", sample[start:end] * 2]))
    try:
        found = outcome(open_document((sample[:start] + piece + sample[end:]).encode(), "answer.xml"))
    except InputError as error:
        found = error
    assert isinstance(found, Answer) or found.finding.code in READING_CODES


@given(random=st.data(), sample=st.sampled_from(SAMPLES))
def test_one_element_in_another_namespace(tiny: Catalogue, random: st.DataObject, sample: str) -> None:
    """Whichever element below the root is put into another namespace, that is what is said of it."""
    root = etree.fromstring(sample)
    candidates = [found for found in root.iterdescendants() if etree.QName(found).namespace in {DUIS, MMC}]
    moved = random.draw(st.sampled_from(candidates))
    other = random.draw(st.sampled_from(["", f"{{{DUIS}}}", f"{{{MMC}}}", "{urn:other}"]))
    if etree.QName(moved).namespace == other.strip("{}"):
        return
    moved.tag = f"{other}{etree.QName(moved).localname}"
    oddities = check_all(root, tiny).oddities
    expected = list(root.iter()).index(moved)
    assert expected in {oddity.node for oddity in oddities if oddity.kind is OddityKind.WRONG_NAMESPACE}
