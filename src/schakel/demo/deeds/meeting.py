"""Meetings: planned, opened with who is there, closed, and the decision list and the minutes afterwards."""

from __future__ import annotations

from uuid import UUID

from schakel.demo.content import Entry, Facts
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.governance import actions
from schakel.governance.models import Meeting


@deed("plan_meeting")
def plan_meeting(world: World, entry: Entry) -> None:
    """The secretary sets the date."""
    told = entry.facts
    world.meetings[told["key"]] = actions.plan_meeting(
        world.bodies[told["body"]],
        by=world.secretary(told["body"]),
        starts_at=world.calendar.moment(told["at"]),
        place=told["place"],
    )


@deed("share_agenda")
def share_agenda(world: World, entry: Entry) -> None:
    """The secretary shares the agenda with what is due."""
    told = entry.facts
    by = world.secretary(told["body"])
    actions.fill_agenda(meeting_of(world, told), by=by)
    actions.share_agenda(meeting_of(world, told), by=by)


@deed("open_meeting")
def open_meeting(world: World, entry: Entry) -> None:
    """The meeting begins; the secretary writes down who is there."""
    told = entry.facts
    by = world.secretary(told["body"])
    actions.start_meeting(meeting_of(world, told), by=by)
    actions.record_attendance(meeting_of(world, told), by=by, present=present(world, told))


@deed("close_meeting")
def close_meeting(world: World, entry: Entry) -> None:
    """The meeting ends."""
    actions.close_meeting(meeting_of(world, entry.facts), by=world.secretary(entry.facts["body"]))


@deed("publish_list")
def publish_list(world: World, entry: Entry) -> None:
    """The secretary shares the decision list."""
    actions.publish_decision_list(meeting_of(world, entry.facts), by=world.secretary(entry.facts["body"]))


@deed("write_minutes")
def write_minutes(world: World, entry: Entry) -> None:
    """The secretary writes what was said."""
    told = entry.facts
    actions.write_minutes(meeting_of(world, told), by=world.secretary(told["body"]), text=told["text"])


@deed("adopt_minutes")
def adopt_minutes(world: World, entry: Entry) -> None:
    """The group says in its next meeting that the minutes are right."""
    told = entry.facts
    following = meeting_of(world, {"key": told["adopted_in"]})
    by = world.secretary(told["body"])
    actions.adopt_minutes(meeting_of(world, told), by=by, seen=1, adopted_in=following)


def meeting_of(world: World, told: Facts) -> Meeting:
    """The meeting as it stands now."""
    return Meeting.objects.of(world.network).get(pk=world.meetings[told["key"]].pk)


def present(world: World, told: Facts) -> dict[UUID, UUID | None]:
    """Who sits on each filled seat at this meeting; None is absent."""
    body = told["body"]
    absent, replaced = told.get("absent", ()), told.get("replaced", {})
    people: dict[UUID, UUID | None] = {}
    for key, seat in world.seats_of(body).items():
        holder = world.holders.get((body, key))
        if holder is not None:
            people[seat.pk] = None if key in absent else world.people[replaced.get(key, holder)]
    return people
