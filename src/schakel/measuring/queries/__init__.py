"""Readings for the pages of measuring."""

from schakel.measuring.queries.indicators import (
    CatalogueLine,
    Difference,
    Sheet,
    catalogue_lines,
    find_indicator,
    indicator_sheet,
)

__all__ = [
    "CatalogueLine",
    "Difference",
    "Sheet",
    "catalogue_lines",
    "find_indicator",
    "indicator_sheet",
]
