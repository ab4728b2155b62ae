"""How long a printout is kept, and what who asked for it may expect."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

#: So long a printout can be fetched; asked again after that, it is made again.
KEPT = timedelta(days=7)
#: A printout takes a second or two; after so long it waits behind long work, or something is wrong.
LATE = timedelta(minutes=2)


class PrintoutState(StrEnum):
    """How far a printout is."""

    READY = "ready"
    FAILED = "failed"
    STILL = "still"
    LATE = "late"
    WAITING = "waiting"

    @property
    def may_ask_again(self) -> bool:
        """Whether asking once more can help."""
        return self in {PrintoutState.FAILED, PrintoutState.LATE}


def printout_state(
    asked_at: datetime,
    made_at: datetime | None,
    failed_at: datetime | None,
    *,
    now: datetime,
    is_awake: bool,
) -> PrintoutState:
    """How far a printout is; is_awake: whether the worker works.

    >>> asked = datetime(2026, 11, 27, 9, 0)
    >>> printout_state(asked, None, None, now=asked + timedelta(seconds=3), is_awake=True)
    <PrintoutState.WAITING: 'waiting'>
    """
    if made_at is not None:
        return PrintoutState.READY
    if failed_at is not None:
        return PrintoutState.FAILED
    if not is_awake:
        return PrintoutState.STILL
    return PrintoutState.LATE if now - asked_at > LATE else PrintoutState.WAITING
