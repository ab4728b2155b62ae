"""The tables of governance, split by what they are about."""

from schakel.governance.models.absences import Absence
from schakel.governance.models.answers import Condition, ConsentRequest, Recusal, Vote
from schakel.governance.models.bodies import Body, Mandate, Seat, SeatTenure
from schakel.governance.models.calendars import CalendarLink
from schakel.governance.models.decisions import Decision, NumberSeries
from schakel.governance.models.invitations import PersonalInvitation
from schakel.governance.models.meetings import AgendaItem, Attendance, Meeting
from schakel.governance.models.minutes import Minutes, MinutesRemark

__all__ = [
    "Absence",
    "AgendaItem",
    "Attendance",
    "Body",
    "CalendarLink",
    "Condition",
    "ConsentRequest",
    "Decision",
    "Mandate",
    "Meeting",
    "Minutes",
    "MinutesRemark",
    "NumberSeries",
    "PersonalInvitation",
    "Recusal",
    "Seat",
    "SeatTenure",
    "Vote",
]
