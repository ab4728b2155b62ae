"""With which series a promise can be compared, and why with others not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.initiatives.gates.comparing import taking_part, why_not_beside
from schakel.measuring.models import Series
from schakel.measuring.rules import Level

if TYPE_CHECKING:
    from schakel.initiatives.models import Measure
    from schakel.people.models import Person


@dataclass(frozen=True)
class Comparable:
    """What may be chosen, each with its key and its words, and in one sentence why there is no more."""

    offered: Sequence[tuple[str, str, Series]]
    words: str


def comparable(person: Person, measure: Measure) -> Comparable:
    """With which series of the same definition and the same kind this measure can be compared. Five queries."""
    own = measure.series
    joined = taking_part(measure)
    if own.level == Level.NETWORK:
        return Comparable((), why_not_beside(own, measure, joined) or "")
    rows = Series.objects.visible_to(person).filter(
        version=own.version_id, level=own.level, subject_type=own.subject_type, subject_id=own.subject_id
    )
    others = sorted(rows.exclude(pk=own.pk).named(), key=lambda one: one.who)
    if not others:
        return Comparable(
            (), _("Er is nog geen reeks van dit cijfer over iemand anders om mee te vergelijken.")
        )
    reasons = {one.pk: why_not_beside(one, measure, joined) for one in others}
    offered = [(str(one.pk), one.who, one) for one in others if reasons[one.pk] is None]
    refused = [one for one in others if reasons[one.pk] is not None]
    if own.level == Level.AREA and joined.is_everywhere:
        return Comparable(offered, reasons[others[0].pk] or "")
    names = ", ".join(one.who for one in refused)
    return Comparable(
        offered, _("Niet te kiezen, want dit doet mee: %(names)s.") % {"names": names} if names else ""
    )
