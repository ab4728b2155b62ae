"""Who may do what with an initiative, as tables: rows are people, columns are deeds."""

from __future__ import annotations

import pytest
from django.utils import timezone

from schakel.initiatives import permissions
from schakel.initiatives.models import Commitment, Exploration, IdeaDraft, PartnerView, Plan
from schakel.initiatives.rules import Stage
from schakel.network.rules import Role
from tests.factories.governance import as_platform, looking, make_body
from tests.factories.initiatives import (
    freeze,
    fresh,
    full_plan,
    invite,
    make_idea,
    make_initiative,
    make_scene,
)
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db


def people_of(scene):
    """One person of every sort."""
    return {
        "manager": scene.manager,
        "secretary": scene.group.secretary,
        "chair": scene.group.chair,
        "seat": scene.group.people[1],
        "director": scene.directors[0],
        "other_director": scene.directors[1],
        "submitter": scene.submitter,
        "lead": scene.lead,
        "reader": make_member(scene.network, Role.READER),
        "outsider": make_member(make_network(), Role.MANAGER),
    }


def marks(table: str) -> list[tuple[str, list[str]]]:
    lines = [line.split() for line in table.strip().splitlines()]
    return [(name, cells) for name, *cells in lines[1:]], lines[0]


def check(table, scene, deeds):
    rows, columns = marks(table)
    everyone = people_of(scene)
    assert {name for name, _cells in rows} == set(everyone)
    for name, cells in rows:
        with looking(everyone[name]) as person:
            for column, cell in zip(columns, cells, strict=True):
                reason = deeds[column](person)
                assert (reason is None) == (cell == "x"), f"{name} {column}: {reason}"
                assert reason is None or reason.strip()


def test_who_may_do_what_with_a_new_idea(scene):
    idea = make_idea(scene)
    table = """
                       submit  intake  amend  choose  merge_partner
        manager        x       x       .      x       x
        secretary      x       .       .      .       .
        chair          x       .       .      .       .
        seat           x       .       .      .       .
        director       x       .       .      .       x
        other_director x       .       .      .       .
        submitter      x       .       x      x       .
        lead           x       .       .      .       .
        reader         .       .       .      .       .
        outsider       .       .       .      .       .
    """
    check(
        table,
        scene,
        {
            "submit": lambda person: permissions.why_not_submit(person, scene.network),
            "intake": lambda person: permissions.why_not_do_intake(person, idea),
            "amend": lambda person: permissions.why_not_amend_idea(person, idea),
            "choose": lambda person: permissions.why_not_choose(person, idea),
            "merge_partner": lambda person: permissions.why_not_submit(
                person, scene.network, scene.partners[0]
            ),
        },
    )


def test_who_may_do_what_during_screening(scene, in_screening):
    invite(scene, in_screening)
    table = """
                       invite  score  recuse  see  propose  topic  appoint  choose
        manager        x       .      .       x    x        x      x        x
        secretary      x       .      .       x    x        x      x        x
        chair          x       x      x       x    x        x      x        x
        seat           .       x      x       x    .        .      .        .
        director       .       .      .       x    .        .      .        .
        other_director .       .      .       x    .        .      .        .
        submitter      .       .      .       .    .        .      .        .
        lead           .       .      .       .    .        .      .        .
        reader         .       .      .       .    .        .      .        .
        outsider       .       .      .       .    .        .      .        .
    """
    check(
        table,
        scene,
        {
            "invite": lambda person: permissions.why_not_invite(person, in_screening),
            "score": lambda person: permissions.why_not_score(person, in_screening),
            "recuse": lambda person: permissions.why_not_recuse(person, in_screening),
            "see": lambda person: permissions.why_not_see_screening(person, in_screening),
            "propose": lambda person: permissions.why_not_propose(person, in_screening, "p1"),
            "topic": lambda person: permissions.why_not_name_topic(person, scene.body),
            "appoint": lambda person: permissions.why_not_appoint(person, in_screening),
            "choose": lambda person: permissions.why_not_choose(person, in_screening),
        },
    )


