"""Who is asked while somebody is away: a holder is always asked, and the count of a quorum never moves."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.governance.rules import (
    Away,
    SeatState,
    Sitting,
    asked,
    listed,
    one_asked,
    quorum,
    quorum_expected,
    quorum_warning,
    why_not_away,
)

TODAY = date(2026, 11, 26)

#: Who sits there, who is away, and who is asked: all of them, and the one where one person answers.
WHO_IS_ASKED = """
    holder  deputy  away            all             one
    x       .       .               holder          holder
    x       x       .               holder          holder
    x       x       deputy          holder          holder
    x       x       holder          holder,deputy   deputy
    x       x       holder,deputy   holder          holder
    x       .       holder          holder          holder
    .       x       .               deputy          deputy
    .       x       deputy          deputy          deputy
    .       .       .               .               .
"""


@pytest.mark.parametrize("line", WHO_IS_ASKED.strip().splitlines()[1:])
def test_who_is_asked(line):
    holder, deputy, away, all_of_them, one = line.split()
    sitting = Sitting(
        "seat",
        "holder" if holder == "x" else None,
        "deputy" if deputy == "x" else None,
        is_holder_away="holder" in away,
        is_deputy_away="deputy" in away,
    )
    assert ",".join(map(str, asked(sitting))) == all_of_them.replace(".", "")
    assert (one_asked(sitting) or ".") == one


FLAG = st.booleans()
SEATS = st.lists(st.tuples(FLAG, FLAG, FLAG, FLAG, FLAG, FLAG), min_size=1, max_size=7)


@settings(max_examples=60)
@given(SEATS)
def test_absence_never_takes_the_question_from_the_holder_nor_moves_the_quorum(rows):
    sittings, states = [], []
    for n, (has_holder, has_deputy, holder_away, deputy_away, votes, recused) in enumerate(rows):
        people = (f"h{n}" if has_holder else None, f"d{n}" if has_deputy else None)
        sitting = Sitting(
            str(n),
            *people,
            is_holder_away=has_holder and holder_away,
            is_deputy_away=has_deputy and deputy_away,
        )
        sittings.append(sitting)
        states.append(
            SeatState(str(n), is_voting=votes, is_filled=has_holder or has_deputy, is_recused=recused)
        )
        assert set(asked(sitting)) <= set(people)
        assert not has_holder or people[0] in asked(sitting)
        assert one_asked(sitting) in {*asked(sitting), None}
        assert bool(asked(sitting)) == (has_holder or has_deputy) == (one_asked(sitting) is not None)
    unreachable = {one.seat_id for one in sittings if not one.is_reachable}
    expected, everybody = quorum_expected(states, unreachable), quorum(states)
    assert (expected.needed, expected.filled) == (everybody.needed, everybody.filled)
    there = [
        row for row in rows if row[4] and not row[5] and ((row[0] and not row[2]) or (row[1] and not row[3]))
    ]
    assert expected.met == (bool(expected.filled) and len(there) >= expected.needed)


def test_a_warning_names_who_is_missed_and_counts():
    states = [SeatState(str(n)) for n in range(4)]
    day = TODAY + timedelta(days=10)
    enough = quorum_expected(states, {"0"})
    assert quorum_warning(enough, ["Anna"], day, TODAY) == ""
    warning = quorum_warning(quorum_expected(states, {"0", "1"}), ["Anna", "Bram"], day, TODAY)
    assert warning.startswith(
        "Op 6 december zijn er misschien te weinig leden: Anna en Bram zijn dan afwezig"
    )
    assert "2 van de 4 zetels" in warning
    assert "nodig zijn er 3" in warning
    one = quorum_warning(quorum_expected(states[:2], {"0"}), ["Anna"], day.replace(year=2027), TODAY)
    assert one.startswith("Op 6 december 2027 zijn er misschien te weinig leden: Anna is dan afwezig")
    assert quorum_warning(quorum_expected([], set()), ["Anna"], day, TODAY) == ""
    assert (listed([]), listed(["Anna"])) == ("", "Anna")


def days(first: int, last: int) -> Away:
    """From so many days after today up to and including another."""
    return Away(TODAY + timedelta(first), TODAY + timedelta(last + 1))


def test_absence_in_words():
    assert days(-3, 4).in_words(TODAY) == "afwezig t/m 30 november"
    assert days(5, 9).in_words(TODAY) == "afwezig van 1 december t/m 5 december"
    assert days(5, 5).in_words(TODAY) == "afwezig op 1 december"
    assert days(30, 40).in_words(TODAY) == "afwezig van 26 december t/m 5 januari 2027"
    assert (days(0, 2).covers(TODAY), days(1, 2).covers(TODAY), days(-2, -1).covers(TODAY)) == (
        True,
        False,
        False,
    )


@pytest.mark.parametrize(
    ("first", "last", "facts", "reason"),
    [
        (0, 0, {}, None),
        (3, 20, {}, None),
        (3, 2, {}, "vóór de eerste"),
        (-1, 4, {}, "eerste dag is al geweest"),
        (0, 366, {}, "langer dan een jaar"),
        (0, 4, {"others": [days(4, 8)]}, "30 november 2026 t/m 4 december 2026"),
        (0, 3, {"others": [days(4, 8)]}, None),
        (-5, -1, {"began_on": TODAY - timedelta(5)}, None),
        (-5, -2, {"began_on": TODAY - timedelta(5)}, "laatste dag is al geweest"),
        (0, 4, {"began_on": TODAY - timedelta(5)}, "begon op 21 november 2026"),
    ],
)
def test_which_days_can_be_written_down(first, last, facts, reason):
    away = days(first, last)
    refusal = why_not_away(away.from_on, away.until_on, TODAY, **facts)
    assert refusal is None if reason is None else reason in refusal
