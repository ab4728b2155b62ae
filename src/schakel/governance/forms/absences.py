"""When somebody is away: the first and the last day, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.web.fields import Day

ONE_DAY = timedelta(days=1)


class AbsenceForm(forms.Form):
    """The days on which somebody is away; both count."""

    first = Day(label=gettext_lazy("Vanaf welke dag?"))
    last = Day(label=gettext_lazy("Tot en met welke dag?"))

    def clean(self) -> dict[str, Any]:
        """The days as the rules count them: up to, not including, the day somebody is back."""
        values = super().clean() or self.cleaned_data
        first, last = values.get("first"), values.get("last")
        if first and last:
            if last < first:
                self.add_error("last", _("De laatste dag ligt vóór de eerste."))
            else:
                values |= {"from_on": first, "until_on": last + ONE_DAY}
        return values

    def days(self) -> dict[str, Any]:
        """What was filled in, for the action."""
        return {name: self.cleaned_data[name] for name in ("from_on", "until_on")}
