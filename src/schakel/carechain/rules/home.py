"""The way from home to home: its stations, and which figures of a step may be shown to everybody of a network."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.carechain.rules.links import USUAL
from schakel.methods.differences import apart
from schakel.methods.disclosure import Cell, Policy, Released, released
from schakel.methods.waits.figures import percentile
from schakel.methods.waits.home_to_home import Chains
from schakel.methods.waits.places import Place
from schakel.methods.waits.transfers import Agreement, Handover, TransferFacts, judged, together
from schakel.network.rules import OrganisationKind

Key = TypeVar("Key", bound=Hashable)
#: Rows of one file with transfers; more is several files, or the shell.
MOST_TRANSFERS = 300_000
#: Places that are told of one step.
MOST_PLACES = 40
LONGEST_HOURS, LONGEST_NIGHTS, LONGEST_DAYS = 720, 60, 365


class Station(TextChoices):
    """A kind of place on the way from home to home, in the order of that way."""

    HOME = Place.HOME.value, gettext_lazy("thuis")
    HOSPITAL = Place.HOSPITAL.value, gettext_lazy("ziekenhuis")
    REHABILITATION = Place.REHABILITATION.value, gettext_lazy("revalidatie (GRZ)")
    SHORT_STAY = Place.SHORT_STAY.value, gettext_lazy("eerstelijnsverblijf (ELV)")
    RESPITE = Place.RESPITE.value, gettext_lazy("logeerzorg")
    NURSING_HOME = Place.NURSING_HOME.value, gettext_lazy("verpleeghuis")
    HOSPICE = Place.HOSPICE.value, gettext_lazy("hospice")
    HOME_CARE = Place.HOME_CARE.value, gettext_lazy("thuiszorg")
    OTHER = Place.OTHER.value, gettext_lazy("andere plek")


ORDER = {station.value: at for at, station in enumerate(Station)}
#: Where people stay at a partner of this kind, when its name does not say so.
PARTNER_PLACES = {
    OrganisationKind.HOSPITAL: Place.HOSPITAL,
    OrganisationKind.NURSING_HOME: Place.NURSING_HOME,
    OrganisationKind.HOME_CARE: Place.HOME_CARE,
}


def step_words(source: str, target: str) -> str:
    """A step in words, by its two stations; coming home says so.

    >>> step_words("hospital", "home")
    'Ziekenhuis → weer thuis'
    """
    end = end_words(target)
    return f"{station_words(source)} → {end[0].lower()}{end[1:]}"


def short_words(station: str) -> str:
    """A station as it fits in a drawing: between brackets stands what the field calls it.

    >>> short_words("short_stay"), short_words("hospital")
    ('ELV', 'Ziekenhuis')
    """
    words = station_words(station)
    return words.rpartition("(")[2].rstrip(")") if len(words) > 20 else words


def station_words(station: str) -> str:
    """A station in words, with a capital."""
    words = str(Station(station).label)
    return words[0].upper() + words[1:]


def end_words(station: str) -> str:
    """The station at the end of a step; home is home again."""
    return _("Weer thuis") if station == Station.HOME else station_words(station)


def why_not_agreement(*, hours: int, before: int, nights: int, days: int, percent: int) -> str | None:
    """Why these are no agreements: hours to answer and before leaving, nights, days of readmission, of hundred."""
    limits = (
        (hours, 1, LONGEST_HOURS, _("Spreek tussen 1 en %(n)s uur af om te antwoorden.")),
        (before, 0, LONGEST_HOURS, _("Spreek hoogstens %(n)s uur voor vertrek af.")),
        (nights, 0, LONGEST_NIGHTS, _("Spreek hoogstens %(n)s nachten wachten af.")),
        (days, 1, LONGEST_DAYS, _("Spreek tussen 1 en %(n)s dagen af waarin iemand niet terugkomt.")),
        (percent, 1, 100, _("Kies tussen 1 en %(n)s van de honderd.")),
    )
    return next(
        (words % {"n": most} for value, least, most, words in limits if not least <= value <= most), None
    )


# --------------------------------------------------------------------------- what is kept of a file


@dataclass(frozen=True)
class StepKept:
    """A step that is kept: between stations, or within such a step between two places by name."""

    source_kind: str
    target_kind: str
    source: str
    target: str
    n_people: int
    facts: TransferFacts
    reasons: Mapping[str, int]


def steps_to_keep(
    seen: Mapping[tuple[str, str, str, str], Handover], policy: Policy = USUAL
) -> list[StepKept]:
    """The steps between stations, and within each the pairs of places that may be told by themselves.

    seen: hand-overs by station from and to, and the names of both places. Of pairs with few people nothing is kept, and
    those that are left out are together nobody or enough people. Reasons to refuse are kept where enough people met
    them, in the same way: a text of one person never.
    """
    kept = []
    for kinds in sorted({key[:2] for key in seen}, key=lambda one: (ORDER[one[0]], ORDER[one[1]])):
        pairs = {key[2:]: one for key, one in seen.items() if key[:2] == kinds}
        kept.append(_kept(kinds, ("", ""), list(pairs.values()), policy))
        named = {names: one for names, one in pairs.items() if any(names)}
        shown = apart({names: len(one.people) for names, one in pairs.items()}, threshold=policy.threshold)
        if len(pairs) > 1:
            listed = sorted(
                (names for names in shown if names in named), key=lambda one: -len(pairs[one].people)
            )
            kept += [_kept(kinds, names, [pairs[names]], policy) for names in listed[:MOST_PLACES]]
    return kept


def _kept(
    kinds: tuple[str, str], names: tuple[str, str], those: Sequence[Handover], policy: Policy
) -> StepKept:
    people = set().union(*(one.people for one in those))
    reasons: dict[str, set[str]] = {}
    for one in those:
        for reason, who in one.reasons.items():
            reasons.setdefault(reason.casefold(), set()).update(who)
    told = apart({reason: len(who) for reason, who in reasons.items()}, threshold=policy.threshold)
    named = {reason: len(reasons[reason]) for reason in told if reason}
    return StepKept(*kinds, *names, len(people), together(one.facts for one in those), named)


# --------------------------------------------------------------------------- what may be shown


@dataclass(frozen=True)
class StepFigures:
    """The figures of a step as everybody of the network may see them; None where one stays hidden or there is none.

    Hours elapsed, nights by calendar date, shares of hundred. is_hidden: nothing of it may be shown. hidden: names of
    figures that stay hidden although there was something to count.
    """

    is_hidden: bool
    n_people: int | None = None
    requests_n: int | None = None
    answered_pct: float | None = None
    answer_median: float | None = None
    answer_p90: float | None = None
    refused_n: int | None = None
    open_n: int | None = None
    left_n: int | None = None
    nights_gross: int | None = None
    nights_net: int | None = None
    nights_mean: float | None = None
    nights_median: float | None = None
    nights_p90: float | None = None
    within_pct: float | None = None
    sent_pct: float | None = None
    waiting_n: int | None = None
    waiting_nights: int | None = None
    readmissions_n: int | None = None
    missing_n: int | None = None
    errors_n: int | None = None
    verdict: str = "norm_none"
    hidden: frozenset[str] = frozenset()


ALL = "all"
#: With this agreement nothing is judged; it only lets counts through that need none.
_NOTHING_AGREED = Agreement(0, 0, 0, 0)


def shown_steps(
    rows: Mapping[Key, tuple[int, TransferFacts]],
    n_people: int,
    agreement: Agreement | None,
    percent: int = 100,
    policy: Policy = USUAL,
) -> tuple[dict[Key, StepFigures], StepFigures]:
    """What may be shown of steps that stand together on a page, and of all of them together.

    rows: people and facts of each step; n_people: of all. agreement and percent: what was agreed, and for how many of
    hundred; None: nothing is in time or late. Of a step with few people nothing is shown. Where one hidden figure of a
    step would follow from that of all together, the last one is hidden too.
    """
    whole = (n_people, together(facts for _n, facts in rows.values()))
    people = [Cell(key, n, count=n, is_sensitive=False) for key, (n, _facts) in rows.items()]
    total = Cell(ALL, n_people, count=n_people, is_sensitive=False, combines=list(rows))
    hidden = {one.key for one in released([*people, total], policy) if one.is_hidden}
    cells = []
    for key, (n, facts) in rows.items():
        here = [_with_own(key, cell) for cell in _cells(key, n, facts, agreement)]
        cells += [_closed(cell) if key in hidden else cell for cell in here]
    for cell in _cells(ALL, *whole, agreement):
        name = cell.key[1]  # type: ignore[index]  # every key here is a pair
        parts = [] if name in _NO_SUM else [(key, name) for key in rows]
        ways = [[(ALL, "net"), (ALL, "own")]] if name == "gross" else []
        cells.append(_closed(cell) if ALL in hidden else _over(cell, parts, ways))
    out = {one.key: one for one in released(cells, policy)}
    figures = {
        key: _figures(key, out, facts, agreement, percent, is_hidden=key in hidden)
        for key, (_n, facts) in rows.items()
    }
    return figures, _figures(ALL, out, whole[1], agreement, percent, is_hidden=ALL in hidden)


#: Figures of all together that no subtracting gives back for one step.
_NO_SUM = frozenset({"answer", "spread"})


def _closed(cell: Cell) -> Cell:
    """A figure of a step that stays hidden whatever it is."""
    return Cell(cell.key, 0, base=0)


def _with_own(key: Any, cell: Cell) -> Cell:
    """A figure; of gross nights with what they are made of."""
    return _over(cell, [(key, "net"), (key, "own")]) if cell.key == (key, "gross") else cell


def _over(cell: Cell, parts: Sequence[Hashable], ways: Sequence[Sequence[Hashable]] = ()) -> Cell:
    """A figure that combines others, in one way or more."""
    return Cell(
        cell.key,
        cell.value,
        count=cell.count,
        base=cell.base,
        is_sensitive=False,
        contributions=cell.contributions,
        combines=parts,
        ways=ways,
    )


def _cells(key: Any, n_people: int, facts: TransferFacts, agreement: Agreement | None) -> list[Cell]:
    """The figures of a step before anybody may see them."""
    told = judged(facts, agreement or _NOTHING_AGREED)
    n_answered, n_left = told.requests_answered_n, told.steps_left_with_ready_n

    def count(name: str, n: int, base: int | None = None) -> Cell:
        return Cell((key, name), n, count=n, base=base or None, is_sensitive=False)

    def nights(name: str, those: Sequence[int]) -> Cell:
        return Cell((key, name), sum(those), base=len(those) or None, contributions=those, is_sensitive=False)

    return [
        count("people", n_people),
        count("requests", told.requests_n),
        count("refused", told.requests_refused_n, n_answered),
        count("open", told.requests_open_n),
        count("left", facts.left_n),
        count("in_time", told.answered_in_time_n, n_answered),
        count("within", told.delay_within_agreement_n, n_left),
        count("sent", told.sent_in_time_n, told.sent_in_time_of_n),
        count("waiting", told.steps_still_waiting_n),
        count("back", told.readmissions_n),
        count("missing", told.missing_arrival_n),
        count("errors", told.errors_order_n),
        nights("net", facts.nights_net),
        *_gross(key, facts),
        nights("waiting_nights", facts.waiting_nights),
        Cell((key, "answer"), 0, base=n_answered),
        Cell((key, "spread"), 0, base=n_left),
    ]


def _gross(key: Any, facts: TransferFacts) -> list[Cell]:
    """Nights with those that patients asked for themselves; of few such patients they would follow from net."""
    own = [gross - net for gross, net in zip(facts.nights_gross, facts.nights_net, strict=True)]
    n_asked, n = sum(one > 0 for one in own), len(own)
    return [
        Cell((key, "own"), sum(own), count=n_asked, is_sensitive=False),
        Cell((key, "gross"), sum(facts.nights_gross), base=n or None, contributions=facts.nights_gross),
    ]


def _figures(
    key: Any,
    out: Mapping[Any, Released],
    facts: TransferFacts,
    agreement: Agreement | None,
    percent: int,
    *,
    is_hidden: bool,
) -> StepFigures:
    if is_hidden:
        return StepFigures(is_hidden=True, verdict="norm_unknown" if agreement else "norm_none")

    def whole(name: str) -> int | None:
        one = out[key, name]
        return None if one.is_hidden or one.value is None else int(one.value)

    def share(name: str) -> float | None:
        one = out[key, name]
        # Of nothing there is no share; then the base is left out, see `_cells`.
        if agreement is None or one.is_hidden or not one.base or one.count is None:
            return None
        return 100 * one.count / one.base

    has_answer, has_spread = (not out[key, name].is_hidden for name in ("answer", "spread"))
    net = whole("net")
    figures = StepFigures(
        is_hidden=False,
        n_people=whole("people"),
        requests_n=whole("requests"),
        answered_pct=share("in_time"),
        answer_median=percentile(facts.answer_hours, 0.5) if has_answer else None,
        answer_p90=percentile(facts.answer_hours, 0.9) if has_answer else None,
        refused_n=whole("refused"),
        open_n=whole("open"),
        left_n=whole("left"),
        nights_gross=whole("gross"),
        nights_net=net,
        nights_mean=net / len(facts.nights_net) if net is not None and facts.nights_net else None,
        nights_median=percentile(facts.nights_net, 0.5) if has_spread else None,
        nights_p90=percentile(facts.nights_net, 0.9) if has_spread else None,
        within_pct=share("within"),
        sent_pct=share("sent"),
        waiting_n=whole("waiting"),
        waiting_nights=whole("waiting_nights"),
        readmissions_n=whole("back") if agreement else None,
        missing_n=whole("missing"),
        errors_n=whole("errors"),
        verdict=_verdict(facts, agreement, percent),
    )
    there = _counted(facts, has_agreement=agreement is not None)
    return replace(figures, hidden=frozenset(name for name in there if getattr(figures, name) is None))


def _counted(facts: TransferFacts, *, has_agreement: bool) -> set[str]:
    """The figures of which there was something to count."""
    n_requests = len(facts.answer_hours) + len(facts.open_hours) + facts.ended_by_death_n
    counted = {
        "requests_n": n_requests,
        "answered_pct": len(facts.answer_hours) if has_agreement else 0,
        "answer_median": len(facts.answer_hours),
        "answer_p90": len(facts.answer_hours),
        "refused_n": facts.refused_n,
        "open_n": len(facts.open_hours),
        "left_n": facts.left_n,
        "within_pct": len(facts.nights_net) if has_agreement else 0,
        "sent_pct": len(facts.hours_before_leaving) if has_agreement else 0,
        "waiting_n": len(facts.waiting_nights),
        "readmissions_n": len(facts.days_until_back) if has_agreement else 0,
        "missing_n": facts.missing_arrival_n,
        "errors_n": facts.errors_order_n,
    }
    nights = ("nights_gross", "nights_net", "nights_mean", "nights_median", "nights_p90")
    counted |= dict.fromkeys(nights, len(facts.nights_net))
    return {name for name, n in counted.items() if n}


def _verdict(facts: TransferFacts, agreement: Agreement | None, percent: int) -> str:
    """Whether a step keeps what was agreed: every share of it that can be told is high enough."""
    if agreement is None:
        return "norm_none"
    told = judged(facts, agreement)
    shares = [
        (told.answered_in_time_n, told.requests_answered_n),
        (told.delay_within_agreement_n, told.steps_left_with_ready_n),
        (told.sent_in_time_n, told.sent_in_time_of_n),
    ]
    tested = [(part, of) for part, of in shares if of]
    if not tested:
        return "norm_unknown"
    return "norm_met" if all(100 * part >= percent * of for part, of in tested) else "norm_not_met"


@dataclass(frozen=True)
class WaysShown:
    """The ways from home to home as everybody may see them; None where a figure stays hidden."""

    n: int | None
    median: float | None
    p90: float | None
    underway_n: int | None
    death_n: int | None
    readmission_n: int | None
    unknown_n: int | None


def shown_ways(chains: Chains, policy: Policy = USUAL, *, is_of_enough: bool = True) -> WaysShown:
    """What may be shown of the ways from home to home.

    is_of_enough: whether enough people came home; a few who came home many times are few.

    >>> ways = shown_ways(Chains(days=list(range(1, 22)), underway_days=[3], people_n=30))
    >>> ways.n, ways.median, ways.underway_n
    (21, 11.0, None)
    """
    counts = {
        "n": len(chains.days),
        "underway": len(chains.underway_days),
        "death": chains.ended_by_death_n,
        "readmission": chains.ended_by_readmission_n,
        "unknown": chains.begin_unknown_n,
    }
    cells = [Cell(name, n, count=n, is_sensitive=False) for name, n in counts.items()]
    out = {one.key: None if one.is_hidden else int(one.value or 0) for one in released(cells, policy)}
    has_days = is_of_enough and len(chains.days) >= policy.threshold
    return WaysShown(
        n=out["n"] if is_of_enough or not chains.days else None,
        median=percentile(chains.days, 0.5) if has_days else None,
        p90=percentile(chains.days, 0.9) if has_days else None,
        underway_n=out["underway"],
        death_n=out["death"],
        readmission_n=out["readmission"],
        unknown_n=out["unknown"],
    )
