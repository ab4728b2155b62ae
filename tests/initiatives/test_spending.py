"""What was really spent and worked, beside the plan: by sort of cost, year and source."""

from __future__ import annotations

import io
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import load_workbook

from schakel.initiatives import actions, queries
from schakel.initiatives.models import FundingLine, Spending
from schakel.initiatives.rules import CostKind, Spent, Stage, beside_plan, why_not_spent
from schakel.journal.models import Entry
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import fresh, make_idea, make_initiative, make_scene
from tests.worlds import world

pytestmark = pytest.mark.django_db

NO, WRONG, SENT = 403, 422, 302
TODAY = date(2026, 11, 27)


@world
def running():
    scene = make_scene()
    return scene, make_initiative(scene, Stage.PILOT)


def line(cost_type="staff", year=2026, amount=0, hours=0, of=None, source="", partner=None):
    return SimpleNamespace(
        cost_type=cost_type, year=year, amount_eur=Decimal(amount), hours=hours, funding_line_id=of,
        funding_source=source, partner=partner,
    )  # fmt: skip


# --------------------------------------------------------------------------- rules, without a database


def test_what_was_spent_stands_beside_the_sum_of_its_kind():
    pot = uuid4()
    budget = [
        line(amount=300, of=pot),
        line(amount=200, of=pot),
        line("training", hours=40, partner="Huisartsen"),
    ]
    kind = CostKind("staff", 2026, pot)
    other = CostKind("it", 2025, None, "eigen geld")
    spent = [Spent(kind, Decimal(650)), Spent(other, Decimal(9), 1)]
    found = {one.kind: one for one in beside_plan(budget, spent, {pot: "Potje"})}
    assert (found[kind].planned_eur, found[kind].spent_eur, found[kind].left_eur) == (500, 650, -150)
    assert found[kind].source == "Potje"
    training = found[CostKind("training", 2026, None, "Huisartsen")]
    assert (training.planned_hours, training.is_spent) == (40, False)
    assert (found[other].is_planned, found[other].source) == (False, "eigen geld")
    assert [one.kind.year for one in beside_plan(budget, spent, {})] == [2025, 2026, 2026]


@pytest.mark.parametrize(
    ("rows", "until_on", "why"),
    [
        ([], TODAY + timedelta(days=1), "moet nog komen"),
        ([Spent(CostKind("staff", 2027), Decimal(1))], TODAY, "niets uitgegeven"),
        ([Spent(CostKind("staff", 2026), Decimal(-1))], TODAY, "niet lager dan nul"),
        ([Spent(CostKind("it", 2026), Decimal(1)), Spent(CostKind("it", 2026), hours=2)], TODAY, "twee keer"),
    ],
)
def test_what_cannot_have_been_spent_is_refused(rows, until_on, why):
    assert why in why_not_spent(rows, until_on, TODAY)


# --------------------------------------------------------------------------- the action and the pages


def record(scene, initiative, rows, *, by=None, until_on=None):
    with looking(by or scene.lead) as person:
        return actions.record_spending(
            initiative, by=person, until_on=until_on or timezone.localdate(), rows=rows
        )


def test_the_lead_writes_it_down_and_what_is_left_out_is_gone_but_not_forgotten(running):
    scene, initiative = running
    year = timezone.localdate().year
    staff, training = CostKind("staff", year, None, "eigen geld"), CostKind("training", year)
    record(
        scene, initiative, [Spent(staff, Decimal(120)), Spent(training, hours=8), Spent(CostKind("it", year))]
    )
    record(scene, initiative, [Spent(staff, Decimal(150))])
    with as_platform(scene.network):
        row = Spending.objects.get()
        assert (row.amount_eur, row.source, str(row)) == (150, "eigen geld", f"Personeel {year}")
        assert row.events.count() == 2
        assert Entry.objects.filter(verb="spending recorded").count() == 2
        assert initiative.story.filter(title__contains="Uitgaven bijgewerkt").count() == 2
    for person in (scene.directors[0], scene.submitter):
        with pytest.raises(Refused, match="Alleen de trekker"):
            record(scene, initiative, [], by=person)
    with pytest.raises(Refused, match="moet nog komen"):
        record(scene, initiative, [], until_on=timezone.localdate() + timedelta(days=1))
    with pytest.raises(Refused, match="geldstroom is er niet"):
        record(scene, initiative, [Spent(CostKind("it", year, uuid4()), Decimal(1))])
    with pytest.raises(Refused, match="kan alleen in de stand"):
        record(scene, make_idea(scene), [], by=scene.manager)


