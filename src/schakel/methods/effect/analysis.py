"""From measurements to a report: method and strength of the evidence follow from what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from schakel.methods.effect import comparison, verdicts
from schakel.methods.effect.counts import interrupted_counts
from schakel.methods.effect.report import Areas, Beside, Caution, Change, ChangeAt, EffectReport, Method
from schakel.methods.effect.series import (
    AT_PERIODS,
    EffectAt,
    Estimate,
    Interrupted,
    Series,
    before_after,
    interrupted,
)
from schakel.methods.effect.verdicts import POINTS_BEFORE_NO_EFFECT, USUAL_COMPLETENESS, Grade
from schakel.methods.unmeasurable import Unmeasurable, Why

#: Above this neighbours resemble each other so much that an interval is likely too narrow.
AUTOCORRELATED = 0.3


@dataclass(frozen=True)
class Course:
    """The measurements of one area, over the same periods as every other area.

    values: oldest first, None where missing. start: place (from 0) of the first period with the change, None for an
    area to compare with. exposure: what the values are counts over, above 0; None for measurements.
    """

    values: Sequence[float | None]
    start: int | None
    exposure: Sequence[float | None] | None = None


@dataclass(frozen=True)
class Choices:
    """What was decided before anybody looked at the outcome.

    at: after how many periods the effect is told. ramp_up: periods of settling in. season: periods in a year, 0 for
    none, with so many sine–cosine pairs. per: rates of areas are per so many of the exposure. seed: for what is drawn.
    is_randomised: lots decided which areas take part. is_chosen_for_score: they take part because they scored badly.
    method: one of OLS, NEWEY_WEST and REML instead of the one that fits the length.
    """

    at: tuple[int, ...] = AT_PERIODS
    ramp_up: int = 0
    season: int = 0
    pairs: int = 1
    per: float = 1.0
    seed: int = 1
    is_randomised: bool = False
    is_chosen_for_score: bool = False
    method: Method | None = None


def report(courses: Sequence[Course], choices: Choices = Choices()) -> EffectReport:
    """Work out an effect by the method that fits what was measured.

    courses: one area: an interrupted series, of counts when there is an exposure; with fewer than three points on a
        side a plain before–after comparison. Two areas, one of them to compare with: the interrupted series of their
        difference. Three or more: difference-in-differences. With an exposure, areas are compared by their rates.
    Raises ``Unmeasurable`` with the reason; among others chosen_for_its_score for a plain before–after comparison of a
        group that was chosen because it scored badly: it would have scored better by itself.

    >>> report([Course([10, 11, 9, 10, 11, 6, 7, 5, 6, 7], start=5)]).grade.value
    'C'
    """
    if not courses:
        raise Unmeasurable(Why.TOO_FEW_POINTS)
    if len(courses) == 1:
        return _of_series(courses[0], choices)
    rates = [_rates(course, choices.per) for course in courses]
    starts = [course.start for course in courses]
    panel = comparison.Panel(rates, starts, choices.ramp_up)
    if len(courses) == 2:
        return _of_two(panel, choices)
    return _of_areas(panel, choices)


def _of_series(course: Course, choices: Choices) -> EffectReport:
    """One series, without anything to compare it with."""
    if course.start is None:
        raise Unmeasurable(Why.NO_TREATED)
    values, start = course.values, course.start
    settings = (choices.ramp_up, choices.season, choices.pairs)
    try:
        if course.exposure is None:
            found = interrupted(Series(values, start, *settings), at=choices.at, method=choices.method)
        else:
            missing = [one is None or two is None for one, two in zip(values, course.exposure, strict=True)]
            counts = [None if gap else value for gap, value in zip(missing, values, strict=True)]
            over = [1.0 if gap else size for gap, size in zip(missing, course.exposure, strict=True)]
            series = Series(counts, start, *settings, exposure=[float(size or 0) for size in over])
            found = interrupted_counts(series, at=choices.at)
    except Unmeasurable as fault:
        if fault.why not in {Why.TOO_FEW_BEFORE, Why.TOO_FEW_AFTER}:
            raise
        found = before_after(Series(_rates(course, choices.per), start, choices.ramp_up))
    grade = verdicts.grade(
        is_randomised=False,
        has_comparison=False,
        is_parallel=None,
        is_series=found.method != Method.BEFORE_AFTER,
        is_measured=True,
    )
    return _report(found, grade, choices)


def _of_two(panel: comparison.Panel, choices: Choices) -> EffectReport:
    """One series with one to compare it with."""
    treated = int(panel.is_treated.argmax())
    found, is_parallel = comparison.beside_one(
        panel.values[treated],
        panel.values[1 - treated],
        panel.first_start,
        ramp_up=panel.ramp_up,
        season=choices.season,
        pairs=choices.pairs,
        at=choices.at,
        method=choices.method,
    )
    trend = found.trend_before
    areas = Areas(2, 1, None, None, 0, None, None, _change(trend) if trend else None, is_parallel)
    grade = verdicts.grade(
        is_randomised=choices.is_randomised,
        has_comparison=True,
        is_parallel=is_parallel,
        is_series=True,
        is_measured=True,
    )
    more = (Caution.ONE_BESIDE_ONE,) if is_parallel else (Caution.ONE_BESIDE_ONE, Caution.NOT_PARALLEL)
    return _report(found, grade, choices, areas, more)


def _of_areas(panel: comparison.Panel, choices: Choices) -> EffectReport:
    """Treated areas beside areas that did not change."""
    found = comparison.compared(panel, seed=choices.seed, at=choices.at)
    grade = verdicts.grade(
        is_randomised=choices.is_randomised,
        has_comparison=True,
        is_parallel=found.is_parallel,
        is_series=found.n_before >= comparison.FEWEST_FOR_TREND,
        is_measured=True,
    )
    _refuse_chosen(grade, choices)
    main = found.contrast
    flags = {
        Caution.FEW_AREAS: found.is_few,
        Caution.NOT_PARALLEL: found.is_parallel is False,
        Caution.PARALLEL_UNKNOWN: found.is_parallel is None,
        **_usual_flags(found.n_after, found.completeness, choices),
    }
    return EffectReport(
        found.method,
        grade,
        _bounds(main),
        None,
        tuple(
            ChangeAt(one.contrast.value, one.contrast.lower95, one.contrast.upper95, one.periods_after)
            for one in found.effect_at
        ),
        n_before=found.n_before,
        n_after=found.n_after,
        completeness=found.completeness,
        cautions=tuple(caution for caution, is_so in flags.items() if is_so),
        areas=Areas(
            found.n_areas,
            found.n_treated,
            main.p,
            main.p_placebo,
            main.n_arrangements,
            main.p_area,
            main.p_wild,
            _bounds(found.pre_trend) if found.pre_trend else None,
            found.is_parallel,
        ),
    )


def _report(
    found: Interrupted,
    grade: Grade,
    choices: Choices,
    areas: Areas | None = None,
    more: tuple[Caution, ...] = (),
) -> EffectReport:
    """An interrupted series as a report."""
    _refuse_chosen(grade, choices)
    neighbours = found.autocorrelation
    flags = {
        Caution.INDICATIVE: found.is_indicative,
        Caution.BEFORE_AFTER: found.method == Method.BEFORE_AFTER,
        Caution.AUTOCORRELATED: neighbours is not None and neighbours > AUTOCORRELATED,
        **_usual_flags(found.n_after, found.completeness, choices),
    }
    beside = found.beside
    return EffectReport(
        found.method,
        grade,
        _change(found.level),
        _change(found.slope) if found.slope else None,
        _changes_at(found.effect_at),
        n_before=found.n_before,
        n_after=found.n_after,
        completeness=found.completeness,
        cautions=(*more, *(caution for caution, is_so in flags.items() if is_so)),
        is_log=found.is_log,
        autocorrelation=neighbours,
        durbin_watson=found.durbin_watson,
        dispersion=found.dispersion,
        beside=Beside(
            beside.method,
            _change(beside.level),
            _change(beside.slope) if beside.slope else None,
            _changes_at(beside.effect_at),
        )
        if beside
        else None,
        areas=areas,
    )


def _usual_flags(n_after: int, completeness: float, choices: Choices) -> dict[Caution, bool]:
    """What is to be known of any kind of measurement."""
    return {
        Caution.FEW_POINTS_AFTER: n_after < POINTS_BEFORE_NO_EFFECT,
        Caution.INCOMPLETE: completeness < USUAL_COMPLETENESS,
        Caution.CHOSEN_FOR_ITS_SCORE: choices.is_chosen_for_score,
    }


def _refuse_chosen(grade: Grade, choices: Choices) -> None:
    """Refuse a plain before–after comparison of a group that was chosen because it scored badly."""
    if verdicts.why_not_compare(grade, is_chosen_for_score=choices.is_chosen_for_score):
        raise Unmeasurable(Why.CHOSEN_FOR_ITS_SCORE)


def _rates(course: Course, per: float) -> list[float | None]:
    """Values as they are, or counts as rates per so many of their exposure."""
    if course.exposure is None:
        return list(course.values)
    if any(size is not None and size <= 0 for size in course.exposure):
        raise Unmeasurable(Why.NO_EXPOSURE)
    pairs = zip(course.values, course.exposure, strict=True)
    return [None if value is None or size is None else value / size * per for value, size in pairs]


def _change(found: Estimate) -> Change:
    return Change(found.value, found.lower95, found.upper95)


def _changes_at(found: Sequence[EffectAt]) -> tuple[ChangeAt, ...]:
    return tuple(ChangeAt(one.value, one.lower95, one.upper95, one.periods_after) for one in found)


def _bounds(found: comparison.Contrast) -> Change:
    return Change(found.value, found.lower95, found.upper95)
