"""Views of the portfolio: what stands on a card, keeping it under a name, sharing it, and opening one first."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from schakel.initiatives import actions, permissions, queries
from schakel.initiatives.models import BudgetLine, FirstView, Plan, PortfolioView
from schakel.initiatives.rules.kept_views import (
    FIELDS,
    MOST_OWN,
    MOST_SHARED,
    SHAPES,
    USUAL,
    address_of,
    as_asked,
    mark_of,
)
from schakel.journal.models import Entry
from schakel.network.models import Theme
from schakel.network.rules import Role
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import make_idea, take_in
from tests.factories.network import make_area, make_member, make_network
from tests.factories.refusals import refused

pytestmark = pytest.mark.django_db

NO, WRONG, GONE = 403, 422, 404
HERE, VIEWS, KEEP = "initiatieven/", "initiatieven/weergaven/", "initiatieven/weergaven/nieuw/"


@pytest.fixture
def reader(scene):
    return make_member(scene.network, Role.READER)


def kept(scene, by, name: str = "Mijn lijst", *, is_shared: bool = False, **asked: Any) -> PortfolioView:
    with looking(by) as person:
        return actions.keep_view(
            scene.network,
            by=person,
            name=name,
            asked={key: [value] if isinstance(value, str) else value for key, value in asked.items()},
            is_shared=is_shared,
        )


def no(words: str, deed: Any, *args: Any, **facts: Any) -> None:
    """Try it and expect these words."""
    with refused(words):
        deed(*args, **facts)


def seen(scene, person) -> list[tuple[str, bool]]:
    with looking(person):
        return [(one.name, one.is_first) for one in queries.portfolio_views(person, scene.network)]


# --------------------------------------------------------------------------- rules


def test_every_form_shows_fields_that_there_are():
    assert set(USUAL) == set(SHAPES)
    assert {name for names in USUAL.values() for name in names} <= set(FIELDS)


@pytest.mark.parametrize(
    ("sent", "asked"),
    [
        ({}, "vorm=bord"),
        ({"vorm": ["tabel", "stappen"], "weergave": ["x"], "page": ["9"]}, "vorm=stappen"),
        ({"thema": ["a\0b"], "q": ["x" * 500]}, "vorm=bord&q=" + "x" * 100),
        ({"kaart": ["rood"]}, "vorm=bord"),
        ({"kaart": ["begroot", "nummer", "begroot"]}, "vorm=bord&kaart=titel&kaart=nummer&kaart=begroot"),
        ({"vorm": [7], "q": [None, {}]}, "vorm=bord"),
    ],
)
def test_only_what_is_known_is_kept_of_an_address(sent, asked):
    found = as_asked(sent)
    assert address_of(found) == asked
    assert as_asked(found) == found, "what is kept is kept the same again"


# --------------------------------------------------------------------------- who may do what

WHO_MAY = """
                     own  others_own  of_the_network
    manager           x       .             x
    chair             x       .             .
    director          x       .             .
    reader            x       .             .
    outsider          .       .             .
