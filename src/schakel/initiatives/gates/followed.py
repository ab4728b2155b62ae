"""What an initiative follows: its figures around the start, its promises and their verdicts."""

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
from schakel.initiatives.rules.comparing import beside_words
from schakel.initiatives.rules.measures import (
    Because,
    Outcome,
    Way,
    after_the_start,
    counts_as_baseline,
    is_over,
    whole_period_after,
)
from schakel.measuring.models import Baseline, Series, Value
from schakel.measuring.rules import BaselineState, read_value
from schakel.measuring.rules.periods import between, ended_on, is_late
from schakel.methods.effect.verdicts import Reason
from schakel.web.formats import number

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative


@dataclass(frozen=True)
class Course:
    """The figures of one series around the start of an initiative.

    baseline: the newest locked one that counts; other: a locked one that does not, because it came too late.
    values: what counts now, by period, oldest first. first_measured: the first period with a figure after the start.
    ended_on: the first period that is no longer measured.
    """

    kind: str
    started_on: date | None
    baseline: Baseline | None
    other: Baseline | None
    values: dict[date, Value]
    first_measured: date | None
    ended_on: date | None = None

    @property
    def last_on(self) -> date | None:
        """The last period with a figure."""
        return max((on for on, one in self.values.items() if one.value is not None), default=None)

    @property
    def is_measured(self) -> bool:
        """Whether there is a figure of a whole period after the start; the period of the start is half of before."""
        if self.started_on is None or self.last_on is None:
            return False
        return self.last_on >= whole_period_after(self.kind, self.started_on)

    def figures(self) -> tuple[date, list[float | None]]:
        """The first period and every figure from there, sealed ones as they were sealed; None where there is none."""
        assert self.baseline is not None, "without a baseline nothing is compared"
        first = self.baseline.from_on
        found = {on: one.value for on, one in self.values.items() if on > self.baseline.last_on}
        found |= {on: one.value for on, one in map(read_value, self.baseline.values)}
        periods = between(self.kind, first, max(found))
        return first, [None if found.get(on) is None else float(found[on] or 0) for on in periods]

    def expected(self, today: date) -> list[date]:
        """The whole periods since the start whose figure must be there by now."""
        if self.started_on is None:
            return []
        first = whole_period_after(self.kind, self.started_on)
        return [on for on in self._measured_from(first, today) if is_late(self.kind, on, today)]

    def lacking(self, today: date) -> list[date]:
        """The whole periods since the start that are over and have no figure, oldest first."""
        if self.started_on is None:
            return []
        first = whole_period_after(self.kind, self.started_on)
        over = [on for on in self._measured_from(first, today) if ended_on(self.kind, on) <= today]
        return [on for on in over if not self.n_there([on])]

    def _measured_from(self, first: date, today: date) -> list[date]:
        """The periods until today in which it is measured."""
        return [on for on in between(self.kind, first, today) if self.ended_on is None or on < self.ended_on]

    def n_there(self, periods: Iterable[date]) -> int:
        """For how many of these periods there is a figure."""
        return sum(on in self.values and self.values[on].value is not None for on in periods)


@dataclass(frozen=True)
class Followed:
    """One measure of a plan, with what was promised on it, newest first, and the verdict on the newest promise."""

    measure: Measure
    course: Course
    claims: tuple[EffectClaim, ...]
    verdict: EffectVerdict | None

    @property
    def series(self) -> Series:
        """The figures that it follows."""
        return self.measure.series

    @property
    def name(self) -> str:
        """The name of the indicator."""
        return self.series.version.name

    @property
    def claim(self) -> EffectClaim | None:
        """What is promised now."""
        return self.claims[0] if self.claims else None

    @property
    def claim_words(self) -> str:
        """The promise in one sentence; empty when there is none."""
        if self.claim is None:
            return ""
        return promise_words(self.claim, self.series.version.unit, self.course.kind, self.claim.beside)

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
        moments = [one.entered_at for one in self.course.values.values()]
        moments += [self.claim.beside_entered_at] if self.claim.beside_entered_at else []
        entered = max(moments, default=None)
        return (
            self.verdict.claim_id != self.claim.pk
            or self.verdict.baseline_id != self.course.baseline.pk
            or (entered is not None and entered > self.verdict.judged_at)
        )


def with_unit(value: object, unit: str) -> str:
    """A number with its unit."""
    return f"{number(value)} {unit}".strip()  # type: ignore[arg-type]  # a Decimal or a float


def promise_words(claim: EffectClaim, unit: str, kind: str, beside: Sequence[str]) -> str:
    """A promise in one sentence, with the names of who it is compared with."""
    counted = {
        "month": ngettext("%(n)s maand", "%(n)s maanden", claim.after_periods),
        "quarter": ngettext("%(n)s kwartaal", "%(n)s kwartalen", claim.after_periods),
        "year": ngettext("%(n)s jaar", "%(n)s jaar", claim.after_periods),
    }[kind] % {"n": claim.after_periods}
    return _("%(periods)s na de start minstens %(size)s %(way)s, %(beside)s") % {
        "periods": counted,
        "size": with_unit(claim.threshold, unit if unit != "%" else _("procentpunt")),
        "way": str(Way(claim.way).label),
        "beside": beside_words(beside),
    }


def followed_by(initiative: Initiative) -> list[Followed]:
    """Everything that an initiative follows. Five database queries; one when it follows nothing."""
    measures = list(Measure.objects.filter(network_id=initiative.network_id, initiative=initiative).named())
    for one in measures:
        one.initiative = initiative
    return with_promises(measures)


def with_promises(measures: Sequence[Measure]) -> list[Followed]:
    """Measures with their figures, promises and verdicts. Four database queries; none without measures."""
    if not measures:
        return []
    courses = courses_of(measures)
    claims: dict[UUID, list[EffectClaim]] = {}
    rows = EffectClaim.objects.filter(measure__in=measures).select_related("claimed_by")
    for claim in rows.with_beside():
        claims.setdefault(claim.measure_id, []).append(claim)
    newest = [rows[0].pk for rows in claims.values()]
    verdicts: dict[UUID, EffectVerdict] = {}
    for verdict in EffectVerdict.objects.filter(claim__in=newest).order_by("number"):
        verdicts[verdict.claim_id] = verdict
    return [
        Followed(one, courses[one.pk], tuple(mine), verdicts.get(mine[0].pk) if mine else None)
        for one in measures
        for mine in [claims.get(one.pk, [])]
    ]


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
        ended_on=measure.series.ended_on,
    )


def start_of(initiative: Initiative) -> date | None:
    """The day on which it was decided to begin, None while that is still to come."""
    if initiative.stage in {Stage.PREPARATION, Stage.AWAITING_FUNDING}:
        return None
    return initiative.started_on
