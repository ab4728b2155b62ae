"""What was done keeps its ground: no body, seat or tenure ends before the last decision, vote or presence on it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import Seat, SeatTenure
from schakel.governance.queries import last_use_of_body, last_use_of_seat, last_use_of_tenure
from schakel.governance.rules import why_not_end_before_use, why_not_erase
from tests.factories.governance import (
    Group,
    looking,
    make_decision,
    make_group,
    make_mandate,
    make_meeting,
    make_seat,
    make_tenure,
    make_valid_decision,
)
from tests.factories.network import make_member
from tests.factories.refusals import refused
from tests.worlds import world

TODAY = timezone.localdate
DAY = timedelta(days=1)


@world
def group() -> Group:
    """A group that decided today, and has a seat on which nothing was ever done."""
    found = make_group()
    make_mandate(found.body)
    make_valid_decision(found)
    return found


@world
def manager(group):
    return make_member(group.network, "manager")


@pytest.mark.parametrize(
    ("until", "last", "why"),
    [
        (3, None, None),
        (3, 2, None),
        (3, 3, "Kies 4 maart 2026 of later"),
        (10, 12, None),
        (3, 12, "Op 12 maart"),
    ],
)
def test_a_day_behind_us_ends_nothing_that_was_used_then(until, last, why):
    reason = why_not_end_before_use(
        date(2026, 3, until), last and date(2026, 3, last), today=date(2026, 3, 10)
    )
    assert why in reason if why else reason is None


def test_who_took_a_seat_sat_there():
    assert why_not_erase("An", None, TODAY()) is None
    assert why_not_erase("An", date(2026, 3, 1), date(2026, 3, 2)) is None
    assert "An zit hier sinds 1 maart 2026" in why_not_erase("An", date(2026, 3, 1), date(2026, 3, 1))


@pytest.mark.django_db
def test_a_body_that_decided_does_not_close_before_that_day(group, manager):
    with looking(manager):
        with refused("nog besloten, gestemd of vergaderd"):
            actions.close_body(group.body, by=manager, reason="Klaar", on=TODAY() - DAY)
        body = actions.close_body(group.body, by=manager, reason="Klaar", on=TODAY())
    assert body.closed_on == TODAY()


@pytest.mark.django_db
def test_a_seat_keeps_who_sat_there(group, manager):
    seat = group.seats[1]
    idle = make_seat(group.body, is_voting=False)
    make_tenure(idle, make_member(group.network), from_on=date(2021, 1, 1))
    with looking(manager):
        with refused("nog besloten, gestemd of vergaderd"):
            actions.end_seat(seat, by=manager, until_on=date(2019, 1, 1), reason="Fout")
        with refused("zit hier sinds 1 januari 2021, en dat blijft staan"):
            actions.end_seat(idle, by=manager, until_on=date(2020, 6, 1), reason="Fout")
        actions.end_seat(idle, by=manager, until_on=date(2022, 1, 1), reason="Verlaat opgeschreven")
        assert SeatTenure.objects.get(seat=idle).until_on == date(2022, 1, 1)
        actions.end_seat(seat, by=manager, until_on=TODAY(), reason="De partner is weg")
        assert SeatTenure.objects.get(seat=seat).until_on == TODAY()


@pytest.mark.django_db
def test_who_sat_while_the_group_decided_does_not_leave_before_it(group, manager):
    with looking(manager):
        chair = group.seats[0].tenures.get()
        secretary = Seat.objects.get(body=group.body, is_secretary=True).tenures.get()
        with refused("nog besloten, gestemd of vergaderd"):
            actions.end_tenure(chair, by=manager, until_on=date(2020, 2, 1), reason="Fout")
        # A seat without a vote that was never there carries nothing: the office may write it down late.
        actions.end_tenure(secretary, by=manager, until_on=TODAY() - DAY, reason="Verlaat opgeschreven")
        assert actions.end_tenure(chair, by=manager, reason="Weg").until_on == TODAY()


@pytest.mark.django_db
def test_what_rests_on_a_seat_is_what_was_said_seen_or_decided_together_there():
    group = make_group()
    make_mandate(group.body)
    make_mandate(group.body, "p0", delegated_to="manager")
    manager, yesterday = make_member(group.network, "manager"), TODAY() - DAY
    meeting = make_meeting(group, timezone.now() - DAY)
    with looking(group.secretary) as secretary:
        actions.record_attendance(meeting, by=secretary, present=group.present("fxx"))
    with looking(manager):
        assert [last_use_of_seat(seat) for seat in group.seats] == [yesterday, None, None]
        assert last_use_of_tenure(group.seats[0].tenures.get()) == yesterday
        actions.decide_by_delegation(
            group.body, by=manager, type="p0", title="Neem aan", verdict="yes", reason="Het is volledig."
        )
        # What the manager decides for the group needs its mandate, and nobody on a seat.
        assert last_use_of_body(group.body) == TODAY()
        assert last_use_of_seat(group.seats[1]) is None
    decision = make_decision(group, closes_at=timezone.now() + DAY)
    with looking(group.people[1]) as member:
        actions.cast_vote(decision, by=member, seat=group.seats[1], choice="for")
        assert last_use_of_seat(group.seats[1]) == TODAY()
        assert last_use_of_seat(group.seats[2]) is None
