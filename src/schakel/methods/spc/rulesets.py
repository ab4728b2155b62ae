"""Which signals a chart looks for, under a name with a version: a definition names it; it never changes silently."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """A signal that a point can give. In this order: the first one that a point gives decides its colour."""

    OUTSIDE = "outside"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"
    SHIFT = "shift"
    LONG_RUN = "long_run"
    FEW_CROSSINGS = "few_crossings"


@dataclass(frozen=True)
class RuleSet:
    """Signals that belong together, with the constant that its authors use.

    half_width: half the distance between the limits, in mean moving ranges.
    run: how many points in a row make a shift or a trend; 0 when those are not looked for.
    least_fixed: how many points a fixed baseline needs.
    """

    name: str
    version: int
    rules: frozenset[Rule]
    half_width: float
    run: int = 0
    least_fixed: int = 2


#: A moving range of two points of a normal process is so many standard deviations wide (Montgomery, d2 for n = 2).
D2 = 1.128
#: A moving range above so many mean moving ranges is left out when limits are screened (Nelson 1982).
SCREEN = 3.267

RULE_SETS = {
    # NHS England, Making Data Count; NHSRplotthedots 0.2.2.
    "nhs7": RuleSet(
        "nhs7",
        1,
        frozenset({Rule.OUTSIDE, Rule.TREND, Rule.TWO_OF_THREE, Rule.SHIFT}),
        half_width=2.66,
        run=7,
        least_fixed=12,
    ),
    # Anhøj and Olesen 2014; qicharts2 0.8.1.
    "anhoej": RuleSet(
        "anhoej", 1, frozenset({Rule.OUTSIDE, Rule.LONG_RUN, Rule.FEW_CROSSINGS}), half_width=3 / D2
    ),
}
