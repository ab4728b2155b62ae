"""The start of *Beheer*: a checklist that fills itself, and where everything of the network can be changed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from schakel.network.permissions import why_not_manage
from schakel.overview.queries.setup import Step, setup_steps
from schakel.tenancy.audience import members

#: Where the parts of a network are kept, in the order in which one looks for them.
PLACES = (
    ("network:edit", gettext_lazy("Wat het netwerk is")),
    ("exchange:excel", gettext_lazy("Excel in en uit")),
    ("network:partners", gettext_lazy("Partners")),
    ("network:areas", gettext_lazy("Gebieden")),
    ("governance:themes", gettext_lazy("Thema’s")),
    ("governance:bodies", gettext_lazy("Gremia, zetels en mandaten")),
    ("governance:criteria", gettext_lazy("Criteria")),
    ("initiatives:gate_lists", gettext_lazy("Poortlijsten")),
    ("network:agreements", gettext_lazy("Overeenkomsten")),
    ("network:people", gettext_lazy("Mensen")),
    ("governance:invitations", gettext_lazy("Uitnodigingen")),
    ("public:requests", gettext_lazy("Lidmaatschapsverzoeken")),
    ("public:contributions", gettext_lazy("Ideeën van buiten")),
    ("public:editing", gettext_lazy("Openbare pagina")),
    ("initiatives:answers", gettext_lazy("Antwoordteksten")),
    ("overview:journal", gettext_lazy("Logboek")),
)
#: What only who manages the network can open.
MANAGED = frozenset(
    {
        *("network:edit", "governance:invitations", "public:requests", "public:contributions"),
        *("public:editing", "initiatives:answers", "overview:journal"),
    }
)


@require_safe
@members
def setup(request: HttpRequest, network: str) -> HttpResponse:
    """What is set up and what lacks, each step with its form; who may not change it reads it all the same."""
    today = timezone.localdate()
    steps = setup_steps(request.network, request.user, today)
    refusal = why_not_manage(request.user, request.network, today)
    first = next((step.key for step in steps if not step.is_done), "")
    n_done = sum(step.is_done for step in steps)
    context = {
        "rows": [_row(request, nth, step, first=first, refusal=refusal) for nth, step in enumerate(steps, 1)],
        "n_done": n_done,
        "n_steps": len(steps),
        "n_partly": sum(step.state == "partly" for step in steps),
        "refusal": refusal,
        "places": [
            {"href": href, "label": label}
            for name, label in PLACES
            if (refusal is None or name not in MANAGED) and (href := _address(request, name))
        ],
        "is_empty": not refusal and any(one.key == "partners" and not one.is_done for one in steps),
        "is_listed": request.network.is_listed,
        "today": today,
    }
    return render(request, "overview/setup.html", context)


def _row(request: HttpRequest, nth: int, step: Step, *, first: str, refusal: str | None) -> dict[str, Any]:
    href = _address(request, step.url_name)
    deed = {"label": step.deed, "href": href, "quiet": step.key != first} if href and not refusal else None
    return {
        "id": step.key,
        "when": _("Stap %(nth)d") % {"nth": nth},
        "state": step.state,
        "word": step.word,
        "title": step.title,
        "because": f"{step.found} {step.why}",
        "deed": deed,
    }


def _address(request: HttpRequest, name: str) -> str:
    try:
        return reverse(name, kwargs={"network": request.network.slug})
    except NoReverseMatch:
        return ""
