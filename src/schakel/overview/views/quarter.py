"""The overview of a quarter: for the platform and for who reports, in an hour and from what is there already."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from schakel.documents.paper import Paper, WordPart
from schakel.documents.taking import as_pdf, as_word, taken_along
from schakel.initiatives.rules import Stage
from schakel.network.choosing import beyond_line
from schakel.network.queries import ChosenArea, areas
from schakel.overview.forms.quarter import QuarterForm
from schakel.overview.queries.quarter import QuarterPage, n_in_quarter, quarter_page, quarters
from schakel.overview.queries.quarter_paper import quarter_figures, quarter_parts
from schakel.tenancy.audience import members
from schakel.web.formats import dutch_date, number
from schakel.web.remembered import person, remembers


@require_safe
@members
@remembers(person)
def quarter(request: HttpRequest, network: str) -> HttpResponse:
    """What happened in a quarter, and what comes after it."""
    today = timezone.localdate()
    form, page = _asked(request)
    area = form.chosen_area()

    def n_more(more: ChosenArea) -> int:
        return n_in_quarter(request.user, request.network, page.quarter, more)

    context = {
        "wider": beyond_line(request, area, n_more, _wider_words),
        "page": page,
        "form": form,
        "title": _title(page),
        "figures": [{"value": value, "label": label} for label, value in quarter_figures(page)],
        "papers": [
            taken_along(
                page.quarter.label,
                word=_here(request, "overview:quarter_file") + _query(form),
                pdf=_here(request, "overview:quarter_pdf") + _query(form),
            )
        ],
        "moves": [_move(request, one) for one in page.moves.rows],
        "updates": [_update(request, one) for one in page.updates],
        "late": [_condition(request, one, "late") for one in page.late.rows],
        "due": [_condition(request, one, "planned") for one in page.due.rows],
        "today": today,
        "is_now": page.quarter.holds(today),
    }
    return render(request, "overview/quarter.html", context)


@require_safe
@members
def quarter_file(request: HttpRequest, network: str) -> HttpResponse:
    """The overview as a Word file, to write the report in."""
    return as_word(request, _paper(request))


@require_POST
@members
def quarter_pdf(request: HttpRequest, network: str) -> HttpResponse:
    """The overview as a PDF."""
    return as_pdf(request, _paper(request))


def _paper(request: HttpRequest) -> Paper[WordPart]:
    form, page = _asked(request)
    area = form.chosen_area()
    subtitle = _("Kwartaaloverzicht, stand op %(day)s") % {"day": dutch_date(timezone.localdate())}
    return Paper(
        title=_title(page),
        subtitle=f"{subtitle}, {area.area.name}" if area else subtitle,
        number=page.quarter.word,
        path=_here(request, "overview:quarter") + _query(form),
        file_name=_("kwartaal-%(quarter)s") % {"quarter": page.quarter.word},
        parts=quarter_parts(page),
    )


def _asked(request: HttpRequest) -> tuple[QuarterForm, QuarterPage]:
    """The quarter and the area that the address asks for."""
    today = timezone.localdate()
    known = quarters(request.user, request.network, today)
    form = QuarterForm(request.GET, quarters=known, areas=areas(request.network, request.user))
    page = quarter_page(request.user, request.network, form.chosen(), today, area=form.chosen_area())
    return form, page


def _query(form: QuarterForm) -> str:
    """What of the address chooses the quarter and the area; nothing that the form does not know."""
    chosen = {name: form.data[name] for name in form.fields if form.data.get(name)} if form.is_valid() else {}
    return f"?{urlencode(chosen)}" if chosen else ""


def _wider_words(n: int) -> str:
    return ngettext(
        "Nog één idee, besluit, stap of overleg geldt voor het hele netwerk of voor een groter gebied.",
        "Nog %(n)s ideeën, besluiten, stappen en overleggen gelden voor het hele netwerk of voor een groter gebied.",
        n,
    ) % {"n": n}


def _title(page: QuarterPage) -> str:
    if page.is_empty:
        return _("%(quarter)s: er gebeurde niets") % {"quarter": page.quarter.label}
    decided = ngettext("%(n)s besluit", "%(n)s besluiten", page.decisions.n) % {"n": number(page.decisions.n)}
    moved = ngettext("%(n)s stap", "%(n)s stappen", page.moves.n) % {"n": number(page.moves.n)}
    return _("%(quarter)s: %(decided)s en %(moved)s verder") % {
        "quarter": page.quarter.label,
        "decided": decided,
        "moved": moved,
    }


def _here(request: HttpRequest, name: str, **kwargs: Any) -> str:
    return reverse(name, kwargs={"network": request.network.slug, **kwargs})


def _move(request: HttpRequest, one: Any) -> dict[str, Any]:
    number_of = one.decision.number if one.decision else ""
    return {
        "on": one.on,
        "title": one.initiative.title,
        "href": _here(request, "initiatives:detail", number=one.initiative.number),
        "before": str(Stage(one.from_stage).label) if one.from_stage else "",
        "after": str(Stage(one.to_stage).label),
        "because": _("Besluit %(number)s.") % {"number": number_of} if number_of else "",
    }


def _update(request: HttpRequest, one: Any) -> dict[str, Any]:
    lead = one.initiative.lead
    because = one.because
    if one.help_needed:
        because = _("%(why)s Hulp: %(help)s") % {"why": because, "help": one.help_needed}
    return {
        "when": dutch_date(one.given_at),
        "when_note": lead.name if lead else "",
        "state": f"update_{one.state}",
        "title": one.initiative.title,
        "href": _here(request, "initiatives:detail", number=one.initiative.number),
        "because": because,
    }


def _condition(request: HttpRequest, one: Any, state: str) -> dict[str, Any]:
    return {
        "due_on": one.due_on,
        "state": state,
        "title": one.text,
        "href": _here(request, "governance:decision", number=one.decision.number),
        "because": _("%(who)s, voorwaarde bij %(number)s.")
        % {"who": one.owner, "number": one.decision.number},
    }
