"""Where the stations of a care chain stand in its picture, so that its lines can be told apart.

Two steps, both by trying and keeping what is better, always in the same order, so that the same chain gives the same
picture. First columns: people move from left to right where they can, and who hand over to each other do not stand
below each other where that can be helped. Then rows: as few lines as possible cross, or run under a station.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import ceil, sqrt

#: What a line costs that spans so many columns: none is bad, for it runs along the stations between.
SPANS = (2.5, 1.0, 1.7, 2.6, 3.6)
#: What it costs to go back to the left, and that a column is fuller, as a share of a line.
BACK, FULL = 0.4, 0.1
#: What crossing costs, and running under a station, beside each other.
CROSS, UNDER = 1.0, 3.0
#: Uneven columns begin a little lower, so that lines between three of them do not lie on each other.
LOWER = 0.2
#: More rounds than it ever takes until nothing gets better.
ROUNDS = 8

Link = tuple[str, str, int]
Point = tuple[float, float]


@dataclass(frozen=True)
class Place:
    """A station in the picture: its column from the left, and its height in rows from the top."""

    column: int
    row: float


def places(links: Iterable[Link], *, most_columns: int) -> dict[str, Place]:
    """Give every station a place of its own.

    links: from, to, and how many people; a station that hands over to itself stands there too.
    Returns the stations in order of their names; nothing for no links.

    >>> found = places([("huisarts", "ziekenhuis", 9), ("ziekenhuis", "thuiszorg", 8)], most_columns=3)
    >>> [(name, place.column) for name, place in sorted(found.items(), key=lambda one: one[1].column)]
    [('huisarts', 0), ('ziekenhuis', 1), ('thuiszorg', 2)]
    """
    return dict(_places(tuple(links), most_columns))


@lru_cache(maxsize=32)
def _places(known: tuple[Link, ...], most_columns: int) -> dict[str, Place]:
    """The same; of forty stations it takes a tenth of a second, and who looks again sees the same picture."""
    names = sorted({name for source, target, _n in known for name in (source, target)})
    if not names:
        return {}
    columns = _Columns(names, known, min(most_columns, len(names))).found()
    return _Rows(columns, known).found()


class _Columns:
    """Each station in a column, by what it costs to stand there."""

    def __init__(self, names: Sequence[str], links: Sequence[Link], n_columns: int) -> None:
        self.names, self.n_columns = names, n_columns
        flow: dict[tuple[str, str], float] = defaultdict(float)
        net, all_of = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
        for source, target, n in links:
            if source != target:
                weight = sqrt(n + 1)
                flow[source, target] += weight
                net[source], net[target] = net[source] - weight, net[target] + weight
                all_of[source], all_of[target] = all_of[source] + weight, all_of[target] + weight
        ranked = sorted(names, key=lambda name: (net[name] / (all_of[name] or 1), name))
        hub, middle = max(names, key=lambda name: (all_of[name], name)), n_columns // 2
        #: Two beginnings: left where people mostly leave from and right where they mostly arrive; and the station with
        #: most people in the middle, the others on either side of it.
        self.beginnings = [
            {name: rank * n_columns // len(names) for rank, name in enumerate(ranked)},
            {
                name: middle
                if name == hub
                else max(middle - 1, 0)
                if net[name] <= 0
                else min(middle + 1, n_columns - 1)
                for name in ranked
            },
        ]
        self.at: dict[str, int] = {}
        #: Of each station its neighbours: how much goes between them, and how much more there than back.
        self.near: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
        for one, other in sorted({(min(pair), max(pair)) for pair in flow}):
            there, back = flow.get((one, other), 0.0), flow.get((other, one), 0.0)
            self.near[one].append((other, there + back, there - back))
            self.near[other].append((one, there + back, back - there))
        self.room = ceil(1.5 * len(names) / n_columns) + 1
        self.full = FULL * sum(flow.values()) / len(names)

    def found(self) -> dict[str, int]:
        """The column of each station, counted from 0, none of them empty: the better end of both beginnings."""
        ends: list[tuple[float, int, dict[str, int]]] = []
        for beginning in self.beginnings:
            self.at = dict(beginning)
            for _round in range(ROUNDS):
                changes = [self._moves(name) for name in self.names]
                changes += [self._change_places(*pair) for pair in combinations(self.names, 2)]
                if not any(changes):
                    break
            ends.append((round(self._total(), 6), len(ends), self.at))
        _cost, _nth, self.at = min(ends)
        used = sorted(set(self.at.values()))
        return {name: used.index(self.at[name]) for name in self.names}

    def _total(self) -> float:
        """What all of it costs: every line once, and how full the columns are."""
        lines = sum(self._cost(name, self.at[name]) for name in self.names) / 2
        return lines + self.full * sum(n * (n - 1) / 2 for n in Counter(self.at.values()).values())

    def _cost(self, name: str, column: int, other: str = "", its: int = 0) -> float:
        """What standing here costs; other: a station that meanwhile stands in the column ``its``."""
        total = 0.0
        for neighbour, weight, ahead in self.near[name]:
            there = its if neighbour == other else self.at[neighbour]
            total += weight * SPANS[min(abs(there - column), len(SPANS) - 1)]
            if (there - column) * ahead < 0:
                total += BACK * abs(ahead)
        return total

    def _moves(self, name: str) -> bool:
        """Move a station to where it costs least, if there is room."""
        here = self.at[name]
        count = [0] * self.n_columns
        for station, column in self.at.items():
            count[column] += station != name
        free = [one for one in range(self.n_columns) if one == here or count[one] < self.room]
        self.at[name] = min(
            free,
            key=lambda one: (round(self._cost(name, one) + self.full * count[one], 6), one != here, one),
        )
        return self.at[name] != here

    def _change_places(self, one: str, other: str) -> bool:
        """Let two stations change places when that costs less."""
        here, there = self.at[one], self.at[other]
        if here == there:
            return False
        now = self._cost(one, here) + self._cost(other, there)
        then = self._cost(one, there, other, here) + self._cost(other, here, one, there)
        if then < now - 1e-6:
            self.at[one], self.at[other] = there, here
        return then < now - 1e-6


class _Rows:
    """Each station at a height in its column, the columns centred beside each other."""

    def __init__(self, columns: Mapping[str, int], links: Sequence[Link]) -> None:
        self.columns = columns
        self.members: dict[int, list[str]] = defaultdict(list)
        for name, column in columns.items():
            self.members[column].append(name)
        self.most = max(len(each) for each in self.members.values())
        self.pairs = sorted(
            {(min(source, target), max(source, target)) for source, target, _n in links if source != target}
        )
        self.near: dict[str, list[str]] = defaultdict(list)
        for one, other in self.pairs:
            self.near[one].append(other)
            self.near[other].append(one)
        self.at: dict[str, Point] = {}
        for column in self.members:
            self._settle(column)

    def found(self) -> dict[str, Place]:
        """The place of each station."""
        for _round in range(ROUNDS):
            for column in self.members:
                self._by_neighbours(column)
        for _round in range(ROUNDS):
            changes = [
                self._exchanged(column, one, other)
                for column, each in sorted(self.members.items())
                for one, other in combinations(range(len(each)), 2)
            ]
            if not any(changes):
                break
        return {name: Place(self.columns[name], self.at[name][1]) for name in sorted(self.columns)}

    def _settle(self, column: int) -> None:
        each = self.members[column]
        for row, name in enumerate(each):
            self.at[name] = (float(column), (self.most - len(each)) / 2 + row + LOWER * (column % 2))

    def _by_neighbours(self, column: int) -> None:
        """Put every station at the height of the middle of its neighbours."""

        def middle(name: str) -> tuple[float, str]:
            heights = [self.at[one][1] for one in self.near[name]] or [self.at[name][1]]
            return sum(heights) / len(heights), name

        self.members[column].sort(key=middle)
        self._settle(column)

    def _exchanged(self, column: int, one: int, other: int) -> bool:
        """Let two stations of a column change places when fewer lines cross or run under a station."""
        each = self.members[column]
        moving = {each[one], each[other]}
        before = self._cost(moving)
        each[one], each[other] = each[other], each[one]
        self._settle(column)
        if self._cost(moving) < before:
            return True
        each[one], each[other] = each[other], each[one]
        self._settle(column)
        return False

    def _cost(self, moving: set[str]) -> float:
        """What the lines of these stations cost, and those of others that run under them."""
        total = 0.0
        for pair in self.pairs:
            is_theirs = not moving.isdisjoint(pair)
            a, b = self.at[pair[0]], self.at[pair[1]]
            if is_theirs:
                others = (one for one in self.pairs if pair[0] not in one and pair[1] not in one)
                total += CROSS * sum(crosses(a, b, self.at[one], self.at[other]) for one, other in others)
            under = self.at if is_theirs else moving
            total += UNDER * sum(runs_under(a, b, self.at[name]) for name in under if name not in pair)
        return total


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the straight line from a to b crosses the one from c to d; touching is not crossing.

    >>> crosses((0, 0), (1, 1), (0, 1), (1, 0)), crosses((0, 0), (1, 0), (0, 1), (1, 1))
    (True, False)
    """

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def runs_under(a: Point, b: Point, station: Point) -> bool:
    """Whether the line from a to b passes within 0.4 of a row of the middle of a station between them.

    >>> runs_under((0, 0), (2, 0), (1, 0.1)), runs_under((0, 0), (1, 0), (2, 0)), runs_under((0, 0), (0, 2), (0, 1))
    (True, False, True)
    """
    (x1, y1), (x2, y2), (x, y) = a, b, station
    if x1 == x2:
        return x == x1 and min(y1, y2) < y < max(y1, y2)
    if not min(x1, x2) < x < max(x1, x2):
        return False
    return abs(y1 + (y2 - y1) * (x - x1) / (x2 - x1) - y) < 0.4
