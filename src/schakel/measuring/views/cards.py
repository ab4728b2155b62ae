"""The baseline of a series as pages show it: how far it is, who did what, and the next deed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.measuring import queries
from schakel.measuring.models import Baseline, PhaseChange, PointNote, Series
from schakel.measuring.permissions import (
    why_not_change_phase,
    why_not_check_baseline,
    why_not_collect,
    why_not_drop_note,
    why_not_lock,
    why_not_note,
    why_not_withdraw_baseline,
)
from schakel.measuring.queries import HIDDEN, Shown, let_out
from schakel.measuring.rules import ENOUGH_POINTS, read_value
from schakel.measuring.rules.periods import label
from schakel.measuring.views.finding import figure_words, parts_words
from schakel.measuring.views.shapes import address
from schakel.methods.disclosure import Policy
from schakel.methods.spc import suggested_phase
from schakel.web.control_chart.page import on_page
from schakel.web.control_chart.words import suggestion_words
from schakel.web.formats import dutch_date
from schakel.web.shapes import deed

#: What stands in the place of free words beside hidden figures.
KEPT_BACK = gettext_lazy("De uitleg is verborgen, omdat er verborgen cijfers in deze reeks staan.")


def baseline_card(
    request: HttpRequest,
    series: Series,
    page: queries.SeriesPage,
    known: queries.Together | None,
    policy: Policy,
) -> dict[str, Any]:
    """The baseline as the page of a series shows it: how far it is, and the next deed."""
    waiting, locked = page.open_baseline, page.locked
    at = {"series": series.pk}
    for one in page.baselines:
        one.series = series
    card: dict[str, Any] = {
        "shown": [_told(one, known, policy) for one in page.baselines],
        "is_changed_since": page.is_changed_since and waiting is None,
        "deeds": [],
    }
    if waiting is None:
        words = _("Verzamel een tweede nulmeting") if locked else _("Verzamel de nulmeting")
        refusal = why_not_collect(request.user, series)
        card["deeds"] = [
            deed(words, address("collect_baseline", request, **at), quiet=bool(locked), refusal=refusal)
        ]
        return card
    if waiting.state == "collected":
        refusal = why_not_check_baseline(request.user, waiting)
        card["deeds"].append(
            deed(_("De cijfers kloppen"), action=address("check_baseline", request, **at), refusal=refusal)
        )
    else:
        refusal = why_not_lock(request.user, waiting)
        card["deeds"].append(
            deed(_("Zet nulmeting op slot"), address("lock_baseline", request, **at), refusal=refusal)
        )
    if why_not_withdraw_baseline(request.user, waiting) is None:
        card["deeds"].append(
            deed(_("Trek deze nulmeting in"), address("withdraw_baseline", request, **at), quiet=True)
        )
    return card


def period_words(baseline: Baseline) -> str:
    """Over which periods a baseline goes."""
    kind = baseline.series.version.period
    first, last = label(kind, baseline.from_on), label(kind, baseline.last_on)
    return first if first == last else _("%(first)s tot en met %(last)s") % {"first": first, "last": last}


def sealed_rows(baseline: Baseline, known: queries.Together | None, policy: Policy) -> list[dict[str, str]]:
    """The figures of a baseline as they were written down, without small numbers for who did not collect them.

    known: the figures of the series as this person may see them; None for who sees all.
    """
    version = baseline.series.version
    kept = [read_value(one) for one in baseline.values]
    measured = [one for _on, one in kept]
    shown = [Shown(one) for one in measured]
    if known is not None:
        shown = [
            HIDDEN if known.get((baseline.series_id, on), one).is_hidden else one
            for (on, _measured), one in zip(kept, let_out(version, measured, policy), strict=True)
        ]
    return [
        {
            "words": label(version.period, on),
            "text": figure_words(version, one),
            "parts": parts_words(one),
        }
        for (on, _measured), one in zip(kept, shown, strict=True)
    ]


def _reason(baseline: Baseline, known: queries.Together | None) -> str:
    """Why there is another baseline; beside hidden figures these free words stay behind."""
    is_hidden = any(one.is_hidden for one in (known or {}).values())
    return str(KEPT_BACK) if baseline.reason and is_hidden else baseline.reason


def _told(baseline: Baseline, known: queries.Together | None, policy: Policy) -> dict[str, Any]:
    steps = [
        (_("Verzameld"), baseline.collected_by, baseline.collected_at),
        (_("Nagekeken"), baseline.checked_by, baseline.checked_at),
        (_("Op slot"), baseline.locked_by, baseline.locked_at),
    ]
    return {
        "baseline": baseline,
        "state": {"collected": "partly", "checked": "partly", "locked": "ready"}[baseline.state],
        "word": str(baseline.get_state_display()).capitalize(),
        "period": period_words(baseline),
        "reason": _reason(baseline, known),
        "rows": sealed_rows(baseline, known, policy),
        "is_intact": not baseline.is_locked or queries.is_intact(baseline),
        "is_short": bool(baseline.values) and len(baseline.values) < ENOUGH_POINTS,
        "steps": [
            {"label": words, "value": str(who or "Schakel"), "note": dutch_date(moment)}
            for words, who, moment in steps
            if moment
        ],
    }


def chart_card(request: HttpRequest, series: Series, view: queries.SeriesView) -> dict[str, Any]:
    """The chart of a series with its drawings, its phases and its notes, and what this person may add."""
    kind, at = series.version.period, {"series": series.pk}
    add_phase = address("change_phase", request, **at)
    may_check = why_not_change_phase(request.user, series) is None
    chart = None
    if (
        view.chart is not None
        and view.reading is not None
        and view.reading.broad
        and not view.reading.is_stale
    ):
        chart = on_page(
            view.chart, broad=view.reading.broad, narrow=view.reading.narrow, rests_on=view.rests_on
        )
    return {
        "chart": chart,
        "chart_words": "" if chart else _why_no_chart(view),
        "phases": [
            {
                "words": label(kind, one.starts_on),
                # Free words may tell the very number that is hidden.
                "cause": one.cause if _may_read(request, view, one) else KEPT_BACK,
                "who": f"{one.made_by or 'Schakel'}, {dutch_date(one.made_at)}",
                "drop": address("drop_phase", request, **at, phase=one.pk) if may_check else "",
            }
            for one in view.phases
        ],
        "notes": [
            {
                "words": label(kind, one.period_on),
                "text": one.text,
                "who": f"{one.made_by or 'Schakel'}, {dutch_date(one.made_at)}",
                "drop": address("drop_note", request, **at, note=one.pk)
                if why_not_drop_note(request.user, one) is None
                else "",
            }
            for one in view.notes
            if _may_read(request, view, one)
        ],
        "add_phase": add_phase if may_check and view.chart else "",
        "suggestion": _suggestion(view, kind, add_phase if may_check else "") if chart else None,
        "add_note": address("note_point", request, **at)
        if why_not_note(request.user, series) is None and view.reading
        else "",
        "take_out": address("take_out", request, **at) if view.reading else "",
    }


def _may_read(request: HttpRequest, view: queries.SeriesView, one: PhaseChange | PointNote) -> bool:
    """Whether free words at a series may be read: who wrote them may, and everybody where nothing is hidden."""
    return not view.is_hidden or one.made_by_id == request.user.pk


def _suggestion(view: queries.SeriesView, kind: str, add_phase: str) -> dict[str, str] | None:
    """The question whether a new phase began; it is asked and never answered by itself."""
    assert view.chart is not None
    found = suggested_phase(view.chart)
    if found is None:
        return None
    on = view.chart.points[found.place].period
    assert isinstance(on, date), "periods here are days"
    return {
        "text": suggestion_words(label(kind, on), found.side, found.n_after),
        "href": f"{add_phase}?vanaf={on.isoformat()}" if add_phase else "",
    }


def _why_no_chart(view: queries.SeriesView) -> str:
    """What stands where the chart would be."""
    if view.is_hidden:
        return _("U ziet geen kaart omdat er verborgen cijfers in staan.")
    if view.fault:
        return _(
            "Van deze cijfers is geen regelkaart te maken. Kijk ze na, of kies een andere kaart in een nieuwe versie."
        )
    return _("De kaart wordt gemaakt. Ververs de bladzijde over een halve minuut.")
