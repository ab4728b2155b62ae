"""The page on which a meeting is called off."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.governance import actions, permissions
from schakel.governance.forms import ReasonForm
from schakel.governance.views.finding import find_meeting
from schakel.governance.views.meeting_page import in_words
from schakel.governance.views.shapes import address, meeting_crumbs
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, form_page, posted


@require_http_methods(["GET", "HEAD", "POST"])
@members
def cancel_meeting(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Call a meeting off, after saying in words what that means."""
    found = find_meeting(request, number)
    back = address("governance:meeting", request, number=number)
    if found.is_cancelled:
        flash(request, _("Dit overleg was al afgezegd."))
        return redirect(back)
    allow(permissions.why_not_cancel_meeting(request.user, found))
    form = ReasonForm(posted(request))
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, actions.cancel_meeting, found, by=request.user, reason=reason):
            flash(
                request,
                _("Het overleg van %(when)s gaat niet door.") % {"when": in_words(found.starts_at)},
                more=_("De punten wachten op het volgende overleg."),
            )
            return redirect(back)
    return form_page(
        request,
        form,
        title=_("Zeg dit overleg af"),
        lede=_("Het overleg van %(when)s gaat dan niet door. De punten gaan naar het volgende overleg.")
        % {"when": in_words(found.starts_at)},
        crumbs=meeting_crumbs(request, found, _("Zeg af")),
        label=_("Zeg dit overleg af"),
        cancel=back,
    )
