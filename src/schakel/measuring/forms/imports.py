"""The form with which somebody sends a file with figures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from schakel.measuring.incoming.opening import sentence
from schakel.methods.workbooks import Unfit
from schakel.web.fields import Words
from schakel.web.sent_file import SentFile, say_too_large


class FileForm(forms.Form):
    """One file; what is in it is checked by the action."""

    file = SentFile(
        label=gettext_lazy("Uw ingevulde bestand"),
        help_text=gettext_lazy("Excel (.xlsx) of CSV, hooguit 10 MB. Er wordt nog niets ingevoerd."),
    )
    reason = Words(
        label=gettext_lazy("Waarom verbetert u cijfers die er al stonden?"),
        help_text=gettext_lazy("Alleen als dat zo is. De oude cijfers blijven erbij staan."),
        most=500,
        required=False,
    )

    def __init__(self, *args: Any, is_too_large: bool = False, **options: Any) -> None:
        """Say that a file was too large to be kept while it came in."""
        super().__init__(*args, **options)
        say_too_large(self, sentence(Unfit.TOO_BIG), is_too_large=is_too_large)
