"""Meetings in people's own calendars, meetings that are called off, and the papers of a meeting."""

from __future__ import annotations

import io
from datetime import timedelta

import docx
import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from schakel.governance import actions
from schakel.governance.actions.calendars import hash_of_secret
from schakel.governance.models import AgendaItem, CalendarLink, Decision, Meeting
from schakel.governance.queries import opened_by
from schakel.journal.models import Entry
from schakel.network.models import Membership
from schakel.network.rules import Role
from tests.documents.test_pdf import bookmarks
from tests.factories.browsing import Browser, text
from tests.factories.governance import (
    as_platform,
    decide,
    looking,
    make_decision,
    make_group,
    make_mandate,
    make_meeting,
)
from tests.factories.jobs import printed
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db

NO, NOT_THERE, WRONG, FOUND, TOO_OFTEN = 403, 404, 422, 302, 429


@pytest.fixture(autouse=True)
def _nothing_missed_before():
    cache.clear()


@pytest.fixture
def group():
    return make_group()


@pytest.fixture
def ahead(group):
    return make_meeting(group, timezone.now() + timedelta(days=10), place="Zaal 2", title="Voorjaar")


def secret_of(group, person, body=None) -> str:
    browser = Browser(group.network, person)
    page = text(browser.post("overleggen/kalender/maak/", groep=body.slug if body else ""))
    return (
        page.partition("/kalender/")[2].partition(".ics")[0]
        if "testserver/kalender/" not in page
        else (page.partition("testserver/kalender/")[2].partition(".ics")[0])
    )


def feed(secret: str, client: Client | None = None):
    return (client or Client()).get(f"/kalender/{secret}.ics")


def events(answer):
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_a_meeting_goes_into_a_calendar(group, ahead):
    answer = Browser(group.network, group.chair).get(f"overleggen/{ahead.number}/overleg.ics")
    [event] = events(answer)
    assert event["UID"] == f"{ahead.pk}@schakel"
    assert event["SUMMARY"] == "Voorjaar"
    assert event["SEQUENCE"] == 0
    assert answer["Content-Disposition"] == f'attachment; filename="{ahead.number}.ics"'


def test_a_change_counts_and_a_cancelled_meeting_says_so(group, ahead):
    secret = secret_of(group, group.chair)
    with looking(group.secretary) as secretary:
        actions.change_meeting(
            ahead,
            by=secretary,
            starts_at=ahead.starts_at + timedelta(days=1),
            place="Zaal 3",
            title="Voorjaar",
        )
    [event] = events(feed(secret))
    assert (event["SEQUENCE"], event["STATUS"], event["LOCATION"]) == (1, "CONFIRMED", "Zaal 3")
    with looking(group.secretary) as secretary:
        actions.cancel_meeting(ahead, by=secretary, reason="Te weinig leden.")
    [event] = events(feed(secret))
    assert (event["SEQUENCE"], event["STATUS"]) == (2, "CANCELLED")
    assert event["UID"] == f"{ahead.pk}@schakel"


def test_a_person_reads_the_meetings_of_the_own_groups_and_a_group_its_own(group, ahead):
    other = make_group(group.network)
    elsewhere = make_meeting(other, timezone.now() + timedelta(days=3))
    assert [one["UID"] for one in events(feed(secret_of(group, group.chair)))] == [f"{ahead.pk}@schakel"]
    of_other = feed(secret_of(group, group.chair, other.body))
    assert [one["UID"] for one in events(of_other)] == [f"{elsewhere.pk}@schakel"]


def test_the_address_holds_no_name_and_only_a_fingerprint_is_kept(group, ahead):
    secret = secret_of(group, group.chair)
    assert len(secret) >= 43
    with as_platform(group.network):
        [link] = CalendarLink.objects.all()
        assert Entry.objects.filter(verb="calendar link made").count() == 1
        assert not any(secret in str(line.data) + line.about_label for line in Entry.objects.all())
    assert link.secret_hash == hash_of_secret(secret)
    answer = feed(secret)
    assert answer["Cache-Control"] == "private, max-age=900"
    assert answer["X-Robots-Tag"] == "noindex"
    assert group.chair.name not in answer.content.decode()
    page = text(Browser(group.network, group.chair).get("overleggen/kalender/"))
    assert secret not in page
    assert "U hebt een link sinds" in page


