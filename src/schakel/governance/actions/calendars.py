"""Making, renewing and ending the secret link of a calendar. The secret itself is shown once and never kept."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.models import Body, CalendarLink
from schakel.governance.permissions import Permission, why_not
from schakel.journal.actions import record
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

#: Bytes of chance in a secret: nobody guesses it.
SECRET_BYTES = 32


def hash_of_secret(secret: str) -> str:
    """The fingerprint under which a secret is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def make_calendar_link(network: Network, *, by: Person, body: Body | None = None) -> str:
    """Give this person a secret for their calendar, or for that of one body; an earlier one stops working."""
    allow(why_not(by, Permission.READ, network))
    if body is not None and body.network_id != network.pk:
        allow(_("Die groep hoort bij een ander netwerk."))
    _end(network, by, body)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    link = CalendarLink.objects.create(
        network=network, person=by, body=body, secret_hash=hash_of_secret(secret), made_at=timezone.now()
    )
    record(by=by, verb="calendar link made", about=link)
    return secret


@transaction.atomic
def end_calendar_link(network: Network, *, by: Person, body: Body | None = None) -> bool:
    """Let this person's link stop working at once; whether there was one."""
    return _end(network, by, body)


def _end(network: Network, by: Person, body: Body | None) -> bool:
    mine = CalendarLink.objects.of(network).filter(person=by, body=body, ended_at__isnull=True)
    found = mine.select_for_update(of=("self",)).first()
    if found is None:
        return False
    found.ended_at = timezone.now()
    found.save(update_fields=["ended_at"])
    record(by=by, verb="calendar link ended", about=found)
    return True
