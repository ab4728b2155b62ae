"""Figures: filled in, corrected, made final; the database keeps what was measured."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone
from openpyxl import load_workbook

from schakel.journal.models import Entry
from schakel.measuring import actions, queries
from schakel.measuring.forms import GridForm
from schakel.measuring.models import IndicatorVersion, Series, Value
from schakel.measuring.permissions import why_not_approve, why_not_begin_series, why_not_enter
from schakel.measuring.rules import Measured, Subject
from schakel.methods.disclosure import Policy
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.governance import as_platform, looking
from tests.factories.measuring import a_count, a_definition, fill, make_indicator, make_series, month, of
from tests.factories.network import make_area, make_member, make_network, make_partner

pytestmark = pytest.mark.django_db

REFUSED_BY_TRIGGER = ProgrammingError


# --- Series


def test_a_series_begins_once_for_each_partner_area_and_subject() -> None:
    network = make_network()
    version = make_indicator(network)
    zgt, twente = make_partner(network, "zgt"), make_area(network)
    subject = (Subject.INITIATIVE, uuid4(), "I-2026-001 Thuis")
    with looking(make_member(network, Role.ANALYST)) as analyst:
        wanted = {"of_network": True, "partners": [zgt], "areas": [twente]}
        made = actions.begin_series(version, by=analyst, **wanted)
        assert [one.who for one in made] == ["het hele netwerk", twente.name, zgt.name]
        assert [one.key for one in made] == ["netwerk", f"gebied:{twente.slug}", "partner:zgt"]
        assert actions.begin_series(version, by=analyst, **wanted) == made
        own = actions.begin_series(version, by=analyst, of_network=True, subject=subject)
        assert own[0].subject_label == "I-2026-001 Thuis"
        assert list(Series.objects.about(Subject.INITIATIVE, subject[1])) == own
        assert len(queries.series_of(network, analyst)) == 3
        assert Entry.objects.filter(verb="begun").count() == 4
        with pytest.raises(Refused, match="Kies voor wie"):
            actions.begin_series(version, by=analyst)


def test_who_may_begin_fill_in_and_check() -> None:
    network = make_network()
    version = make_indicator(network)
    zgt, mst = make_partner(network, "zgt"), make_partner(network, "mst")
    of_zgt, of_all = make_series(network, version, partner=zgt), make_series(network, version)
    for role, partner, expected in (
        (Role.MANAGER, None, "xxxx"),
        (Role.ANALYST, None, "xxxx"),
        (Role.REPRESENTATIVE, zgt, ".x.."),
        (Role.PROFESSIONAL, zgt, ".x.."),
        (Role.PROFESSIONAL, mst, "...."),
        (Role.READER, None, "...."),
    ):
        with looking(make_member(network, role, partner=partner)) as person:
            found = (
                why_not_begin_series(person, version.indicator),
                why_not_enter(person, of_zgt),
                why_not_enter(person, of_all),
                why_not_approve(person, of_zgt),
            )
        assert "".join("." if one else "x" for one in found) == expected, (role, partner)
    version.indicator.ended_on = date(2026, 1, 1)
    assert "niet meer gemeten" in why_not_begin_series(None, version.indicator)


def test_only_an_empty_series_goes_away() -> None:
    network = make_network()
    empty, filled = make_series(network), make_series(network, make_indicator(network, "Ander"))
    fill(filled, of(3, 8))
    with looking(make_member(network, Role.MANAGER)) as manager:
        with pytest.raises(Refused, match="Wat is gemeten, blijft bewaard"):
            actions.drop_series(filled, by=manager)
        actions.drop_series(empty, by=manager)
        assert list(Series.objects.all()) == [filled]
    with looking(make_member(network)) as person, pytest.raises(Refused, match="Alleen de netwerkmanager"):
        actions.drop_series(filled, by=person)


# --- Filling in


def test_a_figure_is_kept_with_who_and_what_follows_and_twice_is_once() -> None:
    network = make_network()
    zgt = make_partner(network, "zgt")
    series = make_series(network, partner=zgt)
    with looking(make_member(network, Role.PROFESSIONAL, partner=zgt)) as person:
        assert fill(series, of(31, 80), of(0, 0), by=person, source="Register") == actions.Kept(2, 0, 0)
        assert fill(series, of(31, 80), of(0, 0), by=person) == actions.Kept(0, 0, 2)
        first, nothing = Value.objects.order_by("period_on")
        assert (first.value, first.n, first.state, first.entered_by) == (38.75, 80, "provisional", person)
        assert (first.source, nothing.value, nothing.n) == ("Register", None, 0)
        line = Entry.objects.get(verb="filled in")
        assert line.data == {"n": 2, "source": "Register"}


def test_a_correction_says_why_and_stands_beside_what_was_there() -> None:
    series = make_series(make_network())
    fill(series, of(31, 80))
    with looking(make_member(series.network, Role.ANALYST)) as analyst:
        with pytest.raises(Refused, match="het hele netwerk, januari 2025: Hier staat al een ander cijfer"):
            fill(series, of(33, 80), of(3, 8), by=analyst, reason="  ")
        assert Value.objects.count() == 1
        assert fill(series, of(33, 80), by=analyst, reason="Dubbel geteld.") == actions.Kept(0, 1, 0)
        old, new = Value.objects.order_by("number")
        assert (old.numerator, old.replaced_by) == (31, new)
        assert (new.number, new.reason, new.replaced_by) == (2, "Dubbel geteld.", None)
        assert list(Value.objects.counting()) == [new]
        assert new.measured.value == 41.25


def test_an_emptied_figure_is_withdrawn_and_can_come_back() -> None:
    series = make_series(make_network())
    fill(series, of(31, 80))
    assert fill(series, Measured(), reason="Verkeerde maand.") == actions.Kept(0, 1, 0)
    assert fill(series, Measured()) == actions.Kept(0, 0, 1)
    with as_platform(series.network):
        assert Value.objects.counting().get().is_withdrawn
    fill(series, of(30, 80), reason="Toch goed.")
    with as_platform(series.network):
        assert [one.number for one in Value.objects.all()] == [1, 2, 3]
        assert not Value.objects.counting().get().is_withdrawn


@pytest.mark.parametrize(
    ("on", "figure", "reason"),
    [
        (month(1), of(9, 8), "januari 2025: De teller is groter dan de noemer"),
        (date(2025, 1, 2), of(3, 8), "begint op haar eerste dag"),
        (date(2199, 1, 1), of(3, 8), "moet nog beginnen"),
    ],
)
def test_one_wrong_figure_and_nothing_is_kept(on: date, figure: Measured, reason: str) -> None:
    series = make_series(make_network())
    filled = [actions.Filled(series, month(2), of(3, 8)), actions.Filled(series, on, figure)]
    with as_platform(series.network):
        with pytest.raises(Refused, match=reason):
            actions.enter_values(filled, by=None)
        assert not Value.objects.exists()


def test_one_period_twice_and_somebody_elses_partner_are_refused() -> None:
    network = make_network()
    zgt, mst = make_partner(network, "zgt"), make_partner(network, "mst")
    version = make_indicator(network)
    of_zgt, of_mst = make_series(network, version, partner=zgt), make_series(network, version, partner=mst)
    twice = [actions.Filled(of_zgt, month(1), of(3, 8)), actions.Filled(of_zgt, month(1), of(4, 8))]
    both = [actions.Filled(of_zgt, month(1), of(3, 8)), actions.Filled(of_mst, month(1), of(4, 8))]
    with looking(make_member(network, Role.PROFESSIONAL, partner=zgt)) as person:
        with pytest.raises(Refused, match="Deze periode staat er twee keer in"):
            actions.enter_values(twice, by=person)
        with pytest.raises(Refused, match="cijfers van Mst invullen"):
            actions.enter_values(both, by=person)
        with pytest.raises(Refused, match="nakijken"):
            actions.enter_values(twice[:1], by=person, is_known=True)
        assert actions.enter_values([], by=person) == actions.Kept()
        assert not Value.objects.exists()


def test_who_checks_makes_figures_final_of_some_periods_or_all() -> None:
    series = make_series(make_network())
    fill(series, of(31, 80), of(32, 80), of(33, 80))
    with looking(make_member(series.network, Role.ANALYST)) as analyst:
        assert actions.approve_values(series, by=analyst, from_on=month(2), last_on=month(2)) == 1
        value = Value.objects.get(period_on=month(2))
        assert (value.state, value.approved_by) == ("final", analyst)
        assert value.approved_at > timezone.now() - timedelta(minutes=1)
        assert actions.approve_values(series, by=analyst) == 2
        assert actions.approve_values(series, by=analyst) == 0
        assert Entry.objects.filter(verb="approved").count() == 2
        fill(series, of(35, 80), by=analyst, reason="Beter geteld.", is_known=True)
        assert Value.objects.counting().get(period_on=month(1)).state == "final"


# --- The database


def test_the_database_refuses_to_change_what_was_measured() -> None:
    series = make_series(make_network())
    fill(series, of(31, 80))
    with as_platform(series.network):
        value = Value.objects.get()
        for deed in (
            lambda: Value.objects.filter(pk=value.pk).update(numerator=30),
            lambda: Value.objects.filter(pk=value.pk).update(reason="Anders"),
            lambda: value.delete(),
        ):
            with pytest.raises(REFUSED_BY_TRIGGER), transaction.atomic():
                deed()


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"number": 1}, "a_figure_has_a_version_once"),
        ({"number": 2, "reason": "Anders"}, "one_figure_of_a_period_counts"),
        ({"number": 2}, "a_corrected_figure_says_why"),
        ({"state": "final"}, "a_final_figure_was_checked_by_somebody"),
        ({"denominator": None}, "a_fraction_has_both_its_parts"),
        ({"value": None}, "only_a_withdrawn_figure_or_nothing_counted_has_no_value"),
    ],
)
def test_the_database_asks_what_belongs_together(facts: dict, constraint: str) -> None:
    series = make_series(make_network())
    fill(series, of(31, 80))
    other = (
        {"period_on": month(2)} if "number" not in facts or (facts["number"] == 2 and len(facts) == 1) else {}
    )
    with as_platform(series.network):
        value = Value.objects.get()
        values = {
            name: getattr(value, name)
            for name in ("period_on", "numerator", "denominator", "value", "n", "entered_at")
        }
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            Value.objects.create(network=series.network, series=series, **{**values, **other, **facts})


def test_a_series_says_about_whom_it_is() -> None:
    network = make_network()
    version, zgt = make_indicator(network), make_partner(network, "zgt")
    with as_platform(network):
        for facts, constraint in (
            ({"level": "network", "partner": zgt}, "a_series_says_about_whom_it_is"),
            ({"level": "partner"}, "a_series_says_about_whom_it_is"),
            ({"level": "network", "subject_type": "initiative"}, "a_subject_has_a_kind_and_a_key"),
        ):
            with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
                Series.objects.create(network=network, version=version, made_at=timezone.now(), **facts)


# --- Small numbers


@pytest.mark.parametrize(
    ("facts", "figure", "is_hidden"),
    [
        ({}, of(31, 80), False),
        ({}, of(3, 80), True),
        ({}, of(77, 80), True),
        ({}, of(0, 0), True),
        ({"disclosure": "open"}, of(3, 80), False),
        ({"type": "rate", "multiplier": 1000, "chart": "u", "interval": "byar"}, of(3, 2000), True),
        ({"type": "rate", "multiplier": 1000, "chart": "u", "interval": "byar"}, of(50, 40), False),
        ({"type": "rate", "multiplier": 1000, "chart": "u", "interval": "byar"}, of(50, 8), True),
        ({"type": "rate", "multiplier": 1000, "chart": "u", "interval": "byar"}, of(39, 40), False),
        (
            {"type": "count", "denominator": "", "multiplier": 1, "chart": "c", "interval": "byar"},
            of(0),
            False,
        ),
        (
            {"type": "count", "denominator": "", "multiplier": 1, "chart": "c", "interval": "byar"},
            of(4),
            True,
        ),
        (
            {"type": "cost", "denominator": "", "multiplier": 1, "chart": "xmr", "interval": "t"},
            of(4000, n=40),
            True,
        ),
        ({"type": "score", "multiplier": 1, "chart": "xmr", "interval": "t"}, of("8.5"), True),
        ({"type": "score", "multiplier": 1, "chart": "xmr", "interval": "t"}, of("8.5", n=9), True),
        ({"type": "score", "multiplier": 1, "chart": "xmr", "interval": "t"}, of("8.5", n=40), False),
    ],
)
def test_a_small_number_does_not_leave(facts: dict, figure: Measured, is_hidden: bool) -> None:
    from schakel.measuring.rules import worked_out

    version = make_indicator(make_network(), **facts)
    figure = worked_out(version.type, version.multiplier, figure)
    (shown,) = queries.let_out(version, [figure], Policy())
    assert shown.is_hidden is is_hidden
    assert shown.measured == (Measured() if is_hidden else figure)


A, B, ALL = "a", "b", "all"


@pytest.mark.parametrize(
    ("facts", "figures", "shown"),
    [
        # What is left beside the total is the hidden figure itself.
        ({}, {ALL: of(53, 500), A: of(50, 300), B: of(3, 200)}, [A]),
        ({}, {ALL: of(103, 500), A: of(50, 300), B: of(53, 200)}, [ALL, A, B]),
        # Nobody filled in the other partners, and they are few.
        ({}, {ALL: of(53, 500), A: of(50, 300)}, [A]),
        # Many others of whom nothing is shown: the total tells nothing about a hidden one.
        ({}, {ALL: of(153, 900), B: of(3, 200)}, [ALL]),
        (
            {"type": "count", "denominator": "", "multiplier": 1, "chart": "c", "interval": "byar"},
            {ALL: of(53), A: of(50), B: of(3)},
            [A],
        ),
        (
            {"type": "score", "multiplier": 1, "chart": "xmr", "interval": "t"},
            {ALL: of("8.1", n=44), A: of("8.0", n=40), B: of("9.0", n=4)},
            [A],
        ),
        ({"disclosure": "open"}, {ALL: of(53, 500), A: of(50, 300), B: of(3, 200)}, [ALL, A, B]),
    ],
)
@pytest.mark.parametrize("kind", ["partner", "area"])
def test_a_hidden_figure_is_not_given_back_by_its_total(
    facts: dict, figures: dict[str, Measured], shown: list[str], kind: str, django_assert_num_queries
) -> None:
    network = make_network()
    version, make = make_indicator(network, **facts), {"partner": make_partner, "area": make_area}[kind]
    series = {}
    for name, figure in figures.items():
        series[name] = make_series(network, version, **({} if name == ALL else {kind: make(network, name)}))
        fill(series[name], figure)
    with as_platform(network), django_assert_num_queries(1):
        known = queries.let_out_together(list(series.values()), Policy())
    assert [name for name in figures if not known[series[name].pk, month(1)].is_hidden] == shown
    with as_platform(network):
        for one in series.values():
            alone = queries.let_out_together([one], Policy(), [month(1)])
            assert alone == {(one.pk, month(1)): known[one.pk, month(1)]}


def test_areas_and_partners_guard_the_same_total() -> None:
    network = make_network()
    version = make_indicator(network)
    east, west = make_area(network, "oost"), make_area(network, "west")
    series = [make_series(network, version)]
    series += [make_series(network, version, area=one) for one in (east, west)]
    series += [make_series(network, version, partner=make_partner(network, one)) for one in "ab"]
    for one, figure in zip(
        series, (of(153, 500), of(3, 200), of(150, 300), of(53, 200), of(100, 300)), strict=True
    ):
        fill(one, figure)
    with as_platform(network):
        known = queries.let_out_together(series, Policy())
    # East is few, so the total goes; then the smallest partner goes, or the partners would add up to it.
    assert [not known[one.pk, month(1)].is_hidden for one in series] == [False, False, True, False, True]


@pytest.mark.parametrize(
    ("areas", "partners", "shown"),
    [
        # East is few, and would be all partners less West: the smallest other figure goes as well.
        ([of(3, 100), of(150, 300)], [of(53, 190), of(100, 210)], [False, True, False, True]),
        ([of(30, 100), of(150, 300)], [of(80, 190), of(100, 210)], [True, True, True, True]),
        # Fewer than ten people stand with an area and with no partner.
        ([of(3, 100), of(150, 300)], [of(53, 190), of(98, 205)], [False, True, False, True]),
        # The partners tell of many others: nothing follows.
        ([of(3, 100), of(150, 300)], [of(153, 590), of(100, 210)], [False, True, True, True]),
        # Of one kind alone nothing follows either.
        ([of(3, 100), of(150, 300)], [], [False, True]),
    ],
)
def test_without_a_figure_of_the_network_areas_and_partners_guard_each_other(
    areas: list[Measured], partners: list[Measured], shown: list[bool]
) -> None:
    network = make_network()
    version = make_indicator(network)
    series = [
        make_series(network, version, area=make_area(network, f"gebied-{at}")) for at in range(len(areas))
    ]
    series += [
        make_series(network, version, partner=make_partner(network, f"p{at}")) for at in range(len(partners))
    ]
    for one, figure in zip(series, [*areas, *partners], strict=True):
        fill(one, figure)
    with as_platform(network):
        known = queries.let_out_together(series, Policy())
    assert [not known[one.pk, month(1)].is_hidden for one in series] == shown


@pytest.mark.parametrize(
    ("older", "newer", "shown"),
    [
        # The total of one version less what another version shows of A would be B, of whom few are counted.
        ({ALL: of(53, 500)}, {A: of(50, 300), B: of(3, 200)}, {(2, A)}),
        # What one version hides, another one does not tell.
        ({B: of(3, 200)}, {B: of(12, 200), A: of(50, 300)}, {(2, A)}),
        # Counted otherwise, so nothing adds up: what it might follow from is hidden all the same.
        ({ALL: of(53, 500)}, {A: of(50), B: of(3)}, {(2, A)}),
        (
            {ALL: of(153, 500), A: of(50, 300)},
            {ALL: of(154, 500), B: of(103, 200)},
            {(1, ALL), (1, A), (2, ALL), (2, B)},
        ),
    ],
)
def test_versions_of_one_indicator_guard_each_other(
    older: dict[str, Measured], newer: dict[str, Measured], shown: set[tuple[int, str]]
) -> None:
    network = make_network()
    first = make_indicator(network)
    is_count = any(one.numerator is None for one in newer.values())
    told = a_count("Thuis gebleven") if is_count else a_definition()
    partners = {name: make_partner(network, name) for name in (A, B)}
    begun: dict[tuple[int, str], Series] = {}

    def begin(version: IndicatorVersion, figures: dict[str, Measured]) -> None:
        for name, figure in figures.items():
            made = make_series(network, version, partner=partners.get(name))
            fill(made, figure)
            begun[version.number, name] = made

    begin(first, older)
    with as_platform(network):
        second = actions.renew_indicator(first.indicator, by=None, definition=told, change="Beter geteld.")
    begin(second, newer)
    with as_platform(network):
        known = queries.let_out_together(begun.values(), Policy())
        assert {at for at, one in begun.items() if not known[one.pk, month(1)].is_hidden} == shown
        for one in begun.values():
            alone = queries.let_out_together([one], Policy(), [month(1)])
            assert alone == {(one.pk, month(1)): known[one.pk, month(1)]}


# --- Readings


@pytest.mark.parametrize("n", [1, 6])
def test_readings_cost_the_same_for_few_and_many(n: int, django_assert_num_queries) -> None:
    network = make_network()
    version = make_indicator(network)
    for number in range(n):
        series = make_series(network, version, partner=make_partner(network, f"p{number}"))
        fill(series, *[of(31, 80)] * n)
    with looking(make_member(network)) as person:
        person.network_ids  # noqa: B018  remembered for the request
        with django_assert_num_queries(2):
            entries = queries.entries(network, person)
        with django_assert_num_queries(2):
            grid = queries.grid(network, person, "thuis-gebleven", month(12))
        with django_assert_num_queries(2):
            page = queries.series_page(series)
    assert len(entries[0].series) == n
    assert entries[0].last_on == month(n)
    assert len(grid.standing) == n * n
    assert page.n_values == n


def test_the_grid_goes_back_and_forth_and_never_past_today() -> None:
    network = make_network()
    make_series(network)
    with looking(make_member(network)) as person:
        now = queries.grid(network, person, "thuis-gebleven", date(2026, 11, 26))
        assert (now.periods[0], now.periods[-1]) == (date(2025, 12, 1), date(2026, 11, 1))
        assert (now.earlier, now.later) == (date(2025, 11, 1), None)
        back = queries.grid(network, person, "thuis-gebleven", date(2026, 11, 26), date(2025, 11, 9))
        assert (back.periods[-1], back.later) == (date(2025, 11, 1), date(2026, 11, 1))
        assert queries.grid(network, person, "niets", date(2026, 11, 26)) is None


def test_after_a_new_version_the_newest_measured_one_is_filled_in() -> None:
    network = make_network()
    first = make_indicator(network)
    old = make_series(network, first)
    with as_platform(network):
        told = a_count("Thuis gebleven")
        second = actions.renew_indicator(first.indicator, by=None, definition=told, change="Nu een aantal.")
    new = make_series(network, second)
    with looking(make_member(network)) as person:
        (entry,) = queries.entries(network, person)
        assert entry.series == (new,)
        assert entry.last_words == ""
        assert queries.grid(network, person, "thuis-gebleven", month(12)).version == second
        assert set(queries.series_of(network, person)) == {old, new}


# --- The spread of a mean

A_SCORE = {
    "type": "score",
    "denominator": "",
    "unit": "punten",
    "multiplier": 1,
    "chart": "xmr",
    "interval": "t",
}


def test_a_mean_with_its_spread_has_a_margin_and_without_it_none(monkeypatch) -> None:
    monkeypatch.setattr("schakel.measuring.charting.drawings", lambda chart, title: ("<svg/>", "<svg/>"))
    series = make_series(network := make_network(), make_indicator(network, **A_SCORE))
    told = [replace(of("6.0", n=25), sd=Decimal("1.5")) if at == 2 else of("6.0", n=25) for at in range(3)]
    fill(series, *told)
    with as_platform(network):
        reading = actions.work_out(series)
        # t(24) = 2.0639 times 1.5 / 5.
        assert (reading.lower95, reading.upper95) == pytest.approx((6 - 0.61917, 6 + 0.61917), abs=1e-4)
        assert [one.sd for one in series.values.order_by("period_on")] == [None, None, Decimal("1.5")]
        known = queries.let_out_together([series], Policy())
        assert known[series.pk, month(3)].measured.sd == Decimal("1.5")
        actions.enter_values([actions.Filled(series, month(4), of("7.0", n=25))], by=None)
        assert actions.work_out(series).lower95 is None


@pytest.mark.parametrize(
    ("facts", "figure", "reason"),
    [
        (A_SCORE, replace(of("6.0", n=1), sd=Decimal(1)), "minstens twee"),
        (A_SCORE, replace(of("6.0", n=9), sd=Decimal(-1)), "niet lager dan nul"),
        ({}, replace(of(31, 80), sd=Decimal(1)), "alleen bij een gemiddelde"),
    ],
)
def test_a_spread_that_cannot_be_is_refused(facts: dict, figure: Measured, reason: str) -> None:
    series = make_series(network := make_network(), make_indicator(network, **facts))
    with pytest.raises(Refused, match=reason):
        fill(series, figure)


def test_a_spread_is_typed_pasted_or_worked_out_from_a_standard_error() -> None:
    series = make_series(network := make_network(), make_indicator(network, **A_SCORE))
    with looking(make_member(network, Role.ANALYST)) as analyst:
        grid = queries.grid(network, analyst, series.version.indicator.code, month(3))
        form = GridForm(grid, {})
        assert (
            form.paste(
                "\thet hele netwerk waarde\taantal\tSD\nmrt 2025\t6,5\t25\tSE 0,4\nfeb 2025\t6\t25\t1,5\n"
            )
            == 6
        )
        assert form.is_valid(), (form.wrong, form.faults)
        assert {one.period_on: one.measured for one in form.filled} == {
            month(3): Measured(value=Decimal("6.5"), n=25, sd=Decimal("2.000000")),
            month(2): Measured(value=Decimal(6), n=25, sd=Decimal("1.5")),
        }


@pytest.mark.parametrize(
    ("pasted", "fault"),
    [
        (
            "\thet hele netwerk\t\t\t\nmrt 2025\t6,5\t25\t1,5\t9\n",
            "Kolom 5 is er één te veel voor het hele netwerk: het rooster heeft er 3.",
        ),
        ("mrt 2025\t6,5\t25\t1,5\t9\n", "Regel 1 heeft 4 cijfers; het rooster heeft er 3."),
    ],
)
def test_a_pasted_cell_too_many_is_refused_and_writes_over_nothing(pasted: str, fault: str) -> None:
    series = make_series(network := make_network(), make_indicator(network, **A_SCORE))
    with looking(make_member(network, Role.ANALYST)) as analyst:
        form = GridForm(queries.grid(network, analyst, series.version.indicator.code, month(3)), {})
        form.paste(pasted)
        assert form.faults == [fault]
        assert not form.is_valid()
        assert form.typed[form.name_of("a", month(3), series)] != "9"


def test_a_mean_leaves_with_its_number_and_spread_and_comes_back_unchanged() -> None:
    series = make_series(network := make_network(), make_indicator(network, **A_SCORE))
    fill(
        series,
        replace(of("6.5", n=25), sd=Decimal("1.25")),
        of("7.0", n=30),
        replace(of("8.0", n=4), sd=Decimal("0.75")),
    )
    with looking(make_member(network, Role.ANALYST)) as analyst:
        made, _left = actions.take_out(series, by=analyst)
        page = load_workbook(io.BytesIO(made)).worksheets[0]
        rows = [[cell.value for cell in row] for row in page.iter_rows() if row[0].value]
        at = next(at for at, row in enumerate(rows) if row[0] == "periode")
        assert rows[at][1:] == ["waarde (punten)", "aantal", "SD", "stand"]
        assert sorted(row[:4] for row in rows[at + 1 :]) == [
            ["februari 2025", 7, 30, None],
            ["januari 2025", 6.5, 25, 1.25],
            ["maart 2025", "verborgen", None, None],
        ]
        typed = [row[:4] for row in rows[at + 1 :] if row[1] != "verborgen"]
        lines = ["\t".join("" if one is None else str(one).replace(".", ",") for one in row) for row in typed]
        form = GridForm(queries.grid(network, analyst, series.version.indicator.code, month(3)), {})
        assert form.paste("\n".join(lines)) == 5
        assert form.is_valid(), (form.wrong, form.faults)
        assert form.filled == []
