"""What a chart says in two words: does it change, and does it reach its target."""

from __future__ import annotations

from enum import StrEnum

from schakel.methods.spc.rulesets import Rule
from schakel.methods.spc.signals import Signals


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


class Variation(StrEnum):
    """What a point, or the last point of a series, shows."""

    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL = "neutral"
    COMMON = "common"


class Assurance(StrEnum):
    """Whether a target is reached by itself: when all goes on as it went where the limits rest on."""

    PASS = "pass"  # noqa: S105 - a verdict, no secret
    FAIL = "fail"
    HIT_OR_MISS = "hit_or_miss"
    NONE = "none"


def variation_of(signals: Signals, direction: Direction) -> Variation:
    """Give what a point shows: the first of its signals, in the order of `Rule`, decides by its side.

    signals: of one point, each with its side. Returns COMMON without signals, NEUTRAL when no way is better.

    >>> str(variation_of({Rule.SHIFT: 1}, Direction.HIGHER)), str(variation_of({}, Direction.HIGHER))
    ('improvement', 'common')
    """
    first = next((rule for rule in Rule if rule in signals), None)
    if first is None:
        return Variation.COMMON
    if direction == Direction.NONE:
        return Variation.NEUTRAL
    is_up = signals[first] > 0
    return Variation.IMPROVEMENT if is_up == (direction == Direction.HIGHER) else Variation.CONCERN


def assurance_of(
    lower: float | None, upper: float | None, target: float | None, direction: Direction
) -> Assurance:
    """Give whether the process always, never or sometimes reaches a target, as it was where its limits rest on.

    lower, upper: limits of the last point, as shown; target: in the same unit. A value on the target reaches it, so
    a limit on the target counts as reached: a constant 100 % passes a target of 100 %. (NHSRplotthedots calls both
    equalities hit-or-miss.) Returns NONE without limits, without a target, or when no way is better.

    >>> str(assurance_of(90, 100, 90, Direction.HIGHER)), str(assurance_of(90, 100, 101, Direction.HIGHER))
    ('pass', 'fail')
    """
    if lower is None or upper is None or target is None or direction == Direction.NONE:
        return Assurance.NONE
    if direction == Direction.HIGHER:
        always, sometimes = lower >= target, upper >= target
    else:
        always, sometimes = upper <= target, lower <= target
    if always:
        return Assurance.PASS
    return Assurance.HIT_OR_MISS if sometimes else Assurance.FAIL
