"""Who may do what in a network, as far as membership decides it; rights from seats come in governance.

Every answer is a reason to refuse in plain words, or None. ``by`` is None when the platform itself works for one
network, inside ``tenancy.context.system(network)``: a command, the loader of network files.
"""

from datetime import date

from django.utils.translation import gettext as _

from schakel.network.models import Agreement, Membership, Network, Obligation, Partner
from schakel.network.rules import ObligationState, PartnerStatus, Role
from schakel.people.models import Person
from schakel.tenancy.context import Kind, current
from schakel.web.refusal import NotYours

STRONGEST_FIRST = (Role.MANAGER, Role.REPRESENTATIVE, Role.ANALYST, Role.PROFESSIONAL, Role.READER)


def roles_in(person: Person, network: Network, today: date) -> frozenset[Role]:
    """Every role a person has in a network today. One database query."""
    held = Membership.objects.visible_to(person).of(network).filter(person=person).held_on(today)
    return frozenset(Role(role) for role in held.values_list("role", flat=True))


def membership_role(person: Person, network: Network, today: date) -> Role | None:
    """The strongest role a person has in a network today, or None for who is no member. One database query."""
    held = roles_in(person, network, today)
    return next((role for role in STRONGEST_FIRST if role in held), None)


def is_representative(person: Person, partner: Partner, today: date) -> bool:
    """Whether a person speaks for this partner today. One database query."""
    held = Membership.objects.visible_to(person).filter(person=person, partner=partner).held_on(today)
    return held.filter(role=Role.REPRESENTATIVE).exists()


def is_platform(by: Person | None, network: Network) -> bool:
    """Whether the platform itself is at work, for this very network."""
    return by is None and current() == (Kind.SYSTEM, network.pk)


def why_not_found_network(by: Person | None) -> str | None:
    """Why this person may not begin a network: the system administrator gives that right. No database query."""
    if by is None or by.is_founder:
        return None
    return _(
        "Een netwerk beginnen mag alleen wie dat recht kreeg. De systeembeheerder van dit platform geeft het."
    )


def why_not_manage(by: Person | None, network: Network, today: date) -> str | None:
    """Why this person may not change the network: only its manager may. At most two database queries."""
    if is_platform(by, network):
        return None
    if by is None:
        return _("Dit kan alleen het platform zelf, namens dit netwerk.")
    if Role.MANAGER in roles_in(by, network, today):
        return None
    return NotYours(
        _("Alleen de netwerkmanager kan dit doen. %(who)s") % {"who": _who_manages(by, network, today)}
    )


def why_not_change_partner_facts(by: Person | None, partner: Partner, today: date) -> str | None:
    """Why this person may not change what a partner tells about itself. At most three database queries."""
    if partner.status == PartnerStatus.LEFT:
        return _("%(partner)s is uitgetreden. Deze gegevens liggen vast.") % {"partner": partner.name}
    if by is not None and is_representative(by, partner, today):
        return None
    if why_not_manage(by, partner.network, today) is None:
        return None
    return _("Alleen wie %(partner)s vertegenwoordigt, of de netwerkmanager, past dit aan.") % {
        "partner": partner.name
    }


def why_not_sign(by: Person | None, agreement: Agreement, partner: Partner, today: date) -> str | None:
    """Why this person may not put a signature of this partner under this agreement. At most four queries."""
    party = agreement.parties.filter(partner=partner).first()
    if party is None:
        return _("%(partner)s is geen partij bij deze overeenkomst.") % {"partner": partner.name}
    if party.signed_on is not None:
        return _("%(partner)s heeft al getekend.") % {"partner": partner.name}
    if agreement.ends_on is not None and agreement.ends_on < today and not agreement.renewal_months:
        return _("De looptijd van deze overeenkomst is voorbij.")
    if by is not None and is_representative(by, partner, today):
        return None
    if why_not_manage(by, agreement.network, today) is None:
        return None
    return _("Alleen wie %(partner)s vertegenwoordigt tekent, of de netwerkmanager legt het papier vast.") % {
        "partner": partner.name
    }


def why_not_answer_obligation(by: Person | None, obligation: Obligation, today: date) -> str | None:
    """Why this person may not say for a party whether this is what it has to do: its own representative does."""
    if obligation.state == ObligationState.WITHDRAWN:
        return _("Deze verplichting is ingetrokken.")
    if obligation.state == ObligationState.CONFIRMED:
        return _("%(partner)s bevestigde dit al.") % {"partner": obligation.partner.name}
    if by is None:
        return _("Alleen een mens antwoordt namens een partner.")
    if is_representative(by, obligation.partner, today):
        return None
    return _("Alleen wie %(partner)s vertegenwoordigt, zegt of dit klopt.") % {
        "partner": obligation.partner.name
    }


def why_not_report_obligation(by: Person | None, obligation: Obligation, today: date) -> str | None:
    """Why this person may not write down whether it was met: the party does, or the manager. At most three queries."""
    if obligation.state == ObligationState.WITHDRAWN:
        return _("Deze verplichting is ingetrokken.")
    if obligation.state != ObligationState.CONFIRMED:
        return _("%(partner)s bevestigde dit nog niet. Daarna legt u vast of het is nagekomen.") % {
            "partner": obligation.partner.name
        }
    if obligation.met_on is not None:
        return _("Dit is al nagekomen.")
    if by is not None and is_representative(by, obligation.partner, today):
        return None
    if why_not_manage(by, obligation.network, today) is None:
        return None
    return _("Alleen wie %(partner)s vertegenwoordigt, of de netwerkmanager, legt dit vast.") % {
        "partner": obligation.partner.name
    }


def _who_manages(person: Person, network: Network, today: date) -> str:
    managers = (
        Membership.objects.visible_to(person)
        .of(network)
        .filter(role=Role.MANAGER)
        .held_on(today)
        .select_related("person")
    )
    names = [membership.person.name for membership in managers]
    if not names:
        return _("Dit netwerk heeft nu geen netwerkmanager.")
    return _("In dit netwerk is dat %(names)s.") % {"names": ", ".join(names)}
