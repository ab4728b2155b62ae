"""publiccode.yml holds what the standard asks for, and says the same as the project."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import yaml

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
MANDATORY = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "releaseDate",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}
FILE = yaml.safe_load((ROOT / "publiccode.yml").read_text())


def test_every_mandatory_key_is_there():
    assert {key for key in MANDATORY if not FILE.get(key)} == set()
    assert urlsplit(FILE["url"]).scheme == "https"
    assert FILE["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert FILE["softwareType"] == "standalone/web"
    assert datetime.date.fromisoformat(str(FILE["releaseDate"]))
    assert FILE["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    assert all(contact["name"] for contact in FILE["maintenance"]["contacts"])
    assert FILE["localisation"]["localisationReady"] is True


def test_it_is_described_in_dutch_and_english():
    assert set(FILE["description"]) == {"nl", "en"}
    for text in FILE["description"].values():
        assert len(text["genericName"]) <= 35
        assert len(text["shortDescription"]) <= 150
        assert 500 <= len(text["longDescription"]) <= 10_000
        assert text["features"]


def test_it_agrees_with_the_project():
    assert FILE["legal"]["license"] == PROJECT["license"] == "EUPL-1.2"
    assert FILE["softwareVersion"] == PROJECT["version"]
    licence = (ROOT / "LICENSE").read_text()
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in licence
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text()
