"""Taking a decision in the browser: said in words first, judged by governance, and the initiative moves with it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import Condition, ConsentRequest, Decision
from schakel.initiatives.actions import ProposedTerms, bring_before, name_topic
from schakel.initiatives.models import Initiative
from schakel.initiatives.rules import Stage
from tests.factories.browsing import Browser, text
from tests.factories.governance import (
    Group,
    as_platform,
    looking,
    make_body,
    make_decision,
    make_group,
    make_mandate,
    make_meeting,
    state_of,
)
from tests.factories.initiatives import (
    Scene,
    confirm_all,
    freeze,
    fresh,
    full_plan,
    invite,
    make_initiative,
    make_scene,
    propose,
    rate,
    soon,
)
from tests.factories.network import make_network

pytestmark = pytest.mark.django_db

NO = 403
WRONG = 422
NO_CONDITIONS = {"voorwaarde-TOTAL_FORMS": "0", "voorwaarde-INITIAL_FORMS": "0"}


def secretary_of(group: Group) -> Browser:
    """The secretary at a browser."""
    return Browser(group.network, group.secretary)


def vote(group: Group, decision: Decision, letters: str) -> None:
    """The secretary wrote down who was there and what they said."""
    with looking(group.secretary) as by:
        decision.refresh_from_db()
        actions.record_attendance(decision.meeting, by=by, present=group.present(letters))
        actions.record_votes(decision, by=by, votes=group.votes(letters))


def closing(group: Group, decision: Decision, **more: str) -> dict[str, str]:
    """The fields of the page that takes a decision; its mark is read off the page."""
    page = text(secretary_of(group).get(f"besluiten/{decision.number}/vaststellen/"))
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    return {
        "seen": seen,
        "reason": "Het plan is goed.",
        "public_reason": "",
        "effective_on": "",
        **NO_CONDITIONS,
        **more,
    }


def take(group: Group, decision: Decision, **more: str) -> Any:
    """Take the decision in the browser."""
    return secretary_of(group).post(
        f"besluiten/{decision.number}/vaststellen/", **closing(group, decision, **more)
    )


def at_screening(scene: Scene, **facts: Any) -> tuple[Initiative, Decision]:
    """An idea that everybody rated, and the proposal to explore it in a meeting of the group."""
    idea = make_initiative(scene, Stage.SCREENING)
    invite(scene, idea)
    rate(scene, idea)
    return idea, propose(scene, idea, "p1", "explore", **facts)


# Before anything is decided


def test_before_closing_it_is_said_what_will_happen(group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    vote(group, decision, "fff")
    page = text(secretary_of(group).get(f"besluiten/{decision.number}/vaststellen/"))
    assert "Het besluit geldt meteen." in page
    assert "Neem dit besluit" in page
    assert state_of(decision) == "open"


def test_before_closing_it_is_said_what_is_missing(group: Group) -> None:
    decision = make_decision(group)
    vote(group, decision, "fff")
    page = text(secretary_of(group).get(f"besluiten/{decision.number}/vaststellen/"))
    assert "Het besluit blijft onder voorbehoud en verandert nog niets." in page
    assert "De groep heeft geen mandaat voor starten (P3)." in page
    assert "Neem dit besluit onder voorbehoud" in page


def test_without_a_vote_the_page_that_takes_it_leads_back_to_the_votes(group: Group) -> None:
    decision = make_decision(group)
    browser = secretary_of(group)
    where = f"besluiten/{decision.number}/vaststellen/"
    assert browser.get(where).url.endswith("/stemmen/")
    assert "Leg eerst vast wie er bij het overleg is." in text(
        browser.get(f"besluiten/{decision.number}/stemmen/")
    )
    vote(group, decision, "sss")
    assert browser.post(where, reason="Zomaar.", **NO_CONDITIONS).url.endswith("/stemmen/")
    assert "Er is nog geen stem vastgelegd." in text(browser.get(f"besluiten/{decision.number}/stemmen/"))
    assert state_of(decision) == "open"


def test_before_closing_it_is_said_when_it_is_not_carried(group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    vote(group, decision, "faa")
    page = text(secretary_of(group).get(f"besluiten/{decision.number}/vaststellen/"))
    assert "Geen meerderheid: 1 voor, 2 tegen, 0 onthouding." in page
    assert "Leg vast: niet aangenomen" in page


def test_a_topic_that_the_group_names_itself_has_no_page_yet_and_is_decided_about_all_the_same() -> None:
    scene = make_scene()
    with looking(scene.group.secretary) as by:
        decision = name_topic(
            scene.body,
            by=by,
            title="Wachten op de ggz",
            problem="Mensen wachten te lang.",
            theme=scene.theme,
            explorer=scene.manager,
            due_on=soon(),
            meeting=make_meeting(scene.group),
        )
    vote(scene.group, decision, "fff")
    assert take(scene.group, decision).status_code == 302
    with as_platform(scene.network):
        assert Initiative.objects.get(title="Wachten op de ggz").stage == Stage.EXPLORATION


# Taking it


def test_the_secretary_takes_a_decision_with_a_condition(group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    vote(group, decision, "fff")
    day = (timezone.localdate() + timedelta(days=30)).isoformat()
    condition = {
        "voorwaarde-TOTAL_FORMS": "2",
        "voorwaarde-0-text": "Stel de folder op",
        "voorwaarde-0-owner_name": "Anke",
        "voorwaarde-0-due_on": day,
    }
    assert take(group, decision, **condition).status_code == 302
    assert state_of(decision) == "valid"
    with as_platform(group.network):
        assert Condition.objects.get().owner == "Anke"
    assert "Geldig besluit" in text(secretary_of(group).get(f"besluiten/{decision.number}/"))


def test_one_more_condition_keeps_everything_that_was_typed(group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    vote(group, decision, "fff")
    typed = {"voorwaarde-TOTAL_FORMS": "1", "voorwaarde-0-text": "Stel de folder op", "add": "voorwaarde"}
    response = take(group, decision, **typed)
    assert response.status_code == 200
    page = text(response)
    assert "Het plan is goed." in page
    assert "Stel de folder op" in page
    assert 'name="voorwaarde-1-text"' in page
    assert state_of(decision) == "open"


@pytest.mark.parametrize("total", ["", "x", "99999999", "-1"])
def test_a_tampered_number_of_conditions_is_no_fault(total: str, group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    vote(group, decision, "fff")
    assert take(group, decision, **{"voorwaarde-TOTAL_FORMS": total, "add": "voorwaarde"}).status_code == 200
    assert take(group, decision, **{"voorwaarde-TOTAL_FORMS": total}).status_code in {WRONG, 302}


def test_a_condition_without_owner_is_told_at_the_place(group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    vote(group, decision, "fff")
    response = take(
        group,
        decision,
        **{
            "voorwaarde-TOTAL_FORMS": "1",
            "voorwaarde-0-text": "Doe dit",
            "voorwaarde-0-due_on": "2030-01-01",
        },
    )
    assert response.status_code == WRONG
    assert "Kies een partner, of schrijf wie ervoor zorgt." in text(response)
    assert state_of(decision) == "open"


def test_a_decision_without_reason_is_not_taken_and_keeps_the_rest(group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    vote(group, decision, "fff")
    response = take(group, decision, reason="", public_reason="Voor iedereen.")
    assert response.status_code == WRONG
    assert "Voor iedereen." in text(response)
    assert state_of(decision) == "open"


@pytest.mark.parametrize(
    ("reason", "message"), [("x" * 1_000_000, "Maak het korter."), ("nul\x00", "niet kunnen bewaren")]
)
def test_words_that_cannot_be_kept_are_told_at_the_place(reason: str, message: str, group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    vote(group, decision, "fff")
    response = take(group, decision, reason=reason)
    assert response.status_code == WRONG
    assert message in text(response)


def test_pressing_twice_takes_it_once_and_shows_it_as_it_stands(group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    vote(group, decision, "fff")
    fields = closing(group, decision)
    browser, at = secretary_of(group), f"besluiten/{decision.number}/"
    assert browser.post(f"{at}vaststellen/", **fields).status_code == 302
    assert browser.post(f"{at}vaststellen/", **fields).status_code == 302
    page = text(browser.get(at))
    assert "is al vastgelegd, op" in page
    assert "Hieronder staat het zoals het is vastgelegd." in page


def test_votes_that_changed_meanwhile_are_shown_before_anything_is_taken(group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    vote(group, decision, "fff")
    fields = closing(group, decision)
    vote(group, decision, "faa")
    response = secretary_of(group).post(f"besluiten/{decision.number}/vaststellen/", **fields)
    assert response.status_code == WRONG
    assert "Iemand anders veranderde intussen iets." in text(response)
    assert "Leg vast: niet aangenomen" in text(response)
    assert "Het plan is goed." in text(response)
    assert state_of(decision) == "open"


def test_a_member_does_not_take_the_decision(group: Group) -> None:
    decision = make_decision(group)
    refused = Browser(group.network, group.people[1]).post(f"besluiten/{decision.number}/vaststellen/")
    assert refused.status_code == NO
    assert "Alleen de secretaris" in text(refused)


def test_nothing_of_another_network_is_there() -> None:
    mine, theirs = make_group(), make_group()
    decision, meeting = make_decision(theirs), make_meeting(theirs)
    stranger = Browser(theirs.network, mine.chair)
    at = f"besluiten/{decision.number}/"
    for path in (
        f"{at}vaststellen/",
        f"{at}intrekken/",
        f"{at}akkoord/zgt/inzet/",
        f"gremia/{theirs.body.slug}/aan-de-beurt/",
    ):
        assert stranger.get(path).status_code == 404
    assert stranger.post(f"overleggen/{meeting.number}/vul-agenda/").status_code == 404
    assert Browser(mine.network, mine.secretary).post("overleggen/O-1999-001/vul-agenda/").status_code == 404


# The initiative moves with it


def test_a_valid_decision_moves_the_initiative(scene: Scene) -> None:
    idea, decision = at_screening(scene)
    vote(scene.group, decision, "fff")
    page = text(secretary_of(scene.group).get(f"besluiten/{decision.number}/vaststellen/"))
    assert "wordt verkend" in page
    assert take(scene.group, decision).status_code == 302
    assert fresh(idea).stage == Stage.EXPLORATION


def test_a_decision_under_reserve_moves_nothing(scene: Scene) -> None:
    idea, decision = at_screening(scene)
    vote(scene.group, decision, "fxx")
    page = text(secretary_of(scene.group).get(f"besluiten/{decision.number}/vaststellen/"))
    assert "Pas als dat er is:" in page
    assert take(scene.group, decision).status_code == 302
    assert fresh(idea).stage == Stage.SCREENING
    assert "Wat nog ontbreekt, en wie kan helpen" in text(
        secretary_of(scene.group).get(f"besluiten/{decision.number}/")
    )


def test_a_verdict_that_needs_a_reason_for_everyone_asks_for_it(scene: Scene) -> None:
    idea, decision = at_screening(scene)
    with looking(scene.group.secretary) as by:
        actions.record_attendance(decision.meeting, by=by, present=scene.group.present("fff"))
        actions.record_votes(decision, by=by, votes=scene.group.votes("fff"), verdict="reject")
    response = take(scene.group, decision)
    assert response.status_code == WRONG
    assert "Vul dit in." in text(response)
    assert take(scene.group, decision, public_reason="Dit doet de gemeente al.").status_code == 302
    assert fresh(idea).stage == Stage.REJECTED


def test_a_verdict_that_lacks_something_else_is_not_taken_and_says_what(scene: Scene) -> None:
    idea, decision = at_screening(scene, terms=ProposedTerms(explorer=scene.lead, due_on=soon()))
    with looking(scene.group.secretary) as by:
        actions.record_attendance(decision.meeting, by=by, present=scene.group.present("fff"))
        actions.record_votes(decision, by=by, votes=scene.group.votes("fff"), verdict="park")
    response = take(scene.group, decision, public_reason="Er is nu geen tijd.")
    assert response.status_code == WRONG
    assert "Kies de dag waarop dit terugkomt op de agenda." in text(response)
    assert state_of(decision) == "open"
    assert fresh(idea).stage == Stage.SCREENING


def test_the_last_consent_moves_the_initiative() -> None:
    scene = make_scene(consents=("partners_in_plan",))
    idea = make_initiative(scene, Stage.PREPARATION)
    full_plan(scene, idea)
    confirm_all(scene, idea)
    freeze(scene, idea)
    decision = propose(scene, idea, "p3", "start")
    vote(scene.group, decision, "fff")
    assert take(scene.group, decision).status_code == 302
    assert fresh(idea).stage == Stage.PREPARATION
    with as_platform(scene.network):
        waiting = list(ConsentRequest.objects.filter(is_required=True).select_related("partner"))
    for one in waiting:
        director = Browser(scene.network, scene.director_of(one.partner))
        at = f"besluiten/{decision.number}/akkoord/{one.partner.slug}/inzet/"
        assert director.post(at, reason="").status_code == 302
    assert state_of(decision) == "valid"
    assert fresh(idea).stage in {Stage.PILOT, Stage.EXECUTION}


# Ratifying, taking back, filling an agenda


def test_a_ratified_decision_moves_the_initiative_too(scene: Scene) -> None:
    idea, decision = at_screening(scene)
    with as_platform(scene.network):
        scene.body.mandates.filter(decision_types__contains=["p1"]).update(decision_types=["p2"])
    board = make_group(scene.network, name="Raad van bestuur")
    make_mandate(board.body, "p1")
    vote(scene.group, decision, "fff")
    take(scene.group, decision)
    assert state_of(decision) == "provisional"
    meeting = make_meeting(board)
    with looking(board.secretary) as by:
        ratifying = actions.ratify(
            Decision.objects.get(pk=decision.pk), by=by, body=board.body, meeting=meeting
        )
    vote(board, ratifying, "fff")
    page = text(secretary_of(board).get(f"besluiten/{ratifying.number}/vaststellen/"))
    assert f"{decision.number} geldt daarmee ook" in page
    assert take(board, ratifying).status_code == 302
    assert state_of(decision) == "valid"
    assert fresh(idea).stage == Stage.EXPLORATION


def test_a_proposal_is_taken_back_with_a_reason(scene: Scene) -> None:
    _idea, decision = at_screening(scene)
    browser, at = secretary_of(scene.group), f"besluiten/{decision.number}/intrekken/"
    assert "gaat van de agenda" in text(browser.get(at))
    assert browser.post(at, reason="").status_code == WRONG
    for _again in range(2):
        assert browser.post(at, reason="Er komt een beter voorstel.").status_code == 302
    assert state_of(decision) == "withdrawn"
    assert Browser(scene.network, scene.group.people[1]).post(at, reason="Nee.").status_code in {302, NO}


def test_an_agenda_is_filled_with_what_is_due_also_at_the_gates(scene: Scene) -> None:
    make_decision(scene.group, meeting=None, type="other", title="Een nieuwe naam")
    meeting = make_meeting(scene.group)
    browser, at = secretary_of(scene.group), f"overleggen/{meeting.number}/"
    assert browser.post(f"{at}vul-agenda/").status_code == 302
    assert "Een nieuwe naam" in text(browser.get(at))
    assert browser.post(f"{at}vul-agenda/").status_code == 302
    assert "staat al op de agenda" in text(browser.get(at))


def test_a_member_does_not_fill_the_agenda(group: Group) -> None:
    meeting = make_meeting(group)
    response = Browser(group.network, group.people[1]).post(f"overleggen/{meeting.number}/vul-agenda/")
    assert response.status_code == NO


def test_what_is_due_for_a_group_can_be_read(group: Group) -> None:
    make_decision(group, meeting=None, title="Een nieuwe naam")
    at = f"gremia/{group.body.slug}/aan-de-beurt/"
    page = text(Browser(group.network, group.people[1]).get(at))
    assert "Een nieuwe naam" in page
    assert "<b>Plan een overleg</b>" in page, "who reads is told who can"
    browser = secretary_of(group)
    assert f"overleggen/plan/?groep={group.body.slug}" in text(browser.get(at))
    meeting = make_meeting(group)
    assert f"overleggen/{meeting.number}/vul-agenda/" in text(browser.get(at))
    browser.post(f"overleggen/{meeting.number}/vul-agenda/")
    page = text(browser.get(at))
    assert "Er is nu niets aan de beurt" in page, "what stands on the agenda is not asked again"
    assert "vul-agenda" not in page
    empty = make_body(group.network)
    assert "Er is nu niets aan de beurt" in text(
        Browser(group.network, group.chair).get(f"gremia/{empty.slug}/aan-de-beurt/")
    )


def test_a_network_of_ones_own_is_needed(group: Group) -> None:
    assert Browser(make_network(), group.chair).get("gremia/").status_code == 404


# A body that ratifies


def test_a_decision_under_reserve_that_goes_up_moves_the_initiative_when_it_is_ratified() -> None:
    scene = make_scene()
    with as_platform(scene.network):
        scene.body.mandates.update(decision_types=["p0"])
    idea, decision = at_screening(scene)
    vote(scene.group, decision, "fff")
    assert take(scene.group, decision).status_code == 302
    assert state_of(decision) == "provisional"
    board = make_group(scene.network, name="Bestuur", kind="executive_board")
    make_mandate(board.body, "p1", valid_from=date(2020, 1, 1))
    with looking(scene.group.secretary) as by:
        under_reserve = Decision.objects.select_related("body", "network").get(pk=decision.pk)
        asked = bring_before(under_reserve, by=by, reason="Boven ons mandaat.", body=board.body)
    with looking(board.secretary) as by:
        actions.fill_agenda(make_meeting(board), by=by)
        asked = Decision.objects.select_related("body", "network", "meeting").get(pk=asked.pk)
    vote(board, asked, "fff")
    answer = take(board, asked)
    assert answer.status_code == 302, text(answer)
    assert (state_of(asked), state_of(decision)) == ("valid", "valid")
    assert fresh(idea).stage == Stage.EXPLORATION
