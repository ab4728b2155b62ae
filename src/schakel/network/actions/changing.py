"""What every change has in common: only what differs is written, and the journal gets the from and the to."""

from collections.abc import Mapping
from typing import Any

from django.db import models


def differences(row: models.Model, facts: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return the facts that differ from the row, as name → [from, to] in plain values."""
    return {
        name: [_plain(getattr(row, name)), _plain(value)]
        for name, value in facts.items()
        if getattr(row, name) != value
    }


def write(row: models.Model, facts: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Set the facts that differ, save only those, and return them; an equal row is not touched."""
    changed = differences(row, facts)
    for name in changed:
        setattr(row, name, facts[name])
    if changed:
        row.save(update_fields=list(changed))
    return changed


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | str | list | dict):
        return value
    return str(value)
