"""What people type about the chain becomes clean values; nothing is saved here."""

from schakel.carechain.forms.chain import (
    BottleneckFilter,
    BottleneckForm,
    BottleneckStateForm,
    ColumnsForm,
    LogForm,
    NormForm,
    PurposeForm,
    SameFileForm,
)
from schakel.carechain.forms.home import GainForm, TransferAgreementForm, TransfersForm
from schakel.carechain.forms.reports import (
    ReportGrid,
    WhyReportForm,
)
from schakel.carechain.forms.stations import StationsForm

__all__ = [
    "BottleneckFilter",
    "BottleneckForm",
    "BottleneckStateForm",
    "ColumnsForm",
    "GainForm",
    "LogForm",
    "NormForm",
    "PurposeForm",
    "ReportGrid",
    "SameFileForm",
    "StationsForm",
    "TransferAgreementForm",
    "TransfersForm",
    "WhyReportForm",
]
