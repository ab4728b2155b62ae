"""Control charts as they go on a paper: the drawing that the worker stored, what it says in words, its figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from schakel.documents.paper import Figure, Heading, Part, Table, Text
from schakel.measuring import charting
from schakel.measuring.models import Reading, Series
from schakel.measuring.queries.exits import HIDDEN, Shown, let_out_together
from schakel.measuring.queries.measured import Measured, measured_of
from schakel.measuring.queries.targets import rests_on_words
from schakel.methods.disclosure import USUAL, Policy
from schakel.methods.spc import BadSeries, ControlChart
from schakel.web.control_chart import words
from schakel.web.control_chart.page import ControlChartOnPage, on_page


@dataclass(frozen=True)
class PaperChart:
    """One series with its chart; without a chart ``words`` says why there is none, else what the chart shows.

    is_stale: figures came in since the drawing was made.
    is_coming: the worker still has to draw it, for the first time or anew.
    figures: what the drawing and its table show, for the register of what left; the last one where there is no drawing.
    """

    series: Series
    chart: ControlChartOnPage | None
    words: str
    is_stale: bool = False
    is_coming: bool = False
    figures: Sequence[Shown] = ()

    @property
    def name(self) -> str:
        """What is measured, and of whom."""
        return f"{self.series.version.name}, {self.series.who}"

    @property
    def verdicts(self) -> str:
        """Whether it changes and whether it reaches its target, in words."""
        return ". ".join(one.words for one in self.chart.verdicts) if self.chart else ""


def paper_charts(series: Iterable[Series], policy: Policy = USUAL) -> dict[UUID, PaperChart]:
    """The chart of each series as everybody in the network may see it. Five database queries, however many there are.

    One hidden figure and there is no chart: its lines would give that figure back.
    policy: from how many people figures are shown; on paper always the usual number.
    """
    series = list(series)
    keys = [one.pk for one in series]
    if not keys:
        return {}
    readings = {one.series_id: one for one in Reading.objects.filter(series__in=keys).defer("points")}
    measured = measured_of(keys)
    known = let_out_together(series, policy)
    found = {}
    for one in series:
        figures = [known.get((one.pk, value.period_on), HIDDEN) for value in measured[one.pk].values]
        is_hidden = any(each.is_hidden for each in figures)
        made = _paper_chart(one, readings.get(one.pk), measured[one.pk], is_hidden=is_hidden)
        found[one.pk] = replace(made, figures=figures if made.chart else figures[-1:])
    return found


def _paper_chart(
    series: Series, reading: Reading | None, measured: Measured, *, is_hidden: bool
) -> PaperChart:
    values, baseline = measured.values, measured.baseline
    chart: ControlChart | None = None
    if values and not is_hidden:
        try:
            chart = charting.chart_of(
                series.version,
                values,
                starts=measured.starts,
                locked=charting.basis_read(baseline.limits) if baseline else None,
            )
        except BadSeries:
            return PaperChart(series, None, _("Van deze cijfers is geen regelkaart te maken."))
    if chart is None or reading is None or not reading.broad:
        why = _why_none(is_hidden=is_hidden, is_empty=not values)
        return PaperChart(series, None, why, is_coming=chart is not None)
    rests_on = rests_on_words(series, baseline)
    shown = on_page(chart, broad=reading.broad, narrow=reading.narrow, rests_on=rests_on)
    return PaperChart(
        series, shown, words.description(chart), is_stale=reading.is_stale, is_coming=reading.is_stale
    )


def _why_none(*, is_hidden: bool, is_empty: bool) -> str:
    if is_hidden:
        return _("Er is geen grafiek: er staan cijfers over minder dan 10 mensen in, en die zijn verborgen.")
    if is_empty:
        return _("Er is nog geen grafiek: er zijn nog geen cijfers.")
    return _("De grafiek wordt nog gemaakt.")


def chart_parts(chart: PaperChart, about: Sequence[str] = ()) -> list[Part]:
    """A chart on a paper: the drawing with what it says, or why there is no drawing.

    about: sentences that belong under it, such as its target and its baseline.
    """
    under = [f"{one.removesuffix('.')}." for one in about if one]
    if chart.chart is None:
        return [Text(" ".join([f"{chart.name}.", chart.words, *under]))]
    if chart.is_stale:
        under.append(_("Er kwamen cijfers bij nadat deze grafiek was gemaakt."))
    caption = " ".join([f"{chart.name}.", f"{chart.verdicts}.", *chart.chart.about_target, *under])
    alt = f"{_('Regelkaart')} {chart.name}. {chart.words}"
    return [Figure(str(chart.chart.broad), alt, caption, narrow=str(chart.chart.narrow))]


def table_parts(charts: Sequence[PaperChart]) -> list[Part]:
    """The figures behind each chart, for who would rather read or hear them; nothing without a chart."""
    parts: list[Part] = []
    for one in charts:
        if one.chart is not None:
            parts += [Heading(one.name, 2), _table(one.chart)]
    return parts


def _table(chart: ControlChartOnPage) -> Table:
    head = [str(column["label"]) for column in chart.columns]
    rows = [[str(cell.get("text") or cell.get("word") or "") for cell in row["cells"]] for row in chart.rows]
    right = frozenset(at for at, column in enumerate(chart.columns) if column["num"])
    return Table(head, rows, widths=(3, 2, 2, 3, 5), right=right)
