"""The way from home to home in De Linde: invented transfers, counted as people do it; agreements, and one measure.

Made with a seed, every time the demo is loaded. No figure of it is about anybody or anything that exists.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from schakel.carechain import actions
from schakel.carechain.models import DataPurpose, EventLog
from schakel.carechain.rules import LogKind, Station
from schakel.demo.clock import clock_at
from schakel.demo.world import World
from schakel.measuring.models import Series
from schakel.tenancy.context import person as looking_as

ANALYST = "kees"
AGREED, BROUGHT_IN = "-52w ma 10.00", "-2w di 11.00"
N_PATIENTS, N_DAYS, SEED = 240, 180, 35
HEAD = "nummer;patiënt;stap;van;naar;gebeurtenis;tijdstip;reden"
HOME, HOSPITAL, HOME_CARE = "thuis", "Ziekenhuis De Linde", "Wijkzorg Lindestreek"
REHABILITATION, SHORT_STAYS = "GRZ Revalidatiehuis Lindetuin", ("ELV Lindehof", "ELV De Wilg")
NURSING_HOME = "Zorggroep Lindehof"
#: Where people go from the hospital, as often as it stands here; the mean nights of waiting, and the hours to answer.
AFTER = (REHABILITATION,) * 7 + (SHORT_STAYS[0],) * 4 + (SHORT_STAYS[1],) * 2 + (HOME_CARE,) * 6 + (HOME,) * 3
NIGHTS = {REHABILITATION: 2.6, SHORT_STAYS[0]: 0.6, SHORT_STAYS[1]: 0.5, HOME_CARE: 0.3, NURSING_HOME: 9.0}
HOURS = {REHABILITATION: 9.0, SHORT_STAYS[0]: 5.0, SHORT_STAYS[1]: 4.0, HOME_CARE: 2.5, NURSING_HOME: 30.0}
REASONS = ("geen plek vrij", "zorg te zwaar")


def tell_transfers(world: World) -> EventLog:
    """Agree on transfers, bring in a file of invented ones, and choose by what one step gains health."""
    with clock_at(world.calendar.moment(AGREED)), looking_as(world.people[ANALYST]):
        actions.set_transfer_agreement(
            world.network,
            by=world.person(ANALYST),
            answer_within_hours=12,
            sent_before_leaving_hours=12,
            delay_nights_max=2,
            readmission_days=30,
            percent=80,
            origin="Transferoverleg van de themagroep Ouder worden (voorbeeld)",
            valid_from=timezone.localdate(),
        )
    with clock_at(world.calendar.moment(BROUGHT_IN)), looking_as(world.people[ANALYST]):
        analyst, today = world.person(ANALYST), timezone.localdate()
        data = invented_transfers(last=today - timedelta(days=1))
        log = actions.begin_log(
            DataPurpose.objects.of(world.network).get(),
            by=analyst,
            title="Overdrachten van een half jaar (voorbeeld, verzonnen gegevens)",
            filename="verzonnen-overdrachten.csv",
            n_bytes=len(data),
            keep_until=today + timedelta(days=540),
            kind=LogKind.TRANSFERS,
        )
        actions.add_piece(log, by=analyst, at=0, data=data, is_queued=False)
        log = actions.count_transfers(log, by=analyst, tell=lambda _words, _share: None)
        series = Series.objects.of(world.network).get(
            version__indicator__code="na-een-tijdelijk-bed-weer-thuis", subject_type=""
        )
        actions.choose_gain(
            world.network,
            by=analyst,
            source_kind=Station.SHORT_STAY,
            target_kind=Station.HOME_CARE,
            series=series,
        )
    return log


def invented_transfers(
    *, last: date, n_patients: int = N_PATIENTS, n_days: int = N_DAYS, seed: int = SEED
) -> bytes:
    """A CSV file of invented transfers that ends on a day; the same seed and day give the same file."""
    chance = random.Random(seed)  # noqa: S311  invented, nothing secret
    first = datetime.combine(last - timedelta(days=n_days), time())
    end = datetime.combine(last, time(23, 59))
    rows = []
    for number in range(n_patients):
        begin = first + timedelta(days=chance.uniform(0, n_days), hours=0)
        rows += [(at, f"V{number:04d}", *rest) for at, *rest in _way(chance, begin) if at <= end]
    lines = [HEAD]
    for number, (at, patient, step, source, target, kind, reason) in enumerate(sorted(rows), start=1):
        lines.append(f"{number};{patient};{step};{source};{target};{kind};{at:%d-%m-%Y %H:%M};{reason}")
    lines.append(f"{len(rows) + 1};V0001;9;{HOSPITAL};{HOME};verhuisd;{last:%d-%m-%Y};")
    return ("\n".join(lines) + "\n").encode()


def _way(chance: random.Random, begin: datetime) -> Iterator[tuple[datetime, str, str, str, str, str]]:
    """One invented way from home to home, as far as it goes."""
    at = begin.replace(hour=chance.randint(8, 20), minute=chance.choice((0, 15, 30, 45)))
    yield at, "1", HOME, HOSPITAL, "vertrokken", ""
    at += timedelta(hours=1)
    yield at, "1", HOME, HOSPITAL, "aangekomen", ""
    at += timedelta(days=chance.randint(3, 9))
    target = chance.choice(AFTER)
    moved = list(_step(chance, at, "2", HOSPITAL, target))
    yield from moved
    at = moved[-1][0]
    if target in {HOME, HOME_CARE}:
        if chance.random() < 0.12:
            back = at + timedelta(days=chance.randint(3, 24))
            yield back, "3", HOME, HOSPITAL, "heropgenomen", ""
            yield from _step(chance, back + timedelta(days=5), "4", HOSPITAL, HOME_CARE)
        return
    at += timedelta(days=chance.randint(12, 34))
    after = NURSING_HOME if target in SHORT_STAYS and chance.random() < 0.28 else HOME_CARE
    yield from _step(chance, at, "3", target, after)


def _step(
    chance: random.Random, at: datetime, step: str, source: str, target: str
) -> Iterator[tuple[datetime, str, str, str, str, str]]:
    """One invented step: ready, asked for, sometimes refused first, promised, left and arrived."""
    at = at.replace(hour=chance.randint(9, 15), minute=chance.choice((0, 10, 25, 40)))
    yield at, step, source, target, "klaar voor vertrek", ""
    wait = timedelta(0)
    if target != HOME:
        if chance.random() < 0.4:
            wait = timedelta(hours=chance.uniform(0.5, 2) * HOURS[target])
            yield at + timedelta(minutes=20), step, source, target, "aangevraagd", ""
            yield at + timedelta(minutes=20) + wait, step, source, target, "geweigerd", chance.choice(REASONS)
            wait += timedelta(hours=1)
        asked = at + timedelta(minutes=30) + wait
        yield asked, step, source, target, "aangevraagd", ""
        answered = asked + timedelta(hours=min(chance.expovariate(1 / HOURS[target]), 60))
        yield answered, step, source, target, "toegezegd", ""
        at = max(answered, at)
    nights = round(min(chance.expovariate(1 / NIGHTS.get(target, 0.4)), 30)) + 1
    left = (at + timedelta(days=nights)).replace(hour=chance.randint(9, 16), minute=30)
    if nights > 1 and chance.random() < 0.15:
        yield at + timedelta(minutes=5), step, source, target, "uitstel patiënt begin", ""
        yield at + timedelta(days=1, minutes=5), step, source, target, "uitstel patiënt einde", ""
    yield left, step, source, target, "vertrokken", ""
    if chance.random() < 0.97:
        yield left + timedelta(hours=1), step, source, target, "aangekomen", ""
