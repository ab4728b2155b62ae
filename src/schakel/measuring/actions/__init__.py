"""Every change in what is measured: allowed, possible, done, recorded."""

from schakel.measuring.actions.baselines import (
    check_baseline,
    collect_baseline,
    lock_baseline,
    withdraw_baseline,
)
from schakel.measuring.actions.imports import AT_ONCE, bring_in, bring_in_later, check_figures, send_figures
from schakel.measuring.actions.indicators import define_indicator, renew_indicator, take_over
from schakel.measuring.actions.series import (
    Filled,
    Kept,
    approve_values,
    begin_series,
    drop_series,
    enter_values,
)

__all__ = [
    "AT_ONCE",
    "Filled",
    "Kept",
    "approve_values",
    "begin_series",
    "bring_in",
    "bring_in_later",
    "check_baseline",
    "check_figures",
    "collect_baseline",
    "define_indicator",
    "drop_series",
    "enter_values",
    "lock_baseline",
    "renew_indicator",
    "send_figures",
    "take_over",
    "withdraw_baseline",
]
