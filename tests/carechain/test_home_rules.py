"""Which figures of a step may be shown: never of few, and never one that follows from the others."""

from __future__ import annotations

from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.carechain.rules import (
    NIGHTS,
    REQUESTS,
    WAYS,
    StepFigures,
    quarter_of,
    shown_steps,
    steps_to_keep,
    way_blocks,
    way_periods,
    why_not_agreement,
)
from schakel.methods.waits import read_stamp
from schakel.methods.waits.transfers import (
    Agreement,
    Handover,
    TransferEvent,
    TransferFacts,
    months_of_handovers,
    together,
)

AGREED = Agreement(4, 24, 1, 30)
#: Figures that add up over the steps, and what they count of the facts.
SUMS = {
    "requests_n": lambda facts: len(facts.answer_hours),
    "refused_n": lambda facts: facts.refused_n,
    "left_n": lambda facts: facts.left_n,
    "nights_net": lambda facts: sum(facts.nights_net),
    "nights_gross": lambda facts: sum(facts.nights_gross),
    "waiting_n": lambda facts: len(facts.waiting_nights),
}


@st.composite
def facts_of(draw: st.DrawFn) -> tuple[int, TransferFacts]:
    """People and facts of a step of which the parts fit together."""
    n = draw(st.integers(0, 30))
    net = draw(st.lists(st.integers(0, 3), min_size=n, max_size=n))
    own = draw(st.lists(st.integers(0, 1), min_size=n, max_size=n))
    return n, TransferFacts(
        answer_hours=draw(st.lists(st.integers(0, 8), min_size=n, max_size=n)),
        nights_net=net,
        nights_gross=[one + more for one, more in zip(net, own, strict=True)],
        waiting_nights=draw(st.lists(st.integers(0, 9), max_size=12)),
        refused_n=draw(st.integers(0, n)),
        left_n=n,
    )


@settings(max_examples=60)
@given(st.lists(facts_of(), min_size=1, max_size=4))
def test_no_figure_is_of_few_or_follows_from_the_others(steps):
    rows = dict(enumerate(steps))
    shown, whole = shown_steps(rows, sum(n for n, _facts in steps), AGREED, 80)
    counts = ("n_people", "requests_n", "refused_n", "open_n", "left_n", "waiting_n", "missing_n", "errors_n")
    for key, figures in shown.items():
        n, facts = rows[key]
        assert figures.is_hidden or n >= 10 or n == 0
        if figures.is_hidden:
            told = {one.name for one in fields(StepFigures) if getattr(figures, one.name) is not None}
            assert told == {"is_hidden", "verdict", "hidden"}
            assert not figures.hidden
        for name in counts:
            value = getattr(figures, name)
            assert value is None or value == 0 or value >= 10
        if figures.nights_gross is not None and figures.nights_net is not None:
            asked = sum(gross > net for gross, net in zip(facts.nights_gross, facts.nights_net, strict=True))
            assert asked == 0 or asked >= 10
    for name, counted in SUMS.items():
        total, parts = getattr(whole, name), [getattr(figures, name) for figures in shown.values()]
        assert total is None or parts.count(None) != 1, name
        if None not in (total, *parts):
            assert total == sum(parts) == counted(together(facts for _n, facts in steps))


def test_pairs_of_places_are_kept_where_each_and_the_rest_have_enough_people():
    def seen(n: int, **reasons: int) -> Handover:
        people = {f"P{at}" for at in range(n)}
        named = {why: {f"P{at}" for at in range(of)} for why, of in reasons.items()}
        return Handover(TransferFacts(left_n=n), people, named)

    kept = steps_to_keep(
        {
            ("hospital", "rehabilitation", "A", "B"): seen(40, vol=12, ver=9),
            ("hospital", "rehabilitation", "A", "C"): seen(14, Vol=14),
            ("hospital", "rehabilitation", "A", "D"): seen(3),
            ("home", "hospital", "", ""): seen(50),
        }
    )
    told = [(one.source_kind, one.target, one.n_people, dict(one.reasons)) for one in kept]
    assert told == [
        ("home", "", 50, {}),
        ("hospital", "", 40, {}),
        ("hospital", "B", 40, {}),
    ], "C joins D, who is too few alone; 'ver' hides the other reason, that would give it away"


def test_what_nobody_can_agree_on_is_told():
    agreed = {"hours": 4, "before": 24, "nights": 1, "days": 30, "percent": 80}
    assert why_not_agreement(**agreed) is None
    for name, value in {"hours": 0, "before": 721, "nights": 61, "days": 0, "percent": 101}.items():
        assert why_not_agreement(**{**agreed, name: value}), name


#: What a month tells, and how many of that a period shows.
COUNTED = {REQUESTS: "answered_n", NIGHTS: "left_n", WAYS: "ways_n"}
#: Who met what in a month: each of a few dozen people not at all, once, or several times.
WHO = st.dictionaries(st.integers(0, 30), st.integers(1, 3), max_size=28)


