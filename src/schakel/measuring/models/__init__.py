"""The tables of measuring."""

from schakel.measuring.models.baselines import Baseline
from schakel.measuring.models.imports import FigureImport
from schakel.measuring.models.indicators import Indicator, IndicatorVersion
from schakel.measuring.models.series import Series, Value

__all__ = ["Baseline", "FigureImport", "Indicator", "IndicatorVersion", "Series", "Value"]
