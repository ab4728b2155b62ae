"""Rows that not the whole network may read: the database itself keeps them from the others."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import PersonalInvitation
from schakel.initiatives.models import Note
from schakel.initiatives.rules import Stage
from schakel.network.rules import Role
from schakel.public.models import Contact, MembershipRequest, OutsideIdea
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import make_initiative, make_scene
from tests.factories.network import make_member

pytestmark = pytest.mark.django_db

WHO_READS = """
                     internal_note  invitation  contact  idea  request
    manager               x             x          x       x      x
    writer                x             .          .       .      .
    lead                  x             .          .       .      .
    group_member          x             .          .       .      .
    representative        .             .          .       .      .
    reader                .             .          .       .      .
"""
#: Every row of these tables, and every earlier version of a note: no filter of the application stands before it.
TABLES: dict[str, Any] = {
    "internal_note": (Note, Note.pgh_event_model),
    "invitation": (PersonalInvitation,),
    "contact": (Contact,),
    "idea": (OutsideIdea,),
    "request": (MembershipRequest,),
}


def test_the_database_shows_a_private_row_to_who_may_read_it_and_to_nobody_else() -> None:
    scene = make_scene()
    one = make_initiative(scene, Stage.SCREENING)
    writer = make_member(scene.network, Role.PROFESSIONAL, partner=scene.partners[0])
    lead = make_member(scene.network, Role.PROFESSIONAL, partner=scene.partners[0])
    now = timezone.now()
    with as_platform(scene.network):
        type(one).objects.filter(pk=one.pk).update(lead=lead)
        Note.objects.create(
            network=scene.network, initiative=one, author=writer, readers="internal", text="Intern",
            written_at=now, once_token=one.pk,
        )  # fmt: skip
        contact = Contact.objects.create(network=scene.network, name="Bea", email="bea@bewoner.test")
        OutsideIdea.objects.create(network=scene.network, contact=contact, answers={}, sent_at=now)
        MembershipRequest.objects.create(
            network=scene.network, contact=contact, organisation="Zuid", kind="home_care", answers={},
            sent_at=now,
        )  # fmt: skip
    with looking(scene.manager) as manager:
        governance.invite_person(
            scene.network, by=manager, email="nieuw@voorbeeld.test", name="Nieuw", role=Role.READER
        )
    people = {
        "manager": scene.manager,
        "writer": writer,
        "lead": lead,
        "group_member": scene.group.people[0],
        "representative": scene.directors[0],
        "reader": make_member(scene.network, Role.READER),
    }
    head, *lines = [line.split() for line in WHO_READS.strip().splitlines()]
    for name, *marks in lines:
        with looking(people[name]):
            seen = ["x" if all(t.objects.exists() for t in TABLES[column]) else "." for column in head]
            assert seen == marks, name
            hidden = [
                t for column, mark in zip(head, marks, strict=True) if mark == "." for t in TABLES[column]
            ]
            assert not any(t.objects.exists() for t in hidden), name
            assert all(t.objects.filter(network=scene.network).update(network=scene.network) == 0
                       for t in hidden if t is not Note.pgh_event_model), name  # fmt: skip
