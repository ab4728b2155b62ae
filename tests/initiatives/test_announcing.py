"""Who is told what in the life of an idea, in which order, and that every link opens."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from schakel.initiatives import actions
from schakel.initiatives.actions.announcing import announce_figures, announce_updates_due
from schakel.initiatives.models import Initiative
from schakel.initiatives.rules import Stage
from schakel.jobs.queue import defer, perform
from schakel.measuring.actions import end_series
from schakel.measuring.rules.periods import label, moved
from schakel.notices.models import Notice
from schakel.notices.rules import Kind
from tests.factories.browsing import Browser
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    confirm_all,
    explored,
    freeze,
    fresh,
    full_plan,
    invite,
    make_idea,
    make_initiative,
    measured,
    months_ago,
    propose,
    take_in,
    through,
)
from tests.factories.jobs import run_waiting

pytestmark = pytest.mark.django_db


def told(scene, kind: Kind) -> list[Notice]:
    with as_platform(scene.network):
        return list(Notice.objects.filter(kind=kind).select_related("person").order_by("at", "person__name"))


def opens(scene, notice: Notice) -> None:
    browser = Browser(scene.network, notice.person)
    target = browser.get(f"meldingen/{notice.pk}/")["Location"]
    assert browser.client.get(target).status_code == 200, target


def test_who_sends_an_idea_in_gets_a_receipt_with_the_day_of_the_answer(scene):
    idea = make_idea(scene)
    [receipt] = told(scene, Kind.RECEIPT)
    assert receipt.person == scene.submitter
    assert idea.number in receipt.title
    assert "U krijgt antwoord vóór" in receipt.because
    opens(scene, receipt)


def test_who_manages_hears_of_a_new_idea_with_the_day_of_the_answer(scene):
    idea = make_idea(scene)
    asked = told(scene, Kind.INTAKE)
    assert {one.person for one in asked} == {scene.manager}
    assert (idea.title in asked[0].title, asked[0].due_on) == (True, idea.answer_by)
    opens(scene, asked[0])


def test_the_lead_hears_what_a_partner_answers(scene, in_preparation):
    full_plan(scene, in_preparation)
    confirm_all(scene, in_preparation)
    replies = [one for one in told(scene, Kind.REPLY) if one.key.startswith("reply:")]
    assert replies
    assert {one.person for one in replies} == {scene.lead}
    assert "Het antwoord: ja." in replies[0].because
    opens(scene, replies[0])


def test_who_explores_hears_that_a_partner_gave_its_view(scene, in_exploration):
    explored(scene, in_exploration)
    replies = told(scene, Kind.REPLY)
    assert replies
    assert {one.person_id for one in replies} == {fresh(in_exploration).explorer_id}
    opens(scene, replies[0])


def test_the_submitter_hears_the_answer_and_no_word_of_others_goes_along(scene):
    idea = make_idea(scene)
    take_in(scene, idea)
    [answer] = told(scene, Kind.ANSWER)
    assert answer.person == scene.submitter
    assert str(scene.body) in answer.because
    opens(scene, answer)


def test_an_idea_that_is_sent_on_or_joined_is_answered_too(scene):
    sent_on, other = make_idea(scene), make_initiative(scene, Stage.SCREENING)
    joined = make_idea(scene)
    with looking(scene.manager) as manager:
        actions.refer(sent_on, by=manager, to="de gemeente", reason="Een geheim waarom.")
        actions.merge(joined, by=manager, into=other)
    because = [one.because for one in told(scene, Kind.ANSWER)]
    assert "Het is doorgestuurd naar de gemeente." in because
    assert f"Het hoort nu bij {other.number}." in because
    assert not any("geheim" in one for one in because)


def test_each_question_is_told_and_the_question_itself_is_not_in_it(scene):
    idea = make_idea(scene)
    with looking(scene.manager) as manager:
        actions.ask_more(idea, by=manager, question="Hoeveel patiënten?")
        actions.ask_more(idea, by=manager, question="En hoeveel geld?")
    asked = told(scene, Kind.QUESTION)
    assert len(asked) == 2
    assert not any("patiënten" in one.title + one.because for one in asked)
    opens(scene, asked[1])


def test_the_people_on_the_seats_are_asked_to_rate(scene, in_screening):
    invitations = invite(scene, in_screening)
    asked = told(scene, Kind.SCORE)
    assert {one.person_id for one in asked} == {one.rater_id for one in invitations}
    assert {one.due_on for one in asked} == {invitations[0].due_on}
    opens(scene, asked[0])


def test_every_partner_is_asked_for_its_view_with_its_own_page(scene):
    make_initiative(scene, Stage.EXPLORATION)
    asked = told(scene, Kind.VIEW)
    assert {one.person for one in asked} == set(scene.directors)
    assert {one.url_kwargs["partner"] for one in asked} == {partner.slug for partner in scene.partners}
    for one in asked:
        opens(scene, one)


def test_a_promise_is_asked_of_who_speaks_for_the_partner(scene, in_preparation):
    full_plan(scene, in_preparation)
    asked = told(scene, Kind.PROMISE)
    assert {one.person for one in asked} <= set(scene.directors)
    assert asked
    opens(scene, asked[0])


def test_submitter_and_lead_hear_what_a_body_decided(scene, in_screening):
    before = len(told(scene, Kind.DECIDED))
    through(scene, in_screening, "p1", "park")
    new = told(scene, Kind.DECIDED)[before:]
    assert [one.person for one in new] == [scene.submitter]
    assert "besluit: het" in new[0].because
    opens(scene, new[0])


def test_consent_is_asked_of_partners_whose_means_a_plan_uses(scene, in_preparation):
    full_plan(scene, in_preparation)
    confirm_all(scene, in_preparation)
    freeze(scene, in_preparation)
    propose(scene, in_preparation, "p3", "start")
    asked = told(scene, Kind.CONSENT)
    assert {one.person for one in asked} <= set(scene.directors)
    assert asked
    opens(scene, asked[0])


def test_who_is_named_in_a_note_is_told_without_what_it_says(scene, in_screening):
    with looking(scene.manager) as manager:
        actions.write_note(
            in_screening,
            by=manager,
            once_token=uuid4(),
            text="Kun jij dit lezen?",
            mentions=[scene.lead, manager],
        )
    [mention] = told(scene, Kind.MENTION)
    assert mention.person == scene.lead
    assert "lezen?" not in mention.title + mention.because
    opens(scene, mention)


def test_every_page_that_a_notice_names_exists(scene):
    make_initiative(scene, Stage.PREPARATION)
    with as_platform(scene.network):
        for one in Notice.objects.all():
            assert reverse(one.url_name, kwargs={"network": scene.network.slug, **one.url_kwargs})


def test_a_partner_is_asked_whether_it_becomes_ordinary_work(scene, in_pilot):
    partner, director = scene.partners[1], scene.directors[1]
    with looking(scene.manager) as manager:
        owner = actions.ask_line_owner(
            in_pilot, by=manager, partner=partner, name="Hoofd zorg", due_on=timezone.localdate()
        )
    [asked] = told(scene, Kind.ACCEPTANCE)
    assert (asked.person, asked.due_on) == (director, owner.due_on)
    assert str(partner) in asked.because
    opens(scene, asked)


def test_a_lead_is_asked_how_it_goes_once_for_each_time_it_is_due(scene, in_pilot):
    assert in_pilot.lead is not None
    today = timezone.localdate()
    with as_platform(scene.network):
        assert announce_updates_due(scene.network, today) == 0
        Initiative.objects.filter(pk=in_pilot.pk).update(stage_since=today - timedelta(weeks=5))
        defer("initiatives.remind", network=scene.network)
        defer("initiatives.remind", network=scene.network)
    run_waiting(only="initiatives.remind")
    with looking(scene.manager) as manager:
        assert actions.ask_for_updates(scene.network, by=manager)
    [asked] = told(scene, Kind.UPDATE)
    assert (asked.person, asked.due_on) == (in_pilot.lead, today - timedelta(weeks=1))
    opens(scene, asked)


# --------------------------------------------------------------------------- figures and verdicts


def test_a_verdict_is_told_to_the_lead_and_to_who_leads_and_writes_for_the_group(scene):
    pilot = measured(scene, make_initiative(scene, Stage.PILOT))
    found = told(scene, Kind.VERDICT)
    assert {one.person for one in found} == {scene.lead, scene.group.chair, scene.group.secretary}
    assert {one.title for one in found} == {f"Gehaald: {pilot.title}"}
    assert "“Heropnames”" in found[0].because
    opens(scene, found[0])
    with as_platform(scene.network):
        actions.judge_effects(scene.network, by=None, initiative=pilot.pk)
    assert len(told(scene, Kind.VERDICT)) == len(found)


def test_a_figure_is_asked_when_its_period_is_over_and_late_a_month_after(scene):
    measured(scene, make_initiative(scene, Stage.PILOT))
    now = months_ago(0)
    assert figures_told(scene, now) == 0
    over = moved("month", now, 1)
    assert figures_told(scene, over) == 3
    due = told(scene, Kind.FIGURE_DUE)
    assert {one.person for one in due} == {scene.directors[0]}
    assert len(due) == 3
    assert due[0].title.endswith(label("month", now))
    assert due[0].due_on == moved("month", now, 2)
    opens(scene, due[0])
    figures_told(scene, over)
    assert len(told(scene, Kind.FIGURE_DUE)) == 3
    assert told(scene, Kind.FIGURE_LATE) == []
    assert figures_told(scene, moved("month", now, 2)) == 6
    late = told(scene, Kind.FIGURE_LATE)
    assert {one.person for one in late} == {scene.directors[0], scene.lead, scene.manager}
    assert {one.title.split(", ")[1] for one in late} == {label("month", now)}
    assert len(late) == 9


def test_nobody_is_asked_for_a_figure_of_what_is_no_longer_measured(scene):
    pilot = measured(scene, make_initiative(scene, Stage.PILOT))
    over = moved("month", months_ago(0), 1)
    with as_platform(scene.network):
        ended = pilot.measures.first().series
        name = ended.version.name
        end_series(ended, by=None, ended_on=over, reason="De telling stopte.")
    assert figures_told(scene, over) == 3
    assert figures_told(scene, moved("month", over, 1)) == 5
    asked = {one.title for one in told(scene, Kind.FIGURE_DUE) if name in one.title}
    assert asked == {f"{name}, {label('month', months_ago(0))}"}


def test_the_worker_asks_for_figures_every_day_and_not_for_what_is_still_prepared(scene):
    full_plan(scene, make_initiative(scene, Stage.PREPARATION))
    assert figures_told(scene, moved("month", months_ago(0), 4)) == 0
    pilot = measured(scene, make_initiative(scene, Stage.PILOT))
    with time_machine.travel(timezone.now() + timedelta(days=40), tick=False):
        perform("initiatives.figures", {"network": str(scene.network.pk)})
    assert {one.because for one in told(scene, Kind.FIGURE_DUE)} == {f"{pilot.title} volgt dit cijfer."}


def figures_told(scene, today) -> int:
    with as_platform(scene.network):
        return announce_figures(scene.network, today)
