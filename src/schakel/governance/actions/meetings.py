"""Meetings are planned, filled with what is due, held, closed, and followed by a decision list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.numbering import MEETINGS, next_number, require_text
from schakel.governance.actions.opening import next_position
from schakel.governance.actions.standing_in import ask_stand_ins_to_come
from schakel.governance.models import AgendaItem, Attendance, Body, Condition, Decision, Meeting, Vote
from schakel.governance.permissions import (
    why_not_change_agenda,
    why_not_open,
    why_not_plan_meeting,
    why_not_publish_list,
    why_not_put_on_agenda,
    why_not_run_meeting,
    why_not_write_down_late,
    why_not_yet,
)
from schakel.governance.queries import attendance_of, backlog, due_for
from schakel.governance.rules import AgendaKind, AgendaPoint, MeetingStatus, Subject
from schakel.journal.actions import record
from schakel.journal.queries import about
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.governance.models.decisions import DecisionQuerySet
    from schakel.people.models import Person

#: What comes on the next agenda by itself, and how the journal tells it.
OWED_KINDS = frozenset({AgendaKind.CONDITION, AgendaKind.PARKED, AgendaKind.DISCUSSION})
OWED = "put owed on agenda"


@transaction.atomic
def plan_meeting(
    body: Body,
    *,
    by: Person | None,
    starts_at: datetime,
    place: str = "",
    title: str = "",
    late_reason: str = "",
) -> Meeting:
    """Plan a meeting of a body; late_reason: why one of an earlier day is written down afterwards."""
    allow(why_not_plan_meeting(by, body))
    is_late = timezone.localdate(starts_at) < timezone.localdate()
    if is_late:
        allow(why_not_write_down_late(by, body, timezone.localdate(starts_at), late_reason))
    meeting = Meeting.objects.create(
        network=body.network,
        body=body,
        number=next_number(body.network, MEETINGS, timezone.localtime(starts_at).year),
        starts_at=starts_at,
        place=place.strip()[:200],
        title=title.strip()[:200],
        late_reason=late_reason.strip()[:300] if is_late else "",
    )
    record(
        by=by,
        verb="planned",
        about=meeting,
        reason=meeting.late_reason,
        data={"starts_at": starts_at.isoformat()},
    )
    return meeting


@transaction.atomic
def change_meeting(
    meeting: Meeting, *, by: Person | None, starts_at: datetime, place: str, title: str
) -> Meeting:
    """Move a meeting that has not begun to another moment or place."""
    meeting = lock_meeting(meeting)
    allow(why_not_change_agenda(by, meeting))
    if meeting.status == MeetingStatus.LIVE and starts_at != meeting.starts_at:
        allow(_("Het overleg is begonnen. Het moment verandert niet meer."))
    if timezone.localdate(starts_at) != meeting.held_on:
        allow(_why_not_another_day(meeting))
        if timezone.localdate(starts_at) < timezone.localdate():
            allow(_("Deze dag is voorbij. Plan een overleg van eerder als nieuw overleg, met de reden."))
    before = meeting.starts_at.isoformat()
    meeting.starts_at, meeting.place, meeting.title = starts_at, place.strip()[:200], title.strip()[:200]
    meeting.n_changes, meeting.changed_at = meeting.n_changes + 1, timezone.now()
    meeting.save(update_fields=["starts_at", "place", "title", "n_changes", "changed_at"])
    record(by=by, verb="changed", about=meeting, data={"before": before, "after": starts_at.isoformat()})
    if meeting.status == MeetingStatus.AGENDA:
        ask_stand_ins_to_come(meeting, by=by)
    return meeting


def let_wait(decisions: DecisionQuerySet) -> int:
    """Let the open ones of these decisions wait for a next meeting; returns how many.

    What was said in this meeting stays in the history and does not count in the next: others may sit there.
    """
    waiting = list(decisions.waiting().select_for_update(of=("self",)))
    Vote.objects.filter(decision__in=waiting).delete()
    return decisions.filter(pk__in=[one.pk for one in waiting]).update(meeting=None)


def _why_not_another_day(meeting: Meeting) -> str | None:
    """Why a meeting keeps its day: mandates and seats are judged on it, so it stands once something was recorded."""
    has_votes = Vote.objects.of(meeting.network).filter(decision__meeting=meeting).exists()
    has_decided = meeting.decisions.decided().exists()
    if not (has_votes or has_decided or Attendance.objects.filter(meeting=meeting).exists()):
        return None
    return _(
        "Over dit overleg is al iets vastgelegd. De dag verandert niet meer, want die telt voor de besluiten."
    )


def lock_meeting(meeting: Meeting) -> Meeting:
    """The meeting as it is now, held until the transaction ends."""
    found = Meeting.objects.of(meeting.network).select_for_update(of=("self",))
    return found.select_related("network", "body__network").get(pk=meeting.pk)


@transaction.atomic
def add_agenda_item(
    body: Body,
    *,
    by: Person | None,
    kind: str,
    title: str,
    meeting: Meeting | None = None,
    note: str = "",
    subject: Subject | None = None,
    decision: Decision | None = None,
    condition: Condition | None = None,
) -> AgendaItem:
    """Put a point on the agenda of a meeting, or on the list that waits for the next one."""
    allow(why_not_put_on_agenda(by, body))
    if kind not in AgendaKind.values:
        allow(_("Deze soort agendapunt kennen wij niet: %(kind)s.") % {"kind": kind})
    if meeting is not None:
        meeting = lock_meeting(meeting)
        allow(_why_not_on(meeting, body, kind, decision))
    point = AgendaPoint(
        kind,
        require_text(title, longest=300, name=_("de titel")),
        note.strip(),
        subject,
        decision_id=decision.pk if decision else None,
        condition_id=condition.pk if condition else None,
    )
    item = _new_item(body, meeting, point)
    record(by=by, verb="put on agenda", about=meeting or body, data={"title": point.title})
    return item


def _why_not_on(meeting: Meeting, body: Body, kind: str, decision: Decision | None) -> str | None:
    """Why this point cannot stand on this agenda."""
    if meeting.body_id != body.pk:
        return _("Dit overleg is van een ander gremium.")
    if meeting.is_closed:
        return _("Dit overleg is afgesloten. Kies een volgend overleg.")
    if kind != AgendaKind.DECISION or decision is None:
        return None
    if decision.body_id != body.pk:
        return _("Over dit besluit gaat een ander gremium.")
    if decision.is_written:
        return _("Over dit besluit stemt de groep schriftelijk.")
    if decision.meeting_id not in {None, meeting.pk}:
        return _("Dit besluit staat al op de agenda van een ander overleg.")
    if meeting.items.filter(decision=decision, kind=kind).exists():
        return _("Dit besluit staat al op deze agenda.")
    return why_not_open(decision)


def _new_item(body: Body, meeting: Meeting | None, point: AgendaPoint) -> AgendaItem:
    """One point; an open decision on it is decided in that meeting."""
    subject = point.subject or Subject("", None, "")
    if meeting is not None and point.kind == AgendaKind.DECISION and point.decision_id is not None:
        waiting = Decision.objects.of(body.network).waiting()
        waiting.filter(pk=point.decision_id, closes_at__isnull=True).update(meeting=meeting)
    return AgendaItem.objects.create(
        network=body.network,
        body=body,
        meeting=meeting,
        position=next_position(meeting) if meeting else 0,
        kind=point.kind,
        title=point.title[:300],
        note=point.note,
        subject_type=subject.type,
        subject_id=subject.id,
        subject_label=subject.label[:300],
        url_name=subject.url_name,
        url_key=subject.url_key,
        decision_id=point.decision_id,
        condition_id=point.condition_id,
    )


@transaction.atomic
def move_agenda_item(item: AgendaItem, *, by: Person | None, to: int) -> list[AgendaItem]:
    """Give a point another place on the agenda; the others keep their order."""
    meeting = _agenda_of(item, by)
    items = list(meeting.items.all())
    moving = next(one for one in items if one.pk == item.pk)
    items.remove(moving)
    items.insert(max(0, min(to - 1, len(items))), moving)
    for position, one in enumerate(items, start=1):
        one.position = position
    AgendaItem.objects.bulk_update(items, ["position"])
    record(by=by, verb="moved on agenda", about=meeting, data={"title": moving.title, "to": moving.position})
    return items


@transaction.atomic
def remove_agenda_item(item: AgendaItem, *, by: Person | None) -> None:
    """Take a point off the agenda; a decision on it waits for a next meeting again."""
    meeting = _agenda_of(item, by)
    if item.decision_id is not None and item.kind == AgendaKind.DECISION:
        of_meeting = Decision.objects.of(meeting.network).filter(pk=item.decision_id, meeting=meeting)
        if not let_wait(of_meeting) and of_meeting.exists():
            allow(_("Dit besluit is genomen en blijft op de agenda staan."))
    meeting.items.filter(pk=item.pk).delete()
    record(by=by, verb="took off agenda", about=meeting, data={"title": item.title})


def _agenda_of(item: AgendaItem, by: Person | None) -> Meeting:
    """The locked meeting of a point, when its agenda may change."""
    if item.meeting is None:
        raise Refused(_("Dit punt staat nog niet op een agenda."))
    meeting = lock_meeting(item.meeting)
    allow(why_not_change_agenda(by, meeting))
    return meeting


@transaction.atomic
def fill_agenda(
    meeting: Meeting, *, by: Person | None, points: Sequence[AgendaPoint] = ()
) -> list[AgendaItem]:
    """Add everything that is due and not on the agenda yet: what waited, what the body itself owes, and ``points``."""
    meeting = lock_meeting(meeting)
    allow(why_not_change_agenda(by, meeting))
    known = {item.point.mark for item in meeting.items.all()}
    added = []
    for item in backlog(meeting.body):
        if item.point.mark in known:
            continue
        known.add(item.point.mark)
        added.append(_take_from_backlog(item, meeting))
    for point in [*due_for(meeting.body, meeting.held_on), *points]:
        if point.mark not in known:
            known.add(point.mark)
            added.append(_new_item(meeting.body, meeting, point))
    record(by=by, verb="filled agenda", about=meeting, data={"n_added": len(added)})
    return added


@transaction.atomic
def put_owed_on_agenda(
    meeting: Meeting, *, by: Person | None, points: Sequence[AgendaPoint] = ()
) -> list[AgendaItem]:
    """Add late conditions, what wakes, missed after-care and minutes to adopt; what was taken off stays off."""
    meeting = lock_meeting(meeting)
    allow(why_not_change_agenda(by, meeting))
    known = {item.point.mark for item in meeting.items.all()}
    placed = {mark for entry in about(meeting).filter(verb=OWED) for mark in entry.data["marks"]}
    added = []
    for point in [*due_for(meeting.body, timezone.localdate()), *points]:
        mark = point.mark
        if point.kind in OWED_KINDS and mark not in known and str(mark[1]) not in placed:
            known.add(mark)
            added.append(_new_item(meeting.body, meeting, point))
    if added:
        marks = [str(item.point.mark[1]) for item in added]
        record(by=by, verb=OWED, about=meeting, data={"n_added": len(added), "marks": marks})
    return added


def _take_from_backlog(item: AgendaItem, meeting: Meeting) -> AgendaItem:
    item.meeting, item.position = meeting, next_position(meeting)
    item.save(update_fields=["meeting", "position"])
    if item.decision_id is not None and item.kind == AgendaKind.DECISION:
        waiting = (
            Decision.objects.of(meeting.network).waiting().filter(pk=item.decision_id, closes_at__isnull=True)
        )
        waiting.update(meeting=meeting)
    return item


@transaction.atomic
def share_agenda(meeting: Meeting, *, by: Person | None) -> Meeting:
    """Share the agenda with the members."""
    meeting = lock_meeting(meeting)
    allow(why_not_change_agenda(by, meeting))
    if meeting.status != MeetingStatus.DRAFT:
        allow(_("De agenda is al gedeeld."))
    _set_status(meeting, MeetingStatus.AGENDA, "shared agenda", by)
    ask_stand_ins_to_come(meeting, by=by)
    return meeting


@transaction.atomic
def start_meeting(meeting: Meeting, *, by: Person | None) -> Meeting:
    """Begin the meeting, on its own day or later."""
    meeting = lock_meeting(meeting)
    allow(why_not_run_meeting(by, meeting))
    if meeting.status == MeetingStatus.LIVE:
        allow(_("Het overleg is al begonnen."))
    allow(why_not_yet(meeting))
    return _set_status(meeting, MeetingStatus.LIVE, "started", by)


@transaction.atomic
def record_attendance(
    meeting: Meeting, *, by: Person | None, present: Mapping[UUID, UUID | None]
) -> list[Attendance]:
    """Write down for each seat who sat there: the member, the deputy, or nobody."""
    meeting = lock_meeting(meeting)
    allow(why_not_run_meeting(by, meeting))
    allow(why_not_yet(meeting))
    lines = {line.seat.pk: line for line in attendance_of(meeting)}
    written = []
    for seat_id, person_id in present.items():
        line = lines.get(seat_id)
        people = {one.pk for one in (line.holder, line.deputy) if one} if line else set()
        if line is None or (person_id is not None and person_id not in people):
            allow(_("Iemand die u aanvinkte zat die dag niet op die zetel. Kijk de lijst na."))
        attendance, _created = Attendance.objects.update_or_create(
            network=meeting.network,
            meeting=meeting,
            seat_id=seat_id,
            defaults={"person_id": person_id, "is_present": person_id is not None},
        )
        written.append(attendance)
    n_present = sum(one.is_present for one in written)
    record(
        by=by,
        verb="recorded attendance",
        about=meeting,
        data={"n_present": n_present, "n_seats": len(written)},
    )
    return written


@transaction.atomic
def note_meeting(meeting: Meeting, *, by: Person | None, secretary_note: str) -> Meeting:
    """Keep the secretary's note of a meeting."""
    meeting = lock_meeting(meeting)
    allow(why_not_run_meeting(by, meeting))
    meeting.secretary_note = secretary_note.strip()
    meeting.save(update_fields=["secretary_note"])
    record(by=by, verb="noted", about=meeting)
    return meeting


@transaction.atomic
def close_meeting(meeting: Meeting, *, by: Person | None) -> Meeting:
    """End the meeting; what was not decided waits for the next one."""
    meeting = lock_meeting(meeting)
    allow(why_not_run_meeting(by, meeting))
    allow(why_not_yet(meeting))
    n_waiting = let_wait(meeting.decisions.all())
    meeting.closed_at = timezone.now()
    return _set_status(meeting, MeetingStatus.CLOSED, "closed", by, n_waiting=n_waiting)


@transaction.atomic
def publish_decision_list(meeting: Meeting, *, by: Person | None) -> Meeting:
    """Share the decision list of a closed meeting with the network."""
    meeting = lock_meeting(meeting)
    allow(why_not_publish_list(by, meeting))
    meeting.decision_list_published_at = timezone.now()
    meeting.save(update_fields=["decision_list_published_at"])
    record(by=by, verb="published decision list", about=meeting)
    return meeting


def _set_status(meeting: Meeting, status: str, verb: str, by: Person | None, **data: int) -> Meeting:
    meeting.status = status
    meeting.save(update_fields=["status", "closed_at"])
    record(by=by, verb=verb, about=meeting, data=data)
    return meeting
