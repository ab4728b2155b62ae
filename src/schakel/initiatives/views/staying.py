"""What stays: where the network stands with embedding and after-care, and its lessons."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from schakel.initiatives import queries
from schakel.initiatives.forms.embedding import LessonsForm
from schakel.initiatives.views import choices
from schakel.network import queries as network_queries
from schakel.network.choosing import AreaFilter, beyond_line
from schakel.tenancy.audience import members


@members
@require_safe
def overview(request: HttpRequest, network: str) -> HttpResponse:
    """Show everything that becomes or became ordinary care, the calendar of after-care, and what asks attention."""
    today = timezone.localdate()
    form = AreaFilter(request.GET, areas=network_queries.areas(request.network, request.user))
    area = form.chosen_area()
    here = request.user, request.network
    context = {
        "known": queries.embedding_overview(*here, today, area=area),
        "today": today,
        "form": form,
        "is_used": area is not None,
        "wider": beyond_line(request, area, lambda beyond: queries.becoming_care(*here, area=beyond).count()),
    }
    return render(request, "initiatives/staying.html", context)


@members
@require_safe
def lessons(request: HttpRequest, network: str) -> HttpResponse:
    """Show the lessons of the network, also of what was stopped."""
    form = LessonsForm(
        request.GET or None,
        themes=choices.themes(request),
        areas=network_queries.areas(request.network, request.user),
    )
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
    theme, area = chosen.get("thema"), form.chosen_area()
    look = partial(
        queries.lessons,
        request.user,
        request.network,
        theme=theme.slug if theme else "",
        outcome=chosen.get("afloop", ""),
        grade=chosen.get("zekerheid", ""),
    )
    context = {
        "lessons": look(area=area),
        "form": form,
        "is_used": bool(any(chosen.values())),
        "wider": beyond_line(request, area, lambda beyond: len(look(area=beyond))),
    }
    return render(request, "initiatives/lessons.html", context)
