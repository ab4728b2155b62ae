"""What people type about measuring becomes clean values; nothing is saved here."""

from schakel.measuring.forms.imports import FileForm
from schakel.measuring.forms.indicators import IndicatorForm
from schakel.measuring.forms.readings import AtPeriodForm, PhaseForm
from schakel.measuring.forms.series import (
    BaselineForm,
    BeginForm,
    EndForm,
    GridForm,
    ReasonForm,
    ResumeForm,
    WhyForm,
)
from schakel.measuring.forms.thresholds import ThresholdForm

__all__ = [
    "AtPeriodForm",
    "BaselineForm",
    "BeginForm",
    "EndForm",
    "FileForm",
    "GridForm",
    "IndicatorForm",
    "PhaseForm",
    "ReasonForm",
    "ResumeForm",
    "ThresholdForm",
    "WhyForm",
]
