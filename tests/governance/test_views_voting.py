"""Voting in the browser: the secretary writes votes down in a meeting, members vote themselves in writing."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from schakel.governance.models import Decision, Recusal, Vote
from tests.factories.browsing import Browser, text
from tests.factories.governance import (
    Group,
    as_platform,
    decide,
    make_body,
    make_decision,
    make_deputy,
    make_group,
    make_mandate,
)
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db

NO = 403
WRONG = 422


def soon() -> object:
    """A moment at which a written round closes."""
    return timezone.now() + timedelta(days=5)


def secretary_of(group: Group) -> Browser:
    """The secretary at a browser."""
    return Browser(group.network, group.secretary)


def member_of(group: Group, n: int = 1) -> Browser:
    """A member at a browser."""
    return Browser(group.network, group.people[n])


def said(group: Group, letters: str, decision: Decision, **more: str) -> dict[str, str]:
    """The fields of the form of votes, from letters; the mark of what the form was made from is read off the page."""
    words = {"f": "for", "a": "against", "o": "abstain", "b": "objection", "r": "betrokken", "s": ""}
    fields = {"seen": mark(group, decision), **more}
    for seat, letter in zip(group.seats, letters, strict=True):
        fields[f"choice_{seat.pk}"] = words[letter]
        fields[f"reason_{seat.pk}"] = "Het kan niet zo." if letter in "br" else ""
    return fields


def mark(group: Group, decision: Decision) -> str:
    """The mark in the form of votes."""
    page = text(secretary_of(group).get(f"besluiten/{decision.number}/stemmen/"))
    return page.partition('name="seen" value="')[2].partition('"')[0]


# Voting in a meeting


def test_the_secretary_writes_down_what_each_seat_said(group: Group) -> None:
    decision = make_decision(group)
    response = secretary_of(group).post(
        f"besluiten/{decision.number}/stemmen/", **said(group, "faf", decision)
    )
    assert response.status_code == 302
    assert response["Location"].endswith(f"/besluiten/{decision.number}/vaststellen/")
    with as_platform(group.network):
        assert sorted(Vote.objects.values_list("choice", flat=True)) == ["against", "for", "for"]


def test_pressing_twice_writes_the_same_votes_once(group: Group) -> None:
    decision = make_decision(group)
    for _again in range(2):
        fields = said(group, "fff", decision)
        assert secretary_of(group).post(f"besluiten/{decision.number}/stemmen/", **fields).status_code == 302
    with as_platform(group.network):
        assert Vote.objects.count() == 3


def test_a_recusal_while_writing_moves_the_lamp_as_a_part_and_keeps_nothing(group: Group) -> None:
    decision = make_decision(group)
    at = f"besluiten/{decision.number}/stemmen/"
    part = text(secretary_of(group).post(at, part=True, **said(group, "frs", decision)))
    assert "1 van 2 zetels aanwezig, nodig 2: te weinig" in part
    assert "<html" not in part
    with as_platform(group.network):
        assert not Vote.objects.exists()
        assert not Recusal.objects.exists()


def test_a_recusal_without_reason_is_told_at_the_place_and_keeps_the_rest(group: Group) -> None:
    decision = make_decision(group)
    fields = said(group, "far", decision)
    fields[f"reason_{group.seats[2].pk}"] = ""
    fields[f"reason_{group.seats[1].pk}"] = "Te duur."
    response = secretary_of(group).post(f"besluiten/{decision.number}/stemmen/", **fields)
    assert response.status_code == WRONG
    assert "Schrijf op waarom deze zetel niet meestemt." in text(response)
    assert "Te duur." in text(response)


def test_an_objection_without_reason_does_not_count() -> None:
    group = make_group(n=3, method="consent")
    decision = make_decision(group)
    fields = said(group, "ffb", decision) | {f"reason_{group.seats[2].pk}": ""}
    response = secretary_of(group).post(f"besluiten/{decision.number}/stemmen/", **fields)
    assert response.status_code == WRONG
    assert "Een bezwaar zonder reden telt niet." in text(response)


def test_a_second_secretary_sees_what_the_first_wrote_down_meanwhile(group: Group) -> None:
    decision = make_decision(group)
    mine, theirs = said(group, "fff", decision), said(group, "aaa", decision)
    at = f"besluiten/{decision.number}/stemmen/"
    assert secretary_of(group).post(at, **theirs).status_code == 302
    late = secretary_of(group).post(at, **mine)
    assert late.status_code == WRONG
    assert "Iemand anders legde intussen ook stemmen vast." in text(late)
    assert "Wat intussen is vastgelegd" in text(late)
    with as_platform(group.network):
        assert set(Vote.objects.values_list("choice", flat=True)) == {"against"}


def test_a_second_secretary_sees_the_decision_that_was_taken_meanwhile(group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    fields = said(group, "aaa", decision)
    decide(group, decision, "fff")
    browser = secretary_of(group)
    late = browser.post(f"besluiten/{decision.number}/stemmen/", **fields)
    assert late.status_code == 302
    page = text(browser.get(f"besluiten/{decision.number}/"))
    assert "is al vastgelegd, op" in page
    assert "Hieronder staat het zoals het is vastgelegd." in page


def test_a_member_does_not_write_down_votes(group: Group) -> None:
    decision = make_decision(group)
    refused = member_of(group).get(f"besluiten/{decision.number}/stemmen/")
    assert refused.status_code == NO
    assert "Alleen de secretaris" in text(refused)


@pytest.mark.parametrize("choice", ["ja", "nul\x00", "x" * 1_000_000])
def test_a_tampered_vote_is_told_at_the_place(choice: str, group: Group) -> None:
    decision = make_decision(group)
    fields = said(group, "fff", decision) | {f"choice_{group.seats[0].pk}": choice}
    response = secretary_of(group).post(f"besluiten/{decision.number}/stemmen/", **fields)
    assert response.status_code == WRONG
    assert "Deze keuze is er niet" in text(response)


def test_another_outcome_can_be_voted_on(group: Group) -> None:
    options = [{"code": "explore", "label": "Verken"}, {"code": "park", "label": "Zet in de wacht"}]
    decision = make_decision(group, type="p1", options=options, verdict="explore")
    fields = said(group, "fff", decision, verdict="park")
    assert secretary_of(group).post(f"besluiten/{decision.number}/stemmen/", **fields).status_code == 302
    with as_platform(group.network):
        assert Decision.objects.get().verdict == "park"


def test_a_seat_that_stepped_aside_is_not_asked(group: Group) -> None:
    decision = make_decision(group)
    member_of(group).post(f"besluiten/{decision.number}/betrokken/", reason="Mijn organisatie voert het uit.")
    page = text(secretary_of(group).get(f"besluiten/{decision.number}/stemmen/"))
    assert f"choice_{group.seats[1].pk}" not in page
    assert "Mijn organisatie voert het uit." in page


def test_without_a_single_vote_the_secretary_is_not_led_to_an_outcome(group: Group) -> None:
    decision = make_decision(group)
    empty = secretary_of(group).post(f"besluiten/{decision.number}/stemmen/", **said(group, "sss", decision))
    assert empty.status_code == WRONG
    assert "U legde nog geen stem vast." in text(empty)


def test_for_is_filled_in_for_everybody_who_said_nothing_and_nothing_is_kept_yet(group: Group) -> None:
    decision = make_decision(group)
    at = f"besluiten/{decision.number}/stemmen/"
    page = text(secretary_of(group).post(at, everyone="1", **said(group, "ass", decision)))
    assert page.count('value="for"') == 3
    assert re.findall(r'value="(\w+)"[^>]* checked', page) == ["against", "for", "for"]
    with as_platform(group.network):
        assert not Vote.objects.exists()


# Voting in writing


def test_a_member_reads_whether_the_group_may_decide_before_voting() -> None:
    network = make_network()
    board, group = make_body(network, "Bestuurlijk platform"), make_group(network)
    decision = make_decision(group, closes_at=soon())
    at = f"besluiten/{decision.number}/stem/"
    page = text(member_of(group).get(at))
    assert "De groep heeft geen mandaat voor starten (P3)." in page
    assert "Leg het voor aan" not in page
    make_mandate(board)
    assert "Leg het voor aan: Bestuurlijk platform." in text(member_of(group).get(at))
    make_mandate(group.body)
    assert "Mandaat op" in text(member_of(group).get(at))


def test_a_member_votes_in_writing_and_changes_it(group: Group) -> None:
    decision = make_decision(group, closes_at=soon())
    at = f"besluiten/{decision.number}/"
    browser = member_of(group)
    assert "U bent aan zet" in text(browser.get(at))
    assert browser.post(f"{at}stem/", choice="for", reason="").status_code == 302
    assert browser.post(f"{at}stem/", choice="against", reason="Te duur.").status_code == 302
    assert "Te duur." in text(browser.get(at))
    with as_platform(group.network):
        assert Vote.objects.get().choice == "against"


def test_a_deputy_votes_only_when_the_member_did_not(group: Group) -> None:
    deputy = Browser(group.network, make_deputy(group.seats[1]))
    decision = make_decision(group, closes_at=soon())
    at = f"besluiten/{decision.number}/stem/"
    assert deputy.get(at).status_code == 200
    member_of(group).post(at, choice="for", reason="")
    refused = deputy.post(at, choice="against", reason="")
    assert refused.status_code == NO
    assert "Een plaatsvervanger stemt alleen als het lid dat niet doet." in text(refused)


def test_who_has_no_seat_does_not_vote(group: Group) -> None:
    decision = make_decision(group, closes_at=soon())
    outsider = Browser(group.network, make_member(group.network))
    assert outsider.post(f"besluiten/{decision.number}/stem/", choice="for", reason="").status_code == NO
    assert f"Alleen wie in {group.body.name} zit, stemt." in text(
        outsider.get(f"besluiten/{decision.number}/")
    )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"choice": "", "reason": "Omdat."}, "Kies een van de mogelijkheden."),
        ({"choice": "objection", "reason": "Omdat."}, "Deze keuze is er niet"),
        ({"choice": "for", "reason": "Omdat." + "x" * 1_000_000}, "Maak het korter."),
        ({"choice": "for", "reason": "Omdat.\x00"}, "niet kunnen bewaren"),
    ],
)
def test_a_wrong_vote_is_told_at_the_place_and_keeps_the_reason(
    values: dict, message: str, group: Group
) -> None:
    decision = make_decision(group, closes_at=soon())
    response = member_of(group).post(f"besluiten/{decision.number}/stem/", **values)
    assert response.status_code == WRONG
    assert message in text(response)
    assert "Omdat." in text(response)


def test_a_waiting_proposal_becomes_a_written_round(group: Group) -> None:
    decision = make_decision(group, meeting=None)
    day = (timezone.localdate() + timedelta(days=7)).isoformat()
    browser, at = Browser(group.network, group.chair), f"besluiten/{decision.number}/schriftelijk/"
    assert browser.get(at).status_code == 200
    assert browser.post(at, closes_on="", closes_time="").status_code == WRONG
    assert browser.post(at, closes_on=day, closes_time="").status_code == 302
    assert browser.post(at, closes_on=day, closes_time="").status_code == 302
    assert "om 23.59" in text(browser.get(f"besluiten/{decision.number}/stem/"))


def test_a_written_round_does_not_end_in_the_past(group: Group) -> None:
    decision = make_decision(group, meeting=None)
    response = Browser(group.network, group.chair).post(
        f"besluiten/{decision.number}/schriftelijk/", closes_on="2020-01-01", closes_time=""
    )
    assert response.status_code == WRONG
    assert "een moment na nu" in text(response)
