"""The journal as the manager of a network reads it, and the words of every action in it."""

from __future__ import annotations

import ast
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone

from schakel.journal import words
from schakel.journal.actions import record, seal
from schakel.journal.words import said, words_of_verbs
from schakel.network.rules import Role
from schakel.overview.queries import logbook
from schakel.tenancy.context import system
from tests.factories.browsing import Browser, questions, text
from tests.factories.network import make_area, make_member, make_network, make_partner

SOURCES = Path(words.__file__).parents[1]
PAGE = "beheer/logboek/"


def verbs_in_the_code() -> set[tuple[str, str]]:
    """Every verb that an action writes as a plain text, with the app of that action."""
    found = set()
    for file in SOURCES.glob("*/actions/**/*.py"):
        found |= {(file.relative_to(SOURCES).parts[0], verb) for verb in _verbs(file)}
    for file in SOURCES.glob("*/actions.py"):
        found |= {(file.parent.name, verb) for verb in _verbs(file)}
    return found


def _verbs(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    told = [one.value for one in ast.walk(tree) if isinstance(one, ast.keyword) and one.arg == "verb"]
    told += [
        one.value
        for one in ast.walk(tree)
        if isinstance(one, ast.Assign)
        and isinstance(one.targets[0], ast.Name)
        and one.targets[0].id == "verb"
    ]
    leaves = [leaf for one in told for leaf in ast.walk(one) if isinstance(leaf, ast.Constant)]
    return {leaf.value for leaf in leaves if isinstance(leaf.value, str) and leaf.value.strip()}


def test_every_action_has_words_for_people():
    known = {verb for verbs in words_of_verbs().values() for verb in verbs}
    verbs = verbs_in_the_code()
    assert len(verbs) > 120
    # A verb with a hole in it, such as "bottleneck {state}", is known by what it begins with.
    assert {(app, verb) for app, verb in verbs if not any(one.startswith(verb) for one in known)} == set(), (
        "add it to definitions/journal"
    )


@pytest.mark.slow
@pytest.mark.usefixtures("demo")
def test_every_line_of_the_demo_has_words():
    from schakel.journal.models import Entry
    from schakel.network.queries import find_network

    with transaction.atomic():
        network = find_network("de-linde")
    with transaction.atomic(), system(network.pk):
        lines = set(Entry.objects.filter(network_id=network.pk).values_list("about_type", "verb"))
    known = words_of_verbs()
    assert len(lines) > 60
    assert {line for line in lines if line[1] not in known.get(line[0].partition(".")[0], {})} == set()


@pytest.fixture
def network(db):
    """A network with three lines: one of the manager, one for a partner, one of the platform."""
    network = make_network()
    manager = make_member(network, Role.MANAGER)
    with transaction.atomic(), system(network.pk):
        partner = make_partner(network, "zgt")
        record(by=manager, verb="changed", about=network, reason="Het doel is scherper.")
        record(by=manager, verb="signed", about=partner, on_behalf_of="ZGT")
        record(by=None, verb="added", about=make_area(network, "wierden"))
    return network, manager


def test_the_manager_reads_who_did_what_and_why(network):
    here, manager = network
    page = text(Browser(here, manager).get(PAGE))
    for said_there in (
        f"{manager}",
        "gewijzigd",
        "Reden: Het doel is scherper.",
        "namens ZGT",
        "getekend",
        "Wierden",
    ):
        assert said_there in page
    assert page.index("Wierden") < page.index("getekend") < page.index("Het doel is scherper.")
    assert "Nog niet verzegeld" in page
    with transaction.atomic(), system(here.pk):
        seal(here.pk)
        record(by=manager, verb="described", about=here)
    page = text(Browser(here, manager).get(PAGE))
    assert "Verzegeld tot en met" in page
    assert "Daarna kwam 1 regel" in page


def test_only_the_manager_reads_it_and_others_hear_who_can(network):
    here, _ = network
    answer = Browser(here, make_member(here)).get(PAGE)
    assert answer.status_code == 403
    assert "netwerkmanager" in text(answer)
    assert PAGE not in text(Browser(here, make_member(here)).get("beheer/"))


def test_filters_and_older_lines(network, monkeypatch):
    here, manager = network
    browser = Browser(here, manager)
    assert "getekend" not in text(browser.get(PAGE, q="scherper"))
    assert "Geen regel past hierbij" in text(browser.get(PAGE, about="measuring"))
    today = timezone.localdate()
    assert "getekend" in text(browser.get(PAGE, since=today.isoformat(), until=today.isoformat()))
    later = (today + timedelta(days=1)).isoformat()
    assert "Geen regel past hierbij" in text(browser.get(PAGE, since=later))
    assert "getekend" in text(browser.get(PAGE, since="gisteren", about="onzin", voor="x"))
    monkeypatch.setattr(logbook, "AT_ONCE", 1)
    pages = [text(browser.get(PAGE))]
    while older := re.search(r'\?voor=(\d+)">Toon oudere regels', pages[-1]):
        pages.append(text(browser.get(PAGE, voor=older[1])))
        assert len(pages) < 20
    assert "Toon oudere regels" in pages[0]
    assert "Naar de nieuwste" in pages[1]
    assert [page.count('<p class="when">') for page in pages] == [1] * len(pages)
    assert ["getekend" in page for page in pages].index(True) > 0


def test_it_costs_the_same_for_many_lines(network):
    here, manager = network
    browser = Browser(here, manager)
    few = questions(browser, PAGE)
    with transaction.atomic(), system(here.pk):
        for _ in range(12):
            record(by=manager, verb="changed", about=here)
    assert questions(browser, PAGE) == few


def test_a_verb_without_words_is_shown_as_it_was_written():
    assert said("nowhere.thing", "danced") == "danced"
