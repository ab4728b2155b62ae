"""How far it is and how long it still takes, on one line; only where somebody looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

WIDTH = 24
EVERY_SECONDS = 0.2


def bar(words: str, share: float, seconds_left: float | None) -> str:
    """One line that says it.

    >>> bar("lezen", 0.5, 75)
    'lezen       [████████████            ]  50 %  nog 1:15'
    """
    share = min(max(share, 0.0), 1.0)
    full = "█" * round(share * WIDTH)
    left = "" if seconds_left is None else f"  nog {int(seconds_left) // 60}:{int(seconds_left) % 60:02}"
    return f"{words:<11} [{full:<{WIDTH}}] {share * 100:3.0f} %{left}"


@contextmanager
def shown(
    stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[str, float], None]]:
    """A function to tell how far it is; what it draws is wiped out in the end."""
    stream = stream or sys.stderr
    begun: dict[str, float] = {}
    last = [0.0]

    def tell(words: str, share: float) -> None:
        now = clock()
        begun.setdefault(words, now)
        if now - last[0] < EVERY_SECONDS and share < 1:
            return
        last[0] = now
        passed = now - begun[words]
        left = passed / share - passed if share > 0.02 and passed > 1 else None
        stream.write(f"\r\x1b[K{bar(words, share, left)}")
        stream.flush()

    if not stream.isatty():
        yield lambda words, share: None
        return
    try:
        yield tell
    finally:
        stream.write("\r\x1b[K")
        stream.flush()
