"""Pages about logs: the list, sending one, choosing its columns, what was read, and having it removed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.carechain import actions, queries
from schakel.carechain.forms import ColumnsForm, LogForm, SameFileForm
from schakel.carechain.models import EventLog
from schakel.carechain.permissions import (
    why_not_add_piece,
    why_not_agree_use,
    why_not_ask_anew,
    why_not_couple_stations,
    why_not_look,
    why_not_prepare,
    why_not_remove,
    why_not_send_log,
)
from schakel.carechain.rules import LOOKS, PIECE_BYTES, ROLES, Level, LogKind, LogState, last_day, not_counted
from schakel.carechain.views.shapes import CHANGE, address, find_log, send_deed, size_words, tabs, wait_words
from schakel.methods.eventlog.reasons import WORDS, Reason
from schakel.methods.waits.transfer_rows import FAULT_WORDS, RowFault
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date, number, percent
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import attempt, crumbs, deed, posted


@require_safe
@members
def logs(request: HttpRequest, network: str) -> HttpResponse:
    """The logs of the network, and what their data may be used for."""
    context = {
        "tabs": tabs(request, "logs"),
        "rows": [_row(request, one) for one in queries.logs(request.network, request.user)],
        "purposes": queries.purposes(request.network, request.user),
        "send": send_deed(request),
        "who": deed(
            _("Zeg welke organisatie welke partner is"),
            address("stations", request),
            quiet=True,
            refusal=why_not_couple_stations(request.user, request.network),
        ),
        "agree": deed(
            _("Leg een doel vast"),
            address("purpose", request),
            quiet=True,
            refusal=why_not_agree_use(request.user, request.network),
        ),
    }
    return render(request, "carechain/logs.html", context)


def _row(request: HttpRequest, one: EventLog) -> dict[str, Any]:
    events = one.counts.get("events")
    return {
        "log": one,
        "href": address("log", request, log=one.pk),
        "look": LOOKS[LogState(one.state)],
        "word": str(one.get_state_display()).capitalize(),
        "kind": str(one.get_kind_display()),
        "events": number(events, 0) if events else "–",
    }


@require_http_methods(CHANGE)
@members
def send(request: HttpRequest, network: str) -> HttpResponse:
    """Send a file with events; the worker then looks which columns it has."""
    words = {
        "title": _("Voer een logboek in"),
        "lede": _(
            "U ziet eerst welke kolommen Schakel herkent, en verbetert ze. Pas daarna wordt er iets klaargezet."
        ),
        "label": _("Bekijk de kolommen"),
        "crumbs": crumbs(
            (_("Zorgketen"), address("chain", request)),
            (_("Logboeken"), address("logs", request)),
            _("Nieuw"),
        ),
    }
    return send_file(request, LogForm, LogKind.EVENTS, words)


def send_file(
    request: HttpRequest, form_class: type[LogForm], kind: LogKind, words: dict[str, Any]
) -> HttpResponse:
    """The page that takes a file of a kind, or says why somebody may not send one, or what has to be agreed first."""
    refusal = why_not_send_log(request.user, request.network)
    purposes = queries.purposes(request.network, request.user)
    if request.method == "POST" and request.headers.get("Accept") == "application/json":
        allow(refusal)
        return _begun(request, form_class(request.POST, purposes=purposes, is_in_pieces=True), kind)
    if request.method == "POST":
        # Reading what was sent lets go of a file that grows past the limit, and says so on the request.
        files = request.FILES
        is_too_large = getattr(request, "upload_too_large", False)
        allow(refusal)
        form = form_class(request.POST, files, purposes=purposes, is_too_large=is_too_large)
        if form.is_valid() and (answer := _sent(request, form, kind)) is not None:
            return answer
    else:
        longest = purposes[0].longest_months if purposes else 24
        initial = {"keep_until": last_day(timezone.localdate(), longest)}
        form = form_class(purposes=purposes, initial=initial)
    context = words | {
        "form": form,
        "refusal": refusal,
        "has_purpose": bool(purposes),
        "agree": deed(
            _("Leg een doel vast"),
            address("purpose", request),
            refusal=why_not_agree_use(request.user, request.network),
        ),
        "piece_bytes": PIECE_BYTES,
    }
    return render(request, "carechain/send.html", context, status=422 if form.errors else 200)


def _sent(request: HttpRequest, form: LogForm, kind: LogKind) -> HttpResponse | None:
    """Keep the file that was sent at once; None when it could not be, with the reason on the form."""
    values = _facts(form)
    file = form.cleaned_data["file"]
    if file.size > PIECE_BYTES:
        form.add_error("file", form.too_large_words())
        return None
    try:
        log = actions.begin_log(
            form.cleaned_data["purpose"],
            by=request.user,
            filename=file.name,
            n_bytes=file.size,
            kind=kind,
            **values,
        )
        _log, job = actions.add_piece(log, by=request.user, at=0, data=file.read())
    except Refused as refused:
        form.add_error(None, refused.reason)
        return None
    assert job is not None, "a file that is in is looked at"
    return redirect("jobs:job", network=request.network.slug, job=job.pk)


def _facts(form: LogForm) -> dict[str, Any]:
    """What a form says of a file besides the file itself."""
    names = ("title", "keep_until", "is_pseudonymised", "cut_off")
    return {name: form.cleaned_data[name] for name in names if name in form.cleaned_data}


def _begun(request: HttpRequest, form: LogForm, kind: LogKind) -> HttpResponse:
    """Begin a large file for the script that sends it: where its pieces go, or what is wrong with the form."""
    log = None
    if form.is_valid():
        log = attempt(
            form,
            actions.begin_log,
            form.cleaned_data["purpose"],
            by=request.user,
            filename=form.cleaned_data["filename"],
            n_bytes=form.cleaned_data["size"],
            kind=kind,
            **_facts(form),
        )
    if log is None:
        return JsonResponse({"faults": form.faults}, status=422)
    return JsonResponse(
        {"piece": address("piece", request, log=log.pk), "page": address("log", request, log=log.pk)},
        status=201,
    )


@require_POST
@members
def piece(request: HttpRequest, network: str, log: UUID) -> HttpResponse:
    """Take the next piece of a large file; says how many bytes are in, so that who sends goes on from there."""
    found = find_log(request, log)
    files = request.FILES
    allow(why_not_add_piece(request.user, found))
    sent = files.get("piece")
    at = request.POST.get("at", "")
    if sent is None or not at.isascii() or not at.isdigit() or len(at) > 12:
        raise Refused(_("Dit is geen stuk van een bestand. Kies het bestand opnieuw."))
    found, job = actions.add_piece(found, by=request.user, at=int(at), data=sent.read())
    if job is not None:
        return redirect("jobs:job", network=network, job=job.pk)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"received": actions.received(found), "size": found.n_bytes})
    return redirect(address("log", request, log=log))


@require_safe
@members
def log(request: HttpRequest, network: str, log: UUID) -> HttpResponse:
    """One log: how far it is, what was read and rejected, what it tells in general."""
    return _page(request, find_log(request, log))


@require_http_methods(CHANGE)
@members
def choose(request: HttpRequest, network: str, log: UUID) -> HttpResponse:
    """Say which column is what, and have the log prepared."""
    found = find_log(request, log)
    if request.method != "POST":
        return redirect(address("log", request, log=log))
    allow(why_not_prepare(request.user, found))
    form = ColumnsForm(posted(request), columns=found.columns, mapping=found.mapping)
    if form.is_valid():
        try:
            _log, job = actions.choose_columns(
                found,
                by=request.user,
                mapping=form.mapping,
                cut_off=form.cleaned_data["cut_off"],
                closing=form.closing_steps,
            )
        except Refused as refused:
            form.add_error(None, refused.reason)
        else:
            assert job is not None, "the worker prepares what a page asks for"
            return redirect("jobs:job", network=network, job=job.pk)
    return _page(request, found, form)


@require_POST
@members
def look_again(request: HttpRequest, network: str, log: UUID) -> HttpResponse:
    """Have the worker look at the columns once more."""
    job = actions.look_again(find_log(request, log), by=request.user)
    return redirect("jobs:job", network=network, job=job.pk)


@require_POST
@members
def ask_anew(request: HttpRequest, network: str, log: UUID) -> HttpResponse:
    """Have the worker ask a log everything again, after Schakel learned to count something else."""
    job = actions.begin_asking_anew(find_log(request, log), by=request.user)
    return redirect("jobs:job", network=network, job=job.pk)


@require_http_methods(CHANGE)
@members
def remove(request: HttpRequest, network: str, log: UUID) -> HttpResponse:
    """Ask first, then have a log removed with everything that was made of it."""
    found = find_log(request, log)
    allow(why_not_remove(request.user, found))
    if request.method == "POST":
        actions.ask_removal(found, by=request.user)
        flash(request, _("Het logboek is weg van alle bladzijden. Het wordt nu ook van de schijf gehaald."))
        return redirect(address("logs", request))
    back = address("log", request, log=log)
    context = {"log": found, "back": back, "crumbs": _crumbs(request, found, _("Verwijder"))}
    return render(request, "carechain/remove.html", context)


def _page(request: HttpRequest, found: EventLog, form: ColumnsForm | None = None) -> HttpResponse:
    state = LogState(found.state)
    context: dict[str, Any] = {
        "log": found,
        "look": LOOKS[state],
        "word": str(found.get_state_display()).capitalize(),
        "crumbs": _crumbs(request, found),
        "about": _about(found),
        "is_transfers": found.kind == LogKind.TRANSFERS,
        "remove": deed(
            _("Verwijder dit logboek"),
            address("remove", request, log=found.pk),
            quiet=True,
            refusal=why_not_remove(request.user, found),
        ),
    }
    if state == LogState.RECOGNISED:
        closing = ", ".join(found.closing)
        initial = {"cut_off": found.cut_off, "closing": closing}
        context["form"] = form or ColumnsForm(columns=found.columns, mapping=found.mapping, initial=initial)
        context["refusal"] = why_not_prepare(request.user, found)
        # Who may not bring it in sees no example of what is in it.
        context["columns"] = [] if context["refusal"] else _columns(found)
        context["action"] = address("choose", request, log=found.pk)
    elif state == LogState.READY:
        context |= _told(found)
        if found.kind == LogKind.TRANSFERS:
            context |= {
                "figures": _events(found),
                "map": f"{address('home_to_home', request)}?bestand={found.pk}",
            }
        else:
            context["map"] = f"{address('chain', request)}?logboek={found.pk}"
            context["outdated"] = _outdated(request, found)
    elif state == LogState.RECEIVED:
        context["again"] = deed(
            _("Tel opnieuw") if found.kind == LogKind.TRANSFERS else _("Bekijk de kolommen opnieuw"),
            action=address("look_again", request, log=found.pk),
            quiet=True,
            refusal=why_not_look(request.user, found),
        )
    elif state == LogState.RECEIVING:
        there = actions.received(found)
        context["receiving"] = {
            "words": size_words(there),
            "of": size_words(found.n_bytes),
            "there": there,
            "to": address("piece", request, log=found.pk),
            "bytes": PIECE_BYTES,
            "refusal": why_not_add_piece(request.user, found),
            "form": SameFileForm(),
        }
    return render(
        request, "carechain/log.html", context, status=422 if form is not None and form.errors else 200
    )


def _outdated(request: HttpRequest, found: EventLog) -> dict[str, Any] | None:
    """What a log does not tell because it was asked in an older way, and who can have it asked again."""
    lacks = not_counted(found.answer)
    if not lacks:
        return None
    words = _("Dit logboek is op %(day)s uitgerekend, op een oudere manier. Nog niet geteld: %(what)s.") % {
        "day": dutch_date(found.prepared_at) if found.prepared_at else "–",
        "what": ", ".join(lacks),
    }
    return {
        "words": words,
        "deed": deed(
            _("Reken opnieuw"),
            action=address("ask_anew", request, log=found.pk),
            refusal=why_not_ask_anew(request.user, found),
        ),
    }


def _crumbs(request: HttpRequest, found: EventLog, *more: str) -> list[dict[str, str]]:
    way = [(_("Zorgketen"), address("chain", request)), (_("Logboeken"), address("logs", request))]
    return (
        crumbs(*way, (found.title, address("log", request, log=found.pk)), *more)
        if more
        else crumbs(*way, found.title)
    )


def _about(found: EventLog) -> list[dict[str, Any]]:
    """Why it is here, from whom, and until when."""
    cases = (
        _("waren al pseudoniemen")
        if found.is_pseudonymised
        else _("vervangen door pseudoniemen van dit netwerk")
    )
    return [
        {"label": _("Doel"), "value": found.purpose.goal, "note": found.purpose.agreement.title},
        {"label": _("Bestand"), "value": found.filename, "note": size_words(found.n_bytes)},
        {"label": _("Gestuurd door"), "value": str(found.sent_by), "note": dutch_date(found.sent_at)},
        {"label": _("Bewaren tot en met"), "value": dutch_date(found.keep_until)},
        {"label": _("Zaken"), "value": cases},
    ]


def _columns(found: EventLog) -> list[dict[str, Any]]:
    """Each column with an example or its shape, and what it probably is."""
    roles = {name: role for role, name in found.mapping.items()}
    return [
        {
            "name": one["name"] or _("(zonder naam)"),
            "example": one["example"] or "–",
            "role": str(ROLES[roles[one["name"]]]) if one["name"] in roles else "",
            "has_bsns": one["has_bsns"],
        }
        for one in found.columns
    ]


def _told(found: EventLog) -> dict[str, Any]:
    """What was read, used and rejected, and what the log tells in general."""
    counts, answer = found.counts, found.answer
    through = answer.get("throughput", {})
    reasons = [{"n": number(n, 0), "words": _why(reason)} for reason, n in counts.get("reasons", {}).items()]
    return {
        "sum": {name: number(counts.get(name, 0), 0) for name in ("read", "used", "rejected")},
        "reasons": reasons,
        "rejects": [{"line": number(one["line"], 0), "words": _why(one["reason"])} for one in found.rejects],
        "n_rejects": counts.get("rejected", 0),
        "figures": [
            {"value": number(answer.get("cases", 0), 0), "label": _("zaken")},
            {"value": number(answer.get("events", 0), 0), "label": _("gebeurtenissen")},
            {
                "value": wait_words(through.get("p50_s")),
                "label": _("doorlooptijd, helft korter"),
                "is_word": True,
            },
            {
                "value": wait_words(through.get("p90_s")),
                "label": _("doorlooptijd, 9 van 10 korter"),
                "is_word": True,
            },
        ],
        "period": _("%(first)s tot en met %(last)s")
        % {"first": dutch_date(found.first_on), "last": dutch_date(found.last_on)}
        if found.first_on and found.last_on
        else "",
        "remarks": _remarks(answer),
        "variants": _paths(answer),
    }


def _why(reason: str) -> str:
    """Why a row was rejected, in words."""
    return FAULT_WORDS[RowFault(reason)] if reason in set(RowFault) else WORDS[Reason(reason)]


def _events(found: EventLog) -> list[dict[str, Any]]:
    """What a file with transfers holds in general."""
    return [{"value": number(found.counts.get("events", 0), 0), "label": _("gebeurtenissen die tellen")}]


def _paths(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The paths of steps that most people walk, as far as they may be shown."""
    told = answer.get("paths", {}).get(Level.STEP, {})
    return [
        {
            "steps": " → ".join(one["steps"]),
            "n": number(one["n"], 0),
            "share": percent(100 * one["n"] / told["n"], 0),
        }
        for one in told.get("list", [])[:12]
    ]


def _remarks(answer: dict[str, Any]) -> list[str]:
    """What a reader has to know of the figures: equal moments, and steps that overlap."""
    told = []
    if ties := answer.get("ties", {}).get("share"):
        words = _(
            "Bij %(share)s van de opeenvolgende stappen is het tijdstip gelijk."
            " Hun volgorde is die van uw bestand."
        )
        told.append(words % {"share": percent(100 * ties, 1)})
    if n := answer.get("overlaps", 0):
        words = ngettext(
            "Eén keer begon een stap voor de vorige klaar was. Dat is geen wachten en telt nergens mee.",
            "%(n)s keer begon een stap voor de vorige klaar was. Dat is geen wachten en telt nergens mee.",
            n,
        )
        told.append(words % {"n": number(n, 0)})
    return told
