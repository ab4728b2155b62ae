"""Waiting times: moments, summaries, mental health care and norms of two steps, with figures worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods.waits import (
    BadStamp,
    Case,
    Event,
    Norm,
    PhaseWaits,
    TwoStepNorm,
    kind_waits,
    norm_tables,
    phase_waits,
    read_stamp,
)
from schakel.methods.waits.figures import (
    days_covered,
    helped_within,
    kaplan_meier,
    median_of_curve,
    percentile,
)
from schakel.methods.waits.norms import SINCE_LONG, read_norms
from schakel.methods.waits.stamps import hours_between
from schakel.methods.waits.two_step import waited
from schakel.methods.workdays import workdays_between

LONG_AGO, END_OF_MARCH = date(2022, 1, 1), date(2026, 3, 31)
NORMS = (
    Norm("A", "registered", "intake", 28, LONG_AGO),
    Norm("B", "intake", "treatment_start", 70, LONG_AGO),
    Norm("T", "registered", "treatment_start", 98, LONG_AGO),
)

# --------------------------------------------------------------------------- moments


@pytest.mark.parametrize(
    ("written", "day", "hour"),
    [
        ("2026-07-01", date(2026, 7, 1), 22),
        ("2026-06-30T23:30:00Z", date(2026, 7, 1), 23),
        ("2026-06-30T23:30:00-05:00", date(2026, 7, 1), 4),
        ("01-07-2026 09:15", date(2026, 7, 1), 7),
        ("2026-01-01T09:15:00.000", date(2026, 1, 1), 8),
    ],
)
def test_a_moment_falls_on_its_local_day(written, day, hour):
    stamp = read_stamp(written)
    assert (stamp.day, stamp.moment.hour) == (day, hour)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("2026-03-29T02:30", "impossible"),
        ("2026-10-25T02:30", "ambiguous"),
        ("29-03-2026 02:00", "impossible"),
        ("2026-02-30", "unreadable"),
        ("morgen", "unreadable"),
        ("", "unreadable"),
        ("0001-01-01T00:00:00+14:00", "unreadable"),
    ],
)
def test_a_moment_that_is_none_or_two_is_refused_by_its_own_name(written, kind):
    with pytest.raises(BadStamp) as refused:
        read_stamp(written)
    assert refused.value.kind == kind


def test_the_hour_that_came_twice_can_be_told_by_its_offset():
    summer, winter = read_stamp("2026-10-25T02:30+02:00"), read_stamp("2026-10-25T02:30+01:00")
    assert hours_between(summer, winter) == 1.0


def test_hours_elapse_over_a_change_of_the_clock():
    assert hours_between(read_stamp("2026-03-28T12:00"), read_stamp("2026-03-29T12:00")) == 23.0
    assert hours_between(read_stamp("2026-10-24T12:00"), read_stamp("2026-10-25T12:00")) == 25.0


# --------------------------------------------------------------------------- summaries


def test_percentiles_lie_straight_between_neighbours():
    assert percentile([40, 10, 20, 30], 0.9) == pytest.approx(37.0)
    assert percentile([7], 0.9) == 7
    assert percentile([], 0.5) is None


spans = st.lists(st.tuples(st.integers(-20, 60), st.integers(-20, 60)), max_size=6)


@given(spans, st.integers(0, 20), st.integers(0, 40))
def test_days_that_overlap_are_counted_once(pairs, first, length):
    zero = date(2026, 1, 1)

    def day(n: int) -> date:
        return zero + timedelta(days=n)

    covered = {n for begin, stop in pairs for n in range(begin, stop)} & set(range(first, first + length))
    found = days_covered([(day(begin), day(stop)) for begin, stop in pairs], day(first), day(first + length))
    assert found == len(covered)


def test_the_curve_of_those_still_waiting():
    # 5 people: helped after 6 and 13; broken off at 8; 13 and 20 still waiting.
    curve = kaplan_meier([(6, True), (8, False), (13, True), (13, False), (20, False)])
    assert curve == [(6, pytest.approx(4 / 5)), (13, pytest.approx(4 / 5 * 2 / 3))]
    assert median_of_curve(curve) is None
    assert helped_within(curve, 12) == pytest.approx(20.0)
    assert helped_within(curve, 13) == pytest.approx(100 * (1 - 8 / 15))
    assert median_of_curve(kaplan_meier([(5, True), (9, True)])) == 5


@given(st.lists(st.integers(0, 50), min_size=1, max_size=30))
def test_without_anybody_waiting_the_curve_is_the_plain_share(days):
    curve = kaplan_meier([(float(wait), True) for wait in days])
    for limit in (0, 10, 25, 50):
        plain = 100 * sum(wait <= limit for wait in days) / len(days)
        assert helped_within(curve, limit) == pytest.approx(plain)


# --------------------------------------------------------------------------- mental health care


class Told:
    """Events, told in a few words."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def __call__(
        self, case: str, kind: str, at: str, value: str = "", *, of: str = "De Brug", **more
    ) -> Told:
        slot = date.fromisoformat(value) if kind == "offer_declined" else None
        number = str(len(self.events))
        more = {"id": number} | more
        self.events.append(
            Event(case=case, kind=kind, at=read_stamp(at), organisation=of, value=value, slot=slot, **more)
        )
        return self

    def rows(self, since: date = date(2026, 2, 1), until: date = END_OF_MARCH) -> dict[tuple, PhaseWaits]:
        found = phase_waits(self.events, NORMS, reference=until, since=since)
        return {(row.phase, row.organisation): row for row in found}


