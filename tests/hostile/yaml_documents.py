"""YAML made to harm whoever reads it, made from an invented record."""

from collections.abc import Iterator

PLAIN = """id: invented-other
title: Invented
publisher: Nobody
obtained: published
"""
TITLE = "title: Invented"
PYTHON_TAGS = (
    "!!python/object/apply:os.system ['touch pwned']",
    "!!python/object/new:os.system ['touch pwned']",
    "!!python/name:os.system",
    "!!python/module:os",
    "!<tag:yaml.org,2002:python/object/apply:subprocess.run> [touch]",
    "!ruby/object:Gem::Installer {i: x}",
    "!!binary aGFsbG8=",
    "!!set {a, b}",
    "!!omap [a: 1]",
    "!!float '1'",
    "!include /etc/passwd",
    "!ENV ${HOME}",
)
IDS = (
    "../../../etc/passwd",
    "/etc/passwd",
    "..",
    ".",
    "a/../../b",
    "C:\\x",
    "CON",
    "nul",
    "com1.yaml",
    "a\\b",
    "~root",
    "-rf",
    "a" * 300,
    "a/" * 200,
    "$(touch pwned)",
    "`touch pwned`",
    "a b",
    "\u202egnp.exe",
    "\u0430bc",
    "a\u200bb",
    "\ufb01",
    "",
    " ",
    "%2e%2e%2f",
    "a:b",
    "a?*",
)


def hostile_yaml() -> dict[str, bytes]:
    """Return every record by a name that says what it does."""
    return {name: text.encode("utf-8", "surrogatepass") for name, text in _texts()} | dict(_bytes())


def _texts() -> Iterator[tuple[str, str]]:  # noqa: PLR0915 - a list of documents
    def titled(value: str) -> str:
        return PLAIN.replace(TITLE, f"title: {value}")

    yield "anchor", PLAIN.replace(TITLE, "title: &a Invented\nnote: *a")
    yield "self-alias", titled("&a [*a]")
    yield "unknown-alias", titled("*nobody")
    yield "merge", "base: &b {title: x}\n<<: *b\n" + PLAIN
    yield "merge-of-itself", "a: &b\n  <<: *b\n" + PLAIN
    levels = "".join(f"l{n + 1}: &l{n + 1} [{', '.join([f'*l{n}'] * 10)}]\n" for n in range(9))
    yield "billion-laughs", f"l0: &l0 ha\n{levels}{PLAIN}"
    yield (
        "billion-merges",
        "m0: &m0 {a: b}\n"
        + "".join(f"m{n + 1}: &m{n + 1} {{<<: [{', '.join([f'*m{n}'] * 9)}]}}\n" for n in range(9))
        + PLAIN,
    )
    for number, tag in enumerate(PYTHON_TAGS):
        yield f"tag-{number}", titled(tag)
        yield f"tag-on-document-{number}", f"--- {tag.partition(' ')[0]}\n{PLAIN}"
    for number, name in enumerate(IDS):
        written = name.replace("\\", "\\\\").replace('"', '\\"')
        yield f"id-{number}", PLAIN.replace("id: invented-other", f'id: "{written}"')
    for depth in (10, 23, 24, 25, 1000, 60_000):
        yield f"deep-lists-{depth}", titled("[" * depth + "]" * depth)
        yield f"deep-maps-{depth}", titled("{a: " * depth + "b" + "}" * depth)
        yield f"open-lists-{depth}", titled("[" * depth)
        yield f"dashes-{depth}", "title:\n  " + "- " * depth + "x\n" + PLAIN
    yield "deep-blocks", "".join(f"{' ' * n}a:\n" for n in range(400))
    yield "question-marks", "? " * 30_000
    yield "question-marks-in-flow", titled("{" + "? " * 30_000 + "}")
    yield "keys", PLAIN + "".join(f"k{n}: v\n" for n in range(9000))
    yield "keys-100000", PLAIN + "".join(f"k{n}: v\n" for n in range(100_000))
    yield "same-key", PLAIN + TITLE
    yield "same-key-quoted", PLAIN + '"title": other\n'
    yield "same-key-escaped", PLAIN + '"\\x74itle": other\n'
    yield "same-key-composed", PLAIN + "\u00e9: 1\ne\u0301: 2\n"
    yield "key-is-list", PLAIN + "[a, b]: c\n"
    yield "key-is-map", PLAIN + "{a: b}: c\n"
    yield "long-key", PLAIN + "k" * 100_000 + ": v\n"
    yield "long-text", titled("x" * 120_000)
    yield "too-large", titled("x" * 200_000)
    yield "huge", titled("x" * 10_000_000)
    yield "folded", "title: >\n" + "  x\n" * 30_000 + PLAIN
    yield "blank-lines", PLAIN + "\n" * 120_000
    yield "comments", "#\n" * 60_000 + PLAIN
    yield "quotes", titled('"' + '\\"' * 50_000 + '"')
    yield "escapes", titled('"' + "\\U0001F600" * 12_000 + '"')
    yield "escape-beyond", titled('"\\UFFFFFFFF"')
    yield "escape-nul", titled('"\\0"')
    yield "escape-surrogate", titled('"\\ud800"')
    yield "many-documents", ("---\n" + PLAIN) * 1000
    yield "directive", "%YAML 1." + "9" * 5000 + "\n---\n" + PLAIN
    yield "tag-directive", "%TAG ! tag:" + "x" * 60_000 + ",2000:\n---\n" + PLAIN
    yield "directives", "%X y\n" * 20_000 + "---\n" + PLAIN
    yield "indent-sign", "title: |9\n" + PLAIN
    yield "tab", PLAIN.replace(TITLE, "\ttitle: x")
    for value in (
        "~",
        "null",
        "yes",
        "no",
        "Norway: no",
        "1e999",
        "0x" + "f" * 10_000,
        "9" * 10_000,
        "1:30:00",
        ".inf",
        ".nan",
        "0o17",
        "012",
        "1_000",
        "2015-02-30",
        "0000-00-00",
        "99999-01-01",
        "=1+1",
        "<<",
        "=",
        "!",
        "- x",
        "{}",
        "[]",
        "''",
    ):
        yield f"value-{value[:12]}", titled(value)
        yield f"date-{value[:12]}", PLAIN + f"date: {value}\n"
    for name, text in {
        "right-to-left": "\u202eabc\u2066", "zero-width": "a\u200bb\ufeff", "line-separator": "a\u2028b", "next-line": "a\x85b", "nul": "a\0b", "bell": "a\ab",
        "escape": "a\x1b[2Jb", "surrogate": "\ud800", "not-a-character": "\uffff", "tags": "a\U000e0041", "greek": "\u0391\u03a1\u039f", "combining": "e" + "\u0301" * 9000,
    }.items():  # fmt: skip
        yield f"text-{name}", titled(text)
        yield f"text-in-quotes-{name}", titled(f'"{text}"')
        yield f"key-{name}", PLAIN + f"a{text}: b\n"
    for start in (
        "[",
        "{",
        '"',
        "'",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "? ",
        "- ",
        ": ",
        ", ",
        "---",
        "...",
        "#",
        "\ufeff",
        "\t",
    ):
        yield f"only-{start}", start
        yield f"starts-with-{start}", start + PLAIN
    yield "empty", ""
    yield "scalar", "x"
    yield "list", "- x"


