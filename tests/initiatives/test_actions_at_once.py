"""Two people, or two clicks, at the same moment: nothing is done twice and nothing is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from uuid import uuid4

import pytest
from django.db import IntegrityError, connections

from schakel.governance.models import Decision
from schakel.initiatives import actions
from schakel.initiatives.models import IdeaDraft, Initiative, Note, StageMove
from schakel.initiatives.rules import Stage
from schakel.journal.models import Entry
from schakel.people.models import Person
from schakel.web.refusal import Refused
from tests.factories.governance import as_platform, decide, looking
from tests.factories.initiatives import ANSWERS, fresh, invite, make_initiative, make_scene, propose, rate
from tests.initiatives.test_savings import SAVED, save
from tests.initiatives.test_savings import chosen as value_chosen
from tests.together import begun

pytestmark = pytest.mark.slow


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """Do these deeds in as many threads, all starting together; return what each gave or raised."""
    start, results = threading.Barrier(len(deeds)), [None] * len(deeds)

    def run(place: int) -> None:
        try:
            start.wait(timeout=10)
            results[place] = deeds[place]()
        except Exception as error:
            results[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


def test_a_form_that_is_sent_twice_at_the_same_moment_is_one_idea(committed):
    scene = make_scene()
    token = uuid4()

    def send():
        with looking(Person.objects.get(pk=scene.submitter.pk)) as person:
            return actions.submit_idea(scene.network, by=person, once_token=token, answers=ANSWERS).number

    first, second = at_once(send, send)
    assert first == second
    with as_platform(scene.network):
        assert Initiative.objects.filter(once_token=token).count() == 1


def both(person: Person, deed: Callable[[Person], object]) -> tuple[object, object]:
    """Let a person do this twice, the second time before the first is committed; return what each gave."""

    def again() -> object:
        with looking(Person.objects.get(pk=person.pk)) as same:
            return deed(same)

    with ThreadPoolExecutor(1) as pool:
        with looking(person):
            first = deed(person)
            second = begun(pool, again)
        return first, second.result(timeout=20)


def test_a_second_click_before_the_first_is_kept_gets_the_same_idea(committed):
    scene, token = make_scene(), uuid4()
    first, second = both(
        scene.submitter,
        lambda by: actions.submit_idea(scene.network, by=by, once_token=token, answers=ANSWERS),
    )
    assert first == second
    with as_platform(scene.network):
        assert Initiative.objects.get().number == first.number
        assert Entry.objects.filter(verb="submitted").count() == 1


def test_a_draft_that_is_kept_twice_before_the_first_is_there_is_one_draft(committed):
    scene, token = make_scene(), uuid4()
    words = iter([{"title": "Eerste woorden"}, {"title": "Eerste woorden en meer"}])
    first, second = both(
        scene.submitter,
        lambda by: actions.save_draft(scene.network, by=by, once_token=token, answers=next(words)),
    )
    assert first == second
    with looking(scene.submitter) as person:
        assert IdeaDraft.objects.visible_to(person).get().answers["title"] == "Eerste woorden en meer"


def test_a_second_click_before_the_first_is_kept_gets_the_same_note(committed):
    scene, token = make_scene(), uuid4()
    idea = make_initiative(scene, Stage.SCREENING)
    first, second = both(
        scene.submitter,
        lambda by: actions.write_note(idea, by=by, once_token=token, text="Ik vind dit een goed idee."),
    )
    assert first == second
    with as_platform(scene.network):
        assert Note.objects.get().text == "Ik vind dit een goed idee."
        assert Entry.objects.filter(verb="note written").count() == 1


@pytest.mark.django_db
def test_what_the_database_refuses_for_another_reason_is_not_taken_for_a_second_click(monkeypatch):
    scene = make_scene()
    idea = make_initiative(scene, Stage.SCREENING)
    monkeypatch.setattr(actions.ideas, "next_initiative_number", lambda network, year: idea.number)
    monkeypatch.setattr(actions.talk, "needed", lambda text, reason, longest: "")
    with looking(scene.submitter) as person:
        with pytest.raises(IntegrityError, match="number"):
            actions.submit_idea(scene.network, by=person, once_token=uuid4(), answers=ANSWERS)
        with pytest.raises(IntegrityError, match="a_note_says_something"):
            actions.write_note(idea, by=person, once_token=uuid4(), text="Lees dit")
        assert not Note.objects.exists()


def test_ideas_at_the_same_moment_get_different_numbers(committed):
    scene = make_scene()

    def send():
        with looking(Person.objects.get(pk=scene.submitter.pk)) as person:
            return actions.submit_idea(scene.network, by=person, once_token=uuid4(), answers=ANSWERS).number

    numbers = at_once(send, send)
    assert len(set(numbers)) == 2, numbers


def test_an_idea_that_two_clicks_take_in_is_taken_in_once(committed):
    scene = make_scene()
    idea = make_initiative(scene)

    def screen():
        with looking(Person.objects.get(pk=scene.manager.pk)) as manager:
            return actions.screen(idea, by=manager, theme=scene.theme, body=scene.body).stage

    results = at_once(screen, screen)
    assert [result for result in results if isinstance(result, Refused)], results
    assert Stage.SCREENING in results
    with as_platform(scene.network):
        assert StageMove.objects.filter(initiative=idea).count() == 1


def test_a_decision_that_is_settled_twice_at_once_moves_once(committed):
    scene = make_scene()
    idea = make_initiative(scene, Stage.SCREENING)
    invite(scene, idea)
    rate(scene, idea)
    decision = decide(scene.group, propose(scene, idea, "p1", "explore"), "fff")

    def settle():
        with looking(Person.objects.get(pk=scene.manager.pk)) as manager:
            return actions.settle(Decision.objects.get(pk=decision.pk), by=manager).stage

    assert at_once(settle, settle) == [Stage.EXPLORATION, Stage.EXPLORATION]
    assert fresh(idea).stage == Stage.EXPLORATION
    with as_platform(scene.network):
        assert StageMove.objects.filter(decision=decision).count() == 1


def test_two_ideas_that_are_joined_with_each_other_at_once_become_one(committed, monkeypatch):
    scene = make_scene()
    one, other = make_initiative(scene), make_initiative(scene)
    both_hold = threading.Barrier(2)
    has_waited, real = threading.local(), actions.keeping.locked

    def locked(initiative):
        row = real(initiative)
        if not getattr(has_waited, "once", False):
            has_waited.once = True
            with suppress(threading.BrokenBarrierError):
                both_hold.wait(timeout=0.5)  # whoever waits for a row never comes here
        return row

    monkeypatch.setattr(actions.keeping, "locked", locked)
    monkeypatch.setattr(actions.intake, "locked", locked)

    def join(idea, into):
        with looking(Person.objects.get(pk=scene.manager.pk)) as manager:
            return actions.merge(idea, by=manager, into=into).stage

    results = at_once(lambda: join(one, other), lambda: join(other, one))
    assert Stage.MERGED in results, results
    assert [result for result in results if isinstance(result, Refused)], results
    assert sorted([fresh(one).stage, fresh(other).stage]) == [Stage.MERGED, Stage.SUBMITTED]


def test_of_two_initiatives_that_count_the_same_saving_at_once_the_second_is_asked(committed):
    scene = make_scene()
    first, second = value_chosen(scene), value_chosen(scene)
    with ThreadPoolExecutor(1) as pool:
        with looking(scene.lead) as lead:
            actions.add_value_line(first, by=lead, **SAVED)
            late = begun(pool, lambda: save(scene, second, partner=None))
        with pytest.raises(Refused, match="Kies of dit dezelfde besparing is"):
            late.result(timeout=20)
