"""Decisions of the past carry their source, their silence and the precision of their date."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.permissions import is_being_set_up
from schakel.governance.rules import NewCondition, Subject
from schakel.network.rules import Role
from schakel.web.formats import dutch_date
from tests.factories.browsing import Browser, text
from tests.factories.governance import (
    as_platform,
    decide,
    looking,
    make_body,
    make_decision,
    make_group,
    make_mandate,
)
from tests.factories.network import make_member, make_network
from tests.factories.refusals import refused

pytestmark = pytest.mark.django_db
FACTS = {"type": "p4", "title": "Stop de pilot", "source": "Pagina van het netwerk"}


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


def test_what_happened_since_the_network_works_here_is_no_history():
    network = make_network(created_at=datetime(2026, 3, 1, tzinfo=UTC))
    manager = make_member(network, Role.MANAGER)
    with looking(manager):
        for day in (date(2026, 3, 1), date(2026, 5, 9)):
            with refused("begon op 1 maart 2026 met Schakel"):
                actions.record_historic_decision(network, by=manager, happened_on=day, **FACTS)
        with refused("Schrijf op wanneer dit was, zo precies als u weet."):
            actions.record_historic_decision(network, by=manager, **FACTS)
        made = actions.record_historic_decision(network, by=manager, happened_on=date(2026, 2, 28), **FACTS)
        assert made.is_historic


def test_a_period_in_which_the_network_began_here_asks_for_a_finer_date():
    network = make_network(created_at=datetime(2026, 3, 15, tzinfo=UTC))
    manager = make_member(network, Role.MANAGER)
    year, month = date(2026, 1, 1), date(2026, 3, 1)
    with looking(manager):
        for on, precision, words in (
            (
                year,
                "year",
                "In 2026 begon dit netwerk met Schakel, op 15 maart 2026. Alleen wat daarvóór was",
            ),
            (year, "period", "Schrijf de maand of de dag op"),
            (
                month,
                "month",
                "In maart 2026 begon dit netwerk met Schakel, op 15 maart 2026. .* Schrijf de dag op",
            ),
        ):
            with refused(words):
                actions.record_historic_decision(
                    network, by=manager, happened_on=on, precision=precision, **FACTS
                )
        for on, precision in ((date(2025, 1, 1), "year"), (date(2026, 2, 1), "month"), (month, "day")):
            assert actions.record_historic_decision(
                network, by=manager, happened_on=on, precision=precision, **FACTS
            ).is_historic


def test_a_meeting_of_an_earlier_day_is_written_down_by_the_secretary_with_the_reason():
    group = make_group(network=make_network(created_at=timezone.now() - timedelta(days=30)))
    make_mandate(group.body)
    plan, why = actions.plan_meeting, "De notulen lagen nog bij de voorzitter."
    last_week, too_early = (timezone.now() - timedelta(days=days) for days in (7, 40))
    with looking(group.chair) as chair, refused("Dit overleg is al geweest. Alleen de secretaris kan"):
        plan(group.body, by=chair, starts_at=last_week, late_reason=why)
    with looking(group.secretary) as secretary:
        with refused("Schrijf op waarom u het achteraf vastlegt."):
            plan(group.body, by=secretary, starts_at=last_week)
        with refused("Wat daarvóór is besloten, komt uit een bron."):
            plan(group.body, by=secretary, starts_at=too_early, late_reason=why)
        ahead = plan(group.body, by=secretary, starts_at=timezone.now() + timedelta(days=1), late_reason=why)
        assert ahead.late_reason == ""
        with refused("Deze dag is voorbij."):
            actions.change_meeting(ahead, by=secretary, starts_at=last_week, place="", title="")
        meeting = plan(group.body, by=secretary, starts_at=last_week, late_reason=why)
    decision = make_decision(group, meeting=meeting)
    browser = Browser(group.network, group.people[1])
    page = f"besluiten/{decision.number}/"
    assert why in text(browser.get(page))
    decide(group, decision, "fff")
    said = text(browser.get(page))
    assert "Achteraf vastgelegd" in said
    assert f"op {dutch_date(timezone.localdate())}: {why}" in said
    assert "Dit overleg is achteraf vastgelegd." in text(browser.get(f"overleggen/{meeting.number}/"))
