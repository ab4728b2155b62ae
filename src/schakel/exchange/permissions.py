"""Who may bring a workbook in or take lists out; each answer is a reason to refuse, or None."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.permissions import why_not_edit_bodies, why_not_record_history
from schakel.network.permissions import why_not_manage

if TYPE_CHECKING:
    from schakel.exchange.models import WorkbookImport
    from schakel.network.models import Network
    from schakel.people.models import Person


def why_not_import(by: Person | None, network: Network) -> str | None:
    """Why this person may not bring in a workbook: it changes partners, bodies and history at once."""
    return (
        why_not_manage(by, network, timezone.localdate())
        or why_not_edit_bodies(by, network)
        or why_not_record_history(by, network)
    )


def why_not_bring_in(by: Person | None, found: WorkbookImport) -> str | None:
    """Why this upload cannot be brought in now."""
    if found.done_at is not None:
        return _("Dit bestand is al ingevoerd.")
    if not found.outcome:
        return _("Wij bekijken deze werkmap nog. Ververs de pagina over een halve minuut.")
    if not found.is_right:
        return _("In dit bestand zitten nog fouten. Herstel ze in Excel en stuur het opnieuw.")
    return why_not_import(by, found.network)
