"""Becoming ordinary care: the tab of one initiative, the partner's own answer, adoption, reports and lessons."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.embedding import (
    AcceptForm,
    AdoptionForm,
    EmbeddingForm,
    LessonForm,
    LineOwnerForm,
    RemeasureForm,
    ReportForm,
)
from schakel.initiatives.models import Initiative, LineOwner
from schakel.initiatives.permissions import (
    why_not_accept_embedding,
    why_not_embed,
    why_not_record_adoption,
    why_not_remeasure,
    why_not_share_lesson,
)
from schakel.initiatives.rules import AGREED_SHARE_PERCENT, ReportKind, Stage
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import BECOMING_ORDINARY, head, initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.network.models import Partner
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow
from schakel.web.shapes import attempt

REPORTS = {"pilot": ReportKind.PILOT, "eind": ReportKind.FINAL}
OWNER_LOOKS = {"asked": "asked", "accepted": "accepted", "declined": "not_accepted"}


@members
@require_safe
def embedding(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show how this becomes ordinary care: plan, matrix, answers of partners, reports, lessons and after-care."""
    initiative = initiative_or_404(request, number)
    context = head(request, initiative, tab="embedding")
    page = queries.embedding_of(request.user, initiative, context["today"])
    why_not = why_not_embed(request.user, initiative)
    context |= {
        "page": page,
        "matrix": _matrix(request, initiative, page),
        "owners": [_owner(request, initiative, row, why_not) for row in page.rows],
        "deeds": _deeds(request, initiative, page, why_not),
        "reports": _reports(request, initiative, page, why_not),
        "measurements": _measurements(request, initiative, page, context["today"]),
        "lesson_deed": {
            "label": _("Schrijf een les op"),
            "href": page_of(request, "lesson", initiative),
            "refusal": why_not_share_lesson(request.user, initiative),
            "quiet": True,
            "id": "les",
        },
    }
    return render(request, "initiatives/embedding.html", context)


def _deeds(
    request: HttpRequest, initiative: Initiative, page: Any, why_not: str | None
) -> list[dict[str, Any]]:
    if initiative.stage not in BECOMING_ORDINARY:
        return []
    write = {
        "label": _("Werk aan de borging"),
        "href": page_of(request, "write_embedding", initiative),
        "refusal": why_not,
        "id": "werk",
    }
    if why_not:
        return [write]
    ask = {
        "label": _("Vraag een partner om het over te nemen"),
        "href": page_of(request, "ask_line_owner", initiative),
        "quiet": True,
    }
    return [write, ask]


def _matrix(request: HttpRequest, initiative: Initiative, page: Any) -> list[dict[str, Any]]:
    """The adoption matrix: one row for each partner, one state for each part."""
    return [
        {
            "partner": row.partner.name,
            "href": ""
            if not page.components or why_not_record_adoption(request.user, initiative, row.partner)
            else page_of(request, "adoption", initiative, partner=row.partner.slug),
            "cells": [
                {
                    "part": part.name,
                    "state": f"adoption_{cell.state}",
                    "since": cell.since if cell.state != "not_started" else None,
                }
                for part, cell in zip(page.components, row.cells, strict=True)
            ],
        }
        for row in page.rows
    ]


def _owner(request: HttpRequest, initiative: Initiative, row: Any, why_not: str | None) -> dict[str, Any]:
    """One partner with its line owner and its answer."""
    owner = row.owner
    owner.embedding.initiative = initiative
    return {
        "owner": owner,
        "state": OWNER_LOOKS[owner.state],
        "href": page_of(request, "line_owner", initiative, pk=owner.pk),
        "may_answer": owner.state == "asked" and why_not_accept_embedding(request.user, owner) is None,
        "may_withdraw": why_not is None and not owner.is_accepted,
        "withdraw": page_of(request, "withdraw_line_owner", initiative, pk=owner.pk),
    }


def _reports(
    request: HttpRequest, initiative: Initiative, page: Any, why_not: str | None
) -> list[dict[str, Any]]:
    """The reports there are, and the ones that can be written now."""
    shown = []
    for slug, kind in REPORTS.items():
        report = page.reports.get(kind)
        may_write = why_not is None and (
            kind == ReportKind.FINAL or initiative.stage == Stage.PILOT or report
        )
        if kind == ReportKind.FINAL and initiative.stage == Stage.PILOT:
            may_write = False
        if report or may_write:
            label = (
                _("Pas dit verslag aan")
                if report
                else _("Schrijf: %(kind)s") % {"kind": str(kind.label).lower()}
            )
            href = page_of(request, "report", initiative, kind=slug)
            deed = {"label": label, "href": href, "quiet": True} if may_write else None
            shown.append({"id": f"verslag-{slug}", "report": report, "label": kind.label, "deed": deed})
    return shown


