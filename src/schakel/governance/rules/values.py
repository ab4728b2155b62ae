"""What callers hand in: the subject of a decision, the means it uses, conditions, votes and points for an agenda."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class Subject:
    """What a decision or a point is about, without knowing its table; the label survives the thing itself."""

    type: str
    id: UUID | None
    label: str
    stage: str = ""
    url_name: str = ""
    url_key: str = ""


@dataclass(frozen=True)
class Means:
    """Money or people of one partner that a proposal uses, or the money of a funder."""

    partner: Any
    ground: str
    amount_eur: Decimal | None = None
    hours: Decimal | None = None


@dataclass(frozen=True)
class NewCondition:
    """Something that must be met after the decision: what, by when and by whom."""

    text: str
    due_on: date
    owner_partner: Any = None
    owner_name: str = ""


@dataclass(frozen=True)
class SeatVote:
    """What the secretary writes down for one seat; a recused seat gives its reason and no choice."""

    seat_id: UUID
    choice: str = ""
    reason: str = ""
    person_id: UUID | None = None
    is_recused: bool = False


@dataclass(frozen=True)
class AgendaPoint:
    """Something that is due for a body and could stand on its next agenda."""

    kind: str
    title: str
    note: str = ""
    subject: Subject | None = None
    decision_id: UUID | None = None
    condition_id: UUID | None = None
    due_on: date | None = None

    @property
    def mark(self) -> tuple[str, object]:
        """What makes two points the same: the kind, and the decision, the condition, the subject or else the title."""
        subject_id = self.subject.id if self.subject else None
        return (str(self.kind), self.decision_id or self.condition_id or subject_id or self.title)
