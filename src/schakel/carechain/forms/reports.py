"""The grid in which a provider tells how long people waited in a month; nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.carechain.actions import ReportedFactors, ReportedPhase
from schakel.carechain.models import DataPurpose
from schakel.carechain.queries import MonthReport
from schakel.carechain.rules import (
    Factors,
    Phase,
    Split,
    Waited,
    WaitUnit,
    why_not_factors,
    why_not_seen,
    why_not_waited,
)
from schakel.methods.waits.norms import days_of_phases
from schakel.web.fields import CHOOSE, Figure, Words
from schakel.web.grids import Cell, Line

#: The cells of a row: the field of ``Waited``, what stands above it, and whether it counts people.
WAIT_CELLS = (
    ("mean_wait", gettext_lazy("gemiddelde wachttijd"), False),
    ("n_started", gettext_lazy("instroom"), True),
    ("within_percent", gettext_lazy("% binnen de norm"), False),
    ("n_waiting", gettext_lazy("wacht nu"), True),
    ("slot_wait", gettext_lazy("derde vrije plek"), False),
)
FACTOR_CELLS = (
    ("n_professionals", gettext_lazy("behandelaren"), True),
    ("fte", gettext_lazy("fte"), False),
    ("vacancies_fte", gettext_lazy("openstaande fte"), False),
    ("n_left", gettext_lazy("uitstroom"), True),
)
#: The name of the row about staff, among the letters of the phases.
FACTORS = "S"


class ReportGrid:
    """The figures of one month of one provider, as they are typed."""

    def __init__(self, page: MonthReport, data: Mapping[str, str] | None = None) -> None:
        self.page = page
        self.wrong: dict[str, str] = {}
        self.unit = str(page.unit)
        told = data.get("unit", "") if data is not None else ""
        if told in WaitUnit.values:
            self.unit = told
        # Of both phases together there is no free slot.
        self.rows: dict[str, Any] = dict.fromkeys(Phase.values, WAIT_CELLS) | {Phase.TOTAL: WAIT_CELLS[:-1]}
        if page.split == Split.ALL:
            self.rows[FACTORS] = FACTOR_CELLS
        self.stands = {key: self._stands(key) for key in self.rows}
        self.typed: dict[str, str] = {}
        for key, cells in self.rows.items():
            for at, (field, _words, _is_count) in enumerate(cells):
                name = f"{field}-{key}"
                stands = self.stands[key][at]
                self.typed[name] = stands if data is None else data.get(name, stands)[:40].strip()
        self.seen = self._now() if data is None or "seen" not in data else _read_seen(data["seen"])
        self.phases: list[ReportedPhase] = []
        self.factors: ReportedFactors | None = None

    @property
    def seen_words(self) -> str:
        """Which versions the page shows, to be sent back with what is typed."""
        return " ".join(f"{key}={number}" for key, number in self.seen.items())

    @property
    def units(self) -> list[dict[str, Any]]:
        """The units to choose from."""
        return [
            {"value": one.value, "label": one.label, "is_chosen": one.value == self.unit} for one in WaitUnit
        ]

    def lines(self) -> list[Line]:
        """The rows about waits."""
        return [self._line(phase.value, str(phase.label).capitalize()) for phase in Phase]

    def factor_lines(self) -> list[Line]:
        """The row about what plays a part; none for a group."""
        return [self._line(FACTORS, _("Deze maand"))] if FACTORS in self.rows else []

    def is_valid(self) -> bool:
        """Read every cell; only rows that differ from what stands there are kept."""
        self.wrong, self.phases, self.factors = {}, [], None
        norms = days_of_phases(self.page.month_on)
        for key in self.rows:
            values = self._read(key)
            if values is None:
                continue
            if key == FACTORS:
                factors = Factors(**values)
                if self._may_keep(key, factors, why_not_factors(factors)):
                    self.factors = ReportedFactors(factors, seen=self.seen.get(key, 0))
            else:
                told = Waited(**values)
                if self._may_keep(key, told, why_not_waited(told, self.unit, norms.get(key))):
                    self.phases.append(ReportedPhase(key, told, self.unit, seen=self.seen.get(key, 0)))
        return not self.wrong

    def _may_keep(self, key: str, told: Waited | Factors, refusal: str | None) -> bool:
        """Whether a row is different from what stands there, and can be."""
        if refusal:
            self.wrong[key] = refusal
            return False
        before = self._before(key)
        is_other_unit = isinstance(told, Waited) and before is not None and before.unit != self.unit
        if told.is_empty if before is None else before.told == told and (told.is_empty or not is_other_unit):
            return False
        now = before.number if before else 0
        if refusal := why_not_seen(self.seen.get(key, 0), now):
            stands = " / ".join(word or "–" for word in self.stands[key])
            self.wrong[key] = _("%(refusal)s Er staat nu: %(told)s.") % {"refusal": refusal, "told": stands}
            # The page says what stands there now: who saves again has seen it.
            self.seen[key] = now
            return False
        return True

    def _read(self, key: str) -> dict[str, Any] | None:
        """The numbers of a row by field; None when one of them is no number."""
        values: dict[str, Any] = {}
        for field, _words, is_count in self.rows[key]:
            name = f"{field}-{key}"
            try:
                value = Figure(required=False, max_digits=9, decimal_places=2).clean(
                    self.typed[name].removesuffix("%").strip()
                )
            except forms.ValidationError as fault:
                self.wrong[name] = self.wrong[key] = " ".join(fault.messages)
                return None
            if is_count and value is not None:
                if value != value.to_integral_value():
                    self.wrong[name] = self.wrong[key] = _(
                        "Een aantal mensen is een heel getal van 0 tot 100.000."
                    )
                    return None
                value = int(value)
            values[field] = value
        return values

    def _line(self, key: str, words: str) -> Line:
        is_row_wrong = key in self.wrong
        names = [f"{field}-{key}" for field, _above, _count in self.rows[key]]
        is_cell_wrong = any(name in self.wrong for name in names)
        cells = tuple(
            Cell(
                name,
                self.typed[name],
                f"{words}, {above}",
                name in self.wrong or (is_row_wrong and not is_cell_wrong),
            )
            for name, (_field, above, _count) in zip(names, self.rows[key], strict=True)
        )
        return Line(words, cells, (self.wrong[key],) if is_row_wrong else (), self._note(key))

    def _note(self, key: str) -> str:
        """What stood there a month before, to see at once what was mistyped."""
        if key == FACTORS:
            before = self.page.factors_before
            told = [before.n_professionals, before.fte, before.vacancies_fte, before.n_left] if before else []
        else:
            report = self.page.before.get(key)
            told = [getattr(report, field) for field, _words, _count in self.rows[key]] if report else []
        if not any(value is not None for value in told):
            return ""
        return _("Vorige maand: %(told)s") % {"told": " / ".join(as_typed(value) or "–" for value in told)}

    def _before(self, key: str) -> Any:
        return self.page.factors if key == FACTORS else self.page.phases.get(key)

    def _stands(self, key: str) -> list[str]:
        before = self._before(key)
        return [as_typed(getattr(before, field, None)) for field, _words, _count in self.rows[key]]

    def _now(self) -> dict[str, int]:
        return {key: row.number for key in self.rows if (row := self._before(key)) is not None}


def as_typed(value: Decimal | int | None) -> str:
    """A figure as somebody would type it: without points, with a comma.

    >>> as_typed(Decimal("6.20")), as_typed(1250), as_typed(None)
    ('6,2', '1250', '')
    """
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value.normalize():f}".replace(".", ",")


def _read_seen(text: str) -> dict[str, int]:
    """The versions that a page showed, by row; what is no version falls out."""
    pairs = (word.partition("=") for word in text[:200].split())
    return {key: int(number) for key, _sign, number in pairs if number.isascii() and number.isdigit()}


class WhyReportForm(forms.Form):
    """Under which purpose waits are told, and why what stood there is different now."""

    purpose = forms.ChoiceField(label=gettext_lazy("Waarvoor zijn deze gegevens?"), error_messages=CHOOSE)
    reason = Words(
        label=gettext_lazy("Waarom verbetert u iets dat er al stond?"),
        help_text=gettext_lazy("Alleen als u een bestaand cijfer verandert. Het oude blijft erbij staan."),
        most=500,
        required=False,
    )

    def __init__(self, *args: Any, purposes: Sequence[DataPurpose], **options: Any) -> None:
        super().__init__(*args, **options)
        self._purposes = {str(one.pk): one for one in purposes}
        field: Any = self.fields["purpose"]
        field.choices = [(key, one.goal[:90]) for key, one in self._purposes.items()]
        if len(purposes) == 1:
            # With one purpose there is nothing to choose; the page says which it is.
            del self.fields["purpose"]

    def chosen_purpose(self) -> DataPurpose:
        """The purpose that was chosen, or the only one."""
        key = self.cleaned_data.get("purpose") or next(iter(self._purposes))
        return self._purposes[key]
