"""Pages about measuring something no longer, and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.measuring import actions, queries
from schakel.measuring.forms import EndForm, ResumeForm
from schakel.measuring.permissions import why_not_end
from schakel.measuring.views.finding import find_series, series_crumbs
from schakel.measuring.views.shapes import CHANGE, address, below_indicators
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, form_page, posted


@require_http_methods(CHANGE)
@members
def end_series(request: HttpRequest, network: str, series: UUID) -> HttpResponse:
    """Say from which period on a series is no longer measured."""
    found = find_series(request, series)
    allow(why_not_end(request.user, request.network))
    return _asked(
        request,
        EndForm(posted(request), kind=found.version.period, today=timezone.localdate()),
        partial(actions.end_series, found),
        done=_("Deze reeks is beëindigd. Alles wat is gemeten, blijft staan."),
        title=_("Beëindig deze reeks"),
        lede=_("Niemand krijgt dan nog een verzoek om cijfers. Wat is gemeten, blijft staan."),
        cancel=address("series", request, series=found.pk),
        crumbs=series_crumbs(request, found, _("Beëindig")),
    )


@require_http_methods(CHANGE)
@members
def resume_series(request: HttpRequest, network: str, series: UUID) -> HttpResponse:
    """Measure a series again."""
    found = find_series(request, series)
    allow(why_not_end(request.user, request.network))
    return _asked(
        request,
        ResumeForm(posted(request)),
        partial(actions.resume_series, found),
        done=_("Deze reeks wordt weer gemeten."),
        title=_("Meet dit weer"),
        lede=_("De periodes ertussen blijven leeg, tenzij iemand ze invult."),
        cancel=address("series", request, series=found.pk),
        crumbs=series_crumbs(request, found, _("Meet weer")),
    )


@require_http_methods(CHANGE)
@members
def end_indicator(request: HttpRequest, network: str, code: str) -> HttpResponse:
    """Say that an indicator is no longer measured for anybody."""
    found = queries.find_indicator(request.network, request.user, code)
    if found is None:
        raise Http404(_("Deze indicator is er niet."))
    allow(why_not_end(request.user, request.network))
    back = address("indicator", request, code=code)
    return _asked(
        request,
        EndForm(posted(request), kind=found.versions.all()[0].period, today=timezone.localdate()),
        partial(actions.end_indicator, found),
        done=_("Deze indicator is beëindigd. Alles wat is gemeten, blijft staan."),
        title=_("Beëindig %(name)s") % {"name": found.name},
        lede=_("Elke reeks van deze indicator eindigt dan. Wat is gemeten, blijft staan."),
        cancel=back,
        crumbs=below_indicators(request, (found.name, back), _("Beëindig")),
    )


def _asked(
    request: HttpRequest, form: BaseForm, ending: Callable[..., Any], *, done: str, **page: Any
) -> HttpResponse:
    """Do what a form asks and go back; what is missing is asked again. Its button says what its title says."""
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, ending, by=request.user, **form.cleaned_data)
    ):
        flash(request, done)
        return redirect(page["cancel"])
    return form_page(request, form, label=page["title"], **page)
