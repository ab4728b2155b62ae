"""Files with events as they come: CSV, XES, Parquet and Excel, and what is wrong with them."""

from __future__ import annotations

import gzip
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest
from openpyxl import Workbook

from schakel.methods.eventlog.prepare import prepare
from schakel.methods.eventlog.profile import Profile
from schakel.methods.eventlog.reasons import Unreadable
from schakel.methods.eventlog.sources import open_source
from schakel.methods.eventlog.sources.streams import Stream
from tests.methods.logs import events, refused

DUTCH = """Zaaknummer;Stap;Begin;Einde;Organisatie;Gemeente;Bedrag
Z1;aanmelding;28-03-2026 10:00;28-03-2026 10:30;Huisarts Één;Rijssen;12,50
NA;intake;01-07-2026;;ggz;Wierden;0
Z1;intake;30-03-2026 09:00;;ggz;Rijssen;3
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_dutch_csv_file_is_understood_however_it_is_written(made, encoding, pack):
    manifest, log, _ = made(pack(DUTCH.encode(encoding)))
    # Local time: in March an hour after UTC until the clock changes on the 29th, then two hours. NA is a case.
    assert events(log) == [
        ("Z1", "aanmelding", "Huisarts Één", "2026-03-28 09:00", "2026-03-28 09:30"),
        ("Z1", "intake", "ggz", "2026-03-30 07:00", "2026-03-30 07:00"),
        ("NA", "intake", "ggz", "2026-06-30 22:00", "2026-06-30 22:00"),
    ]
    assert log.attributes == ["area"]
    codes, names = log.attribute("area")
    assert [names[code] for code in codes] == ["Rijssen", "Rijssen", "Wierden"]
    assert manifest["reading"]["delimiter"] == ";"
    assert manifest["counts"]["organisations"] == 2
    assert log.row.tolist() == [2, 4, 3]


BAD_ROWS = """case;activity;start;end
a;x;29-03-2026 02:30;
a;x;25-10-2026 02:59:59;
a;x;2026-10-25T02:59:59+01:00;
a;x;01-02-2026;31-01-2026
a;x;01-02-2026;morgen
a;x;01-02-2026;29-03-2026 02:30
;x;01-02-2026;
a; ;01-02-2026;
a;x;;
a;x;31-02-2026;
a;x;01-01-0026;

