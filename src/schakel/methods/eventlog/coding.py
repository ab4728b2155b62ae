"""Names become numbers, in the order in which they first come; code 0 is "nothing filled in"."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray


class Coder:
    """Codes for one column, batch after batch.

    >>> coder = Coder()
    >>> coder.codes(pl.Series(["huisarts", "", "ggz", "huisarts"])).tolist(), coder.names()
    ([1, 0, 2, 1], ['', 'huisarts', 'ggz'])
    """

    def __init__(self) -> None:
        self._dtype = pl.Categorical(pl.Categories.random())
        # Codes live as long as a column does that has them: this one stays, and gives code 0 to nothing filled in.
        self._anchor = pl.Series([""]).cast(self._dtype)
        self._parts: list[pl.Series] = [pl.Series([""])]
        self._n = 1
        self._own: NDArray[np.int64] | None = None

    def codes(self, column: pl.Series) -> NDArray[np.uint32]:
        """The code of each text; null counts as empty. The array has the length of the column."""
        column = column.fill_null("")
        codes = np.asarray(column.cast(self._dtype).to_physical().to_numpy(), dtype=np.uint32)
        if self._own is None and self._takes_in_order(column, codes):
            return codes
        return self._as_own(column, codes)

    def _takes_in_order(self, column: pl.Series, codes: NDArray[np.uint32]) -> bool:
        """Take up new names where Polars handed out codes one after the other, as it does for one column at a time."""
        if not len(codes) or int(codes.max()) < self._n:
            return True
        highest = np.maximum.accumulate(np.maximum(codes, self._n - 1).astype(np.int64))
        first = np.flatnonzero(np.diff(highest, prepend=self._n - 1))
        if len(first) != int(highest[-1]) + 1 - self._n:
            return False
        self._parts.append(column.gather(first))
        self._n += len(first)
        return True

    def _as_own(self, column: pl.Series, codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """Codes of our own, in the order in which names first come, whatever the order of those of Polars."""
        own = np.arange(self._n) if self._own is None else self._own
        own = np.concatenate([own, np.full(max(0, int(codes.max(initial=0)) + 1 - len(own)), -1)])
        new = np.flatnonzero(own[codes] < 0)
        found, first = np.unique(codes[new], return_index=True)
        order = np.argsort(first)
        own[found[order]] = self._n + np.arange(len(found))
        self._parts.append(column.gather(new[first[order]]))
        self._n += len(found)
        self._own = own
        return own[codes].astype(np.uint32)

    def __len__(self) -> int:
        """How many names there are, nothing filled in included."""
        return self._n

    def series(self) -> pl.Series:
        """The name of each code."""
        return pl.concat(self._parts, rechunk=True).alias("name")

    def names(self) -> list[str]:
        """The name of each code, as a list."""
        return list(self.series().to_list())


def narrow(n: int) -> np.dtype:
    """The smallest kind of number that holds codes below n.

    >>> narrow(30), narrow(70_000)
    (dtype('uint16'), dtype('uint32'))
    """
    return np.dtype(np.uint16 if n <= 1 << 16 else np.uint32)
