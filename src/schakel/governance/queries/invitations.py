"""Invitations: those of a network, and the one behind a signed link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core import signing
from django.utils.translation import gettext as _

from schakel.governance.models import PersonalInvitation, Seat, SeatTenure
from schakel.governance.rules import TenureKind
from schakel.tenancy.context import system

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

SALT = "schakel.governance.invitation"


@dataclass(frozen=True)
class Behind:
    """What a link leads to: the invitation, or why it no longer works."""

    invitation: PersonalInvitation | None
    reason: str = ""


def link_token(invitation: PersonalInvitation) -> str:
    """The signed words in the address; a mail that is sent again makes the ones before it void."""
    asked = {"n": str(invitation.network_id), "i": str(invitation.pk), "r": invitation.round}
    return signing.dumps(asked, salt=SALT, compress=True)


def behind(token: str, today: date) -> Behind:
    """The invitation behind a link, looked up as the system of its network; or why the link does not work."""
    broken = Behind(None, _("Deze link klopt niet. Neem hem in zijn geheel over uit de mail."))
    try:
        asked = signing.loads(token, salt=SALT)
        network_id, pk = UUID(asked["n"]), UUID(asked["i"])
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return broken
    with system(network_id):
        rows = PersonalInvitation.objects.select_related("network", "partner", "seat__body", "invited_by")
        found = rows.filter(network_id=network_id, pk=pk).first()
    if found is None:
        return broken
    return Behind(found, why_not_accept(found, asked.get("r"), today) or "")


def why_not_accept(invitation: PersonalInvitation, round: object, today: date) -> str | None:
    """Why nobody can come in on this invitation any more. No database query."""
    who = invitation.invited_by.name if invitation.invited_by else invitation.network.name
    if invitation.accepted_at is not None:
        return _("Deze uitnodiging is al gebruikt. Log gewoon in.")
    if invitation.revoked_at is not None:
        return _("Deze uitnodiging is ingetrokken. Vraag %(who)s waarom.") % {"who": who}
    if round != invitation.round:
        return _("Er is een nieuwere mail gestuurd. Gebruik de link uit de laatste mail.")
    if invitation.has_ended(today):
        return _("Deze link werkte veertien dagen en is verlopen. Vraag %(who)s om een nieuwe.") % {
            "who": who
        }
    return None


def invitations(network: Network, person: Person) -> list[PersonalInvitation]:
    """The invitations of a network, the latest first. One database query."""
    rows = PersonalInvitation.objects.visible_to(person).of(network)
    return list(rows.select_related("network", "partner", "seat__body", "invited_by", "accepted_by")[:300])


def free_seats(network: Network, person: Person, today: date) -> list[Seat]:
    """Seats of bodies that exist on which nobody sits as member. One database query."""
    held = SeatTenure.objects.of(network).filter(kind=TenureKind.HOLDER).exclude(until_on__lte=today)
    seats = Seat.objects.visible_to(person).of(network).held_on(today).exclude(pk__in=held.values("seat"))
    seats = seats.filter(body__closed_on__isnull=True).select_related("body")
    return list(seats.order_by("body__position", "body__name", "position"))