def test_who_may_do_what_during_exploration(scene, in_exploration):
    with as_platform(scene.network):
        exploration = Exploration.objects.select_related("initiative__network", "initiative__explorer").get()
    table = """
                       explore  view  confirm  choose
        manager        x        .     x        x
        secretary      .        .     x        x
        chair          .        .     x        x
        seat           .        .     .        .
        director       .        x     .        .
        other_director .        .     .        .
        submitter      .        .     .        .
        lead           x        .     .        x
        reader         .        .     .        .
        outsider       .        .     .        .
    """
    check(
        table,
        scene,
        {
            "explore": lambda person: permissions.why_not_explore(person, in_exploration),
            "view": lambda person: permissions.why_not_give_view(person, exploration, scene.partners[0]),
            "confirm": lambda person: permissions.why_not_confirm_criteria(person, in_exploration),
            "choose": lambda person: permissions.why_not_choose(person, in_exploration),
        },
    )


def test_who_may_do_what_with_a_plan_and_its_promises(scene, in_preparation):
    full_plan(scene, in_preparation)
    with as_platform(scene.network):
        commitment = Commitment.objects.select_related("initiative", "partner", "network").get()
        plan = Plan.objects.select_related("initiative__network", "initiative__lead").get()
    table = """
                       write  change  ask  answer
        manager        x      x       x    .
        secretary      .      .       .    .
        chair          .      .       .    .
        seat           .      .       .    .
        director       .      .       .    x
        other_director .      .       .    .
        submitter      .      .       .    .
        lead           x      x       x    .
        reader         .      .       .    .
        outsider       .      .       .    .
    """
    check(
        table,
        scene,
        {
            "write": lambda person: permissions.why_not_write_plan(person, in_preparation),
            "change": lambda person: permissions.why_not_change_plan(person, plan),
            "ask": lambda person: permissions.why_not_ask_commitment(person, in_preparation),
            "answer": lambda person: permissions.why_not_answer_commitment(person, commitment),
        },
    )
    frozen = freeze(scene, in_preparation)
    with looking(scene.lead) as lead:
        assert "nieuwe versie" in permissions.why_not_change_plan(lead, frozen)


def test_nobody_answers_a_withdrawn_question_or_for_what_is_over(scene, in_preparation):
    full_plan(scene, in_preparation)
    with as_platform(scene.network):
        commitment = Commitment.objects.select_related("initiative", "partner", "network").get()
    with looking(scene.directors[0]) as director:
        assert "Alleen een mens" in permissions.why_not_answer_commitment(None, commitment)
        commitment.initiative.stage = Stage.STOPPED
        assert "klaar of gestopt" in permissions.why_not_answer_commitment(director, commitment)
        commitment.status = "withdrawn"
        assert "ingetrokken" in permissions.why_not_answer_commitment(director, commitment)


def test_each_deed_belongs_to_its_stage(scene):
    idea = make_idea(scene)
    with looking(scene.manager) as manager:
        for reason in (
            permissions.why_not_invite(manager, idea),
            permissions.why_not_score(manager, idea),
            permissions.why_not_recuse(manager, idea),
            permissions.why_not_confirm_criteria(manager, idea),
            permissions.why_not_explore(manager, idea),
            permissions.why_not_write_plan(manager, idea),
        ):
            assert "alleen in de stand" in reason
        assert "als het idee in behandeling is" in permissions.why_not_appoint(manager, idea)
        idea.stage = Stage.STOPPED
        assert "verandert niets meer" in permissions.why_not_choose(manager, idea)
        assert "alleen in de stand" in permissions.why_not_amend_idea(manager, idea)


def test_the_platform_itself_never_speaks_for_a_person_or_a_partner(scene, in_exploration, in_screening):
    with as_platform(scene.network):
        exploration = Exploration.objects.select_related("initiative__network").get()
        assert "Alleen een mens" in permissions.why_not_score(None, in_screening)
        assert "niet gevraagd" in permissions.why_not_recuse(None, in_screening)
        assert "Alleen een mens" in permissions.why_not_give_view(None, exploration, scene.partners[0])
        assert "Alleen een mens" in permissions.why_not_confirm_criteria(None, in_exploration)
        assert "van iemand anders" in permissions.why_not_write_draft(None, IdeaDraft(person=scene.lead))
        assert permissions.why_not_submit(None, scene.network) is None
        assert permissions.why_not_submit(None, scene.network, scene.partners[0]) is None


