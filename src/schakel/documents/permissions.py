"""Why a document cannot be opened or changed. Who may do so with the thing it belongs to, its own app says."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.documents.models import Document
    from schakel.people.models import Person

#: How long withdrawing can be taken back.
UNDO = timedelta(minutes=10)


def why_not_open(document: Document) -> str | None:
    """Why nobody opens this document any more: it was withdrawn, by whom and for what reason."""
    if document.withdrawn_at is None:
        return None
    return _("%(name)s trok dit document in op %(day)s. De reden: %(reason)s") % {
        "name": document.withdrawn_by,
        "day": dutch_date(document.withdrawn_at),
        "reason": document.withdrawn_reason,
    }


def why_not_add_version(document: Document) -> str | None:
    """Why nobody puts a version of their own on this document: it was withdrawn, or the platform makes its versions."""
    if document.is_made_here:
        return _("Dit bestand maakt Schakel zelf. Voeg uw eigen bestand toe als een nieuw document.")
    return why_not_open(document)


def why_not_restore(person: Person, document: Document, now: datetime) -> str | None:
    """Why this person may not take back that a document was withdrawn: only who did it, and only at once."""
    if document.withdrawn_at is None:
        return _("Dit document is niet ingetrokken.")
    if document.withdrawn_by_id != person.pk:
        return _("Alleen %(name)s trok dit document in en kan dat terugnemen.") % {
            "name": document.withdrawn_by
        }
    if now - document.withdrawn_at > UNDO:
        return _(
            "Dit kan niet meer ongedaan worden gemaakt; dat kan tien minuten. Voeg het document opnieuw toe."
        )
    return None
