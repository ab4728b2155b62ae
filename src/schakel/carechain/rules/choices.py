"""Which months and people may be chosen from a log, and of which links that may then be shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.carechain.rules.links import USUAL
from schakel.methods.differences import apart, block_ends, block_ends_of_people
from schakel.methods.disclosure import Policy

#: With fewer months than this to show, a link is shown by quarter.
LEAST_MONTHS = 8
#: Choices of a log that are kept worked out; the ones that were asked for longest ago go.
MOST_CUTS = 80
#: Sub-regions that are worked out when a log is prepared, so that their pictures are there at once.
MOST_AREAS = 12
#: What people choose by, in the words of the page; and the word in an address.
TRAITS: dict[str, Any] = {
    "area": gettext_lazy("Gebied"),
    "care_kind": gettext_lazy("Soort zorg"),
    "urgency": gettext_lazy("Urgentie"),
    "organisation": gettext_lazy("Organisatie"),
}


def choice_of(values: Mapping[str, Any]) -> dict[str, str]:
    """The parts of a choice and nothing else; a value without its trait counts for nothing.

    >>> choice_of({"since": "2026-01", "value": "Noord", "page": "2"})
    {'since': '2026-01', 'until': '', 'trait': '', 'value': ''}
    """
    choice = {name: str(values.get(name) or "") for name in ("since", "until", "trait", "value")}
    return choice if choice["trait"] and choice["value"] else {**choice, "trait": "", "value": ""}


def months_of(first_on: date | None, last_on: date | None) -> list[str]:
    """The months of a log, from which one chooses.

    >>> months_of(date(2025, 12, 31), date(2026, 1, 1)), months_of(None, None)
    (['2025-12', '2026-01'], [])
    """
    if first_on is None or last_on is None:
        return []
    return month_range(f"{first_on:%Y-%m}", f"{last_on:%Y-%m}")


def why_not_choice(
    traits: Mapping[str, Sequence[str]],
    months: Sequence[str],
    *,
    since: str,
    until: str,
    trait: str,
    value: str,
) -> str | None:
    """Why these months and this trait cannot be chosen from a log.

    >>> why_not_choice({}, ["2026-01", "2026-02"], since="2026-02", until="2026-01", trait="", value="")
    'De eerste maand komt na de laatste. Kies ze andersom.'
    """
    for month in (since, until):
        if month and month not in months:
            return _("Deze maand staat niet in het logboek. Kies een maand uit de lijst.")
    if since and until and since > until:
        return _("De eerste maand komt na de laatste. Kies ze andersom.")
    if trait and value not in traits.get(trait, ()):
        return _("Dit kenmerk staat niet in het logboek. Kies er een uit de lijst.")
    return None


def month_after(month: str, n: int = 1) -> str:
    """The month that comes so many months later; earlier with a negative number.

    >>> month_after("2025-12"), month_after("2026-01", -1)
    ('2026-01', '2025-12')
    """
    year, number_ = month.split("-")
    at = int(year) * 12 + int(number_) - 1 + n
    return f"{at // 12}-{at % 12 + 1:02}"


def month_range(first: str, last: str) -> list[str]:
    """All months from the first up to and including the last.

    >>> month_range("2025-12", "2026-02")
    ['2025-12', '2026-01', '2026-02']
    """
    found = [first]
    while found[-1] < last:
        found.append(month_after(found[-1]))
    return found


def quarter_of(month: str) -> tuple[str, str, str]:
    """The name of the quarter of a month, and its first and last month.

    >>> quarter_of("2026-05")
    ('2026-K2', '2026-04', '2026-06')
    """
    year, number_ = month.split("-")
    place = (int(number_) + 2) // 3
    return f"{year}-K{place}", f"{year}-{3 * place - 2:02}", f"{year}-{3 * place:02}"


#: From coarse to fine: the year, half year, quarter and month that a month is in.
_GRAINS = (lambda at: at // 12, lambda at: at // 6, lambda at: at // 3, lambda at: at)


def breaks_of(counts: Mapping[str, int], policy: Policy = USUAL) -> dict[str, Any]:
    """Where the months of a link may be cut, so that no two periods that are shown differ by few people.

    counts: month → hand-overs. Returns plain values: ``first``, the first month; ``at``, the months after which it may
    be cut. It is cut between years first, then between half years, quarters and months: the same for most links.

    >>> breaks_of({"2025-12": 3, "2026-01": 12, "2026-02": 4, "2026-03": 15, "2026-04": 11, "2026-05": 10})
    {'first': '2025-12', 'at': ['2026-01', '2026-03', '2026-04', '2026-05']}
    """
    if not counts:
        return {"first": "", "at": []}
    months = month_range(min(counts), max(counts))
    return {"first": months[0], "at": blocks_of([counts], months, policy)}


def blocks_of(rows: Sequence[Mapping[str, int]], months: Sequence[str], policy: Policy = USUAL) -> list[str]:
    """The months after which several counts may be cut, so that none of them has few people in any block.

    >>> blocks_of([{"2026-01": 12, "2026-02": 14}, {"2026-01": 3, "2026-02": 30}], ["2026-01", "2026-02"])
    ['2026-02']
    """
    return _cut(months, 0, frozenset(months), _ends_of(rows, policy))


def blocks_of_people(
    rows: Sequence[Mapping[str, Collection[Hashable]]], months: Sequence[str], policy: Policy = USUAL
) -> list[str]:
    """The months after which may be cut, so that of nothing few people are in any block; who comes twice is one.

    >>> months = ["2026-01", "2026-02", "2026-03"]
    >>> blocks_of_people([dict(zip(months, (range(6), range(6), range(12))))], months)
    ['2026-03']
    """

    def ends(parts: Sequence[Sequence[str]]) -> list[int]:
        people = [[set().union(*(row.get(month, ()) for month in part)) for part in parts] for row in rows]
        return block_ends_of_people(people, threshold=policy.threshold)

    return _cut(months, 0, frozenset(months), ends)


def _ends_of(
    rows: Sequence[Mapping[str, int]], policy: Policy
) -> Callable[[Sequence[Sequence[str]]], list[int]]:
    """How parts of several months are put in blocks, of which none has few."""

    def ends(parts: Sequence[Sequence[str]]) -> list[int]:
        sums = [[sum(row.get(month, 0) for month in part) for part in parts] for row in rows]
        return block_ends(sums, threshold=policy.threshold)

    return ends


def _cut(
    months: Sequence[str],
    grain: int,
    allowed: Collection[str],
    ends: Callable[[Sequence[Sequence[str]]], list[int]],
) -> list[str]:
    """The months after which may be cut, as coarse as this grain and finer where that can be."""
    parts: list[list[str]] = []
    for month in months:
        key = _GRAINS[grain](_number(month))
        if parts and (key == _GRAINS[grain](_number(parts[-1][-1])) or parts[-1][-1] not in allowed):
            parts[-1].append(month)
        else:
            parts.append([month])
    found, begin = [], 0
    for end in ends(parts):
        block = [month for part in parts[begin:end] for month in part]
        is_finest = grain == len(_GRAINS) - 1
        found += [block[-1]] if is_finest else _cut(block, grain + 1, allowed, ends)
        begin = end
    return found


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def trait_breaks(
    division: Mapping[str, Mapping[str, int]], breaks: Mapping[str, Any], policy: Policy = USUAL
) -> dict[str, Any]:
    """Which values of a trait may be shown of a link, and where its months may then be cut.

    division: value → month → hand-overs. Values of few people stay together, and so do months in which any of the
    values that are shown, or those that stay together, would have few.

    >>> months = {"2026-01": 12, "2026-02": 14}
    >>> division = {"Noord": months, "Oost": {"2026-01": 30, "2026-02": 3}, "West": {"2026-02": 2}}
    >>> trait_breaks(division, breaks_of({"2026-01": 42, "2026-02": 19}))
    {'open': ['Oost'], 'at': ['2026-02']}
    """
    shown = apart({value: sum(of.values()) for value, of in division.items()}, threshold=policy.threshold)
    rest: dict[str, int] = {}
    for value, of in division.items():
        for month, n in of.items() if value not in shown else ():
            rest[month] = rest.get(month, 0) + n
    rows = [*(division[value] for value in shown), rest]
    months = month_range(breaks["first"], breaks["at"][-1])
    return {"open": shown, "at": _cut(months, 0, frozenset(breaks["at"]), _ends_of(rows, policy))}


def periods_beside(months: Sequence[str]) -> list[tuple[str, str]]:
    """Two periods of a log that are worth comparing: the last whole half year and the same months a year before.

    The first and the last month of a log may not be whole. A log that is too short for that is cut in two.

    >>> periods_beside(month_range("2024-12", "2026-11"))
    [('2025-01', '2025-06'), ('2026-01', '2026-06')]
    >>> periods_beside(["2026-01", "2026-02", "2026-03"]), periods_beside(["2026-01"])
    ([('2026-01', '2026-01'), ('2026-02', '2026-02')], [])
    """
    for last in reversed(months[:-1]):
        begin = month_after(last, -5)
        if last[5:] in {"06", "12"} and month_after(begin, -12) > months[0]:
            return [(month_after(begin, -12), month_after(last, -12)), (begin, last)]
    half = len(months) // 2
    return [(months[0], months[half - 1]), (months[half], months[2 * half - 1])] if half else []


def is_apart(first: str, last: str, breaks: Mapping[str, Any]) -> bool:
    """Whether a period is made of whole blocks of a link.

    >>> breaks = {"first": "2026-01", "at": ["2026-01", "2026-03"]}
    >>> is_apart("2026-02", "2026-03", breaks), is_apart("2026-02", "2026-02", breaks)
    (True, False)
    """
    at = breaks["at"]
    if not at:
        return False
    begins = first <= breaks["first"] or first > at[-1] or month_after(first, -1) in at
    ends = last >= at[-1] or last < breaks["first"] or last in at
    return begins and ends


def may_cut(breaks: Mapping[str, Any], *, since: str, until: str, trait: str, value: str) -> bool:
    """Whether a link may be shown of these months and this value of a trait; empty is all."""
    at = breaks
    if trait:
        known = breaks.get("traits", {}).get(trait)
        if known is None or value not in known["open"]:
            return False
        at = {**breaks, "at": known["at"]}
    return is_apart(since or breaks["first"], until or "9999-12", at)


def shown_months(
    months: Sequence[Mapping[str, Any]], breaks: Mapping[str, Any], *, is_own: bool
) -> tuple[list[Mapping[str, Any] | None], bool]:
    """The months of one link as they may be shown, None for one that stays hidden; and whether they are quarters.

    With few months to show, quarters are shown where that shows more.
    """
    if is_own:
        return list(months), False
    by_month, by_quarter = (shown_periods(months, breaks, by_quarter=one) for one in (False, True))
    n_months, n_quarters = (sum(one is not None for one in told) for told in (by_month, by_quarter))
    return (by_quarter, True) if n_months < LEAST_MONTHS and n_quarters > n_months else (by_month, False)


def shown_periods(
    months: Sequence[Mapping[str, Any]], breaks: Mapping[str, Any], *, by_quarter: bool
) -> list[Mapping[str, Any] | None]:
    """The months of one link, or its quarters, as everybody may see them; None for one that stays hidden."""
    if not by_quarter:
        return [one if is_apart(one["month"], one["month"], breaks) else None for one in months]
    spans = {quarter_of(one["month"])[0]: quarter_of(one["month"])[1:] for one in months}
    return [one if is_apart(*spans[one["month"]], breaks) else None for one in quarters(months)]


def first_day_of(period: str) -> date:
    """The first day of a month or a quarter.

    >>> first_day_of("2026-03"), first_day_of("2026-K2")
    (datetime.date(2026, 3, 1), datetime.date(2026, 4, 1))
    """
    year, part = period.split("-")
    return date(int(year), 3 * int(part[1:]) - 2 if part.startswith("K") else int(part), 1)


def whole_periods(
    periods: Sequence[Mapping[str, Any]], first_on: date | None, last_on: date | None
) -> list[Mapping[str, Any]]:
    """The months or quarters that lie within a log as a whole: of the others some people are missing.

    >>> months = [{"month": "2026-01"}, {"month": "2026-02"}, {"month": "2026-03"}]
    >>> whole_periods(months, date(2026, 1, 2), date(2026, 3, 30))
    [{'month': '2026-02'}]
    """
    if first_on is None or last_on is None:
        return []
    found = []
    for one in periods:
        begin = first_day_of(one["month"])
        n_months = 3 if "K" in one["month"] else 1
        after = first_day_of(month_after(f"{begin:%Y-%m}", n_months))
        if begin >= first_on and after - timedelta(days=1) <= last_on:
            found.append(one)
    return found


def quarters(months: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The months of a link put together by quarter of a year, with their mean; for links of few people.

    >>> months = [("2026-01", 2, 4.0), ("2026-03", 6, 8.0)]
    >>> quarters([{"month": month, "n": n, "waits": n, "mean_s": mean} for month, n, mean in months])
    [{'month': '2026-K1', 'n': 8, 'waits': 8, 'mean_s': 7.0}]
    """
    found: dict[str, dict[str, Any]] = {}
    for one in months:
        name = quarter_of(one["month"])[0]
        kept = found.setdefault(name, {"month": name, "n": 0, "waits": 0, "mean_s": 0.0})
        kept["n"] += one["n"]
        kept["waits"] += one["waits"]
        kept["mean_s"] += (one["mean_s"] or 0.0) * one["waits"]
    return [
        {**one, "mean_s": one["mean_s"] / one["waits"] if one["waits"] else None} for one in found.values()
    ]
