"""One idea becomes a project: from five answers to a start that counts because the group had the mandate.

Played by the people themselves, through the same actions as the pages. Read it from top to bottom.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import ConsentRequest, Decision
from schakel.governance.queries import became_valid
from schakel.initiatives import actions, queries
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.gates import checklist
from schakel.initiatives.models import Initiative, StageMove
from schakel.initiatives.rules import Stage
from schakel.journal.models import Entry
from schakel.network.models import Criterion
from schakel.web.refusal import Refused
from tests.factories.governance import as_platform, decide, looking, make_meeting
from tests.factories.initiatives import ANSWERS, Scene, answers_for, fresh, make_scene, measure_plan, soon
from tests.factories.network import make_criteria

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    """A network with seven criteria of which the system answers the fifth itself, as in Zenderen."""
    scene = make_scene(n_seats=5)
    with as_platform(scene.network):
        scene.criteria.valid_until = "2020-02-01"
        scene.criteria.valid_from = "2020-01-01"
        scene.criteria.save()
    scene.criteria = make_criteria(scene.network, n=7, name="Samenwerkingsovereenkomst")
    with as_platform(scene.network):
        Criterion.objects.filter(criteria_set=scene.criteria, code="C5").update(rule="at_least_two_partners")
    return scene


class Group:
    """The theme group at work: its secretary brings things before it, records the votes, and lets the effect follow."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def propose(self, idea: Initiative, gate: str, verdict: str, **terms: object) -> Decision:
        meeting = make_meeting(self.scene.group)
        with looking(self.scene.group.secretary) as secretary:
            return actions.propose(
                fresh(idea),
                by=secretary,
                gate=gate,
                verdict=verdict,
                terms=ProposedTerms(**terms),
                meeting=meeting,
            )

    def decide(self, decision: Decision, letters: str) -> Decision:
        decided = decide(self.scene.group, decision, letters)
        with looking(self.scene.group.secretary) as secretary:
            for one in became_valid(decided) or [decided]:
                actions.settle(one, by=secretary)
        return decided


