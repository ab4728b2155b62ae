"""What residents, organisations and the office fill in; nothing is saved here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.models import Body
from schakel.initiatives.rules import ANSWERS, EXAMPLES, LONGEST, QUESTIONS, answer_errors, why_not_text
from schakel.network.choosing import AreaFilter
from schakel.network.rules import OrganisationKind
from schakel.people.actions import why_not_address
from schakel.public.rules import BY_OFFICE, JOIN_LACKS, JOIN_QUESTIONS
from schakel.web.fields import CHOOSE, LONG, Day, Pick, Words, offer


class Reached(forms.Form):
    """Who sends something, and where the answer goes."""

    name = Words(
        label=gettext_lazy("Uw naam"),
        most=120,
        error_messages={"required": gettext_lazy("Vul uw naam in.")},
    )
    email = Words(
        label=gettext_lazy("Uw e-mailadres"),
        help_text=gettext_lazy("Hierheen sturen wij een link om te bevestigen, en later het antwoord."),
        most=254,
        widget=forms.EmailInput,
        error_messages={
            "required": gettext_lazy("Vul uw e-mailadres in. Zonder adres kunnen wij niet antwoorden.")
        },
    )

    def clean_email(self) -> str:
        """An address that a mail can go to, on one line."""
        email = self.cleaned_data["email"]
        if email and (reason := why_not_address(email)):
            raise forms.ValidationError(reason)
        return email


class FiveQuestions(Reached):
    """The five questions of an idea."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        lacks = answer_errors({})
        asked = {
            name: Words(
                label=question,
                most=LONGEST[name],
                rows=0 if name == "title" else 5,
                error_messages={"required": lacks[name]},
            )
            for name, question, _longest in QUESTIONS
        }
        self.fields = {**asked, **self.fields}

    def answers(self) -> dict[str, str]:
        """The five answers."""
        return {name: self.cleaned_data[name] for name in ANSWERS}

    def clean(self) -> dict[str, Any]:
        """Refuse what looks like data about one patient, at its own question."""
        values = super().clean() or self.cleaned_data
        for name in ANSWERS:
            if reason := why_not_text(values.get(name) or ""):
                self.add_error(name, reason)
        return values

    def questions(self) -> list[dict[str, Any]]:
        """List the five questions for the page, each with an example."""
        return [
            {"field": self[name], "number": n, "total": len(ANSWERS), "example": EXAMPLES[name]}
            for n, name in enumerate(ANSWERS, 1)
        ]


class IdeaForm(FiveQuestions):
    """An idea of a resident, without an account."""


