"""The plan: reading it, writing it, freezing a version, and comparing versions."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.fields import one_more
from schakel.initiatives.forms.plan import (
    MOST_ROWS,
    PART_FORMS,
    AssignmentForm,
    CheckForm,
    PeopleForm,
    part_formset,
)
from schakel.initiatives.models import FundingLine, Initiative, Plan
from schakel.initiatives.permissions import why_not_ask_commitment, why_not_change_plan, why_not_write_plan
from schakel.initiatives.rules import PARTS, TEXTS
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import head, initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.initiatives.views.papers import offered
from schakel.initiatives.views.promise import promise_rows
from schakel.network.models import Partner
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import Refused, allow
from schakel.web.remembered import person, remembers

TEXT_FORMS = {"assignment": AssignmentForm, "people": PeopleForm, "checks": CheckForm}
#: The words above each part while it is written: what one row is called, what adds one, and what it is for.
PART_WORDS = {
    "goals": (
        gettext_lazy("Doel"),
        gettext_lazy("Voeg een doel toe"),
        gettext_lazy("Een doel zegt wat beter wordt, waaraan u dat ziet, hoeveel en wanneer."),
    ),
    "activities": (
        gettext_lazy("Activiteit"),
        gettext_lazy("Voeg een activiteit toe"),
        gettext_lazy("Wie doet wat, van wanneer tot wanneer."),
    ),
    "milestones": (
        gettext_lazy("Mijlpaal"),
        gettext_lazy("Voeg een mijlpaal toe"),
        gettext_lazy(
            "Een inspanning belooft dat het gedaan wordt, een resultaat belooft dat het lukt. "
            "Elk met een partner en bewijs."
        ),
    ),
    "budget_lines": (
        gettext_lazy("Regel"),
        gettext_lazy("Voeg een regel toe"),
        gettext_lazy("Geld en uren, met bij elke regel waar het vandaan komt."),
    ),
    "risks": (
        gettext_lazy("Risico"),
        gettext_lazy("Voeg een risico toe"),
        gettext_lazy("Wat kan er misgaan, en wat doet u eraan?"),
    ),
    "roles": (
        gettext_lazy("Rol"),
        gettext_lazy("Voeg een rol toe"),
        gettext_lazy("Wie doet wat in dit project."),
    ),
}


@members
@require_safe
@remembers(person)
def plan(request: HttpRequest, network: str, number: str, version: int | None = None) -> HttpResponse:
    """Show a version of the plan, by default the newest, with what it lacks and what partners promised."""
    initiative = initiative_or_404(request, number)
    page = queries.plan_of(request.user, initiative, version=version)
    if version is not None and (page is None or page.plan is None):
        raise Http404(_("Deze versie van het plan is er niet."))
    context = head(request, initiative, tab="plan") | {
        "page": page,
        "deeds": _deeds(request, initiative, page.plan if page else None),
        "promises": promise_rows(request, initiative, page.commitments if page else None),
        "ask": {
            "label": _("Vraag een partner iets"),
            "href": page_of(request, "ask_commitment", initiative),
            "refusal": why_not_ask_commitment(request.user, initiative),
            "quiet": True,
            "id": "vraag",
        },
        "earlier": _versions(request, initiative, page),
        "papers": [offered(request, initiative, _("Plan"), "plan")] if page and page.is_newest else [],
        "once": new_mark(),
    }
    return render(request, "initiatives/plan.html", context)


def _deeds(request: HttpRequest, initiative: Initiative, known: Plan | None) -> list[dict[str, Any]]:
    """What can be done with the plan now; what cannot is grey, with the reason."""
    refusal = why_not_write_plan(request.user, initiative)
    if known is None or known.is_frozen:
        label = _("Begin een nieuwe versie") if known else _("Begin aan het plan")
        fields = [{"name": "once", "value": new_mark()}]
        action = page_of(request, "begin_plan", initiative)
        return [
            {
                "label": label,
                "action": action,
                "fields": fields,
                "refusal": refusal,
                "id": "begin",
                "quiet": known is not None,
            }
        ]
    freeze = {
        "label": _("Leg deze versie vast"),
        "href": page_of(request, "freeze_plan", initiative),
        "refusal": refusal,
        "quiet": True,
        "id": "vast",
    }
    write = {
        "label": _("Werk aan het plan"),
        "href": page_of(request, "write_plan", initiative),
        "id": "werk",
    }
    return [write | {"refusal": refusal}, *([] if refusal else [freeze])]


def _versions(request: HttpRequest, initiative: Initiative, page: Any) -> list[dict[str, Any]]:
    """The versions, newest first, each with a way to see what changed since the one before."""
    if page is None:
        return []
    numbers = sorted((one.version for one in page.versions), reverse=True)
    found = []
    for one in sorted(page.versions, key=lambda version: -version.version):
        has_before = one.version - 1 in numbers
        difference = page_of(
            request, "plan_difference", initiative, before=one.version - 1, after=one.version
        )
        found.append(
            {
                "plan": one,
                "href": page_of(request, "plan_version", initiative, version=one.version),
                "difference": difference if has_before else "",
                "is_shown": page.plan is not None and one.version == page.plan.version,
            }
        )
    return found


@members
@require_POST
@once
def begin(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Begin the first version, or the next one as a copy of the frozen one."""
    initiative = initiative_or_404(request, number)
    actions.begin_plan(initiative, by=request.user)
    return redirect("initiatives:write_plan", network=network, number=number)


