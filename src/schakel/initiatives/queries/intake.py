"""The intake: ideas that wait for an answer, and what resembles a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from schakel.initiatives.gates import Lookalike, lookalikes
from schakel.initiatives.models import IdeaDraft, Initiative
from schakel.initiatives.rules import Stage
from schakel.methods.workdays import workdays_between
from schakel.network.models import Network
from schakel.people.models import Person

__all__ = ["IntakeItem", "Lookalike", "draft_of", "intake", "lookalikes", "my_drafts"]


@dataclass(frozen=True)
class IntakeItem:
    """One idea in the intake, with how many working days are left of the promise; negative when it is late."""

    initiative: Initiative
    workdays_left: int
    is_late: bool
    is_asked: bool

    @property
    def places(self) -> list[UUID]:
        """Where it is about; as long as nobody said so, where the partner that gives it works."""
        placed = [one.area_id for one in self.initiative.placed_in.all()]
        partner = self.initiative.partner
        return placed or ([one.pk for one in partner.areas.all()] if partner else [])


def intake(person: Person, network: Network, today: date, *, with_places: bool = False) -> list[IntakeItem]:
    """The ideas that wait for an answer, the oldest promise first. One database query, three with their places."""
    waiting = (
        Initiative.objects.visible_to(person)
        .of(network)
        .in_stage(Stage.SUBMITTED)
        .select_related("theme", "partner", "submitted_by")
        .order_by("answer_by", "number")
    )
    if with_places:
        waiting = waiting.prefetch_related("placed_in", "partner__areas")
    return [_item(one, today) for one in waiting]


def _item(initiative: Initiative, today: date) -> IntakeItem:
    answer_by = initiative.answer_by
    assert answer_by is not None, "who sends an idea in is promised an answer"
    return IntakeItem(
        initiative=initiative,
        workdays_left=workdays_between(today, answer_by),
        is_late=answer_by < today,
        is_asked=bool(initiative.question_to_submitter),
    )


def my_drafts(person: Person, network: Network) -> list[IdeaDraft]:
    """The ideas this person is still writing here, last touched first. One database query."""
    return list(IdeaDraft.objects.visible_to(person).of(network))


def draft_of(person: Person, network: Network, once_token: UUID) -> IdeaDraft | None:
    """The draft of this form, if this person wrote it. One database query."""
    return IdeaDraft.objects.visible_to(person).of(network).filter(once_token=once_token).first()
