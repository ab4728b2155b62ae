"""When a worker clears away what refers to itself: between answers, when nobody waits.

Python does so by itself whenever it has made many things, which is in the middle of a page: one page in twenty to forty
then took 15 to 75 ms longer than the others (decision 0038).
"""

from __future__ import annotations

import gc

#: How Python does it when nobody says otherwise.
AS_PYTHON_DOES = gc.get_threshold()
#: How much may pile up before Python clears away in the middle of a page after all; only very large work comes so far.
AT_MOST_PILED_UP = (200_000, 20, 1_000)
#: Answers after which what is young is cleared away, and after which everything is.
YOUNG, ALL = 16, 2_000
#: How many times later it is done although somebody waits.
AT_LAST = 8


def as_usual() -> None:
    """For a program that goes on for weeks without pages: what was loaded stays, all else Python clears away itself.

    Nobody there clears away between answers, and by ``AT_MOST_PILED_UP`` Python as good as never looks for what is old:
    each large workbook that was read would stay.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*AS_PYTHON_DOES)


class Tidying:
    """Counts answers, and clears away when there are enough of them and nobody waits."""

    def __init__(self) -> None:
        self.n_young = self.n_all = 0

    def answered(self, *, is_idle: bool) -> int | None:
        """Count one more answer; returns which generation was cleared away now (2 is everything), or None."""
        self.n_young += 1
        self.n_all += 1
        patience = 1 if is_idle else AT_LAST
        if self.n_all >= ALL * patience:
            self.n_young = self.n_all = 0
            gc.collect()
            return 2
        if self.n_young >= YOUNG * patience:
            self.n_young = 0
            gc.collect(1)
            return 1
        return None