def test_an_idea_becomes_a_project_that_starts_because_the_group_had_the_mandate(scene):
    group = Group(scene)
    hospital, practices, insurer = scene.partners
    director, _gp, funder = scene.directors
    began = timezone.now() - timedelta(seconds=1)

    # A director sends in an idea on behalf of the hospital and gets a number and a promised answer.
    with looking(director):
        idea = actions.submit_idea(
            scene.network,
            by=director,
            once_token=uuid4(),
            answers=ANSWERS,
            partner=hospital,
            partners=[practices],
        )
    assert idea.number.startswith("I-")
    assert idea.answer_by > timezone.localdate()

    # The network manager takes it in: a decision under the mandate that hands the intake over.
    with looking(scene.manager) as manager:
        assert [item.title for item in queries.needs_me(manager, scene.network, now=timezone.now())] == [
            "1 idee wacht op antwoord"
        ]
        actions.screen(idea, by=manager, theme=scene.theme, body=scene.body, note="Past bij ouderenzorg.")
    assert fresh(idea).stage == Stage.SCREENING

    # Five people are asked. One stands aside, four answer, each with a reason; the system counts the partners itself.
    with looking(scene.group.secretary) as secretary:
        actions.invite_raters(idea, by=secretary)
    *four, involved = scene.group.people
    with looking(involved):
        actions.recuse(idea, by=involved, reason="Mijn praktijk krijgt het nummer.")
    for rater in four:
        with looking(rater):
            actions.assess(idea, by=rater, answers=answers_for(scene.criteria, value="yes"))
    with looking(four[0]) as member:
        board = queries.round_of(member, fresh(idea), timezone.localdate())
    assert (board.n_done, board.n_raters, board.is_open) == (4, 4, True)
    assert board.rows[4].system.words == "2 partijen doen mee: Ziekenhuis, Huisartsen."

    # P1: explore. The seat that stood aside neither votes nor counts.
    explore = group.propose(idea, "p1", "explore", explorer=scene.lead, due_on=soon(80), hours_cap=60)
    decided = group.decide(explore, "ffffx")
    assert decided.judgement.is_valid
    assert decided.judgement.proof("quorum").words.startswith("Genoeg leden: 4 van 4")
    assert fresh(idea).stage == Stage.EXPLORATION

    # The exploration asks every partner for its view and ends in advice. The group confirms the criteria.
    with looking(scene.lead) as lead:
        exploration = queries.exploration_of(lead, fresh(idea)).exploration
        actions.plan_exploration(exploration, by=lead, due_on=soon(70), hours_cap=60, questions=["Hoe vaak?"])
        actions.answer_question(exploration.questions.get(), by=lead, answer="Elke week dertig keer.")
        actions.write_exploration(
            exploration,
            by=lead,
            findings="Mensen bellen nu vijf nummers.",
            resident_voice="Eén gezicht, één nummer.",
            embedding_sketch="In de werkafspraak beroerte.",
            advice="Begin klein, met één ziekenhuis.",
        )
        nothing = exploration.options.get()
        actions.write_options(
            exploration,
            by=lead,
            rows=[
                {
                    "id": nothing.pk,
                    "name": "Niets doen",
                    "pros": "Kost niets.",
                    "cons": "Mensen blijven zoeken.",
                },
                {
                    "name": "Eén nummer",
                    "pros": "Rust.",
                    "cons": "Een verpleegkundige nodig.",
                    "is_advised": True,
                },
            ],
        )
        actions.write_payer_effects(
            exploration, by=lead, rows=[{"law": "zvw", "pays": "Zvw", "gains": "Zvw en Wlz"}]
        )
    for partner, person in zip(scene.partners, scene.directors, strict=True):
        with looking(person):
            actions.give_view(
                exploration,
                by=person,
                partner=partner,
                interest="Minder heropnames.",
                worry="Genoeg verpleegkundigen?",
                willingness="yes",
                contribution="Een dag per week.",
            )
    with pytest.raises(Refused, match="bevestigde de criteria"):
        group.propose(idea, "p2", "prepare_project", lead=scene.lead, commissioner="De groep", phase=1)
    with looking(scene.group.secretary) as secretary:
        actions.record_confirmation(fresh(idea), by=secretary, answers=answers_for(scene.criteria))

    # P2: a plan is worth making, as a project for a quick result.
    prepare = group.propose(idea, "p2", "prepare_project", lead=scene.lead, commissioner="De groep", phase=1)
    group.decide(prepare, "ffffx")
    project = fresh(idea)
    assert (project.stage, project.kind, project.phase, project.lead) == (
        Stage.PREPARATION, "project", 1, scene.lead,
    )  # fmt: skip

    # The lead writes the plan. The hospital itself confirms its hours; then the plan is frozen.
    with looking(scene.lead) as lead:
        plan = actions.begin_plan(project, by=lead)
        actions.write_plan(
            plan,
            by=lead,
            summary="Eén nummer na een beroerte.",
            result="Het nummer is een jaar bereikbaar.",
            communication="Brief aan alle huisartsen.",
            low_literacy="Een kaart met plaatjes, voorgelezen in de wachtkamer.",
            privacy_check="Alleen naam en telefoonnummer, in het dossier van het ziekenhuis.",
            restricts_competition="no",
            needs_pilot=True,
        )
        goal = {
            "text": "Minder heropnames",
            "measure": "% binnen 30 dagen",
            "target": "10",
            "due_on": soon(300),
        }
        actions.write_part(plan, by=lead, part="goals", rows=[{**goal, "owner": "Trekker"}])
        actions.write_part(
            plan, by=lead, part="activities", rows=[{"text": "Nummer openen", "owner": "Ziekenhuis"}]
        )
        milestone = {
            "text": "Nummer open",
            "kind": "result",
            "debtor": hospital,
            "due_on": soon(60),
            "evidence": "Brief",
        }
        actions.write_part(plan, by=lead, part="milestones", rows=[milestone])
        money = {"text": "Telefonie", "year": soon().year, "amount_eur": 12_000}
        actions.write_part(
            plan,
            by=lead,
            part="budget_lines",
            rows=[{**money, "funding_source": "Verzekeraar", "partner": insurer}],
        )
        actions.write_part(
            plan, by=lead, part="risks", rows=[{"text": "Ziekte", "measure": "Achterwacht", "owner": "T"}]
        )
        actions.write_part(plan, by=lead, part="roles", rows=[{"name": "Trekker", "who": "Trekker"}])
        asked = actions.ask_commitment(
            fresh(idea), by=lead, partner=hospital, kind="hours", amount=300, text="Een verpleegkundige"
        )
        with pytest.raises(Refused, match="Alleen"):
            actions.confirm_commitment(asked, by=lead)
    with looking(director):
        actions.confirm_commitment(asked, by=director)
    measure_plan(scene, idea)
    with looking(scene.lead) as lead:
        actions.freeze_plan(plan, by=lead)
        ready = checklist(fresh(idea), today=timezone.localdate())
    assert (ready.n_ready, ready.is_complete) == (ready.n, True)

    # P3: the group says yes, but the decision counts only when the partners whose means it uses consent.
    start = group.propose(idea, "p3", "start")
    decided = group.decide(start, "ffffx")
    assert decided.is_provisional
    assert fresh(idea).stage == Stage.PREPARATION
    for person in (director, funder):
        with looking(person):
            (request,) = ConsentRequest.objects.filter(
                decision=start, partner__in=[hospital if person == director else insurer]
            ).select_related("partner", "network", "decision__network")
            for one in became_valid(governance.give_consent(request, by=person)):
                actions.settle(one, by=person)

    # It starts, with a pilot; and the story tells who, what, why and when.
    started = fresh(idea)
    assert (started.stage, started.started_on) == (Stage.PILOT, timezone.localdate())
    with looking(scene.submitter) as reader:
        story = queries.story(reader, started)
        changes = queries.changes_since(reader, scene.network, began)
        steps = [
            str(move) for move in StageMove.objects.filter(initiative=started).order_by("decision__number")
        ]
        assert Entry.objects.filter(about_id=str(started.pk)).count() > 20
    assert story[0].title == f"{scene.body} besluit: het gaat van start"
    assert story[-1].title == "Idee ingediend, namens Ziekenhuis"
    assert changes[0].after == "Proef"
    assert steps == [
        "submitted → screening", "screening → exploration", "exploration → preparation", "preparation → pilot",
    ]  # fmt: skip


def test_the_same_idea_does_not_start_when_the_mandate_ended(scene):
    group = Group(scene)
    with looking(scene.submitter) as person:
        idea = actions.submit_idea(scene.network, by=person, once_token=uuid4(), answers=ANSWERS)
    with looking(scene.manager) as manager:
        actions.screen(idea, by=manager, theme=scene.theme, body=scene.body)
    reject = group.propose(idea, "p1", "reject", public_reason="Het loopt al elders.")
    with as_platform(scene.network):
        scene.body.mandates.exclude(delegated_to="manager").update(valid_until=timezone.localdate())
    decided = group.decide(reject, "fffff")
    assert decided.is_provisional
    assert "gold niet meer" in decided.judgement.proof("mandate").words
    assert fresh(idea).stage == Stage.SCREENING
    with looking(scene.submitter) as person:
        assert queries.story(person, fresh(idea))[0].title == f"Besluit {decided.number} onder voorbehoud"
