"""Intake: take an idea on, send it elsewhere, join it with another, or ask more."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.answers import Answering
from schakel.initiatives.forms.fields import Text
from schakel.initiatives.rules import LACKS, Need
from schakel.web.fields import Offer, Pick, offer


class ScreenForm(Answering):
    """Take an idea on: which theme it has, and which group it goes to."""

    BOX = "note"

    body = Pick(
        label=_("Naar welke groep?"), empty=_("Kies een groep"), error_messages={"required": LACKS[Need.BODY]}
    )
    theme = Pick(
        label=_("Thema"),
        empty=_("Het thema van de groep"),
        help_text=_("Heeft de groep zelf geen thema, kies er dan een."),
        required=False,
    )
    note = Text(label=_("Toelichting voor de groep"), longest=2000, rows=2, required=False)

    def __init__(self, *args: Any, themes: Offer = (), bodies: Offer = (), **options: Any) -> None:
        """Offer the themes and groups of the network."""
        super().__init__(*args, **options)
        offer(self, "theme", themes)
        offer(self, "body", bodies)

    def clean(self) -> dict[str, Any]:
        """Take the theme of the group when none was chosen."""
        body = self.cleaned_data.get("body")
        if body and not self.cleaned_data.get("theme"):
            if body.theme:
                self.cleaned_data["theme"] = body.theme
            elif "theme" not in self.errors:
                self.add_error("theme", LACKS[Need.THEME])
        return self.cleaned_data


class ReferForm(Answering):
    """Send an idea to who it belongs to."""

    to = Text(label=_("Naar wie?"), longest=200, needed=LACKS[Need.REFERRED_TO])
    reason = Text(label=_("Waarom?"), longest=2000, rows=3, needed=LACKS[Need.PUBLIC_REASON])


class MergeForm(Answering):
    """Join an idea with an initiative that is already there; all writers stay named."""

    into = Text(label=_("Nummer van het andere initiatief"), longest=20, needed=LACKS[Need.MERGED_INTO])
    reason = Text(
        label=_("Waarom horen ze bij elkaar?"), longest=2000, rows=3, needed=LACKS[Need.PUBLIC_REASON]
    )


class AskForm(Answering):
    """Ask the submitter something before the idea goes on."""

    BOX = "question"

    question = Text(
        label=_("Uw vraag aan de indiener"),
        longest=2000,
        rows=3,
        needed=_("Schrijf op wat u van de indiener wilt weten."),
    )
