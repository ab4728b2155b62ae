"""What cannot be measured, and why: figures that allow no honest answer are refused, with a code a page can word."""

from __future__ import annotations

from enum import StrEnum

#: Above this a number is a slip of the pen, and its square no longer exact.
LARGEST = 1e15


class Why(StrEnum):
    """Why a set of figures allows no answer."""

    TOO_FEW_POINTS = "too_few_points"
    TOO_FEW_BEFORE = "too_few_before"
    TOO_FEW_AFTER = "too_few_after"
    TOO_FEW_AREAS = "too_few_areas"
    TOO_FEW_PERSONS = "too_few_persons"
    NO_COMPARISON = "no_comparison"
    NO_TREATED = "no_treated"
    NO_VARIATION = "no_variation"
    NOT_FINITE = "not_finite"
    NO_COUNTS = "no_counts"
    NO_EXPOSURE = "no_exposure"
    NO_EVENTS = "no_events"
    ENTANGLED = "entangled"
    AREA_IN_BOTH_ARMS = "area_in_both_arms"
    CHOSEN_FOR_ITS_SCORE = "chosen_for_its_score"


class Unmeasurable(ValueError):
    """These figures allow no honest answer; ``why`` says in one code what is the matter.

    >>> Unmeasurable(Why.NO_VARIATION).why
    <Why.NO_VARIATION: 'no_variation'>
    """

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
