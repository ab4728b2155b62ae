"""What a mandate changes: the same rules that judge decisions say what a body may then decide, and what no longer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from schakel.governance.rules import (
    Band,
    DecisionType,
    Delegate,
    Ground,
    Mandated,
    Matter,
    effect,
    find_mandate,
    reach,
)

DAY = date(2026, 6, 1)
FUNDER, PARTNERS = frozenset({Ground.FUNDER}), frozenset({Ground.PARTNERS_IN_PLAN})


def mandate(*types: str, ceiling: int | None = None, **facts: Any) -> Mandated:
    return Mandated(
        mandate_id=str(facts.pop("id", types)),
        decision_types=types,
        valid_from=date(2026, 1, 1),
        ceiling_eur=None if ceiling is None else Decimal(ceiling),
        **facts,
    )


def test_a_first_mandate_is_all_gain() -> None:
    (change,) = effect([], [mandate("p1")], DAY)
    assert (change.type, change.stages, change.is_gain) == ("p1", (), True)
    assert change.after.bands == (Band(None, frozenset()),)


def test_a_mandate_that_ends_is_a_loss_on_the_day_it_no_longer_counts() -> None:
    held = mandate("p1", "p2")
    ended = mandate("p1", "p2", valid_until=DAY)
    assert [(one.type, one.is_loss) for one in effect([held], [ended], DAY)] == [("p1", True), ("p2", True)]
    assert effect([held], [ended], date(2026, 5, 31)) == []


def test_a_higher_ceiling_changes_the_amount_and_nothing_else() -> None:
    (change,) = effect([mandate("p3", ceiling=25_000)], [mandate("p3", ceiling=50_000)], DAY)
    assert not change.is_gain
    assert not change.is_loss
    assert change.before.bands == (Band(Decimal(25_000), frozenset()),)
    assert change.after.bands == (Band(Decimal(50_000), frozenset()),)


def test_a_second_mandate_with_consents_makes_two_bands() -> None:
    small, large = mandate("p3", ceiling=25_000, id="a"), mandate("p3", consents=FUNDER, id="b")
    # Of several fitting mandates the one with most consents counts, so consent is asked from the first euro.
    assert reach([small, large], "p3", "", DAY).bands == (Band(None, FUNDER),)
    both = reach(
        [mandate("p3", ceiling=10, consents=FUNDER, id="a"), mandate("p3", ceiling=20, id="b")], "p3", "", DAY
    )
    assert both.bands == (Band(Decimal(10), FUNDER), Band(Decimal(20), frozenset()))


def test_a_mandate_for_one_stage_names_that_stage() -> None:
    (change,) = effect([], [mandate("p3", stages=("preparation",))], DAY)
    assert change.stages == ("preparation",)
    widened = effect([mandate("p3", stages=("pilot",))], [mandate("p3")], DAY)
    assert [one.stages for one in widened] == [()]


def test_who_may_decide_alone_is_part_of_the_reach() -> None:
    (change,) = effect([mandate("p0")], [mandate("p0", delegated_to=Delegate.MANAGER)], DAY)
    assert change.before.delegates == frozenset()
    assert change.after.delegates == {Delegate.MANAGER}


def test_a_mandate_that_adds_nothing_changes_nothing() -> None:
    assert effect([mandate("p1")], [mandate("p1"), mandate("p1", ceiling=5, id="b")], DAY) == []


POOL = [
    Mandated(
        mandate_id=f"{types}{ceiling}{stages}{consents}{until}",
        decision_types=types,
        valid_from=date(2026, 1, 1),
        ceiling_eur=ceiling,
        stages=stages,
        consents=consents,
        valid_until=until,
    )
    for types in (("p1", "p3"), ("p3",))
    for ceiling in (None, Decimal(1), Decimal(3))
    for stages in ((), ("preparation",), ("preparation", "pilot"))
    for consents in ((), (Ground.FUNDER,))
    for until in (None, DAY)
]
mandates = st.lists(st.sampled_from(POOL), max_size=4)


@given(
    before=mandates,
    after=mandates,
    amount=st.integers(0, 4),
    stage=st.sampled_from(["", "preparation", "pilot"]),
)
def test_what_the_effect_does_not_name_is_judged_as_before(before, after, amount: int, stage: str) -> None:
    named = {(one.type, stage) for one in effect(before, after, DAY) if not one.stages or stage in one.stages}
    for type in DecisionType.values:
        matter = Matter(type=type, on=DAY, stage=stage, amount_eur=Decimal(amount), asks_money=True)
        was, becomes = find_mandate(before, matter), find_mandate(after, matter)
        if was.ok != becomes.ok:
            assert (type, stage) in named
