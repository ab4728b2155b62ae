"""Writing figures: so many in one statement, with what each refers to checked right after it.

A hundred thousand figures one by one cost a minute, and as much again when they are committed: then the database looks
at every reference of every row, in one go that nobody sees and nobody can stop.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import connection
from psycopg import sql

from schakel.measuring.models import Series, Value
from schakel.measuring.rules import Measured, ValueState

if TYPE_CHECKING:
    from schakel.people.models import Person

Tell = Callable[[int], None]
#: So many rows are written at a time; between two times it can be stopped.
BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure that counts now."""

    id: UUID
    number: int
    measured: Measured


@dataclass(frozen=True, slots=True)
class NewFigure:
    """A figure that is going to stand there, and the one that it replaces."""

    series: Series
    period_on: date
    measured: Measured
    before: Standing | None
    source: str

    @property
    def number(self) -> int:
        """Its version."""
        return self.before.number + 1 if self.before else 1


def standing_of(series: Iterable[Series], periods: set[date]) -> dict[tuple[UUID, date], Standing]:
    """The figures of these series that count in these periods. One database query."""
    rows = Value.objects.counting().filter(series__in=list(series))
    if periods:
        rows = rows.filter(period_on__gte=min(periods), period_on__lte=max(periods))
    told = rows.values_list(
        "series_id", "period_on", "id", "number", "numerator", "denominator", "value", "n", "sd"
    )
    return {
        (series_id, on): Standing(key, number, Measured(above, below, value, n, sd))
        for series_id, on, key, number, above, below, value, n, sd in told.iterator(chunk_size=BATCH)
    }


#: The columns of a figure that differ from row to row, with their types; the others are the same for all.
_COLUMNS = (
    ("id", "uuid"),
    ("network_id", "uuid"),
    ("series_id", "uuid"),
    ("period_on", "date"),
    ("number", "smallint"),
    ("numerator", "numeric"),
    ("denominator", "numeric"),
    ("value", "numeric"),
    ("n", "integer"),
    ("sd", "numeric"),
    ("source", "text"),
    ("reason", "text"),
)
_NAMES = ", ".join(f'"{name}"' for name, _type in _COLUMNS)
_READ = ", ".join(f"(told ->> {at})::{type}" for at, (_name, type) in enumerate(_COLUMNS))
_INSERT = f"""
insert into "measuring_value"
    ({_NAMES}, "state", "entered_by_id", "entered_at", "approved_by_id", "approved_at")
select {_READ}, %s, %s::uuid, %s::timestamptz, %s::uuid, %s::timestamptz from jsonb_array_elements(%s::jsonb) as told
"""
_STEP_BACK = """
update "measuring_value" as figure set "replaced_by_id" = told.later
from unnest(%s::uuid[], %s::uuid[]) as told (earlier, later) where figure."id" = told.earlier
"""


def write(
    made: Sequence[NewFigure],
    *,
    by: Person | None,
    at: datetime,
    reason: str = "",
    is_final: bool = False,
    tell: Tell | None = None,
) -> None:
    """Write figures, each beside the one that it replaces.

    First what was corrected steps back, then its successor comes: never do two figures of a period count.
    """
    person = by.pk if by is not None else None
    checked = (person, at) if is_final else (None, None)
    same = (ValueState.FINAL if is_final else ValueState.PROVISIONAL, person, at, *checked)
    with _references_looked_at(at_once=len(made) > BATCH), connection.cursor() as cursor:
        for first in range(0, len(made), BATCH):
            rows = made[first : first + BATCH]
            keys = [uuid4() for _ in rows]
            replaced = [(one.before.id, key) for one, key in zip(rows, keys, strict=True) if one.before]
            if replaced:
                cursor.execute(_STEP_BACK, [list(column) for column in zip(*replaced, strict=True)])
            cursor.execute(_INSERT, [*same, _told(rows, keys, reason)])
            if tell is not None:
                tell(first + len(rows))


def _told(rows: Sequence[NewFigure], keys: Sequence[UUID], reason: str) -> str:
    """The rows as one text: the database takes it apart ten times faster than it is given a hundred thousand lists."""
    reason = reason.strip()
    return json.dumps(
        [
            (
                str(key),
                str(one.series.network_id),
                str(one.series.pk),
                one.period_on.isoformat(),
                one.number,
                _plain(one.measured.numerator),
                _plain(one.measured.denominator),
                _plain(one.measured.value),
                one.measured.n,
                _plain(one.measured.sd),
                one.source[:200],
                reason if one.before else "",
            )
            for one, key in zip(rows, keys, strict=True)
        ]
    )


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


_REFERENCES = """
select conname from pg_constraint
where conrelid = '"measuring_value"'::regclass and contype = 'f' and condeferrable and confrelid <> conrelid
"""


@contextmanager
def _references_looked_at(*, at_once: bool) -> Iterator[None]:
    """Let the database look at the references of every row when it is written, and not of all of them in the end.

    What a figure is replaced by is looked at in the end all the same: it comes after it.
    """
    if not at_once:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(_REFERENCES)
        names = sql.SQL(", ").join(sql.Identifier(name) for (name,) in cursor.fetchall())
        cursor.execute(sql.SQL("set constraints {} immediate").format(names).as_string())
        yield
        cursor.execute(sql.SQL("set constraints {} deferred").format(names).as_string())
