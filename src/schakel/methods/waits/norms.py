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


def days_of_phases(day: date, table: str = "ggz") -> dict[str, float]:
    """The days of each phase that people should wait at most on a day: of several that are in force the newest.

    >>> days_of_phases(date(2026, 10, 1))
    {'A': 28, 'B': 70, 'T': 98}
    """
    return {phase: norm.norm_days for phase, norm in phase_norms(day, table).items()}


def phase_norms(day: date, table: str = "ggz") -> dict[str, PhaseNorm]:
    """The norm of each phase on a day, with where it comes from; what is only announced is none.

    >>> phase_norms(date(2026, 10, 1))["A"].title
    'Aanmelding tot intake'
    """
    begun = [
        one for one in norm_tables()[table].phases if one.status == Status.IN_FORCE and one.valid_from <= day
    ]
    return {one.phase: one for one in sorted(begun, key=lambda one: one.valid_from)}


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
