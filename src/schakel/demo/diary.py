"""The diary of De Linde: the stories of the initiatives, the meetings and the decisions about the network, by date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from schakel.demo import content
from schakel.demo.content import Entry, Facts
from schakel.demo.deeds import perform
from schakel.demo.moments import Calendar
from schakel.demo.world import World

#: How long before a meeting its date is set, its points are proposed and its agenda is shared; how long after it begins
#: it ends and the decision list follows.
PLANNED = timedelta(weeks=-6)
PROPOSED = timedelta(days=-6, hours=-5)
SHARED = timedelta(days=-5)
CLOSED = timedelta(hours=1, minutes=45)
LISTED = timedelta(hours=18)
#: How long after a meeting its minutes are written; how long after the next one begins they are adopted.
WRITTEN = timedelta(days=5)
ADOPTED = timedelta(minutes=5)
#: How long after a meeting begins a body decides about the network.
VOTED = timedelta(minutes=30)
GROWTH_STEP, MANAGER = "growth_step", "noor"


def diary(calendar: Calendar) -> list[Entry]:
    """Return every line that lies before now, oldest first; lines of the same moment stay in the order of the files."""
    entries = [
        *_meetings(calendar),
        *_minutes(calendar),
        *_network_decisions(calendar),
        *_needs(calendar),
        *_tiers(calendar),
    ]
    entries += [*_told("overeenkomst", "obligations", calendar), *_told("poortlijsten", "lists", calendar)]
    entries += [*_told("besluiten", "thresholds", calendar), *_told("vanbuiten", "entries", calendar)]
    entries += [*_told("people", "absences", calendar), *_told("weergaven", "views", calendar)]
    starts = {one["key"]: calendar.moment(one["at"]) for one in content.linde("meetings")["meetings"]}
    for entry in content.stories(calendar):
        entries += _with_what_precedes(entry, starts, calendar)
    return sorted(entries, key=lambda entry: entry.at)


def play(world: World, entries: list[Entry], until: datetime, say: Callable[[int, int], None]) -> None:
    """Do everything in the diary up to a moment; later lines are still to come and are left to people."""
    past = [entry for entry in entries if entry.at <= until]
    for number, entry in enumerate(past, start=1):
        perform(world, entry)
        say(number, len(past))


def _with_what_precedes(entry: Entry, starts: dict[str, datetime], calendar: Calendar) -> Iterator[Entry]:
    """A decision was proposed before its meeting; consents have their own moment."""
    facts = entry.facts
    if entry.deed in {"decide", "name_topic"}:
        word = "propose" if entry.deed == "decide" else "propose_topic"
        yield Entry(starts[facts["meeting"]] + PROPOSED, word, entry.initiative, facts)
    if "consents" in facts:
        yield Entry(calendar.moment(facts["consents_at"]), "consent", entry.initiative, facts)
    yield entry


def _meetings(calendar: Calendar) -> Iterator[Entry]:
    for one in content.linde("meetings")["meetings"]:
        at = calendar.moment(one["at"])
        yield Entry(at + PLANNED, "plan_meeting", "", one)
        if one.get("agenda") or "absent" in one:
            yield Entry(at + SHARED, "share_agenda", "", one)
        if "absent" in one:
            yield Entry(at, "open_meeting", "", one)
            yield Entry(at + CLOSED, "close_meeting", "", one)
            yield Entry(at + LISTED, "publish_list", "", one)


def _minutes(calendar: Calendar) -> Iterator[Entry]:
    meetings = {one["key"]: one for one in content.linde("meetings")["meetings"]}
    for told in content.linde("meetings")["minutes"]:
        held = meetings[told["meeting"]]
        facts = {"key": held["key"], "body": held["body"], **told}
        yield Entry(calendar.moment(held["at"]) + WRITTEN, "write_minutes", "", facts)
        if "adopted_in" in told:
            at = calendar.moment(meetings[told["adopted_in"]]["at"]) + ADOPTED
            yield Entry(at, "adopt_minutes", "", facts)


def _network_decisions(calendar: Calendar) -> Iterator[Entry]:
    starts = {one["key"]: calendar.moment(one["at"]) for one in content.linde("meetings")["meetings"]}
    for one in content.linde("besluiten")["decisions"]:
        opened = _opened(one, starts, calendar)
        if one["type"] == GROWTH_STEP:
            yield from _growth_step(one, opened, starts, calendar)
            continue
        yield Entry(opened, "open_network_decision", "", one)
        if "written" in one:
            yield Entry(calendar.moment(one["written"]["votes"]), "vote_in_writing", "", one)
        elif "reason" in one:
            yield Entry(starts[one["meeting"]] + VOTED, "take_network_decision", "", one)


def _growth_step(
    one: Facts, opened: datetime, starts: dict[str, datetime], calendar: Calendar
) -> Iterator[Entry]:
    yield Entry(opened, "propose_step", "", one)
    if "dossier" in one:
        yield Entry(calendar.moment(one["dossier"]), "growth_dossier", "", one)
    if "reason" in one:
        yield Entry(starts[one["meeting"]] + VOTED, "take_step", "", one)
    for key, met in one.get("met", {}).items():
        facts = {**met, "condition": key, "body": one["body"]}
        yield Entry(calendar.moment(met["at"]), "meet_step_condition", "", facts)


def _needs(calendar: Calendar) -> Iterator[Entry]:
    for one in content.linde("network")["growth"]["needs"]:
        if "met" in one:
            facts = {**one, "by": MANAGER}
            yield Entry(calendar.moment(one["met"]["at"]), "meet_need", "", facts)


def _tiers(calendar: Calendar) -> Iterator[Entry]:
    growth = content.linde("network")["growth"]
    for one in growth["tiers"]:
        yield Entry(calendar.moment(growth["joined_at"]), "join_tier", "", {**one, "by": MANAGER})


def _told(file: str, part: str, calendar: Calendar) -> Iterator[Entry]:
    """Lines about the network itself that say their own moment and deed."""
    for one in content.linde(file)[part]:
        yield Entry(calendar.moment(one["at"]), one["do"], "", one)


def _opened(one: Facts, starts: dict[str, datetime], calendar: Calendar) -> datetime:
    if "written" in one:
        return calendar.moment(one["written"]["opens"])
    if "on_agenda" in one:
        return calendar.moment(one["on_agenda"])
    return starts[one["meeting"]] + PROPOSED
