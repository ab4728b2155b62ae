"""The conversation about an initiative, ready to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from schakel.initiatives.models import Initiative, Note, NoteDraft
from schakel.people.models import Person

#: So many notes are shown; older ones on the next page.
NOTES_PER_PAGE = 40


@dataclass(frozen=True)
class NoteVersion:
    """What a note said at a moment."""

    text: str
    at: datetime


def notes(person: Person, initiative: Initiative) -> Any:
    """The notes that this person may read, newest first; two database queries when they are read."""
    rows = Note.objects.visible_to(person).filter(initiative=initiative)
    return rows.select_related("author").prefetch_related("mentions__person").order_by("-written_at", "id")


def find_note(person: Person, initiative: Initiative, pk: UUID) -> Note | None:
    """One note, or None when it is not there for this person. One database query."""
    rows = Note.objects.visible_to(person).filter(initiative=initiative, pk=pk)
    return rows.select_related("author", "network", "initiative__network", "initiative__body").first()


def versions_of_note(note: Note) -> Sequence[NoteVersion]:
    """What the note said before and says now, newest first; nothing of a note that was withdrawn. One query."""
    if note.withdrawn_at is not None:
        return []
    model: Any = Note
    rows = model.pgh_event_model.objects.filter(network_id=note.network_id, pgh_obj_id=note.pk)
    found: list[NoteVersion] = []
    for text, at in rows.order_by("pgh_id").values_list("text", "pgh_created_at"):
        if not found or found[-1].text != text:
            found.append(NoteVersion(text, at))
    return found[::-1]


def note_draft(person: Person, initiative: Initiative) -> NoteDraft | None:
    """What this person was writing here. One database query."""
    return NoteDraft.objects.visible_to(person).filter(initiative=initiative).first()
