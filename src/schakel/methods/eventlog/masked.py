"""What a person may see of a source before anybody agreed on its columns: names, and the shape of what is in them.

A case number, a citizen service number or a name never appears: of a column that may hold one only the shape is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schakel.methods.eventlog.profile import Profile
from schakel.methods.eventlog.pseudonyms import holds_bsns, pseudonym
from schakel.methods.eventlog.reasons import BadLog, Unreadable
from schakel.methods.eventlog.sources import Batch, Source

#: Roles of which the value itself may be shown: none of them tells who somebody is.
OPEN_ROLES = frozenset(
    {"activity", "start", "end", "organisation", "transition", "area", "care_kind", "urgency"}
)
_LONGEST = 40


@dataclass(frozen=True)
class Seen:
    """A column of a source: its name, an example or its shape, and whether citizen service numbers stand in it."""

    name: str
    example: str
    has_bsns: bool


def seen(source: Source, profile: Profile) -> list[Seen]:
    """What may be shown of the first rows: values of columns that were recognised as harmless, shapes of all others."""
    sample = source.sample()
    is_open = {column for role, column in profile.columns.items() if role in OPEN_ROLES}
    found = []
    for name in source.columns:
        values = [row.get(name, "") for row in sample]
        has_bsns = holds_bsns(values)
        first = next((value.strip() for value in values if value.strip()), "")
        shown = first if name in is_open and not has_bsns else shape(first)
        found.append(Seen(name, shown[:_LONGEST], has_bsns))
    return found


def shape(value: str) -> str:
    """The shape of a value: which signs are digits and which are letters, and nothing else of it.

    >>> shape("P-12345"), shape("Jansen"), shape("")
    ('x-99999', 'xxxxxx', '')
    """
    return re.sub(r"[^\W\d_]", "x", re.sub(r"\d", "9", value))


@dataclass
class Pseudonymised:
    """A source of which the case is a pseudonym, by the key of a network; service numbers elsewhere are refused.

    key: None when the cases are pseudonyms already; what is left then is the check.
    """

    source: Source
    case: str
    key: bytes | None

    def __post_init__(self) -> None:
        self.kind, self.columns, self.described = self.source.kind, self.source.columns, self.source.described

    def sample(self) -> list[dict[str, str]]:
        """The first rows, with pseudonyms."""
        return [{**row, self.case: self._name(row.get(self.case, ""))} for row in self.source.sample()]

    def share(self) -> float:
        """How much of it was read, from 0 to 1."""
        return self.source.share()

    def batches(self, needed: Sequence[str]) -> Iterator[Batch]:
        """All rows in order, with pseudonyms; raises BadLog where a column that is kept holds service numbers."""
        import polars as pl

        for batch in self.source.batches(needed):
            frame = batch.frame
            for name in needed:
                is_text = frame.schema[name] in (pl.String, pl.Int64, pl.Int32, pl.UInt64, pl.UInt32)
                if not is_text or (name == self.case and self.key is not None):
                    continue
                if holds_bsns(frame[name].cast(pl.String).drop_nulls().unique().to_list()):
                    raise BadLog(Unreadable.BSN, name)
            if self.key is not None:
                text = frame[self.case].cast(pl.String).fill_null("")
                names = text.unique().to_list()
                frame = frame.with_columns(
                    text.replace_strict(
                        names, [self._name(one) for one in names], return_dtype=pl.String
                    ).alias(self.case)
                )
            yield Batch(frame, batch.rejects)

    def _name(self, value: str) -> str:
        return value if self.key is None else pseudonym(self.key, value)
