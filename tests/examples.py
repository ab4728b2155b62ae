"""Which examples a property gets: the same few in every run of the tests, many and always others in `make nightly`.

A run that fails must fail again for whoever looks at it, and may not fail for a change that has nothing to do with it:
so the everyday run takes its examples from the text of each property, and looking for the unknown is work of the night.
"""

from __future__ import annotations

import os

from hypothesis import settings

IS_NIGHT = os.environ.get("EXAMPLES") == "nightly"

settings.register_profile("everyday", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("nightly", max_examples=2_000, deadline=None, print_blob=True)


def use_profile() -> None:
    """Let a property that names no number of its own use that of the day or of the night."""
    settings.load_profile("nightly" if IS_NIGHT else "everyday")


def examples(everyday: int, *, nightly: int) -> int:
    """Choose the number of examples of a property that costs more than most."""
    return nightly if IS_NIGHT else everyday
