"""Pages about the minutes of a meeting: to read, to write, to adopt, to add to, to take along."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.documents.taking import as_pdf, as_word, taken_along
from schakel.governance import actions, permissions, queries
from schakel.governance.forms import AddToMinutesForm, AdoptMinutesForm, MinutesForm
from schakel.governance.models import Meeting, Minutes
from schakel.governance.rules import skeleton
from schakel.governance.views.finding import find_meeting
from schakel.governance.views.shapes import address, meeting_crumbs
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, deed, form_page, posted

WRITE = ["GET", "HEAD", "POST"]


@require_safe
@members
def minutes(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The minutes of a meeting, whether the group adopted them, and what was added later."""
    found = find_meeting(request, number)
    written = queries.minutes_of(found)
    context = {
        "meeting": found,
        "minutes": written,
        "standing": queries.standing_words(written) if written else "",
        "remarks": list(written.remarks.select_related("added_by")) if written else [],
        "deeds": _deeds(request, found, written),
        "papers": [taken_along(_("Verslag"), **_files(request, found))] if written else [],
        "crumbs": meeting_crumbs(request, found, _("Verslag")),
    }
    return render(request, "governance/minutes.html", context)


def _files(request: HttpRequest, found: Meeting) -> dict[str, str]:
    return {
        "word": address("governance:minutes_file", request, number=found.number),
        "pdf": address("governance:minutes_pdf", request, number=found.number),
    }


def _deeds(request: HttpRequest, found: Meeting, written: Minutes | None) -> list[dict[str, Any]]:
    """What comes next with the minutes: write, let adopt, add."""

    def to(name: str) -> str:
        return address(name, request, number=found.number)

    if written is not None and written.is_adopted:
        why_not = permissions.why_not_remark(request.user, found, written)
        return [
            deed(_("Schrijf een aanvulling"), to("governance:add_to_minutes"), refusal=why_not, quiet=True)
        ]
    why_not = permissions.why_not_write_minutes(request.user, found, written)
    label = _("Schrijf het verslag") if written is None else _("Wijzig het concept")
    deeds = [
        deed(label, to("governance:write_minutes"), refusal=why_not, quiet=written is not None),
    ]
    if written is not None:
        why_not = permissions.why_not_adopt_minutes(request.user, found, written)
        adopt = deed(_("Leg vast: vastgesteld"), to("governance:adopt_minutes"), refusal=why_not)
        deeds.insert(0, adopt)
    return deeds


@require_http_methods(WRITE)
@members
def write_minutes(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Write the minutes, starting from the points of the agenda."""
    found = find_meeting(request, number)
    written = queries.minutes_of(found)
    allow(permissions.why_not_write_minutes(request.user, found, written))
    initial = {
        "seen": written.version if written else 0,
        "text": written.text if written else skeleton([item.title for item in found.items.all()]),
    }
    form = MinutesForm(posted(request), initial=initial)
    if (
        form.is_bound
        and form.is_valid()
        and attempt(form, actions.write_minutes, found, by=request.user, **form.cleaned_data)
    ):
        flash(request, _("Het concept van het verslag is bewaard."), more=_("De leden kunnen het lezen."))
        return redirect("governance:minutes", network=network, number=number)
    return _form_page(
        request,
        found,
        form,
        title=_("Schrijf het verslag"),
        label=_("Bewaar het concept"),
        crumb=_("Schrijf"),
    )


@require_http_methods(WRITE)
@members
def adopt_minutes(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Write down that the group adopted the minutes."""
    found = find_meeting(request, number)
    written = queries.minutes_of(found)
    if written is not None and written.is_adopted:
        flash(request, _("Dit verslag was al vastgesteld."))
        return redirect("governance:minutes", network=network, number=number)
    allow(permissions.why_not_adopt_minutes(request.user, found, written))
    assert written is not None, "a meeting without minutes is refused"
    later = queries.meetings_to_adopt_in(found)
    form = AdoptMinutesForm(posted(request), meetings=later, initial={"seen": written.version})
    if (
        form.is_bound
        and form.is_valid()
        and attempt(form, actions.adopt_minutes, found, by=request.user, **form.cleaned_data)
    ):
        flash(request, _("Het verslag is vastgesteld."), more=_("Er verandert niets meer aan."))
        return redirect("governance:minutes", network=network, number=number)
    return _form_page(
        request,
        found,
        form,
        title=_("Leg vast dat het verslag is vastgesteld"),
        lede=_("Daarna verandert er niets meer aan. Wat later blijkt, schrijft u als aanvulling.")
        if later
        else _("Stelt de groep het in een volgend overleg vast? Begin dat eerst, dan kiest u het hier."),
        label=_("Leg vast: vastgesteld"),
        crumb=_("Vaststellen"),
    )


@require_http_methods(WRITE)
@members
def add_to_minutes(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Add something beside adopted minutes."""
    found = find_meeting(request, number)
    allow(permissions.why_not_remark(request.user, found, queries.minutes_of(found)))
    form = AddToMinutesForm(posted(request))
    if (
        form.is_bound
        and form.is_valid()
        and attempt(form, actions.add_to_minutes, found, by=request.user, **form.cleaned_data)
    ):
        flash(request, _("De aanvulling staat bij het verslag."))
        return redirect("governance:minutes", network=network, number=number)
    return _form_page(
        request,
        found,
        form,
        title=_("Schrijf een aanvulling"),
        lede=_("Het verslag zelf blijft zoals het is vastgesteld. Uw aanvulling komt eronder, met de dag."),
        label=_("Bewaar de aanvulling"),
        crumb=_("Aanvulling"),
    )


def _form_page(request: HttpRequest, found: Meeting, form: Any, *, crumb: str, **words: str) -> HttpResponse:
    to_minutes = address("governance:minutes", request, number=found.number)
    way = meeting_crumbs(request, found, (_("Verslag"), to_minutes), crumb)
    return form_page(request, form, crumbs=way, cancel=to_minutes, **words)


@require_safe
@members
def minutes_file(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The minutes as a Word file."""
    return as_word(request, queries.minutes_paper(_there(request, number)))


@require_POST
@members
def minutes_pdf(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The minutes as a PDF."""
    return as_pdf(request, queries.minutes_paper(_there(request, number)))


def _there(request: HttpRequest, number: str) -> Minutes:
    written = queries.minutes_of(find_meeting(request, number))
    if written is None:
        raise Http404(_("Er is nog geen verslag."))
    return written
