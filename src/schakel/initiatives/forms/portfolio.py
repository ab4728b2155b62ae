"""The filters of the portfolio; a filter that does not exist is left out, never an error page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.rules import clean_text
from schakel.network.choosing import AreaFilter
from schakel.web.drawing import LongSelect
from schakel.web.fields import Offer


class FilterForm(AreaFilter):
    """Theme, partner, area and words."""

    field_order = ("thema", "gebied", "breed", "partner", "q")
    thema = forms.ChoiceField(label=_("Thema"), required=False)
    partner = forms.ChoiceField(label=_("Partner"), required=False, widget=LongSelect)
    q = forms.CharField(
        label=_("Woorden of nummer"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 100}),
    )

    def __init__(self, *args: Any, themes: Offer, partners: Offer, **options: Any) -> None:
        """Offer the themes, areas and partners of the network."""
        super().__init__(*args, **options)
        for name, words, things in (
            ("thema", _("Alle thema’s"), themes),
            ("partner", _("Alle partners"), partners),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField), "each filter is a choice"
            field.choices = [("", words), *((key, label) for key, label, _thing in things)]

    def chosen(self) -> dict[str, Any]:
        """Give the filters that are in use, under the names of the query."""
        self.is_valid()
        known = getattr(self, "cleaned_data", {})
        found = {
            "theme": known.get("thema", ""),
            "area": self.chosen_area(),
            "partner": known.get("partner", ""),
            "text": clean_text(known.get("q", ""))[:100],
        }
        return {name: value for name, value in found.items() if value}
