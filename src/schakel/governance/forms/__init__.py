"""What people type on the pages of governance, turned into clean values; nothing is saved here."""

from schakel.governance.forms.bodies import (
    CouldDecideForm,
    EndTenureForm,
    ProposalForm,
    SeatForm,
    SeatPersonForm,
)
from schakel.governance.forms.deciding import (
    CastVoteForm,
    ConditionMetForm,
    EscalateForm,
    ObjectionForm,
    RatifyForm,
    ReasonForm,
    RecuseForm,
    VotesForm,
    WrittenForm,
)
from schakel.governance.forms.meetings import AgendaItemForm, AttendanceForm, MeetingForm, MoveForm, NoteForm
from schakel.governance.forms.register import RegisterForm

__all__ = [
    "AgendaItemForm",
    "AttendanceForm",
    "CastVoteForm",
    "ConditionMetForm",
    "CouldDecideForm",
    "EndTenureForm",
    "EscalateForm",
    "MeetingForm",
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
    "VotesForm",
    "WrittenForm",
]
