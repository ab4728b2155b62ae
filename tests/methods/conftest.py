"""What tests of the methods stand on."""

from __future__ import annotations

import csv

import pytest

from schakel.methods.eventlog.log import open_log
from schakel.methods.eventlog.prepare import prepare
from schakel.methods.eventlog.profile import Profile


@pytest.fixture
def made(tmp_path):
    """Prepare a text or bytes; returns the manifest, the log that is open and the rejected rows."""

    def make(content: str | bytes, known: Profile | None = None, name: str = "bron"):
        source = tmp_path / name
        source.write_bytes(content.encode() if isinstance(content, str) else content)
        out = tmp_path / f"log{len(list(tmp_path.iterdir()))}"
        manifest = prepare(source, out, known)
        counts = manifest["counts"]
        assert counts["read"] == counts["used"] + counts["rejected"]
        with (out / "rejected.csv").open(encoding="utf-8", newline="") as file:
            rejected = [(int(row["line"]), row["reason"], row["value"]) for row in csv.DictReader(file)]
        assert len(rejected) == counts["rejected"]
        return manifest, open_log(out), rejected

    return make


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A place for logs."""
    return tmp_path_factory.mktemp("logs")
