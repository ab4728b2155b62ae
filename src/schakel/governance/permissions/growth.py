"""Why a growth step of the network cannot be proposed or taken now; each answer is a reason, or None."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.governance.models import Decision
from schakel.governance.permissions.bodies import why_not_edit_bodies
from schakel.governance.permissions.deciding import why_not_put_on_agenda
from schakel.governance.rules import UNDER_WAY, DecisionType
from schakel.network.rules import NEXT_GROWTH_STAGE

if TYPE_CHECKING:
    from schakel.governance.models import Body
    from schakel.network.models import Network
    from schakel.people.models import Person


def why_not_grow(network: Network) -> str | None:
    """Why there is no next step to propose: the last stage is reached, or a proposal waits. One database query."""
    if network.growth_stage not in NEXT_GROWTH_STAGE:
        return _("Dit netwerk is regionaal. Er is geen volgende groeifase om over te besluiten.")
    waiting = Decision.objects.of(network).filter(type=DecisionType.GROWTH_STEP, status__in=UNDER_WAY)
    if found := waiting.first():
        return _("Er ligt al een voorstel: %(number)s. Wacht op dat besluit.") % {"number": found.number}
    return None


def why_not_propose_step(person: Person | None, body: Body, network: Network) -> str | None:
    """Why this person may not lay the next growth step before this body."""
    return why_not_put_on_agenda(person, body) or why_not_grow(network)


def why_not_take_step(person: Person | None, decision: Decision, network: Network) -> str | None:
    """Why a decision does not carry the network into its next stage."""
    if decision.type != DecisionType.GROWTH_STEP or decision.network_id != network.pk:
        return _("Besluit %(number)s gaat niet over een groeistap.") % {"number": decision.number}
    if decision.subject_stage != network.growth_stage or network.growth_stage not in NEXT_GROWTH_STAGE:
        return _("Het netwerk staat niet meer in de fase waarover besluit %(number)s ging.") % {
            "number": decision.number
        }
    if not decision.is_valid:
        return _("Besluit %(number)s is niet geldig: %(status)s.") % {
            "number": decision.number,
            "status": decision.get_status_display(),
        }
    if decision.verdict != "go":
        return _("Besluit %(number)s zegt: nog niet.") % {"number": decision.number}
    return why_not_edit_bodies(person, network)
