"""Documents with the things they belong to: the app of the thing permits, the documents are kept below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from schakel.documents import actions as documents
from schakel.overview.shelves import Shelf, why_not_withdraw
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.documents.models import Document, DocumentVersion
    from schakel.people.models import Person


@transaction.atomic
def add_document(shelf: Shelf, about: Any, *, by: Person, **told: Any) -> DocumentVersion:
    """Put a document with something; told: name, data, title, why, point and annex, see ``documents.actions``."""
    allow(shelf.why_not_add(by, about))
    return documents.add_document(shelf.subject, about, by=by, **told)


@transaction.atomic
def add_version(shelf: Shelf, about: Any, document: Document, *, by: Person, **told: Any) -> DocumentVersion:
    """Put a newer version on top of a document; told: name, data and why."""
    allow(shelf.why_not_add(by, about))
    return documents.add_version(document, by=by, **told)


@transaction.atomic
def withdraw_document(shelf: Shelf, about: Any, document: Document, *, by: Person, reason: str) -> Document:
    """Let nobody open a document any more."""
    allow(why_not_withdraw(by, shelf, about, document))
    return documents.withdraw_document(document, by=by, reason=reason)


@transaction.atomic
def restore_document(shelf: Shelf, about: Any, document: Document, *, by: Person) -> Document:
    """Take back that a document was withdrawn, as long as one may withdraw it."""
    allow(why_not_withdraw(by, shelf, about, document))
    return documents.restore_document(document, by=by)
