"""What is measured and how, as tables and functions over values; no queries."""

from schakel.measuring.rules.catalogue import catalogue, definition
from schakel.measuring.rules.definitions import Definition, in_words, why_not_define
from schakel.measuring.rules.kinds import (
    Aim,
    Chart,
    Direction,
    Disclosure,
    IndicatorKind,
    IndicatorType,
    IntervalMethod,
    Origin,
    PeriodKind,
    RuleSet,
    Trilemma,
)

__all__ = [
    "Aim",
    "Chart",
    "Definition",
    "Direction",
    "Disclosure",
    "IndicatorKind",
    "IndicatorType",
    "IntervalMethod",
    "Origin",
    "PeriodKind",
    "RuleSet",
    "Trilemma",
    "catalogue",
    "definition",
    "in_words",
    "why_not_define",
]
