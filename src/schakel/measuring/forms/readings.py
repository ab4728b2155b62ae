"""What people say about a series: a phase that began, a note at a period."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from schakel.measuring.rules.periods import label
from schakel.web.fields import CHOOSE, Words


class AtPeriodForm(forms.Form):
    """A period of a series, newest first, and words about it."""

    period_on = forms.ChoiceField(label=gettext_lazy("Bij welke periode?"), error_messages=CHOOSE)
    text = Words(label=gettext_lazy("Wat weet u hierover?"), most=300, rows=3)

    def __init__(self, *args: Any, kind: str, periods: list[date], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["period_on"]
        field.choices = [(one.isoformat(), label(kind, one)) for one in periods]

    def clean_period_on(self) -> date:
        """The first day of the period."""
        return date.fromisoformat(self.cleaned_data["period_on"])


class PhaseForm(AtPeriodForm):
    """The first period of a phase, and what really changed."""

    text = Words(
        label=gettext_lazy("Wat veranderde er toen echt?"),
        help_text=gettext_lazy("Bijvoorbeeld: de proef begon. Zonder oorzaak komt er geen nieuwe fase."),
        most=200,
    )
