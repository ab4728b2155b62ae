"""Proposals, votes, consents and conditions: how an initiative moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from schakel.demo import content
from schakel.demo.clock import clock_at
from schakel.demo.content import Entry, Facts
from schakel.demo.deeds.book import deed
from schakel.demo.founding import grant
from schakel.demo.world import World, key_of
from schakel.governance import actions as governance
from schakel.governance.models import Condition, ConsentRequest, Decision
from schakel.governance.queries import became_valid
from schakel.governance.rules import CHOICES_OF, Choice, NewCondition, SeatVote
from schakel.initiatives import actions
from schakel.initiatives.actions import ProposedTerms
from schakel.measuring.actions import work_out
from schakel.measuring.models import Series

CHOICES = {
    "voor": Choice.FOR,
    "tegen": Choice.AGAINST,
    "onthouding": Choice.ABSTAIN,
    "bezwaar": Choice.OBJECTION,
}
ABOUT_MANDATES = "mandate"


@deed("dossier")
def dossier(world: World, entry: Entry) -> None:
    """Who works on it makes the dossier for the next gate, with its charts drawn; the worker sets it as a PDF."""
    initiative = world.initiative(entry.initiative)
    for measure in initiative.measures.filter(series__readings__is_stale=True):
        work_out(Series.objects.named().get(pk=measure.series_id))
    actions.make_dossier(initiative, by=world.person(entry.by))


@deed("propose")
def propose(world: World, entry: Entry) -> None:
    """Who is named, else the secretary, puts a gate on the agenda of a meeting."""
    told = entry.facts
    meeting = world.meetings[told["meeting"]]
    body = meeting.body.slug
    world.decisions[_key(entry)] = actions.propose(
        world.initiative(entry.initiative),
        by=world.person(told["by"]) if "by" in told else world.secretary(body),
        gate=told["gate"],
        verdict=told["verdict"],
        terms=_terms(world, told),
        body=world.bodies[body],
        meeting=meeting,
        reason=told.get("proposal", ""),
    )


@deed("propose_topic")
def propose_topic(world: World, entry: Entry) -> None:
    """A theme group is asked to name a topic itself."""
    told = entry.facts
    world.decisions[_key(entry)] = actions.name_topic(
        world.bodies[told["body"]],
        by=world.secretary(told["body"]),
        title=told["title"],
        problem=told["problem"],
        theme=world.themes[told["theme"]],
        explorer=world.person(told["explorer"]),
        due_on=world.day(told["due"]),
        hours_cap=told["hours_cap"],
        meeting=world.meetings[told["meeting"]],
    )


@deed("decide")
def decide(world: World, entry: Entry) -> None:
    """The body decides in its meeting; the secretary writes it down and what follows from it happens."""
    vote_and_close(world, world.decisions[_key(entry)], entry.facts)
    _remember_conditions(world, entry)


@deed("name_topic")
def name_topic(world: World, entry: Entry) -> None:
    """The body names a topic; the exploration begins at once."""
    decision = vote_and_close(world, world.decisions[_key(entry)], entry.facts)
    by = world.secretary(key_of(decision.body))
    initiative = actions.settle(decision, by=by)
    assert initiative is not None, "a decision that names a topic makes an initiative of it"
    world.initiatives[entry.initiative] = initiative.pk
    actions.choose_partners(
        initiative,
        by=by,
        partners=dict.fromkeys(world.some_partners(entry.facts["partners"]), "participant"),
    )
    actions.choose_areas(initiative, by=by, areas=world.some_areas(entry.facts["areas"]))


@deed("consent")
def consent(world: World, entry: Entry) -> None:
    """Representatives give the consent of their own partner; with the last one the decision counts."""
    decision = world.decisions[_key(entry)]
    for number, (partner, person) in enumerate(entry.facts["consents"].items()):
        requests = ConsentRequest.objects.of(world.network).filter(
            decision=decision, partner=world.partners[partner]
        )
        if not requests:
            raise ValueError(f"{partner} is niet om akkoord gevraagd")
        for request in requests:
            with clock_at(timezone.now() + timedelta(minutes=20 * number)), world.acting(person) as by:
                settle_all(governance.give_consent(request, by=by), world, person)


@deed("meet_condition")
def meet_condition(world: World, entry: Entry) -> None:
    """What a decision asked for is done."""
    condition = world.conditions[entry.initiative, entry.facts["condition"]]
    governance.meet_condition(
        Condition.objects.of(world.network).get(pk=condition.pk),
        by=world.person(entry.by),
        note=entry.facts["note"],
    )


@deed("open_network_decision")
def open_network_decision(world: World, entry: Entry) -> None:
    """A proposal about the network itself: for a meeting, or in writing."""
    told = entry.facts
    written = told.get("written")
    world.decisions[told["key"]] = governance.open_decision(
        world.bodies[told["body"]],
        by=world.secretary(told["body"]),
        type=told["type"],
        title=told["title"],
        proposal=told["proposal"],
        meeting=None if written else world.meetings[told["meeting"]],
        closes_at=world.calendar.moment(written["closes"]) if written else None,
    )


@deed("vote_in_writing")
def vote_in_writing(world: World, entry: Entry) -> None:
    """Seat holders vote themselves in a written procedure; who says nothing has not voted."""
    told = entry.facts
    body = told["body"]
    for seat, (choice, *reason) in told["votes"].items():
        with world.acting(world.holders[body, seat]) as by:
            governance.cast_vote(
                world.decisions[told["key"]],
                by=by,
                seat=world.seats[body, seat],
                choice=CHOICES[choice],
                reason=" ".join(reason),
            )


@deed("take_network_decision")
def take_network_decision(world: World, entry: Entry) -> None:
    """The platform decides about the network; a decision about mandates grants them."""
    told = entry.facts
    decision = vote_and_close(world, world.decisions[told["key"]], told)
    world.decisions[told["key"]] = decision
    if told["type"] == ABOUT_MANDATES:
        for body in content.linde("bodies")["bodies"]:
            for mandate in body["mandates"]:
                if mandate.get("decided_in") == told["key"]:
                    grant(world, body["key"], mandate)


def vote_and_close(
    world: World, decision: Decision, told: Facts, *, conditions: Sequence[NewCondition] = ()
) -> Decision:
    """Write down the votes of everyone present, close, and let what follows happen."""
    decision = Decision.objects.of(world.network).get(pk=decision.pk)
    body = key_of(decision.body)
    by = world.secretary(body)
    governance.record_votes(
        decision, by=by, votes=_votes(world, decision, told), verdict=told.get("verdict", "")
    )
    closed = governance.close_decision(
        decision,
        by=by,
        reason=told["reason"],
        public_reason=told.get("public_reason", ""),
        conditions=conditions,
    )
    settle_all(closed, world, world.secretaries[body])
    return closed


def settle_all(decision: Decision, world: World, person: str) -> None:
    """Do what a decision that became valid brings about."""
    for valid in became_valid(decision):
        actions.settle(valid, by=world.person(person))


def _votes(world: World, decision: Decision, told: Facts) -> list[SeatVote]:
    """Everyone present is in favour, unless the diary says otherwise; who has an interest does not vote."""
    assert decision.meeting is not None, "votes are written down in a meeting"
    body = key_of(decision.body)
    said, recused = told.get("votes", {}), told.get("recused", {})
    there = decision.meeting.attendances.filter(is_present=True, seat__is_voting=True)
    people = {row.seat_id: row.person_id for row in there}
    votes = []
    for key, seat in world.seats_of(body).items():
        if seat.pk not in people:
            continue
        if key in recused:
            votes.append(SeatVote(seat.pk, reason=recused[key], person_id=people[seat.pk], is_recused=True))
            continue
        choice, *reason = said.get(key, ["voor"])
        if CHOICES[choice] not in CHOICES_OF[decision.method]:
            raise ValueError(f"{choice} kan niet bij {decision.method}")
        votes.append(SeatVote(seat.pk, CHOICES[choice], " ".join(reason), people[seat.pk]))
    return votes


def _terms(world: World, told: Facts) -> ProposedTerms:
    return ProposedTerms(
        wake_on=world.day(told["wake_on"]) if "wake_on" in told else None,
        public_reason=told.get("public_reason", ""),
        explorer=world.person(told["explorer"]) if "explorer" in told else None,
        due_on=world.day(told["due"]) if "due" in told else None,
        hours_cap=told.get("hours_cap"),
        lead=world.person(told["lead"]) if "lead" in told else None,
        commissioner=told.get("commissioner", ""),
        phase=told.get("phase"),
        funding_line=world.funding_lines.get(told.get("funding_line", "")),
        conditions=new_conditions(world, told),
    )


def new_conditions(world: World, told: Facts) -> tuple[NewCondition, ...]:
    """What a decision asks for afterwards: of which partner, and by when."""
    return tuple(
        NewCondition(
            text=one["text"], due_on=world.day(one["due"]), owner_partner=world.partners[one["partner"]]
        )
        for one in told.get("conditions", ())
    )


def _remember_conditions(world: World, entry: Entry) -> None:
    decision = world.decisions[_key(entry)]
    rows = {row.text: row for row in Condition.objects.of(world.network).filter(decision=decision)}
    for one in entry.facts.get("conditions", ()):
        world.conditions[entry.initiative, one["key"]] = rows[one["text"]]


def _key(entry: Entry) -> str:
    return f"{entry.initiative}/{entry.facts.get('gate', 'p1')}"
