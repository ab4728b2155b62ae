"""Which figures of a step may be shown: never of few, and never one that follows from the others."""

from __future__ import annotations

from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.carechain.rules import StepFigures, shown_steps, steps_to_keep, way_periods, why_not_agreement
from schakel.methods.waits.transfers import Agreement, Handover, TransferFacts, together

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


#: What a period tells of how many, and what those are of the facts of a month and of the ways that ended in it.
COUNTED = {
    "answered_n": lambda facts, _days: len(facts.answer_hours),
    "left_n": lambda facts, _days: len(facts.nights_net),
    "ways_n": lambda _facts, days: len(days),
}


@settings(max_examples=60)
@given(st.lists(st.tuples(facts_of(), st.lists(st.integers(1, 40), max_size=25)), min_size=1, max_size=7))
def test_no_month_of_few_is_told_and_none_follows_from_the_whole_file(drawn):
    months = {f"2026-{at:02}": facts for at, ((_n, facts), _days) in enumerate(drawn, start=1)}
    days = [(f"2026-{at:02}", n) for at, (_facts, those) in enumerate(drawn, start=1) for n in those]
    shown, by_quarter = way_periods(months, days, AGREED)
    for name, count in COUNTED.items():
        told = [getattr(one, name) or 0 for one in shown]
        whole = sum(count(facts, [n for at, n in days if at == month]) for month, facts in months.items())
        assert all(n == 0 or n >= 10 for n in told)
        assert whole - sum(told) == 0 or whole - sum(told) >= 10 or sum(told) == 0
    for name, figure in (("left_n", "nights_mean"), ("answered_n", "answered_pct")):
        there = [one for one in shown if getattr(one, name)]
        n_hidden = sum(getattr(one, figure) is None for one in there)
        is_all = not any(one.is_hidden for one in shown)
        assert not (is_all and n_hidden == 1 and len(there) > 1), "one hidden figure follows from the others"
    assert [one.period for one in shown] == sorted(one.period for one in shown)
    assert by_quarter == any("K" in one.period for one in shown)


def test_a_period_of_which_one_thing_was_counted_tells_that_and_one_hidden_figure_takes_another_along():
    """Of January only requests are known; of twelve nights one person made eleven, so that mean stays hidden."""
    one = TransferFacts(nights_net=[11, *[0] * 10], nights_gross=[11, *[0] * 10])
    shown, _by_quarter = way_periods(
        {"2026-01": one, "2026-02": TransferFacts(answer_hours=[2.0] * 12)}, [], AGREED
    )
    assert [(each.left_n, each.nights_mean, each.answered_n, each.answered_pct) for each in shown] == [
        (11, None, None, None),
        (None, None, 12, 100.0),
    ]
    others = {f"2026-0{at}": TransferFacts(nights_net=[1] * 12, nights_gross=[1] * 12) for at in (2, 3)}
    shown, _by_quarter = way_periods({"2026-01": one, **others}, [("2026-02", 9)] * 12, None)
    assert [each.nights_mean for each in shown].count(None) == 2, "one alone would follow from the whole file"
    assert [each.ways_n for each in shown] == [None, 12, None]


def test_without_anything_seen_there_is_no_period():
    assert way_periods({}, [], None) == ([], False)
