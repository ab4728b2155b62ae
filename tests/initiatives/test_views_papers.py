"""An initiative on paper: the summary of one page, and the cover memo for a gate."""

from __future__ import annotations

import io

import docx
import pytest
from django.utils import timezone

from schakel.initiatives import actions, queries
from schakel.initiatives.rules import CostKind, Spent, Stage
from tests.factories.browsing import Browser, text
from tests.factories.governance import looking
from tests.factories.initiatives import make_idea, make_initiative, make_scene
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return make_scene()


def parts_of(answer) -> dict[str, list[str]]:
    """What stands under each heading, tables included."""
    document = docx.Document(io.BytesIO(answer.content))
    found: dict[str, list[str]] = {}
    heading = ""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            found[heading] += [cell.text for row in block.rows for cell in row.cells]
        elif block.style.name == "Heading 1":
            heading = block.text
            found[heading] = []
        elif heading:
            found[heading].append(block.text)
    return found


def test_the_summary_says_what_it_is_about_and_where_it_stands(scene):
    idea = make_idea(scene)
    page = text(Browser(scene.network, scene.lead).get(f"initiatieven/{idea.number}/samenvatting/"))
    assert idea.problem in page
    assert idea.proposal in page
    assert idea.public_label in page


def test_the_memo_says_what_is_asked_and_what_lacks(scene):
    one = make_initiative(scene, Stage.PREPARATION)
    answer = Browser(scene.network, scene.lead).get(f"initiatieven/{one.number}/poort/oplegnotitie.docx")
    assert f"oplegnotitie-{one.number}.docx" in answer["Content-Disposition"]
    told = parts_of(answer)
    assert list(told) == [
        "Gevraagd besluit",
        "Waarom",
        "Geld",
        "Risico’s",
        "Communicatie",
        "Wat nog ontbreekt",
        "Mandaat",
    ]
    assert "Er ligt nog geen voorstel bij de groep." in told["Gevraagd besluit"]
    assert one.problem in told["Waarom"]
    assert any(words.startswith("Gereed: ") for words in told["Wat nog ontbreekt"])
    assert scene.body.name in told["Mandaat"]


def test_the_memo_tells_what_was_spent_beside_the_plan_once_it_runs(scene):
    one = make_initiative(scene, Stage.PILOT)
    at = f"initiatieven/{one.number}/poort/oplegnotitie.docx"
    reader = Browser(scene.network, scene.lead)
    assert "Wat er per soort is uitgegeven, schreef nog niemand op." in parts_of(reader.get(at))["Geld"]
    today = timezone.localdate()
    with looking(scene.lead) as lead:
        [planned] = queries.money_of(lead, one).compared
        spent = [
            Spent(CostKind("it", today.year, None, "Collecte"), planned.planned_eur + 75, 12),
        ]
        actions.record_spending(one, by=lead, until_on=today, rows=spent)
    told = " ".join(parts_of(reader.get(at))["Geld"]).replace("\xa0", " ")
    assert "Dat is € 75 meer dan gepland. Gewerkt: 12 van 0 uur." in told
    assert f"ICT (niet in het plan) Collecte {today.year} € 0 € 20.075, 12 uur € 20.075 te veel" in told


def test_papers_are_for_who_sees_the_initiative(scene):
    one = make_idea(scene)
    stranger = Browser(scene.network, make_member(make_network()))
    for name in ("samenvatting/", "poort/oplegnotitie.docx"):
        assert stranger.get(f"initiatieven/{one.number}/{name}").status_code == 404
