"""The grid in which figures are typed or pasted, and the forms about series and baselines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.measuring.actions import Filled
from schakel.measuring.models import Series
from schakel.measuring.queries import SHOWN, Grid
from schakel.measuring.rules import FRACTIONS, IntervalMethod, Measured, spread_of, why_not_measured
from schakel.measuring.rules.periods import first_day, label, moved, read_period, short_label
from schakel.network.models import Area, Partner
from schakel.web.fields import CHOOSE, Figure, Words
from schakel.web.formats import number
from schakel.web.grids import Cell, Line

#: What stands before the period and the series in the name of a field.
FIRST, SECOND, THIRD = "a", "b", "c"
MOST_PASTED = 100_000
#: A standard error in the cell of the standard deviation: "SE 0,4".
_ERROR = re.compile(r"\bse\b\.?:?", re.IGNORECASE)


class BeginForm(forms.Form):
    """For whom is measured."""

    of_network = forms.BooleanField(label=gettext_lazy("Het hele netwerk, als één getal"), required=False)
    partners = forms.MultipleChoiceField(
        label=gettext_lazy("Welke partners?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=CHOOSE,
    )
    areas = forms.MultipleChoiceField(
        label=gettext_lazy("Welke gebieden?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=CHOOSE,
    )

    def __init__(self, *args: Any, partners: list[Partner], areas: list[Area], **options: Any) -> None:
        super().__init__(*args, **options)
        self.rows: dict[str, dict[str, Any]] = {
            "partners": {one.slug: one for one in partners},
            "areas": {one.slug: one for one in areas},
        }
        for name, rows in self.rows.items():
            field: Any = self.fields[name]
            field.choices = [(key, one.name) for key, one in rows.items()]
            if not rows:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Give the rows that were chosen, and ask for one at least."""
        cleaned = super().clean() or {}
        for name, rows in self.rows.items():
            cleaned[name] = [rows[key] for key in cleaned.get(name, ())]
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("Kies voor wie u dit gaat meten."))
        return cleaned


