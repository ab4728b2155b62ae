"""Absence passes on the question and never the right: who says it, who is asked, who sees it, and how it ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from schakel.governance import actions, queries
from schakel.governance.models import Absence, Meeting
from schakel.governance.permissions import why_not_consent, why_not_say_away, why_not_vote
from schakel.governance.rules import Choice, Means, TenureKind
from schakel.journal.models import Entry
from schakel.network import actions as network_actions
from schakel.network.models import Membership
from schakel.network.rules import Role
from schakel.notices.models import Notice
from schakel.notices.rules import Kind
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.governance import (
    as_platform,
    looking,
    make_decision,
    make_deputy,
    make_group,
    make_mandate,
    make_meeting,
    make_tenure,
)
from tests.factories.network import make_member, make_network, make_partner
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def group():
    """Three members; the second has a deputy."""
    found = make_group()
    make_mandate(found.body)
    return found


@world
def deputy(group):
    return make_deputy(group.seats[1])


def away(group, person, first: int = 0, last: int = 20, *, by=None) -> Absence:
    """Somebody says that they are away from so many days after today up to and including another."""
    today = timezone.localdate()
    with looking(by or person) as looker:
        return actions.record_absence(
            group.network,
            by=looker,
            person=person,
            from_on=today + timedelta(first),
            until_on=today + timedelta(last + 1),
        )


def told(group, kind: Kind) -> list[Notice]:
    with as_platform(group.network):
        return list(Notice.objects.filter(kind=kind).select_related("person").order_by("at"))


# --- Who says it

#: Who may say that the first member of the group is away.
WHO_MAY = """
    herself manager secretary other_member other_secretary deputy_of_secretary
       x       x        x          .              .                 x
