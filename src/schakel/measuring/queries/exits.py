"""The only way by which figures leave: what is shown to people who did not collect them, with small numbers hidden."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from schakel.measuring.models import IndicatorVersion, Series, Value
from schakel.measuring.rules import FRACTIONS, Disclosure, IndicatorType, Level, Measured
from schakel.methods.disclosure import Cell, Policy, released


@dataclass(frozen=True)
class Shown:
    """One figure as it may be shown; of a hidden one nothing is left."""

    measured: Measured
    is_hidden: bool = False


HIDDEN = Shown(Measured(), is_hidden=True)
Key = TypeVar("Key", bound=Hashable)
#: A figure is found by its series and the first day of its period.
Together = Mapping[tuple[UUID, date], Shown]


def let_out(version: IndicatorVersion, figures: Sequence[Measured], policy: Policy) -> list[Shown]:
    """Figures that no other series adds up to, in the same order; no database query.

    An indicator that counts no people is shown as it is. A mean of which nobody told over how many it is, stays hidden,
    and so does an amount of money of which nobody told who adds what to it.
    """
    return list(_judged(version, [(at, "", one) for at, one in enumerate(figures)], policy).values())


def let_out_scores(numbers: Mapping[Key, int], policy: Policy) -> frozenset[Key]:
    """Which mean scores of a questionnaire may be shown, by over how many people each is; no database query."""
    cells = [Cell(key, 0.0, base=n) for key, n in numbers.items()]
    hidden = {one.key for one in released(cells, policy) if one.is_hidden}
    return frozenset(key for key in numbers if key not in hidden)


def let_out_together(
    series: Iterable[Series], policy: Policy, periods: Collection[date] | None = None
) -> Together:
    """The figures of these series that count, each judged beside what the network, its areas and its partners show.

    Without that, a hidden figure would be the total less the figures beside it.
    periods: only these. One database query.
    """
    versions = {one.version_id: one.version for one in series}
    subjects = {(one.version_id, one.subject_type, one.subject_id) for one in series}
    keys = {one.pk for one in series}
    about = Q(series__subject_id__in={key for *_more, key in subjects if key})
    if any(key is None for *_more, key in subjects):
        about |= Q(series__subject_id__isnull=True)
    rows = Value.objects.counting().filter(about, series__version__in=versions).select_related("series")
    if periods is not None:
        rows = rows.filter(period_on__in=periods)
    families: dict[tuple[UUID, str, UUID | None, date], list[tuple[UUID, str, Measured]]] = {}
    for one in rows:
        of = one.series
        if (of.version_id, of.subject_type, of.subject_id) in subjects:
            family = (of.version_id, of.subject_type, of.subject_id, one.period_on)
            families.setdefault(family, []).append((of.pk, of.level, one.measured))
    return {
        (key, on): shown
        for (version, _type, _subject, on), figures in families.items()
        for key, shown in _judged(versions[version], figures, policy).items()
        if key in keys
    }


def _judged(
    version: IndicatorVersion, figures: Sequence[tuple[Key, str, Measured]], policy: Policy
) -> dict[Key, Shown]:
    """Figures of one period that are shown together, each with its key and its level."""
    if version.disclosure == Disclosure.OPEN:
        return {key: Shown(one) for key, _level, one in figures}
    out = {key: Shown(one) for key, _level, one in figures}
    there = [row for row in figures if row[2].value is not None or row[2].denominator is not None]
    if version.type == IndicatorType.COST:
        return out | {key: HIDDEN for key, _level, _one in there}
    total = next((key for key, level, _one in there if level == Level.NETWORK), None)
    ways: list[list[Hashable]] = []
    cells: list[Cell] = []
    for level in (Level.AREA, Level.PARTNER) if total is not None else ():
        parts = {key: one for key, its_level, one in there if its_level == level}
        rest = _rest(level, version, out[total].measured, list(parts.values()), policy)  # type: ignore[index]  # there
        if parts and rest is not None:
            ways.append([*parts, *[one.key for one in rest]])
            cells += rest
    for key, _level, one in there:
        cells.append(_cell(key, version, one, policy, ways if key == total else ()))
    hidden = {one.key for one in released(cells, policy) if one.is_hidden}
    return out | {key: HIDDEN for key in out if key in hidden}


def _rest(
    key: Hashable, version: IndicatorVersion, total: Measured, parts: Sequence[Measured], policy: Policy
) -> list[Cell] | None:
    """What a total holds beside its parts, as a cell that nobody may know; none when the parts are the whole of it.

    None: so much is left, of whom no figure is shown, that nothing follows from the total.
    """
    whole, told = _people(version, total), [_people(version, one) for one in parts]
    if any(number is None for one in (whole, *told) for number in one):
        return []
    left = [int(number or 0) - sum(int(one[at] or 0) for one in told) for at, number in enumerate(whole)]
    if not any(left) or min(left) < 0:
        return []
    if version.type in FRACTIONS:
        rest = Measured(numerator=Decimal(left[0]), denominator=Decimal(left[1]))
    elif version.type == IndicatorType.COUNT:
        rest = Measured(value=Decimal(left[0]))
    else:
        rest = Measured(n=left[0])
    cell = _cell(key, version, rest, policy)
    return [cell] if released([cell], policy)[0].is_hidden else None


def _people(version: IndicatorVersion, one: Measured) -> tuple[Decimal | int | None, ...]:
    """The numbers of a figure that add up over areas and partners."""
    if version.type in FRACTIONS:
        return (one.numerator, one.denominator)
    return (one.value,) if version.type == IndicatorType.COUNT else (one.n,)


def _cell(
    key: Hashable,
    version: IndicatorVersion,
    one: Measured,
    policy: Policy,
    ways: Sequence[Sequence[Hashable]] = (),
) -> Cell:
    """A figure as the rules for small numbers judge it; ways: the parts that make up a total, one way or another."""
    value = float(one.value or 0)
    if version.type in FRACTIONS:
        assert one.numerator is not None
        assert one.denominator is not None
        count, base = int(one.numerator), int(one.denominator)
        if version.type == IndicatorType.RATE and base >= policy.threshold:
            # What is counted may happen more than once to somebody: nobody is left out who could be told apart.
            return Cell(key, value, count=count, ways=ways)
        return Cell(key, value, count=min(count, base), base=base, ways=ways)
    if version.type == IndicatorType.COUNT:
        # Zero is an outcome here: it tells of no one person.
        return Cell(key, value, count=int(one.value or 0), is_sensitive=False, ways=ways)
    return Cell(key, value, base=one.n or 0, ways=ways)
