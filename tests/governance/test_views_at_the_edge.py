"""Pages of governance in the cases that are rare: what a page then says."""

from __future__ import annotations

import io
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import docx
import pytest
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import AgendaItem, Body, ConsentRequest, Decision, PersonalInvitation
from schakel.governance.queries.governing import _words as criterion_in_words
from schakel.governance.rules import Means, NewCondition, Subject
from schakel.network.models import Criterion
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.governance import (
    Group,
    as_platform,
    decide,
    looking,
    make_body,
    make_decision,
    make_group,
    make_mandate,
    make_meeting,
    make_seat,
    make_valid_decision,
)
from tests.factories.network import make_member, make_network, make_partner
from tests.governance.test_views_too_late import TOO_LATE, ahead, office, ratify, secretary
from tests.governance.test_views_voting import said

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


# --- What the page of a group tells


def test_a_group_says_by_which_decision_it_was_founded_and_until_when(group: Group) -> None:
    make_mandate(group.body, "p3", "new_body")
    founding = make_valid_decision(group, type="new_body", title="Een taakgroep")
    with as_platform(group.network):
        Body.objects.filter(pk=group.body.pk).update(founded_by=founding, term_until=date(2036, 1, 2))
    page = text(Browser(group.network, group.chair).get(f"gremia/{group.body.slug}/"))
    assert founding.number in page
    assert "Ingesteld tot" in page
    assert "2 januari 2036" in page


def test_a_group_sees_what_waits_for_its_next_meeting(group: Group) -> None:
    make_decision(group, meeting=None, type="other", title="Een plan zonder dag")
    page = text(Browser(group.network, group.chair).get(f"gremia/{group.body.slug}/"))
    assert "Een plan zonder dag" in page
    assert "Wacht op een besluit." in page


# --- What the page of a decision tells


def page_of(decision: Decision, browser: Browser) -> str:
    return text(browser.get(f"besluiten/{decision.number}/"))


def test_a_decision_that_was_not_carried_says_so_and_one_under_reserve_what_it_lacks(group: Group) -> None:
    browser = secretary(group)
    assert "Nog niet: er ontbreekt iets." in page_of(decide(group, make_decision(group), "fff"), browser)
    make_mandate(group.body)
    lost = decide(group, make_decision(group), "aaf")
    assert "Het voorstel kreeg niet genoeg steun." in page_of(lost, browser)


def test_a_written_round_says_who_did_not_speak_and_when_it_can_be_closed(group: Group) -> None:
    decision = make_decision(group, closes_at=timezone.now() + timedelta(days=5))
    browser = secretary(group)
    assert "Nog niet gestemd" in page_of(decision, browser)
    for seat, person in zip(group.seats, group.people, strict=True):
        with looking(person):
            actions.cast_vote(decision, seat=seat, by=person, choice="for")
    assert "De schriftelijke ronde is voorbij." in page_of(decision, browser)


def test_an_objection_can_be_taken_back_by_who_made_it_and_is_shown_as_taken_back() -> None:
    group = make_group(method="consent")
    decision = make_decision(group, closes_at=timezone.now() + timedelta(days=5))
    person = group.people[2]
    with looking(person):
        vote = actions.cast_vote(
            decision, seat=group.seats[2], by=person, choice="objection", reason="Te duur."
        )
    browser = Browser(group.network, person)
    assert "bezwaar/intrekken/" in page_of(decision, browser)
    assert "bezwaar/intrekken/" not in page_of(decision, Browser(group.network, group.people[1]))
    with looking(person):
        actions.withdraw_objection(vote, by=person, reason="Er is korting.")
    assert "Bezwaar ingetrokken" in page_of(decision, browser)


def test_a_partner_sees_what_is_asked_of_it_and_where_to_answer(group: Group) -> None:
    make_mandate(group.body, consents=["partners_in_plan"])
    partner = make_partner(group.network, "zgt", name="ZGT")
    director = make_member(group.network, Role.REPRESENTATIVE, partner=partner)
    means = [Means(partner, "partners_in_plan", amount_eur=12_000, hours=40)]
    decision = decide(group, make_decision(group, means=means), "fff")
    page = page_of(decision, Browser(group.network, director))
    assert "ZGT moet nog antwoorden. Zonder akkoord geldt het besluit niet." in page
    assert "€\u00a012.000" in page
    assert "40 uur" in page
    assert "Weiger met reden" in page


