"""The map and the page of a link: what they say, to whom, against which norm, and how much they ask of the database."""

from __future__ import annotations

from datetime import date

import pytest

from schakel.carechain import actions, queries
from schakel.carechain.models import ChainLink, ChainNorm
from schakel.carechain.rules import MOST_HOURS, Level, NormUnit, bins, station_name
from schakel.carechain.rules.links import LONGEST_NAME
from schakel.carechain.views import maps
from schakel.methods.eventlog.links import MOST_HOURS as COUNTED_HOURS
from schakel.methods.eventlog.tables import UNITS
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.carechain import make_log
from tests.factories.governance import as_platform, looking
from tests.factories.network import make_member, make_network, make_partner

pytestmark = pytest.mark.django_db

HOSPITAL, REHAB, HOME, HOSPICE = "Ziekenhuis De Linde", "Revalidatiehuis", "Wijkzorg", "Hospice"
GOINGS = (
    (HOSPITAL, REHAB, 6, 40),
    (HOSPITAL, HOME, 2, 30),
    (REHAB, HOME, 4, 20),
    (REHAB, HOSPICE, 3, 4),
    (HOME, HOSPICE, 1, 5),
)


@pytest.fixture(autouse=True)
def _chains(settings, tmp_path):
    settings.CHAIN_FOLDER = tmp_path / "chain"


@pytest.fixture
def network():
    """A network with a log of five links, two of them of few people."""
    made = make_network()
    make_log(made, GOINGS)
    return made


def link_of(network, source: str, target: str) -> ChainLink:
    with as_platform(network):
        return ChainLink.objects.get(level=Level.ORGANISATION, source=source, target=target)


def set_norm(network, target: str, days: int, *, source: str = "", **facts):
    manager = make_member(network, Role.MANAGER)
    values = {"level": Level.ORGANISATION, "origin": "Afspraak", "valid_from": date(2025, 1, 1), **facts}
    with looking(manager):
        return actions.set_norm(network, by=manager, target=target, source=source, most=days, **values)


def test_the_map_says_which_links_miss_their_norm_and_hides_few_people(network) -> None:
    set_norm(network, REHAB, 5)
    set_norm(network, HOME, 28)
    page = text(Browser(network, make_member(network, Role.READER)).get("keten/"))
    assert "Eén van de 3 schakels met een norm haalt die niet" in page
    assert "Waar het hapert" in page
    assert f"{HOSPITAL} naar {REHAB}: 40 overdrachten, de helft binnen 6 dagen, haalt de norm niet" in page
    assert page.count("onder 10") == 2
    assert "2 schakels zijn verborgen" in page
    assert f"{REHAB} naar {HOSPICE}" not in page, "a hidden link is not drawn"
    assert "99 overdrachten" in page, "two hidden links do not follow from the total"


def test_the_table_begins_where_people_wait_longest_and_unfolds_the_rest(network, monkeypatch) -> None:
    monkeypatch.setattr(maps, "FIRST_ROWS", 2)
    page = text(Browser(network, make_member(network, Role.READER)).get("keten/"))
    table = page[page.index('id="tabel"') :]
    longest = ((HOSPITAL, REHAB), (REHAB, HOME), (HOSPITAL, HOME))
    first, second, third = (table.index(f">{source} → {target}<") for source, target in longest)
    assert first < second < table.index("Toon ook de andere 3 schakels") < third


def test_one_hidden_link_hides_the_total_too() -> None:
    network = make_network()
    make_log(network, [*GOINGS[:3], GOINGS[3]])
    page = text(Browser(network, make_member(network, Role.READER)).get("keten/"))
    assert "overdrachten tussen" not in page
    assert "94 overdrachten" not in page
    assert "90 overdrachten" not in page


def test_people_of_an_organisation_see_its_own_links_in_full(network) -> None:
    partner = make_partner(network, "hospice", name=HOSPICE)
    own = Browser(network, make_member(network, Role.PROFESSIONAL, partner=partner))
    other = Browser(network, make_member(network, Role.PROFESSIONAL, partner=make_partner(network, "elders")))
    few = link_of(network, REHAB, HOSPICE)
    assert "U ziet geen getal omdat het om minder dan 10 mensen gaat" in text(
        other.get(f"keten/schakel/{few.pk}/")
    )
    page = text(own.get(f"keten/schakel/{few.pk}/"))
    assert "U ziet deze schakel volledig" in page
    assert ">4<" in page
    assert "Schakels van uw eigen organisatie ziet u volledig" in text(own.get("keten/"))


