"""The answer templates: keeping them, and choosing one beside a box of text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.fields import Text
from schakel.initiatives.rules.answers import LONGEST_ANSWER, LONGEST_NAME, put_below, why_not_answer
from schakel.web.fields import Offer, Pick, offer

#: The button that puts a template in the box; and the field in which it is chosen.
FILL, TEMPLATE = "fill", "template"


class AnswerTemplateForm(forms.Form):
    """A template: its name and its text."""

    name = Text(label=_("Naam"), longest=LONGEST_NAME, needed=_("Geef de tekst een naam."))
    text = Text(label=_("Tekst"), longest=LONGEST_ANSWER, rows=5, needed=_("Schrijf de tekst op."))

    def clean_text(self) -> str:
        """Refuse a word in braces that nobody fills in."""
        text: str = self.cleaned_data["text"]
        if reason := why_not_answer(text):
            raise forms.ValidationError(reason)
        return text


class Answering(forms.Form):
    """A form with one box of text in which a template of the network can be put."""

    BOX = "reason"

    def __init__(self, *args: Any, templates: Offer = (), **options: Any) -> None:
        """Offer the templates; without any, nothing is asked."""
        super().__init__(*args, **options)
        self.offer_templates(templates)

    def offer_templates(self, templates: Offer) -> None:
        """Ask which template, when this form has a box for it and the network has templates."""
        templates = list(templates)
        if templates and self.BOX in self.fields:
            self.fields[TEMPLATE] = Pick(label=_("Antwoordtekst"), empty=_("Kies een tekst"), required=False)
            offer(self, TEMPLATE, templates)

    def chosen(self, data: Mapping[str, Any]) -> Any:
        """The template that was chosen in what was sent, or None."""
        field = self.fields.get(TEMPLATE)
        return field.things.get(data.get(self.add_prefix(TEMPLATE), "")) if isinstance(field, Pick) else None

    def with_template(self, data: Any, text: str) -> dict[str, Any]:
        """What the form starts with after a template was chosen: all that was typed, and the text in its box."""
        typed = {name: data.get(self.add_prefix(name), "") for name in self.fields if name != TEMPLATE}
        return typed | ({self.BOX: put_below(typed.get(self.BOX, ""), text)} if text else {})
