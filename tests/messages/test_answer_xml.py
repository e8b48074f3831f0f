"""Message trees as XML text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from s1sr_validator.messages.answer_xml import answer_xml
from s1sr_validator.messages.xml import DUIS, MMC
from s1sr_validator.model.answer_tree import AnswerTree, Element

ROOT = Element("sr:Response", (Element("sr:Header"), Element("ra:Value", text="1 < 2")), attributes=(("a", 'x"&'),))
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"))


def test_the_page() -> None:
    """Remarks come first, the namespaces in use stand on the root, an element without content closes itself."""
    assert answer_xml(AnswerTree(root=ROOT, remarks=("one", "two"))) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<!-- one -->\n"
        "<!-- two -->\n"
        f'<sr:Response xmlns:sr="{DUIS}" xmlns:ra="{MMC}" a="x&quot;&amp;">\n'
        "  <sr:Header/>\n"
        "  <ra:Value>1 &lt; 2</ra:Value>\n"
        "</sr:Response>\n"
    )


def test_an_unknown_prefix() -> None:
    """A prefix without a namespace would not be XML."""
    with pytest.raises(ValueError, match=r"^no namespace is known for xx$"):
        answer_xml(AnswerTree(root=Element("xx:Response")))


@given(remark=TEXTS, text=TEXTS, attribute=TEXTS)
def test_every_text_comes_back(remark: str, text: str, attribute: str) -> None:
    """Whatever a text holds, the document is XML, and reads as what was written."""
    tree = AnswerTree(root=Element("sr:A", text=text, attributes=(("a", attribute),)), remarks=(remark,))
    root = etree.fromstring(answer_xml(tree).encode())
    assert (text, attribute) == (root.text or "", root.get("a"))
