"""The way from home to home: what was seen per step, the days of the whole way, places by name, rows of a file."""

from __future__ import annotations

import csv
import io
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods.waits import (
    Agreement,
    Chains,
    Place,
    TransferEvent,
    TransferTotals,
    handovers,
    home_to_home,
    judged,
    place_of,
    read_stamp,
    together,
    transfer_totals,
)
from schakel.methods.waits.transfer_rows import RowFault, columns_of, read_rows
from schakel.methods.waits.transfers import EVENT_TYPES

AGREED = Agreement(4, 24, 1, 30)
NOW = read_stamp("2026-03-31T12:00")


def events(*rows: str) -> list[TransferEvent]:
    """Events, each told as: patient, step, kind, day with or without time, from, to, and sometimes a note."""
    found = []
    for at, row in enumerate(rows):
        patient, step, kind, moment, source, target, *note = (cell.strip() for cell in row.split(","))
        stamp = read_stamp(moment if moment.startswith("2026") else f"2026-03-{moment}")
        found.append(TransferEvent(str(at), patient, step, kind, stamp, source, target, *note))
    return found


def ways(*rows: str) -> Chains:
    return home_to_home(events(*rows), reference=NOW, place_of=place_of)


def test_each_request_belongs_to_the_place_it_was_sent_to_and_the_nights_to_where_the_patient_went():
    seen = handovers(
        events(
            "P, 1, medically_ready, 02, ziekenhuis,",
            "P, 1, handover_sent, 02T09:00, ziekenhuis, GRZ Es",
            "P, 1, handover_refused, 02T12:00, ziekenhuis, GRZ Es, vol",
            "P, 1, handover_sent, 02T13:00, ziekenhuis, GRZ Linde",
            "P, 1, handover_accepted, 02T19:00, ziekenhuis, GRZ Linde",
            "P, 1, left, 05T10:00, ziekenhuis, GRZ Linde",
            "Q, 1, handover_sent, 30T12:00, ziekenhuis, GRZ Es",
            "P, 1, readmitted, 20, GRZ Linde, ziekenhuis",
        ),
        reference=NOW,
        key=lambda *pair: pair,
    )
    es, linde = seen["ziekenhuis", "GRZ Es"], seen["ziekenhuis", "GRZ Linde"]
    assert (es.facts.answer_hours, es.facts.refused_n, es.facts.open_hours) == ([3.0], 1, [24.0])
    assert (es.people, es.reasons, es.facts.nights_net) == ({"P", "Q"}, {"vol": {"P"}}, [])
    assert (linde.facts.answer_hours, linde.facts.nights_net, linde.people) == ([6.0], [3], {"P"})
    assert (linde.facts.days_until_back, linde.facts.left_n, linde.facts.missing_arrival_n) == ([15], 1, 1)
    assert linde.facts.hours_before_leaving == [69.0]
    assert set(seen) == {("ziekenhuis", "GRZ Es"), ("ziekenhuis", "GRZ Linde")}


def test_who_waits_or_died_waiting_is_at_the_step_that_was_asked_for():
    seen = handovers(
        events(
            "P, 1, medically_ready, 21, ziekenhuis, ELV",
            "Q, 1, medically_ready, 21, ziekenhuis, ELV",
            "Q, 1, died, 24, ziekenhuis, ELV",
            "R, 2, medically_ready, 25, , ",
        ),
        reference=NOW,
        key=lambda *pair: pair,
    )
    assert (seen["ziekenhuis", "ELV"].facts.waiting_nights, seen["ziekenhuis", "ELV"].facts.died_nights) == (
        [10],
        [3],
    )
    assert seen["", ""].facts.waiting_nights == [6]


told = st.tuples(
    st.sampled_from("PQR"),
    st.sampled_from("12"),
    st.sampled_from(EVENT_TYPES),
    st.integers(1, 31),
    st.sampled_from(("ziekenhuis", "GRZ A", "GRZ B", "thuis", "")),
    st.sampled_from(("ziekenhuis", "GRZ A", "GRZ B", "thuis", "")),
)


@given(st.lists(told, max_size=30))
def test_the_steps_add_up_to_the_whole_whatever_happens(rows):
    made = events(*(f"{who}, {step}, {kind}, {day:02d}, {a}, {b}" for who, step, kind, day, a, b in rows))
    whole = transfer_totals(made, AGREED, reference=NOW)
    seen = handovers(made, reference=NOW, key=lambda *pair: pair)
    parts = [judged(one.facts, AGREED) for one in seen.values()]
    for part in fields(TransferTotals):
        if part.name.endswith("_n") or part.name.startswith(("nights_", "delay_nights_")):
            assert sum(getattr(one, part.name) for one in parts) == getattr(whole, part.name), part.name
    assert judged(together(one.facts for one in seen.values()), AGREED) == whole
    assert set().union(*(one.people for one in seen.values())) <= {who for who, *_rest in rows}
    found = home_to_home(made, reference=NOW, place_of=place_of)
    assert all(0 <= days <= 30 for days in found.days + found.underway_days)
    n_begun = (
        len(found.days) + len(found.underway_days) + found.ended_by_death_n + found.ended_by_readmission_n
    )
    assert n_begun <= len(rows)
    assert found.people_n == len({who for who, *_rest in rows})


