"""What bringing in a workbook did or would do, sheet by sheet, as plain values that can be kept and shown."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from schakel.exchange.report import Report
from schakel.exchange.rules import MOST_FAULTS
from schakel.exchange.tree import Fault
from schakel.exchange.workbook.columns import EXAMPLE_COLUMN, SHEETS, SheetPlan
from schakel.exchange.workbook.rows import Filled


def outcome_of(report: Report, filled: Filled) -> dict[str, Any]:
    """Sheet by sheet: what is made, what changes from what to what, how many rows stay as they are."""
    sheets = []
    for plan in SHEETS:
        made = [key for word, key in report.made if word in _words(plan)]
        changed = [line for line in report.changed if line.startswith(_words(plan))]
        n_touched = len({one for one in report.touched if one[0] in _words(plan)})
        n_rows = len(filled.rows[plan.title])
        sheets.append(
            {
                "title": plan.title,
                "n_rows": n_rows,
                "made": made,
                "n_changed": n_touched,
                "changed": changed,
                "n_same": max(0, n_rows - len(made) - n_touched),
            }
        )
    return {
        "sheets": sheets,
        "themes": [key for word, key in report.made if word == _("thema’s")],
        "defaults": report.defaults,
        "deviating": report.deviating,
        "n_examples": filled.n_examples,
        "passed_by": filled.passed_by,
        "is_without_effect": report.is_without_effect,
    }


def _words(plan: SheetPlan) -> tuple[str, ...]:
    return tuple(_(word) for word in plan.words)


def outcome_of_faults(faults: list[Fault]) -> dict[str, Any]:
    """Everything that is wrong, sheet by sheet and row by row, with the heading of the column."""
    found = []
    for plan in SHEETS:
        wrong = sorted(fault for fault in faults if fault.sheet == plan.title)
        if wrong:
            lines = [_fault(plan, fault) for fault in wrong[:MOST_FAULTS]]
            found.append({"title": plan.title, "n": len(wrong), "faults": lines})
    general = [fault.text for fault in faults if not fault.sheet]
    return {"faults": found, "general": general, "n_faults": len(faults)}


def _fault(plan: SheetPlan, fault: Fault) -> dict[str, Any]:
    """One fault as it is shown: row, letter and heading of the column, and the sentence."""
    titles = [EXAMPLE_COLUMN, *(cell.title for cell in plan.cells)]
    text = fault.text[:1].upper() + fault.text[1:]
    heading = titles[fault.column - 1] if 1 < fault.column <= len(titles) else ""
    return {
        "row": fault.line,
        "column": get_column_letter(max(1, fault.column)),
        "heading": heading,
        "text": text,
    }
