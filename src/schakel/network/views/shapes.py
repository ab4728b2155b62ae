"""What the pages of the network share: finding a partner, crumbs, one form on a page, a refusal on a form."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.network.models import Partner
from schakel.web.shapes import crumbs


def address(name: str, request: HttpRequest, **kwargs: Any) -> str:
    """The address of a page of this network."""
    return reverse(name, kwargs={"network": request.network.slug, **kwargs})


def partner_crumbs(request: HttpRequest, *more: tuple[str, str] | str) -> list[dict[str, str]]:
    """The way to the register of partners and below."""
    return crumbs((_("Partners"), address("network:partners", request)), *more)


def find_partner(request: HttpRequest, slug: str) -> Partner:
    """The partner at this address, for who looks. One database query."""
    rows = Partner.objects.visible_to(request.user).of(request.network)
    partner = rows.select_related("network", "member_of", "organisation").filter(slug=slug).first()
    if partner is None:
        raise Http404(_("Deze partner is er niet."))
    return partner
