"""From how many people figures are shown, by which decision and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.models import Decision
from schakel.measuring.models import MOST_HIDDEN
from schakel.methods.disclosure import LOWEST_THRESHOLD, PUBLIC_THRESHOLD
from schakel.web.fields import CHOOSE, Words


class ThresholdForm(forms.Form):
    """A number of people; below the usual one with the decision that says so."""

    threshold = forms.IntegerField(
        label=gettext_lazy("Vanaf hoeveel mensen wordt een cijfer getoond?"),
        help_text=gettext_lazy("Gewoon is 10. Lager dan 5 kan niet."),
        min_value=LOWEST_THRESHOLD,
        max_value=MOST_HIDDEN,
        error_messages={
            "required": gettext_lazy("Vul een getal in."),
            "invalid": gettext_lazy("Vul een heel getal in."),
            "min_value": gettext_lazy("Lager dan %(limit_value)s kan niet."),
            "max_value": gettext_lazy("Hoger dan %(limit_value)s kan niet."),
        },
    )
    decision = forms.ChoiceField(
        label=gettext_lazy("Door welk besluit?"),
        help_text=gettext_lazy(
            "Alleen nodig onder de 10. Het is een geldig besluit van een gremium van uw netwerk."
        ),
        required=False,
        error_messages=CHOOSE,
    )
    reason = Words(label=gettext_lazy("Waarom?"), most=1_000, rows=3)

    def __init__(self, *args: Any, decisions: Iterable[Decision], **options: Any) -> None:
        super().__init__(*args, **options)
        self.decisions = {str(one.pk): one for one in decisions}
        field: Any = self.fields["decision"]
        field.choices = [
            ("", _("Geen besluit nodig")),
            *((key, str(one)) for key, one in self.decisions.items()),
        ]

    def clean_decision(self) -> Decision | None:
        """The decision that was chosen."""
        return self.decisions.get(self.cleaned_data["decision"])

    def clean(self) -> dict[str, Any]:
        """Ask for the decision where there must be one."""
        cleaned = super().clean() or {}
        told = cleaned.get("threshold")
        if (
            told is not None
            and told < PUBLIC_THRESHOLD
            and not cleaned.get("decision")
            and "decision" in cleaned
        ):
            self.add_error(
                "decision",
                _("Onder de 10 mensen kan alleen met een besluit dat een gremium nam. Kies dat besluit."),
            )
        return cleaned
