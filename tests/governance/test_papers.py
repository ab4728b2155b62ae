"""What the papers of a meeting and of a group say beside each other, and what they cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from schakel.documents.paper import Heading, Table, Text
from schakel.governance import actions, queries
from schakel.governance.models import Meeting
from schakel.governance.rules import NewCondition, Quorum, needed_words, quorum_words
from tests.factories.governance import (
    as_platform,
    decide,
    looking,
    make_decision,
    make_group,
    make_mandate,
    make_meeting,
    make_seat,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return make_group()


def cost(group, read: Callable[[], Any]) -> int:
    with looking(group.secretary), CaptureQueriesContext(connection) as asked:
        read()
    return len(asked)


def found(group, meeting) -> Meeting:
    with looking(group.secretary) as secretary:
        return queries.find_meeting(secretary, group.network, meeting.number)


def test_papers_cost_the_same_however_much_was_decided(group):
    make_mandate(group.body, "p3")
    meeting = make_meeting(group)
    known = found(group, meeting)
    agenda = cost(group, lambda: queries.agenda_paper(known))
    today = timezone.localdate()
    for n in range(3):
        terms = [NewCondition(f"Regel {n}", today, owner_name="De trekker")]
        decide(group, make_decision(group, meeting=meeting, conditions=terms), "fff", reason="Goed plan.")
    known = found(group, meeting)
    assert cost(group, lambda: queries.agenda_paper(known)) == agenda <= 5
    assert cost(group, lambda: queries.decision_list_paper(known)) <= 7
    assert cost(group, lambda: queries.mandate_paper(known.body, today)) <= 4


def test_a_meeting_that_is_called_off_says_so_on_top_of_both(group):
    meeting = make_meeting(group, timezone.now() + timedelta(days=9))
    with looking(group.secretary) as secretary:
        actions.cancel_meeting(meeting, by=secretary, reason="Te weinig punten.")
    known = found(group, meeting)
    with looking(group.secretary):
        for paper in (queries.agenda_paper(known), queries.decision_list_paper(known)):
            assert paper.parts[0] == Text("Dit overleg is afgezegd: Te weinig punten.")


def test_a_group_without_seats_and_a_seat_without_a_person_say_so(group):
    today = timezone.localdate()
    make_seat(group.body, "Welzijn")
    with looking(group.secretary) as secretary:
        body = queries.find_body(secretary, group.network, group.body.slug)
        table = next(one for one in queries.mandate_paper(body, today).parts if isinstance(one, Table))
        assert ["Welzijn", "zetel vrij", "", "ja"] in table.rows
    with as_platform(group.network):
        body.seats.update(until_on=today)
    with looking(group.secretary):
        *_before, heading, words = queries.mandate_paper(body, today).parts
        assert (heading, words) == (
            Heading("Wie in deze groep zitten"),
            Text("Deze groep heeft nog geen zetels."),
        )


@pytest.mark.parametrize(
    ("met", "nobody", "now", "ahead"),
    [
        (True, False, "2 van 4 zetels aanwezig, nodig 3: genoeg", "Nodig zijn 3 van de 4 zetels"),
        (False, False, "2 van 4 zetels aanwezig, nodig 3: te weinig", "Nodig zijn 3 van de 4 zetels"),
        (
            False,
            True,
            "Niemand kan meestemmen. Leg het voor aan de groep hierboven.",
            "Alle zetels die meestemmen zijn vrij",
        ),
    ],
)
def test_the_quorum_in_words(met, nobody, now, ahead):
    quorum = Quorum(needed=3, present=2, filled=4, recused=0, met=met, nobody_left=nobody, words="")
    assert (quorum_words(quorum), needed_words(quorum)) == (now, ahead)
