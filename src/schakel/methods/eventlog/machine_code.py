"""Compiled where numba is there, plain Python where it is not: the same functions, the same answers, slower."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

Deed = TypeVar("Deed", bound=Callable[..., Any])

numba: Any
try:
    import numba
except ImportError:  # pragma: no cover - a machine for which no build of numba exists
    numba = None

#: Whether kernels are compiled here.
IS_COMPILED = numba is not None and not os.environ.get("NUMBA_DISABLE_JIT")


#: Compiling takes seconds the first time; below so many rows plain Python and numpy are done sooner.
WORTH_IT = 200_000


def plain(deed: Deed) -> Deed:
    """The function as it was written, for few rows.

    >>> plain(len)([1, 2])
    2
    """
    return getattr(deed, "py_func", deed)


def compiled(deed: Deed) -> Deed:
    """Compile a function to machine code, once per machine; several threads may run it at the same time."""
    if numba is None:  # pragma: no cover - as above
        return deed
    made: Deed = numba.njit(deed, nogil=True, cache=True, boundscheck=False)
    return made