@pytest.fixture
def told() -> Told:
    return Told()


def test_a_month_of_a_small_region_worked_out_by_hand(told):
    # P1: 5 Jan → 9 Feb = 35 days, on holiday 12 → 22 Jan (10 days): net 25. Treatment 20 Apr: not yet.
    told("P1", "registered", "2026-01-05")("P1", "pause_start", "2026-01-12", "patient")
    told("P1", "pause_end", "2026-01-22", "patient")("P1", "intake", "2026-02-09")
    told("P1", "treatment_start", "2026-04-20")
    # P2: 2 Feb → 9 Mar = 35 days, the provider paused: nothing goes out.
    told("P2", "registered", "2026-02-02", of="Maan")(
        "P2", "pause_start", "2026-02-10", "provider", of="Maan"
    )
    told("P2", "pause_end", "2026-02-20", "provider", of="Maan")("P2", "intake", "2026-03-09", of="Maan")
    # P3: declined 20 Feb, came 6 Mar: 14 of the 24 days are the patient's own; net 10.
    told("P3", "registered", "2026-02-10")("P3", "offer_declined", "2026-02-12", "2026-02-20")
    told("P3", "intake", "2026-03-06")("P3", "treatment_start", "2026-03-20")
    # P4 waits since 1 March: 30 days at the end of March. P5 stopped waiting. P6 was in crisis.
    told("P4", "registered", "2026-03-01")
    told("P5", "registered", "2026-01-20")("P5", "closed", "2026-02-20", "withdrew")
    told("P6", "registered", "2026-03-02")("P6", "urgency", "2026-03-02", "crisis")
    rows = told.rows()
    a = rows["A", "all"]
    assert (a.completed_n, a.gross_mean, a.net_mean) == (3, (35 + 35 + 24) / 3, (25 + 35 + 10) / 3)
    assert (a.net_median, a.net_p90) == (25, pytest.approx(33.0))
    assert (a.within_norm_n, a.within_norm_pct) == (2, pytest.approx(200 / 3))
    assert (a.waiting_n, a.waiting_over_norm_n, a.waiting_longest_net) == (1, 1, 30)
    assert (a.left_n, a.error_negative_n, a.missing_n, a.excluded_crisis_n) == (1, 0, 0, 1)
    # durations 10✓ 25✓ 30 31 35✓ : 4/5, 3/5, and of the one left at 35 nobody waits on.
    assert a.km_median_days == 35
    assert a.km_started_within_norm_pct == pytest.approx(40.0)
    assert rows["A", "Maan"].completed_n == 1
    assert rows["A", "Maan"].within_norm_pct == 0.0
    b = rows["B", "all"]
    assert (b.completed_n, b.net_mean, b.waiting_n, b.waiting_longest_net) == (1, 14, 2, 50)
    # T of P3: 38 days, of which 20 Feb up to the intake on 6 March at the patient's request.
    t = rows["T", "all"]
    assert (t.completed_n, t.gross_mean, t.net_mean) == (1, 38, 24)


