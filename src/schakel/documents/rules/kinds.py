"""Which kinds of files we take. The content tells the kind; a name only has to agree with it.

Every check looks for what the kind must have and refuses what can act by itself: macros, scripts, other files inside.
A file is never shown in a page; who downloads it opens it on their own machine. Its words are read apart, for search.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.documents.rules.archives import why_not_unpack
from schakel.methods.archives import read_member

MOST_BYTES = 10_000_000


class Subject(TextChoices):
    """What a document can belong to."""

    INITIATIVE = "initiative", gettext_lazy("initiatief")
    DECISION = "decision", gettext_lazy("besluit")
    MEETING = "meeting", gettext_lazy("overleg")
    AGREEMENT = "agreement", gettext_lazy("overeenkomst")


class FileKind(TextChoices):
    """The kinds of files that are taken."""

    PDF = "pdf", gettext_lazy("PDF")
    DOCX = "docx", gettext_lazy("Word")
    XLSX = "xlsx", gettext_lazy("Excel")
    PPTX = "pptx", gettext_lazy("PowerPoint")
    ODT = "odt", gettext_lazy("OpenDocument")
    PNG = "png", gettext_lazy("PNG-afbeelding")
    JPEG = "jpg", gettext_lazy("JPEG-afbeelding")
    CSV = "csv", gettext_lazy("CSV-tabel")
    TXT = "txt", gettext_lazy("tekst")
    ZIP = "zip", gettext_lazy("archief (zip)")


#: What only the platform itself makes; from outside it is refused.
MADE_HERE = frozenset({FileKind.ZIP})
#: The kinds of which the words can be read; a picture has none, and what is in an archive is found where it came from.
READABLE = frozenset(FileKind) - {FileKind.PNG, FileKind.JPEG} - MADE_HERE


class TextState(TextChoices):
    """How much of the words of a version could be read."""

    WAITING = "waiting", gettext_lazy("wordt nog gelezen")
    READ = "read", gettext_lazy("gelezen")
    CUT = "cut", gettext_lazy("het begin gelezen")
    EMPTY = "empty", gettext_lazy("geen tekst gevonden")
    FAILED = "failed", gettext_lazy("niet te lezen")


EXTENSIONS = {kind.value: kind for kind in FileKind if kind not in MADE_HERE} | {"jpeg": FileKind.JPEG}
_OFFICE = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: f"{_OFFICE}wordprocessingml.document",
    FileKind.XLSX: f"{_OFFICE}spreadsheetml.sheet",
    FileKind.PPTX: f"{_OFFICE}presentationml.presentation",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.CSV: "text/csv; charset=utf-8",
    FileKind.TXT: "text/plain; charset=utf-8",
    FileKind.ZIP: "application/zip",
}
#: The main part of an Office file, and what its table of contents has to call it.
_MAIN = {
    FileKind.DOCX: ("word/document.xml", b"wordprocessingml.document.main+xml"),
    FileKind.XLSX: ("xl/workbook.xml", b"spreadsheetml.sheet.main+xml"),
    FileKind.PPTX: ("ppt/presentation.xml", b"presentationml.presentation.main+xml"),
}
_ACTS_IN_OFFICE = re.compile(
    r"vbaproject|vbadata|/activex/|macrosheets/|/embeddings/.*\.bin$"
    r"|\.(exe|dll|js|vbs|hta|html?|jar|ps1|bat|cmd|zip)$",
    re.IGNORECASE,
)
_ACTS_IN_PDF = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)(?![A-Za-z])")
_WEB_PAGE = re.compile(
    r"<\s*(!doctype\s+html|html|head|body|script|iframe|svg|object|embed|meta|link|style)\b|<\?(xml|php)",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"""(?:^|[;,\t])\s*["']?\s*(?:=|@\w+\()""", re.MULTILINE)
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", gettext_lazy("een oud Office-bestand, of een met een wachtwoord")),
    (b"MZ", gettext_lazy("een programma")),
    (b"\x7fELF", gettext_lazy("een programma")),
    (b"#!", gettext_lazy("een programma")),
    (b"{\\rtf", gettext_lazy("een RTF-bestand")),
    (b"GIF8", gettext_lazy("een GIF-afbeelding")),
    (b"Rar!", gettext_lazy("een archief")),
    (b"7z\xbc\xaf", gettext_lazy("een archief")),
    (b"\x1f\x8b", gettext_lazy("een archief")),
)


