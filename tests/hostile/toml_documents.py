"""Project files (s1sr.toml) made to harm whoever reads them."""

from collections.abc import Iterator

PLAIN = 'device = "ESME/FFF0/0001/0101/00000001"\n'


def hostile_toml() -> dict[str, bytes]:
    """Return every file by a name that says what it does."""
    return {name: text.encode("utf-8", "surrogatepass") for name, text in _texts()} | {
        "utf-16": PLAIN.encode("utf-16"),
        "bad-byte": PLAIN.encode() + b"# \xff\n",
        "nuls": bytes(60_000),
        "mark": b"\xef\xbb\xbf" + PLAIN.encode(),
    }


def _texts() -> Iterator[tuple[str, str]]:
    for depth in (7, 8, 9, 500, 30_000):
        yield f"lists-{depth}", "device = " + "[" * depth + "]" * depth
        yield f"lists-over-lines-{depth}", "device = " + "[\n" * depth + "]\n" * depth
        yield f"tables-{depth}", "device = " + "{a = " * min(depth, 390) + "1" + "}" * min(depth, 390)
        yield f"tables-over-lists-{depth}", "device = " + "[\n{a = " * depth + "1" + "}\n]" * depth
        yield f"dotted-{depth}", "a" + ".a" * min(depth, 990) + " = 1"
        yield f"header-{depth}", "[" + "a." * min(depth, 990) + "a]"
    yield "many-dotted", "\n".join(f"a{n}" + ".a" * 300 + " = 1" for n in range(90))
    yield "many-headers", "\n".join(f"[a{n}]" for n in range(8000))
    yield "many-lists", "[[a]]\n" * 10_000
    yield "nested-lists", "".join(f"[[{'.'.join(['a'] * n)}]]\n" for n in range(1, 150))
    yield "keys", "\n".join(f"a{n}=1" for n in range(8000))
    yield "same-key", PLAIN * 2
    yield "same-table", "[a]\n[a]\n"
    yield "long-line", "# " + "x" * 5000
    yield "too-large", "# x\n" * 20_000
    yield "huge", "# x\n" * 3_000_000
    yield "carriage-returns", "\r" * 60_000
    yield "open-text", 'device = """' + "x\n" * 20_000
    yield "quotes", "device = '''" + "'\n" * 20_000
    yield "backslashes", 'device = """' + "\\\n" * 20_000 + '"""'
    yield "number", "device = " + "9" * 1900
    yield "many-numbers", "device = [" + ("9" * 1900 + ",\n") * 30 + "]"
    yield "underscores", "device = " + "1_" * 900 + "1"
    yield "hex", "device = 0x" + "f" * 1900
    yield "exponent", "device = 1e" + "9" * 1900
    yield "infinity", "device = inf\nrole = nan"
    yield "date", "as_of = 0000-00-00"
    yield "date-far", "as_of = 9999-12-31T23:59:60Z"
    for value in (
        '""',
        '"\\u0000"',
        '"\\ud800"',
        '"\\U00110000"',
        '"\\x41"',
        "[]",
        "{}",
        "true",
        "1",
        "1979-05-27",
        '"../../etc"',
        '"' + "x" * 1900 + '"',
        '"\u202e"',
        '"\\u001b[2J"',
    ):
        for key in (
            "device",
            "role",
            "catalogue",
            "overlays",
            "select",
            "ignore",
            "fail_on",
            "state",
            "standing",
            "exceptions",
            "files",
            "schemas",
        ):
            yield f"{key}-{value[:12]}", f"{key} = {value}\n"
            yield f"{key}-list-{value[:12]}", f"{key} = [{value}]\n"
    yield "prototype", "__proto__ = 1\n[constructor]\n"
    yield "unknown", 'execute = "touch pwned"\n'
    yield "glob", '[[exceptions]]\nfile = "' + "**/" * 300 + '"\n'
    yield "glob-stars", '[[exceptions]]\nfile = "' + "*a" * 500 + 'b"\ncode = "REQ001"\nreason = "x"\n'
