"""Calendar files out (iCalendar, RFC 5545): meetings as people's own calendar shows them.

Times are in Europe/Amsterdam with the rules of that zone in the file. A meeting keeps one name for ever, its number
of changes goes up, and one that is cancelled stays in the file and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vDuration
from icalendar.prop import vUri

ZONE = "Europe/Amsterdam"
MEDIA_TYPE = "text/calendar; charset=utf-8"
#: The rules of the zone since 1996 (European Union, directive 2000/84/EC), for calendars that do not know it by name.
_RULES = "\r\n".join(
    (
        "BEGIN:VTIMEZONE",
        f"TZID:{ZONE}",
        "BEGIN:DAYLIGHT",
        "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
    )
)
#: How often a calendar may look again.
EVERY = timedelta(hours=4)


@dataclass(frozen=True)
class CalendarEntry:
    """One meeting in a calendar. uid: the name it keeps for ever; sequence: how often it changed."""

    uid: str
    summary: str
    starts_at: datetime
    lasts: timedelta
    place: str
    description: str
    address: str
    sequence: int
    changed_at: datetime
    is_cancelled: bool = False


def calendar_file(entries: Sequence[CalendarEntry], *, name: str = "", is_feed: bool = False) -> bytes:
    """Return a calendar file; ``name`` is what a calendar calls a feed."""
    zone = ZoneInfo(ZONE)
    calendar = Calendar()
    calendar.add("prodid", "-//Schakel//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
    if is_feed:
        calendar.add("refresh-interval", vDuration(EVERY), parameters={"value": "DURATION"})
        calendar.add("x-published-ttl", vDuration(EVERY))
    calendar.add_component(Timezone.from_ical(_RULES))
    for entry in entries:
        calendar.add_component(_event(entry, zone))
    return calendar.to_ical()


def _event(entry: CalendarEntry, zone: ZoneInfo) -> Event:
    starts = entry.starts_at.astimezone(zone)
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.sequence)
    event.add("summary", _line(entry.summary))
    event.add("dtstart", starts)
    event.add("dtend", starts + entry.lasts)
    if entry.place:
        event.add("location", _line(entry.place))
    event.add("description", entry.description)
    event.add("url", vUri(entry.address))
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    return event


def _line(text: str) -> str:
    return " ".join(text.split())
