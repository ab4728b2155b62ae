"""Refuse a question about a network's table while nobody is looking, instead of answering with silence."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Model

from schakel.tenancy.context import NoContext


@lru_cache(maxsize=1)
def tenant_models() -> tuple[type[Model], ...]:
    """Return every model whose rows belong to a network, histories and journal included; networks themselves not."""
    return tuple(
        model
        for model in apps.get_models(include_auto_created=True)
        if any(f.name == "network" or f.attname == "network_id" for f in model._meta.local_concrete_fields)
        and model._meta.managed
    )


@lru_cache(maxsize=1)
def _mentions_a_tenant_table() -> re.Pattern[str]:
    names = sorted({m._meta.db_table for m in tenant_models()}, key=len, reverse=True)
    return re.compile('"(' + "|".join(map(re.escape, names)) + ')"')


class Guard:
    """Wraps every statement on one connection."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def __call__(self, execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
        if getattr(self.connection, "schakel_context", None) is None:
            found = _mentions_a_tenant_table().search(sql)
            if found:
                raise NoContext(
                    f"{found[1]} belongs to a network, and nobody is looking: "
                    "use tenancy.context.person, visitor or system."
                )
        return execute(sql, params, many, context)


def watch(sender: type, connection: Any, **kwargs: Any) -> None:
    """Put the guard on a new connection of the runtime role; migrations and backups see everything."""
    connection.schakel_context = getattr(connection, "schakel_context", None)
    if settings.DATABASE_ROLE == "runtime" and not any(
        isinstance(w, Guard) for w in connection.execute_wrappers
    ):
        connection.execute_wrappers.append(Guard(connection))
