"""Readings of documents. The caller has already made sure that this person may see what they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from schakel.documents.models import Document, DocumentContent, DocumentVersion
from schakel.documents.rules import Subject

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


def shelf(person: Person, subject: Subject, subject_id: UUID) -> list[Shelved]:
    """The documents of one thing, standing ones first, newest first. One database query."""
    rows = (
        DocumentVersion.objects.visible_to(person)
        .filter(document__in=Document.objects.visible_to(person).about(subject, subject_id))
        .select_related("document__withdrawn_by", "added_by")
        .order_by("document_id", "-number")
        .distinct("document_id")
    )
    found = [Shelved(version.document, version) for version in rows]
    found.sort(key=lambda one: one.version.added_at, reverse=True)
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
