"""Files that a command writes: whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from schakel.site.calculations.files import BadFile


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A place to write in, beside a file: it becomes that file when all went well, and goes away otherwise."""
    half = path.with_name(f".{path.name}.half")
    try:
        yield half
        half.replace(path)
    except OSError as fault:
        raise BadFile(f"{path} is niet te schrijven.") from fault
    finally:
        half.unlink(missing_ok=True)


def write(path: Path, text: str) -> None:
    """Write a text, or say that it cannot be written."""
    with beside(path) as half:
        half.write_text(text, encoding="utf-8")
