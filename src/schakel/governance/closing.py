"""A body that closes leaves nothing behind (invariants 9, 13 and 19): the app that knows what still runs says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schakel.governance.models import Body

#: Why a body cannot close: what still runs there, in words.
OfBody = Callable[["Body"], str | None]

_of_body: list[OfBody] = []


def know_what_runs(of_body: OfBody) -> None:
    """Let an app above this one say, when Django starts, what a body that closes would leave behind."""
    _of_body[:] = [*(one for one in _of_body if one != of_body), of_body]


def why_not_leave_behind(body: Body) -> str | None:
    """Why a body cannot close: what still runs there. As many queries as those who know need."""
    assert _of_body, "no body closes while nobody knows what runs there"
    return next((reason for ask in _of_body if (reason := ask(body))), None)
