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
    series = list(series)
    versions = {one.version_id: one.version for one in series}
    subjects = {one.subject_id for one in series}
    return let_out_of(versions, {one.pk for one in series}, policy, periods, subjects)


def let_out_of(
    versions: Mapping[UUID, IndicatorVersion],
    keys: Collection[UUID],
    policy: Policy,
    periods: Collection[date] | None = None,
    subjects: Collection[UUID | None] | None = None,
) -> Together:
    """The same for the series with these keys, of these definitions, for who has no rows of them at hand.

    subjects: what they belong to; without it, to the network itself. One database query.
    """
    about = Q(series__subject_id__in={key for key in subjects or () if key})
    if subjects is None or None in subjects:
        about |= Q(series__subject_id__isnull=True)
    rows = Value.objects.counting().filter(about, series__version__in=list(versions))
    if periods is not None:
        rows = rows.filter(period_on__in=periods)
    told = rows.order_by().values_list(
        "series_id",
        "series__version_id",
        "series__level",
        "series__subject_id",
        "period_on",
        "numerator",
        "denominator",
        "value",
        "n",
    )
    families: dict[tuple[UUID, UUID | None, date], list[tuple[UUID, str, Measured]]] = {}
    for key, version, level, subject, on, above, below, value, n in told:
        measured = Measured(above, below, value, n)
        families.setdefault((version, subject, on), []).append((key, level, measured))
    return {
        (key, on): shown
        for (version, _subject, on), figures in families.items()
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
    if total is None:
        total, ways = _other_way_round(version, there, policy)
    for key, _level, one in there:
        cells.append(_cell(key, version, one, policy, ways if key == total else ()))
    hidden = {one.key for one in released(cells, policy) if one.is_hidden}
    return out | {key: HIDDEN for key in out if key in hidden}


def _other_way_round(
    version: IndicatorVersion, there: Sequence[tuple[Key, str, Measured]], policy: Policy
) -> tuple[Key | None, list[list[Hashable]]]:
    """Without a figure of the network: an area is all partners less the other areas, and the other way round.

    Returns the smallest figure, and the others that it follows from; it is the one that is hidden beside another. Where
    the areas and the partners are not about the same people, nothing follows.
    """
    sides = [[row for row in there if row[1] == level] for level in (Level.AREA, Level.PARTNER)]
    if not all(sides):
        return None, []
    told = [[_people(version, one) for _key, _level, one in side] for side in sides]
    if all(number is not None for side in told for numbers in side for number in numbers):
        sums = [
            [sum(int(number or 0) for number in column) for column in zip(*side, strict=True)]
            for side in told
        ]
        left = [Decimal(abs(one - other)) for one, other in zip(*sums, strict=True)]
        if any(left) and min(left) >= policy.threshold:
            return None, []
    smallest = min(there, key=lambda row: _people(version, row[2])[-1] or 0)[0]
    return smallest, [[key for key, _level, _one in there if key != smallest]]


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
