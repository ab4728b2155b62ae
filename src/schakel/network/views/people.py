"""Pages about the people of the network: who has which role, and until when."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.network import actions, queries
from schakel.network.forms import EndMembershipForm
from schakel.network.models import Membership
from schakel.network.permissions import why_not_manage
from schakel.network.views.shapes import address
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.menu import address as anywhere
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, form_page


@require_safe
@members
def people(request: HttpRequest, network: str) -> HttpResponse:
    """Who is in the network, with which role and for which partner."""
    today = timezone.localdate()
    refusal = why_not_manage(request.user, request.network, today)
    context = {
        "memberships": queries.people(request.network, request.user, today),
        "may_manage": refusal is None,
        "today": today,
        "deed": {
            "label": _("Nodig iemand uit"),
            "href": anywhere("governance:invite", network=network),
            "quiet": True,
            "refusal": refusal,
        },
    }
    return render(request, "network/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@members
def end_membership(request: HttpRequest, network: str, membership: UUID) -> HttpResponse:
    """End somebody's role on a day; from that day on they see nothing of the network by it."""
    today = timezone.localdate()
    allow(why_not_manage(request.user, request.network, today))
    rows = Membership.objects.visible_to(request.user).of(request.network)
    found = get_object_or_404(rows.select_related("person", "network", "partner"), pk=membership)
    back = address("network:people", request)
    others = rows.filter(person=found.person).exclude(pk=found.pk).exclude(until_on__lte=today)
    if not others.exists():
        # The last role is a leave: what is still open is handed over first.
        return redirect(f"{back}{found.person_id}/vertrek/")
    form = EndMembershipForm(request.POST if request.method == "POST" else None, initial={"until_on": today})
    if request.method == "POST" and form.is_valid():
        attempt(form, actions.end_membership, found, by=request.user, **form.cleaned_data)
        if not form.errors:
            day = dutch_date(form.cleaned_data["until_on"])
            words = {"name": found.person.name, "role": found.get_role_display(), "day": day}
            flash(request, _("%(name)s is vanaf %(day)s geen %(role)s meer.") % words)
            return redirect(back)
    return form_page(
        request,
        form,
        title=_("Beëindig een rol van %(name)s") % {"name": found.person.name},
        lede=_("Het gaat om de rol %(role)s. Zetels in gremia beëindigt u apart.")
        % {"role": found.get_role_display()},
        crumbs=crumbs((_("Mensen"), back), found.person.name),
        label=_("Beëindig deze rol"),
        cancel=back,
    )