def kind_of(data: bytes) -> FileKind | None:
    """Tell what a file is by how it begins and what it holds; None for what we do not know. Says nothing of safety."""
    if data.startswith(b"%PDF-"):
        return FileKind.PDF
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if data.startswith(b"PK"):
        return _kind_of_archive(data)
    if any(data.startswith(mark) for mark, _words in _OTHERS) or text_of(data) is None:
        return None
    return FileKind.TXT


def _kind_of_archive(data: bytes) -> FileKind | None:
    if why_not_unpack(data):
        return None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        if "mimetype" in names:
            return FileKind.ODT if read_member(archive, "mimetype", 200) == _ODT else None
        return next((kind for kind, (main, _type) in _MAIN.items() if main in names), None)


_ODT = MEDIA_TYPES[FileKind.ODT].encode()


def text_of(data: bytes) -> str | None:
    """Read plain text as UTF-8, UTF-16 with its mark, or the old Windows set; None for what is no text."""
    encodings = ["utf-16"] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", text) else text
    return None


def why_not_take(data: bytes, name: str) -> str | None:
    """Why a file with this content and this name is not taken, in words that help; None when it is."""
    if not data:
        return _("Dit bestand is leeg.")
    if len(data) > MOST_BYTES:
        return _("Dit bestand is groter dan 10 MB. Maak het kleiner, of splits het.")
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    wanted = EXTENSIONS.get(ending)
    if wanted is None:
        return _("Een bestand met deze naam nemen wij niet aan. Wel: %(kinds)s.") % {
            "kinds": kinds_in_words()
        }
    if data.startswith(b"PK") and (reason := why_not_unpack(data)):
        return reason
    found = kind_of(data)
    if found != wanted and not (found == FileKind.TXT and wanted == FileKind.CSV):
        return _why_not_agree(data, ending, found)
    return _CHECKS[wanted](data)


def kinds_in_words() -> str:
    """The kinds of files that are taken, as one phrase."""
    names = [f".{ending}" for ending in EXTENSIONS if ending != "jpeg"]
    return _("%(first)s en %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def _why_not_agree(data: bytes, ending: str, found: FileKind | None) -> str:
    is_what = found.label if found else next((word for mark, word in _OTHERS if data.startswith(mark)), "")
    words = {"ending": ending, "what": is_what}
    if is_what:
        return _("De naam eindigt op .%(ending)s, maar dit is iets anders: %(what)s.") % words
    return _("De naam eindigt op .%(ending)s, maar de inhoud klopt daar niet mee.") % words


def _why_not_pdf(data: bytes) -> str | None:
    end = data.rfind(b"%%EOF")
    if end < 0 or data[end + 5 :].strip(b"\r\n\t \x00") or zipfile.is_zipfile(io.BytesIO(data)):
        return _("Dit PDF-bestand is niet compleet, of er staat nog iets achter.")
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda hex_pair: bytes([int(hex_pair[1], 16)]), data)
    if re.search(rb"/Encrypt(?![A-Za-z])", plain):
        return _("Dit PDF-bestand is versleuteld. Haal het wachtwoord eraf en probeer het opnieuw.")
    if _ACTS_IN_PDF.search(plain):
        return _(
            "In dit PDF-bestand zit iets dat zelf kan werken of een ander bestand. Druk het af naar PDF."
        )
    return None


