"""Figures of a source: shown as published, with where they come from, and never as an effect."""

from __future__ import annotations

import pytest

from schakel.initiatives import queries
from schakel.initiatives.actions import PastEvent, PastInitiative, record_historic_initiative
from schakel.initiatives.models import Initiative
from schakel.initiatives.rules import Stage
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import Scene, make_initiative

pytestmark = pytest.mark.django_db

ECMS = (
    "cijfer van patiënten: 8,5 van de 10\nhuisarts verwacht zelf verder te behandelen: 88 %\n"
    "echt bij de huisarts gebleven: 77 %"
)
PILOT = "huisartsenpraktijken in de pilot: 8"
TOO_FEW = "het aantal consulten bleef te klein om resultaten te volgen"


def past(scene: Scene, key: str, stage: str, *events: PastEvent) -> Initiative:
    with as_platform(scene.network):
        return record_historic_initiative(
            scene.network,
            by=None,
            past=PastInitiative(
                key=key,
                title=key,
                stage=stage,
                source="Openbare pagina",
                public_reason="Gestopt",
                events=events,
            ),
        )


def test_they_are_shown_as_published_with_the_verdict_that_nothing_can_be_said(scene):
    one = past(scene, "ecms", Stage.EXECUTION, PastEvent("Cijfers in de bron", text=ECMS, icon="figure"))
    with looking(scene.manager) as person:
        found = queries.stated_figures(person, one)
    assert [(row.name, row.words) for row in found.figures] == [
        ("Cijfer van patiënten", "8,5 van de 10"),
        ("Huisarts verwacht zelf verder te behandelen", "88 %"),
        ("Echt bij de huisarts gebleven", "77 %"),
    ]
    assert found.verdict == "Nog niet te zeggen: geen nulmeting."
    told = text(Browser(scene.network, scene.manager).get(f"initiatieven/{one.number}/meten/"))
    for words in (
        "Nog niet te zeggen: geen nulmeting.",
        "8,5 van de 10",
        "Bron: Openbare pagina",
        "De bron zegt niet",
    ):
        assert words in told


def test_a_stopped_pilot_says_that_there_was_too_little_to_follow(scene):
    one = past(
        scene,
        "geriatrie",
        Stage.STOPPED,
        PastEvent("Cijfers in de bron", text=PILOT, icon="figure"),
        PastEvent("Wat bleek", text=TOO_FEW, icon="explore"),
    )
    page = Browser(scene.network, scene.manager)
    told = text(page.get(f"initiatieven/{one.number}/meten/"))
    assert TOO_FEW in told
    assert "Nog niet te zeggen: geen nulmeting." in told
    assert f"/initiatieven/{one.number}/meten/" in text(page.get(f"initiatieven/{one.number}/")), (
        "the tab is there"
    )


def test_without_figures_in_the_source_nothing_is_said_of_it(scene):
    bare = past(scene, "kaal", Stage.EXECUTION, PastEvent("Wat bleek", text=TOO_FEW, icon="explore"))
    ours = make_initiative(scene, Stage.PILOT)
    with looking(scene.manager) as person:
        assert queries.stated_figures(person, bare) is None
        assert queries.stated_figures(person, ours) is None
    assert "zoals gepubliceerd" not in text(
        Browser(scene.network, scene.manager).get(f"initiatieven/{ours.number}/meten/")
    )


def test_more_figures_cost_no_more_queries(scene):
    few = past(scene, "een", Stage.EXECUTION, PastEvent("Cijfers", text=PILOT, icon="figure"))
    many = past(
        scene, "veel", Stage.EXECUTION, *[PastEvent("Cijfers", text=ECMS, icon="figure") for _nth in range(5)]
    )
    page = Browser(scene.network, scene.manager)
    assert questions(page, f"initiatieven/{few.number}/meten/") == questions(
        page, f"initiatieven/{many.number}/meten/"
    )


def test_a_step_that_the_source_does_not_name_is_not_drawn_as_done(scene):
    silent = past(scene, "van de agenda", Stage.STOPPED)
    told = text(Browser(scene.network, scene.manager).get(f"initiatieven/{silent.number}/"))
    assert told.count("(niet in de bron)") == 8
    assert "(gedaan)" not in told
    assert "Niet in de bron: in welke stap dit stopte" in told
    runs = past(scene, "loopt", Stage.EXECUTION)
    told = text(Browser(scene.network, scene.manager).get(f"initiatieven/{runs.number}/"))
    assert told.count("(niet in de bron)") == 5
    assert "Gestippeld is niet in de bron" in told