def test_all_comes_first_and_then_each_organisation_by_name(told):
    for case, name in (("1", "Zon"), ("2", "Aarde")):
        told(case, "registered", "2026-03-01", of=name)
    found = phase_waits(told.events, NORMS, reference=END_OF_MARCH, since=LONG_AGO)
    assert [(row.phase, row.organisation) for row in found] == [
        ("A", "all"),
        ("A", "Aarde"),
        ("A", "Zon"),
        ("B", "all"),
        ("T", "all"),
        ("T", "Aarde"),
        ("T", "Zon"),
    ]


def test_a_phase_counts_when_its_end_lies_in_the_window_both_days_included(told):
    for case, end in (("1", "2026-01-31"), ("2", "2026-02-01"), ("3", "2026-03-31"), ("4", "2026-04-01")):
        told(case, "registered", "2026-01-01")(case, "intake", end)
    a = told.rows()["A", "all"]
    assert (a.completed_n, a.waiting_n) == (2, 1)  # the fourth has not happened yet


def test_the_same_day_counts_as_zero_and_an_end_before_its_start_is_an_error(told):
    told("1", "registered", "2026-03-01T14:00")("1", "intake", "2026-03-01T09:00")
    told("2", "registered", "2026-03-05")("2", "intake", "2026-03-02")
    a = told.rows()["A", "all"]
    assert (a.completed_n, a.net_mean, a.within_norm_n, a.error_negative_n) == (1, 0, 1, 1)
    assert a.km_median_days == 0


def test_missing_steps_are_counted_and_the_total_is_still_computed(told):
    told("1", "registered", "2026-01-10")("1", "treatment_start", "2026-03-10")
    told("2", "intake", "2026-02-10")("2", "treatment_start", "2026-03-10")
    rows = told.rows()
    assert (rows["A", "all"].missing_n, rows["B", "all"].missing_n, rows["T", "all"].missing_n) == (2, 1, 1)
    assert (rows["T", "all"].net_mean, rows["B", "all"].net_mean) == (59, 28)
    assert rows["A", "all"].waiting_n == 0


def test_a_crisis_is_out_of_every_phase_and_never_with_who_referred(told):
    told("1", "referral", "2026-03-01", of="Praktijk")("1", "registered", "2026-03-02")
    told("1", "urgency", "2026-03-02", "crisis")
    rows = told.rows()
    for phase in "ABT":
        assert rows[phase, "all"].excluded_crisis_n == rows[phase, "De Brug"].excluded_crisis_n == 1
        assert (phase, "Praktijk") not in rows


def test_events_twice_or_entered_in_error_count_once_or_not(told):
    told("1", "registered", "2026-03-01", id="a")("1", "registered", "2026-03-01", id="a")
    told("1", "intake", "2026-03-03", id="b", in_error=True)("1", "intake", "2026-03-11", id="c")
    told("1", "intake", "2026-03-20", id="d")
    assert told.rows()["A", "all"].net_mean == 10


