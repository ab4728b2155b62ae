"""Bytes of a file, packed with gzip or not, with how far it is and a stop for what only pretends to be small."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

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
        self._n_read = 0

    def share(self) -> float:
        """How much of the file was read, from 0 to 1; another thread may ask than the one that reads."""
        return min(1.0, self._n_read / max(self.size, 1))

    def has_read(self, n: int) -> None:
        """So many bytes more came from the file."""
        self._n_read += n

    @contextmanager
    def opened(self) -> Iterator[io.BufferedIOBase]:
        """The bytes from the begin; raises BadLog when the archive is cut off or unpacks too far."""
        self._n_read = 0
        with io.BufferedReader(_Counted(self), CHUNK) as raw:
            if not raw.peek(2).startswith(GZIP):
                yield raw
                return
            with gzip.GzipFile(fileobj=raw, mode="rb") as file:
                yield io.BufferedReader(_Guarded(file, raw), CHUNK)


class _Counted(io.FileIO):
    """Tells its stream what was read: who asks how far it is never touches a file that may just be closed."""

    def __init__(self, stream: Stream) -> None:
        super().__init__(stream.path)
        self._stream = stream

    def readinto(self, buffer) -> int | None:  # type: ignore[no-untyped-def]  # no name for its type before 3.12
        n = super().readinto(buffer)
        self._stream.has_read(n or 0)
        return n


class _Guarded(io.RawIOBase):
    """Reads from an archive, and stops when it unpacks too far or ends too early."""

    def __init__(self, file: gzip.GzipFile, raw: io.BufferedReader[Any]) -> None:
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
