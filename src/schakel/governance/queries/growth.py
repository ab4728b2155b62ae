"""The growth path of a network: its stages with what they need, who contributes, and the line of its life."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from schakel.governance.models import Body, Decision
from schakel.governance.queries.bodies import who_could_decide
from schakel.governance.rules import DecisionType
from schakel.network.models import (
    Agreement,
    AgreementParty,
    ContributionTier,
    GrowthNeed,
    NetworkEvent,
    Partner,
    TierPerson,
)
from schakel.network.queries import told_facts
from schakel.network.rules import GrowthStage, Precision

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

ORDER = (GrowthStage.FORMING, GrowthStage.ESTABLISHED, GrowthStage.REGIONAL)


@dataclass(frozen=True)
class StagePath:
    """One growth stage: where it stands to the network, and what it needs."""

    code: str
    label: str
    state: str
    needs: Sequence[GrowthNeed]
    n_met: int
    is_inferred: bool


@dataclass(frozen=True)
class Happening:
    """One thing in the life of the network, with a day as exactly as it is known."""

    title: str
    happened_on: date | None
    precision: str
    words: str
    icon: str
    text: str = ""
    source: str = ""
    decision: str = ""


@dataclass(frozen=True)
class GrowthPath:
    """Everything about the growth of a network."""

    stages: Sequence[StagePath]
    tiers: Sequence[ContributionTier]
    decisions: Sequence[Decision]
    happenings: Sequence[Happening]
    facts: Sequence[Any]


def growth_path(person: Person, network: Network) -> GrowthPath:
    """The stages with their needs, the tiers, the decisions about growth, and the line. Eight database queries."""
    people = TierPerson.objects.visible_to(person).select_related("person")
    tiers = ContributionTier.objects.visible_to(person).of(network)
    decisions = Decision.objects.visible_to(person).of(network).filter(type=DecisionType.GROWTH_STEP)
    growth = [fact for fact in network.facts.get("facts", ()) if fact["module"] == "growth"]
    return GrowthPath(
        stages=_stages(person, network),
        tiers=list(tiers.prefetch_related(Prefetch("people", people))),
        decisions=list(decisions.select_related("body", "network")),
        happenings=happenings(person, network),
        facts=tuple(told_facts(growth)),
    )


def _stages(person: Person, network: Network) -> list[StagePath]:
    by_stage: dict[str, list[GrowthNeed]] = {}
    for need in GrowthNeed.objects.visible_to(person).of(network).select_related("met_by"):
        by_stage.setdefault(need.stage, []).append(need)
    here = ORDER.index(GrowthStage(network.growth_stage))
    found = []
    for place, stage in enumerate(ORDER):
        needs = by_stage.get(stage, [])
        state = "now" if place == here else "done" if place < here else "next" if place == here + 1 else ""
        n_met = sum(need.is_met for need in needs)
        is_inferred = any(need.is_inferred for need in needs)
        found.append(StagePath(stage.value, str(stage.label), state, needs, n_met, is_inferred))
    return found


def deciding_body(network: Network, today: date) -> Body | None:
    """The body that may decide about a growth step today, or None. Two database queries."""
    could = who_could_decide(network, DecisionType.GROWTH_STEP, network.growth_stage, None, today)
    return could[0].body if could and could[0].ok else None


def happenings(person: Person, network: Network) -> list[Happening]:
    """Conferences, agreements, joins, leaves and steps, newest first; what has no day stands last. Four queries."""
    found = [
        Happening(
            event.title,
            event.happened_on,
            event.precision,
            event.happened_in_words + (f" ({event.date_note})" if event.date_note else ""),
            "start" if event.key.startswith("groeistap-") else "meeting",
            text=" ".join(_sentence(part) for part in (event.note, _attendees(event)) if part),
            source=event.source,
        )
        for event in NetworkEvent.objects.visible_to(person).of(network)
    ]
    partners = list(Partner.objects.visible_to(person).of(network).filter(member_of__isnull=True))
    found += _together(
        [(one.joined_on, one.name) for one in partners],
        _("%(name)s wordt partner"),
        _("%(n)s organisaties worden partner"),
        "partner",
    )
    found += _together(
        [(one.left_on, one.name) for one in partners],
        _("%(name)s treedt uit"),
        _("%(n)s organisaties treden uit"),
        "leave",
    )
    for one in Agreement.objects.visible_to(person).of(network).filter(starts_on__isnull=False):
        title = _("%(title)s gaat in") % {"title": one.title}
        found.append(Happening(title, one.starts_on, one.starts_precision, "", "agreement"))
    signed: dict[str, list[tuple[date | None, str]]] = {}
    parties = AgreementParty.objects.visible_to(person).of(network).filter(signed_on__isnull=False)
    for party in parties.select_related("agreement", "partner"):
        signed.setdefault(party.agreement.title, []).append((party.signed_on, party.partner.name))
    for agreement, rows in signed.items():
        found += _together(
            rows,
            _("%(name)s tekent: %(agreement)s"),
            _("%(n)s partners tekenen: %(agreement)s"),
            "agreement",
            agreement=agreement,
        )
    return sorted(found, key=lambda one: (one.happened_on or date.min, one.title), reverse=True)


def _sentence(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?")) else f"{text.rstrip()}."


def _attendees(event: NetworkEvent) -> str:
    return _("Aanwezig: %(who)s.") % {"who": event.attendees} if event.attendees else ""


def _together(
    rows: Sequence[tuple[date | None, str]], one: str, more: str, icon: str, **words: str
) -> list[Happening]:
    """What happened to several on one day is one line, with their names below it."""
    by_day: dict[date, list[str]] = {}
    for day, name in rows:
        if day is not None:
            by_day.setdefault(day, []).append(name)
    found = []
    for day, names in by_day.items():
        is_one = len(names) == 1
        title = (one if is_one else more) % {"name": names[0], "n": len(names), **words}
        text = "" if is_one else ", ".join(sorted(names))
        found.append(Happening(title, day, Precision.DAY, "", icon, text=text))
    return found
