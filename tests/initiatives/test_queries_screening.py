"""What intake and screening find, and what stays hidden."""

from __future__ import annotations

import pytest
from django.utils import timezone

from schakel.initiatives import actions, queries
from schakel.initiatives.gates import checklist
from schakel.initiatives.rules import Stage
from schakel.network.models import Criterion
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    answers_for,
    explored,
    fresh,
    invite,
    make_idea,
    make_initiative,
    make_scene,
    propose,
    rate,
    soon,
)
from tests.worlds import world

pytestmark = pytest.mark.django_db


def today():
    return timezone.localdate()


def test_the_intake_shows_the_oldest_promise_first_in_working_days(scene, django_assert_num_queries):
    first, second = make_idea(scene), make_idea(scene)
    with looking(scene.manager) as manager:
        actions.ask_more(second, by=manager, question="Hoeveel?")
        assert manager.network_ids
        with django_assert_num_queries(1):
            items = queries.intake(manager, scene.network, today())
        late = queries.intake(manager, scene.network, soon(40))
    assert [item.initiative for item in items] == [first, second]
    assert [item.workdays_left for item in items] == [10, 10]
    assert [item.is_asked for item in items] == [False, True]
    assert all(item.is_late and item.workdays_left < 0 for item in late)


def test_a_yes_no_set_shows_each_rater_with_the_reason(scene, django_assert_max_num_queries, in_screening):
    invite(scene, in_screening)
    rate(scene, in_screening, scene.group.people[0], value="yes")
    rate(scene, in_screening, scene.group.people[1], value="no")
    with looking(scene.group.people[2]) as member:
        found = queries.find(member, scene.network, in_screening.number)
        with django_assert_max_num_queries(9):
            page = queries.round_of(member, found, today())
    assert (page.is_open, page.why_hidden, page.mine, page.total) == (True, "", None, None)
    assert (page.n_done, page.n_raters) == (2, 3)
    row = page.rows[0]
    assert {(answer.name, answer.value_label) for answer in row.answers} == {
        (scene.group.people[0].name, "Ja"),
        (scene.group.people[1].name, "Nee"),
    }
    assert row.answers[0].reason == "Dat blijkt uit het voorstel."
    assert row.tally.disagree
    assert [one.state for one in page.raters].count("ready") == 2


@world
def weighed():
    scene = make_scene(criteria="weighed")
    with as_platform(scene.network):
        scene.criteria.criteria.update(weight=1)
    return scene


def test_weighed_scores_stay_hidden_until_everyone_who_counts_is_done(weighed):
    idea = make_initiative(weighed, Stage.SCREENING)
    invite(weighed, idea)
    first, second, third = weighed.group.people
    rate(weighed, idea, first, score=5)
    rate(weighed, idea, second, score=2)
    for person in (second, third, weighed.manager, weighed.group.secretary):
        with looking(person):
            page = queries.round_of(person, fresh(idea), today())
            assert not page.is_open
            assert page.total is None
            assert all(row.answers == [] and row.tally is None for row in page.rows)
            assert "2 van 3 klaar" in page.why_hidden
            (row,) = queries.screening_board(person, weighed.network, today())
            assert (row.is_open, row.total, row.spread, row.disagree, row.n_done) == (
                False,
                None,
                None,
                False,
                2,
            )
    with looking(second) as person:
        assert [row.mine.score for row in queries.round_of(person, fresh(idea), today()).rows] == [2, 2]
    with looking(third) as person:
        actions.recuse(idea, by=person, reason="Eigen belang.")
        page = queries.round_of(person, fresh(idea), today())
        (row,) = queries.screening_board(person, weighed.network, today())
    assert page.is_open
    assert page.total == pytest.approx(3.5)
    assert [(one.tally.median, one.tally.spread, one.tally.disagree) for one in page.rows] == [
        (3.5, 3, True)
    ] * 2
    assert (row.is_open, row.total, row.spread, row.disagree) == (True, 3.5, 3, True)


