"""The network changes a checklist of a gate, and people answer what it added."""

from __future__ import annotations

from dataclasses import replace

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.initiatives import actions
from schakel.initiatives.gates import rows_of, template
from schakel.initiatives.models import GateList
from schakel.initiatives.rules import newest_edition
from schakel.initiatives.rules.gate_lists import PointRow, TrackWord


@deed("publish_gate_list")
def publish_gate_list(world: World, entry: Entry) -> None:
    """The manager makes the next version of a list: some points otherwise, some of its own."""
    told = entry.facts
    last = GateList.objects.of(world.network).of_list(told["gate"], TrackWord.FULL).first()
    form = template(told["gate"], edition=newest_edition())
    assert form is not None, "the demo changes lists that there are"
    changes = told.get("changes", {})
    rows = [
        replace(row, **changes.get(row.code, {})) for row in rows_of(form, last.point_rows if last else ())
    ]
    actions.publish_list(
        world.network,
        by=world.person(entry.by),
        gate=told["gate"],
        track=TrackWord.FULL,
        rows=rows + [PointRow("", **one) for one in told.get("own", ())],
        after=last.version if last else 0,
        reason=told["reason"],
    )


@deed("answer_point")
def answer_point(world: World, entry: Entry) -> None:
    """Somebody answers an own point of the gate that comes."""
    initiative = world.initiative(entry.initiative)
    told = entry.facts
    actions.answer_point(
        initiative,
        by=world.person(entry.by),
        gate=initiative.gate or "",
        code=told["code"],
        text=told["text"],
    )
