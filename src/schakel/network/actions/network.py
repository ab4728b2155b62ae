"""Founding and describing a network: its own facts, areas, themes, ambitions and history."""

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.network.actions.changing import write
from schakel.network.models import Ambition, Area, Network, NetworkEvent, Theme
from schakel.network.permissions import why_not_found_network, why_not_manage
from schakel.network.queries import find_network
from schakel.network.rules import RESERVED_SLUGS, loops
from schakel.people.models import Person
from schakel.tenancy.context import system
from schakel.web.refusal import allow

Changes = dict[str, list[Any]]


@transaction.atomic
def found_network(*, name: str, slug: str, by: Person | None = None, **facts: Any) -> Network:
    """Make a network that does not exist yet: by who may found one, or by the platform from a command or a file."""
    allow(why_not_found_network(by))
    allow(why_not_found(slug))
    network = Network(id=uuid.uuid4(), name=name, slug=slug, **facts)
    with system(network.pk):
        network.save(force_insert=True)
        record(by=by, verb="founded", about=network)
    return network


def why_not_found(slug: str) -> str | None:
    """Why no network can get this address."""
    if slug in RESERVED_SLUGS:
        return _("Het adres “%(slug)s” is van het platform zelf.") % {"slug": slug}
    if find_network(slug) is not None:
        return _("Er is al een netwerk met het adres “%(slug)s”.") % {"slug": slug}
    return None


@transaction.atomic
def change_network(network: Network, *, by: Person | None, reason: str = "", **facts: Any) -> Changes:
    """Change what a network tells about itself; returns what really changed."""
    network = Network.objects.select_for_update().get(pk=network.pk)
    allow(why_not_manage(by, network, timezone.localdate()))
    changed = write(network, facts)
    if changed:
        record(by=by, verb="changed", about=network, reason=reason, data={"changed": sorted(changed)})
    return changed


@transaction.atomic
def put_area(network: Network, *, by: Person | None, slug: str, **facts: Any) -> tuple[Area, Changes]:
    """Add an area, or change the one with this address; an area never lies in itself by a detour."""
    allow(why_not_manage(by, network, timezone.localdate()))
    parent = facts.get("parent")
    if parent is not None:
        parents = dict(Area.objects.of(network).values_list("slug", "parent__slug"))
        if loops({**parents, slug: parent.slug}):
            name = facts.get("name", slug)
            allow(
                _("%(area)s kan niet in %(parent)s liggen: dat ligt er zelf al in.")
                % {"area": name, "parent": parent}
            )
    return _put(Area, network, by, {"slug": slug}, facts)


@transaction.atomic
def put_theme(network: Network, *, by: Person | None, slug: str, **facts: Any) -> tuple[Theme, Changes]:
    """Add a theme, or change the one with this address."""
    allow(why_not_manage(by, network, timezone.localdate()))
    return _put(Theme, network, by, {"slug": slug}, facts)


@transaction.atomic
def put_ambition(network: Network, *, by: Person | None, code: str, **facts: Any) -> tuple[Ambition, Changes]:
    """Add a shared ambition, or change the one with this code."""
    allow(why_not_manage(by, network, timezone.localdate()))
    return _put(Ambition, network, by, {"code": code}, facts)


@transaction.atomic
def put_event(network: Network, *, by: Person | None, key: str, **facts: Any) -> tuple[NetworkEvent, Changes]:
    """Add something that happened in the life of the network, or change the one with this key."""
    allow(why_not_manage(by, network, timezone.localdate()))
    return _put(NetworkEvent, network, by, {"key": key}, facts)


def _put(
    model: Any, network: Network, by: Person | None, key: dict[str, str], facts: dict[str, Any]
) -> tuple[Any, Changes]:
    """Find the row by its key or make it; the changes of a new row are empty."""
    row = model.objects.of(network).select_for_update(of=("self",)).filter(**key).first()
    if row is None:
        row = model.objects.create(network=network, **key, **facts)
        record(by=by, verb="added", about=row)
        return row, {}
    changed = write(row, facts)
    if changed:
        record(by=by, verb="changed", about=row, data=changed)
    return row, changed