def _measurements(
    request: HttpRequest, initiative: Initiative, page: Any, today: Any
) -> list[dict[str, Any]]:
    """The calendar of after-care, each day with what came of it or the deed."""
    partners = [row.partner for row in page.rows]
    why_not = why_not_remeasure(request.user, initiative, partners) if page.remeasurements else ""
    coming = page.next_measurement
    return [
        {
            "one": one,
            "state": f"holds_{one.holds}" if one.done_on else "late" if one.due_on < today else "planned",
            "href": page_of(request, "remeasure", initiative, pk=one.pk)
            if one is coming and why_not is None
            else "",
        }
        for one in page.remeasurements
    ]


def _one_form(
    request: HttpRequest,
    initiative: Initiative,
    form: Form,
    *,
    title: str,
    label: str,
    lede: str = "",
    **more: Any,
) -> HttpResponse:
    context = {
        "initiative": initiative,
        "form": form,
        "back": page_of(request, "embedding", initiative),
        "back_label": initiative.number,
        "title": title,
        "lede": lede or initiative.title,
        "label": label,
        **more,
    }
    return render(request, "initiatives/one_form.html", context, status=422 if form.errors else 200)


def _data(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _done(request: HttpRequest, form: Form, deed: Any) -> bool:
    """Do it when the form is well; what cannot be done becomes an error on the form, so that nothing typed is lost."""
    return request.method == "POST" and form.is_valid() and attempt(form, deed) is not None


@members
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Let the lead write how it becomes ordinary care."""
    initiative = initiative_or_404(request, number)
    allow(why_not_embed(request.user, initiative))
    page = queries.embedding_of(request.user, initiative, timezone.localdate())
    names = [name for name in EmbeddingForm.base_fields if name != "components"]
    start: dict[str, Any] = {"agreed_share_percent": AGREED_SHARE_PERCENT}
    if page.plan:
        start = {name: getattr(page.plan, name) for name in names}
    start["components"] = "\n".join(one.name for one in page.components)
    form = EmbeddingForm(_data(request), initial=start)
    if _done(
        request, form, lambda: actions.write_embedding(initiative, by=request.user, **form.cleaned_data)
    ):
        flash(request, _("De borging is bewaard."))
        return redirect("initiatives:embedding", network=network, number=number)
    return _one_form(request, initiative, form, title=_("Werk aan de borging"), label=_("Bewaar de borging"))


@members
@require_http_methods(["GET", "POST"])
@once
def ask_line_owner(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Ask a partner to take it into its own line."""
    initiative = initiative_or_404(request, number)
    allow(why_not_embed(request.user, initiative))
    form = LineOwnerForm(_data(request), partners=choices.partners(request))
    if _done(request, form, lambda: actions.ask_line_owner(initiative, by=request.user, **form.cleaned_data)):
        flash(
            request,
            _("De vraag ligt bij %(partner)s.") % {"partner": form.cleaned_data["partner"]},
            more=_("Het telt pas als zij ja zeggen."),
        )
        return redirect("initiatives:embedding", network=network, number=number)
    return _one_form(
        request,
        initiative,
        form,
        title=_("Vraag een partner om het over te nemen"),
        label=_("Vraag het deze partner"),
        once=new_mark(),
    )


def _owner_or_404(request: HttpRequest, number: str, pk: UUID) -> tuple[Initiative, LineOwner]:
    initiative = initiative_or_404(request, number)
    found = LineOwner.objects.visible_to(request.user).filter(embedding__initiative=initiative, pk=pk)
    owner = found.select_related("partner", "network", "embedding", "answered_by").first()
    if owner is None:
        raise Http404(_("Deze vraag is er niet (meer)."))
    owner.embedding.initiative = initiative
    return initiative, owner


@members
@require_http_methods(["GET", "POST"])
@once
def line_owner(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Let the partner itself say whether it becomes ordinary work there: one page, one button for yes."""
    initiative, owner = _owner_or_404(request, number, pk)
    refusal = why_not_accept_embedding(request.user, owner)
    if request.method == "POST":
        allow(refusal)
    accepts = "accept" in request.POST
    form = AcceptForm(_data(request), initial={"name": owner.name})
    if _done(
        request,
        form,
        lambda: actions.answer_embedding(owner, by=request.user, accepts=accepts, **form.cleaned_data),
    ):
        words = _("%(partner)s neemt het over.") if accepts else _("%(partner)s neemt het niet over.")
        more = _("De trekker ziet uw antwoord.")
        flash(request, words % {"partner": owner.partner}, more=more)
        return redirect("overview:start", network=network)
    plan = queries.embedding_of(request.user, initiative, timezone.localdate()).plan
    context = {
        "initiative": initiative,
        "owner": owner,
        "plan": plan,
        "form": form,
        "refusal": refusal,
        "state": OWNER_LOOKS[owner.state],
        "once": new_mark(),
        "today": timezone.localdate(),
    }
    return render(request, "initiatives/line_owner.html", context, status=422 if form.errors else 200)


@members
@require_POST
def withdraw_line_owner(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Take back the question to a partner."""
    _initiative, owner = _owner_or_404(request, number, pk)
    actions.withdraw_line_owner(owner, by=request.user)
    flash(request, _("De vraag aan %(partner)s is ingetrokken.") % {"partner": owner.partner})
    return redirect("initiatives:embedding", network=network, number=number)


@members
@require_http_methods(["GET", "POST"])
def adoption(request: HttpRequest, network: str, number: str, partner: str) -> HttpResponse:
    """Write down how far one partner is with each part."""
    initiative = initiative_or_404(request, number)
    found = get_object_or_404(Partner.objects.visible_to(request.user).of(request.network), slug=partner)
    page = queries.embedding_of(request.user, initiative, timezone.localdate())
    row = next((one for one in page.rows if one.partner.pk == found.pk), None)
    if row is None or not page.components:
        raise Http404(_("Deze partner neemt dit (nog) niet over."))
    allow(why_not_record_adoption(request.user, initiative, found))
    states = {part.pk: cell.state for part, cell in zip(page.components, row.cells, strict=True)}
    form = AdoptionForm(_data(request), components=page.components, states=states)
    if _done(
        request,
        form,
        lambda: actions.record_adoption(
            initiative,
            by=request.user,
            partner=found,
            states=form.states(),
            since_on=form.cleaned_data["since_on"],
        ),
    ):
        flash(request, _("Bewaard hoe ver %(partner)s is.") % {"partner": found.name})
        return redirect("initiatives:embedding", network=network, number=number)
    title = _("Hoe ver is %(partner)s?") % {"partner": found.name}
    return _one_form(request, initiative, form, title=title, label=_("Bewaar hoe ver het is"))


@members
@require_http_methods(["GET", "POST"])
def remeasure(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Write down what was found when it was measured again."""
    initiative = initiative_or_404(request, number)
    page = queries.embedding_of(request.user, initiative, timezone.localdate())
    one = next((row for row in page.remeasurements if row.pk == pk), None)
    if one is None:
        raise Http404(_("Deze hermeting is er niet (meer)."))
    allow(why_not_remeasure(request.user, initiative, [row.partner for row in page.rows]))
    form = RemeasureForm(_data(request), initial={"done_on": timezone.localdate()})
    one.initiative = initiative
    if _done(request, form, lambda: actions.record_remeasurement(one, by=request.user, **form.cleaned_data)):
        sinks = form.cleaned_data["holds"] == "no"
        more = _("Het komt op de agenda van de groep, die het opnieuw kan openen.") if sinks else ""
        flash(request, _("De hermeting is vastgelegd."), more=more)
        return redirect("initiatives:embedding", network=network, number=number)
    return _one_form(
        request,
        initiative,
        form,
        title=_("Gemeten, %(months)s maanden later") % {"months": one.months},
        lede=_("Afgesproken voor %(day)s. %(plan)s")
        % {"day": dutch_date(one.due_on), "plan": page.plan.remeasure if page.plan else ""},
        label=_("Leg de hermeting vast"),
    )


@members
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, network: str, number: str, kind: str) -> HttpResponse:
    """Write what came of the pilot or of the whole."""
    initiative = initiative_or_404(request, number)
    if kind not in REPORTS:
        raise Http404(_("Dit verslag is er niet."))
    allow(why_not_embed(request.user, initiative))
    sort = REPORTS[kind]
    known = initiative.reports.filter(kind=sort).first()
    start = {name: getattr(known, name) for name in ReportForm.base_fields} if known else {}
    form = ReportForm(_data(request), kind=sort, initial=start)
    if _done(
        request,
        form,
        lambda: actions.write_report(initiative, by=request.user, kind=sort, **form.cleaned_data),
    ):
        flash(request, _("Het verslag is bewaard."))
        return redirect("initiatives:embedding", network=network, number=number)
    return _one_form(request, initiative, form, title=str(sort.label), label=_("Bewaar het verslag"))


@members
@require_http_methods(["GET", "POST"])
@once
def lesson(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Write down what others can use."""
    initiative = initiative_or_404(request, number)
    allow(why_not_share_lesson(request.user, initiative))
    form = LessonForm(_data(request))
    if _done(request, form, lambda: actions.share_lesson(initiative, by=request.user, **form.cleaned_data)):
        flash(request, _("De les staat erbij, ook op de pagina met alle lessen."))
        return redirect("initiatives:embedding", network=network, number=number)
    return _one_form(
        request,
        initiative,
        form,
        title=_("Schrijf een les op"),
        lede=_("Wat zou u een andere regio aanraden? Ook wat mislukte, helpt."),
        label=_("Deel deze les"),
        once=new_mark(),
    )
