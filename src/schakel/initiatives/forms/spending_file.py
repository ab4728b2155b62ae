"""A file with what was spent: what it would change, and row by row what is wrong in it. Nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.initiatives.forms.fields import Day
from schakel.initiatives.forms.spending import MOST, SpentForm
from schakel.initiatives.models import FundingLine
from schakel.initiatives.queries.spending_file import AMOUNT, HEADINGS, HOURS, KIND, SOURCE, YEAR
from schakel.initiatives.rules import Compared, CostKind, CostType, Spent
from schakel.measuring.incoming.opening import BESIDE, CannotRead, Row, open_table, sentence
from schakel.methods.workbooks import Unfit, meant_text
from schakel.web.sent_file import SentFile, say_too_large

#: How each column of the file is called on the form that reads it.
FIELDS = {"cost_type": KIND, "year": YEAR, "source": SOURCE, "amount_eur": AMOUNT, "hours": HOURS}


class SpendingFileForm(forms.Form):
    """One file, and up to which day it is known."""

    file = SentFile(
        label=gettext_lazy("Uw ingevulde bestand"),
        help_text=gettext_lazy("Excel (.xlsx) of CSV, hooguit 10 MB. Er wordt nog niets bewaard."),
    )
    until_on = Day(label=gettext_lazy("Tot en met welke dag weet u het?"))

    def __init__(self, *args: Any, is_too_large: bool = False, **options: Any) -> None:
        """Say that a file was too large to be kept while it came in."""
        super().__init__(*args, **options)
        say_too_large(self, sentence(Unfit.TOO_BIG), is_too_large=is_too_large)

    def read(self, compared: Sequence[Compared], lines: Sequence[FundingLine]) -> SpendingFile | None:
        """What the file says; None when it is no file with spending, which then stands at the field."""
        try:
            rows = open_table(self.cleaned_data["file"].read(), HEADINGS)
        except CannotRead as wrong:
            self.add_error("file", wrong.reason)
            return None
        found = SpendingFile.of(rows, compared, lines, until_on=self.cleaned_data["until_on"])
        if len(found.spent) > MOST:
            self.add_error("file", _("Er passen %(n)d soorten kosten bij een initiatief.") % {"n": MOST})
            return None
        return found


@dataclass(frozen=True)
class Changed:
    """One kind of cost as it is written down now, and as the file has it."""

    kind: CostKind
    source: str
    before: Spent
    after: Spent


@dataclass
class SpendingFile:
    """What a file would make of the spending of an initiative.

    spent: all of it as it would be, also what the file does not name. faults: of a row its number and what is wrong.
    """

    spent: dict[CostKind, Spent]
    changes: list[Changed] = field(default_factory=list)
    n_same: int = 0
    faults: list[tuple[int, str]] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        rows: Sequence[Row],
        compared: Sequence[Compared],
        lines: Sequence[FundingLine],
        *,
        until_on: date,
    ) -> SpendingFile:
        """Read the rows beside what is planned and written down already."""
        found = cls({one.kind: Spent(one.kind, one.spent_eur, one.hours) for one in compared if one.is_spent})
        names = {one.pk: one.name for one in lines}
        sources = {one.kind.source.casefold(): one.kind.source for one in compared}
        seen: dict[CostKind, int] = {}
        for row in rows:
            if not (row.words.get(AMOUNT) or row.words.get(HOURS) or row.words.get(BESIDE)):
                continue
            form = SpentForm(_typed(row, lines, sources), lines=lines)
            if problems := _problems(row, form, seen, until_on):
                found.faults += [(row.number, words) for words in problems]
            else:
                kind = form.kind
                seen[kind] = row.number
                found._take(form, names[kind.line] if kind.line else kind.source)
        return found

    def _take(self, form: SpentForm, source: str) -> None:
        """Put what one row says in its place; nothing and no hours means that nothing was spent."""
        kind = form.kind
        after = form.as_spent() or Spent(kind)
        before = self.spent.get(kind, Spent(kind))
        if (before.amount_eur, before.hours) == (after.amount_eur, after.hours):
            self.n_same += 1
            return
        self.changes.append(Changed(kind, source, before, after))
        self.spent[kind] = after

    @property
    def total_eur(self) -> Decimal:
        """What would be spent in all, in euros."""
        return sum((one.amount_eur for one in self.spent.values()), Decimal(0))

    def fields(self, prefix: str) -> list[dict[str, str]]:
        """The same as the form on the screen sends, so that saving goes through that one door."""
        rows = [one for one in self.spent.values() if one.amount_eur or one.hours]
        sent = {"TOTAL_FORMS": str(len(rows)), "INITIAL_FORMS": "0"}
        for n, one in enumerate(rows):
            sent |= {
                f"{n}-cost_type": one.kind.cost_type,
                f"{n}-year": str(one.kind.year),
                f"{n}-line": str(one.kind.line or ""),
                f"{n}-source": one.kind.source,
                f"{n}-amount_eur": str(one.amount_eur).replace(".", ","),
                f"{n}-hours": str(one.hours),
                f"{n}-fixed": "1",
            }
        return [{"name": f"{prefix}-{name}", "value": value} for name, value in sent.items()]


def _typed(row: Row, lines: Sequence[FundingLine], sources: dict[str, str]) -> dict[str, str]:
    """What the form on the screen would have got for this row."""
    kinds = {str(one.label).casefold(): one.value for one in CostType}
    told = meant_text(row.words.get(SOURCE, ""))
    line = next((one for one in lines if one.name.casefold() == told.casefold()), None)
    return {
        "cost_type": kinds.get(row.words.get(KIND, "").casefold(), ""),
        "year": row.words.get(YEAR, ""),
        "line": str(line.pk) if line else "",
        "source": "" if line else sources.get(told.casefold(), told),
        "amount_eur": row.words.get(AMOUNT, ""),
        "hours": row.words.get(HOURS, ""),
    }


def _problems(row: Row, form: SpentForm, seen: dict[CostKind, int], until_on: date) -> list[str]:
    """What is wrong with one row, each in one sentence that names the column."""
    if told := row.words.get(BESIDE):
        return [_("“%(told)s” staat in een kolom zonder kop. Haal het weg.") % {"told": told[:40]}]
    if not form.is_valid():
        return [_problem(row, name, str(words[0])) for name, words in form.errors.items()]
    kind = form.kind
    if kind.year > until_on.year:
        return [_("%(year)d moet nog komen. Daarin is niets uitgegeven.") % {"year": kind.year}]
    if kind in seen:
        return [
            _("Dezelfde soort, jaar en bron staan ook op regel %(n)d. Tel ze bij elkaar op.")
            % {"n": seen[kind]}
        ]
    return []


def _problem(row: Row, name: str, words: str) -> str:
    column = FIELDS.get(name, SOURCE)
    told = row.words.get(column, "")[:40]
    if column == KIND:
        kinds = ", ".join(str(one.label) for one in CostType)
        return _("“%(told)s” is geen soort kosten. Kies uit: %(kinds)s.") % {"told": told, "kinds": kinds}
    if told.startswith("="):
        return _("In de kolom %(column)s staat een formule. Vul het getal zelf in.") % {"column": column}
    return _("%(column)s “%(told)s”: %(words)s") % {
        "column": column.capitalize(),
        "told": told,
        "words": words,
    }
