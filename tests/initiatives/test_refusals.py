"""What is refused in the life of an initiative, and why: too early, too late, by nobody, or of elsewhere."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from schakel.governance.models import Mandate
from schakel.initiatives import actions, permissions
from schakel.initiatives.actions.effects import _publish_advice
from schakel.initiatives.actions.halting import end_halt
from schakel.initiatives.models import Commitment, EmbeddingPlan, Exploration, LineOwner, Remeasurement
from schakel.initiatives.rules import (
    MOST_MENTIONS,
    VERDICTS,
    CommitmentStatus,
    HaltOutcome,
    OwnerState,
    Stage,
    Terms,
    missing_terms,
    why_not_award,
)
from schakel.web.refusal import Refused
from tests.factories.embedding import adopt, embed, finish
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    ANSWERS,
    fresh,
    full_plan,
    make_idea,
    make_initiative,
    take_in,
    through,
)
from tests.factories.network import make_member, make_network
from tests.initiatives.test_money import decide, make_line, planned

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


# --- Rules


def verdict_that_needs(need: str):
    return next(
        one for gate in VERDICTS.values() for one in gate if need in {str(one.value) for one in one.needs}
    )


@pytest.mark.parametrize("field", ["due_on", "extended_to"])
def test_a_day_of_a_verdict_lies_after_today(field):
    one, today = verdict_that_needs(field), date(2026, 3, 2)
    assert missing_terms(one, Terms(**{field: today}), today=today)[field] == "Kies een dag na vandaag."
    assert field not in missing_terms(one, Terms(**{field: date(2026, 3, 3)}), today=today)


def test_a_project_is_of_the_first_or_the_second_phase():
    one = verdict_that_needs("phase")
    assert "phase" in missing_terms(one, Terms(phase=3), today=date(2026, 3, 2))
    assert "phase" not in missing_terms(one, Terms(phase=2), today=date(2026, 3, 2))


def test_an_award_is_written_down_when_it_is_there_and_may_be_older_than_the_decision():
    decided, today = date(2026, 3, 2), date(2026, 4, 1)
    assert "Deze dag moet nog komen" in str(why_not_award(decided, date(2026, 4, 2), today))
    assert why_not_award(decided, date(2026, 3, 1), today) is None


# --- Intake and moving


def test_an_idea_is_taken_in_only_under_a_mandate_that_covers_it(scene):
    idea = make_idea(scene)
    with as_platform(scene.network):
        Mandate.objects.exclude(delegated_to="").update(stages=["preparation"])
    with pytest.raises(Refused) as refused:
        take_in(scene, idea)
    assert "mandaat" in refused.value.reason
    assert fresh(idea).stage == Stage.SUBMITTED


def test_a_plan_that_stops_while_it_waits_for_money_leaves_its_place_in_the_queue(scene):
    waiting = decide(scene, planned(scene, line := make_line(scene)), "await_funding", funding_line=line)
    assert waiting.waits_for_id == line.pk
    with time_machine.travel(timezone.now() + timedelta(days=400), tick=False):
        stopped = through(scene, waiting, "p3", "stop")
    assert (stopped.stage, stopped.waits_for_id) == (Stage.STOPPED, None)


def test_an_exploration_without_advice_publishes_nothing(in_exploration):
    with as_platform(in_exploration.network):
        _publish_advice(in_exploration)
        assert Exploration.objects.get(initiative=in_exploration).published_at is None


def test_the_end_of_an_emergency_stop_that_never_was_changes_nothing(scene, in_preparation):
    with as_platform(scene.network):
        end_halt(in_preparation, in_preparation.moved_by, HaltOutcome.LIFTED)
    assert fresh(in_preparation).halted_on is None


# --- Who leaves lets a promise go


def promise_of(scene, initiative) -> Commitment:
    full_plan(scene, initiative)
    with as_platform(scene.network):
        return Commitment.objects.select_related("initiative__network", "partner", "network").filter(
            initiative=initiative
        )[0]


def test_a_promise_is_let_go_with_a_reason_and_asked_of_another_partner_or_of_nobody(scene, in_preparation):
    promise = promise_of(scene, in_preparation)
    other = next(one for one in scene.partners if one.pk != promise.partner_id)
    with looking(scene.manager) as manager:
        with pytest.raises(Refused, match="Schrijf op waarom"):
            actions.release_commitment(promise, by=manager, to=other, reason=" ")
        asked = actions.release_commitment(promise, by=manager, to=other, reason="Fusie")
        assert (asked.partner, asked.status) == (other, CommitmentStatus.ASKED)
        assert actions.release_commitment(asked, by=manager, to=None, reason="Toch niet") is None
    with looking(scene.lead) as lead, pytest.raises(Refused):
        actions.release_commitment(promise, by=lead, to=None, reason="Zomaar")


# --- Embedding and what comes after


def test_a_part_that_a_partner_works_with_stays_and_one_that_nobody_uses_goes(scene, in_pilot):
    embed(scene, in_pilot)
    with looking(scene.lead) as lead:
        actions.write_embedding(fresh(in_pilot), by=lead, components=["Het nummer", "De folder"])
        actions.write_embedding(fresh(in_pilot), by=lead, components=["Het nummer"], agreed_share_percent=70)
    adopt(scene, in_pilot)
    with (
        looking(scene.lead) as lead,
        pytest.raises(Refused, match="Dat onderdeel kan niet weg"),
    ):
        actions.write_embedding(fresh(in_pilot), by=lead, components=["De folder"])
    with as_platform(scene.network):
        plan = EmbeddingPlan.objects.get(initiative=in_pilot)
        assert plan.agreed_share_percent == 70
        assert [one.name for one in plan.components.all()] == ["Het nummer"]


def test_what_is_not_given_of_an_embedding_plan_stays(scene, in_pilot):
    embed(scene, in_pilot)
    with looking(scene.lead) as lead:
        plan = actions.write_embedding(fresh(in_pilot), by=lead, training="Een dag voor iedereen.")
        assert [one.name for one in plan.components.all()] == ["Het nummer"]
        assert plan.training == "Een dag voor iedereen."
        assert plan.work_instruction == "Wie ontslaat, geeft het nummer mee."


def test_a_partner_that_carries_it_already_is_not_asked_again_when_another_one_leaves(scene, in_pilot):
    embed(scene, in_pilot, *scene.partners[:2])
    with as_platform(scene.network):
        first, second = LineOwner.objects.select_related(
            "network", "partner", "embedding__initiative"
        ).order_by("partner__position")
    with looking(scene.manager) as manager:
        kept = actions.hand_over_line_owner(first, by=manager, reason="Treedt uit", to=second.partner)
        assert (kept.pk, kept.state, kept.answered_by) == (second.pk, OwnerState.ACCEPTED, scene.directors[1])
        assert [one.partner for one in LineOwner.objects.all()] == [second.partner]


def test_a_report_that_is_written_again_tells_its_story_once(scene, in_pilot):
    with looking(scene.lead) as lead:
        for result in ("Mensen bellen.", "Mensen bellen één nummer."):
            actions.write_report(fresh(in_pilot), by=lead, kind="pilot", result=result)
        assert [one.text for one in in_pilot.story.filter(icon="doc", text__startswith="Mensen")] == [
            "Mensen bellen."
        ]
        assert in_pilot.reports.get().result == "Mensen bellen één nummer."


@pytest.mark.parametrize(
    ("days", "holds", "reason"),
    [(1, "yes", "Deze dag moet nog komen"), (0, "misschien", "Kies of het goed blijft gaan")],
)
def test_a_measurement_after_the_end_has_a_day_that_was_and_an_answer_that_is_one(scene, days, holds, reason):
    done = finish(scene, make_initiative(scene, Stage.PILOT))
    with looking(scene.lead) as lead:
        measurement = Remeasurement.objects.filter(initiative=done).order_by("due_on")[0]
        with pytest.raises(Refused, match=reason):
            actions.record_remeasurement(
                measurement,
                by=lead,
                done_on=TODAY() + timedelta(days=days),
                holds=holds,
                finding="Het loopt.",
            )


def test_what_belongs_to_a_later_stage_is_refused_with_where_it_stands_now(scene, in_screening):
    partner = scene.partners[0]
    owner = LineOwner(
        network=scene.network,
        partner=partner,
        embedding=EmbeddingPlan(network=scene.network, initiative=in_screening),
    )
    exploration = Exploration(network=scene.network, initiative=in_screening)
    with looking(scene.lead) as lead:
        for reason in (
            permissions.why_not_accept_embedding(lead, owner),
            permissions.why_not_record_adoption(lead, in_screening, partner),
            permissions.why_not_remeasure(lead, in_screening, []),
            permissions.why_not_keep_risks(lead, in_screening),
            permissions.why_not_write_survey(lead, in_screening),
            permissions.why_not_give_view(lead, exploration, partner),
            permissions.why_not_halt(lead, in_screening, is_for_safety=True),
        ):
            assert reason is not None
            assert "Wordt beoordeeld" in reason or "beoordeeld" in reason.lower()


def test_nobody_answers_a_point_of_what_is_finished_or_stopped(scene, in_screening):
    in_screening.stage = Stage.STOPPED
    with looking(scene.manager) as manager:
        reason = permissions.why_not_answer_point(manager, in_screening)
    assert reason == "Dit initiatief is klaar of gestopt. Er verandert niets meer aan."


def test_the_platform_never_speaks_for_people(scene, in_pilot, in_exploration):
    plan = EmbeddingPlan(network=scene.network, initiative=in_pilot)
    owner = LineOwner(network=scene.network, partner=scene.partners[0], embedding=plan)
    exploration = Exploration(network=scene.network, initiative=in_exploration)
    with as_platform(scene.network):
        assert "Alleen een mens" in permissions.why_not_accept_embedding(None, owner)
        assert "Alleen een mens" in permissions.why_not_give_view(None, exploration, scene.partners[0])
        assert "Alleen een mens" in permissions.why_not_write_note(None, in_pilot, "network")
        assert not permissions.reads_internal_notes(None, in_pilot)


def test_only_the_office_withdraws_what_somebody_else_added_and_writes_down_an_idea_of_a_resident(
    scene, in_screening
):
    with looking(scene.lead) as lead:
        assert permissions.why_not_withdraw_document(lead, in_screening)
        assert permissions.why_not_write_for_resident(lead, scene.network)
    with looking(scene.manager) as manager:
        assert permissions.why_not_withdraw_document(manager, in_screening) is None
        assert permissions.why_not_write_for_resident(manager, scene.network) is None


def test_an_idea_of_a_resident_that_is_sent_in_twice_is_one_idea(scene):
    once = uuid4()
    with looking(scene.manager) as manager:
        told = {"by": manager, "once_token": once, "answers": ANSWERS}
        first = actions.submit_for_resident(scene.network, **told)
        assert actions.submit_for_resident(scene.network, **told) == first


# --- Talk


def test_a_note_names_a_handful_of_people_each_of_this_network(scene, in_screening):
    many = [make_member(scene.network) for _one in range(MOST_MENTIONS + 1)]
    stranger = make_member(make_network(), name="Vreemde Bezoeker")
    with looking(scene.manager) as manager:
        for people, reason in (
            (many, f"Noem hoogstens {MOST_MENTIONS} mensen"),
            ([stranger], "Vreemde Bezoeker hoort niet bij dit netwerk"),
        ):
            with pytest.raises(Refused, match=reason):
                actions.write_note(
                    in_screening, by=manager, once_token=uuid4(), text="Lees dit", mentions=people
                )


def test_a_note_that_is_kept_as_it_was_is_not_called_changed(scene, in_screening):
    with looking(scene.manager) as manager:
        note = actions.write_note(in_screening, by=manager, once_token=uuid4(), text="Lees dit")
        assert actions.change_note(note, by=manager, text="Lees dit").n_changes == 0
        assert actions.change_note(note, by=manager, text="Lees dit eens").n_changes == 1
