"""The smallest file of each kind, made here byte by byte, and a document on an initiative."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x12\x34\xff\xd9"
)
OFFICE = "application/vnd.openxmlformats-officedocument."
MAIN = {
    "docx": ("word/document.xml", "wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
    "pptx": ("ppt/presentation.xml", "presentationml.presentation.main+xml"),
}


def zipped(members: dict[str, bytes], *, packed: bool = True) -> bytes:
    """A zip file with these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def office(kind: str = "docx", **more: bytes) -> bytes:
    """An Office file with its table of contents and main part; more members by their names, / written as __."""
    main, content_type = MAIN[kind]
    contents = f'<Types><Override PartName="/{main}" ContentType="{OFFICE}{content_type}"/></Types>'
    members = {"[Content_Types].xml": contents.encode(), "_rels/.rels": b"<Relationships/>", main: b"<x/>"}
    return zipped(members | {name.replace("__", "/"): data for name, data in more.items()})


def odt(**more: bytes) -> bytes:
    """An OpenDocument text."""
    members = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": b"<office:document-content/>",
        "META-INF/manifest.xml": b"<manifest:manifest/>",
    }
    return zipped(members | {name.replace("__", "/"): data for name, data in more.items()})


def png() -> bytes:
    """A picture of one pixel."""

    def piece(name: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))

    head = piece(b"IHDR", struct.pack(">LLBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + piece(b"IDAT", zlib.compress(b"\x00\x00")) + piece(b"IEND", b"")


FILES: dict[str, bytes] = {
    "pdf": PDF,
    "docx": office("docx"),
    "xlsx": office("xlsx"),
    "pptx": office("pptx"),
    "odt": odt(),
    "png": png(),
    "jpg": JPEG,
    "csv": b"naam;aantal\nAlmelo;12\n",
    "txt": b"Verslag van het werkbezoek.\n",
}


def upload(name: str = "offerte.pdf", data: bytes | None = None) -> Any:
    """A file as a browser sends it."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile(name, FILES[name.rpartition(".")[2]] if data is None else data)


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines; without lines an empty page, as of a scan."""
    shown = "".join(f"({line}) Tj 0 -20 Td\n" for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td\n{shown}ET".encode("latin-1")
    font = "/Resources << /Font << /F1 5 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {font} >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + head + table + end