def test_a_way_runs_from_leaving_home_to_the_first_arrival_at_home():
    found = ways(
        "P, 1, left, 01T23:00, thuis, ziekenhuis",
        "P, 1, arrived, 02T01:00, thuis, ziekenhuis",
        "P, 2, left, 10, ziekenhuis, GRZ Linde",
        "P, 3, arrived, 20, GRZ Linde, Thuiszorg",
        "P, 4, left, 22, Thuiszorg, thuis",
        "P, 4, arrived, 22, Thuiszorg, thuis",
        "Q, 1, arrived, 05, , ziekenhuis",
        "Q, 2, arrived, 08, ziekenhuis, thuis",
    )
    assert (sorted(found.days), found.underway_days, found.people_n) == ([3, 19], [], 2)


def test_a_way_may_be_going_on_end_otherwise_or_have_no_known_begin():
    found = ways(
        "P, 1, left, 21, thuis, ziekenhuis",
        "Q, 1, left, 01, thuis, ziekenhuis",
        "Q, 2, died, 03, , ",
        "Q, 2, arrived, 04, ziekenhuis, thuis",
        "R, 1, left, 01, ziekenhuis, thuis",
        "R, 1, arrived, 01, ziekenhuis, thuis",
        "R, 2, readmitted, 11, thuis, ziekenhuis",
        "R, 2, readmitted, 13, thuis, ziekenhuis",
        "R, 3, arrived, 15, ziekenhuis, thuis",
        "S, 1, left, 01, ziekenhuis, GRZ",
        "S, 1, arrived, 01, ziekenhuis, GRZ",
    )
    assert (found.days, found.underway_days) == ([2], [10])
    assert (found.ended_by_death_n, found.ended_by_readmission_n, found.begin_unknown_n) == (1, 1, 1)


def test_a_place_is_known_by_a_word_in_its_name_then_by_what_is_known_of_it():
    known = {"dignis": Place.NURSING_HOME}
    assert place_of("Dignis", known) == Place.NURSING_HOME
    assert place_of("ELV Dignis", known) == Place.SHORT_STAY
    assert place_of("Revalidatiehuis Lindetuin") == Place.REHABILITATION
    assert place_of("Hospice bij Verpleeghuis De Es") == Place.HOSPICE
    assert place_of("Medische Thuiszorg") == Place.HOME_CARE
    assert place_of(" Eigen  huis ") == Place.HOME
    assert place_of("Huis ter Es") == Place.OTHER
    assert place_of("Twelve") == Place.OTHER, "elv is a word, not a part of one"


def test_rows_are_read_or_rejected_by_line_and_reason():
    head = "nummer;Patiënt;stap;van;naar;gebeurtenis;tijdstip;reden"
    lines = [
        "1;P;1;ziekenhuis;GRZ;Geweigerd;02-03-2026 10:00; geen  plek ",
        ";P;1;a;b;left;2026-03-02;",
        "3;;1;a;b;left;2026-03-02;",
        "4;P;;a;b;left;2026-03-02;",
        "5;P;1;a;b;verhuisd;2026-03-02;",
        "6;P;1;a;b;left;;",
        "7;P;1;a;b;left;gisteren;",
        "8;P;1;a;b;left;2026-03-29T02:30;",
        "9;P;1;a;b;left;2026-10-25T02:30;",
        "1;P;1;a;b;left;2026-03-02;",
    ]
    found, missing = columns_of(head.split(";"))
    assert not missing
    rows = csv.DictReader(io.StringIO("\n".join([head, *lines])), delimiter=";")
    read = read_rows(
        (line, {role: row[name] for role, name in found.items()}) for line, row in enumerate(rows, start=2)
    )
    assert [(one.kind, one.note) for one in read.events] == [("handover_refused", "geen plek")]
    assert read.rejects == list(enumerate(RowFault, start=3))
    assert (read.n_read, read.n_bad_moments) == (10, 3)
    read.refuse(12, "cells")
    assert read.n_read == len(read.events) + len(read.rejects) == 11


@pytest.mark.parametrize("names", [[], ["event_id", "patient_id", "step", "from_place", "to_place", "note"]])
def test_columns_that_are_missing_are_named(names):
    assert columns_of(names)[1][-2:] == ["event_type", "occurred_at"]
