"""Between a decision and its effect: what it waits for, what ends it, and what a body above may still change."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import Body, Condition, Decision
from schakel.governance.queries import open_consents
from schakel.governance.rules import DecisionStatus
from schakel.initiatives import actions, queries
from schakel.initiatives.models import Commitment, Initiative, Proposal, StoryEvent
from schakel.initiatives.rules import Stage
from tests.factories.browsing import Browser, text
from tests.factories.consents import consent, request_of
from tests.factories.governance import Group, as_platform, looking, make_group, make_meeting
from tests.factories.governance import decide as vote
from tests.factories.initiatives import (
    GATES,
    confirm_all,
    decide_and_settle,
    freeze,
    fresh,
    full_plan,
    invite,
    make_idea,
    make_mandate,
    propose,
    rate,
    settle,
    soon,
    take_in,
    through,
)
from tests.factories.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready(scene, in_preparation) -> Initiative:
    """An initiative of which the plan is frozen and every promise confirmed."""
    full_plan(scene, in_preparation)
    confirm_all(scene, in_preparation)
    freeze(scene, in_preparation)
    return in_preparation


def found(decision: Decision) -> Decision:
    rows = Decision.objects.select_related("network", "body__network", "body__parent", "ratifies")
    return rows.get(pk=decision.pk)


def refused_start(scene, initiative) -> Decision:
    """A start that the group carried and the hospital does not consent to."""
    decision = vote(scene.group, propose(scene, initiative, "p3", "start"), "fff")
    settle(scene, decision)
    hospital = scene.directors[0]
    with looking(hospital):
        governance.refuse_consent(request_of(decision, hospital, "ziekenhuis"), by=hospital, reason="Nee.")
    return decision


# --------------------------------------------------------------------------- a promise that was taken back


def test_a_start_waits_for_a_promise_that_was_taken_back_and_goes_on_when_it_is_there_again(scene, ready):
    decision = propose(scene, ready, "p3", "start")
    hospital, insurer = scene.directors[0], scene.directors[2]
    with looking(hospital):
        promise = Commitment.objects.select_related("network", "initiative__network", "partner").get(
            initiative_id=ready.pk
        )
        actions.decline_commitment(promise, by=hospital, answer="Toch niet.")
    decision = vote(scene.group, decision, "fff")
    consent(decision, hospital, "ziekenhuis")
    settle(scene, consent(decision, insurer, "verzekeraar"))
    settle(scene, decision)
    assert fresh(ready).stage == Stage.PREPARATION
    with as_platform(scene.network):
        assert found(decision).status == DecisionStatus.VALID
        assert Proposal.objects.get(decision=decision).settled_at is None
        [told] = StoryEvent.objects.filter(decision=decision, title__contains="het gevolg wacht")
        assert "0 van 1 toezegging" in told.text
    with looking(hospital):
        actions.confirm_commitment(promise, by=hospital)
    assert fresh(ready).stage == Stage.PILOT
    with as_platform(scene.network):
        points = Proposal.objects.get(decision=decision).checklist["points"]
        assert {one["code"] for one in points if one["state"] == "missing"} == set()


def test_who_takes_the_decision_reads_that_its_effect_waits_and_for_what(scene, ready):
    decision = propose(scene, ready, "p3", "start")
    with as_platform(scene.network):
        Commitment.objects.filter(initiative_id=ready.pk).update(
            status="asked", answered_by=None, answered_at=None
        )
    decision = vote(scene.group, decision, "fff")
    consent(decision, scene.directors[0], "ziekenhuis")
    taken = consent(decision, scene.directors[2], "verzekeraar")
    settle(scene, taken)
    with looking(scene.group.secretary):
        assert "0 van 1 toezegging" in queries.effect_waits_for(found(taken))
    # What it waits for changes: the reason is the one of now, not the one that was told first.
    with as_platform(scene.network):
        Condition.objects.create(
            network=scene.network,
            decision=found(scene.decisions[0]),
            text="Vraag de wijk",
            due_on=timezone.localdate() - timedelta(days=1),
            owner_name="Trekker",
        )
    with looking(scene.group.secretary):
        assert "Vraag de wijk" in queries.effect_waits_for(found(taken))
    with as_platform(scene.network):
        Condition.objects.update(met_on=timezone.localdate(), met_note="Gedaan.")
    confirm_all(scene, ready)
    with looking(scene.group.secretary):
        assert queries.effect_waits_for(found(taken)) == ""


# --------------------------------------------------------------------------- what a later decision replaces


def test_a_later_decision_replaces_an_earlier_one_and_both_say_so_in_every_list(scene, in_screening):
    parked = through(scene, in_screening, "p1", "park")
    early = found_by_number(scene, scene.decisions[-1].number)
    assert early.back_on == parked.wake_on
    through(scene, in_screening, "px", "resume")
    resumed = scene.decisions[-1]
    browser = Browser(scene.network, scene.group.secretary)
    page = text(browser.get(f"besluiten/{early.number}/"))
    assert "Dit besluit is vervangen." in page
    assert f"{resumed.number} van" in page
    assert "Terug op de agenda" in page
    assert "Vervangt" in text(browser.get(f"besluiten/{resumed.number}/"))
    assert f"vervangen door {resumed.number}" in text(browser.get("besluiten/"))
    listed = text(browser.get(f"overleggen/{early.meeting.number}/besluitenlijst/"))
    assert f"Vervangen door {resumed.number}." in listed
    assert "Terug op de agenda op" in listed
    with as_platform(scene.network), refused("al vervangen"):
        governance.replace_decision(found(resumed), earlier=early, by=None)


def test_only_what_counts_replaces_and_only_what_counts_is_replaced(scene, in_preparation):
    waiting = propose(scene, in_preparation, "p3", "park", closes_at=timezone.now() + timedelta(days=3))
    early = scene.decisions[0]
    with as_platform(scene.network):
        for later, first in ((waiting, early), (early, waiting)):
            with refused("Alleen een besluit dat geldt, vervangt"):
                governance.replace_decision(found(later), earlier=found(first), by=None)


def test_what_waits_comes_back_only_by_a_decision_that_has_its_effect(scene, in_preparation):
    written = timezone.now() + timedelta(days=3)
    late = propose(scene, in_preparation, "p3", "park", closes_at=written)
    through(scene, in_preparation, "px", "park")
    assert found_by_number(scene, scene.decisions[-1].number).back_on == soon()
    vote_in_writing(scene.group, late)
    taken = found_by_number(scene, late.number)
    assert (taken.is_valid, taken.back_on) == (True, None), "the initiative was parked already"


def test_what_waits_comes_back_on_no_day_when_its_decision_never_counted(scene, in_preparation):
    hangs = vote(scene.group, propose(scene, in_preparation, "p3", "park"), "fxx")
    settle(scene, hangs)
    assert found_by_number(scene, hangs.number).back_on == soon(), "it may still count"
    through(scene, in_preparation, "px", "park")
    gone = found_by_number(scene, hangs.number)
    assert (gone.status, gone.back_on) == (DecisionStatus.WITHDRAWN, None)


def test_the_newest_decision_at_a_gate_replaces_the_one_before_but_not_what_was_handed_up(
    scene, in_screening
):
    through(scene, in_screening, "p1", "escalate")
    handed = scene.decisions[-1]
    assert replaced(handed) is None
    with as_platform(scene.network):
        Initiative.objects.filter(pk=in_screening.pk).update(body=scene.body)
    through(scene, in_screening, "p1", "reject")
    rejected = scene.decisions[-1]
    assert replaced(rejected) is None
    through(scene, in_screening, "px", "uphold")
    assert replaced(scene.decisions[-1]) == rejected
    through(scene, in_screening, "p1", "park")
    assert replaced(scene.decisions[-1]) is None, "what was upheld replaced the rejection already"


def replaced(decision: Decision) -> Decision | None:
    with as_platform(decision.network):
        return found(decision).supersedes


def found_by_number(scene, number: str) -> Decision:
    with as_platform(scene.network):
        return Decision.objects.select_related("network", "body", "meeting").get(number=number)


def test_who_brought_the_idea_in_is_named_beside_the_seat(scene, in_screening):
    with as_platform(scene.network):
        Initiative.objects.filter(pk=in_screening.pk).update(submitted_by=scene.group.people[1])
    decision = propose(scene, in_screening, "p1", "park")
    page = text(Browser(scene.network, scene.group.secretary).get(f"besluiten/{decision.number}/stemmen/"))
    assert page.count("diende dit idee in") == 1
    written = propose(
        scene, make_idea_in_screening(scene), "p1", "park", closes_at=timezone.now() + timedelta(days=3)
    )
    for person, is_told in ((scene.group.people[1], False), (scene.group.people[2], True)):
        page = text(Browser(scene.network, person).get(f"besluiten/{written.number}/stem/"))
        assert ("U diende dit idee in." in page) == is_told


def make_idea_in_screening(scene) -> Initiative:
    return take_in(scene, make_idea(scene, by=scene.group.people[2]))


# --------------------------------------------------------------------------- a consent that was refused


def test_a_decision_that_does_not_count_is_taken_back_with_the_reason_and_another_can_follow(scene, ready):
    decision = refused_start(scene, ready)
    with looking(scene.lead) as lead, refused("trek het voorstel in"):
        actions.begin_plan(fresh(ready), by=lead)
    secretary = Browser(scene.network, scene.group.secretary)
    page = f"besluiten/{decision.number}/"
    assert "Trek dit besluit in" in text(secretary.get(page))
    assert secretary.post(f"{page}intrekken/", reason="").status_code == 422
    assert secretary.post(f"{page}intrekken/", reason="Het ziekenhuis doet niet mee.").status_code == 302
    with as_platform(scene.network):
        gone = found(decision)
        assert (gone.status, gone.reason) == (DecisionStatus.WITHDRAWN, "Het ziekenhuis doet niet mee.")
        assert gone.decided_on is not None, "that the group voted stays readable"
        assert not open_consents(scene.network).exists(), "the insurer is asked no more"
        assert StoryEvent.objects.filter(decision=decision, text="Het ziekenhuis doet niet mee.").exists()
    with looking(scene.lead) as lead:
        assert actions.begin_plan(fresh(ready), by=lead).version == 2
    assert through(scene, ready, "p3", "redo").stage == Stage.PREPARATION


def test_only_who_may_put_something_on_the_agenda_takes_it_back_and_never_what_counts(scene, ready):
    make_mandate(scene.board, *GATES)
    decision = refused_start(scene, ready)
    with looking(scene.submitter), refused("agenda"):
        governance.withdraw_decision(found(decision), by=scene.submitter, reason="Zomaar.")
    with looking(scene.manager) as manager:
        asked = governance.ratify(found(decision), by=manager, body=scene.board)
    with looking(scene.group.secretary) as secretary, refused("Trek dat voorstel eerst in"):
        governance.withdraw_decision(found(decision), by=secretary, reason="Toch niet.")
    with looking(scene.manager) as manager:
        governance.withdraw_decision(found(asked), by=manager, reason="Niet nodig.")
    with looking(scene.group.secretary) as secretary:
        governance.withdraw_decision(found(decision), by=secretary, reason="Toch niet.")
        with refused("ingetrokken"):
            governance.withdraw_decision(found(decision), by=secretary, reason="Nog eens.")
    valid = scene.decisions[0]
    with looking(scene.group.secretary) as secretary, refused("al vastgelegd"):
        governance.withdraw_decision(found(valid), by=secretary, reason="Toch niet.")


def test_what_does_not_count_yet_ends_when_the_initiative_moves_and_the_parked_one_wakes(scene, ready):
    decision = refused_start(scene, ready)
    parked = through(scene, ready, "px", "park")
    with as_platform(scene.network):
        gone = found(decision)
        assert gone.status == DecisionStatus.WITHDRAWN
        assert scene.decisions[-1].number in gone.reason
        assert not open_consents(scene.network).exists()
        [due] = queries.due_for_body(scene.body, parked.wake_on + timedelta(days=5))
        assert due.initiative == parked


# --------------------------------------------------------------------------- a body above takes it over


def test_who_takes_a_proposal_over_can_amend_it_and_choose_what_needs_a_day(scene, in_screening):
    above = make_group(scene.network, name="Hoger", n=3)
    make_mandate(above.body, *GATES)
    invite(scene, in_screening)
    rate(scene, in_screening)
    decision = propose(scene, in_screening, "p1", "explore")
    with looking(scene.group.secretary) as secretary:
        made = actions.bring_before(found(decision), by=secretary, reason="Te groot.", body=above.body)
    browser = Browser(scene.network, above.secretary)
    at = f"initiatieven/{in_screening.number}/poort/"
    gate = browser.get(at).content.decode()
    assert "Pas het voorstel aan" in gate
    [link] = {
        part.split('"')[0]
        for part in gate.split('href="')
        if made.number in part.split('"')[0] and "aanpassen" in part
    } or {""}
    assert browser.client.get(link).status_code == 200
    with looking(above.secretary) as secretary:
        actions.amend_proposal(
            found(made),
            by=secretary,
            terms=actions.ProposedTerms(wake_on=soon(), public_reason="Eerst de cijfers."),
        )
    with looking(above.secretary) as secretary:
        meeting = make_meeting(above)
        governance.add_agenda_item(
            above.body, by=secretary, kind="decision", title="Te groot", meeting=meeting, decision=found(made)
        )
        governance.record_attendance(meeting, by=secretary, present=above.present("fff"))
        governance.record_votes(found(made), by=secretary, votes=above.votes("fff"), verdict="park")
        taken = governance.close_decision(found(made), by=secretary)
        actions.settle(taken, by=secretary)
    assert fresh(in_screening).stage == Stage.PARKED


def vote_in_writing(group: Group, decision: Decision) -> None:
    """Everybody is for, and the secretary closes the round with its effect."""
    for seat, person in zip(group.seats, group.people, strict=True):
        with looking(person):
            governance.cast_vote(found(decision), by=person, seat=seat, choice="for")
    with looking(group.secretary) as secretary:
        actions.settle(governance.close_decision(found(decision), by=secretary), by=secretary)


def handed_up_by(scene, initiative, body: Group) -> Initiative:
    """A proposal to let the body above decide, laid before another body that carries it in writing."""
    make_mandate(body.body, *GATES)
    decision = propose(scene, initiative, "p1", "escalate")
    with looking(scene.group.secretary) as secretary:
        made = actions.bring_before(found(decision), by=secretary, reason="Te groot.", body=body.body)
    with looking(body.secretary) as secretary:
        later = timezone.now() + timedelta(days=1)
        governance.put_in_writing(found(made), by=secretary, closes_at=later)
    vote_in_writing(body, made)
    return fresh(initiative)


def test_a_body_far_above_that_is_asked_to_let_the_body_above_decide_takes_charge_itself(scene, in_screening):
    council = make_group(scene.network, n=3)
    with as_platform(scene.network):
        Body.objects.filter(pk=scene.board.pk).update(parent=council.body)
    now = handed_up_by(scene, in_screening, council)
    assert (now.stage, now.body) == (Stage.SCREENING, council.body)


def test_a_body_beside_the_one_in_charge_hands_up_and_never_takes_charge(scene, in_screening):
    sister = make_group(scene.network, n=3, parent=scene.board)
    now = handed_up_by(scene, in_screening, sister)
    assert (now.stage, now.body) == (Stage.SCREENING, scene.board)


def test_what_nobody_could_decide_goes_up_no_more_when_the_initiative_went_on(scene, in_screening):
    make_mandate(scene.board, *GATES)
    decision = vote(scene.group, propose(scene, in_screening, "p1", "reject"), "rrr")
    settle(scene, decision)
    through(scene, in_screening, "p1", "park")
    with looking(scene.group.secretary) as secretary, refused("het staat nu op “Geparkeerd”"):
        actions.bring_before(found(decision), by=secretary, reason="Iedereen was betrokken.")


# --------------------------------------------------------------------------- another plan while it goes on


def test_a_larger_plan_asks_the_ceiling_and_the_plan_voted_on_is_the_one_that_counts(scene, in_pilot):
    with as_platform(scene.network):
        scene.body.mandates.filter(decision_types__contains=["px"]).update(ceiling_eur=50_000)

    def version(amount: int) -> None:
        with looking(scene.lead) as lead:
            plan = actions.begin_plan(fresh(in_pilot), by=lead)
            [line] = list(plan.budget_lines.all())
            rows = [{"key": line.key, "amount_eur": Decimal(amount)}]
            actions.write_part(plan, by=lead, part="budget_lines", rows=rows)
            actions.freeze_plan(plan, by=lead)

    version(60_000)
    decision = propose(scene, in_pilot, "px", "change_scope")
    assert (decision.amount_eur, decision.asks_money) == (60_000, True)
    with refused("ligt een voorstel"):
        version(90_000)
    decide_and_settle(scene, decision)
    with as_platform(scene.network):
        assert found(decision).status == DecisionStatus.PROVISIONAL
        assert not found(decision).judgement.proof("mandate").ok
    assert fresh(in_pilot).agreed_plan_id == in_pilot.agreed_plan_id
