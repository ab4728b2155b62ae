"""A second walk over the real actions: how a group comes to a decision, and who mends one that does not count yet.

In meetings and in writing, by every way of deciding, with a deputy, a free seat and people who stand aside; up to a
ceiling, under mandates that come and go; laid before the group above, or ratified by a group with the mandate. The
oracle (``deciding_oracle.py``) knows nothing of the code; after each step the database is compared with it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from schakel.governance import actions as governance
from schakel.governance.models import Body, ConsentRequest, Decision, Mandate, Vote
from schakel.governance.permissions import forget_standing
from schakel.governance.rules import AgendaKind, SeatVote
from schakel.initiatives import actions
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.models import Initiative
from schakel.overview.actions import deciding
from schakel.people.models import Person
from schakel.web.refusal import Refused
from tests.factories.governance import Group, as_platform, looking, make_mandate, make_meeting
from tests.factories.initiatives import fresh
from tests.initiatives.deciding_oracle import (
    ANSWERS,
    BOARD,
    CHOICES,
    GROUP,
    LEADS_TO,
    SISTER,
    Case,
    Grant,
    asks,
    can_go_up,
    fitting,
    hangs,
    lies,
    runs,
    waits,
)
from tests.initiatives.deciding_world import CONSENTS, PROPOSED, START, World, first_grants, what_seats_say

Made = TypeVar("Made")
WORDS = {"f": "for", "a": "against", "o": "abstain", "b": "objection"}


def there_is(fits: Callable[[Case], bool]) -> Any:
    """Take this step only when something fits, so that few steps are in vain."""
    return precondition(lambda machine: any(fits(case) for case in machine.cases.values()))


class DecidingMachine(RuleBasedStateMachine):
    """Groups decide in every way there is; only what the domain calls valid counts."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.clock = time_machine.travel(START, tick=False)
        self.traveller = self.clock.start()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        self.scene, self.groups = self.world.scene, self.world.groups
        self.stage = {self.world.idea.pk: "screening", self.world.planned.pk: "preparation"}
        self.left = dict(self.stage)
        self.charge = dict.fromkeys(self.stage, GROUP)
        self.method = dict.fromkeys(self.groups, "majority")
        self.cases: dict[UUID, Case] = {}
        self.done: set[UUID] = set()
        self.grants = first_grants()

    def teardown(self) -> None:
        """Roll everything back and let time be."""
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)
        self.clock.stop()
        seated = [one for group in self.groups.values() for one in [*group.people, group.secretary]]
        for person in [*seated, self.world.deputy, *self.scene.directors]:
            forget_standing(person)

    @property
    def today(self) -> date:
        """The day on the clock of the machine."""
        return timezone.localdate()

    def _try(self, person: Person, deed: Callable[[], Made], *, is_refused: bool) -> Made | None:
        """Do something as somebody: refused when the domain says so, and only then."""
        made = None
        try:
            with looking(person):
                made = deed()
        except Refused as refusal:
            if not is_refused:
                raise AssertionError("refused without need") from refusal
        assert (made is None) == is_refused, "the domain forbids this, and it was done"
        return made

    def _first(self, fits: Callable[[Case], bool]) -> tuple[UUID, Case]:
        return next((pk, case) for pk, case in self.cases.items() if fits(case))

    def _when(self, group: Group, *, in_writing: bool) -> dict[str, Any]:
        """A written round of three days, until five o'clock, or a meeting of today."""
        if in_writing:
            return {"closes_at": timezone.localtime().replace(hour=17) + timedelta(days=3)}
        return {"meeting": make_meeting(group)}

    def _moment(self, when: dict[str, Any]) -> dict[str, Any]:
        return {"closes_at": when.get("closes_at"), "held_on": self.today if "meeting" in when else None}

    # --- Proposals --------------------------------------------------------------------------------------------------

    @rule(days=st.sampled_from([1, 3, 7]))
    def days_pass(self, days: int) -> None:
        """Time goes on; nothing moves by itself."""
        self.traveller.shift(timedelta(days=days))

    @initialize(proposed=PROPOSED)
    def begin(self, proposed: dict[str, Any]) -> None:
        """Something lies before the theme group from the first day."""
        self.propose(proposed)

    @rule(proposed=PROPOSED)
    def propose(self, proposed: dict[str, Any]) -> None:
        """The secretary of the group in charge proposes something that fits the stage; one proposal lies there."""
        which, choice, in_writing = (proposed[name] for name in ("which", "choice", "in_writing"))
        pk = getattr(self.world, which).pk
        offered = CHOICES.get(self.stage[pk], [])
        if choice >= len(offered) or (offered[choice][1] == "escalate" and self.charge[pk] == BOARD):
            return
        gate, verdict = offered[choice]
        name = self.charge[pk]
        self._agree_on(name, proposed["method"])
        group = self.groups[name]
        when = self._when(group, in_writing=in_writing)
        terms = ProposedTerms(
            wake_on=self.today + timedelta(days=330), public_reason="Dit past nu niet bij wat wij samen doen."
        )
        deed = partial(
            actions.propose,
            fresh(getattr(self.world, which)),
            by=group.secretary,
            gate=gate,
            verdict=verdict,
            terms=terms,
            **when,
        )
        made = self._try(group.secretary, deed, is_refused=self._is_under_way(pk, gate))
        if made is not None:
            self.cases[made.pk] = Case(pk, gate, verdict, name, self.method[name], **self._moment(when))

    def _is_under_way(self, about: UUID, gate: str) -> bool:
        return any(
            case.is_under_way and case.about == about and case.gate == gate and case.ratifies is None
            for case in self.cases.values()
        )

    def _agree_on(self, name: str, method: str) -> None:
        """From now on a group decides in this way; what lies before it keeps the old one."""
        with as_platform(self.scene.network):
            Body.objects.filter(pk=self.groups[name].body.pk).update(method=method)
        self.method[name] = method

    @precondition(lambda self: len(self.grants) < 7)
    @rule(ceiling=st.sampled_from([20_000, 10_000]), names_chair=st.booleans())
    def move_the_ceiling(self, ceiling: int, names_chair: bool) -> None:
        """From tomorrow the theme group has another mandate to start something."""
        old = next(one for one in self.grants if one.gates == ("p3",) and one.until_on is None)
        tomorrow = self.today + timedelta(days=1)
        if old.from_on >= tomorrow:
            return
        with as_platform(self.scene.network):
            mandates = Mandate.objects.filter(body=self.scene.body, valid_until=None)
            mandates.filter(decision_types=["p3"]).update(valid_until=tomorrow)
        delegated_to = "chair" if names_chair else ""
        make_mandate(
            self.scene.body, "p3", consents=CONSENTS, ceiling_eur=ceiling, valid_from=tomorrow,
            delegated_to=delegated_to,
        )  # fmt: skip
        old.until_on = tomorrow
        self.grants.append(Grant(GROUP, ("p3",), tomorrow, ceiling=ceiling, names_chair=names_chair))

    @precondition(lambda self: len([one for one in self.grants if one.of == SISTER]) == 1)
    @rule()
    def give_the_other_group_a_mandate(self) -> None:
        """From today the other group may decide everything; it never helps a decision of an earlier day."""
        make_mandate(self.groups[SISTER].body, "p1", "p3", "px", consents=CONSENTS, valid_from=self.today)
        self.grants.append(Grant(SISTER, ("p1", "p3", "px"), self.today))

    # --- Voting -----------------------------------------------------------------------------------------------------

    @there_is(lies)
    @rule(letters=what_seats_say("ffffffaabosxr"), by_deputy=st.booleans())
    def hold_the_meeting(self, letters: str, by_deputy: bool) -> None:
        """The secretary records who was there and what they said, and closes; that day or later."""
        pk, case = self._first(lies)
        group = self.groups[case.group]
        letters = fitting(letters, case)[: len(group.seats)]
        people = list(group.people)
        if by_deputy and case.group == GROUP:
            people[1] = self.world.deputy
        present = {
            seat.pk: None if letter == "x" else person.pk
            for seat, person, letter in zip(group.seats, people, letters, strict=True)
        }
        votes = [
            SeatVote(seat.pk, reason="Het gaat om ons.", is_recused=True)
            if letter == "r"
            else SeatVote(seat.pk, WORDS[letter], "Het kan niet zo." if letter == "b" else "", person.pk)
            for seat, person, letter in zip(group.seats, people, letters, strict=True)
            if letter in "faobr"
        ]

        def deed() -> Decision:
            decision = Decision.objects.get(pk=pk)
            governance.record_attendance(decision.meeting, by=group.secretary, present=present)
            governance.record_votes(decision, by=group.secretary, votes=votes)
            return deciding.close_decision(decision, by=group.secretary, reason="Besproken.")

        case.aside = {n for n, letter in enumerate(letters) if letter == "r"}
        case.there = {n for n, letter in enumerate(letters) if letter != "x"}
        case.said = {n: letter for n, letter in enumerate(letters) if letter in "faob"}
        if self._try(group.secretary, deed, is_refused=not case.there or case.says_nothing) is not None:
            self._taken(pk, case.held_on)

    @there_is(runs)
    @rule(seat=st.integers(0, 3), by_deputy=st.booleans(), letter=st.sampled_from("fffaob"))
    def vote_in_writing(self, seat: int, by_deputy: bool, letter: str) -> None:
        """Somebody votes for the own seat; a deputy only as long as the member did not."""
        pk, case = self._first(runs)
        if seat >= len(self.groups[case.group].seats):
            return
        is_deputy = by_deputy and seat == 1 and case.group == GROUP
        person = self.world.deputy if is_deputy else self.groups[case.group].people[seat]
        row = self.groups[case.group].seats[seat]
        reason = "Het kan niet zo." if letter == "b" else ""

        def deed() -> Vote:
            decision = Decision.objects.get(pk=pk)
            return governance.cast_vote(decision, by=person, seat=row, choice=WORDS[letter], reason=reason)

        is_refused = (
            case.is_over(timezone.now())
            or seat in case.aside
            or letter not in ANSWERS[case.method]
            or (is_deputy and seat in case.said and seat not in case.by_deputy)
        )
        if self._try(person, deed, is_refused=is_refused) is not None:
            case.said[seat] = letter
            case.by_deputy = case.by_deputy | {seat} if is_deputy else case.by_deputy - {seat}

    @there_is(runs)
    @rule(letters=what_seats_say("fffffffaob-"))
    def everybody_votes(self, letters: str) -> None:
        """Each member votes, or keeps silent."""
        for seat, letter in enumerate(letters):
            if letter != "-":
                self.vote_in_writing(seat=seat, by_deputy=False, letter=letter)

    @there_is(runs)
    @rule(seat=st.integers(0, 3))
    def stand_aside_in_writing(self, seat: int) -> None:
        """Somebody is involved and says so; what was said for the seat counts no more."""
        pk, case = self._first(runs)
        if seat >= len(self.groups[case.group].seats):
            return
        person, row = self.groups[case.group].people[seat], self.groups[case.group].seats[seat]

        def deed() -> object:
            decision = Decision.objects.get(pk=pk)
            return governance.recuse(row, by=person, reason="Het gaat om ons.", decision=decision)

        is_refused = case.is_over(timezone.now()) or seat in case.aside
        if self._try(person, deed, is_refused=is_refused) is not None:
            case.aside.add(seat)
            case.said.pop(seat, None)

    @there_is(runs)
    @rule(days=st.sampled_from([0, 4]))
    def count_what_was_written(self, days: int) -> None:
        """The secretary closes a written round, now or later: not before its time, unless everybody spoke."""
        self.traveller.shift(timedelta(days=days))
        pk, case = self._first(runs)
        assert case.closes_at is not None
        secretary, now = self.groups[case.group].secretary, timezone.now()

        def deed() -> Decision:
            return deciding.close_decision(Decision.objects.get(pk=pk), by=secretary, reason="Geteld.")

        if self._try(secretary, deed, is_refused=not case.may_be_counted(now)) is not None:
            self._taken(pk, timezone.localdate(case.closes_at) if case.is_over(now) else self.today)

    def _taken(self, pk: UUID, day: date | None) -> None:
        """Judge the decision on its own day, in the oracle."""
        assert day is not None
        case = self.cases[pk]
        case.taken_on = day
        leans_on = [
            one
            for one in self.grants
            if one.of == case.group
            and one.covers(case, day, method=case.method)
            # Who ratifies had the mandate when the first was decided.
            and (case.ratifies is None or one.from_on <= (self.cases[case.ratifies].taken_on or day))
        ]
        case.has_mandate = bool(leans_on)
        self._counts(pk)

    def _counts(self, pk: UUID) -> None:
        """What a decision that counts brings about, once: where the initiative goes, or that another counts too."""
        case = self.cases[pk]
        if case.status != "valid" or pk in self.done:
            return
        self.done.add(pk)
        if case.ratifies is not None:
            if self.cases[case.ratifies].status == "provisional":
                self.cases[case.ratifies].is_ratified = True
                self._counts(case.ratifies)
        elif case.verdict == "escalate":
            self.charge[case.about] = BOARD
        else:
            before, to = self.stage[case.about], LEADS_TO[case.verdict]
            self.stage[case.about] = self.left[case.about] if to == "back" else to
            self.left[case.about] = before

    # --- What does not count yet, and who mends it ------------------------------------------------------------------

    @there_is(asks)
    @rule(partner=st.sampled_from([0, 2, 1]), says_yes=st.sampled_from([True, True, True, False]))
    def answer_for_a_partner(self, partner: int, says_yes: bool) -> None:
        """A director says yes or no for the own organisation."""
        pk, case = self._first(asks)
        director, asked = self.scene.directors[partner], self.scene.partners[partner]
        with as_platform(self.scene.network):
            request = (
                ConsentRequest.objects.select_related("partner", "network", "decision__network")
                .filter(decision=pk, partner=asked)
                .first()
            )
        if request is None:
            assert asked.name not in case.needs
            return
        deed = partial(
            deciding.answer_consent, request, by=director, is_given=says_yes, reason="Zo is het besproken."
        )
        if self._try(director, deed, is_refused=asked.name in case.given) is not None:
            (case.given if says_yes else case.refused).add(asked.name)
            (case.refused if says_yes else case.given).discard(asked.name)
            self._counts(pk)

    @there_is(hangs)
    @rule(name=st.sampled_from([BOARD, BOARD, SISTER]), in_writing=st.booleans())
    def ask_to_ratify(self, name: str, in_writing: bool) -> None:
        """A group is asked to ratify what does not count yet; only one that had the mandate on that day can."""
        pk, case = self._first(hangs)
        group = self.groups[name]
        when = self._when(group, in_writing=in_writing)
        on = timezone.localdate(when["closes_at"]) if in_writing else self.today

        def deed() -> Decision:
            decision, body = Decision.objects.get(pk=pk), Body.objects.get(pk=group.body.pk)
            return governance.ratify(decision, by=group.secretary, body=body, **when)

        is_refused = name == case.group or self._is_asked(pk) or not self._could_ratify(case, name, on)
        made = self._try(group.secretary, deed, is_refused=is_refused)
        if made is not None:
            self._add_ratification(made, pk, name, **self._moment(when))

    def _is_asked(self, pk: UUID) -> bool:
        return any(one.ratifies == pk and one.status == "open" for one in self.cases.values())

    def _could_ratify(self, case: Case, name: str, on: date) -> bool:
        day = case.taken_on
        assert day is not None
        return any(one.of == name and one.covers(case, on) and one.from_on <= day for one in self.grants)

    def _add_ratification(self, made: Decision, of: UUID, name: str, **moment: Any) -> None:
        first = self.cases[of]
        self.cases[made.pk] = Case(
            first.about, first.gate, "ratify", name, self.method[name],
            ratifies=of, asked=first.amount, **moment,
        )  # fmt: skip

    @there_is(can_go_up)
    @rule(in_earnest=st.sampled_from([False, False, True]), name=st.sampled_from([BOARD, BOARD, SISTER]))
    def lay_before_another(self, in_earnest: bool, name: str) -> None:
        """A secretary brings what is open, or cannot be decided by her group, before the board or the group beside."""
        pk, case = self._first(can_go_up)
        if name == case.group or (case.status == "open" and not in_earnest):
            return  # most of what lies before a group is decided there
        secretary, status = self.groups[case.group].secretary, case.status

        def deed() -> Decision:
            decision, body = Decision.objects.get(pk=pk), Body.objects.get(pk=self.groups[name].body.pk)
            return actions.bring_before(decision, by=secretary, reason="Dit gaat verder.", body=body)

        asks_to_ratify = pk if status == "provisional" else case.ratifies
        made = self._try(secretary, deed, is_refused=self._why_not_up(pk, case, asks_to_ratify, name))
        if made is None:
            return
        if status == "open":
            case.is_taken_back = True
        if asks_to_ratify is not None:
            self._add_ratification(made, asks_to_ratify, name)
        else:
            self.cases[made.pk] = Case(case.about, case.gate, case.verdict, name, self.method[name])

    def _why_not_up(self, pk: UUID, case: Case, asks_to_ratify: UUID | None, name: str) -> bool:
        """Whether a group cannot be asked: it took this itself, has no mandate, or it is asked or settled already."""
        if case.status == "provisional":
            return self._is_asked(pk) or not self._could_ratify(case, name, self.today)
        if asks_to_ratify is not None:
            first = self.cases[asks_to_ratify]
            asked = [one for one in self.cases.values() if one.ratifies == asks_to_ratify and one is not case]
            return (
                first.status != "provisional"
                or first.group == name
                or not self._could_ratify(first, name, self.today)
                or any(one.status == "open" for one in asked)
            )
        if case.status == "not_carried":
            stands_there = (case.gate, case.verdict) in CHOICES.get(self.stage[case.about], [])
            return self._is_under_way(case.about, case.gate) or not stands_there
        return False

    @there_is(waits)
    @rule(in_writing=st.booleans())
    def give_it_a_moment(self, in_writing: bool) -> None:
        """What was laid before a group comes on its agenda, or is voted on in writing."""
        pk, case = self._first(waits)
        group = self.groups[case.group]
        when = self._when(group, in_writing=in_writing)

        def deed() -> object:
            decision = Decision.objects.get(pk=pk)
            if in_writing:
                return governance.put_in_writing(decision, by=group.secretary, **when)
            kind, title = AgendaKind.DECISION, decision.title
            return governance.add_agenda_item(
                group.body, by=group.secretary, kind=kind, title=title, decision=decision, **when
            )

        self._try(group.secretary, deed, is_refused=False)
        case.closes_at, case.held_on = self._moment(when).values()

    @there_is(hangs)
    @rule()
    def take_back(self) -> None:
        """The secretary takes back the oldest that does not count yet, unless another group is asked about it."""
        pk, case = self._first(hangs)
        secretary = self.groups[case.group].secretary

        def deed() -> Decision:
            return deciding.withdraw_decision(Decision.objects.get(pk=pk), by=secretary, reason="Toch niet.")

        if self._try(secretary, deed, is_refused=self._is_asked(pk)) is not None:
            case.is_taken_back = True

    # --- What must always be true -----------------------------------------------------------------------------------

    @invariant()
    def every_decision_is_worth_what_the_domain_says(self) -> None:
        """Mandate and ceiling on the day, quorum, the way of deciding, consents, and ratification."""
        with as_platform(self.scene.network):
            found = {one.pk: one.status for one in Decision.objects.filter(pk__in=self.cases)}
            said = {
                (vote.decision_id, vote.seat_id): (vote.choice, vote.is_deputy)
                for vote in Vote.objects.filter(decision__in=[*self.cases], decision__closes_at__isnull=False)
            }
        for pk, case in self.cases.items():
            assert found.get(pk) == case.status, f"a decision is {found.get(pk)}, not {case.status}"
        written = {
            (pk, self.groups[case.group].seats[n].pk): (WORDS[letter], n in case.by_deputy)
            for pk, case in self.cases.items()
            if case.closes_at
            for n, letter in case.said.items()
        }
        assert said == written, "other votes are written down than were cast"

    @invariant()
    def every_initiative_stands_where_valid_decisions_brought_it(self) -> None:
        """No stage and no group in charge changes without a valid decision."""
        with as_platform(self.scene.network):
            for one in Initiative.objects.filter(pk__in=self.stage).select_related("moved_by"):
                stands, group = self.stage[one.pk], self.groups[self.charge[one.pk]]
                assert one.stage == stands, f"{one.title} is {one.stage}, not {stands}"
                assert one.body_id == group.body.pk, f"{one.title} is with another group"
                assert one.moved_by is not None
                assert one.moved_by.status == "valid"
