"""The minutes of a meeting: written, adopted, and then as they are, whatever door a change takes (14)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from schakel.governance import actions, permissions, queries
from schakel.governance.models import Meeting, Minutes, MinutesRemark
from schakel.governance.rules import Held, skeleton, why_not_adopted_in, why_not_adopted_on
from schakel.journal.queries import about
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import Group, decide, looking, make_decision, make_group, make_meeting
from tests.factories.network import make_member
from tests.factories.refusals import refused

pytestmark = pytest.mark.django_db

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 6, 1, 12, tzinfo=AMSTERDAM)
WRONG, NO = 422, 403


def closed(group: Group, **facts) -> Meeting:
    """A meeting that was held and closed."""
    meeting = make_meeting(group, timezone.now() - timedelta(days=3), **facts)
    with looking(group.secretary) as secretary:
        return actions.close_meeting(meeting, by=secretary)


def minuted(group: Group, said: str = "Iedereen was er.") -> Minutes:
    """The draft of the minutes of a closed meeting."""
    meeting = closed(group)
    with looking(group.secretary) as secretary:
        return actions.write_minutes(meeting, by=secretary, text=said)


def adopted(group: Group) -> Minutes:
    """Minutes that the group adopted by mail."""
    minutes = minuted(group)
    with looking(group.secretary) as secretary:
        return actions.adopt_minutes(
            minutes.meeting, by=secretary, seen=1, on=timezone.localdate(), how="Per mail"
        )


# --- Rules


def test_minutes_begin_with_the_points_of_the_agenda():
    assert skeleton(["Opening", "Begin de proef"]) == "1. Opening\n\n\n2. Begin de proef\n\n"
    assert skeleton([]) == ""


@pytest.mark.parametrize(
    ("meeting", "reason"),
    [
        (Held("a", NOON + timedelta(days=30)), None),
        (Held("b", NOON + timedelta(days=30)), "ander gremium"),
        (Held("a", NOON), "later overleg"),
        (Held("a", NOON - timedelta(days=30)), "later overleg"),
        (Held("a", NOON + timedelta(days=30), is_cancelled=True), "afgezegd"),
        (Held("a", NOON + timedelta(days=30), has_begun=False), "nog niet begonnen"),
    ],
)
def test_a_group_adopts_minutes_in_its_own_later_meeting(meeting, reason):
    found = why_not_adopted_in(Held("a", NOON), meeting)
    assert found is None if reason is None else reason in found


def test_a_group_adopts_minutes_after_the_meeting_and_not_in_time_to_come():
    held_on, today = date(2026, 6, 1), date(2026, 6, 20)
    assert why_not_adopted_on(held_on, held_on, today) is None
    assert why_not_adopted_on(today, held_on, today) is None
    assert "voor het overleg" in why_not_adopted_on(date(2026, 5, 31), held_on, today)
    assert "nog niet geweest" in why_not_adopted_on(date(2026, 6, 21), held_on, today)


# --- Actions


def test_the_secretary_writes_the_minutes_from_the_beginning_of_the_meeting_on(group):
    meeting = make_meeting(group)
    with looking(group.secretary) as secretary:
        with refused("nog niet begonnen"):
            actions.write_minutes(meeting, by=secretary, text="Te vroeg")
        meeting = actions.start_meeting(meeting, by=secretary)
        minutes = actions.write_minutes(meeting, by=secretary, text=" Opening ")
        assert (minutes.text, minutes.version, minutes.written_by) == ("Opening", 1, secretary)
        again = actions.write_minutes(meeting, by=secretary, text="Opening en sluiting", seen=1)
        assert (again.pk, again.version, again.is_adopted) == (minutes.pk, 2, False)
        verbs = [one.verb for one in about(meeting) if one.verb == "wrote minutes"]
        assert len(verbs) == 2
        with refused("Vul in"):
            actions.write_minutes(meeting, by=secretary, text=" ", seen=2)
        with refused("Sluit eerst"):
            actions.adopt_minutes(meeting, by=secretary, seen=2, on=timezone.localdate(), how="Per mail")


def test_minutes_that_did_not_change_are_not_written_again(group):
    minutes = minuted(group)
    with looking(group.secretary) as secretary:
        same = actions.write_minutes(minutes.meeting, by=secretary, text=minutes.text, seen=0)
        assert same.version == 1


def test_nobody_writes_over_what_somebody_else_kept_meanwhile(group):
    minutes = minuted(group)
    with looking(group.secretary) as secretary:
        actions.write_minutes(minutes.meeting, by=secretary, text="Beter", seen=1)
        with refused("Iemand anders bewaarde dit verslag intussen"):
            actions.write_minutes(minutes.meeting, by=secretary, text="Van het oude scherm", seen=1)
        with refused("Iemand anders bewaarde dit verslag intussen"):
            actions.adopt_minutes(
                minutes.meeting, by=secretary, seen=1, on=timezone.localdate(), how="Per mail"
            )


def test_a_meeting_that_was_called_off_has_no_minutes(group):
    meeting = make_meeting(group)
    with looking(group.secretary) as secretary:
        actions.cancel_meeting(meeting, by=secretary, reason="Storm")
        with refused("afgezegd"):
            actions.write_minutes(meeting, by=secretary, text="Niets")


@pytest.mark.parametrize("who", ["member", "manager"])
def test_others_than_the_secretary_write_adopt_and_add_nothing(group, who):
    draft, final = minuted(group), adopted(group)
    person = group.people[1] if who == "member" else make_member(group.network, "manager")
    with looking(person):
        with refused("Alleen de secretaris"):
            actions.write_minutes(draft.meeting, by=person, text="Van mij", seen=1)
        with refused("Alleen de secretaris"):
            actions.adopt_minutes(draft.meeting, by=person, seen=1, on=timezone.localdate(), how="x")
        with refused("Alleen de secretaris"):
            actions.add_to_minutes(final.meeting, by=person, text="Van mij", reason="x")


def test_the_group_adopts_minutes_in_its_next_meeting(group):
    minutes = minuted(group)
    following = make_meeting(group)
    with looking(group.secretary) as secretary:
        with refused("nog niet begonnen"):
            actions.adopt_minutes(minutes.meeting, by=secretary, seen=1, adopted_in=following)
        following = actions.start_meeting(following, by=secretary)
        assert queries.meetings_to_adopt_in(minutes.meeting) == [following]
        done = actions.adopt_minutes(minutes.meeting, by=secretary, seen=1, adopted_in=following)
        assert (done.adopted_on, done.adopted_in, done.recorded_by) == (
            following.held_on,
            following,
            secretary,
        )
        line = about(minutes.meeting).get(verb="adopted minutes")
        assert line.data["in"] == following.number
        assert following.number in queries.standing_words(done)
        with refused("al vastgesteld"):
            actions.adopt_minutes(minutes.meeting, by=secretary, seen=1, adopted_in=following)


def test_outside_a_meeting_the_day_and_the_way_are_told(group):
    minutes = minuted(group)
    with looking(group.secretary) as secretary:
        with refused("Kies de dag"):
            actions.adopt_minutes(minutes.meeting, by=secretary, seen=1, how="Per mail")
        with refused("nog niet geweest"):
            actions.adopt_minutes(
                minutes.meeting,
                by=secretary,
                seen=1,
                on=timezone.localdate() + timedelta(days=1),
                how="Per mail",
            )
        with refused("hoe de groep het vaststelde"):
            actions.adopt_minutes(minutes.meeting, by=secretary, seen=1, on=timezone.localdate())
        done = actions.adopt_minutes(
            minutes.meeting, by=secretary, seen=1, on=timezone.localdate(), how="Per mail"
        )
        assert "Per mail" in queries.standing_words(done)
        assert about(minutes.meeting).get(verb="adopted minutes").reason == "Per mail"


def test_what_is_not_there_is_not_adopted_or_added_to(group):
    meeting, draft = closed(group), minuted(group)
    with looking(group.secretary) as secretary:
        with refused("nog geen verslag"):
            actions.adopt_minutes(meeting, by=secretary, seen=0, on=timezone.localdate(), how="x")
        with refused("nog geen verslag"):
            actions.add_to_minutes(meeting, by=secretary, text="x", reason="x")
        with refused("nog een concept"):
            actions.add_to_minutes(draft.meeting, by=secretary, text="x", reason="x")
        assert "nog geen verslag" in permissions.why_not_adopt_minutes(secretary, meeting, None)
        assert "nog geen verslag" in permissions.why_not_remark(secretary, meeting, None)


def test_adopted_minutes_are_never_written_again(group):
    minutes = adopted(group)
    with looking(group.secretary) as secretary:
        with refused("Er verandert niets meer aan"):
            actions.write_minutes(minutes.meeting, by=secretary, text="Toch anders", seen=1)
        assert Minutes.objects.get(pk=minutes.pk).text == "Iedereen was er."


def test_a_correction_stands_beside_adopted_minutes(group):
    minutes = adopted(group)
    with looking(group.secretary) as secretary:
        remark = actions.add_to_minutes(
            minutes.meeting, by=secretary, text="ZGT was er niet.", reason="Verkeerd genoteerd"
        )
        assert (remark.added_by, str(remark)) == (secretary, "ZGT was er niet.")
        assert about(minutes.meeting).get(verb="added to minutes").reason == "Verkeerd genoteerd"
        assert list(minutes.remarks.all()) == [remark]
        for words in ({"text": " ", "reason": "x"}, {"text": "x", "reason": ""}):
            with refused("Vul in"):
                actions.add_to_minutes(minutes.meeting, by=secretary, **words)


def test_the_database_keeps_adopted_minutes_through_any_door(group):
    minutes = adopted(group)
    with looking(group.secretary) as secretary:
        remark = actions.add_to_minutes(minutes.meeting, by=secretary, text="Nog iets", reason="Vergeten")
        doors = [
            lambda: Minutes.objects.filter(pk=minutes.pk).update(text="Anders"),
            lambda: Minutes.objects.filter(pk=minutes.pk).update(status="draft"),
            lambda: Minutes.objects.filter(pk=minutes.pk)._raw_delete("default"),
            lambda: MinutesRemark.objects.filter(pk=remark.pk).update(text="Anders"),
            lambda: MinutesRemark.objects.filter(pk=remark.pk)._raw_delete("default"),
            lambda: connection.cursor().execute("update governance_minutes set text = 'Anders'"),
            lambda: connection.cursor().execute("delete from governance_minutes"),
            lambda: connection.cursor().execute("truncate governance_minutes"),
        ]
        for door in doors:
            with pytest.raises(DatabaseError), transaction.atomic():
                door()
        assert Minutes.objects.get(pk=minutes.pk).text == "Iedereen was er."
        assert MinutesRemark.objects.get(pk=remark.pk).text == "Nog iets"


def test_a_draft_is_not_removed_either_and_a_meeting_has_minutes_once(group):
    minutes = minuted(group)
    with looking(group.secretary):
        with pytest.raises(DatabaseError, match="delete"), transaction.atomic():
            Minutes.objects.filter(pk=minutes.pk).delete()
        again = Minutes(
            network=group.network, meeting=minutes.meeting, text="Nog een", changed_at=timezone.now()
        )
        with pytest.raises(DatabaseError, match="a_meeting_has_minutes_once"), transaction.atomic():
            again.save()
        with pytest.raises(DatabaseError, match="adopted_minutes_say_when_and_how"), transaction.atomic():
            Minutes.objects.filter(pk=minutes.pk).update(status="adopted")
        assert str(minutes) == f"Verslag van {minutes.meeting.number}"


def test_a_decision_list_goes_before_the_minutes_or_after(group):
    decision = make_decision(group)
    decide(group, decision, "fff")
    with looking(group.secretary) as secretary:
        meeting = actions.start_meeting(decision.meeting, by=secretary)
        meeting = actions.close_meeting(meeting, by=secretary)
        meeting = actions.publish_decision_list(meeting, by=secretary)
        assert actions.write_minutes(meeting, by=secretary, text="Besproken").version == 1


def test_another_network_reads_nothing_of_minutes(group):
    adopted(group)
    stranger = make_group()
    with looking(stranger.secretary):
        assert not Minutes.objects.exists()
        assert not MinutesRemark.objects.exists()


# --- What is due


def test_a_draft_comes_on_the_next_agenda_by_itself_until_it_is_adopted(group):
    minutes = minuted(group)
    following = make_meeting(group)
    with looking(group.secretary) as secretary:
        (item,) = actions.put_owed_on_agenda(following, by=secretary)
        assert item.title == f"Verslag vaststellen van {minutes.meeting.number}"
        assert (item.url_name, item.url_key) == ("governance:minutes", minutes.meeting.number)
        following = actions.start_meeting(following, by=secretary)
        actions.adopt_minutes(minutes.meeting, by=secretary, seen=1, adopted_in=following)
        assert queries.minutes_to_adopt(group.body) == []
    page = text(Browser(group.network, group.people[1]).get(f"overleggen/{following.number}/"))
    assert f"/overleggen/{minutes.meeting.number}/verslag/" in page


def test_minutes_of_a_meeting_that_still_runs_are_not_due(group):
    meeting = make_meeting(group)
    with looking(group.secretary) as secretary:
        meeting = actions.start_meeting(meeting, by=secretary)
        actions.write_minutes(meeting, by=secretary, text="Opening")
        assert queries.minutes_to_adopt(group.body) == []


def test_the_secretary_is_asked_for_minutes_for_thirty_days(group):
    meeting = closed(group)
    today = timezone.localdate()
    with looking(group.secretary) as secretary:
        assert queries.meetings_to_work_on(secretary, group.network, today) == [meeting]
        later = today + timedelta(days=31)
        assert queries.meetings_to_work_on(secretary, group.network, later) == []
        actions.write_minutes(meeting, by=secretary, text="Besproken")
        assert queries.meetings_to_work_on(secretary, group.network, today) == []


# --- Pages


def secretary_of(group: Group) -> Browser:
    return Browser(group.network, group.secretary)


def test_the_secretary_writes_adopts_and_adds_on_pages(group):
    meeting = make_meeting(group)
    with looking(group.secretary) as secretary:
        actions.add_agenda_item(
            group.body, by=secretary, kind="discussion", title="De proef in Almelo", meeting=meeting
        )
        actions.start_meeting(meeting, by=secretary)
    browser, at = secretary_of(group), f"overleggen/{meeting.number}/"
    assert "Schrijf het verslag" in text(browser.get(at))
    assert "Er is nog geen verslag." in text(browser.get(at + "verslag/"))
    assert "1. De proef in Almelo" in text(browser.get(at + "verslag/schrijf/"))
    done = browser.post(at + "verslag/schrijf/", text="1. De proef in Almelo: goed bezig.", seen="")
    assert done.status_code == 302
    assert "goed bezig" in text(browser.get(at + "verslag/schrijf/"))
    page = text(browser.get(at + "verslag/"))
    assert "Dit is een concept." in page
    assert "goed bezig" in page
    assert "Sluit eerst het overleg af." in page
    stale = browser.post(at + "verslag/schrijf/", text="Van een oud scherm", seen="0")
    assert stale.status_code == WRONG
    assert "Iemand anders bewaarde dit verslag intussen." in text(stale)
    assert "Van een oud scherm" in text(stale)
    with looking(group.secretary) as secretary:
        actions.close_meeting(meeting, by=secretary)
    assert "U bent aan zet" not in text(browser.get(at)), "the group has not met again"
    assert "Begin dat eerst" in text(browser.get(at + "verslag/vaststellen/"))
    wrong = browser.post(at + "verslag/vaststellen/", seen="1", adopted_in="buiten", on="", how="")
    assert wrong.status_code == WRONG
    assert "Vul een datum in." in text(wrong)
    assert "Vul dit in." in text(wrong)
    nothing = browser.post(at + "verslag/vaststellen/", seen="1", on="geen dag", how="x", adopted_in="buiten")
    assert "Dit is geen datum." in text(nothing)
    done = browser.post(
        at + "verslag/vaststellen/",
        seen="1",
        adopted_in="buiten",
        on=timezone.localdate().isoformat(),
        how="Per mail, geen opmerkingen",
    )
    assert done.status_code == 302
    assert browser.get(at + "verslag/vaststellen/").status_code == 302
    assert browser.get(at + "verslag/schrijf/").status_code == NO
    page = text(browser.get(at + "verslag/"))
    assert "Per mail, geen opmerkingen" in page
    assert "Schrijf een aanvulling" in page
    assert "vastgesteld op" in text(browser.get(at))
    assert browser.get(at + "verslag/aanvullen/").status_code == 200
    assert browser.post(at + "verslag/aanvullen/", text="", reason="").status_code == WRONG
    added = browser.post(at + "verslag/aanvullen/", text="ZGT was er niet.", reason="Verkeerd genoteerd")
    assert added.status_code == 302
    page = text(browser.get(at + "verslag/"))
    assert "ZGT was er niet." in page
    assert "Reden: Verkeerd genoteerd" in page


def test_the_next_meeting_is_offered_to_adopt_in(group):
    minutes = minuted(group)
    following = make_meeting(group)
    with looking(group.secretary) as secretary:
        actions.start_meeting(following, by=secretary)
    browser, at = secretary_of(group), f"overleggen/{minutes.meeting.number}/verslag/"
    assert f"In overleg {following.number}" in text(browser.get(at + "vaststellen/"))
    assert "Kies een van de mogelijkheden." in text(browser.post(at + "vaststellen/", seen="1"))
    wrong = browser.post(at + "vaststellen/", seen="1", adopted_in="buiten", on="geen dag", how="")
    assert ("Dit is geen datum." in text(wrong), "Vul dit in." in text(wrong)) == (True, True)
    said = f"Stelde de groep het verslag vast in overleg {following.number}?"
    assert said in text(browser.get(f"overleggen/{minutes.meeting.number}/"))
    done = browser.post(at + "vaststellen/", seen="1", adopted_in=following.number)
    assert done.status_code == 302
    assert f"in overleg {following.number}" in text(browser.get(at))


def test_a_member_reads_the_draft_and_changes_nothing(group):
    minutes = minuted(group)
    member = Browser(group.network, group.people[1])
    at = f"overleggen/{minutes.meeting.number}/verslag/"
    page = text(member.get(at))
    assert "Dit is een concept." in page
    assert "Iedereen was er." in page
    for deed in ("schrijf/", "vaststellen/", "aanvullen/"):
        assert member.get(at + deed).status_code == NO
        assert member.post(at + deed, text="x", reason="x").status_code == NO
    meeting_page = text(member.get(f"overleggen/{minutes.meeting.number}/"))
    assert "Bekijk het verslag" in meeting_page
    assert "U bent aan zet" not in meeting_page


def test_the_next_step_after_a_meeting_is_its_minutes_for_who_writes_them(group):
    meeting = closed(group)
    at = f"overleggen/{meeting.number}/"
    assert "Er is nog geen verslag." in text(secretary_of(group).get(at))
    assert "Er is nog geen verslag." not in text(Browser(group.network, group.people[1]).get(at))
    assert secretary_of(group).get(f"{at}verslag/vaststellen/").status_code == NO
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        page = text(secretary_of(group).get(at))
        assert "Er is nog geen verslag." not in page
        assert "Schrijf het verslag" in page


def test_minutes_are_taken_along_with_what_was_added(group):
    minutes = adopted(group)
    with looking(group.secretary) as secretary:
        actions.add_to_minutes(minutes.meeting, by=secretary, text="ZGT was er niet.", reason="Vergissing")
    at = f"overleggen/{minutes.meeting.number}/"
    browser = Browser(group.network, group.people[1])
    word = browser.get(at + "verslag.docx")
    assert word.status_code == 200
    assert f"verslag-{minutes.meeting.number}.docx" in word["Content-Disposition"]
    assert browser.post(at + "verslag.pdf").status_code == 302
    with looking(group.people[1]):
        paper = queries.minutes_paper(queries.minutes_of(minutes.meeting))
    said = [getattr(part, "text", "") for part in paper.parts]
    assert "ZGT was er niet." in said
    assert "Iedereen was er." in said
    assert paper.title.startswith("Verslag ")


def test_a_draft_says_on_paper_that_it_is_one_and_without_minutes_there_is_no_file(group):
    minutes, without = minuted(group), closed(group)
    with looking(group.people[1]):
        paper = queries.minutes_paper(queries.minutes_of(minutes.meeting))
    assert paper.title.startswith("Conceptverslag ")
    assert (
        Browser(group.network, group.people[1]).get(f"overleggen/{without.number}/verslag.docx").status_code
        == 404
    )


def test_the_page_of_minutes_costs_as_many_questions_however_much_was_added(group):
    minutes = adopted(group)
    at = f"overleggen/{minutes.meeting.number}/verslag/"
    browser = secretary_of(group)
    with looking(group.secretary) as secretary:
        actions.add_to_minutes(minutes.meeting, by=secretary, text="Een", reason="x")
    before = questions(browser, at)
    with looking(group.secretary) as secretary:
        for word in ("Twee", "Drie"):
            actions.add_to_minutes(minutes.meeting, by=secretary, text=word, reason="x")
    assert questions(browser, at) == before
