"""What was found, as values that can be kept and shown: an effect with its interval, method, grade and cautions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schakel.methods.effect.verdicts import Found, Grade


class Method(StrEnum):
    """How an effect was worked out."""

    OLS = "ols_t"
    NEWEY_WEST = "ols_newey_west"
    REML = "reml_ar1"
    BEFORE_AFTER = "before_after"
    POISSON = "poisson"
    NEGATIVE_BINOMIAL = "negative_binomial"
    DIFFERENCE = "difference_in_differences"
    STACKED = "stacked_difference_in_differences"


class Caution(StrEnum):
    """What a reader has to know beside the figures; a page gives each its words."""

    INDICATIVE = "indicative"
    BEFORE_AFTER = "before_after"
    FEW_POINTS_AFTER = "few_points_after"
    AUTOCORRELATED = "autocorrelated"
    INCOMPLETE = "incomplete"
    CHOSEN_FOR_ITS_SCORE = "chosen_for_its_score"
    ONE_BESIDE_ONE = "one_beside_one"
    FEW_AREAS = "few_areas"
    NOT_PARALLEL = "not_parallel"
    PARALLEL_UNKNOWN = "parallel_unknown"


@dataclass(frozen=True)
class Change:
    """A change with its 95 % interval, in the unit of the measurements; a bound is None where there is none."""

    value: float
    lower95: float | None
    upper95: float | None


@dataclass(frozen=True)
class ChangeAt(Change):
    """The change so many periods after the start; the first period after it is 1."""

    periods_after: int


@dataclass(frozen=True)
class Beside:
    """The same worked out in another way, to see how much hangs on the method."""

    method: Method
    level: Change
    slope: Change | None
    effect_at: tuple[ChangeAt, ...]


@dataclass(frozen=True)
class Areas:
    """What only a comparison of areas tells.

    p: the p that leads; p_placebo: by arrangements of the areas (``n_arrangements`` of them); p_area: by errors that
    hold together within an area; p_wild: by the wild bootstrap. pre_trend: how much more the treated areas changed
    each period before the start.
    """

    n_areas: int
    n_treated: int
    p: float | None
    p_placebo: float | None
    n_arrangements: int
    p_area: float | None
    p_wild: float | None
    pre_trend: Change | None
    is_parallel: bool | None


@dataclass(frozen=True)
class EffectReport:
    """An effect as it is kept and shown.

    level: the jump at the start, and for areas the mean difference after it; slope: the change of the trend each
    period, None where there is none. effect_at: the effect after so many periods. is_log: all of these are natural
    logarithms of a ratio of rates. completeness: share (0 to 1) of the expected measurements.
    """

    method: Method
    grade: Grade
    level: Change
    slope: Change | None
    effect_at: tuple[ChangeAt, ...]
    n_before: int
    n_after: int
    completeness: float
    cautions: tuple[Caution, ...]
    is_log: bool = False
    autocorrelation: float | None = None
    durbin_watson: float | None = None
    dispersion: float | None = None
    beside: Beside | None = None
    areas: Areas | None = None

    @property
    def is_indicative(self) -> bool:
        """Whether the series is too short to lean on the interval."""
        return Caution.INDICATIVE in self.cautions

    def found(self, periods_after: int | None = None, *, has_baseline: bool = True) -> Found:
        """What a claim is judged by: the effect after so many periods, or the level when none is named.

        Where it was worked out in two ways, from the lowest bound to the highest: a claim that only one way supports is
        not proven. Not reached yet (``is_reached`` false) when the series does not go so far.
        """
        change = _change_at(self, periods_after)
        beside = _change_at(self.beside, periods_after) if self.beside else None
        ways = [one for one in (change, beside) if one]
        lowers, uppers = [one.lower95 for one in ways], [one.upper95 for one in ways]
        return Found(
            lower95=min((bound for bound in lowers if bound is not None), default=None),
            upper95=max((bound for bound in uppers if bound is not None), default=None),
            n_after=self.n_after,
            completeness=self.completeness,
            grade=self.grade,
            has_baseline=has_baseline,
            is_chosen_for_score=Caution.CHOSEN_FOR_ITS_SCORE in self.cautions,
            is_reached=change is not None,
        )


def _change_at(found: EffectReport | Beside, periods_after: int | None) -> Change | None:
    """The effect after so many periods, the level when none is named, None when it was not reached."""
    if periods_after is None:
        return found.level
    return next((one for one in found.effect_at if one.periods_after == periods_after), None)
