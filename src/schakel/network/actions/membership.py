"""People come into a network with a role, and leave it on a day."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.network.leaving import let_person_go, why_not_let_person_go
from schakel.network.models import Membership, Network, Partner
from schakel.network.permissions import why_not_manage
from schakel.network.rules import PartnerStatus, Role
from schakel.people.actions import still
from schakel.people.models import Person
from schakel.web.refusal import allow


@transaction.atomic
def add_membership(
    network: Network,
    *,
    by: Person | None,
    person: Person,
    role: str,
    partner: Partner | None = None,
    title: str = "",
    from_on: date | None = None,
    until_on: date | None = None,
    reason: str = "",
) -> Membership:
    """Give a person a role in a network from a day on (today unless said)."""
    today = timezone.localdate()
    allow(why_not_manage(by, network, today))
    from_on = from_on or today
    allow(why_not_member(network, person, role, partner, from_on, until_on))
    membership = Membership.objects.create(
        network=network,
        person=person,
        partner=partner,
        role=role,
        title=title,
        from_on=from_on,
        until_on=until_on,
    )
    record(
        by=by,
        verb="added",
        about=membership,
        reason=reason,
        data={"role": str(role), "partner": partner.name if partner else "", "from": from_on.isoformat()},
    )
    return membership


@transaction.atomic
def end_membership(
    membership: Membership, *, by: Person | None, until_on: date | None = None, reason: str = ""
) -> None:
    """End a role on a day that itself no longer counts (today unless said): who leaves today, left today.

    The last role is a leave: nothing of this person may be left open on that day.
    """
    today = timezone.localdate()
    # The person first, as every leave does: two that end at once wait for each other, each in turn.
    still(membership.person)
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    allow(why_not_manage(by, membership.network, today))
    until_on = max(until_on or today, membership.from_on)
    allow(why_not_end(membership, until_on, today))
    day = max(until_on, today)
    if is_leave := is_last(membership, day):
        allow(why_not_let_person_go(membership.network, membership.person, day))
    membership.until_on = until_on
    membership.save(update_fields=["until_on"])
    record(by=by, verb="ended", about=membership, reason=reason, data={"until": until_on.isoformat()})
    if is_leave:
        let_person_go(membership.network, membership.person, day, by=by)


def why_not_member(
    network: Network,
    person: Person,
    role: str,
    partner: Partner | None,
    from_on: date,
    until_on: date | None,
) -> str | None:
    """Why a person cannot get this role. At most one database query."""
    if role == Role.REPRESENTATIVE and partner is None:
        return _("Een vertegenwoordiger spreekt voor een partner. Kies de partner.")
    if partner is not None and partner.network_id != network.pk:
        return _("%(partner)s hoort niet bij dit netwerk.") % {"partner": partner.name}
    if partner is not None and partner.status == PartnerStatus.LEFT:
        return _("%(partner)s is uitgetreden.") % {"partner": partner.name}
    if until_on is not None and until_on <= from_on:
        return _("De laatste dag ligt vóór de eerste.")
    same = Membership.objects.of(network).filter(person=person, role=role, partner=partner)
    if any(
        (m.until_on is None or m.until_on > from_on) and (until_on is None or m.from_on < until_on)
        for m in same
    ):
        return _("%(person)s heeft deze rol al in die tijd.") % {"person": person.name}
    return None


def is_last(membership: Membership, day: date) -> bool:
    """Whether no other role of this person in the network goes on from a day. One database query."""
    others = Membership.objects.filter(network_id=membership.network_id, person_id=membership.person_id)
    return not others.exclude(pk=membership.pk).exclude(until_on__lte=day).exists()


def why_not_end(membership: Membership, until_on: date, today: date) -> str | None:
    """Why a membership cannot end then: it has ended, or the network would be left without a manager."""
    if membership.until_on is not None and membership.until_on <= until_on:
        return _("Dit lidmaatschap is al beëindigd.")
    if membership.role != Role.MANAGER:
        return None
    others = Membership.objects.filter(network_id=membership.network_id, role=Role.MANAGER)
    if others.exclude(pk=membership.pk).held_on(max(until_on, today)).exists():
        return None
    return _("Een netwerk houdt altijd een netwerkmanager. Wijs eerst een ander aan.")
