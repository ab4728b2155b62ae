"""An initiative on paper: the summary of one page, and the cover memo for a gate."""

from __future__ import annotations

import io
from uuid import uuid4

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from schakel.initiatives import actions, queries
from schakel.initiatives.queries.memo import cover_memo
from schakel.initiatives.queries.paper_exploration import exploration_on_paper
from schakel.initiatives.queries.paper_plan import plan_on_paper
from schakel.initiatives.queries.summary import summary_of
from schakel.initiatives.rules import CostKind, Spent, Stage
from tests.documents.test_pdf import bookmarks
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import full_plan, invite, make_idea, make_initiative, make_scene, rate
from tests.factories.jobs import printed
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


MEMO = "poort/oplegnotitie.docx"


def test_after_screening_the_memo_tells_what_the_raters_found_and_why_they_doubt(scene):
    one = make_initiative(scene, Stage.SCREENING)
    with as_platform(scene.network):
        scene.criteria.criteria.filter(code="C2").update(rule="at_least_two_partners")
    at = f"initiatieven/{one.number}/{MEMO}"
    reader = Browser(scene.network, scene.group.secretary)
    assert "Beoordeling" not in parts_of(reader.get(at)), "nobody was asked"
    invite(scene, one)
    assert parts_of(reader.get(at))["Beoordeling"][0] == "0 van 3 beoordelaars zijn klaar."
    first, second, third = scene.group.people
    rate(scene, one, first, second)
    rate(scene, one, third, value="no")
    told = parts_of(reader.get(at))
    assert "3 van 3 beoordelaars zijn klaar." in told["Beoordeling"]
    assert "2 × ja, 1 × nee; de meningen lopen uiteen" in told["Beoordeling"]
    assert "Er is nog geen partij gekozen. Er zijn er twee nodig." in told["Beoordeling"], (
        "the system found it"
    )
    assert "Dat blijkt uit het voorstel." in str(told["Beoordeling"])
    assert third.name not in str(told["Beoordeling"])
    assert "Geld" not in told, "only a plan tells"
    member = Browser(scene.network, make_member(scene.network))
    assert "Beoordeling" not in parts_of(member.get(at)), "who may not read the answers gets none on paper"
    rate(scene, one, third)
    assert "Wie nee of nog niet zegt" not in str(parts_of(reader.get(at)))


def test_hidden_scores_stay_hidden_on_paper(scene):
    weighed = make_scene(criteria="weighed")
    with as_platform(weighed.network):
        weighed.criteria.criteria.update(weight=1)
    one = make_initiative(weighed, Stage.SCREENING)
    invite(weighed, one)
    at = f"initiatieven/{one.number}/{MEMO}"
    reader = Browser(weighed.network, weighed.group.secretary)
    first, *others = weighed.group.people
    rate(weighed, one, first, score=2)
    [_done, hidden] = parts_of(reader.get(at))["Beoordeling"]
    assert "zichtbaar als iedereen klaar is" in hidden
    rate(weighed, one, *others, score=5)
    told = " ".join(parts_of(reader.get(at))["Beoordeling"])
    assert "midden 5, van 2 tot 5, 3 keer gegeven; de meningen lopen uiteen" in told
    assert "Gewogen uitkomst: 5,0 van 5" in told


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
    assert stranger.post(f"initiatieven/{one.number}/poort/oplegnotitie.pdf").status_code == 404


def test_the_memo_as_a_pdf_says_what_the_word_file_says(scene):
    one = make_initiative(scene, Stage.PREPARATION)
    browser = Browser(scene.network, scene.lead)
    assert "Oplegnotitie, </span>PDF" in text(browser.get(f"initiatieven/{one.number}/poort/"))
    told = parts_of(browser.get(f"initiatieven/{one.number}/poort/oplegnotitie.docx"))
    document = printed(browser, f"initiatieven/{one.number}/poort/oplegnotitie.pdf")
    assert bookmarks(document) == list(told)
    words = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    assert one.problem in words
    assert f"/{scene.network.slug}/initiatieven/{one.number}/poort/" in words


def words_of(document) -> str:
    """All that a PDF says, on one line."""
    return " ".join(" ".join(page.extract_text() for page in document.pages).split())


def full_initiative(scene):
    """As much as a summary can be asked to hold: long texts, and more of everything than fits."""
    one = make_initiative(scene, Stage.PREPARATION)
    plan = full_plan(scene, one)
    with as_platform(scene.network):
        long = "Mensen wachten lang op het antwoord van een ander en bellen dan nog eens. " * 20
        type(one).objects.filter(pk=one.pk).update(problem=long, proposal=long, benefit=long)
        for nth in range(9):
            plan.goals.create(
                network=scene.network,
                position=nth + 20,
                key=uuid4(),
                text=f"Doel {nth}: minder dagen dat mensen wachten op een plek waar zij beter passen",
                measure="dagen wachten na het bericht dat iemand naar huis kan",
                target="2 dagen",
            )
    return one


