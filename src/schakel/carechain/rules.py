"""States of a log, how long it may be kept, how large it may be, and what a link may show to whom. No queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.methods.disclosure import Cell, Policy, released
from schakel.web.formats import dutch_date, number

#: The largest file; a larger one is prepared with the shell.
MOST_BYTES = 1_000_000_000
#: One piece of a file on its way in; what the pages take at once is a little more.
PIECE_BYTES = 8_000_000
#: A file of which no more comes in, or that nobody prepared, is forgotten after this time.
KEPT_UNPREPARED = timedelta(days=2)
#: Rejected rows that the page names one by one.
MOST_REJECTS = 200
LONGEST_MONTHS = 120
#: From how many people a figure is shown to others than those of the organisation itself.
USUAL = Policy()
#: With fewer months than this to show, a link is shown by quarter.
LEAST_MONTHS = 8
#: Links that are kept of each level, the most frequent ones, and signs of the name of a station.
MOST_LINKS, LONGEST_NAME = 4_000, 200


class Level(TextChoices):
    """What the stations of a chain are."""

    ORGANISATION = "organisation", gettext_lazy("organisaties")
    STEP = "activity", gettext_lazy("stappen")


class LogState(TextChoices):
    """How far a log is."""

    RECEIVING = "receiving", gettext_lazy("komt binnen")
    RECEIVED = "received", gettext_lazy("wordt bekeken")
    RECOGNISED = "recognised", gettext_lazy("kolommen kiezen")
    READY = "ready", gettext_lazy("klaar")
    UNREADABLE = "unreadable", gettext_lazy("niet te lezen")


#: How a state looks (schakel.web.states).
LOOKS = {
    LogState.RECEIVING: "partly",
    LogState.RECEIVED: "partly",
    LogState.RECOGNISED: "log_asks",
    LogState.READY: "ready",
    LogState.UNREADABLE: "missing",
}
#: What a column can be, in the words of the page; the first three are needed.
ROLES: dict[str, Any] = {
    "case": gettext_lazy("zaak (wie of welk traject)"),
    "activity": gettext_lazy("stap"),
    "start": gettext_lazy("begin van de stap"),
    "end": gettext_lazy("einde van de stap"),
    "organisation": gettext_lazy("organisatie"),
    "area": gettext_lazy("gebied"),
    "care_kind": gettext_lazy("soort zorg"),
    "urgency": gettext_lazy("urgentie"),
    "transition": gettext_lazy("begonnen of klaar"),
    "instance": gettext_lazy("nummer van de stap"),
    "event_id": gettext_lazy("nummer van de gebeurtenis"),
    "value": gettext_lazy("waarde"),
    "status": gettext_lazy("status"),
}
NEEDED = ("case", "activity", "start")


def why_not_keep(until: date, *, today: date, longest_months: int) -> str | None:
    """Why a log may not be kept until this day."""
    if until <= today:
        return _("Kies een dag die nog komt.")
    last = last_day(today, longest_months)
    if until > last:
        return _("Volgens het doel bewaart u gegevens hoogstens %(n)s maanden: tot en met %(day)s.") % {
            "n": number(longest_months),
            "day": dutch_date(last),
        }
    return None


def last_day(today: date, months: int) -> date:
    """The last day on which something may be kept that comes in today.

    >>> last_day(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    at = today.year * 12 + today.month - 1 + months
    first = date(at // 12, at % 12 + 1, 1)
    after = date((at + 1) // 12, (at + 1) % 12 + 1, 1)
    return min(first + timedelta(days=today.day - 1), after - timedelta(days=1))


def why_not_columns(columns: Mapping[str, str], known: Sequence[Mapping[str, Any]]) -> str | None:
    """Why this choice of columns cannot be used; columns: role → name of the column."""
    for role in NEEDED:
        if not columns.get(role):
            return _("Kies welke kolom dit is: %(what)s.") % {"what": ROLES[role]}
    names = {one["name"]: one for one in known}
    for role, name in columns.items():
        if name not in names:
            return _("De kolom “%(name)s” staat niet in het bestand.") % {"name": name[:60]}
        if names[name].get("has_bsns") and role != "case":
            return _("In de kolom “%(name)s” staan burgerservicenummers. Die kan alleen de zaak zijn.") % {
                "name": name[:60]
            }
    if len(set(columns.values())) < len(columns):
        return _("U koos een kolom twee keer. Elke kolom is één ding.")
    return None


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
    counts: Mapping[Any, tuple[int, int, int | None]], own: frozenset[Any], policy: Policy = USUAL
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
        is_hidden = out[key, "n"].is_hidden or waits < policy.threshold
        share = out.get((key, "within"))
        share_hidden = share is not None and (share.is_hidden or is_hidden)
        found[key] = Shown(
            None if is_hidden else n, is_hidden, None if is_hidden or share_hidden else within, share_hidden
        )
    # Somebody who knows a link of their own in full takes it off the total: then one hidden one is left over.
    hidden = [one for one in found.values() if one.is_hidden]
    return found, None if out["all"].is_hidden or len(hidden) == 1 else int(total.value or 0)


def shown_months(
    months: Sequence[Mapping[str, Any]], *, is_own: bool, policy: Policy = USUAL
) -> list[Mapping[str, Any] | None]:
    """The months of one link as they may be shown, None for a hidden one; never exactly one of them.

    The page shows how many people there are in all, so a single hidden month would follow from it.
    """
    if is_own:
        return list(months)
    cells = [Cell(one["month"], one["n"], count=one["n"], is_sensitive=False) for one in months]
    out = {one.key: one.is_hidden for one in released(cells, policy)}
    if sum(out.values()) == 1 and len(cells) > 1:
        smallest = min((one for one in months if not out[one["month"]]), key=lambda one: one["n"])
        out[smallest["month"]] = True
    return [None if out[one["month"]] else one for one in months]


def quarters(months: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The months of a link put together by quarter of a year, with their mean; for links of few people.

    >>> months = [("2026-01", 2, 4.0), ("2026-03", 6, 8.0)]
    >>> quarters([{"month": month, "n": n, "waits": n, "mean_s": mean} for month, n, mean in months])
    [{'month': '2026-K1', 'n': 8, 'waits': 8, 'mean_s': 7.0}]
    """
    found: dict[str, dict[str, Any]] = {}
    for one in months:
        year, month = one["month"].split("-")
        name = f"{year}-K{(int(month) + 2) // 3}"
        kept = found.setdefault(name, {"month": name, "n": 0, "waits": 0, "mean_s": 0.0})
        kept["n"] += one["n"]
        kept["waits"] += one["waits"]
        kept["mean_s"] += (one["mean_s"] or 0.0) * one["waits"]
    return [
        {**one, "mean_s": one["mean_s"] / one["waits"] if one["waits"] else None} for one in found.values()
    ]


@dataclass(frozen=True)
class Bin:
    """Waits of so many calendar days: from and up to and including; and how many there are."""

    first: int
    last: int
    n: int


def bins(
    days: Mapping[int, int], *, is_own: bool, norm: int | None = None, policy: Policy = USUAL
) -> list[Bin]:
    """The waits of a link in at most a dozen bars; for others than its own people none of few waits.

    norm: days; a bar ends there, so what is in time is seen. The few longest waits share the last one. A bar of
    few is put together with the one after it, and the last one with the one before it.

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
    total, passed, cap, most = sum(days.values()), 0, 0, max(days)
    for day in sorted(days):
        passed, cap = passed + days[day], day
        if passed >= _SHARE_APART * total:
            break
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
    """How many waits took at most so many calendar days.

    >>> n_within({"0": 2, "28": 3, "29": 4}, 28)
    5
    """
    return sum(n for day, n in days.items() if int(day) <= most)


class Cause(TextChoices):
    """Why a chain stalls: what regional programmes name, and room for something else."""

    STAFF = "staff", gettext_lazy("te weinig personeel")
    OUTFLOW = "outflow", gettext_lazy("uitstroom: wie klaar is, kan nog niet weg")
    THROUGH_FLOW = "through_flow", gettext_lazy("doorstroom binnen de organisatie")
    INDICATION = "indication", gettext_lazy("indicatie of financiering")
    NO_OFFER = "no_offer", gettext_lazy("geen passend aanbod")
    NO_BRIDGING = "no_bridging", gettext_lazy("geen hulp om het wachten te overbruggen")
    INFORMATION = "information", gettext_lazy("informatie ontbreekt of komt te laat")
    UNKNOWN_OFFER = "unknown_offer", gettext_lazy("men kent het aanbod van de buren niet")
    TRAVEL = "travel", gettext_lazy("reizen of taal")
    CHOICE = "choice", gettext_lazy("keuze van de patiënt")
    OTHER = "other", gettext_lazy("iets anders")


class Origin(TextChoices):
    """How a bottleneck came to be known."""

    INTERVIEW = "interview", gettext_lazy("iemand vertelde het")
    LINK = "link", gettext_lazy("een schakel van de keten laat het zien")


class BottleneckState(TextChoices):
    """What happens with a bottleneck."""

    OPEN = "open", gettext_lazy("open")
    TAKEN_UP = "taken_up", gettext_lazy("opgepakt")
    SOLVED = "solved", gettext_lazy("opgelost")
    DROPPED = "dropped", gettext_lazy("laten rusten")


#: States in which something still may happen to it.
ALIVE = frozenset({BottleneckState.OPEN, BottleneckState.TAKEN_UP})
NEXT_STATES = {
    BottleneckState.OPEN: {BottleneckState.TAKEN_UP, BottleneckState.SOLVED, BottleneckState.DROPPED},
    BottleneckState.TAKEN_UP: {BottleneckState.OPEN, BottleneckState.SOLVED, BottleneckState.DROPPED},
    BottleneckState.SOLVED: {BottleneckState.OPEN},
    BottleneckState.DROPPED: {BottleneckState.OPEN},
}
BOTTLENECK_LOOKS = {
    BottleneckState.OPEN: "bottleneck_open",
    BottleneckState.TAKEN_UP: "bottleneck_taken_up",
    BottleneckState.SOLVED: "bottleneck_solved",
    BottleneckState.DROPPED: "bottleneck_dropped",
}


def why_not_state(now: str, then: str) -> str | None:
    """Why a bottleneck cannot go from one state to another."""
    if BottleneckState(then) in NEXT_STATES[BottleneckState(now)]:
        return None
    return _("Een knelpunt dat %(now)s is, kan niet %(then)s worden.") % {
        "now": BottleneckState(now).label,
        "then": BottleneckState(then).label,
    }
