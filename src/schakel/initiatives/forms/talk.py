"""Forms of the conversation: a note, another text for it, and the reason to withdraw it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.fields import Once, Text
from schakel.initiatives.rules import LONGEST_NOTE, Readers
from schakel.web.fields import Offer, PickMany, offer


class NoteForm(forms.Form):
    """What somebody says, to whom, and who should read it."""

    once = Once()
    text = Text(
        label=_("Uw bericht"),
        longest=LONGEST_NOTE,
        rows=5,
        needed=_("Schrijf eerst iets."),
        help_text=_("Zonder gegevens van één herkenbare patiënt."),
    )
    mentions = PickMany(
        label=_("Wie moet dit lezen?"), help_text=_("Zij krijgen een melding."), required=False
    )
    readers = forms.ChoiceField(
        label=_("Voor wie is dit bericht?"),
        choices=Readers.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies voor wie uw bericht is."), "invalid_choice": _("Kies opnieuw.")},
    )

    def __init__(self, *args: Any, people: Offer = (), may_be_internal: bool = False, **options: Any) -> None:
        """Offer the people of the network; without the right to write internally there is nothing to choose."""
        super().__init__(*args, **options)
        offer(self, "mentions", people)
        if not may_be_internal:
            del self.fields["readers"]


class ChangeNoteForm(forms.Form):
    """Another text for a note."""

    text = Text(
        label=_("Uw bericht"), longest=LONGEST_NOTE, rows=6, needed=_("Schrijf iets, of trek het in.")
    )


class WithdrawNoteForm(forms.Form):
    """Why a note is withdrawn."""

    reason = Text(
        label=_("Waarom trekt u dit bericht in?"),
        help_text=_("Deze reden blijft te lezen; uw bericht niet."),
        longest=300,
        needed=_("Schrijf op waarom u dit bericht intrekt."),
    )
