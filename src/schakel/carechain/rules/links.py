"""What a link of the chain may show to whom: its people, its share in time, its waits in bars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, pairwise
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from schakel.methods.disclosure import Cell, Policy, released
from schakel.methods.waits.two_step import DAYS, WORKDAYS
from schakel.web.formats import number

#: From how many people a figure is shown to others than those of the organisation itself.
USUAL = Policy()
#: Links that are kept of each level, the most frequent ones, and signs of the name of a station.
MOST_LINKS, LONGEST_NAME = 4_000, 200


class Level(TextChoices):
    """What the stations of a chain are."""

    ORGANISATION = "organisation", gettext_lazy("organisaties")
    STEP = "activity", gettext_lazy("stappen")


class NormUnit(TextChoices):
    """In what a norm for a link counts; working days are Monday to Friday without Dutch holidays.

    The values are the names of ``methods.eventlog.tables.UNITS``, and of the fields of ``ChainLink``.
    """

    DAYS = DAYS, gettext_lazy("kalenderdagen")
    WORKDAYS = WORKDAYS, gettext_lazy("werkdagen")
    HOURS = "hours", gettext_lazy("uren")
    WORKHOURS = "workhours", gettext_lazy("uren op werkdagen")

    @property
    def is_hours(self) -> bool:
        """Whether it counts hours."""
        return self in {NormUnit.HOURS, NormUnit.WORKHOURS}


#: The longest norm in hours, two weeks: up to there a log counts waits by the hour.
MOST_HOURS = 336


def why_not_so_long(most: int, unit: str) -> str | None:
    """Why a norm cannot be so long in this unit, or None."""
    if NormUnit(unit).is_hours and most > MOST_HOURS:
        return _("In uren is een norm hoogstens %(n)s uur, twee weken. Kies dagen voor een langere.") % {
            "n": MOST_HOURS
        }
    return None


def is_longest(n: int, unit: str) -> bool:
    """Whether so many stands for all waits that are longer than a log counts by the hour.

    >>> is_longest(337, "hours"), is_longest(337, "days")
    (True, False)
    """
    return NormUnit(unit).is_hours and n > MOST_HOURS


def unit_words(n: int, unit: str) -> str:
    """So many days or hours, those of working days by their own name.

    >>> unit_words(1, "days"), unit_words(10, "workdays"), unit_words(24, "workhours")
    ('1 dag', '10 werkdagen', '24 uur op werkdagen')
    """
    if unit == NormUnit.HOURS:
        return _("%(n)s uur") % {"n": number(n, 0)}
    if unit == NormUnit.WORKHOURS:
        return _("%(n)s uur op werkdagen") % {"n": number(n, 0)}
    if unit == NormUnit.WORKDAYS:
        return ngettext("%(n)s werkdag", "%(n)s werkdagen", n) % {"n": number(n, 0)}
    return ngettext("%(n)s dag", "%(n)s dagen", n) % {"n": number(n, 0)}


@dataclass(frozen=True)
class Shown:
    """The figures of one link as somebody may see them; of a hidden one nothing is left.

    n: hand-overs; is_hidden: n and all waits stay hidden; share_hidden: only how many were in time stays hidden.
    """

    n: int | None
    is_hidden: bool
    within: int | None = None
    share_hidden: bool = False


def shown_links(
    counts: Mapping[Any, tuple[int, int, int | None]],
    own: frozenset[Any],
    policy: Policy = USUAL,
    *,
    closed: frozenset[Any] = frozenset(),
    beside: Mapping[Any, tuple[int, int]] | None = None,
) -> tuple[dict[Any, Shown], int | None]:
    """What may be shown of links that stand together on a page, and their total, None when that stays hidden.

    counts: key → hand-overs, waits, and waits within the norm (None: no norm). own: links that the reader's own
    organisation is part of; those are shown in full. A link of few people is hidden; where one hidden link would
    follow from the total, the total is hidden too.
    """
    parts = [Cell((key, "n"), n, count=n, is_sensitive=False) for key, (n, _w, _in) in counts.items()]
    total = Cell("all", sum(n for n, _w, _in in counts.values()), combines=[cell.key for cell in parts])
    shares = [
        Cell((key, "within"), within, count=within, base=waits, is_sensitive=False)
        for key, (_n, waits, within) in counts.items()
        if within is not None
    ]
    out = {one.key: one for one in released([*parts, total, *shares], policy)}
    found = {}
    for key, (n, waits, within) in counts.items():
        if key in own:
            found[key] = Shown(n, is_hidden=False, within=within)
            continue
        is_hidden = out[key, "n"].is_hidden or waits < policy.threshold or key in closed
        share = out.get((key, "within"))
        share_hidden = share is not None and (
            share.is_hidden or is_hidden or _gives_back(key, beside, policy)
        )
        found[key] = Shown(
            None if is_hidden else n, is_hidden, None if is_hidden or share_hidden else within, share_hidden
        )
    # Somebody who knows a link of their own in full takes it off the total: then one hidden one is left over.
    hidden = [one for one in found.values() if one.is_hidden]
    return found, None if out["all"].is_hidden or len(hidden) == 1 else int(total.value or 0)


def _gives_back(key: Any, beside: Mapping[Any, tuple[int, int]] | None, policy: Policy) -> bool:
    """Whether a share would tell of few people in the rest of the link that they were in time, or late."""
    if beside is None or key not in beside:
        return False
    waits, within = beside[key]
    return any(0 < one < policy.threshold for one in (within, waits - within))


@dataclass(frozen=True)
class Bin:
    """Waits of so many days or hours: from and up to and including; and how many there are."""

    first: int
    last: int
    n: int


def bins(
    days: Mapping[int, int], *, is_own: bool, norm: int | None = None, policy: Policy = USUAL
) -> list[Bin]:
    """The waits of a link in at most a dozen bars; for others than its own people none of few waits.

    days: how many waits took so many days or hours. norm: in those too; a bar ends there, so what is in time is seen.
    The few longest waits share the last one. A bar of few is put together with the one after it, and the last one with
    the one before it.

    >>> bins({0: 3, 1: 9, 9: 4}, is_own=False)
    [Bin(first=0, last=9, n=16)]
    >>> [(one.first, one.last) for one in bins({day: 20 for day in range(40)}, is_own=True, norm=14)]
    [(0, 4), (5, 9), (10, 14), (15, 19), (20, 24), (25, 29), (30, 34), (35, 38), (39, 39)]
    """
    if not days:
        return []
    found = []
    for first, last in _bounds(days, norm):
        found.append(Bin(first, last, sum(n for day, n in days.items() if first <= day <= last)))
    if is_own:
        return found
    merged: list[Bin] = []
    for one in found:
        if merged and merged[-1].n < policy.threshold:
            merged[-1] = Bin(merged[-1].first, one.last, merged[-1].n + one.n)
        else:
            merged.append(one)
    if len(merged) > 1 and merged[-1].n < policy.threshold:
        last_one = merged.pop()
        merged[-1] = Bin(merged[-1].first, last_one.last, merged[-1].n + last_one.n)
    return merged


#: Bars up to this share of all waits; the longest few come together in one more.
_MOST_BARS, _SHARE_APART = 8, 0.97


def _bounds(days: Mapping[int, int], norm: int | None) -> list[tuple[int, int]]:
    """The first and last day of each bar."""
    ordered, enough, most = sorted(days), _SHARE_APART * sum(days.values()), max(days)
    passed = accumulate(days[day] for day in ordered)
    cap = next(day for day, n in zip(ordered, passed, strict=True) if n >= enough)
    width = -(-(cap + 1) // _MOST_BARS)
    edges = [0]
    if norm is not None and norm < cap:
        n_within_norm = max(1, round((norm + 1) / width))
        edges = [round((norm + 1) * at / n_within_norm) for at in range(n_within_norm + 1)]
    while edges[-1] <= cap:
        edges.append(min(edges[-1] + width, cap + 1))
    if most > cap:
        edges.append(most + 1)
    return [(first, after - 1) for first, after in pairwise(sorted(set(edges)))]


def station_name(name: str) -> str:
    """The name of a station as it is kept: a very long one is cut, and keeps apart from others that begin the same.

    >>> station_name("Ziekenhuis De Linde")
    'Ziekenhuis De Linde'
    """
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[: LONGEST_NAME - 9]}…{sha256(name.encode()).hexdigest()[:8]}"


def n_within(days: Mapping[str, int] | Mapping[int, int], most: int) -> int:
    """How many waits took at most so many days or hours.

    >>> n_within({"0": 2, "28": 3, "29": 4}, 28)
    5
    """
    return sum(n for day, n in days.items() if int(day) <= most)
