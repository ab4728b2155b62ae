"""What partners promise: asking, answering yes, no or something else, and taking over what was offered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from schakel.initiatives import actions
from schakel.initiatives.forms.plan import AnswerCommitmentForm, AskCommitmentForm
from schakel.initiatives.models import Commitment, Initiative
from schakel.initiatives.permissions import why_not_answer_commitment, why_not_ask_commitment
from schakel.initiatives.rules import CommitmentKind, CommitmentStatus
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import euro, number
from schakel.web.refusal import Refused
from schakel.web.shapes import attempt

STATES: dict[str, str] = {
    CommitmentStatus.ASKED: "asked",
    CommitmentStatus.CONFIRMED: "confirmed",
    CommitmentStatus.DECLINED: "declined",
    CommitmentStatus.AMENDED: "amended",
}
DEEDS = ("confirm", "decline", "amend")


def size_in_words(commitment: Commitment, amount: Any = None) -> str:
    """Say how much: ``60 uur``, ``€ 1.250``, or nothing for what has no number."""
    amount = commitment.amount if amount is None else amount
    if amount is None:
        return ""
    if commitment.kind == CommitmentKind.HOURS:
        return _("%(n)s uur") % {"n": number(amount)}
    return euro(amount)


def promise_rows(
    request: HttpRequest, initiative: Initiative, known: Iterable[Commitment] | None = None
) -> list[dict[str, Any]]:
    """List what was asked of partners and what they said, with what this person can do; ``known`` when at hand.

    At most two database queries.
    """
    may_not_ask = why_not_ask_commitment(request.user, initiative)
    found = known
    if found is None:
        asked = Commitment.objects.visible_to(request.user).filter(initiative=initiative)
        found = asked.exclude(status=CommitmentStatus.WITHDRAWN).select_related("partner", "answered_by")
    rows = []
    for one in found:
        one.initiative, one.network = initiative, initiative.network
        href = page_of(request, "commitment", initiative, pk=one.pk)
        may_answer = one.status == CommitmentStatus.ASKED and not why_not_answer_commitment(request.user, one)
        rows.append(
            {
                "commitment": one,
                "state": STATES[CommitmentStatus(one.status)],
                "size": size_in_words(one),
                "offered": size_in_words(one, one.amended_amount) if one.amended_amount is not None else "",
                "href": href,
                "may_answer": may_answer,
                "may_accept": one.status == CommitmentStatus.AMENDED and may_not_ask is None,
                "may_withdraw": may_not_ask is None,
            }
        )
    return rows


@members
@require_http_methods(["GET", "POST"])
@once
def ask(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Ask a partner for hours, money, implementation or data."""
    initiative = initiative_or_404(request, number)
    refusal = why_not_ask_commitment(request.user, initiative)
    partners = choices.asked_partners(request)
    if request.method == "GET":
        return _ask_page(request, initiative, AskCommitmentForm(partners=partners), refusal=refusal)
    if refusal:
        raise Refused(refusal)
    form = AskCommitmentForm(request.POST, partners=partners)
    if not form.is_valid():
        return _ask_page(request, initiative, form, status=422)
    asked = attempt(form, actions.ask_commitment, initiative, by=request.user, **form.cleaned_data)
    if not asked:
        return _ask_page(request, initiative, form, status=422)
    flash(
        request,
        _("De vraag ligt bij %(partner)s.") % {"partner": asked.partner},
        more=_("Het telt pas als zij ja zeggen."),
        undo=page_of(request, "withdraw_commitment", initiative, pk=asked.pk),
    )
    return redirect("initiatives:plan", network=network, number=number)


def _ask_page(
    request: HttpRequest,
    initiative: Initiative,
    form: AskCommitmentForm,
    *,
    refusal: str | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"initiative": initiative, "form": form, "refusal": refusal, "once": new_mark()}
    return render(request, "initiatives/commitment_ask.html", context, status=status)


