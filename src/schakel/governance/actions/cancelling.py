"""A meeting that does not take place: it stays to be read with the reason, and its points wait for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.meetings import let_wait, lock_meeting
from schakel.governance.actions.numbering import require_text
from schakel.governance.models import Meeting
from schakel.governance.permissions import why_not_cancel_meeting
from schakel.governance.rules import MeetingStatus
from schakel.journal.actions import record
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.people.models import Person


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, by: Person | None, reason: str) -> Meeting:
    """Call a meeting off; its agenda points and proposals go to the list that waits for the next meeting."""
    meeting = lock_meeting(meeting)
    allow(why_not_cancel_meeting(by, meeting))
    reason = require_text(reason, longest=1_000, name=_("de reden"))
    now = timezone.now()
    let_wait(meeting.decisions.all())
    n_points = meeting.items.update(meeting=None, position=0)
    meeting.status, meeting.closed_at = MeetingStatus.CLOSED, now
    meeting.cancelled_at, meeting.cancelled_reason = now, reason
    meeting.n_changes, meeting.changed_at = meeting.n_changes + 1, now
    meeting.save(
        update_fields=["status", "closed_at", "cancelled_at", "cancelled_reason", "n_changes", "changed_at"]
    )
    record(by=by, verb="cancelled", about=meeting, reason=reason, data={"n_points": n_points})
    return meeting
