"""The network's own evidence: its baseline, its figures, and the dossier for go or no-go on its next stage."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader

from schakel.documents.models import Document
from schakel.documents.queries import content_of
from schakel.documents.rules import Subject
from schakel.governance import actions as governance
from schakel.governance.models import Decision
from schakel.governance.rules import DecisionType
from schakel.initiatives import actions
from schakel.initiatives.models import Dossier
from schakel.initiatives.queries.dossiers import pdf_of
from schakel.initiatives.queries.growth_dossier import growth_dossier, own_figures
from schakel.initiatives.rules import Stage
from schakel.measuring.actions import work_out
from schakel.network import actions as network_actions
from schakel.network.rules import NEXT_GROWTH_STAGE, Role
from schakel.web.refusal import Refused
from tests.factories.browsing import HX, Browser, text
from tests.factories.governance import as_platform, looking, make_mandate, make_meeting
from tests.factories.initiatives import Scene, make_initiative, measured
from tests.factories.jobs import run_waiting
from tests.factories.measuring import fill, make_baseline, make_indicator, make_series, of
from tests.factories.network import make_member
from tests.worlds import world

pytestmark = pytest.mark.django_db

HERE = "groeipad/bewijs/"


@world
def step(scene: Scene) -> Decision:
    """A proposal for the next growth stage lies before the group, and asks money."""
    make_mandate(scene.group.body, DecisionType.GROWTH_STEP)
    with looking(scene.group.chair) as chair:
        return governance.propose_growth_step(
            scene.group.body,
            by=chair,
            proposal="Wij willen verder.",
            amount_eur=Decimal(50_000),
            meeting=make_meeting(scene.group),
        )


def own_series(scene: Scene, *, baseline: bool = True):
    made = make_series(scene.network, make_indicator(scene.network, "Overdracht", target="75"))
    fill(made, *[of(60 + at % 3, 100) for at in range(12)], *[of(n, 100) for n in (85, 86, 88)])
    if baseline:
        make_baseline(made)
    with as_platform(scene.network):
        work_out(made)
    return made


def paper(scene: Scene) -> str:
    with looking(scene.group.chair) as chair:
        found = growth_dossier(chair, scene.network, timezone.localdate())
        return str(found.parts).replace("\\xa0", "\xa0")


def make(scene: Scene) -> Dossier:
    with looking(scene.group.chair) as chair:
        return actions.make_growth_dossier(scene.network, by=chair)


def test_without_figures_nothing_can_be_said_and_without_a_baseline_neither(scene, step):
    assert "het meet nog niets over zichzelf, ook geen nulmeting" in paper(scene)
    own_series(scene, baseline=False)
    told = paper(scene)
    assert "nog niet te zeggen: geen nulmeting" in told
    assert "Niets gemeten over: gezondheid van inwoners" in told


def test_the_dossier_tells_mandate_needs_baseline_figures_and_what_initiatives_showed(scene, step):
    own_series(scene)
    measured(scene, make_initiative(scene, Stage.PILOT))
    stage = NEXT_GROWTH_STAGE[scene.network.growth_stage]
    with as_platform(scene.network):
        for name in ("Een convenant", "Een dashboard"):
            need = network_actions.put_need(scene.network, by=None, stage=stage, text=name)[0]
    with looking(scene.manager) as manager:
        network_actions.meet_need(need, by=manager, evidence="Het staat er.", on=date(2026, 1, 5))
    told = paper(scene)
    for words in (
        "Wij willen verder.",
        "€\xa050.000",
        "1 van 2 is er.",
        "Een dashboard, sinds 5 januari 2026: Het staat er.",
        "januari 2025 tot en met december 2025, op slot sinds",
        "88,0 % (maart 2026)",
        "verbetert",
        "1 initiatief loopt.",
        "1 belofte: gehaald.",
        "Aan eerdere besluiten zijn geen voorwaarden verbonden.",
    ):
        assert words in told, words


def test_it_is_frozen_with_a_fingerprint_and_its_pdf_belongs_to_the_decision(scene, step):
    made = make(scene)
    assert (made.initiative, made.gate, made.number, made.decision) == (None, "growth", 1, step)
    assert make(scene) == made
    own_series(scene)
    assert make(scene).number == 2
    run_waiting(only="initiatives.set_dossier")
    with as_platform(scene.network):
        version = pdf_of(made)
        document = Document.objects.get(pk=version.document_id)
        assert (document.subject_type, document.subject_id) == (Subject.DECISION, step.pk)
        pages = PdfReader(io.BytesIO(content_of(version))).pages
        assert "Dossier groeistap" in pages[0].extract_text()
        with pytest.raises(DatabaseError), transaction.atomic():
            Dossier.objects.filter(pk=made.pk).update(decision=None)
    browser = Browser(scene.network, make_member(scene.network, Role.READER))
    page = text(browser.get(f"{HERE}1/"))
    assert "Dossier groeistap van" in page
    assert made.sha256[:16] in page
    assert "Download de PDF" in text(browser.get(f"{HERE}1/", **HX))
    assert step.number in page
    assert browser.get(f"{HERE}9/").status_code == 404


def test_who_may_propose_makes_it_and_only_when_a_step_lies_there(scene):
    reader = Browser(scene.network, make_member(scene.network, Role.READER))
    assert "Er ligt geen groeistap voor." in text(reader.get(HERE))
    with looking(scene.manager) as manager, pytest.raises(Refused, match="Er ligt geen groeistap voor"):
        actions.make_growth_dossier(scene.network, by=manager)


def test_the_page_shows_figures_gaps_and_the_button(scene, step):
    chair, reader = Browser(scene.network, scene.group.chair), Browser(scene.network, scene.submitter)
    assert "Nog niet te zeggen of het netwerk helpt" in text(reader.get(HERE))
    own_series(scene)
    shown = text(reader.get(HERE))
    assert "Op slot" in shown
    assert "Hierover meet het netwerk nog niets." in shown
    assert "U kunt nu geen dossier maken." in shown
    assert reader.post(HERE).status_code == 403
    answer = chair.post(HERE)
    assert answer["Location"].endswith(f"{HERE}1/")
    assert "Dossier 1" in text(chair.get(HERE))
    assert "Bewijs voor de groeistap" in text(chair.get("groeipad/"))


def test_it_costs_the_same_for_one_figure_and_for_many(scene, step):
    def cost() -> int:
        with looking(scene.group.chair) as chair, CaptureQueriesContext(connection) as asked:
            growth_dossier(chair, scene.network, timezone.localdate())
        return len(asked)

    own_series(scene)
    before = cost()
    for n in range(4):
        made = make_series(scene.network, make_indicator(scene.network, f"Nog een {n}", target="5"))
        fill(made, of(20, 100))
    assert cost() == before <= 30
    with looking(scene.group.chair) as chair:
        assert own_figures(chair, scene.network).rows[0].name == "Nog een 0"


def test_who_sees_every_figure_still_makes_a_paper_without_small_numbers(scene, step):
    made = make_series(scene.network, make_indicator(scene.network, "Overdracht", target="75"))
    fill(made, of(3, 6))
    with as_platform(scene.network):
        work_out(made)
    with looking(scene.manager) as manager:
        told = str(growth_dossier(manager, scene.network, timezone.localdate()).parts)
    assert "verborgen (januari 2025)" in told
    assert "50" not in told.replace("50.000", "")
