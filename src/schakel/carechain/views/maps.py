"""The map of the chain: the picture, where it stalls, and the same figures in a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from schakel.carechain import queries
from schakel.carechain.models import EventLog
from schakel.carechain.queries import ChainMap, LinkShown
from schakel.carechain.rules import MOST_AREAS, Level, unit_words
from schakel.carechain.views.choices import (
    asked,
    base_of,
    choice_words,
    fields,
    form_of,
    in_address,
    query,
)
from schakel.carechain.views.shapes import address, columns, row, send_deed, tabs, wait_words
from schakel.tenancy.audience import members
from schakel.web.chain_picture import Bar, picture
from schakel.web.formats import dutch_date, number, percent
from schakel.web.shapes import deed

#: Links that the short list names, and rows of the table at most.
MOST_FAILING, MOST_ROWS = 5, 250
#: Rows of the table that are there at once; the others unfold.
FIRST_ROWS = 12
#: The words of an address for each level.
LAYERS = {Level.ORGANISATION: "organisaties", Level.STEP: "stappen"}


@require_safe
@members
def chain(request: HttpRequest, network: str) -> HttpResponse:
    """Where people go from station to station, how long they wait, and against which norm."""
    logs = queries.ready_logs(request.network, request.user)
    log = chosen_log(logs, request.GET.get("logboek", ""))
    level = chosen_level(request)
    context: dict[str, Any] = {
        "tabs": tabs(request, "chain"),
        "logs": logs,
        "log": log,
        "send": send_deed(request),
    }
    if log is not None:
        traits = traits_of(log)
        wanted = asked(request.GET, log, traits)
        base = base_of(request, log, LAYERS[level])
        context |= {
            "refusal": wanted.refusal,
            "form": form_of(log, _fitting(traits, level), wanted.choice),
            "base": base,
            "levels": _levels(request, base, wanted.choice, level),
            "areas": _areas(request, base, wanted.choice, traits),
            "choice": choice_words(wanted.choice),
            "compare": address("compare", request)
            + query(base, in_address({**wanted.choice, **_ALL_MONTHS})),
            "clear": address("chain", request) + query({**base, "plek": ""}),
        }
        cut = None
        if not wanted.is_everything:
            cut = queries.find_cut(request.network, request.user, log, wanted.choice)
        if cut is None and not wanted.is_everything:
            context |= {
                "title": _("Deze keuze is nog niet uitgerekend"),
                "lede": f"{log.title}: {choice_words(wanted.choice)}.",
                "work_out": deed(
                    _("Reken deze keuze uit"),
                    action=address("choose_part", request),
                    fields=fields(base, in_address(wanted.choice)),
                ),
            }
        else:
            whole = queries.chain_map(request.network, request.user, log, level, cut)
            context |= _shown(request, log, whole, base, choice_words(wanted.choice))
    return render(request, "carechain/chain.html", context)


_ALL_MONTHS = {"since": "", "until": ""}


def chosen_level(request: HttpRequest) -> Level:
    """What the stations are: organisations, unless steps are asked for."""
    return Level.STEP if request.GET.get("laag") == LAYERS[Level.STEP] else Level.ORGANISATION


def chosen_log(logs: Sequence[EventLog], told: str) -> EventLog | None:
    """The log that is asked for, or the one with the newest data."""
    try:
        key = UUID(told)
    except ValueError:
        key = None
    return next((one for one in logs if one.pk == key), logs[0] if logs else None)


def traits_of(log: EventLog) -> dict[str, list[str]]:
    """What one may choose people by in a log that was asked for as ``ready_logs``."""
    return getattr(log, "traits", None) or {}


def _fitting(traits: Mapping[str, Sequence[str]], level: Level) -> dict[str, Sequence[str]]:
    """The traits to choose by; between organisations one chooses an organisation as a place."""
    return {trait: of for trait, of in traits.items() if trait != "organisation" or level == Level.STEP}


def _levels(
    request: HttpRequest, base: Mapping[str, str], choice: Mapping[str, str], level: Level
) -> list[dict[str, Any]]:
    fitting = {**choice, "trait": "", "value": ""} if choice["trait"] == "organisation" else choice
    return [
        {
            "label": _("Tussen %(what)s") % {"what": one.label},
            "href": request.path + query({**base, "laag": LAYERS[one], "plek": ""}, in_address(fitting)),
            "current": one == level,
        }
        for one in Level
    ]


def _areas(
    request: HttpRequest,
    base: Mapping[str, str],
    choice: Mapping[str, str],
    traits: Mapping[str, Sequence[str]],
) -> list[dict[str, Any]]:
    """The picture of each sub-region, and of all of them; none where a log has no areas."""
    areas = traits.get("area", [])[:MOST_AREAS]
    if len(areas) < 2:
        return []
    return [
        {
            "label": area or _("Hele regio"),
            "href": request.path
            + query(base, in_address({**choice, "trait": "area" if area else "", "value": area})),
            "current": (choice["value"] if choice["trait"] == "area" else "") == area,
        }
        for area in ["", *areas]
    ]


def _shown(
    request: HttpRequest, log: EventLog, whole: ChainMap, base: Mapping[str, str], choice: str
) -> dict[str, Any]:
    station = base["plek"]
    stations = sorted({name for one in whole.links for name in (one.source, one.target)})
    links = [one for one in whole.links if not station or station in {one.source, one.target}]
    # Of a share that stays hidden here nearly everybody was late: few were in time.
    failing = sorted((one for one in links if one.verdict == "norm_not_met"), key=lambda one: one.share or 0)
    slowest = sorted((one for one in links if one.p50_s is not None), key=lambda one: -(one.p50_s or 0))
    listed = failing[:MOST_FAILING] or slowest[:MOST_FAILING]
    # Of many links the most frequent are in the table; there the longest waits come first.
    in_table = sorted(
        links[:MOST_ROWS], key=lambda one: -1.0 if one.p50_s is None else one.p50_s, reverse=True
    )
    drawn = picture(
        [_bar(request, one) for one in links if not one.is_hidden],
        title=_("Plaat van de keten: %(log)s") % {"log": f"{log.title}, {choice}" if choice else log.title},
        described=_title(whole),
    )
    return {
        "title": _title(whole),
        "lede": _lede(log, whole, choice),
        "stations": stations,
        "station": station,
        "listed": [_line(request, one) for one in listed],
        "is_failing": bool(failing),
        "picture": drawn,
        "has_picture": drawn.n_lines > 0,
        "columns": _columns(),
        "rows": [_row(request, one) for one in in_table[:FIRST_ROWS]],
        "more": [_row(request, one) for one in in_table[FIRST_ROWS:]],
        "n_more": max(0, len(links) - MOST_ROWS),
        "n_hidden": sum(one.is_hidden for one in links),
        "n_own": sum(one.is_own for one in links),
        "found": ngettext("Eén schakel", "%(n)s schakels", len(links)) % {"n": number(len(links), 0)},
    }


def _title(whole: ChainMap) -> str:
    """The news: how many links do not meet their norm."""
    if not whole.links:
        return _("In dit logboek gaat niemand van de ene plek naar de andere")
    if not whole.tested:
        return ngettext(
            "Eén schakel, nog zonder norm", "%(n)s schakels, nog zonder norm", len(whole.links)
        ) % {"n": number(len(whole.links), 0)}
    n, of = len(whole.failing), len(whole.tested)
    if not n:
        return (
            _("Alle %(of)s schakels met een norm halen die") % {"of": number(of, 0)}
            if of > 1
            else _("De schakel met een norm haalt die")
        )
    if of == 1:
        return _("De schakel met een norm haalt die niet")
    return ngettext(
        "Eén van de %(of)s schakels met een norm haalt die niet",
        "%(n)s van de %(of)s schakels met een norm halen die niet",
        n,
    ) % {"n": number(n, 0), "of": number(of, 0)}


def _lede(log: EventLog, whole: ChainMap, choice: str) -> str:
    if choice:
        return f"{log.title}: {choice}."
    period = ""
    if log.first_on and log.last_on:
        period = _(", %(first)s tot en met %(last)s") % {
            "first": dutch_date(log.first_on),
            "last": dutch_date(log.last_on),
        }
    if whole.n_handovers is None:
        return f"{log.title}{period}."
    return _("%(title)s%(period)s: %(n)s overdrachten tussen %(stations)s plekken.") % {
        "title": log.title,
        "period": period,
        "n": number(whole.n_handovers, 0),
        "stations": number(whole.n_stations, 0),
    }


def _bar(request: HttpRequest, one: LinkShown) -> Bar:
    verdict = {"norm_met": _("haalt de norm"), "norm_not_met": _("haalt de norm niet")}
    words = _("%(source)s naar %(target)s: %(n)s overdrachten, de helft binnen %(wait)s, %(verdict)s") % {
        "source": one.source,
        "target": one.target,
        "n": number(one.n or 0, 0),
        "wait": wait_words(one.p50_s),
        "verdict": verdict.get(one.verdict, _("geen norm")),
    }
    plate = wait_words(one.p50_s) if one.p50_s is not None else ""
    href = address("link", request, link=one.key)
    return Bar(one.source, one.target, one.n or 0, one.verdict, plate, words, href)


def _line(request: HttpRequest, one: LinkShown) -> dict[str, Any]:
    return {
        "href": address("link", request, link=one.key),
        "source": one.source,
        "target": one.target,
        "verdict": one.verdict,
        "wait": wait_words(one.p50_s),
        "p90": wait_words(one.p90_s),
        "norm": norm_words(one),
        "share": share_words(one),
    }


def _columns() -> list[dict[str, Any]]:
    return columns(
        (_("Schakel"), False),
        (_("Overdrachten"), True),
        (_("Helft wacht korter dan"), True),
        (_("9 van 10 korter dan"), True),
        (_("Norm"), True),
        (_("Op tijd"), True),
        (_("Wacht nu"), True),
        (_("Oordeel"), False),
    )


def _row(request: HttpRequest, one: LinkShown) -> dict[str, Any]:
    few = _("onder 10")
    now = few if one.n_waiting is None else number(one.n_waiting, 0) if one.n_waiting else ""
    texts = [
        number(one.n, 0) if one.n is not None else few,
        "" if one.is_hidden else wait_words(one.p50_s),
        "" if one.is_hidden else wait_words(one.p90_s),
        "" if one.norm is None else norm_words(one),
        "" if one.norm is None or one.is_hidden else share_words(one),
        "" if one.is_hidden else now,
    ]
    first = {"text": f"{one.source} → {one.target}", "href": address("link", request, link=one.key)}
    cells: list[dict[str, Any]] = [
        first,
        *({"text": text, "nothing": not text} for text in texts),
        {"state": one.verdict},
    ]
    return row(_columns(), cells)


def norm_words(one: LinkShown) -> str:
    """Within how many days or hours, those of working days by name, or a dash where nothing was agreed."""
    return "–" if one.norm is None else unit_words(one.norm.most, one.norm.unit)


def share_words(one: LinkShown) -> str:
    """How many of hundred were in time, or why that is not told."""
    if one.norm is None:
        return "–"
    if one.is_uncounted:
        return _("niet geteld")
    if one.share is None:
        return _("verborgen")
    return percent(one.share, 0)
