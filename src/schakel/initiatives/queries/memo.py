"""The cover memo with which an initiative goes to its body at a gate."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from schakel.documents.paper import Heading, Text, WordPart
from schakel.initiatives.gates import checklist
from schakel.initiatives.models import Initiative
from schakel.initiatives.queries.detail import detail
from schakel.initiatives.queries.paper_assessment import assessment_parts
from schakel.initiatives.queries.paper_money import money_parts
from schakel.initiatives.queries.papers import (
    Papers,
    lacking_parts,
    mandate_parts,
    missing,
    proposal_words,
    risk_parts,
)
from schakel.initiatives.queries.planning import plan_of
from schakel.initiatives.rules import Gate
from schakel.people.models import Person
from schakel.web.formats import dutch_date

#: At these gates nobody wrote a plan yet.
BEFORE_A_PLAN = frozenset({Gate.P0, Gate.P1, Gate.P2})


def cover_memo(person: Person, initiative: Initiative, today: date) -> Papers[WordPart] | None:
    """What is asked, why, money, risk, what lacks still and the mandate; None when no gate comes next.

    At the gate after screening what the raters found, and no empty headings for what only a plan tells.
    At most thirty-five database queries, however many risks and partners there are; ten more after screening.
    """
    known = checklist(initiative, today=today)
    if known is None:
        return None
    waiting = detail(person, initiative).waiting_decision
    plan = plan_of(person, initiative)
    explored = initiative.explorations.order_by("-attempt").first()
    parts: list[WordPart] = [
        Heading(_("Gevraagd besluit")),
        Text(known.question),
        Text(proposal_words(waiting)),
        Heading(_("Waarom")),
        Text(initiative.problem or missing()),
        Text(initiative.proposal or missing()),
    ]
    if explored and explored.findings:
        parts.append(Text(explored.findings))
    if explored and explored.advice:
        parts.append(Text(_("Advies: %(advice)s") % {"advice": explored.advice}))
    has_money = plan is not None or known.gate not in BEFORE_A_PLAN
    if not has_money:
        parts.append(Text(_("Geld, risico’s en communicatie komen in het plan, na deze poort.")))
    if known.gate == Gate.P1:
        parts += assessment_parts(person, initiative, today)
    if has_money:
        parts += [
            Heading(_("Geld")),
            *money_parts(person, initiative, plan),
            Heading(_("Risico’s")),
            *risk_parts(plan),
            Heading(_("Communicatie")),
            Text((plan.plan.communication if plan else "") or missing()),
        ]
    parts += [
        Heading(_("Wat nog ontbreekt")),
        *lacking_parts(known),
        Heading(_("Mandaat")),
        *mandate_parts(initiative, known.gate, plan, today),
    ]
    facts = {
        "number": initiative.number,
        "gate": Gate(known.gate).label,
        "body": initiative.body or _("nog geen groep"),
        "day": dutch_date(today),
    }
    return Papers(
        title=_("Oplegnotitie %(title)s") % {"title": initiative.title},
        subtitle=_("%(number)s, poort %(gate)s, voor %(body)s, stand op %(day)s") % facts,
        gate=known.gate,
        decision=waiting,
        parts=parts,
    )