def test_a_new_link_ends_the_old_one_and_a_link_can_be_stopped(group, ahead):
    first = secret_of(group, group.chair)
    second = secret_of(group, group.chair)
    assert feed(first).status_code == NOT_THERE
    assert feed(second).status_code == 200
    browser = Browser(group.network, group.chair)
    assert browser.post("overleggen/kalender/stop/", groep="").status_code == FOUND
    assert feed(second).status_code == NOT_THERE
    assert browser.post("overleggen/kalender/stop/", groep="").status_code == FOUND
    with as_platform(group.network):
        assert Entry.objects.filter(verb="calendar link ended").count() == 2


def test_who_leaves_the_network_reads_nothing_any_more(group, ahead):
    secret = secret_of(group, group.chair)
    assert feed(secret).status_code == 200
    with as_platform(group.network):
        Membership.objects.filter(person=group.chair).update(until_on=timezone.localdate())
    assert feed(secret).status_code == NOT_THERE


def test_who_may_not_sign_in_any_more_reads_nothing(group, ahead):
    secret = secret_of(group, group.chair)
    group.chair.is_active = False
    group.chair.save(update_fields=["is_active"])
    assert feed(secret).status_code == NOT_THERE


def test_a_secret_opens_the_calendar_of_its_maker_whoever_is_signed_in(group, ahead):
    secret = secret_of(group, group.chair)
    client = Client()
    client.force_login(make_member(make_network(), Role.MANAGER))
    assert [one["UID"] for one in events(feed(secret, client))] == [f"{ahead.pk}@schakel"]


def test_guessing_is_told_to_stop_while_a_true_link_still_opens(group, ahead):
    secret = secret_of(group, group.chair)
    answers = [feed(f"gok-{n}").status_code for n in range(32)]
    assert answers == [NOT_THERE] * 30 + [TOO_OFTEN] * 2
    assert feed(secret).status_code == 200


def test_behind_a_proxy_each_visitor_guesses_for_himself(group, ahead, monkeypatch):
    monkeypatch.setattr("allauth.app_settings.TRUSTED_PROXY_COUNT", 1)
    for visitor in ("203.0.113.7", "203.0.113.8"):
        client = Client(headers={"x-forwarded-for": visitor})
        answers = [feed(f"gok-{n}", client).status_code for n in range(31)]
        assert answers == [NOT_THERE] * 30 + [TOO_OFTEN]


def test_the_look_up_tells_nothing_without_the_secret(group, ahead):
    secret_of(group, group.chair)
    with transaction.atomic():
        assert opened_by("") is None
        assert opened_by("%") is None
        assert opened_by(hash_of_secret("gok")) is None
    with looking(make_member(make_network())):
        assert not CalendarLink.objects.exists()


def test_a_sign_that_no_database_holds_is_no_group(group):
    browser = Browser(group.network, group.people[0])
    assert browser.post("overleggen/kalender/maak/", groep="een\x00twee").status_code == NOT_THERE


def test_a_group_of_another_network_gives_no_link(group):
    other = make_group()
    answer = Browser(group.network, group.chair).post("overleggen/kalender/maak/", groep=other.body.slug)
    assert answer.status_code == NOT_THERE
    with looking(group.chair) as chair, pytest.raises(Exception, match="ander netwerk"):
        actions.make_calendar_link(group.network, by=chair, body=other.body)


def test_a_meeting_is_called_off_with_a_reason_and_its_points_wait(group, ahead):
    make_mandate(group.body, "p3")
    decision = make_decision(group, meeting=ahead)
    browser = Browser(group.network, group.secretary)
    path = f"overleggen/{ahead.number}/zeg-af/"
    assert "gaat dan niet door" in text(browser.get(path))
    assert browser.post(path, reason=" ").status_code == WRONG
    assert browser.post(path, reason="Te weinig leden.").status_code == FOUND
    page = text(browser.get(f"overleggen/{ahead.number}/"))
    assert "Afgezegd" in page
    assert "Te weinig leden." in page
    assert "Afgezegd" in text(browser.get("overleggen/"))
    with as_platform(group.network):
        assert Decision.objects.get(pk=decision.pk).meeting_id is None
        assert not AgendaItem.objects.filter(meeting=ahead).exists()
        assert Entry.objects.get(verb="cancelled").reason == "Te weinig leden."
    assert browser.post(path, reason="Nog eens").status_code == FOUND
    with looking(group.secretary) as secretary, pytest.raises(Exception, match="afgezegd"):
        actions.publish_decision_list(Meeting.objects.get(pk=ahead.pk), by=secretary)
    with looking(group.secretary) as secretary, pytest.raises(Exception, match="afgezegd"):
        actions.cancel_meeting(Meeting.objects.get(pk=ahead.pk), by=secretary, reason="Nog eens")


