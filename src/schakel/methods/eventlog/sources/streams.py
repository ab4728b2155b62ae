"""Bytes of a file, packed with gzip or not, with how far it is and a stop for what only pretends to be small."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from schakel.methods.eventlog.reasons import BadLog, Unreadable

GZIP = b"\x1f\x8b"
#: A log in XES packs ten to sixty times smaller; a bomb a thousand times.
MOST_RATIO, FROM_BYTES = 250, 50_000_000
CHUNK = 1 << 18


class Stream:
    """The unpacked bytes of a file, one chunk after the other."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = path.stat().st_size
        self._raw: IO[bytes] | None = None

    def share(self) -> float:
        """How much of the file was read, from 0 to 1."""
        if self._raw is None or self._raw.closed:
            return 1.0 if self._raw else 0.0
        return self._raw.tell() / max(self.size, 1)

    @contextmanager
    def opened(self) -> Iterator[io.BufferedIOBase]:
        """The bytes; raises BadLog when the archive is cut off or unpacks too far."""
        with self.path.open("rb") as raw:
            self._raw = raw
            packed = raw.read(2) == GZIP
            raw.seek(0)
            if not packed:
                yield raw
                return
            with gzip.GzipFile(fileobj=raw, mode="rb") as file:
                yield io.BufferedReader(_Guarded(file, raw), CHUNK)


class _Guarded(io.RawIOBase):
    """Reads from an archive, and stops when it unpacks too far or ends too early."""

    def __init__(self, file: gzip.GzipFile, raw: IO[bytes]) -> None:
        self._file, self._raw, self._n = file, raw, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]  # no name for its type before 3.12
        try:
            data = self._file.read(len(buffer))
        except (EOFError, zlib.error, OSError) as fault:
            raise BadLog(Unreadable.CUT_OFF, f"{self._n:,} bytes".replace(",", ".")) from fault
        buffer[: len(data)] = data
        self._n += len(data)
        if self._n > FROM_BYTES and self._n > MOST_RATIO * max(self._raw.tell(), 1):
            raise BadLog(Unreadable.BOMB, f"{self._n // max(self._raw.tell(), 1)} keer zo groot")
        return len(data)


def first_bytes(path: Path, most: int = 4_096) -> bytes:
    """The first unpacked bytes."""
    with Stream(path).opened() as file:
        return file.read(most)
