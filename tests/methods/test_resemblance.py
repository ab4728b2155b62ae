"""Which Dutch texts are about the same thing, by the words that tell what they are about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods.resemblance import SAYS_NOTHING, plain, resemblance, telling_words


def alike(text: str, title: str, below: str = "") -> float:
    return resemblance(telling_words(text), plain(title), plain(below)).share


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Huisbezoek om vallen te voorkomen", ["huisbezoek", "val", "voorkom"]),
        ("Kinderen en bedden", ["kinder", "bed"]),
        ("Eén app voor één app", ["app"]),
        ("Zorg voor mensen met 24 uur hulp", ["uur"]),
        ("De huisarts’ ideeën", ["huisart", "idee"]),
        ("!!! … 123", []),
        ("", []),
    ],
)
def test_only_words_that_tell_something_are_kept(text, words):
    assert telling_words(text) == words


def test_a_word_is_found_inside_a_compound_and_by_its_parts():
    assert alike("nummer", "Eén telefoonnummer na een beroerte") == 1
    assert alike("huisbezoek", "Elk bezoek telt") == 0.6
    assert alike("wandelgroep", "Wandelen met de praktijkondersteuner") == 0.6
    assert alike("huisbezoek", "", "Bij elk bezoek") == 0.3


def test_a_short_word_must_begin_a_word():
    assert alike("vallen", "Valpreventie met de wijkzuster") == 1
    assert alike("vallen", "Een interval van een uur") == 0


def test_half_of_the_words_in_the_title_is_half():
    found = resemblance(telling_words("tijdelijk bed boven apotheek"), plain("Een tijdelijk bed"), plain(""))
    assert (found.share, found.n_found, found.n_in_title) == (0.5, 2, 2)


def test_words_that_say_nothing_are_written_as_they_are_compared():
    assert all(plain(word) == f" {word} " for word in SAYS_NOTHING)


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=200))
def test_a_share_lies_between_nothing_and_all(text, title, below):
    words = telling_words(text)
    found = resemblance(words, plain(title), plain(below))
    assert 0 <= found.share <= 1
    assert found.n_in_title <= found.n_found <= len(words)
    assert resemblance(words, plain(text), "").share == (1.0 if words else 0.0)
