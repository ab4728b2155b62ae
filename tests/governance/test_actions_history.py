"""Decisions of the past carry their source, their silence and the precision of their date."""

from datetime import date

import pytest
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.permissions import is_being_set_up
from schakel.governance.rules import NewCondition, Subject
from schakel.web.refusal import Refused
from tests.factories.governance import as_platform, looking, make_body
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db
FACTS = {"type": "p4", "title": "Stop de pilot", "source": "Pagina van het netwerk"}


def refused(words: str):
    return pytest.raises(Refused, match=words)


def test_a_historic_decision_says_what_the_source_tells_and_where_it_is_silent():
    network = make_network()
    body = make_body(network)
    with as_platform(network):
        decision = actions.record_historic_decision(
            network,
            by=None,
            body=body,
            happened_on=date(2016, 4, 1),
            precision="month",
            verdict="stop",
            options=[{"code": "stop", "label": "Stop"}],
            subject=Subject("initiative", None, "Expertiseteam Geriatrie", "pilot"),
            reason="Het aantal consulten bleef te klein",
            known={"mandate": "De stuurgroep besloot."},
            conditions=[NewCondition("Een vaste specialist", date(2016, 9, 1), owner_name="Partners")],
            **FACTS,
        )
        assert decision.number == "B-2016-001"
        assert (decision.decided_in_words, decision.verdict_label) == ("april 2016", "Stop")
        assert decision.is_historic
        assert decision.is_valid
        assert decision.decided_at is None
        assert [proof.words for proof in decision.judgement.proofs] == [
            "De stuurgroep besloot.", "Niet in de bron.", "Niet in de bron.", "Niet in de bron.",
        ]  # fmt: skip
        assert decision.judgement.missing == ()
        assert decision.conditions.count() == 1
        assert is_being_set_up(network)
        with refused("is al genomen"):
            actions.withdraw_decision(decision, by=None, reason="Fout")


def test_the_source_may_know_neither_the_day_nor_the_body():
    network = make_network()
    with as_platform(network):
        decision = actions.record_historic_decision(network, by=None, precision="period", **FACTS)
        assert decision.number == f"B-{timezone.localdate().year}-001"
        assert decision.decided_in_words == "datum niet in de bron"
        assert decision.body is None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"type": "p9"}, "Deze soort besluit kennen wij niet"),
        ({"precision": "decade"}, "Deze zekerheid van een datum kennen wij niet"),
        ({"happened_on": timezone.localdate()}, "Een oud besluit ligt vóór vandaag"),
        ({"source": " "}, "Vul in: de bron"),
        ({"title": " "}, "Vul in: de titel"),
        ({"verdict": "x", "options": [{"code": "stop", "label": "Stop"}]}, "Kies als voorstel"),
    ],
)
def test_history_that_makes_no_sense_is_refused(wrong, words):
    network = make_network()
    with as_platform(network), refused(words):
        actions.record_historic_decision(network, by=None, **{**FACTS, **wrong})


def test_only_the_office_records_history():
    network = make_network()
    professional = make_member(network)
    with looking(professional), refused("Alleen de netwerkmanager kan oude besluiten vastleggen"):
        actions.record_historic_decision(network, by=professional, **FACTS)
