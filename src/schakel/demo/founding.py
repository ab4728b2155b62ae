"""The making of De Linde: network, partners, agreement, criteria, people, bodies, seats and mandates."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.text import slugify

from schakel.demo import content
from schakel.demo.clock import clock_at
from schakel.demo.content import Facts
from schakel.demo.crowd import made_up
from schakel.demo.moments import Calendar
from schakel.demo.world import World
from schakel.governance import actions as governance
from schakel.initiatives.actions import put_funding_line
from schakel.network import actions as network_actions
from schakel.network.models import Network
from schakel.network.rules import CriterionText

#: Before this moment nobody is a member and no body exists.
BEGINNING = "-110w ma 09.00"
ADDRESS = "{key}@de-linde.example"


def found_linde(calendar: Calendar) -> Network:
    """Make the network itself; everything in it follows inside its own system context."""
    facts = dict(content.linde("network")["network"])
    with clock_at(calendar.moment(BEGINNING)):
        return network_actions.found_network(
            name=facts["name"],
            slug=facts["slug"],
            region=facts["region"],
            mission=facts["mission"],
            vision=facts["vision"],
            growth_stage=facts["growth_stage"],
            started_on=calendar.day(facts["started_on"]),
            started_precision="day",
            legal_form=facts["legal_form"],
            supported_by=facts["supported_by"],
            hue_slug=facts["hue"],
            is_listed=True,
            is_example=True,
        )


def furnish(world: World) -> None:
    """Fill the network with everything that stands before the first idea."""
    with clock_at(world.calendar.moment(BEGINNING)):
        _places(world)
        _partners(world)
        _agreement_and_criteria(world)
        _people(world)
        _funding_lines(world)
    for body in content.linde("bodies")["bodies"]:
        _body(world, body)


def _places(world: World) -> None:
    facts = content.linde("network")
    network = world.network
    for position, one in enumerate(facts["network"]["ambitions"], start=1):
        network_actions.put_ambition(network, by=None, position=position, **one)
    for position, one in enumerate(facts["areas"], start=1):
        parent = world.areas.get(one.get("parent", ""))
        world.areas[one["key"]], _ = network_actions.put_area(
            network,
            by=None,
            slug=one["key"],
            name=one["name"],
            kind=one["kind"],
            parent=parent,
            position=position,
        )
    for position, one in enumerate(facts["themes"], start=1):
        world.themes[one["key"]], _ = network_actions.put_theme(
            network, by=None, slug=one["key"], name=one["name"], position=position
        )
    for one in facts["events"]:
        network_actions.put_event(
            network,
            by=None,
            key=slugify(one["title"]),
            title=one["title"],
            note=one.get("note", ""),
            happened_on=world.day(one["happened_on"]),
            precision=one["precision"],
        )
    for position, one in enumerate(facts["growth"]["needs"], start=1):
        network_actions.put_need(network, by=None, stage=one["stage"], text=one["text"], position=position)
    for position, one in enumerate(facts["growth"]["tiers"], start=1):
        network_actions.put_tier(
            network, by=None, kind=one["kind"], text=one["text"], who=one["who"], position=position
        )


def _partners(world: World) -> None:
    """Partners and, under a partner, its members; the keys are those of the demo, so of no real organisation."""
    facts = content.linde("network")
    joined_on = world.day(facts["network"]["started_on"])
    texts = ("note", "wants", "offers", "can_teach")
    for position, one in enumerate(facts["partners"], start=1):
        is_partner = one["status"] == "partner"
        world.partners[one["key"]] = network_actions.add_partner(
            world.network,
            by=None,
            key=one["key"],
            name=one["name"],
            kind=one["kind"],
            status=one["status"],
            joined_on=joined_on if is_partner else None,
            areas=[world.areas[key] for key in one.get("areas", ())],
            position=position,
            **{name: one.get(name, "") for name in texts},
        )
        for name in one.get("members", ()):
            world.partners[slugify(name)] = network_actions.add_partner(
                world.network,
                by=None,
                key=slugify(name),
                name=name,
                kind=one["kind"],
                member_of=world.partners[one["key"]],
                joined_on=joined_on,
                areas=[area for area in world.areas.values() if name.endswith(f" {area.name}")],
            )


def _funding_lines(world: World) -> None:
    for one in content.linde("network")["funding_lines"]:
        world.funding_lines[one["key"]] = put_funding_line(
            world.network,
            by=None,
            name=one["name"],
            ceiling_eur=Decimal(one["ceiling_eur"]),
            funder=world.partners[one["funder"]],
            earmark=one["earmark"],
            conditions=one["conditions"],
            apply_by=world.day(one["apply_by"]) if "apply_by" in one else None,
        )


def _agreement_and_criteria(world: World) -> None:
    facts = content.linde("network")
    told = facts["agreement"]
    agreement = network_actions.add_agreement(
        world.network,
        by=None,
        title=told["title"],
        slug=slugify(told["title"]),
        kind=told["kind"],
        starts_on=world.day(told["starts_on"]),
        ends_on=world.day(told["ends_on"]),
        text=told["text"],
        parties=world.some_partners(told["signed"]),
    )
    for partner, (on, name) in told["signed"].items():
        with clock_at(world.calendar.moment(on)):
            network_actions.sign(
                agreement,
                by=None,
                partner=world.partners[partner],
                signed_on=world.day(on),
                signed_by_name=name,
            )
    for one in facts["criteria"]:
        theme: Facts = {"theme": world.themes[one["theme"]]} if "theme" in one else {}
        network_actions.new_criteria_version(
            world.network,
            by=None,
            name=one["name"],
            kind=one["kind"],
            moment=one["moment"],
            criteria=[_criterion(row) for row in one["criteria"]],
            valid_from=world.day(told["starts_on"]),
            agreement=agreement,
            **theme,
        )


def _criterion(row: Facts) -> CriterionText:
    weight = row.get("weight")
    return CriterionText(
        code=row["code"],
        text=row["text"],
        rule=row.get("rule", ""),
        preference=row.get("preference", ""),
        refers_to=tuple(row.get("refers_to", ())),
        is_knockout=weight is None,
        weight=None if weight is None else Decimal(weight),
        anchors={str(score): words for score, words in row.get("anchors", {}).items()},
    )


def _people(world: World) -> None:
    """People in the order of the file, which is the order of the page on which one becomes one of them."""
    network = world.network
    for number, one in enumerate(content.linde("people")["people"]):
        title = one["title"]
        with clock_at(timezone.now() + timedelta(seconds=number)):
            person = made_up(
                ADDRESS.format(key=one["key"]),
                name=one["name"],
                words=f"{title[0].upper()}{title[1:]}. {one['about']}" if "about" in one else "",
                network=network.slug,
            )
        world.people[one["key"]], world.names[one["key"]] = person.pk, person.name
        network_actions.add_membership(
            network,
            by=None,
            person=person,
            role=one["rights"],
            partner=world.partners[one["partner"]],
            title=one["title"],
        )


def _body(world: World, told: Facts) -> None:
    """One body with its seats, who sits there, and its mandates that need no decision of the story."""
    founded_on = world.day(told["founded_on"])
    with clock_at(world.calendar.moment(told["founded_on"])):
        body = governance.found_body(
            world.network,
            by=None,
            name=told["name"],
            slug=told["key"],
            kind=told["kind"],
            theme=world.themes.get(told.get("theme", "")),
            area=world.areas.get(told.get("area", "")),
            parent=world.bodies.get(told.get("parent", "")),
            purpose=told["purpose"],
            method=told["method"],
            threshold_percent=told.get("threshold_percent", 50),
            founded_on=founded_on,
            term_until=world.day(told["term_until"]) if "term_until" in told else None,
        )
        world.bodies[told["key"]] = body
        for one in told["seats"]:
            _seat(world, told["key"], one)
        for one in told["mandates"]:
            if "decided_in" not in one:
                grant(world, told["key"], one)


def _seat(world: World, body: str, told: Facts) -> None:
    key = (body, told["key"])
    is_secretary = told.get("secretary", False)
    seat = governance.add_seat(
        world.bodies[body],
        by=None,
        name=told["name"],
        constituency=told.get("constituency", ""),
        partner=world.partners.get(told.get("partner", "")),
        is_voting=told.get("voting", True),
        is_chair=told.get("chair", False),
        is_secretary=is_secretary,
        weight=Decimal(told["weight"]) if "weight" in told else None,
    )
    world.seats[key] = seat
    for kind in ("holder", "deputy"):
        if kind in told:
            governance.seat_person(seat, by=None, person=world.person(told[kind]), kind=kind)
    if "holder" in told:
        world.holders[key] = told["holder"]
        if is_secretary:
            world.secretaries[body] = told["holder"]


def grant(world: World, body: str, told: Facts) -> None:
    """Give a body a mandate; one that a decision of the story granted names that decision."""
    source = world.decisions.get(told.get("decided_in", ""))
    ceiling = told.get("ceiling_eur")
    governance.grant_mandate(
        world.bodies[body],
        by=None,
        decision_types=told["types"],
        ceiling_eur=None if ceiling is None else Decimal(ceiling),
        delegated_to=told.get("delegated_to", ""),
        consents=told.get("consents", ()),
        valid_from=world.day(told["valid_from"]),
        valid_until=world.day(told["valid_until"]) if "valid_until" in told else None,
        source_decision=source,
        note=told.get("note", "") or ("" if source else "Bij de start van het netwerk afgesproken."),
    )
