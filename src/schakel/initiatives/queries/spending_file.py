"""The workbook with what was spent: a row for each kind of cost, filled in with the plan and what is known already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from schakel.initiatives.models import FundingLine, Initiative
from schakel.initiatives.rules import Compared, CostType
from schakel.measuring.incoming.opening import Headings
from schakel.methods.workbooks import Column, Sheet, write_workbook

KIND, YEAR, SOURCE, AMOUNT, HOURS = "soort", "jaar", "bron", "uitgegeven", "uren"
PLANNED, PLANNED_HOURS = "gepland", "geplande uren"
HEADINGS = Headings((KIND, YEAR, SOURCE, AMOUNT, HOURS), (KIND, YEAR, AMOUNT), (PLANNED, PLANNED_HOURS))
#: For so many rows the lists to choose from are there; more is never spent on one initiative.
READY = 80


def spending_template(
    initiative: Initiative, compared: Sequence[Compared], lines: Sequence[FundingLine], *, now: datetime
) -> bytes:
    """The workbook of one initiative: fill in two columns and send it back."""
    choices = [str(one.label) for one in CostType]
    sources = [one.name for one in lines]
    above = [
        f"{initiative.number} {initiative.title}",
        _("Vul in wat er tot nu toe in totaal is uitgegeven en gewerkt. Wat u leeg laat, verandert niet."),
    ]
    filled = Sheet(
        _("Uitgaven"),
        [
            Column(KIND, 22, offers=f"Keuzes!$A$2:$A${len(choices) + 1}", hint=_("Kies uit de lijst.")),
            Column(YEAR, 8),
            Column(
                SOURCE,
                34,
                offers=f"Keuzes!$B$2:$B${len(sources) + 1}" if sources else "",
                hint=_("Een geldstroom uit de lijst, of een andere bron in uw eigen woorden."),
                is_strict=False,
            ),
            Column(AMOUNT, 14, hint=_("In euro, in totaal tot en met de dag die u straks noemt.")),
            Column(HOURS, 10, hint=_("Gewerkte uren, een heel getal.")),
            Column(PLANNED, 14, hint=_("Uit het plan. Wat u hier verandert, lezen wij niet.")),
            Column(PLANNED_HOURS, 14, hint=_("Uit het plan. Wat u hier verandert, lezen wij niet.")),
        ],
        [_row(one) for one in compared],
        above=above,
        n_ready=READY,
    )
    longest = max(len(choices), len(sources))
    known = Sheet(
        "Keuzes",
        [Column(_("soort kosten"), 24), Column(_("geldstroom"), 40)],
        [(_at(choices, n), _at(sources, n)) for n in range(longest)],
    )
    return write_workbook([filled, known], title=_("Uitgaven %(n)s") % {"n": initiative.number}, made_at=now)


def _row(one: Compared) -> tuple[Any, ...]:
    return (
        str(CostType(one.kind.cost_type).label),
        one.kind.year,
        one.source,
        one.spent_eur if one.is_spent and (one.spent_eur or not one.hours) else None,
        one.hours or None,
        one.planned_eur if one.is_planned else None,
        one.planned_hours or None,
    )


def _at(words: Sequence[str], n: int) -> str:
    return words[n] if n < len(words) else ""
