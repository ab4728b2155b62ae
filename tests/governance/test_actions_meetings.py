"""Meetings fill their agenda from what is due, know who was there, and leave a decision list."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import AgendaItem, Decision, Meeting
from schakel.governance.queries import backlog, due_for, meeting_page
from schakel.governance.rules import AgendaKind, AgendaPoint, Delegate, MeetingStatus, NewCondition, Subject
from tests.factories.governance import (
    decide,
    looking,
    make_body,
    make_decision,
    make_group,
    make_mandate,
    make_meeting,
    make_valid_decision,
)
from tests.factories.network import make_member
from tests.factories.refusals import refused
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def group():
    found = make_group()
    make_mandate(found.body)
    return found


def tomorrow():
    return timezone.now() + timedelta(days=1)


def test_a_meeting_is_planned_with_a_number_and_moved(group):
    with looking(group.chair) as chair:
        meeting = actions.plan_meeting(group.body, by=chair, starts_at=tomorrow(), place=" Bij ROSET ")
        assert meeting.number == f"O-{timezone.localtime(tomorrow()).year}-001"
        assert (meeting.place, meeting.status, meeting.held_on) == (
            "Bij ROSET", MeetingStatus.DRAFT, timezone.localdate(tomorrow()),
        )  # fmt: skip
        assert str(meeting).startswith("O-")
        moved = actions.change_meeting(
            meeting, by=chair, starts_at=timezone.now(), place="Online", title="Extra"
        )
        assert (moved.place, moved.title) == ("Online", "Extra")
    with looking(group.people[1]) as member:
        with refused("kan een overleg plannen"):
            actions.plan_meeting(group.body, by=member, starts_at=tomorrow())
        with refused("iets op de agenda zetten"):
            actions.change_meeting(meeting, by=member, starts_at=tomorrow(), place="", title="")
    with looking(group.secretary) as secretary:
        actions.start_meeting(meeting, by=secretary)
        with refused("Het moment verandert niet meer"):
            actions.change_meeting(meeting, by=secretary, starts_at=tomorrow(), place="Zaal 1", title="")


def test_a_meeting_keeps_its_day_once_something_was_recorded_because_mandates_are_judged_on_it(group):
    earlier = timezone.now() - timedelta(days=400)
    meeting = make_meeting(group, earlier)
    make_decision(group, meeting=meeting)
    with looking(group.secretary) as secretary:
        actions.record_attendance(meeting, by=secretary, present=group.present("ffx"))
        with refused("De dag verandert niet meer"):
            actions.change_meeting(meeting, by=secretary, starts_at=timezone.now(), place="", title="")
        same_day = actions.change_meeting(meeting, by=secretary, starts_at=earlier, place="Zaal 2", title="")
        assert same_day.place == "Zaal 2"


def test_nothing_is_put_on_the_agenda_of_a_meeting_that_was_closed_meanwhile(group):
    meeting = make_meeting(group)
    with looking(group.secretary) as secretary:
        before = Meeting.objects.get(pk=meeting.pk)
        actions.close_meeting(meeting, by=secretary)
        with refused("Dit overleg is afgesloten"):
            actions.open_decision(group.body, by=secretary, type="other", title="Te laat", meeting=before)


def test_what_was_said_in_one_meeting_does_not_count_in_the_next(group):
    make_mandate(group.body)
    decision = make_decision(group)
    with looking(group.secretary) as secretary:
        actions.record_attendance(decision.meeting, by=secretary, present=group.present("fff"))
        actions.record_votes(decision, by=secretary, votes=group.votes("fff"))
        actions.close_meeting(decision.meeting, by=secretary)
        following = actions.plan_meeting(group.body, by=secretary, starts_at=timezone.now())
        actions.fill_agenda(following, by=secretary)
        decision = Decision.objects.select_related("body", "network", "meeting").get(pk=decision.pk)
        assert decision.meeting == following
        assert not decision.votes.exists()
        with refused("wie er bij het overleg is"):
            actions.close_decision(decision, by=secretary)


def test_a_closed_body_does_not_meet(group):
    closed = make_body(group.network, closed_on=date(2024, 1, 1), closing_reason="Klaar")
    manager = make_member(group.network, "manager")
    with looking(manager):
        with refused("is opgeheven"):
            actions.plan_meeting(closed, by=manager, starts_at=tomorrow())
        with refused("is opgeheven"):
            actions.add_agenda_item(closed, by=manager, kind="discussion", title="Iets")


def test_the_agenda_fills_itself_with_what_is_due_and_only_once(group):
    manager = make_member(group.network, "manager")
    make_mandate(group.body, "p0", delegated_to=Delegate.MANAGER)
    condition = NewCondition(
        "Elk kwartaal cijfers", timezone.localdate() - timedelta(days=1), owner_name="De trekker"
    )
    decide(group, make_decision(group, conditions=[condition]), "fff")
    waiting = make_decision(group, meeting=None, title="Wacht nog")
    with looking(manager):
        actions.decide_by_delegation(
            group.body, by=manager, type="p0", title="Intake", reason="Hoort bij ons"
        )
        actions.add_agenda_item(group.body, by=manager, kind="discussion", title="Rondje langs de leden")
        assert [item.title for item in backlog(group.body)] == ["Rondje langs de leden"]
    meeting = make_meeting(group)
    parked = AgendaPoint(
        AgendaKind.PARKED, "I-2026-003 weer wakker", subject=Subject("initiative", uuid4(), "I")
    )
    with looking(group.secretary) as secretary:
        added = actions.fill_agenda(meeting, by=secretary, points=[parked])
        assert [(item.position, item.kind, item.title) for item in added] == [
            (1, "discussion", "Rondje langs de leden"),
            (2, "decision", "Wacht nog"),
            (3, "condition", "Elk kwartaal cijfers"),
            (4, "report", "Intake"),
            (5, "parked", "I-2026-003 weer wakker"),
        ]
        assert "De trekker zou dit uiterlijk op" in added[2].note
        assert actions.fill_agenda(meeting, by=secretary, points=[parked]) == []
        waiting.refresh_from_db()
        assert waiting.meeting == meeting
        actions.close_meeting(meeting, by=secretary)
        waiting.refresh_from_db()
        assert waiting.meeting is None
        # The report was heard; the rest comes back until it is done.
        assert [point.kind for point in due_for(group.body, timezone.localdate())] == [
            "decision",
            "condition",
        ]
        with refused("Dit overleg is afgesloten"):
            actions.fill_agenda(meeting, by=secretary)


def test_a_point_that_waited_brings_its_decision_along_and_is_not_doubled(group):
    decision = make_decision(group, meeting=None)
    with looking(group.secretary) as secretary:
        actions.add_agenda_item(group.body, by=secretary, kind="decision", title="Begin", decision=decision)
        actions.add_agenda_item(group.body, by=secretary, kind="discussion", title="Zelfde")
        meeting = actions.plan_meeting(group.body, by=secretary, starts_at=timezone.now())
        actions.add_agenda_item(group.body, by=secretary, kind="discussion", title="Zelfde", meeting=meeting)
        added = actions.fill_agenda(meeting, by=secretary)
        assert [item.title for item in added] == ["Begin"]
        decision.refresh_from_db()
        assert decision.meeting == meeting


def test_points_are_put_moved_and_taken_off(group):
    meeting = make_meeting(group)
    with looking(group.secretary) as secretary:
        add = {"by": secretary, "meeting": meeting, "kind": "discussion"}
        a, b, c = (actions.add_agenda_item(group.body, title=title, **add) for title in "ABC")
        assert str(a) == "A"
        moved = actions.move_agenda_item(c, by=secretary, to=1)
        assert [item.title for item in moved] == ["C", "A", "B"]
        assert [i.title for i in actions.move_agenda_item(c, by=secretary, to=99)] == ["A", "B", "C"]
        actions.remove_agenda_item(b, by=secretary)
        assert [item.title for item in meeting.items.all()] == ["A", "C"]
        waiting = actions.add_agenda_item(group.body, by=secretary, kind="discussion", title="D")
        with refused("staat nog niet op een agenda"):
            actions.remove_agenda_item(waiting, by=secretary)
        with refused("Deze soort agendapunt kennen wij niet: lunch"):
            actions.add_agenda_item(group.body, by=secretary, kind="lunch", title="Broodjes")


def test_a_decision_taken_off_the_agenda_waits_again_and_a_taken_one_stays(group):
    open_one = make_decision(group)
    with looking(group.secretary) as secretary:
        actions.remove_agenda_item(AgendaItem.objects.get(decision=open_one), by=secretary)
        open_one.refresh_from_db()
        assert open_one.meeting is None
        item = actions.add_agenda_item(
            group.body,
            by=secretary,
            kind="report",
            title="Ter info",
            meeting=make_meeting(group),
            decision=open_one,
        )
        actions.remove_agenda_item(item, by=secretary)
    taken = make_valid_decision(group)
    with looking(group.secretary) as secretary, refused("blijft op de agenda staan"):
        actions.remove_agenda_item(AgendaItem.objects.get(decision=taken), by=secretary)


def test_a_decision_stands_on_one_agenda_of_its_own_body(group):
    decision, other = make_decision(group), make_group(group.network)
    elsewhere, meeting = make_decision(other, meeting=None), make_meeting(group)
    written = make_decision(group, closes_at=tomorrow())
    taken = make_valid_decision(group)
    waiting = make_decision(group, meeting=None)
    with looking(group.secretary) as secretary:
        put = {"by": secretary, "kind": "decision", "title": "X"}
        with refused("Over dit besluit gaat een ander gremium"):
            actions.add_agenda_item(group.body, meeting=meeting, decision=elsewhere, **put)
        with refused("stemt de groep schriftelijk"):
            actions.add_agenda_item(group.body, meeting=meeting, decision=written, **put)
        with refused("op de agenda van een ander overleg"):
            actions.add_agenda_item(group.body, meeting=meeting, decision=decision, **put)
        with refused("Dit besluit staat al op deze agenda"):
            actions.add_agenda_item(group.body, meeting=decision.meeting, decision=decision, **put)
        actions.remove_agenda_item(AgendaItem.objects.get(decision=decision), by=secretary)
        with refused("al op de agenda van een ander overleg|al vastgelegd"):
            actions.add_agenda_item(group.body, meeting=meeting, decision=taken, **put)
        actions.add_agenda_item(group.body, meeting=meeting, decision=waiting, **put)
        waiting.refresh_from_db()
        assert waiting.meeting == meeting
        foreign_meeting = decision.meeting
    with looking(other.secretary) as secretary, refused("van een ander gremium"):
        actions.add_agenda_item(other.body, by=secretary, kind="decision", title="X", meeting=foreign_meeting)
    with looking(group.secretary) as secretary:
        actions.close_meeting(meeting, by=secretary)
        with refused("Kies een volgend overleg"):
            actions.add_agenda_item(group.body, meeting=meeting, **put | {"by": secretary})


def test_a_withdrawn_decision_is_not_put_on_an_agenda(group):
    decision, meeting = make_decision(group, meeting=None), make_meeting(group)
    with looking(group.secretary) as secretary:
        actions.withdraw_decision(decision, by=secretary, reason="Later")
        decision.refresh_from_db()
        with refused("is ingetrokken"):
            actions.add_agenda_item(
                group.body, by=secretary, kind="decision", title="X", meeting=meeting, decision=decision
            )


def test_a_meeting_goes_from_agenda_to_live_to_closed_to_decision_list(group):
    meeting = make_meeting(group)
    with looking(group.secretary) as secretary:
        with refused("Sluit eerst het overleg af"):
            actions.publish_decision_list(meeting, by=secretary)
        assert actions.share_agenda(meeting, by=secretary).status == MeetingStatus.AGENDA
        with refused("De agenda is al gedeeld"):
            actions.share_agenda(meeting, by=secretary)
        assert actions.start_meeting(meeting, by=secretary).status == MeetingStatus.LIVE
        with refused("al begonnen"):
            actions.start_meeting(meeting, by=secretary)
        actions.note_meeting(meeting, by=secretary, secretary_note=" Goed gesprek ")
        closed = actions.close_meeting(meeting, by=secretary)
        assert closed.is_closed
        assert closed.secretary_note == "Goed gesprek"
        with refused("Dit overleg is afgesloten"):
            actions.close_meeting(meeting, by=secretary)
        with refused("Dit overleg is afgesloten"):
            actions.share_agenda(meeting, by=secretary)
        meeting.refresh_from_db()
    with looking(group.chair) as chair, refused("kan de besluitenlijst delen"):
        actions.publish_decision_list(meeting, by=chair)
    with looking(group.secretary) as secretary:
        listed = actions.publish_decision_list(meeting, by=secretary)
        assert listed.decision_list_published_at is not None
        with refused("al gedeeld"):
            actions.publish_decision_list(meeting, by=secretary)


def test_a_meeting_does_not_begin_before_its_day(group):
    meeting = make_meeting(group, tomorrow())
    with looking(group.secretary) as secretary:
        for act in (
            lambda: actions.start_meeting(meeting, by=secretary),
            lambda: actions.close_meeting(meeting, by=secretary),
            lambda: actions.record_attendance(meeting, by=secretary, present={}),
        ):
            with refused("Begin het dan"):
                act()
    with time_machine.travel(tomorrow(), tick=False), looking(group.secretary) as secretary:
        assert actions.start_meeting(meeting, by=secretary).status == MeetingStatus.LIVE


def test_attendance_is_by_seat_and_only_by_who_sits_there(group):
    meeting = make_meeting(group)
    first, second, _third = group.seats
    with looking(group.secretary) as secretary:
        actions.record_attendance(meeting, by=secretary, present=group.present("ffx"))
        changed = actions.record_attendance(meeting, by=secretary, present={second.pk: None})
        assert [one.is_present for one in changed] == [False]
        assert str(changed[0]).endswith("False")
        page = meeting_page(meeting)
        assert [line.is_present for line in page.attendance] == [True, False, False, False]
        assert [line.is_known for line in page.attendance] == [True, True, True, False]
        assert (page.quorum.present, page.quorum.filled, page.quorum.met) == (1, 3, False)
        wrong = [{first.pk: group.people[1].pk}, {uuid4(): group.people[1].pk}, {uuid4(): None}]
        for present in wrong:
            with refused("zat die dag niet op die zetel"):
                actions.record_attendance(meeting, by=secretary, present=present)
    with looking(group.chair) as chair:
        for act in (
            lambda: actions.record_attendance(meeting, by=chair, present={}),
            lambda: actions.start_meeting(meeting, by=chair),
            lambda: actions.close_meeting(meeting, by=chair),
            lambda: actions.note_meeting(meeting, by=chair, secretary_note="Mooi"),
        ):
            with refused("Alleen de secretaris"):
                act()


def test_in_a_closed_meeting_no_votes_are_recorded(group):
    decision = make_valid_decision(group)
    meeting = decision.meeting
    other = make_decision(group, meeting=meeting)
    with looking(group.secretary) as secretary:
        actions.close_meeting(meeting, by=secretary)
        stale = other
        stale.meeting.refresh_from_db()
        with refused("nog niet op de agenda"):
            actions.record_votes(stale, by=secretary, votes=[])
