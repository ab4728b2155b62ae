"""Why a document cannot be opened or changed. Who may do so with the thing it belongs to, its own app says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from schakel.documents.models import Document, DocumentVersion, Printout
from schakel.web.formats import dutch_date

if TYPE_CHECKING:
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


def why_not_open_versions(versions: Iterable[DocumentVersion]) -> dict[UUID, str]:
    """Why nobody opens these versions any more: what is in them was withdrawn. At most one database query."""
    holding = [one for one in versions if one.holds]
    if not holding:
        return {}
    inside = DocumentVersion.objects.filter(
        network_id=holding[0].network_id,
        pk__in={pk for one in holding for pk in one.holds},
        document__withdrawn_at__isnull=False,
    )
    gone = {str(one.pk): one.document for one in inside.select_related("document__withdrawn_by")}
    first = {one.pk: next((gone[pk] for pk in one.holds if pk in gone), None) for one in holding}
    return {pk: _holds_withdrawn(document) for pk, document in first.items() if document is not None}


def _holds_withdrawn(document: Document) -> str:
    assert document.withdrawn_at is not None, "only what was withdrawn is asked for"
    return _(
        "Hier zit “%(title)s” in. %(name)s trok dat document in op %(day)s. De trekker en de netwerkmanager kunnen een "
        "nieuw archief maken, zonder dat document. De reden van het intrekken: %(reason)s"
    ) % {
        "title": document.title,
        "name": document.withdrawn_by,
        "day": dutch_date(document.withdrawn_at),
        "reason": document.withdrawn_reason,
    }


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


def why_not_ask_again(person: Person, printout: Printout) -> str | None:
    """Why this person may not have a printout set once more: it is of who asked for it."""
    if printout.person_id == person.pk:
        return None
    return _("Alleen wie deze PDF vroeg, kan hem opnieuw vragen.")
