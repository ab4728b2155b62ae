"""The tables of measuring."""

from schakel.measuring.models.indicators import Indicator, IndicatorVersion

__all__ = ["Indicator", "IndicatorVersion"]
