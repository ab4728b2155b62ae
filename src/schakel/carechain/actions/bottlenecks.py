"""Naming a bottleneck, saying that a partner meets it too, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.carechain.models import Bottleneck, BottleneckVote
from schakel.carechain.permissions import (
    why_not_begin_idea,
    why_not_change_bottleneck,
    why_not_name_bottleneck,
    why_not_vote_bottleneck,
)
from schakel.carechain.queries import figure_of, figure_of_step, step_ends, wait_figure
from schakel.carechain.rules import BottleneckState, Origin, Phase, why_not_state
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.carechain.models import ChainLink, TransferStep
    from schakel.network.models import Area, Network, Partner
    from schakel.people.models import Person


@transaction.atomic
def name_bottleneck(
    network: Network,
    *,
    by: Person,
    title: str,
    story: str,
    cause: str,
    heard_from: str = "",
    area: Area | None = None,
    link: ChainLink | None = None,
    step: TransferStep | None = None,
    wait: tuple[str, str] | None = None,
) -> Bottleneck:
    """Write down where the chain stalls and why; from a link, a step from home to home or a wait it takes its figure.

    wait: the phase and the key of a provider of mental health care, an empty one for the region.

    The figure is the one that everybody in the network may see: of few people there is none.
    """
    allow(why_not_name_bottleneck(by, network))
    for one in (area, link, step):
        if one is not None and one.network_id != network.pk:
            raise Refused(_("Dit hoort bij een ander netwerk."))
    if not title.strip() or not story.strip():
        raise Refused(_("Schrijf op wat er hapert, en wat er dan gebeurt."))
    values: dict[str, Any] = {"origin": Origin.INTERVIEW}
    if link is not None:
        values = {
            "origin": Origin.LINK,
            "source": link.source,
            "target": link.target,
            "figure": figure_of(network, link),
        }
    elif step is not None:
        source, target = step_ends(step)
        figure = figure_of_step(network, step)
        values = {"origin": Origin.LINK, "source": source, "target": target, "figure": figure}
    elif wait is not None:
        values = _of_wait(network, *wait)
    made = Bottleneck.objects.create(
        network=network,
        title=title.strip(),
        story=story.strip(),
        cause=cause,
        heard_from=heard_from.strip(),
        area=area,
        named_by=by,
        named_at=timezone.now(),
        **values,
    )
    record(by=by, verb="named", about=made, data={"cause": cause, "origin": str(made.origin)})
    return made


def _of_wait(network: Network, phase: str, key: str) -> dict[str, Any]:
    """What a bottleneck takes along from a wait of mental health care."""
    told = wait_figure(network, phase, key, today=timezone.localdate())
    if told is None:
        raise Refused(_("Van deze wachttijd zijn er geen cijfers (meer)."))
    return {
        "origin": Origin.WAITS,
        "source": told["who"] or _("Ggz in de regio"),
        "target": str(Phase(phase).label),
        "figure": told if "mean_days" in told else {},
    }


@transaction.atomic
def vote_bottleneck(bottleneck: Bottleneck, *, by: Person, partner: Partner, is_met: bool) -> None:
    """Say that a partner meets a bottleneck too, or take that back; twice the same changes nothing."""
    bottleneck = _locked(bottleneck)
    allow(why_not_vote_bottleneck(by, bottleneck, partner))
    votes = BottleneckVote.objects.filter(bottleneck=bottleneck, partner=partner)
    if votes.exists() == is_met:
        return
    if is_met:
        BottleneckVote.objects.create(
            network_id=bottleneck.network_id,
            bottleneck=bottleneck,
            partner=partner,
            person=by,
            at=timezone.now(),
        )
    else:
        votes.delete()
    verb = "meets too" if is_met else "no longer meets"
    record(by=by, verb=verb, about=bottleneck, on_behalf_of=str(partner))


@transaction.atomic
def change_bottleneck(bottleneck: Bottleneck, *, by: Person, state: str, reason: str) -> Bottleneck:
    """Say what became of a bottleneck; that it is solved or left alone, with the reason."""
    bottleneck = _locked(bottleneck)
    allow(why_not_change_bottleneck(by, bottleneck))
    allow(why_not_state(bottleneck.state, state))
    reason = reason.strip()
    if not reason:
        raise Refused(_("Schrijf op waarom."))
    bottleneck.state, bottleneck.state_reason = BottleneckState(state), reason
    bottleneck.save(update_fields=["state", "state_reason"])
    record(by=by, verb=f"bottleneck {state}", about=bottleneck, reason=reason)
    return bottleneck


@transaction.atomic
def note_idea(bottleneck: Bottleneck, *, by: Person, token: UUID) -> Bottleneck:
    """Remember which idea was begun from a bottleneck, and that it is taken up."""
    bottleneck = _locked(bottleneck)
    allow(why_not_begin_idea(by, bottleneck))
    bottleneck.idea_token, bottleneck.state = token, BottleneckState.TAKEN_UP
    bottleneck.save(update_fields=["idea_token", "state"])
    record(by=by, verb="began an idea", about=bottleneck)
    return bottleneck


def _locked(bottleneck: Bottleneck) -> Bottleneck:
    rows = Bottleneck.objects.filter(network_id=bottleneck.network_id).select_related("network")
    return rows.select_for_update(of=("self",)).get(pk=bottleneck.pk)
