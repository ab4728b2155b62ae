"""A control chart, drawn beforehand: a page never draws one itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from schakel.methods.spc import ControlChart, Direction, Method, Series, control_chart
from schakel.web.chain_picture import Bar, Picture, picture
from schakel.web.control_chart.page import ControlChartOnPage, on_page
from schakel.web.road_picture import Leg, Road, road

DRAWINGS = Path(__file__).parent
TITLE = "Regelkaart: deel van de vragen dat de huisarts zelf beantwoordt"
#: Percentages by month: a baseline of twelve, one month not measured, then the start.
VALUES = (76, 79, 74, 78, 77, 80, 75, 73, 78, 77, 79, 78, None, 76, 79, 78, 80, 79, 82, 80, 83, 81, 82)


def example() -> ControlChart:
    """The made-up series of the page of components."""
    periods = tuple(f"{2025 + at // 12}-{at % 12 + 1:02d}" for at in range(len(VALUES)))
    return control_chart(
        Series(VALUES, periods=periods), Method(direction=Direction.HIGHER, target=88, fixed=12, highest=100)
    )


def example_on_page() -> ControlChartOnPage:
    """The same with its drawings."""
    broad, narrow = (
        (DRAWINGS / f"control_chart_{name}.svg").read_text(encoding="utf-8") for name in ("broad", "narrow")
    )
    return on_page(example(), broad=broad, narrow=narrow)


def example_chain() -> Picture:
    """A chain of the made-up network with one link of every look."""
    links = (
        ("Huisartsen De Es", "Ziekenhuis De Linde", 420, "norm_met", "20 dagen"),
        ("Ziekenhuis De Linde", "Revalidatiehuis Lindetuin", 160, "norm_met", "4,3 dagen"),
        ("Ziekenhuis De Linde", "Zorggroep Lindehof", 60, "norm_not_met", "95 dagen"),
        ("Revalidatiehuis Lindetuin", "Wijkzorg Lindestreek", 90, "norm_none", "4,8 dagen"),
    )
    bars = [
        Bar(source, target, n, state, plate, f"{source} naar {target}: {plate}", "#ketenplaat")
        for source, target, n, state, plate in links
    ]
    return picture(bars, title="Plaat van de keten", described="Een van de vier schakels haalt de norm niet.")


_SHADES = (
    "",
    "10 tot en met 29",
    "30 tot en met 99",
    "100 tot en met 299",
    "300 tot en met 999",
    "1.000 of meer",
)
#: How many people where in which month.
DENSITY = {
    "density_months": [{"label": "nov", "year": "2026"}, {"label": "dec"}, {"label": "jan", "year": "2027"}],
    "density_rows": [
        {"name": name, "cells": [{"shade": shade, "words": _SHADES[shade]} for shade in shades]}
        for name, shades in (("Huisarts", (5, 4, 3)), ("Kliniek", (0, 1, 2)))
    ],
    "density_shades": [{"shade": at, "words": words} for at, words in enumerate(_SHADES) if at],
}


def example_road() -> Road:
    """A road of the made-up network with a step of every look, one that skips a stop and one that goes back."""
    stops = ["Thuis", "Ziekenhuis", "Revalidatie (GRZ)", "Thuiszorg", "Weer thuis"]
    steps = (
        (0, 1, 400, "norm_none", ""),
        (1, 2, 160, "norm_not_met", "2,4 nacht"),
        (2, 3, 120, "norm_met", "0,3 nacht"),
        (3, 4, 90, "norm_none", ""),
        (1, 4, 180, "norm_met", "0,2 nacht"),
        (2, 1, 14, "norm_none", "0 nachten"),
    )
    legs = [
        Leg(source, target, n, state, plate, f"{stops[source]} naar {stops[target]}: {plate}", "#weg")
        for source, target, n, state, plate in steps
    ]
    return road(
        stops, legs, title="De weg van huis tot huis", described="Eén stap gaat niet zoals afgesproken."
    )


def example_chains() -> dict[str, Any]:
    """The chain, the road and how many people were where, by the names they have on the page."""
    return {**DENSITY, "chain_map": example_chain(), "road": example_road()}
