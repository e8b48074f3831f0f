"""When the entries of a simulated log were made: inside the period that the request reads."""

import datetime as dt

from s1sr_validator.model.request import Request

_START, _END = "StartDateTime", "EndDateTime"
_HALF_HOUR = 30 * 60
_FIRST = dt.datetime.min.replace(tzinfo=dt.UTC)
_USUAL_SPAN = dt.timedelta(days=30)


class ReadPeriod:
    """The period that a request reads, as far as it has passed at a moment; a month where it names none."""

    def __init__(self, request: Request, moment: dt.datetime) -> None:
        """Take the period from the request's fields."""
        start, end = _asked(request, _START), _asked(request, _END) or moment
        has_begun = start is None or start <= moment
        latest = min(end, moment) if has_begun else end
        self.start = start or latest - min(_USUAL_SPAN, latest - _FIRST)
        self.end = max(self.start, latest)

    def at(self, number: int, count: int) -> dt.datetime:
        """Return the time of one of `count` entries (the first is 1), on a half hour where one fits."""
        found = self.start + (self.end - self.start) * number / (count + 1)
        seconds = (found - _FIRST) // dt.timedelta(seconds=1) % _HALF_HOUR
        rounded = found.replace(microsecond=0) - dt.timedelta(seconds=seconds)
        return rounded if rounded >= self.start else max(found.replace(microsecond=0), self.start)


def utc_text(moment: dt.datetime) -> str:
    """Return a moment as DUIS messages write it, in whole seconds of UTC."""
    return moment.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def _asked(request: Request, name: str) -> dt.datetime | None:
    """Return the time in a field of this name, in UTC; None where there is none that a calendar has."""
    texts = (fields[0].text for path, fields in sorted(request.fields.items()) if path.rpartition(".")[2] == name)
    try:
        found = dt.datetime.fromisoformat(next(texts, ""))
        return (found if found.tzinfo else found.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None
