"""A clock that stands at another moment, so that a story of a year can be played in seconds. For the demo only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from unittest.mock import patch


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """Let ``django.utils.timezone.now`` say this moment, and so every action that asks what time it is."""
    with patch("django.utils.timezone.now", return_value=moment):
        yield
