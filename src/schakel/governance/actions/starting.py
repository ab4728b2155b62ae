"""A network begins: with its first manager, its themes, the default governance and the default criteria."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from schakel.governance.actions.bodies import add_seat, lock_body
from schakel.governance.actions.mandates import default_governance, votes_by_default
from schakel.governance.models import Body, Seat
from schakel.governance.permissions import why_not_edit_body
from schakel.network.actions import add_membership, default_criteria, found_network, put_theme
from schakel.network.models import Network, Partner
from schakel.network.rules import Role
from schakel.tenancy.context import system
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.people.models import Person

#: More themes than this at the start nobody can keep apart.
MOST_THEMES = 12


@transaction.atomic
def start_network(
    *,
    manager: Person,
    by: Person | None,
    name: str,
    slug: str,
    region: str = "",
    mission: str = "",
    hue_slug: str,
    themes: Sequence[str] = (),
) -> Network:
    """Begin a network that can work the same day: a first manager, themes, bodies with mandates, and criteria.

    Everything but the name is labelled as a default, until the network decides otherwise.
    """
    allow(why_not_themes(themes))
    network = found_network(name=name, slug=slug, by=by, region=region, mission=mission, hue_slug=hue_slug)
    with system(network.pk):
        add_membership(network, by=None, person=manager, role=Role.MANAGER, title=_("netwerkmanager"))
        for position, theme in enumerate(themes, start=1):
            put_theme(network, by=None, slug=slugify(theme)[:60], name=theme, position=position)
        default_governance(network, by=None)
        default_criteria(network, by=None)
    return network


def why_not_themes(themes: Sequence[str]) -> str | None:
    """Why a network cannot begin with these themes."""
    if len(themes) > MOST_THEMES:
        return _("Begin met hoogstens %(n)d thema’s. Later kunt u er meer toevoegen.") % {"n": MOST_THEMES}
    slugs = [slugify(theme)[:60] for theme in themes]
    if not all(slugs):
        return _("Gebruik letters of cijfers in de naam van een thema.")
    if len(set(slugs)) < len(slugs):
        return _("Twee thema’s heten (bijna) hetzelfde. Geef elk een eigen naam.")
    if any(len(theme) > 120 for theme in themes):
        return _("De naam van een thema is hoogstens 120 tekens lang.")
    return None


@transaction.atomic
def seat_every_partner(body: Body, *, by: Person | None) -> list[Seat]:
    """Give every partner that has no seat in this body one; who sits there follows later."""
    body = lock_body(body)
    allow(why_not_edit_body(by, body))
    seated = set(body.seats.filter(until_on__isnull=True).values_list("partner_id", flat=True))
    partners = Partner.objects.of(body.network).counted().order_by("position", "name")
    return [
        add_seat(
            body,
            by=by,
            name=partner.name,
            constituency=partner.name,
            partner=partner,
            is_voting=votes_by_default(partner),
        )
        for partner in partners
        if partner.pk not in seated
    ]
