"""An initiative on one page of A4: what, why, where it stands, who takes part, what it costs, what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from schakel.documents.paper import Facts, Heading, Points, Text, WordPart
from schakel.governance.models import Decision
from schakel.governance.rules import DecisionStatus
from schakel.initiatives.gates import Point, checklist
from schakel.initiatives.models import Initiative, InitiativePartner, PlanGoal
from schakel.initiatives.queries.detail import Detail, detail
from schakel.initiatives.queries.papers import missing
from schakel.initiatives.queries.planning import plan_of
from schakel.people.models import Person
from schakel.web.formats import dutch_date, euro

#: So many decisions, goals and points stand on one page, and twice as many partners.
MOST = 6
#: So many words of each text on a screen, which prints as small as it must, and on paper; so long is a line there.
MOST_WORDS, WORDS_ON_PAPER, LINE_ON_PAPER = 90, 55, 160


@dataclass(frozen=True)
class Summary:
    """What fits on the page; the rest is on the pages of the initiative."""

    initiative: Initiative
    detail: Detail
    amount: str
    goals: Sequence[PlanGoal]
    decisions: Sequence[Decision]
    partners: Sequence[InitiativePartner]
    lacking: Sequence[Point]
    gate: str

    @property
    def texts(self) -> list[tuple[str, str]]:
        """The problem, the proposal and what it brings, each no longer than fits on a screen."""
        return self.first_words(MOST_WORDS)

    def first_words(self, most: int) -> list[tuple[str, str]]:
        """The problem, the proposal and what it brings: so many words of each."""
        known = self.initiative
        texts = [
            (_("Probleem"), known.problem),
            (_("Voorstel"), known.proposal),
            (_("Levert op"), known.benefit),
        ]
        return [(label, Truncator(text).words(most, truncate=" …")) for label, text in texts if text]


def summary_of(
    person: Person, initiative: Initiative, today: date, *, known: Detail | None = None
) -> Summary:
    """What stands on the page; known: its head, where that was read already. At most thirty database queries."""
    known = known or detail(person, initiative)
    plan = plan_of(person, initiative)
    ahead = checklist(initiative, today=today)
    return Summary(
        initiative=initiative,
        detail=known,
        amount=euro(plan.amount_eur) if plan and plan.amount_eur else "",
        goals=plan.parts["goals"][:MOST] if plan else [],
        decisions=[one for one in known.decisions if one.status != DecisionStatus.OPEN][:MOST],
        partners=known.partners[: MOST * 2],
        lacking=[point for point in (ahead.points if ahead else ()) if not point.is_ready][:MOST],
        gate=ahead.gate if ahead else "",
    )


def summary_parts(known: Summary) -> list[WordPart]:
    """The same on paper. No database query."""
    parts: list[WordPart] = [Facts(_facts(known)), Heading(_("Waar het om gaat"))]
    parts += [Text(f"{label}: {text}") for label, text in known.first_words(WORDS_ON_PAPER)] or [
        Text(missing())
    ]
    listed = [
        (_("Doelen"), [_goal(one) for one in known.goals]),
        (_("Besluiten"), [_decided(one) for one in known.decisions]),
        (
            _("Wie doen mee"),
            [", ".join(f"{one.partner.name} ({one.get_part_display()})" for one in known.partners)]
            if known.partners
            else [],
        ),
        (
            _("Wat nog ontbreekt voor de volgende poort"),
            [one.on_one_line for one in known.lacking],
        ),
    ]
    for title, points in listed:
        lines = [Truncator(one).chars(LINE_ON_PAPER) for one in points] if len(points) > 1 else points
        if lines:
            parts += [Heading(title), Points(lines) if len(lines) > 1 else Text(lines[0])]
    return parts


def _facts(known: Summary) -> list[tuple[str, str]]:
    idea = known.initiative
    facts = [
        (_("Stand"), str(idea.public_label)),
        (_("Groep"), idea.body.name if idea.body else ""),
        (_("Thema"), idea.theme.name if idea.theme else ""),
        (_("Trekker"), idea.lead.name if idea.lead else ""),
        (_("Kosten"), known.amount),
        (_("Begonnen"), known.detail.started_in_words),
        (_("Gebied"), ", ".join(known.detail.areas)),
    ]
    return [(label, value) for label, value in facts if value]


def _goal(one: PlanGoal) -> str:
    aim = f"{one.measure}: {one.target}" if one.measure and one.target else one.measure
    day = dutch_date(one.due_on) if one.due_on else ""
    told = ", ".join(words for words in (aim, day) if words)
    return f"{one.text} ({told})" if told else one.text


def _decided(one: Decision) -> str:
    told = ", ".join(words for words in (one.number, one.decided_in_words) if words)
    return f"{told}: {one.verdict_label or one.title}"
