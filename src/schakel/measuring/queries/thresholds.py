"""From how many people a figure is shown on the pages of a network, and which decision says so."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from schakel.governance.models import Decision
from schakel.governance.rules import HISTORIC, DecisionStatus, DecisionType
from schakel.measuring.models import Threshold
from schakel.methods.disclosure import Policy

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

#: A decision about small numbers is of one of these kinds.
KINDS = (DecisionType.OTHER, DecisionType.AGREEMENT)


def threshold_of(network_id: UUID) -> Threshold | None:
    """What holds now; None while nobody decided otherwise. One database query."""
    return Threshold.objects.filter(network_id=network_id).select_related("decision").first()


def policy_of(network_id: UUID) -> Policy:
    """From how many people this network shows figures on its own pages. One database query.

    For pages behind the door only: what leaves as a file keeps the usual threshold.
    """
    found = threshold_of(network_id)
    return found.policy if found else Policy()


def decisions_for_threshold(person: Person, network: Network) -> QuerySet[Decision]:
    """The decisions that a body took and that hold, newest first, on which a lower threshold can rest."""
    rows = (
        Decision.objects.visible_to(person)
        .of(network)
        .filter(status=DecisionStatus.VALID, type__in=KINDS, body__isnull=False)
    )
    return rows.exclude(template=HISTORIC)
