"""What is asked of who begins a network: its name, where it is, and the themes it begins with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import validate_slug
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.network.rules import Hue
from schakel.web.fields import CHOOSE, Words

#: The name of each colour, with the colour itself for who has not seen it yet.
HUES = [
    (Hue.PINE, gettext_lazy("den: donkergroen")),
    (Hue.HEATHER, gettext_lazy("heide: paars")),
    (Hue.MOSS, gettext_lazy("mos: olijfgroen")),
    (Hue.IRIS, gettext_lazy("iris: blauwpaars")),
]


class FoundingForm(forms.Form):
    """A network that begins today."""

    name = Words(label=gettext_lazy("Hoe heet het netwerk?"))
    slug = Words(
        label=gettext_lazy("Welk adres krijgt het?"),
        help_text=gettext_lazy(
            "Kort, met kleine letters, cijfers en streepjes. Leeg? Dan maken wij het van de naam. "
            "Dit verandert later niet meer."
        ),
        most=60,
        required=False,
    )
    region = Words(label=gettext_lazy("Welke regio?"), required=False)
    mission = Words(
        label=gettext_lazy("Wat wil het netwerk bereiken?"),
        help_text=gettext_lazy("Eén of twee zinnen voor iedereen. U kunt dit later aanpassen."),
        most=1_000,
        rows=3,
        required=False,
    )
    themes = Words(
        label=gettext_lazy("Met welke thema’s begint u?"),
        help_text=gettext_lazy("Eén per regel. Elk thema krijgt een eigen groep die erover besluit."),
        most=1_500,
        rows=5,
        required=False,
    )
    hue_slug = forms.ChoiceField(
        label=gettext_lazy("Welke kleur krijgt de balk bovenaan?"),
        choices=HUES,
        initial=Hue.PINE,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )

    def clean_themes(self) -> list[str]:
        """One theme for each line that says something."""
        lines = [line.strip() for line in self.cleaned_data["themes"].split("\n")]
        return [line for line in lines if line]

    def clean(self) -> dict[str, Any]:
        """An address is made of the name when none was typed."""
        values = super().clean() or self.cleaned_data
        if "name" not in values or "slug" not in values:
            return values
        typed = values["slug"].lower()
        slug = typed or slugify(values["name"])[:60]
        try:
            validate_slug(slug)
        except forms.ValidationError:
            slug = ""
        if not slug or "_" in slug or not slug[0].isalnum():
            where = "slug" if typed else "name"
            self.add_error(where, _("Gebruik alleen kleine letters, cijfers en streepjes."))
        return {**values, "slug": slug}
