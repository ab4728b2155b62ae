"""Norms of two steps: at least 80 % within a target, and nobody over a maximum (the Treeknormen)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from schakel.methods.waits.figures import share
from schakel.methods.workdays import workdays_between

DAYS, WORKDAYS = "days", "workdays"
UNITS = (DAYS, WORKDAYS)
#: The share that has to be helped within the target.
MOST = Fraction(80, 100)


@dataclass(frozen=True)
class TwoStepNorm:
    """For one kind of care: within which wait at least 80 % is helped, and over which nobody waits.

    target: None where the norm is a maximum only.
    """

    care_kind: str
    unit: str
    target: float | None
    maximum: float


@dataclass(frozen=True)
class Case:
    """One request for care. served: None while it is open. own_delay: in the unit of its norm, at the patient's wish.

    in_error: entered in error, so it never happened. is_unreadable: a date of it could not be read.
    """

    id: str
    care_kind: str
    requested: date | None
    served: date | None = None
    own_delay: float = 0.0
    in_error: bool = False
    is_unreadable: bool = False


@dataclass(frozen=True)
class KindWaits:
    """One kind of care against its norm. Waits net, in ``unit``.

    None where nobody was helped yet, and about the target of a norm that has none.
    """

    care_kind: str
    unit: str
    done_n: int
    within_target_n: int | None
    within_target_pct: float | None
    target_80_met: bool | None
    over_maximum_n: int
    maximum_met: bool | None
    norm_met: bool | None
    longest: float | None
    open_n: int
    error_n: int


def kind_waits(
    cases: Iterable[Case],
    norms: Sequence[TwoStepNorm],
    holidays: Collection[date] = frozenset(),
    *,
    reference: date | None = None,
) -> list[KindWaits]:
    """Test each kind of care, in the order of the norms.

    holidays: days that are no working days. reference: who is helped later than this day is still open.
    Cases of a kind without a norm are left out; the same id twice is one case.

    >>> norm = TwoStepNorm("intake", "workdays", 5, 10)
    >>> case = Case("1", "intake", date(2026, 11, 20), date(2026, 11, 27))
    >>> row, = kind_waits([case], [norm])
    >>> row.longest, row.norm_met
    (5.0, True)
    >>> wrong = Case("1", "intake", date(2026, 11, 20), date(2026, 11, 27), in_error=True)
    >>> kind_waits([case, wrong], [norm])[0].longest is None
    True
    """
    by_kind: dict[str, dict[str, Case]] = defaultdict(dict)
    for case in cases:
        known = by_kind[case.care_kind].setdefault(case.id, case)
        if case.in_error and not known.in_error:
            by_kind[case.care_kind][case.id] = case
    off = frozenset(holidays)
    return [_of_kind(norm, list(by_kind[norm.care_kind].values()), off, reference) for norm in norms]


def _of_kind(
    norm: TwoStepNorm, cases: Sequence[Case], holidays: frozenset[date], reference: date | None
) -> KindWaits:
    net: list[float] = []
    n_open = n_error = 0
    for case in cases:
        if case.in_error:
            continue
        if case.is_unreadable or case.requested is None:
            n_error += 1
        elif case.served is None or (reference is not None and case.served > reference):
            n_open += 1
        elif case.served < case.requested:
            n_error += 1
        else:
            net.append(max(0, waited(case.requested, case.served, norm.unit, holidays) - case.own_delay))
    over = sum(wait > norm.maximum for wait in net)
    maximum_met = over == 0 if net else None
    within = target_met = None
    if norm.target is not None:
        within = sum(wait <= norm.target for wait in net)
        target_met = Fraction(within, len(net)) >= MOST if net else None
    return KindWaits(
        care_kind=norm.care_kind,
        unit=norm.unit,
        done_n=len(net),
        within_target_n=within,
        within_target_pct=None if within is None else share(within, len(net)),
        target_80_met=target_met,
        over_maximum_n=over,
        maximum_met=maximum_met,
        norm_met=maximum_met and target_met is not False if net else None,
        longest=max(net, default=None),
        open_n=n_open,
        error_n=n_error,
    )


def waited(start: date, end: date, unit: str, holidays: Collection[date] = frozenset()) -> int:
    """The days after start up to and including end: all of them, or Monday to Friday without the holidays.

    >>> waited(date(2026, 12, 24), date(2026, 12, 29), "workdays", {date(2026, 12, 25)})
    2
    """
    return (end - start).days if unit == DAYS else workdays_between(start, end, holidays)