def test_own_days_that_overlap_go_out_once_and_an_open_pause_lasts_to_the_end(told):
    told("1", "registered", "2026-03-01")("1", "pause_start", "2026-03-05", "patient")
    told("1", "pause_end", "2026-03-15", "patient")("1", "offer_declined", "2026-03-08", "2026-03-10")
    told("1", "intake", "2026-03-21")
    told("2", "registered", "2026-03-01")("2", "pause_start", "2026-03-11", "patient")
    a = told.rows()["A", "all"]
    assert (a.gross_mean, a.net_mean) == (20, 4)  # 5 up to 21 March goes out
    assert a.waiting_longest_net == 10


def test_an_offer_of_an_intake_takes_nothing_from_the_next_phase(told):
    told("1", "registered", "2026-02-01")("1", "offer_declined", "2026-02-05", "2026-02-10")
    told("1", "intake", "2026-02-20")("1", "treatment_start", "2026-03-20")
    rows = told.rows()
    assert [rows[phase, "all"].net_mean for phase in "ABT"] == [9, 28, 37]


def test_a_wait_is_judged_by_the_norm_of_its_own_day():
    events = Told()
    for case, start, end in (("1", "2026-01-01", "2026-01-31"), ("2", "2026-02-01", "2026-03-03")):
        events(case, "registered", start)(case, "intake", end)
    norms = [
        Norm("A", "registered", "intake", 28, LONG_AGO),
        Norm("A", "registered", "intake", 35, date(2026, 2, 15)),
        Norm("A", "registered", "intake", 1, date(2030, 1, 1)),
    ]
    row, _own = phase_waits(events.events, norms, reference=END_OF_MARCH, since=LONG_AGO)
    assert (row.completed_n, row.within_norm_n) == (2, 1)
    with pytest.raises(ValueError, match="no norm of phase A"):
        phase_waits([], norms[2:], reference=END_OF_MARCH, since=LONG_AGO)


days = st.integers(0, 120)


@given(st.lists(st.tuples(days, days, days, days, st.booleans()), max_size=12))
def test_nobody_is_lost_and_net_is_never_more_than_gross(cases):
    told = Told()
    zero = date(2026, 1, 1)

    def at(n: int) -> str:
        return (zero + timedelta(days=n)).isoformat()

    for number, (start, length, pause, end, is_helped) in enumerate(cases):
        case = f"P{number}"
        told(case, "registered", at(start))(case, "pause_start", at(pause), "patient")
        told(case, "pause_end", at(end), "patient")
        if is_helped:
            told(case, "intake", at(start + length))
    until = zero + timedelta(days=500)
    found = phase_waits(told.events, NORMS[:1], reference=until, since=zero)
    for row in found:
        if row.completed_n:
            assert 0 <= row.net_mean <= row.gross_mean
            assert row.net_median <= row.net_p90
    if found:
        everyone = found[0]
        counted = everyone.completed_n + everyone.waiting_n + everyone.left_n
        assert counted + everyone.error_negative_n + everyone.missing_n == len(cases)
        assert sum(row.completed_n for row in found[1:]) == everyone.completed_n


# --------------------------------------------------------------------------- norms of two steps

CLINIC = TwoStepNorm("polikliniek", "days", 21, 28)


def clinic(*lengths: int | None, own: float = 0) -> list[Case]:
    start = date(2026, 1, 5)
    return [
        Case(str(n), "polikliniek", start, None if days is None else start + timedelta(days=days), own)
        for n, days in enumerate(lengths)
    ]


def test_exactly_eighty_percent_meets_the_target_and_one_over_the_maximum_breaks_the_norm():
    (row,) = kind_waits(clinic(0, 21, 21, 20, 29, None), [CLINIC])
    assert (row.done_n, row.within_target_n, row.within_target_pct) == (5, 4, 80.0)
    assert (row.target_80_met, row.over_maximum_n, row.maximum_met, row.norm_met) == (True, 1, False, False)
    assert (row.longest, row.open_n, row.error_n) == (29, 1, 0)
    (row,) = kind_waits(clinic(28, 28, 21, 21), [CLINIC])
    assert (row.target_80_met, row.maximum_met, row.norm_met) == (False, True, False)