def test_decisions_that_follow_each_other_name_each_other() -> None:
    network = make_network()
    board = make_group(network, name="Bestuurlijk platform")
    make_mandate(board.body)
    group = make_group(network, parent=board.body)
    first = decide(group, make_decision(group), "fff")
    with looking(make_member(network, Role.MANAGER)) as manager:
        second = actions.ratify(first, by=manager, body=board.body)
    browser = Browser(network, group.secretary)
    assert "Ter bekrachtiging bij Bestuurlijk platform" in page_of(first, browser)
    assert "Bekrachtigt" in page_of(second, browser)
    waiting = make_decision(group)
    with looking(group.secretary) as by:
        above = actions.escalate(waiting, by=by, body=board.body, reason="Te groot.")
    assert "Voorgelegd aan Bestuurlijk platform" in page_of(waiting, browser)
    assert "Voorgelegd na" in page_of(above, browser)


# --- What a meeting and its papers tell


def words(answer: Any) -> str:
    document = docx.Document(io.BytesIO(answer.content))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_the_decision_list_on_paper_says_amount_reason_conditions_and_what_is_missing(group: Group) -> None:
    meeting = make_meeting(group, place="Raadhuis")
    condition = NewCondition("Regel een vervanger", date(2036, 1, 2), owner_name="Anke")
    decision = make_decision(group, meeting=meeting, amount_eur=35_000, conditions=(condition,))
    decide(group, decision, "fff", reason="Het werkt elders ook.")
    paper = words(secretary(group).get(f"overleggen/{meeting.number}/besluitenlijst.docx"))
    for told in (
        "€\u00a035.000",
        "Het werkt elders ook.",
        "Wat nog ontbreekt:",
        "Regel een vervanger",
        "Raadhuis",
    ):
        assert told in paper
    assert "deze lijst kan nog groeien" in paper


def test_a_meeting_without_decisions_says_so_on_paper_and_when_its_list_was_shared(group: Group) -> None:
    meeting = make_meeting(group)
    with looking(group.secretary) as by:
        actions.start_meeting(meeting, by=by)
        actions.close_meeting(meeting, by=by)
    browser = secretary(group)
    assert "In dit overleg is niets besloten." in words(
        browser.get(f"overleggen/{meeting.number}/besluitenlijst.docx")
    )
    assert "Deel de besluitenlijst" in text(browser.get(f"overleggen/{meeting.number}/"))
    with looking(group.secretary) as by:
        actions.publish_decision_list(meeting, by=by)
    page = text(browser.get(f"overleggen/{meeting.number}/"))
    assert "Besluitenlijst gedeeld" in page
    assert "Deel de besluitenlijst" not in page


def test_a_meeting_of_a_group_without_people_cannot_count_anybody() -> None:
    network = make_network()
    body = make_body(network, "Lege groep")
    make_seat(body, "Zetel")
    with looking(make_member(network, Role.MANAGER)) as manager:
        meeting = actions.plan_meeting(body, by=manager, starts_at=timezone.now() + timedelta(days=3))
    page = text(Browser(network, make_member(network)).get(f"overleggen/{meeting.number}/"))
    assert "Alle zetels die meestemmen zijn vrij" in page


def test_a_point_moves_on_the_agenda_as_a_part_of_the_page(group: Group) -> None:
    meeting = ahead(group)
    with looking(group.secretary) as by:
        for title in ("Eerste", "Tweede"):
            actions.add_agenda_item(group.body, by=by, kind="discussion", title=title, meeting=meeting)
        second = AgendaItem.objects.get(title="Tweede")
    part = text(
        secretary(group).post(
            f"overleggen/{meeting.number}/punten/verplaats/", part=True, item=second.pk, to=1
        )
    )
    assert part.index("Tweede") < part.index("Eerste")
    assert "<html" not in part


# --- Growth


def test_a_step_is_not_proposed_while_no_group_may_decide_about_it(group: Group) -> None:
    answer = office(group).get("groeipad/stap/")
    assert answer.status_code == 403
    assert "Geen groep heeft nu een mandaat voor een groeistap." in text(answer)


# --- What is rarely there


