"""The page of work in the background: one's own jobs, and for the manager whether the worker works."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from schakel.jobs import actions
from schakel.jobs.models import Job
from schakel.jobs.queries import WorkerState, all_jobs, own_jobs, worker_state
from schakel.jobs.rules import JobState
from schakel.network.permissions import why_not_manage
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import clock, number, short_date

#: How a job looks; running and waiting work is neither good nor bad.
LOOKS = {
    JobState.WAITING: "not_begun",
    JobState.RUNNING: "partly",
    JobState.DONE: "ready",
    JobState.FAILED: "missing",
    JobState.CANCELLED: "stopped",
}


@members
@require_safe
def work(request: HttpRequest, network: str) -> HttpResponse:
    """Show the jobs that this person started; the manager sees those of everyone, and the worker."""
    now = timezone.now()
    manages = why_not_manage(request.user, request.network, timezone.localdate()) is None
    jobs = all_jobs if manages else own_jobs
    state = worker_state(request.network, now=now) if manages else None
    context: dict[str, Any] = {
        "rows": [_job_row(request, one) for one in jobs(request.user, request.network)],
        "manages": manages,
        "state": state,
        "round": _moment(state.round_at, now) if state else "",
        "oldest": _moment(state.oldest_at, now) if state else "",
        "figures": _figures(state) if state else [],
        "failed": [_failed_row(request, one, now) for one in state.failed] if state else [],
    }
    return render(request, "overview/work.html", context)


@members
@require_POST
def try_again(request: HttpRequest, network: str, number: int) -> HttpResponse:
    """Put failed work back in the queue."""
    if not actions.try_again(request.network, number, by=request.user):
        raise Http404(_("Deze taak is er niet meer."))
    flash(request, _("De taak staat weer in de rij."))
    return redirect("overview:work", network=network)


def _job_row(request: HttpRequest, job: Job) -> dict[str, Any]:
    own = job.started_by_id == request.user.pk
    return {
        "when": short_date(job.asked_at, timezone.localdate()),
        "when_note": clock(job.asked_at),
        "state": LOOKS[JobState(job.state)],
        "word": job.get_state_display().capitalize(),
        "title": job.title,
        "href": reverse("jobs:job", kwargs={"network": request.network.slug, "job": job.pk}) if own else "",
        "because": " ".join(
            filter(
                None, [job.words, "" if own else _("Gestart door %(name)s.") % {"name": job.started_by.name}]
            )
        ),
    }


def _failed_row(request: HttpRequest, failed: Any, now: datetime) -> dict[str, Any]:
    again = reverse("overview:try_again", kwargs={"network": request.network.slug, "number": failed.number})
    return {
        "when": short_date(failed.at, timezone.localdate()) if failed.at else "",
        "when_note": clock(failed.at) if failed.at else "",
        "title": failed.words,
        "because": _("Nummer %(n)s. De oorzaak staat in het logboek van de server.") % {"n": failed.number},
        "deed": {
            "label": _("Probeer opnieuw"),
            "action": again,
            "quiet": True,
            "id": f"opnieuw-{failed.number}",
        },
    }


def _figures(state: WorkerState) -> list[dict[str, str]]:
    return [
        {"value": number(state.n_waiting), "label": _("wacht"), "source": ""},
        {"value": number(state.n_doing), "label": _("bezig"), "source": ""},
        {
            "value": number(state.n_later),
            "label": _("wacht op een nieuwe poging of een later moment"),
            "source": "",
        },
        {"value": number(len(state.failed)), "label": _("mislukt"), "source": ""},
    ]


def _moment(at: datetime | None, now: datetime) -> str:
    """A moment of today by its hour, of another day with the day."""
    if at is None:
        return ""
    is_today = timezone.localdate(at) == timezone.localdate(now)
    return clock(at) if is_today else f"{short_date(at)} {clock(at)}"
