"""From home to home: counting a file with transfers, what partners agreed, and by what health gained is measured."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.carechain import counting, folder
from schakel.carechain.actions.logs import locked_log, no_room, write_pieces
from schakel.carechain.counting import BadTransfers
from schakel.carechain.models import EventLog, StepGain, TransferAgreement, TransferStep
from schakel.carechain.permissions import why_not_choose_gain, why_not_count, why_not_set_norm
from schakel.carechain.preparing import Tell
from schakel.carechain.queries import places_of_partners
from schakel.carechain.rules import LogState, Station, why_not_agreement
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.measuring.models import Series
    from schakel.network.models import Network
    from schakel.people.models import Person

_LONGEST_WORDS = 500


@transaction.atomic
def count_transfers(log: EventLog, *, by: Person, tell: Tell) -> EventLog:
    """Count a file with transfers, and let the file go: no row of it is kept, on a page or anywhere else.

    What is no such file is told on its page, and its pieces go too.
    """
    from schakel.methods.eventlog.reasons import BadLog

    log = locked_log(log)
    allow(why_not_count(by, log))
    key = None if log.is_pseudonymised else folder.key_of(log.network_id)
    known = places_of_partners(log.network)
    try:
        with folder.incoming(log.network_id, log.pk) as path:
            tell("lezen", 0.0)
            write_pieces(log, path)
            found = counting.count(path, key=key, cut_off=log.cut_off, known=known, tell=tell)
    except OSError as fault:
        raise no_room() from fault
    except (BadLog, BadTransfers) as fault:
        log.state, log.words = LogState.UNREADABLE, str(fault)[:_LONGEST_WORDS]
        log.save(update_fields=["state", "words"])
        log.pieces.all().delete()
        record(by=by, verb="could not count", about=log)
        return log
    _keep(log, found)
    log.pieces.all().delete()
    rejected = found.counts["rejected"]
    record(by=by, verb="counted", about=log, data={"events": found.counts["events"], "rejected": rejected})
    return log


def _keep(log: EventLog, found: counting.Counted) -> None:
    log.counts, log.rejects, log.answer = found.counts, found.rejects, found.answer
    log.sha256, log.first_on, log.last_on = found.counts["sha256"], found.first_on, found.last_on
    log.state, log.prepared_at, log.words = LogState.READY, timezone.now(), ""
    log.save()
    TransferStep.objects.bulk_create(
        [
            TransferStep(
                network_id=log.network_id,
                log=log,
                source_kind=one.source_kind,
                target_kind=one.target_kind,
                source=one.source,
                target=one.target,
                n_people=one.n_people,
                facts=asdict(one.facts),
                reasons=dict(one.reasons),
            )
            for one in found.steps
        ],
        batch_size=500,
    )


@transaction.atomic
def set_transfer_agreement(
    network: Network,
    *,
    by: Person,
    answer_within_hours: int,
    sent_before_leaving_hours: int,
    delay_nights_max: int,
    readmission_days: int,
    percent: int,
    origin: str,
    valid_from: date,
) -> TransferAgreement:
    """Write down what partners agreed on about transfers; what held before ends on the day this begins."""
    allow(why_not_set_norm(by, network))
    allow(
        why_not_agreement(
            hours=answer_within_hours,
            before=sent_before_leaving_hours,
            nights=delay_nights_max,
            days=readmission_days,
            percent=percent,
        )
    )
    if not origin.strip():
        raise Refused(_("Schrijf op wie dit afsprak."))
    known = TransferAgreement.objects.of(network).select_for_update()
    if known.filter(valid_from__gte=valid_from).exists():
        raise Refused(_("Er is al een afspraak die op deze dag of later begint. Kies een latere dag."))
    known.filter(valid_until__isnull=True).update(valid_until=valid_from)
    made = TransferAgreement.objects.create(
        network=network,
        answer_within_hours=answer_within_hours,
        sent_before_leaving_hours=sent_before_leaving_hours,
        delay_nights_max=delay_nights_max,
        readmission_days=readmission_days,
        percent=percent,
        origin=origin.strip(),
        valid_from=valid_from,
        recorded_by=by,
    )
    record(by=by, verb="agreed on transfers", about=made, data={"valid_from": valid_from.isoformat()})
    return made


@transaction.atomic
def choose_gain(
    network: Network, *, by: Person, source_kind: str, target_kind: str, series: Series | None
) -> StepGain | None:
    """Say by which series the health that a step gains is measured; None: by nothing any more."""
    allow(why_not_choose_gain(by, network))
    if series is not None and series.network_id != network.pk:
        raise Refused(_("Deze reeks is van een ander netwerk."))
    step = {"source_kind": Station(source_kind), "target_kind": Station(target_kind)}
    known = StepGain.objects.of(network).filter(**step).select_for_update().first()
    if series is None:
        if known is not None:
            record(by=by, verb="measured no longer by", about=known)
            known.delete()
        return None
    if known is None:
        known = StepGain(network=network, **step)
    elif known.series_id == series.pk:
        return known
    known.series, known.chosen_by, known.chosen_at = series, by, timezone.now()
    known.save()
    record(by=by, verb="measured by", about=known, data={"series": str(series.pk)})
    return known
