"""What a log tells: counted by hand, and the same from every engine."""

from __future__ import annotations

import dataclasses
import itertools
import json
import math
import statistics
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.methods.eventlog import answers as answering
from schakel.methods.eventlog import compiled, frames, months, open_cases, reach, tables
from schakel.methods.eventlog import links as linking
from schakel.methods.eventlog.answers import answers
from schakel.methods.eventlog.links import links
from schakel.methods.eventlog.selection import Filter, selected
from schakel.methods.waits.norms import norm_tables
from tests.examples import examples
from tests.methods.logs import BEGIN, EVENTS, log_of, text_of

ZONE = ZoneInfo("Europe/Amsterdam")
HOUR, DAY = 3_600, 86_400


CHAIN = """case;activity;start;end;organisation;area;event_id
P1;aanmelding;01-03-2026 09:00;01-03-2026 10:00;Huisarts;Noord;1
P1;intake;03-03-2026 10:00;03-03-2026 11:00;ggz;Noord;2
P1;behandeling;10-03-2026 11:00;10-03-2026 12:00;ggz;Noord;3
P2;aanmelding;28-03-2026 12:00;28-03-2026 12:00;Huisarts;Zuid;4
P2;intake;29-03-2026 12:00;29-03-2026 13:00;ggz;Zuid;5
P2;intake;20-04-2026 13:00;20-04-2026 13:00;ggz;Zuid;6
P3;telefoon;01-04-2026 10:00;01-04-2026 11:00;Huisarts;Zuid;7
P3;intake;01-04-2026 10:30;01-04-2026 12:00;ggz;Zuid;8
P3;bloed;01-04-2026 12:00;01-04-2026 12:00;;Zuid;9
"""


@pytest.fixture(scope="module")
def chain(folder):
    """The log of these three people."""
    return log_of(folder, CHAIN)


def row(rows, **wanted):
    """The only row that has these values."""
    [found] = [one for one in rows if all(one[name] == value for name, value in wanted.items())]
    return found


@pytest.mark.parametrize("engine", ["compiled", "frames"])
def test_waits_are_those_that_a_hand_would_count(chain, engine):
    told = answers(chain, engine=engine)
    assert (told["events"], told["cases"], told["activities"], told["organisations"]) == (9, 3, 5, 2)
    # 10:00 on the first to 10:00 on the third is 48 hours; over the night of the clock a day has 23.
    link = row(told["links"], **{"from": "Huisarts", "to": "ggz"})
    assert (link["n"], link["overlaps"], link["waits"]) == (3, 1, 2)
    assert (link["min_s"], link["max_s"]) == (23 * HOUR, 48 * HOUR)
    assert link["mean_s"] == link["p50_s"] == 35.5 * HOUR
    assert link["p80_s"] == pytest.approx((23 + 0.8 * 25) * HOUR)
    assert link["sd_s"] == pytest.approx(statistics.stdev([23 * HOUR, 48 * HOUR]))
    assert link["km_p50_s"] == 23 * HOUR
    assert len(told["links"]) == 1
    assert (told["handovers"], told["handovers_unknown"], told["overlaps"], told["pairs"]) == (3, 1, 1, 6)
    by_month = {one["month"]: (one["n"], one["overlaps"], one["p90_s"]) for one in told["links_by_month"]}
    assert by_month == {"2026-03": (2, 0, 45.5 * HOUR), "2026-04": (1, 1, None)}
    assert row(told["arcs"], **{"from": "telefoon"}) | {"mean_s": None, "sd_s": None, "n": 1} == row(
        told["arcs"], **{"from": "telefoon"}
    )
    assert row(told["arcs"], **{"from": "intake", "to": "intake"})["mean_s"] == 22 * DAY
    assert told["variants"] == 3
    assert told["variant_list"][0] == {
        "activities": ["aanmelding", "intake", "behandeling"],
        "length": 3,
        "n": 1,
        "share": 1 / 3,
    }
    assert row(told["steps"], activity="intake") == {
        "activity": "intake",
        "n": 4,
        "cases": 3,
        "repeats": 1,
        "at_once_again": 1,
        "first": 0,
        "last": 1,
    }
    through = told["throughput"]
    # P3 took two hours. P1 nine days and three hours, P2 23 days and an hour, of which the clock took one.
    assert (through["n"], through["min_s"], through["p50_s"]) == (3, 2 * HOUR, 9 * DAY + 3 * HOUR)
    assert through["max_s"] == 23 * DAY
    json.dumps(told, allow_nan=False)


