"""Readings for the pages of measuring."""

from schakel.measuring.queries.board import Board, BoardLine, SeriesView, board, series_view
from schakel.measuring.queries.exits import HIDDEN, Shown, Together, let_out, let_out_together
from schakel.measuring.queries.fiche import FicheContent, definition_rows, fiche_of, fiche_parts
from schakel.measuring.queries.indicators import (
    CatalogueLine,
    Difference,
    Sheet,
    catalogue_lines,
    find_indicator,
    indicator_sheet,
)
from schakel.measuring.queries.papers import PaperChart, chart_parts, paper_charts, table_parts
from schakel.measuring.queries.series import (
    Entry,
    Figure,
    Grid,
    SeriesPage,
    entries,
    facts_of,
    find_series,
    grid,
    is_intact,
    newest_of,
    series_of,
    series_page,
)

__all__ = [
    "HIDDEN",
    "Board",
    "BoardLine",
    "CatalogueLine",
    "Difference",
    "Entry",
    "FicheContent",
    "Figure",
    "Grid",
    "PaperChart",
    "SeriesPage",
    "SeriesView",
    "Sheet",
    "Shown",
    "Together",
    "board",
    "catalogue_lines",
    "chart_parts",
    "definition_rows",
    "entries",
    "facts_of",
    "fiche_of",
    "fiche_parts",
    "find_indicator",
    "find_series",
    "grid",
    "indicator_sheet",
    "is_intact",
    "let_out",
    "let_out_together",
    "newest_of",
    "paper_charts",
    "series_of",
    "series_page",
    "series_view",
    "table_parts",
]
