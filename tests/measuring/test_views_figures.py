"""Pages about figures: the grid by hand and by paste, a series, and its baseline."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from schakel.measuring.models import Baseline, Series, Value
from schakel.measuring.rules.periods import short_label
from schakel.network.rules import Role
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform
from tests.factories.measuring import a_count, fill, make_baseline, make_indicator, make_series, of
from tests.factories.network import make_area, make_member, make_network, make_partner

pytestmark = pytest.mark.django_db

FILL_IN = "meten/invullen/thuis-gebleven/"
#: A year that has been.
GRID = f"{FILL_IN}?tot=2025-12-01"
BEGIN = "meten/indicatoren/thuis-gebleven/begin/"


def browser_of(network, role=Role.PROFESSIONAL, partner=None) -> Browser:
    return Browser(network, make_member(network, role, partner=partner))


def field(part: str, on: str, series: Series) -> str:
    return f"{part}-{on}-{series.pk.hex}"


@pytest.fixture
def of_zgt():
    """The series of one partner."""
    network = make_network()
    return make_series(network, partner=make_partner(network, "zgt"))


def test_pages_of_figures_are_for_members_only(of_zgt) -> None:
    network = of_zgt.network
    for page in ("meten/", "meten/invullen/", f"meten/reeksen/{of_zgt.pk}/"):
        assert browser_of(network).get(page).status_code == 200
        assert Browser(network, make_member(make_network())).get(page).status_code == 404


def test_the_first_page_says_what_to_do_and_then_what_there_is(of_zgt) -> None:
    assert "Kies eerst een indicator" in text(browser_of(make_network()).get("meten/invullen/"))
    fill(of_zgt, of(31, 80))
    reader = text(browser_of(of_zgt.network, Role.READER).get("meten/invullen/"))
    assert "cijfers tot en met januari 2025" in reader
    assert "Vul cijfers in" not in reader
    assert "Vul cijfers in" in text(browser_of(of_zgt.network, partner=of_zgt.partner).get("meten/invullen/"))


@pytest.mark.parametrize("n", [1, 7])
def test_the_pages_ask_as_much_for_many(n: int) -> None:
    network = make_network()
    version = make_indicator(network)
    for number in range(n):
        series = make_series(network, version, partner=make_partner(network, f"p{number}"))
        fill(series, *[of(31, 80)] * n)
    browser = browser_of(network, Role.MANAGER)
    assert questions(browser, "meten/invullen/") <= 13
    assert questions(browser, GRID) <= 13
    assert questions(browser, f"meten/reeksen/{series.pk}/") <= 18


def test_measuring_begins_for_whom_is_chosen() -> None:
    network = make_network()
    make_indicator(network)
    make_partner(network, "zgt")
    area = make_area(network)
    browser = browser_of(network, Role.MANAGER)
    assert "Begin met meten" in text(browser.get("meten/indicatoren/thuis-gebleven/"))
    assert "Begin met meten" in text(browser.get(BEGIN))
    answer = browser.post(BEGIN)
    assert answer.status_code == 422
    assert "Kies voor wie u dit gaat meten" in text(answer)
    answer = browser.post(BEGIN, of_network="on", partners=["zgt"], areas=[area.slug])
    assert answer["Location"].endswith(FILL_IN)
    with as_platform(network):
        assert Series.objects.count() == 3
    sheet = text(browser.get("meten/indicatoren/thuis-gebleven/"))
    assert "Vul cijfers in" in sheet
    assert "Meet het ook voor anderen" in sheet
    assert FILL_IN not in text(browser_of(network).get("meten/indicatoren/thuis-gebleven/"))
    assert browser_of(network).get(BEGIN).status_code == 403
    assert browser.get("meten/indicatoren/niets/begin/").status_code == 404


def test_a_network_without_areas_asks_for_partners_only() -> None:
    network = make_network()
    make_indicator(network)
    assert "Welke gebieden" not in text(browser_of(network, Role.MANAGER).get(BEGIN))


def test_figures_are_typed_in_the_grid(of_zgt) -> None:
    browser = browser_of(of_zgt.network, partner=of_zgt.partner)
    page = text(browser.get(GRID))
    assert "Zgt, december 2025, teller" in page
    assert 'spellcheck="false"></textarea>' in page
    typed = {field("a", "2025-12-01", of_zgt): "1031", field("b", "2025-12-01", of_zgt): "2080,0"}
    answer = browser.post(GRID, **typed, source="Register")
    assert answer.status_code == 302
    page = text(browser.get(GRID))
    assert "1 cijfer bewaard." in page
    assert 'value="1031"' in page
    with as_platform(of_zgt.network):
        assert Value.objects.get().source == "Register"
    browser.post(GRID, **typed)
    assert "Er is niets veranderd." in text(browser.get(GRID))


def test_a_correction_asks_why_and_what_was_typed_stays(of_zgt) -> None:
    fill(of_zgt, of(31, 80))
    browser = browser_of(of_zgt.network, partner=of_zgt.partner)
    address = f"{FILL_IN}?tot=2025-01-01"
    typed = {field("a", "2025-01-01", of_zgt): "33", field("b", "2025-01-01", of_zgt): "80"}
    answer = browser.post(address, **typed)
    assert answer.status_code == 422
    assert "Hier staat al een ander cijfer" in text(answer)
    assert 'value="33"' in text(answer)
    assert browser.post(address, **typed, reason="Dubbel geteld.").status_code == 302
    assert "1 cijfer verbeterd." in text(browser.get(address))
    shown = text(browser.get(f"meten/reeksen/{of_zgt.pk}/"))
    assert "<del>38,75 %</del>" in shown
    assert "Verbeterd: Dubbel geteld." in shown


def test_what_somebody_else_saved_meanwhile_is_told_at_its_cell(of_zgt) -> None:
    fill(of_zgt, of(31, 80), of(32, 80))
    browser = browser_of(of_zgt.network, partner=of_zgt.partner)
    address = f"{FILL_IN}?tot=2025-02-01"

    def seen_on(page: str) -> str:
        return page.split('name="seen" value="')[1].split('"')[0]

    before = seen_on(text(browser.get(address)))
    fill(of_zgt, of(35, 80), reason="Beter geteld.")
    typed = {field("a", "2025-01-01", of_zgt): "33", field("b", "2025-01-01", of_zgt): "80"}
    answer = browser.post(address, **typed, reason="Dubbel geteld.", seen=before)
    assert answer.status_code == 422
    assert "veranderde dit cijfer intussen" in text(answer)
    assert "Er staat nu: 35 / 80." in text(answer)
    assert 'value="33"' in text(answer)
    again = {**typed, "reason": "Dubbel geteld.", "seen": seen_on(text(answer))}
    assert browser.post(address, **again).status_code == 302
    with as_platform(of_zgt.network):
        assert Value.objects.counting().get(period_on="2025-01-01").numerator == 33
    assert browser.post(address, **again).status_code == 302


@pytest.mark.parametrize(
    ("above", "below", "reason"),
    [
        ("veel", "80", "Dit is geen getal"),
        ("90", "80", "De teller is groter dan de noemer"),
        ("90", "", "Vul ook de noemer in"),
        ("1" * 30, "80", "Dit getal is te groot"),
    ],
)
def test_what_is_wrong_stands_at_its_row_and_nothing_is_kept(
    of_zgt, above: str, below: str, reason: str
) -> None:
    browser = browser_of(of_zgt.network, partner=of_zgt.partner)
    typed = {
        field("a", "2025-12-01", of_zgt): above,
        field("b", "2025-12-01", of_zgt): below,
        field("a", "2025-11-01", of_zgt): "31",
        field("b", "2025-11-01", of_zgt): "80",
    }
    answer = browser.post(GRID, **typed)
    assert answer.status_code == 422
    assert f"Zgt: {reason}" in text(answer)
    assert 'value="31"' in text(answer)
    with as_platform(of_zgt.network):
        assert not Value.objects.exists()


def test_a_block_from_excel_lands_in_the_grid_first(of_zgt) -> None:
    other = make_series(of_zgt.network, of_zgt.version, partner=make_partner(of_zgt.network, "mst"))
    browser = browser_of(of_zgt.network, Role.ANALYST)
    block = "Periode\tZgt teller\tZgt noemer\tMst\t\n2025-12\t31\t80\t40\t90\nnov 2025\t30\t81\t\t\n"
    answer = browser.post(GRID, paste="1", block=block)
    assert answer.status_code == 200
    page = text(answer)
    assert "Er staan 6 cijfers uit Excel in het rooster" in page
    assert f'name="{field("b", "2025-12-01", other)}" value="90"' in page
    assert f'name="{field("a", "2025-11-01", of_zgt)}" value="30"' in page
    with as_platform(of_zgt.network):
        assert not Value.objects.exists()


def test_a_block_without_names_goes_by_order(of_zgt) -> None:
    page = text(browser_of(of_zgt.network, Role.ANALYST).post(GRID, paste="1", block="12-2025\t31\t80"))
    assert f'name="{field("a", "2025-12-01", of_zgt)}" value="31"' in page


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ("", "Plak eerst een blok uit Excel"),
        ("Periode\tZgt", "Plak eerst een blok uit Excel"),
        ("2025-12\t1\t2\t3", "Regel 1 heeft 3 cijfers; het rooster heeft er 2"),
        ("Periode\tZgt\t\nzomaar\t1\t2", "Regel 1: “zomaar” is geen periode in dit rooster"),
        ("2020-12\t1\t2", "Regel 1: “2020-12” is geen periode in dit rooster"),
        ("Periode\tNiemand\t\n2025-12\t1\t2", "Kolom “Niemand” hoort bij niemand in dit rooster"),
        ("Periode\t\tZgt\n2025-12\t1\t2", "Kolom “” hoort bij niemand"),
    ],
)
def test_a_block_that_does_not_fit_says_which_line(of_zgt, block: str, reason: str) -> None:
    answer = browser_of(of_zgt.network, Role.ANALYST).post(GRID, paste="1", block=block)
    assert answer.status_code == 422
    assert f'spellcheck="false">{block}</textarea>' in text(answer)
    assert reason in text(answer)


def test_a_score_asks_over_how_many_and_money_does_not() -> None:
    network = make_network()
    score = {"type": "score", "multiplier": 1, "chart": "xmr", "interval": "t", "unit": "van de 10"}
    series = make_series(network, make_indicator(network, **score))
    browser = browser_of(network, Role.MANAGER)
    name = field("b", "2025-12-01", series)
    assert name in text(browser.get(GRID))
    for wrong in ("2,5", "-1", "9000000000"):
        answer = browser.post(GRID, **{field("a", "2025-12-01", series): "8,5", name: wrong})
        assert "Over hoeveel het gaat, is een heel getal" in text(answer)
    browser.post(GRID, **{field("a", "2025-12-01", series): "8,5", name: "40"})
    with as_platform(network):
        assert (Value.objects.get().value, Value.objects.get().n) == (8.5, 40)
    assert "over 40" in text(browser.get(f"meten/reeksen/{series.pk}/"))
    cost = make_indicator(
        network, "Kosten", **{**score, "type": "cost", "interval": "none", "disclosure": "open"}
    )
    money = make_series(network, cost)
    page = text(browser.get("meten/invullen/kosten/?tot=2025-12-01"))
    assert field("a", "2025-12-01", money) in page
    assert field("b", "2025-12-01", money) not in page


def test_who_may_not_fill_in_is_told_who_may(of_zgt) -> None:
    answer = browser_of(of_zgt.network, Role.READER).get(GRID)
    assert answer.status_code == 403
    assert "cijfers van Zgt invullen" in text(answer)
    assert browser_of(of_zgt.network, Role.MANAGER).get("meten/invullen/niets/").status_code == 404


def test_a_strange_day_in_the_address_shows_the_last_periods(of_zgt) -> None:
    browser = browser_of(of_zgt.network, Role.MANAGER)
    for day in ("gisteren", "0001-01-01", "2400-01-01"):
        page = text(browser.get(FILL_IN, tot=day))
        assert short_label("month", timezone.localdate()) in page
        assert "Latere periodes" not in page
    assert "Latere periodes" in text(browser.get(FILL_IN, tot="2025-01-01"))


def test_small_numbers_are_for_who_collects_them(of_zgt) -> None:
    fill(of_zgt, of(3, 80), of(40, 80), of(41, 80), of(0, 0))
    fill(of_zgt, of(4, 80), reason="Eén vergeten.")
    make_baseline(of_zgt, n=3)
    page = f"meten/reeksen/{of_zgt.pk}/"
    outside = text(browser_of(of_zgt.network).get(page))
    assert "verborgen" in outside
    assert "50 %" in outside
    assert "niets geteld" not in outside
    assert "4 van 80" not in outside
    assert "3,75" not in outside
    assert "Eén vergeten." not in outside
    inside = text(browser_of(of_zgt.network, partner=of_zgt.partner).get(page))
    assert "4 van 80" in inside
    assert "Eén vergeten." in inside
    assert "verborgen" not in inside


def test_figures_are_made_final_and_an_empty_series_goes_away(of_zgt) -> None:
    empty = make_series(of_zgt.network, make_indicator(of_zgt.network, "Leeg"))
    fill(of_zgt, of(31, 80), of(32, 80))
    browser = browser_of(of_zgt.network, Role.ANALYST)
    page = f"meten/reeksen/{of_zgt.pk}/"
    assert "Maak alle cijfers definitief" in text(browser.get(page))
    browser.post(f"{page}definitief/")
    assert "2 cijfers zijn nu definitief." in text(browser.get(page))
    assert "Maak alle cijfers definitief" not in text(browser.get(page))
    assert "Haal deze lege reeks weg" in text(browser.get(f"meten/reeksen/{empty.pk}/"))
    assert "Haal deze lege reeks weg" not in text(
        browser_of(of_zgt.network).get(f"meten/reeksen/{empty.pk}/")
    )
    assert browser.post(f"meten/reeksen/{empty.pk}/weg/").status_code == 302
    assert "De lege reeks" in text(browser.get("meten/invullen/"))
    assert browser.get(f"meten/reeksen/{empty.pk}/").status_code == 404


def test_a_withdrawn_figure_says_so(of_zgt) -> None:
    fill(of_zgt, of(31, 80))
    browser = browser_of(of_zgt.network, partner=of_zgt.partner)
    empty = {field("a", "2025-01-01", of_zgt): "", field("b", "2025-01-01", of_zgt): ""}
    browser.post(f"{FILL_IN}?tot=2025-01-01", **empty, reason="Verkeerde maand.")
    assert "ingetrokken" in text(browser.get(f"meten/reeksen/{of_zgt.pk}/"))


def test_the_baseline_goes_from_hand_to_hand(of_zgt) -> None:
    network, page = of_zgt.network, f"meten/reeksen/{of_zgt.pk}/"
    analyst, manager = browser_of(network, Role.ANALYST), browser_of(network, Role.MANAGER)
    assert analyst.get(f"{page}nulmeting/").status_code == 403
    fill(of_zgt, *[of(30 + at, 80) for at in range(12)])
    shown = text(analyst.get(page))
    assert "Zonder nulmeting kunt u geen effect beloven" in shown
    form = text(analyst.get(f"{page}nulmeting/"))
    assert "januari 2025" in form
    assert "Waarom een tweede nulmeting" not in form
    wrong = analyst.post(f"{page}nulmeting/", from_on="2025-12-01", last_on="2025-01-01")
    assert "De laatste periode ligt vóór de eerste" in text(wrong)
    tampered = analyst.post(f"{page}nulmeting/", from_on="1999-01-01", last_on="2025-01-01")
    assert tampered.status_code == 422
    analyst.post(f"{page}nulmeting/", from_on="2025-01-01", last_on="2025-12-01")
    shown = text(analyst.get(page))
    assert "U kijkt niet uw eigen nulmeting na" in shown
    assert analyst.post(f"{page}nulmeting/nagekeken/").status_code == 403
    assert manager.get(f"{page}nulmeting/op-slot/").status_code == 403
    manager.post(f"{page}nulmeting/nagekeken/")
    assert "Zet nulmeting op slot" in text(manager.get(page))
    asked = text(manager.get(f"{page}nulmeting/op-slot/"))
    assert "Deze 12 cijfers liggen daarna vast" in asked
    manager.post(f"{page}nulmeting/op-slot/")
    with as_platform(network):
        sealed = Baseline.objects.get()
    shown = text(manager.get(page))
    assert sealed.sha256 in shown
    assert "Op slot" in shown
    assert "Verzamel een tweede nulmeting" in shown
    assert manager.get(f"{page}nulmeting/op-slot/").status_code == 403
    fill(of_zgt, of(40, 80), reason="Dubbel geteld.")
    assert "Een cijfer uit de nulmeting is later verbeterd" in text(manager.get(page))
    assert "Waarom een tweede nulmeting" in text(manager.get(f"{page}nulmeting/"))


def test_a_baseline_on_its_way_is_withdrawn_with_the_reason(of_zgt) -> None:
    fill(of_zgt, *[of(30 + at, 80) for at in range(4)])
    make_baseline(of_zgt, n=4, state="checked")
    browser, page = browser_of(of_zgt.network, Role.ANALYST), f"meten/reeksen/{of_zgt.pk}/"
    assert "Trek deze nulmeting in" in text(browser.get(page))
    assert "de grenzen zijn nog voorlopig" in text(browser.get(page))
    assert "Trek deze nulmeting in" in text(browser.get(f"{page}nulmeting/intrekken/"))
    assert browser.post(f"{page}nulmeting/intrekken/").status_code == 422
    browser.post(f"{page}nulmeting/intrekken/", reason="Verkeerde maanden.")
    assert "De nulmeting is ingetrokken" in text(browser.get(page))


def test_who_only_reads_sees_the_step_that_waits_and_who_takes_it(of_zgt) -> None:
    fill(of_zgt, *[of(30 + at, 80) for at in range(4)])
    make_baseline(of_zgt, n=4, state="collected")
    reader, page = browser_of(of_zgt.network, Role.READER), f"meten/reeksen/{of_zgt.pk}/"
    shown = text(reader.get(page))
    assert "De cijfers kloppen" in shown
    assert "Alleen de netwerkmanager of een analist kan cijfers van het netwerk invullen en nakijken" in shown
    assert "Trek deze nulmeting in" not in shown
    assert reader.post(f"{page}nulmeting/nagekeken/").status_code == 403
    with as_platform(of_zgt.network):
        assert Baseline.objects.get().state == "collected"


def test_a_count_is_filled_in_with_one_number() -> None:
    network = make_network()
    told = a_count()
    facts = {
        name: getattr(told, name)
        for name in ("type", "denominator", "multiplier", "unit", "chart", "interval")
    }
    series = make_series(network, make_indicator(network, "Valpartijen", **facts, disclosure="open"))
    browser = browser_of(network, Role.MANAGER)
    browser.post("meten/invullen/valpartijen/?tot=2025-12-01", **{field("a", "2025-12-01", series): "0"})
    with as_platform(network):
        assert Value.objects.get().value == 0
    page = text(
        browser.post("meten/invullen/valpartijen/?tot=2025-12-01", paste="1", block=f"{date(2025, 11, 1)}\t7")
    )
    assert "Er staat één cijfer uit Excel in het rooster" in page