def test_a_link_has_its_distribution_its_months_and_its_norm(network) -> None:
    link = link_of(network, HOSPITAL, REHAB)
    manager = Browser(network, make_member(network, Role.MANAGER))
    page = text(manager.get(f"keten/schakel/{link.pk}/"))
    assert "De helft van de mensen wacht korter dan 6 dagen" in page
    assert "Voor deze schakel is geen norm vastgelegd" in page
    assert "plain-chart" in page, "January and February make a chart"
    assert Browser(network, make_member(network)).get(f"keten/schakel/{link.pk}/norm/").status_code == 403
    norm = {
        "most": "6",
        "unit": "days",
        "percent": "80",
        "origin": "Treeknorm",
        "valid_from": "2025-01-01",
    }
    assert manager.post(f"keten/schakel/{link.pk}/norm/", **{**norm, "most": "zes"}).status_code == 422
    page = f"keten/schakel/{link.pk}/norm/"
    assert "kies een bekende norm" in text(manager.post(page, valid_from="2025-01-01"))
    known = {"known": "treeknormen:polikliniek:80", "valid_from": "2024-01-01"}
    wrong = manager.post(page, **known, most="20")
    assert wrong.status_code == 422
    assert "De bekende norm zegt 21 dagen" in text(wrong)
    assert manager.post(page, **known).status_code == 302
    with as_platform(network):
        taken = ChainNorm.objects.get()
        assert (taken.most, taken.percent) == (21, 80)
        assert taken.origin == "Treeknormen: Ziekenhuis: eerste bezoek aan de polikliniek"
    assert manager.post(page, **norm).status_code == 302
    page = text(manager.get(f"keten/schakel/{link.pk}/"))
    assert "Haalt norm" in page
    assert "Treeknorm" in page
    assert "100" in page


def test_a_norm_in_working_days_is_tested_in_working_days_and_says_so(network) -> None:
    """Six days hold four or five working days here: over New Year and Easter fewer, so all 40 are within five."""
    link = link_of(network, HOSPITAL, REHAB)
    assert sum(link.workdays.values()) == 40
    assert set(link.workdays) <= {"4", "5"}
    manager = Browser(network, make_member(network, Role.MANAGER))
    page = f"keten/schakel/{link.pk}/norm/"
    form = text(manager.get(page))
    assert "Huisarts: bezoek zonder spoed: 80 van de honderd mensen binnen 2 werkdagen" in form
    assert "Van vrijdag op maandag is één werkdag" in form
    assert "Telt u dagen of uren?</legend>" in form, "one is always chosen, so it cannot stay empty"
    norm = {"most": "5", "percent": "80", "origin": "Transferoverleg", "valid_from": "2025-01-01"}
    assert manager.post(page, **norm, unit="weken").status_code == 422
    assert manager.post(page, **norm, unit="workdays").status_code == 302
    shown = text(manager.get(f"keten/schakel/{link.pk}/"))
    assert "5 werkdagen" in shown
    assert "maandag tot en met vrijdag, zonder feestdagen" in shown
    assert "Hoeveel mensen hoeveel werkdagen wachtten" in shown
    assert "Haalt norm" in shown
    assert "Haalt norm niet" not in shown
    table = text(manager.get("keten/"))
    assert "5 werkdagen" in table[table.index('id="tabel"') :]
    later = {**norm, "valid_from": "2025-02-01"}
    assert manager.post(page, **later, unit="days").status_code == 302
    again = text(manager.get(f"keten/schakel/{link.pk}/"))
    assert "Haalt norm niet" in again, "six days is more than five of those"
    assert "Hoeveel mensen hoeveel kalenderdagen wachtten" in again
    known = {"known": "treeknormen:huisarts:80", "valid_from": "2025-03-01"}
    assert manager.post(page, **known).status_code == 302
    with as_platform(network):
        taken = ChainNorm.objects.get(valid_until=None)
        assert (taken.most, taken.unit, str(taken)) == (
            2,
            "workdays",
            f"{HOSPITAL} → {REHAB}: 2 werkdagen",
        )


def test_a_norm_in_hours_is_tested_in_elapsed_hours_and_says_so(network) -> None:
    """Six days are 144 hours, over the night on which the clock goes forward 143; four or five of them are worked."""
    link = link_of(network, HOSPITAL, REHAB)
    assert sum(link.hours.values()) == 40
    assert set(link.hours) <= {"143", "144"}
    assert set(link.workhours) <= {"96", "108", "120"}, (
        "who leaves or arrives at noon on a day off has half a day"
    )
    manager = Browser(network, make_member(network, Role.MANAGER))
    page = f"keten/schakel/{link.pk}/norm/"
    norm = {"most": "337", "percent": "80", "origin": "Transferoverleg", "unit": "hours"}
    refused = manager.post(page, **norm, valid_from="2025-01-01")
    assert refused.status_code == 422
    assert "hoogstens 336 uur, twee weken" in text(refused)
    told = {
        ("144", "hours"): (
            "144 uur",
            "alle uren, ook ’s nachts",
            "hoeveel uur wachtten, naar boven",
            "Haalt norm",
        ),
        ("142", "hours"): ("142 uur", "Haalt norm niet"),
        ("120", "workhours"): ("120 uur op werkdagen", "hoeveel uur op werkdagen wachtten", "Haalt norm"),
        ("95", "workhours"): (
            "alle uren van maandag tot en met vrijdag, zonder feestdagen",
            "Haalt norm niet",
        ),
    }
    for day, ((most, unit), said) in enumerate(told.items(), 1):
        agreed = {**norm, "most": most, "unit": unit, "valid_from": f"2025-01-0{day}"}
        assert manager.post(page, **agreed).status_code == 302
        shown = text(manager.get(f"keten/schakel/{link.pk}/"))
        assert [words for words in said if words not in shown] == []
        assert ("Haalt norm niet" in shown) is ("Haalt norm niet" in said)
    whole = text(manager.get("keten/"))
    assert "95 uur op werkdagen" in whole
    assert "De schakel met een norm haalt die niet" in whole


