"""Beginning a network, for who got that right from the system administrator."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.governance.actions import start_network
from schakel.network.permissions import why_not_found_network
from schakel.overview.forms.founding import FoundingForm
from schakel.tenancy.audience import signed_in
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.shapes import attempt


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def found(request: HttpRequest) -> HttpResponse:
    """Begin a network that can work the same day; who begins it becomes its first manager."""
    allow(why_not_found_network(request.user))
    form = FoundingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, start_network, by=request.user, manager=request.user, **form.cleaned_data)
        if made:
            flash(
                request,
                _("%(network)s is begonnen. U bent de eerste netwerkmanager.") % {"network": made.name},
                more=_("Hieronder staat wat er nog mist."),
            )
            return redirect("overview:setup", network=made.slug)
    context = {
        "form": form,
        "crumbs": [{"label": _("Alle netwerken"), "href": reverse("overview:front")}],
    }
    return render(request, "overview/found.html", context, status=422 if form.errors else 200)
