"""The minutes of a meeting are written, adopted by the group, and after that only added to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.meetings import lock_meeting
from schakel.governance.actions.numbering import require_text
from schakel.governance.models import Meeting, Minutes, MinutesRemark
from schakel.governance.permissions import why_not_adopt_minutes, why_not_remark, why_not_write_minutes
from schakel.governance.permissions.minutes import BEGUN
from schakel.governance.rules import Held, MinutesStatus, why_not_adopted_in, why_not_adopted_on
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.people.models import Person

LONGEST = 60_000


@transaction.atomic
def write_minutes(meeting: Meeting, *, by: Person | None, text: str, seen: int = 0) -> Minutes:
    """Keep the draft of the minutes of a meeting; seen: the version that the writer had before them, 0 for none."""
    meeting = lock_meeting(meeting)
    minutes = _minutes_of(meeting)
    allow(why_not_write_minutes(by, meeting, minutes))
    text = require_text(text, longest=LONGEST, name=_("het verslag"))
    if minutes is None:
        minutes = Minutes(network=meeting.network, meeting=meeting, version=0)
    elif text == minutes.text:
        return minutes
    allow(_why_not_over(minutes, seen))
    minutes.text, minutes.version = text, minutes.version + 1
    minutes.written_by, minutes.changed_at = by, timezone.now()
    minutes.save()
    record(by=by, verb="wrote minutes", about=meeting, data={"version": minutes.version})
    return minutes


@transaction.atomic
def adopt_minutes(
    meeting: Meeting,
    *,
    by: Person | None,
    seen: int,
    adopted_in: Meeting | None = None,
    on: date | None = None,
    how: str = "",
) -> Minutes:
    """Write down that the group adopted the minutes: in a later meeting, or on a day and then how.

    seen: the version that was before the group; another one is not what it adopted.
    """
    meeting = lock_meeting(meeting)
    minutes = _required(meeting)
    allow(why_not_adopt_minutes(by, meeting, minutes))
    allow(_why_not_over(minutes, seen))
    if adopted_in is not None:
        allow(why_not_adopted_in(held(meeting), held(adopted_in)))
        on, how = adopted_in.held_on, ""
    else:
        if on is None:
            raise Refused(_("Kies de dag waarop de groep het verslag vaststelde."))
        allow(why_not_adopted_on(on, meeting.held_on, timezone.localdate()))
        how = require_text(how, longest=300, name=_("hoe de groep het vaststelde"))
    minutes.status, minutes.adopted_on = MinutesStatus.ADOPTED, on
    minutes.adopted_in, minutes.adopted_how = adopted_in, how
    minutes.recorded_by, minutes.recorded_at = by, timezone.now()
    minutes.save()
    data = {"version": minutes.version, "on": on.isoformat()}
    if adopted_in is not None:
        data["in"] = adopted_in.number
    record(by=by, verb="adopted minutes", about=meeting, reason=how, data=data)
    return minutes


@transaction.atomic
def add_to_minutes(meeting: Meeting, *, by: Person | None, text: str, reason: str) -> MinutesRemark:
    """Add something beside adopted minutes, with the reason; the minutes themselves stay as they are."""
    meeting = lock_meeting(meeting)
    minutes = _required(meeting)
    allow(why_not_remark(by, meeting, minutes))
    remark = MinutesRemark.objects.create(
        network=meeting.network,
        minutes=minutes,
        text=require_text(text, longest=5_000, name=_("de aanvulling")),
        reason=require_text(reason, longest=300, name=_("de reden")),
        added_by=by,
        added_at=timezone.now(),
    )
    record(by=by, verb="added to minutes", about=meeting, reason=remark.reason)
    return remark


def held(meeting: Meeting) -> Held:
    """What the rules of minutes want to know of a meeting."""
    return Held(
        meeting.body_id,
        meeting.starts_at,
        has_begun=meeting.status in BEGUN,
        is_cancelled=meeting.is_cancelled,
    )


def _minutes_of(meeting: Meeting) -> Minutes | None:
    """The minutes of a locked meeting; who holds the meeting holds its minutes."""
    minutes = Minutes.objects.of(meeting.network).filter(meeting=meeting).first()
    if minutes is not None:
        minutes.meeting = meeting
    return minutes


def _required(meeting: Meeting) -> Minutes:
    minutes = _minutes_of(meeting)
    if minutes is None:
        raise Refused(_("Er is nog geen verslag."))
    return minutes


def _why_not_over(minutes: Minutes, seen: int) -> str | None:
    """Why nothing is written over what somebody else kept meanwhile."""
    if seen == minutes.version:
        return None
    return _(
        "Iemand anders bewaarde dit verslag intussen. Wat u typte, staat hieronder nog. Vergelijk eerst."
    )
