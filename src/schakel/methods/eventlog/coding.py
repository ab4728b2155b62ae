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

    def codes(self, column: pl.Series) -> NDArray[np.uint32]:
        """The code of each text; null counts as empty. The array has the length of the column."""
        column = column.fill_null("")
        codes = column.cast(self._dtype).to_physical().to_numpy()
        new = codes >= self._n
        if new.any():
            found, first = np.unique(codes[new], return_index=True)
            if int(found[0]) != self._n or int(found[-1]) != self._n + len(found) - 1:
                raise AssertionError("codes are handed out one after the other")
            self._parts.append(column.gather(np.flatnonzero(new)[first]))
            self._n += len(found)
        return np.asarray(codes, dtype=np.uint32)

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
