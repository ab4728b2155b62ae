"""What a decision is worth, in plain Python and by the text of the domain: nothing here comes from the code.

A case is one proposal before one group, with what its seats said. ``deciding_machine.py`` keeps these beside the
database and compares the two after each step.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

GROUP, BOARD, SISTER = "group", "board", "sister"
#: What a seat can say by each way of deciding: for, against, abstain, object with a reason.
ANSWERS = {"majority": "fao", "consensus": "fao", "consent": "fbo", "weighted": "fao", "chair": "fa"}
#: What a group can be asked in each stage, and where it leads; at one gate, so that one proposal lies there.
CHOICES = {
    "screening": [("p1", "park"), ("p1", "reject"), ("p1", "escalate")],
    "preparation": [("p3", "start"), ("p3", "park"), ("p3", "escalate")],
    "parked": [("px", "resume")],
    "rejected": [("px", "uphold")],
    "pilot": [("px", "park")],
}
LEADS_TO = {"park": "parked", "reject": "rejected", "start": "pilot", "resume": "back", "uphold": "screening"}
#: What the plan asks, and what only a start asks; to stop or to wait costs nobody anything.
PLAN_EUR, PARTNERS = 20_000, frozenset({"Ziekenhuis", "Verzekeraar"})


@dataclass(frozen=True)
class Place:
    """One voting seat."""

    weight: int
    is_filled: bool = True
    is_chair: bool = False
    has_deputy: bool = False


#: The theme group has a free seat and one deputy; the weights of all seats are a hundred together.
PLACES = {
    GROUP: (
        Place(40, is_chair=True),
        Place(30, has_deputy=True),
        Place(15),
        Place(10),
        Place(5, is_filled=False),
    ),
    BOARD: (Place(50, is_chair=True), Place(30), Place(20)),
    SISTER: (Place(50, is_chair=True), Place(30), Place(20)),
}


@dataclass
class Grant:
    """One mandate: what a group may decide, up to which amount, from when until when (that day not included)."""

    of: str
    gates: tuple[str, ...]
    from_on: date
    until_on: date | None = None
    ceiling: int | None = None
    names_chair: bool = False

    def covers(self, case: Case, day: date, *, method: str = "") -> bool:
        """Whether it lets its group decide this on a day; a chair decides alone only where the mandate says so."""
        return (
            case.gate in self.gates
            and self.from_on <= day
            and (self.until_on is None or day < self.until_on)
            and (self.ceiling is None or case.amount <= self.ceiling)
            and (method != "chair" or self.names_chair)
        )


@dataclass
class Case:
    """A decision as the oracle knows it; seats are numbers."""

    about: UUID
    gate: str
    verdict: str
    group: str
    method: str
    held_on: date | None = None
    closes_at: datetime | None = None
    ratifies: UUID | None = None
    said: dict[int, str] = field(default_factory=dict)
    by_deputy: set[int] = field(default_factory=set)
    there: set[int] = field(default_factory=set)
    aside: set[int] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    taken_on: date | None = None
    has_mandate: bool = False
    is_ratified: bool = False
    is_taken_back: bool = False
    #: What the decision that is ratified asks, for a ratification asks nothing of its own.
    asked: int = 0

    @property
    def places(self) -> tuple[Place, ...]:
        """The voting seats of the group."""
        return PLACES[self.group]

    @property
    def amount(self) -> int:
        """The money it is about."""
        return PLAN_EUR if self.verdict == "start" else self.asked

    @property
    def needs(self) -> frozenset[str]:
        """The partners who must consent."""
        return PARTNERS if self.verdict == "start" else frozenset()

    @property
    def counted(self) -> list[int]:
        """The seats in the counts: a free seat is in none, nor is one that stands aside."""
        return [n for n, place in enumerate(self.places) if place.is_filled and n not in self.aside]

    @property
    def taking_part(self) -> list[int]:
        """Who takes part: in a meeting who is there, in writing who voted, for silence is no vote."""
        joined = self.said if self.closes_at else self.there
        return [n for n in self.counted if n in joined]

    @property
    def says_nothing(self) -> bool:
        """Nobody said a word in a meeting, where keeping silent is no answer; then there is nothing to decide yet."""
        silence_agrees = self.method in {"consensus", "consent"}
        return bool(self.counted) and not silence_agrees and not any(n in self.said for n in self.counted)

    @property
    def has_quorum(self) -> bool:
        """More than half of the seats that count take part; a chair who decides needs nobody else."""
        if self.method == "chair":
            return self._chair in self.counted
        return len(self.taking_part) > len(self.counted) / 2

    @property
    def _chair(self) -> int:
        return next(n for n, place in enumerate(self.places) if place.is_chair)

    @property
    def is_carried(self) -> bool:
        """Whether the group wants it, by its way of deciding."""
        words = {n: self.said.get(n, "") for n in self.taking_part}
        said = list(words.values())
        if not said:
            return False
        if self.method == "majority":
            return said.count("f") > said.count("a")
        if self.method == "consensus":
            return "a" not in said
        if self.method == "consent":
            return "b" not in said
        if self.method == "chair":
            return words.get(self._chair) == "f"
        weigh = [self.places[n].weight for n in self.counted]
        return sum(self.places[n].weight for n, word in words.items() if word == "f") > sum(weigh) / 2

    @property
    def has_nobody_left(self) -> bool:
        """Everybody stands aside, or the chair who would decide: it goes to the group above."""
        return self._chair not in self.counted if self.method == "chair" else not self.counted

    @property
    def status(self) -> str:
        """What the decision is worth: the four questions of the domain, in its own words."""
        if self.is_taken_back:
            return "withdrawn"
        if self.taken_on is None:
            return "open"
        if not self.is_carried:
            return "not_carried"
        stands = self.is_ratified or (self.has_mandate and self.has_quorum)
        has_consents = not self.refused and self.needs <= self.given
        return "valid" if stands and has_consents else "provisional"

    @property
    def is_under_way(self) -> bool:
        """Still to be taken, or taken without counting yet."""
        return self.status in {"open", "provisional"}

    def is_over(self, now: datetime) -> bool:
        """Whether the voting in writing has ended."""
        return self.closes_at is not None and now >= self.closes_at

    def may_be_counted(self, now: datetime) -> bool:
        """Whether a written round may be closed: its time is over, or everybody spoke."""
        return self.is_over(now) or all(n in self.said for n in self.counted)


def fitting(letters: str, case: Case) -> str:
    """The same letters as far as this way of deciding knows them; what it does not know is silence."""
    other = {"a": "b", "b": "a"}
    known = ANSWERS[case.method] + "sxr"
    return "".join(one if one in known else other.get(one, "s") for one in letters)


def lies(case: Case) -> bool:
    """In a meeting, and still to be decided there."""
    return case.status == "open" and case.held_on is not None


def runs(case: Case) -> bool:
    """In a written round that is not counted yet."""
    return case.status == "open" and case.closes_at is not None


def waits(case: Case) -> bool:
    """Laid before a group that has no moment for it yet."""
    return case.status == "open" and case.held_on is None and case.closes_at is None


def hangs(case: Case) -> bool:
    """Taken, and it does not count yet."""
    return case.status == "provisional"


def asks(case: Case) -> bool:
    """Partners are asked for their consent."""
    return case.is_under_way and bool(case.needs)


def can_go_up(case: Case) -> bool:
    """Not at the board yet, and open, under reserve, or with nobody left to decide it."""
    nobody_left = case.status == "not_carried" and case.has_nobody_left
    return case.group != BOARD and (case.is_under_way or nobody_left)