a;x;01-02-2026
a;"x
y";01-02-2026;
a;\0;01-02-2026;
a;z;01-02-2026;
"""


def test_every_row_that_cannot_be_used_has_its_line_and_its_reason(made):
    _, log, rejected = made(BAD_ROWS + f"a;{'z' * 10_001};01-02-2026;\n")
    assert (2, "not_existing", "29-03-2026 02:30") in rejected
    assert (14, "cells", "3") in rejected
    assert {line: reason for line, reason, _ in rejected} == {
        2: "not_existing",
        3: "ambiguous",
        5: "end_first",
        6: "bad_end",
        7: "not_existing",
        8: "no_case",
        9: "no_activity",
        10: "no_time",
        11: "bad_time",
        12: "bad_time",
        14: "cells",
        17: "nul",
        19: "too_long",
    }
    assert sorted(set(log.activities)) == ["", "x", "x\ny", "z"]
    assert log.row.tolist() == [15, 18, 4]


def test_lines_in_another_encoding_are_told_and_not_guessed(made):
    head = "case;activity;start\n"
    rows = [f"{n};één;01-02-2026\n" for n in range(4)]
    mostly_utf8 = head.encode() + "".join(rows[:3]).encode() + rows[3].encode("cp1252")
    assert [(line, reason) for line, reason, _ in made(mostly_utf8)[2]] == [(5, "encoding")]
    mostly_windows = (head + "".join(rows[:3])).encode("cp1252") + rows[3].encode()
    manifest, log, rejected = made(mostly_windows)
    assert [(line, reason) for line, reason, _ in rejected] == [(5, "encoding")]
    assert (manifest["reading"]["encoding"], log.activities) == ("cp1252", ["", "één"])
    told = made(mostly_windows, Profile({}, encoding="UTF_8"))
    assert told[1].case_names() == ["3"]


def test_other_signs_between_columns_and_american_days(made):
    text = 'case|activity|time\n1|"a|b"|02/03/2026\n'
    assert events(made(text, Profile({}, day_first=False))[1])[0][1:4:2] == ("a|b", "2026-02-02 23:00")
    assert events(made(text, Profile({}, time_zone="UTC"))[1])[0][3] == "2026-03-02 00:00"
    tab = "case\tactivity\ttime\n1\ta\t20260302T1015Z\n1\tb\t2026-03-02 10:15:30,5 +0100\n"
    _, log, rejected = made(tab)
    assert rejected == [(2, "bad_time", "20260302T1015Z")]
    assert int(log.start[0]) % 60_000_000 == 30_500_000


FILES_THAT_ARE_REFUSED = {
    "nothing": (b"", Unreadable.EMPTY),
    "only spaces": (b" \n ", Unreadable.EMPTY),
    "only names": (b"case,activity,time\n", Unreadable.EMPTY),
    "a column twice": (b"case,case,time\n", Unreadable.DOUBLE_COLUMN),
    "ten thousand columns": (",".join(f"k{n}" for n in range(10_000)).encode(), Unreadable.TOO_MANY_COLUMNS),
    "no step to guess": (b"case,time\n1,2026-01-01\n", Unreadable.NOT_GUESSED),
    "a quote that never ends": (
        b'case,activity,time\n1,a,2026-01-01\n2,"b' + b"x" * 200_000,
        Unreadable.QUOTES,
    ),
    "a quote in the middle": (b'case,activity,time\n1,"a"b,2026-01-01\n', Unreadable.QUOTES),
    "nothing that can be used": (b"case,activity,time\n,a,2026-01-01\n", Unreadable.NOTHING_USED),
    "an archive cut off": (gzip.compress(DUTCH.encode() * 99)[:-20], Unreadable.CUT_OFF),
    "an archive with a wrong sum": (gzip.compress(DUTCH.encode())[:-8] + b"12345678", Unreadable.CUT_OFF),
    "a bomb": (gzip.compress(b"case,activity,time\n" + b"\n" * 80_000_000, 9), Unreadable.BOMB),
    "utf-16 cut off": ("case,activity,time\n".encode("utf-16") + b"a", Unreadable.CUT_OFF),
    "a broken parquet": (b"PAR1" + b"x" * 100, Unreadable.PARQUET),
    "a broken workbook": (b"PK\x03\x04" + b"x" * 100, Unreadable.WORKBOOK),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"x" * 100, Unreadable.WORKBOOK),
    "xml that is no xes": (b"<html><p></html>", Unreadable.XML),
    "xml without events": (b"<log></log>", Unreadable.EMPTY),
    "xml cut off": (b"<log><trace><event><string key='concept:name' value='a'/></event>", Unreadable.CUT_OFF),
    "xml with an entity": (b'<!DOCTYPE x [<!ENTITY a "b">]><log>&a;</log>', Unreadable.ENTITIES),
    "xml without any element": (b"<log>" + b" " * 17_000_000 + b"</log>", Unreadable.BOMB),
}


@pytest.mark.parametrize("name", FILES_THAT_ARE_REFUSED)
def test_a_file_that_cannot_be_read_is_refused_whole(tmp_path, name):
    content, why = FILES_THAT_ARE_REFUSED[name]
    source = tmp_path / "bron"
    source.write_bytes(content)
    fault = refused(prepare, source, tmp_path / "log")
    assert fault.why == why, fault
    assert not {"bomb", "damaged", "old"} & set(str(fault).split()), "told in Dutch"
    assert [path.name for path in tmp_path.iterdir()] == ["bron"]


def test_what_is_not_there_or_no_file_is_said(tmp_path):
    assert refused(open_source, tmp_path / "nergens").why == Unreadable.MISSING
    assert refused(open_source, tmp_path).why == Unreadable.UNREADABLE


def test_how_far_a_file_is_may_be_asked_while_another_thread_closes_it(tmp_path):
    (tmp_path / "bron").write_text(DUTCH)
    stream = Stream(tmp_path / "bron")
    assert stream.share() == 0
    opened = stream.opened()
    file = opened.__enter__()
    file.read(3)
    file.detach().close()
    assert stream.share() == 1
    with pytest.raises(ValueError, match="detached"):
        opened.__exit__(None, None, None)


XES = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="2.0" xmlns="http://www.xes-standard.org/">
 <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
 <global scope="event"><string key="concept:name" value="none"/></global>
 <classifier name="Activity" keys="concept:name"/>
 <string key="concept:name" value="the log itself"/>
 <trace>
  <string key="concept:name" value="NA"/>
  <string key="urgency" value="spoed"><string key="source" value="nested"/></string>
  {events}
 </trace>
</log>"""


