"""What a file is by its content, what is refused and why, and how its name is kept."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from schakel.documents.rules import LONGEST_NAME, FileKind, clean_name, kind_of, why_not_take, why_not_unpack
from tests.factories.documents import FILES, JPEG, PDF, odt, office, png, zipped


@pytest.mark.parametrize("ending", FILES)
def test_a_file_of_each_kind_is_taken_under_its_own_name(ending):
    assert why_not_take(FILES[ending], f"bestand.{ending}") is None
    assert kind_of(FILES[ending]) == ("txt" if ending == "csv" else ending)


@pytest.mark.parametrize("ending", FILES)
@pytest.mark.parametrize("lie", FILES)
def test_a_name_that_lies_is_refused(ending, lie):
    if ending == lie or {ending, lie} == {"csv", "txt"}:
        return
    assert why_not_take(FILES[ending], f"bestand.{lie}") is not None


HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
ODT = b"application/vnd.oasis.opendocument.text"
JPEG_AND_PAGE = JPEG[:2] + b"\xff\xfe\x00\x08<html>" + JPEG[2:]
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
EVIL = {
    "leeg": ("a.pdf", b"", "leeg"),
    "te groot": ("a.txt", b"a" * 10_000_001, "10 MB"),
    "geen ending": ("verslag", PDF, "nemen wij niet aan"),
    "webpagina": ("a.html", HTML, "nemen wij niet aan"),
    "webpagina als tekst": ("a.txt", HTML, "webpagina"),
    "svg": ("a.svg", SVG, "nemen wij niet aan"),
    "svg als tekst": ("a.txt", SVG, "webpagina"),
    "svg als png": ("a.png", SVG, "iets anders: tekst"),
    "programma": ("a.txt", b"MZ\x90\x00\x03", "programma"),
    "script": ("a.txt", b"#!/bin/sh\nrm -rf /\n", "programma"),
    "dubbele ending": ("factuur.pdf.exe", b"MZ", "nemen wij niet aan"),
    "oud word": ("a.docx", OLD_OFFICE, "wachtwoord"),
    "word met macro": (
        "a.docx",
        office(**{"word__vbaProject.bin": b"x"}),
        "macro",
    ),
    "excel met oude macro": ("a.xlsx", office("xlsx", **{"xl__macrosheets__sheet1.xml": b"x"}), "macro"),
    "word met activex": ("a.docx", office(**{"word__activeX__activeX1.xml": b"x"}), "macro"),
    "word met ole": ("a.docx", office(**{"word__embeddings__oleObject1.bin": b"x"}), "macro"),
    "odt met macro": ("a.odt", odt(**{"Basic__Standard__Module1.xml": b"x"}), "macro"),
    "odt zonder inhoudsopgave": ("a.odt", zipped({"mimetype": ODT, "content.xml": b"<a/>"}), "beschadigd"),
    "png met een verkeerde som": ("a.png", png()[:20] + b"\xff" + png()[21:], "beschadigd"),
    "png die verkeerd begint": ("a.png", png()[:8] + png()[-12:], "beschadigd"),
    "foto die ook een webpagina is": ("a.jpg", JPEG_AND_PAGE, "ook nog iets anders"),
    "tabel die een webpagina is": ("a.csv", HTML, "webpagina"),
    "odt versleuteld": ("a.odt", odt(**{"META-INF__manifest.xml": b"<encryption-data/>"}), "versleuteld"),
    "sjabloon van buiten": (
        "a.docx",
        office(
            **{
                "word__document.xml": b"<x/>",
                "word__settings.xml": b"<x/>",
                "word___rels__settings.xml.rels": b'<R Type="attachedTemplate" TargetMode="External"/>',
            }
        ),
        "sjabloon",
    ),
    "pdf met script": ("a.pdf", PDF.replace(b"/Catalog", b"/Catalog /JavaScript (x)"), "zelf kan werken"),
    "pdf met verborgen script": (
        "a.pdf",
        PDF.replace(b"/Catalog", b"/Catalog /J#61vaScript (x)"),
        "zelf kan",
    ),
    "pdf met programma": ("a.pdf", PDF.replace(b"/Catalog", b"/Catalog /Launch (x)"), "zelf kan werken"),
    "pdf versleuteld": ("a.pdf", PDF.replace(b"/Root", b"/Encrypt 2 0 R /Root"), "versleuteld"),
    "pdf zonder einde": ("a.pdf", PDF.replace(b"%%EOF", b""), "niet compleet"),
    "pdf en nog iets": ("a.pdf", PDF + b"<script>", "achter"),
    "pdf en zip": ("a.pdf", PDF + zipped({"a": b"b"}), "achter"),
    "html voor pdf": ("a.pdf", b"<html>" + PDF, "iets anders: tekst"),
    "png en nog iets": ("a.png", png() + b"<script>", "achter"),
    "png half": ("a.png", png()[:40], "niet compleet"),
    "png met fout": ("a.png", png().replace(b"IDAT", b"IDAX"), "beschadigd"),
    "jpg en zip": ("a.jpg", JPEG + zipped({"a": b"b"}), "achter"),
    "jpg zonder beeld": ("a.jpg", JPEG[:20] + b"\xff\xd9", "achter"),
    "zip": ("a.docx", zipped({"a": b"b"}), "klopt"),
    "nul in tekst": ("a.txt", b"ge\x00tal", "klopt"),
    "formule": ("a.csv", b"naam;aantal\nAlmelo;=cmd|' /C calc'!A0\n", "regel 2"),
    "formule in aanhaling": ("a.csv", b'naam,"=1+1"\n', "regel 1"),
}


@pytest.mark.parametrize("case", EVIL)
def test_what_could_harm_is_refused_with_the_reason(case):
    name, data, words = EVIL[case]
    reason = why_not_take(data, name)
    assert reason is not None
    assert words in reason


def bomb() -> bytes:
    return office(**{"word__media__nul.xml": b"\0" * 150_000_000})


def test_a_bomb_is_refused_fast_and_without_unpacking_it():
    data = bomb()
    assert len(data) < 1_000_000
    tracemalloc.start()
    began = time.perf_counter()
    reason = why_not_take(data, "a.docx")
    took, (_now, peak) = time.perf_counter() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert reason == "Uitgepakt wordt dit bestand te groot."
    assert took < 0.5
    assert peak < 5_000_000


def test_limits_of_an_archive():
    assert "samengeperst" in why_not_unpack(zipped({"a": b"\0" * 20_000_000}))
    assert "te veel" in why_not_unpack(zipped({f"d/{n}": b"" for n in range(1001)}))
    assert "naam" in why_not_unpack(zipped({"../../etc/passwd": b"x"}))
    assert "Achter" in why_not_unpack(zipped({"a": b"b"}) + b"meer")
    assert "beschadigd" in why_not_unpack(b"voor" + zipped({"a": b"b"}))
    assert why_not_unpack(zipped({"a": b"b"}, packed=False)) is None


def test_members_that_overlap_are_refused():
    """One packed piece, named twice in the directory: what David Fifield's bombs are made of."""
    data = bytearray(zipped({"a": b"abc", "b": b"abc"}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        start, (first, second) = archive.start_dir, archive.infolist()
    size = 46 + len(first.filename)
    struct.pack_into("<L", data, start + size + 42, first.header_offset)
    assert second.header_offset != first.header_offset
    assert "overlappen" in why_not_unpack(bytes(data))


def test_a_member_that_reaches_into_the_directory_is_refused():
    """Where the last member begins it says that its name is longer than all that follows."""
    data = bytearray(zipped({"a": b"abc", "b": b"abc"}))
    struct.pack_into("<H", data, data.rindex(b"PK\x03\x04") + 26, 1_000)
    assert "overlappen" in why_not_unpack(bytes(data))


def test_a_forged_size_does_not_get_through():
    """The directory says the member is small; the member is not."""
    data = bytearray(office(**{"word__media__nul.xml": b"\0" * 2_000_000}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        start = archive.start_dir
    struct.pack_into("<L", data, start + 20, 3)
    assert why_not_unpack(bytes(data)) is not None


def test_an_encrypted_archive_is_refused():
    data = bytearray(office())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        start = archive.start_dir
    struct.pack_into("<H", data, start + 8, 1)
    assert "versleuteld" in why_not_unpack(bytes(data))


@given(st.binary(max_size=400), st.sampled_from([*FILES, "exe", ""]))
def test_any_bytes_get_an_answer(data, ending):
    for start in (b"", b"PK\x03\x04", b"%PDF-1.7", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"):
        answer = why_not_take(start + data, f"a.{ending}")
        assert answer is None or answer.endswith(".")


@given(st.sampled_from(list(FILES)), st.data())
def test_any_damaged_file_gets_an_answer(ending, data):
    whole = bytearray(FILES[ending])
    for _time in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    answer = why_not_take(bytes(whole), f"a.{ending}")
    assert answer is None or answer.endswith(".")


NAMES = {
    "offerte.pdf": "offerte.pdf",
    "../../etc/passwd": "passwd",
    "C:\\Users\\piet\\verslag.docx": "verslag.docx",
    "verslag\r\nSet-Cookie: a=b.pdf": "verslag Set-Cookie- a=b.pdf",
    "ver\x00slag.pdf": "verslag.pdf",
    "fdp.\u202exe.txt": "fdp.xe.txt",
    "  .verborgen.pdf": "verborgen.pdf",
    "con.txt": "bestand-con.txt",
    "": "document",
    ".pdf": "pdf",
    "verslag.PDF": "verslag.pdf",
    "cafe\u0301.txt": "café.txt",
    "\ud800.pdf": "pdf",
    "...docx": "docx",
}


@pytest.mark.parametrize("given_name", NAMES, ids=range(len(NAMES)))
def test_a_name_is_cleaned(given_name):
    assert clean_name(given_name) == NAMES[given_name]


def test_a_long_name_keeps_its_ending():
    name = clean_name("a" * 300 + ".docx")
    assert len(name) == LONGEST_NAME
    assert name.endswith("a.docx")


@given(st.text(max_size=400))
@example("0.000000000\r0")
@example("a." + "İ" * 12)
def test_any_name_becomes_a_name_that_stays_as_it_is(given_name):
    name = clean_name(given_name)
    assert 0 < len(name) <= LONGEST_NAME
    assert not set(name) & set('/\\\r\n\x00<>:"|?*')
    assert clean_name(name) == name


def test_every_kind_has_a_media_type():
    from schakel.documents.rules import MEDIA_TYPES

    assert set(MEDIA_TYPES) == set(FileKind)


def test_an_archive_that_may_not_be_unpacked_is_of_no_kind():
    assert kind_of(office() + b"erachter") is None
