"""Runs in a process of its own, with little memory and time: the words of a document as plain JSON.

Reads the file from standard input, its kind from the command line, and writes JSON to standard output.
"""

from __future__ import annotations

import io
import json
import re
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

from schakel.documents.apart import is_plain_xml, limit, peak_bytes, why_unfit

MEMORY_BYTES = 700_000_000
CPU_SECONDS = 30
#: After so many seconds of work what was read is enough.
ENOUGH_SECONDS = 20.0
#: So many characters of a document are searched; some fifty pages.
MOST_CHARACTERS = 100_000

#: The parts of a packed file that hold words.
PARTS = {
    "docx": re.compile(r"word/(document|footnotes|endnotes)\.xml"),
    "xlsx": re.compile(r"xl/(sharedStrings|worksheets/[^/]+)\.xml"),
    "pptx": re.compile(r"ppt/(slides|notesSlides)/[^/]+\.xml"),
    "odt": re.compile(r"content\.xml"),
}
#: The elements that are a line by themselves, by their name without namespace.
LINES = {"p", "h", "si", "is"}
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def words_of(data: bytes, kind: str, *, seconds: float = ENOUGH_SECONDS) -> dict[str, Any]:
    """Read a document; the answer is {"text", "is_cut"} or {"unfit": why}."""
    if kind in PARTS:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if not is_plain_xml(archive):
                return {"unfit": "entities"}
            return _enough(_lines_of_archive(archive, kind), seconds)
    if kind == "pdf":
        return _enough(_pages_of_pdf(data), seconds)
    return _enough(iter([_plain(data)]), seconds)


def _enough(pieces: Iterable[str], seconds: float) -> dict[str, Any]:
    """Take pieces until there are enough characters, or until it took long enough."""
    until, text, is_cut = time.process_time() + seconds, "", False
    for piece in pieces:
        text += _UNSEEN.sub(" ", piece).strip() + "\n"
        if len(text) > MOST_CHARACTERS or time.process_time() > until:
            is_cut = True
            break
    # Half of a sign that has two parts cannot be kept.
    text = text[:MOST_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
    return {"text": re.sub(r"\s*\n\s*", "\n", text).strip(), "is_cut": is_cut}


def _lines_of_archive(archive: zipfile.ZipFile, kind: str) -> Iterator[str]:
    def place(name: str) -> list[Any]:
        return [int(piece) if piece.isdigit() else piece for piece in re.split(r"(\d+)", name)]

    for name in sorted(filter(PARTS[kind].fullmatch, archive.namelist()), key=place):
        with archive.open(name) as stream:
            yield from _lines_of_xml(stream, is_mixed=kind == "odt")


def _lines_of_xml(stream: IO[bytes], *, is_mixed: bool) -> Iterator[str]:
    """Every line that holds words; in OpenDocument the words stand between the elements too."""
    from defusedxml.ElementTree import iterparse

    for _event, element in iterparse(stream, events=("end",)):
        if _name(element) not in LINES:
            continue
        if is_mixed:
            yield "".join(element.itertext())
        else:
            yield "".join(_said(one) for one in element.iter())
        element.clear()


def _said(element: Any) -> str:
    name = _name(element)
    return (element.text or "") if name == "t" else " " if name in {"tab", "br", "cr"} else ""


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _pages_of_pdf(data: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    for page in PdfReader(io.BytesIO(data)).pages:
        yield page.extract_text()


def _plain(data: bytes) -> str:
    encodings = ["utf-16"] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def main() -> None:
    """Read, and answer even when the file breaks the reader."""
    limit(MEMORY_BYTES, CPU_SECONDS)
    try:
        answer = words_of(sys.stdin.buffer.read(), sys.argv[1])
    except Exception as fault:
        answer = {
            "unfit": why_unfit(fault.with_traceback(None), peak=peak_bytes(), memory_bytes=MEMORY_BYTES)
        }
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
