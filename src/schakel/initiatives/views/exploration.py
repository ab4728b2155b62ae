"""The exploration: what was found, how every partner looks at it, and a partner's own view."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.exploration import (
    OPTIONS,
    AnswersForm,
    FindingsForm,
    TimeBoxForm,
    ViewForm,
    factor_forms,
    payer_forms,
)
from schakel.initiatives.forms.fields import one_more
from schakel.initiatives.models import Exploration, Initiative, PartnerView
from schakel.initiatives.permissions import why_not_explore, why_not_give_view
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import head, initiative_or_404, page_of
from schakel.initiatives.views.papers import offered
from schakel.network.models import Partner
from schakel.tenancy.audience import members
from schakel.web.charts import Part, Strip, strip
from schakel.web.flash import flash
from schakel.web.formats import clock
from schakel.web.refusal import Refused, allow
from schakel.web.remembered import person, remembers

ANSWERED = ("interest", "worry", "willingness", "contribution")


@members
@require_safe
@remembers(person)
def exploration(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show the exploration: questions, views of the partners, options, factors, payers and advice."""
    initiative = initiative_or_404(request, number)
    page = queries.exploration_of(request.user, initiative)
    context = head(request, initiative, tab="exploration") | {"page": page}
    if page is not None:
        told = sorted((row for row in page.views if row.state == "given" or row.is_mine), key=_given_first)
        context["views"] = [_shown_view(request, initiative, row) for row in told]
        context["silent"] = [
            row.partner.name for row in page.views if row.state == "waiting" and not row.is_mine
        ]
        context["strip"] = _strip(page)
        context["papers"] = [offered(request, initiative, _("Verkenning"), "exploration")]
        context["writing"] = {
            "label": _("Werk aan de verkenning"),
            "href": page_of(request, "write_exploration", initiative),
            "refusal": why_not_explore(request.user, initiative),
            "id": "werk",
        }
    return render(request, "initiatives/exploration.html", context)


def _strip(page: Any) -> Strip | None:
    """How many partners would join, doubt, would not, or were not heard yet."""
    at = Counter(row.view.willingness if row.state == "given" else "waiting" for row in page.views)
    return strip(
        [
            Part(
                "yes", at["yes"], ngettext("%(n)s doet mee", "%(n)s doen mee", at["yes"]) % {"n": at["yes"]}
            ),
            Part("maybe", at["maybe"], _("%(n)s misschien") % {"n": at["maybe"]}),
            Part(
                "no",
                at["no"],
                ngettext("%(n)s doet niet mee", "%(n)s doen niet mee", at["no"]) % {"n": at["no"]},
            ),
            Part("not_begun", at["waiting"], _("%(n)s nog niet gehoord") % {"n": at["waiting"]}),
        ]
    )


def _given_first(row: Any) -> tuple[bool, bool]:
    return (not row.is_mine, row.state != "given")


def _shown_view(request: HttpRequest, initiative: Initiative, row: Any) -> dict[str, Any]:
    """One partner in the list of views: what it said, or who still has to."""
    words = {"given": "", "draft": "partly", "waiting": "not_begun"}
    state = row.view.willingness if row.state == "given" else words[row.state]
    href = page_of(request, "view", initiative, partner=row.partner.slug) if row.is_mine else ""
    return {"row": row, "state": state, "href": href}