def xes_event(name: str, at: str, transition: str, org: str = "A") -> str:
    """One event in XES, with an attribute inside an attribute and a list."""
    return (
        f'<event><string key="concept:name" value="{name}"><string key="concept:name" value="inner"/></string>'
        f'<list key="l"><values><string key="org:group" value="wrong"/></values></list>'
        f'<string key="org:group" value="{org}"/><date key="time:timestamp" value="{at}"/>'
        f'<string key="lifecycle:transition" value="{transition}"/></event>'
    )


def test_xes_pairs_begin_and_end_and_keeps_what_is_nested_apart(made):
    steps = [
        xes_event("scan", "2026-03-01T10:00:00.000+01:00", "start"),
        xes_event("scan", "2026-03-01T11:00:00+01:00", "start"),
        xes_event("scan", "2026-03-01T10:30:00+02:00", "schedule"),
        xes_event("scan", "2026-03-01T12:00:00+01:00", "complete"),
        xes_event("scan", "2026-03-01T13:00:00Z", "COMPLETE"),
        xes_event("&lt;b&gt;", "2026-03-01T15:00:00Z", "complete"),
        xes_event("gesprek", "2026-03-01T16:00:00Z", "start"),
    ]
    content = XES.format(events="\n".join(steps)).encode()
    manifest, log, rejected = made(gzip.compress(content))
    assert rejected == [(3, "lifecycle", "schedule")]
    assert events(log) == [
        ("NA", "scan", "A", "2026-03-01 09:00", "2026-03-01 11:00"),
        ("NA", "scan", "A", "2026-03-01 10:00", "2026-03-01 13:00"),
        ("NA", "<b>", "A", "2026-03-01 15:00", "2026-03-01 15:00"),
        ("NA", "gesprek", "A", "2026-03-01 16:00", "2026-03-01 16:00"),
    ]
    counts = manifest["counts"]
    assert (counts["read"], counts["joined"], counts["unended"], counts["unbegun"]) == (7, 2, 1, 1)


def test_instances_tell_steps_of_the_same_name_apart(made):
    rows = [
        "c,a,1,start,2026-01-01",
        "c,a,2,start,2026-01-02",
        "c,a,2,complete,2026-01-03",
        "c,a,1,complete,2026-01-09",
    ]
    text = "case,activity,activity_instance_id,lifecycle,time\n" + "\n".join(rows)
    assert [row[3:] for row in events(made(text)[1])] == [
        ("2025-12-31 23:00", "2026-01-08 23:00"),
        ("2026-01-01 23:00", "2026-01-02 23:00"),
    ]


def test_an_event_that_comes_twice_is_one_event(made):
    rows = ["7,a,x,2026-01-01", "7,a,x,2026-01-02", ",a,y,2026-01-03", ",a,y,2026-01-03", "8,b,x,2026-01-01"]
    text = "\n".join(["event_id,case,activity,time", *rows, "8,c,x,2026-01-01"])
    manifest, log, rejected = made(text)
    assert rejected == [(3, "duplicate", ""), (7, "duplicate", "")]
    assert (log.case_names(), manifest["counts"]["duplicates"]) == (["a", "b"], 1)


def test_rows_that_say_the_same_are_counted_and_only_taken_out_when_asked(made):
    text = "case,activity,time\na,x,2026-01-01\na,y,2026-01-01\na,x,2026-01-01\nb,x,2026-01-01\n"
    counts = made(text)[0]["counts"]
    assert (counts["duplicates"], counts["events"]) == (1, 4)
    manifest, log, rejected = made(text, Profile({}, duplicates="reject"))
    assert (rejected, log.n_events, manifest["counts"]["duplicates"]) == ([(4, "duplicate", "")], 3, 1)
    assert log.offsets.tolist() == [0, 2, 3]


