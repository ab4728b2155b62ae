"""Start-up checks: the server refuses to serve with a role that could look past the policies, or unsafe settings."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import connection
from django.db.utils import OperationalError

#: Every environment variable the platform knows; a misspelled one is refused rather than silently ignored.
KNOWN = frozenset(
    {
        "SCHAKEL_DATABASE_NAME",
        "SCHAKEL_DATABASE_HOST",
        "SCHAKEL_DATABASE_PORT",
        "SCHAKEL_DATABASE_ROLE",
        "SCHAKEL_OWNER_ROLE",
        "SCHAKEL_MIGRATOR_ROLE",
        "SCHAKEL_RUNTIME_ROLE",
        "SCHAKEL_BACKUP_ROLE",
        "SCHAKEL_RUNTIME_PASSWORD",
        "SCHAKEL_MIGRATOR_PASSWORD",
        "SCHAKEL_BACKUP_PASSWORD",
        "SCHAKEL_POOL_MAX",
        "SCHAKEL_REMEMBERED_MB",
        "SCHAKEL_SECRET_KEY",
        "SCHAKEL_CONTEXT_KEY",
        "SCHAKEL_MODE",
        "SCHAKEL_BASE_URL",
        "SCHAKEL_ALLOWED_HOSTS",
        "SCHAKEL_EMAIL_URL",
        "SCHAKEL_EMAIL_FROM",
        "SCHAKEL_FOLDER",
        "SCHAKEL_CHAIN_FOLDER",
        "SCHAKEL_PORT",
    }
)
DEMO_KEY = "demo-only-not-a-secret"


@register(Tags.security)
def settings_are_known_and_safe(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Refuse unknown settings everywhere, and unsafe ones outside demo and test mode."""
    errors = [
        Error(
            f"Onbekende instelling {name}. Bedoelt u een van: {', '.join(sorted(KNOWN))}?", id="schakel.E001"
        )
        for name in sorted(os.environ)
        if name.startswith("SCHAKEL_") and name not in KNOWN
    ]
    if settings.MODE not in {"demo", "test", "production"}:
        errors.append(Error("SCHAKEL_MODE is demo, test of production.", id="schakel.E002"))
    if settings.MODE != "production":
        return errors
    if settings.DEBUG:
        errors.append(Error("DEBUG staat aan; dat mag niet buiten de demo.", id="schakel.E003"))
    if len(settings.SECRET_KEY) < 50 or DEMO_KEY in settings.SECRET_KEY:
        errors.append(Error("SCHAKEL_SECRET_KEY ontbreekt of is korter dan 50 tekens.", id="schakel.E004"))
    if len(settings.CONTEXT_KEY) < 64 or set(settings.CONTEXT_KEY) == {"0"}:
        errors.append(
            Error(
                "SCHAKEL_CONTEXT_KEY ontbreekt of is korter dan 32 bytes (64 hex-tekens).", id="schakel.E005"
            )
        )
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        errors.append(
            Error("SCHAKEL_BASE_URL of SCHAKEL_ALLOWED_HOSTS noemt geen vast adres.", id="schakel.E006")
        )
    return errors


def why_not_serve() -> str | None:
    """Return why the present database role must not serve pages, or None when it is safe."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "select rolname, rolsuper, rolbypassrls, exists (select 1 from pg_class c join pg_namespace n"
                " on n.oid = c.relnamespace where n.nspname in ('public', 'tenancy') and c.relkind in ('r', 'p')"
                " and pg_has_role(r.oid, c.relowner, 'MEMBER')) from pg_roles r where rolname = current_user"
            )
            role, is_super, bypasses, owns = cursor.fetchone()
    except OperationalError as fault:
        return f"De database antwoordt niet: {fault}".strip()
    if is_super or bypasses or owns:
        return (
            f"De rol {role} kan langs de afscherming kijken (superuser, BYPASSRLS of eigenaar). "
            "Gebruik de runtime-rol."
        )
    return None


@register(Tags.database)
def role_cannot_bypass(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[Error]:
    """Refuse to serve as a superuser, a role that bypasses policies, or the owner of the tables."""
    if not databases or settings.DATABASE_ROLE != "runtime":
        return []
    reason = why_not_serve()
    return [Error(reason, id="schakel.E010")] if reason else []
