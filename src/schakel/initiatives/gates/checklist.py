"""The checklist of a gate as it stands now: it computes itself, nothing is ticked by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from schakel.governance.rules import version_words
from schakel.initiatives.gates.checks import CHECKS, State
from schakel.initiatives.gates.evidence import Evidence
from schakel.initiatives.gates.own import list_of, own_point
from schakel.initiatives.models import Initiative
from schakel.initiatives.rules import DECIDES, FORWARD, QUESTION, Gate

#: Open points first, what is missing on top.
_ORDER = {State.MISSING: 0, State.NOT_BEGUN: 1, State.PARTLY: 2, State.READY: 3}


@dataclass(frozen=True)
class Point:
    """One point: how far it is, in words, and who can do something about it before when."""

    code: str
    label: str
    state: str
    words: str
    who: str = ""
    due_on: date | None = None
    needed_for: tuple[str, ...] = ()
    check: str = ""
    kind: str = ""

    @property
    def is_ready(self) -> bool:
        """Nothing more to do."""
        return self.state == State.READY

    @property
    def on_one_line(self) -> str:
        """What it is and how far it is; a point that is a question keeps its own mark.

        >>> Point("p1", "Past het bij een doel?", State.READY, "Ja.").on_one_line
        'Past het bij een doel? Ja.'
        """
        return f"{self.label} {self.words}" if self.label.endswith("?") else f"{self.label}: {self.words}"


@dataclass(frozen=True)
class LateCondition:
    """A condition of an earlier decision whose day has passed."""

    decision: str
    text: str
    owner: str
    due_on: date


@dataclass(frozen=True)
class Checklist:
    """The points of one gate for one initiative on one day."""

    gate: str
    version: int
    edition: int
    question: str
    decides: str
    points: Sequence[Point] = ()
    late_conditions: Sequence[LateCondition] = ()
    own_version: int = 0

    @property
    def list_words(self) -> str:
        """By which version of the list it is judged."""
        return version_words(
            {"version": self.version, "own_version": self.own_version, "edition": self.edition}
        )

    @property
    def n(self) -> int:
        """How many points there are."""
        return len(self.points)

    @property
    def n_ready(self) -> int:
        """How many points are ready."""
        return sum(point.is_ready for point in self.points)

    @property
    def is_complete(self) -> bool:
        """Everything is ready and no condition is late."""
        return self.n_ready == self.n and not self.late_conditions

    @property
    def is_amber(self) -> bool:
        """A condition of an earlier decision is past due, so someone must act before this gate is fine again."""
        return bool(self.late_conditions)

    def lacking(self, verdict_code: str) -> list[Point]:
        """Return the points that this verdict needs and that are not ready."""
        return [point for point in self.points if verdict_code in point.needed_for and not point.is_ready]

    def why_not(self, verdict_code: str) -> str | None:
        """Say which points a verdict still waits for, or None when it can be proposed."""
        reasons = [f"{point.label}: {point.words}" for point in self.lacking(verdict_code)]
        if verdict_code in FORWARD:
            reasons += [
                _("Een voorwaarde is te laat: %(text)s (%(owner)s).") % {"text": one.text, "owner": one.owner}
                for one in self.late_conditions
            ]
        return " ".join([_("Dit kan nog niet."), *reasons]) if reasons else None

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values, to keep with a decision as it stood."""
        return {
            "gate": self.gate,
            "version": self.version,
            "edition": self.edition,
            "own_version": self.own_version,
            "question": self.question,
            "n_ready": self.n_ready,
            "n": self.n,
            "points": [_plain(point) for point in self.points],
            "late_conditions": [_plain(condition) for condition in self.late_conditions],
        }


def _plain(row: Any) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(row).items()
    }


def checklist(
    initiative: Initiative, *, today: date, gate: str = "", evidence: Evidence | None = None
) -> Checklist | None:
    """Return the checklist of a gate, by default the one this initiative comes to next; None when there is none.

    At most twenty-three database queries, however many people, partners and figures there are.
    """
    gate = gate or initiative.gate or ""
    evidence = evidence or Evidence(initiative, today=today)
    form = list_of(initiative, gate, is_light=evidence.is_light) if gate else None
    if form is None:
        return None
    points = []
    for item in form.items:
        found = own_point(evidence, str(gate), item) if item.kind else CHECKS[item.check](evidence)
        points.append(
            Point(
                code=item.code,
                label=item.label,
                state=str(found.state),
                words=found.words,
                who=found.who,
                due_on=found.due_on,
                needed_for=tuple(sorted(item.needed_for)),
                check=item.check,
                kind=item.kind,
            )
        )
    points.sort(key=lambda point: _ORDER[State(point.state)])
    return Checklist(
        gate=str(gate),
        version=form.version,
        edition=initiative.gate_edition,
        own_version=form.own_version,
        question=form.question or str(QUESTION[Gate(gate)]),
        decides=str(DECIDES[Gate(gate)]),
        points=tuple(points),
        late_conditions=tuple(
            LateCondition(one.decision.number, one.text, one.owner, one.due_on)
            for one in evidence.late_conditions
        ),
    )
