"""What a test expects that is refused."""

from __future__ import annotations

from typing import Any

import pytest

from schakel.web.refusal import Refused


def refused(words: str) -> Any:
    """Expect a refusal whose reason has these words."""
    return pytest.raises(Refused, match=words)
