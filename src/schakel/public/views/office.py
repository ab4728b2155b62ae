"""Where the office handles what came from outside, and approves what everyone may read."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from schakel.governance.models import Body
from schakel.governance.rules import DecisionType
from schakel.initiatives.models import Initiative
from schakel.network.permissions import why_not_manage
from schakel.public import actions, queries
from schakel.public.forms import (
    AdviceForm,
    AnswerForm,
    ProposeForm,
    PublicationForm,
    RegisterForm,
    ShortPublicationForm,
)
from schakel.public.models import MembershipRequest, Publication
from schakel.public.rules import JOIN_QUESTIONS, MOST_TOGETHER, RequestState
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import attempt, crumbs

CHANGE = ["GET", "HEAD", "POST"]
HEARS_FIRST = gettext_lazy(
    "Wie het idee indiende, hoort het antwoord eerst. Tot dan toont de pagina de stand van daarvoor."
)
TEXTS = ("title", "what", "for_whom", "result", "next_step", "is_published")


def _crumbs(request: HttpRequest, *more: tuple[str, str]) -> list[dict[str, str]]:
    home = reverse("overview:setup", kwargs={"network": request.network.slug})
    return crumbs((_("Beheer"), home), *more)


def _here(request: HttpRequest, name: str, **kwargs: Any) -> str:
    return reverse(name, kwargs={"network": request.network.slug, **kwargs})


@require_safe
@members
def contributions(request: HttpRequest, network: str) -> HttpResponse:
    """Ideas from outside: who can be answered, and which answer is late."""
    today = timezone.localdate()
    allow(why_not_manage(request.user, request.network, today))
    context = {
        "rows": queries.contributions(request.network, request.user, today),
        "crumbs": _crumbs(request),
        "deed": {"label": _("Schrijf een idee op"), "href": _here(request, "public:register"), "quiet": True},
    }
    return render(request, "public/contributions.html", context)


@require_http_methods(CHANGE)
@members
def register(request: HttpRequest, network: str) -> HttpResponse:
    """Write an idea down for a resident who wrote, called or told it."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    form = RegisterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("channel", "name", "email", "reach")}
        answers = form.answers()
        made = attempt(
            form, actions.register_idea, request.network, by=request.user, answers=answers, **values
        )
        if made:
            number = made.initiative.number if made.initiative else ""
            flash(request, _("Het idee is binnen als %(number)s.") % {"number": number})
            return redirect("public:contributions", network=network)
    back = (_("Ideeën van buiten"), _here(request, "public:contributions"))
    context = {"form": form, "crumbs": _crumbs(request, back)}
    return render(request, "public/register.html", context, status=422 if form.errors else 200)


@require_safe
@members
def requests(request: HttpRequest, network: str) -> HttpResponse:
    """Organisations that ask to join."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    context = {
        "rows": queries.requests(request.network, request.user),
        "today": timezone.localdate(),
        "crumbs": _crumbs(request),
    }
    return render(request, "public/requests.html", context)


@require_http_methods(CHANGE)
@members
def one_request(request: HttpRequest, network: str, pk: UUID) -> HttpResponse:
    """One request: its answers, the advice, the decision, the answer, and what a new partner still needs."""
    today = timezone.localdate()
    allow(why_not_manage(request.user, request.network, today))
    rows = MembershipRequest.objects.visible_to(request.user).of(request.network)
    rows = rows.filter(contact__verified_at__isnull=False)
    asked = get_object_or_404(
        rows.select_related("network", "contact", "decision", "partner", "advised_by"), pk=pk
    )
    form, deed, label = _next(request, asked)
    is_sent = request.method == "POST" and form is not None and form.is_valid()
    if is_sent and attempt(form, deed, asked, by=request.user, **form.cleaned_data):
        flash(request, _("Vastgelegd."))
        return redirect("public:request", network=network, pk=pk)
    context = {
        "asked": asked,
        "answers": [(question, asked.answers.get(key, "")) for key, question in JOIN_QUESTIONS],
        "form": form,
        "label": label,
        "onboarding": queries.onboarding(asked, request.user, today),
        "crumbs": _crumbs(request, (_("Lidmaatschapsverzoeken"), _here(request, "public:requests"))),
    }
    return render(
        request, "public/request.html", context, status=422 if form is not None and form.errors else 200
    )


def _next(request: HttpRequest, asked: MembershipRequest) -> tuple[Any, Any, str]:
    """The form, the deed and the words of the next step of a request; nothing when it is answered."""
    data = request.POST if request.method == "POST" else None
    if asked.state == RequestState.NEW:
        return AdviceForm(data), actions.advise, _("Leg dit advies vast")
    if asked.state == RequestState.ADVISED or queries.is_taken_back(asked):
        today = timezone.localdate()
        bodies = (
            Body.objects.visible_to(request.user).of(request.network).open_on(today).select_related("network")
        )
        able = bodies.filter(mandates__decision_types__contains=[DecisionType.MEMBERSHIP]).distinct()
        return (
            ProposeForm(data, bodies=list(able or bodies)),
            actions.propose_request,
            _("Leg dit verzoek voor"),
        )
    if asked.state == RequestState.PROPOSED:
        return AnswerForm(data), actions.answer_request, _("Stuur het antwoord")
    return None, None, ""


@require_safe
@members
def editing(request: HttpRequest, network: str) -> HttpResponse:
    """Which initiatives everyone may read about."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    context = {"rows": queries.editable(request.network, request.user), "crumbs": _crumbs(request)}
    return render(request, "public/editing.html", context)


