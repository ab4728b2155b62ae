"""From how many people figures are shown: lower than usual only by a decision that a body took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.measuring.models import MOST_HIDDEN, Threshold
from schakel.measuring.permissions import why_not_set_threshold
from schakel.measuring.queries.thresholds import decisions_for_threshold
from schakel.methods.disclosure import LOWEST_THRESHOLD, PUBLIC_THRESHOLD
from schakel.network.models import Network
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.governance.models import Decision
    from schakel.people.models import Person


@transaction.atomic
def set_threshold(
    network: Network, *, by: Person, threshold: int, reason: str, decision: Decision | None = None
) -> Threshold:
    """Write down from how many people figures are shown on the pages of a network; the ones before it stay."""
    network = Network.objects.select_for_update().get(pk=network.pk)
    allow(why_not_set_threshold(by, network))
    allow(None if reason.strip() else _("Schrijf op waarom."))
    if not LOWEST_THRESHOLD <= threshold <= MOST_HIDDEN:
        words = _("De drempel ligt tussen %(least)d en %(most)d mensen.")
        allow(words % {"least": LOWEST_THRESHOLD, "most": MOST_HIDDEN})
    before = Threshold.objects.filter(network=network).first()
    if threshold == (before.threshold if before else PUBLIC_THRESHOLD):
        allow(_("Deze drempel geldt al."))
    if threshold < PUBLIC_THRESHOLD:
        allow(_why_not_by(by, network, decision))
    else:
        decision = None
    made = Threshold.objects.create(
        network=network,
        number=before.number + 1 if before else 1,
        threshold=threshold,
        decision=decision,
        reason=reason.strip(),
        set_by=by,
        set_at=timezone.now(),
    )
    data = {"threshold": threshold, "decision": decision.number if decision else ""}
    record(by=by, verb="threshold set", about=made, reason=made.reason, data=data)
    return made


def _why_not_by(by: Person, network: Network, decision: Decision | None) -> str | None:
    """Why the threshold cannot go below the usual one by this decision."""
    if decision is None or not decisions_for_threshold(by, network).filter(pk=decision.pk).exists():
        return _("Onder de %(usual)d mensen kan alleen met een besluit dat een gremium nam en dat geldt.") % {
            "usual": PUBLIC_THRESHOLD
        }
    return None
