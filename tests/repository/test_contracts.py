"""The import contracts see what they should: each is shown a made-up import that breaks it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import grimp
import pytest

from tests.repository.contracts import FrontDoorsOnly

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


@pytest.mark.parametrize(
    ("importer", "imported", "kept"),
    [
        ("schakel.overview.views", "schakel.governance.views", False),
        ("schakel.overview.views.deciding", "schakel.governance.forms.vote", False),
        ("schakel.governance.urls", "schakel.governance.views", True),
        ("schakel.overview.views", "schakel.governance.actions", True),
    ],
)
def test_an_app_is_entered_by_its_front_door(importer, imported, kept):
    graph = grimp.ImportGraph()
    graph.add_module(importer)
    graph.add_module(imported)
    graph.add_import(importer=importer, imported=imported)
    contract = FrontDoorsOnly(
        name="Front doors only",
        session_options={"root_packages": ["schakel"]},
        contract_options={"closed": ["views", "forms"]},
    )
    check = contract.check(graph, verbose=False)
    assert check.kept is kept
    contract.render_broken_contract(check)


def test_the_four_contracts_are_there_and_every_app_stands_on_a_layer():
    assert [contract["name"] for contract in CONTRACTS] == [
        "Apps stand in layers",
        "Layers inside an app",
        "Methods are pure",
        "Front doors only",
    ]
    assert CONTRACTS[0]["exhaustive"] is True
