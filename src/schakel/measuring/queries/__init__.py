"""Readings for the pages of measuring."""

from schakel.measuring.queries.exits import HIDDEN, Shown, let_out
from schakel.measuring.queries.indicators import (
    CatalogueLine,
    Difference,
    Sheet,
    catalogue_lines,
    find_indicator,
    indicator_sheet,
)
from schakel.measuring.queries.series import (
    Entry,
    Figure,
    Grid,
    SeriesPage,
    entries,
    find_series,
    grid,
    series_of,
    series_page,
)

__all__ = [
    "HIDDEN",
    "CatalogueLine",
    "Difference",
    "Entry",
    "Figure",
    "Grid",
    "SeriesPage",
    "Sheet",
    "Shown",
    "catalogue_lines",
    "entries",
    "find_indicator",
    "find_series",
    "grid",
    "indicator_sheet",
    "let_out",
    "series_of",
    "series_page",
]