def test_without_a_body_nothing_can_be_proposed_or_confirmed(scene, in_exploration):
    in_exploration.body = None
    with looking(scene.group.secretary) as secretary:
        assert "nog geen groep" in permissions.why_not_propose(secretary, in_exploration, "p2")
        assert "nog geen groep" in permissions.why_not_confirm_criteria(secretary, in_exploration)
        assert "netwerkmanager" in permissions.why_not_appoint(secretary, in_exploration)
        assert permissions.why_not_choose(secretary, in_exploration)


def test_without_a_body_nobody_stops_what_runs_at_once(scene, in_pilot):
    in_pilot.body = None
    for person in (scene.group.chair, scene.lead, scene.manager):
        with looking(person):
            assert "nog geen groep" in permissions.why_not_halt(person, in_pilot, is_for_safety=True)


def test_who_pulls_or_explores_reads_internal_notes_while_they_belong_to_the_network(scene, in_preparation):
    def reads(person) -> bool:
        with looking(person):
            return permissions.reads_internal_notes(person, in_preparation)

    assert reads(scene.lead)
    assert not reads(scene.submitter)
    in_preparation.explorer = scene.submitter
    assert reads(scene.submitter)
    with as_platform(scene.network):
        scene.lead.memberships.update(until_on=timezone.localdate())
    assert not reads(scene.lead)


def test_a_closed_body_names_no_topics(scene):
    closed = make_body(scene.network, "Oud", closed_on=timezone.localdate(), closing_reason="Klaar.")
    with looking(scene.manager) as manager:
        assert "opgeheven" in permissions.why_not_name_topic(manager, closed)


def test_a_view_that_is_not_given_is_read_only_by_its_own_partner(scene):
    view = PartnerView(network=scene.network, partner=scene.partners[0])
    with looking(scene.directors[0]) as director:
        assert permissions.why_not_see_view(director, view) is None
    with looking(scene.directors[1]) as director:
        assert "nog niet gegeven" in permissions.why_not_see_view(director, view)
        view.is_given = True
        assert permissions.why_not_see_view(director, view) is None


def test_a_lead_who_left_the_network_pulls_nothing(scene, in_preparation):
    with as_platform(scene.network):
        scene.lead.memberships.update(until_on=timezone.localdate())
    with looking(scene.lead) as lead:
        assert permissions.why_not_write_plan(lead, in_preparation) is not None


def test_a_refusal_names_who_can_when_there_is_someone(scene, in_exploration):
    with looking(scene.submitter) as person:
        assert "De verkenner is Trekker." in permissions.why_not_explore(person, in_exploration)
        in_exploration.explorer = None
        assert "De verkenner is" not in permissions.why_not_explore(person, in_exploration)
    planned = make_initiative(scene, Stage.PREPARATION)
    with looking(scene.submitter) as person:
        assert "De trekker is Trekker." in permissions.why_not_write_plan(person, planned)
        planned.lead = None
        assert "De trekker is" not in permissions.why_not_write_plan(person, planned)


def test_who_stood_aside_for_the_seat_does_not_rate():
    from schakel.governance import actions as governance

    scene = make_scene()
    idea = make_initiative(scene, Stage.SCREENING)
    invite(scene, idea)
    with looking(scene.group.chair) as chair:
        governance.recuse(scene.group.seats[0], by=chair, reason="Eigen belang.", subject_id=idea.pk)
        assert "betrokken" in permissions.why_not_score(chair, fresh(idea))
        assert "al niet mee" in permissions.why_not_recuse(chair, fresh(idea))
    with looking(scene.group.people[1]) as member:
        assert permissions.why_not_score(member, fresh(idea)) is None


def test_a_successor_follows_what_is_over(scene):
    first, second = make_idea(scene), make_idea(scene)
    with looking(scene.manager) as manager:
        assert "loopt nog" in permissions.why_not_successor(manager, second, first)
        first.stage = Stage.STOPPED
        assert permissions.why_not_successor(manager, second, first) is None
    with looking(scene.submitter) as person:
        assert permissions.why_not_successor(person, second, first) is not None
