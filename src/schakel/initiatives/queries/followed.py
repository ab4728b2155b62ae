"""What initiatives follow, seen from their themes: which series, of whom, and how strong the evidence is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from schakel.initiatives.models import EffectVerdict, Measure
from schakel.initiatives.rules import Stage
from schakel.initiatives.rules.measures import Proof

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

#: Where what an initiative follows tells how its theme goes.
FOLLOWED_IN = frozenset(
    {
        Stage.PREPARATION,
        Stage.AWAITING_FUNDING,
        Stage.PILOT,
        Stage.EXECUTION,
        Stage.EMBEDDING,
        Stage.FINISHED,
    }
)


@dataclass(frozen=True)
class Followed:
    """One series that an initiative follows.

    proof: A to E, how strong the evidence of its newest verdict is; empty while there is no verdict with evidence.
    """

    series_id: UUID
    theme_id: UUID
    aim: str
    kind: str
    number: str
    title: str
    proof: str

    @property
    def proof_words(self) -> str:
        """How strong the evidence is, in words; empty when nothing was judged."""
        return str(Proof(self.proof).label) if self.proof else ""


def followed_by_themes(person: Person, network: Network) -> list[Followed]:
    """What initiatives with a theme follow, in the order in which it was chosen. Two database queries."""
    rows = (
        Measure.objects.visible_to(person)
        .of(network)
        .filter(initiative__stage__in=FOLLOWED_IN, initiative__theme__isnull=False)
        .select_related("initiative", "series__version")
    )
    verdicts = EffectVerdict.objects.visible_to(person).of(network).order_by("claim__number", "number")
    # The last one that is seen is the newest one of the newest promise.
    proofs = dict(verdicts.values_list("claim__measure_id", "grade"))
    return [
        Followed(
            series_id=one.series_id,
            theme_id=one.initiative.theme_id,
            aim=one.series.version.aim,
            kind=one.kind,
            number=one.initiative.number,
            title=one.initiative.title,
            proof=proofs.get(one.pk, ""),
        )
        for one in rows
        if one.initiative.theme_id is not None
    ]
