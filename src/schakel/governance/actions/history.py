"""Decisions from before the network worked here, as a source tells them and no further."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.numbering import DECISIONS, next_number, require_text
from schakel.governance.actions.opening import new_condition, why_not_verdict
from schakel.governance.models import Body, Decision
from schakel.governance.permissions import why_not_record_history
from schakel.governance.rules import (
    HISTORIC,
    DecisionStatus,
    DecisionType,
    Judgement,
    NewCondition,
    Subject,
    as_json,
    silent_proofs,
)
from schakel.journal.actions import record
from schakel.network.models import Network
from schakel.network.rules import Precision, last_day
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.people.models import Person


@transaction.atomic
def record_historic_decision(
    network: Network,
    *,
    by: Person | None,
    type: str,
    title: str,
    source: str,
    happened_on: date | None = None,
    precision: str = Precision.DAY,
    body: Body | None = None,
    verdict: str = "",
    options: Sequence[Mapping[str, str]] = (),
    subject: Subject | None = None,
    reason: str = "",
    public_reason: str = "",
    known: Mapping[str, str] | None = None,
    conditions: Sequence[NewCondition] = (),
) -> Decision:
    """Write down a decision of the past with its source; a proof about which the source is silent says so.

    known: words of the source per proof (mandate, quorum, method, consents).
    """
    allow(why_not_record_history(by, network))
    now = timezone.now()
    today = timezone.localdate(now)
    allow(why_not_historic(type, happened_on, precision, today))
    if by is not None:
        allow(why_not_before_schakel(network, happened_on, precision))
    allow(why_not_verdict(options, verdict))
    subject = subject or Subject("", None, "")
    judgement = Judgement(carried=True, proofs=silent_proofs(dict(known or {})))
    decision = Decision.objects.create(
        network=network,
        body=body,
        number=next_number(network, DECISIONS, (happened_on or today).year),
        type=type,
        title=require_text(title, longest=300, name=_("de titel")),
        verdict=verdict,
        options=[dict(option) for option in options],
        subject_type=subject.type,
        subject_id=subject.id,
        subject_label=subject.label[:300],
        subject_stage=subject.stage,
        status=DecisionStatus.VALID,
        decided_on=happened_on,
        decided_precision=precision,
        recorded_at=now,
        valid_at=now,
        reason=reason.strip(),
        public_reason=public_reason.strip(),
        proof=as_json(judgement),
        template=HISTORIC,
        source=require_text(source, name=_("de bron")),
    )
    for condition in conditions:
        new_condition(decision, condition)
    record(by=by, verb="recorded history", about=decision, reason=reason, data={"source": source[:300]})
    return decision


def why_not_before_schakel(network: Network, on: date | None, precision: str) -> str | None:
    """Why this is no history: what happened since the network works here has a decision here. No database query.

    A month or a year is history when it was over before the network began here.
    """
    began = timezone.localdate(network.created_at)
    if on is None:
        return _("Schrijf op wanneer dit was, zo precies als u weet.")
    if on >= began:
        return _(
            "Dit netwerk begon op %(day)s met Schakel. Wat daarna gebeurde, hoort een besluit in Schakel te hebben."
        ) % {"day": dutch_date(began)}
    if last_day(on, precision) >= began:
        words = (
            _(
                "In %(period)s begon dit netwerk met Schakel, op %(day)s. "
                "Alleen wat daarvóór was, hoort hier. Schrijf de dag op."
            )
            if precision == Precision.MONTH
            else _(
                "In %(period)s begon dit netwerk met Schakel, op %(day)s. "
                "Alleen wat daarvóór was, hoort hier. Schrijf de maand of de dag op."
            )
        )
        return words % {"period": dutch_date(on, precision), "day": dutch_date(began)}
    return None


def why_not_historic(type: str, happened_on: date | None, precision: str, today: date) -> str | None:
    """Why this cannot be a decision of the past."""
    if type not in DecisionType.values:
        return _("Deze soort besluit kennen wij niet: %(type)s.") % {"type": type}
    if precision not in Precision.values:
        return _("Deze zekerheid van een datum kennen wij niet: %(precision)s.") % {"precision": precision}
    if happened_on is not None and happened_on >= today:
        return _("Een oud besluit ligt vóór vandaag. Leg een nieuw besluit vast in een overleg.")
    return None
