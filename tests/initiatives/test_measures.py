"""The measure plan, the promise before the first measurement, and the verdict that nobody types."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from schakel.initiatives import actions, permissions, queries
from schakel.initiatives.actions.measures import work_out
from schakel.initiatives.gates.followed import courses_of
from schakel.initiatives.models import EffectClaim, EffectVerdict, Initiative, Measure
from schakel.initiatives.queries.papers import dossier
from schakel.initiatives.rules import Stage
from schakel.initiatives.rules.measures import (
    after_the_start,
    counts_as_baseline,
    is_over,
    whole_period_after,
    why_not_promise_now,
    why_not_size,
    why_not_whole,
)
from schakel.jobs.queue import perform
from schakel.journal.models import Entry
from schakel.measuring.models import Series
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import Scene, fresh, make_initiative, make_scene
from tests.factories.measuring import fill, make_baseline, make_indicator, make_series, of
from tests.worlds import world

pytestmark = pytest.mark.django_db

START = date(2026, 7, 1)
BEFORE = [of(n, 100) for n in (39, 41, 40, 42, 38, 40, 41, 39, 40, 42, 38, 41, 40, 39, 41, 40, 38, 42)]
BETTER = [of(n, 100) for n in (57, 58, 56, 57)]
PROMISE = {"way": "higher", "threshold": Decimal(10), "after_periods": 4, "why": "Elders was het 15."}


@world
def pilot(scene: Scene) -> Initiative:
    """A pilot of before the gates asked for figures, so that each test begins with an empty measure plan."""
    return make_initiative(scene, Stage.PILOT, edition=1)


@pytest.fixture
def begun(scene: Scene, pilot: Initiative) -> Initiative:
    """A pilot that began in July 2026."""
    with as_platform(scene.network):
        Initiative.objects.filter(pk=pilot.pk).update(started_on=START)
    return fresh(pilot)


@pytest.fixture
def series(scene: Scene) -> Series:
    """Eighteen months of figures from before the start."""
    made = make_series(scene.network, make_indicator(scene.network, target="50"))
    fill(made, *BEFORE)
    return made


def follow(scene: Scene, initiative: Initiative, series: Series, kind: str = "outcome", **more) -> Measure:
    with looking(more.pop("by", scene.lead)) as by:
        return actions.follow_measure(
            initiative, by=by, **{"series": series, "kind": kind, "target": None, **more}
        )


def promise(scene: Scene, measure: Measure, **more) -> EffectClaim:
    with looking(more.pop("by", scene.lead)) as by:
        return actions.claim_effect(measure, by=by, **{**PROMISE, **more})


def judge(scene: Scene) -> list[EffectVerdict]:
    with as_platform(scene.network):
        return actions.judge_effects(scene.network, by=None)


def measure_after(series: Series, *figures) -> None:
    fill(series, *BEFORE, *figures)


def row_of(scene: Scene, initiative: Initiative, who=None) -> queries.MeasureRow:
    with looking(who or scene.lead) as person:
        return queries.measures_of(person, fresh(initiative)).rows[0]


# --------------------------------------------------------------------------- rules


def test_a_plan_needs_an_outcome_a_process_and_a_balance():
    assert why_not_whole({"outcome", "process", "balancing"}) is None
    assert why_not_whole({"outcome"}) == "Er ontbreekt nog een indicator voor: proces en balans."
    assert why_not_whole({"outcome", "process"}) == "Er ontbreekt nog een indicator voor: balans."


def test_the_month_of_the_start_is_neither_before_nor_wholly_after():
    mid = date(2026, 3, 20)
    assert after_the_start("month", date(2026, 3, 1), mid)
    assert not after_the_start("month", date(2026, 2, 1), mid)
    assert not after_the_start("month", date(2026, 3, 1), None)
    assert whole_period_after("quarter", mid) == date(2026, 4, 1)
    assert is_over("month", mid, 2, date(2026, 5, 1))
    assert not is_over("month", mid, 2, date(2026, 4, 1))
    assert not is_over("month", mid, 1, None)


def test_a_baseline_counts_when_it_was_locked_before_anything_was_measured_after_the_start():
    locked_at = timezone.make_aware(datetime(2026, 7, 3))
    facts = {"last_on": date(2026, 6, 1), "locked_at": locked_at, "started_on": START}
    assert counts_as_baseline("month", **facts, first_entered_at=None)
    assert counts_as_baseline("month", **facts, first_entered_at=locked_at)
    assert not counts_as_baseline("month", **facts, first_entered_at=locked_at - timedelta(days=1))
    assert not counts_as_baseline("month", **{**facts, "last_on": START}, first_entered_at=None)


def test_a_promise_comes_before_the_first_measurement_and_changes_before_the_start():
    facts = {"started_on": START, "first_measured": None}
    assert why_not_promise_now("month", **facts, is_first=True) is None
    assert "Een belofte verandert alleen vóór de start" in why_not_promise_now(
        "month", **facts, is_first=False
    )
    assert why_not_promise_now("month", started_on=None, first_measured=None, is_first=False) is None
    facts["first_measured"] = START
    assert "Er is al gemeten na de start: juli 2026" in why_not_promise_now("month", **facts, is_first=True)


@pytest.mark.parametrize(("size", "periods"), [("0", 6), ("-2", 6), ("2", 0), ("2", 61)])
def test_a_promise_is_a_difference_within_a_time(size, periods):
    assert why_not_size(Decimal(size), periods)
    assert why_not_size(Decimal(2), 6) is None


# --------------------------------------------------------------------------- who may


def test_the_lead_and_the_manager_plan_promise_and_ask_the_verdict(scene, pilot, series):
    measure = follow(scene, pilot, series)
    for person, may in ((scene.lead, True), (scene.manager, True), (scene.directors[0], False)):
        with looking(person) as by:
            found = fresh(pilot)
            measure.initiative = found
            reasons = [
                permissions.why_not_plan_measures(by, found),
                permissions.why_not_drop_measure(by, measure),
                permissions.why_not_claim(by, measure),
                permissions.why_not_judge(by, EffectClaim(measure=measure)),
            ]
        assert all((reason is None) is may for reason in reasons), reasons


def test_a_plan_of_measures_belongs_to_what_is_prepared_or_runs(scene, in_screening):
    assert "Aan het meetplan werken kan alleen" in permissions.why_not_plan_measures(scene.lead, in_screening)


# --------------------------------------------------------------------------- the plan


def test_a_series_is_followed_once_with_the_target_of_its_definition(scene, pilot, series):
    measure = follow(scene, pilot, series)
    assert measure.target == 50
    with pytest.raises(Refused, match="Dit volgt u al"):
        follow(scene, pilot, series)
    row = row_of(scene, pilot)
    assert (row.kind_words, row.target_words, row.latest_words) == ("uitkomst", "50 %", "42 %")
    assert (row.latest_period, row.baseline_words) == ("juni 2026", "geen nulmeting")
    assert row.verdict_words == "Nog niet te zeggen: geen nulmeting"
    with as_platform(scene.network):
        entry = Entry.objects.get(verb="measure followed")
    assert entry.data == {"series": str(series.pk), "kind": "outcome"}


def test_a_measure_needs_a_target_a_kind_and_a_series_of_this_network(scene, pilot):
    bare = make_series(scene.network, make_indicator(scene.network, "Belasting"))
    elsewhere = make_series(make_scene().network)
    for wrong, words in (
        ({"series": bare}, "welk cijfer u wilt halen"),
        ({"series": bare, "target": Decimal(10) ** 9}, "te groot"),
        ({"series": bare, "kind": "wens"}, "uitkomst, proces of balans"),
        ({"series": elsewhere}, "ander netwerk"),
    ):
        with pytest.raises(Refused, match=words):
            follow(scene, pilot, **{"kind": "outcome", **wrong})


def test_what_was_promised_stays_in_the_plan(scene, pilot, series):
    measure = follow(scene, pilot, series)
    with looking(scene.lead) as by:
        actions.drop_measure(measure, by=by)
        assert not Measure.objects.exists()
    measure = follow(scene, pilot, series)
    promise(scene, measure)
    with looking(scene.lead) as by, pytest.raises(Refused, match="Wat beloofd is, blijft staan"):
        actions.drop_measure(measure, by=by)


def test_few_people_stay_hidden_also_here(scene, pilot):
    made = make_series(scene.network, make_indicator(scene.network, target="50"))
    fill(made, of(3, 6))
    follow(scene, pilot, made)
    assert row_of(scene, pilot).latest_words == "verborgen"


# --------------------------------------------------------------------------- the promise


def test_a_promise_is_refused_once_it_knows_the_outcome(scene, begun, series):
    measure = follow(scene, begun, series)
    measure_after(series, *BETTER)
    with pytest.raises(Refused, match=r"Er is al gemeten na de start: juli 2026\. Wat u nu nog belooft"):
        promise(scene, measure)


def test_a_promise_changes_before_the_start_only_and_the_first_stays(scene, in_preparation, series):
    measure = follow(scene, in_preparation, series)
    promise(scene, measure)
    assert promise(scene, measure, threshold=Decimal(8)).number == 2
    row = row_of(scene, in_preparation)
    assert row.claim_words == "4 maanden na de start minstens 8 procentpunt hoger, zonder vergelijking"
    assert [one.threshold for one in row.claims] == [8, 10]
    with as_platform(scene.network), pytest.raises(DatabaseError), transaction.atomic():
        EffectClaim.objects.update(threshold=1)


def test_after_the_start_a_promise_does_not_change_any_more(scene, begun, series):
    measure = follow(scene, begun, series)
    promise(scene, measure)
    with pytest.raises(Refused, match="Een belofte verandert alleen vóór de start"):
        promise(scene, measure)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"way": "beter"}, "hoger of lager"),
        ({"threshold": Decimal(0)}, "groter dan nul"),
        ({"threshold": Decimal(10) ** 9}, "te groot"),
        ({"after_periods": 61}, "1 tot en met 60"),
        ({"why": " "}, "waarom u dit verwacht"),
    ],
)
def test_a_promise_that_says_nothing_is_refused(scene, begun, series, wrong, words):
    measure = follow(scene, begun, series)
    with pytest.raises(Refused, match=words):
        promise(scene, measure, **wrong)


def test_an_effect_is_promised_on_an_outcome(scene, begun, series):
    measure = follow(scene, begun, series, "process")
    with pytest.raises(Refused, match="alleen bij een uitkomst"):
        promise(scene, measure)


# --------------------------------------------------------------------------- the verdict


def judged(scene: Scene, initiative: Initiative, series: Series, *figures, **more) -> EffectVerdict | None:
    """A promise with a locked baseline before it, and the verdict after these figures."""
    make_baseline(series, n=18)
    promise(scene, follow(scene, initiative, series), **more)
    measure_after(series, *figures)
    judge(scene)
    return row_of(scene, initiative).verdict


def test_a_clear_change_keeps_the_promise(scene, begun, series):
    found = judged(scene, begun, series, *BETTER)
    assert (found.outcome, found.because, found.grade) == ("met", "interval_beyond_claim", "C")
    assert 10 < found.lower95 < found.effect < found.upper95 < 25
    assert (found.n_before, found.n_after, found.last_on) == (18, 4, date(2026, 10, 1))
    row = row_of(scene, begun)
    assert row.verdict_words == "Gehaald: ook de voorzichtigste schatting haalt de belofte"
    assert not row.is_stale
    assert judge(scene) == []  # nothing changed, so nothing is written again


def test_more_than_the_whole_interval_shows_is_partly(scene, begun, series):
    found = judged(scene, begun, series, *BETTER, threshold=Decimal(30))
    assert (found.outcome, found.because) == ("partly", "better_but_less")


def test_a_change_for_the_worse_breaks_the_promise(scene, begun, series):
    found = judged(scene, begun, series, *BETTER, way="lower")
    assert (found.outcome, found.because) == ("not", "worse")


def test_without_a_baseline_nothing_is_known(scene, begun, series):
    promise(scene, follow(scene, begun, series))
    measure_after(series, *BETTER)
    assert judge(scene) == []
    assert row_of(scene, begun).verdict_words == "Nog niet te zeggen: geen nulmeting"


def test_a_baseline_that_was_locked_too_late_does_not_count(scene, begun, series):
    promise(scene, follow(scene, begun, series))
    measure_after(series, *BETTER)
    make_baseline(series, n=18)
    assert judge(scene) == []
    assert "kwam na de start op slot" in row_of(scene, begun).baseline_words


def test_before_the_moment_of_the_promise_it_is_too_early(scene, begun, series):
    assert judged(scene, begun, series, *BETTER[:3]) is None
    row = row_of(scene, begun)
    assert row.verdict_words.startswith("Nog niet te zeggen: de afgesproken periode")
    assert not row.is_stale


def test_a_group_chosen_for_its_score_gets_no_plain_comparison(scene, begun, series):
    found = judged(scene, begun, series, *BETTER[:2], after_periods=2, is_chosen_for_score=True)
    assert (found.outcome, found.because, found.effect) == ("not_yet_known", "chosen_for_its_score", None)


def test_figures_without_any_spread_allow_no_answer(scene, begun):
    flat = make_series(scene.network, make_indicator(scene.network, target="50"))
    fill(flat, *[of(40, 100)] * 18)
    make_baseline(flat, n=18)
    promise(scene, follow(scene, begun, flat))
    fill(flat, *[of(40, 100)] * 22)
    judge(scene)
    row = row_of(scene, begun)
    assert row.outcome == "not_yet_known"
    assert row.because


def test_a_correction_after_the_verdict_asks_for_a_next_one_beside_it(scene, begun, series):
    judged(scene, begun, series, *BETTER)
    fill(series, *BEFORE, of(43, 100), of(40, 100), of(38, 100), of(42, 100), reason="Dubbel geteld.")
    assert row_of(scene, begun).is_stale
    [again] = judge(scene)
    assert (again.number, again.outcome) == (2, "not_yet_known")
    with as_platform(scene.network), pytest.raises(DatabaseError), transaction.atomic():
        EffectVerdict.objects.all().delete()


def test_the_month_in_which_it_began_is_left_out(scene, begun, series):
    with as_platform(scene.network):
        Initiative.objects.filter(pk=begun.pk).update(started_on=date(2026, 7, 20))
    found = judged(scene, fresh(begun), series, of(5, 100), *BETTER)
    assert (found.outcome, found.n_after) == ("met", 4)


def test_what_was_sealed_counts_also_when_it_was_corrected_later(scene, begun, series):
    make_baseline(series, n=18)
    claim = promise(scene, follow(scene, begun, series))
    fill(series, of(99, 100), *BEFORE[1:], *BETTER, reason="Verkeerd overgenomen.")
    with as_platform(scene.network):
        claim.measure.initiative = fresh(begun)
        course = courses_of([claim.measure])[claim.measure.pk]
        assert course.figures()[1][0] == 39
        assert work_out(claim, course).facts["outcome"] == "met"


# --------------------------------------------------------------------------- pages


def test_the_lead_plans_promises_and_reads_the_verdict_on_the_page(scene, begun, series):
    make_baseline(series, n=18)
    at = f"initiatieven/{begun.number}/meten/"
    lead, director = Browser(scene.network, scene.lead), Browser(scene.network, scene.directors[0])
    assert "geen meetplan en geen nulmeting" in text(lead.get(at))
    assert director.get(f"{at}kies/").status_code == 403
    assert lead.post(f"{at}kies/", kind="outcome").status_code == 422
    wrong = lead.post(f"{at}kies/", series=str(series.pk), kind="outcome", target="veel")
    assert (wrong.status_code, 'value="veel"' in text(wrong)) == (422, True)
    sent = {"series": str(series.pk), "kind": "outcome", "target": "47,5"}
    assert lead.post(f"{at}kies/", **sent).status_code == 302
    page = text(lead.get(at))
    assert "U volgt nu Thuis gebleven" in page
    assert "47,5 %" in page
    assert "januari 2025 tot en met juni 2026, op slot sinds" in page
    assert "Er ontbreekt nog een indicator voor: proces en balans" in page
    measure = row_of(scene, begun).measure
    claim = f"{at}{measure.pk}/belofte/"
    assert "in procentpunt" in text(lead.get(claim))
    assert director.get(claim).status_code == 403
    assert lead.get(f"{at}{begun.pk}/belofte/").status_code == 404
    refused = lead.post(claim, way="higher", threshold="0", after_periods="4", why="Elders.")
    assert (refused.status_code, "groter dan nul" in text(refused)) == (422, True)
    assert lead.post(claim, way="higher", threshold="10", after_periods="4", why="Elders.").status_code == 302
    page = text(lead.get(at))
    assert "4 maanden na de start minstens 10 procentpunt hoger" in page
    assert "Verander deze belofte" not in page
    measure_after(series, *BETTER)
    assert "Bereken het oordeel" in text(lead.get(at))
    assert director.post(f"{at}oordeel/").status_code == 403
    assert lead.post(f"{at}oordeel/").status_code == 302
    perform("initiatives.judge", {"network": str(scene.network.pk), "initiative": str(begun.pk)})
    page = text(director.get(at))
    assert "Gehaald" in page
    assert "met 95 % zekerheid tussen" in page
    assert "dit is een aanwijzing, geen bewijs" in page
    assert "Bereken het oordeel" not in page
    assert "Gehaald: Thuis gebleven" in text(director.get(f"initiatieven/{begun.number}/"))


def test_a_measure_leaves_the_plan_by_its_button(scene, begun, series):
    measure = follow(scene, begun, series)
    at = f"initiatieven/{begun.number}/meten/"
    lead = Browser(scene.network, scene.lead)
    assert lead.post(f"{at}{measure.pk}/weg/").status_code == 302
    assert "staat niet meer in het meetplan" in text(lead.get(at))
    assert lead.post(f"{at}oordeel/").status_code == 403


def test_the_night_works_out_what_can_be_said(scene, begun, series):
    make_baseline(series, n=18)
    promise(scene, follow(scene, begun, series))
    measure_after(series, *BETTER)
    perform("initiatives.judge", {"network": str(scene.network.pk)})
    assert row_of(scene, begun).outcome == "met"


def test_more_measures_cost_no_more_queries(scene, begun, series):
    follow(scene, begun, series)
    at = f"initiatieven/{begun.number}/meten/"
    lead = Browser(scene.network, scene.lead)
    before = questions(lead, at)
    for kind in ("outcome", "process", "balancing"):
        more = make_series(scene.network, make_indicator(scene.network, f"Maat {kind}", target="5"))
        follow(scene, begun, more, kind)
    assert questions(lead, at) == before


def test_another_network_sees_nothing_of_it(scene, begun, series):
    follow(scene, begun, series)
    other = make_scene()
    with looking(other.lead) as person:
        assert not Measure.objects.visible_to(person).exists()
        assert not Measure.objects.exists()


def test_the_dossier_tells_what_was_measured_promised_and_found(scene, begun, series):
    def paper() -> str:
        with looking(scene.lead) as person:
            return str(dossier(person, fresh(begun), timezone.localdate()).parts)

    assert "er is geen meetplan en geen nulmeting" in paper()
    follow(scene, begun, series, "balancing")
    assert "Er ontbreekt nog een indicator voor: uitkomst en proces" in paper()
    with looking(scene.lead) as by:
        actions.drop_measure(Measure.objects.get(), by=by)
    judged(scene, begun, series, *BETTER)
    told = paper()
    assert "januari 2025 tot en met juni 2026, op slot sinds" in told
    assert (
        "4 maanden na de start minstens 10 procentpunt hoger, zonder vergelijking. Gehaald: ook de voorzichtigste"
        in told
    )
    assert re.search(r"Verschil: 1\d,\d procentpunt; met 95 % zekerheid tussen \d+,\d en \d+,\d\.", told)
    assert "Metingen: 18 vóór de start, 4 erna, tot en met oktober 2026." in told
    assert "Sterkte van het bewijs: C: een reeks vóór en na de start, zonder vergelijking." in told
    assert "De reeks is kort: dit is een aanwijzing, geen bewijs." in told
    assert "57 % (oktober 2026)" in told
