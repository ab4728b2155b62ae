"""A file with figures: checked without doing it, then brought in, all of it or nothing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.jobs import actions as jobs
from schakel.journal.actions import record
from schakel.measuring.actions.series import Filled, enter_values, planned
from schakel.measuring.actions.writing import Tell
from schakel.measuring.incoming.opening import BESIDE, Row, open_file
from schakel.measuring.models import FigureImport, Series
from schakel.measuring.permissions import why_not_bring_in, why_not_send_figures
from schakel.measuring.queries import newest_of
from schakel.measuring.rules import Measured, spread_of
from schakel.measuring.rules.periods import read_period
from schakel.web.fields import plain_figure, why_two_meanings, without_invisible_signs
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.jobs.models import Job
    from schakel.network.models import Network
    from schakel.people.models import Person

#: A file with more rows is checked and brought in by the worker, with progress; a smaller one at once.
AT_ONCE = 2_000
#: Faults that a page shows; the first ones mostly explain the rest.
MOST_FAULTS = 100
#: A file that nobody brought in is forgotten after this time.
KEPT = timedelta(days=7)
EVERY = 5_000
_NUMBERS = ("teller", "noemer", "waarde", "aantal", "sd", "se")


@dataclass
class Understood:
    """The rows of a file as figures, each with the line it came from, and what is wrong in the others."""

    filled: list[Filled] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)


@transaction.atomic
def send_figures(
    network: Network, *, by: Person, filename: str, data: bytes, reason: str = "", at_once: int = AT_ONCE
) -> tuple[FigureImport, Job | None]:
    """Keep a file that somebody sent and say what it would do; a large one is checked by the worker."""
    allow(why_not_send_figures(by, network))
    rows = open_file(data)
    now = timezone.now()
    FigureImport.objects.of(network).filter(person=by, done_at__isnull=True).delete()
    forget_files(network, now)
    found = FigureImport.objects.create(
        network=network,
        person=by,
        sent_at=now,
        filename=without_invisible_signs(PureWindowsPath(filename).name)[-200:] or _("cijfers"),
        sha256=hashlib.sha256(data).hexdigest(),
        n_rows=len(rows),
        rows=[[row.number, row.words] for row in rows],
        outcome={"reason": reason.strip()},
    )
    record(by=by, verb="sent", about=found, data={"n": found.n_rows, "sha256": found.sha256})
    if found.n_rows <= at_once:
        return check_figures(found, by=by), None
    title = _("Cijfers bekijken: %(filename)s") % {"filename": found.filename}
    return found, jobs.start(network, by=by, task="measuring.check", title=title, found=found.pk)


@transaction.atomic
def forget_files(network: Network, now: datetime) -> int:
    """Remove the files that nobody brought in within the days that they are kept; returns how many."""
    return FigureImport.objects.of(network).filter(sent_at__lt=now - KEPT, done_at__isnull=True).delete()[0]


@transaction.atomic
def check_figures(found: FigureImport, *, by: Person, tell: Tell | None = None) -> FigureImport:
    """Say what a file would do, without doing it: what is new, what is corrected, what is the same, what is wrong."""
    found = FigureImport.objects.select_for_update().select_related("network").get(pk=found.pk)
    allow(why_not_send_figures(by, found.network))
    if found.done_at is None:
        reason = found.outcome.get("reason", "")
        understood = _understood(found, tell)
        plan = planned(understood.filled, by=by, source=found.filename, reason=reason)
        faults = understood.faults + [(understood.lines[at], words) for at, words in plan.refusals]
        found.outcome = {
            "reason": reason,
            "n_new": plan.kept.n_new,
            "n_corrected": plan.kept.n_corrected,
            "n_same": plan.kept.n_same,
            "n_faults": len(faults),
            "faults": [list(one) for one in sorted(faults)[:MOST_FAULTS]],
        }
        found.is_right = not faults
        if found.is_right:
            standing = [plan.standing.get((one.series.pk, one.period_on)) for one in understood.filled]
            found.outcome["seen"] = [one.number if one else 0 for one in standing]
        found.save(update_fields=["outcome", "is_right"])
        record(by=by, verb="checked", about=found, data={"n_faults": len(faults)})
    return found


@transaction.atomic
def bring_in_later(found: FigureImport, *, by: Person) -> Job:
    """Queue bringing in a large file: it says how far it is, and may be stopped."""
    found = FigureImport.objects.select_for_update().select_related("network").get(pk=found.pk)
    allow(why_not_bring_in(by, found))
    title = _("Cijfers invoeren: %(filename)s") % {"filename": found.filename}
    return jobs.start(found.network, by=by, task="measuring.bring_in", title=title, found=found.pk)


@transaction.atomic
def bring_in(
    found: FigureImport, *, by: Person, tell_read: Tell | None = None, tell_written: Tell | None = None
) -> FigureImport:
    """Bring a checked file in, all of it or nothing; what no longer fits is told and nothing is written."""
    found = FigureImport.objects.select_for_update().select_related("network").get(pk=found.pk)
    allow(why_not_bring_in(by, found))
    understood = _understood(found, tell_read)
    reason = found.outcome.get("reason", "")
    if understood.faults:
        raise Refused(_("Dit bestand past niet meer bij wat er nu is. Stuur het opnieuw."))
    seen = found.outcome.pop("seen")
    filled = [replace(one, seen=number) for one, number in zip(understood.filled, seen, strict=True)]
    kept = enter_values(filled, by=by, source=found.filename, reason=reason, tell=tell_written)
    found.outcome |= {"n_new": kept.n_new, "n_corrected": kept.n_corrected, "n_same": kept.n_same}
    found.done_at, found.rows = timezone.now(), []
    found.save(update_fields=["outcome", "done_at", "rows"])
    record(by=by, verb="brought in", about=found, data={"n": kept.n_changed})
    return found


def _understood(found: FigureImport, tell: Tell | None) -> Understood:
    """What the rows mean: which series, which period, which numbers. One database query."""
    rows = Series.objects.of(found.network).of_the_network().named()
    series = {(one.version.indicator.code, one.key.casefold()): one for one in newest_of(rows)}
    codes = {code for code, _key in series}
    understood = Understood()
    periods: dict[tuple[str, str], date | None] = {}
    for at, (number, words) in enumerate(found.rows, start=1):
        fault = _beside(words) or _read(Row(number, words), series, codes, periods, understood)
        if fault:
            understood.faults.append((number, fault))
        if tell is not None and at % EVERY == 0:
            tell(at)
    return understood


def _beside(words: dict[str, str]) -> str | None:
    """Why a row with something beside its headings is not taken: nobody knows what it means."""
    told = words.get(BESIDE)
    if told is None:
        return None
    return _("“%(told)s” staat in een kolom zonder kop. Haal het weg, of zet er een kop boven.") % {
        "told": told[:40]
    }


def _read(
    row: Row,
    series: dict[tuple[str, str], Series],
    codes: set[str],
    periods: dict[tuple[str, str], date | None],
    understood: Understood,
) -> str | None:
    """Add the figure of one row, or say what is wrong with it."""
    words = row.words
    code, key = words.get("indicator", "").casefold(), words.get("voor", "").casefold()
    one = series.get((code, key))
    if one is None:
        return _unknown(code, key, codes)
    told = words.get("periode", "")
    kind = one.version.period
    if (kind, told) not in periods:
        periods[kind, told] = read_period(kind, told)
    on = periods[kind, told]
    if on is None:
        return _("“%(told)s” is geen %(kind)s. Schrijf bijvoorbeeld 2026-03, 2026-K1 of 2026.") % {
            "told": told[:40],
            "kind": one.version.get_period_display(),
        }
    numbers: dict[str, Decimal | None] = dict.fromkeys(_NUMBERS)
    for name in _NUMBERS:
        told = words.get(name, "")
        if not told:
            continue
        if refusal := why_two_meanings(told):
            return refusal
        try:
            numbers[name] = _number(told)
        except InvalidOperation:
            return _("“%(told)s” in de kolom %(name)s is geen getal.") % {
                "told": told[:40],
                "name": name,
            }
    n = numbers["aantal"]
    if n is not None and (n < 0 or n != n.to_integral_value() or n > 2_000_000_000):
        return _("Over hoeveel het gaat, is een heel getal.")
    over, sd, error = int(n) if n is not None else None, numbers["sd"], numbers["se"]
    if sd is not None and error is not None:
        return _("Vul de standaarddeviatie (sd) of de standaardfout (se) in, niet allebei.")
    if error is not None:
        sd = spread_of(error, over)
    measured = Measured(numbers["teller"], numbers["noemer"], numbers["waarde"], over, sd)
    if measured.is_empty:
        return _("Op deze regel staat geen cijfer.")
    understood.filled.append(Filled(one, on, measured, source=words.get("bron", "")))
    understood.lines.append(row.number)
    return None


def _unknown(code: str, key: str, codes: set[str]) -> str:
    if not code or not key:
        return _("Vul de kolommen indicator en voor in.")
    if code not in codes:
        return _("De indicator “%(code)s” wordt hier niet gemeten. De codes staan in het sjabloon.") % {
            "code": code[:60]
        }
    return _("Voor “%(key)s” wordt deze indicator niet gemeten. De codes staan in het sjabloon.") % {
        "key": key[:60]
    }


def _number(text: str) -> Decimal:
    """A number as people and spreadsheets write it; raises InvalidOperation for what is none."""
    value = Decimal(plain_figure(text))
    if not value.is_finite():
        raise InvalidOperation
    return value
