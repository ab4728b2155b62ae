"""What changes about a person who signs in; nothing here belongs to a network."""

from __future__ import annotations

from datetime import datetime, timedelta

from schakel.people.models import Person

#: Looks closer together than this are one visit.
ONE_VISIT = timedelta(minutes=15)


def let_found(email: str, *, may: bool = True) -> Person | None:
    """Let the person with this address begin networks, or no longer; only the system administrator does this."""
    person = Person.objects.filter(email__iexact=email.strip()).first()
    if person is not None and person.is_founder != may:
        person.is_founder = may
        person.save(update_fields=["is_founder"])
    return person


def note_visit(person: Person, *, now: datetime) -> datetime | None:
    """Remember that a person looks now; return when they looked before, or None the first time."""
    before = person.seen_at
    if before is None or now - before >= ONE_VISIT:
        person.seen_at = now
        person.save(update_fields=["seen_at"])
    return before
