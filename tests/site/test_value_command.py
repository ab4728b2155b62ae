"""`schakel value`: what is printed for two groups, and what is said about a file that allows no answer."""

from __future__ import annotations

import json

import pytest

from schakel.methods.value.benefit import Quadrant
from schakel.site.calculations import value
from tests.methods.test_value import EXPECTED, WORKED


def answer(schakel, content, *options: str) -> dict:
    code, out, err = schakel("value", content, *options, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


@pytest.mark.parametrize("expected", EXPECTED, ids=[one["case"] for one in EXPECTED])
def test_the_figures_equal_the_reference(schakel, expected):
    told = answer(schakel, WORKED / f"{expected['case']}.csv")
    for name in ("n_new", "n_usual", "delta_cost", "se_cost", "delta_effect", "se_effect", "cov"):
        assert told[name] == pytest.approx(expected[name])
    assert list(told["inmb"]) == ["20000", "50000", "80000"]
    for amount, reference in expected["net_benefit"].items():
        row = told["inmb"][amount]
        assert (row["value"], row["lower95"], row["upper95"]) == pytest.approx(
            (reference["inmb"], reference["lo"], reference["hi"])
        )
        assert row["p_normal"] == pytest.approx(reference["p_cost_effective_normal"])
        assert row["p"] == pytest.approx(expected["bootstrap_percentile"]["inmb"][amount]["p"], abs=0.01)


def test_a_ratio_is_printed_only_where_it_means_something(schakel):
    dearer = answer(schakel, WORKED / "value_ne.csv")
    assert dearer["icer"] == pytest.approx(EXPECTED[0]["icer"])
    assert dearer["fieller"] == pytest.approx(EXPECTED[0]["fieller95"])
    assert (dearer["verdict"], dearer["fieller_kind"]) == ("better_dearer", "bounded")
    dominant = answer(schakel, WORKED / "value_dominant.csv")
    assert (dominant["verdict"], dominant["icer"], dominant["fieller"]) == ("better_cheaper", None, None)
    assert dominant["break_even"] is None


def test_what_one_effect_is_worth_and_the_draws_may_be_chosen(schakel):
    options = ("--lambda", "0,12500.5", "--replicates", "100")
    one, two, other = (answer(schakel, WORKED / "value_ne.csv", *options, "--seed", seed) for seed in "334")
    assert list(one["inmb"]) == ["0", "12500.5"]
    assert (one["replicates"], one["drawn"], one["seed"]) == (100, "person", 3)
    assert one == two
    assert one["quadrants"] != other["quadrants"]


AREAS = "arm;cost;effect;area\n" + "\n".join(
    f"{arm};{cost};{effect};{area}"
    for arm, area, cost, effect in [
        ("new", "a", "100", "1,5"),
        ("new", "a", "120", "1"),
        ("new", "b", "200", "2"),
        ("Usual", "c", "90", "1"),
        ("usual", "d", "190", "1,2"),
    ]
)


def test_whole_areas_are_drawn_when_the_file_names_them(schakel):
    told = answer(schakel, AREAS)
    assert (told["drawn"], told["n_new"], told["n_usual"]) == ("area", 3, 2)
    assert told["delta_cost"] == pytest.approx(140 - 140)


def test_an_effect_is_adjusted_for_how_each_person_began(schakel):
    rows = [("new", 5, 0.9, 0.6), ("new", 7, 0.8, 0.5), ("usual", 3, 0.7, 0.4), ("usual", 4, 0.5, 0.2)]
    plain = "arm,cost,effect\n" + "\n".join(f"{arm},{cost},{effect}" for arm, cost, effect, _ in rows)
    whole = "arm,cost,effect,baseline\n" + "\n".join(",".join(map(str, row)) for row in rows)
    assert answer(schakel, plain)["delta_effect"] == pytest.approx(0.25)
    # Slope within the groups: (0.005 + 0.02) / (0.005 + 0.02) = 1; the new group began 0.25 better.
    assert answer(schakel, whole)["delta_effect"] == pytest.approx(0, abs=1e-12)


def test_a_table_to_read_says_the_verdict_first(schakel):
    out = schakel("value", WORKED / "value_ne.csv")[1].splitlines()
    assert out[0] == "Het werkt beter en kost meer."
    assert "€ 8.200 per gewonnen eenheid effect (tussen € 2.000 en € 25.000)." in out
    assert "In meer dan 99 van de 100 doorrekeningen beter en duurder." in out
    assert "In minder dan 1 van de 100 doorrekeningen slechter en duurder." in out
    dominant = schakel("value", WORKED / "value_dominant.csv")[1]
    assert dominant.startswith("Beter én goedkoper.")
    assert "per gewonnen" not in dominant
    assert "slechter en duurder" not in dominant
    unsure = schakel("value", "arm,cost,effect\nnew,1,1\nnew,9,3\nusual,2,2\nusual,8,2\n")[1]
    assert unsure.startswith("Het effect is nog niet aangetoond.")
    assert [value._hundred(share) for share in (0.004, 0.5, 0.996, 1.0)] == [
        "minder dan 1",
        "50",
        "meer dan 99",
        "100",
    ]


@pytest.mark.parametrize(
    ("content", "options", "words"),
    [
        ("arm,cost,effect\nnew,1,1\nnew,2,1\n", (), "De groep ‘usual’ heeft geen regels."),
        ("arm,cost,effect\noud,1,1\n", (), "Regel 2: ‘arm’ is oud; dat moet new of usual zijn."),
        ("arm,cost,effect\nnew,duur,1\n", (), "Regel 2: ‘duur’ in kolom ‘cost’ is geen getal."),
        ("arm,cost,effect\nnew,1,\n", (), "Regel 2: ‘effect’ is leeg."),
        ("arm,cost\nnew,1\n", (), "De kolom ‘effect’ is er niet."),
        ("arm,cost,effect\nnew,1,1\nusual,2,1\n", (), "Elke groep heeft twee personen of meer nodig."),
        ("arm,cost,effect\n" + "new,1,1\nusual,2,2\n" * 2, (), "Alle metingen zijn gelijk"),
        (AREAS.replace(";c\n", ";a\n"), (), "Een gebied staat in beide groepen."),
        (AREAS.replace(";b\n", ";a\n"), (), "Er zijn te weinig gebieden"),
        (
            "arm,cost,effect\nnew,1,1\nnew,2e16,1\nusual,2,1\nusual,2,2",
            (),
            "Regel 3: ‘2e16’ in kolom ‘cost’ is te groot.",
        ),
        (AREAS, ("--lambda", "veel"), "--lambda moet uit getallen bestaan"),
        (AREAS, ("--lambda", "-1"), "--lambda moet 0 of meer zijn."),
        (AREAS, ("--lambda", "nan"), "--lambda moet 0 of meer zijn."),
        (AREAS, ("--replicates", "0"), "--replicates"),
        (AREAS, ("--replicates", "100001"), "--replicates"),
        (AREAS, ("--seed", "-1"), "--seed"),
    ],
)
def test_what_is_wrong_is_told_in_dutch_and_nothing_is_printed(schakel, content, options, words):
    code, out, err = schakel("value", content, *options)
    assert (code, out) == (2, "")
    assert words in err


def test_every_verdict_has_its_words():
    assert set(value.HEADLINES) == set(Quadrant)
