"""What a group owes comes on its next agenda by itself (invariants 9 and 13)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import AgendaItem, Meeting
from schakel.governance.rules import NewCondition
from schakel.initiatives.models import Initiative
from schakel.initiatives.rules import Stage
from schakel.jobs.queue import perform
from tests.factories.governance import as_platform, decide, looking, make_decision, make_meeting
from tests.factories.initiatives import Scene, make_initiative, make_scene, through

pytestmark = pytest.mark.django_db


def morning(scene: Scene) -> list[str]:
    """Every morning the worker looks; what stands on agendas that wait for their day."""
    perform("overview.agendas", {"network": str(scene.network.pk)})
    with as_platform(scene.network):
        found = AgendaItem.objects.filter(meeting__closed_at=None, meeting__isnull=False)
        return list(found.values_list("kind", flat=True))


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
