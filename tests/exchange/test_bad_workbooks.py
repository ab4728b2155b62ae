"""Files that are no workbook, or a harmful one: each refused within a second, with little memory, in Dutch."""

from __future__ import annotations

import errno
import io
import json
import resource
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path

import pytest
from openpyxl import Workbook

from schakel.documents.apart import peak_bytes
from schakel.exchange.tree import CannotRead
from schakel.exchange.workbook import apart
from schakel.exchange.workbook.opening import open_workbook
from schakel.methods.archives import MOST_MEMBERS
from schakel.methods.workbooks import MAX_BYTES

SHEET_HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def workbook() -> bytes:
    """A small good workbook."""
    book, out = Workbook(), io.BytesIO()
    book.worksheets[0].append(["Naam", "Soort organisatie"])
    book.save(out)
    return out.getvalue()


def altered(
    *, add: dict[str, bytes] | None = None, change: dict[str, Callable[[bytes], bytes]] | None = None
) -> bytes:
    """The good workbook with members added or changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, (change or {}).get(name, bytes)(old.read(name)))
        for name, content in (add or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def bomb() -> bytes:
    """A workbook of half a megabyte that unpacks to 350 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as member:
            for _block in range(350):
                member.write(b"<row/>" * 166_667)
    return out.getvalue()


def forged() -> bytes:
    """A member that says it is small and is not: the size in the directory is a lie."""
    data = bytearray(altered(add={"xl/media/groot.xml": b"<a>" + b" " * 200_000}))
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/media/groot.xml"))
    struct.pack_into("<I", data, place + 24, 10)
    return bytes(data)


def overlapping() -> bytes:
    """Two members in the directory that are the same bytes of the file."""
    data = bytearray(altered(add={"xl/een.xml": b"<a/>" * 50, "xl/twee.xml": b"<b/>" * 50}))
    first = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/een.xml"))
    second = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/twee.xml"))
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def locked_member() -> bytes:
    """A member with the mark of a password."""
    data = bytearray(workbook())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    return bytes(data)


def entities(declaration: str) -> bytes:
    """A sheet that declares entities before it begins."""
    return altered(
        change={
            "xl/worksheets/sheet1.xml": lambda _old: (
                declaration + SHEET_HEAD + "</sheetData></worksheet>"
            ).encode()
        }
    )


