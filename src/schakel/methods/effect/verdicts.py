"""A claim against what was found: met, partly, not, or not yet known; and how strong the evidence is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

#: So many measurements after the start before anything may be called "no effect": with 12 points before, a shift of one
#: standard deviation is seen within six points in 45 % of series only, within twelve in 74 %.
POINTS_BEFORE_NO_EFFECT = 8
#: From which share of the expected measurements a series is complete enough for a verdict.
USUAL_COMPLETENESS = 0.8


class Grade(StrEnum):
    """How strong the evidence is by the way it was gathered, best first."""

    RANDOMISED = "A"
    COMPARED = "B"
    INTERRUPTED = "C"
    BEFORE_AFTER = "D"
    OPINION = "E"


class Better(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


class Verdict(StrEnum):
    """Whether a claim came true."""

    MET = "met"
    PARTLY = "partly"
    NOT = "not"
    NOT_YET_KNOWN = "not_yet_known"


class Reason(StrEnum):
    """Why a verdict is what it is; a page gives each its words."""

    INTERVAL_BEYOND_CLAIM = "interval_beyond_claim"
    BETTER_SIZE_UNSURE = "better_size_unsure"
    BETTER_BUT_LESS = "better_but_less"
    LESS_THAN_CLAIMED = "less_than_claimed"
    WORSE = "worse"
    NO_BASELINE = "no_baseline"
    CHOSEN_FOR_ITS_SCORE = "chosen_for_its_score"
    TOO_EARLY = "too_early"
    INCOMPLETE = "incomplete"
    TOO_FEW_POINTS = "too_few_points"
    NO_INTERVAL = "no_interval"
    INTERVAL_TOO_WIDE = "interval_too_wide"


@dataclass(frozen=True)
class Claim:
    """What was promised before the first measurement of the pilot.

    threshold: the change that counts as success, in the unit of the effect and with its sign: −2 for "two days
        shorter". The claim "no worse than" is not made here: a threshold lies on the good side of zero, or on it.
    better: which way is better. completeness: share (0 to 1) of the expected measurements that has to be there.
    Raises ValueError for a threshold on the wrong side of zero, one that is not finite, or a share outside 0 to 1.

    >>> Claim(threshold=-2, better=Better.LOWER).completeness
    0.8
    """

    threshold: float
    better: Better
    completeness: float = USUAL_COMPLETENESS

    def __post_init__(self) -> None:
        if not math.isfinite(self.threshold):
            raise ValueError("a claim names a finite change")
        if self.threshold * (1 if self.better == Better.HIGHER else -1) < 0:
            raise ValueError("a claim lies on the good side of zero")
        if not 0 <= self.completeness <= 1:
            raise ValueError("completeness is a share between 0 and 1")


@dataclass(frozen=True)
class Found:
    """What was measured: a change with its interval, on a scale where 0 is no change.

    lower95, upper95: the 95 % interval in the unit of the claim; None where no bound could be given.
    n_after: measurements after the start. completeness: share (0 to 1) of the expected measurements that is there.
    has_baseline: whether the measurements before the start were locked before it.
    is_chosen_for_score: whether the group takes part because it scored badly.
    is_reached: whether the measurements go as far as the moment the claim is about.
    """

    lower95: float | None
    upper95: float | None
    n_after: int
    completeness: float
    grade: Grade
    has_baseline: bool = True
    is_chosen_for_score: bool = False
    is_reached: bool = True


@dataclass(frozen=True)
class Judgement:
    """A verdict with its one reason."""

    verdict: Verdict
    reason: Reason


def judgement(claim: Claim, found: Found | None) -> Judgement:
    """Judge a claim by the whole interval, never by the point alone.

    claim, found: in the same unit; found is None when nothing was measured.
    Met: the whole interval reaches the threshold. Partly: the whole interval is better than no change, but not all of
    it reaches the threshold. Not: the whole interval is worse than no change; or it falls short of the threshold and
    there are at least eight points after the start. Else not yet known. Without a baseline, before the moment of the
    claim, with too little of the expected data, without an interval, or from a plain before–after comparison of a
    group that was chosen for its bad score, nothing is known yet.
    Source: an interval against zero and a margin, as in Piaggio et al., JAMA 2012;308:2594–2604, figure 1.

    >>> claim = Claim(threshold=-2, better=Better.LOWER)
    >>> judgement(claim, Found(-5.1, -2.4, n_after=9, completeness=1, grade=Grade.COMPARED)).verdict.value
    'met'
    >>> judgement(claim, Found(-0.9, 0.8, n_after=5, completeness=1, grade=Grade.COMPARED)).reason.value
    'too_few_points'
    """
    if found is None or not found.has_baseline:
        return Judgement(Verdict.NOT_YET_KNOWN, Reason.NO_BASELINE)
    if why_not_compare(found.grade, is_chosen_for_score=found.is_chosen_for_score):
        return Judgement(Verdict.NOT_YET_KNOWN, Reason.CHOSEN_FOR_ITS_SCORE)
    if not found.is_reached:
        return Judgement(Verdict.NOT_YET_KNOWN, Reason.TOO_EARLY)
    if found.completeness < claim.completeness:
        return Judgement(Verdict.NOT_YET_KNOWN, Reason.INCOMPLETE)
    if found.lower95 is None or found.upper95 is None:
        return Judgement(Verdict.NOT_YET_KNOWN, Reason.NO_INTERVAL)
    is_higher = claim.better == Better.HIGHER
    least = found.lower95 if is_higher else -found.upper95
    most = found.upper95 if is_higher else -found.lower95
    return _by_interval(least, most, abs(claim.threshold), found.n_after)


def _by_interval(least: float, most: float, threshold: float, n_after: int) -> Judgement:
    """Judge an improvement between ``least`` and ``most`` against a threshold, more being better."""
    if most < 0:
        return Judgement(Verdict.NOT, Reason.WORSE)
    if least > 0 and least >= threshold:
        return Judgement(Verdict.MET, Reason.INTERVAL_BEYOND_CLAIM)
    if least > 0:
        less = most < threshold
        return Judgement(Verdict.PARTLY, Reason.BETTER_BUT_LESS if less else Reason.BETTER_SIZE_UNSURE)
    if n_after < POINTS_BEFORE_NO_EFFECT:
        return Judgement(Verdict.NOT_YET_KNOWN, Reason.TOO_FEW_POINTS)
    if most < threshold:
        return Judgement(Verdict.NOT, Reason.LESS_THAN_CLAIMED)
    return Judgement(Verdict.NOT_YET_KNOWN, Reason.INTERVAL_TOO_WIDE)


def is_worse(better: Better, lower95: float | None, upper95: float | None) -> bool:
    """Whether a change is for the worse with its whole interval: what a balancing indicator must not do.

    >>> is_worse(Better.LOWER, 0.4, 2.1), is_worse(Better.LOWER, -0.4, 2.1), is_worse(Better.LOWER, None, 2.1)
    (True, False, False)
    """
    if better == Better.HIGHER:
        return upper95 is not None and upper95 < 0
    return lower95 is not None and lower95 > 0


def grade(
    *, is_randomised: bool, has_comparison: bool, is_parallel: bool | None, is_series: bool, is_measured: bool
) -> Grade:
    """How strong the evidence is.

    is_randomised: lots decided who took part. has_comparison: others were measured who did not take part.
    is_parallel: whether those went the same way before the start; None when that could not be tested.
    is_series: enough points before and after for an interrupted series. is_measured: anything was measured at all.
    A comparison that already went its own way before the start adds nothing to a plain before–after comparison; one of
    which that cannot be told counts as an interrupted series.

    >>> grade(is_randomised=False, has_comparison=True, is_parallel=True, is_series=True, is_measured=True).value
    'B'
    """
    if not is_measured:
        return Grade.OPINION
    if is_randomised and has_comparison:
        return Grade.RANDOMISED
    if has_comparison and is_parallel:
        return Grade.COMPARED
    if has_comparison and is_parallel is False:
        return Grade.BEFORE_AFTER
    return Grade.INTERRUPTED if is_series else Grade.BEFORE_AFTER


def why_not_compare(found_by: Grade, *, is_chosen_for_score: bool) -> Reason | None:
    """Say why before and after may not simply be compared: a group chosen for a bad score scores better by itself.

    Regression to the mean: Barnett, van der Pols and Dobson, Int J Epidemiol 2005;34:215–220.

    >>> why_not_compare(Grade.BEFORE_AFTER, is_chosen_for_score=True).value
    'chosen_for_its_score'
    >>> why_not_compare(Grade.COMPARED, is_chosen_for_score=True) is None
    True
    """
    if is_chosen_for_score and found_by in {Grade.BEFORE_AFTER, Grade.OPINION}:
        return Reason.CHOSEN_FOR_ITS_SCORE
    return None