def test_the_scores_that_the_group_gives_after_the_exploration_are_told_as_scores(weighed):
    idea = make_initiative(weighed, Stage.EXPLORATION)
    explored(weighed, idea)
    with looking(weighed.manager) as person:
        rows = queries.round_of(person, fresh(idea), today()).rows
        points = checklist(fresh(idea), today=today()).points
    assert [row.confirmed.score for row in rows] == [4, 4]
    assert "De groep gaf 4 · 4 (van 5)." in [point.words for point in points]


def test_weighed_scores_open_when_the_last_day_has_passed(weighed):
    idea = make_initiative(weighed, Stage.SCREENING)
    invite(weighed, idea, due_on=soon(5))
    rate(weighed, idea, weighed.group.chair, score=4)
    with looking(weighed.manager) as manager:
        assert not queries.round_of(manager, fresh(idea), soon(5)).is_open
        assert queries.round_of(manager, fresh(idea), soon(6)).is_open


def test_the_board_lists_what_is_open_and_costs_the_same_for_many(scene, django_assert_max_num_queries):
    first = make_initiative(scene, Stage.SCREENING, partner=None)
    invite(scene, first)
    rate(scene, first, scene.group.people[0], value="yes")
    rate(scene, first, scene.group.people[1], value="not_yet")
    with as_platform(scene.network):
        criteria_texts = [
            one.text for one in Criterion.objects.filter(code__in=["C1", "C2"]).order_by("code")
        ]
    with looking(scene.group.secretary) as secretary:
        assert secretary.network_ids
        with django_assert_max_num_queries(8) as one:
            (row,) = queries.screening_board(secretary, scene.network, today(), body=scene.body)
        assert queries.screening_board(secretary, scene.network, today(), body=scene.board) == []
    assert (row.n_yes, row.n_not_yet, row.n_no, row.open_criteria) == (2, 2, 0, criteria_texts)
    assert (row.decision, row.is_late, row.kind) == ("", False, "yes_no")
    for _ in range(3):
        invite(
            scene, make_initiative(scene, Stage.SCREENING, by=scene.directors[0], partner=scene.partners[0])
        )
    propose(scene, first, "p1", "reject")
    with looking(scene.group.secretary) as secretary:
        assert secretary.network_ids
        with django_assert_max_num_queries(8) as many:
            rows = queries.screening_board(secretary, scene.network, soon(200))
    assert len(rows) == 4
    assert rows[0].decision.startswith("Op agenda ")
    assert rows[0].is_late
    assert len(one) == len(many)


def test_the_board_shows_what_the_system_itself_found(scene):
    with as_platform(scene.network):
        scene.criteria.criteria.filter(code="C2").update(rule="at_least_two_partners")
    idea = make_initiative(scene, Stage.SCREENING, by=scene.directors[0], partner=scene.partners[0])
    invite(scene, idea)
    with looking(scene.manager) as manager:
        actions.choose_partners(fresh(idea), by=manager, partners={scene.partners[1]: "participant"})
        (row,) = queries.screening_board(manager, scene.network, today())
        page = queries.round_of(manager, fresh(idea), today())
    assert [answer.words for answer in row.system] == ["2 partijen doen mee: Ziekenhuis, Huisartsen."]
    assert page.rows[1].system.value == "yes"
    with looking(scene.group.chair) as chair:
        given = actions.assess(idea, by=chair, answers=answers_for(scene.criteria))
        assert given.answers.count() == 1


def test_my_tasks_are_one_idea_at_a_time_open_ones_first(scene, django_assert_num_queries):
    first, second, third = (make_initiative(scene, Stage.SCREENING) for _ in range(3))
    for one in (first, second, third):
        invite(scene, one)
    rate(scene, first, scene.group.chair)
    with looking(scene.group.chair) as chair:
        actions.recuse(second, by=chair, reason="Eigen belang.")
        assert chair.network_ids
        with django_assert_num_queries(2):
            tasks = queries.my_scoring(chair, scene.network, today())
    assert [(t.initiative, t.is_done, t.is_recused) for t in tasks] == [
        (third, False, False), (first, True, False), (second, True, True),
    ]  # fmt: skip
    with looking(scene.group.chair) as chair:
        assert queries.my_scoring(chair, scene.network, soon(60))[0].is_late
