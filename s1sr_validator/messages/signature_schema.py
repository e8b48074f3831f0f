"""A compact schema of our own for XML signatures, which a request may carry.

Written from the W3C recommendation XML Signature Syntax and Processing (Second Edition), sections 4 and 5. It accepts
what the schema of that recommendation accepts: parts that no DUIS message has are there too, so that none is refused.
"""

SIGNATURE_NAMESPACE = "http://www.w3.org/2000/09/xmldsig#"
SIGNATURE_FILE = "duis_request_signature.xsd"


def _part(name: str, content: str, attributes: str = "", *, mixed: bool = False) -> str:
    kind = '<xs:complexType mixed="true">' if mixed else "<xs:complexType>"
    return f'  <xs:element name="{name}">{kind}{content}{attributes}</xs:complexType></xs:element>'


def _value(name: str, kind: str, *, times: str = "") -> str:
    return f'<xs:element name="{name}" type="xs:{kind}"{times}/>'


def _ref(name: str, *, times: str = "") -> str:
    return f'<xs:element ref="ds:{name}"{times}/>'


def _in_order(*parts: str, times: str = "") -> str:
    return f"<xs:sequence{times}>{''.join(parts)}</xs:sequence>"


def _one_of(*parts: str, times: str = "") -> str:
    return f"<xs:choice{times}>{''.join(parts)}</xs:choice>"


def _foreign(*, times: str = "", process: str = "lax", namespace: str = "##other") -> str:
    return f'<xs:any namespace="{namespace}" processContents="{process}"{times}/>'


def _attribute(name: str, kind: str = "anyURI", *, use: str = "optional") -> str:
    return f'<xs:attribute name="{name}" type="xs:{kind}" use="{use}"/>'


_MAYBE = ' minOccurs="0"'
_MANY = ' maxOccurs="unbounded"'
_ANY_NUMBER = _MAYBE + _MANY
_ID = _attribute("Id", "ID")
_ALGORITHM = _attribute("Algorithm", use="required")
_BASE64 = "base64Binary"

_SIGNED = (
    _part(
        "Signature",
        _in_order(
            _ref("SignedInfo"), _ref("SignatureValue"), _ref("KeyInfo", times=_MAYBE), _ref("Object", times=_ANY_NUMBER)
        ),
        _ID,
    ),
    _part(
        "SignedInfo",
        _in_order(_ref("CanonicalizationMethod"), _ref("SignatureMethod"), _ref("Reference", times=_MANY)),
        _ID,
    ),
    _part(
        "CanonicalizationMethod",
        _in_order(_foreign(namespace="##any", process="strict", times=_ANY_NUMBER)),
        _ALGORITHM,
        mixed=True,
    ),
    _part(
        "SignatureMethod",
        _in_order(_value("HMACOutputLength", "integer", times=_MAYBE), _foreign(process="strict", times=_ANY_NUMBER)),
        _ALGORITHM,
        mixed=True,
    ),
    _part(
        "SignatureValue", f'<xs:simpleContent><xs:extension base="xs:{_BASE64}">{_ID}</xs:extension></xs:simpleContent>'
    ),
    _part(
        "Reference",
        _in_order(_ref("Transforms", times=_MAYBE), _ref("DigestMethod"), _ref("DigestValue")),
        _ID + _attribute("URI") + _attribute("Type"),
    ),
    _part("Transforms", _in_order(_ref("Transform", times=_MANY))),
    _part("Transform", _one_of(_foreign(), _value("XPath", "string"), times=_ANY_NUMBER), _ALGORITHM, mixed=True),
    _part("DigestMethod", _in_order(_foreign(times=_ANY_NUMBER)), _ALGORITHM, mixed=True),
    "  " + _value("DigestValue", _BASE64),
)

_KEYS = (
    _part(
        "KeyInfo",
        _one_of(
            *(
                _ref(name)
                for name in ("KeyName", "KeyValue", "RetrievalMethod", "X509Data", "PGPData", "SPKIData", "MgmtData")
            ),
            _foreign(),
            times=_MANY,
        ),
        _ID,
        mixed=True,
    ),
    "  " + _value("KeyName", "string"),
    "  " + _value("MgmtData", "string"),
    _part("KeyValue", _one_of(_ref("DSAKeyValue"), _ref("RSAKeyValue"), _foreign()), mixed=True),
    _part("RSAKeyValue", _in_order(_value("Modulus", _BASE64), _value("Exponent", _BASE64))),
    _part(
        "DSAKeyValue",
        _in_order(
            _in_order(_value("P", _BASE64), _value("Q", _BASE64), times=_MAYBE),
            _value("G", _BASE64, times=_MAYBE),
            _value("Y", _BASE64),
            _value("J", _BASE64, times=_MAYBE),
            _in_order(_value("Seed", _BASE64), _value("PgenCounter", _BASE64), times=_MAYBE),
        ),
    ),
    _part("RetrievalMethod", _in_order(_ref("Transforms", times=_MAYBE)), _attribute("URI") + _attribute("Type")),
    _part(
        "X509Data",
        _one_of(
            '<xs:element name="X509IssuerSerial"><xs:complexType>'
            + _in_order(_value("X509IssuerName", "string"), _value("X509SerialNumber", "integer"))
            + "</xs:complexType></xs:element>",
            *(_value(name, _BASE64) for name in ("X509SKI", "X509Certificate", "X509CRL")),
            _value("X509SubjectName", "string"),
            _foreign(),
            times=_MANY,
        ),
    ),
    _part(
        "PGPData",
        _one_of(
            _in_order(
                _value("PGPKeyID", _BASE64),
                _value("PGPKeyPacket", _BASE64, times=_MAYBE),
                _foreign(times=_ANY_NUMBER),
            ),
            _in_order(_value("PGPKeyPacket", _BASE64), _foreign(times=_ANY_NUMBER)),
        ),
    ),
    _part("SPKIData", _in_order(_value("SPKISexp", _BASE64), _foreign(times=_MAYBE), times=_MANY)),
)

_OBJECTS = (
    _part(
        "Object",
        _in_order(_foreign(namespace="##any"), times=_ANY_NUMBER),
        _ID + _attribute("MimeType", "string") + _attribute("Encoding"),
        mixed=True,
    ),
    _part("Manifest", _in_order(_ref("Reference", times=_MANY)), _ID),
    _part("SignatureProperties", _in_order(_ref("SignatureProperty", times=_MANY)), _ID),
    _part(
        "SignatureProperty", _one_of(_foreign(), times=_MANY), _attribute("Target", use="required") + _ID, mixed=True
    ),
)

_DECLARED = "\n".join((*_SIGNED, *_KEYS, *_OBJECTS))

SIGNATURE_SCHEMA = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!-- What s1sr-validator holds the signature of a Service Request to: written by itself from the W3C recommendation, in
     place of the schema that comes with it. It says which parts a signature has, not whether its key is the right one.
     -->
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ds="{SIGNATURE_NAMESPACE}"
    targetNamespace="{SIGNATURE_NAMESPACE}" elementFormDefault="qualified">
{_DECLARED}
</xs:schema>
"""
