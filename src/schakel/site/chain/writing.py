"""Files that a command writes: whole, or not at all."""

from __future__ import annotations

from pathlib import Path

from schakel.site.calculations.files import BadFile


def write(path: Path, text: str) -> None:
    """Write a text beside its place and put it there whole, or say that it cannot be written."""
    beside = path.with_name(f".{path.name}.half")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise BadFile(f"{path} is niet te schrijven.") from fault
