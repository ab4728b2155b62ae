"""The pages of measuring: request in, response out; one query or one action each."""

from schakel.measuring.views.baselines import (
    check_baseline,
    collect_baseline,
    lock_baseline,
    withdraw_baseline,
)
from schakel.measuring.views.imports import figures_file, figures_sent, figures_template
from schakel.measuring.views.indicators import (
    add_indicator,
    indicator,
    indicators,
    renew_indicator,
    take_over,
)
from schakel.measuring.views.series import approve, begin, drop_series, fill_in, measures, series

__all__ = [
    "add_indicator",
    "approve",
    "begin",
    "check_baseline",
    "collect_baseline",
    "drop_series",
    "figures_file",
    "figures_sent",
    "figures_template",
    "fill_in",
    "indicator",
    "indicators",
    "lock_baseline",
    "measures",
    "renew_indicator",
    "series",
    "take_over",
    "withdraw_baseline",
]
