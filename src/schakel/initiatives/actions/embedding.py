"""Making it ordinary care: the embedding plan, line owners and their answer, adoption, reports and lessons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives.actions.announcing import announce_acceptance
from schakel.initiatives.actions.keeping import checked, kept, locked, needed, of_network, tell
from schakel.initiatives.models import (
    Adoption,
    Component,
    EmbeddingPlan,
    Initiative,
    Lesson,
    LineOwner,
    Report,
)
from schakel.initiatives.permissions import (
    why_not_accept_embedding,
    why_not_coordinate,
    why_not_embed,
    why_not_record_adoption,
    why_not_share_lesson,
)
from schakel.initiatives.rules import AdoptionState, EvidenceGrade, OwnerState, ReportKind
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.network.models import Partner
    from schakel.people.models import Person

TEXTS = ("structural_funding", "work_instruction", "training", "figures", "contract_clause", "remeasure")
MOST_COMPONENTS = 20


def plan_for(initiative: Initiative) -> EmbeddingPlan:
    """The embedding plan of an initiative; begun when there is none yet."""
    plan, _is_new = EmbeddingPlan.objects.of(initiative.network).get_or_create(
        initiative=initiative, defaults={"network_id": initiative.network_id}
    )
    return plan


@transaction.atomic
def write_embedding(
    initiative: Initiative,
    *,
    by: Person | None,
    components: Sequence[str] | None = None,
    agreed_share_percent: int | None = None,
    **texts: str,
) -> EmbeddingPlan:
    """Write how it becomes ordinary care, and in which parts it falls; what is not given stays."""
    initiative = locked(initiative)
    allow(why_not_embed(by, initiative))
    if unknown := set(texts) - set(TEXTS):
        raise TypeError(f"an embedding plan has no {', '.join(sorted(unknown))}")
    plan = plan_for(initiative)
    for name, text in texts.items():
        setattr(plan, name, kept(text))
    if agreed_share_percent is not None:
        plan.agreed_share_percent = agreed_share_percent
    checked(plan).save()
    if components is not None:
        _write_components(plan, components)
    record(by=by, verb="embedding written", about=initiative, data={"texts": sorted(texts)})
    return plan


def _write_components(plan: EmbeddingPlan, names: Sequence[str]) -> None:
    """Put the parts in this order; a part that somebody uses already cannot disappear."""
    wanted = list(dict.fromkeys(name for one in names if (name := kept(one, longest=200))))
    if len(wanted) > MOST_COMPONENTS:
        raise Refused(_("Er passen %(most)s onderdelen. Neem er enkele samen.") % {"most": MOST_COMPONENTS})
    known = {one.name: one for one in plan.components.all()}
    gone = [one for name, one in known.items() if name not in wanted]
    used = (
        Adoption.objects.of(plan.network)
        .filter(component__in=gone)
        .exclude(state__in=(AdoptionState.NOT_STARTED, AdoptionState.NOT_APPLICABLE))
    )
    if in_use := used.select_related("component", "partner").first():
        raise Refused(
            _("%(partner)s werkt al met “%(part)s”. Dat onderdeel kan niet weg.")
            % {"partner": in_use.partner, "part": in_use.component}
        )
    for one in gone:
        one.delete()
    for position, name in enumerate(wanted, start=1):
        part = known.get(name) or Component(network_id=plan.network_id, embedding=plan, name=name)
        part.position = position
        part.save()


@transaction.atomic
def ask_line_owner(
    initiative: Initiative,
    *,
    by: Person | None,
    partner: Partner,
    name: str,
    due_on: date | None = None,
) -> LineOwner:
    """Ask a partner to take it into its own line, with somebody who looks after it; the partner itself answers."""
    initiative = locked(initiative)
    allow(why_not_embed(by, initiative))
    of_network(initiative.network_id, partner)
    name = needed(name, _("Schrijf op wie er bij deze partner voor zorgt."), longest=200)
    owner = LineOwner.objects.of(initiative.network).filter(
        embedding=(plan := plan_for(initiative)), partner=partner
    ).first() or LineOwner(network_id=initiative.network_id, embedding=plan, partner=partner)
    owner.name = name
    _ask(initiative, owner, by=by, due_on=due_on)
    record(by=by, verb="line owner asked", about=initiative, data={"partner": str(partner)})
    return owner


def _ask(initiative: Initiative, owner: LineOwner, *, by: Person | None, due_on: date | None = None) -> None:
    """Put the question (again): what was answered before no longer counts, and the partner hears it."""
    before, owner.due_on = owner.answered_at, due_on
    owner.state, owner.answered_by, owner.answered_at, owner.answer = OwnerState.ASKED, None, None, ""
    owner.save()
    announce_acceptance(initiative, owner, by=by, after=before)


@transaction.atomic
def withdraw_line_owner(owner: LineOwner, *, by: Person | None) -> None:
    """Take back the question to a partner that did not accept."""
    owner, initiative = _locked_owner(owner)
    allow(why_not_embed(by, initiative))
    if owner.is_accepted:
        raise Refused(_("%(partner)s aanvaardde het al.") % {"partner": owner.partner})
    record(by=by, verb="line owner withdrawn", about=initiative, data={"partner": str(owner.partner)})
    owner.delete()


@transaction.atomic
def hand_over_line_owner(
    owner: LineOwner, *, by: Person | None, reason: str, name: str = "", to: Partner | None = None
) -> LineOwner | None:
    """Let somebody else look after it because who did so leaves; to: another partner, which is asked first.

    Within the partner its acceptance stays. A partner that leaves gives it up: without another one nothing is left.
    """
    owner, initiative = _locked_owner(owner)
    allow(why_not_coordinate(by, initiative))
    reason = needed(reason, _("Schrijf op waarom."), longest=500)
    if name:
        words = _("Voor %(partner)s zorgt nu %(name)s hiervoor") % {"partner": owner.partner, "name": name}
        owner.name = kept(name, longest=200)
        owner.save(update_fields=["name"])
    else:
        words = _("%(partner)s zorgt hier niet meer voor") % {"partner": owner.partner}
        owner.delete()
    tell(initiative, icon="promise", by=by, title=words[:200], text=reason)
    record(
        by=by,
        verb="line owner handed over",
        about=initiative,
        reason=reason,
        data={"partner": str(owner.partner), "to": str(to or "")},
    )
    if name or to is None:
        return owner if name else None
    of_network(initiative.network_id, to)
    owners = LineOwner.objects.of(initiative.network).filter(embedding=owner.embedding)
    asked = owners.filter(partner=to).select_related("partner").first()
    if asked is None or asked.state == OwnerState.DECLINED:
        # Who looked after it belongs to the partner that leaves: the new one names somebody with its yes.
        asked = asked or LineOwner(network_id=initiative.network_id, embedding=owner.embedding, partner=to)
        _ask(initiative, asked, by=by)
    return asked


def _locked_owner(owner: LineOwner) -> tuple[LineOwner, Initiative]:
    initiative = locked(owner.embedding.initiative)
    found = LineOwner.objects.of(owner.network).select_for_update(of=("self",))
    row = found.select_related("partner", "network", "embedding").get(pk=owner.pk)
    row.embedding.initiative = initiative
    return row, initiative


@transaction.atomic
def answer_embedding(
    owner: LineOwner, *, by: Person | None, accepts: bool, answer: str = "", name: str = ""
) -> LineOwner:
    """Say yes or no on behalf of the partner; it may name somebody else for its own line."""
    owner, initiative = _locked_owner(owner)
    allow(why_not_accept_embedding(by, owner))
    answer = kept(answer) if accepts else needed(answer, _("Schrijf op waarom niet. De trekker leest dit."))
    owner.name = kept(name, longest=200) or owner.name
    if accepts:
        needed(owner.name, _("Schrijf op wie er bij u voor zorgt."))
    owner.state = OwnerState.ACCEPTED if accepts else OwnerState.DECLINED
    owner.answered_by, owner.answered_at, owner.answer = by, timezone.now(), answer
    owner.save()
    words = (
        _("%(partner)s neemt het over in het gewone werk")
        if accepts
        else _("%(partner)s neemt het nog niet over")
    )
    tell(
        initiative, icon="promise", by=by, title=words % {"partner": owner.partner},
        text=answer or _("Lijneigenaar: %(name)s.") % {"name": owner.name},
    )  # fmt: skip
    verb = "embedding accepted" if accepts else "embedding declined"
    record(by=by, verb=verb, about=initiative, reason=answer, on_behalf_of=str(owner.partner))
    return owner


@transaction.atomic
def record_adoption(
    initiative: Initiative,
    *,
    by: Person | None,
    partner: Partner,
    states: Mapping[UUID, str],
    since_on: date | None = None,
) -> list[Adoption]:
    """Write down how far a partner is with each part, and since when; what did not change keeps its day."""
    initiative = locked(initiative)
    of_network(initiative.network_id, partner)
    allow(why_not_record_adoption(by, initiative, partner))
    today = timezone.localdate()
    if since_on is not None and since_on > today:
        raise Refused(_("Deze dag moet nog komen. Leg het vast als het zover is."))
    parts = {
        one.pk: one
        for one in Component.objects.of(initiative.network).filter(embedding__initiative=initiative)
    }
    if set(states) - set(parts):
        raise Refused(_("Dit onderdeel is er niet meer. Laad de pagina opnieuw."))
    known = {
        one.component_id: one
        for one in Adoption.objects.of(initiative.network).filter(component__in=parts, partner=partner)
    }
    changed = []
    for pk, state in states.items():
        if state not in AdoptionState.values:
            raise Refused(_("Kies hoe ver deze partner is."))
        row = known.get(pk) or Adoption(
            network_id=initiative.network_id, component=parts[pk], partner=partner
        )
        if row.pk in {one.pk for one in known.values()} and row.state == state:
            continue
        row.state, row.since_on, row.recorded_by = state, since_on or today, by
        row.save()
        changed.append(row)
    if changed:
        record(
            by=by,
            verb="adoption recorded",
            about=initiative,
            data={"partner": str(partner), "n": len(changed)},
        )
    return changed


@transaction.atomic
def write_report(
    initiative: Initiative,
    *,
    by: Person | None,
    kind: str,
    result: str,
    experience: str = "",
    spent_eur: Decimal | None = None,
    settlement: str = "",
    ahead: str = "",
) -> Report:
    """Write what came of the pilot or of the whole; writing it again replaces it, and what stood there is kept."""
    initiative = locked(initiative)
    allow(why_not_embed(by, initiative))
    if kind not in ReportKind.values:
        raise Refused(_("Kies het verslag van de pilot of het eindverslag."))
    report = initiative.reports.filter(kind=kind).first()
    is_new = report is None
    report = report or Report(network_id=initiative.network_id, initiative=initiative, kind=kind)
    report.result = needed(result, _("Schrijf op wat eruit kwam, ook als het tegenviel."))
    report.experience, report.settlement, report.ahead = kept(experience), kept(settlement), kept(ahead)
    report.spent_eur, report.written_by, report.written_at = spent_eur, by, timezone.now()
    checked(report).save()
    if is_new:
        tell(initiative, icon="doc", by=by, title=str(ReportKind(kind).label), text=report.result)
    record(by=by, verb="report written", about=initiative, data={"kind": kind})
    return report


@transaction.atomic
def share_lesson(
    initiative: Initiative, *, by: Person | None, context: str, happened: str, advice: str, grade: str
) -> Lesson:
    """Write down what others can use, also when it was stopped; it stands on the page of lessons of the network."""
    initiative = locked(initiative)
    allow(why_not_share_lesson(by, initiative))
    if grade not in EvidenceGrade.values:
        raise Refused(_("Kies hoe zeker deze les is."))
    lesson = Lesson.objects.create(
        network_id=initiative.network_id,
        initiative=initiative,
        context=needed(context, _("Schrijf op in welke situatie dit was.")),
        happened=needed(happened, _("Schrijf op wat er gebeurde.")),
        advice=needed(advice, _("Schrijf op wat u anderen aanraadt.")),
        grade=grade,
        shared_by=by,
        shared_at=timezone.now(),
    )
    tell(initiative, icon="idea", by=by, title=_("Een les voor anderen"), text=lesson.advice)
    record(by=by, verb="lesson shared", about=initiative)
    return lesson
