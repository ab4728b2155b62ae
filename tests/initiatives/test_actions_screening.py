"""P1: what the group decides about an idea, and a topic that it names itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import Decision
from schakel.initiatives import actions, queries
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.models import Exploration, Initiative, Proposal, StoryEvent
from schakel.initiatives.rules import Stage
from tests.factories.governance import (
    as_platform,
    decide,
    looking,
    make_mandate,
    make_meeting,
)
from tests.factories.initiatives import (
    decide_and_settle,
    explored,
    fresh,
    invite,
    make_initiative,
    propose,
    rate,
    settle,
    soon,
    through,
)
from tests.factories.network import make_network, make_theme
from tests.factories.refusals import refused
from tests.worlds import world

pytestmark = pytest.mark.django_db


def titles(initiative: Initiative) -> list[str]:
    with as_platform(initiative.network):
        return list(
            StoryEvent.objects.filter(initiative=initiative)
            .order_by("recorded_at")
            .values_list("title", flat=True)
        )


@world
def rated(scene, in_screening):
    invite(scene, in_screening)
    rate(scene, in_screening)
    return fresh(in_screening)


def test_exploring_waits_for_enough_answers(scene, in_screening):
    with refused("Genoeg mensen beoordeelden het"):
        propose(scene, in_screening, "p1", "explore")
    assert propose(scene, in_screening, "p1", "reject").verdict == "reject"


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
