"""What goes out as Excel cannot live, and what comes in is looked at before it is opened."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from schakel.methods.workbooks import (
    LIVE,
    LONGEST_TEXT,
    Column,
    Sheet,
    Unfit,
    meant_text,
    safe_text,
    why_unfit,
    write_workbook,
)

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


def written(*rows: list[object], **options: object) -> bytes:
    """A workbook with one sheet of two columns."""
    sheet = Sheet("Blad", [Column("A"), Column("B", offers='"ja,nee"', hint="Kies")], rows, **options)
    return write_workbook([sheet], title="Proef", made_at=NOW)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
@example("\x1f=1+1")
@example("\x00@a")
def test_no_text_lives_and_every_text_comes_back(text: str) -> None:
    safe = safe_text(text)
    assert not safe.startswith(LIVE)
    kept = "".join(sign for sign in text if sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff"))
    if kept == text and not (text.startswith("'") and text[1:].startswith(LIVE)):
        assert meant_text(safe) == text


@given(
    st.lists(st.sampled_from(["=1+1", "+31", "-2", "@a", "\tx", "gewoon", "#N/A", "'s avonds"]), min_size=1)
)
def test_a_file_holds_texts_as_texts(texts: list[str]) -> None:
    page = load_workbook(io.BytesIO(written(*([text] for text in texts)))).worksheets[0]
    for cell, text in zip(page["A"][1:], texts, strict=True):
        assert cell.data_type == "s"
        assert cell.value == safe_text(text)


def test_days_are_days_amounts_are_numbers_and_a_zone_is_left_out() -> None:
    data = written(
        [date(2024, 2, 3), Decimal("1250.50")], [NOW, 2.5], [True, 7], above=["Titel", "Toelichting"]
    )
    page = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [cell.value for cell in page[5]] == [datetime(2024, 2, 3), 1250.5]
    assert [cell.number_format for cell in page[5]] == ["dd-mm-yyyy", "#,##0.00"]
    assert [cell.value for cell in page[6]] == [datetime(2026, 11, 26, 12), 2.5]
    assert [cell.value for cell in page[7]] == ["ja", 7]
    assert page.freeze_panes == "B5"
    assert page.auto_filter.ref == "A4:B7"


def test_lists_of_choices_stand_ready_for_as_many_rows_as_may_be_filled_in() -> None:
    page = load_workbook(io.BytesIO(written(["voorbeeld", "ja"], n_pale=1, n_ready=100))).worksheets[0]
    [rule] = page.data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1, rule.prompt) == ("B2:B101", '"ja,nee"', "Kies")
    assert page["A2"].font.italic


def test_a_text_longer_than_a_cell_is_cut_with_a_sign() -> None:
    assert len(safe_text("a" * 40_000)) == LONGEST_TEXT
    assert safe_text("a" * 40_000).endswith("…")


def test_what_is_no_value_or_no_workbook_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError, match="not list"):
        written([["a"]])
    with pytest.raises(ValueError, match="needs a sheet"):
        write_workbook([], title="Leeg", made_at=NOW)


def test_what_we_write_is_fit_to_read() -> None:
    assert why_unfit(written(["a", "ja"])) is None


@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(data: bytes) -> None:
    assert why_unfit(data) in set(Unfit)
    assert why_unfit(b"PK\x03\x04" + data) in set(Unfit)


def test_a_workbook_with_two_parts_of_one_name_is_damaged() -> None:
    held = io.BytesIO(written(["a", "ja"]))
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("XL/Workbook.xml", b"<x/>")
    assert why_unfit(held.getvalue()) == Unfit.DAMAGED
