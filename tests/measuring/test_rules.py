"""Definitions: what they must hold, what the catalogue brings, and how a figure is computed in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from schakel.measuring.rules import (
    Aim,
    Direction,
    Disclosure,
    IndicatorKind,
    PeriodKind,
    RuleSet,
    Trilemma,
    catalogue,
    definition,
    in_words,
    why_not_define,
)
from schakel.measuring.rules.catalogue import newest, read
from tests.factories.measuring import a_count, a_definition


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
