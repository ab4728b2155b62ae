"""A file with events becomes a prepared log: nothing gets lost unsaid, whatever is wrong with the file."""

from __future__ import annotations

import errno
import json
import random
import resource
from datetime import datetime
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods.eventlog import coding, machine_code, making, moments, pairing, profile, reasons, sorting
from schakel.methods.eventlog import prepare as preparing
from schakel.methods.eventlog.log import open_log
from schakel.methods.eventlog.prepare import prepare
from schakel.methods.eventlog.profile import Profile, guess, read_profile
from schakel.methods.eventlog.reasons import Reason, Unreadable
from schakel.methods.eventlog.sources import delimited, streams
from schakel.methods.workbooks import Unfit
from tests.methods.logs import events, refused

MODULES = [coding, machine_code, moments, pairing, profile, reasons, sorting]


DUTCH = """Zaaknummer;Stap;Begin;Einde;Organisatie;Gemeente;Bedrag
Z1;aanmelding;28-03-2026 10:00;28-03-2026 10:30;Huisarts Één;Rijssen;12,50
NA;intake;01-07-2026;;ggz;Wierden;0
Z1;intake;30-03-2026 09:00;;ggz;Rijssen;3
"""


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (
            ["case:concept:name", "concept:name", "time:timestamp"],
            ["case:concept:name", "concept:name", "time:timestamp"],
        ),
        (["patient", "handling", "employee", "time"], ["patient", "handling", "time"]),
        (["Eind", "Zaak", "Stap"], ["Zaak", "Stap", "Eind"]),
    ],
)
def test_columns_are_guessed_by_the_names_people_use(names, found):
    columns = guess(names).columns
    assert [columns[role] for role in ("case", "activity", "start")] == found


def test_a_moment_beside_a_start_is_the_end():
    assert dict(guess(["case", "activity", "start_timestamp", "time:timestamp"]).columns) == {
        "case": "case",
        "activity": "activity",
        "start": "start_timestamp",
        "end": "time:timestamp",
    }
    given_start = guess(["case", "activity", "time", "end"], Profile({"start": "time"}))
    assert "end" not in given_start.columns
    assert given_start.guessed == {"case", "activity"}


def test_a_profile_that_was_kept_is_read_back_the_same():
    columns = {"case": 'a"b', "activity": "c", "start": "d"}
    known = Profile(columns, ("é\x7f",), encoding="cp1252", day_first=False)
    assert read_profile(known.as_toml()) == known
    assert read_profile(Profile({"case": "a"}).as_toml()) == Profile({"case": "a"})


@pytest.mark.parametrize(
    "text",
    [
        "kapot",
        "[anders]",
        "columns = 1",
        "[columns]\nonbekend = 'a'",
        "[columns]\ncase = 1",
        "[columns]\nattributes = 'a'",
        "[reading]\nonbekend = 1",
        "[reading]\nday_first = 'ja'",
        "[reading]\nduplicates = 'weg'",
    ],
)
def test_a_profile_that_is_wrong_says_what(text):
    assert refused(read_profile, text).why == Unreadable.PROFILE


def test_a_profile_for_another_file_or_zone_is_refused(made):
    assert refused(made, DUTCH, Profile({"case": "nummer"})).why == Unreadable.UNKNOWN_COLUMN
    assert refused(made, DUTCH, Profile({}, time_zone="Mars/Olympus")).why == Unreadable.ZONE
    assert refused(made, DUTCH, Profile({}, encoding="klingon")).why == Unreadable.PROFILE


def test_attributes_of_the_profile_are_kept(made):
    _, log, _ = made(DUTCH, Profile({}, ("Bedrag",)))
    assert log.attributes == ["area", "Bedrag"]
    assert log.attribute("Bedrag")[1] == ["", "12,50", "0", "3"]


