"""What stays: where the network stands with embedding and after-care, and its lessons."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from schakel.initiatives import queries
from schakel.initiatives.forms.embedding import LessonsForm
from schakel.initiatives.views import choices
from schakel.tenancy.audience import members


@members
@require_safe
def overview(request: HttpRequest, network: str) -> HttpResponse:
    """Show everything that becomes or became ordinary care, the calendar of after-care, and what asks attention."""
    today = timezone.localdate()
    context = {"known": queries.embedding_overview(request.user, request.network, today), "today": today}
    return render(request, "initiatives/staying.html", context)


@members
@require_safe
def lessons(request: HttpRequest, network: str) -> HttpResponse:
    """Show the lessons of the network, also of what was stopped."""
    form = LessonsForm(request.GET or None, themes=choices.themes(request))
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
    theme = chosen.get("thema")
    found = queries.lessons(
        request.user,
        request.network,
        theme=theme.slug if theme else "",
        outcome=chosen.get("afloop", ""),
        grade=chosen.get("zekerheid", ""),
    )
    context = {"lessons": found, "form": form, "is_used": bool(any(chosen.values()))}
    return render(request, "initiatives/lessons.html", context)
