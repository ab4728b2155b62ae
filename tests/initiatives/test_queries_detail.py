"""What the pages of one initiative, its exploration and its plan find."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from schakel.governance.rules import NewCondition
from schakel.initiatives import actions, queries
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.rules import Stage
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    confirm_all,
    consent_all,
    decide_and_settle,
    explored,
    freeze,
    fresh,
    full_plan,
    make_idea,
    make_initiative,
    propose,
    soon,
    through,
)

pytestmark = pytest.mark.django_db


def today():
    return timezone.localdate()


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


def test_only_the_decision_itself_is_told_as_a_step_not_the_proposal_before_it(scene, in_screening):
    before = timezone.now()
    through(scene, in_screening, "p1", "reject")
    with looking(scene.submitter) as person:
        changes = queries.changes_since(person, scene.network, before)
    assert [(c.before, c.after) for c in changes] == [("Wordt beoordeeld", "Gaat niet door"), ("", "")]


def test_explored_topics_are_listed_with_honour(scene, django_assert_num_queries, in_exploration):
    explored(scene, in_exploration)
    through(scene, in_exploration, "p2", "explored")
    with looking(scene.submitter) as person:
        assert person.network_ids
        with django_assert_num_queries(2):
            (topic,) = queries.explored_topics(person, scene.network)
    assert (topic.theme, topic.on, topic.advice) == ("Ouderenzorg", today(), "Ga door.")


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
