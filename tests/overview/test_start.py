"""The start page: what needs me comes first, then what changed, my meetings, our promises, and the chain."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.rules import Means
from schakel.initiatives import actions
from schakel.initiatives.models import Initiative
from schakel.initiatives.queries.needs import in_order, needs_me
from schakel.initiatives.rules import Stage
from schakel.network.rules import Role
from schakel.people.models import Person
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking, make_decision, make_group, make_mandate
from tests.factories.initiatives import fresh, invite, make_idea, make_initiative
from tests.factories.network import make_member, make_network, make_partner

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(scene) -> Browser:
    return Browser(scene.network, scene.manager)


def last_seen(person: Person, **ago: int) -> None:
    """Let a person have looked so long ago."""
    Person.objects.filter(pk=person.pk).update(seen_at=timezone.now() - timedelta(**ago))


def test_nothing_waits_for_who_has_nothing_to_do(scene):
    reader = Browser(scene.network, make_member(scene.network, Role.READER))
    shown = text(reader.get(""))
    assert "Er wacht niets op u." in shown
    assert "U bent bij." in shown


def test_who_manages_a_network_that_begins_is_led_to_what_it_lacks(scene, manager):
    network = make_network()
    new = text(Browser(network, make_member(network, Role.MANAGER)).get(""))
    assert "Uw netwerk begint." in new
    assert f'href="/{network.slug}/beheer/"' in new
    assert "Ga verder met inrichten" in new
    assert "Uw netwerk begint." not in text(Browser(network, make_member(network)).get(""))
    make_idea(scene)
    assert "Uw netwerk begint." not in text(manager.get(""))


def test_what_waits_stands_with_its_day_its_reason_and_one_deed(scene, manager):
    make_idea(scene)
    shown = text(manager.get(""))
    assert "Eén ding wacht op u." in shown
    assert "1 idee wacht op antwoord" in shown
    assert "Doe de intake" in shown


def test_what_is_late_comes_first_and_is_said_in_the_title(scene, manager):
    idea = make_idea(scene)
    with as_platform(scene.network):
        Initiative.objects.filter(pk=idea.pk).update(answer_by=timezone.localdate() - timedelta(days=20))
    shown = text(manager.get(""))
    assert "De dag daarvoor is voorbij." in shown
    assert "werkdagen te laat" in shown


def test_a_consent_without_a_last_day_stands_before_what_can_wait():
    group = make_group(make_network())
    zgt = make_partner(group.network, "zgt", name="ZGT")
    director = make_member(group.network, Role.REPRESENTATIVE, partner=zgt)
    make_mandate(group.body, consents=["partners_in_plan"])
    decision = make_decision(group, title="Zet door", means=[Means(zgt, "partners_in_plan", hours=60)])
    with looking(director):
        found = needs_me(director, group.network, now=timezone.now())
    assert [(one.kind, one.due_on) for one in found] == [("ask_consent", None)]
    soon = replace(found[0], kind="ask_view", due_on=timezone.localdate() + timedelta(days=9), title="A")
    late = replace(soon, due_on=timezone.localdate() - timedelta(days=1), is_late=True)
    never = replace(soon, due_on=None, kind="ask_work")
    assert in_order([never, soon, found[0], late], timezone.localdate()) == [late, found[0], soon, never]
    shown = text(Browser(group.network, director).get(""))
    assert decision.title in shown
    assert "het besluit wacht erop" in shown


def test_at_most_two_buttons_are_filled(scene):
    member = scene.group.people[1]
    for number in range(4):
        one = make_initiative(scene, Stage.SCREENING, answers={"title": f"Idee {number}"})
        invite(scene, one)
    shown = text(Browser(scene.network, member).get(""))
    assert "Vier dingen wachten op u." in shown
    assert "Voor alles samen hebt u ongeveer 16 minuten nodig." in shown
    ledger = shown.split('id="wacht"')[1].split("</section>")[0]
    assert ledger.count('class="button"') == 2
    assert ledger.count('class="button quiet"') == 2


def test_a_long_list_is_folded_after_eight(scene):
    member = scene.group.people[1]
    for _ in range(10):
        invite(scene, make_initiative(scene, Stage.SCREENING))
    assert "Nog 2 dingen" in text(Browser(scene.network, member).get(""))


def test_changes_say_from_and_to_and_why(scene):
    last_seen(scene.submitter, days=1)
    make_initiative(scene, Stage.SCREENING)
    shown = text(Browser(scene.network, scene.submitter).get(""))
    assert "Veranderd sinds" in shown
    assert "Binnengekomen</del>" in shown
    assert "Wordt beoordeeld</ins>" in shown


def test_what_i_did_myself_is_no_news(scene):
    make_idea(scene)
    shown = text(Browser(scene.network, scene.submitter).get(""))
    assert "Er veranderde niets in de laatste twee weken." in shown


def test_the_first_look_goes_two_weeks_back_and_the_next_one_to_the_last_look(scene, manager):
    idea = make_idea(scene)
    first = text(manager.get(""))
    assert "Veranderd in de laatste twee weken" in first
    assert idea.title in first
    assert idea.title in text(manager.get(""))
    again = Browser(scene.network, scene.manager)
    second = text(again.get(""))
    assert "Er veranderde niets sinds u keek." in second
    assert "Veranderd sinds vandaag" in second
    assert "Toon de laatste twee weken" in second
    longer = text(again.get("", sinds="twee-weken"))
    assert "Veranderd in de laatste twee weken" in longer
    assert idea.title in longer
    assert "Veranderd sinds vandaag" in text(again.get(""))


def test_my_meetings_come_with_what_is_decided_there(scene):
    with looking(scene.group.secretary) as secretary:
        meeting = governance.plan_meeting(
            scene.body, by=secretary, starts_at=timezone.now() + timedelta(days=4), place="Bij ROSET"
        )
        governance.open_decision(scene.body, by=secretary, type="p3", title="Begin", meeting=meeting)
    shown = text(Browser(scene.network, scene.group.people[1]).get(""))
    assert "Uw overleggen" in shown
    assert "Bij ROSET, 1 besluit, agenda nog open." in shown
    assert "Komende overleggen" in text(Browser(scene.network, scene.manager).get(""))


def test_what_our_organisation_promised_is_there_late_first(scene, in_preparation):
    with looking(scene.lead) as lead:
        actions.begin_plan(in_preparation, by=lead)
        for text_of, days in (("Straks", 20), ("Nu al", -20)):
            actions.ask_commitment(
                fresh(in_preparation),
                by=lead,
                partner=scene.partners[0],
                kind="hours",
                amount=60,
                text=text_of,
                due_on=timezone.localdate() + timedelta(days=days),
            )
    shown = text(Browser(scene.network, scene.directors[0]).get(""))
    ours = shown.split("Wat Ziekenhuis beloofde")[1]
    assert ours.index("Nu al") < ours.index("Straks")
    assert "1 te laat" in ours
    assert "60 uur" in ours


def test_the_chain_counts_every_initiative(scene, manager):
    make_idea(scene)
    make_initiative(scene, Stage.SCREENING)
    shown = text(manager.get(""))
    assert 'aria-label="Idee: 1 initiatief"' in shown
    assert 'aria-label="Screening: 1 initiatief"' in shown
    assert "2 lopend of klaar" in shown


def test_the_page_costs_the_same_with_few_things_and_with_many(scene):
    member = Browser(scene.network, scene.group.people[1])
    invite(scene, make_initiative(scene, Stage.SCREENING))
    few = questions(member, "")
    for _ in range(6):
        invite(scene, make_initiative(scene, Stage.SCREENING))
    assert questions(member, "") == few


def test_another_network_does_not_exist(scene):
    outsider = make_member(make_network())
    assert Browser(scene.network, outsider).get("").status_code == 404


def test_who_is_not_signed_in_is_asked_to(scene):
    response = Browser(scene.network).get("")
    assert response.status_code == 302
    assert "/inloggen/" in response["Location"]


def test_who_only_reads_along_is_led_to_what_runs_and_not_to_a_form_that_refuses(scene):
    reader, submitter = (
        Browser(scene.network, make_member(scene.network, role)) for role in (Role.READER, Role.PROFESSIONAL)
    )
    assert "Bekijk wat er loopt" in text(reader.get(""))
    assert "Bekijk wat er loopt" not in text(submitter.get(""))
