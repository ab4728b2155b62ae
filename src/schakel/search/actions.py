"""Building the index anew. Keeping it up to date is work of the database itself (migrations/0002_index.py)."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.db import connection, transaction

from schakel.search.rules import Kind
from schakel.tenancy.context import system

#: So many things in one transaction: nobody waits long for a row, and broken off it goes on where it was.
PIECE = 500


def reindex(network_id: UUID, *, tell: Callable[[str], None] = lambda words: None) -> int:
    """Put every text of a network in the index again and take out what is gone; returns how many were looked at.

    A text that is right already is left as it is, so it may run twice, and while people work.
    """
    total = 0
    for kind in Kind.values:
        things = _things(network_id, kind)
        for start in range(0, len(things), PIECE):
            _index(network_id, kind, things[start : start + PIECE])
            done = min(start + PIECE, len(things))
            tell(f"{kind}: {done} van {len(things)}")
        total += len(things)
    return total


@transaction.atomic
def _things(network_id: UUID, kind: str) -> list[UUID]:
    with system(network_id), connection.cursor() as cursor:
        cursor.execute("select distinct unnest(search.things(%s, %s)) order by 1", [network_id, kind])
        return [thing for (thing,) in cursor.fetchall()]


@transaction.atomic
def _index(network_id: UUID, kind: str, things: list[UUID]) -> None:
    with system(network_id), connection.cursor() as cursor:
        cursor.execute("select search.index_again(%s, %s::uuid[])", [kind, things])
