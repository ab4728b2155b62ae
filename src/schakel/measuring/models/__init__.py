"""The tables of measuring."""

from schakel.measuring.models.baselines import Baseline
from schakel.measuring.models.exits import MOST_HIDDEN, Exit, Threshold
from schakel.measuring.models.imports import FigureImport
from schakel.measuring.models.indicators import Indicator, IndicatorVersion
from schakel.measuring.models.readings import PhaseChange, PointNote, Reading
from schakel.measuring.models.series import Series, Value

__all__ = [
    "MOST_HIDDEN",
    "Baseline",
    "Exit",
    "FigureImport",
    "Indicator",
    "IndicatorVersion",
    "PhaseChange",
    "PointNote",
    "Reading",
    "Series",
    "Threshold",
    "Value",
]