LAUGHS = (
    '<?xml version="1.0"?>'
    + " " * 300_000
    + '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)

CORPUS: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "leeg"),
    "only spaces": (lambda: b"  \n ", "leeg"),
    "too large": (lambda: b"PK" + bytes(MAX_BYTES), "groter dan 10 MB"),
    "an old workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "oud Excel-bestand"),
    "a workbook with a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"),
        "wachtwoord",
    ),
    "a member with a password": (locked_member, "wachtwoord"),
    "comma separated values": (lambda: "Naam;Soort\nZorg é;wonen\n".encode(), "gewone tekst (zoals CSV)"),
    "the same from an old Windows": (lambda: "Naam;Soort\nZorg é;wonen\n".encode("cp1252"), "gewone tekst"),
    "a web page": (lambda: b"\n<!DOCTYPE html><html><table>", "webpagina"),
    "XML of Excel 2003": (lambda: b"<?xml version='1.0'?><Workbook/>", "webpagina"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "geen Excel-bestand"),
    "an archive of something else": (lambda: zipped({"a.txt": b"hallo"}), "geen Excel-bestand"),
    "a document of Word": (lambda: zipped({"word/document.xml": b"<a/>"}), "Word-document"),
    "an OpenDocument": (lambda: zipped({"content.xml": b"<a/>"}), "OpenDocument"),
    "a binary workbook": (lambda: zipped({"xl/workbook.bin": b"x"}), ".xlsb"),
    "macros": (lambda: altered(add={"xl/vbaProject.bin": b"x"}), "macro’s"),
    "a cut-off file": (lambda: workbook()[:-200], "beschadigd"),
    "noise behind a good beginning": (lambda: b"PK\x03\x04" + bytes(range(256)) * 20, "beschadigd"),
    "a path out of the archive": (lambda: altered(add={"../../etc/x.xml": b"<a/>"}), "beschadigd"),
    "too many members": (lambda: zipped({f"{n}.xml": b"" for n in range(MOST_MEMBERS + 1)}), "veel te groot"),
    "a bomb of 350 MB": (bomb, "veel te groot"),
    "members over each other": (overlapping, "veel te groot"),
    "a forged size": (forged, "beschadigd"),
    "an entity": (lambda: entities('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "verwijzingen"),
    "a billion laughs behind much white space": (lambda: entities(LAUGHS), "verwijzingen"),
    "a document type": (lambda: entities("<!DOCTYPE worksheet>"), "verwijzingen"),
    "another encoding": (
        lambda: altered(
            change={
                "xl/worksheets/sheet1.xml": lambda old: (
                    old.decode().replace("UTF-8", "UTF-16").encode("utf-16")
                )
            }
        ),
        "verwijzingen",
    ),
    "broken XML": (lambda: altered(change={"xl/worksheets/sheet1.xml": lambda old: old[:-30]}), "beschadigd"),
    "a workbook without its sheets": (
        lambda: zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
        "beschadigd",
    ),
    "rows without end": (
        lambda: altered(
            change={
                "xl/worksheets/sheet1.xml": lambda _old: (
                    (
                        SHEET_HEAD
                        + "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 3_000))
                    ).encode()
                    + b"</sheetData></worksheet>"
                )
            }
        ),
        "te veel in dit bestand",
    ),
    "one row very far down": (
        lambda: altered(
            change={
                "xl/worksheets/sheet1.xml": lambda _old: (
                    SHEET_HEAD + '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>'
                ).encode()
            }
        ),
        "te veel in dit bestand",
    ),
}


def zipped(members: dict[str, bytes]) -> bytes:
    """An archive with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("what", CORPUS)
def test_a_bad_file_is_refused_quickly_with_little_memory_and_in_dutch(what: str) -> None:
    make, sentence = CORPUS[what]
    data = make()
    spent, before, largest = cpu(), time.perf_counter(), memory_kb()
    with pytest.raises(CannotRead) as refused:
        open_workbook(data)
    assert sentence in str(refused.value.faults[0].text)
    # Processor time, ours and the child's: other work on the machine does not count.
    assert min(cpu() - spent, time.perf_counter() - before) < 1.0
    # The system remembers only the largest child, and counts with it what we ourselves were when it was born; when
    # this one was larger than all that, it is still small.
    ourselves = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert memory_kb() <= max(largest, ourselves, 200_000)


def memory_kb() -> int:
    """The most memory that any process we started has used."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def cpu() -> float:
    """Seconds of processor time of this process and its children."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def test_a_good_workbook_is_read_cell_by_cell() -> None:
    [page] = open_workbook(workbook())
    assert page.rows == [(1, [["s", "Naam"], ["s", "Soort organisatie"]])]


def test_a_reader_that_dies_or_never_answers_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("schakel.exchange.workbook.opening.CHILD", "schakel.exchange.workbook.bestaat_niet")
    with pytest.raises(CannotRead, match="te veel in dit bestand"):
        open_workbook(workbook())
    monkeypatch.undo()
    monkeypatch.setattr("schakel.exchange.workbook.opening.PATIENCE_SECONDS", 0.001)
    with pytest.raises(CannotRead, match="te veel in dit bestand"):
        open_workbook(workbook())


def test_a_workbook_that_needs_more_memory_than_the_reader_has_is_a_refusal() -> None:
    strings = "".join(f"<si><t>{n} {'x' * 40}</t></si>" for n in range(60_000)).encode()
    head = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    types = b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument'
    types += b'.spreadsheetml.sharedStrings+xml"/></Types>'
    data = altered(
        add={"xl/sharedStrings.xml": head + strings + b"</sst>"},
        change={"[Content_Types].xml": lambda old: old.replace(b"</Types>", types)},
    )
    program = f"import {apart.__name__} as a; a.MEMORY_BYTES = 24_000_000; a.main()"
    done = subprocess.run([sys.executable, "-I", "-c", program], input=data, capture_output=True, check=False)
    assert done.returncode != 0 or json.loads(done.stdout) == {"unfit": "too_much"}


def test_every_kind_of_cell_is_told_apart() -> None:
    book, out = Workbook(), io.BytesIO()
    row = [
        "tekst",
        3,
        2.5,
        True,
        date(2024, 2, 3),
        datetime(2024, 2, 3, 12),
        clock(9, 30),
        "=1+1",
        "#N/A",
        None,
    ]
    book.worksheets[0].append(row)
    book.save(out)
    answer = apart.cells_of(out.getvalue())
    assert answer["sheets"][0]["rows"] == [
        [
            1,
            [
                ["s", "tekst"],
                ["n", 3],
                ["n", 2.5],
                ["b", True],
                ["d", "2024-02-03"],
                ["d", "2024-02-03"],
                ["s", "09:30:00"],
                ["f", "=1+1"],
                ["e", "#N/A"],
            ],
        ]
    ]


def test_more_sheets_or_text_than_anyone_fills_in_are_refused() -> None:
    book, out = Workbook(), io.BytesIO()
    for _sheet in range(apart.MAX_SHEETS):
        book.create_sheet()
    book.save(out)
    assert apart.cells_of(out.getvalue()) == {"unfit": "too_much"}


@pytest.mark.parametrize(
    ("fault", "peak", "why"),
    [
        (MemoryError(), 0, "too_much"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), 0, "too_much"),
        (SystemError("error return without exception set"), apart.MEMORY_BYTES - 1_000_000, "too_much"),
        (SystemError("error return without exception set"), 70_000_000, "damaged"),
        (OSError(errno.ENOENT, "No such file"), 0, "damaged"),
        (type("EntitiesForbidden", (ValueError,), {})(), apart.MEMORY_BYTES, "entities"),
    ],
    ids=range(6),
)
def test_what_broke_the_reader_is_told_apart(fault: Exception, peak: int, why: str) -> None:
    assert apart.why_unfit(fault, peak=peak) == why


def test_the_reader_knows_how_much_memory_it_had() -> None:
    assert peak_bytes() > 1_000_000 or not Path("/proc/self/status").exists()
