"""What the growth of the network needs, the evidence that it is there, and who contributes what."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.network.actions.changing import write
from schakel.network.models import ContributionTier, GrowthNeed, Membership, Network, TierPerson
from schakel.network.permissions import why_not_manage
from schakel.network.rules import GrowthStage, TierKind
from schakel.people.models import Person
from schakel.web.refusal import allow

Changes = dict[str, list[Any]]


@transaction.atomic
def put_need(
    network: Network, *, by: Person | None, stage: str, text: str, **facts: Any
) -> tuple[GrowthNeed, Changes]:
    """Add something that a growth stage needs, or change what is known of it; nothing is ever met by this."""
    allow(why_not_manage(by, network, timezone.localdate()))
    allow(why_not_need(stage, text))
    found = (
        GrowthNeed.objects.of(network).select_for_update(of=("self",)).filter(stage=stage, text=text).first()
    )
    return _put(GrowthNeed, network, by, found, {"stage": stage, "text": text.strip()}, facts)


@transaction.atomic
def put_tier(
    network: Network, *, by: Person | None, kind: str, text: str, **facts: Any
) -> tuple[ContributionTier, Changes]:
    """Add one of the three ways to contribute, or change it."""
    allow(why_not_manage(by, network, timezone.localdate()))
    allow(None if kind in TierKind.values else _("Kies een soort inbreng uit de lijst."))
    found = ContributionTier.objects.of(network).select_for_update(of=("self",)).filter(kind=kind).first()
    return _put(ContributionTier, network, by, found, {"kind": kind}, {"text": text, **facts})


def _put(
    model: Any, network: Network, by: Person | None, found: Any, key: dict[str, str], facts: dict[str, Any]
) -> tuple[Any, Changes]:
    if found is None:
        found = model.objects.create(network=network, **key, **facts)
        record(by=by, verb="added", about=found)
        return found, {}
    changed = write(found, facts)
    if changed:
        record(by=by, verb="changed", about=found, data=changed)
    return found, changed


def why_not_need(stage: str, text: str) -> str | None:
    """Why a stage cannot need this."""
    if stage not in GrowthStage.values:
        return _("Kies een groeifase uit de lijst.")
    return None if text.strip() else _("Zeg wat er nodig is.")


@transaction.atomic
def meet_need(need: GrowthNeed, *, by: Person, on: date, evidence: str) -> GrowthNeed:
    """Write down that something a stage needs is there: since when, and what shows it."""
    need = GrowthNeed.objects.select_for_update(of=("self",)).select_related("network").get(pk=need.pk)
    today = timezone.localdate()
    allow(why_not_manage(by, need.network, today))
    allow(why_not_meet(need, on, evidence, today))
    need.met_on, need.evidence, need.met_by = on, evidence.strip(), by
    need.save(update_fields=["met_on", "evidence", "met_by"])
    record(by=by, verb="met", about=need, reason=need.evidence, data={"on": on.isoformat()})
    return need


def why_not_meet(need: GrowthNeed, on: date, evidence: str, today: date) -> str | None:
    """Why it cannot be written down like this that something is there."""
    if need.is_met:
        return _("“%(need)s” staat al vast als aanwezig.") % {"need": need}
    if not evidence.strip():
        return _("Zeg waaruit blijkt dat dit er is. Zonder bewijs telt het niet.")
    return _("Kies vandaag of een dag in het verleden.") if on > today else None


@transaction.atomic
def take_back_need(need: GrowthNeed, *, by: Person, reason: str) -> GrowthNeed:
    """Take back that something is there, with the reason; the history keeps what stood."""
    need = GrowthNeed.objects.select_for_update(of=("self",)).select_related("network").get(pk=need.pk)
    allow(why_not_manage(by, need.network, timezone.localdate()))
    allow(None if need.is_met else _("“%(need)s” stond niet vast als aanwezig.") % {"need": need})
    allow(None if reason.strip() else _("Zeg waarom dit er niet (meer) is."))
    need.met_on, need.evidence, need.met_by = None, "", None
    need.save(update_fields=["met_on", "evidence", "met_by"])
    record(by=by, verb="taken back", about=need, reason=reason.strip())
    return need


@transaction.atomic
def join_tier(tier: ContributionTier, *, by: Person, person: Person, role: str = "") -> TierPerson:
    """Write down that a member of the network contributes in this tier; a second time changes the role."""
    today = timezone.localdate()
    allow(why_not_manage(by, tier.network, today))
    is_member = Membership.objects.of(tier.network).filter(person=person).held_on(today).exists()
    allow(None if is_member else _("%(name)s hoort niet bij dit netwerk.") % {"name": person.name})
    found, _made = TierPerson.objects.update_or_create(
        network=tier.network, tier=tier, person=person, defaults={"role": role.strip()}
    )
    record(by=by, verb="joined", about=tier, data={"person": person.name, "role": found.role})
    return found


@transaction.atomic
def leave_tier(found: TierPerson, *, by: Person) -> None:
    """Take a person out of a tier."""
    allow(why_not_manage(by, found.network, timezone.localdate()))
    record(by=by, verb="left", about=found.tier, data={"person": found.person.name})
    found.delete()
