"""The plan, and what partners promise for it."""

from __future__ import annotations

from decimal import Decimal

from schakel.demo.content import Entry, Facts
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.initiatives import actions
from schakel.initiatives.models import Commitment

TEXTS = {
    "summary": "summary",
    "result": "result",
    "communication": "communication",
    "low_literacy": "low_literacy",
    "participation": "participation",
    "needs_pilot": "needs_pilot",
    "privacy": "privacy_check",
    "competition": "restricts_competition",
}


@deed("plan")
def plan(world: World, entry: Entry) -> None:
    """The lead writes the plan."""
    told, by = entry.facts, world.person(entry.by)
    made = actions.begin_plan(world.initiative(entry.initiative), by=by)
    actions.write_plan(made, by=by, **{field: told[name] for name, field in TEXTS.items()})
    for part, row_of in ROWS.items():
        rows = [row_of(world, one) for one in told.get(PART_NAMES[part], ())]
        if rows:
            actions.write_part(made, by=by, part=part, rows=rows)


@deed("freeze")
def freeze(world: World, entry: Entry) -> None:
    """The lead freezes the newest version."""
    newest = world.initiative(entry.initiative).plans.order_by("-version").first()
    assert newest is not None, "a plan is frozen after somebody began it"
    actions.freeze_plan(newest, by=world.person(entry.by))


@deed("ask_commitment")
def ask_commitment(world: World, entry: Entry) -> None:
    """The lead asks a partner for a promise."""
    told = entry.facts
    amount = told.get("amount")
    world.commitments[entry.initiative, told["key"]] = actions.ask_commitment(
        world.initiative(entry.initiative),
        by=world.person(entry.by),
        partner=world.partners[told["partner"]],
        kind=told["kind"],
        text=told["text"],
        amount=None if amount is None else Decimal(amount),
        due_on=world.day(told["due"]) if "due" in told else None,
    )


@deed("confirm")
def confirm(world: World, entry: Entry) -> None:
    """The partner says yes."""
    actions.confirm_commitment(
        _commitment(world, entry), by=world.person(entry.by), answer=entry.facts.get("note", "")
    )


@deed("amend")
def amend(world: World, entry: Entry) -> None:
    """The partner says: differently."""
    actions.amend_commitment(
        _commitment(world, entry),
        by=world.person(entry.by),
        answer=entry.facts["note"],
        amount=Decimal(entry.facts["amount"]),
    )


def _commitment(world: World, entry: Entry) -> Commitment:
    return Commitment.objects.of(world.network).get(
        pk=world.commitments[entry.initiative, entry.facts["commitment"]].pk
    )


def _goal(world: World, told: Facts) -> Facts:
    return {
        "text": told["text"],
        "measure": told["measure"],
        "target": told["target"],
        "due_on": world.day(told["due"]),
        "owner": world.names[told["owner"]],
    }


def _activity(world: World, told: Facts) -> Facts:
    return {
        "text": told["text"],
        "owner": world.names[told["owner"]],
        "starts_on": world.day(told["starts"]),
        "due_on": world.day(told["due"]),
        "depends_on": told.get("after", ""),
    }


def _milestone(world: World, told: Facts) -> Facts:
    return {
        "kind": told["kind"],
        "text": told["text"],
        "debtor": world.partners[told["debtor"]],
        "due_on": world.day(told["due"]),
        "evidence": told["evidence"],
        "payment_share_percent": Decimal(told["percent"]),
    }


def _budget_line(world: World, told: Facts) -> Facts:
    return {
        "cost_type": told["type"],
        "text": told["text"],
        "year": world.day(told["year"]).year,
        "amount_eur": Decimal(told.get("eur", 0)),
        "hours": told.get("hours", 0),
        "funding_line": world.funding_lines.get(told.get("line", "")),
        "funding_source": told.get("source", ""),
        "partner": world.partners[told["partner"]],
    }


def _risk(world: World, told: Facts) -> Facts:
    return {
        "text": told["text"],
        "likelihood": told["likelihood"],
        "impact": told["impact"],
        "measure": told["measure"],
        "owner": world.names[told["owner"]],
    }


def _role(world: World, told: Facts) -> Facts:
    return {"name": told["name"], "who": told["who"], "tasks": told["tasks"]}


#: Part of a plan → how one row of the diary becomes a row of that part.
ROWS = {
    "goals": _goal,
    "activities": _activity,
    "milestones": _milestone,
    "budget_lines": _budget_line,
    "risks": _risk,
    "roles": _role,
}
PART_NAMES = {name: "budget" if name == "budget_lines" else name for name in ROWS}
