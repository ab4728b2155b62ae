"""A piece of a paper with the figures about people that stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from schakel.documents.paper import Part
from schakel.measuring.queries import NO_FIGURES, Tally


@dataclass(frozen=True)
class PaperPiece:
    """Parts of a paper; tally: how many figures about people leave with them, for the register."""

    parts: Sequence[Part] = ()
    tally: Tally = NO_FIGURES
