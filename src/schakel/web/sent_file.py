"""A field for one file that somebody sends, with the same words wherever a file comes in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy


class SentFile(forms.FileField):
    """One file; what is in it is looked at by who asked for it."""

    def __init__(self, *, endings: str = ".xlsx,.csv", **options: Any) -> None:
        """endings: which files a browser offers, as in the attribute ``accept``."""
        options.setdefault("widget", forms.FileInput(attrs={"accept": endings}))
        options["error_messages"] = {
            "required": gettext_lazy("Kies eerst een bestand."),
            "empty": gettext_lazy("Dit bestand is leeg."),
            "invalid": gettext_lazy("Kies eerst een bestand."),
            "max_length": gettext_lazy("De naam van dit bestand is te lang. Maak hem korter."),
            **options.get("error_messages", {}),
        }
        super().__init__(**options)


def say_too_large(form: forms.BaseForm, words: Any, *, is_too_large: bool, name: str = "file") -> None:
    """Say that a file was let go of while it came in, where otherwise would stand that there is none."""
    if is_too_large:
        form.fields[name].error_messages["required"] = words