class RegisterForm(FiveQuestions):
    """An idea that the office writes down for a resident."""

    channel = forms.ChoiceField(
        label=gettext_lazy("Hoe kwam het binnen?"),
        choices=[(channel.value, channel.label) for channel in BY_OFFICE],
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    reach = Words(
        label=gettext_lazy("Anders te bereiken"),
        help_text=gettext_lazy("Een telefoonnummer of adres, als er geen e-mailadres is."),
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].label = _("Naam van de bewoner")
        self.fields["email"].label = _("E-mailadres van de bewoner")
        self.fields["email"].help_text = ""
        self.fields["email"].required = False

    def clean(self) -> dict[str, Any]:
        """A resident can be answered somehow."""
        values = super().clean()
        if not values.get("email") and not values.get("reach") and "email" not in self.errors:
            self.add_error("reach", _("Vul een e-mailadres in, of schrijf op hoe de bewoner te bereiken is."))
        return values


class JoinForm(Reached):
    """An organisation that asks to join."""

    organisation = Words(
        label=gettext_lazy("Hoe heet uw organisatie?"),
        error_messages={"required": gettext_lazy("Vul de naam van uw organisatie in.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Wat voor organisatie is het?"),
        choices=[("", gettext_lazy("Kies een soort")), *OrganisationKind.choices],
        error_messages={
            **CHOOSE,
            "required": gettext_lazy(
                "Kies wat voor organisatie het is. Staat zij er niet bij? Kies: andere."
            ),
        },
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        asked = {
            name: Words(label=question, most=LONG, rows=4, error_messages={"required": JOIN_LACKS[name]})
            for name, question in JOIN_QUESTIONS
        }
        first = {name: self.fields.pop(name) for name in ("organisation", "kind")}
        self.fields = {**first, **asked, **self.fields}

    def answers(self) -> dict[str, str]:
        """What was answered."""
        return {name: self.cleaned_data[name] for name, _question in JOIN_QUESTIONS}

    def clean(self) -> dict[str, Any]:
        """Refuse what looks like data about one patient, at its own question."""
        values = super().clean() or self.cleaned_data
        for name, _question in JOIN_QUESTIONS:
            if reason := why_not_text(values.get(name) or ""):
                self.add_error(name, reason)
        return values


class AdviceForm(forms.Form):
    """The advice about a request."""

    advice = Words(
        label=gettext_lazy("Wat is het advies, en waarom?"),
        help_text=gettext_lazy(
            "Daarna kiest u welke groep besluit. De aanvrager krijgt pas antwoord na het besluit."
        ),
        most=LONG,
        rows=5,
    )


class ProposeForm(forms.Form):
    """Before which body a request is laid."""

    body = Pick(label=gettext_lazy("Welke groep besluit hierover?"))

    def __init__(self, *args: Any, bodies: Sequence[Body], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "body", [(body.slug, body.name, body) for body in bodies])


class AnswerForm(forms.Form):
    """What the one who asked reads."""

    answer = Words(
        label=gettext_lazy("Wat leest de aanvrager?"),
        help_text=gettext_lazy("Eerst het antwoord, dan de reden, dan wat er nu gebeurt."),
        most=2_000,
        rows=5,
    )
    joined_on = Day(
        label=gettext_lazy("Partner vanaf"),
        help_text=gettext_lazy("Alleen als het verzoek is aangenomen; leeg betekent vandaag."),
        required=False,
    )


class ShortPublicationForm(forms.Form):
    """What a public text says at least, in plain words."""

    title = Words(label=gettext_lazy("Titel voor iedereen"))
    what = Words(label=gettext_lazy("Wat gebeurt er?"), most=2_000, rows=4)

    def clean(self) -> dict[str, Any]:
        """Refuse what looks like data about one patient."""
        values = super().clean() or self.cleaned_data
        for name, text in list(values.items()):
            if isinstance(text, str) and (reason := why_not_text(text)):
                self.add_error(name, reason)
        return values


class PublicationForm(ShortPublicationForm):
    """The public text of an initiative."""

    for_whom = Words(label=gettext_lazy("Voor wie is het?"), most=1_000, rows=2, required=False)
    result = Words(label=gettext_lazy("Wat leverde het op?"), most=2_000, rows=3, required=False)
    next_step = Words(label=gettext_lazy("Wat komt er hierna?"), most=1_000, rows=2, required=False)
    is_published = forms.BooleanField(
        label=gettext_lazy("Iedereen mag dit lezen"),
        help_text=gettext_lazy(
            "U keurt de tekst hiermee goed. Ook de stand en geldige besluiten zijn dan te lezen."
        ),
        required=False,
    )


class PublicRegisterForm(AreaFilter):
    """Which public decisions to show; a filter that is no choice is passed by."""

    field_order = ("q", "thema", "jaar", "gebied", "breed")
    q = Words(label=gettext_lazy("Woord of nummer"), required=False)
    thema = forms.ChoiceField(label=gettext_lazy("Thema"), required=False)
    jaar = forms.ChoiceField(label=gettext_lazy("Jaar"), required=False)

    def __init__(self, *args: Any, themes: Sequence[str], years: Sequence[str], **options: Any) -> None:
        """Offer the themes and years that there are."""
        super().__init__(*args, **options)
        for name, words, offered in (
            ("thema", _("Alle thema’s"), themes),
            ("jaar", _("Alle jaren"), years),
        ):
            field: Any = self.fields[name]
            field.choices = [("", words), *((one, one) for one in offered)]

    def chosen(self) -> dict[str, str]:
        """The filters that are good, under the names of the query."""
        self.is_valid()
        known = getattr(self, "cleaned_data", {})
        return {"q": known.get("q", ""), "theme": known.get("thema", ""), "year": known.get("jaar", "")}

    def asked(self) -> str:
        """What of the address counts, to be put behind another one."""
        self.is_valid()
        told = QueryDict(mutable=True)
        told.update({name: one for name, one in getattr(self, "cleaned_data", {}).items() if one})
        return told.urlencode()
