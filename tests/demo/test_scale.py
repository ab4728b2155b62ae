"""The large made-up network, in small: the same every time, and true to every promise of the database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from schakel.demo import loading, scale
from schakel.governance.models import Decision, Vote
from schakel.initiatives.models import Initiative, Note
from schakel.network.models import Network, Partner
from schakel.people.models import Person
from schakel.search.models import FindableText
from schakel.search.rules import Kind
from schakel.tenancy.context import system

TINY = scale.Sizes(
    n_partners=12,
    n_people=40,
    n_themes=2,
    n_areas=2,
    n_meetings=4,
    n_initiatives=24,
    n_decisions=120,
    n_years=2,
    n_notes=120,
)


@pytest.fixture
def large(db: None) -> Iterator[Network]:
    network = scale.make(lambda words: None, TINY)
    with system(network.pk):
        yield network


def test_everything_is_there_in_the_wished_numbers(large: Network) -> None:
    assert large.is_example
    assert Partner.objects.of(large).counted().count() == 12
    assert Person.objects.filter(demo_network=scale.SLUG).count() == 40
    assert Initiative.objects.of(large).count() == 24
    assert Decision.objects.of(large).count() == 120
    assert Vote.objects.of(large).count() > 300
    assert Note.objects.of(large).count() == 120
    assert FindableText.objects.of(large).filter(kind=Kind.NOTE).count() == 120
    assert FindableText.objects.of(large).filter(readers__isnull=False).count() == 12


def test_initiatives_stand_where_their_decisions_brought_them(large: Network) -> None:
    for row in Initiative.objects.of(large).exclude(stage="submitted"):
        moves = list(row.moves.order_by("moved_at", "to_stage"))
        assert row.moved_by is not None
        assert row.moved_by.status == "valid"
        assert row.stage in {move.to_stage for move in moves}


def test_numbers_go_on_where_the_large_network_ends(large: Network) -> None:
    numbers = list(Decision.objects.of(large).values_list("number", flat=True))
    assert len(numbers) == len(set(numbers))


def test_a_second_time_leaves_it_as_it_is(large: Network) -> None:
    said: list[str] = []
    assert scale.make(said.append, TINY).pk == large.pk
    assert said == ["Netwerk Schaal staat er al."]


def test_the_same_rows_come_back_every_time() -> None:
    assert scale.person_id(7) == scale.person_id(7) != scale.person_id(8)
    assert str(scale.person_id(0)) == "caa48cdb-085a-564f-b4e1-aec6edba7e7a"


def test_outside_a_demo_it_is_refused(db: None, settings: object) -> None:
    settings.IS_DEMO = False  # type: ignore[attr-defined]
    with pytest.raises(loading.NotADemo):
        scale.make(lambda words: None, TINY)
    assert not Network.objects.exists()
