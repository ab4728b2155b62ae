"""Which series may stand beside a promise: of the same definition, and of who does not take part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.initiatives.models import InitiativeArea, InitiativePartner, Measure
from schakel.initiatives.rules.comparing import TakingPart, around_and_within
from schakel.measuring.rules import Level
from schakel.network.models import Area

if TYPE_CHECKING:
    from uuid import UUID

    from schakel.measuring.models import Series


def taking_part(measure: Measure) -> TakingPart:
    """Who takes part in the initiative of this measure, also by what it follows. Four database queries."""
    initiative = measure.initiative
    followed = list(
        Measure.objects.filter(initiative=initiative).values_list(
            "series_id", "series__partner_id", "series__area_id"
        )
    )
    partners: set[UUID | None] = set(
        InitiativePartner.objects.filter(initiative=initiative).values_list("partner_id", flat=True)
    )
    partners |= {initiative.partner_id, *(partner for _key, partner, _area in followed)}
    placed = set(InitiativeArea.objects.filter(initiative=initiative).values_list("area_id", flat=True))
    areas = placed | {area for _key, _partner, area in followed if area}
    parents = dict(Area.objects.filter(network_id=initiative.network_id).values_list("pk", "parent_id"))
    return TakingPart(
        partners=frozenset(one for one in partners if one),
        areas=around_and_within(frozenset(areas), parents),
        series=frozenset(key for key, _partner, _area in followed),
        is_everywhere=not placed,
    )


def why_not_beside(one: Series, measure: Measure, joined: TakingPart) -> str | None:
    """Why this series cannot be compared with the one of the measure, or None."""
    own = measure.series
    if own.level == Level.NETWORK or one.level == Level.NETWORK:
        return _("Een cijfer van het hele netwerk vergelijkt u niet: daar zit iedereen in, ook wie meedoet.")
    if one.version_id != own.version_id:
        return _("%(who)s: dit is een andere definitie. Vergelijk met een reeks van dezelfde.") % {
            "who": one.who
        }
    if (one.level, one.subject_type, one.subject_id) != (own.level, own.subject_type, own.subject_id):
        return _("%(who)s: vergelijk een partner met een partner, en een gebied met een gebied.") % {
            "who": one.who
        }
    return why_takes_part(one, joined)


def why_takes_part(one: Series, joined: TakingPart) -> str | None:
    """Why this series is of somebody who takes part, or None."""
    if one.area_id is not None and joined.is_everywhere:
        return _("Dit initiatief staat in geen gebied: het is van het hele netwerk, dus ook van %(who)s.") % {
            "who": one.who
        }
    if one.pk in joined.series or one.partner_id in joined.partners or one.area_id in joined.areas:
        return _("%(who)s doet mee aan dit initiatief. Vergelijk met wie niet meedoet.") % {"who": one.who}
    return None
