"""Pages about the articles of an agreement: writing them, the whole as one text, a new version, what changed."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from schakel.documents.rules import Subject
from schakel.documents.showing import shelf_of
from schakel.network import actions, queries
from schakel.network.forms.articles import (
    APART,
    PREFIX,
    ArticlesFormSet,
    PreambleForm,
    RenewAgreementForm,
    WholeTextForm,
    as_rows,
    rearranged,
    typed_rows,
)
from schakel.network.permissions import why_not_manage
from schakel.network.rules.articles import (
    ArticleText,
    difference,
    fingerprint,
    put_together,
    recognised,
    taken_apart,
)
from schakel.network.views.shapes import address
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, form_page

WRITE = ["GET", "HEAD", "POST"]


@require_http_methods(WRITE)
@members
def write_articles(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Write the articles: one more, up, down, away, or out of a whole text; nothing is kept before it is saved."""
    page = _find(request, slug)
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    allow(actions.why_not_change(page.agreement))
    if request.method != "POST":
        now = [one.as_text for one in page.articles]
        seen = fingerprint(page.agreement.preamble, now)
        form = PreambleForm(initial={"seen": seen, "preamble": page.agreement.preamble})
        return _written(request, page, form, as_rows(now) or [{}])
    if deed := request.POST.get("doe", "")[:20]:
        return _rearranged(request, page, deed)
    form, formset = PreambleForm(request.POST), ArticlesFormSet(request.POST, prefix=PREFIX)
    if form.is_valid() & formset.is_valid():
        done = attempt(
            form,
            actions.put_articles,
            page.agreement,
            by=request.user,
            preamble=form.cleaned_data["preamble"],
            articles=[one.article() for one in formset],
            seen=form.cleaned_data["seen"],
        )
        if done is not None:
            flash(request, _("De artikelen zijn bewaard.") if done else _("Er was niets veranderd."))
            return redirect(address("network:agreement", request, slug=slug))
    return _page(request, page, form, formset, status=422)


def _rearranged(request: HttpRequest, page: queries.AgreementPage, deed: str) -> HttpResponse:
    """The same page with its rows in another order, one more or one less, and everything as it was typed."""
    typed, rows = request.POST, typed_rows(request.POST)
    initial = {name: typed.get(name, "") for name in ("seen", "preamble")}
    if deed != APART:
        rows, about = rearranged(rows, deed)
        return _written(request, page, PreambleForm(initial=initial), rows, about=about)
    whole = WholeTextForm(typed)
    if not whole.is_valid() or not whole.cleaned_data["whole"]:
        whole.add_error("whole", _("Plak eerst een tekst.")) if whole.is_valid() else None
        return _written(request, page, PreambleForm(initial=initial), rows, whole=whole, status=422)
    before = [_as_article(row) for row in rows]
    preamble, found = taken_apart(whole.cleaned_data["whole"])
    kept = put_together(initial["preamble"], before)
    note = ngettext(
        "Uw tekst is één artikel geworden.", "Uw tekst is verdeeld in %(n)s artikelen.", len(found)
    ) % {"n": len(found)}
    note += " " + _("Kijk het na. Er is nog niets bewaard.")
    if kept:
        note += " " + _("Wat hier eerst stond, staat in het vak onder “Plak een hele tekst”.")
    return _written(
        request,
        page,
        PreambleForm(initial={**initial, "preamble": preamble}),
        as_rows(recognised(found, before)),
        whole=WholeTextForm(initial={"whole": kept}),
        note=note,
    )


def _as_article(row: dict[str, Any]) -> ArticleText:
    mark = str(row.get("mark") or "")
    known = int(mark) if mark.isascii() and mark.isdigit() and len(mark) < 6 else None
    words = {name: str(row.get(name) or "").strip() for name in ("number", "heading", "text")}
    return ArticleText(**words, mark=known)


def _written(
    request: HttpRequest, page: Any, form: Any, rows: list[dict[str, Any]], status: int = 200, **more: Any
) -> HttpResponse:
    """The page with rows that nobody has checked yet."""
    return _page(request, page, form, ArticlesFormSet(initial=rows, prefix=PREFIX), status=status, **more)


