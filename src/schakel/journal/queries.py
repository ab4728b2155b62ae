"""Reading the journal and checking its seals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from schakel.journal.models import Entry, Seal
from schakel.journal.rules import NO_SEAL, Line, seal_of


@dataclass(frozen=True)
class Fault:
    """A seal that no longer fits what it sealed, in plain words."""

    number: int
    words: str


def about(thing: object) -> QuerySet[Entry]:
    """Return the entries about one row, newest first. One database query."""
    return Entry.objects.filter(
        network_id=thing.network_id,  # type: ignore[attr-defined]
        about_type=thing._meta.label_lower,  # type: ignore[attr-defined]
        about_id=str(thing.pk),  # type: ignore[attr-defined]
    ).order_by("-sequence")


def faults(network_id: UUID) -> Iterator[Fault]:
    """Yield every seal of a network that does not fit its entries or the seal before it. One query per seal."""
    previous, after, number = NO_SEAL, 0, 0
    for seal in Seal.objects.filter(network_id=network_id).order_by("number"):
        number += 1
        if seal.number != number:
            yield Fault(number, f"Zegel {number} ontbreekt.")
            number = seal.number
        if seal.previous != previous or seal.after != after:
            yield Fault(seal.number, f"Zegel {seal.number} sluit niet aan op het zegel ervoor.")
        entries = Entry.objects.filter(
            network_id=network_id, sequence__gt=seal.after, sequence__lte=seal.up_to
        )
        lines = [line_of(entry) for entry in entries]
        if len(lines) != seal.n_entries:
            yield Fault(
                seal.number,
                f"Onder zegel {seal.number} staan {len(lines)} regels, verzegeld zijn er {seal.n_entries}.",
            )
        elif seal_of(seal.previous, lines) != seal.value:
            yield Fault(seal.number, f"Een regel onder zegel {seal.number} is veranderd.")
        previous, after = seal.value, seal.up_to


def line_of(entry: Entry) -> Line:
    """Return an entry as the plain values that are sealed."""
    return Line(
        sequence=entry.sequence,
        at=entry.at,
        person_id=str(entry.person_id or ""),
        person_name=entry.person_name,
        on_behalf_of=entry.on_behalf_of,
        verb=entry.verb,
        about_type=entry.about_type,
        about_id=entry.about_id,
        about_label=entry.about_label,
        reason=entry.reason,
        data=entry.data,
    )
