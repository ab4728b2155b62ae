"""The pages of measuring: request in, response out; one query or one action each."""

from schakel.measuring.views.indicators import (
    add_indicator,
    indicator,
    indicators,
    renew_indicator,
    take_over,
)

__all__ = ["add_indicator", "indicator", "indicators", "renew_indicator", "take_over"]
