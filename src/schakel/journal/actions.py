"""Writing the journal and sealing it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import connection, models, transaction

from schakel.journal.models import Entry, Seal
from schakel.journal.queries import line_of
from schakel.journal.rules import NO_SEAL, seal_of
from schakel.tenancy.models import TenantModel

#: Writers share this lock (a trigger on the table takes it, before a line gets its number) and the sealer takes it
#: alone, so no entry can still appear below a sealed number.
LOCK = 727_110_001


def record(
    *,
    by: Any,
    verb: str,
    about: models.Model,
    reason: str = "",
    on_behalf_of: str = "",
    data: dict[str, Any] | None = None,
) -> Entry:
    """Write one line about an action, in the same transaction as the action itself.

    by: the acting Person, or None when the platform acts by itself. about: the row that changed; its network owns
    the line. data: small plain values that explain the change, never health data.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A journal line is written in the transaction of its action.")
    return Entry.objects.create(
        network_id=_network_of(about),
        person_id=by.pk if by is not None else None,
        person_name=(str(by) if by is not None else "Schakel")[:200],
        on_behalf_of=str(on_behalf_of)[:200],
        verb=verb,
        about_type=about._meta.label_lower,
        about_id=str(about.pk),
        about_label=str(about)[:300],
        reason=reason,
        data=data or {},
    )


def _network_of(about: models.Model) -> UUID:
    """The network that owns the line: that of the row, or the row itself when it is a network."""
    if about._meta.label_lower == "network.network":
        return about.pk
    assert isinstance(about, TenantModel), "every other row that a line is about belongs to a network"
    return about.network_id


@transaction.atomic
def seal(network_id: UUID) -> Seal | None:
    """Seal the entries of one network that have no seal yet; return None when there are none.

    Runs inside ``tenancy.context.system(network_id)``.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
    last = Seal.objects.filter(network_id=network_id).order_by("-number").first()
    after = last.up_to if last else 0
    lines = [line_of(entry) for entry in Entry.objects.filter(network_id=network_id, sequence__gt=after)]
    if not lines:
        return None
    previous = last.value if last else NO_SEAL
    return Seal.objects.create(
        network_id=network_id,
        number=last.number + 1 if last else 1,
        after=after,
        up_to=lines[-1].sequence,
        n_entries=len(lines),
        previous=previous,
        value=seal_of(previous, lines),
    )
