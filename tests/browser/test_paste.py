"""Pasting figures from Excel into the grid: in a cell, or as a block; nothing is kept before it is saved."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Become

#: Two cells for each month: numerator and denominator.
GRID = "meten/invullen/gebeld-met-de-specialist/"
PASTE = """(field, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  field.focus();
  field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def paste(page: Page, row: int, text: str) -> None:
    """Paste a text in the first cell of a row, as Excel puts it on the clipboard."""
    field = page.locator("table.entry tbody tr").nth(row).locator("input").first
    field.evaluate(f"(field, text) => ({PASTE})(field, text)", text)


def typed(page: Page, row: int) -> list[str]:
    """What stands in the cells of a row."""
    fields = page.locator("table.entry tbody tr").nth(row).locator("input")
    return [fields.nth(at).input_value() for at in range(fields.count())]


def test_a_block_from_excel_fills_the_cells_to_the_right_and_below(become: Become, site: str) -> None:
    page = become("Kees Voorbeeld")
    page.goto(f"{site}/de-linde/{GRID}")
    n_rows = page.locator("table.entry tbody tr").count()
    last = typed(page, n_rows - 1)
    paste(page, 0, "11\t81\r\n12\t82\r\n")
    assert (typed(page, 0), typed(page, 1)) == (["11", "81"], ["12", "82"])
    assert typed(page, n_rows - 1) == last, "what was not pasted stays"
    focused = page.evaluate("document.activeElement.value")
    assert focused == "82", "the reader stands where the block ends"
    paste(page, n_rows - 1, "1\t2\n3\t4")
    assert typed(page, n_rows - 1) == ["1", "2"], "what sticks out below falls off and breaks nothing"
    page.goto(f"{site}/de-linde/{GRID}")
    assert typed(page, 0) != ["11", "81"], "nothing is kept before it is saved"


def test_pasted_figures_are_saved_and_one_that_is_none_is_told_with_all_still_there(
    become: Become, site: str
) -> None:
    page = become("Kees Voorbeeld")
    page.goto(f"{site}/de-linde/{GRID}")
    paste(page, 0, "veel\t81")
    page.get_by_role("button", name="Bewaar deze cijfers").click()
    expect(page.get_by_role("alert")).to_contain_text("Dit klopt nog niet. Uw cijfers staan er nog")
    assert typed(page, 0) == ["veel", "81"]
    paste(page, 0, "11\t81")
    page.get_by_role("button", name="Bewaar deze cijfers").click()
    expect(page.get_by_role("status").first).to_contain_text("1 cijfer bewaard")
    assert typed(page, 0) == ["11", "81"]


def test_without_pasting_in_a_cell_a_block_goes_into_the_field_below(become: Become, site: str) -> None:
    page = become("Kees Voorbeeld")
    page.goto(f"{site}/de-linde/{GRID}")
    row = page.locator("table.entry tbody tr").nth(2)
    period = row.locator("th").inner_text().strip()
    page.get_by_label("Plak hier een blok uit Excel").fill(f"{period}\t13\t83")
    page.get_by_role("button", name="Zet dit in het rooster").click()
    expect(page.get_by_text("Er staan 2 cijfers uit Excel in het rooster")).to_be_visible()
    assert typed(page, 2) == ["13", "83"]
