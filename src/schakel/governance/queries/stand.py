"""How a decision stands at this moment, as a short mark: who saw another mark did not see the last change."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from schakel.governance.models import Decision
from schakel.governance.queries.ballots import BallotLine


def stand_of(decision: Decision, lines: Sequence[BallotLine]) -> str:
    """The mark of a decision with its votes and recusals; it changes with any of them. No database query."""
    parts = [decision.status, decision.verdict]
    for line in lines:
        said = (
            (line.vote.choice, line.vote.reason, str(line.vote.is_withdrawn)) if line.vote else ("", "", "")
        )
        recused = line.recusal.reason if line.recusal else ""
        parts += [str(line.seat.pk), str(line.is_present), *said, str(line.recusal is not None), recused]
    return sha256("\x1f".join(parts).encode()).hexdigest()[:32]
