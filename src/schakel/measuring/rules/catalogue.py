"""The indicators that Schakel brings along: reviewed files; a version is never edited, only followed by the next."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from schakel.measuring.rules.definitions import Definition

_KNOWN = frozenset(field.name for field in fields(Definition)) - {"sha256"}


@lru_cache(maxsize=1)
def catalogue() -> tuple[Definition, ...]:
    """Every version of every indicator that this release holds, by name and version."""
    folder = files("schakel") / "definitions" / "indicators"
    found = [
        read(path.read_text(encoding="utf-8")) for path in folder.iterdir() if path.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda one: (one.name, one.version)))


def definition(code: str, version: int | None = None) -> Definition | None:
    """The newest version of an indicator of the catalogue, or the asked one; None when there is none."""
    mine = [one for one in catalogue() if one.code == code and version in {None, one.version}]
    return max(mine, key=lambda one: one.version, default=None)


def newest() -> tuple[Definition, ...]:
    """The newest version of every indicator of the catalogue."""
    return tuple(one for one in catalogue() if one is definition(one.code))


def read(text: str) -> Definition:
    """Read one file; its fingerprint goes along. Raises ValueError for a word that no definition knows.

    A word that lacks, or stands twice, is an error as well.
    """
    data: dict[str, Any] = tomllib.loads(text, parse_float=Decimal)
    if unknown := set(data) - _KNOWN:
        raise ValueError(f"A definition does not know {', '.join(sorted(unknown))}")
    for name in ("target", "minimal_difference"):
        if name in data:
            data[name] = Decimal(data[name])
    data["balancing"] = tuple(data.get("balancing", ()))
    return Definition(**data, sha256=hashlib.sha256(text.encode()).hexdigest())
