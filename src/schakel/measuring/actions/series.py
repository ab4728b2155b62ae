"""Beginning a series, filling in its figures, and making them final."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.measuring.actions.readings import ask_to_read
from schakel.measuring.actions.writing import NewFigure, Standing, Tell, standing_of, write
from schakel.measuring.models import IndicatorVersion, Series
from schakel.measuring.permissions import (
    why_not_approve,
    why_not_begin_series,
    why_not_define_indicators,
    why_not_enter,
)
from schakel.measuring.rules import Level, Measured, Subject, ValueState, why_not_measured, worked_out
from schakel.measuring.rules.periods import first_day, label
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.network.models import Area, Partner
    from schakel.people.models import Person


@dataclass(frozen=True)
class Filled:
    """One figure that somebody fills in; an empty one withdraws what stands there.

    seen: the version of the figure that stood there when it was filled in, 0 for none; None when nobody looked.
    source: where this one comes from, when not from the source of all of them.
    """

    series: Series
    period_on: date
    measured: Measured
    seen: int | None = None
    source: str = ""

    def why_not_seen(self, now: int) -> str | None:
        """Why this cannot replace the version that stands there now: who filled it in saw another one."""
        if self.seen is None or self.seen == now:
            return None
        return _("Iemand anders veranderde dit cijfer intussen. Kijk na wat er nu staat, en bewaar opnieuw.")


@dataclass(frozen=True)
class Kept:
    """What became of figures that were filled in."""

    n_new: int = 0
    n_corrected: int = 0
    n_same: int = 0

    @property
    def n_changed(self) -> int:
        """How many are different from before."""
        return self.n_new + self.n_corrected


@transaction.atomic
def begin_series(
    version: IndicatorVersion,
    *,
    by: Person | None,
    of_network: bool = False,
    areas: Iterable[Area] = (),
    partners: Iterable[Partner] = (),
    subject: tuple[Subject, UUID, str] | None = None,
) -> list[Series]:
    """Begin to measure one definition for the network, areas and partners; what there is already stays as it is.

    subject: what the series belongs to beside the network: kind, key and name. The app of that thing has asked.
    """
    allow(why_not_begin_series(by, version.indicator))
    kind, key, name = subject or ("", None, "")
    about: dict[str, Any] = {"subject_type": kind, "subject_id": key}
    wanted: list[dict[str, Any]] = [{"level": Level.NETWORK}] if of_network else []
    wanted += [{"level": Level.AREA, "area": area} for area in areas]
    wanted += [{"level": Level.PARTNER, "partner": partner} for partner in partners]
    allow(None if wanted else _("Kies voor wie u dit gaat meten."))
    made = []
    for one in wanted:
        series, is_new = Series.objects.get_or_create(
            network_id=version.network_id,
            version=version,
            **{"area": None, "partner": None, **one},
            **about,
            defaults={"subject_label": name[:300], "made_by": by, "made_at": timezone.now()},
        )
        if is_new:
            record(by=by, verb="begun", about=series)
        made.append(series)
    return made


@transaction.atomic
def drop_series(series: Series, *, by: Person | None) -> None:
    """Take back a series in which nothing was ever filled in."""
    series = Series.objects.named().select_for_update(of=("self",)).get(pk=series.pk)
    allow(why_not_define_indicators(by, series.network))
    if series.values.exists() or series.baselines.exists():
        raise Refused(_("In deze reeks staan cijfers. Wat is gemeten, blijft bewaard."))
    record(by=by, verb="dropped", about=series)
    series.delete()


@dataclass(frozen=True)
class Plan:
    """What would become of figures: the rows to write, what stands there now, and what is refused at which place."""

    kept: Kept
    made: tuple[NewFigure, ...]
    standing: dict[tuple[UUID, date], Standing]
    refusals: tuple[tuple[int, str], ...]


@transaction.atomic
def enter_values(
    filled: Sequence[Filled],
    *,
    by: Person | None,
    source: str = "",
    reason: str = "",
    is_known: bool = False,
    tell: Tell | None = None,
) -> Kept:
    """Keep figures: all of them or none. The same figure again changes nothing; another one stands beside the first.

    reason: why figures that stand there already are corrected; without one, only new figures are taken.
    is_known: they come from a source that was checked before, so they are final at once.
    tell: called with how many are written so far; what it raises breaks all of it off.
    """
    series = _locked({one.series.pk for one in filled})
    for held in series.values():
        allow(why_not_enter(by, held))
        if is_known:
            allow(why_not_approve(by, held))
    plan = planned(filled, by=by, source=source, reason=reason, series=series)
    if plan.refusals:
        raise Refused(plan.refusals[0][1])
    write(plan.made, by=by, at=timezone.now(), reason=reason, is_final=is_known, tell=tell)
    changed = Counter(one.series.pk for one in plan.made)
    for network_id in {one.series.network_id for one in plan.made}:
        ask_to_read(network_id, [key for key in changed if series[key].network_id == network_id])
    for key, n_changed in changed.items():
        data = {"n": n_changed, "source": source}
        record(by=by, verb="filled in", about=series[key], reason=reason, data=data)
    return plan.kept


def planned(
    filled: Sequence[Filled],
    *,
    by: Person | None,
    source: str = "",
    reason: str = "",
    series: Mapping[UUID, Series] | None = None,
) -> Plan:
    """Say what would become of figures without writing any. At most two database queries.

    series: the series that are held already; without them they are looked up.
    """
    if series is None:
        keys = {one.series.pk for one in filled}
        series = {one.pk: one for one in Series.objects.named().filter(pk__in=keys)}
    denied = {key: refusal for key, one in series.items() if (refusal := why_not_enter(by, one))}
    standing = standing_of(series.values(), {one.period_on for one in filled})
    today, has_reason = timezone.localdate(), bool(reason.strip())
    made: list[NewFigure] = []
    refusals: list[tuple[int, str]] = []
    seen: set[tuple[UUID, date]] = set()
    n_corrected = n_same = 0
    for at, one in enumerate(filled):
        key = (one.series.pk, one.period_on)
        row, before = series[key[0]], standing.get(key)
        figure, refusal = _figure(row, one, today)
        if is_same := refusal is None and _is_same(before, figure):
            n_same += 1
        refusal = denied.get(key[0]) or refusal
        if refusal is None and key in seen:
            refusal = _("Deze periode staat er twee keer in.")
        if refusal is None and not is_same:
            refusal = one.why_not_seen(before.number if before else 0)
        if refusal is None and before is not None and not is_same and not has_reason:
            refusal = _("Hier staat al een ander cijfer. Schrijf op waarom u het verbetert.")
        seen.add(key)
        if refusal is not None:
            refusals.append((at, _at(row, one.period_on, refusal)))
        elif not is_same:
            made.append(NewFigure(row, one.period_on, figure, before, one.source or source))
            n_corrected += before is not None
    kept = Kept(len(made) - n_corrected, n_corrected, n_same)
    return Plan(kept, tuple(made), standing, tuple(refusals))


@transaction.atomic
def approve_values(
    series: Series, *, by: Person | None, from_on: date | None = None, last_on: date | None = None
) -> int:
    """Make the provisional figures of a series final, all of them or those of some periods; returns how many."""
    series = _locked({series.pk})[series.pk]
    allow(why_not_approve(by, series))
    rows = series.values.counting().filter(state=ValueState.PROVISIONAL)
    if from_on is not None:
        rows = rows.filter(period_on__gte=from_on)
    if last_on is not None:
        rows = rows.filter(period_on__lte=last_on)
    n = rows.update(state=ValueState.FINAL, approved_by=by, approved_at=timezone.now())
    if n:
        record(by=by, verb="approved", about=series, data={"n": n})
    return n


def _locked(keys: set[UUID]) -> dict[UUID, Series]:
    """The series as they are, held until the end of the transaction, always in the same order."""
    rows = Series.objects.named().filter(pk__in=keys).order_by("pk").select_for_update(of=("self",))
    return {one.pk: one for one in rows}


def _figure(series: Series, one: Filled, today: date) -> tuple[Measured, str | None]:
    """What is kept of a figure, or why it cannot be so."""
    version = series.version
    if one.period_on != first_day(version.period, one.period_on):
        return one.measured, _("Een periode begint op haar eerste dag.")
    if series.is_ended_at(one.period_on) and not one.measured.is_empty:
        return one.measured, _(
            "Deze reeks wordt dan niet meer gemeten. Neem haar weer op, of kies een eerdere periode."
        )
    if one.period_on > today:
        return one.measured, _("Deze periode moet nog beginnen.")
    if not one.measured.is_empty and (refusal := why_not_measured(version.type, one.measured)):
        return one.measured, refusal
    return worked_out(version.type, version.multiplier, one.measured), None


def _is_same(before: Standing | None, figure: Measured) -> bool:
    if before is None:
        return figure.is_empty
    return before.measured == figure


def _at(series: Series, period_on: date, words: str) -> str:
    """Words with the place they are about."""
    return f"{series.who}, {label(series.version.period, period_on)}: {words}"
