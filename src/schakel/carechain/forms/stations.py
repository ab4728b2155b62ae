"""Which partner each station is: one choice for each name in the log."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy

from schakel.web.drawing import LongSelect
from schakel.web.fields import Pick, offer

if TYPE_CHECKING:
    from schakel.carechain.queries import Station
    from schakel.network.models import Partner


class StationsForm(forms.Form):
    """A partner for each station, or none."""

    def __init__(
        self, *args: Any, stations: Sequence[Station], partners: Sequence[Partner], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._names = {f"s{sha256(one.name.encode()).hexdigest()[:12]}": one for one in stations}
        offered = [(one.slug, one.name, one) for one in partners]
        for field, one in self._names.items():
            self.fields[field] = Pick(
                label=one.name,
                empty=gettext_lazy("Geen partner van dit netwerk"),
                required=False,
                widget=LongSelect,
                initial=one.partner.slug if one.partner else "",
            )
            offer(self, field, offered)

    @property
    def partners(self) -> dict[str, Partner | None]:
        """The partner of each station, by its name."""
        return {one.name: self.cleaned_data.get(field) for field, one in self._names.items()}
