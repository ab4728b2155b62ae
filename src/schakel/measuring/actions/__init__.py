"""Every change in what is measured: allowed, possible, done, recorded."""

from schakel.measuring.actions.indicators import define_indicator, renew_indicator, take_over

__all__ = ["define_indicator", "renew_indicator", "take_over"]
