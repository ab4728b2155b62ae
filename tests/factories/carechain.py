"""The smallest valid purposes and logs; a log goes through the hands of the worker as it does in earnest."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from schakel.carechain import actions
from schakel.carechain.models import DataPurpose, EventLog
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
