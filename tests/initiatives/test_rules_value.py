"""What a value card says of its figures, and how the groups and prices that people paste are read."""

from __future__ import annotations

import pytest

from schakel.initiatives.queries.value import completeness
from schakel.initiatives.rules.prices import index_read
from schakel.initiatives.rules.value import group_read, groups_read, groups_written, why_not_said


@pytest.mark.parametrize(
    ("n_took_part", "words"),
    [
        (None, "Niet opgeschreven"),
        (500, "Cijfers van iedereen die meedeed"),
        (501, "(99 %)"),
        (1_000, "(50 %)"),
    ],
)
def test_the_card_says_of_how_many_figures_are_missing(n_took_part: int | None, words: str):
    assert words in completeness(500, n_took_part)


def test_what_is_pasted_is_read_as_people_in_the_netherlands_write_it():
    groups, faults = groups_read(
        "groep\tnaam\tmensen\tkosten\tuitkomst\nNieuw\tOost\t120\t€ 1.850,50\t0,71\n\n"
    )
    assert not faults
    assert groups[0].kept() == ["new", "Oost", 120, "1850.50", "0.71"]
    assert group_read(groups[0].kept()) == groups[0]
    assert groups_read(groups_written(groups))[0] == groups


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("nieuw; Oost; 120; 10", "vijf vakken"),
        ("anders; Oost; 120; 10; 1", "begin met “nieuw” of “gewoon”"),
        ("nieuw; ; 120; 10; 1", "schrijf een naam"),
        ("nieuw; Oost; 9; 10; 1", "minder dan 10 mensen"),
        ("nieuw; Oost; 10,5; 10; 1", "een heel getal"),
        ("nieuw; Oost; 30000; 10; 1", "een heel getal tot 20000"),
        ("nieuw; Oost; 12; veel; 1", "“veel” is geen getal"),
        ("nieuw; Oost; 12; NaN; 1", "te groot"),
        ("nieuw; Oost; 12; 1.850; 1", "kan twee dingen betekenen"),
        ("nieuw; Oost; 12; 99999999; 1", "te groot"),
    ],
)
def test_a_line_that_is_wrong_says_what_and_where(line, why):
    groups, faults = groups_read(f"gewoon; West; 20; 10; 1\n{line}")
    assert len(groups) == 1
    assert faults[0].startswith("Regel 2: ")
    assert why in faults[0]


def test_a_group_stands_there_once_and_there_is_an_end():
    assert groups_read("nieuw; Oost; 12; 1; 1\nnieuw; oost; 12; 1; 1")[1] == ["oost staat er twee keer."]
    many = "\n".join(f"nieuw; wijk {n}; 12; 1; 1" for n in range(61))
    assert groups_read(many)[1] == ["Er passen 60 regels."]


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"is_chosen": False}, "nog niet gekozen"),
        ({"has_baseline": False}, "geen nulmeting"),
        ({"n_groups": {"new": 5}}, "beide groepen"),
        ({"n_groups": {"new": 5, "usual": 4}}, "nodig zijn er 5 per groep"),
        ({"fault": "no_variation"}, "onzekerheid is niet te berekenen"),
        ({"fault": "not_finite"}, "geen eerlijke berekening"),
        ({"is_ready": False}, "de berekening loopt nog"),
    ],
)
def test_it_says_the_first_thing_that_lacks(facts, why):
    whole = {
        "is_chosen": True,
        "has_baseline": True,
        "n_groups": {"new": 5, "usual": 5},
        "fault": "",
        "is_ready": True,
    }
    assert why_not_said(**whole) is None
    assert why in why_not_said(**{**whole, **facts})


@pytest.mark.parametrize(
    ("block", "why"),
    [
        ("2024; 1\n2024; 2", "staat er twee keer"),
        ("1999; 100", "Regel 1"),
        ("2024; -1", "Regel 1"),
        ("2024", "Regel 1"),
        ("\n".join(f"{year}; 100" for year in range(2000, 2040)), "Er passen 30 jaren"),
    ],
)
def test_an_index_that_cannot_be_says_what_is_wrong(block, why):
    assert why in " ".join(index_read(block)[1])


def test_a_year_of_prices_is_a_year():
    assert "jaartal" in groups_read("nieuw; Oost; 20; 10; 1; vorig jaar")[1][0]
    told = groups_read("nieuw; Oost; 20; 10; 1; 2024\nnieuw; West; 20; 10; 1; ")[0]
    assert [one.price_year for one in told] == [2024, None]
    assert [group_read(one.kept()) for one in told] == told
    assert groups_read(groups_written(told))[0] == told
