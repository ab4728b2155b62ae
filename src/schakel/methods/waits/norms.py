"""The norms that Schakel brings along, as dated data: which waits are agreed in the Netherlands, and by whom."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from schakel.methods.waits.mental_health import Norm
from schakel.methods.waits.two_step import TwoStepNorm

#: Since when a norm holds of which no source tells the day.
SINCE_LONG = date(1900, 1, 1)


class Status(StrEnum):
    """Whether waits are tested by a norm today."""

    IN_FORCE = "in_force"
    ANNOUNCED = "announced"
    SUPERSEDED = "superseded"


@dataclass(frozen=True)
class PhaseNorm:
    """The longest wait from one event to another, in days."""

    phase: str
    title: str
    from_event: str
    to_event: str
    norm_days: float
    status: str
    valid_from: date = SINCE_LONG
    note: str = ""


@dataclass(frozen=True)
class CareNorm:
    """The longest wait for a kind of care, and where there is one the wait within which 80 % is helped."""

    care_kind: str
    title: str
    unit: str
    maximum: float
    status: str
    target_80pct: float | None = None
    valid_from: date = SINCE_LONG
    note: str = ""


@dataclass(frozen=True)
class NormTable:
    """One set of norms with its source: phases of a chain, or kinds of care."""

    name: str
    title: str
    source: str
    phases: tuple[PhaseNorm, ...] = ()
    kinds: tuple[CareNorm, ...] = ()

    @property
    def of_phases(self) -> tuple[Norm, ...]:
        """What phases are tested by: only what is in force."""
        return tuple(
            Norm(one.phase, one.from_event, one.to_event, one.norm_days, one.valid_from)
            for one in self.phases
            if one.status == Status.IN_FORCE
        )

    @property
    def of_kinds(self) -> tuple[TwoStepNorm, ...]:
        """What kinds of care are tested by: only what is in force."""
        return tuple(
            TwoStepNorm(one.care_kind, one.unit, one.target_80pct, one.maximum)
            for one in self.kinds
            if one.status == Status.IN_FORCE
        )


@lru_cache(maxsize=1)
def norm_tables() -> dict[str, NormTable]:
    """Every set of norms that this release holds, by name."""
    folder = files("schakel") / "definitions" / "norms"
    found = [
        read_norms(path.read_text(encoding="utf-8"))
        for path in folder.iterdir()
        if path.name.endswith(".toml")
    ]
    return {one.name: one for one in sorted(found, key=lambda one: one.name)}


def read_norms(text: str) -> NormTable:
    """Read one file. Raises ValueError or TypeError for a word that it does not know, or that it lacks."""
    data: dict[str, Any] = tomllib.loads(text)
    phases = tuple(_row(PhaseNorm, row) for row in data.pop("phase", ()))
    kinds = tuple(_row(CareNorm, row) for row in data.pop("norm", ()))
    return NormTable(**data, phases=phases, kinds=kinds)


Row = TypeVar("Row", PhaseNorm, CareNorm)


def _row(kind: type[Row], data: dict[str, Any]) -> Row:
    if unknown := set(data) - {one.name for one in fields(kind)}:
        raise ValueError(f"A norm does not know {', '.join(sorted(unknown))}")
    return kind(**data | {"status": Status(data["status"])})
