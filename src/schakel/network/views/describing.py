"""Pages on which the office says what the network is and which areas it works in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.network import actions, queries
from schakel.network.forms.describing import AreaForm, NetworkForm
from schakel.network.models import Area
from schakel.network.permissions import why_not_manage
from schakel.network.views.shapes import address
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.menu import address as anywhere
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, form_page

CHANGE = ["GET", "HEAD", "POST"]
TOLD = ("name", "region", "mission", "vision", "legal_form", "supported_by", "hue_slug", "is_listed")


@require_http_methods(CHANGE)
@members
def edit(request: HttpRequest, network: str) -> HttpResponse:
    """Say what the network is, and whether anyone may read its public page."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    here = request.network
    initial = {name: getattr(here, name) for name in TOLD} | {"principles": "\n".join(here.principles)}
    form = NetworkForm(request.POST if request.method == "POST" else None, initial=initial)
    back = anywhere("overview:setup", network=network)
    if request.method == "POST" and form.is_valid():
        changed = attempt(form, actions.change_network, here, by=request.user, **form.cleaned_data)
        if changed is not None:
            flash(request, _("Wat het netwerk is, is bewaard."))
            return redirect(back)
    return form_page(
        request,
        form,
        title=_("Zeg wat het netwerk is"),
        lede=_("Inwoners en nieuwe partners lezen dit als eerste."),
        crumbs=crumbs((_("Beheer"), back), _("Wat het netwerk is")),
        label=_("Bewaar dit"),
        cancel=back,
    )


@require_safe
@members
def areas(request: HttpRequest, network: str) -> HttpResponse:
    """The areas of the network, each after the one it lies in."""
    refusal = why_not_manage(request.user, request.network, timezone.localdate())
    context = {
        "nodes": queries.areas(request.network, request.user),
        "may_manage": refusal is None,
        "crumbs": crumbs((_("Beheer"), anywhere("overview:setup", network=network)), _("Gebieden")),
        "deed": {
            "label": _("Voeg een gebied toe"),
            "href": address("network:area_add", request),
            "quiet": True,
            "refusal": refusal,
        },
    }
    return render(request, "network/areas.html", context)


@require_http_methods(CHANGE)
@members
def put_area(request: HttpRequest, network: str, slug: str = "") -> HttpResponse:
    """Add an area, or change one; its address stays."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    rows = Area.objects.visible_to(request.user).of(request.network).select_related("parent")
    area = get_object_or_404(rows, slug=slug) if slug else None
    initial = (
        {
            "name": area.name,
            "kind": area.kind,
            "parent": area.parent.slug if area.parent else "",
            "cbs_code": area.cbs_code,
            "note": area.note,
        }
        if area
        else {}
    )
    others = [one for one in rows if area is None or one.pk != area.pk]
    form = AreaForm(request.POST if request.method == "POST" else None, initial=initial, areas=others)
    back = address("network:areas", request)
    if request.method == "POST" and form.is_valid():
        key = slug or slugify(form.cleaned_data["name"])[:60]
        if not key:
            form.add_error("name", _("Gebruik letters of cijfers in de naam."))
        elif not slug and rows.filter(slug=key).exists():
            form.add_error("name", _("Er is al een gebied met deze naam."))
        elif attempt(form, actions.put_area, request.network, by=request.user, slug=key, **form.cleaned_data):
            flash(request, _("Het gebied %(area)s is bewaard.") % {"area": form.cleaned_data["name"]})
            return redirect(back)
    return form_page(
        request,
        form,
        title=_("Pas het gebied %(area)s aan") % {"area": area.name} if area else _("Voeg een gebied toe"),
        lede=_("Initiatieven en groepen kunnen bij een gebied horen."),
        crumbs=crumbs((_("Gebieden"), back), area.name if area else _("Nieuw")),
        label=_("Bewaar dit gebied"),
        cancel=back,
    )
