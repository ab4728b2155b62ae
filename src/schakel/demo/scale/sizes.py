"""How much there is of everything, and the ids that return every time."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid5

SLUG = "schaal"
SEED = 2026
NAMESPACE = UUID("5c4a1a1e-0000-4000-8000-5c4a1a1e2026")


@dataclass(frozen=True)
class Sizes:
    """How many rows of each sort. The first person is the network manager, the next ones represent the partners."""

    n_partners: int = 300
    n_people: int = 2_000
    n_themes: int = 12
    n_areas: int = 14
    n_seats: int = 11
    n_meetings: int = 20
    n_initiatives: int = 500
    n_decisions: int = 5_000
    n_votes: int = 5
    n_years: int = 5
    n_notes: int = 93_500  # with all the rest 100,000 texts to search in


FULL = Sizes()
SMALL = Sizes(
    n_partners=30,
    n_people=200,
    n_themes=3,
    n_areas=4,
    n_meetings=6,
    n_initiatives=50,
    n_decisions=500,
    n_notes=9_350,
)


def made_id(kind: str, *numbers: int) -> UUID:
    """Return the id of the n-th row of a kind; always the same."""
    return uuid5(NAMESPACE, ":".join([kind, *map(str, numbers)]))


def person_id(number: int) -> UUID:
    """Return the id of the n-th made-up person, counted from 0."""
    return made_id("person", number)
