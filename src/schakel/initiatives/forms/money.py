"""Funding lines and awards."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.fields import Day, Euro, Text
from schakel.web.fields import Offer, Pick, offer


class FundingLineForm(forms.Form):
    """A source of money: from whom, for what, on which conditions, how much."""

    name = Text(label=_("Hoe heet deze geldstroom?"), longest=200, needed=_("Geef de geldstroom een naam."))
    funder = Pick(label=_("Welke partner betaalt?"), empty=_("Geen partner"), required=False)
    funder_name = Text(label=_("Of wie betaalt?"), longest=200, required=False)
    ceiling_eur = Euro(label=_("Ten hoogste, in euro"), help_text=_("Hoeveel er in totaal te verdelen is."))
    earmark = Text(
        label=_("Waarvoor is het bedoeld?"),
        longest=3000,
        rows=2,
        required=False,
        help_text=_("Bijvoorbeeld: alleen voor scholing, of alleen voor ouderen thuis."),
    )
    conditions = Text(label=_("Voorwaarden"), longest=3000, rows=3, required=False)
    apply_by = Day(label=_("Aanvragen kan tot en met"), required=False)

    def __init__(self, *args: Any, partners: Offer = (), **options: Any) -> None:
        """Offer the partners of the network."""
        super().__init__(*args, **options)
        offer(self, "funder", partners)

    def clean(self) -> dict[str, Any]:
        """Somebody pays."""
        known = self.cleaned_data
        if not known.get("funder") and not known.get("funder_name") and "funder_name" not in self.errors:
            self.add_error("funder_name", _("Schrijf op wie betaalt, of kies een partner."))
        return known


class AwardForm(forms.Form):
    """What a funder awarded to one initiative, with the letter that says so."""

    line = Pick(
        label=_("Uit welke geldstroom?"),
        empty=_("Kies een geldstroom"),
        error_messages={"required": _("Kies een geldstroom.")},
    )
    amount_eur = Euro(label=_("Toegekend bedrag in euro"))
    awarded_on = Day(label=_("Toegekend op"), help_text=_("De dag op de brief."))
    reference = Text(
        label=_("Kenmerk of datum van de brief"),
        longest=200,
        needed=_("Schrijf het kenmerk of de datum van de brief op."),
    )

    def __init__(self, *args: Any, lines: Offer = (), **options: Any) -> None:
        """Offer the open funding lines."""
        super().__init__(*args, **options)
        offer(self, "line", lines)


class CorrectAwardForm(forms.Form):
    """The right amount, and why it was wrong."""

    amount_eur = Euro(label=_("Het juiste bedrag in euro"))
    reason = Text(
        label=_("Waarom is het bedrag anders?"),
        longest=2000,
        rows=2,
        needed=_("Schrijf op waarom het bedrag anders is."),
    )
