"""A state machine that drives the real actions on PostgreSQL, with an oracle in plain Python beside it.

The oracle knows nothing of the code: it keeps its own list of mandates, votes, recusals and consents, decides by the
text of the domain which decisions are valid, and says where every initiative must stand. After each step the database
is compared with it. ``test_state_machine.py`` runs it on the real code, ``test_mutants.py`` on code with one fault.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import time_machine
from django.db import DatabaseError, transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from schakel.governance import actions as governance
from schakel.governance.models import Decision, Mandate, Vote
from schakel.governance.permissions import forget_standing
from schakel.governance.rules import NewCondition, SeatVote
from schakel.initiatives import actions, queries
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.gates import checklist
from schakel.initiatives.models import Initiative
from schakel.web.refusal import Refused
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    Scene,
    answers_for,
    confirm_all,
    freeze,
    fresh,
    full_plan,
    invite,
    make_idea,
    make_initiative,
    make_scene,
    propose,
    settle,
    take_in,
)

#: In the future, because PostgreSQL keeps the real time and refuses a context that has expired.
START = datetime(2041, 3, 4, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
SEATS = 3
#: Where a verdict leads, written down from the domain text and not taken from the code.
LEADS_TO = {
    ("p1", "explore"): "exploration",
    ("p1", "park"): "parked",
    ("p1", "reject"): "rejected",
    ("p2", "park"): "parked",
    ("p2", "stop"): "stopped",
    ("p3", "start"): "pilot",
    ("p3", "park"): "parked",
    ("p3", "stop"): "stopped",
    ("px", "resume"): "back",
    ("px", "uphold"): "screening",
}
#: Without findings and advice P2 can only stop or wait; that is enough to look for moves that should not be.
CHOICES = {
    "screening": [("p1", "explore"), ("p1", "park"), ("p1", "reject")],
    "exploration": [("p2", "park"), ("p2", "stop")],
    "preparation": [("p3", "start"), ("p3", "park"), ("p3", "stop")],
    "parked": [("px", "resume")],
    "rejected": [("px", "uphold")],
}


@dataclass
class Period:
    """One mandate of the group as the oracle knows it."""

    from_on: date
    until_on: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it covers a day; the last day is not included."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


@dataclass
class Case:
    """A decision as the oracle knows it."""

    initiative: UUID
    gate: str
    verdict: str
    day: date
    letters: str = ""
    mandate_held: bool = False
    needs: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    condition_due: date | None = None
    #: Taken back while it did not count, or left behind when another decision moved the initiative.
    is_taken_back: bool = False

    @property
    def status(self) -> str:
        """What the decision is worth: the four questions of the domain, in its own words."""
        if self.is_taken_back:
            return "withdrawn"
        if not self.letters:
            return "open"
        there = [letter for letter in self.letters if letter not in "rx"]
        filled = [letter for letter in self.letters if letter != "r"]
        if there.count("f") <= there.count("a"):
            return "not_carried"
        has_quorum = len(there) > len(filled) / 2
        has_consents = not self.refused and self.needs <= self.given
        return "valid" if has_quorum and self.mandate_held and has_consents else "provisional"


@dataclass
class World:
    """What every example starts from; made once, because each example is rolled back."""

    scene: Scene
    idea: Initiative
    rated: Initiative
    planned: Initiative


def make_world() -> World:
    """A group with weighed criteria, an idea, one that is being rated, and one whose plan is frozen."""
    with time_machine.travel(START, tick=False):
        scene = make_scene(n_seats=SEATS, criteria="weighed")
        with as_platform(scene.network):
            scene.criteria.criteria.update(weight=50)
        planned = make_initiative(scene, "preparation")
        full_plan(scene, planned)
        confirm_all(scene, planned)
        freeze(scene, planned)
        rated = make_idea(scene, answers={"title": "Samen rijden naar de dagbehandeling"})
        take_in(scene, rated)
        invite(scene, rated)
        idea = make_idea(scene, answers={"title": "Een wandelgroep na de revalidatie"})
        return World(scene, fresh(idea), fresh(rated), fresh(planned))


class GateMachine(RuleBasedStateMachine):
    """People try everything, in any order; nothing moves without a valid decision."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.clock = time_machine.travel(START, tick=False)
        self.traveller = self.clock.start()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        self.scene = self.world.scene
        self.stage = {
            self.world.idea.pk: "submitted",
            self.world.rated.pk: "screening",
            self.world.planned.pk: "preparation",
        }
        self.left = dict(self.stage)
        self.wakes: dict[UUID, date] = {}
        self.cases: dict[UUID, Case] = {}
        self.mandates = [Period(date(2020, 1, 1))]
        self.aside: set[int] = set()
        self.scored: set[int] = set()
        self.met: set[UUID] = set()

    def teardown(self) -> None:
        """Roll everything back and let time be."""
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)
        self.clock.stop()
        for person in [*self.scene.group.people, self.scene.group.secretary, self.scene.manager]:
            forget_standing(person)

    @property
    def today(self) -> date:
        """The day on the clock of the machine."""
        return timezone.localdate()

    # --- What people do --------------------------------------------------------------------------------------------

    @rule(days=st.sampled_from([1, 7, 40]))
    def days_pass(self, days: int) -> None:
        """Time goes on; nothing moves by itself."""
        self.traveller.shift(timedelta(days=days))

    @precondition(lambda self: self.stage[self.world.idea.pk] == "submitted")
    @rule()
    def take_in_the_idea(self) -> None:
        """The manager decides under the delegated mandate of P0."""
        take_in(self.scene, self.world.idea)
        self._moves(self.world.idea.pk, "screening")

    @rule(who=st.integers(0, SEATS - 1), score=st.integers(1, 5))
    def rate(self, who: int, score: int) -> None:
        """Somebody of the group gives a score, or is refused."""
        person = self.scene.group.people[who]
        try:
            with looking(person):
                actions.assess(
                    fresh(self.world.rated), by=person, answers=answers_for(self.scene.criteria, score=score)
                )
        except Refused:
            assert who in self.aside or self.stage[self.world.rated.pk] != "screening"
            return
        assert who not in self.aside, "somebody who stood aside gave a score"
        self.scored.add(who)

    @rule(who=st.integers(0, SEATS - 1))
    def stand_aside(self, who: int) -> None:
        """Somebody of the group is involved in the idea that is being rated."""
        person = self.scene.group.people[who]
        try:
            with looking(person):
                actions.recuse(fresh(self.world.rated), by=person, reason="Het is ons eigen idee.")
        except Refused:
            return
        self.aside.add(who)
        self.scored.discard(who)

    @rule(
        which=st.sampled_from(["rated", "planned"]),
        choice=st.integers(0, 2),
        with_condition=st.booleans(),
        forgets_reason=st.sampled_from([False, False, False, True]),
    )
    def bring_before_the_group(
        self, which: str, choice: int, with_condition: bool, forgets_reason: bool
    ) -> None:
        """The secretary proposes something that fits the stage."""
        initiative = getattr(self.world, which)
        offered = CHOICES.get(self.stage[initiative.pk], [])
        if choice >= len(offered):
            return
        gate, verdict = offered[choice]
        due = self.today + timedelta(days=5) if with_condition else None
        conditions = (NewCondition("Regel een vaste vervanger.", due, owner_name="Trekker"),) if due else ()
        terms = ProposedTerms(
            wake_on=self.today + timedelta(days=30),
            public_reason="" if forgets_reason else "Dit past nu niet bij wat wij samen doen.",
            explorer=self.scene.lead,
            due_on=self.today + timedelta(days=60),
            lead=self.scene.lead,
            commissioner="Themagroep",
            phase=1,
            conditions=conditions,
        )
        try:
            decision = propose(self.scene, initiative, gate, verdict, terms=terms)
        except Refused:
            return
        assert not (forgets_reason and verdict in {"park", "reject", "stop"}), "nobody will read why"
        # Only a start uses money and people of partners; to stop or to wait nobody has to consent.
        needs = {"Ziekenhuis", "Verzekeraar"} if verdict == "start" else set()
        self.cases[decision.pk] = Case(
            initiative.pk, gate, verdict, self.today, needs=needs, condition_due=due
        )

    @precondition(lambda self: any(case.status == "open" for case in self.cases.values()))
    @rule(letters=st.text("ffaorx", min_size=SEATS, max_size=SEATS))
    def decide(self, letters: str) -> None:
        """The secretary records who was there and what they said, and closes; on the day of the meeting or later."""
        pk, case = next((pk, case) for pk, case in self.cases.items() if case.status == "open")
        if case.initiative == self.world.rated.pk:
            letters = "".join("r" if who in self.aside else letter for who, letter in enumerate(letters))
        group, secretary = self.scene.group, self.scene.group.secretary
        with looking(secretary):
            decision = Decision.objects.get(pk=pk)
            governance.record_attendance(decision.meeting, by=secretary, present=group.present(letters))
            votes = [
                SeatVote(vote.seat_id) if letter == "x" else vote
                for letter, vote in zip(letters, self._votes(letters), strict=True)
            ]
            governance.record_votes(
                decision, by=secretary, votes=[vote for vote in votes if vote.choice or vote.is_recused]
            )
            governance.close_decision(decision, by=secretary, reason="Besproken.")
        case.letters = letters
        case.mandate_held = any(mandate.holds(case.day) for mandate in self.mandates)
        self._settle(pk)

    def _votes(self, letters: str) -> list[SeatVote]:
        words = {"f": "for", "a": "against", "o": "abstain"}
        return [
            SeatVote(seat.pk, reason="Het gaat om ons.", is_recused=True)
            if letter == "r"
            else SeatVote(seat.pk, words.get(letter, ""))
            for seat, letter in zip(self.scene.group.seats, letters, strict=True)
        ]

    def _settle(self, pk: UUID) -> None:
        """Let the decision have its effect, in the code and in the oracle."""
        case = self.cases[pk]
        settle(self.scene, Decision(pk=pk))
        if case.status == "valid":
            self._moves(case.initiative, LEADS_TO[case.gate, case.verdict])

    def _moves(self, pk: UUID, stage: str) -> None:
        before = self.stage[pk]
        self.stage[pk] = self.left[pk] if stage == "back" else stage
        self.left[pk] = before
        for one in self.cases.values():
            one.is_taken_back |= one.initiative == pk and one.status == "provisional"
        if stage == "parked":
            [case] = [
                one
                for one in self.cases.values()
                if one.initiative == pk and one.verdict == "park" and one.day
            ][-1:]
            self.wakes[pk] = case.day + timedelta(days=30)
        else:
            self.wakes.pop(pk, None)

    @precondition(
        lambda self: any(case.needs and case.status == "provisional" for case in self.cases.values())
    )
    @rule(partner=st.integers(0, 2), says_yes=st.sampled_from([True, True, False]))
    def answer_for_a_partner(self, partner: int, says_yes: bool) -> None:
        """A director says yes or no for the own organisation."""
        pk, case = next(one for one in self.cases.items() if one[1].needs and one[1].status == "provisional")
        director, name = self.scene.directors[partner], self.scene.partners[partner].name
        with as_platform(self.scene.network):
            request = (
                Decision.objects.get(pk=pk)
                .consents.select_related("partner", "network", "decision__network")
                .filter(partner=self.scene.partners[partner])
                .first()
            )
        if request is None:
            assert name not in case.needs
            return
        try:
            with looking(director):
                if says_yes:
                    governance.give_consent(request, by=director)
                else:
                    governance.refuse_consent(request, by=director, reason="Wij hebben de mensen niet.")
        except Refused:
            return
        (case.given if says_yes else case.refused).add(name)
        (case.refused if says_yes else case.given).discard(name)
        self._settle(pk)

    @precondition(lambda self: any(case.status == "provisional" for case in self.cases.values()))
    @rule()
    def take_back_what_does_not_count(self) -> None:
        """The secretary takes back the oldest decision that does not count yet; what counts nobody takes back."""
        for pk, case in self.cases.items():
            if case.status == "provisional":
                with looking(self.scene.group.secretary) as secretary:
                    governance.withdraw_decision(
                        Decision.objects.get(pk=pk), by=secretary, reason="Het lukt niet."
                    )
                case.is_taken_back = True
                settle(self.scene, Decision(pk=pk))
                return

    @precondition(lambda self: any(mandate.until_on is None for mandate in self.mandates))
    @rule(days=st.integers(0, 2))
    def end_the_mandate(self, days: int) -> None:
        """The mandate of the group ends at the start of some day, today included; it held for a day at least."""
        until_on = self.today + timedelta(days=days)
        with as_platform(self.scene.network):
            Mandate.objects.filter(
                body=self.scene.body, delegated_to="", valid_until=None, valid_from__lt=until_on
            ).update(valid_until=until_on)
        for mandate in self.mandates:
            if mandate.from_on < until_on:
                mandate.until_on = mandate.until_on or until_on

    @precondition(lambda self: all(mandate.until_on is not None for mandate in self.mandates))
    @rule()
    def grant_a_mandate(self) -> None:
        """The group gets a mandate again, from today; it never helps a decision of an earlier day."""
        with as_platform(self.scene.network):
            Mandate.objects.create(
                network=self.scene.network,
                body=self.scene.body,
                decision_types=["p1", "p2", "p3", "px"],
                consents=["partners_in_plan", "funder"],
                valid_from=self.today,
                note="Opnieuw.",
            )
        self.mandates.append(Period(self.today))

    # --- What must never work --------------------------------------------------------------------------------------

    @rule(
        which=st.sampled_from(["idea", "rated", "planned"]),
        stage=st.sampled_from(["pilot", "exploration", "stopped"]),
    )
    def go_round_the_actions(self, which: str, stage: str) -> None:
        """Plain SQL as the runtime role: the database itself refuses."""
        initiative = getattr(self.world, which)
        if self.stage[initiative.pk] == stage:
            return
        try:
            with as_platform(self.scene.network):
                Initiative.objects.filter(pk=initiative.pk).update(stage=stage, public_reason="Zomaar.")
        except DatabaseError:
            return
        raise AssertionError("a stage changed without any decision")

    @precondition(lambda self: bool(self.cases))
    @rule()
    def settle_everything_again(self) -> None:
        """Whatever was decided, it has its effect once and no other effect."""
        for pk in self.cases:
            settle(self.scene, Decision(pk=pk))

    # --- What must always be true -----------------------------------------------------------------------------------

    @invariant()
    def every_decision_is_worth_what_the_domain_says(self) -> None:
        """Invariants 2 and 3: mandate on the day, quorum without recused, method, consents."""
        with as_platform(self.scene.network):
            found = {one.pk: one.status for one in Decision.objects.filter(pk__in=self.cases)}
            spoken = set(
                Vote.objects.filter(decision__in=self.cases)
                .exclude(choice="")
                .values_list("decision_id", "seat_id")
            )
        for pk, case in self.cases.items():
            # Who stands aside after a decision was taken leaves the vote of that day as it was.
            for seat, letter in zip(self.scene.group.seats, case.letters, strict=False):
                assert letter != "r" or (pk, seat.pk) not in spoken, "somebody who stood aside voted"
        assert found == {pk: case.status for pk, case in self.cases.items()}

    @invariant()
    def every_initiative_stands_where_valid_decisions_brought_it(self) -> None:
        """Invariants 1 and 10, and the moves are told with their decision."""
        with as_platform(self.scene.network):
            for one in Initiative.objects.filter(pk__in=self.stage).select_related("moved_by"):
                assert one.stage == self.stage[one.pk], (
                    f"{one.title} is {one.stage}, not {self.stage[one.pk]}"
                )
                if one.stage != "submitted":
                    assert one.moved_by is not None
                    assert one.moved_by.status == "valid"
                if one.stage in {"rejected", "stopped"}:
                    assert one.public_reason

    @invariant()
    def scores_stay_hidden_until_all_are_in(self) -> None:
        """Invariant 4: who has not scored yet sees no score of another before the last day has passed."""
        if self.stage[self.world.rated.pk] != "screening":
            return
        person = self.scene.group.people[0]
        waiting = set(range(SEATS)) - self.scored - self.aside
        with looking(person):
            seen = queries.round_of(person, fresh(self.world.rated), self.today)
        assert seen.due_on is not None
        if waiting and self.today <= seen.due_on:
            assert all(not row.answers for row in seen.rows), "a score is shown too early"
            assert seen.total is None
        elif self.scored and not waiting:
            assert any(row.answers for row in seen.rows), "scores stay hidden although all are in"

    @invariant()
    def who_waits_comes_back_on_the_agenda(self) -> None:
        """Invariants 9 and 13: parked wakes on its day, and a late condition asks for attention."""
        with as_platform(self.scene.network):
            due = queries.due_for_body(self.scene.body, self.today)
            on_agenda = {item.initiative.pk for item in due if item.kind == "parked"}
            late = {item.condition.decision_id for item in due if item.condition is not None}
            for pk, stage in self.stage.items():
                under_way = any(
                    case.initiative == pk and case.status in {"open", "provisional"}
                    for case in self.cases.values()
                )
                if stage == "parked" and not under_way:
                    assert (pk in on_agenda) == (self.wakes[pk] <= self.today)
                expected = {
                    one
                    for one, case in self.cases.items()
                    if case.initiative == pk
                    and case.status == "valid"
                    and case.condition_due is not None
                    and case.condition_due < self.today
                }
                assert expected <= late
                points = checklist(Initiative.objects.get(pk=pk), today=self.today)
                if expected and points is not None:
                    assert points.is_amber, "a missed condition does not show at the gate"
