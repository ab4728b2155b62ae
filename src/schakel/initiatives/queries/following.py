"""Following what runs: how everything goes, who is overdue, and the register of risks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from schakel.initiatives.models import Initiative, RunningRisk
from schakel.initiatives.rules import UPDATED, RiskState, risk_weight, update_due_on
from schakel.network.models import Network
from schakel.network.queries import ChosenArea
from schakel.people.models import Person


@dataclass(frozen=True)
class Running:
    """One initiative that runs, with its last update and the day by which the next one is due."""

    initiative: Initiative
    due_on: date
    is_late: bool

    @property
    def look(self) -> str:
        """How the last update looks."""
        last = self.initiative.last_update
        return f"update_{last.state}" if last else "update_none"


def running(
    person: Person, network: Network, today: date, *, area: ChosenArea | None = None
) -> list[Running]:
    """Everything that runs, in one area or everywhere, who waits longest for an update on top. One database query."""
    found = Initiative.objects.visible_to(person).of(network).in_stage(*UPDATED)
    found = (found.in_area(area) if area else found).select_related("last_update", "lead")
    rows = []
    for one in found:
        due_on = update_due_on(one.stage, one.stage_since, one.last_update_on)
        if due_on is not None:
            rows.append(Running(one, due_on, due_on < today))
    return sorted(rows, key=lambda row: (row.due_on, row.initiative.number))


@dataclass(frozen=True)
class RiskRow:
    """One risk of the register with its number in table and matrix."""

    risk: RunningRisk
    nth: int

    @property
    def is_open(self) -> bool:
        """It can still happen."""
        return self.risk.state == RiskState.OPEN

    @property
    def place(self) -> tuple[str, str]:
        """Where it stands in the matrix."""
        return self.risk.likelihood, self.risk.impact

    @property
    def look(self) -> str:
        """How its state looks."""
        return f"risk_{self.risk.state}"


def risks_of(person: Person, initiative: Initiative) -> Sequence[RiskRow]:
    """The register of one initiative, open ones first and the heaviest on top. One database query."""
    found = list(RunningRisk.objects.visible_to(person).filter(initiative=initiative))
    found.sort(key=lambda one: (one.state != RiskState.OPEN, -risk_weight(one.likelihood, one.impact)))
    return [RiskRow(one, nth) for nth, one in enumerate(found, start=1)]
