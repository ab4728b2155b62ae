"""A partner's consent: whose is needed, who gives it, and what waits for it."""

import pytest

from schakel.governance import actions
from schakel.governance.rules import (
    DecisionStatus,
)
from schakel.journal.models import Entry
from tests.factories.consents import consent, request_of
from tests.factories.governance import (
    as_platform,
    decide,
    looking,
    make_decision,
    make_group,
    make_mandate,
)
from tests.factories.network import make_member, make_membership
from tests.factories.refusals import refused

pytestmark = pytest.mark.django_db


def test_a_decision_waits_for_every_consent_and_then_becomes_valid(shared):
    decision = decide(shared, make_decision(shared, means=shared.means), "fff")
    assert decision.status == DecisionStatus.PROVISIONAL
    assert decision.judgement.missing == ("Nog geen antwoord van Menzis en Zgt.",)
    decision = consent(decision, shared.zgt, "zgt")
    assert decision.status == DecisionStatus.PROVISIONAL
    decision = consent(decision, shared.menzis, "menzis", reason="Binnen het budget")
    assert decision.is_valid
    assert decision.proof["ok"]["consents"]
    with looking(shared.menzis):
        given = decision.consents.get(partner__slug="menzis")
        assert (given.state, given.given_by, given.reason) == ("given", shared.menzis, "Binnen het budget")
        assert str(given).endswith("akkoord")
        assert Entry.objects.get(verb="consented", on_behalf_of="Menzis").person_name == shared.menzis.name
        assert Entry.objects.filter(verb="became valid").count() == 1


def test_consent_can_be_given_while_the_group_still_decides(shared):
    decision = make_decision(shared, means=shared.means)
    assert consent(decision, shared.zgt, "zgt").status == DecisionStatus.OPEN
    consent(decision, shared.menzis, "menzis")
    assert decide(shared, decision, "fff").is_valid


def test_only_the_representative_of_that_partner_answers_signed_in(shared):
    decision = decide(shared, make_decision(shared, means=shared.means), "fff")
    manager = make_member(shared.network, "manager")
    request = request_of(decision, manager, "zgt")
    for other in (manager, shared.menzis, shared.secretary):
        with looking(other), refused("Alleen de vertegenwoordiger van Zgt"):
            actions.give_consent(request, by=other)
    with as_platform(shared.network):
        for by in (shared.zgt, None):
            with refused("Akkoord geeft alleen de vertegenwoordiger van Zgt zelf, ingelogd"):
                actions.give_consent(request, by=by)


def test_a_representative_of_two_partners_answers_for_both(shared):
    menzis = shared.means[1].partner
    make_membership(shared.network, "representative", person=shared.zgt, partner=menzis)
    decision = decide(shared, make_decision(shared, means=shared.means), "fff")
    consent(decision, shared.zgt, "zgt")
    assert consent(decision, shared.zgt, "menzis").is_valid


def test_a_refused_consent_keeps_the_decision_under_reserve_until_it_is_given(shared):
    decision = decide(shared, make_decision(shared, means=shared.means), "fff")
    consent(decision, shared.menzis, "menzis")
    request = request_of(decision, shared.zgt, "zgt")
    with looking(shared.zgt) as zgt:
        with refused("Vul in: waarom u geen akkoord geeft"):
            actions.refuse_consent(request, by=zgt, reason="")
        decision = actions.refuse_consent(request, by=zgt, reason="Wij hebben die mensen niet")
        assert decision.status == DecisionStatus.PROVISIONAL
        assert decision.judgement.missing == ("Geen akkoord van Zgt. Wel akkoord: Menzis.",)
    assert consent(decision, shared.zgt, "zgt").is_valid
    with refused("wacht niet meer op akkoord"):
        consent(decision, shared.zgt, "zgt")


def test_consent_is_given_once(shared):
    decision = make_decision(shared, means=shared.means)
    consent(decision, shared.zgt, "zgt")
    with refused("Zgt gaf al akkoord"):
        consent(decision, shared.zgt, "zgt")


def test_a_mandate_that_asks_no_consent_does_not_wait_for_it(shared):
    other = make_group(shared.network)
    make_mandate(other.body)
    assert decide(other, make_decision(other, means=shared.means), "fff").is_valid


def test_the_mandate_of_the_day_decides_whose_consent_is_needed(shared):
    decision = make_decision(shared, means=shared.means)
    with as_platform(shared.network):
        shared.body.mandates.update(consents=["funder"])
    decision = decide(shared, decision, "fff")
    assert decision.judgement.missing == ("Nog geen antwoord van Menzis.",)
    with looking(shared.secretary):
        assert not decision.consents.get(partner__slug="zgt").is_required


def test_all_consents_cannot_mend_a_missing_mandate(shared):
    decision = decide(shared, make_decision(shared, type="p4", means=shared.means), "fff")
    consent(decision, shared.zgt, "zgt")
    assert consent(decision, shared.menzis, "menzis").status == DecisionStatus.PROVISIONAL
