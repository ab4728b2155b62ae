"""The network itself takes a step: go or no-go on the next growth stage is a decision like any other."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.opening import open_decision
from schakel.governance.models import Body, Decision, Meeting
from schakel.governance.permissions.growth import why_not_propose_step, why_not_take_step
from schakel.governance.rules import DecisionType, Subject
from schakel.journal.actions import record
from schakel.network import actions as network_actions
from schakel.network.models import GrowthNeed, Network
from schakel.network.rules import NEXT_GROWTH_STAGE, GrowthStage, Precision
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.people.models import Person

GO, NO_GO = "go", "no_go"


@transaction.atomic
def propose_growth_step(
    body: Body,
    *,
    by: Person,
    proposal: str,
    amount_eur: Decimal | None = None,
    meeting: Meeting | None = None,
    closes_at: datetime | None = None,
) -> Decision:
    """Lay go or no-go on the next growth stage before a body, with how its needs stand now as evidence."""
    network = Network.objects.select_for_update().get(pk=body.network_id)
    allow(why_not_propose_step(by, body, network))
    stage = NEXT_GROWTH_STAGE[network.growth_stage]
    label = GrowthStage(stage).label
    needs = GrowthNeed.objects.of(network).filter(stage=stage)
    return open_decision(
        body,
        by=by,
        type=DecisionType.GROWTH_STEP,
        title=_("Het netwerk gaat naar de groeifase “%(stage)s”") % {"stage": label},
        proposal=proposal,
        verdict=GO,
        options=[
            {"code": GO, "label": _("Ga door naar %(stage)s") % {"stage": label}},
            {"code": NO_GO, "label": _("Nog niet")},
        ],
        subject=Subject("network", network.pk, network.name, stage=network.growth_stage),
        amount_eur=amount_eur,
        meeting=meeting,
        closes_at=closes_at,
        dossier={"growth": {"to": str(stage), "needs": [need.as_evidence() for need in needs]}},
    )


@transaction.atomic
def take_growth_step(decision: Decision, *, by: Person) -> Network:
    """Carry out a valid go: the network is in its next stage, and its history says by which decision."""
    network = Network.objects.select_for_update().get(pk=decision.network_id)
    allow(why_not_take_step(by, decision, network))
    stage = NEXT_GROWTH_STAGE[network.growth_stage]
    network_actions.change_network(
        network, by=by, reason=decision.number, growth_stage=stage, is_growth_stage_inferred=False
    )
    network_actions.put_event(
        network,
        by=by,
        key=f"groeistap-{stage}",
        title=_("Groeistap naar %(stage)s") % {"stage": GrowthStage(stage).label},
        happened_on=decision.decided_on or timezone.localdate(),
        precision=decision.decided_precision or Precision.DAY,
        source=_("Besluit %(number)s") % {"number": decision.number},
    )
    record(by=by, verb="grew", about=network, reason=decision.number, data={"stage": str(stage)})
    network.refresh_from_db()
    return network
