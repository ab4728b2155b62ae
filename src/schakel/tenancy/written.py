"""Questions that are put together once: for those that every page waits for, writing takes longer than answering."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.db.models.query import RawQuerySet

Row = TypeVar("Row", bound=Model)
#: What stands in a question where a value comes, by its kind: nothing that is ever asked for.
_BLANKS: dict[type, Callable[[int], Any]] = {
    UUID: lambda n: UUID(int=n),
    date: lambda n: date(1, 1, n),
    str: lambda n: f"[{n}]",
}


class Question(Generic[Row]):
    """A query whose text never changes, only the values in it. Ask it by calling it with those values.

    It is written at the first asking and gives instances of its model, with the annotations as attributes; what is not
    named in `only` costs a question of its own. The database hides foreign rows from it as from any other.
    """

    def __init__(self, write: Callable[..., QuerySet[Row]], kinds: dict[str, type]) -> None:
        self._write, self._kinds = write, kinds
        self.__doc__ = write.__doc__

    def __call__(self, **values: UUID | date | str) -> RawQuerySet:
        """The rows, for these values. One database query."""
        model, sql, places = self._written
        return model._default_manager.raw(sql, [values[at] if name else at for at, name in places])

    @cached_property
    def _written(self) -> tuple[type[Row], str, list[tuple[Any, bool]]]:
        """The model, the text, and for each place in it a value, or the name of a value and True."""
        blanks = {name: _BLANKS[kind](n) for n, (name, kind) in enumerate(self._kinds.items(), start=1)}
        found = self._write(**blanks)
        sql, values = found.query.sql_with_params()
        places = []
        for value in values:
            name = next((name for name, blank in blanks.items() if _is_same(value, blank)), None)
            places.append((value, False) if name is None else (name, True))
        missing = set(blanks) - {at for at, is_name in places if is_name}
        if missing:
            raise TypeError(f"These values are not asked for in the question: {', '.join(sorted(missing))}.")
        return found.model, sql, places


def _is_same(value: Any, blank: Any) -> bool:
    return type(value) is type(blank) and value == blank


def written_once(**kinds: type) -> Callable[[Callable[..., QuerySet[Row]]], Question[Row]]:
    """Make a function that gives a queryset into a question that is put together once.

    kinds: the kind of each argument, UUID, date or str. The text may not depend on the values: no lists, no None.
    """

    def make(write: Callable[..., QuerySet[Row]]) -> Question[Row]:
        return Question(write, kinds)

    return make
