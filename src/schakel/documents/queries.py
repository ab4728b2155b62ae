"""Readings of documents. The caller has already made sure that this person may see what they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from schakel.documents.models import Document, DocumentContent, DocumentText, DocumentVersion, Printout
from schakel.documents.paper import Paper, Part, from_json
from schakel.documents.rules import FileKind, Subject, TextState, annex_order

if TYPE_CHECKING:
    from schakel.people.models import Person


@dataclass(frozen=True)
class Shelved:
    """A document with its newest version."""

    document: Document
    version: DocumentVersion

    @property
    def kind(self) -> str:
        """The kind of file, in words."""
        return str(self.version.get_kind_display())


def shelf(person: Person, subject: Subject, *subject_ids: UUID) -> list[Shelved]:
    """The documents of one thing or of several of a kind, standing ones first, annexes by
    number and then the newest. One database query."""
    rows = (
        DocumentVersion.objects.visible_to(person)
        .filter(document__in=Document.objects.visible_to(person).about(subject, *subject_ids))
        .select_related("document__withdrawn_by", "added_by")
        .order_by("document_id", "-number")
        .distinct("document_id")
    )
    found = [Shelved(version.document, version) for version in rows]
    found.sort(key=lambda one: one.version.added_at, reverse=True)
    found.sort(key=lambda one: (not one.document.annex, annex_order(one.document.annex)))
    return sorted(found, key=lambda one: one.document.is_withdrawn)


def has_documents(person: Person, subject: Subject, subject_id: UUID) -> bool:
    """Whether anything stands on this shelf. One database query."""
    return Document.objects.visible_to(person).about(subject, subject_id).exists()


def by_point(shelved: Iterable[Shelved]) -> dict[str, list[Shelved]]:
    """The standing documents that are evidence at a point of a gate, by that point."""
    found: dict[str, list[Shelved]] = {}
    for one in shelved:
        if one.document.point and not one.document.is_withdrawn:
            found.setdefault(one.document.point, []).append(one)
    return found


def versions_of(document: Document) -> list[DocumentVersion]:
    """All versions of a document, newest first. One database query."""
    return list(document.versions.select_related("added_by").order_by("-number"))


def content_of(version: DocumentVersion) -> bytes:
    """The bytes of a version. One database query."""
    found: Any = DocumentContent.objects.filter(network_id=version.network_id, version=version)
    return bytes(found.values_list("data", flat=True).get())


def text_state(version: DocumentVersion) -> TextState | None:
    """How much of the words of a version can be found; None for what has no words. One database query."""
    found = DocumentText.objects.filter(network_id=version.network_id, version=version)
    state = found.values_list("state", flat=True).first()
    return TextState(state) if state else None


def file_to_read(version_id: UUID) -> tuple[bytes, FileKind] | None:
    """The bytes and kind of a version that waits to be read, or None. At most two database queries."""
    waiting = DocumentText.objects.select_related("version").filter(
        version=version_id, state=TextState.WAITING
    )
    text = waiting.first()
    return (content_of(text.version), FileKind(text.version.kind)) if text else None


def printout_to_set(printout_id: UUID) -> tuple[Printout, Paper[Part]] | None:
    """A printout that waits for the worker, with the paper on it; None when it is there or gone. One database query."""
    waiting = Printout.objects.select_related("network").filter(pk=printout_id, made_at__isnull=True)
    found = waiting.first()
    if found is None:
        return None
    kept = found.content
    paper = Paper(
        title=found.title,
        subtitle=kept["subtitle"],
        number=kept["number"],
        path=found.path,
        file_name=found.file_name,
        parts=from_json(kept["parts"]),
        is_one_page=kept["is_one_page"],
    )
    return found, paper
