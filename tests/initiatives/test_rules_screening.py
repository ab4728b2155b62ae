"""The rules of rating: who has rated, what may be seen, and what it comes to."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from schakel.initiatives import rules
from schakel.initiatives.rules import (
    CriterionFacts,
    RaterState,
    SystemAnswer,
)

TODAY = date(2026, 11, 23)


LATER, EARLIER = date(2026, 12, 1), date(2026, 11, 20)


def rater(*, done=False, recused=False, due=LATER):
    return RaterState(uuid4(), due, is_done=done or recused, is_recused=recused)


@pytest.mark.parametrize(
    ("raters", "opened"),
    [
        ([], False),
        ([rater(done=True), rater()], False),
        ([rater(done=True), rater(done=True)], True),
        ([rater(done=True), rater(recused=True)], True),
        ([rater(done=True), rater(due=EARLIER)], True),
        ([rater(done=True), rater(due=TODAY)], False),
        ([rater(done=True), rater(due=EARLIER), rater()], False),
    ],
)
def test_scores_open_when_everyone_who_counts_is_done_or_the_day_has_passed(raters, opened):
    assert rules.scores_are_open(raters, today=TODAY) is opened


def test_three_answers_are_enough_or_all_when_there_are_fewer_raters():
    assert rules.enough_scores([rater(done=True)] * 3 + [rater()] * 2)
    assert not rules.enough_scores([rater(done=True)] * 2 + [rater()] * 2)
    assert rules.enough_scores([rater(done=True)] * 2 + [rater(recused=True)])
    assert not rules.enough_scores([rater(recused=True)])
    assert not rules.enough_scores([])


def test_a_tally_of_scores_gives_median_spread_and_disagreement():
    assert rules.tally_of_scores([]).spread is None
    tally = rules.tally_of_scores([2, 5, 4])
    assert (tally.n, tally.median, tally.spread, tally.disagree) == (3, 4, 3, True)
    assert not rules.tally_of_scores([3, 4, 5]).disagree


def test_a_tally_of_words_disagrees_when_yes_meets_no():
    tally = rules.tally_of_words(["yes", "no", "not_yet", "yes"])
    assert (tally.n_yes, tally.n_no, tally.n_not_yet, tally.disagree) == (2, 1, 1, True)
    assert not rules.tally_of_words(["yes", "not_yet"]).disagree


def test_the_weighed_total_waits_for_every_weighed_criterion():
    assert rules.weighed_total({"A": 4, "B": 2}, {"A": 3, "B": 1}) == pytest.approx(3.5)
    assert rules.weighed_total({"A": 4}, {"A": 3, "B": 1}) is None
    assert rules.weighed_total({}, {"A": 0}) is None


@pytest.mark.parametrize(
    ("partners", "value", "words"),
    [
        ([], "not_yet", "nog geen partij"),
        (["ZGT", "ZGT"], "not_yet", "Alleen ZGT"),
        (["ZGT", "MST"], "yes", "2 partijen doen mee: ZGT, MST."),
    ],
)
def test_the_system_itself_counts_the_partners(partners, value, words):
    answer = rules.at_least_two_partners(partners)
    assert answer.value == value
    assert words in answer.words


YES_NO = CriterionFacts(uuid4(), "C1")


BY_SYSTEM = CriterionFacts(uuid4(), "C5", rule="at_least_two_partners")


WEIGHED = CriterionFacts(uuid4(), "W1", takes_score=True)


def test_each_answer_on_a_criterion_is_checked():
    criteria = [YES_NO, BY_SYSTEM, WEIGHED]
    good = {YES_NO.id: {"value": "yes", "reason": "Ja, want."}, WEIGHED.id: {"score": 4}}
    assert rules.answer_problems(criteria, good) == {}
    assert set(rules.answer_problems(criteria, {})) == {"C1", "W1"}
    no_reason = {**good, YES_NO.id: {"value": "no", "reason": " "}}
    assert rules.answer_problems(criteria, no_reason) == {"C1": "Schrijf op waarom."}
    for score in (0, 6, "4", None):
        assert set(rules.answer_problems(criteria, {**good, WEIGHED.id: {"score": score}})) == {"W1"}
    assert set(rules.answer_problems(criteria, {**good, uuid4(): {}})) == {"*"}


def test_criteria_are_confirmed_when_every_yes_or_no_is_yes():
    criteria = [YES_NO, BY_SYSTEM, WEIGHED]
    two = {"at_least_two_partners": SystemAnswer("yes", "")}
    assert rules.why_not_confirmed(criteria, {YES_NO.id: "yes"}, two) is None
    assert "C1" in rules.why_not_confirmed(criteria, {YES_NO.id: "not_yet"}, two)
    one = {"at_least_two_partners": SystemAnswer("not_yet", "")}
    assert "C5" in rules.why_not_confirmed(criteria, {YES_NO.id: "yes"}, one)
