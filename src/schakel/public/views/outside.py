"""What anyone may send without an account: an idea, or the request to join; each is proved by a link in a mail."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from schakel.people.often import is_too_often
from schakel.public import actions, queries
from schakel.public.forms import IdeaForm, JoinForm
from schakel.public.rules import LINK_DAYS
from schakel.tenancy.audience import public
from schakel.web.refusal import Refused
from schakel.web.shapes import attempt

#: Where the demo keeps the link that would have been mailed.
LINK = "demo_link"
CHANGE = ["GET", "HEAD", "POST"]
#: How often one place may send a form, and how many mails one addressee gets of it.
LIMITS = {"outside": "20/h/ip,5/h/key"}


def _may_send(request: HttpRequest, form: Any) -> bool:
    """Whether this sender does not send too often; says so on the form."""
    to = form.cleaned_data["email"].lower()
    if not is_too_often(request, app="public", action="outside", limits=LIMITS, key=to):
        return True
    form.add_error(
        None,
        _(
            "U stuurde in korte tijd te veel berichten. Wacht een uur en stuur het dan opnieuw. Uw tekst is er nog."
        ),
    )
    return False


def _sent(request: HttpRequest, form: Any, deed: Callable[..., str], **values: Any) -> bool:
    told = form.cleaned_data
    link = attempt(form, deed, request.network, name=told["name"], email=told["email"], **values)
    if link is None:
        return False
    if settings.IS_DEMO:  # no mail leaves the demo; who sent the form walks on from the next page
        request.session[LINK] = link
    return True


def _mailed(request: HttpRequest, *, is_idea: bool) -> dict[str, Any]:
    """How long the link works and what it is for; in the demo also the link."""
    link = request.session.get(LINK, "") if settings.IS_DEMO else ""
    return {"days": LINK_DAYS, "link": link, "is_idea": is_idea}


@require_http_methods(CHANGE)
@public
def idea(request: HttpRequest, network: str) -> HttpResponse:
    """Five questions for anyone who has an idea; no account."""
    form = IdeaForm(request.POST if request.method == "POST" else None)
    may_send = request.method == "POST" and form.is_valid() and _may_send(request, form)
    if may_send and _sent(request, form, actions.send_idea, answers=form.answers()):
        return redirect("public:idea_sent", network=network)
    return render(request, "public/idea.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
@public
def idea_sent(request: HttpRequest, network: str) -> HttpResponse:
    """Look in your mail."""
    return render(request, "public/sent.html", _mailed(request, is_idea=True))


@never_cache
@require_http_methods(CHANGE)
@public
def idea_confirm(request: HttpRequest, network: str, token: str) -> HttpResponse:
    """Prove the address: looking does nothing, the button takes the idea in."""
    sent = _behind(request, "idea", token)
    if sent is None:
        return render(request, "public/confirm.html", {"reason": actions.BROKEN, "is_idea": True}, status=410)
    if request.method == "POST":
        try:
            return redirect(actions.confirm_idea(request.network, token))
        except Refused as refused:
            context = {"reason": refused.reason, "is_idea": True}
            return render(request, "public/confirm.html", context, status=410)
    return render(request, "public/confirm.html", {"is_idea": True, "sent": sent})


def _behind(request: HttpRequest, kind: str, token: str) -> queries.Sent | None:
    """What the link in the mail is about, to read again."""
    pk = queries.behind_link(kind, request.network, token)
    return None if pk is None else queries.what_was_sent(kind, request.network, pk)


@never_cache
@require_safe
@public
def idea_status(request: HttpRequest, network: str, number: str, secret: UUID) -> HttpResponse:
    """Where an idea stands, for who has the link; a late answer says so itself."""
    status = queries.idea_status(request.network, number, secret, timezone.localdate())
    if status is None:
        reason = _("Bij deze link hoort geen idee. Neem de link in zijn geheel over uit de mail.")
        return render(request, "public/confirm.html", {"reason": reason, "is_idea": True}, status=404)
    return render(request, "public/status.html", {"status": status})


@require_http_methods(CHANGE)
@public
def join(request: HttpRequest, network: str) -> HttpResponse:
    """Ask to join, for an organisation; no account."""
    form = JoinForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _may_send(request, form):
        values = {name: form.cleaned_data[name] for name in ("organisation", "kind")}
        if _sent(request, form, actions.send_request, answers=form.answers(), **values):
            return redirect("public:join_sent", network=network)
    return render(request, "public/join.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
@public
def join_sent(request: HttpRequest, network: str) -> HttpResponse:
    """Look in your mail."""
    return render(request, "public/sent.html", _mailed(request, is_idea=False))


@never_cache
@require_http_methods(CHANGE)
@public
def join_confirm(request: HttpRequest, network: str, token: str) -> HttpResponse:
    """Prove the address: the button puts the request before the office."""
    sent = _behind(request, "join", token)
    if sent is None:
        return render(request, "public/confirm.html", {"reason": actions.BROKEN}, status=410)
    if request.method == "POST":
        try:
            found = actions.confirm_request(request.network, token)
        except Refused as refused:
            return render(request, "public/confirm.html", {"reason": refused.reason}, status=410)
        return render(request, "public/confirm.html", {"done": found})
    return render(request, "public/confirm.html", {"is_idea": False, "sent": sent})
