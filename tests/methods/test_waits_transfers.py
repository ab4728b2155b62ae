"""Transfers between places of care: requests, delay nights, papers, arrivals and readmissions, worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods.waits import Agreement, TransferEvent, TransferTotals, read_stamp, transfer_totals
from schakel.methods.waits.transfers import names

AGREED = Agreement(
    answer_within_hours=4, sent_before_leaving_hours=24, delay_nights_max=1, readmission_days=30
)
NOW = read_stamp("2026-03-31T12:00")


class Told:
    """What happened, told in a few words."""

    def __init__(self) -> None:
        self.events: list[TransferEvent] = []

    def __call__(
        self, patient: str, kind: str, at: str, *, step: str = "1", to: str = "Huis A", came: str = "hospital"
    ) -> Told:
        self.events.append(
            TransferEvent(str(len(self.events)), patient, step, kind, read_stamp(at), came, to)
        )
        return self

    def totals(self, **more) -> TransferTotals:
        return transfer_totals(self.events, AGREED, reference=NOW, **more)


@pytest.fixture
def told() -> Told:
    return Told()


def test_requests_are_answered_by_the_first_later_answer_and_a_refusal_is_one(told):
    told("P", "handover_sent", "2026-03-02T09:00")("P", "handover_refused", "2026-03-02T13:00")
    told("P", "handover_sent", "2026-03-02T14:00", to="Huis B")
    told("P", "handover_accepted", "2026-03-02T20:00", to="Huis B")
    told("Q", "handover_sent", "2026-03-31T06:00")("R", "handover_sent", "2026-03-31T08:00")
    told("S", "handover_sent", "2026-03-10T08:00")("S", "died", "2026-03-10T09:00")
    told("S", "handover_accepted", "2026-03-10T10:00")
    found = told.totals()
    assert (found.requests_n, found.requests_answered_n, found.requests_refused_n) == (5, 2, 1)
    assert (found.requests_open_n, found.requests_open_over_norm_n) == (2, 1)  # 6 hours, and 4: just in time
    assert found.requests_ended_by_death_n == 1
    assert (found.answered_in_time_n, found.answered_in_time_pct) == (1, 50.0)
    assert (found.answer_hours_median, found.answer_hours_p90) == (5.0, pytest.approx(5.8))


def test_a_death_of_which_only_the_day_is_known_ends_what_was_open_that_day(told):
    told("P", "handover_sent", "2026-03-10T10:00")("P", "died", "2026-03-10")
    told("Q", "handover_sent", "2026-03-10T10:00")("Q", "died", "2026-03-10")
    told("Q", "handover_accepted", "2026-03-10T14:00")
    found = told.totals()
    assert (found.requests_ended_by_death_n, found.requests_answered_n, found.requests_open_n) == (1, 1, 0)


def test_a_hospital_by_any_name_is_where_the_chain_began(told):
    told("P", "left", "2026-03-01", came="Sint Voorbeeld")("P", "left", "2026-03-12", step="2", came="Huis A")
    told("P", "readmitted", "2026-03-31", to="Ander huis")
    assert told.totals().readmissions_n == 1
    told("P", "left", "2026-02-20", step="0", came="Elders")
    assert told.totals().readmissions_n == 0


def test_an_answer_in_another_step_answers_nothing(told):
    told("P", "handover_sent", "2026-03-02T09:00")("P", "handover_accepted", "2026-03-02T10:00", step="2")
    assert (told.totals().requests_open_n, told.totals().requests_answered_n) == (1, 0)


def test_nights_of_delay_gross_and_without_those_the_patient_asked_for(told):
    told("P", "medically_ready", "2026-03-01T23:30")("P", "patient_delay_start", "2026-03-03")
    told("P", "patient_delay_end", "2026-03-05")("P", "left", "2026-03-05T00:30")(
        "P", "arrived", "2026-03-05T02:00"
    )
    told("Q", "medically_ready", "2026-03-02T10:00")("Q", "left", "2026-03-02T15:00")
    told("R", "medically_ready", "2026-03-21")
    told("S", "medically_ready", "2026-03-21")("S", "died", "2026-03-24")
    told("T", "medically_ready", "2026-03-21")("T", "left", "2026-03-20")
    found = told.totals()
    assert (found.steps_left_with_ready_n, found.delay_nights_total_gross, found.delay_nights_total_net) == (
        2,
        4,
        2,
    )
    assert (found.delay_within_agreement_n, found.delay_within_agreement_pct) == (1, 50.0)
    assert (found.steps_still_waiting_n, found.nights_of_those_still_waiting) == (1, 10)
    assert (found.nights_of_died_while_waiting, found.errors_order_n, found.missing_arrival_n) == (3, 1, 2)


def test_papers_are_in_time_by_the_last_sending_and_an_arrival_too_early_is_an_error(told):
    told("P", "handover_sent", "2026-03-01T08:00")("P", "handover_accepted", "2026-03-01T09:00")
    told("P", "left", "2026-03-02T08:00")("P", "arrived", "2026-03-02T07:00")
    told("Q", "handover_sent", "2026-03-01T08:00")("Q", "handover_sent", "2026-03-04T20:00")
    told("Q", "left", "2026-03-05T08:00")
    found = told.totals()
    assert (found.sent_in_time_n, found.sent_in_time_of_n) == (1, 2)
    assert (found.errors_order_n, found.missing_arrival_n, found.requests_answered_n) == (1, 1, 1)


def test_hours_are_elapsed_hours_when_the_clock_changes(told):
    told("P", "handover_sent", "2026-03-28T23:00")("P", "handover_accepted", "2026-03-29T04:00")
    assert told.totals().answer_hours_median == 4.0
    assert told.totals().answered_in_time_n == 1


def test_who_is_back_in_time_is_counted_and_begins_a_new_chain(told):
    told("P", "medically_ready", "2026-02-01")("P", "left", "2026-02-01")("P", "arrived", "2026-02-01")
    told("P", "readmitted", "2026-03-03", to="hospital")
    told("P", "medically_ready", "2026-03-10")("P", "left", "2026-03-12")("P", "arrived", "2026-03-12")
    told("Q", "left", "2026-02-01", came="Sint Voorbeeld")(
        "Q", "readmitted", "2026-03-04", to="Sint Voorbeeld"
    )
    found = told.totals()
    assert (found.readmissions_n, found.steps_left_with_ready_n, found.delay_nights_total_gross) == (1, 2, 2)


def test_what_is_later_has_not_happened_and_refused_moments_are_told(told):
    told("P", "handover_sent", "2026-03-31T11:00")("P", "handover_accepted", "2026-03-31T13:00")
    found = told.totals(n_bad_stamps=2)
    assert (found.requests_open_n, found.requests_answered_n, found.errors_time_stamp_n) == (1, 0, 2)


def test_the_totals_are_the_documented_ones_in_order():
    assert names()[0] == "requests_n"
    assert names()[-1] == "readmissions_n"
    assert len(names()) == 24


kinds = st.sampled_from(
    ["handover_sent", "handover_accepted", "handover_refused", "died", "left", "medically_ready"]
)


@given(st.lists(st.tuples(st.sampled_from("PQ"), kinds, st.integers(1, 31), st.integers(0, 23)), max_size=25))
def test_every_request_is_answered_open_or_ended_by_death(rows):
    told = Told()
    for patient, kind, day, hour in rows:
        told(patient, kind, f"2026-03-{day:02d}T{hour:02d}:00+01:00")
    found = told.totals()
    together = found.requests_answered_n + found.requests_open_n + found.requests_ended_by_death_n
    assert together == found.requests_n
    assert found.requests_refused_n <= found.requests_answered_n >= found.answered_in_time_n
    assert 0 <= found.delay_nights_total_net <= found.delay_nights_total_gross
