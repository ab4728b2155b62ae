"""Every change of the chain: purposes, logs and norms; bottlenecks; from home to home; waits that are told."""

from schakel.carechain.actions.bottlenecks import (
    change_bottleneck,
    name_bottleneck,
    note_idea,
    vote_bottleneck,
)
from schakel.carechain.actions.cuts import CUT, ask_cuts, work_out_cut
from schakel.carechain.actions.home import choose_gain, count_transfers, set_transfer_agreement
from schakel.carechain.actions.indicators import measure_link
from schakel.carechain.actions.logs import (
    ASK,
    COUNT,
    LOOK,
    PREPARE,
    REMOVE,
    add_piece,
    ask_anew,
    ask_removal,
    begin_asking_anew,
    begin_log,
    choose_columns,
    look_again,
    look_at_columns,
    prepare_log,
    received,
    record_purpose,
    remove_what_is_over,
    set_norm,
)
from schakel.carechain.actions.reports import Reported, ReportedFactors, ReportedPhase, report_waits
from schakel.carechain.actions.stations import couple_stations

__all__ = [
    "ASK",
    "COUNT",
    "CUT",
    "LOOK",
    "PREPARE",
    "REMOVE",
    "Reported",
    "ReportedFactors",
    "ReportedPhase",
    "add_piece",
    "ask_anew",
    "ask_cuts",
    "ask_removal",
    "begin_asking_anew",
    "begin_log",
    "change_bottleneck",
    "choose_columns",
    "choose_gain",
    "count_transfers",
    "couple_stations",
    "look_again",
    "look_at_columns",
    "measure_link",
    "name_bottleneck",
    "note_idea",
    "prepare_log",
    "received",
    "record_purpose",
    "remove_what_is_over",
    "report_waits",
    "set_norm",
    "set_transfer_agreement",
    "vote_bottleneck",
    "work_out_cut",
]
