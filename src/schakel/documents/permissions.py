"""Why a document cannot be opened or changed. Who may do so with the thing it belongs to, its own app says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.documents.models import Document


def why_not_open(document: Document) -> str | None:
    """Why nobody opens this document any more: it was withdrawn, by whom and for what reason."""
    if document.withdrawn_at is None:
        return None
    return _("%(name)s trok dit document in op %(day)s. De reden: %(reason)s") % {
        "name": document.withdrawn_by,
        "day": dutch_date(document.withdrawn_at),
        "reason": document.withdrawn_reason,
    }
