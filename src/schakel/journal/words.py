"""What the journal calls each action, in the words of people; one file for each app in `definitions/journal`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def words_of_verbs() -> Mapping[str, Mapping[str, str]]:
    """For each app the words of the verbs about its rows."""
    folder = files("schakel") / "definitions" / "journal"
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name)
    return {one.name.removesuffix(".toml"): tomllib.loads(one.read_text(encoding="utf-8")) for one in found}


def said(about_type: str, verb: str) -> str:
    """The words of one action; a verb of an older release without words is shown as it was written.

    >>> said("governance.decision", "decided"), said("governance.decision", "sang")
    ('besloten', 'sang')
    """
    return words_of_verbs().get(about_type.partition(".")[0], {}).get(verb, verb)