def test_who_had_not_been_helped_at_the_cut_off_waits_and_is_in_no_mean(chain):
    told = answers(chain, cut_off=date(2026, 3, 28))
    assert (told["cut_off"], told["events"], told["cases"], told["open_cases"]) == ("2026-03-28", 4, 2, 1)
    [waiting] = told["waiting_now"]
    assert (waiting["from"], waiting["to"], waiting["n"], waiting["longest_s"]) == (
        "Huisarts",
        "ggz",
        1,
        12 * HOUR,
    )
    # One was helped after 48 hours, one waits for 12: who waits leaves the curve before anybody was helped.
    assert waiting["km_p50_s"] == 48 * HOUR
    assert told["links"][0]["n"] == 1
    assert told["throughput"]["n"] == 1


def test_a_step_that_goes_on_is_open_but_nobody_waits(chain, folder):
    text = "case;activity;start;end;organisation\na;x;01-01-2026;05-01-2026;H\na;y;06-01-2026;;G\n"
    told = answers(log_of(folder, text), cut_off=date(2026, 1, 3))
    assert (
        told["open_cases"],
        told["waiting_now"],
        told["throughput"]["n"],
        told["throughput"]["p50_s"],
    ) == (1, [], 0, None)


def test_a_closing_step_says_which_cases_have_ended(chain):
    told = answers(chain, closing=["behandeling"])
    assert told["open_cases"] == 2
    [waiting] = told["waiting_now"]
    # P2 was last seen on the 20th of April at 13:00, the last moment of all. P3 is at a place that nobody wrote down.
    assert (waiting["from"], waiting["to"], waiting["n"], waiting["km_p50_s"]) == ("ggz", None, 1, None)
    assert waiting["p50_s"] == pytest.approx(0, abs=1e-5)


def test_waits_between_two_places_count_for_the_estimate_only_inside_a_case(folder):
    rows = [
        "a;x;01-01-2026;H",
        "a;y;03-01-2026;G",
        "b;x;05-01-2026;H",
        "b;y;20-01-2026;G",
        "c;y;01-01-2026;G",
        "d;x;04-01-2026;H",
    ]
    log = log_of(folder, "case;activity;start;organisation\n" + "\n".join(rows) + "\nd;y;30-01-2026;G\n")
    told = answers(log, Filter(where={}), cut_off=date(2026, 1, 10))
    [waiting] = told["waiting_now"]
    # Helped after 2 days: one of three; waiting for 6 and 7 days: the curve stays at two thirds.
    assert (waiting["n"], waiting["km_p50_s"]) == (2, None)


FILTERS = {
    "since": (Filter(since=date(2026, 3, 28)), 2),
    "until": (Filter(until=date(2026, 3, 28)), 2),
    "a place where it was": (Filter(organisation="ggz"), 3),
    "a place where nobody was": (Filter(organisation="nergens"), 0),
    "an attribute": (Filter(where={"area": "Noord"}), 1),
    "first this, later that": (Filter(passes=("aanmelding", "behandeling")), 1),
    "not the other way round": (Filter(passes=("behandeling", "aanmelding")), 0),
    "the same step twice": (Filter(passes=("intake", "intake")), 1),
    "exactly this path": (Filter(variant=("aanmelding", "intake", "intake")), 1),
    "a path that is longer than the log": (Filter(variant=("x",) * 20), 0),
}


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("engine", ["compiled", "frames"])
def test_a_filter_takes_whole_cases(chain, name, engine):
    wanted, n = FILTERS[name]
    told = answers(chain, wanted, engine=engine)
    assert told["cases"] == n
    assert told["organisations"] == (2 if n else 0)


def test_an_unknown_attribute_or_engine_is_refused(chain):
    with pytest.raises(KeyError, match="leeftijd"):
        answers(chain, Filter(where={"leeftijd": "1"}))
    with pytest.raises(ValueError, match="compiled"):
        answers(chain, engine="toverij")


def test_large_logs_are_compiled_unless_there_are_too_many_codes_for_tables(chain, monkeypatch):
    asked = []
    monkeypatch.setattr(compiled, "tables", lambda *_: asked.append("compiled"))
    monkeypatch.setattr(frames, "tables", lambda *_: asked.append("frames"))
    monkeypatch.setattr(answering, "WORTH_IT", 9)
    answering.tables_of(chain, selected(chain))
    monkeypatch.setattr(compiled, "MOST_PAIRS", 30)
    answering.tables_of(chain, selected(chain), "compiled")
    assert asked == ["compiled", "frames"]


