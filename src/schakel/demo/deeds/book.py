"""The list of deeds: the word in the diary and the function that does it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext

from schakel.demo.clock import clock_at
from schakel.demo.content import Entry
from schakel.demo.world import World

Deed = Callable[[World, Entry], None]
DEEDS: dict[str, Deed] = {}


def deed(word: str) -> Callable[[Deed], Deed]:
    """Put a function in the list under the word that the diary uses."""

    def put(function: Deed) -> Deed:
        DEEDS[word] = function
        return function

    return put


def perform(world: World, entry: Entry) -> None:
    """Do one line of the diary at its own moment, looking as the person who does it."""
    looking = world.acting(entry.by) if entry.by else nullcontext()
    with clock_at(entry.at), looking:
        try:
            DEEDS[entry.deed](world, entry)
        except Exception as fault:
            fault.add_note(
                f"In het dagboek: {entry.initiative} {entry.deed} {entry.at:%Y-%m-%d %H:%M} {entry.by}"
            )
            raise
