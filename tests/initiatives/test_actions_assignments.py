"""P2 and P3: an assignment or a project, and the start."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import timezone

from schakel.governance.rules import NewCondition, Subject
from schakel.initiatives import actions, queries
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.models import Exploration, Plan, Proposal
from schakel.initiatives.rules import Stage
from tests.factories.governance import (
    looking,
    make_body,
)
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
    make_initiative,
    propose,
    rate,
    soon,
    through,
)
from tests.factories.measuring import make_indicator, make_series
from tests.factories.network import make_criteria, make_member, make_network, make_theme
from tests.factories.refusals import refused
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def rated(scene, in_screening):
    invite(scene, in_screening)
    rate(scene, in_screening)
    return fresh(in_screening)


def test_a_plan_waits_for_the_confirmed_criteria(scene, rated):
    initiative = through(scene, rated, "p1", "explore")
    explored(scene, initiative)
    with looking(scene.group.secretary) as secretary:
        actions.record_confirmation(
            fresh(initiative),
            by=secretary,
            answers=answers_for(scene.criteria, value="not_yet"),
            remark="Bijna.",
        )
    with refused("Nog niet alle criteria"):
        propose(scene, initiative, "p2", "prepare_project")
    assert [o["code"] for o in propose(scene, initiative, "p2", "explored").options] == [
        "explored", "redo", "park", "stop", "escalate",
    ]  # fmt: skip


def test_an_exploration_that_ends_with_honour_publishes_its_advice(scene, rated):
    initiative = through(scene, rated, "p1", "explore")
    explored(scene, initiative)
    ended = through(scene, initiative, "p2", "explored")
    assert (ended.stage, ended.kind) == (Stage.EXPLORED, "")
    with looking(scene.manager) as manager:
        assert Exploration.objects.get(initiative=initiative).published_at is not None
        (topic,) = queries.explored_topics(manager, scene.network)
    assert (topic.number, topic.advice, topic.reason) == (ended.number, "Ga door.", "Dit past nu niet.")


def test_a_second_exploration_follows_a_second_look(scene, rated):
    initiative = through(scene, rated, "p1", "explore")
    explored(scene, initiative)
    through(scene, initiative, "p2", "redo")
    again = through(scene, initiative, "p1", "explore")
    with looking(scene.lead) as lead:
        first, second = (
            Exploration.objects.filter(initiative=again)
            .order_by("attempt")
            .select_related("initiative__network", "network")
        )
        assert (first.attempt, second.attempt) == (1, 2)
        with refused("eerdere verkenning"):
            actions.write_exploration(first, by=lead, findings="Te laat.")


@world
def planned(scene):
    initiative = make_initiative(scene, Stage.PREPARATION)
    full_plan(scene, initiative)
    return initiative


def test_a_start_waits_for_a_frozen_plan_and_confirmed_promises(scene, planned):
    with refused("Het plan ligt vast"):
        propose(scene, planned, "p3", "start")
    freeze(scene, planned)
    with refused("Partners bevestigden"):
        propose(scene, planned, "p3", "start")


def test_a_start_asks_the_money_of_the_plan_and_the_consent_of_whose_means_it_uses(scene, planned):
    confirm_all(scene, planned)
    freeze(scene, planned)
    decision = propose(scene, planned, "p3", "start")
    assert (decision.amount_eur, decision.asks_money) == (20000, True)
    with looking(scene.manager):
        asked = {
            (str(one.partner), one.ground, one.amount_eur, one.hours)
            for one in decision.consents.select_related("partner")
        }
    assert asked == {
        ("Verzekeraar", "funder", 20000, None),
        ("Ziekenhuis", "partners_in_plan", None, 60),
    }
    decided = decide_and_settle(scene, decision)
    assert decided.stage == Stage.PREPARATION
    consent_all(scene, decision)
    started = fresh(planned)
    assert (started.stage, started.started_on) == (Stage.PILOT, timezone.localdate())
    with looking(scene.manager):
        proposal = Proposal.objects.get(decision=decision)
    assert proposal.checklist["n_ready"] == proposal.checklist["n"] == 13


def test_while_a_start_is_proposed_the_plan_stands(scene, planned):
    confirm_all(scene, planned)
    freeze(scene, planned)
    propose(scene, planned, "p3", "start")
    with looking(scene.lead) as lead, refused("ligt een voorstel"):
        actions.begin_plan(fresh(planned), by=lead)


def test_a_start_with_conditions_needs_one_and_a_late_one_turns_the_gate_amber(scene, planned):
    confirm_all(scene, planned)
    freeze(scene, planned)
    with refused("ten minste één voorwaarde"):
        propose(scene, planned, "p3", "start_with_conditions", terms=ProposedTerms())
    terms = ProposedTerms(conditions=(NewCondition("Elk kwartaal cijfers.", soon(30), owner_name="Trekker"),))
    decision = propose(scene, planned, "p3", "start_with_conditions", terms=terms)
    decide_and_settle(scene, decision)
    consent_all(scene, decision)
    started = fresh(planned)
    assert started.stage == Stage.PILOT
    with looking(scene.manager) as manager:
        assert queries.due_for_body(scene.body, soon(30)) == []
        (item,) = queries.due_for_body(scene.body, soon(31))
        assert (item.kind, item.title) == ("condition", "Elk kwartaal cijfers.")
        assert item.as_point().condition_id == item.condition.pk
        assert queries.agenda_points(scene.body, soon(31)) == []
        card = queries.portfolio(manager, scene.network, today=soon(31)).cards[0]
    assert (card.state_words, card.is_care) == ("Voorwaarde te laat", True)


def test_a_project_without_a_pilot_and_an_assignment_go_straight_to_execution(scene, in_preparation):
    full_plan(scene, in_preparation, needs_pilot=False)
    confirm_all(scene, in_preparation)
    freeze(scene, in_preparation)
    decision = propose(scene, in_preparation, "p3", "start")
    decide_and_settle(scene, decision)
    consent_all(scene, decision)
    assert fresh(in_preparation).stage == Stage.EXECUTION


def test_a_light_assignment_starts_without_money(scene):
    initiative = make_initiative(scene, Stage.PREPARATION, kind="process_assignment")
    with looking(scene.lead) as lead:
        plan = actions.begin_plan(initiative, by=lead)
        actions.write_plan(plan, by=lead, summary="Maak een lijst.", result="De lijst hangt er.")
        actions.write_part(
            plan,
            by=lead,
            part="goals",
            rows=[{"text": "Minder zoeken", "measure": "min", "target": "5", "due_on": soon(), "owner": "T"}],
        )
        actions.freeze_plan(plan, by=lead)
    series = make_series(scene.network, make_indicator(scene.network, "Lijst gebruikt", kind="process"))
    with looking(scene.lead) as lead:
        actions.follow_measure(initiative, by=lead, series=series, kind="process", target=Decimal(80))
    started = through(scene, initiative, "p3", "start")
    assert started.stage == Stage.EXECUTION


def test_changing_the_plan_keeps_the_stage_and_stopping_says_why(scene, planned):
    same = through(scene, planned, "p3", "redo")
    assert same.stage == Stage.PREPARATION
    stopped = through(scene, same, "p3", "stop")
    assert (stopped.stage, stopped.return_stage) == (Stage.STOPPED, "preparation")
    with looking(scene.manager):
        assert Plan.objects.filter(initiative=stopped).count() == 1


def test_a_parked_initiative_that_is_stopped_still_tells_where_it_left_the_chain(scene, rated):
    parked = through(scene, rated, "p1", "park")
    stopped = through(scene, parked, "px", "stop")
    assert (stopped.return_stage, stopped.chain_position) == ("screening", 2)


def test_a_bigger_plan_goes_to_another_body(scene, rated):
    other = make_body(scene.network, "Bestuur")
    with looking(scene.manager) as manager:
        decision = actions.propose(
            rated,
            by=manager,
            gate="p1",
            verdict="reject",
            body=other,
            terms=ProposedTerms(public_reason="Nee."),
        )
        assert decision.body == other
        foreign = make_body(make_network(), "Elders")
        with refused("ander netwerk"):
            actions.propose(rated, by=manager, gate="px", verdict="park", body=foreign)


def test_the_subject_of_a_decision_is_the_initiative_itself(scene, rated):
    from schakel.initiatives.actions.moving import subject_of

    assert subject_of(rated) == Subject(
        "initiative", rated.pk, str(rated), "screening", "initiatives:detail", rated.number
    )


def test_a_set_for_all_and_a_later_version(scene, in_screening):
    newer = make_criteria(scene.network, n=3, name="Nieuwe toets", valid_from=timezone.localdate())
    asked = invite(scene, in_screening)
    assert asked[0].criteria_set_id == newer.pk


def test_the_criteria_of_the_theme_go_before_those_for_all(scene):
    make_criteria(scene.network, n=3, name="Voor iedereen", valid_from=timezone.localdate())
    of_theme = make_criteria(scene.network, n=3, name="Voor dit thema", theme=scene.theme)
    make_criteria(scene.network, n=3, name="Ander thema", theme=make_theme(scene.network, "spoed"))
    assert invite(scene, make_initiative(scene, Stage.SCREENING))[0].criteria_set_id == of_theme.pk


def test_a_no_at_the_start_asks_nobody_for_consent(scene, planned):
    decision = propose(scene, planned, "p3", "stop")
    assert [option["code"] for option in decision.options] == ["stop", "redo", "park", "escalate"]
    with looking(scene.manager):
        assert decision.consents.count() == 0


def test_a_member_without_a_seat_is_not_asked(scene, in_screening):
    invite(scene, in_screening)
    with looking(make_member(scene.network)) as person, refused("Alleen"):
        actions.assess(in_screening, by=person, answers={})