@require_http_methods(CHANGE)
@members
def publish_together(request: HttpRequest, network: str) -> HttpResponse:
    """Read once more what everyone will read about the chosen initiatives, and make it public in one go."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    is_sent = request.method == "POST"
    asked = (request.POST if is_sent else request.GET).getlist("n")[: MOST_TOGETHER + 1]
    chosen = queries.not_yet_public(request.network, request.user, asked)
    forms = [_short_form(one, request.POST if is_sent else None) for one in chosen]
    wrong = ""
    is_fine = [form.is_valid() for form in forms]
    if not 0 < len(chosen) <= MOST_TOGETHER:
        wrong = _("Kies er ten minste één, en ten hoogste %(n)s.") % {"n": MOST_TOGETHER}
    elif is_sent and all(is_fine):
        texts = [(one.initiative, form.cleaned_data) for one, form in zip(chosen, forms, strict=True)]
        try:
            made = actions.publish_together(texts, by=request.user)
        except Refused as refused:
            wrong = refused.reason
        else:
            words = ngettext("%(n)s tekst is nu openbaar.", "%(n)s teksten zijn nu openbaar.", len(made))
            flash(request, words % {"n": len(made)}, more=HEARS_FIRST)
            return redirect("public:editing", network=network)
    back = _here(request, "public:editing")
    context = {
        "rows": list(zip(chosen, forms, strict=True)),
        "forms": forms if is_sent else [],
        "errors": [wrong] if wrong else [],
        "hears_first": HEARS_FIRST,
        "crumbs": _crumbs(request, (_("Openbare pagina"), back)),
        "back": back,
    }
    is_wrong = wrong or any(form.errors for form in forms)
    return render(request, "public/publish_together.html", context, status=422 if is_wrong else 200)


def _short_form(one: queries.Editable, data: Any) -> ShortPublicationForm:
    """The text as it was kept; without one, the title and the proposal of the idea, to be read and changed."""
    start = {
        "title": one.text.title if one.text else one.initiative.title,
        "what": one.text.what if one.text else one.initiative.proposal,
    }
    return ShortPublicationForm(data, prefix=one.initiative.number, initial=start)


@require_http_methods(CHANGE)
@members
def publish(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Write and approve the public text of an initiative, or take it away."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    rows = Initiative.objects.visible_to(request.user).of(request.network).select_related("network")
    initiative = get_object_or_404(rows, number=number)
    text = Publication.objects.visible_to(request.user).filter(initiative=initiative).first()
    initial = {name: getattr(text, name) for name in TEXTS} if text else {"title": initiative.title}
    form = PublicationForm(request.POST if request.method == "POST" else None, initial=initial)
    back = _here(request, "public:editing")
    if request.method == "POST" and form.is_valid():
        made = attempt(form, actions.publish, initiative, by=request.user, **form.cleaned_data)
        if made:
            words = (
                _("Iedereen kan dit nu lezen.") if made.is_published else _("Bewaard. Het is niet openbaar.")
            )
            flash(request, words)
            return redirect(back)
    context = {
        "form": form,
        "initiative": initiative,
        "crumbs": _crumbs(request, (_("Openbare pagina"), back)),
        "back": back,
    }
    return render(request, "public/publish.html", context, status=422 if form.errors else 200)
