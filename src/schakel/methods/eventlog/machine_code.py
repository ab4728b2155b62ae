"""Compiled where numba is there, plain Python where it is not: the same functions, the same answers, slower."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, TypeVar

Deed = TypeVar("Deed", bound=Callable[..., Any])

#: Whether functions can be compiled here. Numba itself is only loaded when one is: that takes more than a second.
IS_COMPILED = find_spec("numba") is not None and not os.environ.get("NUMBA_DISABLE_JIT")
#: Compiling takes seconds the first time; below so many rows plain Python and numpy are done sooner.
WORTH_IT = 200_000


def plain(deed: Deed) -> Deed:
    """The function as it was written, for few rows.

    >>> plain(len)([1, 2])
    2
    """
    return getattr(deed, "py_func", deed)


@lru_cache(maxsize=64)
def compiled(deed: Deed) -> Deed:
    """Compile a function to machine code, once per machine; several threads may run it at the same time."""
    if not IS_COMPILED:  # pragma: no cover - a machine for which no build of numba exists
        return deed
    import numba

    made: Any = numba.njit(deed, nogil=True, cache=True, boundscheck=False)
    return made
