"""Pages about partners: the register, a new one, what a partner tells about itself, leaving."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from schakel.network import actions, queries
from schakel.network.choosing import AreaFilter, beyond_line
from schakel.network.forms import (
    ChangePartnerForm,
    PartnerFactsForm,
    PartnerFilterForm,
    PartnerForm,
)
from schakel.network.permissions import why_not_change_partner_facts, why_not_manage
from schakel.network.rules import FACTS_OF_A_REPRESENTATIVE, NUMBERS
from schakel.network.views.shapes import address, find_partner, partner_crumbs
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.htmx import template_for
from schakel.web.refusal import allow
from schakel.web.remembered import remembers
from schakel.web.shapes import attempt, form_page

#: Partners on one page; a network with more is looked through by name or kind.
PER_PAGE = 100


def _why_not_add(request: HttpRequest) -> str | None:
    return why_not_manage(request.user, request.network, timezone.localdate())


@require_safe
@members
@remembers(_why_not_add)
def partners(request: HttpRequest, network: str) -> HttpResponse:
    """Who is in the network: partners with who stands under them, apart from who only takes part."""
    q, kind = request.GET.get("q", "").strip()[:100], request.GET.get("kind", "")
    areas = queries.areas(request.network, request.user)
    area = AreaFilter(request.GET, areas=areas).chosen_area()
    register = queries.partner_register(request.network, request.user, q=q, kind=kind, area=area)
    is_used = bool(q or kind or area)
    found = ""
    if is_used:
        found = ngettext("%(n)d organisatie gevonden", "%(n)d organisaties gevonden", register.n_found) % {
            "n": register.n_found
        }
    page = Paginator(register.partners, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "register": register,
        "page": page,
        "form": PartnerFilterForm(
            {
                "q": q,
                "kind": kind,
                "gebied": area.area.slug if area else "",
                "breed": request.GET.get("breed"),
            },
            kinds=register.kinds,
            areas=areas,
        ),
        "wider": beyond_line(request, area, lambda _beyond: register.n_beyond, _beyond_in_words),
        "found": found,
        "is_used": is_used,
        "deed": {
            "label": _("Voeg een partner toe"),
            "href": address("network:partner_add", request),
            "quiet": True,
            "refusal": _why_not_add(request),
        },
    }
    return render(request, template_for(request, "network/partners.html", part="rows"), context)


def _beyond_in_words(n: int) -> str:
    return ngettext(
        "Nog één werkt in een groter gebied, of is niet aan een gebied verbonden.",
        "Nog %(n)s werken in een groter gebied, of zijn niet aan een gebied verbonden.",
        n,
    ) % {"n": n}


@require_http_methods(["GET", "HEAD", "POST"])
@members
def add_partner(request: HttpRequest, network: str) -> HttpResponse:
    """Let an organisation into the network."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    form = PartnerForm(
        request.POST or None,
        partners=queries.partner_choices(request.network, request.user),
        areas=queries.areas(request.network, request.user),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        made = attempt(
            form,
            actions.add_partner,
            request.network,
            by=request.user,
            key=slugify(values["name"])[:80],
            **values,
        )
        if made is not None:
            flash(request, _("%(partner)s hoort nu bij het netwerk.") % {"partner": made.name})
            return redirect(address("network:partners", request))
    return form_page(
        request,
        form,
        title=_("Voeg een partner toe"),
        lede=_("Staat de organisatie al in een ander netwerk? Gebruik dan dezelfde naam."),
        crumbs=partner_crumbs(request, _("Nieuw")),
        label=_("Voeg deze partner toe"),
        cancel=address("network:partners", request),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@members
def change_partner(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Change how a partner stands in the network: its name, kind, status, areas, and under whom it belongs."""
    partner = find_partner(request, slug)
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    allow(why_not_change_partner_facts(request.user, partner, timezone.localdate()))
    back = address("overview:partner", request, slug=slug)
    others = [one for one in queries.partner_choices(request.network, request.user) if one.pk != partner.pk]
    kept = ("name", "kind", "status", "joined_on", "note")
    form = ChangePartnerForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(partner, name) for name in kept}
        | {"member_of": partner.member_of.slug if partner.member_of else ""}
        | {name: getattr(partner.organisation, name) for name in NUMBERS}
        | {"areas": [area.slug for area in partner.areas.all()]},
        partners=others,
        areas=queries.areas(request.network, request.user),
    )
    if request.method == "POST" and form.is_valid():
        changed = attempt(form, actions.change_partner, partner, by=request.user, **form.cleaned_data)
        if changed is not None:
            flash(request, _("De gegevens van %(partner)s zijn bewaard.") % {"partner": partner.name})
            return redirect(back)
    return form_page(
        request,
        form,
        title=_("Pas %(partner)s aan") % {"partner": partner.name},
        lede=_("Uittreden legt u apart vast: dan ziet u eerst wat er nog openstaat."),
        crumbs=partner_crumbs(request, (partner.name, back), _("Pas aan")),
        label=_("Bewaar dit"),
        cancel=back,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@members
def edit_partner(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Change what a partner wants from the network, offers and can teach."""
    partner = find_partner(request, slug)
    allow(why_not_change_partner_facts(request.user, partner, timezone.localdate()))
    back = address("overview:partner", request, slug=slug)
    initial = {name: getattr(partner, name) for name in FACTS_OF_A_REPRESENTATIVE}
    form = PartnerFactsForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        changed = attempt(form, actions.change_partner_facts, partner, by=request.user, **form.cleaned_data)
        if changed is not None:
            flash(request, _("Wat %(partner)s wil en inbrengt is bewaard.") % {"partner": partner.name})
            return redirect(back)
    return form_page(
        request,
        form,
        title=_("Wat wil %(partner)s, en wat brengt zij in?") % {"partner": partner.name},
        lede=_("Alle partners lezen dit. Zo vinden zij elkaar."),
        crumbs=partner_crumbs(request, (partner.name, back), _("Wijzig")),
        label=_("Bewaar dit"),
        cancel=back,
    )
