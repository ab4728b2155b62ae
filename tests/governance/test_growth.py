"""The network itself grows: needs with evidence, people who contribute, and go or no-go by a valid decision."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import Decision
from schakel.governance.queries import growth_path
from schakel.network import actions as network_actions
from schakel.network.models import ContributionTier, GrowthNeed, Network, NetworkEvent, TierPerson
from schakel.network.rules import Role
from schakel.people.models import Person
from schakel.tenancy.context import person as looking_as
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import (
    Group,
    as_platform,
    decide,
    looking,
    make_group,
    make_mandate,
    make_meeting,
)
from tests.factories.network import make_agreement, make_member, make_network, make_partner

pytestmark = pytest.mark.django_db


def make_need(network: Network, text: str = "netwerkmanager", stage: str = "established") -> GrowthNeed:
    """Something that a stage needs."""
    with as_platform(network):
        return network_actions.put_need(network, by=None, stage=stage, text=text)[0]


def make_tier(network: Network) -> ContributionTier:
    """The tier of value."""
    with as_platform(network):
        return network_actions.put_tier(network, by=None, kind="value", text="projecten", who=["artsen"])[0]


def manager_of(network: Network) -> Person:
    """Its network manager."""
    return make_member(network, Role.MANAGER)


def growing() -> tuple[Group, Person]:
    """A board with the mandate for growth steps in a network that is forming, and the manager."""
    group = make_group()
    make_mandate(group.body, "growth_step")
    return group, manager_of(group.network)


def proposed(group: Group, **facts: object) -> Decision:
    """A growth step before the board."""
    with looking(group.secretary) as secretary:
        return actions.propose_growth_step(
            group.body,
            by=secretary,
            proposal="De projecten lopen.",
            meeting=make_meeting(group),
            **facts,
        )


def test_a_need_is_met_only_with_evidence_on_a_day_that_has_been() -> None:
    network = make_network()
    need, manager = make_need(network), manager_of(network)
    today = timezone.localdate()
    with looking_as(manager.pk):
        for on, evidence, reason in (
            (today, "  ", "Zonder bewijs telt het niet"),
            (today + timedelta(days=1), "Aangesteld", "een dag in het verleden"),
        ):
            with pytest.raises(Refused, match=reason):
                network_actions.meet_need(need, by=manager, on=on, evidence=evidence)
        met = network_actions.meet_need(
            need, by=manager, on=date(2024, 2, 3), evidence="Aangesteld bij besluit 4"
        )
        assert (met.is_met, met.met_by, met.evidence) == (True, manager, "Aangesteld bij besluit 4")
        with pytest.raises(Refused, match="al vast"):
            network_actions.meet_need(need, by=manager, on=today, evidence="nog eens")
        back = network_actions.take_back_need(need, by=manager, reason="Vertrokken")
        assert not back.is_met
        with pytest.raises(Refused, match="stond niet vast"):
            network_actions.take_back_need(need, by=manager, reason="Vertrokken")


def test_taking_back_asks_why_and_only_the_manager_writes_down_evidence() -> None:
    network = make_network()
    need, manager, other = make_need(network), manager_of(network), make_member(network)
    with looking_as(manager.pk):
        network_actions.meet_need(need, by=manager, on=date(2024, 1, 1), evidence="Er is er een")
        with pytest.raises(Refused, match="Zeg waarom"):
            network_actions.take_back_need(need, by=manager, reason=" ")
    with looking_as(other.pk), pytest.raises(Refused, match="Alleen de netwerkmanager"):
        network_actions.take_back_need(need, by=other, reason="Zomaar")


def test_the_database_takes_no_met_need_without_evidence() -> None:
    network = make_network()
    need = make_need(network)
    with as_platform(network), pytest.raises(IntegrityError), transaction.atomic():
        GrowthNeed.objects.filter(pk=need.pk).update(met_on=date(2024, 1, 1))


def test_a_need_and_a_tier_are_put_once_and_changed_after() -> None:
    network = make_network()
    with as_platform(network):
        _need, first = network_actions.put_need(network, by=None, stage="forming", text="plan", position=1)
        need, changes = network_actions.put_need(network, by=None, stage="forming", text="plan", position=2)
        assert (first, changes, need.is_met) == ({}, {"position": [1, 2]}, False)
        for stage, words, reason in (("groot", "x", "groeifase"), ("forming", " ", "wat er nodig is")):
            with pytest.raises(Refused, match=reason):
                network_actions.put_need(network, by=None, stage=stage, text=words)
        with pytest.raises(Refused, match="soort inbreng"):
            network_actions.put_tier(network, by=None, kind="geld", text="x")


def test_a_member_contributes_in_a_tier_and_can_leave_it() -> None:
    network = make_network()
    tier, manager, member = make_tier(network), manager_of(network), make_member(network)
    outsider = make_member(make_network())
    with looking_as(manager.pk):
        network_actions.join_tier(tier, by=manager, person=member, role="arts")
        found = network_actions.join_tier(tier, by=manager, person=member, role="projectleider")
        assert TierPerson.objects.of(network).get().role == "projectleider"
        with pytest.raises(Refused, match="hoort niet bij dit netwerk"):
            network_actions.join_tier(tier, by=manager, person=outsider)
        network_actions.leave_tier(found, by=manager)
        assert not TierPerson.objects.of(network).exists()


def test_a_valid_go_brings_the_network_into_its_next_stage_with_evidence_and_amount() -> None:
    group, manager = growing()
    network = group.network
    need = make_need(network)
    with looking_as(manager.pk):
        network_actions.meet_need(need, by=manager, on=date(2024, 1, 1), evidence="Aangesteld")
    decision = proposed(group, amount_eur=25_000)
    assert decision.amount_eur == 25_000
    assert decision.dossier["growth"] == {
        "to": "established",
        "needs": [
            {
                "stage": "established",
                "text": "netwerkmanager",
                "met_on": "2024-01-01",
                "evidence": "Aangesteld",
            }
        ],
    }
    with looking_as(manager.pk), pytest.raises(Refused, match="niet geldig"):
        actions.take_growth_step(decision, by=manager)
    decided = decide(group, decision, "fff")
    with looking_as(manager.pk):
        grown = actions.take_growth_step(decided, by=manager)
        assert (grown.growth_stage, grown.is_growth_stage_inferred) == ("established", False)
        event = NetworkEvent.objects.of(network).get()
        assert (event.key, event.happened_on, event.source) == (
            "groeistap-established",
            decided.decided_on,
            f"Besluit {decided.number}",
        )
        with pytest.raises(Refused, match="niet meer in de fase"):
            actions.take_growth_step(decided, by=manager)


def test_a_no_go_or_another_decision_does_not_move_the_network() -> None:
    group, manager = growing()
    decided = decide(group, proposed(group), "fff")
    refused = decide(group, proposed(group), "aaa")
    with looking_as(manager.pk):
        with pytest.raises(Refused, match="niet geldig"):
            actions.take_growth_step(refused, by=manager)
        decided.verdict = "no_go"
        with pytest.raises(Refused, match="zegt: nog niet"):
            actions.take_growth_step(decided, by=manager)
        decided.type = "other"
        with pytest.raises(Refused, match="gaat niet over een groeistap"):
            actions.take_growth_step(decided, by=manager)
    assert Network.objects.get(pk=group.network.pk).growth_stage == "forming"


def test_one_step_waits_at_a_time_and_a_regional_network_has_none_left() -> None:
    group, _manager = growing()
    first = proposed(group)
    with pytest.raises(Refused, match=first.number):
        proposed(group)
    decide(group, first, "aaa")
    with as_platform(group.network):
        network_actions.change_network(group.network, by=None, growth_stage="regional")
    with pytest.raises(Refused, match="geen volgende groeifase"):
        proposed(group)


def test_only_the_office_carries_a_step_out() -> None:
    group, _manager = growing()
    decided = decide(group, proposed(group), "fff")
    with looking(group.secretary) as secretary, pytest.raises(Refused, match="Alleen de netwerkmanager"):
        actions.take_growth_step(decided, by=secretary)


def test_the_line_shows_joins_leaves_agreements_and_events_as_exactly_as_they_are_known() -> None:
    network = make_network()
    make_partner(network, "zgt", name="ZGT", joined_on=date(2020, 1, 2))
    make_partner(network, "weg", name="Weg", status="left", left_on=date(2022, 3, 4))
    make_agreement(network, starts_on=date(2021, 5, 1), starts_precision="month")
    member = make_member(network)
    with as_platform(network):
        network_actions.put_event(
            network, by=None, key="oud", title="Conferentie", period="jaren geleden", precision="period"
        )
    with looking_as(member.pk):
        found = [
            (one.title, one.happened_on, one.precision) for one in growth_path(member, network).happenings
        ]
    assert found == [
        ("Weg treedt uit", date(2022, 3, 4), "day"),
        ("Samenwerkingsovereenkomst gaat in", date(2021, 5, 1), "month"),
        ("ZGT wordt partner", date(2020, 1, 2), "day"),
        ("Conferentie", None, "period"),
    ]


def test_who_signed_an_agreement_on_a_day_is_on_the_line() -> None:
    network = make_network()
    zgt, mst = make_partner(network, "zgt", name="ZGT"), make_partner(network, "mst", name="MST")
    agreement = make_agreement(network, parties=[zgt, mst])
    with as_platform(network):
        network_actions.sign(
            agreement, by=None, partner=zgt, signed_by_name="Anna Smit", signed_on=date(2021, 5, 1)
        )
    member = make_member(network)
    with looking_as(member.pk):
        found = [(one.title, one.happened_on) for one in growth_path(member, network).happenings]
    assert ("ZGT tekent: Samenwerkingsovereenkomst", date(2021, 5, 1)) in found
    assert not any("MST" in title for title, _day in found)


def test_what_several_partners_did_on_one_day_is_one_line() -> None:
    network = make_network()
    for name in ("Een", "Twee", "Drie"):
        make_partner(network, name.lower(), name=name, joined_on=date(2020, 1, 2))
    member = make_member(network)
    with looking_as(member.pk):
        [found] = growth_path(member, network).happenings
    assert (found.title, found.text) == ("3 organisaties worden partner", "Drie, Een, Twee")


# --- Pages


def test_the_page_shows_stages_needs_and_who_may_change_them() -> None:
    network = make_network()
    make_need(network)
    make_tier(network)
    page = text(Browser(network, make_member(network)).get("groeipad/"))
    assert "Dit netwerk is in oprichting" in page
    assert "0 van 1 is er" in page
    assert "artsen" in page
    assert "Leg vast dat dit er is" not in page
    assert "Geen groep heeft nu een mandaat voor een groeistap" in page
    assert "Leg vast dat dit er is" in text(Browser(network, manager_of(network)).get("groeipad/"))


def test_evidence_goes_in_and_back_through_the_pages() -> None:
    network = make_network()
    need, browser = make_need(network), Browser(network, manager_of(network))
    path = f"groeipad/behoefte/{need.pk}/"
    assert browser.get(path).status_code == 200
    empty = browser.post(path, on="2024-01-01", evidence="")
    assert (empty.status_code, "2024-01-01" in text(empty)) == (422, True)
    assert browser.post(path, on="2024-01-01", evidence="Besluit 4").status_code == 302
    page = text(browser.get("groeipad/"))
    assert "1 van 1 is er" in page
    assert "Besluit 4" in page
    assert browser.get(path + "terug/").status_code == 200
    assert browser.post(path + "terug/", reason="").status_code == 422
    assert browser.post(path + "terug/", reason="Vertrokken").status_code == 302
    assert "0 van 1 is er" in text(browser.get("groeipad/"))


def test_needs_tiers_and_people_are_added_through_the_pages() -> None:
    network = make_network()
    manager = manager_of(network)
    browser = Browser(network, manager)
    assert browser.post("groeipad/behoefte/", stage="forming", text="plan").status_code == 302
    assert browser.post("groeipad/behoefte/", stage="groot", text="plan").status_code == 422
    assert (
        browser.post(
            "groeipad/inbreng/", kind="conditions", text="mandaat", who="bestuurders\nmanagers"
        ).status_code
        == 302
    )
    assert browser.post("groeipad/inbreng/", kind="conditions", text="").status_code == 422
    with looking_as(manager.pk):
        tier = ContributionTier.objects.of(network).get()
        assert tier.who == ["bestuurders", "managers"]
    assert (
        browser.post(f"groeipad/inbreng/{tier.pk}/", person=str(manager.pk), role="voorzitter").status_code
        == 302
    )
    assert browser.post(f"groeipad/inbreng/{tier.pk}/", person="niemand").status_code == 422
    assert "voorzitter" in text(browser.get("groeipad/"))
    with looking_as(manager.pk):
        found = TierPerson.objects.of(network).get()
    assert browser.post(f"groeipad/inbreng/mensen/{found.pk}/weg/").status_code == 302
    assert "voorzitter" not in text(browser.get("groeipad/"))


def test_a_step_is_proposed_decided_and_taken_from_the_page() -> None:
    group, manager = growing()
    browser = Browser(group.network, manager)
    assert "Leg de volgende groeistap voor" in text(browser.get("groeipad/"))
    assert browser.get("groeipad/stap/").status_code == 200
    assert browser.post("groeipad/stap/", proposal="", where="volgende").status_code == 422
    sent = browser.post(
        "groeipad/stap/", proposal="De projecten lopen.", amount_eur="25.000", where="volgende"
    )
    assert sent.status_code == 302
    assert browser.post("groeipad/stap/", proposal="Nog eens", where="volgende").status_code == 403
    with looking_as(manager.pk):
        decision = Decision.objects.of(group.network).get()
        assert (decision.type, decision.amount_eur) == ("growth_step", 25_000)
    page = text(browser.get("groeipad/"))
    assert decision.number in page
    assert "Zet het netwerk in de volgende fase" not in page
    assert browser.post(f"groeipad/stap/{decision.number}/").status_code == 403


def test_a_valid_step_gets_a_button_that_carries_it_out() -> None:
    group, manager = growing()
    decided = decide(group, proposed(group), "fff")
    browser = Browser(group.network, manager)
    assert "Zet het netwerk in de volgende fase" in text(browser.get("groeipad/"))
    assert browser.post(f"groeipad/stap/{decided.number}/").status_code == 302
    assert "Dit netwerk is gevestigd" in text(browser.get("groeipad/"))


def test_without_a_mandate_no_step_is_proposed() -> None:
    group = make_group()
    assert Browser(group.network, manager_of(group.network)).get("groeipad/stap/").status_code == 403


def test_the_page_costs_the_same_however_much_there_is() -> None:
    network = make_network()
    browser = Browser(network, manager_of(network))
    make_need(network, "a")
    few = questions(browser, "groeipad/")
    for word in "bcd":
        make_need(network, word)
        make_partner(network, joined_on=date(2020, 1, 2))
    assert questions(browser, "groeipad/") == few
