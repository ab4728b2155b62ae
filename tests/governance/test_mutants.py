"""One fault for the invariant of meetings, put into the real code: a meeting that was closed stays as it was (14)."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest

from schakel.governance import actions
from schakel.governance.models import Meeting
from schakel.web.refusal import Refused
from tests.factories.governance import Group, looking, make_decision, make_meeting

pytestmark = pytest.mark.django_db


def closed(group: Group) -> Meeting:
    meeting = make_meeting(group)
    with looking(group.secretary) as secretary:
        actions.start_meeting(meeting, by=secretary)
        actions.note_meeting(meeting, by=secretary, secretary_note="Goed gesprek")
        return actions.close_meeting(meeting, by=secretary)


DEEDS: dict[str, Callable] = {
    "the note": lambda meeting, by: actions.note_meeting(meeting, by=by, secretary_note="Anders"),
    "who was there": lambda meeting, by: actions.record_attendance(meeting, by=by, present={}),
    "the agenda": lambda meeting, by: actions.add_agenda_item(
        meeting.body, by=by, kind="discussion", title="Later bedacht", meeting=meeting
    ),
    "the end": lambda meeting, by: actions.close_meeting(meeting, by=by),
}


@pytest.mark.parametrize("what", DEEDS)
def test_nothing_of_a_closed_meeting_changes(group, what):
    meeting = closed(group)
    with looking(group.secretary) as secretary, pytest.raises(Refused, match="afgesloten"):
        DEEDS[what](meeting, secretary)
    with looking(group.secretary):
        assert Meeting.objects.get(pk=meeting.pk).secretary_note == "Goed gesprek"


@pytest.mark.parametrize("what", DEEDS)
def test_a_meeting_that_never_closes_is_found(group, what, monkeypatch):
    meeting = closed(group)
    monkeypatch.setattr(Meeting, "is_closed", False)
    with looking(group.secretary) as secretary:
        DEEDS[what](meeting, secretary)  # let through, so the refusal above is that of a closed meeting


def test_a_decision_list_goes_before_the_meeting_is_looked_back_on_and_only_once(group, monkeypatch):
    make_decision(group)
    meeting = closed(group)
    with looking(group.secretary) as secretary:
        actions.publish_decision_list(meeting, by=secretary)
        with pytest.raises(Refused, match="al gedeeld"):
            actions.publish_decision_list(meeting, by=secretary)
        monkeypatch.setattr(
            import_module("schakel.governance.actions.meetings"), "why_not_publish_list", lambda *asked: None
        )
        actions.publish_decision_list(meeting, by=secretary)
