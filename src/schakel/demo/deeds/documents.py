"""Putting a document with an initiative, and a newer version on top."""

from __future__ import annotations

from importlib.resources import files

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.documents.models import Document
from schakel.overview.actions import documents
from schakel.overview.shelves import SHELVES


@deed("document")
def document(world: World, entry: Entry) -> None:
    """Someone adds a document to an initiative."""
    documents.add_document(
        SHELVES["initiative"],
        world.initiative(entry.initiative),
        by=world.person(entry.by),
        title=entry.facts["title"],
        why=entry.facts["why"],
        **_file(entry),
    )


@deed("document_version")
def document_version(world: World, entry: Entry) -> None:
    """Someone adds a newer version of a document."""
    found = Document.objects.of(world.network).get(title=entry.facts["title"])
    documents.add_version(
        SHELVES["initiative"],
        world.initiative(entry.initiative),
        found,
        by=world.person(entry.by),
        why=entry.facts["why"],
        **_file(entry),
    )


def _file(entry: Entry) -> dict[str, str | bytes]:
    name = entry.facts["file"]
    return {
        "name": entry.facts.get("name", name),
        "data": (files("schakel.demo") / "linde" / "documents" / name).read_bytes(),
    }
