"""The indicator sheet (indicatorfiche): what an indicator is and what it shows, for a PDF and for Excel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.documents.paper import Card, Facts, Heading, Part, Table, Text
from schakel.measuring.models import IndicatorVersion, Series, Value
from schakel.measuring.queries.exits import HIDDEN, Shown, let_out_together
from schakel.measuring.queries.papers import PaperChart, chart_parts, paper_charts, table_parts
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
    in_words,
)
from schakel.measuring.rules.periods import label
from schakel.methods.disclosure import Policy
from schakel.web.formats import dutch_date, number

if TYPE_CHECKING:
    from schakel.people.models import Person

#: So many charts fit on a sheet that is still read; the workbook holds every series.
MOST_CHARTS = 12


@dataclass(frozen=True)
class FigureLine:
    """One figure on the sheet: of whom, of when, and what may be shown of it."""

    series: Series
    period_on: date
    shown: Shown

    @property
    def words(self) -> str:
        """The period in words."""
        return label(self.series.version.period, self.period_on)


@dataclass(frozen=True)
class FicheContent:
    """One version of an indicator with every series of it, as anybody in the network may have it."""

    version: IndicatorVersion
    series: Sequence[Series]
    lines: Sequence[FigureLine]

    @property
    def n_hidden(self) -> int:
        """How many figures stay hidden because they are about few people."""
        return sum(one.shown.is_hidden for one in self.lines)


def fiche_of(person: Person, version: IndicatorVersion) -> FicheContent:
    """The sheet of a version. Three database queries, however many series and figures there are."""
    rows = Series.objects.visible_to(person).filter(version=version).of_the_network().named()
    series = sorted(rows, key=lambda one: (one.level != "network", one.who))
    known = let_out_together(series, Policy())
    by_key = {one.pk: one for one in series}
    values = Value.objects.counting().filter(series__in=by_key).order_by("period_on")
    found = [(by_key[key], on) for key, on in values.values_list("series_id", "period_on")]
    lines = [FigureLine(one, on, known.get((one.pk, on), HIDDEN)) for one, on in found]
    order = {one.pk: at for at, one in enumerate(series)}
    return FicheContent(
        version, series, sorted(lines, key=lambda line: (order[line.series.pk], line.period_on))
    )


def definition_rows(shown: Definition) -> list[tuple[str, str]]:
    """What an indicator is, line by line; what was not agreed says so."""
    target = _("geen doel afgesproken")
    if shown.target is not None:
        target = f"{number(shown.target)} {shown.unit}"
        agreed = [shown.target_origin, dutch_date(shown.target_on) if shown.target_on else ""]
        target = f"{target} ({', '.join(one for one in agreed if one)})"
    rows = [
        (_("Vraag"), shown.question),
        (_("Hoe het wordt berekend"), in_words(shown)),
        (_("Soort getal"), str(IndicatorType(shown.type).label)),
        (_("Eenheid"), shown.unit),
        (_("Teller"), shown.numerator),
        (_("Noemer"), shown.denominator),
        (_("Om wie het gaat"), shown.population),
        (_("Periode"), str(PeriodKind(shown.period).label)),
        (_("Wat is beter"), str(Direction(shown.direction).label)),
        (_("Doel"), target),
        (
            _("Doet ertoe vanaf"),
            "" if shown.minimal_difference is None else f"{number(shown.minimal_difference)} {shown.unit}",
        ),
        (_("Regelkaart"), f"{Chart(shown.chart).label}, {RuleSet(shown.rule_set).label}"),
        (_("Marge"), str(IntervalMethod(shown.interval).label)),
        (_("Kleine aantallen"), str(Disclosure(shown.disclosure).label)),
        (_("Wat hij vertelt"), str(IndicatorKind(shown.kind).label)),
        (_("Doel van goede zorg"), str(Aim(shown.aim).label)),
        (_("Vooral"), str(Trilemma(shown.trilemma).label)),
        (_("Bron"), shown.source),
        (_("Let op"), shown.caveats),
        (_("Opgesteld door"), shown.authored_by),
        (_("Getoetst door"), shown.checked_by),
        (_("Nagekeken"), dutch_date(shown.reviewed_on)),
        (_("Opnieuw nakijken vóór"), dutch_date(shown.review_before)),
    ]
    return [(name, words) for name, words in rows if words]


def fiche_parts(fiche: FicheContent) -> list[Part]:
    """The sheet on paper: the question, the definition, each series as a chart, and the figures. Five more queries."""
    shown = fiche.version.definition
    rows = definition_rows(shown)
    charts = [paper_charts(fiche.series)[one.pk] for one in fiche.series] if fiche.series else []
    parts: list[Part] = [
        Card(_("De vraag"), shown.question, in_words(shown)),
        Facts([row for row in rows if row[0] in {_("Doel"), _("Bron"), _("Getoetst door")}]),
        Heading(_("De definitie")),
        Table([_("Wat"), _("Afspraak")], [list(row) for row in rows], widths=(2, 5)),
        Heading(_("Wat het laat zien")),
    ]
    if not charts:
        return [*parts, Text(_("Dit wordt nog niet gemeten."))]
    for chart in charts[:MOST_CHARTS]:
        parts += chart_parts(chart)
    return [*parts, *_rest(charts), *_behind(charts[:MOST_CHARTS])]


def _rest(charts: Sequence[PaperChart]) -> list[Part]:
    left = [one.name for one in charts[MOST_CHARTS:]]
    if not left:
        return []
    return [Text(_("In het Excel-bestand staan ook: %(names)s.") % {"names": ", ".join(left)})]


def _behind(charts: Sequence[PaperChart]) -> list[Part]:
    tables = table_parts(charts)
    return [Heading(_("De cijfers achter de grafieken")), *tables] if tables else []
