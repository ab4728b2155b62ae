"""What a calendar reads: whose secret it is, and which meetings that person may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection

from schakel.governance.models import CalendarLink, Meeting
from schakel.governance.permissions import standing

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

#: How long a meeting that was stays in a calendar.
KEPT = timedelta(days=120)
#: A meeting has a beginning and no end; a calendar needs one.
LASTS = timedelta(hours=2)
MOST = 400


@dataclass(frozen=True)
class Opened:
    """Whose calendar a secret opens."""

    link_id: UUID
    network_id: UUID
    person_id: UUID


def opened_by(secret_hash: str) -> Opened | None:
    """Whose link this secret is, asked while nobody looks yet; None for a wrong or ended one. One database query."""
    with connection.cursor() as cursor:
        cursor.execute("select link_id, network_id, person_id from tenancy.calendar_link(%s)", [secret_hash])
        row = cursor.fetchone()
    return Opened(*row) if row else None


def calendar_links(person: Person, network: Network) -> dict[UUID | None, CalendarLink]:
    """The links of this person that work, by the body they are for; None is their own calendar. One query."""
    rows = CalendarLink.objects.visible_to(person).of(network).filter(person=person, ended_at__isnull=True)
    return {link.body_id: link for link in rows}


def calendar_meetings(link: CalendarLink, person: Person, now: datetime) -> Sequence[Meeting]:
    """The meetings of the body of a link, or of every body in which this person sits. At most three queries."""
    rows = Meeting.objects.visible_to(person).of(link.network).filter(starts_at__gte=now - KEPT)
    if link.body_id:
        rows = rows.filter(body=link.body_id)
    else:
        rows = rows.filter(body__in=standing(person, link.network).body_ids)
    return list(rows.select_related("body", "network").order_by("starts_at")[:MOST])
