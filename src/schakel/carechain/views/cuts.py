"""Choosing some months or people from a log, and two periods of it side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from schakel.carechain import actions, queries
from schakel.carechain.models import ChainCut, EventLog
from schakel.carechain.queries import LinkCompared, LinkShown
from schakel.carechain.rules import choice_of, months_of, periods_beside
from schakel.carechain.views.choices import (
    Asked,
    asked,
    base_of,
    choice_words,
    fields,
    form_of,
    in_address,
    period_words,
    query,
)
from schakel.carechain.views.maps import LAYERS, MOST_ROWS, chosen_level, chosen_log, share_words, traits_of
from schakel.carechain.views.shapes import DAY_SECONDS, address, columns, row, tabs, wait_words
from schakel.tenancy.audience import members
from schakel.web.formats import number, signed
from schakel.web.refusal import Refused
from schakel.web.shapes import crumbs, deed


@require_POST
@members
def choose_part(request: HttpRequest, network: str) -> HttpResponse:
    """Ask for a choice from a log, or for two; what is worked out already is shown at once."""
    log = chosen_log(queries.ready_logs(request.network, request.user), request.POST.get("logboek", ""))
    if log is None:
        raise Http404(_("Dit logboek is er niet (meer)."))
    traits = traits_of(log)
    numbers = ("", "2") if "van2" in request.POST or "tot2" in request.POST else ("",)
    wanted = [asked(request.POST, log, traits, number=one) for one in numbers]
    for one in wanted:
        if one.refusal is not None:
            raise Refused(one.refusal)
    cuts, job = actions.ask_cuts(log, by=request.user, choices=[one.choice for one in wanted])
    if job is not None:
        return redirect("jobs:job", network=network, job=job.pk)
    return redirect(_place(request, cuts))


@require_safe
@members
def cut(request: HttpRequest, network: str, cut: UUID) -> HttpResponse:
    """Go to the map of a choice."""
    return redirect(_place(request, [_find(request, cut)]))


@require_safe
@members
def cuts(request: HttpRequest, network: str, cut: UUID, other: UUID) -> HttpResponse:
    """Go to the comparison of two choices."""
    return redirect(_place(request, [_find(request, cut), _find(request, other)]))


def _find(request: HttpRequest, key: UUID) -> ChainCut:
    found = queries.cut_by_key(request.network, request.user, key)
    if found is None:
        raise Http404(_("Deze keuze is er niet (meer). Misschien is het logboek verwijderd."))
    return found


def _place(request: HttpRequest, cuts: list[ChainCut]) -> str:
    """The address of what was chosen."""
    parts: list[Mapping[str, str]] = [{"logboek": str(cuts[0].log_id)}]
    for sign, one in zip(("", "2"), cuts, strict=False):
        parts.append(in_address(choice_of(vars(one)), number=sign))
    return address("compare" if len(cuts) > 1 else "chain", request) + query(*parts)


@require_safe
@members
def compare(request: HttpRequest, network: str) -> HttpResponse:
    """Two periods side by side: of each link how many, how long, and how many in time."""
    log = chosen_log(queries.ready_logs(request.network, request.user), request.GET.get("logboek", ""))
    if log is None:
        raise Http404(_("Er is nog geen logboek dat klaarstaat."))
    level = chosen_level(request)
    traits = traits_of(log)
    wanted = [asked(request.GET, log, traits, number=one) for one in ("", "2")]
    refusal = next((one.refusal for one in wanted if one.refusal), None) or _why_not_compare(wanted)
    base = base_of(request, log, LAYERS[level])
    chosen = [one.choice for one in wanted]
    offered = _offered(log, chosen)
    context: dict[str, Any] = {
        "tabs": tabs(request, "chain"),
        "crumbs": crumbs(
            (_("Zorgketen"), address("chain", request) + query(base)), _("Twee periodes vergelijken")
        ),
        "log": log,
        "base": base,
        "form": form_of(log, traits, offered[0], offered[1]),
        "refusal": refusal if request.GET.get("van") or request.GET.get("tot2") else None,
        "title": _("Twee periodes vergelijken"),
        "lede": _("Kies twee periodes. Per schakel ziet u wat er veranderde."),
    }
    if refusal is None:
        found = [queries.find_cut(request.network, request.user, log, one) for one in chosen]
        if found[0] is not None and found[1] is not None:
            rows = queries.comparison(request.network, request.user, log, level, found[0], found[1])
            context |= _compared(request, base, chosen, rows)
        else:
            parts = [base, in_address(chosen[0]), in_address(chosen[1], number="2")]
            context["work_out"] = deed(
                _("Reken deze vergelijking uit"),
                action=address("choose_part", request),
                fields=fields(*parts),
            )
            context["lede"] = _lede(chosen)
    return render(request, "carechain/compare.html", context)


def _why_not_compare(wanted: list[Asked]) -> str | None:
    """Why these two periods cannot be laid beside each other."""
    first, second = (one.choice for one in wanted)
    for one in (first, second):
        if not (one["since"] and one["until"]):
            return _("Kies van beide periodes de eerste en de laatste maand.")
    if first["since"] <= second["until"] and second["since"] <= first["until"]:
        return _("De periodes lopen door elkaar. Kies er twee die niet overlappen.")
    return None


def _offered(log: EventLog, chosen: list[dict[str, str]]) -> list[dict[str, str]]:
    """What the form stands on: what was asked for, and otherwise two periods that fit the log."""
    if any(one["since"] or one["until"] for one in chosen):
        return chosen
    periods = periods_beside(months_of(log.first_on, log.last_on))
    return [{**chosen[0], "since": since, "until": until} for since, until in periods] or chosen


def _lede(chosen: list[dict[str, str]]) -> str:
    words = [period_words(one["since"], one["until"]) for one in chosen]
    only = choice_words({**chosen[0], "since": "", "until": ""})
    told = _("%(second)s vergeleken met %(first)s") % {"first": words[0], "second": words[1]}
    told = told[0].upper() + told[1:]
    return f"{told}, {only}." if only else f"{told}."


def _compared(
    request: HttpRequest, base: Mapping[str, str], chosen: list[dict[str, str]], found: list[LinkCompared]
) -> dict[str, Any]:
    station = base["plek"]
    rows = [one for one in found if not station or station in {one.first.source, one.first.target}]
    n_longer, n_shorter = (
        sum(one.verdict == verdict for one in rows) for verdict in ("wait_longer", "wait_shorter")
    )
    return {
        "title": _news(len(rows), n_longer, n_shorter),
        "lede": _lede(chosen),
        "is_compared": True,
        "columns": _columns(),
        "rows": [_row(request, one) for one in rows[:MOST_ROWS]],
        "found": ngettext("Eén schakel", "%(n)s schakels", len(rows)) % {"n": number(len(rows), 0)},
    }


def _news(n: int, n_longer: int, n_shorter: int) -> str:
    """At how many links people wait longer, and at how many shorter."""
    if not n:
        return _("Geen schakel is in beide periodes te tonen")
    longer, shorter = (
        ngettext("één schakel", "%(n)s schakels", many) % {"n": number(many, 0)}
        for many in (n_longer, n_shorter)
    )
    if n_longer and n_shorter:
        return _("Bij %(longer)s wacht men langer, bij %(shorter)s korter") % {
            "longer": longer,
            "shorter": shorter,
        }
    if n_longer:
        return _("Bij %(longer)s wacht men langer, nergens korter") % {"longer": longer}
    if n_shorter:
        return _("Bij %(shorter)s wacht men korter, nergens langer") % {"shorter": shorter}
    return _("Nergens een duidelijk verschil")


def _columns() -> list[dict[str, Any]]:
    return columns(
        (_("Schakel"), False),
        (_("Overdrachten"), True),
        (_("Helft wacht korter dan"), True),
        (_("Verschil"), True),
        (_("Op tijd"), True),
        (_("Wachten"), False),
    )


def _row(request: HttpRequest, one: LinkCompared) -> dict[str, Any]:
    first, second = one.first, one.second
    shares = _("%(first)s → %(second)s") % {"first": share_words(first), "second": share_words(second)}
    cells: list[dict[str, Any]] = [
        {
            "text": f"{first.source} → {first.target}",
            "href": address("link", request, link=second.key),
        },
        {"text": f"{number(first.n or 0, 0)} → {number(second.n or 0, 0)}"},
        {"text": f"{wait_words(first.p50_s)} → {wait_words(second.p50_s)}"},
        {"text": _difference(first, second)},
        {"text": "", "nothing": True} if first.norm is None else {"text": shares},
        {"state": one.verdict},
    ]
    return row(_columns(), cells)


def _difference(first: LinkShown, second: LinkShown) -> str:
    """How much longer or shorter half of the people wait at most."""
    if first.p50_s is None or second.p50_s is None:
        return "–"
    days = (second.p50_s - first.p50_s) / DAY_SECONDS
    words = ngettext("%(n)s dag", "%(n)s dagen", 1 if abs(round(days, 1)) == 1 else 2)
    return words % {"n": signed(days, 1)}
