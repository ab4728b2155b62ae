"""Writing down initiatives from before the network worked here, as the source tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions import why_not_before_schakel
from schakel.governance.permissions import why_not_record_history
from schakel.initiatives.actions.keeping import kept, next_initiative_number, of_network, tell
from schakel.initiatives.models import GateList, Initiative, InitiativeArea, InitiativePartner
from schakel.initiatives.rules import ACTIVE, STOPPABLE, Kind, Stage, newest_edition
from schakel.journal.actions import record
from schakel.network.rules import Precision
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.governance.models import Body
    from schakel.network.models import Area, Network, Partner, Theme
    from schakel.people.models import Person


@dataclass(frozen=True)
class PastEvent:
    """One thing that the source tells; on is None when it does not say when."""

    title: str
    text: str = ""
    on: date | None = None
    precision: str = Precision.DAY
    icon: str = "same"


@dataclass(frozen=True)
class PastInitiative:
    """What a source tells about one initiative; what it does not tell stays empty."""

    key: str
    title: str
    stage: str
    source: str
    problem: str = ""
    proposal: str = ""
    benefit: str = ""
    kind: str = ""
    phase: int | None = None
    theme: Theme | None = None
    body: Body | None = None
    partners: Mapping[Partner, str] = field(default_factory=dict)
    areas: Sequence[Area] = ()
    started_on: date | None = None
    started_precision: str = ""
    public_reason: str = ""
    return_stage: str = ""
    commissioner: str = ""
    successor_of: Initiative | None = None
    events: Sequence[PastEvent] = ()


#: Where a source cannot leave an initiative: these ask for something that only happens here.
NOT_FROM_A_SOURCE = frozenset({Stage.DRAFT, Stage.SUBMITTED, Stage.PARKED, Stage.MERGED})


def why_not_past(past: PastInitiative) -> str | None:
    """Say why something cannot be written down as history, or None."""
    if past.stage not in Stage.values or past.stage in NOT_FROM_A_SOURCE:
        return _("Een initiatief uit een bron kan niet in de stand “%(stage)s” staan.") % {
            "stage": past.stage
        }
    if past.return_stage and (past.stage != Stage.STOPPED or past.return_stage not in STOPPABLE & ACTIVE):
        return _("Alleen wat gestopt is, zegt in welke stap dat was, en niet “%(stage)s”.") % {
            "stage": past.return_stage
        }
    if past.kind not in {"", *Kind.values}:
        return _("Deze soort initiatief kennen wij niet: %(kind)s.") % {"kind": past.kind}
    if any(part not in InitiativePartner.Part.values for part in past.partners.values()):
        return _("Kies een rol uit de lijst.")
    return None


@transaction.atomic
def record_historic_initiative(network: Network, *, by: Person | None, past: PastInitiative) -> Initiative:
    """Write down an initiative that a source tells about, with only what the source says; once for each key.

    A second time with the same key changes nothing and returns what is there: history is not rewritten.
    """
    allow(why_not_record_history(by, network))
    found = Initiative.objects.of(network).filter(key=past.key).first()
    if found is not None:
        return found
    allow(why_not_past(past))
    if by is not None:
        allow(why_not_before_schakel(network, past.started_on, past.started_precision))
        allow(None if past.source.strip() else _("Schrijf op uit welke bron dit komt."))
    of_network(network.pk, past.theme, past.body, past.successor_of, *past.partners, *past.areas)
    initiative = _write(network, past)
    InitiativePartner.objects.bulk_create(
        InitiativePartner(network=network, initiative=initiative, partner=partner, part=part)
        for partner, part in past.partners.items()
    )
    InitiativeArea.objects.bulk_create(
        InitiativeArea(network=network, initiative=initiative, area=area) for area in past.areas
    )
    for event in past.events:
        tell(
            initiative,
            icon=event.icon,
            by=None,
            title=event.title,
            text=event.text,
            on=event.on,
            precision=event.precision,
            source=past.source,
            is_known=event.on is not None,
        )
    record(by=by, verb="recorded from source", about=initiative, reason=past.source)
    return initiative


def _write(network: Network, past: PastInitiative) -> Initiative:
    year = past.started_on.year if past.started_on else timezone.localdate().year
    return Initiative.objects.create(
        network=network,
        key=past.key,
        number=next_initiative_number(network, year),
        title=kept(past.title, longest=200),
        problem=kept(past.problem),
        proposal=kept(past.proposal),
        benefit=kept(past.benefit),
        stage=past.stage,
        kind=past.kind,
        phase=past.phase,
        theme=past.theme,
        body=past.body,
        started_on=past.started_on,
        started_precision=past.started_precision or (Precision.DAY if past.started_on else ""),
        public_reason=kept(past.public_reason),
        return_stage=past.return_stage,
        commissioner=kept(past.commissioner, longest=200),
        successor_of=past.successor_of,
        is_historic=True,
        gate_edition=newest_edition(),
        own_gate_edition=GateList.objects.newest_number(network),
        source=kept(past.source, longest=300),
    )
