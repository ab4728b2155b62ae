"""Every example that stands in the documentation of the code gives what it says."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import schakel

FOLDER = Path(schakel.__file__).parent


def modules_with_examples() -> dict[str, list[str]]:
    """The modules with an example in them, for each app."""
    found: dict[str, list[str]] = {}
    for path in sorted(FOLDER.rglob("*.py")):
        if ">>> " in path.read_text(encoding="utf-8"):
            parts = path.relative_to(FOLDER).with_suffix("").parts
            found.setdefault(parts[0], []).append(".".join(["schakel", *parts]).removesuffix(".__init__"))
    return found


MODULES = modules_with_examples()


@pytest.mark.parametrize("app", MODULES)
def test_every_example_gives_what_it_says(app: str) -> None:
    for name in MODULES[app]:
        failed, tried = doctest.testmod(import_module(name))
        assert failed == 0, name
        assert tried, name
