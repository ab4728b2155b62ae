"""What changes for a body when a mandate comes or goes: computed with the rules that judge decisions themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from schakel.governance.rules.kinds import DecisionType, Delegate, Method
from schakel.governance.rules.mandates import Mandated, Matter, find_mandate

#: One cent above a ceiling is over it.
_OVER = Decimal("0.01")


@dataclass(frozen=True)
class Band:
    """Up to which amount (None: any amount) a body may decide, with whose consent."""

    up_to_eur: Decimal | None
    consents: frozenset[str]


@dataclass(frozen=True)
class Reach:
    """How far a body may go in one subject: bands by amount, lowest first, and who may decide it alone."""

    bands: tuple[Band, ...] = ()
    delegates: frozenset[str] = frozenset()


NOTHING = Reach()


@dataclass(frozen=True)
class Change:
    """One subject of which the reach changes, in these stages; no stages means whatever the stage."""

    type: str
    stages: tuple[str, ...]
    before: Reach
    after: Reach

    @property
    def is_gain(self) -> bool:
        """The body could not decide this at all, and then it can."""
        return self.before == NOTHING

    @property
    def is_loss(self) -> bool:
        """The body could decide this, and then it cannot at all."""
        return self.after == NOTHING


def reach(mandates: Sequence[Mandated], type: str, stage: str, on: date) -> Reach:
    """How far a body may go in a subject on a day, asked of ``find_mandate`` just below and above every ceiling."""
    ceilings = sorted({m.ceiling_eur for m in mandates if m.ceiling_eur is not None})
    bands: list[Band] = []
    for amount, up_to in [
        *((c, c) for c in ceilings),
        ((ceilings[-1] if ceilings else Decimal(0)) + _OVER, None),
    ]:
        matter = Matter(type=type, on=on, stage=stage, amount_eur=amount, asks_money=True)
        found = find_mandate(mandates, matter).mandate
        if found is None:
            continue
        consents = frozenset(found.consents)
        if bands and bands[-1].consents == consents:
            bands.pop()
        bands.append(Band(up_to, consents))
    free = Matter(type=type, on=on, stage=stage)
    alone = {Delegate.CHAIR: Method.CHAIR, Delegate.MANAGER: Method.DELEGATED}
    delegates = {who for who, method in alone.items() if find_mandate(mandates, free, method=method).ok}
    return Reach(tuple(bands), frozenset(delegates)) if bands else NOTHING


def effect(before: Sequence[Mandated], after: Sequence[Mandated], on: date) -> list[Change]:
    """Every subject of which the reach differs between two sets of mandates on a day, in the order of the subjects.

    Stages in which the same changes are named together; a subject that changes in every stage names none.
    """
    changes: list[Change] = []
    for type in DecisionType.values:
        named = sorted({s for m in (*before, *after) if type in m.decision_types for s in m.stages})
        pairs: dict[tuple[Reach, Reach], list[str]] = {}
        for stage in [*named, ""]:
            pair = (reach(before, type, stage, on), reach(after, type, stage, on))
            if pair[0] != pair[1]:
                pairs.setdefault(pair, []).append(stage)
        for (was, becomes), stages in pairs.items():
            told = () if "" in stages else tuple(stages)
            changes.append(Change(type, told, was, becomes))
    return changes
