"""What the portfolio finds: filters, order and counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from schakel.initiatives import actions, queries
from schakel.initiatives.rules import Stage
from schakel.network.queries import areas, chosen_area
from schakel.network.rules import Role
from tests.factories.governance import looking
from tests.factories.initiatives import (
    confirm_all,
    decide_and_settle,
    freeze,
    fresh,
    full_plan,
    invite,
    make_idea,
    make_initiative,
    propose,
    rate,
    soon,
    through,
)
from tests.factories.network import make_area, make_member, make_network
from tests.worlds import world

pytestmark = pytest.mark.django_db


def today():
    return timezone.localdate()


@world
def busy(scene):
    """One initiative in each of a few stages."""
    return {
        "idea": make_idea(scene, answers={"title": "Samen eten in de buurt"}),
        "screening": make_initiative(scene, Stage.SCREENING),
        "exploration": make_initiative(scene, Stage.EXPLORATION),
        "preparation": make_initiative(scene, Stage.PREPARATION),
    }


def test_the_chain_counts_what_stands_at_each_ring(scene, busy, django_assert_num_queries):
    with looking(scene.manager) as manager:
        assert manager.network_ids
        with django_assert_num_queries(1):
            found = queries.pipeline(manager, scene.network)
        assert [ring.n for ring in found.rings] == [1, 1, 1, 1, 0, 0, 0, 0]
        assert found.rings[1].gate == "P0"
        assert (found.n_on, found.n_off) == (4, 0)
        actions.refer(busy["idea"], by=manager, to="Elders", reason="Hoort daar.")
        after = queries.pipeline(manager, scene.network)
        assert (after.n_on, after.n_off, after.rings[0].n) == (3, 1, 0)
    outsider = make_member(make_network(), Role.MANAGER)
    with looking(outsider) as person:
        assert [ring.n for ring in queries.pipeline(person, scene.network).rings] == [0] * 8
        assert queries.portfolio(person, scene.network, today=today()).cards == []


def test_the_portfolio_says_in_words_how_far_each_is_farthest_on_top(scene, busy):
    with looking(scene.manager) as manager:
        page = queries.portfolio(manager, scene.network, today=today())
    assert [card.number for card in page.cards] == [
        busy[name].number for name in ("preparation", "exploration", "screening", "idea")
    ]
    words = {card.stage: card.state_words for card in page.cards}
    assert words["preparation"] == "Plan in de maak"
    assert words["exploration"] == "0 van 3 partners gehoord"
    assert words["screening"] == "Nog geen beoordelaars gevraagd"
    assert words["submitted"].startswith("Antwoord vóór ")
    assert [len(cards) for _ring, cards in page.columns] == [1, 1, 1, 1, 0, 0, 0, 0]
    assert page.off_chain == []
    with looking(scene.manager) as manager:
        late = queries.portfolio(manager, scene.network, today=soon(300))
    assert all(card.is_late and card.is_care for card in late.cards)


def test_the_words_follow_what_happens(scene, busy):
    invite(scene, busy["screening"])
    rate(scene, busy["screening"], scene.group.chair)
    full_plan(scene, busy["preparation"])
    propose(scene, busy["exploration"], "p2", "redo", meeting=None)
    with looking(scene.manager) as manager:
        words = {
            c.stage: c.state_words for c in queries.portfolio(manager, scene.network, today=today()).cards
        }
    assert words["screening"] == "Beoordeeld: 1 van 3 klaar"
    assert words["preparation"] == "Toezegging Ziekenhuis open"
    assert words["exploration"] == "Wacht op een overleg"
    with looking(scene.lead) as lead:
        actions.ask_commitment(
            fresh(busy["preparation"]), by=lead, partner=scene.partners[1], kind="hours", amount=1, text="x"
        )
    with looking(scene.manager) as manager:
        words = {
            c.stage: c.state_words for c in queries.portfolio(manager, scene.network, today=today()).cards
        }
    assert words["preparation"] == "2 toezeggingen open"
    confirm_all(scene, busy["preparation"])
    freeze(scene, busy["preparation"])
    closing = timezone.now() + timedelta(days=5)
    propose(scene, busy["screening"], "p1", "reject", meeting=None, closes_at=closing)
    with looking(scene.manager) as manager:
        words = {
            c.stage: c.state_words for c in queries.portfolio(manager, scene.network, today=today()).cards
        }
    assert words["preparation"] == "Plan ligt vast"
    assert words["screening"].startswith("Stemmen tot ")
    decision = propose(scene, busy["preparation"], "p3", "start")
    with looking(scene.manager) as manager:
        words = {
            c.stage: c.state_words for c in queries.portfolio(manager, scene.network, today=today()).cards
        }
    assert words["preparation"].startswith("Op agenda ")
    decide_and_settle(scene, decision)
    with looking(scene.manager) as manager:
        words = {
            c.stage: c.state_words for c in queries.portfolio(manager, scene.network, today=today()).cards
        }
    assert words["preparation"] == "Besluit onder voorbehoud"


def test_what_left_the_chain_stands_apart_with_its_reason(scene, busy):
    through(scene, busy["preparation"], "px", "park")
    through(scene, busy["exploration"], "px", "stop")
    with looking(scene.manager) as manager:
        page = queries.portfolio(manager, scene.network, today=today())
    off = {card.stage: card for card in page.off_chain}
    assert off["parked"].state_words.startswith("Terug op ")
    assert (off["stopped"].state_words, off["stopped"].reason) == ("Gestopt", "Dit past nu niet.")
    assert (off["parked"].position, off["stopped"].position) == (4, 3)


def test_the_portfolio_can_be_filtered_and_turned_page_by_page(scene, busy):
    almelo = make_area(scene.network)
    with looking(scene.manager) as manager:
        actions.choose_areas(busy["idea"], by=manager, areas=[almelo])
        actions.choose_partners(fresh(busy["idea"]), by=manager, partners={scene.partners[0]: "participant"})

        def numbers(**filters):
            return [
                card.number
                for card in queries.portfolio(manager, scene.network, today=today(), **filters).cards
            ]

        everything = numbers()
        assert len(everything) == 4
        assert numbers(theme=scene.theme.slug) == everything[:3]
        nodes = areas(scene.network, manager)
        assert numbers(area=chosen_area(nodes, "almelo")) == [busy["idea"].number]
        assert numbers(partner=scene.partners[0].slug) == [busy["preparation"].number, busy["idea"].number]
        assert numbers(partner=scene.partners[2].slug) == []
        assert numbers(stage="screening") == [busy["screening"].number]
        assert numbers(stage="onzin") == everything
        assert numbers(text="eten samen") == [busy["idea"].number]
        assert numbers(text=busy["idea"].number.lower()) == [busy["idea"].number]
        assert numbers(text="a\x00b zzz", theme="\x00", partner="\x00\u202e") == []
        with pytest.raises(type(busy["idea"]).DoesNotExist):
            queries.find(manager, scene.network, "I-2026-\x00")
        second = queries.portfolio(manager, scene.network, today=today(), page=2, per_page=3)
        assert ([card.number for card in second.cards], second.n, second.n_pages) == (everything[3:], 4, 2)
        assert queries.portfolio(manager, scene.network, today=today(), page=99, per_page=3).page == 2


def test_the_portfolio_costs_the_same_for_one_and_for_many(scene, django_assert_max_num_queries):
    make_initiative(scene, Stage.SCREENING)
    make_initiative(scene, Stage.EXPLORATION)
    with looking(scene.manager) as manager:
        assert manager.network_ids
        with django_assert_max_num_queries(11) as one:
            queries.portfolio(manager, scene.network, today=today())
    for _ in range(4):
        invite(scene, make_initiative(scene, Stage.SCREENING))
    make_initiative(scene, Stage.EXPLORATION)
    with looking(scene.manager) as manager:
        assert manager.network_ids
        with django_assert_max_num_queries(11) as many:
            queries.portfolio(manager, scene.network, today=today())
    assert len(one) == len(many)


def test_the_board_counts_all_of_a_ring_and_shows_the_first(scene, busy):
    make_idea(scene, answers={"title": "Nog een idee"})
    with looking(scene.manager) as manager:
        board = queries.board(manager, scene.network, today=today(), per_ring=1)
        assert [(ring.n, len(cards)) for ring, cards in board.columns][:2] == [(2, 1), (1, 1)]
        assert board.columns[0][1][0].title == "Nog een idee"
        assert (board.n, board.n_running) == (5, 5)
        for number in (busy["idea"].number, board.columns[0][1][0].number):
            idea = queries.find(manager, scene.network, number)
            actions.refer(idea, by=manager, to="Elders", reason="Hoort daar.")
        board = queries.board(manager, scene.network, today=today(), per_ring=1)
    assert [(ring.n, len(cards)) for ring, cards in board.columns][:2] == [(0, 0), (1, 1)]
    assert (board.n, board.n_running, len(board.off_chain)) == (5, 3, 1)


@pytest.mark.parametrize("days", [0, 5, 40, 400])
def test_who_asks_care_is_counted_by_the_rule_of_the_cards(scene, busy, days):
    with looking(scene.manager) as manager:
        page = queries.portfolio(manager, scene.network, today=soon(days))
        assert page.n_care == sum(card.is_care for card in page.cards)
    assert len(page.cards) == 4
    assert days < 400 or page.n_care == 4