def _bytes() -> Iterator[tuple[str, bytes]]:
    for encoding in ("utf-16", "utf-32", "utf-16-be", "utf-8-sig", "cp037"):
        yield f"in-{encoding}", PLAIN.encode(encoding)
    yield "bad-byte", PLAIN.encode() + b"\xff"
    yield "nuls", bytes(100_000)
    yield "binary", bytes(range(256)) * 400


def hostile_behaviours(plain: str) -> dict[str, bytes]:
    """Return behaviours, which have conditions and patterns, made from a sound one."""
    when = "  fact: state.invented_log.entries\n  equals: 0\n"
    assert when in plain
    texts = {
        "deep-condition": plain.replace(
            when, "".join(f"{'  ' * n}  not:\n" for n in range(20)) + "  " * 21 + "fact: a\n"
        ),
        "wide-condition": plain.replace(
            when, "  any:\n" + "    - {fact: state.invented_log.entries, equals: 0}\n" * 2000
        ),
        "unknown-fact": plain.replace("state.invented_log.entries", "state." + "a" * 20_000),
        "fact-like-many": plain.replace("state.invented_log.entries", "state.invented_log.entriesx"),
        "empty-any": plain.replace(when, "  any: []\n"),
        "two-operators": plain.replace("equals: 0", "equals: 0\n  at_least: 1"),
        "huge-number": plain.replace("equals: 0", "equals: " + "9" * 5000),
        "pattern": plain.replace("equals: 0", "matches: (a+)+$"),
        "path": plain.replace("clause: INVENTED/9.1", "clause: ../../../../etc/passwd"),
        "own-parent": plain.replace("id: S1B-9001", "id: S1B-9001\nsupersedes: [S1B-9001]"),
        "date": plain.replace("2010-01-01", "9999-12-31"),
        "early-date": plain.replace("2010-01-01", "0001-01-01"),
        "many-cases": plain + "  - {source: invented-source, place: x}\n" * 2000,
        "link": plain.replace(
            "The invented log fails when it is empty.",
            "[x](javascript:alert(1)) <img src=x onerror=alert(1)> {{ x }} {% x %}",
        ),
        "terminal": plain.replace("The invented log fails when it is empty.", '"\\e]8;;http://127.0.0.1\\a\\e[2J"'),
    }
    return {name: text.encode() for name, text in texts.items()}
