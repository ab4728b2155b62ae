"""People are invited by mail, come in by a link that works once and fourteen days, and invitations are taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.bodies import seat_person
from schakel.governance.actions.numbering import require_text
from schakel.governance.models import PersonalInvitation, Seat
from schakel.governance.permissions import forget_standing
from schakel.governance.queries import behind, link_token
from schakel.governance.rules import TenureKind
from schakel.journal.actions import record
from schakel.network.actions import add_membership
from schakel.network.models import Membership, Network, Partner
from schakel.network.permissions import why_not_manage
from schakel.network.rules import PartnerStatus, Role
from schakel.notices.actions import write_to
from schakel.people.actions import why_not_address
from schakel.people.models import Person
from schakel.tenancy.context import system
from schakel.web.formats import dutch_date
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from collections.abc import Mapping

#: A link works this many days.
WORKS_DAYS = 14


@transaction.atomic
def invite_person(
    network: Network,
    *,
    by: Person | None,
    email: str,
    name: str,
    role: str,
    partner: Partner | None = None,
    title: str = "",
    seat: Seat | None = None,
    kind: str = TenureKind.HOLDER,
) -> PersonalInvitation:
    """Ask somebody into the network by mail, with a role and perhaps a seat."""
    allow(why_not_manage(by, network, timezone.localdate()))
    email = email.strip().lower()
    allow(why_not_address(email))
    name = require_text(name, longest=120, name=_("de naam"))
    allow(why_not_invite(network, email, role, partner, seat))
    invitation = PersonalInvitation.objects.create(
        network=network,
        email=email,
        name=name,
        role=role,
        partner=partner,
        title=title.strip(),
        seat=seat,
        kind=kind,
        invited_by=by,
        sent_at=timezone.now(),
        expires_on=timezone.localdate() + timedelta(days=WORKS_DAYS),
    )
    record(by=by, verb="invited", about=invitation, data={"role": str(role)})
    _send(invitation)
    return invitation


def why_not_invite(
    network: Network, email: str, role: str, partner: Partner | None, seat: Seat | None
) -> str | None:
    """Why somebody cannot be invited like this. At most two database queries."""
    if role == Role.REPRESENTATIVE and partner is None:
        return _("Een vertegenwoordiger spreekt voor een partner. Kies de partner.")
    if partner is not None and (partner.network_id != network.pk or partner.status == PartnerStatus.LEFT):
        return _("%(partner)s hoort niet (meer) bij dit netwerk.") % {"partner": partner.name}
    if seat is not None and seat.network_id != network.pk:
        return _("Deze zetel hoort niet bij dit netwerk.")
    if PersonalInvitation.objects.of(network).waiting().filter(email__iexact=email).exists():
        return _("Dit adres is al uitgenodigd. Stuur die mail opnieuw, of trek haar eerst in.")
    today = timezone.localdate()
    same = Membership.objects.of(network).filter(person__email__iexact=email, role=role, partner=partner)
    if seat is None and same.held_on(today).exists():
        return _("Wie dit adres heeft, heeft deze rol al.")
    return None


@transaction.atomic
def resend_invitation(invitation: PersonalInvitation, *, by: Person | None) -> PersonalInvitation:
    """Send the mail again with a new link; the one before no longer works."""
    invitation = _lock(invitation)
    allow(why_not_manage(by, invitation.network, timezone.localdate()))
    allow(_why_not_waiting(invitation))
    invitation.round += 1
    invitation.sent_at = timezone.now()
    invitation.expires_on = timezone.localdate() + timedelta(days=WORKS_DAYS)
    invitation.save(update_fields=["round", "sent_at", "expires_on"])
    record(by=by, verb="invited again", about=invitation)
    _send(invitation)
    return invitation


@transaction.atomic
def revoke_invitation(invitation: PersonalInvitation, *, by: Person | None) -> PersonalInvitation:
    """Take an invitation back; its link no longer works."""
    invitation = _lock(invitation)
    allow(why_not_manage(by, invitation.network, timezone.localdate()))
    allow(_why_not_waiting(invitation))
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    record(by=by, verb="took back", about=invitation)
    return invitation


@transaction.atomic
def accept_invitation(token: str, *, person: Person) -> PersonalInvitation:
    """Come into the network on a link from the mail: with the role, and on the seat when it is still free."""
    today = timezone.localdate()
    found = behind(token, today)
    if found.invitation is None:
        raise Refused(found.reason)
    with system(found.invitation.network_id):
        invitation = _lock(found.invitation)
        allow(behind(token, today).reason)
        allow(why_not_this_person(invitation, person))
        network = invitation.network
        held = Membership.objects.of(network).filter(
            person=person, role=invitation.role, partner=invitation.partner
        )
        if not held.held_on(today).exists():
            add_membership(
                network,
                by=None,
                person=person,
                role=invitation.role,
                partner=invitation.partner,
                title=invitation.title,
            )
        if invitation.seat is not None:
            seat_person(invitation.seat, by=None, person=person, kind=invitation.kind)
        invitation.accepted_at, invitation.accepted_by = timezone.now(), person
        invitation.save(update_fields=["accepted_at", "accepted_by"])
        record(by=person, verb="accepted", about=invitation)
    forget_standing(person)
    person.__dict__.pop("network_ids", None)
    return invitation


def why_not_this_person(invitation: PersonalInvitation, person: Person) -> str | None:
    """Why somebody who is signed in does not come in on an invitation: it went to another address."""
    if person.email.lower() == invitation.email.lower():
        return None
    return _("Deze uitnodiging ging naar een ander e-mailadres dan waarmee u nu bent ingelogd.")


def mail_of(invitation: PersonalInvitation) -> Mapping[str, str]:
    """The mail as it goes out: subject and text."""
    link = settings.BASE_URL + reverse(
        "governance:accept_invitation", kwargs={"token": link_token(invitation)}
    )
    who = invitation.invited_by.name if invitation.invited_by else invitation.network.name
    words = {
        "name": invitation.name,
        "who": who,
        "network": invitation.network.name,
        "role": as_what(invitation),
        "link": link,
        "day": dutch_date(invitation.expires_on),
    }
    return {
        "subject": " ".join((_("Uitnodiging voor %(network)s") % words).split()),
        "text": _(
            "Beste %(name)s,\n\n"
            "%(who)s nodigt u uit voor %(network)s, als %(role)s.\n\n"
            "Open deze link om mee te doen:\n%(link)s\n\n"
            "De link werkt één keer, tot %(day)s. Verwachtte u deze mail niet? Dan hoeft u niets te doen.\n"
        )
        % words,
    }


def as_what(invitation: PersonalInvitation) -> str:
    """As what somebody is invited, in words."""
    words = str(invitation.get_role_display())
    if invitation.partner is not None:
        words = _("%(role)s namens %(partner)s") % {"role": words, "partner": invitation.partner.name}
    if invitation.seat is not None:
        kind = invitation.get_kind_display()
        where = {"what": words, "kind": kind, "seat": invitation.seat.name, "body": invitation.seat.body.name}
        words = _("%(what)s, en als %(kind)s op de zetel %(seat)s in %(body)s") % where
    return words


def _send(invitation: PersonalInvitation) -> None:
    """Queue the mail; a mail that cannot go out leaves the invitation, to send again."""
    write_to(invitation.network, address=invitation.email, **mail_of(invitation))


def _lock(invitation: PersonalInvitation) -> PersonalInvitation:
    rows = PersonalInvitation.objects.of(invitation.network).select_for_update(of=("self",))
    rows = rows.select_related("network", "partner", "seat__body__network", "seat__network", "invited_by")
    return rows.get(pk=invitation.pk)


def _why_not_waiting(invitation: PersonalInvitation) -> str | None:
    if invitation.accepted_at is not None:
        return _("%(name)s heeft deze uitnodiging al aangenomen.") % {"name": invitation.name}
    if invitation.revoked_at is not None:
        return _("Deze uitnodiging is al ingetrokken.")
    return None
