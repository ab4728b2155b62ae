"""The network manager shares views of the portfolio with everyone."""

from __future__ import annotations

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.initiatives import actions


@deed("keep_view")
def keep_view(world: World, entry: Entry) -> None:
    """One view, as the file says it."""
    told = entry.facts
    actions.keep_view(
        world.network, by=world.person(entry.by), name=told["name"], asked=told["asked"], is_shared=True
    )
