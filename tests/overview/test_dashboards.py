"""How each theme goes: four aims, at most two figures each, gaps in sight, and how strong the evidence is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from schakel.initiatives import actions
from schakel.initiatives.models import Initiative
from schakel.initiatives.queries.followed import FOLLOWED_IN
from schakel.initiatives.rules import Stage
from schakel.jobs.queue import perform
from schakel.measuring import charting
from schakel.measuring.actions import renew_indicator
from schakel.measuring.models import Series
from schakel.measuring.rules import Aim
from schakel.overview.queries.dashboards import chain_of, theme_boards
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import Scene, fresh, make_initiative
from tests.factories.measuring import fill, make_baseline, make_indicator, make_series, of
from tests.factories.network import make_member, make_theme
from tests.worlds import world

pytestmark = pytest.mark.django_db

PAGE = "meten/themas/"
START = date(2026, 7, 1)
BEFORE = [of(n, 100) for n in (39, 41, 40, 42, 38, 40, 41, 39, 40, 42, 38, 41, 40, 39, 41, 40, 38, 42)]
YEAR = [of(40 + at % 3, 80) for at in range(12)]


@world
def pilot(scene: Scene) -> Initiative:
    return make_initiative(scene, Stage.PILOT, edition=1)


@pytest.fixture(autouse=True)
def no_drawing(monkeypatch) -> None:
    monkeypatch.setattr(charting, "drawings", lambda chart, title, **more: ("", ""))


def follow(
    scene: Scene, initiative: Initiative, name: str, kind: str = "outcome", n: int = 12, **facts
) -> Series:
    """Let the initiative follow a new indicator with so many months of figures."""
    series = make_series(scene.network, make_indicator(scene.network, name, **facts))
    if n:
        fill(series, *YEAR[:n])
        perform("measuring.read", {"network": str(scene.network.pk)})
    with looking(scene.lead) as lead:
        actions.follow_measure(initiative, by=lead, series=series, kind=kind, target=Decimal(50))
    return series


def boards_of(scene: Scene):
    with looking(make_member(scene.network)) as person:
        return theme_boards(scene.network, person)


def test_of_an_aim_two_figures_stand_there_the_outcome_and_the_newest_first(scene, pilot) -> None:
    follow(scene, pilot, "Proces", "process")
    follow(scene, pilot, "Oud", n=2)
    follow(scene, pilot, "Nieuw", n=12)
    mine = next(one for one in boards_of(scene) if one.theme == pilot.theme)
    experience = next(one for one in mine.aims if one.aim == Aim.EXPERIENCE)
    assert [row.line.version.name for row in experience.lines] == ["Nieuw", "Oud"]
    assert [row.line.figure_words for row in experience.lines] == ["52,5 %", "51,25 %"]
    assert (experience.n_more, mine.n_gaps) == (1, 3)


def test_every_theme_has_its_four_aims_and_says_what_nobody_measures(scene, pilot) -> None:
    other = make_theme(scene.network, "jeugd")
    follow(scene, pilot, "Ervaring")
    found = {one.theme: one for one in boards_of(scene)}
    assert [one.aim for one in found[other].aims] == list(Aim)
    assert found[other].n_gaps == 4
    page = text(Browser(scene.network, make_member(scene.network)).get(PAGE))
    assert "3 doelen zonder maat" in page
    assert "4 doelen zonder maat" in page
    assert page.count("Nog geen maat.") == 3
    assert "Geen initiatief van dit thema volgt al een cijfer. Nog geen maat voor: gezondheid van" in page
    assert "nog geen oordeel" in page
    assert pilot.number in page


def test_what_is_not_on_the_chain_does_not_tell_how_a_theme_goes(scene, pilot, monkeypatch) -> None:
    follow(scene, pilot, "Ervaring")
    assert not {Stage.STOPPED, Stage.REJECTED, Stage.MERGED, Stage.REFERRED, Stage.PARKED} & FOLLOWED_IN
    assert min(one.n_gaps for one in boards_of(scene)) == 3
    monkeypatch.setattr("schakel.initiatives.queries.followed.FOLLOWED_IN", FOLLOWED_IN - {Stage.PILOT})
    assert min(one.n_gaps for one in boards_of(scene)) == 4


def test_the_strength_of_the_evidence_stands_beside_the_figure(scene, pilot) -> None:
    with as_platform(scene.network):
        Initiative.objects.filter(pk=pilot.pk).update(started_on=START)
    series = make_series(scene.network, make_indicator(scene.network, "Ervaring"))
    fill(series, *BEFORE)
    make_baseline(series, n=18)
    with looking(scene.lead) as lead:
        measure = actions.follow_measure(
            fresh(pilot), by=lead, series=series, kind="outcome", target=Decimal(50)
        )
        promised = {"way": "higher", "threshold": Decimal(10), "after_periods": 4, "why": "Elders ook."}
        actions.claim_effect(measure, by=lead, **promised)
    fill(series, *BEFORE, *[of(n, 100) for n in (57, 58, 56, 57)])
    with as_platform(scene.network):
        (verdict,) = actions.judge_effects(scene.network, by=None)
    page = text(Browser(scene.network, make_member(scene.network)).get(PAGE))
    assert verdict.grade == "C"
    assert "C: een reeks vóór en na de start, zonder vergelijking" in page


@pytest.mark.parametrize("n", [1, 4])
def test_the_page_costs_as_much_for_many_figures(scene, pilot, n) -> None:
    for at in range(n):
        follow(scene, pilot, f"Maat {at}", n=3)
    assert questions(Browser(scene.network, make_member(scene.network)), PAGE) == 16


def name_steps(scene: Scene, **facts) -> None:
    """The network says which steps its chain has."""
    steps = [{"code": "home", "name": "Thuis"}, {"code": "hospital", "name": "Ziekenhuis", "text": "Kort"}]
    told = {"facts": [{"key": "steps", "title": "Van thuis tot thuis", "items": steps, **facts}]}
    with as_platform(scene.network):
        scene.network.facts = told
        scene.network.save(update_fields=["facts"])


def test_each_step_from_home_to_home_has_its_row_and_says_when_nobody_measures(scene, pilot) -> None:
    with looking(make_member(scene.network)) as person:
        assert chain_of(scene.network, person) is None
    name_steps(scene, inferred=True)
    hospital, insurer = scene.partners[0], scene.partners[2]
    version = make_indicator(scene.network, "Zelf weer lopen")
    process = make_indicator(scene.network, "Op tijd gebeld", kind="process")
    fill(make_series(scene.network, version, partner=hospital), *YEAR)
    make_series(scene.network, version, partner=insurer)
    make_series(scene.network, process, partner=hospital)
    perform("measuring.read", {"network": str(scene.network.pk)})
    with looking(make_member(scene.network)) as person:
        home, step = chain_of(scene.network, person).steps
    assert (home.name, home.lines) == ("Thuis", [])
    assert [(one.version.name, one.who, one.figure_words) for one in step.lines] == [
        ("Zelf weer lopen", "Ziekenhuis", "52,5 %")
    ]
    page = text(Browser(scene.network, make_member(scene.network)).get(PAGE))
    assert "1 stap zonder maat" in page
    assert "De volgorde van de stappen is onze lezing van de bron." in page


def test_the_newest_definition_of_a_measure_tells_of_a_step(scene, pilot) -> None:
    name_steps(scene)
    version = make_indicator(scene.network)
    make_series(scene.network, version, partner=scene.partners[0])
    told = replace(version.definition, change="")
    with as_platform(scene.network):
        newer = renew_indicator(version.indicator, by=None, definition=told, change="Bron nagekeken.")
    new = make_series(scene.network, newer, partner=scene.partners[0])
    with looking(make_member(scene.network)) as person:
        assert [one.series_id for one in chain_of(scene.network, person).steps[1].lines] == [new.pk]
    assert questions(Browser(scene.network, make_member(scene.network)), PAGE) == 16, (
        "the threshold is asked once, for the themes and the steps together"
    )
