"""What people type on the pages of governance, turned into clean values; nothing is saved here."""

from schakel.governance.forms.absences import AbsenceForm
from schakel.governance.forms.bodies import (
    CouldDecideForm,
    EndTenureForm,
    ProposalForm,
    SeatForm,
    SeatPersonForm,
)
from schakel.governance.forms.criteria import CriteriaForm, criteria_rows
from schakel.governance.forms.deciding import (
    CastVoteForm,
    ConditionMetForm,
    ObjectionForm,
    RatifyForm,
    ReasonForm,
    RecuseForm,
    VotesForm,
    WrittenForm,
)
from schakel.governance.forms.governing import (
    BodyForm,
    CloseBodyForm,
    DescribeBodyForm,
    EndMandateForm,
    EndSeatForm,
    MandateForm,
    ThemeForm,
)
from schakel.governance.forms.meetings import AgendaItemForm, AttendanceForm, MeetingForm, MoveForm, NoteForm
from schakel.governance.forms.minutes import AddToMinutesForm, AdoptMinutesForm, MinutesForm
from schakel.governance.forms.register import RegisterForm

__all__ = [
    "AbsenceForm",
    "AddToMinutesForm",
    "AdoptMinutesForm",
    "AgendaItemForm",
    "AttendanceForm",
    "BodyForm",
    "CastVoteForm",
    "CloseBodyForm",
    "ConditionMetForm",
    "CouldDecideForm",
    "CriteriaForm",
    "DescribeBodyForm",
    "EndMandateForm",
    "EndSeatForm",
    "EndTenureForm",
    "MandateForm",
    "MeetingForm",
    "MinutesForm",
    "MoveForm",
    "NoteForm",
    "ObjectionForm",
    "ProposalForm",
    "RatifyForm",
    "ReasonForm",
    "RecuseForm",
    "RegisterForm",
    "SeatForm",
    "SeatPersonForm",
    "ThemeForm",
    "VotesForm",
    "WrittenForm",
    "criteria_rows",
]
