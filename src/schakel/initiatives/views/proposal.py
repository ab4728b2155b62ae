"""Bringing an initiative before its group: a verdict with what it needs, mending that, and the criteria again."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.governance.models import Decision
from schakel.governance.queries import quorum_at_risk
from schakel.governance.rules import NewCondition
from schakel.initiatives import actions, queries
from schakel.initiatives.forms.answers import FILL, TEMPLATE
from schakel.initiatives.forms.fields import one_more
from schakel.initiatives.forms.gate import ProposeForm, TermsForm, condition_formset
from schakel.initiatives.forms.screening import ScoreForm
from schakel.initiatives.gates import Evidence, checklist
from schakel.initiatives.models import Initiative, Proposal
from schakel.initiatives.permissions import why_not_amend_proposal, why_not_confirm_criteria, why_not_propose
from schakel.initiatives.rules import Gate, Need, Stage, Verdict, verdict, verdicts_for
from schakel.initiatives.rules.answers import put_below
from schakel.initiatives.views import choices
from schakel.initiatives.views.gate_card import point_row
from schakel.initiatives.views.looking import initiative_or_404
from schakel.initiatives.views.once import new_mark, once
from schakel.network.rules import CriteriaKind
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import attempt, goes_on


@members
@require_http_methods(["GET", "POST"])
@once
def propose(request: HttpRequest, network: str, number: str, gate: str, verdict: str) -> HttpResponse:
    """Bring this initiative before its group with one verdict, and with all that this verdict needs."""
    initiative = initiative_or_404(request, number)
    name, one = _named(initiative, gate, verdict)
    allow(why_not_propose(request.user, initiative, name))
    partners = choices.partners(request) if Need.CONDITIONS in one.needs else []
    data: QueryDict | None = request.POST if request.method == "POST" else None
    if data is not None and "add" in data:
        data = one_more(data, "conditions", most=20)
    form = ProposeForm(
        data,
        initial={"commissioner": str(initiative.body or "")},
        verdict=one,
        people=choices.people(request),
        funding_lines=_funding_lines(request, one.needs),
        meetings=choices.meetings(request, initiative.body),
        templates=choices.answer_templates(request) if Need.PUBLIC_REASON in one.needs else (),
    )
    if data is not None and FILL in data:
        data = _with_template(data, form, initiative)
        form.data = data
    conditions = (
        condition_formset()(data, prefix="conditions", partners=partners)
        if Need.CONDITIONS in one.needs
        else None
    )
    if data is None or "add" in data or FILL in data:
        return _propose_page(request, initiative, name, one, form, conditions)
    is_fine = form.is_valid()
    is_fine = (conditions is None or conditions.is_valid()) and is_fine
    wanted = conditions.filled() if conditions is not None and conditions.is_valid() else []
    form.check(timezone.localdate(), n_conditions=len(wanted))
    if not is_fine or form.errors:
        return _propose_page(request, initiative, name, one, form, conditions, status=422)
    if not _has_seats_enough(initiative, form):
        return _propose_page(request, initiative, name, one, form, conditions, status=422)
    decision = attempt(form, _send, request, initiative, name, one, form, wanted)
    if not decision:
        return _propose_page(request, initiative, name, one, form, conditions, status=422)
    flash(
        request,
        _("“%(verdict)s” ligt voor aan %(body)s, als %(number)s.")
        % {"verdict": one.label, "body": decision.body, "number": decision.number},
    )
    return redirect("initiatives:gate", network=network, number=number)


def _with_template(data: QueryDict, form: ProposeForm, initiative: Initiative) -> QueryDict:
    """What was sent, with the text of the chosen template in its box under what was typed."""
    template = form.chosen(data)
    if template is None:
        return data
    changed = data.copy()
    box = form.add_prefix(form.BOX)
    changed[box] = put_below(data.get(box, ""), queries.answer_for(template, initiative))
    changed[form.add_prefix(TEMPLATE)] = ""
    return changed


def _funding_lines(request: HttpRequest, needs: frozenset[Need]) -> choices.Choices:
    return choices.funding_lines(request) if Need.FUNDING_LINE in needs else []


def _named(initiative: Initiative, gate: str, slug: str) -> tuple[Gate, Verdict]:
    """Find the gate and the verdict that the address names; another stage has other verdicts."""
    if gate not in Gate.values:
        raise Http404(_("Deze poort is er niet."))
    name = Gate(gate)
    one = next(
        (
            one
            for one in verdicts_for(name, Stage(initiative.stage), is_light=initiative.is_light)
            if slugify(one.label) == slug
        ),
        None,
    )
    if one is None:
        raise Http404(_("Dit besluit hoort niet bij de stand van dit initiatief."))
    return name, one


def _has_seats_enough(initiative: Initiative, form: ProposeForm) -> bool:
    """Whether enough seats can vote in writing by the last day, or who proposes was warned and goes on."""
    if initiative.body is None or not form.is_written:
        return True
    closes_on, today = form.cleaned_data["closes_on"], timezone.localdate()
    warning = quorum_at_risk(initiative.body, closes_on, today)
    return goes_on(form, warning, at="closes_on", key=closes_on)


def _send(
    request: HttpRequest,
    initiative: Initiative,
    name: Gate,
    one: Verdict,
    form: ProposeForm,
    wanted: list[dict[str, Any]],
) -> Decision:
    terms = actions.ProposedTerms(**form.terms(), conditions=tuple(NewCondition(**row) for row in wanted))
    return actions.propose(
        initiative,
        by=request.user,
        gate=name,
        verdict=one.code,
        terms=terms,
        meeting=form.meeting,
        closes_at=form.closes_at,
        reason=form.cleaned_data["reason"],
    )


def _propose_page(
    request: HttpRequest,
    initiative: Initiative,
    name: Gate,
    one: Verdict,
    form: ProposeForm,
    conditions: Any,
    *,
    status: int = 200,
) -> HttpResponse:
    known = checklist(initiative, today=timezone.localdate(), gate=name)
    context = {
        "initiative": initiative,
        "gate": name,
        "verdict": one,
        "form": form,
        "conditions": conditions,
        "flat": [form, *(conditions.forms if conditions is not None else [])] if status != 200 else [],
        "lacking": [point_row(point) for point in known.lacking(one.code)] if known else [],
        "once": new_mark(),
    }
    return render(request, "initiatives/propose.html", context, status=status)


@members
@require_http_methods(["GET", "POST"])
def amend(request: HttpRequest, network: str, number: str, decision: str) -> HttpResponse:
    """Change what stands beside a proposal while the group still decides: another verdict may need a date or a name."""
    initiative = initiative_or_404(request, number)
    proposal = (
        Proposal.objects.visible_to(request.user)
        .filter(initiative=initiative, decision__number=decision)
        .select_related("decision__body", "decision__network", "explorer", "lead", "funding_line")
        .first()
    )
    if proposal is None:
        raise Http404(_("Dit voorstel is er niet."))
    allow(why_not_amend_proposal(request.user, proposal.decision))
    offered = [verdict(Gate(proposal.gate), option["code"]) for option in proposal.decision.options]
    needs = frozenset(need for one in offered if one for need in one.needs) - {Need.CONDITIONS}
    start = {
        name: getattr(proposal, name)
        for name in (
            "wake_on",
            "public_reason",
            "due_on",
            "extended_to",
            "hours_cap",
            "commissioner",
            "phase",
        )
    }
    start["funding_line"] = proposal.funding_line.slug if proposal.funding_line else ""
    start |= {name: str(getattr(proposal, f"{name}_id") or "") for name in ("explorer", "lead")}
    form = TermsForm(
        request.POST or None,
        needs=needs,
        people=choices.people(request),
        funding_lines=_funding_lines(request, needs),
        initial=start,
    )
    if request.method == "GET" or not form.is_valid():
        context = {"initiative": initiative, "proposal": proposal, "form": form}
        return render(
            request, "initiatives/proposal.html", context, status=200 if request.method == "GET" else 422
        )
    actions.amend_proposal(proposal.decision, by=request.user, terms=actions.ProposedTerms(**form.terms()))
    flash(request, _("Het voorstel %(number)s is aangepast.") % {"number": decision})
    return redirect("initiatives:gate", network=network, number=number)


@members
@require_http_methods(["GET", "POST"])
def confirm_criteria(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Write down how the group answers the criteria now that the exploration is done."""
    initiative = initiative_or_404(request, number)
    allow(why_not_confirm_criteria(request.user, initiative))
    evidence = Evidence(initiative, today=timezone.localdate())
    if evidence.criteria_set is None:
        raise Refused(_("Dit netwerk heeft nog geen criteria. De netwerkmanager legt ze vast."))
    form = ScoreForm(
        request.POST if request.method == "POST" else None,
        criteria=evidence.criteria,
        is_weighed=evidence.criteria_set.kind == CriteriaKind.WEIGHED,
        given=evidence.confirmation,
    )
    this = queries.round_of(request.user, initiative, timezone.localdate())
    context = {"initiative": initiative, "form": form, "evidence": evidence, "round": this}
    if request.method == "GET":
        return render(request, "initiatives/confirm_criteria.html", context)
    if not form.is_valid():
        return render(request, "initiatives/confirm_criteria.html", context, status=422)
    if not attempt(
        form,
        actions.record_confirmation,
        initiative,
        by=request.user,
        answers=form.answers(),
        remark=form.cleaned_data["remark"],
    ):
        return render(request, "initiatives/confirm_criteria.html", context, status=422)
    flash(request, _("De antwoorden van de groep op de criteria zijn bewaard."))
    return redirect("initiatives:gate", network=network, number=number)
