"""What a change is worth: chosen before, worked out by the worker, and not said where it cannot be."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from schakel.initiatives import actions, permissions, queries
from schakel.initiatives.models import Initiative, ValueAssessment, ValueCard, ValueLine
from schakel.initiatives.queries.papers import dossier
from schakel.initiatives.queries.value import (
    amount_of,
    entered_amount,
    figure,
    own_cost_per_person,
)
from schakel.initiatives.rules import Stage
from schakel.journal.models import Entry
from schakel.measuring.queries import Tally
from schakel.methods.value.costs import significant
from schakel.network.models import Partner
from schakel.web.formats import euro
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import Scene, fresh, make_initiative
from tests.factories.jobs import run_waiting
from tests.factories.measuring import fill, make_baseline, make_indicator, make_series
from tests.initiatives.test_measures import BEFORE, follow
from tests.worlds import world

pytestmark = pytest.mark.django_db

CHOICES = {
    "effect": "Dagen thuis",
    "effect_unit": "dag thuis",
    "is_less_better": False,
    "comparison": "areas",
    "perspective": "care",
    "horizon_months": 12,
    "price_year": 2026,
    "amounts_eur": [Decimal(100), Decimal(50)],
    "amounts_origin": "Themagroep",
    "holds_own_cost": True,
    "not_counted": "Mantelzorg",
    "why": "Zes wijken lijken op elkaar.",
}
LINE = {
    "what": "Specialist",
    "sort": "intervention",
    "moment": "running",
    "direction": "pays",
    "partner": None,
    "purse": "zvw",
    "volume": Decimal(10),
    "unit": "uur",
    "price_eur": Decimal(80),
    "year": 2026,
    "source": "Offerte",
}
NEW = [
    ("N1", 2480, "84.1"),
    ("N2", 2530, "85.0"),
    ("N3", 2405, "83.6"),
    ("N4", 2560, "84.8"),
    ("N5", 2440, "84.3"),
]
USUAL = [
    ("U1", 2290, "81.0"),
    ("U2", 2350, "82.2"),
    ("U3", 2240, "80.4"),
    ("U4", 2380, "81.9"),
    ("U5", 2310, "81.3"),
]
BLOCK = "\n".join(
    f"{arm}; {name}; 50; {cost}; {effect.replace('.', ',')}"
    for arm, rows in (("nieuw", NEW), ("gewoon", USUAL))
    for name, cost, effect in rows
)


@world
def pilot(scene: Scene) -> Initiative:
    """A pilot with a locked baseline."""
    initiative = make_initiative(scene, Stage.PILOT)
    series = make_series(scene.network, make_indicator(scene.network, target="50"))
    fill(series, *BEFORE)
    make_baseline(series)
    follow(scene, initiative, series)
    return initiative


def choose(scene: Scene, initiative: Initiative, **more) -> ValueAssessment:
    with looking(more.pop("by", scene.lead)) as by:
        return actions.choose_value(initiative, by=by, **{**CHOICES, **more})


def enter(scene: Scene, initiative: Initiative, block: str = BLOCK) -> None:
    with looking(scene.lead) as by:
        actions.enter_value_groups(initiative, by=by, text=block, source="Wijkregistratie")


def add(scene: Scene, initiative: Initiative, **more) -> ValueLine:
    with looking(scene.lead) as by:
        return actions.add_value_line(initiative, by=by, **{**LINE, **more})


def page(scene: Scene, initiative: Initiative) -> queries.ValuePage:
    with looking(scene.lead) as person:
        return queries.value_of(person, fresh(initiative))


def work_out(scene: Scene, initiative: Initiative) -> ValueCard | None:
    with as_platform(scene.network):
        return actions.work_out_value(initiative)


# --------------------------------------------------------------------------- who may, and what is refused


def test_the_lead_and_the_manager_write_it_from_the_plan_on(scene, pilot):
    for person, may in ((scene.lead, True), (scene.manager, True), (scene.directors[0], False)):
        with looking(person) as by:
            assert (permissions.why_not_write_value(by, fresh(pilot)) is None) is may
    idea = make_initiative(scene, Stage.SCREENING)
    assert "De waarde bepalen kan alleen" in permissions.why_not_write_value(scene.lead, idea)
    with looking(scene.directors[0]) as by, pytest.raises(Refused):
        actions.choose_value(pilot, by=by, **CHOICES)


def test_choices_come_first_with_a_reason_and_are_kept_in_the_story(scene, pilot):
    for deed in (lambda: enter(scene, pilot), lambda: add(scene, pilot)):
        with pytest.raises(Refused, match="Kies eerst waarmee u vergelijkt"):
            deed()
    for wrong, words in (
        ({"amounts_eur": []}, "één tot vier bedragen"),
        ({"amounts_eur": [Decimal(0)]}, "groter dan nul"),
        ({"why": " "}, "waarom u dit zo kiest"),
        ({"comparison": "gevoel"}, "Vergelijking"),
        ({"horizon_months": 0}, "Looptijd"),
    ):
        with pytest.raises(Refused, match=words):
            choose(scene, pilot, **wrong)
    made = choose(scene, pilot)
    assert made.amounts_eur == [50, 100], "in order"
    again = choose(scene, pilot, horizon_months=24, why="Langer kijken")
    assert again.pk == made.pk
    with as_platform(scene.network):
        told = Entry.objects.filter(verb="value choices recorded").order_by("pk")
        assert [one.reason for one in told] == ["Zes wijken lijken op elkaar.", "Langer kijken"]
        assert fresh(pilot).story.filter(title__contains="24 maanden").exists()


def test_a_line_is_something_with_a_price_and_a_source_of_this_network(scene, pilot, monkeypatch):
    choose(scene, pilot)
    for wrong, words in (
        ({"volume": Decimal(0)}, "groter dan nul"),
        ({"source": ""}, "waar de prijs vandaan komt"),
        ({"what": ""}, "waarvoor"),
        ({"year": 1999}, "Jaar"),
        ({"sort": "iets"}, "Soort"),
    ):
        with pytest.raises(Refused, match=words):
            add(scene, pilot, **wrong)
    line = add(scene, pilot)
    monkeypatch.setattr("schakel.initiatives.actions.value.MOST_LINES", 1)
    with pytest.raises(Refused, match="Er passen 1 regels"):
        add(scene, pilot)
    with looking(scene.lead) as by:
        actions.drop_value_line(line, by=by)
        assert not ValueLine.objects.exists()


def test_a_group_is_on_one_side_unless_the_time_before_is_compared(scene, pilot):
    choose(scene, pilot)
    both = BLOCK.replace("U1", "N1")
    with pytest.raises(Refused, match="N1 staat bij nieuw en bij gewoon"):
        enter(scene, pilot, both)
    with pytest.raises(Refused, match="Regel 1"):
        enter(scene, pilot, "nieuw; Oost; 3; 1; 1")
    choose(scene, pilot, comparison="before")
    enter(scene, pilot, both)
    assert work_out(scene, pilot).fault == ""


# --------------------------------------------------------------------------- the card


def test_the_card_equals_the_difference_by_hand(scene, pilot):
    choose(scene, pilot)
    enter(scene, pilot)
    run_waiting(only=actions.WORK_OUT_VALUE)
    known = page(scene, pilot)
    assert known.why_not is None
    outcome = known.card.outcome
    # By hand: groups are as large, so means are plain. Cost 2,483 − 2,314; outcome 84.36 − 81.36.
    assert outcome["delta_cost"] == pytest.approx(169)
    assert outcome["delta_effect"] == pytest.approx(3.0)
    # Each variance: Σ(x − x̄)² / (5 · 4). Cost: 16,280 / 20 + 12,220 / 20... worked out apart below.
    spread = sum(
        sum((value - sum(values) / 5) ** 2 for value in values) / 20
        for values in ([cost for _n, cost, _e in NEW], [cost for _n, cost, _e in USUAL])
    )
    assert outcome["cost95"][1] - outcome["delta_cost"] == pytest.approx(1.959963984540054 * spread**0.5)
    assert outcome["quadrant"] == "better_dearer"
    assert outcome["ratio"][0] == pytest.approx(169 / 3)
    assert outcome["benefits"][1]["value"] == pytest.approx(100 * 3 - 169)
    assert known.headline == "Het werkt beter en kost meer."
    told = " ".join(known.told)
    assert "Kosten: € 170 per mens meer" in told.replace("\xa0", " ")
    assert "Eén dag thuis kost € 56" in told.replace("\xa0", " ")
    assert known.card.broad.startswith("<svg")


def test_it_tells_at_which_cost_and_which_outcome_the_answer_turns(scene, pilot):
    choose(scene, pilot, amounts_eur=[Decimal(100)])
    enter(scene, pilot)
    found = work_out(scene, pilot).outcome
    (_amount, cost, effect), *others = page(scene, pilot).flips
    assert not others
    assert cost.startswith(euro(significant(100 * found["delta_effect"])))
    assert effect.startswith(figure(found["delta_cost"] / 100))
    assert f"nu {euro(significant(found['delta_cost']))}" in cost


def test_less_can_be_better_and_then_it_is_avoided(scene, pilot):
    choose(scene, pilot, effect="Opnames", effect_unit="opname", is_less_better=True)
    enter(scene, pilot)
    work_out(scene, pilot)
    known = page(scene, pilot)
    assert known.card.outcome["quadrant"] == "worse_dearer"
    assert known.card.outcome["ratio"] is None, "never a ratio where it misleads"
    assert known.headline == "Slechter en duurder."
    assert "Opnames, vermeden: −3,0 opname" in " ".join(known.told)


def test_the_way_itself_counts_when_the_figures_leave_it_out(scene, pilot):
    choose(scene, pilot, holds_own_cost=False)
    add(scene, pilot, volume=Decimal(100), price_eur=Decimal(100))
    add(scene, pilot, volume=Decimal(103), price_eur=Decimal(100), year=2027)
    add(scene, pilot, sort="care_use", volume=Decimal(500))
    enter(scene, pilot)
    work_out(scene, pilot)
    found = page(scene, pilot)
    # By hand: 10,000 + 10,300 / 1.03 = 20,000 over 250 persons.
    assert own_cost_per_person(found.assessment, found.lines) == Decimal("80.00")
    assert found.card.outcome["delta_cost"] == pytest.approx(169 + 80)
    assert [(label, int(amount)) for label, amount in found.totals] == [
        ("De nieuwe aanpak zelf", 20_000),
        ("Gebruik van zorg", 40_000),
    ]


def test_who_pays_and_who_gains_by_hand(scene, pilot):
    choose(scene, pilot)
    with as_platform(scene.network):
        partner = Partner.objects.of(scene.network).order_by("name")[0]
    add(scene, pilot, partner=partner, volume=Decimal(10), price_eur=Decimal(90))
    add(scene, pilot, partner=partner, direction="gains_cash", volume=Decimal(1), price_eur=Decimal(500))
    add(scene, pilot, direction="gains_capacity", purse="provider", volume=Decimal(2), price_eur=Decimal(100))
    known = page(scene, pilot)
    rows = {row[0]: [cell.replace("\xa0", " ") for cell in row[1:]] for row in known.payer_rows}
    assert rows["Zvw, zorgverzekering"] == ["€ 900", "€ 500", "", "betaalt meer dan terugkomt"]
    assert rows["Aanbieder"] == ["", "", "€ 200", "wint tijd, geen geld"]
    assert "Inwoner" not in rows
    assert known.payers_aside == (
        "Betaalt en wint niets: Wlz, langdurige zorg; Wmo, ondersteuning thuis; Gemeente, ander geld; Inwoner."
    )
    assert known.purses == ["Zvw, zorgverzekering", "Aanbieder"]
    cells = {row.name: [one.replace("\xa0", " ") for one in row.cells] for row in known.matrix}
    assert cells[partner.name] == ["betaalt € 900; houdt € 500 over", ""]
    assert cells["Geen partner"] == ["", "wint € 200 aan tijd"]


def test_the_same_again_is_not_written_again_and_a_change_stands_beside_it(scene, pilot):
    choose(scene, pilot)
    enter(scene, pilot)
    first = work_out(scene, pilot)
    assert work_out(scene, pilot) == first
    choose(scene, pilot, amounts_eur=[Decimal(75)], why="Nieuwe afspraak")
    assert page(scene, pilot).headline == "Nog niet te zeggen: de berekening loopt nog."
    assert work_out(scene, pilot).number == 2
    with as_platform(scene.network), pytest.raises(DatabaseError), transaction.atomic():
        ValueCard.objects.filter(pk=first.pk).update(fault="x")


def test_without_a_baseline_nothing_is_said_whatever_the_figures(scene):
    bare = make_initiative(scene, Stage.PILOT, edition=1)
    choose(scene, bare)
    enter(scene, bare)
    work_out(scene, bare)
    known = page(scene, bare)
    assert known.headline == "Nog niet te zeggen: geen nulmeting."
    assert (known.told, known.benefits) == ([], [])


def test_without_choices_or_figures_there_is_no_card(scene, pilot):
    assert work_out(scene, pilot) is None
    choose(scene, pilot)
    assert work_out(scene, pilot) is None


def test_figures_without_any_difference_are_refused_in_words(scene, pilot):
    choose(scene, pilot)
    same = "\n".join(f"{arm}; {arm} {n}; 20; 100; 5" for arm in ("nieuw", "gewoon") for n in range(5))
    enter(scene, pilot, same)
    assert work_out(scene, pilot).fault == "no_variation"
    assert "de onzekerheid is niet te berekenen" in page(scene, pilot).headline


# --------------------------------------------------------------------------- pages and paper


def test_the_page_leads_from_the_choices_to_the_card(scene, pilot):
    lead = Browser(scene.network, scene.lead)
    path = f"initiatieven/{pilot.number}/waarde/"
    told = text(lead.get(path))
    assert "Nog niet te zeggen" in told
    assert "Er is nog niet gekozen waarmee wordt vergeleken" in told
    form = {
        **CHOICES,
        "amounts_eur": "50; 100",
        "holds_own_cost": "on",
        "once": "a" * 8,
    }
    form.pop("is_less_better")
    answer = lead.post(f"{path}keuzes/", **form)
    assert answer.status_code == 302, answer.context["form"].errors
    wrong = lead.post(f"{path}keuzes/", **{**form, "amounts_eur": "veel", "once": "b"})
    assert wrong.status_code == 422
    assert "Schrijf een bedrag" in text(wrong)
    wrong = lead.post(f"{path}cijfers/", text="nieuw; Oost; 3; 1; 1", source="x")
    assert "Regel 1: het gaat om minder dan 10 mensen" in text(wrong)
    assert "nieuw; Oost; 3; 1; 1" in text(wrong), "nothing typed is lost"
    few = lead.post(f"{path}cijfers/", text=BLOCK, source="Wijkregistratie", n_took_part="499")
    assert "U plakte cijfers van 500 mensen. Er kunnen er dus niet 499 hebben meegedaan." in text(few)
    filled = {"text": BLOCK, "source": "Wijkregistratie", "n_took_part": "560"}
    assert lead.post(f"{path}cijfers/", **filled).status_code == 302
    line = {name: str(value) for name, value in LINE.items() if value is not None}
    assert lead.post(f"{path}regel/", **line).status_code == 302
    run_waiting(only=actions.WORK_OUT_VALUE)
    told = text(lead.get(path))
    for words in (
        "Het werkt beter en kost meer.",
        "Wie betaalt en wie wint",
        "Haal deze regel weg",
        "Mantelzorg",
        "Cijfers van 500 van de 560 mensen die meededen (89 %)",
    ):
        assert words in told
    assert told.count("<svg xmlns") == 6, "two widths of the margins, the cloud and the curve"
    assert "Elke stip is een doorrekening" in told
    assert "Beter en duurder" in told
    assert 'class="nothing' in told, "a purse that gains nothing folds away on a phone"
    assert "Het werkt beter en kost meer." in text(lead.get(f"initiatieven/{pilot.number}/geld/"))
    with as_platform(scene.network):
        found = ValueLine.objects.get()
    assert lead.post(f"{path}regel/{found.pk}/weg/").status_code == 302
    assert lead.post(f"{path}regel/{found.pk}/weg/").status_code == 404


def test_others_read_the_card_and_change_nothing(scene, pilot):
    choose(scene, pilot)
    enter(scene, pilot)
    other = Browser(scene.network, scene.directors[0])
    path = f"initiatieven/{pilot.number}/waarde/"
    told = text(other.get(path))
    assert "Hoe wij ernaar kijken" in told
    assert "N1" not in told, "the figures of one neighbourhood stay with who collects them"
    for what in ("keuzes/", "cijfers/", "regel/"):
        assert other.get(f"{path}{what}").status_code == 403


def test_the_dossier_tells_it_as_a_board_reads_it(scene, pilot):
    with looking(scene.lead) as by:
        told = str(dossier(by, fresh(pilot), fresh(pilot).stage_since).parts)
    assert "Nog niet te zeggen: er is nog niet gekozen" in told
    choose(scene, pilot)
    enter(scene, pilot)
    add(scene, pilot)
    work_out(scene, pilot)
    with looking(scene.lead) as by:
        paper = dossier(by, fresh(pilot), fresh(pilot).stage_since)
    told = str(paper.parts)
    assert paper.aside == Tally(2 + 2), "both differences, and what is left at both amounts"
    for words in ("Het werkt beter en kost meer.", "Wie betaalt en wie wint", "Mantelzorg", "van de 100"):
        assert words in told
    assert "Waar de doorrekeningen liggen, van de 100: Beter en duurder: 100" in told


def test_the_page_costs_the_same_with_more_lines(scene, pilot):
    choose(scene, pilot)
    add(scene, pilot)
    reader = Browser(scene.network, scene.lead)
    path = f"initiatieven/{pilot.number}/waarde/"
    one = questions(reader, path)
    for _nth in range(4):
        add(scene, pilot)
    assert questions(reader, path) == one


# --------------------------------------------------------------------------- one price level

INDEX = {"price_index": "2024; 120\n2026; 126", "price_index_source": "CBS, consumentenprijzen, 27-11-2026"}


def test_prices_of_another_year_are_brought_to_the_chosen_one(scene, pilot):
    choose(scene, pilot, **INDEX)
    enter(scene, pilot)
    plain = work_out(scene, pilot).outcome["delta_cost"]
    dated = "\n".join(f"{line}; 2024" if line.startswith("gewoon") else line for line in BLOCK.splitlines())
    enter(scene, pilot, dated)
    # Usual care costs on average 2314 in prices of 2024: × 126 / 120 is 2429.70, 115.70 more.
    assert work_out(scene, pilot).outcome["delta_cost"] == pytest.approx(plain - 115.70)
    line = add(scene, pilot, price_year=2024)
    found = page(scene, pilot)
    assert (amount_of(found.lines[0]), entered_amount(line)) == (Decimal("840.00"), Decimal("800.00"))
    facts = dict(found.facts)
    assert facts["Prijspeil"].startswith("2026. Prijzen van andere jaren omgerekend")
    assert "2024: 120, 2026: 126" in facts["Prijspeil"]
    assert "CBS, consumentenprijzen" in facts["Prijspeil"]
    shown = text(Browser(scene.network, scene.lead).get(f"initiatieven/{pilot.number}/waarde/"))
    assert "prijs van 2024" in shown
    form = text(Browser(scene.network, scene.lead).get(f"initiatieven/{pilot.number}/waarde/keuzes/"))
    assert "2024; 120" in form


def test_without_an_index_a_price_of_another_year_is_refused_and_a_used_one_stays(scene, pilot):
    choose(scene, pilot)
    with pytest.raises(Refused, match="Van 2024 is er geen indexcijfer"):
        add(scene, pilot, price_year=2024)
    with pytest.raises(Refused, match="Van 2024 is er geen indexcijfer"):
        enter(scene, pilot, BLOCK.replace("81,0", "81,0; 2024"))
    with pytest.raises(Refused, match="waar de prijsindex vandaan komt"):
        choose(scene, pilot, price_index="2024; 120\n2026; 126")
    with pytest.raises(Refused, match="Regel 1"):
        choose(scene, pilot, price_index="2024; ; 3", price_index_source="CBS")
    choose(scene, pilot, **INDEX)
    add(scene, pilot, price_year=2024)
    with pytest.raises(Refused, match="Van 2024 is er geen indexcijfer"):
        choose(scene, pilot)
    at = f"initiatieven/{pilot.number}/waarde/keuzes/"
    wrong = Browser(scene.network, scene.lead).post(
        at, price_index="2024; 8.125\n2024; 120", price_year="2026"
    )
    assert wrong.status_code == 422
    assert "Regel 1: schrijf een jaar en een indexcijfer" in text(wrong)
    assert "Schrijf op waar de prijsindex vandaan komt." in text(wrong)
