"""Sending in an idea: five questions, saved while typing, look-alikes, a receipt, and answering a question back."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.carechain.queries import find_bottleneck
from schakel.documents.taking import taken_along
from schakel.initiatives import actions
from schakel.initiatives.forms.idea import AmendForm, IdeaForm
from schakel.initiatives.gates import lookalikes
from schakel.initiatives.models import IdeaDraft, Initiative
from schakel.initiatives.permissions import why_not_amend_idea, why_not_submit
from schakel.initiatives.queries.receipt import what_to_expect
from schakel.initiatives.rules import ANSWERS
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import initiative_or_404, lookalike_items, page_of
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import clock
from schakel.web.refusal import Refused

FIELDS = (*ANSWERS, "contact", "partner")


@members
@require_http_methods(["GET", "POST"])
def submit(request: HttpRequest, network: str, token: UUID | None = None) -> HttpResponse:
    """Show the five questions, empty or with a draft in them, and take the idea in."""
    if refusal := why_not_submit(request.user, request.network):
        return render(request, "initiatives/idea.html", {"refusal": refusal})
    draft = _draft(request, token) if token else None
    if draft is None and token:
        return _where_it_went(request, token)
    mine = choices.own_partners(request)
    offered = {"mine": mine, "partners": choices.partners(request)}
    if request.method == "GET":
        form = IdeaForm(initial=_start(request, draft, mine), **offered)
        return _page(request, form, draft=draft)
    form = IdeaForm(request.POST, **offered)
    if not form.is_valid():
        return _page(request, _with_mark(form), status=422)
    alike = lookalikes(request.network, _resembling(form.cleaned_data))
    seen = set(request.POST.get("looked", "").split())
    if not {one.number for one in alike} <= seen:
        return _page(request, form, alike=alike, must_look=True)
    initiative = actions.submit_idea(
        request.network,
        by=request.user,
        once_token=form.cleaned_data["once"],
        answers=form.answers(),
        partner=form.cleaned_data["partner"],
        partners=form.cleaned_data["partners"],
    )
    return redirect("initiatives:receipt", network=network, number=initiative.number)


@members
@require_POST
def from_bottleneck(request: HttpRequest, network: str, bottleneck: UUID) -> HttpResponse:
    """Begin an idea from a bottleneck of the chain: a draft with what happens and the figure in it."""
    found = find_bottleneck(request.network, request.user, bottleneck)
    if found is None:
        raise Http404(_("Dit knelpunt is er niet."))
    draft = actions.begin_from_bottleneck(found, by=request.user)
    flash(request, _("Dit is een begin, met het cijfer erin. Vul het aan en dien het in."))
    return redirect("initiatives:draft", network=network, token=draft.once_token)


@members
@require_POST
def save(request: HttpRequest, network: str) -> HttpResponse:
    """Keep what is being typed, complete or not; answer with a few words."""
    try:
        token = UUID(request.POST.get("once", ""))
    except ValueError:
        return _words(
            _("Niet bewaard: dit formulier is niet compleet. Laad de pagina opnieuw; uw tekst blijft staan.")
        )
    answers = {name: request.POST.get(name, "") for name in FIELDS}
    if not any(answers[name].strip() for name in ANSWERS):
        return _words(_("Wat u typt wordt bewaard."))
    try:
        draft = actions.save_draft(request.network, by=request.user, once_token=token, answers=answers)
    except Refused as refused:
        return _words(_("Niet bewaard. %(reason)s") % {"reason": refused.reason})
    left_out = [name for name in ANSWERS if answers[name].strip() and not draft.answers.get(name)]
    if left_out:
        return _words(
            _(
                "Bewaard om %(time)s, behalve één antwoord: daarin staan gegevens van een persoon. Haal die weg."
            )
            % {"time": clock(draft.updated_at)}
        )
    return _words(_("Bewaard om %(time)s. U kunt later verder.") % {"time": clock(draft.updated_at)})


@members
@require_POST
def alike(request: HttpRequest, network: str) -> HttpResponse:
    """Show what looks like the idea that is being typed."""
    found = lookalikes(request.network, _resembling(request.POST))
    context = {"alike": lookalike_items(request, found), "looked": " ".join(one.number for one in found)}
    return render(request, "initiatives/idea.html#alike", context)


@members
@require_POST
def discard(request: HttpRequest, network: str, token: UUID) -> HttpResponse:
    """Throw a draft away; it can be taken back for as long as the session lasts."""
    draft = _draft(request, token)
    if draft is None:
        raise Http404(_("Dit concept is er niet meer."))
    request.session["thrown_away"] = {"token": str(token), "answers": draft.answers}
    actions.discard_draft(draft, by=request.user)
    flash(request, _("Uw concept is weg."), undo=reverse("initiatives:restore_draft", args=[network]))
    return redirect("initiatives:submit", network=network)


@members
@require_POST
def restore(request: HttpRequest, network: str) -> HttpResponse:
    """Take back the draft that was thrown away last."""
    kept = request.session.pop("thrown_away", None)
    if not kept:
        raise Http404(_("Er is geen concept om terug te halen."))
    actions.save_draft(
        request.network, by=request.user, once_token=UUID(kept["token"]), answers=kept["answers"]
    )
    flash(request, _("Uw concept staat er weer."))
    return redirect("initiatives:draft", network=network, token=kept["token"])


@members
@require_safe
def receipt(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Say that the idea has arrived: its number, the promised day, and what happens next."""
    initiative = initiative_or_404(request, number)
    is_mine = initiative.submitted_by_id == request.user.pk
    if not is_mine:
        return redirect("initiatives:detail", network=network, number=number)
    receipt_pdf = page_of(request, "receipt_pdf", initiative)
    context = {
        "initiative": initiative,
        "steps": what_to_expect(),
        "papers": [taken_along(_("Dit ontvangstbewijs"), pdf=receipt_pdf)],
    }
    return render(request, "initiatives/receipt.html", context)


