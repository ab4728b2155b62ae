"""Rating by criteria, standing aside, and what a body does with it: verdicts, provisional decisions, effects once."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import Decision, Recusal
from schakel.governance.rules import NewCondition, Subject
from schakel.initiatives import actions, queries
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.models import Assessment, Exploration, Initiative, Plan, Proposal, StoryEvent
from schakel.initiatives.rules import Stage
from schakel.notices.models import Notice
from schakel.web.refusal import Refused
from tests.factories.governance import (
    as_platform,
    decide,
    looking,
    make_body,
    make_deputy,
    make_mandate,
    make_meeting,
    make_tenure,
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
    make_idea,
    make_initiative,
    make_scene,
    propose,
    rate,
    settle,
    soon,
    take_in,
    through,
)
from tests.factories.measuring import make_indicator, make_series
from tests.factories.network import make_criteria, make_member, make_network, make_theme
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def idea(scene):
    return make_initiative(scene, Stage.SCREENING)


def refused(words: str):
    return pytest.raises(Refused, match=words)


def titles(initiative: Initiative) -> list[str]:
    with as_platform(initiative.network):
        return list(
            StoryEvent.objects.filter(initiative=initiative)
            .order_by("recorded_at")
            .values_list("title", flat=True)
        )


# ------------------------------------------------------------------------------------ rating


def test_the_people_on_the_seats_are_asked_but_never_the_author(scene):
    by_chair = take_in(scene, make_idea(scene, by=scene.group.chair))
    asked = invite(scene, by_chair)
    assert {one.rater for one in asked} == set(scene.group.people[1:])
    with refused("niemand meer"):
        invite(scene, by_chair)
    with looking(scene.group.chair) as chair, refused("niet uw eigen idee"):
        actions.assess(fresh(by_chair), by=chair, answers={})


def test_some_seats_can_be_asked_before_the_others(scene, idea):
    with refused("na vandaag"):
        invite(scene, idea, due_on=timezone.localdate())
    first = invite(scene, idea, seat_ids=[scene.group.seats[0].pk])
    assert [str(one) for one in first] == [f"{scene.group.chair}: {idea.pk}"]
    assert len(invite(scene, idea)) == 2


def test_who_is_away_on_the_last_day_is_replaced_and_one_seat_has_one_rater(scene, idea):
    first, second, third = scene.group.seats
    holder, stand_in, today = scene.group.people[1], make_deputy(second), timezone.localdate()
    busy = scene.group.people[2]
    make_tenure(first, busy, kind="deputy")
    for person in (scene.group.people[0], holder):
        with looking(person) as looker:
            governance.record_absence(
                scene.network, by=looker, person=looker, from_on=today, until_on=soon(21)
            )
    with looking(scene.group.secretary):
        warning = queries.missed_raters(idea, today, soon(20))
        assert scene.group.chair.name in warning  # the deputy there rates for a seat of their own
        assert holder.name not in warning
        assert queries.missed_raters(idea, today, soon(21)) == ""  # back that day
    asked = invite(scene, idea, due_on=soon(20))
    assert {one.rater: one.seat for one in asked} == {scene.group.chair: first, stand_in: second, busy: third}
    with as_platform(scene.network):
        told = Notice.objects.get(person=stand_in, kind="score").because
    assert told.startswith(f"U vervangt {holder.name} (afwezig t/m ")
    with refused("niemand meer"):  # neither who is back by then, nor a second for a seat that was asked
        invite(scene, idea, due_on=soon(21))
    rate(scene, idea, scene.group.chair, stand_in, busy)
    with looking(holder) as looker:
        this = queries.round_of(looker, fresh(idea), today)
        assert (this.n_done, this.n_raters) == (3, 3)
        with refused("niet gevraagd"):
            actions.assess(fresh(idea), by=looker, answers=answers_for(scene.criteria))


def test_who_was_asked_stays_asked_when_they_say_that_they_are_away(scene, idea):
    make_deputy(scene.group.seats[1])
    invite(scene, idea, due_on=soon(20))
    today = timezone.localdate()
    with looking(scene.group.people[1]) as looker:
        governance.record_absence(scene.network, by=looker, person=looker, from_on=today, until_on=soon(30))
    with refused("niemand meer"):
        invite(scene, idea, due_on=soon(20))


def test_without_criteria_nobody_is_asked(scene, idea):
    with as_platform(scene.network):
        type(scene.criteria).objects.update(valid_until="2020-01-02", valid_from="2020-01-01")
    with refused("nog geen criteria"):
        invite(scene, idea)
    exploring = idea
    with as_platform(scene.network):
        type(scene.criteria).objects.update(valid_until=None)
    invite(scene, exploring)
    rate(scene, exploring)
    exploring = through(scene, exploring, "p1", "explore")
    with as_platform(scene.network):
        exploring.invitations.all().delete()
        type(scene.criteria).objects.update(valid_until="2020-01-02")
    with looking(scene.group.secretary) as secretary, refused("nog geen criteria"):
        actions.record_confirmation(fresh(exploring), by=secretary, answers={})


def test_a_later_change_is_a_new_version_beside_the_first(scene, idea):
    invite(scene, idea)
    rate(scene, idea, scene.group.chair, value="no")
    rate(scene, idea, scene.group.chair, value="yes")
    with looking(scene.group.chair):
        versions = list(Assessment.objects.filter(rater=scene.group.chair).order_by("version"))
        assert [one.version for one in versions] == [1, 2]
        assert {str(answer) for answer in versions[0].answers.all()} == {"Nee"}
        assert versions[1].given_by(scene.group.chair)
    with (
        looking(scene.group.chair),
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
    ):
        Assessment.objects.update(remark="anders")


def test_an_answer_lacks_nothing(scene, idea):
    invite(scene, idea)
    good = answers_for(scene.criteria)
    first = next(iter(good))
    with looking(scene.group.chair) as chair:
        with refused("C1: Schrijf op waarom"):
            actions.assess(idea, by=chair, answers={**good, first: {"value": "yes", "reason": ""}})
        with refused("Laad de pagina opnieuw"):
            actions.assess(idea, by=chair, answers={**good, uuid4(): {"value": "yes", "reason": "x"}})
        with refused("BSN"):
            actions.assess(idea, by=chair, answers={**good, first: {"value": "yes", "reason": "111222333"}})
    assert fresh(idea).stage == Stage.SCREENING


def test_who_stands_aside_neither_rates_nor_votes_nor_counts(scene, idea):
    invite(scene, idea)
    chair = scene.group.chair
    rate(scene, idea, chair)
    with looking(chair):
        with refused("waarom u betrokken"):
            actions.recuse(idea, by=chair, reason=" ")
        actions.recuse(idea, by=chair, reason="Mijn eigen praktijk.")
        assert Recusal.objects.get(subject_id=idea.pk).seat == scene.group.seats[0]
        with refused("al niet mee"):
            actions.recuse(idea, by=chair, reason="Nog eens.")
        with refused("betrokken bent"):
            actions.assess(idea, by=chair, answers=answers_for(scene.criteria))
        page = queries.round_of(chair, fresh(idea), timezone.localdate())
    assert (page.n_done, page.n_raters) == (0, 2)
    assert [(row.state, row.reason) for row in page.raters if row.name == chair.name] == [
        ("recused", "Mijn eigen praktijk.")
    ]
    with looking(scene.submitter) as person, refused("niet gevraagd"):
        actions.recuse(idea, by=person, reason="x")


def test_a_weighed_set_keeps_scores_and_knock_outs_apart():
    scene = make_scene(criteria="weighed")
    with as_platform(scene.network):
        first = scene.criteria.criteria.first()
        scene.criteria.criteria.exclude(pk=first.pk).update(weight=2)
    idea = make_initiative(scene, Stage.SCREENING)
    invite(scene, idea)
    rate(scene, idea, score=5)
    with looking(scene.group.chair) as chair:
        rows = queries.round_of(chair, fresh(idea), timezone.localdate()).rows
        assert [(row.takes_score, row.mine.score, row.mine.value) for row in rows] == [
            (False, None, "yes"),
            (True, 5, ""),
        ]
        assert str(rows[1].mine) == "5"


# ------------------------------------------------------------------------------------ P1


@world
def rated(scene, idea):
    invite(scene, idea)
    rate(scene, idea)
    return fresh(idea)


def test_exploring_waits_for_enough_answers(scene, idea):
    with refused("Genoeg mensen beoordeelden het"):
        propose(scene, idea, "p1", "explore")
    assert propose(scene, idea, "p1", "reject").verdict == "reject"


def test_a_proposal_holds_what_the_verdict_needs_and_the_checklist_as_it_stood(scene, rated):
    decision = propose(scene, rated, "p1", "explore", reason="Vier van de vijf zijn voor.")
    assert decision.title == f"Verken: {rated.title}"
    assert [option["code"] for option in decision.options] == [
        "explore", "direct_assignment", "park", "reject", "escalate",
    ]  # fmt: skip
    assert (decision.subject_id, decision.subject_stage) == (rated.pk, "screening")
    assert decision.dossier["n"] == 3
    with looking(scene.manager):
        proposal = Proposal.objects.select_related("explorer").get(decision=decision)
    assert (proposal.explorer, proposal.template_version) == (scene.lead, 1)
    assert str(proposal) == "P1 Screening: explore"
    with refused("ligt al een voorstel"):
        propose(scene, rated, "p1", "reject")


def test_a_proposal_needs_a_verdict_of_its_gate_and_its_terms(scene, rated):
    with refused("hoort niet bij deze poort"):
        propose(scene, rated, "p1", "start")
    with refused("hoort niet bij de stand"):
        propose(scene, rated, "p3", "start")
    with refused("Schrijf de reden op"):
        propose(scene, rated, "p1", "reject", terms=ProposedTerms())
    with refused("poort|Poort"):
        propose(scene, rated, "p9", "start")


def test_exploring_begins_with_a_time_box_and_the_option_to_do_nothing(scene, rated):
    initiative = through(scene, rated, "p1", "explore")
    assert (initiative.stage, initiative.explorer) == (Stage.EXPLORATION, scene.lead)
    assert initiative.stage_due_on == soon()
    with looking(scene.manager):
        exploration = Exploration.objects.select_related("initiative").get(initiative=initiative)
        assert [str(option) for option in exploration.options.all()] == ["Niets doen"]
        assert str(exploration) == f"Verkenning van {initiative}"
    assert titles(initiative)[-1] == f"{scene.body} besluit: het wordt verkend"


def test_a_direct_assignment_gets_a_lead_and_no_phase(scene, rated):
    initiative = through(scene, rated, "p1", "direct_assignment")
    assert (initiative.stage, initiative.kind, initiative.phase) == (
        Stage.PREPARATION,
        "process_assignment",
        None,
    )
    assert (initiative.lead, initiative.commissioner) == (scene.lead, "Themagroep")


def test_parking_remembers_where_it_came_from_and_lands_on_the_agenda_when_it_wakes(scene, rated):
    parked = through(scene, rated, "p1", "park")
    assert (parked.stage, parked.return_stage, parked.wake_on) == (Stage.PARKED, "screening", soon())
    with looking(scene.manager):
        assert queries.due_for_body(scene.body, soon() - timedelta(days=1)) == []
        (item,) = queries.due_for_body(scene.body, soon())
    assert (item.kind, item.gate, item.initiative) == ("parked", "px", parked)
    resumed = through(scene, parked, "px", "resume")
    assert (resumed.stage, resumed.wake_on, resumed.return_stage) == (Stage.SCREENING, None, "")


def test_an_exploration_that_comes_back_after_its_time_box_gets_a_new_one(scene, rated):
    initiative = through(scene, rated, "p1", "explore")
    parked = through(scene, initiative, "px", "park")
    with as_platform(scene.network):
        Exploration.objects.update(starts_on="2020-01-01", due_on="2020-02-01")
    resumed = through(scene, parked, "px", "resume")
    with looking(scene.manager):
        assert Exploration.objects.get().due_on == resumed.stage_due_on > timezone.localdate()


def test_the_database_refuses_a_parked_initiative_without_a_day_to_wake(scene, rated):
    decision = decide(scene.group, propose(scene, rated, "p1", "park"), "fff")
    with (
        looking(scene.manager),
        pytest.raises(IntegrityError, match="know_when_they_wake"),
        transaction.atomic(),
    ):
        Initiative.objects.filter(pk=rated.pk).update(
            stage="parked", moved_by=decision, public_reason="x", return_stage="screening"
        )


def test_a_no_says_why_and_an_objection_can_bring_it_back(scene, rated):
    initiative = through(scene, rated, "p1", "reject")
    assert (initiative.stage, initiative.public_reason) == (Stage.REJECTED, "Dit past nu niet.")
    again = through(scene, initiative, "px", "uphold")
    assert (again.stage, again.public_reason) == (Stage.SCREENING, "")


def test_escalating_hands_it_to_the_body_above_and_moves_nothing(scene, rated):
    initiative = through(scene, rated, "p1", "escalate")
    assert (initiative.stage, initiative.body) == (Stage.SCREENING, scene.board)
    assert initiative.moves.model.__name__ == "StageMove"


def test_there_is_nothing_above_the_highest_body(scene, rated):
    decision = propose(scene, rated, "p1", "escalate")
    with as_platform(scene.network):
        scene.body.parent = None
        scene.body.save()
    with refused("geen ander gremium"):
        decide_and_settle(scene, decision)
    other = make_initiative(scene, Stage.SCREENING)
    with refused("geen ander gremium"):
        propose(scene, other, "p1", "escalate")


def test_a_body_can_choose_another_verdict_when_the_proposal_has_what_it_needs(scene, rated):
    decision = propose(scene, rated, "p1", "explore", terms=ProposedTerms(explorer=scene.lead, due_on=soon()))
    with looking(scene.group.secretary) as secretary:
        decision = Decision.objects.select_related("body", "network", "meeting").get(pk=decision.pk)
        governance.record_attendance(decision.meeting, by=secretary, present=scene.group.present("fff"))
        governance.record_votes(decision, by=secretary, votes=scene.group.votes("fff"), verdict="park")
    with looking(scene.group.secretary) as secretary, refused("ontbreekt nog iets"), transaction.atomic():
        actions.settle(governance.close_decision(decision, by=secretary), by=secretary)
    assert fresh(rated).stage == Stage.SCREENING
    with looking(scene.group.secretary) as secretary:
        decision.refresh_from_db()
        assert decision.is_open
        actions.amend_proposal(
            decision, by=secretary, terms=ProposedTerms(wake_on=soon(), public_reason="Nu geen mensen.")
        )
        actions.settle(governance.close_decision(decision, by=secretary), by=secretary)
        with refused("al genomen"):
            actions.amend_proposal(decision, by=secretary, terms=ProposedTerms())
    assert fresh(rated).stage == Stage.PARKED


def test_what_people_voted_on_in_writing_does_not_change_under_their_votes(scene, rated):
    closes_at = timezone.now() + timedelta(days=3)
    decision = propose(scene, rated, "p1", "park", meeting=None, closes_at=closes_at)
    later = ProposedTerms(wake_on=soon(), public_reason="Nu geen mensen.")
    with looking(scene.group.secretary) as secretary:
        actions.amend_proposal(decision, by=secretary, terms=later)
    with looking(scene.group.people[1]) as member:
        voted_on = Decision.objects.select_related("body", "network").get(pk=decision.pk)
        governance.cast_vote(voted_on, by=member, seat=scene.group.seats[1], choice="for")
    with looking(scene.group.secretary) as secretary, refused("al schriftelijk gestemd"):
        actions.amend_proposal(decision, by=secretary, terms=ProposedTerms(wake_on=soon(90)))


def test_only_a_proposal_about_an_initiative_can_be_amended(scene):
    with looking(scene.group.secretary) as secretary:
        decision = governance.open_decision(scene.body, by=secretary, type="other", title="Iets anders")
        with refused("geen voorstel over een initiatief"):
            actions.amend_proposal(decision, by=secretary, terms=ProposedTerms())
        assert actions.settle(decision, by=secretary) is None


def test_a_decision_without_a_verdict_cannot_be_settled(scene, rated):
    decision = propose(scene, rated, "p1", "explore")
    decision = decide(scene.group, decision, "fff")
    with as_platform(scene.network):
        Proposal.objects.filter(decision=decision).update(gate="p3")
    with refused("Kies eerst welk besluit"):
        settle(scene, decision)


def test_a_proposal_that_is_not_carried_moves_nothing_and_is_told_once(scene, rated):
    decision = propose(scene, rated, "p1", "explore")
    decide_and_settle(scene, decision, "aaa")
    settle(scene, decision)
    assert fresh(rated).stage == Stage.SCREENING
    assert titles(rated).count(f"Voorstel {decision.number} niet aangenomen") == 1
    assert propose(scene, rated, "p1", "explore")


def test_a_withdrawn_proposal_is_told(scene, rated):
    decision = propose(scene, rated, "p1", "explore")
    with looking(scene.group.secretary) as secretary:
        decision.refresh_from_db()
        assert actions.settle(decision, by=secretary).stage == Stage.SCREENING
        withdrawn = governance.withdraw_decision(decision, by=secretary, reason="Eerst meer weten.")
        actions.settle(withdrawn, by=secretary)
    assert titles(rated)[-1] == f"Voorstel {decision.number} ingetrokken"


def test_a_decision_without_mandate_stays_provisional_and_is_told_once_until_it_is_ratified(scene, rated):
    with as_platform(scene.network):
        scene.body.mandates.exclude(delegated_to="manager").update(decision_types=["p3"])
    decision = propose(scene, rated, "p1", "explore")
    decided = decide(scene.group, decision, "fff")
    assert decided.is_provisional
    settle(scene, decided)
    settle(scene, decided)
    assert fresh(rated).stage == Stage.SCREENING
    assert titles(rated).count(f"Besluit {decision.number} onder voorbehoud") == 1
    other = make_scene_board(scene)
    ratifying = ratify(scene, decided, other)
    settle_all(scene, ratifying)
    assert fresh(rated).stage == Stage.EXPLORATION


def make_scene_board(scene):
    """A second group of the same network that does hold the mandate."""
    from tests.factories.governance import make_group

    group = make_group(scene.network, n=3, method="majority")
    make_mandate(group.body, "p1")
    return group


def ratify(scene, decision, group):
    """The other group ratifies the decision in a meeting of today."""
    meeting = make_meeting(group)
    with looking(group.secretary) as secretary:
        decision = Decision.objects.select_related("body", "network").get(pk=decision.pk)
        ratifying = governance.ratify(decision, by=secretary, body=group.body, meeting=meeting)
    return decide(group, ratifying, "fff")


def settle_all(scene, decision):
    from schakel.governance.queries import became_valid

    with looking(scene.group.secretary) as secretary:
        for one in became_valid(Decision.objects.get(pk=decision.pk)):
            actions.settle(one, by=secretary)


def test_a_decision_has_its_effect_once(scene, rated):
    decision = propose(scene, rated, "p1", "explore")
    decide_and_settle(scene, decision)
    settle(scene, decision)
    assert sum("wordt verkend" in title for title in titles(rated)) == 1
    with looking(scene.manager):
        assert Exploration.objects.filter(initiative=rated).count() == 1


def test_a_decision_that_comes_too_late_moves_nothing(scene, rated):
    slow = propose(scene, rated, "px", "park")
    through(scene, rated, "p1", "explore")
    decide_and_settle(scene, slow)
    initiative = fresh(rated)
    assert initiative.stage == Stage.EXPLORATION
    assert titles(initiative)[-1] == f"Besluit {slow.number} heeft geen gevolg"


def test_a_used_decision_does_not_move_it_again_even_in_the_same_stage(scene, rated):
    explore = propose(scene, rated, "p1", "explore")
    decide_and_settle(scene, explore)
    explored(scene, rated)
    back = through(scene, rated, "p2", "redo")
    assert back.stage == Stage.SCREENING
    with (
        looking(scene.manager),
        pytest.raises(IntegrityError, match="moves_an_initiative_once"),
        transaction.atomic(),
    ):
        Initiative.objects.filter(pk=rated.pk).update(
            stage="exploration", moved_by=Decision.objects.get(pk=explore.pk)
        )


def test_a_decision_from_before_it_came_back_is_too_late(scene, rated):
    slow = propose(scene, rated, "p1", "reject")
    parked = through(scene, rated, "px", "park")
    resumed = through(scene, parked, "px", "resume")
    assert resumed.stage == Stage.SCREENING
    decide_and_settle(scene, slow)
    assert fresh(rated).stage == Stage.SCREENING


def test_a_body_above_that_takes_a_proposal_over_can_let_it_have_its_effect(scene, rated):
    decision = propose(scene, rated, "p1", "explore", meeting=None)
    board = make_scene_board(scene)
    with looking(scene.group.secretary) as secretary:
        decision = Decision.objects.select_related("body", "network").get(pk=decision.pk)
        taken_over = actions.bring_before(
            decision, by=secretary, reason="Te groot voor ons.", body=board.body
        )
        newest = queries.story(secretary, rated)[0]
        assert newest.title == f"Voorgelegd aan {board.body}, als {taken_over.number}"
        assert newest.text == "Te groot voor ons."
    meeting = make_meeting(board)
    with looking(board.secretary) as secretary:
        taken_over = Decision.objects.select_related("body", "network").get(pk=taken_over.pk)
        governance.fill_agenda(meeting, by=secretary)
        taken_over.refresh_from_db()
    decide(board, taken_over, "fff")
    with looking(board.secretary) as secretary:
        actions.settle(taken_over, by=secretary)
        actions.settle(Decision.objects.get(pk=taken_over.pk), by=secretary)
        elsewhere = governance.open_decision(board.body, by=secretary, type="other", title="Iets")
        upward = actions.bring_before(elsewhere, by=secretary, reason="x", body=scene.body)
        assert actions.settle(upward, by=secretary) is None
    assert fresh(rated).stage == Stage.EXPLORATION


# ------------------------------------------------------------------------------------ a topic of the group itself


def test_a_group_names_a_topic_itself_and_it_starts_in_exploration(scene):
    meeting = make_meeting(scene.group)
    with looking(scene.group.secretary) as secretary:
        decision = actions.name_topic(
            scene.body,
            by=secretary,
            title="Wachten op de ggz",
            problem="Mensen wachten te lang.",
            theme=scene.theme,
            explorer=scene.lead,
            due_on=soon(),
            hours_cap=40,
            meeting=meeting,
        )
        assert Initiative.objects.count() == 0
    decide_and_settle(scene, decision)
    with looking(scene.manager):
        topic = Initiative.objects.select_related("named_by", "network").get()
        assert Exploration.objects.get(initiative=topic).hours_cap == 40
    assert (topic.stage, topic.title, topic.named_by) == (Stage.EXPLORATION, "Wachten op de ggz", decision)
    assert titles(topic) == [f"{scene.body} benoemt dit onderwerp"]
    settle(scene, decision)
    with looking(scene.manager):
        assert Initiative.objects.count() == 1


def test_a_topic_that_the_group_does_not_want_begins_nowhere(scene):
    meeting = make_meeting(scene.group)
    with looking(scene.group.secretary) as secretary:
        facts = {
            "problem": "Te lang wachten.", "theme": scene.theme, "explorer": scene.lead, "due_on": soon(),
        }  # fmt: skip
        with refused("een naam"):
            actions.name_topic(scene.body, by=secretary, title="", **facts)
        with refused("na vandaag"):
            actions.name_topic(
                scene.body, by=secretary, title="x", **{**facts, "due_on": timezone.localdate()}
            )
        decision = actions.name_topic(scene.body, by=secretary, title="Wachten", meeting=meeting, **facts)
    decide_and_settle(scene, decision, "aaa")
    with as_platform(scene.network):
        assert Initiative.objects.count() == 0
        scene.body.mandates.update(decision_types=["p3"])
    meeting = make_meeting(scene.group)
    with looking(scene.group.secretary) as secretary:
        decision = actions.name_topic(scene.body, by=secretary, title="Wachten", meeting=meeting, **facts)
    decide_and_settle(scene, decision)
    with looking(scene.manager), refused("ander netwerk"):
        actions.name_topic(
            scene.body, by=scene.manager, title="x", **{**facts, "theme": make_theme(make_network(), "spoed")}
        )
    with as_platform(scene.network):
        assert Initiative.objects.count() == 0


# ------------------------------------------------------------------------------------ P2


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


# ------------------------------------------------------------------------------------ P3


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


def test_a_member_without_a_seat_is_not_asked(scene, idea):
    invite(scene, idea)
    with looking(make_member(scene.network)) as person, refused("Alleen"):
        actions.assess(idea, by=person, answers={})
