"""Every change in what is measured: allowed, possible, done, recorded."""

from schakel.measuring.actions.baselines import (
    check_baseline,
    collect_baseline,
    lock_baseline,
    withdraw_baseline,
)
from schakel.measuring.actions.ending import end_indicator, end_series, resume_series
from schakel.measuring.actions.exits import take_out
from schakel.measuring.actions.fiches import ask_fiche, take_out_fiche
from schakel.measuring.actions.imports import (
    AT_ONCE,
    bring_in,
    bring_in_later,
    check_figures,
    forget_files,
    send_figures,
)
from schakel.measuring.actions.indicators import define_indicator, renew_indicator, take_over
from schakel.measuring.actions.readings import (
    READ,
    change_phase,
    drop_note,
    drop_phase,
    note_point,
    renew_readings,
    work_out,
    work_out_some,
)
from schakel.measuring.actions.series import (
    Filled,
    Kept,
    approve_values,
    begin_series,
    drop_series,
    enter_values,
)
from schakel.measuring.actions.thresholds import set_threshold

__all__ = [
    "AT_ONCE",
    "READ",
    "Filled",
    "Kept",
    "approve_values",
    "ask_fiche",
    "begin_series",
    "bring_in",
    "bring_in_later",
    "change_phase",
    "check_baseline",
    "check_figures",
    "collect_baseline",
    "define_indicator",
    "drop_note",
    "drop_phase",
    "drop_series",
    "end_indicator",
    "end_series",
    "enter_values",
    "forget_files",
    "lock_baseline",
    "note_point",
    "renew_indicator",
    "renew_readings",
    "resume_series",
    "send_figures",
    "set_threshold",
    "take_out",
    "take_out_fiche",
    "take_over",
    "withdraw_baseline",
    "work_out",
    "work_out_some",
]
