"""How the way from home to home changed: a chart of the nights that people wait, and every period in a table."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.carechain.queries import HomePage
from schakel.carechain.rules import WayPeriod
from schakel.carechain.views.home_words import days_words, nights_words, share_words
from schakel.carechain.views.shapes import columns, row
from schakel.methods.spc import BadSeries, Direction, Method, Series, control_chart
from schakel.web.control_chart.page import ControlChartOnPage, on_page
from schakel.web.control_chart.places import period_words
from schakel.web.control_chart.plain import BROAD, NARROW, draw
from schakel.web.formats import number

#: With fewer periods than this there is no change to speak of.
LEAST_PERIODS = 2


def change_of(page: HomePage) -> dict[str, Any] | None:
    """The part of the page about change; None where a file tells of too few periods."""
    shown = [one for one in page.periods if not one.is_hidden]
    if len(shown) < LEAST_PERIODS:
        return None
    n_hidden = len(page.periods) - len(shown)
    return {
        "note": _("alle stappen samen, per kwartaal")
        if page.is_by_quarter
        else _("alle stappen samen, per maand"),
        "chart": _chart(shown),
        "columns": _columns(page),
        "rows": [_row(page, one) for one in shown],
        "hidden": ngettext(
            "Eén periode staat er niet in, omdat het om te weinig mensen gaat.",
            "%(n)s periodes staan er niet in, omdat het om te weinig mensen gaat.",
            n_hidden,
        )
        % {"n": number(n_hidden, 0)}
        if n_hidden
        else "",
    }


def _chart(shown: list[WayPeriod]) -> ControlChartOnPage | None:
    """The mean nights of waiting to leave as a control chart."""
    told = [(one.period, one.nights_mean) for one in shown if one.nights_mean is not None]
    if len(told) < LEAST_PERIODS:
        return None
    series = Series(tuple(value for _at, value in told), periods=tuple(at for at, _value in told))
    try:
        chart = control_chart(series, Method(direction=Direction.LOWER, lowest=0.0))
    except BadSeries:
        return None
    title = _("Nachten wachten op vertrek, gemiddeld, met de grenzen van toeval")
    return on_page(chart, broad=draw(chart, BROAD, title=title), narrow=draw(chart, NARROW, title=title))


def _columns(page: HomePage) -> list[dict[str, Any]]:
    return columns(
        (_("Kwartaal") if page.is_by_quarter else _("Maand"), False),
        (_("Nachten wachten, gemiddeld"), True),
        (_("Antwoord op tijd"), True),
        (_("Van huis tot huis, helft binnen"), True),
    )


def _row(page: HomePage, one: WayPeriod) -> dict[str, Any]:
    left = ngettext("%(n)s keer vertrokken", "%(n)s keer vertrokken", one.left_n or 0)
    asked = ngettext("%(n)s aanvraag", "%(n)s aanvragen", one.answered_n or 0)
    ways = ngettext("%(n)s weg", "%(n)s wegen", one.ways_n or 0)
    cells: list[dict[str, Any]] = [
        {"text": period_words(one.period)},
        _cell(one.nights_mean, nights_words, left, one.left_n),
        {"text": "", "nothing": True}
        if page.agreement is None
        else _cell(one.answered_pct, share_words, asked, one.answered_n),
        _cell(one.days_median, days_words, ways, one.ways_n),
    ]
    return row(_columns(page), cells)


def _cell(value: float | None, say: Any, note: str, n: int | None) -> dict[str, Any]:
    """A figure with over how many it is; where it stays hidden that is said, and of nobody there is a dash."""
    if n is None:
        return {"text": "", "nothing": True}
    words = _("verborgen") if value is None else say(value)
    return {"text": words, "note": note % {"n": number(n, 0)}}
