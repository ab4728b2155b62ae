"""An initiative on paper: a summary on one page, the exploration, the plan, and the cover memo for a gate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from schakel.documents.paper import Paper, WordPart
from schakel.documents.taking import as_pdf, as_word, taken_along
from schakel.initiatives.models import Initiative
from schakel.initiatives.queries.memo import cover_memo
from schakel.initiatives.queries.paper_exploration import exploration_on_paper
from schakel.initiatives.queries.paper_plan import plan_on_paper
from schakel.initiatives.queries.receipt import receipt_parts
from schakel.initiatives.queries.summary import summary_of, summary_parts
from schakel.initiatives.views.looking import head, initiative_or_404, page_of
from schakel.tenancy.audience import members
from schakel.web.formats import dutch_date


@members
@require_safe
def summary(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The initiative on one page of A4: what, why, where it stands, who takes part, what it costs, what was decided."""
    initiative = initiative_or_404(request, number)
    context = head(request, initiative, tab="detail")
    known = summary_of(request.user, initiative, timezone.localdate(), known=context["detail"])
    context |= {"known": known, "papers": [offered(request, initiative, _("Deze samenvatting"), "summary")]}
    return render(request, "initiatives/summary.html", context)


def offered(request: HttpRequest, initiative: Initiative, label: str, name: str) -> dict[str, Any]:
    """One of these papers as the component `papers` offers it."""
    return taken_along(
        label,
        word=page_of(request, f"{name}_file", initiative),
        pdf=page_of(request, f"{name}_pdf", initiative),
    )


@members
@require_safe
def summary_file(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The summary as a Word file."""
    return as_word(request, _summary(request, number))


@members
@require_POST
def summary_pdf(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The summary as a PDF of one page."""
    return as_pdf(request, _summary(request, number))


def _summary(request: HttpRequest, number: str) -> Paper[WordPart]:
    initiative = initiative_or_404(request, number)
    today = timezone.localdate()
    known = summary_of(request.user, initiative, today)
    subtitle = _("%(number)s, samenvatting, stand op %(day)s") % {
        "number": initiative.number,
        "day": dutch_date(today),
    }
    parts = summary_parts(known)
    names = ("summary", _("samenvatting"))
    return _paper(request, initiative, initiative.title, subtitle, names, parts, is_one_page=True)


@members
@require_safe
def exploration_file(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The exploration as a Word file."""
    return as_word(request, _exploration(request, number))


@members
@require_POST
def exploration_pdf(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The exploration as a PDF."""
    return as_pdf(request, _exploration(request, number))


def _exploration(request: HttpRequest, number: str) -> Paper[WordPart]:
    initiative = initiative_or_404(request, number)
    parts = exploration_on_paper(request.user, initiative)
    if parts is None:
        raise Http404(_("Er is nog geen verkenning."))
    title = _("Verkenning %(title)s") % {"title": initiative.title}
    names = ("exploration", _("verkenning"))
    return _paper(request, initiative, title, _of_today(initiative), names, parts)


@members
@require_safe
def plan_file(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The newest version of the plan as a Word file."""
    return as_word(request, _plan(request, number))


@members
@require_POST
def plan_pdf(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The newest version of the plan as a PDF."""
    return as_pdf(request, _plan(request, number))


def _plan(request: HttpRequest, number: str) -> Paper[WordPart]:
    initiative = initiative_or_404(request, number)
    parts = plan_on_paper(request.user, initiative)
    if parts is None:
        raise Http404(_("Er is nog geen plan."))
    title = _("Plan %(title)s") % {"title": initiative.title}
    return _paper(request, initiative, title, _of_today(initiative), ("plan", _("plan")), parts)


@members
@require_safe
def memo_file(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The cover memo for the next gate as a Word file, to fill in."""
    return as_word(request, _memo(request, number))


@members
@require_POST
def memo_pdf(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The cover memo for the next gate as a PDF."""
    return as_pdf(request, _memo(request, number))


def _memo(request: HttpRequest, number: str) -> Paper[WordPart]:
    """The cover memo: what is asked, why, money, risk, and what lacks still."""
    initiative = initiative_or_404(request, number)
    found = cover_memo(request.user, initiative, timezone.localdate())
    if found is None:
        raise Http404(_("Er komt nu geen poort. Een oplegnotitie hoort bij een poort."))
    return _paper(request, initiative, found.title, found.subtitle, ("gate", _("oplegnotitie")), found.parts)


@members
@require_POST
def receipt_pdf(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The receipt of an idea, for who gave it."""
    initiative = initiative_or_404(request, number)
    if initiative.submitted_by_id != request.user.pk:
        raise Http404(_("Een ontvangstbewijs is er voor wie het idee indiende."))
    title = _("Ontvangstbewijs %(title)s") % {"title": initiative.title}
    names = ("receipt", _("ontvangstbewijs"))
    return as_pdf(
        request, _paper(request, initiative, title, _of_today(initiative), names, receipt_parts(initiative))
    )


def _of_today(initiative: Initiative) -> str:
    return _("%(number)s, stand op %(day)s") % {
        "number": initiative.number,
        "day": dutch_date(timezone.localdate()),
    }


def _paper(
    request: HttpRequest,
    initiative: Initiative,
    title: str,
    subtitle: str,
    names: tuple[str, str],
    parts: Sequence[WordPart],
    *,
    is_one_page: bool = False,
) -> Paper[WordPart]:
    """A paper about this initiative; names: of the page that says the same, and of the file."""
    page, file_name = names
    return Paper(
        title=title,
        subtitle=subtitle,
        number=initiative.number,
        path=page_of(request, page, initiative),
        file_name=f"{file_name}-{initiative.number}",
        parts=parts,
        is_one_page=is_one_page,
    )