def test_a_norm_asks_only_what_a_log_counts() -> None:
    """The names stand in the method, in the rule and in the table of links; the longest wait in hours in two places."""
    assert (*NormUnit.values,) == UNITS
    assert all(ChainLink._meta.get_field(unit) for unit in UNITS)
    assert COUNTED_HOURS == MOST_HOURS


def test_a_wait_of_more_than_two_weeks_is_one_bar_of_a_norm_in_hours(network) -> None:
    set_norm(network, REHAB, 24, unit="hours")
    link = link_of(network, HOSPITAL, REHAB)
    with as_platform(network):
        ChainLink.objects.filter(pk=link.pk).update(hours={"3": 12, "337": 28})
    shown = text(Browser(network, make_member(network)).get(f"keten/schakel/{link.pk}/"))
    assert "uur of langer" in shown
    assert "≥" in shown
    assert "337 uur" not in shown


def test_a_log_from_before_working_days_were_counted_says_so(network) -> None:
    set_norm(network, REHAB, 5, unit="workdays")
    link = link_of(network, HOSPITAL, REHAB)
    with as_platform(network):
        ChainLink.objects.update(workdays={})
    reader = Browser(network, make_member(network, Role.READER))
    page = text(reader.get(f"keten/schakel/{link.pk}/"))
    assert "uitgerekend voordat Schakel werkdagen telde. Laat het opnieuw uitrekenen" in page
    assert "Hoeveel mensen hoeveel kalenderdagen wachtten." in page
    assert "Blauw" not in page, "no bar is within a norm that was not counted"
    assert "niet geteld" in text(reader.get("keten/"))


def test_a_link_that_nobody_waited_for_has_no_bars_and_a_very_long_name_stays_one_of_its_own() -> None:
    assert bins({}, is_own=True) == []
    first, second = (station_name("Wijkteam " * 40 + end) for end in ("Noord", "Zuid"))
    assert first != second
    assert len(first) == len(second) == LONGEST_NAME


def test_calendar_days_and_not_blocks_of_24_hours_count_for_a_norm(network) -> None:
    link = link_of(network, HOSPITAL, REHAB)
    assert link.days == {"6": 40}
    assert link.p50_s == 6 * 86_400


def test_the_norm_that_holds_is_the_most_exact_and_the_newest(network) -> None:
    set_norm(network, REHAB, 30)
    set_norm(network, REHAB, 5, source=HOSPITAL, valid_from=date(2025, 2, 1))
    set_norm(network, REHAB, 8, source=HOSPITAL, valid_from=date(2026, 1, 1))
    set_norm(network, REHAB, 3, source=HOSPITAL, valid_from=date(2030, 1, 1))
    link, reader = link_of(network, HOSPITAL, REHAB), make_member(network, Role.READER)
    with looking(reader):
        norms = queries.norms_on(network, reader, Level.ORGANISATION, date(2026, 3, 1))
        assert queries.norm_of(link, norms).most == 8
    with pytest.raises(Refused, match="Kies een latere dag"):
        set_norm(network, REHAB, 9, source=HOSPITAL, valid_from=date(2026, 1, 1))
    with as_platform(network):
        assert ChainNorm.objects.filter(valid_until=None).count() == 2


def test_the_level_of_steps_and_one_place(network) -> None:
    reader = Browser(network, make_member(network, Role.READER))
    assert "onderzoek → opname" in text(reader.get("keten/", laag="stappen"))
    page = text(reader.get("keten/", plek=HOSPICE))
    assert "2 schakels" in page
    assert "Hospice" in page
    assert (
        text(reader.get("keten/", plek="<script>alert(1)</script>", logboek="niets")).count("<script>alert")
        == 0
    )


def test_a_name_with_signs_of_html_is_text_everywhere() -> None:
    network = make_network()
    nasty = '<b onclick="x">Kliniek & Co</b>'
    make_log(network, [(nasty.replace('"', ""), REHAB, 6, 15)])
    page = text(Browser(network, make_member(network, Role.READER)).get("keten/"))
    assert "<b onclick" not in page
    assert "&lt;b onclick=x&gt;Kliniek &amp; Co" in page


@pytest.mark.parametrize("n", [2, 40])
def test_pages_ask_as_much_for_many_links(n: int) -> None:
    network = make_network()
    make_log(network, [(f"Huisarts {at}", f"Kliniek {at % 8}", 3 + at % 5, 11) for at in range(n)])
    set_norm(network, "Kliniek 0", 4)
    reader = Browser(network, make_member(network, Role.READER))
    link = link_of(network, "Huisarts 0", "Kliniek 0")
    asked = [questions(reader, page) for page in ("keten/", f"keten/schakel/{link.pk}/", "keten/logboeken/")]
    assert asked == [13, 14, 11]
