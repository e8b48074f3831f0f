"""The dates of a consultation paper, and what each is the date of, by the wording beside it."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence

import msgspec

from s1sr_validator.exchange.consultation.outline import TITLE_PAGE, Part
from s1sr_validator.model.consultation_paper import PaperDate
from s1sr_validator.model.dated import MilestoneKind

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_NAMES = "|".join(calendar.month_name[1:])
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{_NAMES})"
    rf"(?:\s+(?P<year>20\d\d)\b|(?=\s+and\s+\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_NAMES})\s+(?P<shared>20\d\d)\b))"
)
_AT_END = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_NAMES})\s+20\d\d$")
_TIME = re.compile(r"\b(?P<hour>[01]?\d|2[0-3]):?(?P<minute>[0-5]\d)\s+on\s+(?:\w+day\s+)?$")
_MONTH_MORE = re.compile(r"within (?:one|a) month(?: thereafter)?", re.IGNORECASE)
_NEAR = 400
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z•])")
_TITLE_FIELDS = (
    (
        re.compile(r"(?:Closure Date|Closing Date|Respond by):?\s*(?:\d{1,2}:?\d\d\s+on\s+)?$"),
        MilestoneKind.CONSULTATION_CLOSES,
    ),
    (re.compile(r"Expected Conclusion [Dd]ate:?\s*$"), MilestoneKind.CONCLUDED),
    (re.compile(r"(?<!Closure )(?<!Closing )(?<!Conclusion )\bDate:?\s*$"), MilestoneKind.CONSULTED),
)


class Wording(msgspec.Struct, frozen=True):
    """Words that say what a date is of: before it, and (where given) after it or anywhere in the same sentence."""

    event: MilestoneKind
    before: str
    sentence: str = ""
    after: str = ""


_WORDINGS = (
    Wording(MilestoneKind.CONSULTATION_CLOSES, r"consultation closes (?:at|on)\b[^.]{0,20}$"),
    Wording(MilestoneKind.CONSULTATION_CLOSES, r"\bby \d\d:?\d\d on $", r"responses|[Cc]ompleted templates"),
    Wording(MilestoneKind.FINAL_MIGRATION_AUTHORISATION, r"final date for submission of a Migration Authorisation.*$"),
    Wording(MilestoneKind.FINAL_MIGRATION_WEEK, r"final Migration Week.*$"),
    Wording(MilestoneKind.RP_DECOMMISSIONING_DATE, r"Requesting Party Decommissioning Date.*$"),
    Wording(MilestoneKind.RE_DESIGNATED, r"re-?\s?designat(?:e|ion)\b.{0,90}(?:date of|date as|on|is|as)\s$"),
    Wording(MilestoneKind.RE_DESIGNATED, r"with effect from $", r"re-designated"),
    Wording(MilestoneKind.RE_DESIGNATED, r"proposed date on $", "re-designate"),
    Wording(MilestoneKind.MODIFIED, r"(?:proposes to modify .*|proposed modification date of ) ?(?:on )?$"),
    Wording(MilestoneKind.CONCLUDED, r"issue its conclusion.*on or before $"),
    Wording(MilestoneKind.SUBMITTED, r"provide a report to .*by no later than $"),
    Wording(MilestoneKind.SUBMITTED, r"\bby late $", after=r"^ we will provide a draft .* to the Department"),
    Wording(MilestoneKind.CONSULTATION_CLOSES, r"consultation response window to $"),
    Wording(MilestoneKind.SUBMITTED, r"^On $", r"DCC submitted an amended"),
    Wording(
        MilestoneKind.MIGRATION_DUST_CLOSED,
        r"(?:end date for Migration DUST|close Migration DUST|Migration DUST testing service is closed)\b.*$",
    ),
    Wording(
        MilestoneKind.EXPIRES,
        r"(?:[Ee]xpires on the|expire from|expiry date is set to|changing the expiry date to|expiry date to be) ?$",
    ),
    Wording(
        MilestoneKind.MIGRATION_COMPLETED, r"[Mm]igrations in the (?:[A-Z]+ \([A-Za-z]+\)|[A-Z]+) cohort completed in $"
    ),
    Wording(MilestoneKind.LAST_EPCL_ENTRY, r"last EPCL entry .{0,60}was in $"),
)
_PERIOD = re.compile(r"\bBetween $")
_PERIOD_END = re.compile(r"\bBetween .{3,20} and $")
_DIRECTION = re.compile(r"\bDIRECTION TO\b")
_PERIOD_OPEN = re.compile(r"DCC (?:sought respondents|ran the|consulted on)")


def dates_of(parts: Sequence[Part]) -> tuple[PaperDate, ...]:
    """Return every date with a year that the paper gives, in order."""
    front = [part for part in parts if part.place == TITLE_PAGE]
    is_direction = any(_DIRECTION.search(part.text) for part in front)
    letter = next((part for part in front if _AT_END.search(part.text)), None) if is_direction else None
    return tuple(_of_letter(date) if part is letter else date for part in parts for date in _dates(part))


def _of_letter(date: PaperDate) -> PaperDate:
    return msgspec.structs.replace(date, event=str(MilestoneKind.DIRECTED), words="date of the letter that directs")


def _dates(part: Part) -> Iterator[PaperDate]:
    text = " ".join(part.block.cells) if part.block.cells else part.text
    for sentence in _SENTENCE.split(text):
        for found in _DATE.finditer(sentence):
            written = _written(found)
            if written:
                yield _classified(written, sentence, found, part)
            else:
                yield PaperDate(date="", event="", place=part.place, words=found[0])


def _written(found: re.Match[str]) -> str:
    """Return a date in ISO 8601, a month where no day is given; nothing for a day that the calendar does not have."""
    year, month = int(found["year"] or found["shared"]), _MONTHS[found["month"].lower()]
    if not found["day"]:
        return f"{year}-{month:02}"
    day = int(found["day"])
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= calendar.monthrange(year, month)[1] else ""


def _classified(written: str, sentence: str, found: re.Match[str], part: Part) -> PaperDate:
    # Only what stands near a date says what it is of, and a window bounds what a line without an end can cost.
    before, after = sentence[max(found.start() - _NEAR, 0) : found.start()], sentence[found.end() : found.end() + _NEAR]
    before = re.sub(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )$", "", before)
    event, words = _event(before, f"{before}{found[0]}{after}", after, part)
    time = _TIME.search(before)
    more = event and written.count("-") > 1 and _MONTH_MORE.search(after[:90])
    return PaperDate(
        date=written,
        event=event,
        place=part.place,
        latest=_month_later(written) if more else "",
        time=f"{int(time['hour']):02}:{time['minute']}" if time else "",
        words=words,
    )


def _event(before: str, sentence: str, after: str, part: Part) -> tuple[str, str]:
    if part.place == TITLE_PAGE:
        for form, event in _TITLE_FIELDS:
            if found := form.search(before):
                return str(event), found[0].strip()
    if _PERIOD_OPEN.search(sentence):
        for form, event in ((_PERIOD, MilestoneKind.CONSULTED), (_PERIOD_END, MilestoneKind.CONSULTATION_CLOSES)):
            if found := form.search(before):
                return str(event), found[0].strip()
    for wording in _WORDINGS:
        found = re.search(wording.before, before)
        if found and re.search(wording.sentence, sentence) and re.search(wording.after, after):
            return str(wording.event), found[0].strip()[:60]
    return "", ""


def _month_later(day: str) -> str:
    first = dt.date.fromisoformat(day)
    year, month = first.year + first.month // 12, first.month % 12 + 1
    return dt.date(year, month, min(first.day, calendar.monthrange(year, month)[1])).isoformat()
