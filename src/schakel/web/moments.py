"""Moments on which a page changes although nobody changed anything: a vote closes, a meeting begins.

A page may be remembered until the first of the moments that it depends on (see ``schakel.web.remembered``). Whoever
compares a moment with now does so here, and the page that is being made knows of it. That nobody compares otherwise
is checked by ``tests/repository/test_moments.py``. Days need nothing: no page is remembered into the next day.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

_AHEAD: ContextVar[list[datetime] | None] = ContextVar("moments_ahead", default=None)


def has_come(moment: datetime, now: datetime) -> bool:
    """Whether this moment has come; if not, what is being made is good until then."""
    if moment <= now:
        return True
    good_until(moment)
    return False


def good_until(moment: datetime) -> None:
    """What is being made changes at this moment."""
    ahead = _AHEAD.get()
    if ahead is not None:
        ahead.append(moment)


@contextmanager
def moments_ahead() -> Iterator[list[datetime]]:
    """Gather the moments on which what is made in this block changes."""
    ahead: list[datetime] = []
    token = _AHEAD.set(ahead)
    try:
        yield ahead
    finally:
        _AHEAD.reset(token)