def test_parquet_keeps_moments_and_turns_all_else_into_text(made, tmp_path):
    at = [datetime(2026, 3, 28, 10), datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 30, 10)]
    frame = pl.DataFrame(
        {
            "case": [1.0, 1.0, 2.5],
            "activity": [7, 7, 8],
            "start": at,
            "end": [moment.replace(tzinfo=UTC) for moment in [at[0], *at[1:]]],
            "urgency": [["a"], ["b"], None],
            "area": [datetime(2026, 1, 1).date()] * 3,
        }
    )
    frame.write_parquet(tmp_path / "bron.parquet")
    _, log, rejected = made((tmp_path / "bron.parquet").read_bytes())
    assert [one[:2] for one in rejected] == [(2, "not_existing")]
    assert log.case_names() == ["1", "2.5"]
    assert events(log)[0][1:] == ("7", "", "2026-03-28 09:00", "2026-03-28 10:00")
    assert log.attribute("urgency")[1] == [""]
    assert log.attribute("area")[1] == ["", "2026-01-01"]
    source = open_source(tmp_path / "bron.parquet")
    assert source.sample()[2]["case"] == "2.5"
    assert refused(
        made, frame.head(0).write_parquet(tmp_path / "leeg") or (tmp_path / "leeg").read_bytes()
    ).why == (Unreadable.EMPTY)


def test_a_parquet_file_with_signs_or_lengths_that_no_text_has_rejects_those_rows(made, tmp_path):
    names = ["aanmelding", "a\0b", "x" * 20_000, "\0" + "y" * 20_000, None]
    columns = {"case": ["1"] * 5, "activity": names, "time": [datetime(2026, 1, 1)] * 5, "n": [1.5] * 5}
    pl.DataFrame(columns).write_parquet(tmp_path / "p")
    _, log, rejected = made((tmp_path / "p").read_bytes())
    assert log.activities == ["", "aanmelding"]
    assert rejected == [(2, "nul", ""), (3, "too_long", ""), (4, "nul", ""), (5, "no_activity", "")]


def test_a_parquet_file_of_days_alone_has_no_texts_to_look_at(made, tmp_path):
    days = [date(2026, 1, 1), date(2026, 1, 2)]
    pl.DataFrame({"case": days, "activity": days, "time": days}).write_parquet(tmp_path / "p")
    assert made((tmp_path / "p").read_bytes())[1].activities == ["", "2026-01-01", "2026-01-02"]


def test_a_parquet_file_with_numbers_for_moments_has_no_moments(made, tmp_path):
    pl.DataFrame({"case": [1], "activity": ["a"], "start": [True]}).write_parquet(tmp_path / "p")
    assert refused(made, (tmp_path / "p").read_bytes()).why == Unreadable.NOTHING_USED
    pl.DataFrame({"case": [1], "activity": ["a"], "start": [datetime(2026, 1, 1).date()]}).write_parquet(
        tmp_path / "p"
    )
    assert events(made((tmp_path / "p").read_bytes())[1])[0][3] == "2025-12-31 23:00"


def workbook(tmp_path: Path, rows: list[list], title: str = "Blad 1") -> bytes:
    """The bytes of a workbook with these rows."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "boek.xlsx")
    return (tmp_path / "boek.xlsx").read_bytes()


def test_excel_is_read_row_by_row(made, tmp_path):
    rows = [
        ["zaak", "stap", "datum", None],
        [1.0, "aanmelding", datetime(2026, 3, 28, 10), None],
        [None, None, None, None],
        [1, "intake", datetime(2026, 3, 30).date(), None],
        [2, "te breed", "2026-01-01", "x"],
        [3.5, "kort"],
    ]
    data = workbook(tmp_path, rows)
    _, log, rejected = made(data)
    assert rejected == [(5, "cells", "4"), (6, "no_time", "")]
    assert events(log)[1][1:4] == ("intake", "", "2026-03-29 22:00")
    assert refused(made, data, Profile({}, sheet="Blad 2")).why == Unreadable.WORKBOOK
    assert refused(made, workbook(tmp_path, [])).why == Unreadable.EMPTY


def test_a_workbook_that_breaks_while_it_is_read_is_damaged(tmp_path, monkeypatch):
    from schakel.methods.eventlog.sources import workbook as books

    path = tmp_path / "boek.xlsx"
    workbook(tmp_path, [["zaak", "stap", "datum"], [1, "a", "2026-01-01"]])
    monkeypatch.setattr(books, "_text", lambda cell: {}["weg"])
    assert refused(open_source, path).what == "beschadigd"
    monkeypatch.setattr(books, "load_workbook", lambda *_, **__: 1 / 0)
    assert refused(open_source, path).what == "beschadigd"
