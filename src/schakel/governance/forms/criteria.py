"""A new version of criteria: when it holds, and one small form for each criterion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.forms.governing import Carried
from schakel.network.models import Agreement, CriteriaSet, Criterion, Theme
from schakel.network.rules import CriteriaKind, CriterionRule, CriterionText
from schakel.web.fields import CHOOSE, Day, Euros, Words

MOST, SPARE, SCORES = 30, 2, 5


class CriteriaForm(Carried):
    """One version of a set of criteria."""

    name = Words(label=gettext_lazy("Hoe heet deze set?"), most=120)
    kind = forms.ChoiceField(
        label=gettext_lazy("Hoe wordt er geantwoord?"),
        choices=CriteriaKind.choices,
        initial=CriteriaKind.YES_NO,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    theme = forms.ChoiceField(label=gettext_lazy("Voor welk thema?"), required=False, error_messages=CHOOSE)
    agreement = forms.ChoiceField(
        label=gettext_lazy("In welke overeenkomst staat de set?"), required=False, error_messages=CHOOSE
    )
    moment = Words(
        label=gettext_lazy("Wanneer wordt ernaar gekeken?"),
        help_text=gettext_lazy("Bijvoorbeeld: bij elk nieuw idee."),
        required=False,
    )
    valid_from = Day(
        label=gettext_lazy("Vanaf welke dag geldt deze versie?"),
        help_text=gettext_lazy("Wat eerder is beoordeeld houdt zijn eigen versie."),
    )
    reason = Words(label=gettext_lazy("Waarom deze versie?"), most=500, rows=2)

    field_order = ("name", "kind", "theme", "agreement", "moment", "valid_from", "decision", "reason")

    def __init__(
        self,
        *args: Any,
        themes: Sequence[Theme],
        agreements: Sequence[Agreement],
        renews: CriteriaSet | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._themes = {one.slug: one for one in themes}
        self._agreements = {one.slug: one for one in agreements}
        fields: Any = self.fields
        fields["theme"].choices = [("", _("het hele netwerk")), *((one.slug, one.name) for one in themes)]
        fields["agreement"].choices = [
            ("", _("geen overeenkomst")),
            *((one.slug, one.title) for one in agreements),
        ]
        if renews is not None:
            # A version follows the set it renews: the name ties them together and the way of answering stays.
            del self.fields["name"], self.fields["kind"]
        self.renews = renews

    def clean(self) -> dict[str, Any]:
        """The rows that were chosen, and the name and kind of the set that is renewed."""
        values = super().clean() or self.cleaned_data
        same = {"name": self.renews.name, "kind": self.renews.kind} if self.renews else {}
        theme, agreement = values.get("theme", ""), values.get("agreement", "")
        return {
            **values,
            **same,
            "theme": self._themes.get(theme),
            "agreement": self._agreements.get(agreement),
        }


class CriterionForm(forms.Form):
    """One criterion; a row without text is left out."""

    code = Words(
        label=gettext_lazy("Code"),
        help_text=gettext_lazy("Kort, bijvoorbeeld 3 of K2."),
        most=20,
        required=False,
    )
    text = Words(label=gettext_lazy("Waar wordt naar gekeken?"), most=1_000, rows=2, required=False)
    weight = Euros(
        label=gettext_lazy("Gewicht"),
        help_text=gettext_lazy(
            "Alleen bij een gewogen set; samen 100. Leeg betekent: dit moet gelden, ja of nee."
        ),
        max_digits=5,
        required=False,
    )
    anchors = Words(
        label=gettext_lazy("Wat betekent 1 tot en met 5?"),
        help_text=gettext_lazy("Vijf regels: de eerste voor score 1, de laatste voor score 5."),
        most=2_000,
        rows=5,
        required=False,
    )
    preference = Words(label=gettext_lazy("Liefst"), required=False)
    rule = forms.ChoiceField(
        label=gettext_lazy("Wat telt het systeem zelf na?"),
        choices=CriterionRule.choices,
        required=False,
        error_messages=CHOOSE,
    )
    refers_to = forms.CharField(widget=forms.HiddenInput, required=False, max_length=400)

    def clean_anchors(self) -> dict[str, str]:
        """Five lines of words, or none."""
        lines = [line.strip() for line in self.cleaned_data["anchors"].split("\n") if line.strip()]
        if lines and len(lines) != SCORES:
            raise forms.ValidationError(
                _("Schrijf vijf regels, één voor elke score; het zijn er nu %(n)d.") % {"n": len(lines)}
            )
        return {str(score): words for score, words in enumerate(lines, start=1)}

    def clean(self) -> dict[str, Any]:
        """A row with a text has a code; a row with a code has a text."""
        values = super().clean() or self.cleaned_data
        if values.get("text") and not values.get("code"):
            self.add_error("code", _("Vul dit in."))
        if values.get("code") and not values.get("text"):
            self.add_error("text", _("Vul dit in."))
        return values

    def as_text(self) -> CriterionText | None:
        """The criterion as a value, or None for an empty row."""
        values = self.cleaned_data
        if not values.get("text"):
            return None
        weight: Decimal | None = values.get("weight") or None
        return CriterionText(
            code=values["code"],
            text=values["text"],
            rule=values.get("rule") or "",
            preference=values.get("preference") or "",
            refers_to=tuple(code for code in values.get("refers_to", "").split(",") if code),
            is_knockout=weight is None,
            weight=weight,
            anchors=values.get("anchors") or {},
        )


def criteria_rows(data: Any, criteria: Iterable[Criterion] = (), *, more: int = 0) -> Any:
    """The small forms: one for each criterion there is, and some empty ones."""
    initial = [
        {
            "code": one.code,
            "text": one.text,
            "weight": one.weight,
            "anchors": "\n".join(one.anchors.values()),
            "preference": one.preference,
            "rule": one.rule,
            "refers_to": ",".join(one.refers_to),
        }
        for one in criteria
    ]
    made = forms.formset_factory(
        CriterionForm, extra=SPARE, max_num=MOST, absolute_max=MOST, validate_max=True
    )
    if data is not None and more:
        data = data.copy()
        try:
            total = int(data.get("criteria-TOTAL_FORMS", "0"))
        except ValueError:
            total = 0
        data["criteria-TOTAL_FORMS"] = str(min(total + more, MOST))
    # What was typed counts as it is, whatever it was before.
    return made(data, prefix="criteria", initial=initial if data is None else None)