@members
@require_http_methods(["GET", "POST"])
@once
def commitment(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Let the partner itself say yes, no or something else: one page, one button for yes."""
    initiative, asked = _found(request, number, pk)
    refusal = why_not_answer_commitment(request.user, asked)
    if request.method == "GET":
        return _answer_page(request, initiative, asked, {}, refusal=refusal)
    deed = request.POST.get("deed", "")
    if refusal:
        raise Refused(refusal)
    if deed not in DEEDS:
        return _answer_page(request, initiative, asked, {}, errors=[_("Kies ja, nee of anders.")], status=422)
    form = AnswerCommitmentForm(request.POST, deed=deed, has_amount=_has_amount(asked, deed), prefix=deed)
    if not form.is_valid():
        return _answer_page(request, initiative, asked, {deed: form}, status=422)
    said = attempt(form, _answer, request, asked, deed, form.cleaned_data)
    if not said:
        return _answer_page(request, initiative, asked, {deed: form}, status=422)
    flash(request, said, more=_("%(number)s: %(title)s.") % {"number": number, "title": initiative.title})
    return redirect("overview:start", network=network)


def _has_amount(asked: Commitment, deed: str) -> bool:
    return deed == "amend" and asked.amount is not None


def _answer(request: HttpRequest, asked: Commitment, deed: str, typed: dict[str, Any]) -> str:
    by, partner = request.user, asked.partner
    if deed == "confirm":
        actions.confirm_commitment(asked, by=by, answer=typed["answer"])
        return _("%(partner)s zegt dit toe. Het telt vanaf nu.") % {"partner": partner}
    if deed == "decline":
        actions.decline_commitment(asked, by=by, answer=typed["answer"])
        return _("%(partner)s zegt dit niet toe. De trekker leest waarom.") % {"partner": partner}
    actions.amend_commitment(asked, by=by, answer=typed["answer"], amount=typed.get("amount"))
    return _("%(partner)s biedt iets anders aan. De trekker leest het.") % {"partner": partner}


def _found(request: HttpRequest, number: str, pk: UUID) -> tuple[Initiative, Commitment]:
    initiative = initiative_or_404(request, number)
    asked = (
        Commitment.objects.visible_to(request.user)
        .filter(initiative=initiative, pk=pk)
        .select_related("partner", "network", "asked_by", "answered_by")
        .first()
    )
    if asked is None:
        raise Http404(_("Deze toezegging is er niet (meer)."))
    asked.initiative = initiative
    return initiative, asked


def _answer_page(
    request: HttpRequest,
    initiative: Initiative,
    asked: Commitment,
    bound: dict[str, Any],
    *,
    refusal: str | None = None,
    errors: Any = (),
    status: int = 200,
) -> HttpResponse:
    forms = {
        deed: AnswerCommitmentForm(deed=deed, has_amount=_has_amount(asked, deed), prefix=deed)
        for deed in DEEDS
    } | bound
    context = {
        "initiative": initiative,
        "commitment": asked,
        "size": size_in_words(asked),
        "offered": size_in_words(asked, asked.amended_amount) if asked.amended_amount is not None else "",
        "state": STATES.get(asked.status, "withdrawn"),
        "forms": forms,
        "wrong": next(iter(bound.values()), None),
        "errors": list(errors),
        "refusal": refusal,
        "once": new_mark(),
        "today": timezone.localdate(),
    }
    return render(request, "initiatives/commitment.html", context, status=status)


@members
@require_POST
@once
def withdraw(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Take back what was asked of a partner."""
    _initiative, asked = _found(request, number, pk)
    actions.withdraw_commitment(asked, by=request.user)
    flash(request, _("De vraag aan %(partner)s is ingetrokken.") % {"partner": asked.partner})
    return redirect("initiatives:plan", network=network, number=number)


@members
@require_POST
@once
def accept(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Take over in the plan what the partner itself offered."""
    _initiative, asked = _found(request, number, pk)
    actions.accept_amendment(asked, by=request.user)
    flash(request, _("Het aanbod van %(partner)s staat in het plan.") % {"partner": asked.partner})
    return redirect("initiatives:plan", network=network, number=number)
