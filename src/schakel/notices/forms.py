"""What a person chose about notices becomes clean values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.notices.queries import Wish
from schakel.notices.rules import Delivery, Kind


class PreferencesForm(forms.Form):
    """One choice for each kind of event."""

    def __init__(self, data: Mapping[str, Any] | None, *, wishes: Iterable[Wish]) -> None:
        super().__init__(data)
        for wish in wishes:
            self.fields[wish.kind] = forms.ChoiceField(
                label=wish.words,
                choices=Delivery.choices,
                initial=wish.delivery,
                error_messages={
                    "required": _("Kies hoe u dit wilt horen."),
                    "invalid_choice": _("Kies een van de drie manieren."),
                },
            )

    def wishes(self) -> dict[Kind, Delivery]:
        """What was chosen."""
        return {Kind(name): Delivery(value) for name, value in self.cleaned_data.items()}
