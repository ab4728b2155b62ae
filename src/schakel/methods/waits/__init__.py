"""Waiting times from events, by the counting rules of the field: mental health care, two-step norms, transfers.

Values in, values out. Common to all three: local time is that of the Netherlands; a day is a calendar date and a wait
in days the difference of two dates; hours are elapsed hours; "within the norm" is at most the norm; a wait of 0 days
counts; an end before its start is a fault in the data and in no mean or share. Nothing is rounded here.
"""

from schakel.methods.waits.home_to_home import Chains, home_to_home
from schakel.methods.waits.mental_health import Event, Norm, PhaseWaits, phase_waits
from schakel.methods.waits.norms import CareNorm, NormTable, PhaseNorm, norm_tables
from schakel.methods.waits.places import Place, place_of
from schakel.methods.waits.stamps import BadStamp, Stamp, read_stamp
from schakel.methods.waits.transfers import (
    Agreement,
    TransferEvent,
    TransferFacts,
    TransferTotals,
    handovers,
    judged,
    months_of_handovers,
    together,
    transfer_totals,
)
from schakel.methods.waits.two_step import Case, KindWaits, TwoStepNorm, kind_waits

__all__ = [
    "Agreement",
    "BadStamp",
    "CareNorm",
    "Case",
    "Chains",
    "Event",
    "KindWaits",
    "Norm",
    "NormTable",
    "PhaseNorm",
    "PhaseWaits",
    "Place",
    "Stamp",
    "TransferEvent",
    "TransferFacts",
    "TransferTotals",
    "TwoStepNorm",
    "handovers",
    "home_to_home",
    "judged",
    "kind_waits",
    "months_of_handovers",
    "norm_tables",
    "phase_waits",
    "place_of",
    "read_stamp",
    "together",
    "transfer_totals",
]
