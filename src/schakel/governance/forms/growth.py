"""What people type about the growth of the network."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from schakel.governance.forms.bodies import Whence
from schakel.network.rules import GrowthStage, TierKind
from schakel.people.models import Person
from schakel.web.fields import CHOOSE, LONG, Day, Euros, Words


class EvidenceForm(forms.Form):
    """Since when something is there, and what shows it."""

    evidence = Words(
        label=gettext_lazy("Waaruit blijkt dat dit er is?"),
        help_text=gettext_lazy(
            "Bijvoorbeeld een besluit, een document of een naam. Zonder bewijs telt het niet."
        ),
        most=2_000,
        rows=4,
    )
    on = Day(label=gettext_lazy("Sinds welke dag?"))


class TakeBackForm(forms.Form):
    """Why something is not there (any more)."""

    reason = Words(label=gettext_lazy("Waarom is dit er niet (meer)?"), most=500)


class NeedForm(forms.Form):
    """One more thing that a stage needs."""

    stage = forms.ChoiceField(
        label=gettext_lazy("Voor welke groeifase?"), choices=GrowthStage.choices, error_messages=CHOOSE
    )
    text = Words(label=gettext_lazy("Wat is er nodig?"), most=300)


class TierForm(forms.Form):
    """What one kind of contribution is, and from whom it comes."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Soort inbreng"), choices=TierKind.choices, error_messages=CHOOSE
    )
    text = Words(label=gettext_lazy("Wat brengt deze inbreng?"), most=500)
    who = Words(
        label=gettext_lazy("Van wie komt zij?"),
        help_text=gettext_lazy("Eén functie per regel."),
        most=2_000,
        rows=4,
        required=False,
    )

    def clean_who(self) -> list[str]:
        """One role on each line."""
        return [line.strip()[:200] for line in self.cleaned_data["who"].splitlines() if line.strip()]


class TierPersonForm(forms.Form):
    """A person who contributes."""

    person = forms.ChoiceField(label=gettext_lazy("Wie?"), error_messages=CHOOSE)
    role = Words(label=gettext_lazy("In welke rol?"), required=False)

    def __init__(self, *args: Any, people: list[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {str(person.pk): person for person in people}
        field: Any = self.fields["person"]
        field.choices = [(key, person.name) for key, person in self.people.items()]

    def clean_person(self) -> Person:
        """The person that was chosen."""
        return self.people[self.cleaned_data["person"]]


class GrowthStepForm(Whence):
    """Go or no-go on the next growth stage."""

    proposal = Words(label=gettext_lazy("Waarom deze stap, en wat gaat u ermee doen?"), most=LONG, rows=8)
    amount_eur = Euros(
        label=gettext_lazy("Hoeveel geld vraagt deze stap?"),
        required=False,
        help_text=gettext_lazy("De investering in het netwerk zelf. Leeg betekent: geen."),
    )

    field_order = ("proposal", "amount_eur", "where", "closes_on", "closes_time")