def test_the_page_shows_plan_and_reality_and_keeps_what_was_typed(running):
    scene, initiative = running
    lead, reader = Browser(scene.network, scene.lead), Browser(scene.network, scene.directors[0])
    at = f"initiatieven/{initiative.number}/geld/"
    assert "Nog niemand schreef op wat er is uitgegeven." in text(reader.get(at))
    assert reader.get(f"{at}uitgaven/").status_code == NO
    page = text(lead.get(f"{at}uitgaven/"))
    with looking(scene.lead) as person:
        known = queries.money_of(person, fresh(initiative))
    n, first = len(known.compared), known.compared[0]
    assert n
    assert "Niet in het plan" in page
    today = timezone.localdate()
    sent = {
        "until_on": str(today),
        "spent-TOTAL_FORMS": "2",
        "spent-INITIAL_FORMS": "1",
        "spent-0-fixed": "1",
        "spent-0-cost_type": first.kind.cost_type,
        "spent-0-year": str(min(first.kind.year, today.year)),
        "spent-0-line": str(first.kind.line or ""),
        "spent-0-source": first.kind.source,
        "spent-0-amount_eur": "1.250,50",
        "spent-1-cost_type": "other",
        "spent-1-amount_eur": "75",
    }
    wrong = lead.post(f"{at}uitgaven/", **sent)
    assert wrong.status_code == WRONG
    assert "In welk jaar was dit?" in text(wrong)
    assert "1.250,50" in text(wrong)
    more = lead.post(f"{at}uitgaven/", add="spent", **sent)
    assert (more.status_code, "spent-2-amount_eur" in text(more)) == (200, True)
    both = sent | {"spent-1-year": str(today.year), "spent-1-source": "Collecte"}
    with as_platform(scene.network):
        pot = FundingLine.objects.create(
            network=scene.network, slug="potje", name="Potje", funder_name="Fonds", ceiling_eur=9
        )
    twice = lead.post(f"{at}uitgaven/", **(both | {"spent-1-line": str(pot.pk)}))
    assert "óf schrijf een andere bron" in text(twice)
    late = lead.post(f"{at}uitgaven/", **(both | {"until_on": str(today + timedelta(days=9))}))
    assert late.status_code == WRONG
    assert lead.post(f"{at}uitgaven/", **both).status_code == SENT
    shown = text(reader.get(at))
    assert "1.250,50" in shown
    assert "Collecte" in shown
    assert "niet in het plan" in shown
    assert "Collecte" in text(lead.get(f"{at}uitgaven/"))


def test_the_page_costs_the_same_with_one_amount_and_with_many(running):
    scene, initiative = running
    year = timezone.localdate().year
    reader = Browser(scene.network, scene.directors[0])
    at = f"initiatieven/{initiative.number}/geld/"
    record(scene, initiative, [Spent(CostKind("it", year), Decimal(5))])
    few = questions(reader, at)
    record(scene, initiative, [Spent(CostKind("it", year, None, f"Bron {n}"), Decimal(5)) for n in range(9)])
    assert questions(reader, at) == few


# --------------------------------------------------------------------------- from a workbook


def sent_file(browser, at, book, **more):
    upload = SimpleUploadedFile("uitgaven.xlsx", book)
    return browser.post(f"{at}bestand/", file=upload, until_on=str(timezone.localdate()), **more)


