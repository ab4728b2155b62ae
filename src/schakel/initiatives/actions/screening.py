"""Rating an initiative by the criteria of the network: inviting, answering, standing aside, confirming."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.governance import actions as governance
from schakel.governance.models import Seat
from schakel.governance.permissions import standing
from schakel.initiatives.actions.announcing import announce_scoring
from schakel.initiatives.actions.keeping import kept, locked, needed, tell
from schakel.initiatives.gates import Evidence, facts_of
from schakel.initiatives.models import Answer, Assessment, Initiative, Invitation
from schakel.initiatives.permissions import (
    why_not_confirm_criteria,
    why_not_invite,
    why_not_rate_at_all,
    why_not_recuse,
    why_not_score,
)
from schakel.initiatives.queries.raters import rater_seats
from schakel.initiatives.rules import ANSWER_WORKDAYS, SYSTEM_RULES, Moment, answer_problems
from schakel.journal.actions import record
from schakel.methods.workdays import add_workdays
from schakel.web.formats import dutch_date
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.people.models import Person


@transaction.atomic
def invite_raters(
    initiative: Initiative,
    *,
    by: Person | None,
    due_on: date | None = None,
    seat_ids: Iterable[UUID] | None = None,
) -> list[Invitation]:
    """Ask the people on the voting seats of the body to rate it, or those on some seats; authors are left out.

    Who is away on the last day is replaced by the deputy; one seat, one rater.
    """
    initiative = locked(initiative)
    allow(why_not_invite(by, initiative))
    today = timezone.localdate()
    due_on = due_on or add_workdays(today, ANSWER_WORKDAYS)
    if due_on <= today:
        raise Refused(_("Kies een dag na vandaag."))
    evidence = Evidence(initiative, today=today)
    if evidence.criteria_set is None:
        raise Refused(_("Dit netwerk heeft nog geen criteria. De netwerkmanager legt ze vast."))
    invited = {invitation.rater_id for invitation in evidence.invitations}
    seats = rater_seats(initiative, today, due_on, invited=evidence.invitations, seat_ids=seat_ids)
    asked = [
        one
        for one in seats
        if one.person.pk not in invited and why_not_rate_at_all(one.person, initiative) is None
    ]
    now = timezone.now()
    added = [
        Invitation.objects.create(
            network_id=initiative.network_id,
            initiative=initiative,
            criteria_set=evidence.criteria_set,
            rater=one.person,
            seat=one.seat,
            due_on=due_on,
            invited_at=now,
        )
        for one in asked
    ]
    if not added:
        raise Refused(
            _("Er is niemand meer om te vragen. Wie op een zetel zit is al gevraagd of diende dit idee in.")
        )
    tell(
        initiative,
        icon="score",
        by=by,
        title=ngettext("%(n)s beoordelaar gevraagd", "%(n)s beoordelaars gevraagd", len(added)) % {"n": len(added)},
        text=_("Antwoord vóór %(day)s, met %(criteria)s.") % {
            "day": dutch_date(due_on), "criteria": evidence.criteria_set
        },
    )  # fmt: skip
    announce_scoring(initiative, added, [one for one in asked if one.is_stand_in], by=by)
    record(by=by, verb="raters invited", about=initiative, data={"raters": [str(one.rater) for one in added]})
    return added


@transaction.atomic
def assess(
    initiative: Initiative, *, by: Person, answers: Mapping[UUID, Mapping[str, Any]], remark: str = ""
) -> Assessment:
    """Answer the criteria; a later change is a new version beside the first."""
    initiative = locked(initiative)
    allow(why_not_score(by, initiative))
    invitation = initiative.invitations.select_related("criteria_set").get(rater=by, moment=Moment.P1)
    return _write(
        initiative, by, Moment.P1, answers, remark, criteria_set=invitation.criteria_set, seat=invitation.seat
    )


@transaction.atomic
def record_confirmation(
    initiative: Initiative, *, by: Person, answers: Mapping[UUID, Mapping[str, Any]], remark: str = ""
) -> Assessment:
    """Write down how the body answers the criteria after the exploration; assignment or project needs it."""
    initiative = locked(initiative)
    allow(why_not_confirm_criteria(by, initiative))
    evidence = Evidence(initiative, today=timezone.localdate())
    if evidence.criteria_set is None:
        raise Refused(_("Dit netwerk heeft nog geen criteria. De netwerkmanager legt ze vast."))
    given = _write(initiative, by, Moment.P2, answers, remark, criteria_set=evidence.criteria_set, seat=None)
    tell(
        initiative,
        icon="ready",
        by=by,
        title=_("%(body)s bevestigde de criteria") % {"body": initiative.body},
        text=given.remark,
    )
    return given


def _write(
    initiative: Initiative,
    by: Person,
    moment: str,
    answers: Mapping[UUID, Mapping[str, Any]],
    remark: str,
    *,
    criteria_set: Any,
    seat: Seat | None,
) -> Assessment:
    """Keep a full set of answers as the next version of this person."""
    facts = facts_of(criteria_set.criteria.all(), criteria_set.kind)
    problems = answer_problems(facts, answers)
    if problems:
        code, reason = next(iter(problems.items()))
        raise Refused(reason if code == "*" else f"{code}: {reason}")
    before = initiative.assessments.filter(moment=moment, rater=by).count()
    given = Assessment.objects.create(
        network_id=initiative.network_id,
        initiative=initiative,
        criteria_set=criteria_set,
        moment=moment,
        rater=by,
        seat=seat,
        version=before + 1,
        submitted_at=timezone.now(),
        remark=kept(remark),
    )
    rows = []
    for criterion in facts:
        if criterion.rule in SYSTEM_RULES:
            continue
        answer = answers[criterion.id]
        rows.append(
            Answer(
                network_id=initiative.network_id,
                assessment=given,
                criterion_id=criterion.id,
                value="" if criterion.takes_score else answer["value"],
                score=answer["score"] if criterion.takes_score else None,
                reason=kept(answer.get("reason"), longest=4000),
            )
        )
    Answer.objects.bulk_create(rows)
    record(by=by, verb="assessed", about=initiative, data={"moment": moment, "version": given.version})
    return given


@transaction.atomic
def recuse(initiative: Initiative, *, by: Person, reason: str) -> Assessment:
    """Stand aside because of an own interest: this person neither rates, votes nor counts, and the reason is kept."""
    initiative = locked(initiative)
    allow(why_not_recuse(by, initiative))
    reason = needed(reason, _("Schrijf op waarom u betrokken bent."), longest=2000)
    invitation = initiative.invitations.get(rater=by, moment=Moment.P1)
    before = initiative.assessments.filter(moment=Moment.P1, rater=by).count()
    aside = Assessment.objects.create(
        network_id=initiative.network_id,
        initiative=initiative,
        criteria_set_id=invitation.criteria_set_id,
        moment=Moment.P1,
        rater=by,
        seat_id=invitation.seat_id,
        version=before + 1,
        submitted_at=timezone.now(),
        is_recused=True,
        recusal_reason=reason,
    )
    mine = [
        seat.seat_id for seat in standing(by, initiative.network).seats if seat.body_id == initiative.body_id
    ]
    for seat in (
        Seat.objects.of(initiative.network).filter(pk__in=mine).select_related("body__network", "network")
    ):
        governance.recuse(seat, by=by, reason=reason, subject_id=initiative.pk)
    tell(
        initiative, icon="recused", by=by, text=reason,
        title=_("%(who)s beoordeelt en stemt niet mee: betrokken") % {"who": by.name},
    )  # fmt: skip
    record(by=by, verb="stood aside", about=initiative, reason=reason)
    return aside
