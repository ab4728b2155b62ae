"""What the demo tells is sound before any of it is loaded."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from schakel.demo import content
from schakel.demo.deeds import DEEDS
from schakel.demo.diary import diary
from schakel.demo.moments import Calendar

PEOPLE = {one["key"]: one for one in content.linde("people")["people"]}
PARTNERS = {one["key"]: one for one in content.linde("network")["partners"]}
BODIES = {one["key"]: one for one in content.linde("bodies")["bodies"]}
INITIATIVES = content.initiatives()
EVERY_DAY_OF_A_YEAR = [date(2026, 11, 22) + timedelta(days=days) for days in range(366)]


def texts(value: Any) -> Iterator[str]:
    """Every text in a file, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def everything_about_linde() -> list[str]:
    files = [content.linde(name) for name in ("network", "people", "bodies", "meetings", "besluiten")]
    return [text for file in [*files, *INITIATIVES] for text in texts(file)]


def names_of_real_organisations() -> set[str]:
    """The names in the files of the real networks, also the short names between brackets."""
    names: set[str] = set()
    for file in content.network_files():
        for name in _named(content.read(file)):
            names.add(re.sub(r"\s*\(.*?\)", "", name).strip())
            names |= {short for short in re.findall(r"\(([^)]+)\)", name) if short.isupper()}
    return {name for name in names if len(name) > 2}


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "key" in value and isinstance(value.get("name"), str):
            yield value["name"]
        for one in value.values():
            yield from _named(one)
    elif isinstance(value, list):
        for one in value:
            yield from _named(one)


def test_no_real_organisation_is_named_in_de_linde() -> None:
    real = names_of_real_organisations()
    assert {"Mediant", "MST", "GGD Twente", "Medisch Spectrum Twente"} <= real
    for text in everything_about_linde():
        words = {name for name in real if re.search(rf"\b{re.escape(name)}\b", text)}
        assert not words, f"{words} in: {text}"


def test_every_person_is_plainly_made_up() -> None:
    assert all(one["name"].endswith(" Voorbeeld") for one in PEOPLE.values())
    assert len({one["name"] for one in PEOPLE.values()}) == len(PEOPLE) == 36


def test_keys_of_partners_belong_to_no_real_organisation() -> None:
    real = {key for file in content.network_files() for key in _keys(content.read(file))}
    assert not real & set(PARTNERS)


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("key"), str):
            yield value["key"]
        for one in value.values():
            yield from _keys(one)
    elif isinstance(value, list):
        for one in value:
            yield from _keys(one)


def test_people_partners_bodies_and_meetings_that_are_named_exist() -> None:
    meetings = {one["key"] for one in content.linde("meetings")["meetings"]}
    for one in PEOPLE.values():
        assert one["partner"] in PARTNERS
    for body in BODIES.values():
        assert body.get("parent", "bestuurlijk-platform") in BODIES
        for seat in body["seats"]:
            assert {seat.get("holder", "noor"), seat.get("deputy", "noor")} <= set(PEOPLE)
            assert seat.get("partner", "bureau-lindestreek") in PARTNERS
    for initiative in INITIATIVES:
        for step in initiative["story"]:
            assert step.get("by", "noor") in PEOPLE
            assert step.get("meeting", "spoed-1") in meetings
            assert step.get("body", "spoedzorg") in BODIES
            assert set(step.get("partners", ())) <= set(PARTNERS)


def test_every_deed_in_the_stories_is_known() -> None:
    assert {step["do"] for initiative in INITIATIVES for step in initiative["story"]} <= set(DEEDS)


def test_each_story_runs_forward_on_whatever_day_it_is_loaded() -> None:
    for today in EVERY_DAY_OF_A_YEAR:
        moments: dict[str, list[datetime]] = defaultdict(list)
        for entry in content.stories(Calendar(today)):
            moments[entry.initiative].append(entry.at)
        for key, mine in moments.items():
            assert mine == sorted(mine), (key, today)


def test_a_gate_is_proposed_after_what_it_needs_and_before_consent_and_decision() -> None:
    for today in EVERY_DAY_OF_A_YEAR[::10]:
        lines = diary(Calendar(today))
        for number, entry in enumerate(lines):
            if entry.deed == "decide":
                gate = entry.facts["gate"]
                earlier = [one for one in lines[:number] if one.initiative == entry.initiative]
                proposed = next(
                    i for i, one in enumerate(earlier) if one.deed == "propose" and one.facts["gate"] == gate
                )
                # A dossier is made of the proposal that lies there; the body reads it before it decides.
                assert {one.deed for one in earlier[proposed + 1 :]} <= {"consent", "dossier"}, (
                    entry.initiative,
                    gate,
                    today,
                )


def test_each_answer_of_a_rater_has_a_reason() -> None:
    for initiative in INITIATIVES:
        for step in initiative["story"]:
            if step["do"] == "assess":
                for letters in step["raters"].values():
                    assert len(letters) == len(step["reasons"])
                    for letter, reasons in zip(letters, step["reasons"].values(), strict=True):
                        assert reasons[letter], (initiative["key"], letters)


def test_weights_of_a_weighted_body_sum_to_a_hundred() -> None:
    for body in BODIES.values():
        if body["method"] == "weighted":
            assert sum(seat.get("weight", 0) for seat in body["seats"]) == 100


def test_ideas_stand_in_every_part_of_the_road() -> None:
    assert len(INITIATIVES) == 17
    assert sum(len(initiative["story"]) for initiative in INITIATIVES) > 100


def test_texts_are_short_enough_to_read() -> None:
    """At most 30 words in a sentence, also where a sentence lists things."""
    for text in everything_about_linde():
        for sentence in re.split(r"(?<=[.?!:;])\s", text):
            assert len(sentence.split()) <= 30, sentence


def test_nobody_writes_about_one_patient() -> None:
    """No age with a disease, no number that could be a BSN."""
    for text in everything_about_linde():
        assert not re.search(r"\b\d{9}\b", text), text
        assert not re.search(r"\b(mevrouw|meneer) [A-Z]\.", text), text
