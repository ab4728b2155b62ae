"""Tables of the chain: why event data is used, logs with their answers, links, norms, bottlenecks, home to home."""

from schakel.carechain.models.chain import (
    Bottleneck,
    BottleneckVote,
    ChainCut,
    ChainIndicator,
    ChainLink,
    ChainNorm,
    DataPurpose,
    EventLog,
    LogPiece,
)
from schakel.carechain.models.home import StepGain, TransferAgreement, TransferStep
from schakel.carechain.models.reports import (
    WaitFactors,
    WaitReport,
)
from schakel.carechain.models.stations import ChainStation

__all__ = [
    "Bottleneck",
    "BottleneckVote",
    "ChainCut",
    "ChainIndicator",
    "ChainLink",
    "ChainNorm",
    "ChainStation",
    "DataPurpose",
    "EventLog",
    "LogPiece",
    "StepGain",
    "TransferAgreement",
    "TransferStep",
    "WaitFactors",
    "WaitReport",
]
