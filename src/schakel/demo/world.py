"""Everything of De Linde by the keys that the diary uses, while the story is being told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from schakel.demo.moments import Calendar
from schakel.governance.models import Body, Condition, Decision, Meeting, Seat
from schakel.initiatives.models import Commitment, FundingLine, Initiative, LineOwner
from schakel.network.models import Area, Network, Partner, Theme
from schakel.people.models import Person
from schakel.tenancy import context


def key_of(body: Body | None) -> str:
    """Return the key of the body that something in the diary is with."""
    assert body is not None, "everything that the diary tells about is with a body"
    return body.slug


@dataclass
class World:
    """The rows made so far. People are asked for anew each time: what they may do changes with the clock."""

    network: Network
    calendar: Calendar
    people: dict[str, UUID] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    partners: dict[str, Partner] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    seats: dict[tuple[str, str], Seat] = field(default_factory=dict)
    holders: dict[tuple[str, str], str] = field(default_factory=dict)
    secretaries: dict[str, str] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    initiatives: dict[str, UUID] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    conditions: dict[tuple[str, str], Condition] = field(default_factory=dict)
    commitments: dict[tuple[str, str], Commitment] = field(default_factory=dict)
    line_owners: dict[tuple[str, str], LineOwner] = field(default_factory=dict)
    funding_lines: dict[str, FundingLine] = field(default_factory=dict)

    def person(self, key: str) -> Person:
        """Return a person without anything remembered from an earlier day."""
        return Person.objects.get(pk=self.people[key])

    @contextmanager
    def acting(self, key: str) -> Iterator[Person]:
        """Look at the database as this person does on their own pages, and do something."""
        with context.person(self.people[key]):
            yield self.person(key)

    def secretary(self, body: str) -> Person:
        """Return the secretary of a body."""
        return self.person(self.secretaries[body])

    def initiative(self, key: str) -> Initiative:
        """Return an initiative as it stands now."""
        return Initiative.objects.of(self.network).get(pk=self.initiatives[key])

    def day(self, words: str) -> date:
        """Return the day of a moment in the diary."""
        return self.calendar.day(words)

    def some_partners(self, keys: Iterable[str]) -> list[Partner]:
        """Return partners by their keys."""
        return [self.partners[key] for key in keys]

    def some_areas(self, keys: Iterable[str]) -> list[Area]:
        """Return areas by their keys."""
        return [self.areas[key] for key in keys]

    def seats_of(self, body: str) -> dict[str, Seat]:
        """Return the seats of a body by their keys, in order."""
        return {seat: row for (of, seat), row in self.seats.items() if of == body}
