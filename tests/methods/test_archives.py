"""Archives that are not what their directory says, and members that cannot be read."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import datetime

import pytest

from schakel.methods.archives import MOST_MEMBERS, Unsafe, read_member, why_unsafe, write_archive


def zipped(n: int = 1) -> bytearray:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number in range(n):
            archive.writestr(f"{number}", b"x")
    return bytearray(held.getvalue())


def test_an_ordinary_archive_is_safe():
    assert why_unsafe(bytes(zipped(2))) is None


def test_an_archive_that_counts_fewer_members_than_it_holds_is_refused():
    data = zipped(MOST_MEMBERS + 1)
    data[-14:-10] = struct.pack("<HH", 1, 1)
    assert why_unsafe(bytes(data)) == Unsafe.TOO_MANY


def test_a_piece_of_an_archive_over_several_disks_is_refused():
    data = zipped()
    data[-18:-16] = struct.pack("<H", 1)
    assert why_unsafe(bytes(data)) == Unsafe.DAMAGED


@pytest.mark.parametrize(
    ("place", "what"),
    [(0, b"XX"), (18, struct.pack("<L", 3))],
    ids=["another mark", "another length than the directory says"],
)
def test_a_member_that_begins_otherwise_than_the_directory_says_is_refused(place, what):
    data = zipped(2)
    second = data.index(b"PK\x03\x04", 4)
    data[second + place : second + place + len(what)] = what
    assert why_unsafe(bytes(data)) == Unsafe.DAMAGED


class Broken:
    """An archive of which a member cannot be opened."""

    def __init__(self, fault: Exception) -> None:
        self.fault = fault

    def open(self, name: str):
        raise self.fault


def test_a_fault_of_the_unpacker_is_an_unreadable_member_and_a_fault_of_ours_is_told():
    unpacker = type("error", (Exception,), {})
    assert read_member(Broken(unpacker("bad data")), "a") == b""
    with pytest.raises(ZeroDivisionError):
        read_member(Broken(ZeroDivisionError()), "a")


def test_an_archive_that_we_write_opens_is_safe_and_is_the_same_every_time():
    files = [("a.txt", b"A" * 5_000), ("map/b.bin", bytes(range(256)))]
    at = datetime(2026, 11, 26, 14, 30, 2)
    data = write_archive(files, at=at)
    assert data == write_archive(iter(files), at=at)
    assert why_unsafe(data) is None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == dict(files)
        assert archive.getinfo("a.txt").date_time == (2026, 11, 26, 14, 30, 2)


@pytest.mark.parametrize("names", [("../uit.txt",), ("/vast.txt",), ("a.txt", "A.TXT")])
def test_an_archive_holds_no_name_that_leads_out_and_none_twice(names):
    with pytest.raises(ValueError, match="cannot stand"):
        write_archive([(name, b"x") for name in names], at=datetime(2026, 11, 26))