"""


def test_everyone_keeps_their_own_and_the_manager_those_of_the_network(scene, reader):
    shared = kept(scene, scene.manager, "Samen", is_shared=True)
    theirs = kept(scene, scene.lead)
    people = {
        "manager": scene.manager,
        "chair": scene.group.chair,
        "director": scene.directors[0],
        "reader": reader,
        "outsider": make_member(make_network(), Role.MANAGER),
    }
    for row in WHO_MAY.strip().splitlines()[1:]:
        name, *cells = row.split()
        with looking(people[name]) as person:
            for view, cell in zip((None, theirs, shared), cells, strict=True):
                reason = permissions.why_not_keep_view(person, scene.network, view)
                assert (reason is None) == (cell == "x"), f"{name} {view}: {reason}"
    with looking(reader) as person:
        reason = permissions.why_not_keep_view(person, scene.network, shared)
        assert scene.manager.name in str(reason), "who refuses says who can"
        no("netwerkmanager", actions.keep_view, scene.network, by=person, name="x", asked={}, is_shared=True)
        no("netwerkmanager", actions.drop_view, shared, by=person)


def test_the_database_shows_an_own_view_to_nobody_else(scene, reader):
    own = kept(scene, reader, "Alleen ik")
    kept(scene, scene.manager, "Samen", is_shared=True)
    with looking(reader) as person:
        actions.open_first(scene.network, by=person, view=own)
    events: Any = PortfolioView.pgh_event_model
    for person, names, n_first in (
        (reader, {"Alleen ik", "Samen"}, 1),
        (scene.manager, {"Samen"}, 0),
        (make_member(make_network(), Role.MANAGER), set(), 0),
    ):
        with looking(person):
            assert set(PortfolioView.objects.values_list("name", flat=True)) == names
            assert set(events.objects.values_list("name", flat=True)) == names
            assert FirstView.objects.count() == n_first
    with looking(scene.manager), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        PortfolioView.objects.create(network=scene.network, person=reader, name="Voor een ander")


def test_the_journal_tells_that_a_view_was_kept_and_not_how_somebody_names_their_own(scene, reader):
    kept(scene, reader, "Wat ik van Piet vind")
    shared = kept(scene, scene.manager, "Samen", is_shared=True)
    with looking(scene.manager) as manager:
        actions.drop_view(shared, by=manager)
    with as_platform(scene.network):
        found = Entry.objects.filter(verb__startswith="view ", network_id=scene.network.pk)
        lines = list(found.values_list("verb", "about_label"))
    assert lines == [("view kept", "Eigen weergave"), ("view kept", "Samen"), ("view dropped", "Samen")]


# --------------------------------------------------------------------------- keeping


def test_names_are_told_apart_and_a_row_that_cannot_be_read_is_refused(scene, reader):
    kept(scene, reader, "Hart")
    kept(scene, scene.manager, "Hart", is_shared=True)
    with looking(reader) as person:
        for name, words in (("HART", "Kies een andere naam"), (" \0 ", "een naam"), ("x" * 61, "61 tekens")):
            no(words, actions.keep_view, scene.network, by=person, name=name, asked={})
    with as_platform(scene.network):
        PortfolioView.objects.bulk_create(
            PortfolioView(network=scene.network, person=reader, name=f"w{n}") for n in range(MOST_OWN - 1)
        )
        PortfolioView.objects.bulk_create(
            PortfolioView(network=scene.network, person=reader, name=f"s{n}", is_shared=True)
            for n in range(MOST_SHARED - 1)
        )
        with pytest.raises(IntegrityError, match="an_own_view_has_its_own_name"), transaction.atomic():
            PortfolioView.objects.create(network=scene.network, person=reader, name="Hart")
    with looking(reader) as person:
        no("20 weergaven", actions.keep_view, scene.network, by=person, name="Nog een", asked={})
        own = PortfolioView.objects.own(person).get(name="Hart")
        assert actions.change_view(own, by=person, name="Hart", asked={}).pk == own.pk
    with looking(scene.manager) as manager:
        no(
            "12 weergaven",
            actions.keep_view,
            scene.network,
            by=manager,
            name="Te veel",
            asked={},
            is_shared=True,
        )


def test_a_view_of_the_network_that_is_shared_no_longer_is_of_who_says_so(scene, reader):
    shared = kept(scene, scene.manager, "Samen", is_shared=True, vorm="tabel")
    other = make_member(scene.network, Role.MANAGER)
    with looking(other) as manager:
        actions.change_view(shared, by=manager, is_shared=False)
    assert seen(scene, other) == [("Samen", False)]
    assert seen(scene, scene.manager) == seen(scene, reader) == []


def test_what_two_people_change_of_a_view_both_stays_and_an_undo_takes_back_only_ones_own(scene, reader):
    shared = kept(scene, scene.manager, "Samen", is_shared=True, vorm="tabel")
    with looking(scene.manager) as manager:
        actions.change_view(PortfolioView.objects.get(), by=manager, asked={"vorm": ["stappen"]})
        renamed = actions.change_view(shared, by=manager, name="Wij")
        assert (renamed.name, renamed.asked["vorm"], renamed.is_shared) == ("Wij", ["stappen"], True)
        no(
            "Iemand veranderde deze weergave intussen",
            actions.change_view,
            shared,
            by=manager,
            asked={"vorm": ["bord"]},
            was=mark_of(as_asked({"vorm": ["tabel"]})),
        )
        back = actions.change_view(shared, by=manager, asked={}, was=mark_of(as_asked(renamed.asked)))
        assert back.asked == as_asked({})


def test_no_number_of_a_person_is_kept_as_a_word_to_look_for(scene, reader):
    with looking(reader) as person:
        no(
            "burgerservicenummer",
            actions.keep_view,
            scene.network,
            by=person,
            name="A",
            asked={"q": ["111222333"]},
        )


def test_who_opens_a_view_first_opens_everything_when_it_is_gone(scene, reader):
    shared = kept(scene, scene.manager, "Samen", is_shared=True, vorm="tabel")
    with looking(reader) as person:
        actions.open_first(scene.network, by=person, view=shared)
    browser = Browser(scene.network, reader)
    to = browser.get(HERE)
    assert (to.status_code, to["Location"]) == (
        302,
        f"/{scene.network.slug}/{HERE}?vorm=tabel&weergave={shared.pk}",
    )
    assert browser.get(HERE, vorm="bord").status_code == 200
    assert Browser(scene.network, scene.lead).get(HERE).status_code == 200, "each their own choice"
    with looking(scene.manager) as manager:
        actions.drop_view(shared, by=manager)
        no("is er niet meer", actions.change_view, shared, by=manager, name="x")
    assert browser.get(HERE).status_code == 200
    with looking(reader) as person:
        actions.open_first(scene.network, by=person, view=None)
        assert not FirstView.objects.exists()


# --------------------------------------------------------------------------- what stands on a card


def test_a_card_shows_what_was_chosen_on_board_table_and_steps(scene, reader):
    almelo = make_area(scene.network)
    idea = make_idea(scene, partners=scene.partners[:2], areas=[almelo], theme=scene.theme)
    with as_platform(scene.network):
        for version, amounts in ((1, (99_000,)), (2, (40_000, 2_500))):
            plan = Plan.objects.create(network=scene.network, initiative=idea, version=version)
            for position, amount in enumerate(amounts):
                BudgetLine.objects.create(
                    network=scene.network,
                    plan=plan,
                    position=position,
                    key=uuid4(),
                    text="x",
                    year=2026,
                    amount_eur=amount,
                )
            if version == 1:
                Plan.objects.filter(pk=plan.pk).update(
                    is_frozen=True, frozen_at=timezone.now(), content={}, hash="x"
                )
    browser = Browser(scene.network, reader)
    for shape in SHAPES:
        every = text(browser.get(HERE, vorm=shape, kaart=[*FIELDS]))
        for words in (idea.number, almelo.name, "2" if shape == "tabel" else "2 partners", "€\xa042.500"):
            assert words in every, f"{shape}: {words}"
        bare = text(browser.get(HERE, vorm=shape, kaart=["titel"]))
        assert idea.title in bare
        assert "Antwoord vóór" in bare
        assert f">{idea.number}" not in bare
    table = text(browser.get(HERE, vorm="tabel", kaart=["titel", "begroot"]))
    assert '<th scope="col" class="num">Begroot</th><th scope="col">Stap</th>' in table
    assert (
        'value="begroot" id="id_kaart_8" checked' in table
        or "checked" in table.split('value="begroot"')[1][:60]
    )


def test_filters_and_fields_stay_when_one_looks_otherwise(scene, reader):
    make_idea(scene)
    shown = text(Browser(scene.network, reader).get(HERE, q="hart", vorm="tabel", kaart=["titel", "datum"]))
    assert "?vorm=stappen&amp;q=hart&amp;kaart=titel&amp;kaart=datum" in shown
    assert '<input type="hidden" name="kaart" value="datum">' in shown
    assert '<input type="hidden" name="q" value="hart">' in shown
    assert f"{KEEP}?vorm=tabel&amp;q=hart&amp;kaart=titel&amp;kaart=datum" in shown


def test_only_what_asks_attention_is_a_filter_of_the_list_and_of_the_file(scene, reader):
    late, calm = make_idea(scene, answers={"title": "Te laat"}), make_idea(scene, answers={"title": "Rustig"})
    with as_platform(scene.network):
        type(late).objects.filter(pk=late.pk).update(answer_by=timezone.localdate().replace(year=2020))
    browser = Browser(scene.network, reader)
    shown = text(browser.get(HERE, aandacht="ja"))
    assert "Te laat" in shown
    assert calm.title not in shown
    assert "excel/portfolio.xlsx?aandacht=ja" in shown
    whole, part = (
        len(browser.get("excel/portfolio.xlsx", **asked).content) for asked in ({}, {"aandacht": "ja"})
    )
    assert part < whole


@pytest.mark.parametrize("shape", [*SHAPES])
def test_more_views_and_more_cards_cost_no_more_questions(scene, reader, shape):
    path = f"{HERE}?{address_of(as_asked({'vorm': [shape], 'kaart': [*FIELDS]}))}"
    browser = Browser(scene.network, reader)
    make_idea(scene, areas=[make_area(scene.network)], partners=scene.partners[:2])
    kept(scene, reader, "Een")
    usual, few = questions(browser, f"{HERE}?vorm={shape}"), questions(browser, path)
    assert few == usual + 3, "area, partners and budget"
    for n in range(4):
        make_idea(scene, partners=scene.partners[:2])
        kept(scene, scene.manager, f"Samen {n}", is_shared=True)
    assert questions(browser, path) == few


# --------------------------------------------------------------------------- the pages


def test_somebody_keeps_opens_changes_and_removes_a_view(scene, reader):
    idea = make_idea(scene, theme=scene.theme, answers={"title": "Samen eten"})
    take_in(scene, idea)
    browser = Browser(scene.network, reader)
    asked = {"vorm": "tabel", "thema": scene.theme.slug, "kaart": ["titel", "datum"]}
    form = text(browser.get(KEEP, **asked))
    assert "Tabel" in form
    assert str(scene.theme) in form
    assert "Voor iedereen" not in form
    assert "Alleen de netwerkmanager" in form
    there = f"{KEEP}?{address_of(as_asked({k: [v] if isinstance(v, str) else v for k, v in asked.items()}))}"
    assert browser.post(there, name="").status_code == WRONG
    to = browser.post(there, name="Eten", is_first="on", is_shared="on")
    assert to.status_code == 302
    with looking(reader):
        (view,) = queries.portfolio_views(reader, scene.network)
        assert (view.name, view.is_first, view.is_shared) == ("Eten", True, False)
    assert browser.get(HERE)["Location"] == to["Location"]
    shown = text(browser.client.get(to["Location"]))
    assert "Samen eten" in shown
    assert "“Eten” is bewaard." in shown
    assert "U kwam uit" not in shown
    shown = text(browser.client.get(to["Location"] + "&q=eten"))
    assert "U kwam uit “Eten” en veranderde daarna iets." in shown
    over = f"{KEEP}?vorm=stappen&weergave={view.pk}"
    assert "Bewaar dit in “Eten”" in text(browser.get(over))
    assert browser.post(over, over="1")["Location"].endswith(f"?vorm=stappen&weergave={view.pk}")
    back = text(browser.client.get(f"/{scene.network.slug}/{HERE}?vorm=stappen&weergave={view.pk}"))
    undo = re.search(r'action="([^"]+terug=\w+)"', back)
    assert undo is not None
    assert "is weer zoals het was" in text(browser.client.post(undo[1].replace("&amp;", "&"), follow=True))
    with looking(reader):
        assert PortfolioView.objects.get().asked == view.asked
    assert browser.post(VIEWS, which=str(view.pk), first="0").status_code == 302
    assert browser.get(HERE).status_code == 200
    browser.post(VIEWS, which=str(view.pk), **{f"{view.pk}-name": "Samen eten"})
    assert seen(scene, reader) == [("Samen eten", False)]
    assert browser.post(VIEWS, which=str(view.pk), **{f"{view.pk}-name": ""}).status_code == WRONG
    browser.post(VIEWS, which=str(view.pk), drop="1")
    assert seen(scene, reader) == []
    assert browser.post(VIEWS, which=str(view.pk), drop="1").status_code == GONE
    assert browser.post(VIEWS, which="\0").status_code == GONE


def test_the_manager_shares_and_a_reader_opens_but_does_not_change(scene, reader):
    manager, browser = Browser(scene.network, scene.manager), Browser(scene.network, reader)
    assert "Voor iedereen in het netwerk" in text(manager.get(KEEP))
    manager.post(f"{KEEP}?vorm=tabel", name="Samen", is_shared="on")
    with looking(reader):
        shared = PortfolioView.objects.get(name="Samen")
    shown = text(browser.get(HERE))
    assert f"?vorm=tabel&amp;weergave={shared.pk}" in shown
    assert "(van het netwerk)" in shown
    assert "Alleen de netwerkmanager" in text(browser.get(VIEWS))
    assert f'id="weergave-{shared.pk}"' not in text(browser.get(VIEWS))
    assert f'id="weergave-{shared.pk}"' in text(manager.get(VIEWS))
    over = f"{KEEP}?vorm=stappen&weergave={shared.pk}"
    assert "Die verandert u niet" in text(browser.get(over))
    for path, values in (
        (over, {"over": "1"}),
        (VIEWS, {"drop": "1"}),
        (VIEWS, {f"{shared.pk}-name": "Weg"}),
    ):
        answer = browser.post(path, which=str(shared.pk), **values)
        assert answer.status_code == NO
        assert "Alleen de netwerkmanager" in text(answer)
    theirs = kept(scene, scene.manager, "Alleen de manager")
    assert browser.post(VIEWS, which=str(theirs.pk), drop="1").status_code == GONE
    assert "Alleen de manager" not in text(browser.get(HERE, weergave=str(theirs.pk)))


def test_a_view_opens_without_a_filter_that_is_gone_and_says_so(scene, reader):
    make_idea(scene, answers={"title": "Samen eten"})
    with as_platform(scene.network):
        Theme.objects.create(network=scene.network, name="Wonen", slug="wonen")
    view = kept(scene, reader, "Wonen", thema="wonen", partner="ziekenhuis-dat-er-niet-is")
    with as_platform(scene.network):
        Theme.objects.filter(slug="wonen").delete()
    shown = text(Browser(scene.network, reader).get(HERE, **view.asked, weergave=str(view.pk)))
    assert "Het thema “wonen” is er niet meer." in shown
    assert "De partner “ziekenhuis-dat-er-niet-is” is er niet meer." in shown
    assert "U ziet de lijst zonder dat filter." in shown
    assert "Samen eten" in shown
    assert "Thema: wonen" in text(Browser(scene.network, reader).get(VIEWS))
    assert "is er niet meer" not in text(Browser(scene.network, reader).get(HERE, thema="<b>" * 40))


def test_another_network_has_no_such_pages(scene):
    outsider = Browser(scene.network, make_member(make_network()))
    assert {outsider.get(path).status_code for path in (VIEWS, KEEP)} == {GONE}
    assert {outsider.post(path, name="x").status_code for path in (VIEWS, KEEP)} == {GONE}
