"""Laying a decision before another body; the initiative that it is about tells so."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.governance import permissions, queries
from schakel.governance.models import Body, Decision
from schakel.initiatives.actions import bring_before
from schakel.overview.forms.escalating import EscalateForm
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.shapes import attempt


@require_http_methods(["GET", "HEAD", "POST"])
@members
def escalate(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Say what will happen, and lay a decision before another body with the reason."""
    try:
        found = queries.find_decision(request.user, request.network, number)
    except Decision.DoesNotExist:
        raise Http404(_("Dit besluit is er niet.")) from None
    others = _other_bodies(request, found)
    above = found.body.parent if found.body else None
    already = found.escalated_to.filter(body__slug=request.POST.get("body", "").replace("\x00", "")).first()
    if already:
        flash(request, _("Dit ligt al voor, als %(number)s.") % {"number": already.number})
        return redirect("governance:decision", network=network, number=already.number)
    allow(permissions.why_not_escalate(request.user, found, above or next(iter(others), None)))
    form = EscalateForm(
        request.POST if request.method == "POST" else None,
        bodies=others,
        initial={"body": above.slug if above else None},
    )
    if form.is_bound and form.is_valid():
        made = attempt(form, bring_before, found, by=request.user, **form.cleaned_data)
        if made:
            words = _("%(body)s beslist hier nu over, als %(number)s.")
            flash(request, words % {"body": form.cleaned_data["body"].name, "number": made.number})
            return redirect("governance:decision", network=network, number=made.number)
    slug = request.network.slug
    here = reverse("governance:decision", args=[slug, number])
    context = {
        "decision": found,
        "title": _("Leg dit voor aan een andere groep"),
        "lines": _lines(found),
        "form": form,
        "label": _("Leg dit voor"),
        "crumbs": [
            {"label": _("Besluiten"), "href": reverse("governance:decisions", args=[slug])},
            {"label": found.number, "href": here},
            {"label": _("Leg voor"), "href": ""},
        ],
        "cancel": here,
    }
    return render(request, "overview/deciding/confirm.html", context, status=422 if form.errors else 200)


def _other_bodies(request: HttpRequest, found: Decision) -> list[Body]:
    """The bodies that exist today, without the one that has it now. One database query."""
    rows = Body.objects.visible_to(request.user).of(request.network).open_on(timezone.localdate())
    return [body for body in rows.select_related("network") if body.pk != found.body_id]


def _lines(found: Decision) -> list[str]:
    """What will happen, in words."""
    if found.is_provisional:
        return [_("De andere groep krijgt de vraag dit besluit te bekrachtigen, met het hele dossier.")]
    return [
        _("De andere groep krijgt dit voorstel met het hele dossier en beslist er zelf over."),
        _("Bij deze groep vervalt het."),
    ]
