"""What the demo tells, read from its YAML files; no database here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from schakel.demo.moments import Calendar

HERE = Path(__file__).parent
NETWORKS = HERE / "networks"
LINDE = HERE / "linde"

Facts = dict[str, Any]
#: The safe loader in C where PyYAML has it: eight times as fast.
SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Entry:
    """One line of the diary: when, which deed, on which initiative, with which facts."""

    at: datetime
    deed: str
    initiative: str
    facts: Facts

    @property
    def by(self) -> str:
        """Who did it, as the key of a person; empty when the deed itself knows."""
        return str(self.facts.get("by", ""))


@cache
def read(file: Path) -> Any:
    """Read one file of the demo. It is ours, yet read as safely as one from elsewhere."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=SAFE)  # noqa: S506 - a safe loader


def linde(name: str) -> Any:
    """Return one of the files about De Linde: network, people, bodies, meetings, besluiten or overeenkomst."""
    return read(LINDE / f"{name}.yaml")


def initiatives() -> list[Facts]:
    """Return the initiatives of De Linde with their stories, in the order of the files."""
    return [read(file) for file in sorted((LINDE / "initiatives").glob("*.yaml"))]


def network_files() -> list[Path]:
    """Return the files of the real networks, in the order in which they are loaded."""
    return sorted(NETWORKS.glob("*.yaml"))


def stories(calendar: Calendar) -> list[Entry]:
    """Return the deeds of all initiatives, each story in its own order."""
    return [
        Entry(calendar.moment(step["at"]), step["do"], initiative["key"], step)
        for initiative in initiatives()
        for step in initiative["story"]
    ]
