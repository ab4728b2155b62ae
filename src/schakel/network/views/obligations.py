"""What parties to an agreement have to do: writing it down, yes or no, whether it was done, taking it away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from schakel.network import actions, queries
from schakel.network.forms.describing import (
    ConfirmObligationForm,
    ObligationForm,
    ReportObligationForm,
    WithdrawObligationForm,
)
from schakel.network.models import Obligation
from schakel.network.permissions import why_not_answer_obligation, why_not_manage, why_not_report_obligation
from schakel.network.rules import ObligationState
from schakel.network.views.shapes import address
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, form_page

WRITE = ["GET", "HEAD", "POST"]


@require_http_methods(WRITE)
@members
def add_obligation(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Write down what a party has to do."""
    page = _page(request, slug)
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    form = ObligationForm(
        _data(request), partners=[one.partner for one in page.parties], articles=page.articles
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(form, actions.add_obligation, page.agreement, by=request.user, **form.cleaned_data)
        if made is not None:
            words = _("%(partner)s wordt gevraagd of dit klopt.") % {"partner": made.partner.name}
            return _back(request, slug, words)
    return _form(
        request,
        form,
        slug,
        page.agreement.title,
        title=_("Wat doet een partij?"),
        lede=_("De partij bevestigt het zelf. Daarna krijgt de partij op tijd een herinnering."),
        label=_("Leg dit vast en vraag de partij"),
    )


@require_http_methods(WRITE)
@members
def answer_obligation(request: HttpRequest, network: str, slug: str, pk: UUID) -> HttpResponse:
    """Say yes or no for a party."""
    found = _find(request, slug, pk)
    allow(why_not_answer_obligation(request.user, found, timezone.localdate()))
    return _told(
        request,
        found,
        ConfirmObligationForm(_data(request)),
        actions.answer_obligation,
        title=_("Doet %(partner)s dit?") % {"partner": found.partner.name},
        label=_("Antwoord namens %(partner)s") % {"partner": found.partner.name},
        done=_("Uw antwoord staat bij de overeenkomst."),
    )


@require_http_methods(WRITE)
@members
def report_obligation(request: HttpRequest, network: str, slug: str, pk: UUID) -> HttpResponse:
    """Write down whether it was done."""
    found = _find(request, slug, pk)
    allow(why_not_report_obligation(request.user, found, timezone.localdate()))
    return _told(
        request,
        found,
        ReportObligationForm(_data(request), initial={"due_on": found.due_on}),
        actions.report_obligation,
        title=_("Is dit gedaan?"),
        label=_("Leg dit vast"),
        done=_("Het staat bij de overeenkomst."),
    )


@require_http_methods(WRITE)
@members
def withdraw_obligation(request: HttpRequest, network: str, slug: str, pk: UUID) -> HttpResponse:
    """Take it away, with the reason."""
    found = _find(request, slug, pk)
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    return _told(
        request,
        found,
        WithdrawObligationForm(_data(request)),
        actions.withdraw_obligation,
        title=_("Trek deze verplichting in"),
        label=_("Trek deze verplichting in"),
        done=_("De verplichting is ingetrokken. De reden blijft te lezen."),
    )


def obligation_rows(
    request: HttpRequest, page: queries.AgreementPage, mine: Any, *, manages: bool
) -> list[dict[str, Any]]:
    """What each party has to do, as the page of the agreement shows it; ``mine``: for whom this person speaks."""
    today = timezone.localdate()
    return [
        _row(request, page.agreement.slug, one, one.partner_id in mine, manages, today)
        for one in page.obligations
    ]


def _row(
    request: HttpRequest, slug: str, one: Obligation, is_mine: bool, manages: bool, today: date
) -> dict[str, Any]:
    def link(label: str, name: str) -> dict[str, str]:
        return {"label": label, "href": address(f"network:{name}", request, slug=slug, pk=one.pk)}

    deeds = []
    if one.state in {ObligationState.ASKED, ObligationState.DISPUTED} and is_mine:
        deeds.append(link(_("Ja of nee"), "obligation"))
    if one.state == ObligationState.CONFIRMED and not one.met_on and (is_mine or manages):
        deeds.append(link(_("Leg vast of het is gedaan"), "obligation_report"))
    if manages and one.state != ObligationState.WITHDRAWN and not one.met_on:
        deeds.append(link(_("Trek in"), "obligation_withdraw"))
    state, word = _stand(one, today)
    return {
        "one": one,
        "state": state,
        "word": word,
        "when": _when(one),
        "deeds": deeds,
        "answers": one.answers.all(),
        "reports": one.reports.all(),
    }


def _stand(one: Obligation, today: date) -> tuple[str, str]:
    """How it stands: the shape and the word."""
    if one.state == ObligationState.WITHDRAWN:
        return "withdrawn", ""
    if one.state == ObligationState.DISPUTED:
        return "missing", _("Klopt niet, zegt de partner")
    if one.met_on:
        return "met", _("Nagekomen op %(day)s") % {"day": dutch_date(one.met_on)}
    if one.state == ObligationState.ASKED:
        return "asked", _("Nog niet bevestigd")
    if one.due_on and one.due_on < today:
        return "late", _("Te laat")
    return "not_begun", _("Bevestigd, nog te doen")


def _when(one: Obligation) -> str:
    """By when, and how often."""
    if one.due_on is None:
        return _("zonder einddatum")
    words = _("uiterlijk %(day)s") % {"day": dutch_date(one.due_on)}
    if one.every_months == 12:
        return words + ", " + _("daarna elk jaar")
    if one.every_months:
        words += ", " + ngettext("daarna elke maand", "daarna elke %(n)d maanden", one.every_months) % {
            "n": one.every_months
        }
    return words


def _told(
    request: HttpRequest,
    found: Obligation,
    form: BaseForm,
    deed: Callable[..., Any],
    *,
    title: str,
    label: str,
    done: str,
) -> HttpResponse:
    """One form about one obligation: do it, or show what is wrong."""
    slug = found.agreement.slug
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, deed, found, by=request.user, **form.cleaned_data) is not None
    ):
        return _back(request, slug, done)
    lede = f"{found.text} ({_when(found)})"
    return _form(request, form, slug, found.agreement.title, title=title, lede=lede, label=label)


def _data(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _page(request: HttpRequest, slug: str) -> queries.AgreementPage:
    page = queries.agreement_page(request.network, slug, request.user, timezone.localdate())
    if page is None:
        raise Http404(_("Deze overeenkomst is er niet."))
    return page


def _find(request: HttpRequest, slug: str, pk: UUID) -> Obligation:
    found = queries.obligation_of(request.user, _page(request, slug).agreement, pk)
    if found is None:
        raise Http404(_("Deze verplichting is er niet."))
    return found


def _back(request: HttpRequest, slug: str, words: str) -> HttpResponse:
    flash(request, words)
    return redirect(address("network:agreement", request, slug=slug) + "#verplichtingen")


def _form(request: HttpRequest, form: BaseForm, slug: str, title_of: str, **words: Any) -> HttpResponse:
    back = address("network:agreement", request, slug=slug)
    steps = crumbs((_("Overeenkomsten"), address("network:agreements", request)), (title_of, back))
    return form_page(request, form, crumbs=steps, cancel=back, **words)
