"""The gate in the browser: the list that computes itself, the verdicts, and bringing one before the group."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from schakel.governance.models import Decision
from schakel.governance.queries import decision_day
from schakel.initiatives import actions
from schakel.initiatives.models import Proposal
from schakel.initiatives.rules import Stage, newest_edition
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking, make_meeting
from tests.factories.initiatives import (
    confirm_all,
    explored,
    freeze,
    fresh,
    full_plan,
    invite,
    make_idea,
    make_initiative,
    propose,
    rate,
    through,
)
from tests.factories.network import make_member, make_network
from tests.worlds import world

pytestmark = pytest.mark.django_db

NO, WRONG = 403, 422


@pytest.fixture
def secretary(scene) -> Browser:
    return Browser(scene.network, scene.group.secretary)


@world
def rated(scene):
    """An idea in screening that everybody rated."""
    one = make_initiative(scene, Stage.SCREENING)
    invite(scene, one)
    rate(scene, one)
    return one


def at(one, name: str = "") -> str:
    return f"initiatieven/{one.number}/poort/{name}"


def soon(days: int = 60) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def decisions(scene, gate: str) -> list[Decision]:
    with as_platform(scene.network):
        return list(Decision.objects.filter(type=gate).select_related("meeting"))


def test_the_gate_of_an_idea_leads_to_the_intake(scene):
    idea = make_idea(scene)
    assert "Beantwoord dit idee" in text(Browser(scene.network, scene.manager).get(at(idea)))
    shown = text(Browser(scene.network, scene.lead).get(at(idea)))
    assert 'aria-disabled="true"' not in shown
    assert "Alleen de netwerkmanager kan" in shown


def test_the_list_computes_itself(scene, secretary, in_screening):
    before = text(secretary.get(at(in_screening)))
    assert "Is dit het onderzoeken waard?" in before
    assert "van 3 punten gereed" in before
    invite(scene, in_screening)
    rate(scene, in_screening)
    after = text(secretary.get(at(in_screening)))
    assert "Nog niemand is gevraagd" not in after
    assert "3 van 3 beoordelaars zijn klaar." in after


def test_every_verdict_of_the_gate_is_there_with_what_it_needs(scene, secretary, rated):
    shown = text(secretary.get(at(rated)))
    for words in (
        "Stel voor: verken",
        "Stel voor: zet in de wacht",
        "Stel voor: wijs af",
        "Vraagt een verkenner en een einddatum.",
    ):
        assert words in shown


def test_who_may_not_propose_sees_the_verdicts_and_the_reason(scene, rated):
    member = Browser(scene.network, scene.group.people[1])
    shown = text(member.get(at(rated)))
    assert "U kunt hier geen voorstel doen." in shown
    assert "Stel voor:" not in shown
    response = member.get(at(rated, "p1/verken/"))
    assert response.status_code == NO
    assert "Alleen de netwerkmanager, de voorzitter of de secretaris" in text(response)
    assert member.post(at(rated, "p1/verken/")).status_code == NO


def test_what_is_wrong_with_a_proposal_is_said_once_and_no_text_is_promised_that_was_not_typed(
    secretary, rated
):
    response = secretary.post(at(rated, "p1/wijs-af/"))
    assert response.status_code == WRONG
    summary = text(response).partition('id="fouten"')[2].partition("</ul>")[0]
    links = re.findall(r'href="(#[^"]+)"', summary)
    assert links
    assert len(links) == len(set(links))
    assert "Uw tekst is er nog" not in summary


def test_a_proposal_goes_to_the_chosen_meeting_and_counts_once(scene, secretary, rated):
    meeting = make_meeting(scene.group, timezone.now() + timedelta(days=5))
    shown = text(secretary.get(at(rated, "p1/verken/")))
    assert "Op het overleg van" in shown
    values = {
        "explorer": str(scene.lead.pk),
        "due_on": soon(),
        "moment": meeting.number,
        "reason": "Goed idee.",
        "once": str(uuid4()),
    }
    first, second = (
        secretary.post(at(rated, "p1/verken/"), **values),
        secretary.post(at(rated, "p1/verken/"), **values),
    )
    assert first["Location"] == second["Location"] == f"/{scene.network.slug}/{at(rated)}"
    (decision,) = decisions(scene, "p1")
    assert (decision.meeting_id, decision.proposal) == (meeting.pk, "Goed idee.")
    shown = text(secretary.get(at(rated)))
    assert f"Bekijk besluit {decision.number}" in shown
    assert "Er ligt al een voorstel" in shown


def test_a_second_proposal_is_refused_in_words(scene, secretary, rated):
    propose(scene, rated, "p1", "explore")
    response = secretary.post(
        at(rated, "p1/verken/"),
        explorer=str(scene.lead.pk),
        due_on=soon(),
        moment="schriftelijk",
        closes_on=soon(7),
    )
    assert response.status_code == WRONG
    assert "Hierover ligt al een voorstel" in text(response)


def test_a_group_can_decide_in_writing_before_a_day(scene, secretary, rated):
    values = {"explorer": str(scene.lead.pk), "due_on": soon(), "moment": "schriftelijk"}
    response = secretary.post(at(rated, "p1/verken/"), **values)
    assert response.status_code == WRONG
    assert "Kies tot en met welke dag leden kunnen stemmen." in text(response)
    assert "Kies een dag na vandaag." in text(
        secretary.post(at(rated, "p1/verken/"), **values, closes_on="2020-01-01")
    )
    assert secretary.post(at(rated, "p1/verken/"), **values, closes_on=soon(7)).status_code == 302
    (decision,) = decisions(scene, "p1")
    last = timezone.localdate() + timedelta(days=7)
    assert timezone.localtime(decision.closes_at).isoformat()[:16] == f"{last}T23:59"
    # The mandate and the seats of that last day count, also when they end at midnight.
    assert decision_day(decision, timezone.now() + timedelta(days=30)) == last


@pytest.mark.parametrize(
    ("verdict", "values", "words"),
    [
        ("verken", {"due_on": "2020-01-01"}, "Kies een dag na vandaag."),
        ("verken", {"due_on": ""}, "Kies wanneer de verkenning klaar is."),
        ("verken", {"explorer": ""}, "Kies wie de verkenning doet."),
        ("verken", {"explorer": "\0"}, "Deze keuze is er niet (meer)."),
        ("verken", {"moment": "nooit"}, "Deze keuze is er niet (meer)."),
        (
            "zet-in-de-wacht",
            {"wake_on": "", "public_reason": "Nu niet."},
            "Kies de dag waarop dit terugkomt op de agenda.",
        ),
        (
            "zet-in-de-wacht",
            {"wake_on": "2098-01-01", "public_reason": "Nu niet."},
            "Langer parkeren kan niet.",
        ),
        ("wijs-af", {"public_reason": ""}, "Schrijf de reden op."),
        ("wijs-af", {"public_reason": "x" * 1_000_000}, "1000000 tekens lang"),
    ],
)
def test_a_verdict_without_what_it_needs_says_so_at_the_field(
    scene, secretary, rated, verdict, values, words
):
    start = {
        "explorer": str(scene.lead.pk),
        "due_on": soon(),
        "moment": "volgende",
        "reason": "Dit typte ik.",
    }
    response = secretary.post(at(rated, f"p1/{verdict}/"), **(start | values))
    assert response.status_code == WRONG
    assert words in text(response)
    assert "Dit typte ik." in text(response)
    assert decisions(scene, "p1") == []


@pytest.mark.parametrize("path", ["p1/bestaat-niet/", "p9/verken/", "p3/ga-door/", "px/hervat/"])
def test_a_verdict_of_another_gate_or_stage_is_not_there(secretary, rated, path):
    assert secretary.get(at(rated, path)).status_code == 404


def test_a_parked_initiative_can_be_resumed_from_its_page(scene, secretary, rated):
    through(scene, rated, "p1", "park")
    shown = text(secretary.get(at(rated)))
    assert "Stel voor: hervat" in shown
    assert (
        secretary.post(at(rated, "px/hervat/"), moment="schriftelijk", closes_on=soon(7)).status_code == 302
    )


# --------------------------------------------------------------------------- criteria after the exploration


def test_the_group_confirms_the_criteria_after_the_exploration(scene, secretary, in_exploration):
    member = Browser(scene.network, scene.group.people[1])
    assert member.get(at(in_exploration, "criteria/")).status_code == NO
    shown = text(member.get(at(in_exploration)))
    assert 'href="#criteria">Naar de criteria</a>' in shown
    assert "of de netwerkmanager bevestigt de criteria." in shown
    assert "Bevestig de criteria" in text(secretary.get(at(in_exploration)))
    values = {
        "answer-C1": "yes",
        "reason-C1": "Bleek uit de verkenning.",
        "answer-C2": "yes",
        "reason-C2": "Ja.",
    }
    wrong = secretary.post(at(in_exploration, "criteria/"), **(values | {"reason-C1": ""}))
    assert wrong.status_code == WRONG
    assert "Schrijf op waarom." in text(wrong)
    assert secretary.post(at(in_exploration, "criteria/"), **values).status_code == 302
    assert "Bleek uit de verkenning." in text(secretary.get(at(in_exploration, "criteria/")))


# --------------------------------------------------------------------------- the start


@world
def planned(scene):
    """A plan with one promise still open."""
    one = make_initiative(scene, Stage.PREPARATION)
    full_plan(scene, one)
    return one


def test_what_the_list_still_lacks_greys_the_verdict_with_the_reasons(scene, secretary, planned):
    shown = text(secretary.get(at(planned)))
    assert "Stel voor: ga door" in shown
    assert "Het plan ligt vast:" in shown
    lacking = text(secretary.get(at(planned, "p3/ga-door/")))
    assert "Dit ontbreekt nog voor dit besluit" in lacking
    assert "<textarea" not in lacking


def test_conditions_go_with_the_verdict(scene, secretary, planned):
    confirm_all(scene, planned)
    freeze(scene, planned)
    path = at(planned, "p3/ga-door-met-voorwaarden/")
    base = {
        "moment": "schriftelijk",
        "closes_on": soon(7),
        "conditions-TOTAL_FORMS": "1",
        "conditions-INITIAL_FORMS": "0",
    }
    none = secretary.post(path, **base)
    assert none.status_code == WRONG
    assert "ten minste één voorwaarde" in text(none)
    half = secretary.post(path, **base, **{"conditions-0-text": "Cijfers per kwartaal"})
    assert half.status_code == WRONG
    assert "Kies een dag." in text(half)
    more = secretary.post(path, **base, **{"conditions-0-text": "Cijfers per kwartaal", "add": "conditions"})
    assert "Voorwaarde 2" in text(more)
    odd = secretary.post(path, **(base | {"conditions-TOTAL_FORMS": "veel", "add": "conditions"}))
    assert odd.status_code == 200
    whole = {
        "conditions-0-text": "Cijfers per kwartaal",
        "conditions-0-due_on": soon(),
        "conditions-0-owner_partner": "ziekenhuis",
    }
    assert secretary.post(path, **base, **whole).status_code == 302
    with as_platform(scene.network):
        assert decisions(scene, "p3")[0].conditions.get().text == "Cijfers per kwartaal"


def test_while_the_group_decides_the_proposal_can_be_mended(scene, secretary, rated):
    decision = propose(scene, rated, "p1", "explore")
    path = at(rated, f"voorstel/{decision.number}/")
    assert "Pas het voorstel aan" in text(secretary.get(at(rated)))
    assert secretary.get(path).status_code == 200
    wrong = secretary.post(path, explorer="\0")
    assert wrong.status_code == WRONG
    values = {"explorer": str(scene.manager.pk), "due_on": soon(90), "public_reason": "Anders niet."}
    assert secretary.post(path, **values).status_code == 302
    with as_platform(scene.network):
        proposal = Proposal.objects.get(decision=decision)
    assert (proposal.explorer_id, proposal.public_reason) == (scene.manager.pk, "Anders niet.")
    assert Browser(scene.network, scene.lead).get(path).status_code == NO
    assert secretary.get(at(rated, "voorstel/B-1999-001/")).status_code == 404


def test_the_list_as_it_stood_is_kept_after_the_decision(scene, secretary, rated):
    through(scene, rated, "p1", "explore")
    shown = text(secretary.get(at(rated)))
    assert "Wat bij eerdere poorten is besloten" in shown
    assert f"Zo stond de lijst toen, versie 1, editie {newest_edition()}: 2 van 3 punten gereed" in shown


def test_who_may_decide_is_said_with_the_mandate(scene, secretary, rated):
    shown = text(secretary.get(at(rated)))
    assert "Wie mag dit besluiten?" in shown
    assert "Mandaat op" in shown


def test_the_gate_costs_the_same_with_many_promises_and_raters(scene, secretary, planned):
    few = questions(secretary, at(planned))
    with looking(scene.lead) as lead:
        for n in range(12):
            actions.ask_commitment(
                fresh(planned), by=lead, partner=scene.partners[1], kind="data", text=f"Cijfers {n}"
            )
    assert questions(secretary, at(planned)) == few


def test_another_network_does_not_exist(scene, rated):
    outsider = Browser(scene.network, make_member(make_network()))
    for name in ("", "p1/verken/", "criteria/"):
        assert outsider.get(at(rated, name)).status_code == 404
    assert outsider.post(at(rated, "p1/verken/")).status_code == 404


def test_an_explored_topic_stands_in_the_list_with_its_advice(scene, secretary, in_exploration):
    explored(scene, in_exploration)
    through(scene, in_exploration, "p2", "explored")
    shown = text(secretary.get("initiatieven/verkend/"))
    assert "1 onderwerp is onderzocht en kreeg geen vervolg" in shown
    assert "Ga door." in shown
    assert "Dit past nu niet." in shown
