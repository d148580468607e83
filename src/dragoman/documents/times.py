"""Times as feeds and JSONL write them, brought to ISO 8601.

Comes in: a string.  Goes out: "2024-05-14", "2024-05-14T09:30" or "2024-05-14T09:30:00+02:00", never
more exact than what was written; None where it is no time.  The zone stays the writer's own, because
the day of publication is the writer's day.
"""

import datetime
import email.utils
import re

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_COMPACT_DAY = re.compile(r"\d{8}")
_TIME = re.compile(r"\d{4}-?\d\d-?\d\d[Tt ]\d\d")
_HAS_SECONDS = re.compile(r"[Tt ]\d\d:?\d\d:?\d\d")
_UTC_WITHOUT_PLACE = re.compile(r"-0000\s*$")


def iso_from_iso(text: str) -> str | None:
    """Return an ISO 8601 day or time in its plain form, None where `text` is neither or not in the calendar."""
    text = text.strip()
    try:
        if _DAY.fullmatch(text) or _COMPACT_DAY.fullmatch(text):
            return datetime.date.fromisoformat(text).isoformat()
        if not _TIME.match(text):
            return None
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.isoformat(timespec="seconds" if _HAS_SECONDS.search(text) else "minutes")


def iso_from_mail(text: str) -> str | None:
    """Return the time of an RFC 822 date ("Tue, 14 May 2024 09:30:00 +0200"), None where `text` is none."""
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None and _UTC_WITHOUT_PLACE.search(text):
        moment = moment.replace(tzinfo=datetime.UTC)
    return moment.isoformat(timespec="seconds")


def iso_now() -> str:
    """Return the present second in UTC."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
