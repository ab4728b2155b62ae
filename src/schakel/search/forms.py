"""What somebody who searches typed and chose."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.search.rules import LONGEST
from schakel.web.fields import Words


class SearchForm(forms.Form):
    """One field for words; nothing typed is no mistake."""

    q = Words(
        label=_("Waar zoekt u naar?"),
        required=False,
        most=LONGEST,
        widget=forms.SearchInput(attrs={"autocomplete": "off", "enterkeyhint": "search"}),
    )
