"""The journal of a network as its manager reads it: the newest lines first, and up to where it is sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from schakel.journal.models import Entry, Seal
from schakel.network.models import Network

AT_ONCE = 50


@dataclass(frozen=True)
class Wanted:
    """Which lines: words in them, the app that they are about, the first and the last day, and before which line."""

    q: str = ""
    app: str = ""
    since: date | None = None
    until: date | None = None
    before: int | None = None


@dataclass(frozen=True)
class Sealed:
    """When the journal was last sealed (None: never yet), and how many lines came since."""

    at: datetime | None
    n_since: int


def logbook(network: Network, wanted: Wanted) -> tuple[list[Entry], bool]:
    """The newest lines that fit, and whether there are older ones. One database query."""
    found = Entry.objects.filter(network_id=network.pk)
    if wanted.q:
        found = found.filter(
            Q(about_label__icontains=wanted.q)
            | Q(person_name__icontains=wanted.q)
            | Q(on_behalf_of__icontains=wanted.q)
            | Q(reason__icontains=wanted.q)
        )
    if wanted.app:
        found = found.filter(about_type__startswith=f"{wanted.app}.")
    if wanted.since is not None:
        found = found.filter(at__gte=_begin_of(wanted.since))
    if wanted.until is not None:
        found = found.filter(at__lt=_begin_of(wanted.until + timedelta(days=1)))
    if wanted.before is not None:
        found = found.filter(sequence__lt=wanted.before)
    rows = list(found.order_by("-sequence")[: AT_ONCE + 1])
    return rows[:AT_ONCE], len(rows) > AT_ONCE


def sealed(network: Network) -> Sealed:
    """Up to where the journal of a network is sealed. Two database queries."""
    last = Seal.objects.filter(network_id=network.pk).order_by("-number").first()
    after = last.up_to if last else 0
    n_since = Entry.objects.filter(network_id=network.pk, sequence__gt=after).count()
    return Sealed(last.sealed_at if last else None, n_since)


def _begin_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
