"""Why a person may not say that somebody is away; each answer is a reason, or None."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.models import SeatTenure
from schakel.governance.permissions.standing import holds, standing, why_not
from schakel.governance.permissions.table import RIGHTS, Permission
from schakel.web.refusal import NotYours

if TYPE_CHECKING:
    from schakel.governance.models import Absence
    from schakel.network.models import Network
    from schakel.people.models import Person


def why_not_say_away(by: Person | None, person: Person, network: Network) -> str | None:
    """Why ``by`` may not say when this person is away: they do so themselves, or the office does it for them.

    A secretary does so for who sits in a body of theirs. At most three database queries.
    """
    if by is not None and by.pk == person.pk:
        return why_not(by, Permission.READ, network)
    if _may_say(by, person, network):
        return None
    return NotYours(
        _(
            "Alleen %(person)s zelf, de netwerkmanager, of de secretaris van een groep waarin %(person)s zit, "
            "legt vast wanneer %(person)s er niet is."
        )
        % {"person": person.name}
    )


def _may_say(by: Person | None, person: Person, network: Network) -> bool:
    """Whether ``by`` holds the right for the whole network, or in a body in which this person sits."""
    if by is None:
        return holds(None, Permission.RECORD_ABSENCE, network)
    mine, may = standing(by, network), RIGHTS[Permission.RECORD_ABSENCE]
    if may & {role for role, _partner in mine.memberships}:
        return True
    bodies = {seat.body_id for seat in mine.seats if seat.roles & may}
    if not bodies:
        return False
    sits = SeatTenure.objects.of(network).held_on(timezone.localdate()).filter(person=person)
    return sits.filter(seat__body_id__in=bodies).exists()


def why_not_change_absence(by: Person | None, absence: Absence) -> str | None:
    """Why this person may not change an absence: it is over, taken back, or not theirs to change."""
    if absence.withdrawn_at is not None:
        return _("Deze afwezigheid is al teruggenomen.")
    if absence.until_on <= timezone.localdate():
        return _("Deze afwezigheid is voorbij en blijft staan zoals zij was.")
    return why_not_say_away(by, absence.person, absence.network)
