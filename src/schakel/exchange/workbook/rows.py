"""The filled-in rows of each sheet: headings found back, examples passed by, every cell read or refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from schakel.exchange.tree import CannotRead, Fault
from schakel.exchange.workbook.columns import (
    CHOICES_SHEET,
    EXAMPLE_COLUMN,
    EXAMPLE_WORD,
    HELP_SHEET,
    MAX_ROWS,
    SHEETS,
    SheetPlan,
)
from schakel.exchange.workbook.opening import Page
from schakel.exchange.workbook.values import Wrong, near, plain, value_of

#: The heading stands in one of the first rows.
HEAD_ROWS = 10


@dataclass
class Row:
    """One row: its number in Excel, its values by fact, and in which column each stands."""

    plan: SheetPlan
    number: int
    values: dict[str, Any]
    columns: dict[str, int]
    wrong: set[str] = field(default_factory=set)

    def fault(self, name: str, text: str) -> Fault:
        """A fault in one cell of this row."""
        return Fault(self.number, self.columns.get(name, 1), text, self.plan.title)

    @property
    def key_name(self) -> str:
        """Which fact is the key of this sheet; seats have none."""
        return next((cell.name for cell in self.plan.cells if cell.take.value == "key"), "")


@dataclass
class Filled:
    """Everything that was filled in, with all faults found so far and the sheets that mean nothing here."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    n_examples: int = 0
    passed_by: list[str] = field(default_factory=list)

    def wrong(self, row: Row, name: str, text: str) -> None:
        """Note a fault in one cell, once."""
        if name not in row.wrong:
            row.wrong.add(name)
            self.faults.append(row.fault(name, text))


def rows_of(pages: list[Page]) -> Filled:
    """Read the sheets that we know; raises CannotRead when there is none of them, or a heading is missing."""
    plans = {plain(plan.title): plan for plan in SHEETS}
    found = Filled(rows={plan.title: [] for plan in SHEETS})
    for page in pages:
        plan = plans.get(plain(page.title))
        if plan is not None:
            _read(found, plan, page)
        elif page.rows and plain(page.title) not in {plain(HELP_SHEET), plain(CHOICES_SHEET)}:
            found.passed_by.append(page.title)
    known = {plain(page.title) for page in pages}
    if not known & set(plans):
        titles = ", ".join(plan.title for plan in SHEETS)
        raise CannotRead(
            Fault(
                0,
                0,
                _("In deze werkmap staat geen blad dat wij kennen. Wij lezen: %(titles)s.")
                % {"titles": titles},
            )
        )
    if not any(found.rows.values()) and not found.faults:
        raise CannotRead(
            Fault(0, 0, _("Er is nog niets ingevuld. Vul eerst regels in onder de voorbeelden."))
        )
    return found


def _read(found: Filled, plan: SheetPlan, page: Page) -> None:
    """Read one sheet: first its heading, then its rows."""
    if not page.rows:
        return
    head = _head(plan, page)
    if head is None:
        titles = ", ".join(cell.title for cell in plan.cells if cell.must)
        found.faults.append(
            Fault(
                1,
                1,
                _("de koppen ontbreken. Gebruik ons sjabloon; nodig zijn minstens: %(titles)s.")
                % {"titles": titles},
                plan.title,
            )
        )
        return
    number, columns, mark = head
    for title, column in _unknown_titles(plan, page, number):
        words = _("de kop “%(title)s” kennen wij niet.%(near)s") % {
            "title": title[:60],
            "near": near(title, [cell.title for cell in plan.cells]),
        }
        found.faults.append(Fault(number, column, words, plan.title))
    rows = [(place, cells) for place, cells in page.rows if place > number]
    if len(rows) > MAX_ROWS + 10:
        words = _("dit blad heeft meer dan 1.000 regels. Verdeel het over twee bestanden.")
        found.faults.append(Fault(rows[MAX_ROWS][0], 1, words, plan.title))
        return
    for place, cells in rows:
        _read_row(found, plan, place, cells, columns, mark)


def _head(plan: SheetPlan, page: Page) -> tuple[int, dict[str, int], int] | None:
    """The row of the headings, in which column each fact stands, and the column that marks examples (0: none)."""
    titles = {plain(cell.title): cell.name for cell in plan.cells}
    must = {cell.name for cell in plan.cells if cell.must}
    for number, cells in page.rows[:HEAD_ROWS]:
        written = [plain(cell[1]).rstrip(" *") if cell and cell[0] == "s" else "" for cell in cells]
        columns = {titles[title]: place for place, title in enumerate(written, start=1) if title in titles}
        if must <= set(columns):
            mark = plain(EXAMPLE_COLUMN)
            return number, columns, written.index(mark) + 1 if mark in written else 0
    return None


def _unknown_titles(plan: SheetPlan, page: Page, number: int) -> list[tuple[str, int]]:
    """Headings that we do not know: what stands under them would be lost without a word."""
    known = {plain(cell.title) for cell in plan.cells} | {plain(EXAMPLE_COLUMN)}
    cells = next(cells for place, cells in page.rows if place == number)
    written = [(str(cell[1]), place) for place, cell in enumerate(cells, start=1) if cell]
    return [(title, place) for title, place in written if plain(title).rstrip(" *") not in known]


def _read_row(
    found: Filled, plan: SheetPlan, number: int, cells: list[Any], columns: dict[str, int], mark: int
) -> None:
    marked = cells[mark - 1] if mark and mark <= len(cells) else None
    if marked and plain(marked[1]).startswith(EXAMPLE_WORD):
        found.n_examples += 1
        return
    row = Row(plan, number, {}, columns)
    for cell in plan.cells:
        place = columns.get(cell.name)
        written = cells[place - 1] if place and place <= len(cells) else None
        try:
            value = value_of(cell, written)
        except Wrong as wrong:
            found.wrong(row, cell.name, str(wrong))
            row.values[cell.name] = None
            continue
        if value is not None:
            row.values[cell.name] = value
    if not row.values:
        return
    found.rows[plan.title].append(row)
    for cell in plan.cells:
        if cell.must and cell.name not in row.values:
            found.wrong(row, cell.name, _("hier ontbreekt: %(title)s.") % {"title": cell.title.lower()})
    row.values = {name: value for name, value in row.values.items() if value is not None}


def wish(name: str) -> str:
    """The key that a name gets when none was filled in."""
    return slugify(name)[:60].strip("-_").replace("_", "-")