def test_what_the_patient_asked_for_goes_out_and_nothing_done_is_no_verdict():
    (row,) = kind_waits(clinic(30, own=10), [CLINIC])
    assert (row.longest, row.norm_met) == (20, True)
    (row,) = kind_waits(clinic(None), [CLINIC])
    assert (row.within_target_pct, row.target_80_met, row.norm_met, row.longest) == (None, None, None, None)


def test_a_norm_that_is_a_maximum_only_has_nothing_to_say_of_a_target():
    norm = TwoStepNorm("polikliniek", "days", None, 28)
    (row,) = kind_waits(clinic(28, 2), [norm])
    assert (row.within_target_n, row.within_target_pct, row.target_80_met) == (None, None, None)
    assert (row.maximum_met, row.norm_met) == (True, True)
    (row,) = kind_waits(clinic(29), [norm])
    assert row.norm_met is False


def test_errors_stand_apart_and_later_care_is_still_open():
    start = date(2026, 1, 5)
    cases = [
        Case("1", "polikliniek", start, start - timedelta(days=1)),
        Case("2", "polikliniek", None, is_unreadable=True),
        Case("3", "polikliniek", start, start, in_error=True),
        Case("4", "polikliniek", start, start + timedelta(days=60)),
        Case("4", "polikliniek", start, start + timedelta(days=60)),
        Case("5", "elders", start, start),
    ]
    (row,) = kind_waits(cases, [CLINIC], reference=start + timedelta(days=30))
    assert (row.done_n, row.open_n, row.error_n) == (0, 1, 2)


def test_working_days_leave_out_weekends_and_the_holidays_of_the_file():
    christmas = {date(2026, 12, 25), date(2026, 12, 26)}
    assert waited(date(2026, 12, 21), date(2026, 12, 31), "workdays", christmas) == 7
    assert waited(date(2026, 12, 21), date(2026, 12, 21), "workdays") == 0
    assert waited(date(2026, 12, 19), date(2026, 12, 20), "workdays") == 0


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_working_days_equal_a_count_day_by_day(start, n):
    end = start + timedelta(days=n)
    plain = sum((start + timedelta(days=k)).weekday() < 5 for k in range(1, n + 1))
    assert waited(start, end, "workdays") == plain
    assert workdays_between(start, end) <= plain


# --------------------------------------------------------------------------- the norms that are brought along


def test_only_norms_in_force_are_counted_with_and_each_set_names_its_source():
    tables = norm_tables()
    assert list(tables) == ["ggz", "treeknormen"]
    assert all(table.source for table in tables.values())
    ggz = tables["ggz"]
    assert [(norm.phase, norm.days) for norm in ggz.of_phases] == [("A", 28), ("B", 70), ("T", 98)]
    assert [one.norm_days for one in ggz.phases if one.status == "announced"] == [35]
    kinds = {norm.care_kind: norm for norm in tables["treeknormen"].of_kinds}
    assert kinds["polikliniek"] == TwoStepNorm("polikliniek", "days", 21, 28)
    assert (kinds["huisarts"].unit, kinds["huisarts"].maximum, kinds["thuiszorg"].target) == (
        "workdays",
        3,
        None,
    )
    assert not any(name.startswith("ggz") for name in kinds)
    assert all(norm.target is None or norm.target < norm.maximum for norm in kinds.values())
    assert all(one.valid_from == SINCE_LONG for one in ggz.phases)


def test_a_norm_with_a_word_too_many_is_refused():
    with pytest.raises(ValueError, match="does not know wachten"):
        read_norms('name="x"\ntitle="x"\nsource="x"\n[[norm]]\nwachten=1\nstatus="in_force"\n')
