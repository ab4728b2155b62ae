"""Looking at the directory of a zip file before opening anything in it.

A file of 1.4 MB can unpack to 350 MB, and a limit on rows or members comes too late then; the directory tells it at
once. The directory itself may lie: members that overlap, sizes that are not true, a second file before or behind it.
"""

from __future__ import annotations

import io
import struct
import zipfile

from django.utils.translation import gettext as _

MOST_UNPACKED = 100_000_000
MOST_RATIO = 100
MOST_MEMBERS = 1_000
#: Below this size a high ratio is no danger: a page of spaces in a small document.
_SMALL = 1_000_000
_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x1 | 0x40 | 0x2000


def why_not_unpack(data: bytes) -> str | None:
    """Why this zip file may not be opened, judged by its directory alone; None when it may."""
    if reason := _why_not_read_directory(data):
        return reason
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members, start = archive.infolist(), archive.start_dir
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, UnicodeDecodeError):
        return _("Het bestand is beschadigd.")
    if len(members) > MOST_MEMBERS:
        return _("Er zitten te veel losse delen in dit bestand.")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        return _("Het bestand is versleuteld. Haal het wachtwoord eraf en probeer het opnieuw.")
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED:
        return _("Uitgepakt wordt dit bestand te groot.")
    for member in members:
        if member.file_size > _SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1):
            return _("Dit bestand is verdacht sterk samengeperst.")
        if _leads_out(member.filename):
            return _("Het bestand heeft delen met een onveilige naam.")
    return _why_not_in_order(data, members, start)


def _why_not_read_directory(data: bytes) -> str | None:
    """Check the last record before reading a directory of which it tells the size."""
    broken = _("Het bestand is beschadigd.")
    if not data.startswith(b"PK\x03\x04") or len(data) < _END.size:
        return broken
    mark, disk, first_disk, here, total, size, offset, comment = _END.unpack(data[-_END.size :])
    if mark != b"PK\x05\x06" or comment:
        return _("Achter dit bestand staat nog iets anders.")
    if disk or first_disk or here != total or offset + size + _END.size != len(data):
        return broken
    return _("Er zitten te veel losse delen in dit bestand.") if total > MOST_MEMBERS else None


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/")


def _why_not_in_order(data: bytes, members: list[zipfile.ZipInfo], start: int) -> str | None:
    """Refuse members that share bytes, or that do not begin where the directory says."""
    end = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        at = member.header_offset
        if at < end or at + _LOCAL.size > start:
            return _("Delen van dit bestand overlappen elkaar.")
        head = _LOCAL.unpack(data[at : at + _LOCAL.size])
        if head[0] != b"PK\x03\x04" or (head[7] and head[7] != member.compress_size and not head[2] & 0x8):
            return _("Het bestand is beschadigd.")
        end = at + _LOCAL.size + head[9] + head[10] + member.compress_size
        if end > start:
            return _("Delen van dit bestand overlappen elkaar.")
    return None


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
