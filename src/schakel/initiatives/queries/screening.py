"""Rating: the round of one initiative, my own tasks, and the board of a group. Hidden scores stay hidden here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from schakel.governance.models import Body, Decision
from schakel.initiatives.gates import Evidence, facts_of, latest
from schakel.initiatives.models import Answer, Assessment, Initiative, Invitation
from schakel.initiatives.queries.cards import decision_words, waiting_decisions
from schakel.initiatives.rules import (
    SYSTEM_RULES,
    Moment,
    RaterState,
    Stage,
    SystemAnswer,
    Tally,
    at_least_two_partners,
    counting,
    scores_are_open,
    tally_of_scores,
    tally_of_words,
    weighed_total,
)
from schakel.network.models import CriteriaSet, Criterion, Network
from schakel.network.rules import CriteriaKind
from schakel.people.models import Person

#: What a row of the board shows of an initiative; its long texts stay where they are.
ON_THE_BOARD = (
    "network_id",
    "number",
    "title",
    "stage",
    "stage_due_on",
    "theme__name",
    "body__name",
    "partner__name",
)


@dataclass(frozen=True)
class GivenAnswer:
    """What one person answered on one criterion."""

    name: str
    value: str
    value_label: str
    score: int | None
    reason: str


@dataclass(frozen=True)
class CriterionRow:
    """One criterion of a round: my answer, what the system found, and what others answered when that is open."""

    criterion: Criterion
    takes_score: bool
    mine: Answer | None
    system: SystemAnswer | None
    tally: Tally | None
    answers: Sequence[GivenAnswer]
    confirmed: Answer | None = None


@dataclass(frozen=True)
class RaterRow:
    """How far one rater is: waiting, done or recused."""

    name: str
    seat: str
    state: str
    due_on: date
    reason: str = ""
    rater_id: UUID | None = None


@dataclass(frozen=True)
class Round:
    """The rating of one initiative, as this person may see it."""

    initiative: Initiative
    criteria_set: CriteriaSet | None
    rows: Sequence[CriterionRow]
    raters: Sequence[RaterRow]
    n_done: int
    n_raters: int
    mine: Assessment | None
    is_open: bool
    why_hidden: str
    total: float | None
    due_on: date | None


def is_hidden(criteria_set: CriteriaSet | None, raters: Sequence[RaterState], today: date) -> bool:
    """Whether the answers of others are still hidden: only in a weighed set, until all are in or the day has passed."""
    is_weighed = criteria_set is not None and criteria_set.kind == CriteriaKind.WEIGHED
    return is_weighed and not scores_are_open(raters, today=today)


def round_of(person: Person, initiative: Initiative, today: date) -> Round:
    """The rating of one initiative at screening. At most nine database queries, however many people rate."""
    evidence = Evidence(initiative, today=today)
    raters = evidence.raters
    hidden = is_hidden(evidence.criteria_set, raters, today)
    mine, confirmed = evidence.given.get(person.pk), evidence.confirmation
    counted = [one for one in evidence.given.values() if not one.is_recused]
    answers: dict[UUID, list[tuple[Assessment, Answer]]] = defaultdict(list)
    for one in counted:
        for answer in one.answers.all():
            answers[answer.criterion_id].append((one, answer))
    after = {answer.criterion_id: answer for answer in confirmed.answers.all()} if confirmed else {}
    my_answers = {answer.criterion_id: answer for answer in mine.answers.all()} if mine else {}
    rows = []
    for criterion, facts in zip(evidence.criteria, evidence.criterion_facts, strict=True):
        others = [] if hidden else answers[criterion.pk]
        rows.append(
            CriterionRow(
                criterion=criterion,
                takes_score=facts.takes_score,
                mine=my_answers.get(criterion.pk),
                system=evidence.system_answers.get(criterion.rule),
                tally=None if hidden else _tally([answer for _one, answer in others], facts.takes_score),
                answers=[_given(one, answer) for one, answer in others],
                confirmed=after.get(criterion.pk),
            )
        )
    counting_raters = counting(raters)
    return Round(
        initiative=initiative,
        criteria_set=evidence.criteria_set,
        rows=rows,
        raters=_rater_rows(evidence),
        n_done=sum(rater.is_done for rater in counting_raters),
        n_raters=len(counting_raters),
        mine=mine,
        is_open=not hidden,
        why_hidden=_why_hidden(counting_raters) if hidden else "",
        total=None if hidden else _total(rows),
        due_on=max((rater.due_on for rater in raters), default=None),
    )


def _why_hidden(raters: Sequence[RaterState]) -> str:
    done = sum(rater.is_done for rater in raters)
    return _("De scores zijn zichtbaar als iedereen klaar is. Nu zijn %(done)s van %(all)s klaar.") % {
        "done": done,
        "all": len(raters),
    }


def _given(assessment: Assessment, answer: Answer) -> GivenAnswer:
    return GivenAnswer(
        name=assessment.rater.name,
        value=answer.value,
        value_label=str(answer.get_value_display()),
        score=answer.score,
        reason=answer.reason,
    )


def _tally(answers: Sequence[Answer] | Sequence[_Said], takes_score: bool) -> Tally:
    if takes_score:
        return tally_of_scores([answer.score for answer in answers if answer.score is not None])
    return tally_of_words([answer.value for answer in answers])


def _total(rows: Sequence[CriterionRow]) -> float | None:
    weighed = [row for row in rows if row.takes_score]
    medians = {
        row.criterion.code: row.tally.median for row in weighed if row.tally and row.tally.median is not None
    }
    return weighed_total(medians, {row.criterion.code: float(row.criterion.weight or 0) for row in weighed})


def _rater_rows(evidence: Evidence) -> list[RaterRow]:
    rows = []
    for invitation in evidence.invitations:
        given = evidence.given.get(invitation.rater_id)
        state = "asked" if given is None else "recused" if given.is_recused else "ready"
        rows.append(
            RaterRow(
                name=invitation.rater.name,
                seat=invitation.seat.name if invitation.seat else "",
                state=state,
                due_on=invitation.due_on,
                reason=given.recusal_reason if given else "",
                rater_id=invitation.rater_id,
            )
        )
    return rows


@dataclass(frozen=True)
class ScoreTask:
    """One initiative that this person is asked to rate."""

    initiative: Initiative
    due_on: date
    is_done: bool
    is_recused: bool
    is_late: bool


def my_scoring(
    person: Person, network: Network, today: date, *, about: UUID | None = None
) -> list[ScoreTask]:
    """What this person is asked to rate now, what is open first; of all or of one. At most two database queries."""
    asked = (
        Invitation.objects.visible_to(person)
        .of(network)
        .filter(rater=person, moment=Moment.P1, initiative__stage=Stage.SCREENING)
        .select_related("initiative")
        .only("due_on", "initiative__number", "initiative__title")
        .order_by("due_on", "initiative__number")
    )
    if about is not None:
        asked = asked.filter(initiative=about)
    if not asked:
        return []
    given = Assessment.objects.visible_to(person).of(network).filter(rater=person, moment=Moment.P1)
    given = given.filter(initiative__in=[one.initiative_id for one in asked])
    newest: dict[UUID, bool] = dict(given.order_by("version").values_list("initiative_id", "is_recused"))
    tasks = [
        ScoreTask(
            initiative=one.initiative,
            due_on=one.due_on,
            is_done=one.initiative_id in newest,
            is_recused=newest.get(one.initiative_id, False),
            is_late=one.initiative_id not in newest and one.due_on < today,
        )
        for one in asked
    ]
    return sorted(tasks, key=lambda task: task.is_done)


@dataclass(frozen=True)
class BoardRow:
    """One initiative on the screening board. It helps to talk about it; it decides nothing."""

    initiative: Initiative
    kind: str
    n_done: int
    n_raters: int
    is_open: bool
    n_yes: int
    n_no: int
    n_not_yet: int
    total: float | None
    spread: int | None
    disagree: bool
    open_criteria: Sequence[str]
    system: Sequence[SystemAnswer]
    decision: str
    due_on: date | None
    is_late: bool


class _Said(NamedTuple):
    """What one rater said on one criterion: a word, or a score."""

    value: str
    score: int | None


def screening_board(
    person: Person, network: Network, today: date, body: Body | None = None
) -> list[BoardRow]:
    """What stands in screening, of one body or of all: answers, spread and disagreement. Eight database queries.

    Yes/no sets come in the order of their number; weighed ones, highest total first. Hidden scores are left out.
    """
    found = Initiative.objects.visible_to(person).of(network).in_stage(Stage.SCREENING)
    if body is not None:
        found = found.filter(body=body)
    shown = found.select_related("theme", "body", "partner").only(*ON_THE_BOARD)
    initiatives = list(shown.order_by("number"))
    ids = [one.pk for one in initiatives]
    asked: dict[UUID, list[Invitation]] = defaultdict(list)
    invitations = Invitation.objects.of(network).filter(initiative__in=ids, moment=Moment.P1)
    for invitation in invitations.only("initiative", "rater", "criteria_set", "due_on"):
        asked[invitation.initiative_id].append(invitation)
    sets = CriteriaSet.objects.of(network).prefetch_related("criteria")
    criteria_sets = sets.in_bulk({one[0].criteria_set_id for one in asked.values()})
    given: dict[UUID, list[Assessment]] = defaultdict(list)
    assessments = Assessment.objects.of(network).filter(initiative__in=ids, moment=Moment.P1)
    for assessment in assessments.only("initiative", "rater", "version", "is_recused"):
        given[assessment.initiative_id].append(assessment)
    newest = {pk: latest(given[pk]) for pk in ids}
    said = _said(network, [one for of_one in newest.values() for one in of_one.values()])
    names: dict[UUID, list[str]] = defaultdict(list)
    for one in initiatives:
        if one.partner:
            names[one.pk].append(one.partner.name)
    joins = found.filter(taking_part__isnull=False).values_list("pk", "taking_part__partner__name").order_by()
    for pk, name in joins:
        names[pk].append(name)
    waiting = waiting_decisions(network, ids)
    rows = [
        _board_row(
            one,
            asked[one.pk],
            criteria_sets[asked[one.pk][0].criteria_set_id] if asked[one.pk] else None,
            newest[one.pk],
            said[one.pk],
            names[one.pk],
            waiting.get(one.pk),
            today,
        )
        for one in initiatives
    ]
    return sorted(rows, key=lambda row: -(row.total or 0))


def _said(network: Network, assessments: Sequence[Assessment]) -> dict[UUID, dict[UUID, list[_Said]]]:
    """What those who count said, by initiative and criterion. One database query.

    A board reads over a thousand answers: as plain rows, for whole ones cost more than all else on the page.
    """
    said: dict[UUID, dict[UUID, list[_Said]]] = defaultdict(lambda: defaultdict(list))
    about = {one.pk: one.initiative_id for one in assessments if not one.is_recused}
    answers = Answer.objects.of(network).filter(assessment__in=about).order_by()
    for assessment, criterion, value, score in answers.values_list(
        "assessment_id", "criterion_id", "value", "score"
    ):
        said[about[assessment]][criterion].append(_Said(value, score))
    return said


def _board_row(
    initiative: Initiative,
    invitations: Sequence[Invitation],
    criteria_set: CriteriaSet | None,
    newest: Mapping[UUID, Assessment],
    said: Mapping[UUID, Sequence[_Said]],
    partners: Sequence[str],
    decision: Decision | None,
    today: date,
) -> BoardRow:
    raters = [
        RaterState(
            one.rater_id,
            one.due_on,
            is_done=one.rater_id in newest,
            is_recused=one.rater_id in newest and newest[one.rater_id].is_recused,
        )
        for one in invitations
    ]
    criteria = list(criteria_set.criteria.all()) if criteria_set else []
    hidden = is_hidden(criteria_set, raters, today)
    tallies = {} if hidden else _tallies(criteria, criteria_set, said)
    words = [tally for _criterion, tally in tallies.values() if tally.median is None]
    spreads = [tally.spread for _criterion, tally in tallies.values() if tally.spread is not None]
    count = counting(raters)
    weights = {c.code: float(c.weight or 0) for c, tally in tallies.values() if tally.median is not None}
    medians = {c.code: tally.median for c, tally in tallies.values() if tally.median is not None}
    return BoardRow(
        initiative=initiative,
        kind=criteria_set.kind if criteria_set else "",
        n_done=sum(rater.is_done for rater in count),
        n_raters=len(count),
        is_open=not hidden,
        n_yes=sum(tally.n_yes for tally in words),
        n_no=sum(tally.n_no for tally in words),
        n_not_yet=sum(tally.n_not_yet for tally in words),
        total=weighed_total(medians, weights),
        spread=max(spreads, default=None),
        disagree=any(tally.disagree for _criterion, tally in tallies.values()),
        open_criteria=[c.text for c, tally in tallies.values() if tally.n_no or tally.n_not_yet],
        system=[at_least_two_partners(partners)] if any(c.rule in SYSTEM_RULES for c in criteria) else [],
        decision=decision_words(decision, today) if decision else "",
        due_on=initiative.stage_due_on,
        is_late=initiative.stage_due_on is not None and initiative.stage_due_on < today,
    )


def _tallies(
    criteria: Sequence[Criterion], criteria_set: CriteriaSet | None, said: Mapping[UUID, Sequence[_Said]]
) -> dict[UUID, tuple[Criterion, Tally]]:
    """The tally of every criterion that people answer."""
    kind = criteria_set.kind if criteria_set else ""
    return {
        criterion.pk: (criterion, _tally(said.get(criterion.pk, ()), facts.takes_score))
        for criterion, facts in zip(criteria, facts_of(criteria, kind), strict=True)
        if facts.rule not in SYSTEM_RULES
    }
