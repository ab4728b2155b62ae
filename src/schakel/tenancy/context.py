"""The signed context: who looks at the database during this transaction.

PostgreSQL decides which rows exist for that context (see the functions in ``sql.py``). The context is set for one
transaction only, so a pooled connection can never carry it to the next request, and it is signed, so that a
second ``set_config`` smuggled in through SQL cannot become another person.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

#: Seconds that a signed context stays valid; long enough for any one transaction, short enough against replay.
VALID_SECONDS = 900
SETTING = "schakel.context"


class Kind(StrEnum):
    """Who a context speaks for."""

    PERSON = "person"
    VISITOR = "visitor"
    SYSTEM = "system"


class NoContext(RuntimeError):
    """A table of a network was asked for while nobody was looking: set a context first."""


def sign(kind: Kind, subject: UUID, *, now: float | None = None) -> str:
    """Return the token ``kind|subject|expiry|signature`` that the database accepts until it expires."""
    expiry = int(now if now is not None else time.time()) + VALID_SECONDS
    message = f"{kind.value}|{subject}|{expiry}"
    key = bytes.fromhex(settings.CONTEXT_KEY)
    return f"{message}|{hmac.new(key, message.encode(), hashlib.sha256).hexdigest()}"


def person(person_id: UUID, using: str = DEFAULT_DB_ALIAS) -> AbstractContextManager[None]:
    """Look as this person: the rows of every network of which they are a member today."""
    return _looking(Kind.PERSON, person_id, using)


def visitor(network_id: UUID, using: str = DEFAULT_DB_ALIAS) -> AbstractContextManager[None]:
    """Look as a visitor of this network: only its published rows."""
    return _looking(Kind.VISITOR, network_id, using)


def system(network_id: UUID, using: str = DEFAULT_DB_ALIAS) -> AbstractContextManager[None]:
    """Work for this network as the platform itself: commands, loaders and sealing.

    In a request only inside an action that begins a network or takes in what a signed link from outside brings
    (docs/decisions/0008).
    """
    return _looking(Kind.SYSTEM, network_id, using)


def current(using: str = DEFAULT_DB_ALIAS) -> tuple[Kind, UUID] | None:
    """Tell who is looking now, or None."""
    return getattr(connections[using], "schakel_context", None)


def all_networks() -> list[UUID]:
    """Return the ids of all networks: the database keeps them in one function, for they are not all listed."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("select tenancy.all_networks()")
        return cursor.fetchone()[0]


def managed_networks() -> frozenset[UUID]:
    """The networks that whoever looks manages today, asked of the database. One database query."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("select tenancy.my_managed_networks()")
        return frozenset(cursor.fetchone()[0] or ())


@contextmanager
def _looking(kind: Kind, subject: UUID, using: str) -> Iterator[None]:
    connection = connections[using]
    if not connection.in_atomic_block:
        raise NoContext("A context lives in a transaction: open transaction.atomic() first.")
    before = current(using)
    if before == (kind, subject):
        yield  # whoever looks already looks so, and the outer context ends it
        return
    _set(connection, kind, subject)
    try:
        yield
    finally:
        # Nested inside a larger transaction the outer context comes back; a broken transaction forgets it anyway.
        _remember(connection, before)
        if connection.in_atomic_block and not connection.needs_rollback and connection.connection is not None:
            if before is None:
                _write(connection, "")
            else:
                _set(connection, *before)


def _set(connection: BaseDatabaseWrapper, kind: Kind, subject: UUID) -> None:
    _write(connection, sign(kind, subject))
    _remember(connection, (kind, subject))


def _remember(connection: Any, who: tuple[Kind, UUID] | None) -> None:
    # Any: the attribute is ours, a connection of Django does not know it.
    connection.schakel_context = who


def _write(connection: BaseDatabaseWrapper, token: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config(%s, %s, true)", [SETTING, token])
