"""How the figures of the way from home to home read: tables, lists, the picture, and by which rule each is counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.carechain.models import TransferAgreement
from schakel.carechain.queries import HomePage, StepPage, StepShown
from schakel.carechain.rules import Station, StepFigures, end_words, short_words
from schakel.carechain.views.shapes import address, columns, row
from schakel.measuring.queries import BoardLine
from schakel.web.formats import dutch_date, number, percent
from schakel.web.road_picture import Leg, Road, road


def verdict_word(verdict: str) -> str:
    """A verdict about what was agreed, in words."""
    words = {
        "norm_met": _("Zoals afgesproken"),
        "norm_not_met": _("Niet zoals afgesproken"),
        "norm_none": _("Geen afspraak"),
    }
    return words.get(verdict, _("Niet te zeggen"))


def few() -> str:
    """What stands where a figure stays hidden, or is about too few people."""
    return _("te weinig mensen")


def count_words(value: int | None) -> str:
    """A count, or that it is about too few."""
    return few() if value is None else number(value, 0)


def share_words(value: float) -> str:
    """A share of hundred, without decimals."""
    return percent(value, 0)


def told(figures: StepFigures, name: str, say: Callable[[Any], str], agreement: Any = True) -> str:
    """A figure of a step in words; or that it stays hidden, that nothing was agreed, or that there is nothing."""
    value = getattr(figures, name)
    if agreement is None:
        return _("geen afspraak")
    if value is not None:
        return say(value)
    return _("verborgen") if figures.is_hidden or name in figures.hidden else "–"


def hours_words(hours: float) -> str:
    """Elapsed hours as people say them; minutes below one hour, days from three days on.

    >>> hours_words(0.5), hours_words(4), hours_words(96)
    ('30 minuten', '4 uur', '4 dagen')
    """
    if hours < 1:
        minutes = round(hours * 60)
        return ngettext("%(n)s minuut", "%(n)s minuten", minutes) % {"n": number(minutes, 0)}
    if hours < 72:
        return _("%(n)s uur") % {"n": number(round(hours, 1) if hours < 10 else round(hours))}
    return days_words(hours / 24)


def days_words(days: float) -> str:
    """Days, one decimal at most.

    >>> days_words(1), days_words(12.5)
    ('1 dag', '12,5 dagen')
    """
    rounded = round(days, 1)
    return ngettext("%(n)s dag", "%(n)s dagen", 1 if rounded == 1 else 2) % {"n": number(rounded)}


def nights_words(nights: float) -> str:
    """Nights, one decimal at most.

    >>> nights_words(1), nights_words(2.44)
    ('1 nacht', '2,4 nachten')
    """
    rounded = round(nights, 1)
    return ngettext("%(n)s nacht", "%(n)s nachten", 1 if rounded == 1 else 2) % {"n": number(rounded)}


# --------------------------------------------------------------------------- the whole way


def figures_of(page: HomePage) -> list[dict[str, Any]]:
    """The four figures that say most, each with how it is counted."""
    ways, whole = page.ways, page.whole
    p90 = _("9 van de 10 binnen %(days)s") % {"days": days_words(ways.p90)} if ways.p90 is not None else ""
    agreed = page.agreement
    hours = _("binnen %(n)s uur") % {"n": agreed.answer_within_hours} if agreed else _("nog geen afspraak")
    net = _("netto: zonder nachten waar de patiënt om vroeg")
    return [
        {
            "value": few() if ways.median is None else days_words(ways.median),
            "label": _("van huis tot huis, de helft binnen"),
            "source": p90 or _("van vertrek van huis of opname tot aankomst thuis"),
            "is_word": True,
        },
        {
            "value": told(whole, "answered_pct", share_words, agreed),
            "label": _("aanvragen op tijd beantwoord"),
            "source": hours,
            "is_word": True,
        },
        {
            "value": told(whole, "nights_net", count_words),
            "label": _("nachten wachten op vertrek"),
            "source": net,
        }
        | {"is_word": whole.nights_net is None},
        {
            "value": told(whole, "waiting_n", count_words),
            "label": _("wachten nu op vertrek"),
            "source": _("op %(day)s") % {"day": dutch_date(page.log.last_on)} if page.log.last_on else "",
            "is_word": whole.waiting_n is None,
        },
    ]


def drawn(request: HttpRequest, page: HomePage) -> Road | None:
    """The picture of the way; None when no step may be drawn."""
    shown = [one for one in page.steps if not one.figures.is_hidden]
    stations = [one.value for one in Station]
    begins = {one.step.source_kind for one in shown}
    ends = {one.step.target_kind for one in shown}
    middle = [one for one in stations[1:] if one in begins | ends]
    stops = [*([Station.HOME.value] if Station.HOME in begins else []), *middle]
    names = [short_words(one) for one in stops]
    if Station.HOME in ends:
        names.append(end_words(Station.HOME))
    at = {station: place for place, station in enumerate(stops)}
    legs = [
        Leg(
            at[one.step.source_kind],
            len(names) - 1 if one.step.target_kind == Station.HOME else at[one.step.target_kind],
            one.figures.n_people or 0,
            one.figures.verdict,
            _plate(one.figures),
            _leg_words(one),
            address("transfer_step", request, step=one.step.pk),
        )
        for one in shown
    ]
    if not legs:
        return None
    return road(
        names,
        legs,
        title=_("De weg van huis tot huis: %(file)s") % {"file": page.log.title},
        described=_("Dezelfde cijfers staan in de tabel."),
    )


def _plate(figures: StepFigures) -> str:
    """The number on a step: the mean nights that people wait, where anybody was ready before leaving."""
    return nights_words(figures.nights_mean) if figures.nights_mean is not None else ""


def _leg_words(one: StepShown) -> str:
    nights = (
        nights_words(one.figures.nights_mean) if one.figures.nights_mean is not None else _("niet te zeggen")
    )
    return _("%(step)s: %(n)s mensen, gemiddeld wachten op vertrek: %(nights)s, %(verdict)s") % {
        "step": one.step,
        "n": count_words(one.figures.n_people),
        "nights": nights,
        "verdict": verdict_word(one.figures.verdict).lower(),
    }


def step_columns() -> list[dict[str, Any]]:
    """What stands above the table of steps."""
    return columns(
        (_("Stap"), False),
        (_("Mensen"), True),
        (_("Antwoord op tijd"), True),
        (_("Antwoord binnen"), True),
        (_("Nachten wachten"), True),
        (_("Overdracht op tijd"), True),
        (_("Wacht nu"), True),
        (_("Gezondheidswinst"), False),
        (_("Oordeel"), False),
    )


def _cells(figures: StepFigures) -> list[dict[str, Any]]:
    """The figures of a step for the table; a dash where there is nothing, or nothing was agreed."""
    if figures.is_hidden:
        return [{"text": _("onder 10")}, *({"text": "", "nothing": True} for _n in range(5))]

    def cell(name: str, say: Callable[[Any], str], note: str = "") -> dict[str, Any]:
        words = told(figures, name, say)
        return {"text": words, "note": note} if words != "–" else {"text": "", "nothing": True}

    late = figures.answer_p90
    slowest = _("9 van 10: %(time)s") % {"time": hours_words(late)} if late is not None else ""
    gross = ""
    if figures.nights_gross is not None and figures.nights_gross != figures.nights_net:
        gross = _("bruto %(n)s") % {"n": number(figures.nights_gross, 0)}
    return [
        cell("n_people", count_words),
        cell("answered_pct", share_words),
        cell("answer_median", hours_words, slowest),
        cell("nights_net", count_words, gross),
        cell("sent_pct", share_words),
        cell("waiting_n", count_words) if figures.waiting_n != 0 else {"text": "", "nothing": True},
    ]


def step_row(request: HttpRequest, one: StepShown) -> dict[str, Any]:
    """One step in the table."""
    first = {"text": str(one.step), "href": address("transfer_step", request, step=one.step.pk)}
    gain = gain_words(request, one.gain)
    gained = {"text": gain["figure"] or _("niet gemeten"), "note": gain["name"], "href": gain["href"]}
    verdict = one.figures.verdict
    return row(
        step_columns(),
        [first, *_cells(one.figures), gained, {"state": verdict, "word": verdict_word(verdict)}],
    )


def whole_row(page: HomePage) -> dict[str, Any]:
    """All steps together, as the last row."""
    rest = [{"text": "", "nothing": True}, {"text": "", "nothing": True}]
    return row(step_columns(), [{"text": _("Alle stappen samen")}, *_cells(page.whole), *rest])


def gain_words(request: HttpRequest, line: BoardLine | None) -> dict[str, str]:
    """The health that a step gains, with the last figure; empty where nobody measures it."""
    if line is None:
        return {"figure": "", "name": "", "href": "", "state": "", "last": ""}
    href = reverse("measuring:series", kwargs={"network": request.network.slug, "series": line.series_id})
    return {
        "figure": line.figure_words or _("nog geen cijfers"),
        "name": f"{line.version.name}, {line.who}",
        "href": href,
        "state": f"variation_{line.variation}" if line.variation else "",
        "last": line.last_words,
    }


def agreement_items(agreement: TransferAgreement | None) -> list[dict[str, Any]]:
    """What was agreed, as definition rows; none without an agreement."""
    if agreement is None:
        return []
    hours = _("%(n)s uur")
    return [
        {"label": _("Antwoord"), "value": _("binnen %(n)s uur") % {"n": agreement.answer_within_hours}},
        {
            "label": _("Overdracht verstuurd"),
            "value": hours % {"n": agreement.sent_before_leaving_hours},
            "note": _("voor vertrek"),
        },
        {
            "label": _("Wachten op vertrek"),
            "value": nights_words(agreement.delay_nights_max),
            "note": _("hoogstens"),
        },
        {
            "label": _("Heropname"),
            "value": days_words(agreement.readmission_days),
            "note": _("terug in het ziekenhuis binnen zoveel dagen"),
        },
        {"label": _("Voor"), "value": _("%(n)s van de honderd mensen") % {"n": agreement.percent}},
        {
            "label": _("Wie sprak dit af"),
            "value": agreement.origin,
            "note": _("geldt sinds %(day)s") % {"day": dutch_date(agreement.valid_from)},
        },
    ]


def counted_items(page: HomePage) -> list[dict[str, Any]]:
    """What has to be known of the whole: ways that ended otherwise, people that came back, what is missing."""
    ways, whole = page.ways, page.whole
    items = [
        {"label": _("Wegen die thuis eindigden"), "value": count_words(ways.n)},
        {
            "label": _("Nog onderweg"),
            "value": count_words(ways.underway_n),
            "note": _("ook wie in een verpleeghuis blijft"),
        },
        {"label": _("Begin niet in het bestand"), "value": count_words(ways.unknown_n)},
        {"label": _("Geëindigd door overlijden"), "value": count_words(ways.death_n)},
        {"label": _("Heropgenomen voor iemand thuis was"), "value": count_words(ways.readmission_n)},
    ]
    if page.agreement:
        note = _("terug binnen %(days)s; wie pas wegging kan nog terugkomen") % {
            "days": days_words(page.agreement.readmission_days)
        }
        items.append(
            {"label": _("Heropnames"), "value": told(whole, "readmissions_n", count_words), "note": note}
        )
    items += [
        {"label": _("Vertrokken zonder aankomst"), "value": told(whole, "missing_n", count_words)},
        {
            "label": _("Volgorde klopt niet"),
            "value": told(whole, "errors_n", count_words),
            "note": _("in geen gemiddelde"),
        },
        {
            "label": _("Tijdstip niet te lezen"),
            "value": number(page.n_bad_moments, 0),
            "note": _("afgewezen regels"),
        },
    ]
    return items


# --------------------------------------------------------------------------- one step


def step_items(figures: StepFigures, agreement: TransferAgreement | None) -> list[dict[str, Any]]:
    """The figures of one step in three parts: requests, waiting to leave, the way itself."""
    requests = [
        {"label": _("Aanvragen"), "value": told(figures, "requests_n", count_words)},
        {"label": _("Op tijd beantwoord"), "value": told(figures, "answered_pct", share_words, agreement)},
        {"label": _("De helft beantwoord binnen"), "value": told(figures, "answer_median", hours_words)},
        {"label": _("9 van de 10 binnen"), "value": told(figures, "answer_p90", hours_words)},
        {
            "label": _("Geweigerd"),
            "value": told(figures, "refused_n", count_words),
            "note": _("een weigering is ook een antwoord"),
        },
        {
            "label": _("Nog geen antwoord"),
            "value": told(figures, "open_n", count_words),
            "note": _("in geen percentage"),
        },
    ]
    nights = [
        {"label": _("Nachten wachten, netto"), "value": told(figures, "nights_net", count_words)},
        {
            "label": _("Bruto"),
            "value": told(figures, "nights_gross", count_words),
            "note": _("met de nachten waar de patiënt om vroeg"),
        },
        {"label": _("Gemiddeld"), "value": told(figures, "nights_mean", nights_words)},
        {"label": _("De helft wacht hoogstens"), "value": told(figures, "nights_median", nights_words)},
        {"label": _("9 van de 10 hoogstens"), "value": told(figures, "nights_p90", nights_words)},
        {"label": _("Binnen de afspraak"), "value": told(figures, "within_pct", share_words, agreement)},
        {"label": _("Wacht nu"), "value": told(figures, "waiting_n", count_words)},
    ]
    if figures.waiting_nights:
        nights.append({"label": _("Zij wachten samen al"), "value": nights_words(figures.waiting_nights)})
    way = [
        {"label": _("Vertrokken"), "value": told(figures, "left_n", count_words)},
        {
            "label": _("Overdracht op tijd verstuurd"),
            "value": told(figures, "sent_pct", share_words, agreement),
        },
        {"label": _("Vertrokken zonder aankomst"), "value": told(figures, "missing_n", count_words)},
        {
            "label": _("Volgorde klopt niet"),
            "value": told(figures, "errors_n", count_words),
            "note": _("in geen gemiddelde"),
        },
    ]
    if figures.readmissions_n:
        way.append({"label": _("Later heropgenomen"), "value": told(figures, "readmissions_n", count_words)})
    return [
        {"id": "aanvragen", "title": _("Antwoord op aanvragen"), "rows": requests},
        {"id": "wachten", "title": _("Wachten op vertrek"), "rows": nights},
        {"id": "onderweg", "title": _("Vertrek en aankomst"), "rows": way},
    ]


def pair_rows(page: StepPage) -> list[dict[str, Any]]:
    """The pairs of places within a step, most people first."""
    rows = []
    for pair, figures in page.pairs:
        texts = [
            "" if figures.answer_median is None else hours_words(figures.answer_median),
            "" if figures.answered_pct is None else percent(figures.answered_pct, 0),
            "" if figures.nights_mean is None else number(round(figures.nights_mean, 1)),
        ]
        head = columns(
            (_("Plek"), False),
            (_("Mensen"), True),
            (_("Antwoord: helft binnen"), True),
            (_("Op tijd"), True),
            (_("Nachten, gemiddeld"), True),
        )
        name = " → ".join(one or _("onbekend") for one in (pair.source, pair.target))
        cells: list[dict[str, Any]] = [
            {"text": name},
            {"text": count_words(pair.n_people)},
            *({"text": one, "nothing": not one} for one in texts),
        ]
        rows.append(row(head, cells))
    return rows
