"""Loading bodies and their seats, and adding the default governance where the source is silent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypedDict
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.exchange.actions.loading import Loading, asked_at, chosen
from schakel.exchange.tree import Node
from schakel.governance import actions as governance_actions
from schakel.governance.actions.mandates import default_platform, platform_mandates, theme_group_mandates
from schakel.governance.models import Body, Seat
from schakel.governance.permissions import is_being_set_up
from schakel.governance.rules import BodyKind
from schakel.network.models import Area, Partner, Theme


class Place(TypedDict):
    """Where a body stands in the network: its theme, its area and the body above it."""

    theme: Theme | None
    area: Area | None
    parent: Body | None


def load_bodies(
    loading: Loading, *, themes: dict[str, Theme], areas: dict[str, Area], partners: dict[str, Partner]
) -> None:
    """Load the bodies of the file with their seats; what cannot be changed from a file is reported."""
    rows = Body.objects.of(loading.network).select_related("theme", "area", "parent")
    known = {row.slug: row for row in rows}
    seats: dict[UUID, list[Seat]] = {}
    for seat in Seat.objects.of(loading.network).filter(until_on__isnull=True).select_related("partner"):
        seats.setdefault(seat.body_id, []).append(seat)
    in_file: dict[str, Body] = {}
    for position, node, item in loading.file.items("bodies", parent="parent"):
        slug = item["slug"]
        place: Place = {
            "theme": themes.get(item.get("theme", "")),
            "area": areas.get(item.get("area", "")),
            "parent": in_file.get(item.get("parent", "")),
        }
        with asked_at(node):
            if slug in known:
                body, changes = _change(loading, known[slug], item, place)
            else:
                changes = {}
                body = governance_actions.found_body(
                    loading.network,
                    by=loading.by,
                    slug=slug,
                    position=position + (len(known) if loading.is_partial else 0),
                    source=loading.network.source,
                    **chosen(item, "name", "kind", "purpose"),
                    **place,
                )
        loading.report.note(_("gremia"), slug, was_known=slug in known, changes=changes, model=Body)
        in_file[slug] = body
        _load_seats(loading, body, node, item, partners, seats.get(body.pk, []))
    given = {slug: body for slug, body in known.items() if not body.is_default}
    loading.only_in_platform(_("gremia"), given, in_file)


def load_default_governance(loading: Loading) -> None:
    """Add the bodies and mandates that a network needs to decide and that its source does not tell."""
    with asked_at(loading.file.network):
        made = governance_actions.default_governance(loading.network, by=loading.by)
        made += _missing_platform(loading)
        mandated = _missing_mandates(loading)
    loading.report.defaults += [_("gremium %(name)s") % {"name": body.name} for body in made]
    loading.report.defaults += [_("mandaten van %(name)s") % {"name": body.name} for body in mandated]


def mandates_for(loading: Loading) -> None:
    """The default mandates that the bodies of a workbook need to decide, while the network is being set up."""
    filled_in = [node for _position, node, _item in loading.file.items("bodies") if node.sheet]
    if not filled_in or not is_being_set_up(loading.network):
        return
    with asked_at(filled_in[0]):
        made = _missing_platform(loading)
        mandated = _missing_mandates(loading)
    loading.report.defaults += [_("gremium %(name)s") % {"name": body.name} for body in made]
    loading.report.defaults += [_("mandaten van %(name)s") % {"name": body.name} for body in mandated]


def _missing_platform(loading: Loading) -> list[Body]:
    """A body above the groups, when the source names none that decides about the network itself."""
    bodies = Body.objects.of(loading.network)
    if not is_being_set_up(loading.network) or bodies.filter(kind=BodyKind.EXECUTIVE_BOARD).exists():
        return []
    today = timezone.localdate()
    return [default_platform(loading.network, by=loading.by, on=today)]


def _missing_mandates(loading: Loading) -> list[Body]:
    """The default mandates for bodies of the source that can decide and hold none; each says it is a default."""
    if not is_being_set_up(loading.network):
        return []
    grants = {BodyKind.EXECUTIVE_BOARD: platform_mandates, BodyKind.THEME_GROUP: theme_group_mandates}
    bodies = Body.objects.of(loading.network).filter(kind__in=grants, mandates__isnull=True)
    note, today = _("Standaard, niet uit de bron."), timezone.localdate()
    for body in bodies:
        grants[BodyKind(body.kind)](body, by=loading.by, on=today, note=note)
    return list(bodies)


def _change(
    loading: Loading, body: Body, item: dict[str, Any], place: Place
) -> tuple[Body, dict[str, list[Any]]]:
    """Change name and purpose; the place of a body in the network is changed by a decision, not by a file."""
    for name, value in {"kind": item["kind"], **place}.items():
        if getattr(body, name) != value and (name == "kind" or name in item):
            loading.report.deviating.append(
                _("gremium %(body)s, %(field)s: %(platform)s; in het bestand %(file)s")
                % {"body": body.slug, "field": name, "platform": getattr(body, name), "file": value}
            )
    facts = {"name": item["name"], "purpose": item.get("purpose", body.purpose)}
    changes = {
        name: [getattr(body, name), value] for name, value in facts.items() if getattr(body, name) != value
    }
    if changes:
        body = governance_actions.describe_body(body, by=loading.by, **facts)
    return body, changes


def _load_seats(
    loading: Loading,
    body: Body,
    node: Node,
    item: dict[str, Any],
    partners: dict[str, Partner],
    rows: Sequence[Seat],
) -> None:
    known = {str(row.pk): row for row in rows}
    in_file = set()
    for place, written in enumerate(item.get("seats", ())):
        seat = written if isinstance(written, dict) else {"partner": written}
        partner = partners.get(seat.get("partner", ""))
        name = seat.get("name") or seat.get("constituency") or ""
        row = find_seat(known.values(), partner, name)
        if row is None:
            facts = chosen(
                seat, "constituency", is_voting="voting", is_chair="chair", is_secretary="secretary"
            )
            with asked_at(node.at("seats", place)):
                governance_actions.add_seat(
                    body, by=loading.by, name=name or str(partner), partner=partner, **facts
                )
        else:
            in_file.add(str(row.pk))
            _compare_seat(loading, body, row, seat)
        loading.report.note(_("zetels"), f"{body.name}: {name or partner}", was_known=row is not None)
    loading.only_in_platform(_("zetels"), known, in_file)


def _compare_seat(loading: Loading, body: Body, row: Seat, seat: dict[str, Any]) -> None:
    """Report where a seat is otherwise in the file; a seat is changed on its own page."""
    words = {
        "voting": (row.is_voting, _("stemt mee")),
        "chair": (row.is_chair, _("voorzitter")),
        "secretary": (row.is_secretary, _("secretaris")),
        "constituency": (row.constituency, _("achterban")),
    }
    for name, (value, word) in words.items():
        if name in seat and seat[name] != value:
            loading.report.deviating.append(
                _("zetel %(seat)s in %(body)s: “%(word)s” is in het bestand anders")
                % {"seat": row.name, "body": body.name, "word": word}
            )


def find_seat(seats: Iterable[Seat], partner: Partner | None, name: str) -> Seat | None:
    """The seat that a line of the file means: of that partner, and with that name if the line gives one."""
    for seat in seats:
        is_partner = seat.partner_id == (partner.pk if partner else None)
        if is_partner and (seat.name == name or (partner is not None and not name)):
            return seat
    return None
