"""What a group owes comes on its next agenda by itself (invariants 9 and 13)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import AgendaItem, Meeting
from schakel.governance.rules import NewCondition
from schakel.initiatives.models import Initiative, Remeasurement
from schakel.initiatives.queries import needs_me
from schakel.initiatives.rules import Holds, Stage
from schakel.jobs.queue import perform
from tests.factories.embedding import finish
from tests.factories.governance import as_platform, decide, looking, make_decision, make_meeting
from tests.factories.initiatives import Scene, make_initiative, make_scene, through

pytestmark = pytest.mark.django_db


def morning(scene: Scene) -> list[str]:
    """Every morning the worker looks; what stands on agendas that wait for their day."""
    perform("overview.agendas", {"network": str(scene.network.pk)})
    with as_platform(scene.network):
        found = AgendaItem.objects.filter(meeting__closed_at=None, meeting__isnull=False)
        return list(found.values_list("kind", flat=True))


def test_who_makes_the_agenda_is_asked_until_it_stands_there():
    scene = make_scene()
    late = NewCondition(
        "Regel het vervoer", timezone.localdate() - timedelta(days=1), owner_name="De trekker"
    )
    decide(scene.group, make_decision(scene.group, conditions=[late]), "fff")
    with as_platform(scene.network):
        for meeting in Meeting.objects.filter(closed_at=None):
            actions.close_meeting(meeting, by=None)

    def asked() -> list[tuple[str, str, dict]]:
        with looking(scene.group.secretary) as secretary:
            found = needs_me(secretary, scene.network, now=timezone.now())
            return [
                (one.deed, one.url_name, dict(one.url_kwargs)) for one in found if one.kind != "ask_meeting"
            ]

    here = {"network": scene.network.slug}
    assert asked() == [("Plan een overleg", "governance:plan_meeting", here)]
    ahead = make_meeting(scene.group, timezone.now() + timedelta(days=9))
    assert asked() == [("Zet op de agenda", "governance:meeting", here | {"number": ahead.number})]
    assert morning(scene) == ["condition"]
    assert asked() == []
    with looking(scene.group.secretary) as secretary:
        actions.cancel_meeting(ahead, by=secretary, reason="Ziek")
    assert asked() == [("Plan een overleg", "governance:plan_meeting", here)]


def test_missed_aftercare_comes_on_the_agenda_by_itself():
    scene = make_scene()
    done = finish(scene, make_initiative(scene, Stage.PILOT))
    with as_platform(scene.network):
        Remeasurement.objects.filter(initiative=done).update(due_on=timezone.localdate() - timedelta(days=1))
        for meeting in Meeting.objects.filter(closed_at=None):
            actions.close_meeting(meeting, by=None)
    make_meeting(scene.group, timezone.now() + timedelta(days=9))
    assert morning(scene) == ["discussion"]


def test_aftercare_that_was_talked_about_does_not_come_on_every_agenda_after_that():
    scene, today = make_scene(), timezone.localdate()
    done = finish(scene, make_initiative(scene, Stage.PILOT))
    with as_platform(scene.network):
        first, *_later = Remeasurement.objects.filter(initiative=done).order_by("due_on")
        sank = {"done_on": today - timedelta(days=9), "holds": Holds.NO, "finding": "Het zakt weg."}
        Remeasurement.objects.filter(pk=first.pk).update(due_on=today - timedelta(days=9), **sank)
        for meeting in Meeting.objects.filter(closed_at=None):
            actions.close_meeting(meeting, by=None)

    def held(days_ago: int, **more) -> Meeting:
        """It stood on the agenda of a meeting of that day, which is over."""
        with as_platform(scene.network):
            when = timezone.now() - timedelta(days=days_ago)
            Meeting.objects.filter(pk=ahead.pk).update(starts_at=when, **more)
            return actions.close_meeting(Meeting.objects.get(pk=ahead.pk), by=None)

    ahead = make_meeting(scene.group, timezone.now() + timedelta(days=9))
    assert morning(scene) == ["discussion"]
    held(10)
    ahead = make_meeting(scene.group, timezone.now() + timedelta(days=9))
    assert morning(scene) == ["discussion"], "they met before it was measured"
    with looking(scene.group.secretary) as secretary:
        actions.cancel_meeting(ahead, by=secretary, reason="Ziek")
    ahead = make_meeting(scene.group, timezone.now() + timedelta(days=9))
    assert morning(scene) == ["discussion"], "nobody talked about it"
    held(8)
    ahead = make_meeting(scene.group, timezone.now() + timedelta(days=9))
    assert morning(scene) == []
    with as_platform(scene.network):
        Remeasurement.objects.filter(initiative=done, done_on=None).update(due_on=today - timedelta(days=1))
    assert morning(scene) == ["discussion"], "the next day that was missed is news"


def test_what_is_late_or_wakes_is_on_the_next_agenda_once_and_stays_off_when_somebody_takes_it_off():
    scene, today = make_scene(), timezone.localdate()
    parked = through(scene, make_initiative(scene, Stage.SCREENING), "p1", "park")
    late = NewCondition("Regel het vervoer", today - timedelta(days=1), owner_name="De trekker")
    in_time = NewCondition("Regel de scholing", today, owner_name="De trekker")
    decide(scene.group, make_decision(scene.group, conditions=[late, in_time]), "fff")
    with as_platform(scene.network):
        Initiative.objects.filter(pk=parked.pk).update(wake_on=today)
        for meeting in Meeting.objects.filter(closed_at=None):
            actions.close_meeting(meeting, by=None)
    assert morning(scene) == []
    ahead = make_meeting(scene.group, timezone.now() + timedelta(days=9))
    make_meeting(scene.group, timezone.now() + timedelta(days=30))
    assert morning(scene) == morning(scene) == ["condition", "parked"]
    with looking(scene.group.secretary) as secretary:
        [condition, woken] = ahead.items.all()
        assert (condition.title, woken.subject_id) == ("Regel het vervoer", parked.pk)
        actions.remove_agenda_item(woken, by=secretary)
    assert morning(scene) == ["condition"]
