"""The portfolio as board, table and coming steps; the core of one initiative; its partners and who leads it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from schakel.initiatives.models import Initiative, StoryEvent
from schakel.initiatives.rules import Stage
from schakel.network.rules import Role
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform
from tests.factories.initiatives import fresh, make_idea, make_initiative, make_scene, take_in, through
from tests.factories.network import make_area, make_member, make_network

pytestmark = pytest.mark.django_db

NO, WRONG = 403, 422
HERE = "initiatieven/"


@pytest.fixture
def reader(scene) -> Browser:
    return Browser(scene.network, make_member(scene.network, Role.READER))


@pytest.fixture
def manager(scene) -> Browser:
    return Browser(scene.network, scene.manager)


def many(scene, n: int, first: int = 1) -> None:
    """So many initiatives in the intake, made at once."""
    with as_platform(scene.network):
        Initiative.objects.bulk_create(
            Initiative(
                network=scene.network,
                number=f"I-2001-{number:03d}",
                title=f"Van vroeger {number}",
                stage=Stage.SUBMITTED,
                answer_by=timezone.localdate() + timedelta(days=5),
                submitted_by=scene.submitter,
                theme=scene.theme,
                partner=scene.partners[0],
                gate_edition=1,
            )
            for number in range(first, first + n)
        )


# --------------------------------------------------------------------------- the three forms of the portfolio


def test_the_board_stands_under_the_chain_and_the_title_says_the_news(scene, reader):
    idea = make_idea(scene)
    with as_platform(scene.network):
        Initiative.objects.filter(pk=idea.pk).update(answer_by=timezone.localdate() - timedelta(days=7))
    shown = text(reader.get(HERE))
    assert "1 initiatief loopt, bij 1 moet iemand iets doen" in shown
    assert idea.title in shown
    assert "werkdagen te laat" in shown
    assert shown.count('class="board-head"') == 7


def test_the_table_has_every_initiative_with_its_number(scene, reader):
    idea = make_idea(scene)
    shown = text(reader.get(HERE, vorm="tabel"))
    assert f'<tr id="{idea.number}">' in shown
    assert "P0 Ontvankelijk" in shown


def test_coming_steps_stand_in_the_order_of_their_day(scene, reader):
    late, soon = make_idea(scene, answers={"title": "Straks"}), make_idea(scene, answers={"title": "Eerst"})
    with as_platform(scene.network):
        Initiative.objects.filter(pk=late.pk).update(answer_by=timezone.localdate() + timedelta(days=40))
        Initiative.objects.filter(pk=soon.pk).update(answer_by=timezone.localdate() + timedelta(days=2))
    shown = text(reader.get(HERE, vorm="stappen"))
    assert shown.index("Eerst") < shown.index("Straks")


def test_what_left_the_chain_stands_apart_with_the_reason(scene, reader, in_screening):
    through(scene, in_screening, "p1", "reject")
    shown = text(reader.get(HERE))
    assert "Klaar, gestopt of in de wacht, en waarom" in shown
    assert "Dit past nu niet." in shown


def test_filters_leave_only_what_fits(scene, reader):
    almelo = make_area(scene.network)
    here = make_idea(
        scene, by=scene.directors[0], partner=scene.partners[0], theme=scene.theme, areas=[almelo]
    )
    make_idea(scene, answers={"title": "Elders"})
    for name, value in (
        ("thema", scene.theme.slug),
        ("gebied", almelo.slug),
        ("partner", "ziekenhuis"),
        ("q", here.number),
    ):
        shown = text(reader.get(HERE, **{name: value}))
        assert "1 initiatief gevonden" in shown, name
        assert "Elders" not in shown
    assert "Niets gevonden." in text(reader.get(HERE, q="bestaat nergens"))


def test_htmx_gets_only_what_was_found(scene, reader):
    make_idea(scene)
    part = text(reader.get(HERE, part=True, q="beroerte"))
    assert 'data-say="1 initiatief gevonden"' in part
    assert "<html" not in part
    assert "<h1" not in part


@pytest.mark.parametrize(
    "query",
    [
        {"thema": "\0"},
        {"partner": "bestaat-niet"},
        {"gebied": "x" * 10_000},
        {"vorm": "taart"},
        {"page": "-1"},
        {"page": "9" * 400, "vorm": "tabel"},
        {"q": "\0\u202e"},
        {"q": "x" * 10_000},
    ],
)
def test_a_filter_that_makes_no_sense_is_no_fault(scene, reader, query):
    make_idea(scene)
    assert reader.get(HERE, **query).status_code == 200


def test_the_table_turns_over_after_fifty(scene, reader):
    many(scene, 60)
    first = text(reader.get(HERE, vorm="tabel"))
    assert "Bladzijde 1 van 2" in first
    assert "vorm=tabel&amp;page=2" in first
    second = text(reader.get(HERE, vorm="tabel", page="2"))
    assert second.count('<tr id="I-') == 10


def test_a_full_column_says_how_many_more_there_are(scene, reader):
    many(scene, 20)
    assert "Nog 12 in de tabel" in text(reader.get(HERE))


@pytest.mark.parametrize("shape", ["bord", "tabel", "stappen"])
def test_ten_and_a_hundred_initiatives_cost_the_same(scene, reader, shape):
    many(scene, 10)
    few = questions(reader, f"{HERE}?vorm={shape}")
    many(scene, 90, first=11)
    assert questions(reader, f"{HERE}?vorm={shape}") == few
    assert few <= 30


def test_an_empty_network_invites_to_the_first_idea(reader, manager):
    assert "Dien het eerste idee in" not in text(reader.get(HERE)), "who only reads along would be refused"
    shown = text(manager.get(HERE))
    assert "Er loopt nu niets" in shown
    assert "Er is nog geen idee." in shown
    assert "Dien het eerste idee in" in shown


def test_another_network_does_not_exist(scene):
    idea = make_idea(scene)
    outsider = Browser(scene.network, make_member(make_network()))
    for path in ("", "verkend/", f"{idea.number}/", f"{idea.number}/partners/", f"{idea.number}/trekker/"):
        assert outsider.get(HERE + path).status_code == 404


def test_an_idea_of_another_network_is_not_found_under_this_one(scene):
    idea = make_idea(scene)
    theirs = make_scene()
    assert Browser(theirs.network, theirs.manager).get(f"{HERE}{idea.number}/").status_code == 404


# --------------------------------------------------------------------------- one initiative


def test_the_core_tells_the_story_and_shows_the_idea(scene, reader):
    idea = make_idea(scene)
    take_in(scene, idea)
    shown = text(reader.get(f"{HERE}{idea.number}/"))
    assert "Het verhaal tot nu toe" in shown
    assert shown.index("In behandeling bij") < shown.index("Idee ingediend")
    assert idea.benefit in shown
    assert 'aria-current="step"' in shown
    assert "Mocht deze groep dit besluiten?" in shown


def test_only_tabs_with_something_in_them_are_shown(scene, reader):
    idea = make_idea(scene)
    shown = text(reader.get(f"{HERE}{idea.number}/"))
    assert "/beoordeling/" not in shown
    assert "/verkenning/" not in shown
    assert "/plan/" not in shown
    one = make_initiative(scene, Stage.EXPLORATION)
    shown = text(reader.get(f"{HERE}{one.number}/"))
    assert "/beoordeling/" in shown
    assert "/verkenning/" in shown
    assert "/plan/" not in shown


def test_whose_turn_it_is_stands_on_top_with_the_deed(scene, in_exploration):
    director = Browser(scene.network, scene.directors[0])
    shown = text(director.get(f"{HERE}{in_exploration.number}/"))
    assert "U bent aan zet" in shown
    assert f"/{HERE}{in_exploration.number}/verkenning/kijk/ziekenhuis/" in shown
    assert "U bent aan zet" not in text(
        Browser(scene.network, scene.submitter).get(f"{HERE}{in_exploration.number}/")
    )


def test_a_long_story_begins_with_the_newest_and_shows_all_on_demand(scene, reader):
    idea = make_idea(scene)
    with as_platform(scene.network):
        StoryEvent.objects.bulk_create(
            StoryEvent(
                network=scene.network,
                initiative=idea,
                icon="doc",
                happened_on=timezone.localdate() - timedelta(days=n),
                recorded_at=timezone.now(),
                title=f"Stap van {n} dagen terug",
            )
            for n in range(1, 31)
        )
    shown = text(reader.get(f"{HERE}{idea.number}/"))
    assert "Alles tonen (31)" in shown
    assert "Stap van 30 dagen terug" not in shown
    assert "Stap van 30 dagen terug" in text(reader.get(f"{HERE}{idea.number}/", alles="1"))


def test_a_long_story_costs_the_same(scene, reader):
    idea = make_idea(scene)
    path = f"{HERE}{idea.number}/"
    few = questions(reader, path)
    with as_platform(scene.network):
        StoryEvent.objects.bulk_create(
            StoryEvent(
                network=scene.network,
                initiative=idea,
                icon="doc",
                recorded_at=timezone.now(),
                title=f"Stap {n}",
            )
            for n in range(80)
        )
    assert questions(reader, path) == few


@pytest.mark.parametrize("stage", [Stage.SCREENING, Stage.EXPLORATION, Stage.PREPARATION, Stage.PILOT])
def test_the_core_never_costs_more_than_sixty_questions(scene, stage):
    one = make_initiative(scene, stage)
    for person in (scene.manager, scene.group.secretary, scene.directors[0]):
        assert questions(Browser(scene.network, person), f"{HERE}{one.number}/") <= 60


def test_the_number_is_found_only_as_it_is_written(scene, reader):
    make_idea(scene)
    for number in ("I-2026-999", "I-2026-1", "i-2026-001", "B-2026-001"):
        assert reader.get(f"{HERE}{number}/").status_code == 404


# --------------------------------------------------------------------------- partners and people


def test_the_manager_chooses_who_takes_part(scene, manager, reader):
    idea = make_idea(scene, partners=[scene.partners[0]])
    take_in(scene, idea)
    path = f"{HERE}{idea.number}/partners/"
    assert "1 partner doet mee" in text(reader.get(path))
    shown = text(reader.get(path))
    assert 'aria-disabled="true"' not in shown
    assert "Alleen de netwerkmanager, de trekker" in shown
    assert reader.get(f"{path}kiezen/").status_code == NO
    almelo = make_area(scene.network)
    values = {"part-ziekenhuis": "executor", "add": "huisartsen", "areas": [almelo.slug]}
    assert manager.post(f"{path}kiezen/", **values).status_code == 302
    shown = text(manager.get(path))
    assert "2 partners doen mee" in shown
    assert "voert uit" in shown
    with as_platform(scene.network):
        assert list(fresh(idea).areas.values_list("slug", flat=True)) == ["almelo"]
    manager.post(f"{path}kiezen/", **{"part-ziekenhuis": "", "part-huisartsen": "participant"})
    assert "1 partner doet mee" in text(manager.get(path))


@pytest.mark.parametrize("values", [{"part-ziekenhuis": "baas"}, {"add": "\0"}, {"areas": ["bestaat-niet"]}])
def test_a_tampered_choice_of_partners_is_refused_in_words(scene, manager, values):
    idea = make_idea(scene, partners=[scene.partners[0]])
    response = manager.post(f"{HERE}{idea.number}/partners/kiezen/", **values)
    assert response.status_code == WRONG
    assert "keuze" in text(response)


def test_the_manager_says_who_leads(scene, manager, in_screening):
    path = f"{HERE}{in_screening.number}/trekker/"
    assert manager.post(path, lead="\0").status_code == WRONG
    assert manager.post(path, lead=str(scene.lead.pk), commissioner="Themagroep").status_code == 302
    assert fresh(in_screening).lead_id == scene.lead.pk
    assert Browser(scene.network, scene.lead).get(path).status_code == NO
