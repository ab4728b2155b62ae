"""The smallest valid purposes and logs; a log goes through the hands of the worker as it does in earnest."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from schakel.carechain import actions
from schakel.carechain.models import DataPurpose, EventLog, TransferAgreement
from schakel.carechain.rules import LogKind
from schakel.network.models import Network
from schakel.network.rules import Role
from schakel.people.models import Person
from tests.factories.governance import looking
from tests.factories.jobs import run_waiting
from tests.factories.network import make_agreement, make_member

_numbers = itertools.count(1)
#: One hand-over of a made-up file: from, to, days of waiting; and how many people made it.
Going = tuple[str, str, int, int]
HEAD = "zaak;stap;organisatie;begin;einde\n"


def csv_of(goings: Sequence[Going], *, first: date = date(2026, 1, 5), every_days: int = 1) -> bytes:
    """A file of cases of two steps: at the first place until noon of a day, at the next at noon so many days later."""
    lines, number = [], 0
    for source, target, days, n in goings:
        for at in range(n):
            number += 1
            day = datetime.combine(first + timedelta(days=at * every_days), datetime.min.time())
            leaves, arrives = day + timedelta(hours=12), day + timedelta(days=days, hours=12)
            lines.append(f"Z{number};onderzoek;{source};{day:%d-%m-%Y %H:%M};{leaves:%d-%m-%Y %H:%M}")
            lines.append(f"Z{number};opname;{target};{arrives:%d-%m-%Y %H:%M};{arrives:%d-%m-%Y %H:%M}")
    return (HEAD + "\n".join(lines) + "\n").encode()


def make_purpose(network: Network, *, longest_months: int = 24) -> DataPurpose:
    """A purpose under an agreement, written down by a manager."""
    agreement = make_agreement(network, slug=f"delen-{next(_numbers)}")
    manager = make_member(network, Role.MANAGER)
    with looking(manager):
        return actions.record_purpose(
            network,
            by=manager,
            agreement=agreement,
            goal="Zien waar mensen wachten",
            ground="Artikel 3 van de overeenkomst",
            longest_months=longest_months,
        )


def send_log(purpose: DataPurpose, data: bytes, *, by: Person, **facts: Any) -> EventLog:
    """A file that came in whole; the worker has not looked at it yet."""
    values = {
        "title": "Ouderenzorg",
        "filename": "zorg.csv",
        "keep_until": timezone.localdate() + timedelta(days=90),
    }
    with looking(by):
        log = actions.begin_log(purpose, by=by, n_bytes=len(data), **{**values, **facts})
        return actions.add_piece(log, by=by, at=0, data=data)[0]


def prepare(log: EventLog, *, by: Person, **facts: Any) -> EventLog:
    """Let the worker look at a log, take the columns as guessed, and let the worker prepare it."""
    run_waiting(only=actions.LOOK)
    with looking(by):
        log.refresh_from_db()
        actions.choose_columns(log, by=by, **{"mapping": log.mapping, **facts})
    run_waiting(only=actions.PREPARE)
    with looking(by):
        log.refresh_from_db()
    return log


def make_log(network: Network, goings: Sequence[Going], **facts: Any) -> EventLog:
    """A log that is ready, of so many people that went from one place to another."""
    analyst = make_member(network, Role.ANALYST)
    purpose = make_purpose(network)
    return prepare(send_log(purpose, csv_of(goings), by=analyst), by=analyst, **facts)


TRANSFERS_HEAD = "event_id,patient_id,step,from_place,to_place,event_type,occurred_at,note\n"
HOSPITAL, REHABILITATION, SHORT_STAY = "Ziekenhuis De Linde", "GRZ Lindetuin", "ELV De Es"


def transfers_of(*, quick: int = 20, slow: int = 10, others: int = 0, reason: str = "vol") -> bytes:
    """A file of people that leave home on 1 March, are ready on the 4th, and are home again by way of rehabilitation.

    quick: answered in 2 hours, one night of waiting; slow: refused after 6 hours, four nights, of which the patient
    asked for one; others: from the hospital to a short stay, where they still are.
    """
    rows: list[tuple[str, str, str, str, str, str, str]] = []
    for at in range(quick + slow + others):
        who, is_slow, is_other = f"Jansen{at}", quick <= at < quick + slow, at >= quick + slow
        place = SHORT_STAY if is_other else REHABILITATION
        rows.append((who, "1", "thuis", HOSPITAL, "left", "2026-03-01T10:00", ""))
        rows.append((who, "1", "thuis", HOSPITAL, "arrived", "2026-03-01T11:00", ""))
        rows.append((who, "2", HOSPITAL, place, "medically_ready", "2026-03-04T09:00", ""))
        rows.append((who, "2", HOSPITAL, place, "handover_sent", "2026-03-04T10:00", ""))
        answer = (
            ("handover_refused", "2026-03-04T16:00") if is_slow else ("handover_accepted", "2026-03-04T12:00")
        )
        rows.append((who, "2", HOSPITAL, place, *answer, reason if is_slow else ""))
        if is_slow:
            rows.append((who, "2", HOSPITAL, place, "patient_delay_start", "2026-03-05", ""))
            rows.append((who, "2", HOSPITAL, place, "patient_delay_end", "2026-03-06", ""))
        left = "2026-03-08T10:00" if is_slow else "2026-03-05T10:00"
        rows.append((who, "2", HOSPITAL, place, "left", left, ""))
        rows.append((who, "2", HOSPITAL, place, "arrived", left, ""))
        if not is_other:
            rows.append((who, "3", place, "thuis", "left", "2026-03-21T10:00", ""))
            rows.append((who, "3", place, "thuis", "arrived", "2026-03-21T11:00", ""))
    lines = [f"{number},{','.join(row)}" for number, row in enumerate(rows, start=1)]
    return (TRANSFERS_HEAD + "\n".join(lines) + "\n").encode()


def make_transfers(network: Network, data: bytes | None = None, **facts: Any) -> EventLog:
    """A file with transfers that the worker counted, or could not."""
    analyst = make_member(network, Role.ANALYST)
    values = {"title": "Overdrachten", "filename": "overdrachten.csv", "kind": LogKind.TRANSFERS, **facts}
    log = send_log(make_purpose(network), transfers_of() if data is None else data, by=analyst, **values)
    run_waiting(only=actions.COUNT)
    with looking(analyst):
        log.refresh_from_db()
    return log


def agree_on_transfers(network: Network, **facts: Any) -> TransferAgreement:
    """Four hours to answer, a day before leaving, two nights, for eighty of hundred; since 2025."""
    manager = make_member(network, Role.MANAGER)
    values = {
        "answer_within_hours": 4,
        "sent_before_leaving_hours": 24,
        "delay_nights_max": 2,
        "readmission_days": 30,
        "percent": 80,
        "origin": "Transferoverleg",
        "valid_from": date(2025, 1, 1),
    }
    with looking(manager):
        return actions.set_transfer_agreement(network, by=manager, **{**values, **facts})
