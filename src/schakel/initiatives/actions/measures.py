"""The measure plan, the promise of an effect before it is measured, and the verdict afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives.actions.announcing import announce_verdict
from schakel.initiatives.actions.comparing import beside_others
from schakel.initiatives.actions.keeping import locked, needed, of_network, tell
from schakel.initiatives.gates.comparing import taking_part, why_not_beside
from schakel.initiatives.gates.followed import Course, courses_of, promise_words
from schakel.initiatives.models import ClaimComparison, EffectClaim, EffectVerdict, Measure
from schakel.initiatives.permissions import (
    why_not_claim,
    why_not_drop_measure,
    why_not_explain_baseline,
    why_not_judge,
    why_not_plan_measures,
)
from schakel.initiatives.rules.comparing import Alone
from schakel.initiatives.rules.measures import (
    Because,
    Outcome,
    Way,
    is_over,
    whole_period_after,
    why_not_promise_now,
    why_not_size,
)
from schakel.jobs.queue import defer
from schakel.journal.actions import record
from schakel.measuring.models import Series
from schakel.measuring.rules import IndicatorKind
from schakel.measuring.rules.periods import between, first_day
from schakel.methods.effect.report import Method
from schakel.methods.effect.verdicts import Better, Claim, Reason, Verdict, judgement
from schakel.methods.unmeasurable import Unmeasurable, Why
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.network.models import Network
    from schakel.people.models import Person

#: The task that works out what came of the promises of one initiative.
JUDGE = "initiatives.judge"
#: The largest number that a target or a promise may be.
LARGEST = Decimal(10) ** 9


@transaction.atomic
def follow_measure(
    initiative: Initiative, *, by: Person | None, series: Series, kind: str, target: Decimal | None
) -> Measure:
    """Put a series of figures in the measure plan; without a target of its own, that of the definition holds."""
    initiative = locked(initiative)
    allow(why_not_plan_measures(by, initiative))
    of_network(initiative.network_id, series)
    if kind not in IndicatorKind.values:
        raise Refused(_("Kies uitkomst, proces of balans."))
    target = series.version.target if target is None else target
    if target is None:
        raise Refused(_("Schrijf op welk cijfer u wilt halen."))
    if abs(target) >= LARGEST:
        raise Refused(_("Dit getal is te groot."))
    if initiative.measures.filter(series=series).exists():
        raise Refused(_("Dit volgt u al."))
    measure = Measure.objects.create(
        network_id=initiative.network_id,
        initiative=initiative,
        series=series,
        kind=kind,
        target=target,
        added_by=by,
        added_at=timezone.now(),
    )
    record(by=by, verb="measure followed", about=initiative, data={"series": str(series.pk), "kind": kind})
    return measure


@transaction.atomic
def drop_measure(measure: Measure, *, by: Person | None) -> None:
    """Take a measure out of the plan again, as long as nothing was promised on it; its history keeps it."""
    initiative = locked(measure.initiative)
    measure = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    measure.initiative = initiative
    allow(why_not_drop_measure(by, measure))
    record(by=by, verb="measure dropped", about=initiative, data={"series": str(measure.series_id)})
    measure.delete()


@transaction.atomic
def explain_no_baseline(measure: Measure, *, by: Person | None, reason: str) -> Measure:
    """Write down why a measure has no baseline; the gate reads it, and the verdict stays "not yet known"."""
    initiative = locked(measure.initiative)
    measure = _named(measure, initiative)
    allow(why_not_explain_baseline(by, measure))
    if courses_of([measure])[measure.pk].baseline is not None:
        raise Refused(_("Van dit cijfer staat een nulmeting op slot."))
    measure.no_baseline_reason = needed(reason, _("Schrijf op waarom er geen nulmeting is."), longest=2000)
    measure.save(update_fields=["no_baseline_reason"])
    tell(
        initiative,
        icon="score",
        by=by,
        title=_("Geen nulmeting: %(name)s") % {"name": measure.series.version.name},
        text=measure.no_baseline_reason,
    )
    record(
        by=by,
        verb="missing baseline explained",
        about=initiative,
        reason=measure.no_baseline_reason,
        data={"series": str(measure.series_id)},
    )
    return measure


@transaction.atomic
def claim_effect(
    measure: Measure,
    *,
    by: Person | None,
    way: str,
    threshold: Decimal,
    after_periods: int,
    why: str,
    is_chosen_for_score: bool = False,
    beside: Iterable[Series] = (),
) -> EffectClaim:
    """Promise an effect before it is measured; before the start a next one may follow, afterwards none.

    beside: series of who does not take part, to compare with; they are fixed with the promise.
    """
    initiative = locked(measure.initiative)
    measure = _named(measure, initiative)
    allow(why_not_claim(by, measure))
    course = courses_of([measure])[measure.pk]
    before = measure.claims.first()
    allow(
        why_not_promise_now(
            course.kind,
            started_on=course.started_on,
            first_measured=course.first_measured,
            is_first=before is None,
        )
    )
    if way not in Way.values:
        raise Refused(_("Kies of het hoger of lager wordt."))
    if abs(threshold) >= LARGEST:
        raise Refused(_("Dit getal is te groot."))
    allow(why_not_size(threshold, after_periods))
    beside = _beside(measure, beside)
    claim = EffectClaim.objects.create(
        network_id=measure.network_id,
        measure=measure,
        number=before.number + 1 if before else 1,
        way=way,
        threshold=threshold,
        after_periods=after_periods,
        why=needed(why, _("Schrijf op waarom u dit verwacht."), longest=2000),
        is_chosen_for_score=is_chosen_for_score,
        claimed_by=by,
        claimed_at=timezone.now(),
    )
    ClaimComparison.objects.bulk_create(
        ClaimComparison(network_id=claim.network_id, claim=claim, series=one) for one in beside
    )
    version = measure.series.version
    words = promise_words(claim, version.unit, version.period, sorted(one.who for one in beside))
    title = _("Effect beloofd: %(name)s") % {"name": version.name}
    text = f"{words[:1].upper()}{words[1:]}. {claim.why}"
    tell(initiative, icon="promise", by=by, title=title, text=text)
    data = {"claim": str(claim.pk), "beside": [str(one.pk) for one in beside]}
    record(by=by, verb="effect claimed", about=initiative, data=data)
    return claim


def _beside(measure: Measure, beside: Iterable[Series]) -> list[Series]:
    """The series to compare with as they are now, each once; refused when one cannot be compared with."""
    chosen = list(beside)
    of_network(measure.network_id, *chosen)
    rows = list(Series.objects.named().filter(pk__in={one.pk for one in chosen}))
    if rows:
        joined = taking_part(measure)
        for one in rows:
            allow(why_not_beside(one, measure, joined))
    return rows


@transaction.atomic
def ask_verdict(initiative: Initiative, *, by: Person | None) -> int:
    """Have the worker work out what came of the promises; returns of how many."""
    initiative = locked(initiative)
    claims = _newest_claims(Measure.objects.filter(initiative=initiative))
    if not claims:
        raise Refused(_("Er is nog geen effect beloofd."))
    for claim in claims:
        allow(why_not_judge(by, claim))
    defer(JUDGE, network=initiative.network_id, initiative=initiative.pk)
    record(by=by, verb="verdict asked", about=initiative)
    return len(claims)


@transaction.atomic
def judge_effects(network: Network, *, by: Person | None, initiative: Any = None) -> list[EffectVerdict]:
    """Work out what came of each promise, of one initiative or of all; what did not change is not written again."""
    measures = Measure.objects.of(network)
    if initiative is not None:
        measures = measures.filter(initiative=initiative)
    found = [_judge(claim, by=by) for claim in _newest_claims(measures)]
    return [one for one in found if one is not None]


def _newest_claims(measures: Any) -> list[EffectClaim]:
    rows = EffectClaim.objects.filter(measure__in=measures).select_related(
        "measure__initiative__network", "measure__initiative__lead", "measure__series__version__indicator"
    )
    return list(rows.order_by("measure_id", "-number").distinct("measure_id"))


def _judge(claim: EffectClaim, *, by: Person | None) -> EffectVerdict | None:
    initiative = locked(claim.measure.initiative)
    claim.measure.initiative = initiative
    allow(why_not_judge(by, claim))
    judged = work_out(claim, courses_of([claim.measure])[claim.measure.pk])
    before = claim.verdicts.first()
    if before is not None and all(getattr(before, name) == value for name, value in judged.facts.items()):
        return None
    if before is None and judged.facts["because"] in {Reason.NO_BASELINE, Reason.TOO_EARLY}:
        return None  # the page says so by itself, and nothing was worked out
    verdict = EffectVerdict.objects.create(
        network_id=claim.network_id,
        claim=claim,
        number=before.number + 1 if before else 1,
        judged_at=timezone.now(),
        **judged.facts,
    )
    name = claim.measure.series.version.name
    if before is None or before.outcome != verdict.outcome:
        title = _("%(outcome)s: %(name)s") % {"outcome": Outcome(verdict.outcome).label, "name": name}
        words = str(verdict.get_because_display())
        tell(initiative, icon="score", by=by, title=title, text=f"{words[:1].upper()}{words[1:]}.")
        announce_verdict(initiative, verdict, name, by=by)
    record(by=by, verb="effect judged", about=initiative, data={"outcome": str(verdict.outcome)})
    return verdict


@dataclass(frozen=True)
class Judged:
    """What a verdict is made of."""

    facts: dict[str, Any] = field(default_factory=dict)


def work_out(claim: EffectClaim, course: Course) -> Judged:
    """Hold a promise against the figures: the baseline as it was locked, and what was measured after the start."""
    better = Better(claim.way)
    size = float(claim.threshold)
    promised = Claim(threshold=size if better == Better.HIGHER else -size, better=better)
    if course.baseline is None or course.started_on is None:
        missing = judgement(promised, None)
        is_early = course.baseline is not None
        return _judged(missing.verdict, Reason.TOO_EARLY if is_early else missing.reason, course)
    if not is_over(course.kind, course.started_on, claim.after_periods, course.last_on):
        return _judged(Verdict.NOT_YET_KNOWN, Reason.TOO_EARLY, course)
    from schakel.methods.effect import analysis  # a page never imports what calculates

    own, choices = _calculation(claim, course, course.started_on)
    found = beside_others(claim, course, own, choices)
    alone = found if isinstance(found, Alone) else None
    try:
        report = analysis.report([own], choices) if found is None or alone else found
    except Unmeasurable as fault:
        is_chosen = fault.why == Why.CHOSEN_FOR_ITS_SCORE
        reason = Reason.CHOSEN_FOR_ITS_SCORE if is_chosen else Because.UNMEASURABLE
        return _judged(Verdict.NOT_YET_KNOWN, reason, course, cautions=_told(alone))
    at = None if report.method == Method.BEFORE_AFTER else claim.after_periods
    measured = report.found(at)
    verdict = judgement(promised, measured)
    change = next((one for one in report.effect_at if one.periods_after == at), report.level)
    return _judged(
        verdict.verdict,
        verdict.reason,
        course,
        grade=str(report.grade),
        method=str(report.method),
        effect=change.value,
        lower95=measured.lower95,
        upper95=measured.upper95,
        n_before=report.n_before,
        n_after=report.n_after,
        completeness=report.completeness,
        cautions=[*_told(alone), *(str(one) for one in report.cautions)],
    )


def _told(alone: Alone | None) -> list[str]:
    """Why there is no comparison, as a verdict keeps it beside its cautions."""
    return [alone.value] if alone else []


def load_calculation() -> None:
    """Load what calculates. On a slow machine that takes longer than a transaction may wait, so do it before one."""
    from schakel.methods.effect import analysis  # noqa: F401  # a page never imports what calculates


def _calculation(claim: EffectClaim, course: Course, started_on: date) -> tuple[Any, Any]:
    """The course of a promise around its start, and the choices to work it out by. Only the worker comes here."""
    from schakel.methods.effect import analysis  # a page never imports what calculates

    first, values = course.figures()
    begun = first_day(course.kind, started_on)
    is_mixed = whole_period_after(course.kind, started_on) != begun
    own = analysis.Course(values, start=len(between(course.kind, first, begun)) - 1)
    return own, analysis.Choices(
        at=(claim.after_periods,),
        ramp_up=1 if is_mixed else 0,
        is_chosen_for_score=claim.is_chosen_for_score,
    )


def _judged(outcome: str, because: str, course: Course, **more: Any) -> Judged:
    facts: dict[str, Any] = {"outcome": str(outcome), "because": str(because), "last_on": course.last_on}
    facts |= {"baseline_id": course.baseline.pk if course.baseline else None}
    facts |= {"grade": "", "method": "", "effect": None, "lower95": None, "upper95": None}
    facts |= {"n_before": 0, "n_after": 0, "completeness": None, "cautions": []}
    return Judged(facts | more)


def _named(measure: Measure, initiative: Initiative) -> Measure:
    """The measure as it is now, with its series, held until the end of the transaction."""
    found = Measure.objects.named().select_for_update(of=("self",)).get(pk=measure.pk)
    found.initiative = initiative
    return found
