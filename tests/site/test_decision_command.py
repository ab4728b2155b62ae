"""``schakel decision verify`` without a database: what a file proves by itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from schakel.governance.rules.decision_file import sealed_with_fingerprint
from schakel.site import machine
from schakel.site.commandline import main

TOLD = {
    "format": "schakel-besluit",
    "version": 1,
    "decision": {"number": "B-2026-001", "title": "Één nummer"},
}


@pytest.fixture(autouse=True)
def _no_database(monkeypatch: Any) -> None:
    monkeypatch.setattr(machine, "is_configured", lambda: False)


def verify(path: Path, capsys: Any) -> tuple[int, str]:
    code = main(["decision", "verify", str(path)])
    return code, "".join(capsys.readouterr())


def test_a_file_fits_its_own_fingerprint_or_was_changed(tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "b.json"
    whole = sealed_with_fingerprint(TOLD)
    file.write_text(json.dumps(whole, indent=4))
    code, words = verify(file, capsys)
    assert code == 0
    assert whole["fingerprint"] in words
    assert "zegt alleen het register" in words
    file.write_text(json.dumps(whole | {"version": 2}))
    code, words = verify(file, capsys)
    assert code == 1
    assert "Veranderd" in words


@pytest.mark.parametrize(
    "sent", [b"", b"{", b"[]", b"{}", b'{"fingerprint": "x", "a": "\\u0000"}', b" " * 300_000]
)
def test_what_is_no_file_of_ours_is_told_and_answered_with_two(
    tmp_path: Path, capsys: Any, sent: bytes
) -> None:
    file = tmp_path / "b.json"
    file.write_bytes(sent)
    code, words = verify(file, capsys)
    assert code == 2
    assert "geen heel controlebestand" in words
    assert verify(tmp_path / "weg.json", capsys)[0] == 2
