"""A network with a theme group, partners and criteria, and initiatives brought to any stage by the real actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import Body, ConsentRequest, Decision
from schakel.governance.queries import became_valid
from schakel.governance.rules import BodyKind, DecisionType, Method
from schakel.initiatives import actions
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.models import Commitment, Exploration, Initiative, Measure, Plan
from schakel.initiatives.rules import Stage, newest_edition
from schakel.measuring import actions as measuring
from schakel.measuring.models import Series
from schakel.measuring.rules.periods import moved
from schakel.network.models import CriteriaSet, Network, Partner, Theme
from schakel.network.rules import OrganisationKind, Role
from schakel.people.models import Person
from tests.factories.governance import (
    Group,
    as_platform,
    decide,
    looking,
    make_body,
    make_group,
    make_mandate,
    make_meeting,
)
from tests.factories.measuring import make_indicator, make_series, of
from tests.factories.network import make_criteria, make_member, make_network, make_partner, make_theme

GATES = [
    DecisionType.P1,
    DecisionType.P2,
    DecisionType.P3,
    DecisionType.P4,
    DecisionType.P5,
    DecisionType.P6,
    DecisionType.PX,
]
ANSWERS = {
    "title": "Eén telefoonnummer na een beroerte",
    "problem": "Na ontslag weten mensen niet wie zij kunnen bellen.",
    "proposal": "Eén nummer met een verpleegkundige die hen kent.",
    "benefit": "Minder heropnames en minder zorgen thuis.",
    "who_joins": "Het ziekenhuis en de huisartsen.",
    "contact": "idee@voorbeeld.test",
}


@dataclass
class Scene:
    """A network in which an idea can become a project: its theme group, board, manager, partners and criteria."""

    group: Group
    board: Body
    manager: Person
    partners: list[Partner]
    directors: list[Person]
    theme: Theme
    criteria: CriteriaSet
    submitter: Person
    lead: Person
    decisions: list[Decision] = field(default_factory=list)

    @property
    def network(self) -> Network:
        """The network of it all."""
        return self.group.network

    @property
    def body(self) -> Body:
        """The theme group."""
        return self.group.body

    def director_of(self, partner: Partner) -> Person:
        """Who speaks for this partner."""
        return self.directors[self.partners.index(partner)]


def make_scene(
    *,
    n_seats: int = 3,
    criteria: str = "yes_no",
    consents: tuple[str, ...] = ("partners_in_plan", "funder"),
    **facts: Any,
) -> Scene:
    """A hospital, a GP group and an insurer with directors, one theme, and a theme group under a board."""
    network = make_network()
    board = make_body(network, "Bestuurlijk platform", kind=BodyKind.EXECUTIVE_BOARD)
    group = make_group(network, n=n_seats, method=Method.MAJORITY, parent=board, **facts)
    make_mandate(group.body, *GATES, consents=list(consents))
    for body in (group.body, board):
        make_mandate(body, DecisionType.P0, delegated_to="manager")
    partners = [
        make_partner(network, "ziekenhuis", name="Ziekenhuis", kind=OrganisationKind.HOSPITAL, position=1),
        make_partner(
            network, "huisartsen", name="Huisartsen", kind=OrganisationKind.PRIMARY_CARE_GROUP, position=2
        ),
        make_partner(network, "verzekeraar", name="Verzekeraar", kind=OrganisationKind.INSURER, position=3),
    ]
    directors = [
        make_member(network, Role.REPRESENTATIVE, partner=partner, name=f"Bestuurder {partner.name}")
        for partner in partners
    ]
    return Scene(
        group=group,
        board=board,
        manager=make_member(network, Role.MANAGER, name="Netwerkmanager"),
        partners=partners,
        directors=directors,
        theme=make_theme(network),
        criteria=make_criteria(network, kind=criteria),
        submitter=make_member(network, Role.PROFESSIONAL, name="Indiener"),
        lead=make_member(network, Role.PROFESSIONAL, name="Trekker"),
    )


def fresh(initiative: Initiative) -> Initiative:
    """The initiative as it is in the database now, seen by the platform."""
    with as_platform(initiative.network):
        return Initiative.objects.select_related(
            "network", "body", "theme", "lead", "explorer", "submitted_by"
        ).get(pk=initiative.pk)


def make_idea(
    scene: Scene,
    *,
    by: Person | None = None,
    answers: dict[str, str] | None = None,
    edition: int | None = None,
    **facts: Any,
) -> Initiative:
    """A submitted idea of the professional; one of an earlier edition of the gates began when that was the newest."""
    newest = patch(
        "schakel.initiatives.actions.ideas.newest_edition", return_value=edition or newest_edition()
    )
    with newest, looking(by or scene.submitter) as person:
        return actions.submit_idea(
            scene.network, by=person, once_token=uuid4(), answers={**ANSWERS, **(answers or {})}, **facts
        )


def take_in(scene: Scene, idea: Initiative) -> Initiative:
    """The manager takes the idea in."""
    with looking(scene.manager) as manager:
        return actions.screen(idea, by=manager, theme=scene.theme, body=scene.body)


def answers_for(criteria: CriteriaSet, *, value: str = "yes", score: int = 4) -> dict:
    """The same answer on every criterion that people answer."""
    given = {}
    with as_platform(criteria.network):
        rows = list(criteria.criteria.all())
    for criterion in rows:
        if criterion.rule:
            continue
        takes_score = criteria.kind == "weighed" and criterion.weight is not None
        given[criterion.pk] = {
            "value": "" if takes_score else value,
            "score": score if takes_score else None,
            "reason": "Dat blijkt uit het voorstel.",
        }
    return given


def invite(scene: Scene, idea: Initiative, **facts: Any) -> list:
    """The secretary asks the group to rate."""
    with looking(scene.group.secretary) as secretary:
        return actions.invite_raters(idea, by=secretary, **facts)


def rate(scene: Scene, idea: Initiative, *people: Person, value: str = "yes", score: int = 4) -> None:
    """These people, or the whole group, rate the idea the same."""
    for one in people or scene.group.people:
        with looking(one) as person:
            actions.assess(idea, by=person, answers=answers_for(scene.criteria, value=value, score=score))


def soon(days: int = 60) -> date:
    """A day to come."""
    return timezone.localdate() + timedelta(days=days)


def propose(scene: Scene, initiative: Initiative, gate: str, verdict: str, **facts: Any) -> Decision:
    """The secretary brings it before the group in a meeting of today."""
    terms = facts.pop("terms", None) or ProposedTerms(
        wake_on=soon(),
        public_reason="Dit past nu niet.",
        explorer=scene.lead,
        due_on=soon(),
        lead=scene.lead,
        commissioner="Themagroep",
        phase=1,
    )
    if "meeting" not in facts and "closes_at" not in facts:
        facts["meeting"] = make_meeting(scene.group)
    with looking(scene.group.secretary) as secretary:
        return actions.propose(
            fresh(initiative), by=secretary, gate=gate, verdict=verdict, terms=terms, **facts
        )


def settle(scene: Scene, decision: Decision) -> Initiative | None:
    """Let what became valid have its effect, as the page that closes a decision does."""
    with looking(scene.group.secretary) as secretary:
        decision = Decision.objects.get(pk=decision.pk)
        found = [actions.settle(one, by=secretary) for one in became_valid(decision) or [decision]]
        return found[0]


def decide_and_settle(scene: Scene, decision: Decision, letters: str = "", **facts: Any) -> Initiative | None:
    """The group decides, everybody for unless said, and the effect follows."""
    decided = decide(scene.group, decision, letters or "f" * len(scene.group.seats), **facts)
    scene.decisions.append(decided)
    return settle(scene, decided)


def through(scene: Scene, initiative: Initiative, gate: str, verdict: str, **facts: Any) -> Initiative:
    """Propose, decide and settle in one go."""
    decide_and_settle(scene, propose(scene, initiative, gate, verdict, **facts))
    return fresh(initiative)


def explored(scene: Scene, initiative: Initiative) -> Exploration:
    """Fill the exploration so that P2 has all it needs."""
    with looking(scene.lead) as lead:
        exploration = Exploration.objects.select_related("initiative__network", "network").get(
            initiative=initiative
        )
        actions.plan_exploration(exploration, by=lead, due_on=soon(), questions=["Hoe vaak gebeurt dit?"])
        actions.answer_question(exploration.questions.get(), by=lead, answer="Elke week.")
        actions.write_exploration(
            exploration,
            by=lead,
            findings="Het gebeurt elke week.",
            resident_voice="Inwoners willen één nummer.",
            embedding_sketch="Het nummer komt in de werkafspraak.",
            advice="Ga door.",
        )
        nothing = exploration.options.get()
        actions.write_options(
            exploration,
            by=lead,
            rows=[
                {"id": nothing.pk, "name": nothing.name, "pros": "Kost niets.", "cons": "Lost niets op."},
                {"name": "Eén nummer", "pros": "Duidelijk.", "cons": "Kost geld.", "is_advised": True},
            ],
        )
        actions.write_payer_effects(
            exploration, by=lead, rows=[{"law": "zvw", "pays": "De verzekeraar.", "gains": "De verzekeraar."}]
        )
    for partner in scene.partners[:2]:
        with looking(scene.director_of(partner)) as director:
            actions.give_view(
                exploration,
                by=director,
                partner=partner,
                interest="Minder telefoontjes.",
                worry="Genoeg mensen?",
                willingness="yes",
                contribution="Een verpleegkundige.",
            )
    with looking(scene.group.secretary) as secretary:
        actions.choose_partners(
            fresh(initiative), by=secretary, partners=dict.fromkeys(scene.partners[:2], "participant")
        )
        actions.record_confirmation(fresh(initiative), by=secretary, answers=answers_for(scene.criteria))
    return exploration


def full_plan(scene: Scene, initiative: Initiative, *, needs_pilot: bool = True) -> Plan:
    """Write a whole plan with one promise of hours by the hospital, money from the insurer, and freeze nothing yet."""
    with looking(scene.lead) as lead:
        plan = actions.begin_plan(fresh(initiative), by=lead)
        actions.write_plan(
            plan,
            by=lead,
            summary="Richt één nummer in.",
            result="Het nummer werkt.",
            communication="Een brief aan alle huisartsen.",
            low_literacy="Een kaart met plaatjes.",
            privacy_check="Geen gegevens van patiënten.",
            restricts_competition="no",
            needs_pilot=needs_pilot,
        )
        rows: dict[str, list[dict[str, Any]]] = {
            "goals": [
                {
                    "text": "Minder heropnames",
                    "measure": "%",
                    "target": "10",
                    "due_on": soon(),
                    "owner": "Trekker",
                }
            ],
            "activities": [{"text": "Nummer regelen", "owner": "Trekker"}],
            "milestones": [
                {
                    "text": "Nummer open",
                    "kind": "result",
                    "debtor": scene.partners[0],
                    "due_on": soon(),
                    "evidence": "Brief",
                }
            ],
            "budget_lines": [
                {
                    "text": "Telefonie",
                    "year": soon().year,
                    "amount_eur": Decimal("20000"),
                    "funding_source": "Verzekeraar",
                    "partner": scene.partners[2],
                }
            ],
            "risks": [{"text": "Te weinig mensen", "measure": "Werven", "owner": "Trekker"}],
            "roles": [{"name": "Trekker", "who": "Trekker"}],
        }
        for part, values in rows.items():
            actions.write_part(plan, by=lead, part=part, rows=values)
        actions.ask_commitment(
            fresh(initiative),
            by=lead,
            partner=scene.partners[0],
            kind="hours",
            amount=60,
            text="Een verpleegkundige",
        )
    now = fresh(initiative)
    if not now.is_light and now.gate_edition > 1:
        measure_plan(scene, initiative)
    return plan


#: What a plan of the factory follows: outcome, process and balance, each with its way to be better.
FOLLOWED = (
    ("outcome", "Heropnames", "lower"),
    ("process", "Gebeld na ontslag", "higher"),
    ("balancing", "Drukte in de wijk", "lower"),
)
#: So many months of the baseline, and so many since the start, up to and with last month.
N_BEFORE, N_AFTER = 12, 8


def measure_plan(scene: Scene, initiative: Initiative) -> list[Measure]:
    """Follow an outcome, a process and a balancing measure, the first and the last with a locked baseline."""
    measures = []
    for kind, name, direction in FOLLOWED:
        series = _followed_series(scene, kind, name, direction)
        with looking(scene.lead) as lead:
            measures.append(
                actions.follow_measure(fresh(initiative), by=lead, series=series, kind=kind, target=None)
            )
    with looking(scene.lead) as lead:
        actions.claim_effect(
            measures[0],
            by=lead,
            way="lower",
            threshold=Decimal(5),
            after_periods=6,
            why="Elders was het 8.",
        )
    return measures


def _followed_series(scene: Scene, kind: str, name: str, direction: str) -> Series:
    """The series behind one measure, with a year before the start; made once in a network."""
    with as_platform(scene.network):
        found = Series.objects.of(scene.network).named().filter(version__name=name).first()
        if found is not None:
            return found
        version = make_indicator(scene.network, name, kind=kind, direction=direction, target="10")
        series = make_series(scene.network, version, partner=scene.partners[0])
        if kind != "process":
            fill_months(series, [20 + at % 3 for at in range(N_BEFORE)], until=-N_AFTER - 1)
            on = [months_ago(N_AFTER + N_BEFORE), months_ago(N_AFTER + 1)]
            baseline = measuring.collect_baseline(series, by=None, from_on=on[0], last_on=on[1])
            measuring.lock_baseline(measuring.check_baseline(baseline, by=None), by=None)
        return series


def months_ago(n: int) -> date:
    """The first day of the month so many months back."""
    return moved("month", timezone.localdate().replace(day=1), -n)


def fill_months(series: Series, shares: Sequence[int], *, until: int = -1) -> None:
    """Shares in percents of a hundred people, month by month; the last one so many months from now."""
    filled = [
        measuring.Filled(series, months_ago(len(shares) - 1 - at - until), of(share, 100))
        for at, share in enumerate(shares)
    ]
    with as_platform(series.network):
        measuring.enter_values(filled, by=None)


def measured(scene: Scene, initiative: Initiative, *, balance: int = 21) -> Initiative:
    """Let a pilot have begun eight months ago, with better figures since, and have its promise judged."""
    with as_platform(scene.network):
        Initiative.objects.filter(pk=initiative.pk).update(started_on=months_ago(N_AFTER))
        for kind, name, _direction in FOLLOWED:
            series = Series.objects.of(scene.network).named().get(version__name=name)
            now = {"outcome": 11, "process": 60, "balancing": balance}[kind]
            fill_months(series, [now + at % 3 for at in range(N_AFTER)])
            if kind == "balancing":
                measuring.work_out(series)
        actions.judge_effects(scene.network, by=None, initiative=initiative.pk)
    return fresh(initiative)


def confirm_all(scene: Scene, initiative: Initiative) -> None:
    """Every partner says yes to what it was asked."""
    with as_platform(scene.network):
        asked = list(
            Commitment.objects.filter(initiative=initiative, status="asked").select_related("partner")
        )
    for one in asked:
        with looking(scene.director_of(one.partner)) as director:
            actions.confirm_commitment(one, by=director)


def freeze(scene: Scene, initiative: Initiative) -> Plan:
    """Freeze the version that is being written."""
    with looking(scene.lead) as lead:
        plan = Plan.objects.select_related("initiative__network", "network").get(
            initiative=initiative, is_frozen=False
        )
        return actions.freeze_plan(plan, by=lead)


def consent_all(scene: Scene, decision: Decision) -> None:
    """Every partner that is asked gives its consent, and what becomes valid has its effect."""
    with as_platform(scene.network):
        asked = list(
            ConsentRequest.objects.filter(decision=decision, state="asked", is_required=True).select_related(
                "partner", "network", "decision__network"
            )
        )
    for request in asked:
        with looking(scene.director_of(request.partner)) as director:
            consented = governance.give_consent(request, by=director)
            for one in became_valid(consented) or [consented]:
                actions.settle(one, by=director)


def make_initiative(
    scene: Scene, stage: str = Stage.SUBMITTED, *, kind: str = "project", **facts: Any
) -> Initiative:
    """An initiative brought to a stage by the real actions: submitted, screening, exploration, preparation or pilot."""
    idea = make_idea(scene, **facts)
    if stage == Stage.SUBMITTED:
        return idea
    take_in(scene, idea)
    if stage == Stage.SCREENING:
        return fresh(idea)
    invite(scene, idea)
    rate(scene, idea)
    through(scene, idea, "p1", "explore")
    if stage == Stage.EXPLORATION:
        return fresh(idea)
    explored(scene, idea)
    through(scene, idea, "p2", "prepare_project" if kind == "project" else "prepare_assignment")
    if stage == Stage.PREPARATION:
        return fresh(idea)
    full_plan(scene, idea)
    confirm_all(scene, idea)
    freeze(scene, idea)
    decision = propose(scene, idea, "p3", "start")
    decide_and_settle(scene, decision)
    consent_all(scene, decision)
    return fresh(idea)