@members
@require_http_methods(["GET", "POST"])
def amend(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Let the submitter answer what the office asked, or mend the idea while nobody took it in yet."""
    initiative = initiative_or_404(request, number)
    refusal = why_not_amend_idea(request.user, initiative)
    start = {name: getattr(initiative, name) for name in (*ANSWERS, "contact")}
    if request.method == "GET":
        context = {"form": AmendForm(initial=start), "initiative": initiative, "refusal": refusal}
        return render(request, "initiatives/idea_amend.html", context)
    form = AmendForm(request.POST)
    if refusal is None and not form.is_valid():
        return render(
            request, "initiatives/idea_amend.html", {"form": form, "initiative": initiative}, status=422
        )
    actions.amend_idea(initiative, by=request.user, answers=form.answers())
    flash(request, _("Uw aanvulling is binnen."), more=_("De netwerkmanager kijkt er nu naar."))
    return redirect("initiatives:detail", network=network, number=number)


def _page(request: HttpRequest, form: IdeaForm, *, status: int = 200, **more: Any) -> HttpResponse:
    """Show the form with what looks like it, and the other drafts of this person."""
    found = more.get("alike") or ()
    once = str(form["once"].value() or "")
    drafts = [one for one in _drafts(request) if str(one.once_token) != once]
    context = {
        "form": form,
        "draft": more.get("draft"),
        "drafts": drafts,
        "alike": lookalike_items(request, found),
        "looked": " ".join(one.number for one in found),
        "must_look": more.get("must_look", False),
    }
    return render(request, "initiatives/idea.html", context, status=status)


def _start(request: HttpRequest, draft: IdeaDraft | None, mine: choices.Choices) -> dict[str, Any]:
    """What stands in the form at first: the draft, or how to reach this person and for whom they work."""
    if draft is not None:
        return {name: draft.answers.get(name, "") for name in FIELDS} | {"once": draft.once_token}
    first = mine[0][0] if len(mine) == 1 else ""
    return {"once": uuid4(), "contact": request.user.email, "partner": first}


def _with_mark(form: IdeaForm) -> IdeaForm:
    """Give a form whose hidden mark was broken a new one, so that sending it again works."""
    if "once" in form.errors:
        assert isinstance(form.data, QueryDict), "only what was sent can be broken"
        data = form.data.copy()
        data["once"] = str(uuid4())
        form.data = data
    return form


def _resembling(answers: Any) -> str:
    title, proposal = str(answers.get("title", "")), str(answers.get("proposal", ""))
    return title.strip() or proposal.strip()


def _drafts(request: HttpRequest) -> list[IdeaDraft]:
    return list(IdeaDraft.objects.visible_to(request.user).of(request.network).order_by("-updated_at")[:5])


def _draft(request: HttpRequest, token: UUID) -> IdeaDraft | None:
    return IdeaDraft.objects.visible_to(request.user).of(request.network).filter(once_token=token).first()


def _where_it_went(request: HttpRequest, token: UUID) -> HttpResponse:
    """A draft that is no longer there was sent in, or never was: show the idea it became."""
    mine = Initiative.objects.visible_to(request.user).of(request.network).filter(submitted_by=request.user)
    sent = mine.filter(once_token=token).first()
    if sent is None:
        raise Http404(_("Dit concept is er niet meer."))
    return redirect("initiatives:receipt", network=request.network.slug, number=sent.number)


def _words(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
