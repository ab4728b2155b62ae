"""What more than one test of measuring stands on."""

from __future__ import annotations

import pytest

from schakel.measuring import charting
from tests.factories.measuring import BEFORE, fill, make_indicator, make_series
from tests.factories.network import make_network, make_partner


@pytest.fixture
def no_drawing(monkeypatch):
    """Drawing takes a large library; what it draws has tests of its own."""
    monkeypatch.setattr(
        charting, "drawings", lambda chart, title, **more: ("<svg>breed</svg>", "<svg>smal</svg>")
    )


@pytest.fixture
def series(no_drawing):
    """A partner's year of figures."""
    network = make_network()
    made = make_series(network, make_indicator(network, target=50), partner=make_partner(network, "zgt"))
    fill(made, *BEFORE)
    return made