def test_the_phases_of_a_norm_are_counted_as_the_field_does(folder):
    rows = [
        "P1;Aanmelding;01-01-2026;De Brug;;;1",
        "P1;Intake;29-01-2026;De Brug;;;2",
        "P2;aanmelding;01-01-2026;De Brug;;;3",
        "P2;offer_declined;05-01-2026;De Brug;15-01-2026;;4",
        "P2;offer_declined;06-01-2026;De Brug;ooit;;5",
        "P2;intake;30-01-2026;De Brug;;;6",
        "P3;registered;20-01-2026;De Kade;;;7",
        "P4;registered;20-01-2026;De Kade;;entered_in_error;8",
        "P5;bloed prikken;20-01-2026;De Kade;;;9",
    ]
    log = log_of(folder, "case;event_type;occurred_at;organisation;value;status;event_id\n" + "\n".join(rows))
    norms = norm_tables()["ggz"].of_phases
    told = answers(log, norms=norms, cut_off=date(2026, 1, 31))["norms"]
    everyone = row(told, phase="A", organisation="all")
    # P1 took 28 days; P2 29, of which 15 (from the declined day to the intake) at its own request. P3 waits 11 days.
    assert (everyone["completed_n"], everyone["gross_mean"], everyone["net_mean"]) == (2, 28.5, 21.0)
    assert (everyone["within_norm_n"], everyone["waiting_n"], everyone["waiting_longest_net"]) == (2, 1, 11)
    assert row(told, phase="A", organisation="De Kade")["waiting_n"] == 1
    assert (
        answers(log, norms=norms, cut_off=date(2026, 1, 31), since=date(2026, 1, 30))["norms"][0][
            "completed_n"
        ]
        == 1
    )
    assert (
        answers(log, Filter(where={"status": "entered_in_error"}), norms=norms)["norms"][0]["waiting_n"] == 0
    )
    only_blood = Filter(variant=("bloed prikken",))
    assert answers(log, only_blood, norms=norms)["norms"] == []


# ------------------------------------------------------------------------------------- every engine alike
def same(one, other, where: str = "") -> None:
    """Assert that two sets of tables hold the same figures."""
    if dataclasses.is_dataclass(one):
        for field in dataclasses.fields(one):
            same(getattr(one, field.name), getattr(other, field.name), f"{where}.{field.name}")
    elif isinstance(one, np.ndarray):
        np.testing.assert_allclose(one, other, rtol=1e-9, atol=1e-9, err_msg=where)
    else:
        assert one == other, where


@settings(max_examples=examples(25, nightly=1_000))
@given(EVENTS, st.one_of(st.none(), st.dates(date(2026, 3, 28), date(2026, 4, 2))), st.integers(1, 4))
def test_compiled_or_in_polars_a_log_tells_the_same(folder, events, cut_off, n_threads):
    log = log_of(folder, text_of(events))
    wanted = selected(log, Filter(), cut_off)
    told = frames.tables(log, wanted)
    same(compiled.tables(log, wanted, n_threads=n_threads), told)
    same(compiled.tables(log, wanted, n_threads=n_threads, is_plain=True), told)
    pairs = frames.pairs_of(frames.events_of(log, wanted), log.zone)
    for what, by_month in itertools.product(
        ("activity", "organisation"), (False, True) if pairs.height else ()
    ):
        expected = frames.groups(pairs, what, by_month=by_month)
        for is_plain in (False, True):
            options = {"by_month": by_month, "n_threads": n_threads, "is_plain": is_plain}
            same(compiled.groups(pairs, what, **options), expected)


def test_links_of_many_pairs_are_described_by_machine_code_as_by_polars(chain, monkeypatch):
    told = links(chain)
    calls = []
    monkeypatch.setattr(linking, "WORTH_IT", 0)
    spied = compiled.groups
    monkeypatch.setattr(compiled, "groups", lambda *pairs, **how: calls.append(how) or spied(*pairs, **how))
    with pytest.MonkeyPatch.context() as without:
        without.setattr(frames, "groups", None)
        assert links(chain) == told
    monkeypatch.setattr(compiled, "MOST_PAIRS", 1)
    assert links(chain) == told, "with too many codes for a table Polars answers"
    assert len(calls) == 8


