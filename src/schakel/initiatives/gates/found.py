"""What a check finds: how far a point is, in words, whose turn it is and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from schakel.initiatives.gates.evidence import Evidence


class State(StrEnum):
    """How far a point is; the names are those of the component."""

    READY = "ready"
    PARTLY = "partly"
    MISSING = "missing"
    NOT_BEGUN = "not_begun"


@dataclass(frozen=True)
class Found:
    """What a check found. who and due_on tell whose turn it is and when, for what is not ready."""

    state: State
    words: str
    who: str = ""
    due_on: date | None = None


Check = Callable[[Evidence], Found]
CHECKS: dict[str, Check] = {}


def check(function: Check) -> Check:
    """Make a check known under its own name, for the checklists."""
    CHECKS[function.__name__] = function
    return function


def ready(words: str) -> Found:
    """All is there."""
    return Found(State.READY, words)


def names_of(names: Sequence[str]) -> str:
    """Return names as one phrase: a, b en c."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s en %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def written(evidence: Evidence, text: str, *, what: str, lacks: str) -> Found:
    """Return ready when a text is written; else not begun, with whose turn it is."""
    if text.strip():
        return ready(what)
    return Found(State.NOT_BEGUN, lacks, evidence.keeper_name, evidence.initiative.stage_due_on)
