"""Who keeps the gate checklists of a network, and who answers the points that it added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.permissions import Permission, holds, why_not_put_on_agenda
from schakel.initiatives.permissions.working import pulls
from schakel.initiatives.rules import CLOSED
from schakel.network.permissions import why_not_manage
from schakel.web.refusal import NotYours

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.network.models import Network
    from schakel.people.models import Person


def why_not_keep_lists(person: Person | None, network: Network) -> str | None:
    """Why this person may not make a next version of a checklist: the network manager does."""
    return why_not_manage(person, network, timezone.localdate())


def why_not_answer_point(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not answer an own point: who pulls it, who brings it before the group, and the office may."""
    if initiative.stage in CLOSED:
        return _("Dit initiatief is klaar of gestopt. Er verandert niets meer aan.")
    if holds(person, Permission.COORDINATE_INITIATIVES, initiative.network) or pulls(person, initiative):
        return None
    if initiative.body is not None and why_not_put_on_agenda(person, initiative.body) is None:
        return None
    return NotYours(
        _(
            "Alleen de trekker, de verkenner, de voorzitter en secretaris van de groep en de netwerkmanager "
            "beantwoorden dit punt."
        )
    )
