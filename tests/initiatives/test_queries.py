"""Readings for pages: what they say, for whom, and how many database queries they cost however much there is."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.rules import NewCondition
from schakel.initiatives import actions, queries
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.models import Exploration
from schakel.initiatives.rules import Stage
from schakel.network.models import Criterion
from schakel.network.queries import areas, chosen_area
from schakel.network.rules import Role
from tests.factories.governance import as_platform, looking, make_meeting
from tests.factories.initiatives import (
    answers_for,
    confirm_all,
    consent_all,
    decide_and_settle,
    explored,
    freeze,
    fresh,
    full_plan,
    invite,
    make_idea,
    make_initiative,
    make_scene,
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


def asked_of(person, scene, **later):
    with looking(person) as who:
        return queries.needs_me(who, scene.network, now=timezone.now() + timedelta(**later))


# ------------------------------------------------------------------------------------ portfolio


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


# ------------------------------------------------------------------------------------ one initiative


def test_the_page_of_one_initiative_shows_its_place_people_and_decisions(
    scene, django_assert_max_num_queries
):
    initiative = make_initiative(scene, Stage.EXPLORATION, partner=None)
    decision = propose(scene, initiative, "p2", "redo")
    with looking(scene.manager) as manager:
        found = queries.find(manager, scene.network, f" {initiative.number.lower()} ")
        with django_assert_max_num_queries(3):
            page = queries.detail(manager, found)
            authors, waiting, last = page.authors, page.waiting_decision, page.last_decision
    assert (page.place, page.position, page.next_gate, page.is_off_chain) == (
        "Verkenning", 3, "P2 Na verkenning", False,
    )  # fmt: skip
    assert [author.name for author in authors] == ["Indiener"]
    assert waiting == decision
    assert last.verdict == "explore"
    assert page.started_in_words == ""


def test_the_story_has_what_is_ahead_on_top_and_the_rest_newest_first(
    scene, django_assert_num_queries, in_exploration
):
    decision = propose(scene, in_exploration, "p2", "redo")
    with looking(scene.manager) as manager:
        found = fresh(in_exploration)
        assert manager.network_ids
        with django_assert_num_queries(2):
            told = queries.story(manager, found)
        assert len(queries.story(manager, found, limit=2)) == 3
    assert (told[0].is_ahead, told[0].decision_number) == (True, decision.number)
    assert told[0].when.startswith("gepland op ")
    assert told[-1].title == "Idee ingediend"
    assert told[-1].who == "Indiener"
    assert not any(event.is_ahead for event in told[1:])


def test_a_written_vote_and_a_day_to_wake_are_ahead_too(scene, in_screening):
    propose(scene, in_screening, "px", "park", meeting=None, closes_at=timezone.now() + timedelta(days=7))
    with looking(scene.manager) as manager:
        assert queries.story(manager, fresh(in_screening))[0].when.startswith("stemmen tot ")
    other = make_initiative(scene, Stage.SCREENING)
    parked = through(scene, other, "p1", "reject")
    assert parked.stage == Stage.REJECTED
    third = through(scene, make_initiative(scene, Stage.SCREENING), "p1", "park")
    with looking(scene.manager) as manager:
        ahead = queries.story(manager, fresh(third))[0]
    assert (ahead.title, ahead.is_ahead) == ("Komt terug op de agenda", True)


def test_what_changed_says_from_where_to_where_and_leaves_out_what_i_did(scene, django_assert_num_queries):
    before = timezone.now() - timedelta(seconds=1)
    initiative = make_initiative(scene, Stage.SCREENING)
    with looking(scene.submitter) as person:
        assert person.network_ids
        with django_assert_num_queries(2):
            changes = queries.changes_since(person, scene.network, before)
        assert queries.changes_since(person, scene.network, timezone.now() + timedelta(minutes=1)) == []
    assert [(c.number, c.before, c.after) for c in changes] == [
        (initiative.number, "Binnengekomen", "Wordt beoordeeld")
    ]
    assert changes[0].initiative_title == initiative.title
    with looking(scene.manager) as manager:
        assert [c.title for c in queries.changes_since(manager, scene.network, before)] == ["Idee ingediend"]


def test_explored_topics_are_listed_with_honour(scene, django_assert_num_queries, in_exploration):
    explored(scene, in_exploration)
    through(scene, in_exploration, "p2", "explored")
    with looking(scene.submitter) as person:
        assert person.network_ids
        with django_assert_num_queries(2):
            (topic,) = queries.explored_topics(person, scene.network)
    assert (topic.theme, topic.on, topic.advice) == ("Ouderenzorg", today(), "Ga door.")


# ------------------------------------------------------------------------------------ intake and screening


def test_the_intake_shows_the_oldest_promise_first_in_working_days(scene, django_assert_num_queries):
    first, second = make_idea(scene), make_idea(scene)
    with looking(scene.manager) as manager:
        actions.ask_more(second, by=manager, question="Hoeveel?")
        assert manager.network_ids
        with django_assert_num_queries(1):
            items = queries.intake(manager, scene.network, today())
        late = queries.intake(manager, scene.network, soon(40))
    assert [item.initiative for item in items] == [first, second]
    assert [item.workdays_left for item in items] == [10, 10]
    assert [item.is_asked for item in items] == [False, True]
    assert all(item.is_late and item.workdays_left < 0 for item in late)


def test_a_yes_no_set_shows_each_rater_with_the_reason(scene, django_assert_max_num_queries, in_screening):
    invite(scene, in_screening)
    rate(scene, in_screening, scene.group.people[0], value="yes")
    rate(scene, in_screening, scene.group.people[1], value="no")
    with looking(scene.group.people[2]) as member:
        found = queries.find(member, scene.network, in_screening.number)
        with django_assert_max_num_queries(9):
            page = queries.round_of(member, found, today())
    assert (page.is_open, page.why_hidden, page.mine, page.total) == (True, "", None, None)
    assert (page.n_done, page.n_raters) == (2, 3)
    row = page.rows[0]
    assert {(answer.name, answer.value_label) for answer in row.answers} == {
        (scene.group.people[0].name, "Ja"),
        (scene.group.people[1].name, "Nee"),
    }
    assert row.answers[0].reason == "Dat blijkt uit het voorstel."
    assert row.tally.disagree
    assert [one.state for one in page.raters].count("ready") == 2


@world
def weighed():
    scene = make_scene(criteria="weighed")
    with as_platform(scene.network):
        scene.criteria.criteria.update(weight=1)
    return scene


def test_weighed_scores_stay_hidden_until_everyone_who_counts_is_done(weighed):
    idea = make_initiative(weighed, Stage.SCREENING)
    invite(weighed, idea)
    first, second, third = weighed.group.people
    rate(weighed, idea, first, score=5)
    rate(weighed, idea, second, score=2)
    for person in (second, third, weighed.manager, weighed.group.secretary):
        with looking(person):
            page = queries.round_of(person, fresh(idea), today())
            assert not page.is_open
            assert page.total is None
            assert all(row.answers == [] and row.tally is None for row in page.rows)
            assert "2 van 3 klaar" in page.why_hidden
            (row,) = queries.screening_board(person, weighed.network, today())
            assert (row.is_open, row.total, row.spread, row.disagree, row.n_done) == (
                False,
                None,
                None,
                False,
                2,
            )
    with looking(second) as person:
        assert [row.mine.score for row in queries.round_of(person, fresh(idea), today()).rows] == [2, 2]
    with looking(third) as person:
        actions.recuse(idea, by=person, reason="Eigen belang.")
        page = queries.round_of(person, fresh(idea), today())
        (row,) = queries.screening_board(person, weighed.network, today())
    assert page.is_open
    assert page.total == pytest.approx(3.5)
    assert [(one.tally.median, one.tally.spread, one.tally.disagree) for one in page.rows] == [
        (3.5, 3, True)
    ] * 2
    assert (row.is_open, row.total, row.spread, row.disagree) == (True, 3.5, 3, True)


def test_weighed_scores_open_when_the_last_day_has_passed(weighed):
    idea = make_initiative(weighed, Stage.SCREENING)
    invite(weighed, idea, due_on=soon(5))
    rate(weighed, idea, weighed.group.chair, score=4)
    with looking(weighed.manager) as manager:
        assert not queries.round_of(manager, fresh(idea), soon(5)).is_open
        assert queries.round_of(manager, fresh(idea), soon(6)).is_open


def test_the_board_lists_what_is_open_and_costs_the_same_for_many(scene, django_assert_max_num_queries):
    first = make_initiative(scene, Stage.SCREENING, partner=None)
    invite(scene, first)
    rate(scene, first, scene.group.people[0], value="yes")
    rate(scene, first, scene.group.people[1], value="not_yet")
    with as_platform(scene.network):
        criteria_texts = [
            one.text for one in Criterion.objects.filter(code__in=["C1", "C2"]).order_by("code")
        ]
    with looking(scene.group.secretary) as secretary:
        assert secretary.network_ids
        with django_assert_max_num_queries(8) as one:
            (row,) = queries.screening_board(secretary, scene.network, today(), body=scene.body)
        assert queries.screening_board(secretary, scene.network, today(), body=scene.board) == []
    assert (row.n_yes, row.n_not_yet, row.n_no, row.open_criteria) == (2, 2, 0, criteria_texts)
    assert (row.decision, row.is_late, row.kind) == ("", False, "yes_no")
    for _ in range(3):
        invite(
            scene, make_initiative(scene, Stage.SCREENING, by=scene.directors[0], partner=scene.partners[0])
        )
    propose(scene, first, "p1", "reject")
    with looking(scene.group.secretary) as secretary:
        assert secretary.network_ids
        with django_assert_max_num_queries(8) as many:
            rows = queries.screening_board(secretary, scene.network, soon(200))
    assert len(rows) == 4
    assert rows[0].decision.startswith("Op agenda ")
    assert rows[0].is_late
    assert len(one) == len(many)


def test_the_board_shows_what_the_system_itself_found(scene):
    with as_platform(scene.network):
        scene.criteria.criteria.filter(code="C2").update(rule="at_least_two_partners")
    idea = make_initiative(scene, Stage.SCREENING, by=scene.directors[0], partner=scene.partners[0])
    invite(scene, idea)
    with looking(scene.manager) as manager:
        actions.choose_partners(fresh(idea), by=manager, partners={scene.partners[1]: "participant"})
        (row,) = queries.screening_board(manager, scene.network, today())
        page = queries.round_of(manager, fresh(idea), today())
    assert [answer.words for answer in row.system] == ["2 partijen doen mee: Ziekenhuis, Huisartsen."]
    assert page.rows[1].system.value == "yes"
    with looking(scene.group.chair) as chair:
        given = actions.assess(idea, by=chair, answers=answers_for(scene.criteria))
        assert given.answers.count() == 1


def test_my_tasks_are_one_idea_at_a_time_open_ones_first(scene, django_assert_num_queries):
    first, second, third = (make_initiative(scene, Stage.SCREENING) for _ in range(3))
    for one in (first, second, third):
        invite(scene, one)
    rate(scene, first, scene.group.chair)
    with looking(scene.group.chair) as chair:
        actions.recuse(second, by=chair, reason="Eigen belang.")
        assert chair.network_ids
        with django_assert_num_queries(2):
            tasks = queries.my_scoring(chair, scene.network, today())
    assert [(t.initiative, t.is_done, t.is_recused) for t in tasks] == [
        (third, False, False), (first, True, False), (second, True, True),
    ]  # fmt: skip
    with looking(scene.group.chair) as chair:
        assert queries.my_scoring(chair, scene.network, soon(60))[0].is_late


# ------------------------------------------------------------------------------------ exploration, plan, promises


def test_the_exploration_lists_every_partner_also_the_silent_ones(
    scene, django_assert_max_num_queries, in_exploration
):
    explored(scene, in_exploration)
    other = make_idea(scene)
    with looking(scene.directors[2]) as director:
        found = queries.find(director, scene.network, in_exploration.number)
        with django_assert_max_num_queries(11):
            page = queries.exploration_of(director, found)
        assert queries.exploration_of(director, other) is None
    assert [(str(row.partner), row.state, row.is_mine) for row in page.views] == [
        ("Ziekenhuis", "given", False), ("Huisartsen", "given", False), ("Verzekeraar", "waiting", True),
    ]  # fmt: skip
    assert (page.n_given, page.n_partners, page.n_answered, page.n_attempts) == (2, 3, 1, 1)


def test_a_view_of_a_partner_that_left_stays_readable(scene, in_exploration):
    explored(scene, in_exploration)
    with as_platform(scene.network):
        type(scene.partners[0]).objects.filter(pk=scene.partners[0].pk).update(status="left", left_on=today())
    with looking(scene.manager) as manager:
        page = queries.exploration_of(manager, fresh(in_exploration))
    assert [(str(row.partner), row.state) for row in page.views][-1] == ("Ziekenhuis", "given")


def test_the_plan_page_costs_the_same_however_long_the_plan_is(
    scene, django_assert_max_num_queries, in_preparation
):
    with looking(scene.lead) as lead:
        assert queries.plan_of(lead, in_preparation) is None
    full_plan(scene, in_preparation)
    with looking(scene.lead) as lead:
        assert lead.network_ids
        found = fresh(in_preparation)
        with django_assert_max_num_queries(17) as short:
            page = queries.plan_of(lead, found)
        actions.write_part(page.plan, by=lead, part="risks", rows=[{"text": str(n)} for n in range(30)])
        with django_assert_max_num_queries(17) as long:
            page = queries.plan_of(lead, found)
    assert len(short) == len(long)
    assert page.amount_eur == Decimal(20_000)
    assert [str(stake.partner) for stake in page.stakes] == ["Verzekeraar", "Ziekenhuis"]
    assert len(page.findings_of("risks")) == 60


def test_what_a_partner_promised_and_owes_stands_together_late_first(
    scene, django_assert_num_queries, in_preparation
):
    full_plan(scene, in_preparation)
    with looking(scene.lead) as lead:
        for kind, amount in (("money", 100), ("data", None)):
            actions.ask_commitment(
                fresh(in_preparation),
                by=lead,
                partner=scene.partners[0],
                kind=kind,
                amount=amount,
                text=kind,
                due_on=soon(3),
            )
    hospital = scene.partners[0]
    with looking(scene.directors[0]) as director:
        assert director.network_ids
        with django_assert_num_queries(3):
            rows = queries.promises_of(director, hospital, soon(4))
    assert [(row.text, row.size, row.is_late) for row in rows] == [
        ("money", "€\xa0100", True), ("data", "", True), ("Een verpleegkundige", "60 uur", False),
    ]  # fmt: skip
    confirm_all(scene, in_preparation)
    freeze(scene, in_preparation)
    terms = ProposedTerms(
        conditions=(NewCondition("Elk kwartaal cijfers.", soon(10), owner_partner=hospital),)
    )
    decision = propose(scene, in_preparation, "p3", "start_with_conditions", terms=terms)
    decide_and_settle(scene, decision)
    consent_all(scene, decision)
    with looking(scene.directors[0]) as director:
        rows = {row.kind: row for row in queries.promises_of(director, hospital, soon(11))}
    assert (rows["condition"].state, rows["condition"].is_late) == ("owed", True)
    assert (rows["milestone"].text, rows["milestone"].size) == ("Nummer open", "resultaat")
    assert rows["commitment"].counts


# ------------------------------------------------------------------------------------ what needs me


def kinds(items):
    return {item.kind for item in items}


def test_each_waits_for_their_own_deed(scene):
    make_idea(scene)
    screening = make_initiative(scene, Stage.SCREENING)
    invite(scene, screening)
    exploring = make_initiative(scene, Stage.EXPLORATION)
    planning = make_initiative(scene, Stage.PREPARATION)
    assert [item.title for item in asked_of(scene.manager, scene)] == ["1 idee wacht op antwoord"]
    chair = asked_of(scene.group.chair, scene)
    assert [(item.kind, item.number) for item in chair] == [("ask_score", screening.number)]
    assert kinds(asked_of(scene.directors[0], scene)) == {"ask_view"}
    assert {(item.number, item.deed) for item in asked_of(scene.lead, scene)} == {
        (exploring.number, "Werk aan de verkenning"),
        (planning.number, "Werk aan het plan"),
    }
    assert asked_of(scene.submitter, scene) == []
    assert all(item.is_late for item in asked_of(scene.lead, scene, days=365))
    full_plan(scene, planning)
    asked = {item.kind: item for item in asked_of(scene.directors[0], scene)}
    assert asked["ask_promise"].title == f"Bevestig 60 uur voor {planning.title}"
    assert "telt pas als u ja zegt" in asked["ask_promise"].because
    with looking(scene.lead) as lead:
        assert queries.turn(lead, fresh(planning), now=timezone.now()).deed == "Werk aan het plan"
        assert queries.turn(lead, fresh(screening), now=timezone.now()) is None


def test_votes_consents_and_conditions_wait_for_their_people(scene, in_preparation):
    full_plan(scene, in_preparation)
    confirm_all(scene, in_preparation)
    freeze(scene, in_preparation)
    assert "Plan versie 1 ligt vast." in [item.because for item in asked_of(scene.group.secretary, scene)]
    condition = NewCondition("Elk kwartaal cijfers.", soon(10), owner_partner=scene.partners[0])
    decision = propose(
        scene,
        in_preparation,
        "p3",
        "start_with_conditions",
        terms=ProposedTerms(conditions=(condition,)),
        meeting=None,
        closes_at=timezone.now() + timedelta(days=3),
    )
    assert asked_of(scene.group.secretary, scene) == []
    (vote,) = asked_of(scene.group.chair, scene)
    assert (vote.kind, vote.url_name, vote.number) == (
        "ask_vote",
        "governance:cast_vote",
        in_preparation.number,
    )
    (consent,) = asked_of(scene.directors[2], scene)
    assert (consent.kind, consent.number) == ("ask_consent", in_preparation.number)
    for seat, person in zip(scene.group.seats, scene.group.people, strict=True):
        with looking(person):
            governance.cast_vote(
                type(decision).objects.get(pk=decision.pk), by=person, seat=seat, choice="for"
            )
    assert asked_of(scene.group.chair, scene) == []
    with looking(scene.group.secretary) as secretary:
        found = type(decision).objects.select_related("body", "network").get(pk=decision.pk)
        actions.settle(governance.close_decision(found, by=secretary), by=secretary)
    consent_all(scene, decision)
    (owed,) = asked_of(scene.directors[0], scene)
    assert (owed.kind, owed.title, owed.is_late) == ("ask_work", "Elk kwartaal cijfers.", False)
    assert asked_of(scene.directors[0], scene, days=20)[0].is_late
    (amber,) = asked_of(scene.group.secretary, scene, days=20)
    assert (amber.kind, amber.number) == ("ask_decision", "")


def test_what_needs_me_costs_the_same_for_many(scene, django_assert_max_num_queries):
    make_idea(scene)
    invite(scene, make_initiative(scene, Stage.SCREENING))
    with looking(scene.group.chair) as chair:
        assert chair.network_ids
        with django_assert_max_num_queries(25) as few:
            queries.needs_me(chair, scene.network, now=timezone.now())
    for _ in range(3):
        invite(scene, make_initiative(scene, Stage.SCREENING))
    make_initiative(scene, Stage.EXPLORATION)
    with looking(scene.group.chair) as chair:
        assert chair.network_ids
        with django_assert_max_num_queries(25) as many:
            assert len(queries.needs_me(chair, scene.network, now=timezone.now())) == 4
    assert abs(len(few) - len(many)) <= 2


# ------------------------------------------------------------------------------------ the agenda


def test_an_agenda_gets_the_gates_that_can_be_decided(scene, django_assert_max_num_queries, in_screening):
    invite(scene, in_screening)
    exploring = make_initiative(scene, Stage.EXPLORATION)
    planning = make_initiative(scene, Stage.PREPARATION)
    with looking(scene.group.secretary):
        assert queries.due_for_body(scene.body, today()) == []
        almost = queries.due_for_body(scene.body, soon(50))
        assert [(item.initiative, item.gate) for item in almost] == [(exploring, "p2")]
        assert queries.due_for_bodies(scene.network, [], today()) == []
    rate(scene, in_screening)
    explored(scene, exploring)
    full_plan(scene, planning)
    freeze(scene, planning)
    with looking(scene.group.secretary), django_assert_max_num_queries(11):
        items = queries.due_for_body(scene.body, today())
    assert {(item.initiative, item.gate, item.because) for item in items} == {
        (in_screening, "p1", "De beoordelaars zijn klaar."),
        (exploring, "p2", "Er ligt een advies."),
        (planning, "p3", "Plan versie 1 ligt vast."),
    }
    meeting = make_meeting(scene.group)
    with looking(scene.group.secretary) as secretary:
        points = queries.agenda_points(scene.body, today())
        governance.fill_agenda(meeting, by=secretary, points=points)
        titles = list(meeting.items.values_list("title", flat=True))
        assert {point.title for point in points} <= set(titles)
        assert all(point.subject.url_name == "initiatives:detail" for point in points)
    propose(scene, in_screening, "p1", "explore", meeting=meeting)
    with looking(scene.group.secretary):
        assert in_screening not in [item.initiative for item in queries.due_for_body(scene.body, today())]


def test_an_exploration_of_which_the_time_box_is_gone_is_due(scene):
    initiative = make_initiative(scene, Stage.EXPLORATION)
    with looking(scene.group.secretary):
        exploration = Exploration.objects.get(initiative=initiative)
        (item,) = queries.due_for_body(scene.body, exploration.due_on + timedelta(days=3))
        assert item.because.startswith("De verkenning is klaar op ")
        assert item.as_point().title.startswith("P2 Na verkenning: ")