"""


def test_who_may_say_that_somebody_is_away(group):
    other = make_group(group.network)
    with looking(group.secretary):
        desk = group.body.seats.get(is_secretary=True)
    people = {
        "herself": group.people[0],
        "manager": make_member(group.network, Role.MANAGER),
        "secretary": group.secretary,
        "other_member": group.people[2],
        "other_secretary": other.secretary,
        "deputy_of_secretary": make_deputy(desk),
    }
    names, marks = (line.split() for line in WHO_MAY.strip().splitlines())
    found = {}
    for name, person in people.items():
        with looking(person) as looker:
            found[name] = why_not_say_away(looker, group.people[0], group.network)
    assert {name: reason is None for name, reason in found.items()} == {
        name: mark == "x" for name, mark in zip(names, marks, strict=True)
    }
    assert group.people[0].name in found["other_member"]
    with as_platform(group.network):
        assert why_not_say_away(None, group.people[0], group.network) is None


def test_who_is_no_member_any_more_cannot_be_away(group):
    manager = make_member(group.network, Role.MANAGER)
    stranger = make_member(make_network())
    with pytest.raises(Refused, match="geen lid"):
        away(group, stranger, by=manager)
    with looking(stranger) as looker:
        assert why_not_say_away(looker, looker, group.network) is not None


# --- Rights do not move


def test_absence_moves_no_right_the_deputy_votes_only_when_the_holder_does_not(group, deputy):
    decision = make_decision(group, by=group.chair, closes_at=timezone.now() + timedelta(days=7))
    holder, seat = group.people[1], group.seats[1]

    def refusals() -> list[str | None]:
        found = []
        for person in (holder, deputy, group.people[0]):
            with looking(person) as looker:
                found.append(why_not_vote(looker, decision, seat, timezone.now()))
        return found

    before = refusals()
    away(group, holder)
    assert refusals() == before == [None, None, before[2]]
    with looking(holder) as looker:
        actions.cast_vote(decision, seat=seat, by=looker, choice=Choice.FOR)
    with looking(deputy) as looker, pytest.raises(Refused, match="stemde zelf al"):
        actions.cast_vote(decision, seat=seat, by=looker, choice=Choice.AGAINST)


# --- Who is asked


def test_a_vote_is_asked_of_the_deputy_too_when_the_member_is_away_on_the_last_day(group, deputy):
    away(group, group.people[1], 3, 10)
    away(group, group.people[2], 3, 10)  # nobody stands in there
    make_decision(group, by=group.chair, closes_at=timezone.now() + timedelta(days=7))
    asked = {one.person: one for one in told(group, Kind.VOTE)}
    assert set(asked) == {group.people[1], group.people[2], deputy}
    assert asked[deputy].because.startswith(f"U vervangt {group.people[1].name} (afwezig van ")
    make_decision(group, by=group.chair, closes_at=timezone.now() + timedelta(days=14), title="Later")
    assert len([one for one in told(group, Kind.VOTE) if one.person == deputy]) == 1  # back by then


def test_what_is_open_already_is_asked_when_somebody_says_that_they_are_away(group, deputy):
    meeting = make_meeting(group, timezone.now() + timedelta(days=5))
    with looking(group.secretary) as secretary:
        actions.share_agenda(meeting, by=secretary)
    voted = make_decision(
        group, by=group.chair, closes_at=timezone.now() + timedelta(days=7), title="Al gestemd"
    )
    make_decision(group, by=group.chair, closes_at=timezone.now() + timedelta(days=7), title="Nog open")
    with looking(group.people[1]) as holder:
        actions.cast_vote(voted, seat=group.seats[1], by=holder, choice=Choice.FOR)
    assert told(group, Kind.STAND_IN) == []
    absence = away(group, group.people[1])
    assert [one.title for one in told(group, Kind.VOTE) if one.person == deputy] == ["Stem: Nog open"]
    said, come = told(group, Kind.STAND_IN)
    assert said.title == f"{group.people[1].name} is {absence.as_value().in_words(timezone.localdate())}"
    assert come.person == deputy
    assert come.due_on == meeting.held_on
    browser = Browser(group.network, deputy)
    for one in (said, come):
        assert browser.client.get(browser.get(f"meldingen/{one.pk}/")["Location"]).status_code == 200


def test_the_deputy_hears_of_a_shared_agenda_and_of_another_day(group, deputy):
    away(group, group.people[1], 0, 40)
    meeting = make_meeting(group, timezone.now() + timedelta(days=5))
    n = len(told(group, Kind.STAND_IN))
    with looking(group.secretary) as secretary:
        actions.change_meeting(meeting, by=secretary, starts_at=meeting.starts_at, place="Zaal", title="")
        assert len(told(group, Kind.STAND_IN)) == n  # still a draft
        meeting = actions.share_agenda(meeting, by=secretary)
        later = meeting.starts_at + timedelta(days=1)
        actions.change_meeting(meeting, by=secretary, starts_at=later, place="Zaal", title="")
    assert [one.person for one in told(group, Kind.STAND_IN)][n:] == [deputy, deputy]


def test_enough_seats_or_a_warning(group, deputy):
    today = timezone.localdate()
    day = today + timedelta(days=7)

    def at_risk() -> str:
        with looking(group.secretary):
            return queries.quorum_at_risk(group.body, day, today)

    assert at_risk() == ""
    away(group, group.people[1])
    away(group, group.people[2])
    assert at_risk() == ""  # a deputy stands in for one of them
    away(group, deputy, 5, 9)
    assert group.people[1].name in at_risk()
    assert deputy.name not in at_risk()
    assert "1 van de 3 zetels" in at_risk()


# --- How it ends


def test_an_absence_is_corrected_ended_and_stays_in_the_history(group):
    person, today = group.people[0], timezone.localdate()
    absence = away(group, person, 0, 20)
    with time_machine.travel(timezone.now() + timedelta(days=5)), looking(person) as looker:
        with pytest.raises(Refused, match="Die dag blijft staan"):
            actions.correct_absence(
                absence, by=looker, from_on=today + timedelta(1), until_on=today + timedelta(9)
            )
        actions.correct_absence(absence, by=looker, from_on=today, until_on=today + timedelta(9))
        ended = actions.end_absence(absence, by=looker)
        assert ended.until_on == today + timedelta(5)
        with pytest.raises(Refused, match="voorbij en blijft staan"):
            actions.end_absence(absence, by=looker)
    with looking(person):
        assert queries.absences_of(person, group.network, person)[0].as_value().last_on == today + timedelta(
            4
        )
    with as_platform(group.network):
        verbs = Entry.objects.filter(about_id=absence.pk).order_by("at").values_list("verb", flat=True)
        assert list(verbs) == ["said away", "corrected absence", "ended absence"]
        assert absence.events.count() == 3


def test_an_absence_that_has_yet_to_begin_is_taken_back_and_makes_room(group):
    person = group.people[0]
    absence = away(group, person, 3, 10)
    with pytest.raises(Refused, match="staat al een afwezigheid"):
        away(group, person, 10, 12)
    with looking(person) as looker:
        assert actions.end_absence(absence, by=looker).withdrawn_at is not None
        with pytest.raises(Refused, match="al teruggenomen"):
            actions.end_absence(absence, by=looker)
        assert queries.absences_of(looker, group.network, looker) == []
    away(group, person, 10, 12)


def test_the_database_lets_nobody_be_away_twice(group):
    absence = away(group, group.people[0], 3, 10)
    with (
        as_platform(group.network),
        pytest.raises(IntegrityError, match="nobody_is_away_twice"),
        transaction.atomic(),
    ):
        Absence.objects.create(
            network=group.network, person=absence.person, from_on=absence.from_on, until_on=absence.until_on
        )


@pytest.mark.parametrize(("first", "is_kept"), [(0, True), (8, False)])
def test_who_leaves_is_not_away_any_more(group, first, is_kept):
    manager = make_member(group.network, Role.MANAGER)
    leaver = make_member(group.network)
    absence = away(group, leaver, first, 20)
    on = timezone.localdate() + timedelta(days=5)
    with looking(manager) as looker:
        role = Membership.objects.get(person=leaver)
        network_actions.end_membership(role, by=looker, until_on=on, reason="Andere baan")
        absence.refresh_from_db()
    assert (absence.withdrawn_at is None) == is_kept
    assert (absence.until_on == on) == is_kept


# --- The pages


def dates(first: int, last: int) -> dict[str, str]:
    today = timezone.localdate()
    return {"first": f"{today + timedelta(first)}", "last": f"{today + timedelta(last)}"}


def test_somebody_says_so_on_her_own_page_changes_it_and_is_back(group, deputy):
    person = group.people[1]
    browser = Browser(group.network, person)
    page = text(browser.get("afwezigheid/"))
    assert "Bent u er een tijd niet?" in page
    assert deputy.name in page
    for _twice in range(2):
        browser.post("afwezigheid/", **dates(0, 9))
    page = text(browser.get("afwezigheid/"))
    assert "U bent afwezig t/m" in page
    assert f"{deputy.name} krijgt bericht" in page
    with as_platform(group.network):
        absence = Absence.objects.get()
    assert browser.post(f"afwezigheid/{absence.pk}/", **dates(0, 4)).status_code == 302
    assert "De dagen zijn aangepast." in text(browser.get("afwezigheid/"))
    assert browser.get(f"afwezigheid/{absence.pk}/").status_code == 200
    for _twice in range(2):
        assert browser.post(f"afwezigheid/{absence.pk}/einde/").status_code == 302
    assert [one.title for one in told(group, Kind.STAND_IN)][-1] == f"{person.name} is toch aanwezig"
    assert "Bent u er een tijd niet?" in text(browser.get("afwezigheid/"))


def test_who_is_away_since_yesterday_says_that_she_is_back_or_the_secretary_does(group):
    person = group.people[1]
    away(group, person, 0, 20)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert "Ik ben er weer" in text(Browser(group.network, person).get("afwezigheid/"))
        desk = Browser(group.network, group.secretary)
        assert f"{person.name} is er weer" in text(desk.get(f"afwezigheid/van/{person.pk}/"))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "Vul een datum in."),
        (dates(4, 2), "De laatste dag ligt vóór de eerste."),
        (dates(-4, 2), "De eerste dag is al geweest."),
        ({"first": "morgen\x00", "last": "x" * 9000}, "Dit is geen datum."),
        ({"first": "2026-11-26", "last": "9999-12-31"}, "jaar"),
    ],
)
def test_days_that_cannot_be(group, asked, words):
    answer = Browser(group.network, group.people[0]).post("afwezigheid/", **asked)
    assert answer.status_code == 422
    assert words in text(answer)


def test_the_secretary_says_it_for_a_member_and_an_outsider_finds_nothing(group, deputy):
    partner = make_partner(group.network, "ggd", name="GGD")
    person = make_member(group.network, Role.REPRESENTATIVE, partner=partner)
    make_tenure(group.seats[2], person, kind=TenureKind.DEPUTY)
    desk = Browser(group.network, group.secretary)
    assert f"Alleen {person.name} kan dat geven." in text(desk.get(f"afwezigheid/van/{person.pk}/"))
    answer = desk.post(f"afwezigheid/van/{person.pk}/", **dates(1, 9))
    assert answer.status_code == 302
    page = text(desk.get(f"afwezigheid/van/{person.pk}/"))
    assert f"{person.name} is afwezig van" in page
    assert f"Vastgelegd door {group.secretary.name}" in page
    assert person.name in text(desk.get("afwezigheid/"))
    reader = Browser(group.network, group.people[0])
    assert person.name in text(reader.get("afwezigheid/"))  # members see it
    assert reader.get(f"afwezigheid/van/{person.pk}/").status_code == 403
    with as_platform(group.network):
        absence = Absence.objects.get()
    assert reader.post(f"afwezigheid/{absence.pk}/einde/").status_code == 403
    assert reader.get(f"afwezigheid/{absence.pk}/").status_code == 403
    outsider = Browser(group.network, make_member(make_network()))
    for path in ("afwezigheid/", f"afwezigheid/van/{person.pk}/", f"afwezigheid/{absence.pk}/"):
        assert outsider.get(path).status_code == 404


# --- Where it is seen


@world
def missed(group, deputy):
    """The second member is away and replaced; the third is away and nobody stands in."""
    for person in group.people[1:]:
        away(group, person, 0, 12)
    return group


def test_the_body_and_the_seat_show_who_is_away_and_who_stands_in(missed, deputy):
    browser = Browser(missed.network, missed.people[0])
    page = text(browser.get(f"gremia/{missed.body.slug}/"))
    assert page.count("afwezig t/m") == 2
    assert f"vervanger: {deputy.name}" in page
    assert "geen vervanger" in page
    seat = f"gremia/{missed.body.slug}/zetels/2/"
    assert "afwezig t/m" in text(browser.get(seat))
    assert "er niet is" not in text(browser.get(seat))  # only who may say so is led there
    assert f"van/{missed.people[1].pk}/" in text(Browser(missed.network, missed.secretary).get(seat))
    away(missed, deputy, 2, 3)
    assert f"{deputy.name} (ook afwezig van" in text(browser.get(f"gremia/{missed.body.slug}/"))


def test_a_meeting_shows_who_will_be_away_and_warns_who_prepares_it(missed, deputy):
    meeting = make_meeting(missed, timezone.now() + timedelta(days=5))
    member = Browser(missed.network, missed.people[0])
    page = text(member.get(f"overleggen/{meeting.number}/"))
    assert page.count("afwezig t/m") == 2
    assert "Misschien zijn er te weinig leden" not in page
    desk = Browser(missed.network, missed.secretary)
    assert "Misschien zijn er te weinig leden" not in text(desk.get(f"overleggen/{meeting.number}/"))
    away(missed, deputy, 4, 6)
    assert "1 van de 3 zetels" in text(desk.get(f"overleggen/{meeting.number}/"))
    assert f"Dan afwezig: {missed.people[1].name} en {missed.people[2].name}." in text(desk.get(""))


def test_a_decision_shows_who_must_still_vote_and_is_away(missed, deputy):
    decision = make_decision(missed, by=missed.chair, closes_at=timezone.now() + timedelta(days=7))
    browser = Browser(missed.network, missed.people[0])
    assert text(browser.get(f"besluiten/{decision.number}/")).count("afwezig t/m") == 2
    with looking(deputy) as looker:
        actions.cast_vote(decision, by=looker, seat=missed.seats[1], choice=Choice.FOR)
    page = text(browser.get(f"besluiten/{decision.number}/"))
    assert page.count("afwezig t/m") == 1  # a seat that spoke needs nobody
    assert "geen vervanger" in page


def test_the_deputy_finds_the_vote_among_what_waits_until_the_member_is_back(missed, deputy):
    make_decision(
        missed, by=missed.chair, closes_at=timezone.now() + timedelta(days=7), title="Binnen de tijd"
    )
    make_decision(missed, by=missed.chair, closes_at=timezone.now() + timedelta(days=20), title="Daarna")
    page = text(Browser(missed.network, deputy).get(""))
    assert "Binnen de tijd" in page
    assert "Het lid is afwezig t/m" in page
    assert "Daarna" not in page


@pytest.mark.parametrize("n_others", [0, 1])
def test_a_consent_that_waits_for_who_is_away_says_what_helps(group, n_others):
    partner = make_partner(group.network, "zgt", name="ZGT")
    people = [make_member(group.network, Role.REPRESENTATIVE, partner=partner) for _n in range(1 + n_others)]
    make_mandate(group.body, "p4", consents=["partners_in_plan"])
    meeting = make_meeting(group, timezone.now() + timedelta(days=5))
    decision = make_decision(group, type="p4", means=[Means(partner, "partners_in_plan")], meeting=meeting)
    away(group, people[0], 0, 9)
    page = text(Browser(group.network, group.people[0]).get(f"besluiten/{decision.number}/"))
    assert f"{people[0].name}: afwezig t/m" in page
    assert ("De netwerkmanager kan een andere vertegenwoordiger van ZGT uitnodigen." in page) == (
        not n_others
    )
    with looking(group.people[1]) as looker:  # somebody else of the network gains nothing by it
        request = decision.consents.select_related("decision", "partner", "network").get()
        assert why_not_consent(looker, request) is not None


# --- Setting a day


def in_days(n: int) -> str:
    return f"{timezone.localdate() + timedelta(n)}"


def test_a_day_with_too_few_seats_is_warned_of_once_and_nothing_typed_is_lost(missed, deputy):
    away(missed, deputy, 0, 12)
    desk, manager = Browser(missed.network, missed.secretary), make_member(missed.network, Role.MANAGER)
    waiting = make_decision(missed, meeting=None)
    forms = {
        "overleggen/plan/": {"body": missed.body.slug, "day": in_days(5), "time": "09:30", "place": "Zaal Eik"},
        f"besluiten/{waiting.number}/schriftelijk/": {"closes_on": in_days(5)},
        f"gremia/{missed.body.slug}/voorstel/": {
            "type": "other", "title": "Iets", "proposal": "Dit.", "where": "schriftelijk", "closes_on": in_days(5),
        },
    }  # fmt: skip
    for path, values in forms.items():
        answer = desk.post(path, **values)
        assert answer.status_code == 422, path
        assert "1 van de 3 zetels" in text(answer)
        assert f'name="toch-{in_days(5)}"' in text(answer)
        known = {f"toch-{in_days(5)}": "on"}
        another = {name: in_days(6) if value == in_days(5) else value for name, value in values.items()}
        assert desk.post(path, **another, **known).status_code == 422, path  # another day is something new
        assert desk.post(path, **values, **known).status_code == 302, path
    with looking(missed.secretary):
        meeting = Meeting.objects.get(place="Zaal Eik")
    path, moved = f"overleggen/{meeting.number}/wijzig/", {**forms["overleggen/plan/"], "place": "Zaal Beuk"}
    assert desk.post(path, **moved).status_code == 302  # the same day needs no second warning
    assert desk.post(path, **{**moved, "day": in_days(6)}).status_code == 422
    assert desk.post(path, **{**moved, "day": in_days(15)}).status_code == 302
    assert Browser(missed.network, manager).get(f"overleggen/{meeting.number}/").status_code == 200
