"""The filters of the journal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.journal.words import words_of_verbs
from schakel.overview.queries.logbook import Wanted
from schakel.web.fields import CHOOSE, Day, Words


class LogbookForm(forms.Form):
    """Which lines to show; a filter that is no choice is passed by, so that an old address still works."""

    q = Words(label=gettext_lazy("Woord, naam of nummer"), required=False)
    about = forms.ChoiceField(label=gettext_lazy("Waarover"), required=False, error_messages=CHOOSE)
    since = Day(label=gettext_lazy("Vanaf"), required=False)
    until = Day(label=gettext_lazy("Tot en met"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offered = [(app, str(apps.get_app_config(app).verbose_name).capitalize()) for app in words_of_verbs()]
        about: Any = self.fields["about"]
        about.choices = [("", _("alles")), *sorted(offered, key=lambda one: one[1])]

    def wanted(self, before: str) -> Wanted:
        """The filters that are good; the others count as not chosen. before: the number of a line, as in an address."""
        self.is_valid()
        chosen = {name: self.cleaned_data.get(name) for name in self.fields}
        # Longer is no number of a line, and would not fit the column.
        number = int(before) if before.isascii() and before.isdigit() and len(before) < 19 else None
        return Wanted(chosen["q"] or "", chosen["about"] or "", chosen["since"], chosen["until"], number)