def test_only_who_sets_the_agenda_calls_a_meeting_off_and_not_after_it_began(group, ahead):
    path = f"overleggen/{ahead.number}/zeg-af/"
    assert Browser(group.network, make_member(group.network)).get(path).status_code == NO
    today = make_meeting(group)
    with looking(group.secretary) as secretary:
        actions.start_meeting(today, by=secretary)
    answer = Browser(group.network, group.secretary).get(f"overleggen/{today.number}/zeg-af/")
    assert "Het overleg is begonnen" in text(answer)


def words(answer) -> str:
    document = docx.Document(io.BytesIO(answer.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_the_agenda_and_the_decision_list_are_word_files(group):
    make_mandate(group.body, "p3")
    decision = make_decision(group, title="Begin de proef met bellen")
    browser = Browser(group.network, group.secretary)
    agenda = browser.get(f"overleggen/{decision.meeting.number}/agenda.docx")
    assert agenda["Content-Type"].endswith("wordprocessingml.document")
    assert "Begin de proef met bellen" in words(agenda)
    assert group.chair.name in words(agenda)
    decide(group, decision, "fff", reason="Het plan is goed.")
    shown = words(browser.get(f"overleggen/{decision.meeting.number}/besluitenlijst.docx"))
    assert decision.number in shown
    assert "Het plan is goed." in shown
    assert "nog niet afgesloten" in shown


def test_the_agenda_and_the_decision_list_are_pdfs_too(group):
    make_mandate(group.body, "p3")
    decision = make_decision(group, title="Begin de proef met bellen")
    browser = Browser(group.network, group.secretary)
    here = f"overleggen/{decision.meeting.number}/"
    assert "Agenda, </span>PDF" in text(browser.get(here))
    agenda = printed(browser, f"{here}agenda.pdf")
    assert bookmarks(agenda) == ["Punten", "Leden"]
    assert "Begin de proef met bellen" in agenda.pages[0].extract_text()
    decide(group, decision, "fff", reason="Het plan is goed.")
    assert "Besluitenlijst, </span>PDF" in text(browser.get(f"{here}besluitenlijst/"))
    shown = printed(browser, f"{here}besluitenlijst.pdf")
    told = " ".join(" ".join(page.extract_text() for page in shown.pages).split())
    for words_of_it in (
        decision.number,
        "Reden: Het plan is goed.",
        "nog niet afgesloten",
        f"{here}besluitenlijst/",
    ):
        assert words_of_it in told
    stranger = Browser(group.network, make_member(make_network()))
    assert stranger.post(f"{here}agenda.pdf").status_code == 404
    assert browser.post("overleggen/O-1999-01/besluitenlijst.pdf").status_code == 404


def test_what_a_group_may_decide_and_who_sits_in_it_goes_along(group):
    browser = Browser(group.network, group.secretary)
    here = f"gremia/{group.body.slug}/"
    assert "Deze groep heeft nu geen mandaat." in words(browser.get(f"{here}mandaat.docx"))
    make_mandate(group.body, "p3", ceiling_eur=50_000)
    assert "Mandaat en leden, </span>PDF" in text(browser.get(here))
    document = printed(browser, f"{here}mandaat.pdf")
    assert bookmarks(document) == ["Wat deze groep mag besluiten", "Wie in deze groep zitten"]
    told = " ".join(document.pages[0].extract_text().split())
    assert "Deze groep mag tot € 50.000 besluiten over" in told
    assert group.chair.name in told
    assert "zetel vrij" not in told
    assert browser.post("gremia/bestaat-niet/mandaat.pdf").status_code == 404
