"""Names become numbers, in the order in which they first come; code 0 is "nothing filled in"."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from schakel.methods.eventlog.machine_code import IS_COMPILED, WORTH_IT, compiled

#: Pieces in which texts are kept before they are put together.
MOST_CHUNKS = 8


class _Written:
    """Codes for texts exactly as they are written, batch after batch; 0 is nothing filled in."""

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
        return self._n

    def since(self, n: int) -> pl.Series:
        """The texts of all codes from the n-th on."""
        found, at = [], 0
        for part in self._parts:
            if at >= n:
                found.append(part)
            at += len(part)
        return pl.concat(found, rechunk=True) if found else pl.Series([], dtype=pl.String)


class _Many:
    """The same codes as `_Written`, for a column in which nearly every text comes few times, such as that of cases.

    Polars looks each text up among all others that there are. Here a number made of the text is looked up, four times
    as quick, and each row is then compared with the text that its code stands for; two texts of one number (one in a
    hundred thousand such logs) are told apart in words.
    """

    def __init__(self) -> None:
        self._texts = pl.Series([""])
        self._twins: dict[str, int] = {}
        self._slots, self._of_slot = np.zeros(1 << 16, np.uint64), np.zeros(1 << 16, np.uint32)
        compiled(_take_in)(self._numbers(self._texts), self._slots, self._of_slot, np.zeros(1, np.uint32), 0)

    def codes(self, column: pl.Series) -> NDArray[np.uint32]:
        """The code of each text; null counts as empty. The array has the length of the column."""
        column = column.fill_null("")
        numbers, codes = self._numbers(column), np.empty(len(column), np.uint32)
        self._make_room(len(column))
        n_before = len(self._texts)
        n = compiled(_take_in)(numbers, self._slots, self._of_slot, codes, n_before)
        if n > n_before:
            first = np.empty(n - n_before, np.uint32)
            compiled(_first_rows)(codes, n_before, first)
            self._append(column.gather(first))
        odd = (self._texts.gather(codes) != column).arg_true()
        for row, text in zip(odd.to_list(), column.gather(odd).to_list(), strict=True):
            if text not in self._twins:
                self._twins[text] = len(self._texts)
                self._append(pl.Series([text]))
            codes[row] = self._twins[text]
        return codes

    def __len__(self) -> int:
        return len(self._texts)

    def since(self, n: int) -> pl.Series:
        """The texts of all codes from the n-th on."""
        return self._texts.slice(n)

    def settle(self) -> None:
        """Let go of the table in which numbers of texts are looked up."""
        self._slots, self._of_slot = np.zeros(0, np.uint64), np.zeros(0, np.uint32)

    def _append(self, texts: pl.Series) -> None:
        """Take up new texts; put together now and then, for that takes as long as all of them."""
        self._texts = pl.concat([self._texts, texts], rechunk=self._texts.n_chunks() >= MOST_CHUNKS)

    def _numbers(self, column: pl.Series) -> NDArray[np.uint64]:
        """A number for each text, never 0: that is an empty slot."""
        return np.maximum(column.hash(seed=1).to_numpy(), np.uint64(1))

    def _make_room(self, n_more: int) -> None:
        """Keep at least half of the slots empty."""
        needed = 2 * (len(self._texts) + n_more)
        if needed <= len(self._slots):
            return
        size = 1 << (needed - 1).bit_length()
        slots, of_slot = np.zeros(size, np.uint64), np.zeros(size, np.uint32)
        compiled(_move)(self._slots, self._of_slot, slots, of_slot)
        self._slots, self._of_slot = slots, of_slot


def _take_in(numbers, slots, of_slot, codes, n):  # type: ignore[no-untyped-def]
    """Look each number up, give new ones the next code; returns how many codes there are then."""
    last = np.uint64(len(slots) - 1)
    for row in range(len(numbers)):
        number = numbers[row]
        at = number & last
        while slots[at] != number:
            if slots[at] == 0:
                slots[at] = number
                of_slot[at] = n
                n += 1
                break
            at = (at + np.uint64(1)) & last
        codes[row] = of_slot[at]
    return n


def _first_rows(codes, n_before, first):  # type: ignore[no-untyped-def]
    """The row at which each new code first comes; they come in order."""
    n = n_before
    for row in range(len(codes)):
        if codes[row] == n:
            first[n - n_before] = row
            n += 1


def _move(slots, of_slot, into, into_of_slot):  # type: ignore[no-untyped-def]
    """Put everything into a larger table."""
    last = np.uint64(len(into) - 1)
    for place in range(len(slots)):
        number = slots[place]
        if number != 0:
            at = number & last
            while into[at] != 0:
                at = (at + np.uint64(1)) & last
            into[at] = number
            into_of_slot[at] = of_slot[place]


class Coder:
    """Codes for one column, batch after batch; spaces around a text do not count.

    Texts are coded as they are written, and only each different one is looked at for spaces: a column of ten million
    rows has some thousands of those.

    >>> coder = Coder()
    >>> coder.codes(pl.Series(["huisarts", "", "ggz", "huisarts"])).tolist(), coder.names()
    ([1, 0, 2, 1], ['', 'huisarts', 'ggz'])
    >>> coder.codes(pl.Series([" ggz", "  ", None, "ggz", "wijk "])).tolist(), coder.names()
    ([2, 0, 0, 2, 3], ['', 'huisarts', 'ggz', 'wijk'])
    """

    def __init__(self, *, are_many: bool = False) -> None:
        """are_many: nearly every text comes few times, as numbers of cases do."""
        self._are_many = are_many
        self._written: _Written | _Many | None = None
        # Known once a text with spaces came: the code of each name, and of each text as it was written.
        self._known: dict[str, int] | None = None
        self._codes = np.zeros(1, dtype=np.uint32)

    def codes(self, column: pl.Series) -> NDArray[np.uint32]:
        """The code of each text; null counts as empty. The array has the length of the column."""
        if self._written is None:
            is_long = IS_COMPILED and len(column) >= WORTH_IT
            self._written = _Many() if self._are_many and is_long else _Written()
        n_before = len(self._written)
        written = self._written.codes(column)
        self._take_up(self._written, n_before)
        return written if self._known is None else self._codes[written]

    def _take_up(self, texts: _Written | _Many, n_before: int) -> None:
        """Give the texts that came new their codes."""
        new = texts.since(n_before)
        tidy = new.str.strip_chars()
        if self._known is None:
            if bool((tidy == new).all()):
                return
            before = texts.since(0)[:n_before].to_list()
            self._known = {name: code for code, name in enumerate(before)}
            self._codes = np.arange(n_before, dtype=np.uint32)
        known = self._known
        found = [known.setdefault(name, len(known)) for name in tidy.to_list()]
        self._codes = np.concatenate([self._codes, np.array(found, dtype=np.uint32)])

    def settle(self) -> None:
        """No more texts will come: forget how they are looked up, which for many takes as much memory as they do."""
        if isinstance(self._written, _Many):
            self._written.settle()

    def __len__(self) -> int:
        """How many names there are, nothing filled in included."""
        if self._known is not None:
            return len(self._known)
        return 1 if self._written is None else len(self._written)

    def series(self) -> pl.Series:
        """The name of each code."""
        if self._known is not None:
            return pl.Series("name", list(self._known), dtype=pl.String)
        return pl.Series("name", [""]) if self._written is None else self._written.since(0).alias("name")

    def names(self) -> list[str]:
        """The name of each code, as a list."""
        return list(self.series().to_list())


def narrow(n: int) -> np.dtype:
    """The smallest kind of number that holds codes below n.

    >>> narrow(30), narrow(70_000)
    (dtype('uint16'), dtype('uint32'))
    """
    return np.dtype(np.uint16 if n <= 1 << 16 else np.uint32)
