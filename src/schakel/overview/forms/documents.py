"""Forms of documents: a file with what it is, a newer version, and withdrawing one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.documents.rules import EXTENSIONS, clean_annex, clean_name, why_not_annex, why_not_take
from schakel.web.fields import LONG, SHORT, Words

_ACCEPT = ",".join(f".{ending}" for ending in EXTENSIONS)


class Upload(forms.FileField):
    """A file of a kind that we take; the clean value is its name as we keep it and its content."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.FileInput(attrs={"accept": _ACCEPT}))
        options["error_messages"] = {
            "required": gettext_lazy("Kies een bestand."),
            "invalid": gettext_lazy("Er kwam geen bestand mee. Kies het opnieuw."),
            "empty": gettext_lazy("Dit bestand is leeg."),
            "missing": gettext_lazy("Dit bestand heeft geen naam. Geef het een naam en kies het opnieuw."),
        }
        super().__init__(allow_empty_file=False, **options)

    def clean(self, data: Any, initial: Any = None) -> tuple[str, bytes]:
        """Read the file and refuse what is not taken, in words."""
        file = super().clean(data, initial)
        name, content = clean_name(file.name), file.read()
        if reason := why_not_take(content, name):
            raise forms.ValidationError(reason)
        return name, content


class _WithFile(forms.Form):
    """A form with a file; says so when the file was let go of because it is too large."""

    def __init__(self, *args: Any, is_too_large: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if is_too_large:
            self.fields["file"].error_messages["required"] = _(
                "Dit bestand is groter dan 10 MB. Maak het kleiner, of splits het."
            )

    @property
    def told(self) -> dict[str, Any]:
        """The values as the action takes them."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "file"}
        name, data = self.cleaned_data["file"]
        return values | {"name": name, "data": data}


class DocumentForm(_WithFile):
    """A new document."""

    file = Upload(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy(
            "PDF, Word, Excel, PowerPoint, OpenDocument-tekst, een foto, tekst of een CSV-tabel; hoogstens 10 MB. "
            "Zonder gegevens van één herkenbare patiënt."
        ),
    )
    title = Words(
        label=gettext_lazy("Hoe noemt u dit document?"),
        help_text=gettext_lazy("Laat u dit leeg, dan nemen wij de naam van het bestand."),
        most=SHORT,
        required=False,
    )
    why = Words(
        label=gettext_lazy("Waarvoor is dit document?"),
        help_text=gettext_lazy("Bijvoorbeeld: de offerte waar de begroting op rust."),
        most=1_000,
        rows=2,
        required=False,
    )
    annex = Words(
        label=gettext_lazy("Is dit een bijlage bij de overeenkomst? Welk nummer heeft die?"),
        help_text=gettext_lazy("Bijvoorbeeld 1 of A. Hoort het niet bij de tekst, laat dit dan leeg."),
        most=20,
        required=False,
    )
    point = forms.ChoiceField(
        label=gettext_lazy("Is het bewijs bij een punt van de volgende poort?"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Dit punt is er niet (meer). Kies opnieuw.")},
    )

    def __init__(
        self, *args: Any, points: Iterable[tuple[str, str]] = (), has_annexes: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        if not has_annexes:
            del self.fields["annex"]
        points = list(points)
        field: Any = self.fields["point"]
        field.choices = [("", _("Nee, het hoort bij het geheel")), *points]
        if not points:
            del self.fields["point"]

    def clean_annex(self) -> str:
        """The number alone, also when somebody typed the word before it."""
        typed = str(self.cleaned_data["annex"])
        if reason := why_not_annex(typed):
            raise forms.ValidationError(reason)
        return clean_annex(typed)


class VersionForm(_WithFile):
    """A newer version of a document."""

    file = Upload(
        label=gettext_lazy("Bestand"), help_text=gettext_lazy("De vorige versies blijven te lezen.")
    )
    why = Words(label=gettext_lazy("Wat is er anders?"), most=1_000, rows=2)


class WithdrawForm(forms.Form):
    """Why a document is withdrawn."""

    reason = Words(
        label=gettext_lazy("Waarom trekt u dit document in?"),
        help_text=gettext_lazy("Iedereen die dit document kon lezen, leest deze reden."),
        most=LONG // 5,
        rows=3,
    )
