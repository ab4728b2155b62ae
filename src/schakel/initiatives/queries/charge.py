"""What a body is in charge of, and would leave behind."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from schakel.governance.models import Body
from schakel.initiatives.models import Initiative, Remeasurement
from schakel.initiatives.rules import CLOSED


def in_charge_of(body: Body) -> QuerySet[Initiative]:
    """What a body still decides about: all that has not ended, and what is measured again. One database query."""
    again = Remeasurement.objects.of(body.network).filter(
        initiative=OuterRef("pk"), done_on__isnull=True, lapsed_at__isnull=True
    )
    held = Initiative.objects.of(body.network).filter(body=body).select_related("network", "body")
    return (held.exclude(stage__in=CLOSED) | held.filter(Exists(again))).order_by("number")
