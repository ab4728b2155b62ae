"""The filters of the portfolio; a filter that does not exist is left out and named, never an error page."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.fields import Text
from schakel.initiatives.rules import clean_text
from schakel.initiatives.rules.kept_views import FIELDS, LONGEST_NAME
from schakel.network.choosing import AreaFilter
from schakel.web.drawing import LongSelect
from schakel.web.fields import Offer

#: What a word in an address may look like to be named on the page.
A_WORD = re.compile(r"[-\w]{1,60}")


class FilterForm(AreaFilter):
    """Theme, partner, area, words, and whether somebody must act."""

    field_order = ("thema", "gebied", "breed", "partner", "q", "aandacht")
    thema = forms.ChoiceField(label=_("Thema"), required=False)
    partner = forms.ChoiceField(label=_("Partner"), required=False, widget=LongSelect)
    q = forms.CharField(
        label=_("Woorden of nummer"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 100}),
    )

    aandacht = forms.BooleanField(
        label=_("Alleen wat aandacht vraagt"),
        required=False,
        widget=forms.CheckboxInput(attrs={"value": "ja"}),
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

    def chosen(self, today: date) -> dict[str, Any]:
        """Give the filters that are in use, under the names of the query."""
        self.is_valid()
        known = getattr(self, "cleaned_data", {})
        found = {
            "theme": known.get("thema", ""),
            "area": self.chosen_area(),
            "partner": known.get("partner", ""),
            "text": clean_text(known.get("q", ""))[:100],
            "care_on": today if known.get("aandacht") else None,
        }
        return {name: value for name, value in found.items() if value}

    def gone(self) -> list[tuple[str, str]]:
        """The filters that were asked for and are not there (any more): their name, and the word in the address."""
        self.is_valid()
        names = [name for name in ("thema", "gebied", "partner") if name in self.errors]
        asked = {name: str(self.data.get(name, "")).strip() for name in names}
        return [(name, asked[name]) for name in names if A_WORD.fullmatch(asked[name])]

    def words_of(self, name: str, value: str) -> str:
        """How a filter reads: the name of what was chosen, or the word itself when it is not there any more."""
        field: Any = self.fields.get(name)
        offered = dict(field.choices) if name in ("thema", "gebied", "partner") and field else {}
        return str(offered.get(value, value)).strip()


class KeptViewForm(forms.Form):
    """A view to keep: its name, for whom, and whether it opens first."""

    name = Text(label=_("Naam"), longest=LONGEST_NAME, needed=_("Geef de weergave een naam."))
    is_shared = forms.BooleanField(
        label=_("Voor iedereen in het netwerk"),
        required=False,
        help_text=_("Anders ziet alleen u deze weergave."),
    )
    is_first = forms.BooleanField(
        label=_("Open deze weergave als eerste"),
        required=False,
        help_text=_("Dit geldt alleen voor u. U ziet deze weergave als u Portfolio kiest."),
    )

    def __init__(self, *args: Any, may_share: bool, **options: Any) -> None:
        """Ask only who may share whether to do so."""
        super().__init__(*args, **options)
        if not may_share:
            del self.fields["is_shared"]


class FieldsForm(forms.Form):
    """What stands on a card, beside its title and its stand."""

    kaart = forms.MultipleChoiceField(
        label=_("Titel en stand staan er altijd."),
        choices=list(FIELDS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
