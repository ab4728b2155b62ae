"""Word and calendar files out: opened again, they say what was put in, with headings, language and origin."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import docx
from docx.oxml.ns import qn
from icalendar import Calendar

from schakel.documents.calendar import CalendarEntry, calendar_file
from schakel.documents.paper import Facts, Heading, Origin, Points, Table, Text
from schakel.documents.rules import why_not_take
from schakel.documents.word import word_file

MADE = datetime(2026, 11, 26, 11, 5, tzinfo=UTC)


def origin(**more):
    told = {
        "network": "Netwerk",
        "title": "Agenda Groep",
        "address": "https://x.test/a/",
        "made_at": MADE,
        "release": "0.2",
    }
    return Origin(**{**told, **more})


def opened(content: bytes):
    return docx.Document(io.BytesIO(content))


def test_a_word_file_has_real_headings_a_table_head_and_dutch_as_its_language():
    content = word_file(
        origin(),
        "Overleg O-2026-001",
        [
            Heading("Punten"),
            Heading("Eén", 2),
            Text("A\n\nB"),
            Points(["p"]),
            Table(["Nr.", "Punt"], [["1", "x"]]),
            Facts([("Stand", "loopt"), ("Trekker", "Ilse")]),
        ],
    )
    document = opened(content)
    said = [(one.style.name, one.text) for one in document.paragraphs]
    assert ("Title", "Agenda Groep") in said
    assert ("Heading 1", "Punten") in said
    assert ("Heading 2", "Eén") in said
    assert ("List Bullet", "p") in said
    assert [text for style, text in said if style == "Normal"][:2] == ["A", "B"]
    assert [text for _style, text in said][-2:] == ["Stand: loopt", "Trekker: Ilse"]
    [table] = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Nr.", "Punt"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.find(qn("w:trPr")) is None
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"nl-NL"}
    assert document.core_properties.language == "nl-NL"
    assert why_not_take(content, "agenda.docx") is None


def test_every_page_says_where_it_comes_from():
    page = opened(word_file(origin(), "Overleg", [])).sections[0]
    assert page.header.paragraphs[0].text == "Netwerk\tAgenda Groep"
    foot = "\n".join(one.text for one in page.footer.paragraphs)
    assert "Gemaakt op 26 november 2026, 12.05 met Schakel 0.2" in foot
    assert "https://x.test/a/" in foot
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)


def test_a_made_up_network_says_so():
    document = opened(word_file(origin(is_example=True), "Overleg", []))
    assert document.sections[0].header.paragraphs[0].text.startswith("Netwerk (voorbeeld)")
    assert any(one.text.startswith("Voorbeeld: dit netwerk is verzonnen.") for one in document.paragraphs)


def test_signs_that_no_file_can_hold_do_not_break_it():
    document = opened(word_file(origin(title="A\x00\x0b\ud800B"), "\x01", [Table(["\x02a"], [["\x03b"]])]))
    assert document.paragraphs[0].text == "AB"
    assert document.tables[0].rows[1].cells[0].text == "b"


def entry(**more):
    told = {
        "uid": "1@schakel",
        "summary": "Groep; a, b",
        "starts_at": datetime(2026, 7, 1, 14, tzinfo=UTC),
        "lasts": timedelta(hours=2),
        "place": "Zaal\r\n1",
        "description": "Stukken",
        "address": "https://x.test/o/",
        "sequence": 3,
        "changed_at": MADE,
    }
    return CalendarEntry(**{**told, **more})


def test_a_calendar_file_is_read_back_as_it_was_meant():
    calendar = Calendar.from_ical(
        calendar_file([entry(), entry(uid="2@schakel", is_cancelled=True)], name="Mijn")
    )
    first, second = calendar.walk("VEVENT")
    assert first["UID"] == "1@schakel"
    assert first["SUMMARY"] == "Groep; a, b"
    assert first["LOCATION"] == "Zaal 1"
    assert first["SEQUENCE"] == 3
    assert first["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert first.decoded("DTSTART") == datetime(2026, 7, 1, 14, tzinfo=UTC)
    assert first.decoded("DTSTART").hour == 16
    assert first.decoded("DTEND") - first.decoded("DTSTART") == timedelta(hours=2)
    assert (first["STATUS"], second["STATUS"]) == ("CONFIRMED", "CANCELLED")
    [zone] = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Amsterdam"
    assert {one.name: one.decoded("TZOFFSETTO") for one in zone.subcomponents} == {
        "DAYLIGHT": timedelta(hours=2),
        "STANDARD": timedelta(hours=1),
    }


def test_a_meeting_without_a_place_and_a_calendar_without_a_name_leave_them_out():
    calendar = Calendar.from_ical(calendar_file([entry(place="")]))
    [event] = calendar.walk("VEVENT")
    assert "LOCATION" not in event
    assert "NAME" not in calendar
    assert calendar_file([entry()], name="Mijn").count(b"NAME:Mijn") == 2


def test_an_empty_calendar_is_a_calendar():
    assert not Calendar.from_ical(calendar_file([], name="Leeg", is_feed=True)).walk("VEVENT")
