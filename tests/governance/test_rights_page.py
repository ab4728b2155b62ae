"""The reference page of rights says what the code says."""

import importlib.util
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_page_of_rights_is_current():
    specification = importlib.util.spec_from_file_location("rights", DOCS / "makers" / "rights.py")
    maker = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(maker)
    for name, text in maker.pages().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, "run `make docs`"