def test_the_summary_fits_on_one_page_however_much_there_is(scene):
    one = full_initiative(scene)
    browser = Browser(scene.network, scene.lead)
    here = f"initiatieven/{one.number}/"
    page = text(browser.get(f"{here}samenvatting/"))
    assert "Deze samenvatting, </span>PDF" in page
    assert "…" in page
    document = printed(browser, f"{here}samenvatting.pdf")
    assert len(document.pages) == 1
    told = words_of(document)
    for said in (one.title, one.number, "Waar het om gaat", "Doelen", "Wat nog ontbreekt"):
        assert said in told
    word = browser.get(f"{here}samenvatting.docx")
    assert f"samenvatting-{one.number}.docx" in word["Content-Disposition"]
    assert list(parts_of(word)) == bookmarks(document)


def test_the_plan_says_the_same_in_word_and_pdf(scene):
    one = make_initiative(scene, Stage.PREPARATION)
    full_plan(scene, one)
    browser = Browser(scene.network, scene.lead)
    here = f"initiatieven/{one.number}/"
    assert "Plan, </span>Word" in text(browser.get(f"{here}plan/"))
    told = parts_of(browser.get(f"{here}plan.docx"))
    document = printed(browser, f"{here}plan.pdf")
    assert bookmarks(document) == list(told)
    assert "De opdracht" in told
    assert "Het plan kost" in " ".join(told["Begroting"]).replace("\xa0", " ")


def test_the_exploration_tells_what_everybody_may_read(scene):
    one = make_initiative(scene, Stage.EXPLORATION)
    browser = Browser(scene.network, scene.lead)
    here = f"initiatieven/{one.number}/"
    assert "Verkenning, </span>Word" in text(browser.get(f"{here}verkenning/"))
    mine = scene.directors[0]
    with looking(mine) as director:
        actions.save_view(
            one.explorations.get(), by=director, partner=scene.partners[0], worry="Nog een half woord"
        )
    told = parts_of(Browser(scene.network, mine).get(f"{here}verkenning.docx"))
    assert list(told) == bookmarks(printed(browser, f"{here}verkenning.pdf"))
    assert "Nog een half woord" not in str(told)
    assert f"0 van {len(scene.partners)} partners gaven hun kijk." in told["Hoe kijken de partners?"]


def test_what_is_not_there_yet_is_no_paper(scene):
    idea = make_idea(scene)
    browser = Browser(scene.network, scene.lead)
    for name in ("verkenning", "plan"):
        at = f"initiatieven/{idea.number}/{name}"
        assert browser.get(f"{at}.docx").status_code == 404, name
        assert browser.post(f"{at}.pdf").status_code == 404, name
    assert browser.get(f"initiatieven/{idea.number}/samenvatting.docx").status_code == 200
    assert browser.get(f"initiatieven/{idea.number}/samenvatting.pdf").status_code == 405


def test_who_gave_an_idea_gets_a_receipt_and_nobody_else_does(scene):
    idea = make_idea(scene)
    mine = Browser(scene.network, scene.submitter)
    page = text(mine.get(f"initiatieven/{idea.number}/ontvangst/"))
    assert "Dit ontvangstbewijs, </span>PDF" in page
    told = words_of(printed(mine, f"initiatieven/{idea.number}/ontvangst.pdf"))
    for said in (
        idea.number,
        idea.problem,
        "Antwoord vóór",
        "U leest het antwoord als eerste (bij elk besluit).",
    ):
        assert said in told
    assert "U leest het antwoord als eerste" in page
    other = Browser(scene.network, scene.lead)
    assert other.post(f"initiatieven/{idea.number}/ontvangst.pdf").status_code == 404


def test_each_paper_costs_no_more_than_it_says(scene):
    one = make_initiative(scene, Stage.PREPARATION)
    full_plan(scene, one)

    def cost(read, *more) -> int:
        with looking(scene.lead) as lead, CaptureQueriesContext(connection) as asked:
            assert read(lead, queries.find(lead, scene.network, one.number), *more)
        return len(asked) - 1  # finding it

    today = timezone.localdate()
    assert cost(summary_of, today) <= 30
    assert cost(cover_memo, today) <= 35
    assert cost(plan_on_paper) <= 13
    assert cost(exploration_on_paper) <= 10
