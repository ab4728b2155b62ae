"""Looking at one municipality: what lies in it, all that lies within it, and what concerns the whole network."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.db import transaction
from openpyxl import load_workbook

from schakel.governance import queries as governance
from schakel.governance.rules import Subject
from schakel.initiatives import actions, queries
from schakel.initiatives.models import Initiative
from schakel.network import actions as network_actions
from schakel.network.models import Partner
from schakel.network.queries import ChosenArea, areas, chosen_area
from schakel.network.rules import Role
from schakel.people.models import Person
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, looking, make_decision, make_group
from tests.factories.initiatives import Scene, make_idea, make_scene, take_in
from tests.factories.network import make_area, make_member
from tests.worlds import world

pytestmark = pytest.mark.django_db

#: What each area shows of its own, and what concerns more than that area.
SHOWN = {
    "almelo": ({"in noord", "van almelo"}, {"in twente", "van het platform"}),
    "noord": ({"in noord"}, {"in twente", "van almelo", "van het platform"}),
    "enschede": ({"in enschede"}, {"in twente", "van het platform"}),
    "twente": ({"in noord", "in enschede", "in twente", "van almelo"}, {"van het platform"}),
}


@world
def placed() -> Scene:
    """Decisions about things in a zone, a town and a region, and of groups of a town and of the whole network."""
    scene = make_scene()
    twente = make_area(scene.network, "twente", kind="region")
    almelo = make_area(scene.network, "almelo", parent=twente)
    noord = make_area(scene.network, "noord", kind="zone", parent=almelo)
    enschede = make_area(scene.network, "enschede", parent=twente)
    for area in (noord, enschede, twente):
        idea = make_idea(scene, answers={"title": f"Iets in {area.slug}"})
        with looking(scene.manager) as manager:
            actions.choose_areas(idea, by=manager, areas=[area])
        subject = Subject("initiative", idea.pk, str(idea), idea.stage)
        make_decision(scene.group, title=f"in {area.slug}", type="other", subject=subject)
    make_decision(scene.group, title="van het platform", type="other")
    make_decision(make_group(scene.network, area=almelo), title="van almelo", type="other")
    return scene


def area_of(scene: Scene, person: Person, slug: str, **how: Any) -> ChosenArea:
    """The area with this address."""
    found = chosen_area(areas(scene.network, person), slug, **how)
    assert found is not None
    return found


def titles(rows: Any) -> set[str]:
    """What was found."""
    return {one.title for one in rows}


@pytest.mark.parametrize("slug", SHOWN)
def test_a_decision_lies_where_its_subject_lies_or_else_its_group(placed: Scene, slug: str) -> None:
    here, beyond = SHOWN[slug]
    with looking(make_member(placed.network)) as person:
        area = area_of(placed, person, slug)
        wide = area_of(placed, person, slug, is_wide=True)

        def found(area: ChosenArea) -> set[str]:
            return titles(governance.decisions_register(person, placed.network, area=area))

        assert (found(area), found(area.only_beyond())) == (here, beyond)
        assert found(wide) == here | beyond


def test_a_meeting_lies_where_its_group_works_or_where_it_speaks_of(placed: Scene) -> None:
    with looking(make_member(placed.network)) as person:
        area = area_of(placed, person, "almelo")

        def found(area: ChosenArea) -> set[str]:
            rows = governance.meetings_list(person, placed.network, area=area).prefetch_related("decisions")
            return {one.title for meeting in rows for one in meeting.decisions.all()}

        assert found(area) == {"in noord", "van almelo"}
        assert found(area.only_beyond()) == {"in enschede", "in twente", "van het platform"}


def test_the_register_says_what_more_there_is_and_its_address_holds_on_paper_and_in_excel(
    placed: Scene,
) -> None:
    browser = Browser(placed.network, make_member(placed.network))
    said = text(browser.get("besluiten/", gebied="almelo", status="open"))
    assert "2 besluiten gevonden" in said
    assert "Gebied: Almelo, en wat erin ligt." in said
    assert "Nog 2 gelden voor het hele netwerk of voor een groter gebied." in said
    assert "gebied=almelo&amp;status=open&amp;breed=ja" in said
    assert "besluiten.xlsx?gebied=almelo&amp;status=open" in said
    assert "van het platform" not in said
    wide = text(browser.get("besluiten/", gebied="almelo", breed="ja"))
    assert "van het platform" in wide
    assert "in enschede" not in wide
    assert "Toon alleen Almelo" in wide
    answer = browser.get("excel/besluiten.xlsx", gebied="almelo")
    rows = list(load_workbook(io.BytesIO(answer.content)).worksheets[0].values)
    assert "Gefilterd op: gebied = Almelo" in [row[0] for row in rows]
    assert {row[1] for row in rows if str(row[0]).startswith("B-")} == {"in noord", "van almelo"}


@pytest.mark.parametrize(
    "path",
    [
        "besluiten/",
        "overleggen/",
        "initiatieven/",
        "initiatieven/verkend/",
        "standen/",
        "borging/",
        "lessen/",
        "gremia/",
        "kwartaal/",
        "meten/",
        "initiatieven/intake/",
    ],
)
def test_every_list_can_be_narrowed_to_an_area(placed: Scene, path: str) -> None:
    browser = Browser(placed.network, make_member(placed.network))
    answer = browser.get(path, gebied="almelo", breed="ja")
    assert answer.status_code == 200
    assert 'value="almelo" selected>Almelo<' in text(answer)
    assert browser.get(path, gebied="\x00\u202e", breed="x" * 99).status_code == 200


def test_groups_and_ideas_of_an_area_stand_apart_from_those_of_the_whole_network(placed: Scene) -> None:
    manager = Browser(placed.network, placed.manager)
    groups = text(manager.get("gremia/", gebied="noord"))
    assert "Geen groep werkt alleen voor Noord" in groups
    assert "Nog 3 gelden voor het hele netwerk of voor een groter gebied." in groups
    assert "Eén groep werkt voor Almelo" in text(manager.get("gremia/", gebied="almelo"))
    assert "1 idee wacht op antwoord" in text(manager.get("initiatieven/intake/", gebied="enschede"))
    with looking(placed.manager) as person:
        there = area_of(placed, person, "enschede")
        partner = Partner.objects.of(placed.network).get(pk=placed.partners[0].pk)
        network_actions.change_partner(partner, by=person, areas=[there.area])
    make_idea(placed, by=placed.directors[0], partner=partner)
    tray = text(manager.get("initiatieven/intake/", gebied="enschede"))
    assert "2 ideeën wachten op antwoord" in tray
    assert "Nog één geldt voor het hele netwerk" in tray


def test_a_quarter_of_an_area_counts_what_lies_there_and_says_what_more_there_is(placed: Scene) -> None:
    with as_platform(placed.network):
        ideas = list(Initiative.objects.of(placed.network))
    for idea in ideas:
        take_in(placed, idea)
    reader = Browser(placed.network, make_member(placed.network))
    said = text(reader.get("kwartaal/", gebied="noord"))
    assert "Iets in noord" in said
    assert "Iets in twente" not in said
    assert "Nog 3 ideeën, besluiten, stappen en overleggen gelden voor het hele netwerk" in said
    wide = text(reader.get("kwartaal/", gebied="noord", breed="ja"))
    assert "Iets in twente" in wide
    assert "Iets in enschede" not in wide


def test_one_who_looks_at_an_area_is_not_asked_to_chase_everybody(placed: Scene) -> None:
    browser = Browser(placed.network, make_member(placed.network, Role.MANAGER))
    assert "In dit gebied loopt geen initiatief." in text(browser.get("standen/", gebied="enschede"))


def test_an_area_costs_no_query_for_each_row(placed: Scene, django_assert_num_queries: Any) -> None:
    with transaction.atomic(), looking(make_member(placed.network)) as person:
        area = area_of(placed, person, "twente")
        assert person.network_ids
        with django_assert_num_queries(3):
            list(governance.decisions_register(person, placed.network, area=area))
            list(governance.meetings_list(person, placed.network, area=area))
            assert queries.n_initiatives(person, placed.network, area=area) == 3
