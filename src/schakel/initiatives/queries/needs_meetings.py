"""What waits for who writes in a body or leads it: agendas to share, meetings of today, lists to share, minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.governance.models import Meeting
from schakel.governance.queries import meetings_to_work_on
from schakel.governance.rules import MeetingStatus
from schakel.methods.workdays import add_workdays
from schakel.web.formats import clock, sentences, weekday_date

if TYPE_CHECKING:
    from schakel.initiatives.queries.needs import NeedsMe, _Desk

#: Minutes are asked within two weeks, when everyone still knows what was said.
WORKDAYS_FOR_MINUTES = 10


def meetings(desk: _Desk) -> list[NeedsMe]:
    """The meetings that ask something of this person now; none on the page of one initiative. One database query."""
    if desk.about is not None:
        return []
    writes = {seat.body_id for seat in desk.standing.seats if seat.is_secretary}
    found = [
        _of_secretary(desk, one) if one.body_id in writes else _of_chair(desk, one)
        for one in meetings_to_work_on(desk.person, desk.network, desk.today)
    ]
    return [one for one in found if one is not None]


def _of_chair(desk: _Desk, meeting: Meeting) -> NeedsMe:
    return _item(desk, meeting, because=sentences(_when(meeting), _("U zit voor.")), deed=_("Lees de agenda"))


def _of_secretary(desk: _Desk, meeting: Meeting) -> NeedsMe | None:
    """What comes next for the secretary: share the agenda, record, close, share the decisions, write the minutes."""
    if meeting.status == MeetingStatus.CLOSED:
        if meeting.decision_list_published_at or not meeting.n_taken:  # type: ignore[attr-defined]
            return _item(
                desk,
                meeting,
                because=_when(meeting) + " " + _("Er is nog geen verslag."),
                deed=_("Schrijf het verslag"),
                page="governance:minutes",
                due_on=add_workdays(timezone.localdate(meeting.closed_at), WORKDAYS_FOR_MINUTES),
            )
        n_taken: int = meeting.n_taken  # type: ignore[attr-defined]  # counted by the query
        words = ngettext("Er is één besluit genomen.", "Er zijn %(n)s besluiten genomen.", n_taken)
        closed_on = timezone.localdate(meeting.closed_at)
        return _item(
            desk,
            meeting,
            because=f"{words % {'n': n_taken}} {_('De leden hebben de besluitenlijst nog niet.')}",
            deed=_("Deel de besluitenlijst"),
            page="governance:decision_list",
            due_on=add_workdays(closed_on, 1),
        )
    if meeting.held_on <= desk.today:
        deed = _("Begin het overleg")
        if meeting.status == MeetingStatus.LIVE or meeting.held_on < desk.today:
            deed = _("Leg vast en sluit af")
        return _item(desk, meeting, because=_when(meeting), deed=deed)
    if meeting.status == MeetingStatus.DRAFT:
        because = sentences(_when(meeting), _("De leden zien de agenda nog niet."))
        return _item(desk, meeting, because=because, deed=_("Maak en deel de agenda"))
    return None


def _when(meeting: Meeting) -> str:
    words = _("Op %(day)s om %(time)s.") % {
        "day": weekday_date(meeting.held_on),
        "time": clock(meeting.starts_at),
    }
    return sentences(words, meeting.place)


def _item(
    desk: _Desk,
    meeting: Meeting,
    *,
    because: str,
    deed: str,
    page: str = "governance:meeting",
    due_on: date | None = None,
) -> NeedsMe:
    item = desk.item(
        "ask_meeting",
        title=_("Overleg %(body)s") % {"body": meeting.title or meeting.body.name},
        because=because,
        deed=deed,
        page=page,
        due_on=due_on or meeting.held_on,
    )
    return replace(item, url_kwargs={**item.url_kwargs, "number": meeting.number})
