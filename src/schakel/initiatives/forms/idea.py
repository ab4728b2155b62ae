"""The idea form: five questions, and how we can reach who asks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.fields import Once, Text
from schakel.initiatives.rules import ANSWERS, EXAMPLES, LONGEST, QUESTIONS, answer_errors
from schakel.web.fields import Offer, Pick, PickMany, offer


class IdeaForm(forms.Form):
    """Five questions in plain words; nothing about one patient."""

    once = Once()
    contact = Text(
        label=_("Hoe kunnen wij u bereiken?"),
        longest=LONGEST["contact"],
        help_text=_("Een e-mailadres of telefoonnummer. Alleen mensen van dit netwerk zien het."),
    )
    partner = Pick(label=_("Namens welke organisatie?"), empty=_("Namens mijzelf"), required=False)
    partners = PickMany(label=_("Welke partners doen al mee?"), required=False)

    def __init__(self, *args: Any, mine: Offer = (), partners: Offer = (), **options: Any) -> None:
        """Ask the questions; ``mine`` are the partners that this person may speak for."""
        super().__init__(*args, **options)
        lacks = answer_errors({})
        asked = {
            name: Text(label=question, longest=longest, rows=0 if name == "title" else 5, needed=lacks[name])
            for name, question, longest in QUESTIONS
        }
        self.fields = {**asked, **self.fields}
        self.fields["contact"].error_messages["required"] = lacks["contact"]
        offer(self, "partner", mine)
        offer(self, "partners", partners)

    def answers(self) -> dict[str, str]:
        """Give the answers as typed, for a draft or an idea."""
        return {name: str(self.data.get(name, "")) for name in (*ANSWERS, "contact")}

    def clean(self) -> dict[str, Any]:
        """Refuse what the rules refuse, in their own words, each at its own question."""
        errors = answer_errors({name: self.cleaned_data.get(name, "") for name in (*ANSWERS, "contact")})
        for name, words in errors.items():
            if name not in self.errors:
                self.add_error(name, words)
        return self.cleaned_data

    def questions(self) -> list[dict[str, Any]]:
        """List the five questions for the page, each with an example."""
        return [
            {"field": self[name], "number": number, "total": len(ANSWERS), "example": EXAMPLES[name]}
            for number, name in enumerate(ANSWERS, start=1)
        ]


class AmendForm(IdeaForm):
    """The same questions, to answer what the network asked; without the choices that were made before."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Leave out what cannot change any more."""
        super().__init__(*args, **options)
        for name in ("once", "partner", "partners"):
            del self.fields[name]
