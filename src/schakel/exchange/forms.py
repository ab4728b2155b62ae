"""The form with which somebody sends a workbook."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.exchange.workbook.opening import sentence
from schakel.methods.workbooks import Unfit
from schakel.web.sent_file import SentFile, say_too_large


class WorkbookForm(forms.Form):
    """One Excel file; what is in it is checked by the action."""

    file = SentFile(
        label=gettext_lazy("Uw ingevulde werkmap"),
        help_text=gettext_lazy("Een Excel-bestand (.xlsx) van hooguit 10 MB. Er wordt nog niets ingevoerd."),
        endings=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )

    def __init__(self, *args: Any, is_too_large: bool = False, **options: Any) -> None:
        """Say that a file was too large to be kept while it came in."""
        super().__init__(*args, **options)
        say_too_large(self, sentence(Unfit.TOO_BIG), is_too_large=is_too_large)


def chosen(asked: Any, *names: str) -> dict[str, str]:
    """The filters of a page that stand in its address, as far as they can be text."""
    found = {name: str(asked.get(name, ""))[:100].replace("\x00", "").strip() for name in names}
    return {name: value for name, value in found.items() if value}


def as_filename(*parts: str) -> str:
    """A name for a file that every system takes."""
    return "-".join(part for part in parts if part) or _("lijst")
