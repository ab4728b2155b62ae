"""What was measured, for the dossier: figures against their baseline as charts, what was promised, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.documents.paper import Heading, Part, Points, Table, Text
from schakel.initiatives.queries.measures import MeasurePlan, MeasureRow, measures_of
from schakel.measuring.queries import PaperChart, chart_parts, paper_charts, table_parts
from schakel.measuring.rules import IndicatorKind

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person

#: A board looks at so many charts at most; the page of the initiative shows the others.
MOST_CHARTS = 8
#: In which order a board reads them, and under which words.
KINDS = (
    (IndicatorKind.OUTCOME, gettext_lazy("De uitkomst")),
    (IndicatorKind.BALANCING, gettext_lazy("Wat er niet slechter van mag worden")),
    (IndicatorKind.PROCESS, gettext_lazy("Gebeurt wat is afgesproken?")),
)


@dataclass(frozen=True)
class Measured:
    """What a dossier says of the figures, at its end the figures behind the charts, and the charts themselves."""

    told: Sequence[Part]
    behind: Sequence[Part] = ()
    charts: Sequence[PaperChart] = ()


def measured(person: Person, initiative: Initiative) -> Measured:
    """What was measured for an initiative, as it goes into its dossier. Eleven database queries."""
    rows = measures_of(person, initiative)
    if not rows.rows:
        return Measured([Text(_("Nog niet te zeggen of dit werkt: er is geen meetplan en geen nulmeting."))])
    ordered = [row for kind, _words in KINDS for row in rows.rows if row.measure.kind == kind]
    shown = ordered[:MOST_CHARTS]
    charts = paper_charts([row.series for row in shown])
    parts: list[Part] = [*told_parts(rows)]
    for kind, words in KINDS:
        mine = [row for row in shown if row.measure.kind == kind]
        if mine:
            parts.append(Heading(str(words), 2))
        for row in mine:
            parts += chart_parts(charts[row.series.pk], _about(row))
    left = [row.name for row in ordered[MOST_CHARTS:]]
    if left:
        parts.append(
            Text(_("Op de pagina van het initiatief staan ook: %(names)s.") % {"names": ", ".join(left)})
        )
    return measured_parts(parts, [charts[row.series.pk] for row in shown])


def measured_parts(told: Sequence[Part], charts: Sequence[PaperChart]) -> Measured:
    """What was told, with the figures behind its charts. No database query."""
    return Measured(told, _behind(charts), charts)


def told_parts(plan: MeasurePlan) -> list[Table | Points | Text]:
    """The measures of a plan as a table, and of each outcome its promise with the verdict. No database query."""
    return [
        _stand(plan.rows),
        *(part for row in plan.outcomes for part in _judged(row)),
        *([Text(plan.lacks)] if plan.lacks else []),
    ]


def _judged(row: MeasureRow) -> list[Points | Text]:
    """What was promised, what came of it, and how sure that is: a board never reads a verdict without its ground."""
    promised = row.claim_words or _("geen effect beloofd")
    grounds = [f"{name}: {words}." for name, words in row.verdict_facts]
    grounds += row.verdict_cautions
    told = Text(f"{row.name}: {promised}. {row.verdict_words}.")
    return [told, Points(grounds)] if grounds else [told]


def _stand(rows: Sequence[MeasureRow]) -> Table:
    """Every figure on one line: its target, its baseline, how it stands."""
    head = [_("Cijfer"), _("Soort"), _("Doel"), _("Nulmeting"), _("Laatste cijfer")]
    lines = [
        [
            f"{row.name}, {row.series.who}",
            row.kind_words,
            row.target_words,
            row.baseline_told,
            f"{row.latest_words} ({row.latest_period})" if row.latest_period else _("nog geen cijfers"),
        ]
        for row in rows
    ]
    return Table(head, lines, widths=(4, 2, 2, 4, 3))


def _about(row: MeasureRow) -> list[str]:
    """What stands under a chart: what it aims at, and the baseline that it is held against."""
    version = row.series.version
    aims = _("Doel: %(target)s") % {"target": row.target_words}
    if version.target is not None and version.target != row.measure.target:
        words = _("Doel van dit initiatief: %(target)s. In de grafiek staat het doel van de indicator")
        aims = words % {"target": row.target_words}
    return [
        aims,
        _("Nulmeting: %(words)s") % {"words": row.baseline_told},
    ]


def _behind(charts: Sequence[PaperChart]) -> list[Part]:
    tables = table_parts(charts)
    return [Heading(_("De cijfers achter de grafieken")), *tables] if tables else []
