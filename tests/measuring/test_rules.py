"""Definitions: what they must hold, what the catalogue brings, and how a figure is computed in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.measuring.rules import (
    Aim,
    Direction,
    Disclosure,
    IndicatorKind,
    Measured,
    PeriodKind,
    RuleSet,
    Trilemma,
    catalogue,
    counted_in,
    definition,
    in_words,
    kept_value,
    read_value,
    seal_of,
    why_not_define,
    why_not_enough,
    why_not_measured,
    worked_out,
)
from schakel.measuring.rules.catalogue import newest, read
from schakel.measuring.rules.periods import between, first_day, label, moved, read_period, short_label
from tests.factories.measuring import a_count, a_definition, of


def test_the_catalogue_holds_twelve_to_twenty_indicators_with_a_source_that_nobody_checked_yet():
    found = newest()
    assert 12 <= len(found) <= 20
    for one in found:
        assert why_not_define(one) is None, one.code
        assert one.source, one.code
        assert one.caveats, one.code
        assert one.checked_by == "nog niet getoetst", one.code
        assert not one.is_checked
        assert len(one.sha256) == 64


@pytest.mark.parametrize(
    ("field", "choices"),
    [
        ("kind", IndicatorKind),
        ("aim", Aim),
        ("trilemma", Trilemma),
        ("direction", Direction),
        ("period", PeriodKind),
        ("rule_set", RuleSet),
        ("disclosure", Disclosure),
    ],
)
def test_the_catalogue_knows_only_choices_that_there_are(field, choices):
    assert {getattr(one, field) for one in catalogue()} <= set(choices.values)


def test_what_an_indicator_is_read_with_is_in_the_catalogue_too():
    codes = {one.code for one in catalogue()}
    assert {code for one in catalogue() for code in one.balancing} <= codes
    assert all(one.code not in one.balancing for one in catalogue())


def test_a_file_is_named_after_its_code_and_version():
    from importlib.resources import files

    names = {path.name for path in (files("schakel") / "definitions" / "indicators").iterdir()}
    assert names == {f"{one.code}-v{one.version}.toml" for one in catalogue()}


def test_every_kind_and_every_aim_is_in_the_catalogue():
    assert {one.kind for one in catalogue()} == set(IndicatorKind.values)
    assert {one.aim for one in catalogue()} == set(Aim.values)


def test_an_indicator_is_found_by_its_code_and_version():
    found = definition("ggz-totale-wachttijd")
    assert found.target == Decimal(98)
    assert definition("ggz-totale-wachttijd", 1) is found
    assert definition("ggz-totale-wachttijd", 99) is None
    assert definition("niets") is None


def test_a_file_with_an_unknown_word_is_no_definition():
    with pytest.raises(ValueError, match="does not know kleur"):
        read('code = "x"\nkleur = "rood"\n')


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"denominator": ""}, "heeft een noemer"),
        ({"multiplier": 0}, "vermenigvuldiger is 1 of meer"),
        ({"multiplier": 1000}, "als deel .1. of als procent"),
        ({"chart": "c"}, "regelkaart past niet bij het soort getal. Kies: P-kaart"),
        ({"interval": "byar"}, "marge past niet bij het soort getal. Kies: Wilson"),
        ({"target": Decimal(40)}, "Een doel heeft een herkomst"),
        ({"target_origin": "Themagroep"}, "Een doel heeft een herkomst"),
        ({"review_before": a_definition().reviewed_on}, "ligt na de laatste keer"),
    ],
)
def test_a_definition_that_does_not_fit_together_is_refused_with_the_reason(changed, reason):
    assert why_not_define(a_definition()) is None
    import re

    assert re.search(reason, why_not_define(replace(a_definition(), **changed)))


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            a_definition(),
            "Tel: ritten waarna de oudere thuisbleef. Deel dat door: alle ritten. Keer 100 geeft procenten.",
        ),
        (
            a_definition(multiplier=1),
            "Tel: ritten waarna de oudere thuisbleef. Deel dat door: alle ritten.",
        ),
        (
            a_definition(type="rate", multiplier=1000, denominator="Inwoners", chart="u", interval="byar"),
            "Tel: ritten waarna de oudere thuisbleef. Deel dat door: inwoners. Keer 1.000 geeft het aantal per 1.000.",
        ),
        (a_count(numerator="SEH-bezoeken"), "Tel: SEH-bezoeken. Nul is ook een uitkomst."),
        (
            a_count(type="time_between", numerator="Valpartijen"),
            "Tel de tijd tussen twee keer: valpartijen.",
        ),
        (
            a_definition(type="score", numerator="Gemiddeld cijfer", denominator="Vragenlijsten"),
            "Gemiddeld cijfer. Gemiddeld over: vragenlijsten.",
        ),
        (a_definition(type="cost", numerator="Kosten", denominator=""), "Kosten."),
    ],
)
def test_how_it_is_computed_can_be_read_aloud(told, words):
    assert in_words(told) == words


# --- Periods


@pytest.mark.parametrize(
    ("kind", "told", "day"),
    [
        ("month", "maart 2026", date(2026, 3, 1)),
        ("month", " Mrt. 2026 ", date(2026, 3, 1)),
        ("month", "mrt-2026", date(2026, 3, 1)),
        ("month", "15 maart 2026", date(2026, 3, 1)),
        ("month", "03-2026", date(2026, 3, 1)),
        ("month", "31-3-2026", date(2026, 3, 1)),
        ("month", "2026/03", date(2026, 3, 1)),
        ("month", "2026-03-31", date(2026, 3, 1)),
        ("quarter", "K2 2026", date(2026, 4, 1)),
        ("quarter", "2026-Q2", date(2026, 4, 1)),
        ("quarter", "2e kwartaal 2026", date(2026, 4, 1)),
        ("quarter", "mei 2026", date(2026, 4, 1)),
        ("year", "2026", date(2026, 1, 1)),
        ("year", "1-7-2026", date(2026, 1, 1)),
        ("month", "2026", None),
        ("month", "13-2026", None),
        ("month", "2026-00", None),
        ("month", "blauw 2026", None),
        ("month", "maart 1026", None),
        ("quarter", "K5 2026", None),
        ("month", "", None),
    ],
)
def test_a_period_is_read_as_people_write_it(kind: str, told: str, day: date | None) -> None:
    assert read_period(kind, told) == day


@given(st.sampled_from(["month", "quarter", "year"]), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_what_a_period_is_called_is_read_back_as_that_period(kind: str, day: date) -> None:
    first = first_day(kind, day)
    assert read_period(kind, label(kind, first)) == first
    assert read_period(kind, short_label(kind, first)) == first
    assert first <= day < moved(kind, first, 1)
    assert moved(kind, moved(kind, first, 7), -7) == first
    assert between(kind, first, moved(kind, first, 3))[-1] == moved(kind, first, 3)
    assert between(kind, moved(kind, first, 1), first) == []


# --- Figures


@pytest.mark.parametrize(
    ("type", "one", "reason"),
    [
        ("proportion", of(3, 8), None),
        ("proportion", of(0, 0), None),
        ("proportion", Measured(denominator=Decimal(8)), "Vul ook de teller in"),
        ("proportion", Measured(numerator=Decimal(8)), "Vul ook de noemer in"),
        ("proportion", of(9, 8), "De teller is groter dan de noemer"),
        ("rate", of(9, 8), None),
        ("rate", of(-1, 8), "lager dan nul"),
        ("rate", of(1, 0), "De noemer is nul, maar de teller niet"),
        ("count", of(3), None),
        ("count", of("3.5"), "een heel getal"),
        ("count", of(-3), "lager dan nul"),
        ("time", of(-3), "lager dan nul"),
        ("score", of(-3), None),
        ("mean", Measured(n=12), "Vul ook de waarde in"),
        ("mean", of("1e11"), "te groot"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(type: str, one: Measured, reason: str | None) -> None:
    refusal = why_not_measured(type, one)
    assert refusal is None if reason is None else reason in refusal


def test_what_follows_from_a_figure_is_worked_out_by_hand() -> None:
    assert worked_out("proportion", 100, of(31, 80)) == Measured(
        Decimal(31), Decimal(80), Decimal("38.750000"), 80
    )
    assert worked_out("rate", 1000, of(7, 2100)).value == Decimal("3.333333")
    assert worked_out("proportion", 100, of(0, 0)) == Measured(Decimal(0), Decimal(0), None, 0)
    assert worked_out("score", 1, of("8.5", n=40)) == Measured(value=Decimal("8.500000"), n=40)
    assert worked_out("proportion", 100, Measured()).is_empty


def test_a_figure_in_a_baseline_is_read_back_and_changes_the_fingerprint() -> None:
    kept = kept_value(date(2026, 3, 1), worked_out("proportion", 100, of(31, 80)))
    assert kept == {
        "period_on": "2026-03-01",
        "numerator": "31",
        "denominator": "80",
        "value": "38.75",
        "n": 80,
    }
    assert read_value(kept) == (date(2026, 3, 1), Measured(Decimal(31), Decimal(80), Decimal("38.75"), 80))
    facts, limits = {"series": "a"}, {"centre": 38.75}
    seal = seal_of(facts, [kept], limits)
    assert (
        len(
            {
                seal,
                seal_of({"series": "b"}, [kept], limits),
                seal_of(facts, [], limits),
                seal_of(facts, [kept], {}),
            }
        )
        == 4
    )


def test_a_unit_that_says_how_it_counts_gets_no_word_before_it() -> None:
    assert [counted_in(unit) for unit in ("dagen", "van de 10", "per 1.000 inwoners")] == [
        "in dagen",
        "van de 10",
        "per 1.000 inwoners",
    ]


def test_a_baseline_has_three_figures_or_more() -> None:
    assert why_not_enough(3) is None
    assert "minstens 3 cijfers. In deze periode zijn er 2" in why_not_enough(2)