def of_months(drawn: list[dict[str, dict[int, int]]]):
    """Months of a file, of ways that ended at home, and whom each is about."""
    names = [f"2026-{at:02}" for at in range(1, len(drawn) + 1)]
    people = {what: {name: set(of[what]) for name, of in zip(names, drawn, strict=True)} for what in COUNTED}
    months, days = {}, []
    for name, of in zip(names, drawn, strict=True):
        n = {what: sum(of[what].values()) for what in COUNTED}
        nights = [at % 3 for at in range(n[NIGHTS])]
        months[name] = TransferFacts(
            answer_hours=[2.0 + at % 5 for at in range(n[REQUESTS])], nights_net=nights, nights_gross=nights
        )
        days += [(name, 9)] * n[WAYS]
    return months, days, people


@settings(max_examples=60)
@given(st.lists(st.fixed_dictionaries(dict.fromkeys(COUNTED, WHO)), min_size=1, max_size=7))
def test_no_month_of_few_people_is_told_and_none_follows_from_the_whole_file(drawn):
    months, days, people = of_months(drawn)
    shown, by_quarter = way_periods(months, days, way_blocks(people), AGREED)

    def is_in(month: str, period: str) -> bool:
        return month == period or quarter_of(month)[0] == period

    for what, figure in COUNTED.items():
        told = {one.period for one in shown if getattr(one, figure)}
        for period in told:
            who = set().union(*(of for month, of in people[what].items() if is_in(month, period)))
            assert len(who) >= 10
        rest = [of for month, of in people[what].items() if not any(is_in(month, one) for one in told)]
        n_rest = len(set().union(*rest))
        assert not told or n_rest == 0 or n_rest >= 10
    for name, figure in (("left_n", "nights_mean"), ("answered_n", "answered_pct")):
        there = [one for one in shown if getattr(one, name)]
        n_hidden = sum(getattr(one, figure) is None for one in there)
        is_all = not any(one.is_hidden for one in shown)
        assert not (is_all and n_hidden == 1 and len(there) > 1), "one hidden figure follows from the others"
    assert [one.period for one in shown] == sorted(one.period for one in shown)
    assert by_quarter == any("K" in one.period for one in shown)


def test_two_people_with_many_requests_are_two_people():
    """Two people sent fourteen requests in each month: nothing of a month is told, as nothing is of the step."""
    events = [
        TransferEvent(
            f"{who}{month}{day}{kind}", who, "1", kind, read_stamp(f"2026-0{month}-{day:02}"), "zkh", "GRZ"
        )
        for who in ("A", "B")
        for month in (1, 2)
        for day in range(1, 15)
        for kind in ("handover_sent", "handover_refused")
    ]
    months = months_of_handovers(events, reference=read_stamp("2026-03-01"))
    facts = {month: one.facts for month, one in months.items()}
    assert [len(one.answer_hours) for one in facts.values()] == [28, 28]
    blocks = way_blocks({REQUESTS: {month: one.answered for month, one in months.items()}})
    assert way_periods(facts, [], blocks, AGREED) == ([], False)
    twice = {REQUESTS: {"2026-01": {*"ABCDEF"}, "2026-02": {*"ABCDEF"}, "2026-03": {*"GHIJKLMNOP"}}}
    assert way_blocks(twice)["at"] == ["2026-03"], "six people, twice, are no twelve"


def test_of_what_the_whole_file_does_not_tell_no_month_tells():
    months, days, people = of_months([dict.fromkeys(COUNTED, dict.fromkeys(range(12), 1))] * 2)
    shown, _by_quarter = way_periods(months, days, way_blocks(people), AGREED, told=[NIGHTS])
    assert [(one.answered_n, one.left_n, one.ways_n) for one in shown] == [(None, 12, None)] * 2


def test_a_period_of_which_one_thing_was_counted_tells_that_and_one_hidden_figure_takes_another_along():
    """Of January only requests are known; of twelve nights one person made eleven, so that mean stays hidden."""
    one, many = TransferFacts(nights_net=[11, *[0] * 10], nights_gross=[11, *[0] * 10]), set(range(12))
    blocks = way_blocks({NIGHTS: {"2026-01": many}, REQUESTS: {"2026-02": many}})
    shown, _by_quarter = way_periods(
        {"2026-01": one, "2026-02": TransferFacts(answer_hours=[2.0] * 12)}, [], blocks, AGREED
    )
    assert [(each.left_n, each.nights_mean, each.answered_n, each.answered_pct) for each in shown] == [
        (11, None, None, None),
        (None, None, 12, 100.0),
    ]
    others = {f"2026-0{at}": TransferFacts(nights_net=[1] * 12, nights_gross=[1] * 12) for at in (2, 3)}
    nights = dict.fromkeys(["2026-01", *others], many)
    blocks = way_blocks({NIGHTS: nights, WAYS: {"2026-02": many}})
    shown, _by_quarter = way_periods({"2026-01": one, **others}, [("2026-02", 9)] * 12, blocks, None)
    assert [each.nights_mean for each in shown].count(None) == 2, "one alone would follow from the whole file"
    assert [each.ways_n for each in shown] == [None, 12, None]


def test_without_anything_seen_there_is_no_period():
    assert way_periods({}, [], way_blocks({}), None) == ([], False)
