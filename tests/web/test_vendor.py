"""What others made is kept as it was published."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

import schakel.web

STATIC = Path(schakel.web.__file__).parent / "static"
README = (STATIC / "vendor" / "README.md").read_text()
LISTED = dict(re.findall(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", README, re.MULTILINE))


@pytest.mark.parametrize("name", sorted(LISTED))
def test_a_file_of_others_has_the_sum_that_is_written_down(name: str):
    assert hashlib.sha256((STATIC / name).read_bytes()).hexdigest() == LISTED[name]


def test_every_file_of_others_is_listed_with_its_licence():
    there = {f"vendor/{path.name}" for path in (STATIC / "vendor").glob("*.js")}
    there |= {f"fonts/{path.name}" for path in (STATIC / "fonts").glob("*.woff2")}
    there |= {f"../fonts/{path.name}" for path in (STATIC.parent / "fonts").glob("*.ttf")}
    assert there == set(LISTED)
    for fonts in (STATIC / "fonts", STATIC.parent / "fonts"):
        assert "SIL Open Font License" in (fonts / "OFL.txt").read_text()
    assert (STATIC / "vendor" / "htmx-LICENSE.txt").is_file()


def test_htmx_is_the_version_that_is_written_down():
    version = re.search(r"htmx\.org (\d+\.\d+\.\d+)", README)
    assert version
    assert f'version:"{version[1]}"' in (STATIC / "vendor" / "htmx.min.js").read_text()
