"""What people type about measuring becomes clean values; nothing is saved here."""

from schakel.measuring.forms.indicators import IndicatorForm

__all__ = ["IndicatorForm"]
