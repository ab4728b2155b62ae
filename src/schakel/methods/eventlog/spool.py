"""Columns on disk while a source is read: what was read is written away, so that memory does not grow with the file."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray


class Spool:
    """Columns of numbers that grow at their end, each in a file of its own in one folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._files: dict[str, IO[bytes]] = {}
        self._kinds: dict[str, np.dtype[Any]] = {}

    def add(self, name: str, values: NDArray[Any]) -> None:
        """Write values behind those that are there; the first ones decide the kind."""
        if name not in self._files:
            self._files[name] = (self._folder / name).open("wb")
            self._kinds[name] = values.dtype
        self._files[name].write(np.ascontiguousarray(values, dtype=self._kinds[name]).data)

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return list(self._files)

    def column(self, name: str, kind: Any) -> NDArray[Any]:
        """A column as it stands on disk, mapped into memory; one that was never written is empty."""
        if name not in self._files:
            return np.empty(0, dtype=kind)
        self._files[name].flush()
        if (self._folder / name).stat().st_size == 0:
            return np.empty(0, dtype=self._kinds[name])
        return np.memmap(self._folder / name, dtype=self._kinds[name], mode="r")

    def close(self) -> None:
        """Close the files; they go with their folder."""
        for file in self._files.values():
            file.close()
