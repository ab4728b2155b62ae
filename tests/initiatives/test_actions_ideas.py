"""An idea is written, kept while typing, sent in once, and taken in, sent on or joined with another."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from schakel.carechain.models import Bottleneck
from schakel.governance.models import Decision, Mandate
from schakel.initiatives import actions, queries
from schakel.initiatives.actions.ideas import figure_words
from schakel.initiatives.models import IdeaDraft, Initiative, StageMove, StoryEvent
from schakel.initiatives.rules import Stage, promised_answer
from schakel.journal.models import Entry
from schakel.network.rules import Role
from tests.factories.governance import as_platform, looking, make_body, make_mandate
from tests.factories.initiatives import ANSWERS, fresh, make_idea, make_initiative, make_scene, take_in
from tests.factories.network import make_area, make_member, make_network, make_partner, make_theme
from tests.factories.refusals import refused

pytestmark = pytest.mark.django_db


def told(initiative: Initiative) -> list[str]:
    """The titles of the story, oldest first."""
    with as_platform(initiative.network):
        return list(
            StoryEvent.objects.filter(initiative=initiative)
            .order_by("recorded_at")
            .values_list("title", flat=True)
        )


def test_an_idea_gets_a_number_a_promise_a_story_and_a_line_in_the_journal(scene):
    idea = make_idea(scene)
    today = timezone.localdate()
    assert idea.number == f"I-{today.year}-001"
    assert make_idea(scene).number == f"I-{today.year}-002"
    assert (idea.stage, idea.answer_by) == (Stage.SUBMITTED, promised_answer(today))
    assert told(idea) == ["Idee ingediend"]
    with looking(scene.submitter):
        entry = Entry.objects.get(verb="submitted", about_id=str(idea.pk))
    assert entry.person_name == "Indiener"


def test_an_idea_can_be_on_behalf_of_the_own_partner_with_a_theme_areas_and_partners(scene):
    almelo = make_area(scene.network)
    hospital, practices, _insurer = scene.partners
    idea = make_idea(
        scene,
        by=scene.directors[0],
        partner=hospital,
        theme=scene.theme,
        areas=[almelo],
        partners=[practices],
    )
    with looking(scene.directors[0]) as director:
        page = queries.detail(director, queries.find(director, scene.network, idea.number))
        assert page.areas == ["Almelo"]
        assert page.n_partners == 1
        assert [str(row) for row in page.partners] == ["Huisartsen: doet mee"]
    assert told(idea) == ["Idee ingediend, namens Ziekenhuis"]
    with looking(scene.submitter) as person, refused("namens Ziekenhuis"):
        actions.submit_idea(scene.network, by=person, once_token=uuid4(), answers=ANSWERS, partner=hospital)


def test_a_form_that_is_sent_twice_is_one_idea(scene):
    token = uuid4()
    with looking(scene.submitter) as person:
        first = actions.submit_idea(scene.network, by=person, once_token=token, answers=ANSWERS)
        again = actions.submit_idea(
            scene.network, by=person, once_token=token, answers={**ANSWERS, "title": "Anders"}
        )
    assert first == again
    with looking(scene.manager) as other, refused("van iemand anders"):
        actions.submit_idea(scene.network, by=other, once_token=token, answers=ANSWERS)


def test_an_idea_without_an_answer_or_with_patient_data_is_refused_with_the_reason(scene):
    with refused("Schrijf op wat u voorstelt"):
        make_idea(scene, answers={"proposal": " "})
    with refused("BSN"):
        make_idea(scene, answers={"problem": "Mevrouw 111222333"})


def test_something_of_another_network_is_refused(scene):
    elsewhere = make_theme(make_network(), "spoed")
    with refused("ander netwerk"):
        make_idea(scene, theme=elsewhere)


def test_an_outsider_cannot_send_in_an_idea(scene):
    outsider = make_member(make_network())
    with refused("idee indienen"):
        make_idea(scene, by=outsider)


def test_what_someone_types_is_kept_for_them_alone(scene):
    token = uuid4()
    with looking(scene.submitter) as person:
        draft = actions.save_draft(
            scene.network,
            by=person,
            once_token=token,
            answers={"title": "Eén num", "problem": "BSN 111222333"},
        )
        assert draft.answers["title"] == "Eén num"
        assert draft.answers["problem"] == ""
        actions.save_draft(scene.network, by=person, once_token=token, answers={"title": "Eén nummer\x00"})
        assert [str(one) for one in queries.my_drafts(person, scene.network)] == ["Eén nummer"]
        long = actions.save_draft(scene.network, by=person, once_token=token, answers={"title": "x" * 300})
        assert len(long.answers["title"]) == 300
    with looking(scene.manager) as manager:
        assert queries.my_drafts(manager, scene.network) == []
        assert IdeaDraft.objects.count() == 0
        with refused("van iemand anders"):
            actions.save_draft(scene.network, by=manager, once_token=token, answers={})


def test_the_figure_of_a_bottleneck_is_told_in_words_with_its_norm_when_there_is_one():
    figure = {"p50_s": 345_600, "p90_s": 1_036_800, "n": 1200, "log": "Ouderenzorg", "norm_days": None}
    named = Bottleneck(source="Ziekenhuis", target="Wijkzorg", figure=figure)
    words = (
        "Cijfer: van Ziekenhuis naar Wijkzorg wachtte de helft korter dan 4 dagen en 9 van de 10 korter dan 12 dagen "
        "(1.200 overdrachten; logboek Ouderenzorg)."
    )
    assert figure_words(named) == words
    named.figure |= {"norm_days": 5, "norm_origin": "Treeknorm"}
    assert figure_words(named) == f"{words} De norm is 5 dagen (Treeknorm)."
    assert figure_words(Bottleneck()) == ""


def test_a_sent_idea_leaves_no_draft_and_a_draft_can_be_thrown_away(scene):
    token = uuid4()
    with looking(scene.submitter) as person:
        actions.save_draft(scene.network, by=person, once_token=token, answers={"title": "Eén"})
        actions.submit_idea(scene.network, by=person, once_token=token, answers=ANSWERS)
        assert queries.draft_of(person, scene.network, token) is None
        draft = actions.save_draft(scene.network, by=person, once_token=uuid4(), answers={})
        with refused("van iemand anders"):
            actions.discard_draft(draft, by=scene.manager)
        actions.discard_draft(draft, by=person)
        assert queries.my_drafts(person, scene.network) == []


def test_the_manager_takes_an_idea_in_by_a_delegated_decision(scene):
    idea = take_in(scene, make_idea(scene))
    assert (idea.stage, idea.theme, idea.body) == (Stage.SCREENING, scene.theme, scene.body)
    with looking(scene.manager):
        decision = Decision.objects.get(subject_id=idea.pk)
        assert (decision.type, decision.status, decision.verdict) == ("p0", "valid", "screen")
        assert decision.decided_by_person == scene.manager
        assert decision.dossier["gate"] == "p0"
        move = StageMove.objects.select_related("decision").get(initiative=idea)
    assert (move.from_stage, move.to_stage, move.decision) == ("submitted", "screening", decision)
    assert told(idea) == ["Idee ingediend", f"In behandeling bij {scene.body}"]
    with refused("alleen in de stand"):
        take_in(scene, idea)


def test_nobody_else_does_the_intake(scene):
    idea = make_idea(scene)
    with looking(scene.group.secretary) as secretary, refused("intake"):
        actions.screen(idea, by=secretary, theme=scene.theme, body=scene.body)


def test_without_a_mandate_that_hands_the_intake_over_nothing_moves(scene):
    bare = make_scene()
    idea = make_idea(bare)
    with as_platform(bare.network):
        Mandate.objects.filter(delegated_to="manager").update(valid_until="2020-02-01")
    with refused("Het bestuurlijk platform besluit daarover"):
        take_in(bare, idea)
    assert fresh(idea).stage == Stage.SUBMITTED


def test_a_group_for_something_else_never_answers_for_an_idea(scene):
    youth = make_body(scene.network, "Jeugd", parent=scene.board)
    idea = make_idea(scene)
    with as_platform(scene.network):
        scene.board.mandates.update(valid_until="2020-02-01")
    with looking(scene.manager) as manager, refused("Jeugd heeft de intake niet aan de netwerkmanager overg"):
        actions.screen(idea, by=manager, theme=scene.theme, body=youth)
    with looking(scene.manager) as manager, refused("Laat het platform daarover besluiten"):
        actions.refer(idea, by=manager, to="Gemeente", reason="De gemeente gaat hierover.")
    make_mandate(scene.board, "p0", delegated_to="manager")
    with looking(scene.manager) as manager:
        assert actions.screen(idea, by=manager, theme=scene.theme, body=youth).moved_by.body == scene.board


def test_a_mandate_for_another_stage_does_not_cover_the_intake(scene):
    idea = make_idea(scene)
    with as_platform(scene.network):
        scene.body.mandates.filter(delegated_to="manager").update(stages=["exploration"])
    with refused("alleen in de fase verkenning"):
        take_in(scene, idea)


def test_the_intake_falls_under_the_board_when_the_chosen_body_did_not_hand_it_over(scene):
    other = make_body(scene.network, "Andere groep")
    idea = make_idea(scene)
    with looking(scene.manager) as manager:
        actions.screen(idea, by=manager, theme=scene.theme, body=other, note="Past bij hen.")
        assert Decision.objects.get(subject_id=idea.pk).body == scene.board
    assert fresh(idea).body == other


def test_a_closed_body_gets_no_ideas(scene):
    closed = make_body(scene.network, "Oud", closed_on=timezone.localdate(), closing_reason="Klaar.")
    idea = make_idea(scene)
    with looking(scene.manager) as manager, refused("opgeheven"):
        actions.screen(idea, by=manager, theme=scene.theme, body=closed)


def test_an_idea_is_sent_on_with_the_reason_its_submitter_reads(scene):
    idea = make_idea(scene)
    with looking(scene.manager) as manager:
        with refused("naar wie"):
            actions.refer(idea, by=manager, to=" ", reason="x")
        with refused("waarom"):
            actions.refer(idea, by=manager, to="Gemeente", reason="")
        actions.refer(idea, by=manager, to="Gemeente", reason="De gemeente gaat hierover.")
        assert fresh(idea).moved_by.body == scene.board
    idea = fresh(idea)
    assert (idea.stage, idea.referred_to) == (Stage.REFERRED, "Gemeente")
    assert idea.public_reason == "De gemeente gaat hierover."
    assert told(idea)[-1] == "Doorgestuurd naar Gemeente"


def test_a_merged_idea_keeps_its_number_and_its_author(scene):
    second, first = make_idea(scene, by=scene.directors[0]), make_idea(scene)
    third = make_idea(scene)
    with looking(scene.manager) as manager:
        actions.merge(second, by=manager, into=first, reason="")
        with refused("zelf samengevoegd"):
            actions.merge(third, by=manager, into=fresh(second))
        with refused("met zichzelf"):
            actions.merge(third, by=manager, into=third)
        actions.merge(first, by=manager, into=third)
        found = queries.find(manager, scene.network, second.number.lower())
        assert queries.merged_to(found).number == third.number
        authors = queries.detail(manager, fresh(third)).authors
        assert fresh(third).is_author(scene.directors[0])
        assert not fresh(third).is_author(None)
    assert [author.name for author in authors] == ["Indiener", scene.directors[0].name, "Indiener"]
    assert fresh(second).public_reason == f"Dit idee zegt hetzelfde als {first.number}."
    assert f"{second.number} hoort hier nu bij" in told(first)


def test_an_idea_of_another_network_is_no_place_to_merge_into(scene):
    other = make_idea(make_scene())
    idea = make_idea(scene)
    with looking(scene.manager) as manager, refused("ander netwerk"):
        actions.merge(idea, by=manager, into=other)


def test_the_office_asks_more_and_only_the_submitter_answers(scene):
    idea = make_idea(scene)
    with looking(scene.manager) as manager:
        with refused("wat u wilt weten"):
            actions.ask_more(idea, by=manager, question="")
        actions.ask_more(idea, by=manager, question="Om hoeveel mensen gaat het?")
        with refused("Alleen wie het idee indiende"):
            actions.amend_idea(idea, by=manager, answers=ANSWERS)
    assert fresh(idea).stage == Stage.SUBMITTED
    with looking(scene.submitter) as person:
        assert (
            queries.needs_me(person, scene.network, now=timezone.now())[0].because
            == "Om hoeveel mensen gaat het?"
        )
        with refused("hoe wij u kunnen bereiken"):
            actions.amend_idea(idea, by=person, answers={**ANSWERS, "contact": ""})
        amended = actions.amend_idea(
            idea, by=person, answers={**ANSWERS, "problem": "Het gaat om 300 mensen."}
        )
        actions.amend_idea(idea, by=person, answers=ANSWERS)
    assert amended.question_to_submitter == ""
    assert told(idea)[-2:] == ["Vraag beantwoord", "Idee aangevuld"]


def test_partners_and_areas_are_chosen_and_the_story_says_who_joined_and_left(scene):
    idea = make_idea(scene)
    hospital, practices, insurer = scene.partners
    almelo, hengelo = make_area(scene.network), make_area(scene.network, "hengelo")
    with looking(scene.submitter) as person:
        actions.choose_partners(idea, by=person, partners={hospital: "initiator", practices: "participant"})
        rows = actions.choose_partners(
            idea, by=person, partners={practices: "executor", insurer: "participant"}
        )
        actions.choose_partners(idea, by=person, partners={practices: "executor", insurer: "participant"})
        with refused("rol uit de lijst"):
            actions.choose_partners(idea, by=person, partners={hospital: "baas"})
        actions.choose_areas(idea, by=person, areas=[almelo, hengelo])
        actions.choose_areas(idea, by=person, areas=[hengelo])
        assert [str(area) for area in idea.areas.all()] == ["Hengelo"]
    assert {str(row) for row in rows} == {"Huisartsen: voert uit", "Verzekeraar: doet mee"}
    assert told(idea)[1:] == [
        "Doen nu mee: Huisartsen, Ziekenhuis",
        "Doen nu mee: Verzekeraar",
        "Doen niet meer mee: Ziekenhuis",
    ]
    with looking(scene.submitter) as person, refused("ander netwerk"):
        actions.choose_partners(idea, by=person, partners={make_partner(make_network()): "participant"})


def test_a_successor_is_linked_both_ways(scene):
    old, new = make_initiative(scene, Stage.SCREENING), make_initiative(scene, Stage.SCREENING)
    with looking(scene.manager) as manager, refused("loopt nog"):
        actions.link_successor(new, by=manager, of=old)
    with looking(scene.manager) as manager, refused("ander initiatief"):
        actions.link_successor(new, by=manager, of=new)
    stopped = make_idea(scene)
    with looking(scene.manager) as manager:
        actions.refer(stopped, by=manager, to="Elders", reason="Hoort daar.")
        actions.link_successor(new, by=manager, of=fresh(stopped), reason="De les leeft voort.")
        assert queries.detail(manager, fresh(stopped)).successors == [new]
    assert told(new)[-1] == f"Vervolg op {stopped.number}"
    assert told(stopped)[-1] == f"Krijgt een vervolg in {new.number}"


def test_the_database_refuses_a_step_without_a_decision(scene, in_screening):
    with (
        looking(scene.manager),
        pytest.raises(IntegrityError, match="only by a valid decision"),
        transaction.atomic(),
    ):
        Initiative.objects.filter(pk=in_screening.pk).update(stage=Stage.EXPLORATION)
    with looking(scene.manager), pytest.raises(IntegrityError, match="begins as"), transaction.atomic():
        Initiative.objects.create(network=scene.network, number="I-2000-001", title="x", stage=Stage.PILOT)
    with looking(scene.manager), pytest.raises(Exception, match="Cannot delete"), transaction.atomic():
        Initiative.objects.filter(pk=in_screening.pk)._raw_delete("default")


def test_members_of_other_networks_see_nothing_of_it(scene):
    idea = make_idea(scene)
    stranger = make_member(make_network(), Role.MANAGER)
    with looking(stranger) as person:
        assert Initiative.objects.count() == 0
        with pytest.raises(Initiative.DoesNotExist):
            queries.find(person, scene.network, idea.number)
