"""How a batch of journal entries becomes a seal. Pure: values in, values out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from schakel.methods.fingerprints import canonical

#: The first seal of a network has no seal before it.
NO_SEAL = "0" * 64


@dataclass(frozen=True)
class Line:
    """One entry as it is sealed: every field that carries meaning, in plain values."""

    sequence: int
    at: datetime
    person_id: str
    person_name: str
    on_behalf_of: str
    verb: str
    about_type: str
    about_id: str
    about_label: str
    reason: str
    data: Any


def seal_of(previous: str, lines: Iterable[Line]) -> str:
    """Return the seal (SHA-256, hexadecimal) over the previous seal and these lines in order of sequence.

    previous: the seal before, or ``NO_SEAL``. An empty batch gives the hash of the previous seal alone.
    Each line is written as canonical JSON (sorted keys, moments in UTC), so the same facts always give the same seal.
    """
    digest = hashlib.sha256(previous.encode())
    for line in sorted(lines, key=lambda one: one.sequence):
        digest.update(_written(line))
        digest.update(b"\n")
    return digest.hexdigest()


def fingerprint_of(line: Line) -> str:
    """Return the SHA-256 (hexadecimal) of one line as it goes into the seal: it tells nothing of what the line says."""
    return hashlib.sha256(_written(line)).hexdigest()


def _written(line: Line) -> bytes:
    fields = {**line.__dict__, "at": line.at.astimezone(UTC).isoformat(timespec="microseconds")}
    return canonical(fields)
