"""A next version of a gate checklist: one small form for each point, and answering a point of the network itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.fields import Text, Whole, one_more
from schakel.initiatives.rules.gate_lists import (
    LONGEST_LABEL,
    MOST_OWN,
    MOST_POINTS,
    OwnKind,
    PointRow,
    Weight,
    why_not_web_address,
)
from schakel.web.fields import CHOOSE

POINTS, SPARE, MOST_ROWS = "points", 1, MOST_POINTS + MOST_OWN


class ListForm(forms.Form):
    """Why a next version comes, and from which version it was made."""

    reason = Text(
        label=_("Waarom komt deze versie er?"),
        longest=2000,
        rows=3,
        needed=_("Schrijf op waarom deze versie er komt."),
        help_text=_("Iedereen van het netwerk leest dit bij de lijst."),
    )
    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10_000)


class PointForm(forms.Form):
    """One point: whether it stands on the list and how heavy, in which words, and where."""

    code = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    label = Text(label=_("De tekst van het punt"), longest=LONGEST_LABEL, required=False)
    kind = forms.ChoiceField(
        label=_("Wat is het antwoord?"), choices=OwnKind.choices, required=False, error_messages=CHOOSE
    )
    weight = forms.ChoiceField(
        label=_("Telt als"), choices=Weight.choices, initial=Weight.NEEDED, error_messages=CHOOSE
    )
    place = Whole(label=_("Plek"), least=1, most=99, required=False)

    def __init__(self, *args: Any, known: Mapping[str, Any], **options: Any) -> None:
        """Ask only what may change: a fixed point only has its place, and only an own point has an answer."""
        super().__init__(*args, **options)
        told = self.data.get(self.add_prefix("code")) if self.is_bound else self.initial.get("code")
        self.point = known.get(told or "")
        self.is_own = self.point is None or self.point.is_own
        if not self.is_own:
            del self.fields["kind"]
        if self.is_fixed:
            del self.fields["label"], self.fields["weight"]
        elif not self.is_own:
            self.fields["label"].help_text = _("Leeg: de tekst van Schakel.")

    @property
    def is_fixed(self) -> bool:
        """A point that no network leaves out."""
        return bool(self.point and self.point.fixed)

    @property
    def is_spare(self) -> bool:
        """An own point that is not there yet."""
        return self.point is None

    def as_row(self) -> PointRow | None:
        """The point as a value; None for a spare one that was left empty."""
        told = self.cleaned_data
        label = told.get("label", "")
        if self.is_spare and not label and not told.get("code"):
            return None
        if self.is_fixed:
            return PointRow(told["code"])
        return PointRow(
            told.get("code", ""), label, told["weight"], told.get("kind", "") if self.is_own else ""
        )


class _Points(forms.BaseFormSet):
    def rows(self) -> list[PointRow]:
        """The points in the order of their places; what has none comes last."""
        told = [(form.cleaned_data.get("place") or 100, form.as_row()) for form in self.forms]
        return [row for _place, row in sorted(told, key=lambda one: one[0]) if row is not None]


def point_forms(
    data: Any, rows: Sequence[PointRow], labels: Mapping[str, str], known: Mapping[str, Any], *, more: bool
) -> Any:
    """The small forms: one for each point there is, and one to add.

    labels: how each point reads now. known: what is known of each point, by its code.
    """
    initial = [
        {
            "code": row.code,
            "label": row.label or labels.get(row.code, ""),
            "kind": row.kind,
            "weight": row.weight,
            "place": nth,
        }
        for nth, row in enumerate(rows, start=1)
    ]
    made = forms.formset_factory(
        PointForm, formset=_Points, extra=SPARE, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
    )
    if data is not None and more:
        data = one_more(data, POINTS, most=MOST_ROWS)
    return made(data, prefix=POINTS, initial=initial if data is None else None, form_kwargs={"known": known})


class PointAnswerForm(forms.Form):
    """An answer to a point that the network added."""

    text = Text(
        label=_("Antwoord"),
        longest=2000,
        rows=4,
        needed=_("Schrijf het antwoord op."),
        help_text=_("Geen namen of gegevens van patiënten."),
    )
    link = Text(label=_("Webadres"), longest=500, required=False)

    def __init__(self, *args: Any, needs_link: bool, **options: Any) -> None:
        """Ask a web address where the point wants one."""
        super().__init__(*args, **options)
        self.fields["link"].required = needs_link
        if not needs_link:
            self.fields["link"].help_text = _("Mag leeg blijven.")

    def clean_link(self) -> str:
        """Refuse what no browser opens."""
        link: str = self.cleaned_data["link"]
        if link and (reason := why_not_web_address(link)):
            raise forms.ValidationError(reason)
        return link
