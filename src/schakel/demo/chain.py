"""The care chain of De Linde: invented events of an invented region, brought in and prepared as people do it.

The figures are worked out from the events, every time the demo is loaded; only who is where is written down here.
"""

from __future__ import annotations

import io
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from schakel.carechain import actions
from schakel.carechain.models import DataPurpose, EventLog
from schakel.carechain.rules import (
    Cause,
    Factors,
    Level,
    NormUnit,
    Waited,
    WaitUnit,
    months_before,
    months_of,
    periods_beside,
)
from schakel.demo import content
from schakel.demo.clock import clock_at
from schakel.demo.world import World
from schakel.network.models import Agreement
from schakel.tenancy.context import person as looking_as

ANALYST, MANAGER = "kees", "noor"
AGREED, BROUGHT_IN = "-9w ma 10.00", "-2w di 10.00"
#: Events of the whole invented region, of which one part becomes De Linde; and the seed that makes them.
N_EVENTS, SEED = 60_000, 20
#: Where people live, as often as it stands here.
AREAS = ("Lindemeer", "Elzerbroek", "Lindemeer", "Wilgenhorst")
#: Which partner of De Linde stands where an invented organisation of this kind stands; the others keep their name.
NAMES = {
    "Ziekenhuis": ["Ziekenhuis De Linde"],
    "Revalidatie": ["Revalidatiehuis Lindetuin"],
    "Verpleeghuis": ["Zorggroep Lindehof"],
    "Thuiszorg": ["Wijkzorg Lindestreek"],
    "Ggz": ["GGZ Lindestreek"],
}
#: Within how many days people go on to a place, and who says so; those of home care are working days.
NORMS = (
    ("Ziekenhuis De Linde", 42, "Afspraak van de themagroep Eerste en tweede lijn (voorbeeld)"),
    ("Revalidatiehuis Lindetuin", 10, "Afspraak van de themagroep Ouder worden (voorbeeld)"),
    ("Zorggroep Lindehof", 42, "Treeknorm: opname in een verpleeghuis"),
    ("Wijkzorg Lindestreek", 10, "Afspraak van de themagroep Ouder worden, in werkdagen (voorbeeld)"),
    ("GGZ Lindestreek", 28, "Treeknorm: aanmelding tot intake"),
)


def tell_chain(world: World) -> EventLog:
    """Say why data may be used, bring in a log of invented events, and set norms for its links."""
    agreement = Agreement.objects.of(world.network).order_by("slug")[0]
    with clock_at(world.calendar.moment(AGREED)), looking_as(world.people[MANAGER]):
        purpose = actions.record_purpose(
            world.network,
            by=world.person(MANAGER),
            agreement=agreement,
            goal="Zien waar mensen wachten tussen huisarts, ziekenhuis, revalidatie, verpleeghuis en thuiszorg.",
            ground="Voorbeeld: de partijen spraken af dat zij pseudonieme gegevens delen om samen te verbeteren.",
            longest_months=24,
        )
    with clock_at(world.calendar.moment(BROUGHT_IN)), looking_as(world.people[ANALYST]):
        analyst = world.person(ANALYST)
        today = timezone.localdate()
        data = invented(last=today - timedelta(days=1))
        log = actions.begin_log(
            purpose,
            by=analyst,
            title="Van thuis tot thuis (voorbeeld, verzonnen gegevens)",
            filename="verzonnen-regio.csv",
            n_bytes=len(data),
            keep_until=today + timedelta(days=540),
        )
        actions.add_piece(log, by=analyst, at=0, data=data, is_queued=False)
        log = actions.look_at_columns(log, by=analyst)
        actions.choose_columns(log, by=analyst, mapping=log.mapping, is_queued=False)
        log = actions.prepare_log(log, by=analyst, tell=_say_nothing)
        for target, most, origin in NORMS:
            actions.set_norm(
                world.network,
                by=analyst,
                level=Level.ORGANISATION,
                target=target,
                most=most,
                unit=NormUnit.WORKDAYS if target.startswith("Wijkzorg") else NormUnit.DAYS,
                origin=origin,
                valid_from=date(2020, 1, 1),
            )
    name_bottlenecks(world, log)
    choose_periods(world, log)
    tell_waits(world, purpose)
    return log


def tell_waits(world: World, purpose: DataPurpose) -> None:
    """Providers of mental health care fill in their waits, month by month up to the last one that is over."""
    newest = months_before(timezone.localdate().replace(day=1), 1)
    for one in content.linde("wachttijden")["providers"]:
        months = one["months"]
        with looking_as(world.people[one["by"]]):
            by = world.person(one["by"])
            for at, phases in enumerate(months, start=1):
                is_newest = at == len(months)
                actions.report_waits(
                    purpose,
                    world.partners[one["partner"]],
                    by=by,
                    month_on=months_before(newest, len(months) - at),
                    phases=[told_phase(phase, *figures) for phase, figures in phases.items()],
                    factors=told_staff(one["staff"]) if is_newest else None,
                )
            for group in one.get("groups", ()):
                actions.report_waits(
                    purpose,
                    world.partners[one["partner"]],
                    by=by,
                    month_on=newest,
                    phases=[told_phase("A", *group["A"])],
                    split=group["split"],
                    split_name=group["name"],
                )