@members
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Let the lead write the plan: texts and parts in one form, what still lacks beside it."""
    initiative = initiative_or_404(request, number)
    page = queries.plan_of(request.user, initiative)
    if page is None or page.plan is None:
        allow(why_not_write_plan(request.user, initiative))
        return redirect("initiatives:plan", network=network, number=number)
    allow(why_not_change_plan(request.user, page.plan))
    offers = {"partners": choices.partners(request), "funding_lines": choices.funding_lines(request)}
    added = request.POST.get("add", "")
    if request.method == "POST" and added in PART_FORMS:
        data = one_more(request.POST, added, most=MOST_ROWS)
        return _writing(request, initiative, page, _forms(page, offers, data), opened=added)
    forms = _forms(page, offers, request.POST if request.method == "POST" else None)
    if request.method == "GET":
        return _writing(request, initiative, page, forms)
    if not all(form.is_valid() for form in forms.values()):
        return _writing(request, initiative, page, forms, status=422)
    try:
        _keep(request, page.plan, forms)
    except Refused as refused:
        return _writing(request, initiative, page, forms, errors=[refused.reason], status=422)
    flash(request, _("Het plan is bewaard."))
    done = "initiatives:plan" if "done" in request.POST else "initiatives:write_plan"
    return redirect(done, network=network, number=number)


def _forms(page: Any, offers: dict[str, choices.Choices], data: Any) -> dict[str, Any]:
    """Make every form of the plan, filled with what it says now."""
    forms: dict[str, Any] = {
        name: form(
            data, prefix=name, initial={field: getattr(page.plan, field) for field in form.base_fields}
        )
        for name, form in TEXT_FORMS.items()
    }
    for part, form in PART_FORMS.items():
        rows = [_initial(row, form) for row in page.parts[part]]
        formset = part_formset(part, n_empty=0 if rows else 1)
        forms[part] = formset(data, prefix=part, initial=rows, **offers)
        if part == "budget_lines":
            for empty in forms[part].extra_forms:
                empty.fields["year"].initial = timezone.localdate().year
    return forms


def _initial(row: Any, form: Any) -> dict[str, Any]:
    """One row as its form shows it; a partner or funding line by its word in the form."""
    found = {}
    for name in form.base_fields:
        value = getattr(row, name)
        found[name] = value.slug if isinstance(value, Partner | FundingLine) else value
    return found


@transaction.atomic
def _keep(request: HttpRequest, known: Plan, forms: dict[str, Any]) -> None:
    """Carry out only what changed, all of it or nothing."""
    texts: dict[str, Any] = {}
    for name in TEXT_FORMS:
        form = forms[name]
        texts |= {field: form.cleaned_data[field] for field in form.changed_data}
    if texts:
        actions.write_plan(known, by=request.user, **texts)
    for part in PART_FORMS:
        if forms[part].has_changed():
            actions.write_part(known, by=request.user, part=part, rows=forms[part].rows())


def _writing(
    request: HttpRequest,
    initiative: Initiative,
    page: Any,
    forms: dict[str, Any],
    *,
    opened: str = "",
    errors: Any = (),
    status: int = 200,
) -> HttpResponse:
    parts = [
        {"name": part, "label": PARTS[part], "item": item, "add": add, "hint": hint, "formset": forms[part]}
        for part, (item, add, hint) in PART_WORDS.items()
    ]
    flat = [form for name in TEXT_FORMS for form in [forms[name]]] if status != 200 else []
    if status != 200:
        flat += [form for part in PART_FORMS for form in forms[part].forms]
    context = {
        "initiative": initiative,
        "page": page,
        "forms": forms,
        "parts": parts,
        "flat": flat,
        "errors": [
            *errors,
            *(error for part in PART_FORMS if status != 200 for error in forms[part].non_form_errors()),
        ],
        "opened": opened,
        "findings": findings_by_part(page.findings),
    }
    return render(request, "initiatives/plan_write.html", context, status=status)


def findings_by_part(findings: Any) -> list[dict[str, Any]]:
    """Group what lacks by the part of the plan it is about, in the order of the page."""
    names = {**TEXTS, **PARTS}
    found: dict[str, list[Any]] = {}
    for finding in findings:
        found.setdefault(finding.part, []).append(finding)
    anchors = {"result": "summary", "needs_pilot": "summary", "low_literacy": "communication"}
    return [
        {"label": names.get(part, part), "anchor": anchors.get(part, part), "findings": rows}
        for part, rows in found.items()
    ]


@members
@require_http_methods(["GET", "POST"])
@once
def freeze(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Ask first, then freeze this version: what a group decides about must stand still."""
    initiative = initiative_or_404(request, number)
    page = queries.plan_of(request.user, initiative)
    if page is None or page.plan is None:
        raise Http404(_("Er is nog geen plan."))
    allow(why_not_change_plan(request.user, page.plan))
    errors = []
    if request.method == "POST":
        try:
            frozen = actions.freeze_plan(page.plan, by=request.user)
        except Refused as refused:
            errors = [refused.reason]
        else:
            flash(request, _("Versie %(version)s van het plan ligt vast.") % {"version": frozen.version})
            return redirect("initiatives:plan", network=network, number=number)
    context = {
        "initiative": initiative,
        "page": page,
        "findings": findings_by_part(page.findings),
        "errors": errors,
        "fields": [{"name": "once", "value": new_mark()}],
        "cancel": page_of(request, "plan", initiative),
    }
    return render(request, "initiatives/plan_freeze.html", context, status=422 if errors else 200)


@members
@require_safe
def difference(request: HttpRequest, network: str, number: str, before: int, after: int) -> HttpResponse:
    """Show what changed between two versions of the plan."""
    initiative = initiative_or_404(request, number)
    versions = set(initiative.plans.values_list("version", flat=True))
    if not {before, after} <= versions:
        raise Http404(_("Deze versie van het plan is er niet."))
    changes = queries.plan_difference(request.user, initiative, before, after)
    context = {"initiative": initiative, "changes": changes, "before": before, "after": after}
    return render(request, "initiatives/plan_difference.html", context)
