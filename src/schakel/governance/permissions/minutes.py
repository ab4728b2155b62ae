"""Why a person may not write the minutes of a meeting, write down that they are adopted, or add to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.governance.permissions.deciding import why_not_record_in
from schakel.governance.rules import MeetingStatus
from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.governance.models import Meeting, Minutes
    from schakel.people.models import Person

#: Minutes can be written from the moment that the meeting begins.
BEGUN = (MeetingStatus.LIVE, MeetingStatus.CLOSED)


def why_not_write_minutes(person: Person | None, meeting: Meeting, minutes: Minutes | None) -> str | None:
    """Why this person may not write in the minutes of this meeting: adopted ones stand (invariant 14)."""
    if meeting.is_cancelled:
        return _("Dit overleg is afgezegd. Er is geen verslag.")
    if meeting.status not in BEGUN:
        return _("Het overleg is nog niet begonnen. Daarna schrijft u het verslag.")
    if minutes is not None and minutes.adopted_on is not None:
        return _(
            "Dit verslag is op %(day)s vastgesteld. Er verandert niets meer aan. Schrijf een aanvulling."
        ) % {"day": dutch_date(minutes.adopted_on)}
    return why_not_record_in(person, meeting.body)


def why_not_adopt_minutes(person: Person | None, meeting: Meeting, minutes: Minutes | None) -> str | None:
    """Why this person may not write down that the group adopted the minutes of this meeting."""
    if minutes is None:
        return _("Er is nog geen verslag.")
    if minutes.adopted_on is not None:
        return _("Dit verslag is op %(day)s al vastgesteld.") % {"day": dutch_date(minutes.adopted_on)}
    if meeting.status != MeetingStatus.CLOSED:
        return _("Sluit eerst het overleg af. Daarna stelt de groep het verslag vast.")
    return why_not_record_in(person, meeting.body)


def why_not_remark(person: Person | None, meeting: Meeting, minutes: Minutes | None) -> str | None:
    """Why this person may not add something beside the minutes of this meeting: a draft itself can change."""
    if minutes is None:
        return _("Er is nog geen verslag.")
    if not minutes.is_adopted:
        return _("Dit verslag is nog een concept. Verander de tekst zelf.")
    return why_not_record_in(person, meeting.body)