def told_phase(
    phase: str, mean: float, n: int, percent: float, waiting: int, slot: float | None = None
) -> actions.ReportedPhase:
    """One phase of a month as somebody fills it in, in weeks."""
    third = None if slot is None else Decimal(str(slot))
    told = Waited(Decimal(str(mean)), n, Decimal(str(percent)), waiting, third)
    return actions.ReportedPhase(phase, told, WaitUnit.WEEKS)


def told_staff(staff: dict[str, Any]) -> actions.ReportedFactors:
    """What plays a part, as somebody fills it in."""
    hours = {name: Decimal(str(staff[name])) for name in ("fte", "vacancies_fte")}
    return actions.ReportedFactors(Factors(**{**staff, **hours}))


def choose_periods(world: World, log: EventLog) -> None:
    """Two half years beside each other, as the page offers them, so that there is something to read at once."""
    halves = periods_beside(months_of(log.first_on, log.last_on))
    with looking_as(world.people[ANALYST]):
        by = world.person(ANALYST)
        choices = [{"since": since, "until": until} for since, until in halves]
        for cut in actions.ask_cuts(log, by=by, choices=choices, is_queued=False)[0]:
            actions.work_out_cut(cut, by=by)


def name_bottlenecks(world: World, log: EventLog) -> None:
    """One bottleneck from the link that misses its norm most, one from a talk; partners say that they meet them too."""
    link = log.links.get(
        cut=None, level=Level.ORGANISATION, source="Ziekenhuis De Linde", target="Zorggroep Lindehof"
    )
    with looking_as(world.people["vincent"]):
        by = world.person("vincent")
        found = actions.name_bottleneck(
            world.network,
            by=by,
            title="Wachten in het ziekenhuis op een plek in het verpleeghuis",
            story="Mensen die klaar zijn in het ziekenhuis, blijven weken liggen en gaan achteruit.",
            cause=Cause.OUTFLOW,
            link=link,
        )
    with looking_as(world.people["marieke"]):
        by = world.person("marieke")
        actions.vote_bottleneck(found, by=by, partner=world.partners["wijkzorg-lindestreek"], is_met=True)
        actions.name_bottleneck(
            world.network,
            by=by,
            title="Overdracht komt na de patiënt",
            story="De wijkverpleging staat aan bed zonder te weten welke medicijnen veranderd zijn.",
            cause=Cause.INFORMATION,
            heard_from="wijkverpleegkundigen in Elzerbroek",
            area=world.areas["elzerbroek"],
        )


def _say_nothing(words: str, share: float) -> None:
    """Nobody waits for it."""


def invented(*, last: date, n_events: int = N_EVENTS, seed: int = SEED) -> bytes:
    """The part of an invented region in which its bottleneck is, as a CSV file that ends on a day."""
    import polars as pl

    from schakel.methods.eventlog.generate import COLUMNS, GeneratedSource, Region

    region = Region.of(seed)
    part = region.names[region.bottleneck[0]].rsplit(" ", 1)[1]
    frame = pl.concat([batch.frame for batch in GeneratedSource(n_events, seed).batches(COLUMNS)])
    frame = frame.filter(pl.col("area") == part)
    known = {name: name_here(name, region.names, part) for name in region.names}
    latest: Any = frame["end"].max()
    shift = timedelta(days=(last - latest.date()).days)
    frame = frame.with_columns(
        pl.col("organisation").replace(known),
        pl.col("start") + shift,
        pl.col("end") + shift,
        area=pl.col("case_id").str.slice(-6).cast(pl.Int64) // len(AREAS) % len(AREAS),
    ).with_columns(pl.col("area").replace_strict(dict(enumerate(AREAS))))
    out = io.BytesIO()
    frame.write_csv(out, datetime_format="%Y-%m-%dT%H:%M:%SZ")
    return out.getvalue()


def name_here(name: str, names: list[str], part: str) -> str:
    """What an invented organisation is called in De Linde: a partner of its kind, or its name without the part.

    >>> names = ["Ziekenhuis De Linde Oost", "Huisartsen De Es Oost", "Huisartsen De Es West"]
    >>> [name_here(name, names, "Oost") for name in names]
    ['Ziekenhuis De Linde', 'Huisartsen De Es', 'Huisartsen De Es West']
    """
    short, where = name.rsplit(" ", 1)
    if where != part:
        return name
    kind = name.split(" ", 1)[0]
    of_kind = [one for one in names if one.startswith(kind) and one.endswith(part)]
    own = NAMES.get(kind, [])
    place = of_kind.index(name)
    return own[place] if place < len(own) else short
