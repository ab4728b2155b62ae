"""Pages about agreements: the register, one agreement with its signatures and criteria, signing."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.documents.rules import Subject
from schakel.documents.showing import shelf_of
from schakel.network import actions, queries
from schakel.network.forms import AgreementForm, PaperSignatureForm
from schakel.network.forms.describing import ChangeAgreementForm, PartyForm
from schakel.network.models import AgreementParty
from schakel.network.permissions import is_representative, why_not_manage, why_not_sign
from schakel.network.views.obligations import obligation_rows
from schakel.network.views.shapes import address, find_partner
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, form_page


@require_safe
@members
def agreements(request: HttpRequest, network: str) -> HttpResponse:
    """What the partners agreed on: agreements with how far they are signed, and criteria outside any."""
    today = timezone.localdate()
    rows = queries.agreements(request.network, request.user, today)
    context = {
        "rows": rows,
        "reminders": [row for row in rows if row.renewal and row.renewal.months_left],
        "grid": _grid(rows, queries.partner_choices(request.network, request.user)),
        "current": [row for row in rows if not row.is_over and row.n_parties],
        "loose": queries.loose_criteria(request.network, request.user, today),
        "deed": {
            "label": _("Voeg een overeenkomst toe"),
            "href": address("network:agreement_add", request),
            "quiet": True,
            "refusal": why_not_manage(request.user, request.network, today),
        },
    }
    return render(request, "network/agreements.html", context)


@require_safe
@members
def agreement(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """One agreement: its term, who signed it and who has not yet, and the criteria in words."""
    today = timezone.localdate()
    page = _find(request, slug)
    mine = queries.partners_of(request.user, request.network, today)
    manages = why_not_manage(request.user, request.network, today) is None
    context = {
        "page": page,
        "rows": [_party_row(request, slug, party, manages=manages, mine=mine) for party in page.parties],
        "obligations": obligation_rows(request, page, mine, manages=manages),
        "crumbs": crumbs((_("Overeenkomsten"), address("network:agreements", request))),
        "is_over": page.renewal is None and page.agreement.ends_on is not None,
        "may_manage": manages,
        "may_change": manages and not page.n_signed,
        "reading": _reading(request, page, manages=manages),
        "shelf": shelf_of(
            request.user,
            request.network,
            Subject.AGREEMENT,
            page.agreement.pk,
            slug,
            refusal=None if manages else _("Alleen de netwerkmanager voegt hier een document toe."),
        ),
    }
    return render(request, "network/agreement.html", context)


def _reading(request: HttpRequest, page: queries.AgreementPage, *, manages: bool) -> list[dict[str, str]]:
    """What can be read or written of the text, for who looks."""
    ways = (
        ("articles", _("Schrijf de artikelen"), manages and not page.n_signed),
        ("agreement_text", _("Lees of druk de hele tekst af"), bool(page.articles)),
        ("agreement_difference", _("Lees wat er is veranderd"), page.agreement.supersedes is not None),
        ("agreement_renew", _("Maak een nieuwe versie"), manages and not page.newer),
    )
    here = page.agreement.slug
    return [
        {"label": label, "href": address(f"network:{name}", request, slug=here)}
        for name, label, is_there in ways
        if is_there
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@members
def add_agreement(request: HttpRequest, network: str) -> HttpResponse:
    """Put an agreement into the register."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    partners = queries.partner_choices(request.network, request.user)
    form = AgreementForm(request.POST if request.method == "POST" else None, partners=partners)
    back = address("network:agreements", request)
    if request.method == "POST" and form.is_valid():
        slug = slugify(form.cleaned_data["title"])[:80]
        made = attempt(
            form, actions.add_agreement, request.network, by=request.user, slug=slug, **form.cleaned_data
        )
        if made is not None:
            flash(request, _("De overeenkomst staat in het register."))
            return redirect(address("network:agreement", request, slug=made.slug))
    return form_page(
        request,
        form,
        title=_("Voeg een overeenkomst toe"),
        lede=_("Wie u aanvinkt krijgt de vraag om te tekenen."),
        crumbs=crumbs((_("Overeenkomsten"), back), _("Nieuw")),
        label=_("Zet in het register"),
        cancel=back,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@members
def change_agreement(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Change an agreement that nobody has signed yet."""
    page = _find(request, slug)
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    allow(actions.why_not_change(page.agreement))
    kept = ("title", "kind", "starts_on", "ends_on", "notice_months", "renewal_months")
    form = ChangeAgreementForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(page.agreement, name) for name in kept},
    )
    back = address("network:agreement", request, slug=slug)
    if request.method == "POST" and form.is_valid():
        changed = attempt(
            form, actions.change_agreement, page.agreement, by=request.user, **form.cleaned_data
        )
        if changed is not None:
            flash(request, _("De overeenkomst is bewaard."))
            return redirect(back)
    return form_page(
        request,
        form,
        title=_("Pas de overeenkomst aan"),
        lede=_("Dat kan zolang niemand heeft getekend."),
        crumbs=crumbs(
            (_("Overeenkomsten"), address("network:agreements", request)), (page.agreement.title, back)
        ),
        label=_("Bewaar de overeenkomst"),
        cancel=back,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@members
def add_party(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Ask one more partner to sign."""
    page = _find(request, slug)
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    there = {party.partner_id for party in page.parties}
    others = [one for one in queries.partner_choices(request.network, request.user) if one.pk not in there]
    form = PartyForm(request.POST if request.method == "POST" else None, partners=others)
    back = address("network:agreement", request, slug=slug)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, actions.add_party, page.agreement, by=request.user, **form.cleaned_data)
        if made is not None:
            flash(request, _("%(partner)s is gevraagd te tekenen.") % {"partner": made.partner.name})
            return redirect(back)
    return form_page(
        request,
        form,
        title=_("Vraag nog een partner te tekenen"),
        lede=page.agreement.title,
        crumbs=crumbs(
            (_("Overeenkomsten"), address("network:agreements", request)), (page.agreement.title, back)
        ),
        label=_("Vraag deze partner te tekenen"),
        cancel=back,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@members
def sign(request: HttpRequest, network: str, slug: str, partner: str) -> HttpResponse:
    """Sign for a partner, after reading in words what that means; or record a signature on paper."""
    today = timezone.localdate()
    page, found = _find(request, slug), find_partner(request, partner)
    allow(why_not_sign(request.user, page.agreement, found, today))
    back = address("network:agreement", request, slug=slug)
    signs_self = is_representative(request.user, found, today)
    form = None if signs_self else PaperSignatureForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and (form is None or form.is_valid()):
        values: dict[str, Any] = form.cleaned_data if form else {}
        sign_it = {"by": request.user, "partner": found, **values}
        if form is None:
            actions.sign(page.agreement, **sign_it)
        else:
            attempt(form, actions.sign, page.agreement, **sign_it)
        if form is None or not form.errors:
            flash(request, _("%(partner)s heeft getekend.") % {"partner": found.name})
            return redirect(back)
    words = {"partner": found.name, "agreement": page.agreement.title, "name": request.user.name}
    lines = [
        _("U tekent “%(agreement)s” namens %(partner)s.") % words
        if signs_self
        else _("U legt vast dat %(partner)s “%(agreement)s” op papier heeft getekend.") % words,
        _("Uw naam (%(name)s) en de dag staan daarna bij deze overeenkomst.") % words
        if signs_self
        else _("De naam en de dag die u invult staan daarna bij deze overeenkomst."),
        _("Een handtekening kunt u hier niet meer weghalen."),
    ]
    context = {
        "title": (_("Teken namens %(partner)s") if signs_self else _("Handtekening van %(partner)s")) % words,
        "lines": lines,
        "form": form,
        "label": _("Teken namens %(partner)s") % words if signs_self else _("Leg de handtekening vast"),
        "cancel": back,
        "crumbs": crumbs(
            (_("Overeenkomsten"), address("network:agreements", request)),
            (page.agreement.title, back),
            _("Teken"),
        ),
    }
    return render(request, "network/sign.html", context, status=422 if form and form.errors else 200)


def _grid(rows: list[queries.AgreementRow], partners: list[Any]) -> list[dict[str, Any]]:
    """Who signed what: a row for each partner, a cell for each agreement that runs."""
    current = [row for row in rows if not row.is_over and row.n_parties]
    return [
        {"partner": partner, "cells": [_cell(row, partner.pk) for row in current]}
        for partner in partners
        if any(partner.pk in row.signed for row in current)
    ]


def _cell(row: queries.AgreementRow, partner_id: UUID) -> dict[str, Any]:
    """One crossing of a partner and an agreement: when it signed, not yet, or no party."""
    signed_on = row.signed.get(partner_id)
    return {
        "label": row.agreement.title,
        "state": "ready" if signed_on else "not_begun",
        "word": dutch_date(signed_on) if signed_on else _("nog niet"),
        "is_party": partner_id in row.signed,
    }


def _find(request: HttpRequest, slug: str) -> queries.AgreementPage:
    page = queries.agreement_page(request.network, slug, request.user, timezone.localdate())
    if page is None:
        raise Http404(_("Deze overeenkomst is er niet."))
    return page


def _party_row(
    request: HttpRequest, slug: str, party: AgreementParty, *, manages: bool, mine: frozenset[Any]
) -> dict[str, Any]:
    """One line of the grid: the partner, whether it signed, and the deed for who may sign."""
    deed, is_mine = None, party.partner_id in mine
    if party.signed_on is None and (manages or is_mine):
        label = (
            _("Teken namens %(partner)s")
            if party.partner_id in mine
            else _("Leg handtekening vast van %(partner)s")
        )
        deed = {
            "label": label % {"partner": party.partner.name},
            "href": address("network:sign", request, slug=slug, partner=party.partner.slug),
            "quiet": not is_mine,
        }
    return {"party": party, "deed": deed}
