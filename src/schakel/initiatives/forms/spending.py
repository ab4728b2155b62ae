"""What was spent: one day, and one small form for each sort of cost, source and year."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.initiatives.forms.fields import Day, Euro, Text, Whole, one_more
from schakel.initiatives.models import FundingLine
from schakel.initiatives.rules import Compared, CostKind, CostType, Spent
from schakel.web.fields import CHOOSE

SPENT, SPARE, MOST = "spent", 1, 80


class SpendingForm(forms.Form):
    """Up to which day the amounts are known."""

    until_on = Day(
        label=gettext_lazy("Tot en met welke dag weet u het?"),
        help_text=gettext_lazy("Alles wat tot die dag is uitgegeven en gewerkt, ook uit eerdere jaren."),
    )


class SpentForm(forms.Form):
    """One kind of cost: what was spent and worked. A kind of the plan is fixed, a spare row asks which it is."""

    cost_type = forms.ChoiceField(
        label=gettext_lazy("Soort kosten"), choices=CostType.choices, error_messages=CHOOSE
    )
    year = Whole(label=gettext_lazy("Jaar"), least=2000, most=2100, required=False)
    line = forms.ChoiceField(
        label=gettext_lazy("Uit welke geldstroom?"), required=False, error_messages=CHOOSE
    )
    source = Text(label=gettext_lazy("Of uit een andere bron"), longest=200, required=False)
    amount_eur = Euro(label=gettext_lazy("Uitgegeven, in euro"), required=False)
    hours = Whole(label=gettext_lazy("Gewerkte uren"), required=False)
    fixed = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, lines: Sequence[FundingLine], **options: Any) -> None:
        """Let a row of the plan keep what it is; a spare row may be anything."""
        super().__init__(*args, **options)
        self._lines = {str(one.pk): one for one in lines}
        choices: Any = [("", _("geen geldstroom")), *((key, one.name) for key, one in self._lines.items())]
        self.fields["line"].choices = choices  # type: ignore[attr-defined]  # a choice field
        told = self.data.get(self.add_prefix("fixed")) if self.is_bound else self.initial.get("fixed")
        self.is_fixed = bool(told)
        if self.is_fixed:
            for name in ("cost_type", "year", "line", "source"):
                self.fields[name].widget = forms.HiddenInput()

    @property
    def heading(self) -> str:
        """What a fixed row is about, in words."""
        told = self.data if self.is_bound else self.initial
        values = {
            name: str(told.get(self.add_prefix(name) if self.is_bound else name, ""))
            for name in ("cost_type", "year", "line", "source")
        }
        line = self._lines.get(values["line"])
        words = dict(CostType.choices).get(values["cost_type"], "")
        return ", ".join(str(one) for one in (values["year"], words, line or values["source"]) if one)

    def clean(self) -> dict[str, Any]:
        """Money or hours without a year say nothing."""
        values = super().clean() or self.cleaned_data
        if (values.get("amount_eur") or values.get("hours")) and not values.get("year"):
            self.add_error("year", _("In welk jaar was dit?"))
        if values.get("line") and values.get("source"):
            self.add_error("source", _("Kies een geldstroom óf schrijf een andere bron op."))
        return values

    def as_spent(self) -> Spent | None:
        """The row as a value; None when nothing is filled in."""
        told = self.cleaned_data
        amount, hours = told.get("amount_eur") or Decimal(0), told.get("hours") or 0
        if not amount and not hours:
            return None
        return Spent(self.kind, amount, hours)

    @property
    def kind(self) -> CostKind:
        """Of which kind this row is."""
        told = self.cleaned_data
        line = self._lines.get(told.get("line", ""))
        source = "" if line else told.get("source", "")
        return CostKind(told["cost_type"], told["year"], line.pk if line else None, source)


def spent_forms(data: Any, rows: Sequence[Compared], lines: Sequence[FundingLine], *, more: bool) -> Any:
    """The small forms: one for each kind in the plan or spent before, and one to add."""
    initial = [
        {
            "cost_type": one.kind.cost_type,
            "year": one.kind.year,
            "line": str(one.kind.line or ""),
            "source": one.kind.source,
            "amount_eur": one.spent_eur or None,
            "hours": one.hours or None,
            "fixed": "1",
        }
        for one in rows
    ]
    made = forms.formset_factory(SpentForm, extra=SPARE, max_num=MOST, absolute_max=MOST, validate_max=True)
    if data is not None and more:
        data = one_more(data, SPENT, most=MOST)
    return made(data, prefix=SPENT, initial=initial if data is None else None, form_kwargs={"lines": lines})
