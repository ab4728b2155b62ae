"""What changes about a person who signs in; nothing here belongs to a network."""

from __future__ import annotations

from datetime import datetime, timedelta

from schakel.people.models import Person

#: Looks closer together than this are one visit.
ONE_VISIT = timedelta(minutes=15)


def note_visit(person: Person, *, now: datetime) -> datetime | None:
    """Remember that a person looks now; return when they looked before, or None the first time."""
    before = person.seen_at
    if before is None or now - before >= ONE_VISIT:
        person.seen_at = now
        person.save(update_fields=["seen_at"])
    return before
