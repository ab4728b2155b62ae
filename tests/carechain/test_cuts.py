"""Some months or some people of a log: asked once, kept, shown without telling of few; two periods side by side."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.carechain import actions
from schakel.carechain.models import ChainCut, ChainLink
from schakel.carechain.rules import breaks_of, may_cut, month_range, shown_links, shown_months, trait_breaks
from schakel.journal.models import Entry
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.carechain import make_purpose, prepare, send_log
from tests.factories.governance import as_platform, looking
from tests.factories.jobs import run_waiting
from tests.factories.network import make_member, make_network, make_partner

pytestmark = pytest.mark.django_db
MONTHS = month_range("2026-01", "2026-06")
#: Hand-overs per month from the hospital to home care, by sub-region: in the south there are few in some months.
NORTH, SOUTH = (20, 20, 20, 20, 20, 20), (12, 3, 11, 12, 14, 4)


@pytest.fixture(autouse=True)
def _chains(settings, tmp_path):
    settings.CHAIN_FOLDER = tmp_path / "chain"


def file_of() -> bytes:
    """Half a year in which people of the north wait four days at first, and eight from April; in the south five."""
    lines = ["zaak;stap;organisatie;gebied;begin;einde"]
    number = 0
    for area, counts in (("Noord", NORTH), ("Zuid", SOUTH)):
        for month, n in zip(MONTHS, counts, strict=True):
            days = 5 if area == "Zuid" else 8 if month >= "2026-04" else 4
            for at in range(n):
                number += 1
                day = datetime.fromisoformat(f"{month}-{1 + at:02} 12:00")
                then = day + timedelta(days=days + at % 3)
                lines.append(f"Z{number};opname;Ziekenhuis;{area};{day:%d-%m-%Y %H:%M};{day:%d-%m-%Y %H:%M}")
                lines.append(f"Z{number};zorg thuis;Wijkzorg;;{then:%d-%m-%Y %H:%M};{then:%d-%m-%Y %H:%M}")
    return ("\n".join(lines) + "\n").encode()


@pytest.fixture
def network():
    """A network with a log of half a year and two sub-regions."""
    made = make_network()
    analyst = make_member(made, Role.ANALYST)
    prepare(send_log(make_purpose(made), file_of(), by=analyst), by=analyst)
    return made


def choose(browser, **parts: str):
    """Ask for a choice, let the worker work it out, and give the page."""
    browser.post("keten/keuze/", **parts)
    run_waiting(only=actions.CUT)
    return text(browser.get("keten/", **parts))


def test_some_months_are_worked_out_once_and_then_there(network) -> None:
    reader = Browser(network, make_member(network, Role.READER))
    page = text(reader.get("keten/", van="2026-01", tot="2026-03"))
    assert "Deze keuze is nog niet uitgerekend" in page
    assert "Reken deze keuze uit" in page
    page = choose(reader, van="2026-01", tot="2026-03")
    assert "januari 2026 tot en met maart 2026" in page
    assert "Ziekenhuis naar Wijkzorg: 86 overdrachten" in page
    answer = reader.post("keten/keuze/", van="2026-01", tot="2026-03")
    assert "/keten/?" in answer["Location"], "the second time there is nothing to wait for"
    link = ChainLink.objects.exclude(cut=None).filter(cut__trait="", level="organisation")
    with as_platform(network):
        key = link.get().pk
    page = text(reader.get(f"keten/schakel/{key}/"))
    assert "januari 2026 tot en met maart 2026" in page
    assert "Hoeveel mensen hoeveel kalenderdagen wachtten" not in page
    assert "keten/?logboek=" in page


def test_a_choice_that_gives_a_hidden_month_back_is_not_shown(network) -> None:
    reader = Browser(network, make_member(network, Role.READER))
    page = choose(reader, alleen="gebied:Zuid", van="2026-01", tot="2026-01")
    assert "Ziekenhuis naar Wijkzorg: 12 overdrachten" in page
    page = choose(reader, alleen="gebied:Zuid", van="2026-01", tot="2026-02")
    assert "In deze keuze is geen schakel te tonen" in page, "less January it would tell that there were 3"
    own = Browser(network, make_member(network, partner=make_partner(network, "wijk", name="Wijkzorg")))
    assert "Ziekenhuis naar Wijkzorg: 15 overdrachten" in text(
        own.get("keten/", alleen="gebied:Zuid", van="2026-01", tot="2026-02")
    )


def test_each_sub_region_has_its_picture_at_once(network) -> None:
    reader = Browser(network, make_member(network, Role.READER))
    page = text(reader.get("keten/"))
    assert "Hele regio" in page
    assert "gebied Noord." in text(reader.get("keten/", alleen="gebied:Noord"))
    assert "Ziekenhuis naar Wijkzorg: 120 overdrachten" in text(reader.get("keten/", alleen="gebied:Noord"))
    with as_platform(network):
        assert set(ChainCut.objects.values_list("value", flat=True)) == {"Noord", "Zuid"}


def test_two_periods_stand_side_by_side(network) -> None:
    reader = Browser(network, make_member(network, Role.READER))
    assert "Kies twee periodes" in text(reader.get("keten/vergelijk/"))
    periods = {
        "van": "2026-01",
        "tot": "2026-03",
        "van2": "2026-04",
        "tot2": "2026-06",
        "alleen": "gebied:Noord",
    }
    assert "Reken deze vergelijking uit" in text(reader.get("keten/vergelijk/", **periods))
    reader.post("keten/keuze/", **periods)
    run_waiting(only=actions.CUT)
    page = text(reader.get("keten/vergelijk/", **periods))
    assert "Bij één schakel wacht men langer, nergens korter" in page
    assert "60 → 60" in page
    assert "5 dagen → 9 dagen" in page
    assert "+4,0 dagen" in page
    assert "Langer" in page
    wrong = text(reader.get("keten/vergelijk/", **{**periods, "van2": "2026-03"}))
    assert "De periodes lopen door elkaar" in wrong
    with as_platform(network):
        first, second = ChainCut.objects.exclude(since="").order_by("since")
    answer = reader.get(f"keten/keuze/{first.pk}/{second.pk}/")
    assert "vergelijk/?" in answer["Location"]
    assert "alleen=gebied%3ANoord" in answer["Location"]
    assert "/keten/?" in reader.get(f"keten/keuze/{first.pk}/")["Location"]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"van": "2031-01"}, "Deze maand staat niet in het logboek"),
        ({"van": "2026-03", "tot": "2026-02"}, "Kies ze andersom"),
        ({"alleen": "gebied:<b>"}, "Dit kenmerk staat niet in het logboek"),
        ({"van": "x" * 400, "alleen": ":::"}, "Deze maand staat niet in het logboek"),
    ],
)
def test_a_choice_that_cannot_be_says_why(network, parts, words) -> None:
    reader = Browser(network, make_member(network, Role.READER))
    page = text(reader.get("keten/", **parts))
    assert words in page
    assert "Ziekenhuis naar Wijkzorg" in page, "the whole chain is shown"
    assert reader.post("keten/keuze/", **parts).status_code in {403, 409, 422}


def test_all_of_it_is_no_choice_and_strangers_choose_nothing(network) -> None:
    reader, stranger = make_member(network, Role.READER), make_member(make_network("elders"))
    with as_platform(network):
        log = ChainCut.objects.select_related("log__network")[0].log
    with looking(reader), pytest.raises(Refused, match="De hele keten is al uitgerekend"):
        actions.ask_cuts(log, by=reader, choices=[{}])
    with as_platform(network), pytest.raises(Refused, match="Alleen wie bij dit netwerk hoort"):
        actions.ask_cuts(log, by=stranger, choices=[{"since": "2026-02"}])
    assert Browser(network, reader).get(f"keten/keuze/{log.pk}/").status_code == 404


def test_old_choices_go_when_there_are_many(network, monkeypatch) -> None:
    monkeypatch.setattr("schakel.carechain.actions.cuts.MOST_CUTS", 1)
    reader = make_member(network, Role.READER)
    with as_platform(network):
        log = ChainCut.objects.select_related("log__network")[0].log
    with looking(reader):
        actions.ask_cuts(log, by=reader, choices=[{"since": "2026-02"}], is_queued=False)
        assert ChainCut.objects.count() == 2


def test_a_choice_that_is_worked_out_twice_is_opened_once(network) -> None:
    reader = make_member(network, Role.READER)
    with as_platform(network):
        log = ChainCut.objects.select_related("log__network")[0].log
    with looking(reader):
        (cut,), _job = actions.ask_cuts(log, by=reader, choices=[{"since": "2026-02"}], is_queued=False)
        done = actions.work_out_cut(cut, by=reader)
        assert actions.work_out_cut(cut, by=reader).worked_out_at == done.worked_out_at
        assert actions.ask_cuts(log, by=reader, choices=[{"since": "2026-02"}])[1] is None
    with as_platform(network):
        assert Entry.objects.of(network).filter(verb="opened", data__choice=cut.pk.hex).count() == 1


def test_pages_ask_as_much_however_large_the_choice(network) -> None:
    reader = Browser(network, make_member(network, Role.READER))
    assert questions(reader, "keten/?alleen=gebied:Noord") == 15


@given(
    st.dictionaries(
        st.sampled_from(["Noord", "Oost", "Zuid"]),
        st.dictionaries(st.sampled_from(MONTHS), st.integers(1, 40), min_size=1),
        min_size=1,
    )
)
def test_no_two_choices_that_are_shown_differ_by_few(division) -> None:
    whole: dict[str, int] = {}
    for of in division.values():
        for month, n in of.items():
            whole[month] = whole.get(month, 0) + n
    if sum(whole.values()) < 10:
        return
    breaks = breaks_of(whole)
    breaks["traits"] = {"area": trait_breaks(division, breaks)}
    periods = [(since, until) for since in MONTHS for until in MONTHS if since <= until]

    def n_of(of, since, until):
        return sum(n for month, n in of.items() if since <= month <= until)

    for trait, value, of in [("", "", whole), *(("area", name, of) for name, of in division.items())]:
        shown = [
            (since, until)
            for since, until in periods
            if may_cut(breaks, since=since, until=until, trait=trait, value=value)
        ]
        sums = [(*period, n_of(of, *period)) for period in shown]
        for since, until, n in sums:
            assert n == 0 or n >= 10
            rest = n_of(whole, since, until) - n
            assert rest == 0 or rest >= 10 or not trait
            for later, earlier, inner in sums:
                if since <= later and earlier <= until:
                    assert n - inner == 0 or n - inner >= 10


@pytest.mark.parametrize(
    ("waits", "within", "told"), [(30, 15, 30), (30, 25, None), (30, 4, None), (0, 0, 30)]
)
def test_a_share_that_tells_of_few_others_whether_they_were_in_time_stays_hidden(waits, within, told) -> None:
    found, total = shown_links({"link": (60, 60, 30)}, frozenset(), beside={"link": (waits, within)})
    assert (found["link"].n, found["link"].within, found["link"].share_hidden) == (60, told, told is None)
    assert total == 60


def test_a_link_of_few_people_a_month_is_cut_at_quarters() -> None:
    months = month_range("2025-01", "2026-12")
    breaks = breaks_of(dict.fromkeys(months, 4))
    assert may_cut(breaks, since="2025-04", until="2025-09", trait="", value="")
    assert not may_cut(breaks, since="2025-05", until="2025-09", trait="", value="")
    assert not may_cut(breaks, since="2025-04", until="", trait="area", value="Noord")
    rows = [{"month": month, "n": 4, "waits": 4, "mean_s": 1.0} for month in months]
    shown, is_by_quarter = shown_months(rows, breaks, is_own=False)
    assert (len(shown), None in shown, is_by_quarter) == (8, False, True)
    assert not may_cut(breaks_of({}), since="2025-05", until="", trait="", value="")