def open_with(group: Group, **facts: Any) -> Decision:
    """An open decision with something that only the source of a network file gives it."""
    decision = make_decision(group)
    with as_platform(group.network):
        Decision.objects.filter(pk=decision.pk).update(**facts)
    return decision


def test_a_decision_says_when_it_takes_effect_and_what_it_takes_the_place_of(group: Group) -> None:
    before = make_decision(group, title="Het oude besluit")
    decision = open_with(group, effective_on=date(2036, 1, 2), supersedes=before)
    page = page_of(decision, secretary(group))
    assert "Gaat in op" in page
    assert "2 januari 2036" in page
    assert "Vervangt" in page
    assert "Dit besluit is vervangen." in page_of(before, secretary(group))


def test_a_decision_of_long_ago_without_a_group_names_none(group: Group) -> None:
    with as_platform(group.network):
        past = actions.record_historic_decision(
            group.network, by=None, type="p4", title="Stop", source="Bron"
        )
    assert "groep niet in de bron" in page_of(past, secretary(group))


def test_a_decision_without_a_meeting_can_go_round_in_writing(group: Group) -> None:
    assert "Open een schriftelijke ronde" in page_of(make_decision(group, meeting=None), secretary(group))


def test_when_nobody_may_speak_it_goes_to_the_group_above() -> None:
    network = make_network()
    board = make_body(network, "Bestuurlijk platform")
    group = make_group(network, parent=board)
    meeting = make_meeting(group)
    decision = decide(group, make_decision(group, meeting=meeting), "rrr")
    assert "Leg voor aan Bestuurlijk platform" in page_of(decision, secretary(group))


def test_a_consent_that_is_not_needed_any_more_says_so(group: Group) -> None:
    partner = make_partner(group.network, "zgt", name="ZGT")
    decision = make_decision(group, means=[Means(partner, "partners_in_plan", hours=4)])
    with as_platform(group.network):
        decision.consents.update(is_required=False)
    assert "Niet nodig voor dit besluit" in page_of(decision, secretary(group))


def test_a_condition_that_is_met_asks_for_nothing(group: Group) -> None:
    make_mandate(group.body)
    decision = make_valid_decision(group, conditions=(NewCondition("Regel het", TODAY(), owner_name="Anke"),))
    assert "voorwaarden/vervuld/" in page_of(decision, secretary(group))
    with looking(group.secretary) as by:
        actions.meet_condition(decision.conditions.get(), by=by, note="Geregeld")
    assert "voorwaarden/vervuld/" not in page_of(decision, secretary(group))


def test_the_title_of_a_decision_does_not_say_its_verdict_twice(group: Group) -> None:
    make_mandate(group.body)
    options = [{"code": "start", "label": "Begin"}]
    make_valid_decision(group, verdict="start", options=options, title="Begin de proef")
    assert "Begin de proef" in text(secretary(group).get("besluiten/"))


def test_only_a_decision_under_reserve_is_ratified(group: Group) -> None:
    make_mandate(group.body)
    refused = secretary(group).get(f"besluiten/{make_valid_decision(group).number}/bekrachtigen/")
    assert refused.status_code == 403
    assert "Alleen een besluit onder voorbehoud kan worden bekrachtigd." in text(refused)


def test_a_ratification_is_put_on_the_agenda_of_the_group_that_ratifies(group: Group) -> None:
    browser, path, typed = ratify(group)
    other = make_group(group.network, name="Nog een platform")
    make_mandate(other.body)
    elsewhere = ahead(other)
    answer = browser.post(path, **{**typed, "where": elsewhere.number})
    assert answer.status_code == 422
    assert "Dit overleg is van een andere groep." in text(answer)


def test_who_has_no_seat_cannot_step_aside(group: Group) -> None:
    refused = secretary(group).get(f"besluiten/{make_decision(group).number}/betrokken/")
    assert refused.status_code == 403
    assert "Alleen een lid dat meestemt, kan opzij gaan." in text(refused)


