"""The only way by which figures leave: what is shown to people who did not collect them, with small numbers hidden."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Tally:
    """How many figures leave together, hidden ones counted, and of how many of them nothing is left.

    >>> Tally(8, 2) + Tally(3)
    Tally(n_values=11, n_hidden=2)
    """

    n_values: int = 0
    n_hidden: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.n_values + other.n_values, self.n_hidden + other.n_hidden)

    @classmethod
    def of(cls, shown: Iterable[Shown]) -> Tally:
        """The tally of these figures."""
        hidden = [one.is_hidden for one in shown]
        return cls(len(hidden), sum(hidden))


#: What holds no figures.
NO_FIGURES = Tally()


Key = TypeVar("Key", bound=Hashable)
#: A figure is found by its series and the first day of its period.
Together = Mapping[tuple[UUID, date], Shown]


def let_out(version: IndicatorVersion, figures: Sequence[Measured], policy: Policy) -> list[Shown]:
    """Figures that no other series adds up to, in the same order; no database query.

    An indicator that counts no people is shown as it is. A mean of which nobody told over how many it is, stays hidden,
    and so does an amount of money of which nobody told who adds what to it.
    """
    rows = [
        _Figure(at, version.number, version.type, version.disclosure, "", at, one)
        for at, one in enumerate(figures)
    ]
    return list(_judged(rows, policy).values())


def let_out_scores(numbers: Mapping[Key, int], policy: Policy) -> frozenset[Key]:
    """Which mean scores of a questionnaire may be shown, by over how many people each is; no database query."""
    cells = [Cell(key, 0.0, base=n) for key, n in numbers.items()]
    hidden = {one.key for one in released(cells, policy) if one.is_hidden}
    return frozenset(key for key in numbers if key not in hidden)


def let_out_shares(counted: Mapping[Key, tuple[int, int]], policy: Policy) -> frozenset[Key]:
    """Which shares of people may be shown exactly, by how many are counted out of how many; no database query."""
    cells = [Cell(key, 0.0, count=count, base=base) for key, (count, base) in counted.items()]
    hidden = {one.key for one in released(cells, policy) if one.is_hidden}
    return frozenset(key for key in counted if key not in hidden)


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


#: What judging asks of a figure.
_TOLD = (
    "series_id",
    "series__version__indicator_id",
    "series__version__number",
    "series__version__type",
    "series__version__disclosure",
    "series__level",
    "series__area_id",
    "series__partner_id",
    "series__subject_id",
    "period_on",
    "numerator",
    "denominator",
    "value",
    "n",
    "sd",
)


def let_out_of(
    versions: Mapping[UUID, IndicatorVersion],
    keys: Collection[UUID],
    policy: Policy,
    periods: Collection[date] | None = None,
    subjects: Collection[UUID | None] | None = None,
) -> Together:
    """The same for the series with these keys, of these definitions, for who has no rows of them at hand.

    Other versions of the same indicators are judged with them: what one hides, another would tell.
    subjects: what they belong to; without it, to the network itself. One database query.
    """
    about = Q(series__subject_id__in={key for key in subjects or () if key})
    if subjects is None or None in subjects:
        about |= Q(series__subject_id__isnull=True)
    indicators = {one.indicator_id for one in versions.values()}
    rows = Value.objects.counting().filter(about, series__version__indicator__in=indicators)
    if periods is not None:
        rows = rows.filter(period_on__in=periods)
    told = rows.order_by("series__version__number").values_list(*_TOLD)
    families: dict[tuple[UUID, UUID | None, date], list[_Figure]] = {}
    for key, indicator, number, type, disclosure, level, area, partner, subject, on, *numbers in told:
        measured = Measured(*numbers)
        one = _Figure(key, number, type, disclosure, level, area or partner, measured)
        families.setdefault((indicator, subject, on), []).append(one)
    return {
        (key, on): shown
        for (_indicator, _subject, on), figures in families.items()
        for key, shown in _judged(figures, policy).items()
        if isinstance(key, UUID) and key in keys
    }


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure of one period: of which version of its indicator, and about whom."""

    key: Hashable
    version: int
    type: str
    disclosure: str
    level: str
    whom: Hashable
    measured: Measured

    @property
    def place(self) -> Hashable:
        """About whom it is: two versions about the same people hide and show together."""
        return (self.level, self.whom)

    @property
    def people(self) -> tuple[Decimal | int | None, ...]:
        """The numbers that add up over areas and partners."""
        if self.type in FRACTIONS:
            return (self.measured.numerator, self.measured.denominator)
        return (self.measured.value,) if self.type == IndicatorType.COUNT else (self.measured.n,)


