"""How many random examples a property gets: few in every run of the tests, many in `make nightly`."""

from __future__ import annotations

import os

from hypothesis import settings

IS_NIGHT = os.environ.get("EXAMPLES") == "nightly"

settings.register_profile("everyday", max_examples=40, deadline=None)
settings.register_profile("nightly", max_examples=2_000, deadline=None, print_blob=True)


def use_profile() -> None:
    """Let a property that names no number of its own use that of the day or of the night."""
    settings.load_profile("nightly" if IS_NIGHT else "everyday")


def examples(everyday: int, *, nightly: int) -> int:
    """Choose the number of examples of a property that costs more than most."""
    return nightly if IS_NIGHT else everyday
