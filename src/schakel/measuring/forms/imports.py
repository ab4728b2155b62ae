"""The form with which somebody sends a file with figures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from schakel.measuring.incoming.opening import sentence
from schakel.methods.workbooks import Unfit
from schakel.web.fields import Words


class FileForm(forms.Form):
    """One file; what is in it is checked by the action."""

    file = forms.FileField(
        label=gettext_lazy("Uw ingevulde bestand"),
        help_text=gettext_lazy("Excel (.xlsx) of CSV, hooguit 10 MB. Er wordt nog niets ingevoerd."),
        error_messages={
            "required": gettext_lazy("Kies eerst een bestand."),
            "empty": gettext_lazy("Dit bestand is leeg."),
            "invalid": gettext_lazy("Kies eerst een bestand."),
            "max_length": gettext_lazy("De naam van dit bestand is te lang. Maak hem korter."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
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
        if is_too_large:
            self.fields["file"].error_messages["required"] = sentence(Unfit.TOO_BIG)
