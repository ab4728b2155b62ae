"""Loading partners, the organisations under them, and who took part without being a partner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from schakel.exchange.actions.loading import Loading, asked_at, chosen
from schakel.exchange.network_file import day
from schakel.exchange.report import field_name
from schakel.exchange.tree import Node
from schakel.network import actions as network_actions
from schakel.network.models import Area, Organisation, Partner
from schakel.network.rules import NUMBERS, PartnerStatus


def load_partners(loading: Loading, areas: Mapping[str, Area]) -> dict[str, Partner]:
    """Load every organisation of the file; returns those of the file by key."""
    rows = Partner.objects.of(loading.network).select_related("member_of", "organisation")
    known = {row.slug: row for row in rows.prefetch_related("areas")}
    in_file: dict[str, Partner] = {}
    for position, node, item in loading.file.items("partners"):
        facts = {**partner_facts(item), **_about(item, areas)}
        facts |= _place(loading, known, item["key"], position)
        partner = _put(loading, known, node, _("partners"), item, facts)
        in_file[item["key"]] = partner
        for place, (member_node, member) in enumerate(_members(node, item), start=1):
            facts = {**chosen(member, "name", "kind", "note"), **_about(member, areas)}
            facts |= _place(loading, known, member["key"], place) | {"member_of": partner}
            in_file[member["key"]] = _put(
                loading, known, member_node, _("leden onder een partner"), member, facts
            )
    for position, node, item in loading.file.items("participants"):
        facts = {**chosen(item, "name", "kind", "note"), **_about(item, areas)}
        facts |= {"status": PartnerStatus.PARTICIPANT, **_place(loading, known, item["key"], position)}
        in_file[item["key"]] = _put(loading, known, node, _("deelnemers"), item, facts)
    loading.only_in_platform(_("partners"), known, in_file)
    return in_file


def _place(loading: Loading, known: dict[str, Partner], key: str, position: int) -> dict[str, Any]:
    """Where an organisation stands: as in the file; a piece of a network only gives a place to who is new."""
    if not loading.is_partial:
        return {"position": position, "member_of": None}
    return {} if key in known else {"position": len(known) + position}


def _about(item: dict[str, Any], areas: Mapping[str, Area]) -> dict[str, Any]:
    """What any organisation may have: the areas where it works, and its numbers."""
    facts: dict[str, Any] = chosen(item, kvk_number="kvk", agb_code="agb")
    if "areas" in item:
        facts["areas"] = [areas[slug] for slug in item["areas"]]
    return facts


def partner_facts(item: dict[str, Any]) -> dict[str, Any]:
    """The facts of a partner that the file names."""
    facts = chosen(
        item,
        *("name", "kind", "status", "note", "wants", "offers", "can_teach"),
        n_organisations="organisations",
        n_planned="planned",
    )
    if joined := day(item.get("joined")):
        facts["joined_on"] = joined.day
    if left := day(item.get("left")):
        facts["left_on"] = left.day
    return facts


def _members(node: Node, item: dict[str, Any]) -> list[tuple[Node, dict[str, Any]]]:
    return list(zip(node.value["members"].value, item["members"], strict=True)) if "members" in item else []


def _put(
    loading: Loading,
    known: dict[str, Partner],
    node: Node,
    word: str,
    item: dict[str, Any],
    facts: dict[str, Any],
) -> Partner:
    key = item["key"]
    partner = known.get(key)
    changes: dict[str, list[Any]] = {}
    with asked_at(node):
        if partner is None:
            partner = network_actions.add_partner(loading.network, by=loading.by, key=key, **facts)
        else:
            if partner.status == PartnerStatus.PARTICIPANT:
                facts = {"status": PartnerStatus.PARTNER, **facts}
            if network_actions.partner_differences(partner, facts):
                changes = network_actions.change_partner(partner, by=loading.by, **facts)
    loading.report.note(word, key, was_known=key in known, changes=_in_words(changes))
    return partner


def _in_words(changes: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """What changed under its Dutch name; a number is of the organisation, the rest of the partner."""
    return {
        field_name(Organisation if name in NUMBERS else Partner, name): fromto
        for name, fromto in changes.items()
    }
