"""Following what runs: updates with a reason, risks, an emergency stop, late conditions, another plan, elsewhere."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import DatabaseError
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import Condition
from schakel.governance.rules import NewCondition
from schakel.initiatives import actions, queries
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.models import Halt, Initiative, RunningRisk, StatusUpdate
from schakel.initiatives.rules import (
    Stage,
    confirm_by,
    follow_on,
    risk_weight,
    scope_change,
    update_due_on,
)
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.embedding import embed, finish, report
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    Scene,
    consent_all,
    decide_and_settle,
    freeze,
    fresh,
    make_idea,
    make_initiative,
    measured,
    propose,
    take_in,
    through,
)
from tests.factories.network import make_member
from tests.worlds import world

pytestmark = pytest.mark.django_db

NO, WRONG = 403, 422


@world
def pilot(scene: Scene) -> Initiative:
    return make_initiative(scene, Stage.PILOT)


def update(scene: Scene, initiative: Initiative, state: str = "on_track", **more) -> StatusUpdate:
    with looking(more.pop("by", scene.lead)) as by:
        return actions.give_update(
            fresh(initiative), by=by, **{"state": state, "because": "Het rooster is rond.", **more}
        )


def halt(scene: Scene, initiative: Initiative, **more) -> Halt:
    with looking(more.pop("by", scene.group.chair)) as by:
        return actions.halt(
            fresh(initiative),
            by=by,
            **{"reason": "Het is niet veilig.", "effect": "De uren vervallen.", **more},
        )


# --------------------------------------------------------------------------- rules


def test_the_clocks_of_what_runs():
    since = date(2026, 1, 5)
    assert update_due_on("pilot", since, None) == date(2026, 2, 2)
    assert update_due_on("pilot", since, date(2026, 2, 1)) == date(2026, 3, 1)
    assert update_due_on("parked", since, None) is None
    assert confirm_by(since) == date(2026, 2, 2)
    assert follow_on(date(2026, 11, 30)) == date(2027, 2, 28)
    assert [risk_weight("high", "high"), risk_weight("", "low"), risk_weight("low", "low")] == [9, 2, 1]


def plan(amount: str = "100.00", hours: int = 10, target: str = "10", key: str = "a") -> dict:
    return {
        "budget_lines": [{"amount_eur": amount, "hours": hours}],
        "goals": [{"key": key, "text": "Minder heropnames", "measure": "%", "target": target}],
    }


@pytest.mark.parametrize(
    ("after", "is_large"),
    [
        (plan("115.00"), False),
        (plan("115.01"), True),
        (plan(hours=8), True),
        (plan(target="5"), True),
        (plan(key="b"), True),
        (plan(), False),
    ],
)
def test_more_than_fifteen_percent_is_another_plan(after, is_large):
    assert scope_change(plan(), after).is_large is is_large


def test_from_nothing_to_something_is_a_large_change():
    assert scope_change(plan("0.00"), plan("1.00")).money_percent == 100


# --------------------------------------------------------------------------- updates


def test_an_update_has_a_reason_and_who_needs_help_says_which(scene, pilot):
    with pytest.raises(Refused, match="Een stand zonder reden"):
        update(scene, pilot, because=" ")
    with pytest.raises(Refused, match="welke hulp"):
        update(scene, pilot, "help")
    with pytest.raises(Refused, match="hoe het gaat"):
        update(scene, pilot, "red")
    given = update(scene, pilot, "help", help_needed="Een telefoniste van het ziekenhuis.")
    assert fresh(pilot).last_update_id == given.pk
    with looking(scene.lead) as lead:
        [card] = queries.portfolio(lead, scene.network, today=timezone.localdate()).cards
        assert (card.state_words, card.is_care) == ("Hulp nodig", True)
        assert queries.story(lead, pilot)[0].title == "Stand van zaken: hulp nodig"
    for person in (scene.directors[0], scene.group.secretary):
        with pytest.raises(Refused, match="Alleen de trekker en de netwerkmanager"):
            update(scene, pilot, by=person)
    with pytest.raises(Refused, match="hoort bij wat loopt"):
        update(scene, make_initiative(scene), by=scene.manager)
    with pytest.raises(DatabaseError), as_platform(scene.network):
        StatusUpdate.objects.update(because="Anders.")


def test_who_is_overdue_is_asked_with_one_button(scene, pilot):
    manager, lead = Browser(scene.network, scene.manager), Browser(scene.network, scene.lead)
    assert "Wat loopt" in text(manager.get("standen/"))
    assert "Vraag" not in text(manager.get("standen/")).split("<main", 1)[1].split("</main", 1)[0]
    with time_machine.travel(timezone.now() + timedelta(weeks=5), tick=False):
        manager, lead = Browser(scene.network, scene.manager), Browser(scene.network, scene.lead)
        page = text(manager.get("standen/"))
        assert "Van één initiatief is de stand te oud" in page
        assert "Vraag 1 trekker om de stand" in page
        assert lead.post("standen/vragen/").status_code == NO
        assert manager.post("standen/vragen/").status_code == 302
        assert fresh(pilot).update_asked_on == timezone.localdate()
        assert "Vraag 1 trekker" not in text(manager.get("standen/"))
        again = manager.client.post(f"/{scene.network.slug}/standen/vragen/", follow=True)
        assert "is vandaag al gevraagd" in text(again)
        assert "De netwerkmanager vraagt erom." in text(lead.get(""))
        at = f"initiatieven/{pilot.number}/stand/"
        wrong = lead.post(at, state="help", because="Er is niemand.")
        assert wrong.status_code == WRONG
        assert "Er is niemand." in text(wrong)
        assert lead.post(at, state="attention", because="Er is niemand.").status_code == 302
        page = text(lead.get(f"initiatieven/{pilot.number}/"))
        assert "Let op" in page
        assert "Er is niemand." in page
        assert "Er is niemand." in text(lead.get(at))
        assert fresh(pilot).update_asked_on is None
        assert "Van alles wat loopt is de stand bekend" in text(manager.get("standen/"))


def test_the_list_costs_the_same_for_one_and_for_many(scene, pilot):
    browser = Browser(scene.network, scene.manager)
    one = questions(browser, "standen/")
    update(scene, make_initiative(scene, Stage.PILOT))
    assert questions(browser, "standen/") == one


# --------------------------------------------------------------------------- risks


def test_the_risks_of_the_plan_run_from_the_start_and_change(scene, pilot):
    with as_platform(scene.network):
        [risk] = RunningRisk.objects.filter(initiative=pilot)
    assert (risk.text, risk.likelihood, risk.state) == ("Te weinig mensen", "medium", "open")
    at = f"initiatieven/{pilot.number}/risicos/"
    lead, director = Browser(scene.network, scene.lead), Browser(scene.network, scene.directors[0])
    assert director.get(f"{at}nieuw/").status_code == NO
    assert "Te weinig mensen" in text(director.get(at))
    assert lead.post(f"{at}nieuw/", text="Storing").status_code == WRONG
    typed = {
        "text": "Storing",
        "likelihood": "high",
        "impact": "high",
        "measure": "Papier",
        "owner": "Trekker",
    }
    assert lead.post(f"{at}nieuw/", **typed, state="open").status_code == 302
    page = text(lead.get(at))
    assert page.index("Storing") < page.index("Te weinig mensen")
    assert '<td class="heavy"><b>1</b></td>' in page  # likely and large: the darkest corner
    with as_platform(scene.network):
        storing = RunningRisk.objects.get(text="Storing")
    assert lead.post(f"{at}{storing.pk}/", **typed, state="happened").status_code == 302
    assert lead.get(f"{at}{pilot.pk}/").status_code == 404
    assert "Gebeurd: Storing" in text(lead.get(f"initiatieven/{pilot.number}/"))
    with looking(scene.lead) as by:
        for wrong, words in (
            ({"likelihood": "vast"}, "kans en het gevolg"),
            ({"state": "weg"}, "wat er van dit"),
        ):
            with pytest.raises(Refused, match=words):
                actions.put_risk(pilot, by=by, **{**typed, **wrong})
        other = make_initiative(scene, Stage.PILOT)
    with looking(scene.lead) as by, pytest.raises(Refused, match="een ander initiatief"):
        actions.put_risk(other, by=by, risk=storing, **typed)


# --------------------------------------------------------------------------- an emergency stop


def test_the_chair_stops_at_once_and_the_body_decides(scene, pilot):
    report(scene, pilot, "pilot")
    halt(scene, pilot)
    assert (fresh(pilot).stage, fresh(pilot).halted_on) == (Stage.PILOT, timezone.localdate())
    with pytest.raises(Refused, match="Eerst beslist de groep over de noodstop"):
        propose(scene, pilot, "p4", "go")
    with pytest.raises(Refused, match="ligt al stil"):
        halt(scene, pilot)
    with looking(scene.group.secretary):
        due = {one.title: one for one in queries.due_for_body(scene.body, timezone.localdate())}
    assert due[f"Noodstop: {pilot.title}"].due_on == timezone.localdate() + timedelta(weeks=4)
    lifted = through(scene, pilot, "px", "lift")
    assert (lifted.stage, lifted.halted_on) == (Stage.PILOT, None)
    with pytest.raises(Refused, match="geen noodstop"):
        propose(scene, pilot, "px", "lift")
    halt(scene, pilot)
    stopped = through(scene, pilot, "px", "stop")
    assert (stopped.stage, stopped.halted_on) == (Stage.STOPPED, None)
    with as_platform(scene.network):
        outcomes = list(Halt.objects.order_by("halted_at").values_list("outcome", flat=True))
        assert outcomes == ["lifted", "confirmed"]
        assert all(one.decision_id for one in Halt.objects.all())


def test_the_lead_stops_only_for_safety(scene, pilot):
    for person in (scene.manager, scene.group.people[1], scene.directors[0]):
        with pytest.raises(Refused, match="Alleen de voorzitter"):
            halt(scene, pilot, by=person, is_for_safety=True)
    with pytest.raises(Refused, match="alleen om de veiligheid"):
        halt(scene, pilot, by=scene.lead)
    with pytest.raises(Refused, match="toezegden"):
        halt(scene, pilot, effect="")
    assert halt(scene, pilot, by=scene.lead, is_for_safety=True).is_for_safety
    with pytest.raises(Refused, match="bij wat loopt"):
        halt(scene, make_initiative(scene))


def test_the_page_of_an_emergency_stop(scene, pilot):
    at = f"initiatieven/{pilot.number}/noodstop/"
    chair, member = Browser(scene.network, scene.group.chair), Browser(scene.network, scene.group.people[1])
    assert member.get(at).status_code == NO
    assert "bevestigt dit uiterlijk op" in text(chair.get(at))
    assert chair.post(at, reason="Onveilig.", effect="").status_code == WRONG
    assert chair.post(at, reason="Onveilig.", effect="De uren vervallen.").status_code == 302
    page = text(member.get(f"initiatieven/{pilot.number}/"))
    assert "Ligt stil" in page
    assert "Onveilig." in page
    assert "Hef de noodstop op" in text(member.get(f"initiatieven/{pilot.number}/poort/"))


# --------------------------------------------------------------------------- conditions


def with_condition(scene: Scene, pilot: Initiative) -> Condition:
    """A go with a condition of the hospital, due next week."""
    report(scene, pilot, "pilot")
    due = timezone.localdate() + timedelta(days=7)
    terms = ProposedTerms(
        conditions=(NewCondition("Regel een vervanger.", due, owner_partner=scene.partners[0]),)
    )
    through(scene, pilot, "p4", "go_with_conditions", terms=terms)
    with as_platform(scene.network):
        return Condition.objects.select_related("network", "owner_partner", "decision__body__network").get()


def test_a_missed_condition_holds_the_next_gate_until_it_is_met_or_extended(scene, pilot):
    measured(scene, pilot)
    condition = with_condition(scene, pilot)
    embed(scene, pilot)
    with time_machine.travel(timezone.now() + timedelta(days=10), tick=False):
        with looking(scene.lead) as lead:
            page = queries.embedding_of(lead, fresh(pilot), timezone.localdate())
            states = dict.fromkeys((one.pk for one in page.components), "in_use")
            actions.record_adoption(fresh(pilot), by=lead, partner=scene.partners[0], states=states)
        with pytest.raises(Refused, match="Een voorwaarde is te laat: Regel een vervanger"):
            propose(scene, pilot, "p5", "embed")
        gate = text(Browser(scene.network, scene.group.secretary).get(f"initiatieven/{pilot.number}/poort/"))
        assert "Geef uitstel voor de voorwaarden" in gate
        with pytest.raises(Refused, match="tot wanneer"):
            propose(scene, pilot, "px", "extend", terms=ProposedTerms())
        later = timezone.localdate() + timedelta(days=20)
        through(scene, pilot, "px", "extend", terms=ProposedTerms(extended_to=later))
        with as_platform(scene.network):
            assert Condition.objects.get(pk=condition.pk).due_on == later
        with pytest.raises(Refused, match="geen voorwaarde te laat"):
            propose(scene, pilot, "px", "extend", terms=ProposedTerms(extended_to=later))
        with looking(scene.directors[1]) as other, pytest.raises(Refused):
            governance.meet_condition(condition, by=other, note="Zomaar.")
        with looking(scene.directors[0]) as director:
            governance.meet_condition(condition, by=director, note="Er is een vervanger.")
        assert through(scene, pilot, "p5", "embed").stage == Stage.EMBEDDING


# --------------------------------------------------------------------------- another plan


def new_version(scene: Scene, pilot: Initiative, amount: int) -> None:
    with looking(scene.lead) as lead:
        made = actions.begin_plan(fresh(pilot), by=lead)
        [line] = list(made.budget_lines.all())
        row = {"key": line.key, "amount_eur": Decimal(amount)}
        actions.write_part(made, by=lead, part="budget_lines", rows=[row])
    freeze(scene, pilot)


def test_a_small_change_counts_at_once_a_large_one_after_a_decision(scene, pilot):
    first = pilot.agreed_plan_id
    assert first is not None
    with pytest.raises(Refused, match="Leg eerst een nieuwe versie"):
        propose(scene, pilot, "px", "change_scope")
    new_version(scene, pilot, 22_000)
    small = fresh(pilot).agreed_plan_id
    assert small != first
    new_version(scene, pilot, 40_000)
    assert fresh(pilot).agreed_plan_id == small
    gate = text(Browser(scene.network, scene.group.secretary).get(f"initiatieven/{pilot.number}/poort/"))
    assert "Verander de opdracht" in gate
    decision = propose(scene, pilot, "px", "change_scope")
    assert decision.amount_eur == 40_000, "the ceiling of the mandate holds for more money too"
    with looking(scene.lead) as lead, pytest.raises(Refused, match="ligt een voorstel"):
        actions.begin_plan(fresh(pilot), by=lead)
    decide_and_settle(scene, decision)
    assert fresh(pilot).agreed_plan_id == small, "whose means it uses has a say again"
    consent_all(scene, decision)
    changed = fresh(pilot)
    assert changed.stage == Stage.PILOT
    assert changed.agreed_plan_id not in {first, small}


# --------------------------------------------------------------------------- elsewhere, and after


def test_what_was_sent_on_is_followed(scene):
    idea = make_idea(scene)
    with looking(scene.manager) as manager:
        actions.refer(idea, by=manager, to="Buurregio", reason="Het hoort daar.")
    at = f"initiatieven/{idea.number}/volgen/"
    with time_machine.travel(timezone.now() + timedelta(days=100), tick=False):
        manager, submitter = Browser(scene.network, scene.manager), Browser(scene.network, scene.submitter)
        assert "Vraag wat ervan werd" in text(manager.get(""))
        assert submitter.get(at).status_code == NO
        assert manager.post(at, text="").status_code == WRONG
        assert "Kies een dag na vandaag." in text(manager.post(at, text="Ze kijken.", next_on="2020-01-01"))
        assert manager.post(at, text="Zij beginnen in mei.").status_code == 302
        assert "Zij beginnen in mei." in text(submitter.get(f"initiatieven/{idea.number}/"))
        assert "Vraag wat ervan werd" not in text(manager.get(""))
    assert (
        Browser(scene.network, scene.manager)
        .get(f"initiatieven/{make_initiative(scene).number}/volgen/")
        .status_code
        == NO
    )


def test_a_successor_is_linked_both_ways(scene, pilot):
    done = finish(scene, pilot)
    next_one = make_idea(scene, answers={"title": "Hetzelfde, maar dan in Almelo"})
    take_in(scene, next_one)
    manager, member = (
        Browser(scene.network, scene.manager),
        Browser(scene.network, make_member(scene.network)),
    )
    at = f"initiatieven/{next_one.number}/vervolg/"
    assert member.get(at).status_code == NO
    assert manager.post(at, of="").status_code == WRONG
    assert manager.post(at, of=done.number).status_code == 302
    assert "Is het vervolg op" in text(member.get(f"initiatieven/{next_one.number}/"))
    assert "Kreeg als vervolg" in text(member.get(f"initiatieven/{done.number}/"))


def test_merged_ideas_keep_their_numbers_and_authors_for_ever(scene):
    first, second, third = (make_idea(scene, answers={"title": f"Eén nummer, versie {n}"}) for n in range(3))
    with looking(scene.manager) as manager:
        actions.merge(first, by=manager, into=second)
        actions.merge(second, by=manager, into=third)
    with looking(scene.lead) as lead:
        for number in (first.number, second.number):
            found = queries.find(lead, scene.network, number)
            assert queries.detail(lead, found).merged_to == third
        authors = queries.detail(lead, fresh(third)).authors
    assert {one.number for one in authors} == {first.number, second.number, third.number}
    with pytest.raises(DatabaseError, match="delete"), as_platform(scene.network):
        Initiative.objects.filter(pk=first.pk).delete()
