"""Readings of what an initiative follows: the measure plan, its figures, what was promised and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.initiatives.models import EffectClaim, EffectVerdict, Measure
from schakel.initiatives.rules import Stage
from schakel.initiatives.rules.measures import (
    TRIO,
    Because,
    Outcome,
    Way,
    after_the_start,
    counts_as_baseline,
    is_over,
    why_not_whole,
)
from schakel.measuring.models import Baseline, Series, Value
from schakel.measuring.queries import HIDDEN, Together, let_out_together
from schakel.measuring.rules import BaselineState, IndicatorKind, read_value
from schakel.measuring.rules.periods import between, label
from schakel.methods.disclosure import Policy
from schakel.methods.effect.verdicts import Reason
from schakel.web.formats import dutch_date, number

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person


@dataclass(frozen=True)
class Course:
    """The figures of one series around the start of an initiative.

    baseline: the newest locked one that counts; other: a locked one that does not, because it came too late.
    values: what counts now, by period, oldest first. first_measured: the first period with a figure after the start.
    """

    kind: str
    started_on: date | None
    baseline: Baseline | None
    other: Baseline | None
    values: dict[date, Value]
    first_measured: date | None

    @property
    def last_on(self) -> date | None:
        """The last period with a figure."""
        return max((on for on, one in self.values.items() if one.value is not None), default=None)

    def figures(self) -> tuple[date, list[float | None]]:
        """The first period and every figure from there, sealed ones as they were sealed; None where there is none."""
        assert self.baseline is not None, "without a baseline nothing is compared"
        first = self.baseline.from_on
        found = {on: one.value for on, one in self.values.items() if on > self.baseline.last_on}
        found |= {on: one.value for on, one in map(read_value, self.baseline.values)}
        periods = between(self.kind, first, max(found))
        return first, [None if found.get(on) is None else float(found[on] or 0) for on in periods]


@dataclass(frozen=True)
class MeasureRow:
    """One measure of a plan, ready to read."""

    measure: Measure
    course: Course
    claims: tuple[EffectClaim, ...]
    verdict: EffectVerdict | None
    latest_words: str
    latest_period: str

    @property
    def series(self) -> Series:
        """The figures that it follows."""
        return self.measure.series

    @property
    def name(self) -> str:
        """The name of the indicator."""
        return self.series.version.name

    @property
    def kind_words(self) -> str:
        """Outcome, process or balance."""
        return str(self.measure.get_kind_display())

    @property
    def target_words(self) -> str:
        """What it aims at, with its unit."""
        return with_unit(self.measure.target, self.series.version.unit)

    @property
    def baseline_words(self) -> str:
        """Whether there is a baseline, over which periods, and since when it is locked."""
        found = self.course.baseline
        if found is None:
            if self.course.other is not None:
                return _("geen nulmeting die meetelt: zij kwam na de start op slot, of loopt erin door")
            return _("geen nulmeting")
        assert found.locked_at is not None, "only a locked baseline counts"
        kind = self.course.kind
        return _("%(first)s tot en met %(last)s, op slot sinds %(day)s") % {
            "first": label(kind, found.from_on),
            "last": label(kind, found.last_on),
            "day": dutch_date(found.locked_at),
        }

    @property
    def claim(self) -> EffectClaim | None:
        """What is promised now."""
        return self.claims[0] if self.claims else None

    @property
    def claim_words(self) -> str:
        """The promise in one sentence; empty when there is none."""
        return promise_words(self.claim, self.series.version.unit, self.course.kind) if self.claim else ""

    @property
    def outcome(self) -> Outcome:
        """What came of it, as far as is known."""
        return Outcome(self.verdict.outcome) if self.verdict else Outcome.NOT_YET_KNOWN

    @property
    def because(self) -> str:
        """Why the outcome is what it is, in words."""
        if self.verdict is not None:
            return str(self.verdict.get_because_display())
        if self.course.baseline is None:
            return str(Because(Reason.NO_BASELINE).label)
        if self.claim is None:
            return _("er is geen effect beloofd")
        if not self.is_over:
            return str(Because(Reason.TOO_EARLY).label)
        return _("het oordeel wordt berekend")

    @property
    def verdict_words(self) -> str:
        """What came of it and why: "Nog niet te zeggen: geen nulmeting"."""
        return f"{self.outcome.label}: {self.because}"

    @property
    def is_over(self) -> bool:
        """Whether the moment of the promise has come, in figures."""
        started_on = self.course.started_on
        if self.claim is None or started_on is None:
            return False
        return is_over(self.course.kind, started_on, self.claim.after_periods, self.course.last_on)

    @property
    def is_stale(self) -> bool:
        """Whether a verdict can be worked out that is not there yet: figures or a baseline came since."""
        if self.claim is None or not self.is_over or self.course.baseline is None:
            return False
        if self.verdict is None:
            return True
        entered = max((one.entered_at for one in self.course.values.values()), default=None)
        return (
            self.verdict.claim_id != self.claim.pk
            or self.verdict.baseline_id != self.course.baseline.pk
            or (entered is not None and entered > self.verdict.judged_at)
        )


@dataclass(frozen=True)
class MeasurePlan:
    """What an initiative follows, in the order outcome, process, balance."""

    rows: Sequence[MeasureRow]

    @property
    def lacks(self) -> str | None:
        """Why the plan is not whole yet, or None."""
        return why_not_whole({row.measure.kind for row in self.rows})

    @property
    def outcomes(self) -> list[MeasureRow]:
        """Where an effect can be promised."""
        return [row for row in self.rows if row.measure.kind == IndicatorKind.OUTCOME]


def with_unit(value: object, unit: str) -> str:
    """A number with its unit."""
    return f"{number(value)} {unit}".strip()  # type: ignore[arg-type]  # a Decimal or a float


def promise_words(claim: EffectClaim, unit: str, kind: str) -> str:
    """A promise in one sentence."""
    counted = {
        "month": ngettext("%(n)s maand", "%(n)s maanden", claim.after_periods),
        "quarter": ngettext("%(n)s kwartaal", "%(n)s kwartalen", claim.after_periods),
        "year": ngettext("%(n)s jaar", "%(n)s jaar", claim.after_periods),
    }[kind] % {"n": claim.after_periods}
    return _("%(periods)s na de start minstens %(size)s %(way)s") % {
        "periods": counted,
        "size": with_unit(claim.threshold, unit if unit != "%" else _("procentpunt")),
        "way": str(Way(claim.way).label),
    }


def measures_of(person: Person, initiative: Initiative) -> MeasurePlan:
    """What an initiative follows, with finished words for page and paper. Six database queries."""
    measures = list(Measure.objects.visible_to(person).filter(initiative=initiative).named())
    for one in measures:
        one.initiative = initiative
    courses = courses_of(measures)
    claims: dict[UUID, list[EffectClaim]] = {}
    for claim in (
        EffectClaim.objects.visible_to(person).filter(measure__in=measures).select_related("claimed_by")
    ):
        claims.setdefault(claim.measure_id, []).append(claim)
    newest = [rows[0].pk for rows in claims.values()]
    verdicts: dict[UUID, EffectVerdict] = {}
    for verdict in EffectVerdict.objects.visible_to(person).filter(claim__in=newest).order_by("number"):
        verdicts[verdict.claim_id] = verdict
    rows = []
    lasts = {course.last_on for course in courses.values() if course.last_on is not None}
    known = let_out_together([one.series for one in measures], Policy(), lasts)
    for one in measures:
        course, mine = courses[one.pk], claims.get(one.pk, [])
        words, period = _latest(one.series, course, known)
        found = verdicts.get(mine[0].pk) if mine else None
        rows.append(MeasureRow(one, course, tuple(mine), found, words, period))
    rows.sort(key=lambda row: (TRIO.index(IndicatorKind(row.measure.kind)), row.name, row.series.who))
    return MeasurePlan(rows)


def courses_of(measures: Iterable[Measure]) -> dict[UUID, Course]:
    """The figures behind each measure, around the start of its initiative. Two database queries."""
    measures = list(measures)
    keys = {one.series_id for one in measures}
    baselines: dict[UUID, list[Baseline]] = {}
    for found in Baseline.objects.filter(series__in=keys, state=BaselineState.LOCKED).order_by("-number"):
        baselines.setdefault(found.series_id, []).append(found)
    values: dict[UUID, list[Value]] = {}
    for value in Value.objects.filter(series__in=keys).order_by("period_on", "number"):
        values.setdefault(value.series_id, []).append(value)
    return {
        one.pk: _course(one, baselines.get(one.series_id, []), values.get(one.series_id, []))
        for one in measures
    }


def _course(measure: Measure, locked: Sequence[Baseline], values: Sequence[Value]) -> Course:
    kind, started_on = measure.series.version.period, start_of(measure.initiative)
    after = [
        one for one in values if after_the_start(kind, one.period_on, started_on) and one.value is not None
    ]
    first_entered: datetime | None = min((one.entered_at for one in after), default=None)
    counting = [
        one
        for one in locked
        if one.locked_at is not None
        and counts_as_baseline(
            kind,
            last_on=one.last_on,
            locked_at=one.locked_at,
            started_on=started_on,
            first_entered_at=first_entered,
        )
    ]
    return Course(
        kind=kind,
        started_on=started_on,
        baseline=counting[0] if counting else None,
        other=locked[0] if locked and not counting else None,
        values={one.period_on: one for one in values if one.replaced_by_id is None and not one.is_withdrawn},
        first_measured=min((one.period_on for one in after), default=None),
    )


def start_of(initiative: Initiative) -> date | None:
    """The day on which it was decided to begin, None while that is still to come."""
    if initiative.stage in {Stage.PREPARATION, Stage.AWAITING_FUNDING}:
        return None
    return initiative.started_on


def _latest(series: Series, course: Course, known: Together) -> tuple[str, str]:
    """The last figure as everybody may see it, and its period; hidden when it is about few people."""
    if course.last_on is None:
        return "", ""
    last = known.get((series.pk, course.last_on), HIDDEN)
    words = (
        _("verborgen")
        if last.is_hidden or last.measured.value is None
        else with_unit(last.measured.value, series.version.unit)
    )
    return words, label(course.kind, course.last_on)
