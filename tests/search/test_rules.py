"""What somebody may have meant, and where everything stands."""

from __future__ import annotations

import pytest
from django.urls import NoReverseMatch, reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.search.queries import asked
from schakel.search.rules import LOOKS, PLACES, SHELVES, Kind, as_asked, numbers_meant, parts_of
from schakel.search.views import ICONS
from schakel.web.icons import ICONS as DRAWN
from schakel.web.states import LOOKS as KNOWN
from tests.examples import examples


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("I-2026-014", ["I-2026-014"]),
        (" b-2026-3 ", ["B-2026-003"]),
        ("O 2026 012", ["O-2026-012"]),
        ("2026-014", ["I-2026-014", "B-2026-014", "O-2026-014"]),
        ("2026/7", ["I-2026-007", "B-2026-007", "O-2026-007"]),
        ("2026", []),
        ("14", []),
        ("plan 2026-014", []),
        ("X-2026-99999", []),
    ],
)
def test_a_number_is_known_in_whole_or_in_part(typed, meant):
    assert numbers_meant(typed) == meant


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("spoedpost of huisartsenpost", "spoedpost or huisartsenpost"),
        ("„dag of nacht” of avond", '"dag of nacht" or avond'),
        ("offerte -kinderen", "offerte -kinderen"),
        ('één "open zin of zo', 'één "open zin of zo'),
    ],
)
def test_quotes_and_of_are_read_as_they_are_meant(typed, asked):
    assert as_asked(typed) == asked


def test_the_pieces_of_an_excerpt_are_the_whole_text():
    assert parts_of("\x02a\x03 b \x02c\x03") == [("a", True), (" b ", False), ("c", True)]
    assert parts_of("een \x02half") == [("een ", False), ("half", False)]
    assert parts_of("") == []


def test_every_kind_has_a_page_an_icon_and_a_shelf():
    assert set(PLACES) == set(ICONS) == set(Kind)
    assert sorted(kind for shelf in SHELVES for kind in shelf.kinds) == sorted(Kind)
    assert set(ICONS.values()) <= set(DRAWN)
    assert {look for looks in LOOKS.values() for look in looks.values()} <= set(KNOWN)
    for kind, place in PLACES.items():
        value = {"pk": "00000000-0000-0000-0000-000000000000"}.get(place.word, "I-2026-001")
        named = {place.word: value} if place.word else {}
        try:
            assert reverse(place.url_name, kwargs={"network": "de-linde", **named})
        except NoReverseMatch:
            pytest.fail(f"{kind} has no page")


@pytest.mark.django_db
@settings(max_examples=examples(60, nightly=3000), deadline=None)
@given(typed=st.text(st.sampled_from("ab of-\"'“”:*&|!()<>\\ é.@/1\u202e"), max_size=200))
def test_no_typing_breaks_the_question(typed):
    question = asked(as_asked(typed))
    assert question.can_be_found <= (not question.is_empty)
