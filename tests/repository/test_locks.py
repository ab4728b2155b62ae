"""The locks hold what the project asks for, each with its hashes, and no address of a package index."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import bootstrap
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCKS = {path.stem: path.read_text() for path in sorted((ROOT / "requirements").glob("*.txt"))}


def pinned(lock: str) -> dict[str, str]:
    """Name and version of every package in a lock."""
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", LOCKS[lock], re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock):
    found = re.search(r"https?:|index-url|find-links|file:|\s@\s", LOCKS[lock], re.IGNORECASE)
    assert found is None, f"{found and found[0]} in {lock}.txt"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_a_version_and_hashes(lock):
    for block in bootstrap.blocks(ROOT / "requirements" / f"{lock}.txt"):
        assert re.match(r"[a-z0-9._-]+==\S+ ", block), block
        assert "--hash=sha256:" in block, block


def test_there_are_two_locks_and_they_agree():
    assert set(LOCKS) == {"run", "dev"}
    run, dev = pinned("run"), pinned("dev")
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [("run", PROJECT["dependencies"]), ("dev", PROJECT["optional-dependencies"]["dev"])],
)
def test_a_lock_holds_what_the_project_asks_for(lock, wanted):
    versions = pinned(lock)
    for requirement in map(Requirement, wanted):
        name = canonicalize_name(requirement.name)
        assert name in versions, f"{name} is not locked: make locks"
        assert requirement.specifier.contains(versions[name]), f"{name} {versions[name]}: make locks"


def test_every_dependency_says_why_it_is_here():
    text = (ROOT / "pyproject.toml").read_text().partition("[project]")[2]
    for requirement in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]:
        at = text.index(f'"{requirement}"')
        line = text[at : text.index("\n", at)]
        before = text[:at].rstrip().splitlines()[-1]
        assert "  # " in line or before.lstrip().startswith("# "), requirement
