"""Addresses that can be guessed: `18.17p`, `4.4.2`, `S1CE2003`, `esme/itron`: small pages that lead to the records.

What a spelling means is decided by rule (see `short_claims`); where several records claim it with equal right, the page
lists them. Spellings that differ in case alone mean the same.
"""

from collections.abc import Iterable

from s1sr_validator.model.rule import Rule
from s1sr_validator.publish.addresses import relative, safe_path
from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.markup import element, escaped, joined, link
from s1sr_validator.publish.short_claims import Claim, claims

SHORT = "short"
"""The folder that the pages are written into; the site has them at its root (site/hooks/short_addresses.py)."""
RESERVED = frozenset(
    {
        *("404.html", "index", "index.html", "sitemap.xml", "sitemap.xml.gz"),
        *("about", "changelog", "check", "compare", "find", "glossary", "guides"),
        *("api", "assets", "dates", "feeds", "matrix", "records", "rules"),
    }
)
"""Names at the site's root that are something else already."""


def short_files(contents: Contents, rules: Iterable[Rule]) -> dict[str, bytes]:
    """Return a page for each spelling by its path."""
    found: dict[str, list[Claim]] = {}
    for claim in claims(contents, rules):
        if claim.spelling.partition("/")[0].casefold() not in RESERVED:
            found.setdefault(claim.spelling.casefold(), []).append(claim)
    return {
        f"{SHORT}/{page}": _redirect(page, meant)
        for claimed in found.values()
        for meant in [_meant(claimed)]
        for page in sorted({f"{safe_path(claim.spelling)}/index.html" for claim in claimed})
    }


def _meant(claimed: list[Claim]) -> dict[str, str]:
    """Return the pages of the claims that count, with the words for each."""
    best = min(claim.rank for claim in claimed)
    return {claim.page: claim.words for claim in claimed if claim.rank == best}


def _redirect(page: str, meant: dict[str, str]) -> bytes:
    """Return a page that leads on by itself and by a link, or lists what it may mean; nothing on it runs."""
    addresses = {relative(target, page): words for target, words in sorted(meant.items())}
    only, title = "", "Which one?"
    if len(addresses) == 1:
        ((address, title),) = addresses.items()
        only = f'<link rel="canonical" href="{address}"><meta http-equiv="refresh" content="0;url={address}">'
    links = joined((element("p", link(address, words)) for address, words in addresses.items()), "\n")
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
        '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
        f"{only}<title>{escaped(title)}</title>\n{links}\n"
    ).encode()
