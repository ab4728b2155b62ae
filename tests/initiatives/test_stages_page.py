"""The reference page of stages is what the code says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from schakel.initiatives.rules import NEXT, Stage

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_page_of_stages_is_made_from_the_tables_of_today():
    specification = importlib.util.spec_from_file_location("stages", DOCS / "makers" / "stages.py")
    maker = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(maker)
    for name, text in maker.pages().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, "run `make docs`"


def test_the_drawing_holds_every_step_but_parking_and_stopping():
    page = (DOCS / "reference" / "stages.md").read_text(encoding="utf-8")
    for stage in Stage:
        for to in NEXT[stage]:
            is_drawn = f"  {stage.value} --> {to.value}\n" in page
            aside = {Stage.PARKED, Stage.STOPPED}
            assert is_drawn == (stage not in aside and to not in aside), (stage, to)
