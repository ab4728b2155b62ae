"""The page of one job: how far it is, a way to stop it, and where the result is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from schakel.jobs import actions
from schakel.jobs.models import Job
from schakel.jobs.permissions import why_not_stop
from schakel.jobs.queries import progress
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.htmx import template_for


@members
@require_safe
def job(request: HttpRequest, network: str, job: UUID) -> HttpResponse:
    """Show how far a job is; asked by HTMX, only that."""
    found = _find(request, job)
    address = reverse("jobs:job", kwargs={"network": network, "job": job})
    context: dict[str, Any] = {
        "job": found,
        "progress": progress(found, network_slug=network, now=timezone.now()),
        "address": address,
    }
    if why_not_stop(request.user, found) is None and found.stop_asked_at is None:
        context["stop"] = {"label": _("Stop deze taak"), "action": f"{address}stop/", "quiet": True}
    return render(request, template_for(request, "jobs/job.html", part="progress"), context)


@members
@require_POST
def stop(request: HttpRequest, network: str, job: UUID) -> HttpResponse:
    """Ask to stop a job."""
    stopped = actions.ask_to_stop(_find(request, job), by=request.user)
    flash(
        request, _("De taak is gestopt.") if stopped.has_ended else _("De taak stopt bij de volgende stap.")
    )
    return redirect("jobs:job", network=network, job=job)


def _find(request: HttpRequest, key: UUID) -> Job:
    """A job of this person in this network; that of somebody else does not exist. One database query."""
    rows = Job.objects.visible_to(request.user).of(request.network).started_by(request.user)
    return get_object_or_404(rows, pk=key)
