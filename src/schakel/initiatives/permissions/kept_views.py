"""Who keeps views of the portfolio: everyone their own; those of the network are kept by who manages it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.permissions import Permission, why_not
from schakel.network.permissions import why_not_manage

if TYPE_CHECKING:
    from schakel.initiatives.models import PortfolioView
    from schakel.network.models import Network
    from schakel.people.models import Person


def why_not_share_view(person: Person, network: Network) -> str | None:
    """Why this person may not keep, change or remove a view of the network: its manager does."""
    return why_not_manage(person, network, timezone.localdate())


def why_not_keep_view(person: Person, network: Network, view: PortfolioView | None = None) -> str | None:
    """Why this person may not keep a view, or not change or remove this one."""
    if reason := why_not(person, Permission.READ, network):
        return reason
    if view is None or (not view.is_shared and view.person_id == person.pk):
        return None
    if not view.is_shared:
        return _("Deze weergave is van iemand anders.")
    return why_not_share_view(person, network)
