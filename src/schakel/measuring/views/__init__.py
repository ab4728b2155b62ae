"""The pages of measuring: request in, response out; one query or one action each."""

from schakel.measuring.views.baselines import (
    check_baseline,
    collect_baseline,
    lock_baseline,
    withdraw_baseline,
)
from schakel.measuring.views.boards import board
from schakel.measuring.views.ending import end_indicator, end_series, resume_series
from schakel.measuring.views.fiches import ask_fiche, take_out_fiche
from schakel.measuring.views.imports import figures_file, figures_sent, figures_template
from schakel.measuring.views.indicators import (
    add_indicator,
    indicator,
    indicators,
    renew_indicator,
    take_over,
)
from schakel.measuring.views.readings import (
    change_phase,
    drop_note,
    drop_phase,
    exits,
    note_point,
    set_threshold,
    take_out,
)
from schakel.measuring.views.series import approve, begin, drop_series, fill_in, measures, series

__all__ = [
    "add_indicator",
    "approve",
    "ask_fiche",
    "begin",
    "board",
    "change_phase",
    "check_baseline",
    "collect_baseline",
    "drop_note",
    "drop_phase",
    "drop_series",
    "end_indicator",
    "end_series",
    "exits",
    "figures_file",
    "figures_sent",
    "figures_template",
    "fill_in",
    "indicator",
    "indicators",
    "lock_baseline",
    "measures",
    "note_point",
    "renew_indicator",
    "resume_series",
    "series",
    "set_threshold",
    "take_out",
    "take_out_fiche",
    "take_over",
    "withdraw_baseline",
]
