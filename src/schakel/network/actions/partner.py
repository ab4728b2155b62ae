"""Partners come, tell about themselves, change and leave."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.network.actions.changing import differences, write
from schakel.network.leaving import why_not_let_partner_go
from schakel.network.models import Area, Network, Organisation, Partner, PartnerArea
from schakel.network.permissions import why_not_change_partner_facts, why_not_manage
from schakel.network.queries import takes_part_elsewhere
from schakel.network.rules import (
    FACTS_OF_A_REPRESENTATIVE,
    NUMBERS,
    PartnerStatus,
    why_not_agb_code,
    why_not_kvk_number,
)
from schakel.people.models import Person
from schakel.web.refusal import allow

Changes = dict[str, list[Any]]


@transaction.atomic
def add_partner(
    network: Network,
    *,
    by: Person | None,
    key: str,
    name: str,
    kind: str,
    status: str = PartnerStatus.PARTNER,
    member_of: Partner | None = None,
    areas: Iterable[Area] = (),
    reason: str = "",
    **facts: Any,
) -> Partner:
    """Let an organisation into a network; the key makes it the same organisation in every network."""
    numbers = {name: facts.pop(name) for name in NUMBERS if name in facts}
    allow(why_not_numbers(numbers))
    allow(why_not_manage(by, network, timezone.localdate()))
    organisation, _made = Organisation.objects.get_or_create(key=key, defaults={"name": name, "kind": kind})
    allow(why_not_add(network, organisation, member_of))
    allow(why_not_other_numbers(organisation, numbers))
    partner = Partner.objects.create(
        network=network,
        organisation=organisation,
        slug=key,
        name=name,
        kind=kind,
        status=status,
        member_of=member_of,
        **facts,
    )
    # An empty number says nothing about an organisation that is known already.
    written = write(organisation, {name: value for name, value in numbers.items() if value})
    if placed := list(areas):
        written |= _place(partner, placed)
    record(by=by, verb="added", about=partner, reason=reason, data={"status": str(status), **written})
    return partner


@transaction.atomic
def change_partner(partner: Partner, *, by: Person | None, reason: str = "", **facts: Any) -> Changes:
    """Change how a partner stands in the network: name, kind, status, dates, areas, under whom it belongs.

    Its KvK number and AGB code are of the organisation itself, so of every network where it takes part: a network
    fills what is empty, and changes what is there only while no other network knows the organisation.
    """
    partner = Partner.objects.select_for_update(of=("self",)).select_related("network").get(pk=partner.pk)
    allow(why_not_manage(by, partner.network, timezone.localdate()))
    numbers = {name: facts.pop(name) for name in NUMBERS if name in facts}
    areas = facts.pop("areas", None)
    allow(why_not_numbers(numbers))
    if "member_of" in facts:
        allow(why_not_member_of(partner, facts["member_of"]))
    if facts.get("status") == PartnerStatus.LEFT and partner.status != PartnerStatus.LEFT:
        allow(why_not_gone(partner, facts.get("left_on"), timezone.localdate()))
    changed = write(partner, facts)
    if numbers:
        organisation = Organisation.objects.select_for_update().get(pk=partner.organisation_id)
        allow(why_not_change_numbers(by, partner, organisation, numbers))
        changed |= write(organisation, numbers)
    if areas is not None:
        changed |= _place(partner, areas)
    if changed:
        record(by=by, verb="changed", about=partner, reason=reason, data=changed)
    return changed


@transaction.atomic
def change_partner_facts(partner: Partner, *, by: Person | None, **facts: str) -> Changes:
    """Change what a partner wants from the network, offers and can teach: by itself or by the manager."""
    unknown = set(facts) - set(FACTS_OF_A_REPRESENTATIVE)
    if unknown:
        raise ValueError(f"Not something a partner tells about itself: {sorted(unknown)}")
    partner = Partner.objects.select_for_update(of=("self",)).select_related("network").get(pk=partner.pk)
    allow(why_not_change_partner_facts(by, partner, timezone.localdate()))
    changed = write(partner, facts)
    if changed:
        record(by=by, verb="described", about=partner, on_behalf_of=partner.name, data=changed)
    return changed


@transaction.atomic
def leave(partner: Partner, *, by: Person | None, on: date, reason: str) -> None:
    """Let a partner leave on a day that is there, with the reason that everyone can read later.

    Nothing of it may be left open on the day this is written down: what is handed over later is written down later.
    """
    today = timezone.localdate()
    partner = Partner.objects.select_for_update(of=("self",)).select_related("network").get(pk=partner.pk)
    allow(why_not_manage(by, partner.network, today))
    allow(why_not_leave(partner, on, reason))
    allow(why_not_gone(partner, on, today))
    partner.status, partner.left_on = PartnerStatus.LEFT, on
    partner.save(update_fields=["status", "left_on"])
    record(by=by, verb="left", about=partner, reason=reason, data={"on": on.isoformat()})


def partner_differences(partner: Partner, facts: Mapping[str, Any]) -> Changes:
    """What ``change_partner`` would change. No database query when organisation and areas are at hand."""
    own = {name: value for name, value in facts.items() if name not in {*NUMBERS, "areas"}}
    found = differences(partner, own)
    found |= differences(partner.organisation, {name: facts[name] for name in NUMBERS if name in facts})
    if "areas" in facts:
        found |= _moved(partner.areas.all(), facts["areas"])
    return found


def _place(partner: Partner, areas: Iterable[Area]) -> Changes:
    """Write down in which areas a partner works, these and no others; returns what differs. Two queries if equal."""
    wanted = {area.pk: area for area in areas}
    here = {area.pk: area for area in partner.areas.all()}
    PartnerArea.objects.of(partner.network).filter(
        partner=partner, area__in=here.keys() - wanted.keys()
    ).delete()
    PartnerArea.objects.bulk_create(
        PartnerArea(network=partner.network, partner=partner, area=wanted[pk])
        for pk in wanted
        if pk not in here
    )
    return _moved(here.values(), wanted.values())


def _moved(here: Iterable[Area], wanted: Iterable[Area]) -> Changes:
    """The areas before and after, in words, when they are not the same."""
    before, after = {area.pk: area for area in here}, {area.pk: area for area in wanted}
    if before.keys() == after.keys():
        return {}
    return {"areas": [", ".join(sorted(area.name for area in areas.values())) for areas in (before, after)]}


def why_not_numbers(numbers: Mapping[str, str]) -> str | None:
    """Why these are no numbers of an organisation."""
    return why_not_kvk_number(numbers.get("kvk_number", "")) or why_not_agb_code(numbers.get("agb_code", ""))


def why_not_other_numbers(organisation: Organisation, numbers: Mapping[str, str]) -> str | None:
    """Why who comes in cannot have these numbers: an organisation of this name is known by another one."""
    for name, word in (("kvk_number", _("KvK-nummer")), ("agb_code", _("AGB-code"))):
        known, given = getattr(organisation, name), numbers.get(name, "")
        if known and given and known != given:
            return _(
                "%(name)s staat al in Schakel met %(word)s %(known)s. Is het een andere organisatie? "
                "Geef haar dan een andere naam of sleutel."
            ) % {"name": organisation.name, "word": word, "known": known}
    return None


def why_not_change_numbers(
    by: Person | None, partner: Partner, organisation: Organisation, numbers: Mapping[str, str]
) -> str | None:
    """Why a network cannot change these numbers: another network knows the organisation by them. At most one query."""
    known = [name for name, given in numbers.items() if getattr(organisation, name) not in {"", given}]
    if by is None or not known or not takes_part_elsewhere(partner):
        return None
    return _(
        "%(name)s doet ook mee in een ander netwerk. Een nummer dat er al staat, geldt ook daar en wijzigt u niet "
        "voor allebei. Klopt het niet? Vraag wie Schakel beheert om het te verbeteren."
    ) % {"name": organisation.name}


def why_not_add(network: Network, organisation: Organisation, member_of: Partner | None) -> str | None:
    """Why this organisation cannot come in. One database query."""
    if Partner.objects.of(network).filter(organisation=organisation).exists():
        return _("%(name)s hoort al bij dit netwerk.") % {"name": organisation.name}
    return why_not_member_of(None, member_of)


def why_not_member_of(partner: Partner | None, member_of: Partner | None) -> str | None:
    """Why an organisation cannot stand under that partner: members stand one level deep. At most one query."""
    if member_of is None:
        return None
    if partner is not None and member_of.pk == partner.pk:
        return _("%(name)s kan niet bij zichzelf horen.") % {"name": partner.name}
    if member_of.member_of_id is not None:
        return _("%(name)s hoort zelf al bij een partner; daaronder kan niemand meer staan.") % {
            "name": member_of.name
        }
    if partner is not None and partner.members.exists():
        return _("%(name)s heeft zelf leden en kan daarom niet onder een ander staan.") % {
            "name": partner.name
        }
    return None


def why_not_leave(partner: Partner, on: date, reason: str) -> str | None:
    """Why a partner cannot leave like this."""
    if partner.status == PartnerStatus.LEFT:
        return _("%(name)s is al uitgetreden.") % {"name": partner.name}
    if not reason.strip():
        return _("Zeg waarom %(name)s uittreedt.") % {"name": partner.name}
    if partner.joined_on is not None and on < partner.joined_on:
        return _("%(name)s kan niet uittreden vóór de dag van toetreden.") % {"name": partner.name}
    return None


def why_not_gone(partner: Partner, on: date | None, today: date) -> str | None:
    """Why a partner is not gone: its day has yet to come, or something of it is still open. See ``leaving``."""
    if on is not None and on > today:
        return _("Die dag is er nog niet. Leg het vast op de dag waarop %(name)s uittreedt.") % {
            "name": partner.name
        }
    return why_not_let_partner_go(partner, today)
