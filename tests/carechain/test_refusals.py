"""What is not done with data of a chain, and why: the reason for each, whoever asks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from schakel.carechain import actions
from schakel.carechain.models import Bottleneck, ChainLink, EventLog
from schakel.carechain.permissions import (
    why_not_add_piece,
    why_not_ask_cut,
    why_not_begin_idea,
    why_not_look,
    why_not_measure_link,
    why_not_open,
    why_not_prepare,
    why_not_remove,
    why_not_vote_bottleneck,
)
from schakel.carechain.rules import LogState
from schakel.carechain.rules.choices import months_of, whole_periods
from schakel.carechain.rules.logs import why_not_columns
from schakel.network.rules import Role
from tests.factories.carechain import make_purpose
from tests.factories.governance import looking
from tests.factories.network import make_agreement, make_member, make_network, make_partner
from tests.factories.refusals import refused

pytestmark = pytest.mark.django_db
KNOWN = [{"name": "zaak"}, {"name": "stap"}, {"name": "begin"}, {"name": "arts", "has_bsns": True}]


def test_a_log_says_by_where_it_stands_what_cannot_be_done_with_it():
    network = make_network()
    analyst, other = make_member(network, Role.ANALYST), make_member(network, Role.ANALYST)
    outsider = make_member(make_network(), Role.ANALYST)

    def at(state: LogState, **facts: Any) -> EventLog:
        return EventLog(network=network, sent_by=analyst, state=state, **facts)

    gone = {"removal_asked_at": timezone.now()}
    assert "Alleen wie dit bestand stuurt" in (why_not_add_piece(other, at(LogState.RECEIVING)) or "")
    assert "Alleen wie dit bestand stuurt" in (why_not_add_piece(None, at(LogState.RECEIVING)) or "")
    assert "al binnen" in (why_not_add_piece(analyst, at(LogState.RECEIVED)) or "")
    assert "al binnen" in (why_not_add_piece(analyst, at(LogState.RECEIVING, **gone)) or "")
    assert "al bekeken" in (why_not_look(analyst, at(LogState.READY)) or "")
    assert "staat al klaar" in (why_not_prepare(analyst, at(LogState.READY)) or "")
    assert "bekijken dit bestand nog" in (why_not_prepare(analyst, at(LogState.RECEIVED)) or "")
    assert "niet klaar" in (why_not_open(analyst, at(LogState.RECEIVED)) or "")
    assert "niet klaar" in (why_not_open(analyst, at(LogState.READY, **gone)) or "")
    assert "hoort, kiest" in (why_not_ask_cut(outsider, at(LogState.READY)) or "")
    assert "al verwijderd" in (why_not_remove(analyst, at(LogState.READY, **gone)) or "")
    with looking(analyst):
        assert "niet klaar" in (why_not_ask_cut(analyst, at(LogState.RECEIVED)) or "")
        assert why_not_ask_cut(analyst, at(LogState.READY)) is None
        assert why_not_open(analyst, at(LogState.READY)) is None


def test_a_part_of_a_chain_is_no_indicator_and_a_bottleneck_that_ended_no_idea():
    network = make_network()
    manager = make_member(network, Role.MANAGER)
    part = ChainLink(network=network, cut_id=network.pk)
    assert "een keuze uit het logboek" in (why_not_measure_link(manager, part) or "")
    solved = Bottleneck(network=network, state="solved")
    told = f"Dit knelpunt is {solved.get_state_display()}."
    assert why_not_begin_idea(manager, solved) == told
    assert why_not_vote_bottleneck(manager, solved, make_partner(network)) == told


def test_a_purpose_is_of_this_network_and_says_what_for_and_how_long():
    network = make_network()
    manager, agreement = make_member(network, Role.MANAGER), make_agreement(network)
    told = {"by": manager, "goal": "Zien waar men wacht", "ground": "Artikel 3", "longest_months": 12}
    with looking(manager):
        with refused("Bewaar gegevens tussen 1 en"):
            actions.record_purpose(network, agreement=agreement, **{**told, "longest_months": 0})
        with refused("waarvoor de gegevens zijn"):
            actions.record_purpose(network, agreement=agreement, **{**told, "goal": " "})
        with refused("van een ander netwerk"):
            actions.record_purpose(network, agreement=make_agreement(make_network()), **told)


def test_a_file_that_is_empty_or_too_large_is_not_begun_and_a_piece_has_a_size():
    purpose = make_purpose(network := make_network())
    analyst = make_member(network, Role.ANALYST)
    told = {"title": "Zorg", "filename": "zorg.csv", "keep_until": timezone.localdate() + timedelta(days=30)}
    with looking(analyst):
        with refused("Dit bestand is leeg"):
            actions.begin_log(purpose, by=analyst, n_bytes=0, **told)
        with refused("groter dan"):
            actions.begin_log(purpose, by=analyst, n_bytes=10**12, **told)
        log = actions.begin_log(purpose, by=analyst, n_bytes=12, **told)
        with refused("Een stuk van een bestand"):
            actions.add_piece(log, by=analyst, at=0, data=b"")


def test_a_bottleneck_says_what_happens_where_and_why_it_ended():
    network = make_network()
    professional = make_member(network, Role.PROFESSIONAL)
    told = {"title": "Wachten op de wijk", "story": "Niemand belt terug.", "cause": "staff"}
    with looking(professional):
        with refused("Schrijf op wat er hapert"):
            actions.name_bottleneck(network, by=professional, **{**told, "story": "  "})
        with refused("hoort bij een ander netwerk"):
            actions.name_bottleneck(
                network, by=professional, link=ChainLink(network_id=make_network().pk), **told
            )
        named = actions.name_bottleneck(network, by=professional, **told)
        with refused("Schrijf op waarom"):
            actions.change_bottleneck(named, by=professional, state="solved", reason=" ")


def test_columns_that_are_not_in_the_file_or_hold_numbers_of_citizens_are_refused():
    needed = {"case": "zaak", "activity": "stap", "start": "begin"}
    assert why_not_columns(needed, KNOWN) is None
    assert "Kies welke kolom" in (why_not_columns({}, KNOWN) or "")
    assert "staat niet in het bestand" in (why_not_columns({**needed, "organisation": "huis"}, KNOWN) or "")
    assert "burgerservicenummers" in (why_not_columns({**needed, "organisation": "arts"}, KNOWN) or "")


def test_a_log_without_days_has_no_months():
    assert months_of(None, None) == []
    assert whole_periods([{"month": "2026-01"}], None, None) == []
