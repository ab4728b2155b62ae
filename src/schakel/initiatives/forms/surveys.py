"""One round of a questionnaire: scores, who answered, and under whose licence; its questions never come in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.initiatives.forms.fields import Day, Text, Whole
from schakel.initiatives.rules.smallest_difference import smallest_difference
from schakel.initiatives.rules.surveys import (
    DIMENSIONS,
    Instrument,
    Round,
    ScoreRow,
    changes_read,
    groups_asked_read,
    scores_read,
    why_not_answered,
    why_not_licence,
)
from schakel.web.fields import Figure

ONE = {"required": gettext_lazy("Kies er een.")}


def _choice(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices.choices, widget=forms.RadioSelect, error_messages=ONE, **more
    )


class SurveyForm(forms.Form):
    """Which questionnaire, when, who answered, and the mean scores."""

    instrument = _choice(gettext_lazy("Welke vragenlijst?"), Instrument)
    name = Text(
        label=gettext_lazy("Naam en versie van de lijst"),
        longest=120,
        help_text=gettext_lazy("Schrijf bij elke meting hetzelfde op; dan staan zij naast elkaar."),
    )
    licence_holder = Text(
        label=gettext_lazy("Wie heeft de licentie?"),
        longest=200,
        help_text=gettext_lazy(
            "Schakel bevat geen vragen uit lijsten. Uw organisatie regelt zelf dat u de lijst mag gebruiken."
        ),
    )
    licence_until = Day(label=gettext_lazy("De licentie loopt tot en met"), required=False)
    moment = _choice(gettext_lazy("Is dit de nulmeting of een vervolgmeting?"), Round)
    held_on = Day(label=gettext_lazy("Gehouden op"))
    n_asked = Whole(
        label=gettext_lazy("Hoeveel mensen konden gevraagd worden?"),
        least=1,
        help_text=gettext_lazy("Uit de registratie van de zorg, niet het aantal verstuurde lijsten."),
    )
    n_answered = Whole(label=gettext_lazy("Hoeveel mensen vulden in?"), least=1)
    n_paired = Whole(
        label=gettext_lazy("Hoeveel van hen vulden ook de nulmeting in?"), required=False, least=0
    )
    lowest = Figure(
        label=gettext_lazy("Laagste score die kan"), decimal_places=2, max_digits=7, initial=Decimal(0)
    )
    highest = Figure(
        label=gettext_lazy("Hoogste score die kan"), decimal_places=2, max_digits=7, initial=Decimal(10)
    )
    is_less_better = forms.BooleanField(label=gettext_lazy("Een lagere score is beter"), required=False)
    text = Text(
        label=gettext_lazy("De scores"),
        longest=3000,
        rows=7,
        help_text=gettext_lazy(
            "Eén regel per dimensie, met een puntkomma ertussen: naam; gemiddelde; spreiding (SD); aantal mensen. "
            "Weet u hoeveel procent de laagste en de hoogste score had? Zet die twee getallen erachter."
        ),
        initial="\n".join(f"{name}; ; ; " for name in DIMENSIONS),
    )
    changes = Text(
        label=gettext_lazy("Bij een vervolgmeting: hoeveel veranderde wie beide keren invulde?"),
        longest=3000,
        rows=4,
        required=False,
        help_text=gettext_lazy(
            "Reken per mens het verschil uit. Eén regel per dimensie: naam; gemiddeld verschil; spreiding (SD); "
            "aantal mensen. Bij WHO-5 (0 tot 100) en de EQ-5D-index mag erachter hoeveel mensen merkbaar "
            "vooruitgingen: minstens 10 punten, of minstens 0,074."
        ),
    )
    groups = Text(
        label=gettext_lazy("Wie vulde wel en niet in?"),
        longest=3000,
        rows=3,
        required=False,
        help_text=gettext_lazy(
            "Alleen als u het weet, bijvoorbeeld per leeftijd of wijk. Eén regel per groep: groep; konden gevraagd "
            "worden; vulden in. Samen zijn de groepen iedereen."
        ),
    )
    adjusted_for = Text(
        label=gettext_lazy("Waarvoor zijn de cijfers gecorrigeerd?"),
        longest=200,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld leeftijd en ziekte. Laat leeg als er niets is gecorrigeerd."),
    )
    source = Text(label=gettext_lazy("Waar komen de cijfers vandaan?"), longest=300)

    def clean(self) -> dict[str, Any]:
        """Say at its own place what cannot be right."""
        known = self.cleaned_data
        rows: list[ScoreRow] = []
        if {"lowest", "highest"} <= set(known) and known["highest"] <= known["lowest"]:
            self.add_error("highest", _("De hoogste score is groter dan de laagste."))
        elif {"lowest", "highest", "text"} <= set(known):
            rows, faults = scores_read(
                known["text"], known.get("instrument", ""), known["lowest"], known["highest"]
            )
            for one in faults:
                self.add_error("text", one)
        self._check_people(known, rows)
        if known.get("held_on") and (reason := why_not_licence(known.get("licence_until"), known["held_on"])):
            self.add_error("licence_until", reason)
        return known

    def _check_people(self, known: dict[str, Any], rows: list[ScoreRow]) -> None:
        """Who answered, who answered twice, and of which group: each fault at its own place."""
        changes: list[ScoreRow] = []
        if known.get("changes") and known.get("moment") == Round.BASELINE:
            self.add_error("changes", _("Bij een nulmeting is er nog geen verandering. Laat dit leeg."))
        elif {"lowest", "highest", "changes"} <= set(known):
            lowest, highest = known["lowest"], known["highest"]
            limit = smallest_difference(known.get("instrument", ""), lowest, highest)
            changes, faults = changes_read(
                known["changes"], rows, highest - lowest, has_limit=limit is not None
            )
            for one in faults:
                self.add_error("changes", one)
        if {"n_asked", "n_answered"} <= set(known):
            n_asked, n_answered, n_paired = known["n_asked"], known["n_answered"], known.get("n_paired")
            if reason := why_not_answered(n_asked, n_answered, rows, n_paired):
                self.add_error("n_answered", reason)
            elif changes and (reason := why_not_answered(n_asked, n_answered, rows, n_paired, changes)):
                self.add_error("n_paired" if n_paired is None else "changes", reason)
            for one in groups_asked_read(known.get("groups", ""), n_asked, n_answered)[1]:
                self.add_error("groups", one)
