"""The page of waits in mental health care: figures worked out by hand, small numbers, and the way to a bottleneck."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.carechain import actions, queries
from schakel.carechain.models import Bottleneck, DataPurpose
from schakel.carechain.rules import (
    Factors,
    ProviderWait,
    Waited,
    last_day_of,
    months_before,
    part_waits,
    region_wait,
    shown_providers,
    sum_of_phases,
)
from schakel.methods.disclosure import Policy
from schakel.methods.waits.delivered import Delivered, pooled
from schakel.network.models import Network, Partner
from schakel.network.rules import Role
from tests.factories.browsing import Browser, questions, text
from tests.factories.carechain import make_purpose, prepare, send_log
from tests.factories.governance import as_platform, looking
from tests.factories.network import make_area, make_member, make_network, make_partner

WAITS = "keten/wachttijden-ggz/"
DAY = date(2026, 10, 1)


def provider(key: str, n: int, within: int, *, waiting: int = 20, **facts) -> ProviderWait:
    told = Delivered(n, 30.0 if n else None, within, n)
    return ProviderWait(key, key.title(), DAY, DAY, told=told, n_waiting=waiting, **facts)


def test_the_region_is_weighted_by_people_without_the_small_the_few_and_the_old() -> None:
    """(40·35 + 20·14) / 60 = 28; 10 of 40 and 15 of 20 in time make 25 of 60."""
    rows = [
        ProviderWait("a", "A", DAY, DAY, told=Delivered(40, 35.0, 10, 40), n_waiting=90),
        ProviderWait("b", "B", DAY, DAY, told=Delivered(20, 14.0, 10, 20), n_waiting=4, n_professionals=11),
        ProviderWait("c", "C", DAY, DAY, told=Delivered(30, 99.0, 15, 30), n_professionals=10),
        ProviderWait("d", "D", DAY, DAY, told=Delivered(9, 99.0, 0, 9)),
        ProviderWait("e", "E", DAY, DAY, told=Delivered(50, 99.0, 0, 50), is_current=False),
    ]
    found = region_wait(rows, Policy())
    assert (found.told, found.n_waiting) == (Delivered(60, 28.0, 20, 60), 90)
    assert (found.left_out_small, found.left_out_few, found.left_out_old) == (("C",), ("D",), ("E",))
    assert sum_of_phases(found.told, Delivered(12, 50.0)) == 78.0


def test_small_providers_count_when_the_reader_asks_for_them() -> None:
    """(40·35 + 30·99) / 70 = 62.4, and 10 of 40 with 15 of 30 in time make 25 of 70."""
    rows = [
        ProviderWait("a", "A", DAY, DAY, told=Delivered(40, 35.0, 10, 40), n_waiting=90),
        ProviderWait("c", "C", DAY, DAY, told=Delivered(30, 99.0, 15, 30), n_professionals=10),
    ]
    assert region_wait(rows, Policy()).told == Delivered(40, 35.0, 10, 40)
    found = region_wait([replace(one, small_counts=True) for one in rows], Policy())
    assert (found.told.n, round(found.told.mean_days, 1)) == (70, 62.4)
    assert (found.told.within_n, found.told.within_of, found.left_out_small) == (25, 70, ())


def test_with_and_without_the_small_ones_no_hidden_share_is_the_difference() -> None:
    """Three hidden shares come together; a fourth, of a small provider, would be what the total grows by."""
    shared = [provider("a", 40, 38), provider("b", 40, 35), provider("d", 40, 34)]
    rows = [*shared, provider("c", 30, 28, n_professionals=4)]
    assert not region_wait(rows, Policy()).share_hidden
    found = region_wait([replace(one, small_counts=True) for one in rows], Policy())
    assert (found.share_hidden, found.told.within_of, found.told.n) == (True, 0, 150)


def test_of_few_people_nothing_is_left_for_others_and_all_for_its_own() -> None:
    rows = [provider("few", 9, 4, waiting=3), provider("share", 40, 38), provider("own", 3, 1, is_own=True)]
    few, share, own = shown_providers(rows, Policy())
    assert (few.is_hidden, few.told.mean_days, few.n_waiting, few.waiting_hidden) == (True, None, None, True)
    assert (share.share_hidden, share.told.within_pct, share.told.n, share.told.mean_days) == (
        True,
        None,
        40,
        30.0,
    )
    assert (own.is_hidden, own.told.within_n, own.told.n) == (False, 1, 3)


def test_a_provider_does_not_give_its_hidden_site_back_and_counts_once() -> None:
    """Whole 60, sites 40, 14 and 6: the whole would tell of six people. With two hidden sites it tells of none."""
    sites = [provider(key, n, n // 2, parent="whole") for key, n in (("a", 40), ("b", 14), ("c", 6))]
    whole, *found = shown_providers([provider("whole", 60, 30), *sites], Policy())
    assert [one.is_hidden for one in (whole, *found)] == [True, False, False, True]
    two = [*sites[:2], provider("c", 6, 3, parent="whole"), provider("d", 5, 2, parent="whole")]
    assert not shown_providers([provider("whole", 65, 32), *two], Policy())[0].is_hidden
    mine = [*two[:3], provider("d", 5, 2, parent="whole", is_own=True)]
    assert shown_providers([provider("whole", 65, 32), *mine], Policy())[0].is_hidden, (
        "who knows d would know c"
    )
    region = region_wait([provider("whole", 65, 32), *two], Policy())
    assert (region.told.n, region.left_out_double) == (54, ("Whole",))


PROVIDERS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 40), st.booleans(), st.integers(5, 20)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(PROVIDERS, st.lists(st.sets(st.integers(0, 5), min_size=1), max_size=3))
def test_no_small_number_follows_from_the_region_and_its_parts(told, parts) -> None:
    """Means and people in totals are of shown ones only; hidden shares come together, in one and the same group."""
    policy = Policy()
    rows = [
        provider(str(at), n, min(n, within), waiting=waiting, is_own=own, n_professionals=staff)
        for at, (n, within, waiting, own, staff) in enumerate(told)
    ]
    shown = {one.key: one for one in shown_providers(rows, policy)}
    groups = [{str(at) for at in part} for part in parts]
    totals = [(set(shown), region_wait(rows, policy))]
    totals += [(groups[at], part) for at, part in part_waits(rows, enumerate(groups), policy).items()]
    hidden_together = set()
    for members, total in totals:
        counted = [
            one for one in rows if one.key in members and one.told.n >= policy.threshold and not one.is_small
        ]
        assert total.told.n == sum(one.told.n for one in counted)
        assert total.told.mean_days == pooled(one.told for one in counted).mean_days
        if total.told.within_of:
            unknown = frozenset(one.key for one in counted if shown[one.key].share_hidden)
            if unknown:
                hidden_together.add(unknown)
                of = [one.told for one in counted if one.key in unknown]
                within, people = sum(one.within_n for one in of), sum(one.within_of for one in of)
                assert within in {0, people} or min(within, people - within) >= policy.threshold
    assert len(hidden_together) <= 1
    assert all(len(one) > 1 for one in hidden_together)


# --------------------------------------------------------------------------- pages


def tell(network: Network, purpose: DataPurpose, partner: Partner, months, *, staff: int = 20) -> None:
    """Months of phase A, the newest last: mean in weeks, people, percent within the norm, waiting, third free slot."""
    manager = make_member(network, Role.MANAGER)
    newest = months_before(timezone.localdate().replace(day=1), 1)
    with looking(manager):
        for at, (mean, n, share, waiting, *slot) in enumerate(months, start=1):
            told = Waited(Decimal(str(mean)), n, Decimal(share), waiting, *map(Decimal, slot))
            actions.report_waits(
                purpose,
                partner,
                by=manager,
                month_on=months_before(newest, len(months) - at),
                phases=[actions.ReportedPhase("A", told, "weeks")],
                factors=actions.ReportedFactors(Factors(staff, n_left=4)) if at == len(months) else None,
            )


@pytest.fixture
def network():
    """Three providers: a long wait, a short one, and one of few people; the first works in the north."""
    made = make_network()
    purpose = make_purpose(made)
    region = make_area(made, "regio")
    north = make_area(made, "noord", parent=region)
    long = make_partner(made, "de-brug", areas=[north])
    tell(made, purpose, long, [(6, 30, 30, 80), (8, 10, 30, 90)])
    tell(made, purpose, make_partner(made, "het-veer"), [(3, 20, 75, 8), (3, 20, 75, 9)])
    tell(made, purpose, make_partner(made, "klein"), [(2, 4, 100, 1)])
    return made


@pytest.mark.django_db
def test_the_page_says_who_waits_longer_than_the_norm_and_hides_few_people(network) -> None:
    """De Brug: (30·6 + 10·8) / 40 = 6,5 weken; with Het Veer (40·6,5 + 40·3) / 80 = 4,75; 12 + 30 of 80 in time."""
    reader = Browser(network, make_member(network, Role.READER))
    page = text(reader.get(WAITS))
    assert "In de ggz wacht men gemiddeld langer dan de norm" in page
    assert "4,8 weken" in page
    assert "6,5 weken, 2,5 weken langer dan de norm" in page
    assert "53 %" in page.replace("\xa0", " "), "42 of 80 people"
    assert "niet te geven" in page
    assert "minder dan 10 mensen in twee maanden: Klein" in page
    assert "onder 10 mensen" in page
    assert "2 weken" not in page
    assert "Noord" in page
    assert "Maak er een knelpunt van" not in page, "a reader names none"
    assert "nog geen cijfers" in text(reader.get(WAITS, fase="behandeling"))
    with as_platform(network):
        klein = Partner.objects.get(slug="klein")
    own = text(Browser(network, make_member(network, Role.PROFESSIONAL, partner=klein)).get(WAITS))
    assert "2 weken" in own
    assert "uw eigen cijfers" in own


@pytest.mark.django_db
def test_the_reader_chooses_whether_small_providers_count_in_the_region() -> None:
    """De Brug 40 people at 6 weeks, Het Nest 20 at 3: (40·6 + 20·3) / 60 = 5 weken."""
    network = make_network()
    purpose = make_purpose(network)
    tell(network, purpose, make_partner(network, "de-brug"), [(6, 40, 50, 80)])
    reader = Browser(network, make_member(network, Role.READER))
    assert "Met kleine aanbieders" not in text(reader.get(WAITS)), "there are none"
    tell(network, purpose, make_partner(network, "het-nest"), [(3, 20, 50, 8, 2)], staff=4)
    usual = text(reader.get(WAITS, fase="intake", telregel="derde-plek"))
    assert "hoogstens 10 behandelaren: Het Nest" in usual
    assert "telregel=derde-plek&amp;klein=mee" in usual, "one choice keeps the other"
    page = text(reader.get(WAITS, klein="mee"))
    assert "Gemiddeld met kleine aanbieders, gewogen naar instroom" in page
    assert "hoogstens 10 behandelaren: Het Nest" not in page
    assert "5 weken" in page
    assert "5 weken" not in text(reader.get(WAITS))


@pytest.mark.django_db
def test_the_other_way_of_counting_looks_forward_to_the_third_free_slot() -> None:
    """(40·9 + 40·3) / 80 = 6 weken; the weight of Klein would tell of its four people, so it is left out."""
    network = make_network()
    purpose = make_purpose(network)
    tell(network, purpose, make_partner(network, "de-brug"), [(6, 30, 30, 80, 12), (8, 10, 30, 90, 9)])
    tell(network, purpose, make_partner(network, "het-veer"), [(3, 20, 75, 8), (3, 20, 75, 9, 3)])
    tell(network, purpose, make_partner(network, "klein"), [(2, 4, 100, 1, 5)])
    tell(network, purpose, make_partner(network, "zonder"), [(2, 40, 100, 1)])
    reader = Browser(network, make_member(network, Role.READER))
    usual = text(reader.get(WAITS))
    assert "telregel=derde-plek" in usual
    assert "Derde vrije plek, gewogen" not in usual
    page = text(reader.get(WAITS, telregel="derde-plek"))
    assert "Wachttijden ggz: de derde vrije plek" in page
    assert "Derde vrije plek, gewogen naar instroom" in page
    assert "6 weken" in page
    assert "minder dan 10 mensen in twee maanden: Klein" in page
    table = page[page.index("Derde vrije plek</th>") :]
    order = [table.index(name) for name in ("De Brug", "Klein", "Het Veer")]
    assert order == sorted(order), "longest first; a slot is of no person, so also that of few people is told"
    assert "5 weken" in table[order[1] : order[2]]
    assert "Zonder" not in table[: table.index("</table>")]
    both = text(reader.get(WAITS, fase="totaal", telregel="derde-plek"))
    assert "Wie aan de beurt kwam" in page
    assert "Wie aan de beurt kwam" not in both, "of both phases together there is one way of counting"
    nothing = text(reader.get(WAITS, fase="behandeling", telregel="derde-plek"))
    assert "Van deze fase zijn nog geen cijfers" in nothing


@pytest.mark.django_db
def test_a_wait_becomes_a_bottleneck_and_an_idea_with_its_figure(network) -> None:
    browser = Browser(network, make_member(network, Role.PROFESSIONAL))
    with as_platform(network):
        keys = dict(Partner.objects.values_list("slug", "pk"))
    where = f"keten/knelpunten/nieuw/?wachttijd=aanmelding&aanbieder={keys['de-brug']}"
    assert where.replace("&", "&amp;") in text(browser.get(WAITS))
    assert "Gemiddeld 6,5 weken. Dit cijfer gaat mee." in text(browser.client.get(f"/{network.slug}/{where}"))
    told = {"title": "Wachten op intake", "story": "Mensen haken af.", "cause": "staff"}
    sent = browser.client.post(f"/{network.slug}/{where}", told)
    assert sent.status_code == 302
    page = text(browser.client.get(sent["Location"]))
    assert "6,5 weken" in page
    assert "Haalt norm niet" in page
    with as_platform(network):
        found = Bottleneck.objects.get()
        assert (found.origin, found.figure["n"], found.target) == ("waits", 40, "aanmelding tot intake")
    begun = browser.post(f"initiatieven/uit-knelpunt/{found.pk}/")
    assert "gemiddeld 45,5 dagen (40 mensen in twee maanden). De norm is 28 dagen" in text(
        browser.client.get(begun["Location"])
    )
    with as_platform(network):
        few = queries.wait_figure(network, "A", str(keys["klein"]), today=timezone.localdate())
    assert few == {"kind": "ggz", "who": "Klein", "phase": "A"}
    assert browser.get("keten/knelpunten/nieuw/", wachttijd="aanmelding", aanbieder="x").status_code == 404
    assert browser.get("keten/knelpunten/nieuw/", wachttijd="elders").status_code == 404


@pytest.mark.django_db
def test_a_network_without_figures_says_what_comes_here_and_the_page_asks_as_much_for_many(network) -> None:
    empty = make_network()
    assert "Hier komt hoe lang mensen in de ggz wachten" in text(
        Browser(empty, make_member(empty, Role.READER)).get(WAITS)
    )
    reader = Browser(network, make_member(network, Role.READER))
    first = questions(reader, WAITS)
    with as_platform(network):
        purpose = DataPurpose.objects.get()
    for at in range(2):
        months = [(5, 20, 50, 30)] * 4
        tell(network, purpose, make_partner(network, f"meer-{at}"), months, staff=8 + 4 * at)
    assert questions(reader, WAITS) == first
    page = text(reader.get(WAITS))
    assert "hoogstens 10 behandelaren: Meer 0" in page
    assert "Hoe het verandert" in page


@pytest.mark.django_db
def test_a_log_with_events_gives_a_median_and_wins_from_sums_of_the_same_months(settings, tmp_path) -> None:
    """Waits of 20 to 31 days: mean and median 25,5 (3,6 weken), 9 of 10 within 29,9 (4,3 weken); two still wait."""
    settings.CHAIN_FOLDER = tmp_path / "chain"
    network = make_network()
    partner = make_partner(network, "de-brug")
    analyst = make_member(network, Role.ANALYST)
    purpose = make_purpose(network)
    tell(network, purpose, partner, [(6, 30, 30, 80)])
    newest = months_before(timezone.localdate().replace(day=1), 1)
    lines = ["event_id,case_id,event_type,occurred_at,organisation,value,status"]
    for at, days in enumerate([*range(20, 32), None, None]):
        came = newest + timedelta(days=20 - (days or 0))
        lines.append(f"{2 * at},Z{at},registered,{came},De Brug,,valid")
        if days is not None:
            lines.append(f"{2 * at + 1},Z{at},intake,{newest + timedelta(days=20)},De Brug,,valid")
    log = send_log(purpose, "\n".join(lines).encode(), by=analyst, filename="ggz.csv")
    prepare(log, by=analyst, cut_off=last_day_of(newest))
    page = text(Browser(network, make_member(network, Role.READER)).get(WAITS))
    assert "3,6 weken" in page
    assert "4,3 weken" in page
    assert "12 mensen" in page
    assert "6 weken" not in page.replace("3,6 weken", ""), "the sums of the same months stand back"
    assert "niet te geven" not in page
    assert "de langste al" not in page
    own = text(Browser(network, make_member(network, Role.PROFESSIONAL, partner=partner)).get(WAITS))
    assert "de langste al" in own