def test_a_vote_that_does_not_exist_and_an_objection_without_a_reason_are_told_at_their_place() -> None:
    group = make_group(method="consent")
    decision = make_decision(group)
    made_up = said(group, "fff", decision) | {f"choice_{group.seats[0].pk}": "zomaar"}
    assert secretary(group).post(f"besluiten/{decision.number}/stemmen/", **made_up).status_code == 422
    written = make_decision(group, closes_at=timezone.now() + timedelta(days=5))
    answer = Browser(group.network, group.people[1]).post(
        f"besluiten/{written.number}/stem/", choice="objection", reason=""
    )
    assert answer.status_code == 422
    assert "Een bezwaar zonder reden telt niet." in text(answer)


def test_where_the_chair_decides_only_the_seat_of_the_chair_speaks() -> None:
    group = make_group(method="chair")
    page = text(secretary(group).get(f"besluiten/{make_decision(group).number}/stemmen/"))
    chair, member = (f'name="choice_{seat.pk}"' for seat in group.seats[:2])
    assert page.count(chair) > page.count(member)


def test_votes_that_cannot_be_written_down_any_more_stay_on_the_form(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    decision = make_decision(group)
    fields = said(group, "fff", decision)

    def refuse(*args: Any, **values: Any) -> None:
        raise Refused(TOO_LATE)

    monkeypatch.setattr(actions, "record_votes", refuse)
    answer = secretary(group).post(f"besluiten/{decision.number}/stemmen/", **fields)
    assert answer.status_code == 422
    assert TOO_LATE in text(answer)


def test_a_point_leads_to_the_gate_and_a_late_condition_says_whose_it_is(group: Group) -> None:
    make_mandate(group.body)
    decision = make_valid_decision(group, conditions=(NewCondition("Regel het", TODAY(), owner_name="Anke"),))
    meeting = ahead(group)
    subject = Subject(
        "initiative", uuid4(), "I-2026-001 Valpreventie", url_name="initiatives:detail", url_key="I-2026-001"
    )
    nowhere = Subject("iets", uuid4(), "Iets anders", url_name="geen:bladzijde", url_key="x")
    with looking(group.secretary) as by:
        put = {"by": by, "meeting": meeting}
        actions.add_agenda_item(group.body, kind="decision", title="Valpreventie", subject=subject, **put)
        actions.add_agenda_item(group.body, kind="discussion", title="Iets anders", subject=nowhere, **put)
        condition = decision.conditions.get()
        actions.add_agenda_item(group.body, kind="condition", title="Regel het", condition=condition, **put)
    page = text(secretary(group).get(f"overleggen/{meeting.number}/"))
    assert "Naar de poort" in page
    assert "Iets anders" in page
    assert "Anke" in page


def test_a_meeting_in_which_everyone_stands_aside_says_that_nobody_can_speak() -> None:
    group = make_group()
    meeting = make_meeting(group)
    decision = make_decision(group, meeting=meeting)
    with looking(group.secretary) as by:
        actions.record_attendance(meeting, by=by, present=group.present("fff"))
        actions.record_votes(decision, by=by, votes=group.votes("rrr"))
    page = text(secretary(group).get(f"besluiten/{decision.number}/stemmen/"))
    assert "Niemand kan meestemmen. Leg het voor aan de groep hierboven." in page


def test_an_invitation_that_was_taken_back_is_listed_with_the_day(group: Group) -> None:
    browser = office(group)
    browser.post("uitnodigingen/nieuw/", name="Anna Smit", email="a.smit@zgt.test", role="professional")
    with as_platform(group.network):
        [invitation] = PersonalInvitation.objects.all()
        actions.revoke_invitation(invitation, by=None)
    assert "Ingetrokken op" in text(browser.get("uitnodigingen/"))


def test_a_mandate_does_not_end_without_a_reason(group: Group) -> None:
    mandate = make_mandate(group.body)
    answer = office(group).post(
        f"gremia/{group.body.slug}/mandaat/{mandate.pk}/einde/", valid_until="", reason=""
    )
    assert answer.status_code == 422


def test_a_criterion_is_compared_with_its_weight_and_what_is_preferred() -> None:
    criterion = Criterion(
        code="C1", text="Past het bij ons?", weight=Decimal("2.50"), preference="meer wijken"
    )
    assert criterion_in_words(criterion) == "Past het bij ons?; weegt 2.5; liefst: meer wijken."


def test_a_decision_of_one_person_names_that_person_and_the_group(group: Group) -> None:
    make_mandate(group.body, "p0", delegated_to="manager")
    with looking(make_member(group.network, Role.MANAGER, name="Marieke Smit")) as manager:
        taken = actions.decide_by_delegation(
            group.body, by=manager, type="p0", title="Neem in behandeling", reason="Compleet"
        )
    page = page_of(taken, secretary(group))
    assert "Mocht dit zo worden besloten?" in page
    assert f"Marieke Smit, namens {group.body.name}" in page


def test_a_free_seat_and_a_member_who_was_there_and_said_nothing_look_different(group: Group) -> None:
    make_seat(group.body, "Welzijn")
    meeting = make_meeting(group)
    decision = make_decision(group, meeting=meeting)
    with looking(group.secretary) as by:
        actions.record_attendance(meeting, by=by, present=group.present("fff"))
    page = page_of(decision, secretary(group))
    assert "Aanwezig, geen stem" in page
    assert "Welzijn" in page


def test_once_everyone_stands_aside_an_open_proposal_is_offered_to_the_group_above() -> None:
    network = make_network()
    board = make_body(network, "Bestuurlijk platform")
    group = make_group(network, parent=board)
    decision = make_decision(group)
    fields = said(group, "rrr", decision)
    assert secretary(group).post(f"besluiten/{decision.number}/stemmen/", **fields).status_code == 302
    assert "Leg voor aan Bestuurlijk platform" in page_of(decision, Browser(network, group.people[1]))


def test_a_consent_that_was_given_asks_nothing_and_a_condition_says_who_may_meet_it(group: Group) -> None:
    make_mandate(group.body, consents=["partners_in_plan"])
    partner = make_partner(group.network, "zgt", name="ZGT")
    director = make_member(group.network, Role.REPRESENTATIVE, partner=partner)
    condition = NewCondition("Regel het", TODAY(), owner_name="Anke")
    means = [Means(partner, "partners_in_plan", hours=4)]
    decision = decide(group, make_decision(group, means=means, conditions=(condition,)), "fff")
    with looking(director):
        request = ConsentRequest.objects.select_related("partner", "network", "decision__network").get()
        actions.give_consent(request, by=director)
    page = page_of(decision, Browser(group.network, make_member(group.network)))
    assert "Weiger met reden" not in page
    assert "voorwaarden/vervuld/" not in page


def test_a_group_that_was_closed_says_when(group: Group) -> None:
    with as_platform(group.network):
        Body.objects.filter(pk=group.body.pk).update(closed_on=date(2026, 1, 2), closing_reason="Klaar")
    page = text(secretary(group).get(f"gremia/{group.body.slug}/"))
    assert "Opgeheven" in page
    assert "2 januari 2026" in page


def test_the_paper_of_a_cancelled_meeting_says_why_it_was(group: Group) -> None:
    meeting = ahead(group)
    with looking(group.secretary) as by:
        actions.cancel_meeting(meeting, by=by, reason="Te weinig leden.")
    for paper in ("agenda.docx", "besluitenlijst.docx"):
        assert "afgezegd: Te weinig leden." in words(
            secretary(group).get(f"overleggen/{meeting.number}/{paper}")
        )


def test_a_point_without_a_title_is_told_and_one_that_moves_leads_back_to_the_agenda(group: Group) -> None:
    meeting, browser = ahead(group), secretary(group)
    at = f"overleggen/{meeting.number}/punten/"
    assert browser.post(at, title="", kind="discussion").status_code == 422
    with looking(group.secretary) as by:
        item = actions.add_agenda_item(group.body, by=by, kind="discussion", title="Eerste", meeting=meeting)
    moved = browser.post(f"{at}verplaats/", item=item.pk, to=1)
    assert moved["Location"].endswith(f"/overleggen/{meeting.number}/#agenda-kop")


def test_a_member_reads_first_what_stepping_aside_means(group: Group) -> None:
    answer = Browser(group.network, group.people[1]).get(
        f"besluiten/{make_decision(group).number}/betrokken/"
    )
    assert "U bent betrokken en stemt niet mee" in text(answer)


def test_a_criterion_that_counts_by_itself_says_by_which_rule() -> None:
    rule, label = Criterion._meta.get_field("rule").choices[-1]
    assert str(label) in criterion_in_words(Criterion(code="C1", text="Past het?", rule=rule))
