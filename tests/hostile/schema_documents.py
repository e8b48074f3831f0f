"""Archives of XML Schemas that would keep a compiler busy, made from the invented official ones."""

from s1sr_validator.messages.xml import DUIS
from tests.hostile.archives import zip_of
from tests.messages.invented_schemas import DUIS_NAME, whole_set
from tests.messages.test_schema_bounds import HOSTILE

_BODIES = {
    "include": '<xs:include schemaLocation="file:///etc/passwd"/>',
    "redefine": '<xs:redefine schemaLocation="http://127.0.0.1:9/x.xsd"/>',
    "import": '<xs:import namespace="urn:x" schemaLocation="http://127.0.0.1:9/x.xsd"/>',
    "circle": '<xs:group name="g"><xs:sequence><xs:group ref="d:g"/></xs:sequence></xs:group>',
    "own-base": '<xs:simpleType name="t"><xs:restriction base="d:t"/></xs:simpleType>',
    "occurs": "<xs:complexType name='t'>" + '<xs:sequence minOccurs="1000000" maxOccurs="1000000">' * 200
    + '<xs:element name="a" type="xs:string"/>' + "</xs:sequence>" * 200 + "</xs:complexType>",
    "deep": "<xs:complexType name='t'>" + "<xs:choice>" * 200_000,
    "unknown": "<xs:nothing/>" * 40_000,
}  # fmt: skip


def hostile_schemas() -> dict[str, bytes]:
    """Return archives by a name that says what is in them."""
    files = whole_set()
    plain = files[DUIS_NAME]
    bodies = {
        name: body.replace('ref="g', 'ref="d:g').replace('base="t', 'base="d:t') for name, body in HOSTILE.items()
    }
    found = {}
    for name, body in (bodies | _BODIES).items():
        text = plain.replace(b"<xs:schema ", f'<xs:schema xmlns:d="{DUIS}" '.encode(), 1)
        at = text.index(b"<xs:import") if name in {"include", "redefine", "import"} else text.index(b"</xs:schema>")
        found[name.replace(" ", "-")] = zip_of(files | {DUIS_NAME: text[:at] + body.encode() + text[at:]})
    bomb = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10 if n else b"ha") for n in range(9))
    laughs = plain.replace(b"<xs:schema ", b"<!DOCTYPE x [" + bomb + b']><xs:schema id="&e8;" ', 1)
    return found | {
        "entities": zip_of(files | {DUIS_NAME: laughs}),
        "external": zip_of(
            files
            | {DUIS_NAME: plain.replace(b"<xs:schema ", b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><xs:schema ', 1)}
        ),
        "sound": zip_of(files),
    }
