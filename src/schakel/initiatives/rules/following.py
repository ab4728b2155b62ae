"""Following what runs: how it goes, what can go wrong, an emergency stop, and when a plan has become another plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.rules.stages import Stage, months_later
from schakel.initiatives.rules.words import Size

#: In these stages the lead says every four weeks how it goes.
UPDATED = frozenset({Stage.PREPARATION, Stage.PILOT, Stage.EXECUTION, Stage.EMBEDDING})
UPDATE_EVERY_WEEKS = 4
#: In these stages partners take it into their own line; after the end it can still pass to another partner.
TAKEN_UP = (Stage.PILOT, Stage.EXECUTION, Stage.EMBEDDING, Stage.FINISHED)
#: An emergency stop is confirmed or lifted by the body within four weeks.
CONFIRM_WITHIN_WEEKS = 4
#: In these stages something can be stopped at once.
HALTABLE = frozenset({Stage.EXPLORATION, Stage.PREPARATION, Stage.PILOT, Stage.EXECUTION, Stage.EMBEDDING})
#: A plan that changes by more than this share is another plan, and needs a decision (PX).
SCOPE_CHANGE_PERCENT = 15
#: An idea that was sent on is asked after so many months later.
FOLLOW_AFTER_MONTHS = 3


class UpdateState(TextChoices):
    """How it goes, in words that ask for what is needed."""

    ON_TRACK = "on_track", _("Op koers")
    ATTENTION = "attention", _("Let op")
    HELP = "help", _("Hulp nodig")


class RiskState(TextChoices):
    """What became of a risk."""

    OPEN = "open", _("Kan gebeuren")
    HAPPENED = "happened", _("Is gebeurd")
    CLOSED = "closed", _("Speelt niet meer")


class HaltOutcome(TextChoices):
    """How an emergency stop ended."""

    CONFIRMED = "confirmed", _("Bevestigd")
    LIFTED = "lifted", _("Opgeheven")


def update_due_on(stage: str, stage_since: date | None, last_on: date | None) -> date | None:
    """Return the day by which the lead says how it goes, or None in a stage where nobody asks."""
    if stage not in UPDATED or stage_since is None:
        return None
    return max(stage_since, last_on or stage_since) + timedelta(weeks=UPDATE_EVERY_WEEKS)


def confirm_by(halted_on: date) -> date:
    """Return the last day on which the body confirms or lifts an emergency stop."""
    return halted_on + timedelta(weeks=CONFIRM_WITHIN_WEEKS)


def follow_on(referred_on: date) -> date:
    """Return the day on which is asked what became of an idea that was sent on."""
    return months_later(referred_on, FOLLOW_AFTER_MONTHS)


#: The order of the risk matrix: rows from likely to unlikely, columns from small to large.
LIKELIHOODS = (Size.HIGH, Size.MEDIUM, Size.LOW)
IMPACTS = (Size.LOW, Size.MEDIUM, Size.HIGH)
_WEIGHT = {Size.LOW: 1, Size.MEDIUM: 2, Size.HIGH: 3, "": 2}


def risk_weight(likelihood: str, impact: str) -> int:
    """Weigh a risk for the order of a list, 1 to 9; what nobody estimated counts as middle. It decides nothing.

    >>> risk_weight("high", "medium")
    6
    """
    return _WEIGHT[Size(likelihood) if likelihood else ""] * _WEIGHT[Size(impact) if impact else ""]


@dataclass(frozen=True)
class ScopeChange:
    """How much a plan changed since it was agreed: in money and hours (percent, 0 and up), and in its goals."""

    money_percent: Decimal
    hours_percent: Decimal
    goals: Sequence[str]

    @property
    def is_large(self) -> bool:
        """It became another plan, so the body decides again."""
        return max(self.money_percent, self.hours_percent) > SCOPE_CHANGE_PERCENT or bool(self.goals)


def scope_change(before: Mapping[str, Any], after: Mapping[str, Any]) -> ScopeChange:
    """Compare two versions of a plan: money, hours, and goals that disappeared or got another target.

    A sum that was nothing and becomes something changed by 100 percent.
    """
    old = {goal["key"]: goal for goal in before.get("goals") or []}
    new = {goal["key"]: goal for goal in after.get("goals") or []}
    goals = [
        str(goal["text"])
        for key, goal in old.items()
        if key not in new
        or (goal.get("measure"), goal.get("target")) != (new[key].get("measure"), new[key].get("target"))
    ]
    return ScopeChange(
        _percent(_sum(before, "amount_eur"), _sum(after, "amount_eur")),
        _percent(_sum(before, "hours"), _sum(after, "hours")),
        goals,
    )


def _sum(content: Mapping[str, Any], name: str) -> Decimal:
    return sum((Decimal(line.get(name) or 0) for line in content.get("budget_lines") or []), Decimal(0))


def _percent(before: Decimal, after: Decimal) -> Decimal:
    if before == after:
        return Decimal(0)
    return abs(after - before) * 100 / before if before else Decimal(100)
