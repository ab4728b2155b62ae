"""The process that opens a file from outside knows no secrets of the one that started it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from schakel.documents.reading import read_words
from schakel.documents.rules import FileKind
from schakel.exchange.workbook.opening import open_workbook
from tests.factories.workbooks import SMALL, make_workbook

SECRET = "SCHAKEL_SECRET_OF_A_TEST"
TELL = "import json, os; print(json.dumps({'text': ' '.join(os.environ), 'is_cut': False, 'sheets': [%s]}))"
SHEET = "{'title': ' '.join(os.environ), 'rows': []}"


@pytest.fixture
def telling(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child, started just as it is, tells the names that it knows instead of reading the file."""
    run = subprocess.run

    def tell(words: list[str], **how: Any) -> Any:
        assert words[:2] == [sys.executable, "-I"]
        return run([*words[:2], "-c", TELL % SHEET], **how)

    monkeypatch.setenv(SECRET, "geheim")
    monkeypatch.setattr(subprocess, "run", tell)


@pytest.mark.usefixtures("telling")
def test_the_reader_of_a_document_sees_no_secret() -> None:
    names = read_words(b"Valpreventie", FileKind.TXT).text.split()
    assert "PATH" in names
    assert not [name for name in names if name.startswith("SCHAKEL_")]


@pytest.mark.usefixtures("telling")
def test_the_reader_of_a_workbook_sees_no_secret() -> None:
    [page] = open_workbook(make_workbook(**SMALL))
    assert "PATH" in page.title.split()
    assert "SCHAKEL_" not in page.title
