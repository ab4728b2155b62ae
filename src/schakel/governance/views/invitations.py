"""Pages about invitations: those of the network, a new one, and the page behind the link in the mail."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.governance import actions, queries
from schakel.governance.forms.invitations import AccountForm, InvitationForm
from schakel.governance.models import PersonalInvitation
from schakel.governance.views.shapes import address
from schakel.network.permissions import why_not_manage
from schakel.network.queries import partner_choices
from schakel.people.actions import make_account
from schakel.people.models import Person
from schakel.tenancy.audience import members, public
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import attempt, crumbs, deed, form_page, posted

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_safe
@members
def invitations(request: HttpRequest, network: str) -> HttpResponse:
    """Who was invited, and who still has to answer."""
    today = timezone.localdate()
    allow(why_not_manage(request.user, request.network, today))
    context = {
        "rows": [_row(one) for one in queries.invitations(request.network, request.user)],
        "deed": deed(_("Nodig iemand uit"), address("governance:invite", request), quiet=True),
        "crumbs": crumbs((_("Beheer"), address("overview:setup", request)), _("Uitnodigingen")),
        "is_demo": settings.IS_DEMO,
    }
    return render(request, "governance/invitations.html", context)


def _row(one: PersonalInvitation) -> dict[str, Any]:
    today = timezone.localdate()
    if one.accepted_at:
        state, word = "ready", _("Aangenomen op %(day)s") % {"day": dutch_date(one.accepted_at)}
    elif one.revoked_at:
        state, word = "withdrawn", _("Ingetrokken op %(day)s") % {"day": dutch_date(one.revoked_at)}
    elif one.has_ended(today):
        state, word = "late", _("Link verlopen op %(day)s") % {"day": dutch_date(one.expires_on)}
    else:
        state, word = "asked", _("Wacht op antwoord, tot %(day)s") % {"day": dutch_date(one.expires_on)}
    waits = one.accepted_at is None and one.revoked_at is None
    return {
        "one": one,
        "state": state,
        "word": word,
        "as_what": actions.as_what(one),
        "waits": waits,
        "mail": actions.mail_of(one) if waits and settings.IS_DEMO else None,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@members
def invite(request: HttpRequest, network: str) -> HttpResponse:
    """Invite somebody by mail, with a role and perhaps a seat."""
    today = timezone.localdate()
    allow(why_not_manage(request.user, request.network, today))
    form = InvitationForm(
        posted(request),
        partners=partner_choices(request.network, request.user),
        seats=queries.free_seats(request.network, request.user, today),
    )
    back = address("governance:invitations", request)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, actions.invite_person, request.network, by=request.user, **form.cleaned_data)
        if made is not None:
            flash(request, _("De uitnodiging voor %(name)s gaat de deur uit.") % {"name": made.name})
            return redirect(back)
    return form_page(
        request,
        form,
        title=_("Nodig iemand uit"),
        lede=_("Wie al een account heeft, doet met dat account mee."),
        crumbs=crumbs((_("Uitnodigingen"), back), _("Nieuw")),
        label=_("Stuur deze uitnodiging"),
        cancel=back,
    )


@require_POST
@members
def resend(request: HttpRequest, network: str, invitation: UUID) -> HttpResponse:
    """Send the mail again, with a new link."""
    made = actions.resend_invitation(_find(request, invitation), by=request.user)
    flash(request, _("De mail aan %(name)s gaat opnieuw de deur uit.") % {"name": made.name})
    return redirect("governance:invitations", network=network)


@require_POST
@members
def revoke(request: HttpRequest, network: str, invitation: UUID) -> HttpResponse:
    """Take an invitation back."""
    made = actions.revoke_invitation(_find(request, invitation), by=request.user)
    flash(
        request,
        _("De uitnodiging van %(name)s is ingetrokken. De link werkt niet meer.") % {"name": made.name},
    )
    return redirect("governance:invitations", network=network)


def _find(request: HttpRequest, invitation: UUID) -> PersonalInvitation:
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    rows = PersonalInvitation.objects.visible_to(request.user).of(request.network).select_related("network")
    return get_object_or_404(rows, pk=invitation)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@public
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Come in on the link from the mail: looking at it does nothing, only the button does."""
    found = queries.behind(token, timezone.localdate())
    if found.invitation is None or found.reason:
        return render(request, "governance/accept.html", {"reason": found.reason}, status=410)
    invitation = found.invitation
    person = request.user if request.user.is_authenticated else None
    has_account = Person.objects.filter(email__iexact=invitation.email).exists()
    needs_account = person is None and not has_account
    form = AccountForm(posted(request), initial={"name": invitation.name}) if needs_account else None
    may_come = person is not None or (form is not None and form.is_valid())
    if request.method == "POST" and may_come:
        return _come_in(request, token, form)
    context = {
        "invitation": invitation,
        "as_what": actions.as_what(invitation),
        "form": form,
        "refusal": actions.why_not_this_person(invitation, person) if person else None,
        "sign_in": f"{reverse('account_login')}?{urlencode({'next': request.path})}"
        if person is None and has_account
        else "",
    }
    return render(
        request, "governance/accept.html", context, status=422 if form is not None and form.errors else 200
    )


def _somebody(request: HttpRequest, token: str, form: AccountForm | None) -> Person:
    """Who comes in: the person who is signed in, or somebody new at the address that the mail went to."""
    if form is None:
        return request.user
    invitation = queries.behind(token, timezone.localdate()).invitation
    assert invitation is not None, "the page was shown for an invitation that works"
    return make_account(
        invitation.email, name=form.cleaned_data["name"], password=form.cleaned_data["password"]
    )


def _come_in(request: HttpRequest, token: str, form: AccountForm | None) -> HttpResponse:
    """Take the role and the seat, with a new account where there was none; then on to the network."""
    try:
        with transaction.atomic():  # a refusal leaves no account behind
            person = _somebody(request, token, form)
            accepted = actions.accept_invitation(token, person=person)
    except Refused as refused:
        return render(request, "governance/accept.html", {"reason": refused.reason}, status=403)
    if form is not None:
        login(request, person, backend=BACKEND)
    flash(request, _("Welkom bij %(network)s.") % {"network": accepted.network.name})
    return redirect(f"/{accepted.network.slug}/")
