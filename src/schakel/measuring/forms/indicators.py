"""The form for an indicator of the network itself, in the order in which people think of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.measuring.rules import (
    Aim,
    Chart,
    Definition,
    Direction,
    Disclosure,
    IndicatorKind,
    IndicatorType,
    IntervalMethod,
    PeriodKind,
    RuleSet,
    Trilemma,
    why_not_define,
)
from schakel.measuring.rules.definitions import NOT_CHECKED
from schakel.measuring.rules.kinds import CHARTS, INTERVALS
from schakel.web.fields import CHOOSE, Day, Figure, Words

MULTIPLIERS = (
    (1, gettext_lazy("geen")),
    (100, gettext_lazy("100: procent")),
    (1_000, gettext_lazy("per 1.000")),
    (10_000, gettext_lazy("per 10.000")),
    (100_000, gettext_lazy("per 100.000")),
)
FITTING = ("", gettext_lazy("Wat bij het soort getal past"))


def _choice(label: str, choices: Any, **options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, error_messages=CHOOSE, **options)


class IndicatorForm(forms.Form):
    """Everything of one definition."""

    name = Words(
        label=gettext_lazy("Hoe heet de indicator?"),
        help_text=gettext_lazy("Kort, zoals u hem in een overleg noemt."),
        most=120,
    )
    question = Words(label=gettext_lazy("Welke vraag beantwoordt hij?"), most=300)
    kind = _choice(
        gettext_lazy("Wat vertelt hij?"),
        IndicatorKind.choices,
        help_text=gettext_lazy(
            "Uitkomst: wat het mensen brengt. Proces: of wij het doen. Balans: wat er niet slechter mag worden."
        ),
    )
    direction = _choice(gettext_lazy("Wat is beter?"), Direction.choices)
    aim = _choice(gettext_lazy("Aan welk doel draagt hij bij?"), Aim.choices)
    trilemma = _choice(gettext_lazy("Gaat het vooral over toegang, kwaliteit of kosten?"), Trilemma.choices)
    type = _choice(gettext_lazy("Wat voor getal is het?"), IndicatorType.choices)
    numerator = Words(
        label=gettext_lazy("Wat telt of meet u? (teller)"),
        help_text=gettext_lazy("Zo precies dat een ander hetzelfde telt."),
        most=500,
        rows=2,
    )
    denominator = Words(
        label=gettext_lazy("Waarop deelt u? (noemer)"),
        help_text=gettext_lazy("Alleen bij een deel, een aantal per zoveel of een gemiddelde."),
        most=500,
        rows=2,
        required=False,
    )
    multiplier = forms.TypedChoiceField(
        label=gettext_lazy("Keer hoeveel?"), choices=MULTIPLIERS, coerce=int, error_messages=CHOOSE
    )
    unit = Words(
        label=gettext_lazy("Eenheid"), help_text=gettext_lazy("Bijvoorbeeld: %, dagen, van de 10."), most=60
    )
    population = Words(label=gettext_lazy("Om wie gaat het?"), most=500, rows=2, required=False)
    period = _choice(gettext_lazy("Hoe lang is één periode?"), PeriodKind.choices)
    disclosure = _choice(gettext_lazy("Kunnen kleine aantallen iets over iemand zeggen?"), Disclosure.choices)
    target = Figure(label=gettext_lazy("Welk doel is afgesproken?"), required=False)
    target_origin = Words(label=gettext_lazy("Wie sprak dat doel af?"), required=False)
    target_on = Day(label=gettext_lazy("Wanneer?"), required=False)
    minimal_difference = Figure(
        label=gettext_lazy("Vanaf welk verschil doet het ertoe?"), required=False, min_value=0
    )
    balancing = forms.MultipleChoiceField(
        label=gettext_lazy("Lees hem samen met"),
        help_text=gettext_lazy("Wat mag er niet slechter worden als deze indicator beter wordt?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=CHOOSE,
    )
    source = Words(label=gettext_lazy("Uit welke bron komen de cijfers?"), most=500, rows=2)
    caveats = Words(label=gettext_lazy("Waar moet een lezer op letten?"), most=2_000, rows=3, required=False)
    chart = _choice(gettext_lazy("Regelkaart"), [FITTING, *Chart.choices], required=False)
    rule_set = _choice(gettext_lazy("Regels"), RuleSet.choices)
    interval = _choice(gettext_lazy("Marge"), [FITTING, *IntervalMethod.choices], required=False)
    authored_by = Words(
        label=gettext_lazy("Wie stelde de definitie op?"),
        help_text=gettext_lazy("Een functie, geen naam: die blijft kloppen."),
        most=120,
    )
    checked_by = Words(
        label=gettext_lazy("Wie heeft de definitie getoetst?"),
        help_text=gettext_lazy("Een functie. Laat leeg als nog niemand dat deed; dan staat dat erbij."),
        most=120,
        required=False,
    )
    reviewed_on = Day(label=gettext_lazy("Wanneer voor het laatst nagekeken?"))
    review_before = Day(label=gettext_lazy("Uiterlijk wanneer opnieuw nakijken?"))
    change = Words(label=gettext_lazy("Wat is er anders aan deze versie?"), most=2_000, rows=3)

    ABOUT = ("name", "question", "kind", "direction", "aim", "trilemma")
    COUNTED = (
        "type",
        "numerator",
        "denominator",
        "multiplier",
        "unit",
        "population",
        "period",
        "disclosure",
    )
    AIMED = ("target", "target_origin", "target_on", "minimal_difference", "balancing")
    READ = ("source", "caveats", "chart", "rule_set", "interval")
    REVIEWED = ("authored_by", "checked_by", "reviewed_on", "review_before")

    def __init__(
        self, *args: Any, others: list[tuple[str, str]], renews: bool = False, **options: Any
    ) -> None:
        """others: code and name of what this indicator can be read with; renews: it is a later version."""
        super().__init__(*args, **options)
        field: Any = self.fields["balancing"]
        field.choices = others
        if not renews:
            del self.fields["change"]

    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under their headings."""
        parts = (
            (_("Waar het over gaat"), self.ABOUT),
            (_("Wat u telt"), self.COUNTED),
            (_("Wat het moet worden"), self.AIMED),
            (_("Bron en lezen"), self.READ),
            (_("Nakijken"), (*self.REVIEWED, "change")),
        )
        return [(title, [self[name] for name in names if name in self.fields]) for title, names in parts]

    def clean(self) -> dict[str, Any]:
        """Fill in what fits the type, and say what does not fit together."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        type = IndicatorType(cleaned["type"])
        cleaned["chart"] = cleaned["chart"] or CHARTS[type][0]
        cleaned["interval"] = cleaned["interval"] or INTERVALS[type][0]
        if refusal := why_not_define(self.as_definition(cleaned)):
            raise forms.ValidationError(refusal)
        return cleaned

    def as_definition(self, cleaned: dict[str, Any] | None = None) -> Definition:
        """What was typed, as a definition."""
        values = dict(self.cleaned_data if cleaned is None else cleaned)
        values.pop("change", None)
        values["checked_by"] = values["checked_by"] or NOT_CHECKED
        values["balancing"] = tuple(values.get("balancing", ()))
        return Definition(**values)
