"""What a process that opens a file from outside may use, and what it takes for harm."""

from __future__ import annotations

import io
import sys
import zipfile
from types import SimpleNamespace

import pytest

from schakel.documents import apart
from tests.factories.documents import zipped

ENTITY = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


def is_plain(members: dict[str, bytes]) -> bool:
    with zipfile.ZipFile(io.BytesIO(zipped(members))) as archive:
        return apart.is_plain_xml(archive)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_part_that_declares_entities_is_found_in_every_encoding(encoding):
    assert not is_plain({"xl/workbook.xml": ENTITY.encode(encoding)})
    assert is_plain({"xl/media/notes.bin": ENTITY.encode(encoding), "xl/workbook.xml": b"<x/>"})


def test_a_declaration_is_found_also_where_two_pieces_meet():
    at = 1_000_000 - 4
    assert not is_plain({"a.xml": b"<x>" + b" " * (at - 3) + ENTITY.encode()})
    assert is_plain({"a.xml": b"<x>" + b" " * (at - 3) + b"</x>"})


def test_memory_and_time_are_taken_away_and_what_the_system_refuses_is_left_as_it_is(monkeypatch):
    asked = []

    def refuse(what, most):
        asked.append((what, most))
        raise ValueError("not allowed to exceed maximum limit")

    monkeypatch.setitem(sys.modules, "resource", SimpleNamespace(RLIMIT_AS=1, RLIMIT_CPU=2, setrlimit=refuse))
    apart.limit(700_000_000, 20)
    assert asked == [(1, (700_000_000,) * 2), (2, (20, 20))], (
        "the second is asked though the first was refused"
    )
    monkeypatch.setitem(sys.modules, "resource", None)
    apart.limit(700_000_000, 20)
    assert len(asked) == 2


def test_where_the_system_does_not_tell_its_memory_nothing_is_near_the_limit(monkeypatch):
    def nowhere(*_words, **_options):
        raise FileNotFoundError("/proc/self/status")

    monkeypatch.setattr("builtins.open", nowhere)
    peak = apart.peak_bytes()
    monkeypatch.undo()
    assert peak == 0
    assert apart.why_unfit(ValueError(), peak=peak, memory_bytes=100) == "damaged"
    assert apart.why_unfit(ValueError(), peak=81, memory_bytes=100) == "too_much"
    assert apart.why_unfit(MemoryError(), peak=peak, memory_bytes=100) == "too_much"
    assert (
        apart.why_unfit(type("EntitiesForbidden", (ValueError,), {})(), peak=0, memory_bytes=1) == "entities"
    )