def test_an_interruption_leaves_nothing_behind(tmp_path):
    (tmp_path / "bron").write_text(DUTCH)

    def interrupted(words: str, share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepare(tmp_path / "bron", tmp_path / "log", progress=interrupted)
    assert [path.name for path in tmp_path.iterdir()] == ["bron"]


def test_a_full_disk_leaves_nothing_behind(tmp_path, monkeypatch):
    (tmp_path / "bron").write_text(DUTCH)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(making.Spool, "add", full)
    assert refused(prepare, tmp_path / "bron", tmp_path / "log").why == Unreadable.FULL
    assert [path.name for path in tmp_path.iterdir()] == ["bron"]
    monkeypatch.setattr(making.Spool, "add", lambda *_: Path("/nergens").read_bytes())
    with pytest.raises(FileNotFoundError):
        prepare(tmp_path / "bron", tmp_path / "log")


def test_a_disk_that_takes_no_more_leaves_nothing(tmp_path):
    at = pl.Series([datetime(2026, 3, 1)] * 60_000)
    frame = pl.DataFrame(
        {"case": pl.int_range(60_000, eager=True) // 9, "activity": at.dt.year(), "start": at}
    )
    frame.write_parquet(tmp_path / "bron")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
    try:
        assert refused(prepare, tmp_path / "bron", tmp_path / "log").why == Unreadable.FULL
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [path.name for path in tmp_path.iterdir()] == ["bron"]


def test_only_a_log_is_replaced_and_only_when_asked(tmp_path):
    (tmp_path / "bron").write_text(DUTCH)
    out = tmp_path / "map" / "log"
    prepare(tmp_path / "bron", out)
    assert refused(prepare, tmp_path / "bron", out).why == Unreadable.TAKEN
    (tmp_path / "bron").write_text(DUTCH.splitlines()[0] + "\nZ9;x;01-01-2026;;;;\n")
    prepare(tmp_path / "bron", out, replace=True)
    assert open_log(out).case_names() == ["Z9"]
    assert [path.name for path in out.parent.iterdir()] == ["log"]
    (tmp_path / "eigen map").mkdir()
    assert refused(prepare, tmp_path / "bron", tmp_path / "eigen map", replace=True).why == Unreadable.TAKEN


def test_of_two_that_come_at_the_same_moment_one_stays_whole(tmp_path, monkeypatch):
    out = tmp_path / "log"

    def come_between() -> None:
        out.mkdir(exist_ok=True)
        (out / "manifest.json").write_text("of the other")

    def one_more() -> None:
        with preparing.new_folder(out):
            come_between()

    assert refused(one_more).why == Unreadable.TAKEN
    assert (out / "manifest.json").read_text() == "of the other"
    rename, others = Path.rename, [come_between]

    def slow(path: Path, to: Path) -> Path:
        if to == out and others:
            others.pop()()
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", slow)
    with preparing.new_folder(out, replace=True) as folder:
        (folder / "mine").touch()
    assert [path.name for path in out.iterdir()] == ["mine"]

    def stuck(path: Path, to: Path) -> Path:
        if to == out and "-old" not in path.name:
            raise OSError(errno.EIO, "broken")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", stuck)
    with pytest.raises(OSError, match="broken"), preparing.new_folder(out, replace=True):
        pass
    assert [path.name for path in out.iterdir()] == ["mine"], "the older log stays"
    assert [path.name for path in tmp_path.iterdir()] == ["log"]

    def ended(path: Path, to: Path) -> Path:
        if to == out and "-old" not in path.name:
            raise KeyboardInterrupt
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", ended)
    with pytest.raises(KeyboardInterrupt), preparing.new_folder(out, replace=True):
        pass
    assert [path.name for path in out.iterdir()] == ["mine"], "who ends it between both keeps the older log"
    assert [path.name for path in tmp_path.iterdir()] == ["log"]


def test_a_log_that_is_damaged_is_not_opened(tmp_path):
    (tmp_path / "bron").write_text(DUTCH)
    out = tmp_path / "log"
    manifest = prepare(tmp_path / "bron", out)
    assert refused(open_log, tmp_path).why == Unreadable.NO_LOG
    for spoiled in ({"format": 0}, {"counts": {}}, {"counts": {"events": 9, "cases": 2}}):
        (out / "manifest.json").write_text(json.dumps(manifest | spoiled))
        assert refused(open_log, out).why == Unreadable.BROKEN_LOG
    assert open_log.__doc__
    (out / "manifest.json").write_text(json.dumps(manifest))
    assert open_log(out).case_names([1]) == ["NA"]
    (out / "start.npy").write_bytes(b"kort")
    assert refused(open_log, out).why == Unreadable.BROKEN_LOG


def test_more_rows_than_can_be_numbered_are_refused(made, monkeypatch):
    monkeypatch.setattr(making, "MOST_ROWS", 2)
    assert refused(made, DUTCH).why == Unreadable.TOO_MANY_ROWS


def test_a_log_comes_out_the_same_in_small_and_in_large_batches(made, monkeypatch):
    rows = "".join(f"{n % 7};s{n % 3};2026-01-0{n % 5 + 1}\n" for n in range(200))
    text = "case;activity;start\n" + rows + "1;2\n"
    whole = events(made(text)[1])
    monkeypatch.setattr(delimited, "BATCH", 7)
    monkeypatch.setattr(making, "STEP", 3)
    monkeypatch.setattr(streams, "CHUNK", 16)
    manifest, log, _ = made(text)
    assert events(log) == whole
    assert manifest["counts"]["duplicates"] == 200 - len(set(rows.splitlines()))


STAMPS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(0, 2)), max_size=60)


@given(STAMPS)
def test_the_compiled_order_is_that_of_a_plain_sort(rows):
    case = np.array([row[0] for row in rows], dtype=np.uint32)
    start = np.array([row[1] for row in rows], dtype=np.int64)
    end = start + np.array([row[2] for row in rows], dtype=np.int64)
    plain = sorted(range(len(rows)), key=lambda n: (case[n], start[n], end[n], n))
    ties = [sum((case[n], start[n], end[n]) == (case[m], start[m], end[m]) for m in plain) > 1 for n in plain]
    order = np.array(plain, dtype=np.uint32)
    assert sorting.ordered(case, start, end, 4).tolist() == plain
    assert sorting.tied(order, case, start, end).tolist() == ties
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sorting, "WORTH_IT", 0)
        assert sorting.ordered(case, start, end, 4).tolist() == plain
        assert sorting.tied(order, case, start, end).tolist() == ties


def test_a_long_case_in_no_order_takes_no_square_of_time(monkeypatch):
    monkeypatch.setattr(sorting, "WORTH_IT", 0)
    random.seed(5)
    start = np.array([random.randrange(50_000) for _ in range(200_000)])
    order = sorting.ordered(np.zeros(200_000, np.uint32), start, start, 1)
    assert (order == np.argsort(start, kind="stable")).all()


def test_reasons_and_faults_all_have_words():
    assert set(reasons.WORDS) == set(Reason)
    assert set(reasons.FILE_WORDS) == set(Unreadable)
    assert set(reasons.UNFIT_WORDS) == set(Unfit)
    assert preparing.no_progress("lezen", 0.5) is None