def _judged(figures: Sequence[_Figure], policy: Policy) -> dict[Hashable, Shown]:
    """Figures of one indicator in one period that are shown together, of every version of it."""
    out = {one.key: Shown(one.measured) for one in figures}
    there: list[_Figure] = []
    for one in figures:
        if one.disclosure == Disclosure.OPEN:
            continue
        if one.measured.value is None and one.measured.denominator is None:
            continue
        if one.type == IndicatorType.COST:
            out[one.key] = HIDDEN
            continue
        there.append(one)
    # Each version may tell what the others lack: of whom it has no figure, another version fills in.
    ways: dict[Hashable, list[list[Hashable]]] = {}
    rests: list[Cell] = []
    for number in dict.fromkeys(one.version for one in there):
        picked: dict[Hashable, _Figure] = {}
        for one in there:
            if one.place not in picked or one.version == number:
                picked[one.place] = one
        _find_ways(number, list(picked.values()), policy, ways, rests)
    cells: dict[Hashable, Cell] = {}
    for one in there:
        cell = _cell(one.place, one.type, one.measured, policy, ways.get(one.place, ()))
        if one.place not in cells or released([replace(cell, ways=())], policy)[0].is_hidden:
            cells[one.place] = cell
    hidden = {one.key for one in released([*cells.values(), *rests], policy) if one.is_hidden}
    return out | {one.key: HIDDEN for one in there if one.place in hidden}


def _find_ways(
    number: int,
    figures: Sequence[_Figure],
    policy: Policy,
    ways: dict[Hashable, list[list[Hashable]]],
    rests: list[Cell],
) -> None:
    """Write down from which others a figure follows, one figure for each of whom it is told."""
    total = next((one for one in figures if one.level == Level.NETWORK), None)
    if total is None:
        smallest, others = _other_way_round(figures, policy)
        if others:
            ways.setdefault(smallest, []).append(others)
        return
    for level in (Level.AREA, Level.PARTNER):
        parts = [one for one in figures if one.level == level]
        rest = _rest((level, number), total, parts, policy) if parts else None
        if rest is not None:
            # Between two versions the difference is no group of people: what they count is not quite the same.
            rest = rest if len({one.version for one in (total, *parts)}) == 1 else []
            rests += rest
            way = [*[one.place for one in parts], *[one.key for one in rest]]
            ways.setdefault(total.place, []).append(way)


def _other_way_round(there: Sequence[_Figure], policy: Policy) -> tuple[Hashable, list[Hashable]]:
    """Without a figure of the network: an area is all partners less the other areas, and the other way round.

    Returns the smallest figure, and the others that it follows from; it is the one that is hidden beside another. Where
    the areas and the partners are not about the same people, nothing follows.
    """
    sides = [[one.people for one in there if one.level == level] for level in (Level.AREA, Level.PARTNER)]
    if not all(sides):
        return None, []
    if _adds_up(there) and all(number is not None for side in sides for one in side for number in one):
        sums = [
            [sum(int(number or 0) for number in column) for column in zip(*side, strict=True)]
            for side in sides
        ]
        left = [Decimal(abs(one - other)) for one, other in zip(*sums, strict=True)]
        if any(left) and min(left) >= policy.threshold:
            return None, []
    smallest = min(there, key=lambda one: one.people[-1] or 0).place
    return smallest, [one.place for one in there if one.place != smallest]


def _adds_up(figures: Iterable[_Figure]) -> bool:
    """Whether the numbers of these figures are of one kind, so that they can be held against each other."""
    return len({(one.type in FRACTIONS, one.type == IndicatorType.COUNT) for one in figures}) == 1


def _rest(key: Hashable, total: _Figure, parts: Sequence[_Figure], policy: Policy) -> list[Cell] | None:
    """What a total holds beside its parts, as a cell that nobody may know; none when the parts are the whole of it.

    None: so much is left, of whom no figure is shown, that nothing follows from the total.
    """
    told = [one.people for one in parts]
    if not _adds_up([total, *parts]) or any(
        number is None for one in (total.people, *told) for number in one
    ):
        return []
    left = [
        int(number or 0) - sum(int(one[at] or 0) for one in told) for at, number in enumerate(total.people)
    ]
    if not any(left) or min(left) < 0:
        return []
    if total.type in FRACTIONS:
        rest = Measured(numerator=Decimal(left[0]), denominator=Decimal(left[1]))
    elif total.type == IndicatorType.COUNT:
        rest = Measured(value=Decimal(left[0]))
    else:
        rest = Measured(n=left[0])
    cell = _cell(key, total.type, rest, policy)
    return [cell] if released([cell], policy)[0].is_hidden else None


def _cell(
    key: Hashable,
    type: str,
    one: Measured,
    policy: Policy,
    ways: Sequence[Sequence[Hashable]] = (),
) -> Cell:
    """A figure as the rules for small numbers judge it; ways: the parts that make up a total, one way or another."""
    value = float(one.value or 0)
    if type in FRACTIONS:
        assert one.numerator is not None
        assert one.denominator is not None
        count, base = int(one.numerator), int(one.denominator)
        if type == IndicatorType.RATE and base >= policy.threshold:
            # What is counted may happen more than once to somebody: nobody is left out who could be told apart.
            return Cell(key, value, count=count, ways=ways)
        return Cell(key, value, count=min(count, base), base=base, ways=ways)
    if type == IndicatorType.COUNT:
        # Zero is an outcome here: it tells of no one person.
        return Cell(key, value, count=int(one.value or 0), is_sensitive=False, ways=ways)
    return Cell(key, value, base=one.n or 0, ways=ways)
