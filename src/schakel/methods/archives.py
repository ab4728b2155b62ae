"""Looking at the directory of a zip file before opening anything in it. Bytes in, a reason or bytes out.

A file of 1.4 MB can unpack to 350 MB, and a limit on rows or members comes too late then; the directory tells it at
once. The directory itself may lie: members that overlap, sizes that are not true, a second file before or behind it.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

MOST_UNPACKED = 100_000_000
MOST_RATIO = 100
MOST_MEMBERS = 1_000
#: Below this size a high ratio is no danger: a page of spaces in a small document.
_SMALL = 1_000_000
_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x1 | 0x40 | 0x2000


class Unsafe(StrEnum):
    """Why a zip file is not opened."""

    DAMAGED = "damaged"
    FOLLOWED = "followed"
    TOO_MANY = "too_many"
    LOCKED = "locked"
    TOO_LARGE = "too_large"
    SQUEEZED = "squeezed"
    LEADS_OUT = "leads_out"
    OVERLAPS = "overlaps"


def why_unsafe(data: bytes) -> Unsafe | None:
    """Say why this zip file may not be opened, judged by its directory alone; None when it may.

    data: the whole file as it was sent. Nothing is unpacked, so a bomb costs nothing.

    >>> why_unsafe(b"geen zip")
    <Unsafe.DAMAGED: 'damaged'>
    """
    if reason := _why_not_read_directory(data):
        return reason
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members, start = archive.infolist(), archive.start_dir
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        ValueError,
        OverflowError,
        struct.error,
        UnicodeDecodeError,
    ):
        return Unsafe.DAMAGED
    if len(members) > MOST_MEMBERS:
        return Unsafe.TOO_MANY
    if any(member.flag_bits & _ENCRYPTED for member in members):
        return Unsafe.LOCKED
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED:
        return Unsafe.TOO_LARGE
    for member in members:
        if member.file_size > _SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1):
            return Unsafe.SQUEEZED
        if _leads_out(member.filename):
            return Unsafe.LEADS_OUT
    return _why_not_in_order(data, members, start)


def names_in(data: bytes) -> list[str]:
    """The names of the members of a zip file that is safe, as its directory has them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def _why_not_read_directory(data: bytes) -> Unsafe | None:
    """Check the last record before reading a directory of which it tells the size."""
    if not data.startswith(b"PK\x03\x04") or len(data) < _END.size:
        return Unsafe.DAMAGED
    mark, disk, first_disk, here, total, size, offset, comment = _END.unpack(data[-_END.size :])
    if mark != b"PK\x05\x06" or comment:
        return Unsafe.FOLLOWED
    if disk or first_disk or here != total or offset + size + _END.size != len(data):
        return Unsafe.DAMAGED
    return Unsafe.TOO_MANY if total > MOST_MEMBERS else None


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/")


def _why_not_in_order(data: bytes, members: list[zipfile.ZipInfo], start: int) -> Unsafe | None:
    """Refuse members that share bytes, or that do not begin where the directory says."""
    end = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        at = member.header_offset
        if at < end or at + _LOCAL.size > start:
            return Unsafe.OVERLAPS
        head = _LOCAL.unpack(data[at : at + _LOCAL.size])
        if head[0] != b"PK\x03\x04" or (head[7] and head[7] != member.compress_size and not head[2] & 0x8):
            return Unsafe.DAMAGED
        end = at + _LOCAL.size + head[9] + head[10] + member.compress_size
        if end > start:
            return Unsafe.OVERLAPS
    return None


def write_archive(files: Iterable[tuple[str, bytes]], *, at: datetime) -> bytes:
    """Write a zip file with these files in order; the same files at the same moment give the same bytes.

    files: the name in the archive, with / between folders, and the bytes; asked for one by one. at: the moment that
    every file bears, to two seconds and without a zone, as a zip file has it. Raises ValueError for a name that leads
    out of the archive or that stands in it twice.

    >>> names_in(write_archive([("a.txt", b"A"), ("map/b.txt", b"B")], at=datetime(2026, 11, 26)))
    ['a.txt', 'map/b.txt']
    """
    out = io.BytesIO()
    seen: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            if _leads_out(name) or name.lower() in seen:
                raise ValueError(f"{name} cannot stand in this archive")
            seen.add(name.lower())
            member = zipfile.ZipInfo(name, (at.year, at.month, at.day, at.hour, at.minute, at.second))
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(member, data)
    return out.getvalue()


def read_member(archive: zipfile.ZipFile, name: str, most: int = 2_000_000) -> bytes:
    """Read a member, never more than ``most`` bytes whatever its directory says; empty when it is not there."""
    try:
        with archive.open(name) as member:
            return member.read(most)
    except (KeyError, zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError):
        return b""
    except Exception as fault:  # zlib, lzma and bz2 each have a fault of their own
        if type(fault).__name__ in {"error", "LZMAError"}:
            return b""
        raise