@settings(max_examples=examples(25, nightly=1_000))
@given(EVENTS)
def test_a_log_tells_what_plain_python_counts(folder, events):
    log = log_of(folder, text_of(events))
    told = answers(log, engine="compiled")
    cases: dict[str, list] = {}
    for number, (case, activity, place, minute, length) in enumerate(events):
        cases.setdefault(case, []).append((minute, minute + length, number, activity, place))
    waits: dict[tuple, list] = {}
    by_month: Counter = Counter()
    for steps in cases.values():
        steps.sort()
        for before, after in pairwise(steps):
            if before[4] and after[4] and before[4] != after[4]:
                wait = (after[0] - before[1]) * 60
                waits.setdefault((before[4], after[4]), []).append(wait)
                month = (BEGIN + timedelta(minutes=before[1])).astimezone(ZONE).strftime("%Y-%m")
                by_month[before[4], after[4], month] += 1
    assert {(one["from"], one["to"]): one["n"] for one in told["links"]} == {
        pair: len(of) for pair, of in waits.items()
    }
    assert {(one["from"], one["to"], one["month"]): one["n"] for one in told["links_by_month"]} == by_month
    for one in told["links"]:
        real = sorted(wait for wait in waits[one["from"], one["to"]] if wait >= 0)
        assert one["waits"] == len(real)
        for name, share in (("p50_s", 0.5), ("p80_s", 0.8), ("p90_s", 0.9)):
            assert one[name] == (pytest.approx(interpolated(real, share)) if real else None)
    assert told["variants"] == len({tuple(step[3] for step in steps) for steps in cases.values()})
    assert told["ties"]["pairs"] == sum(
        one[0] == two[0] for steps in cases.values() for one, two in pairwise(steps)
    )


def interpolated(values: list[float], share: float) -> float:
    """The value below which a share lies, as PostgreSQL's percentile_cont."""
    place = share * (len(values) - 1)
    low = math.floor(place)
    return values[low] + (values[min(low + 1, len(values) - 1)] - values[low]) * (place - low)


def test_orders_with_the_same_hash_are_still_told_apart(chain, monkeypatch):
    n = 3
    begin, stop = np.array([0, 2, 4]), np.array([2, 4, 6])
    activity, hashes = np.array([1, 2, 2, 1, 1, 2]), np.zeros(n, np.uint64)
    table, example, count = np.full(8, -1), np.zeros(n, np.int64), np.zeros(n, np.int64)
    find = compiled.plain(compiled.kernel.find_variants)
    assert find(0, 1, begin, stop, activity, hashes, table, example, count) == 2
    assert (example[:2].tolist(), count[:2].tolist()) == ([0, 1], [2, 1])
    assert find(1, 2, begin, stop, activity, hashes, np.full(8, -1), example, count) == 0


def test_many_threads_share_few_cases(chain):
    wanted = selected(chain)
    same(compiled.tables(chain, wanted, n_threads=9), frames.tables(chain, wanted))


def test_one_case_of_very_many_events_is_no_trouble(folder):
    rows = "\n".join(
        f"a,s{n % 3},H{n % 2},2026-01-01T{n // 3600 % 24:02}:{n // 60 % 60:02}:{n % 60:02}Z"
        for n in range(5_000)
    )
    log = log_of(folder, "case,activity,organisation,start\n" + rows)
    told = answers(log, engine="compiled")
    assert (told["cases"], told["pairs"], told["variant_list"][0]["length"]) == (1, 4_999, 5_000)
    assert len(told["variant_list"][0]["activities"]) == 200
    assert open_cases.is_open(log, selected(log)).tolist() == [False]


FIGURES = ("n", "overlaps", "mean_s", "sd_s", "min_s", "max_s", "p50_s", "p80_s", "p90_s")


@pytest.mark.slow  # each example starts DuckDB
@settings(max_examples=examples(8, nightly=300))
@given(EVENTS, st.one_of(st.none(), st.dates(date(2026, 3, 28), date(2026, 4, 2))))
def test_duckdb_tells_the_same_of_links_and_months(folder, events, cut_off):
    log = log_of(folder, text_of(events))
    place = folder / f"{len(list(folder.iterdir()))}.events"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reach, "CASES", 2)
        reach.write_events(log, selected(log, Filter(), cut_off), place)
    spread: dict[tuple[str, str, str], Counter] = defaultdict(Counter)
    for row in [*reach.days_on_disk(place), *reach.hours_on_disk(place)]:
        for unit in set(tables.UNITS) & set(row):
            spread[row["source"], row["target"], unit][row[unit]] += row["n"]
    for one in links(log, cut_off=cut_off):
        for unit in tables.UNITS if one.level == "organisation" else ():
            assert getattr(one, unit) == spread[one.source, one.target, unit]
    told = answers(log, cut_off=cut_off, engine="compiled")
    for name, by_month in (("links", False), ("links_by_month", True)):
        ours = {(row["from"], row["to"], row.get("month")): row for row in told[name]}
        theirs = {}
        for row in reach.links_on_disk(place, by_month=by_month):
            month = months.said(row["month"]) if by_month else None
            theirs[row["source"], row["target"], month] = row
        assert set(ours) == set(theirs)
        for key, row in ours.items():
            assert [row[figure] for figure in FIGURES] == [
                None
                if theirs[key][figure] is None
                else pytest.approx(theirs[key][figure], rel=1e-9, abs=1e-9)
                for figure in FIGURES
            ]
