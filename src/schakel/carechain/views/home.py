"""From home to home: the whole way with its steps, one step, sending a file, agreements, and the health gained."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from schakel.carechain import actions, queries
from schakel.carechain.forms import GainForm, TransferAgreementForm, TransfersForm
from schakel.carechain.models import TransferAgreement, TransferStep
from schakel.carechain.permissions import (
    why_not_agree_use,
    why_not_choose_gain,
    why_not_name_bottleneck,
    why_not_send_log,
    why_not_set_norm,
)
from schakel.carechain.queries import HomePage
from schakel.carechain.rules import LogKind
from schakel.carechain.views.home_months import change_of
from schakel.carechain.views.home_rules import rules_of
from schakel.carechain.views.home_words import (
    agreement_items,
    counted_items,
    days_words,
    drawn,
    figures_of,
    gain_words,
    pair_rows,
    step_columns,
    step_items,
    step_row,
    verdict_word,
    whole_row,
)
from schakel.carechain.views.logs import send_file
from schakel.carechain.views.maps import chosen_log
from schakel.carechain.views.shapes import CHANGE, address, columns, tabs
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date, number
from schakel.web.refusal import allow
from schakel.web.road_picture import Leg, road
from schakel.web.shapes import attempt, crumbs, deed, form_page, posted


@require_safe
@members
def home_to_home(request: HttpRequest, network: str) -> HttpResponse:
    """The whole way from home to home, step by step; without a file what is needed, and who can send it."""
    files = queries.ready_transfers(request.network, request.user)
    log = chosen_log(files, request.GET.get("bestand", ""))
    context: dict[str, Any] = {
        "tabs": tabs(request, "home_to_home"),
        "files": files,
        "log": log,
        "send": deed(
            _("Voer overdrachten in"),
            address("send_transfers", request),
            refusal=why_not_send_log(request.user, request.network),
        ),
    }
    if log is None:
        return render(request, "carechain/home.html", context | _needed(request))
    page = queries.home_page(request.network, request.user, log)
    context |= {
        "title": _title(page),
        "lede": _lede(page),
        "figures": figures_of(page),
        "road": drawn(request, page),
        "columns": step_columns(),
        "rows": [*(step_row(request, one) for one in page.steps), whole_row(page)],
        "n_hidden": sum(one.figures.is_hidden for one in page.steps),
        "change": change_of(page),
        "is_old": "blocks" not in log.answer,
        "rules": rules_of(page.agreement),
        "agreement": _agreement(request, page.agreement),
        "counted": counted_items(page),
        "file": address("log", request, log=log.pk),
    }
    return render(request, "carechain/home.html", context)


def _title(page: HomePage) -> str:
    """The news: which steps do not go as agreed, or how long the whole way takes."""
    n, of = len(page.failing), len(page.tested)
    if n == of == 1:
        return _("Eén stap gaat niet zoals afgesproken")
    if n:
        return ngettext(
            "Eén van de %(of)s stappen gaat niet zoals afgesproken",
            "%(n)s van de %(of)s stappen gaan niet zoals afgesproken",
            n,
        ) % {"n": number(n, 0), "of": number(of, 0)}
    if page.ways.median is not None:
        return _("De helft is van huis tot huis %(days)s of korter onderweg") % {
            "days": days_words(page.ways.median)
        }
    return _("De weg van huis tot huis")


def _lede(page: HomePage) -> str:
    log = page.log
    if not log.first_on or not log.last_on:
        return f"{log.title}."
    return _("%(title)s, %(first)s tot en met %(last)s.") % {
        "title": log.title,
        "first": dutch_date(log.first_on),
        "last": dutch_date(log.last_on),
    }


def _needed(request: HttpRequest) -> dict[str, Any]:
    """What a network needs before anything can be shown, and its way as it names that itself."""
    has_purpose = bool(queries.purposes(request.network, request.user))
    named, is_inferred = queries.named_steps(request.network)
    refusal = why_not_agree_use(request.user, request.network)
    context: dict[str, Any] = {
        "title": _("Nog niemand bracht overdrachten in"),
        "lede": _(
            "Hier komt de weg van huis tot huis: hoe snel er antwoord is, en hoeveel nachten mensen wachten."
        ),
        "has_purpose": has_purpose,
        "agree": deed(_("Leg een doel vast"), address("purpose", request), quiet=True, refusal=refusal),
        "has_agreement": queries.transfer_agreement(request.network, request.user, timezone.localdate())
        is not None,
        "agreed": _agreement_deed(request, None),
        "named": named,
        "is_inferred": is_inferred,
        "gains": reverse("overview:themes", kwargs={"network": request.network.slug}),
    }
    if named:
        legs = [Leg(at, at + 1, 0, "norm_none", "", "") for at in range(len(named) - 1)]
        context["road"] = road(
            [one.name for one in named],
            legs,
            title=_("De weg zoals het netwerk die noemt"),
            described=_("Van geen enkele stap is al iets geteld."),
        )
    return context


def _agreement(request: HttpRequest, agreement: TransferAgreement | None) -> dict[str, Any]:
    return {"items": agreement_items(agreement), "change": _agreement_deed(request, agreement)}


def _agreement_deed(request: HttpRequest, agreement: TransferAgreement | None) -> dict[str, Any]:
    return deed(
        _("Leg afspraken vast") if agreement is None else _("Verander de afspraken"),
        address("transfer_agreement", request),
        quiet=True,
        refusal=why_not_set_norm(request.user, request.network),
    )


@require_http_methods(CHANGE)
@members
def send_transfers(request: HttpRequest, network: str) -> HttpResponse:
    """Send a file with transfers; the worker then counts it."""
    words = {
        "title": _("Voer overdrachten in"),
        "lede": _("Schakel telt het bestand en bewaart alleen de telling. De regels zelf verdwijnen daarna."),
        "label": _("Tel deze overdrachten"),
        "is_transfers": True,
        "crumbs": crumbs(
            (_("Zorgketen"), address("chain", request)),
            (_("Van huis tot huis"), address("home_to_home", request)),
            _("Nieuw"),
        ),
    }
    return send_file(request, TransfersForm, LogKind.TRANSFERS, words)


@require_http_methods(CHANGE)
@members
def transfer_agreement(request: HttpRequest, network: str) -> HttpResponse:
    """Write down what partners agreed on about transfers."""
    allow(why_not_set_norm(request.user, request.network))
    today = timezone.localdate()
    known = queries.transfer_agreement(request.network, request.user, today)
    names = (
        "answer_within_hours",
        "sent_before_leaving_hours",
        "delay_nights_max",
        "readmission_days",
        "percent",
    )
    initial = {name: getattr(known, name) for name in names} if known else {}
    form = TransferAgreementForm(posted(request), initial=initial | {"valid_from": today})
    back = address("home_to_home", request)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, actions.set_transfer_agreement, request.network, by=request.user, **form.cleaned_data
        )
        if made is not None:
            flash(request, _("De afspraken liggen vast."))
            return redirect(back)
    return form_page(
        request,
        form,
        title=_("Leg afspraken over overdrachten vast"),
        lede=_(
            "Schakel toetst een bestand aan de afspraken die gelden op zijn laatste dag."
            " Wat eerder gold, blijft bewaard."
        ),
        crumbs=_crumbs(request, _("Afspraken")),
        label=_("Leg deze afspraken vast"),
        cancel=back,
    )


@require_safe
@members
def transfer_step(request: HttpRequest, network: str, step: UUID) -> HttpResponse:
    """One step: requests, nights, papers, places, why people were refused, and the health that it gains."""
    found = _find(request, step)
    page = queries.transfer_step_page(request.network, request.user, found)
    figures, gain = page.shown.figures, page.shown.gain
    period = _("%(title)s, %(first)s tot en met %(last)s.") % {
        "title": found.log.title,
        "first": dutch_date(found.log.first_on) if found.log.first_on else "–",
        "last": dutch_date(found.log.last_on) if found.log.last_on else "–",
    }
    hidden = _("U ziet hier geen getallen omdat het om minder dan 10 mensen gaat.")
    context: dict[str, Any] = {
        "title": str(found),
        "lede": hidden if figures.is_hidden else period,
        "crumbs": _crumbs(request, str(found)),
        "is_hidden": figures.is_hidden,
        "verdict": figures.verdict,
        "word": verdict_word(figures.verdict),
        "parts": [] if figures.is_hidden else step_items(figures, page.agreement),
        "reasons": [{"words": words, "n": number(n, 0)} for words, n in page.reasons],
        "columns": columns(
            (_("Plek"), False),
            (_("Mensen"), True),
            (_("Antwoord: helft binnen"), True),
            (_("Op tijd"), True),
            (_("Nachten, gemiddeld"), True),
        ),
        "pairs": pair_rows(page),
        "agreement": _agreement(request, page.agreement),
        "gain": gain_words(request, gain),
        "choose": deed(
            _("Kies een maat") if gain is None else _("Kies een andere maat"),
            address("gain", request, step=found.pk),
            quiet=True,
            refusal=why_not_choose_gain(request.user, request.network),
        ),
        "bottleneck": deed(
            _("Maak hier een knelpunt van"),
            f"{address('name_bottleneck', request)}?stap={found.pk}",
            refusal=why_not_name_bottleneck(request.user, request.network),
        ),
        "rules": rules_of(page.agreement),
    }
    return render(request, "carechain/transfer_step.html", context)


@require_http_methods(CHANGE)
@members
def gain(request: HttpRequest, network: str, step: UUID) -> HttpResponse:
    """Say by which series the health that a step gains is measured."""
    found = _find(request, step)
    allow(why_not_choose_gain(request.user, request.network))
    known = queries.gain_of(request.network, request.user, found)
    series = queries.series_to_choose(request.network, request.user)
    form = GainForm(posted(request), series=series, initial={"series": str(known.series_id) if known else ""})
    here = address("transfer_step", request, step=found.pk)
    if request.method == "POST" and form.is_valid():
        actions.choose_gain(
            request.network,
            by=request.user,
            source_kind=found.source_kind,
            target_kind=found.target_kind,
            series=form.cleaned_data["series"],
        )
        flash(request, _("De keuze ligt vast."))
        return redirect(here)
    return form_page(
        request,
        form,
        title=_("Wat levert deze stap aan gezondheid op?"),
        lede=_("%(step)s. De keuze geldt voor elk bestand. Zonder maat staat er “niet gemeten”.")
        % {"step": found},
        crumbs=_crumbs(request, (str(found), here), _("Gezondheidswinst")),
        label=_("Leg deze keuze vast"),
        cancel=here,
    )


def _find(request: HttpRequest, key: UUID) -> TransferStep:
    found = queries.find_transfer_step(request.network, request.user, key)
    if found is None:
        raise Http404(_("Deze stap is er niet (meer). Misschien is het bestand verwijderd."))
    return found


def _crumbs(request: HttpRequest, *steps: tuple[str, str] | str) -> list[dict[str, str]]:
    way = [
        (_("Zorgketen"), address("chain", request)),
        (_("Van huis tot huis"), address("home_to_home", request)),
    ]
    return crumbs(*way, *steps)