def _page(
    request: HttpRequest, page: Any, form: Any, formset: Any, *, status: int = 200, **more: Any
) -> HttpResponse:
    back = address("network:agreement", request, slug=page.agreement.slug)
    context = {
        "page": page,
        "form": form,
        "formset": formset,
        "whole": more.pop("whole", None) or WholeTextForm(),
        "forms": [form, *formset] if form.is_bound else [],
        "crumbs": _crumbs(request, page, _("Artikelen")),
        "cancel": back,
        **more,
    }
    return render(request, "network/articles.html", context, status=status)


@require_safe
@members
def agreement_text(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """The agreement as one text to read or print: the parties, the articles, and who signed or where to sign."""
    page = _find(request, slug)
    shelf = shelf_of(
        request.user,
        request.network,
        Subject.AGREEMENT,
        page.agreement.pk,
        slug,
        refusal=_("Hier leest u alleen."),
    )
    context = {
        "page": page,
        **_enclosed(shelf["rows"], page),
        "crumbs": _crumbs(request, page, _("Tekst")),
    }
    return render(request, "network/agreement_text.html", context)


def _enclosed(rows: list[dict[str, Any]], page: queries.AgreementPage) -> dict[str, list[dict[str, Any]]]:
    """The documents with an agreement, those that it names as annexes apart; what came after a signature says so."""
    first = min((party.signed_on for party in page.parties if party.signed_on), default=None)
    standing = [row for row in rows if not row["is_withdrawn"]]
    for row in standing:
        if row["annex"] and first and row["day"] > first:
            row["note"] += _(", van na de eerste handtekening (%(day)s)") % {"day": dutch_date(first)}
    return {
        "annexes": [row for row in standing if row["annex"]],
        "documents": [row for row in standing if not row["annex"]],
    }


@require_safe
@members
def agreement_difference(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """What changed since the agreement that this one replaces."""
    page = _find(request, slug)
    older = page.agreement.supersedes
    if older is None:
        raise Http404(_("Deze overeenkomst vervangt geen andere."))
    changes = difference(
        (older.preamble, queries.articles_of(request.user, older)),
        (page.agreement.preamble, [one.as_text for one in page.articles]),
    )
    context = {
        "page": page,
        "older": older,
        "changes": changes,
        "crumbs": _crumbs(request, page, _("Wat is er veranderd?")),
    }
    return render(request, "network/agreement_difference.html", context)


@require_http_methods(WRITE)
@members
def renew_agreement(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Begin a new version of an agreement, with the same articles and the same parties."""
    page = _find(request, slug)
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    old = page.agreement
    form = RenewAgreementForm(
        request.POST if request.method == "POST" else None,
        partners=queries.partner_choices(request.network, request.user),
        initial={
            "title": _("%(title)s, nieuwe versie") % {"title": old.title},
            "kind": old.kind,
            "notice_months": old.notice_months,
            "parties": [one.partner.slug for one in page.parties],
        },
    )
    back = address("network:agreement", request, slug=slug)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        made = attempt(
            form,
            actions.renew_agreement,
            old,
            by=request.user,
            slug=slugify(values["title"])[:80],
            **values,
        )
        if made is not None:
            flash(request, _("De nieuwe versie begint met de artikelen van “%(old)s”.") % {"old": old.title})
            return redirect(address("network:articles", request, slug=made.slug))
    return form_page(
        request,
        form,
        title=_("Maak een nieuwe versie"),
        lede=_(
            "De artikelen komen mee. Daarna past u ze aan, tot de eerste partij tekent. De oude blijft zoals zij is."
        ),
        crumbs=_crumbs(request, page, _("Nieuwe versie")),
        label=_("Begin met deze nieuwe versie"),
        cancel=back,
    )


def _crumbs(request: HttpRequest, page: queries.AgreementPage, last: str) -> list[dict[str, str]]:
    return crumbs(
        (_("Overeenkomsten"), address("network:agreements", request)),
        (page.agreement.title, address("network:agreement", request, slug=page.agreement.slug)),
        last,
    )


def _find(request: HttpRequest, slug: str) -> queries.AgreementPage:
    page = queries.agreement_page(request.network, slug, request.user, timezone.localdate())
    if page is None:
        raise Http404(_("Deze overeenkomst is er niet."))
    return page