@members
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Let the explorer write: the time box, the answers, the findings, options, factors and payers."""
    initiative = initiative_or_404(request, number)
    allow(why_not_explore(request.user, initiative))
    page = queries.exploration_of(request.user, initiative)
    if page is None:
        raise Http404(_("Er is nog geen verkenning."))
    data: QueryDict | None = request.POST if request.method == "POST" else None
    if data is not None and "add" in data:
        data = one_more(data, "options", most=12)
        return _writing(request, initiative, page, _forms(page, data))
    forms = _forms(page, data)
    if data is None:
        return _writing(request, initiative, page, forms)
    if not all(form.is_valid() for form in _flat(forms)):
        return _writing(request, initiative, page, forms, status=422)
    try:
        _keep(request, page.exploration, forms)
    except Refused as refused:
        return _writing(request, initiative, page, forms, errors=[refused.reason], status=422)
    flash(request, _("De verkenning is bewaard."))
    onward = "initiatives:write_exploration" if "on" in request.POST else "initiatives:exploration"
    return redirect(onward, network=network, number=number)


def _forms(page: Any, data: Any) -> dict[str, Any]:
    """Make every form of the exploration, filled with what is known."""
    known: Exploration = page.exploration
    box = {
        "due_on": known.due_on,
        "hours_cap": known.hours_cap,
        "questions": "\n".join(question.text for question in page.questions),
    }
    options = [
        {
            "key": one.pk,
            **{
                name: getattr(one, name)
                for name in ("name", "text", "pros", "cons", "is_advised", "is_do_nothing")
            },
        }
        for one in page.options
    ]
    return {
        "box": TimeBoxForm(data, prefix="box", initial=box),
        "answers": AnswersForm(data, prefix="answers", questions=page.questions),
        "findings": FindingsForm(
            data, prefix="findings", initial={name: getattr(known, name) for name in FindingsForm.base_fields}
        ),
        "options": OPTIONS(data, prefix="options", initial=options),
        "factors": factor_forms(data, {one.kind: one.row for one in page.factors}),
        "payers": payer_forms(data, {one.law: one.row for one in page.payer_effects}),
    }


def _flat(forms: dict[str, Any]) -> list[Any]:
    single = [forms[name] for name in ("box", "answers", "findings", "options")]
    return [*single, *(form for _kind, form in forms["factors"]), *(form for _law, form in forms["payers"])]


@transaction.atomic
def _keep(request: HttpRequest, known: Exploration, forms: dict[str, Any]) -> None:
    """Carry out only what changed, all of it or nothing."""
    by = request.user
    for question, answer in forms["answers"].changed_answers():
        actions.answer_question(question, by=by, answer=answer)
    if forms["box"].has_changed():
        actions.plan_exploration(known, by=by, **forms["box"].cleaned_data)
    if changed := forms["findings"].changed_data:
        actions.write_exploration(
            known, by=by, **{name: forms["findings"].cleaned_data[name] for name in changed}
        )
    if forms["options"].has_changed():
        actions.write_options(known, by=by, rows=forms["options"].rows())
    factors = [
        {"kind": kind.value, **form.cleaned_data} for kind, form in forms["factors"] if form.has_changed()
    ]
    if factors:
        actions.write_factors(known, by=by, rows=factors)
    payers = [{"law": law.value, **form.cleaned_data} for law, form in forms["payers"] if form.has_changed()]
    if payers:
        actions.write_payer_effects(known, by=by, rows=payers)


def _writing(
    request: HttpRequest,
    initiative: Initiative,
    page: Any,
    forms: dict[str, Any],
    *,
    errors: Any = (),
    status: int = 200,
) -> HttpResponse:
    wrong = status != 200
    flat = [one for form in _flat(forms) for one in getattr(form, "forms", [form])] if wrong else []
    said = [*errors, *(forms["options"].non_form_errors() if wrong else ())]
    context = {"initiative": initiative, "page": page, "forms": forms, "flat": flat, "errors": said}
    return render(request, "initiatives/exploration_write.html", context, status=status)


# --------------------------------------------------------------------------- the view of one partner


@members
@require_http_methods(["GET", "POST"])
def view(request: HttpRequest, network: str, number: str, partner: str = "") -> HttpResponse:
    """Let somebody of a partner say how that partner looks at it; private until it is given."""
    initiative = initiative_or_404(request, number)
    known, whose = _whose(request, initiative, partner)
    refusal = why_not_give_view(request.user, known, whose)
    before = _before(request, known, whose)
    if request.method == "GET":
        form = ViewForm(initial={name: getattr(before, name) for name in ANSWERED} if before else {})
        return _view_page(request, initiative, whose, form, before, refusal=refusal)
    allow(refusal)
    form = ViewForm(request.POST)
    if not form.is_valid():
        return _view_page(request, initiative, whose, form, before, status=422)
    actions.give_view(known, by=request.user, partner=whose, **form.cleaned_data)
    flash(
        request,
        _("De kijk van %(partner)s is gegeven.") % {"partner": whose},
        more=_("Het hele netwerk leest hem nu."),
    )
    return redirect("initiatives:exploration", network=network, number=number)


@members
@require_POST
def save_view(request: HttpRequest, network: str, number: str, partner: str) -> HttpResponse:
    """Keep a view while it is being written; only this partner sees it."""
    initiative = initiative_or_404(request, number)
    known, whose = _whose(request, initiative, partner)
    before = _before(request, known, whose)
    if before is not None and before.is_given:
        return HttpResponse(
            _("Uw kijk is al gegeven. Druk op de knop om hem te vervangen."), content_type="text/plain"
        )
    form = ViewForm(request.POST)
    try:
        kept = actions.save_view(known, by=request.user, partner=whose, **form.typed())
    except Refused as refused:
        words = _("Niet bewaard. %(reason)s") % {"reason": refused.reason}
        return HttpResponse(words, content_type="text/plain; charset=utf-8")
    words = _("Bewaard om %(time)s. Alleen uw eigen organisatie ziet dit.") % {"time": clock(kept.updated_at)}
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


def _whose(request: HttpRequest, initiative: Initiative, slug: str) -> tuple[Exploration, Partner]:
    """Find the exploration and the partner; without a name in the address the reader's own partner."""
    known = initiative.explorations.select_related("initiative__network").order_by("-attempt").first()
    if known is None:
        raise Http404(_("Er is nog geen verkenning."))
    if slug:
        found = Partner.objects.visible_to(request.user).of(request.network).filter(slug=slug).first()
    else:
        mine = choices.own_partners(request)
        found = mine[0][2] if mine else None
    if found is None:
        raise Http404(_("Deze partner is er niet, of u werkt voor geen partner van dit netwerk."))
    return known, found


def _before(request: HttpRequest, known: Exploration, whose: Partner) -> PartnerView | None:
    return PartnerView.objects.visible_to(request.user).filter(exploration=known, partner=whose).first()


def _view_page(
    request: HttpRequest,
    initiative: Initiative,
    whose: Partner,
    form: ViewForm,
    before: PartnerView | None,
    *,
    refusal: str | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "initiative": initiative,
        "partner": whose,
        "form": form,
        "before": before,
        "refusal": refusal,
        "today": timezone.localdate(),
    }
    return render(request, "initiatives/view.html", context, status=status)