def _why_not_office(data: bytes) -> str | None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        contents = read_member(archive, "[Content_Types].xml")
        kind = next(kind for kind, (main, _type) in _MAIN.items() if main in names)
        settings = read_member(archive, "word/_rels/settings.xml.rels")
    if any(_ACTS_IN_OFFICE.search(name) for name in names) or b"macroEnabled" in contents:
        return _("In dit bestand zitten macro’s of losse programma’s. Bewaar het zonder, of als PDF.")
    if b"attachedTemplate" in settings and b'TargetMode="External"' in settings:
        return _("Dit bestand haalt een sjabloon van een ander adres. Bewaar het als PDF.")
    if _MAIN[kind][1] not in contents or b"<!DOCTYPE" in contents or len(set(names)) != len(names):
        return _("Het bestand is beschadigd.")
    return None


def _why_not_odt(data: bytes) -> str | None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names, manifest = archive.namelist(), read_member(archive, "META-INF/manifest.xml")
    if "content.xml" not in names or not manifest or len(set(names)) != len(names):
        return _("Het bestand is beschadigd.")
    if b"encryption-data" in manifest:
        return _("Het bestand is versleuteld. Haal het wachtwoord eraf en probeer het opnieuw.")
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        return _("In dit bestand zitten macro’s. Bewaar het zonder, of als PDF.")
    return None


def _why_not_png(data: bytes) -> str | None:
    """Walk through the pieces: each with a true checksum, the last one IEND, nothing behind it."""
    at, name = 8, b""
    while at + 12 <= len(data) and name != b"IEND":
        (length,) = struct.unpack(">L", data[at : at + 4])
        name, end = data[at + 4 : at + 8], at + 8 + length
        if (
            end + 4 > len(data)
            or zlib.crc32(data[at + 4 : end]) != struct.unpack(">L", data[end : end + 4])[0]
        ):
            return _("Deze afbeelding is beschadigd.")
        if at == 8 and name != b"IHDR":
            return _("Deze afbeelding is beschadigd.")
        at = end + 4
    if name != b"IEND" or at != len(data):
        return _("Deze afbeelding is niet compleet, of er staat nog iets achter. Bewaar haar opnieuw.")
    return None


def _why_not_jpeg(data: bytes) -> str | None:
    """Walk through the segments to the picture itself; the file ends where the picture ends."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    is_picture = at + 4 <= len(data) and data[at : at + 2] == b"\xff\xda"
    if not is_picture or not data.endswith(b"\xff\xd9") or zipfile.is_zipfile(io.BytesIO(data)):
        return _("Deze foto is niet compleet, of er staat nog iets achter. Bewaar haar opnieuw.")
    if b"%PDF-" in data[:1024] or _WEB_PAGE.search(data[:4096].decode("latin-1")):
        return _("Deze foto is ook nog iets anders. Bewaar haar opnieuw.")
    return None


def _why_not_text(data: bytes) -> str | None:
    text = text_of(data)
    if text is None or _WEB_PAGE.search(text):
        return _("Dit lijkt een webpagina of een programma. Bewaar het als gewone tekst of als PDF.")
    return None


def _why_not_csv(data: bytes) -> str | None:
    if reason := _why_not_text(data):
        return reason
    found = _FORMULA.search(text_of(data) or "")
    if found:
        line = (text_of(data) or "").count("\n", 0, found.end()) + 1
        return _("Op regel %(line)d staat een formule. Bewaar de tabel met alleen waarden.") % {"line": line}
    return None


_CHECKS = {
    FileKind.PDF: _why_not_pdf,
    FileKind.DOCX: _why_not_office,
    FileKind.XLSX: _why_not_office,
    FileKind.PPTX: _why_not_office,
    FileKind.ODT: _why_not_odt,
    FileKind.PNG: _why_not_png,
    FileKind.JPEG: _why_not_jpeg,
    FileKind.TXT: _why_not_text,
    FileKind.CSV: _why_not_csv,
}