def filled(book, *rows):
    """The workbook as it came, with rows written under what stands in it."""
    opened = load_workbook(io.BytesIO(book))
    page = opened.worksheets[0]
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def test_a_workbook_is_fetched_filled_in_looked_at_and_kept_and_twice_is_once(running):
    scene, initiative = running
    year = timezone.localdate().year
    record(scene, initiative, [Spent(CostKind("it", year, None, "Eigen geld"), Decimal(50))])
    lead = Browser(scene.network, scene.lead)
    at = f"initiatieven/{initiative.number}/geld/uitgaven/"
    assert Browser(scene.network, scene.directors[0]).get(f"{at}sjabloon/").status_code == NO
    assert Browser(scene.network, scene.directors[0]).get(f"{at}bestand/").status_code == NO
    empty = lead.get(f"{at}sjabloon/").content
    same = sent_file(lead, at, empty)
    assert "Alles staat er al zo." in text(same)
    book = filled(empty, ["Scholing", year, "Collecte", 1250.5, 12], ["ict", year, "eigen geld", 9])
    asked = sent_file(lead, at, book)
    assert asked.status_code == WRONG
    assert "Dezelfde soort, jaar en bron staan ook op regel" in text(asked)
    book = filled(empty, ["Scholing", year, "Collecte", 1250.5, 12])
    asked = sent_file(lead, at, book)
    shown = text(asked)
    assert "1.250,50" in shown
    with as_platform(scene.network):
        assert Spending.objects.count() == 1
    fields = {one["name"]: one["value"] for one in asked.context["fields"]}
    assert lead.post(at, **fields).status_code == SENT
    with as_platform(scene.network):
        kept = {(one.cost_type, one.source): (one.amount_eur, one.hours) for one in Spending.objects.all()}
    assert kept == {("it", "Eigen geld"): (50, 0), ("training", "Collecte"): (Decimal("1250.50"), 12)}
    assert "Alles staat er al zo." in text(sent_file(lead, at, book))
    gone = filled(empty, ["Scholing", year, "collecte", 0])
    fields = {one["name"]: one["value"] for one in sent_file(lead, at, gone).context["fields"]}
    assert "spent-1-cost_type" not in fields


def test_each_row_that_is_wrong_is_told_and_a_harmful_file_is_refused(running):
    scene, initiative = running
    lead = Browser(scene.network, scene.lead)
    at = f"initiatieven/{initiative.number}/geld/uitgaven/"
    year = timezone.localdate().year
    book = filled(
        lead.get(f"{at}sjabloon/").content,
        ["Koffie", year, "x", 5],
        ["ICT", year + 1, "x", 5],
        ["ICT", year, "x", "=1+1"],
        ["ICT", year, "x", "veel"],
        ["ICT", year, "x", 5, 1.5],
        ["ICT", None, "x", 5],
        ["ICT", year, "laat leeg"],
        ["ICT", year, "burger 111222333", 5],
    )
    wrong = text(sent_file(lead, at, book))
    for words in (
        "“Koffie” is geen soort kosten. Kies uit: Personeel",
        f"{year + 1} moet nog komen",
        "In de kolom uitgegeven staat een formule",
        "Uitgegeven “veel”: Schrijf een bedrag",
        "Uren “1,5”: Schrijf een heel getal",
        "In welk jaar was dit?",
        "Er is niets bewaard.",
    ):
        assert words in wrong
    assert wrong.count("<b>Regel") == 7
    for data in (b"PK\x03\x04 kapot", b"\xd0\xcf\x11\xe0 oud", b"soort;jaar;uitgegeven\n", b"a;b\n1;2\n"):
        refused = sent_file(lead, at, data)
        assert refused.status_code == WRONG
        assert "bestand/" in refused.wsgi_request.path
    csv = f"soort;jaar;bron;uitgegeven\nICT;{year};Collecte;1.250,50\n".encode()
    assert "1.250,50" in text(sent_file(lead, at, csv))
