"""The pages of meetings: planning, agenda, who is there, closing, the decision list."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import AgendaItem, Attendance, Meeting
from schakel.network.rules import Role
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import (
    Group,
    as_platform,
    decide,
    looking,
    make_body,
    make_decision,
    make_deputy,
    make_group,
    make_mandate,
    make_meeting,
)
from tests.factories.network import make_member

pytestmark = pytest.mark.django_db

NO = 403
WRONG = 422
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def secretary_of(group: Group) -> Browser:
    """The secretary at a browser."""
    return Browser(group.network, group.secretary)


def member_of(group: Group) -> Browser:
    """A plain member at a browser."""
    return Browser(group.network, group.people[1])


def add_point(meeting: Meeting, group: Group, title: str) -> AgendaItem:
    """A point for discussion on the agenda."""
    with looking(group.secretary) as by:
        return actions.add_agenda_item(group.body, by=by, kind="discussion", title=title, meeting=meeting)


def test_the_meetings_of_my_own_groups_come_first() -> None:
    mine = make_group()
    theirs = make_group(mine.network)
    make_meeting(mine, title="Ons overleg")
    make_meeting(theirs, title="Hun overleg")
    page = text(member_of(mine).get("overleggen/"))
    assert page.index("Uw overleggen") < page.index("Ons overleg") < page.index("Hun overleg")


def test_a_secretary_plans_a_meeting_on_the_clock_of_the_netherlands(group: Group) -> None:
    response = secretary_of(group).post(
        "overleggen/plan/", body=group.body.slug, day="2036-07-02", time="16:00", place="Raadhuis", title=""
    )
    assert response.status_code == 302
    with as_platform(group.network):
        assert Meeting.objects.get().starts_at == datetime(2036, 7, 2, 16, tzinfo=AMSTERDAM)


def test_pressing_twice_plans_one_meeting(group: Group) -> None:
    browser = secretary_of(group)
    for _again in range(2):
        browser.post(
            "overleggen/plan/", body=group.body.slug, day="2036-07-02", time="16:00", place="", title=""
        )
    with as_platform(group.network):
        assert Meeting.objects.count() == 1


def test_a_plan_without_a_day_is_told_at_the_place_and_keeps_the_rest(group: Group) -> None:
    response = secretary_of(group).post(
        "overleggen/plan/", body=group.body.slug, day="", time="16:00", place="Raadhuis", title=""
    )
    assert response.status_code == WRONG
    assert "Vul een datum in." in text(response)
    assert "Raadhuis" in text(response)


def test_a_plain_member_does_not_plan_and_reads_who_does(group: Group) -> None:
    assert member_of(group).get("overleggen/plan/").status_code == NO
    page = text(member_of(group).get("overleggen/"))
    assert "Alleen een voorzitter, een secretaris of de netwerkmanager plant een overleg." in page


def test_a_secretary_cannot_plan_for_another_group() -> None:
    mine = make_group()
    other = make_body(mine.network)
    response = secretary_of(mine).post("overleggen/plan/", body=other.slug, day="2026-07-02", time="16:00")
    assert response.status_code == WRONG
    assert "Deze keuze is er niet" in text(response)


def test_a_meeting_moves_to_another_day(group: Group) -> None:
    meeting = make_meeting(group, starts_at=timezone.now() + timedelta(days=5))
    browser = secretary_of(group)
    at = f"overleggen/{meeting.number}/wijzig/"
    assert browser.get(at).status_code == 200
    moved = browser.post(at, body=group.body.slug, day="2027-01-14", time="09:30", place="Online", title="")
    assert moved.status_code == 302
    page = text(browser.get(f"overleggen/{meeting.number}/"))
    assert "donderdag 14 januari om 09.30" in page
    assert "Online" in page


def test_the_lamp_says_how_many_seats_are_needed_before_anyone_is_noted() -> None:
    group = make_group(n=5)
    page = text(secretary_of(group).get(f"overleggen/{make_meeting(group).number}/"))
    assert "Nodig zijn 3 van de 5 zetels" in page


def test_noting_who_is_there_moves_the_lamp_as_a_part(group: Group) -> None:
    meeting = make_meeting(group)
    present = {
        f"seat_{seat.pk}": person.pk for seat, person in zip(group.seats[:2], group.people[:2], strict=True)
    }
    part = secretary_of(group).post(f"overleggen/{meeting.number}/aanwezigheid/", part=True, **present)
    assert "2 van 3 zetels aanwezig, nodig 2: genoeg" in text(part)
    assert "<html" not in text(part)


def test_noting_who_is_there_works_without_script(group: Group) -> None:
    meeting = make_meeting(group)
    one = {f"seat_{group.seats[0].pk}": group.people[0].pk, f"seat_{group.seats[1].pk}": "afwezig"}
    browser = secretary_of(group)
    assert browser.post(f"overleggen/{meeting.number}/aanwezigheid/", **one).status_code == 302
    assert "1 van 3 zetels aanwezig, nodig 2: te weinig" in text(browser.get(f"overleggen/{meeting.number}/"))


def test_everyone_is_noted_with_one_button(group: Group) -> None:
    meeting = make_meeting(group)
    browser = secretary_of(group)
    assert browser.post(f"overleggen/{meeting.number}/aanwezigheid/", everyone="1").status_code == 302
    assert "3 van 3 zetels aanwezig, nodig 2: genoeg" in text(browser.get(f"overleggen/{meeting.number}/"))


def test_a_deputy_is_noted_as_such(group: Group) -> None:
    deputy = make_deputy(group.seats[0])
    meeting = make_meeting(group)
    browser = secretary_of(group)
    browser.post(f"overleggen/{meeting.number}/aanwezigheid/", **{f"seat_{group.seats[0].pk}": deputy.pk})
    with as_platform(group.network):
        assert Attendance.objects.get(is_present=True).person_id == deputy.pk
    assert "plaatsvervanger" in text(member_of(group).get(f"overleggen/{meeting.number}/"))


def test_somebody_who_does_not_sit_there_cannot_be_noted(group: Group) -> None:
    meeting = make_meeting(group)
    stranger = make_member(group.network)
    response = secretary_of(group).post(
        f"overleggen/{meeting.number}/aanwezigheid/", **{f"seat_{group.seats[0].pk}": stranger.pk}
    )
    assert response.status_code == WRONG
    assert "Deze keuze is er niet" in text(response)


def test_a_member_does_not_note_who_is_there(group: Group) -> None:
    meeting = make_meeting(group)
    at = f"overleggen/{meeting.number}/"
    assert "Alleen de secretaris kan aanwezigheid, stemmen en besluiten vastleggen." in text(
        member_of(group).get(at)
    )
    response = member_of(group).post(
        f"{at}aanwezigheid/", **{f"seat_{group.seats[0].pk}": group.people[0].pk}
    )
    assert response.status_code == NO


def test_a_point_of_ones_own_stands_on_the_agenda_once(group: Group) -> None:
    meeting = make_meeting(group)
    browser = secretary_of(group)
    for _again in range(2):
        made = browser.post(
            f"overleggen/{meeting.number}/punten/", kind="discussion", title="Rondvraag", note=""
        )
        assert made.status_code == 302
    with as_platform(group.network):
        assert meeting.items.count() == 1


def test_points_change_places(group: Group) -> None:
    meeting = make_meeting(group)
    add_point(meeting, group, "Eerst")
    second = add_point(meeting, group, "Daarna")
    part = secretary_of(group).post(
        f"overleggen/{meeting.number}/punten/verplaats/", part=True, item=second.pk, to=1
    )
    assert text(part).index("Daarna") < text(part).index("Eerst")
    assert "<html" not in text(part)


def test_a_point_leaves_the_agenda(group: Group) -> None:
    meeting = make_meeting(group)
    point = add_point(meeting, group, "Rondvraag")
    browser = secretary_of(group)
    assert browser.post(f"overleggen/{meeting.number}/punten/verwijder/", item=point.pk).status_code == 302
    assert "Van de agenda gehaald: Rondvraag." in text(browser.get(f"overleggen/{meeting.number}/"))


@pytest.mark.parametrize("values", [{"item": "x", "to": 1}, {"item": "", "to": "0"}, {}])
def test_a_tampered_move_is_refused_in_words(values: dict, group: Group) -> None:
    response = secretary_of(group).post(
        f"overleggen/{make_meeting(group).number}/punten/verplaats/", **values
    )
    assert response.status_code == NO
    assert "ververs de pagina" in text(response)


def test_a_point_of_another_meeting_cannot_be_moved_here(group: Group) -> None:
    other = add_point(make_meeting(group, starts_at=timezone.now() - timedelta(minutes=3)), group, "Elders")
    response = secretary_of(group).post(
        f"overleggen/{make_meeting(group).number}/punten/verplaats/", item=other.pk, to=1
    )
    assert response.status_code == NO


def test_a_plain_member_does_not_touch_the_agenda(group: Group) -> None:
    meeting = make_meeting(group)
    point = add_point(meeting, group, "Rondvraag")
    for path, values in (("punten/verplaats/", {"to": 1}), ("punten/verwijder/", {})):
        response = member_of(group).post(f"overleggen/{meeting.number}/{path}", item=point.pk, **values)
        assert response.status_code == NO
    assert member_of(group).get(f"overleggen/{meeting.number}/punten/").status_code == NO


def test_a_meeting_is_shared_started_and_closed_in_words_first(group: Group) -> None:
    meeting = make_meeting(group)
    decision = make_decision(group, meeting=meeting)
    browser, at = secretary_of(group), f"overleggen/{meeting.number}/"
    for deed in ("deel-agenda/", "begin/", "begin/"):
        assert browser.post(at + deed).status_code == 302
    assert "Het overleg is begonnen." in text(browser.get(at))
    asked = text(browser.get(f"{at}sluit/"))
    assert f"Over {decision.number}, Begin de proef, is nog niets besloten." in asked
    assert browser.post(f"{at}sluit/").status_code == 302
    assert browser.post(f"{at}sluit/").status_code == 302
    assert "Dit overleg was al afgesloten." in text(browser.get(at))


def test_a_meeting_does_not_begin_before_its_day(group: Group) -> None:
    meeting = make_meeting(group, starts_at=timezone.now() + timedelta(days=5))
    browser = secretary_of(group)
    assert "Begin het dan." in text(browser.get(f"overleggen/{meeting.number}/"))
    assert browser.post(f"overleggen/{meeting.number}/begin/").status_code == NO


def test_the_note_of_the_secretary_is_kept_and_read(group: Group) -> None:
    meeting = make_meeting(group)
    at = f"overleggen/{meeting.number}/"
    assert secretary_of(group).post(f"{at}aantekening/", secretary_note="Kort en goed.").status_code == 302
    assert "Kort en goed." in text(member_of(group).get(at))
    too_long = secretary_of(group).post(f"{at}aantekening/", secretary_note="x" * 1_000_000)
    assert too_long.status_code == WRONG
    assert "Maak het korter" in text(too_long)


def test_the_decision_list_names_what_was_decided_and_who_was_there(group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    later = make_decision(group, meeting=decision.meeting, title="Koop een bus")
    told = make_decision(group, meeting=None, title="Alleen gemeld")
    with as_platform(group.network):
        AgendaItem.objects.filter(decision=told).delete()
        AgendaItem.objects.create(
            network=group.network,
            body=group.body,
            meeting=decision.meeting,
            kind="report",
            title=told.title,
            decision=told,
        )
    decide(group, decision, "ffr", reason="Het plan is goed.")
    with looking(group.secretary) as secretary:
        actions.start_meeting(decision.meeting, by=secretary)
        actions.close_meeting(decision.meeting, by=secretary)
    page = text(member_of(group).get(f"overleggen/{decision.meeting.number}/besluitenlijst/"))
    assert decision.number in page
    assert "2 voor." in page
    assert "Zetel 3 stemde niet mee: Het gaat om ons eigen geld." in page
    assert later.title in page.partition("Niet besloten")[2]
    assert told.title not in page
    assert "Het plan is goed." in page
    assert "3 van 3 zetels aanwezig" in page


def test_the_decision_list_says_how_much_money_a_decision_is_about(group: Group) -> None:
    make_mandate(group.body, "p3")
    decision = decide(group, make_decision(group, type="p3", amount_eur=35_000), "fff")
    assert "€\u00a035.000" in text(
        member_of(group).get(f"overleggen/{decision.meeting.number}/besluitenlijst/")
    )


def test_before_its_day_a_meeting_asks_who_will_come_and_afterwards_says_who_were_there(group: Group) -> None:
    ahead = make_meeting(group, starts_at=timezone.now() + timedelta(days=5))
    page = text(secretary_of(group).get(f"overleggen/{ahead.number}/"))
    assert "Wie komen er?" in page
    assert "Leg alvast vast wie er komt" in page
    assert "Wie er zijn" not in page
    assert "Leg alvast vast" not in text(member_of(group).get(f"overleggen/{ahead.number}/"))
    assert "U bent aan zet" not in page
    now = make_meeting(group)
    page = text(secretary_of(group).get(f"overleggen/{now.number}/"))
    assert "Wie er zijn" in page
    assert "Leg vast wie er zijn, en begin het overleg." in page
    assert page.index("Begin het overleg</button>") < page.index("Vul agenda met wat aan de beurt is")
    assert "U bent aan zet" not in text(member_of(group).get(f"overleggen/{now.number}/"))
    secretary_of(group).post(f"overleggen/{now.number}/sluit/")
    assert "Wie er waren" in text(secretary_of(group).get(f"overleggen/{now.number}/"))


def test_a_meeting_says_what_comes_next_until_its_minutes_are_written(group: Group) -> None:
    make_mandate(group.body)
    decision = make_decision(group)
    at, browser = f"overleggen/{decision.meeting.number}/", secretary_of(group)
    folded = "Verander wie er zijn"
    browser.post(f"{at}begin/")
    page = text(browser.get(at))
    assert "Leg vast wie er zijn." in page
    assert folded not in page
    with looking(group.secretary) as by:
        nobody = {seat.pk: None for seat in group.body.seats.all()}
        actions.record_attendance(decision.meeting, by=by, present=nobody | group.present("ffx"))
    page = text(browser.get(at))
    assert f"Niet aanwezig: {group.seats[2].name} en " in page
    assert folded in page
    assert "Leg bij elk besluit de stemmen vast." in page
    assert "U bent aan zet" not in text(member_of(group).get(at))
    decide(group, decision, "fff")
    browser.post(f"{at}aanwezigheid/", everyone="1")
    page = text(browser.get(at))
    assert "<p>Iedereen is er.</p>" in page
    assert "Elk besluit op de agenda is vastgelegd." in page
    browser.post(f"{at}sluit/")
    assert "De leden hebben de besluitenlijst nog niet." in text(browser.get(at))
    assert "De leden hebben" not in text(member_of(group).get(at))
    browser.post(f"{at}besluitenlijst/deel/")
    assert "Er is nog geen verslag." in text(browser.get(at))
    browser.post(f"{at}verslag/schrijf/", text="Iedereen was er.", seen="0")
    assert "U bent aan zet" not in text(browser.get(at))


def test_the_decision_list_is_shared_after_it_was_said_in_words(group: Group) -> None:
    make_mandate(group.body)
    decision = decide(group, make_decision(group), "fff")
    at = f"overleggen/{decision.meeting.number}/"
    browser = secretary_of(group)
    assert "Sluit eerst het overleg af." in text(browser.get(f"{at}besluitenlijst/deel/"))
    browser.post(f"{at}sluit/")
    assert "1 besluiten" not in text(browser.get(f"{at}besluitenlijst/deel/"))
    assert browser.post(f"{at}besluitenlijst/deel/").status_code == 302
    assert browser.post(f"{at}besluitenlijst/deel/").status_code == 302
    assert "De besluitenlijst was al gedeeld." in text(browser.get(f"{at}besluitenlijst/"))


def test_a_plain_member_does_not_share_the_decision_list(group: Group) -> None:
    meeting = make_meeting(group)
    secretary_of(group).post(f"overleggen/{meeting.number}/sluit/")
    response = member_of(group).post(f"overleggen/{meeting.number}/besluitenlijst/deel/")
    assert response.status_code == NO
    assert "Alleen de netwerkmanager of de secretaris" in text(response)


def test_a_meeting_of_another_network_is_not_there() -> None:
    mine, theirs = make_group(), make_group()
    meeting = make_meeting(theirs)
    for path in ("", "wijzig/", "punten/", "sluit/", "besluitenlijst/", "besluitenlijst/deel/"):
        assert member_of(mine).get(f"overleggen/{meeting.number}x/{path}").status_code == 404
        assert (
            Browser(theirs.network, mine.chair).get(f"overleggen/{meeting.number}/{path}").status_code == 404
        )


def test_older_meetings_come_page_by_page_as_a_part(group: Group) -> None:
    for n in range(26):
        meeting = make_meeting(group, starts_at=timezone.now() - timedelta(days=n), title=f"Overleg {n}")
        with looking(group.secretary) as by:
            actions.close_meeting(meeting, by=by)
    part = text(member_of(group).get("overleggen/", part=True, page=2))
    assert "Overleg 25" in part
    assert "Overleg 1<" not in part
    assert "<html" not in part


def test_a_manager_of_the_network_plans_for_every_group(group: Group) -> None:
    make_body(group.network, "Panel")
    page = text(Browser(group.network, make_member(group.network, Role.MANAGER)).get("overleggen/plan/"))
    assert "Panel" in page


def test_the_list_asks_as_many_questions_for_five_meetings_as_for_fifty() -> None:
    assert _questions_of_list(5) == _questions_of_list(50)


def test_a_meeting_asks_as_many_questions_for_five_points_as_for_fifty() -> None:
    assert _questions_of_meeting(5) == _questions_of_meeting(50)


def _questions_of_list(n: int) -> int:
    group = make_group()
    for day in range(n):
        make_meeting(group, starts_at=timezone.now() + timedelta(days=day))
    return questions(member_of(group), "overleggen/")


def _questions_of_meeting(n: int) -> int:
    group = make_group(n=3)
    meeting = make_meeting(group)
    for k in range(n):
        make_decision(group, meeting=meeting, title=f"Voorstel {k}")
    return questions(secretary_of(group), f"overleggen/{meeting.number}/")