class BaselineForm(forms.Form):
    """Over which periods the baseline goes."""

    from_on = forms.ChoiceField(label=gettext_lazy("Vanaf welke periode?"), error_messages=CHOOSE)
    last_on = forms.ChoiceField(label=gettext_lazy("Tot en met welke periode?"), error_messages=CHOOSE)
    reason = Words(label=gettext_lazy("Waarom een tweede nulmeting?"), most=2_000, rows=3)

    def __init__(self, *args: Any, kind: str, periods: list[date], is_first: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("from_on", "last_on"):
            field: Any = self.fields[name]
            field.choices = [(one.isoformat(), label(kind, one)) for one in periods]
        if is_first:
            del self.fields["reason"]

    def clean_from_on(self) -> date:
        """The first day of the first period."""
        return date.fromisoformat(self.cleaned_data["from_on"])

    def clean_last_on(self) -> date:
        """The first day of the last period."""
        return date.fromisoformat(self.cleaned_data["last_on"])


class EndForm(forms.Form):
    """From which period on something is no longer measured, and why."""

    ended_on = forms.ChoiceField(
        label=gettext_lazy("Vanaf welke periode meet u dit niet meer?"), error_messages=CHOOSE
    )
    reason = Words(label=gettext_lazy("Waarom meet u dit niet meer?"), most=1_000, rows=3)

    def __init__(self, *args: Any, kind: str, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        first = first_day(kind, today)
        periods = [moved(kind, first, -step) for step in range(-1, SHOWN)]
        field: Any = self.fields["ended_on"]
        field.choices = [(one.isoformat(), label(kind, one)) for one in periods]
        field.initial = first.isoformat()

    def clean_ended_on(self) -> date:
        """The first day of the period."""
        return date.fromisoformat(self.cleaned_data["ended_on"])


class ResumeForm(forms.Form):
    """Why something is measured again."""

    reason = Words(label=gettext_lazy("Waarom meet u dit weer?"), most=1_000, rows=3)


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = Words(label=gettext_lazy("Waarom trekt u deze nulmeting in?"), most=2_000, rows=3)


class GridForm:
    """The figures of the periods in the grid, typed or pasted; nothing that was typed is lost."""

    def __init__(self, grid: Grid, data: Mapping[str, str] | None = None) -> None:
        self.grid, self.is_bound = grid, data is not None
        self.parts = _parts(grid)
        self.typed: dict[str, str] = {}
        self.wrong: dict[str, str] = {}
        self.faults: list[str] = []
        self.filled: list[Filled] = []
        self.seen = self._now() if data is None or "seen" not in data else _read_seen(data["seen"])
        for on in grid.periods:
            for series in grid.series:
                for part in self.parts:
                    name = self.name_of(part, on, series)
                    stands = self._stands(part, on, series)
                    self.typed[name] = data.get(name, stands)[:40].strip() if data is not None else stands

    @staticmethod
    def name_of(part: str, on: date, series: Series) -> str:
        """The name of a field."""
        return f"{part}-{on.isoformat()}-{series.pk.hex}"

    @property
    def seen_words(self) -> str:
        """Which versions of the figures the page shows, to be sent back with what is typed."""
        return " ".join(f"{name}={number}" for name, number in self.seen.items())

    def _now(self) -> dict[str, int]:
        """The version of each figure that stands there now, by the name of its first cell."""
        mine = {series.pk: series for series in self.grid.series}
        return {
            self.name_of(FIRST, on, mine[key]): value.number
            for (key, on), value in self.grid.standing.items()
            if key in mine
        }

    @property
    def column_words(self) -> tuple[str, ...]:
        """What the cells of one series are called."""
        if self.grid.is_fraction:
            return (_("teller"), _("noemer"))
        return (_("waarde"), _("aantal"), _("SD"))[: len(self.parts)]

    def lines(self) -> list[Line]:
        """The rows of the grid, newest period first."""
        found = []
        for on in reversed(self.grid.periods):
            cells, wrong = [], []
            for series in self.grid.series:
                for part, words in zip(self.parts, self.column_words, strict=True):
                    name = self.name_of(part, on, series)
                    said = f"{series.who}, {label(self.grid.version.period, on)}, {words}"
                    cells.append(Cell(name, self.typed[name], said, name in self.wrong))
                key = self.name_of(FIRST, on, series)
                if key in self.wrong:
                    wrong.append(f"{series.who}: {self.wrong[key]}")
            found.append(Line(short_label(self.grid.version.period, on), tuple(cells), tuple(wrong)))
        return found

    def is_valid(self) -> bool:
        """Read every cell; ``filled`` holds what differs from what stood there."""
        self.wrong, self.filled = {}, []
        for on in self.grid.periods:
            for series in self.grid.series:
                self._read(on, series)
        return not self.wrong and not self.faults

    def paste(self, text: str) -> int:
        """Put a block from Excel in the grid; says what it could not place. Returns how many cells were filled."""
        n_filled = 0
        rows = [line.split("\t") for line in text[:MOST_PASTED].splitlines() if line.strip()]
        order = self._columns()
        if rows and read_period(self.grid.version.period, rows[0][0]) is None:
            order = self._named_columns(rows.pop(0)[1:])
        for at, row in enumerate(rows, start=1):
            on = read_period(self.grid.version.period, row[0])
            if on is None or on not in self.grid.periods:
                words = _("Regel %(at)d: “%(told)s” is geen periode in dit rooster.")
                self.faults.append(words % {"at": at, "told": row[0].strip()[:30]})
                continue
            if len(row) - 1 > len(order):
                words = _("Regel %(at)d heeft %(n)d cijfers; het rooster heeft er %(most)d.")
                self.faults.append(words % {"at": at, "n": len(row) - 1, "most": len(order)})
                continue
            for place, cell in zip(order, row[1:], strict=False):
                if place is None or not cell.strip():
                    continue
                part, series = place
                self.typed[self.name_of(part, on, series)] = cell.strip()[:40]
                n_filled += 1
        if not rows:
            self.faults.append(
                _("Plak eerst een blok uit Excel: per regel een periode met de cijfers erachter.")
            )
        return n_filled

    def _columns(self) -> list[tuple[str, Series] | None]:
        return [(part, series) for series in self.grid.series for part in self.parts]

    def _named_columns(self, names: Iterable[str]) -> list[tuple[str, Series] | None]:
        """Which column is about whom, by its heading; a second column without a name belongs to the one before it."""
        known = {series.who.casefold(): series for series in self.grid.series}
        found: list[tuple[str, Series] | None] = []
        last: Series | None = None
        for name in names:
            bare = name.strip().casefold()
            for word in self.column_words:
                bare = bare.removesuffix(word.casefold()).strip(" ,;:-")
            series = known.get(bare) if bare else last
            if series is None:
                self.faults.append(
                    _("Kolom “%(name)s” hoort bij niemand in dit rooster.") % {"name": name.strip()[:60]}
                )
                found.append(None)
                continue
            last = series
            n_before = sum(place is not None and place[1] is series for place in found)
            if n_before == len(self.parts):
                words = _("Kolom %(at)d is er één te veel voor %(who)s: het rooster heeft er %(most)d.")
                self.faults.append(words % {"at": len(found) + 2, "who": series.who, "most": n_before})
                found.append(None)
                continue
            found.append((self.parts[n_before], series))
        return found

    def _stands(self, part: str, on: date, series: Series) -> str:
        value = self.grid.standing.get((series.pk, on))
        if value is None:
            return ""
        if self.grid.is_fraction:
            shown: Decimal | int | None = value.numerator if part == FIRST else value.denominator
        else:
            shown = {FIRST: value.value, SECOND: value.n, THIRD: value.sd}[part]
        return "" if shown is None else as_typed(shown)

    def _read(self, on: date, series: Series) -> None:
        names = [self.name_of(part, on, series) for part in self.parts]
        numbers: list[Decimal | None] = []
        for part, name in zip(self.parts, names, strict=True):
            try:
                field = Figure(required=False, max_digits=18, decimal_places=6)
                typed = self.typed[name]
                numbers.append(field.clean(_ERROR.sub("", typed) if part == THIRD else typed))
            except forms.ValidationError as fault:
                self.wrong[name] = self.wrong[names[0]] = " ".join(fault.messages)
                return
        measured = self._measured(names, numbers)
        if measured is None:
            return
        type = self.grid.version.type
        if not measured.is_empty and (refusal := why_not_measured(type, measured)):
            for name in names:
                self.wrong[name] = refusal
            return
        stands = [self._stands(part, on, series) for part in self.parts]
        if [self.typed[name] for name in names] == stands:
            return
        before, key = self.grid.standing.get((series.pk, on)), names[0]
        now = before.number if before else 0
        one = Filled(series, on, measured, seen=self.seen.get(key, 0))
        if refusal := one.why_not_seen(now):
            told = " / ".join(word or "–" for word in stands)
            self.wrong[key] = _("%(refusal)s Er staat nu: %(told)s.") % {"refusal": refusal, "told": told}
            # The page says what stands there now: who saves again has seen it.
            self.seen[key] = now
            return
        self.filled.append(one)

    def _measured(self, names: list[str], numbers: list[Decimal | None]) -> Measured | None:
        if self.grid.version.type in FRACTIONS:
            return Measured(numerator=numbers[0], denominator=numbers[1])
        n = numbers[1] if len(numbers) > 1 else None
        if n is not None and (n < 0 or n != n.to_integral_value() or n > 2_000_000_000):
            self.wrong[names[1]] = self.wrong[names[0]] = _("Over hoeveel het gaat, is een heel getal.")
            return None
        over, sd = int(n) if n is not None else None, numbers[2] if len(numbers) > 2 else None
        if sd is not None and _ERROR.search(self.typed[names[2]]):
            sd = spread_of(sd, over)
        return Measured(value=numbers[0], n=over, sd=sd)


def _parts(grid: Grid) -> tuple[str, ...]:
    """What is filled in of one figure: a mean with its margin takes three cells."""
    if grid.is_fraction:
        return (FIRST, SECOND)
    if grid.version.interval == IntervalMethod.T:
        return (FIRST, SECOND, THIRD)
    return (FIRST, SECOND) if grid.version.disclosure == "people" else (FIRST,)


def _read_seen(text: str) -> dict[str, int]:
    """The versions that a page showed, by the name of a cell; what is no version falls out."""
    pairs = (word.partition("=") for word in text.split())
    return {name: int(number) for name, _sign, number in pairs if number.isascii() and number.isdigit()}


def as_typed(value: Decimal | int) -> str:
    """A figure as somebody would type it: without points, with a comma."""
    return (
        number(value, None).replace(".", "")
        if isinstance(value, int)
        else f"{value.normalize():f}".replace(".", ",")
    )


class WhyForm(forms.Form):
    """Where figures come from, and why one that stood there is different now."""

    source = Words(
        label=gettext_lazy("Waar komen deze cijfers vandaan?"),
        help_text=gettext_lazy("Bijvoorbeeld: registratie van oktober."),
        required=False,
    )
    reason = Words(
        label=gettext_lazy("Waarom verbetert u een cijfer dat er al stond?"),
        help_text=gettext_lazy("Alleen als u een bestaand cijfer verandert. Het oude blijft erbij staan."),
        most=500,
        required=False,
    )
