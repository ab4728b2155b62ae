"""What stands on the papers of an initiative: the cover memo and the dossier, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Literal, TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from schakel.documents.paper import Card, Check, Checks, Facts, Heading, Points, Table, Text, WordPart
from schakel.documents.paper import Part as DossierPart
from schakel.governance import queries as governance
from schakel.governance.models import Condition, Decision
from schakel.initiatives.gates import Checklist, State, checklist
from schakel.initiatives.models import Initiative
from schakel.initiatives.queries.detail import detail
from schakel.initiatives.queries.embedding import lessons
from schakel.initiatives.queries.exploration import exploration_of
from schakel.initiatives.queries.following import risks_of
from schakel.initiatives.queries.paper_measures import measured
from schakel.initiatives.queries.paper_money import money_parts
from schakel.initiatives.queries.paper_plan import promise_parts
from schakel.initiatives.queries.paper_reports import report_parts
from schakel.initiatives.queries.paper_surveys import said_by_people
from schakel.initiatives.queries.paper_value import worth_of
from schakel.initiatives.queries.planning import PlanPage, plan_of
from schakel.initiatives.rules import Gate
from schakel.measuring.queries import NO_FIGURES, PaperChart, Tally
from schakel.people.models import Person
from schakel.web.formats import dutch_date, euro

P = TypeVar("P", bound=DossierPart)
#: How a point of the checklist is shown on paper, by sign and word.
POINT_LOOKS: dict[str, Any] = {
    State.READY: "good",
    State.PARTLY: "open",
    State.NOT_BEGUN: "open",
    State.MISSING: "care",
}
#: So many lessons of the theme a board reads.
MOST_LESSONS = 5


@dataclass(frozen=True)
class Papers(Generic[P]):
    """A paper before it is kept or sent: title, the line under it, its parts, and the charts among them.

    aside: the figures about people that stand on it beside the charts.
    """

    title: str
    subtitle: str
    gate: str
    decision: Decision | None
    parts: Sequence[P]
    charts: Sequence[PaperChart] = ()
    aside: Tally = NO_FIGURES

    @property
    def coming(self) -> list[str]:
        """The charts that are not there yet."""
        return [one.name for one in self.charts if one.is_coming]

    @property
    def tally(self) -> Tally:
        """How many figures about people leave with it, for the register."""
        return Tally.of(shown for one in self.charts for shown in one.figures) + self.aside


def dossier(person: Person, initiative: Initiative, today: date) -> Papers[DossierPart] | None:
    """Everything a body needs to decide at the next gate, as it is today; None when no gate comes next.

    At most fifty-three database queries, however many partners, risks and conditions there are.
    """
    known = checklist(initiative, today=today)
    if known is None:
        return None
    waiting = detail(person, initiative).waiting_decision
    plan = plan_of(person, initiative)
    body = initiative.body
    measures = measured(person, initiative)
    said, worth = said_by_people(person, initiative), worth_of(person, initiative)
    parts: list[DossierPart] = [
        Card(_("Gevraagd besluit"), known.question, proposal_words(waiting)),
        Facts(_facts(initiative, known, plan, waiting)),
        Heading(_("Mandaat")),
        *mandate_parts(initiative, known.gate, plan, today),
        Heading(_("Waar het om gaat")),
        *_why(person, initiative),
        Heading(_("Het plan")),
        *_plan_parts(plan),
        Heading(_("Geld")),
        *money_parts(person, initiative, plan),
        Heading(_("Metingen")),
        *measures.told,
        *said.parts,
        *report_parts(person, initiative),
        Heading(_("Waarde")),
        *worth.parts,
        Heading(_("Wie doet mee")),
        *promise_parts(plan),
        Heading(_("Risico’s")),
        *(_running_risks(person, initiative) or risk_parts(plan)),
        Heading(_("Voorwaarden")),
        *_conditions(person, initiative, today),
        Heading(_("Hoe ver de voorbereiding is")),
        *_point_parts(known),
        Heading(_("Geleerd van eerdere initiatieven")),
        *_lesson_parts(person, initiative),
        *measures.behind,
    ]
    return Papers(
        title=_("Dossier %(title)s") % {"title": initiative.title},
        subtitle=_("%(gate)s, voor %(body)s, stand op %(day)s")
        % {"gate": Gate(known.gate).label, "body": body or _("nog geen groep"), "day": dutch_date(today)},
        gate=known.gate,
        decision=waiting,
        parts=parts,
        charts=measures.charts,
        aside=said.tally + worth.tally,
    )


def _facts(
    initiative: Initiative, known: Checklist, plan: PlanPage | None, waiting: Decision | None
) -> list[tuple[str, str]]:
    amount = waiting.amount_eur if waiting else None
    if not amount and plan and known.gate == Gate.P3:
        amount = plan.amount_eur
    facts = [
        (_("Nummer"), initiative.number),
        (_("Beslist"), known.decides),
        (_("Vraagt"), euro(amount) if amount else _("geen geld")),
        (_("Trekker"), initiative.lead.name if initiative.lead else _("nog niemand")),
        (_("Thema"), initiative.theme.name if initiative.theme else ""),
        (_("Gereed"), _("%(ready)d van %(n)d punten") % {"ready": known.n_ready, "n": known.n}),
        (_("Poortlijst"), known.list_words),
    ]
    return [(label, value) for label, value in facts if value]


def _why(person: Person, initiative: Initiative) -> list[DossierPart]:
    """The problem and the proposal, and what the exploration found."""
    parts: list[DossierPart] = [Text(initiative.problem or missing()), Text(initiative.proposal or missing())]
    explored = exploration_of(person, initiative)
    if explored is None:
        return parts
    if explored.exploration.findings:
        parts += [Heading(_("Wat de verkenning vond"), 2), Text(explored.exploration.findings)]
    if explored.exploration.advice:
        parts.append(Text(_("Advies: %(advice)s") % {"advice": explored.exploration.advice}))
    return parts


def _plan_parts(plan: PlanPage | None) -> list[DossierPart]:
    """The plan on one page: the assignment, the goals with their measure, and the milestones."""
    if plan is None:
        return [Text(_("Er is nog geen plan."))]
    parts: list[DossierPart] = [Text(plan.plan.summary or missing())]
    if plan.parts["goals"]:
        rows = [
            [one.text, one.measure, one.target, dutch_date(one.due_on) if one.due_on else ""]
            for one in plan.parts["goals"]
        ]
        head = [_("Doel"), _("Maat"), _("Streefwaarde"), _("Bereikt op")]
        parts += [Heading(_("Doelen"), 2), Table(head, rows, widths=(4, 3, 2, 3))]
    if plan.parts["milestones"]:
        rows = [
            [
                one.text,
                one.debtor.name if one.debtor else "",
                dutch_date(one.due_on) if one.due_on else "",
            ]
            for one in plan.parts["milestones"]
        ]
        head = [_("Mijlpaal"), _("Wie"), _("Klaar op")]
        parts += [Heading(_("Mijlpalen"), 2), Table(head, rows, widths=(5, 3, 3))]
    return parts


def _running_risks(person: Person, initiative: Initiative) -> list[DossierPart]:
    """The risks as they are followed while the work goes on; nothing before that."""
    found = [one.risk for one in risks_of(person, initiative)]
    if not found:
        return []
    rows = [
        [
            one.text,
            one.get_likelihood_display(),
            one.get_impact_display(),
            one.measure,
            one.get_state_display(),
        ]
        for one in found
    ]
    head = [_("Risico"), _("Kans"), _("Gevolg"), _("Wat wij doen"), _("Stand")]
    return [Table(head, rows, widths=(4, 2, 2, 4, 2))]


def _conditions(person: Person, initiative: Initiative, today: date) -> list[DossierPart]:
    """The conditions of earlier decisions about it: met, open or late."""
    found = Condition.objects.visible_to(person).of(initiative.network)
    return condition_parts(found.filter(decision__subject_id=initiative.pk), today)


def _condition_state(one: Condition, today: date) -> tuple[Literal["good", "care", "open"], str]:
    """How a condition stands, as a sign and in a word."""
    if one.lapsed_on:
        return "open", _("vervallen")
    if one.met_on:
        return "good", _("vervuld")
    return ("care", _("te laat")) if one.is_late(today) else ("open", _("nog open"))


def condition_parts(found: QuerySet[Condition], today: date) -> list[DossierPart]:
    """These conditions as a dossier tells them, the first that is due on top. One database query."""
    checks = [
        Check(
            *_condition_state(one, today),
            _("%(text)s (%(owner)s, uiterlijk %(day)s, %(number)s)")
            % {
                "text": one.text,
                "owner": one.owner,
                "day": dutch_date(one.due_on),
                "number": one.decision.number,
            },
        )
        for one in found.select_related("decision", "owner_partner").order_by("due_on")
    ]
    return [Checks(checks)] if checks else [Text(_("Aan eerdere besluiten zijn geen voorwaarden verbonden."))]


def _point_parts(known: Checklist) -> list[DossierPart]:
    """The points of the gate, what lacks on top."""
    words = {
        State.READY: _("gereed"),
        State.PARTLY: _("deels"),
        State.NOT_BEGUN: _("niet begonnen"),
        State.MISSING: _("ontbreekt"),
    }
    return [
        Checks(
            [
                Check(POINT_LOOKS[State(one.state)], words[State(one.state)], one.on_one_line)
                for one in known.points
            ]
        )
    ]


def _lesson_parts(person: Person, initiative: Initiative) -> list[DossierPart]:
    """The newest lessons of the same theme, of other initiatives."""
    theme = initiative.theme.slug if initiative.theme else ""
    found = [
        one
        for one in (lessons(person, initiative.network, theme=theme) if theme else [])
        if one.initiative_id != initiative.pk
    ][:MOST_LESSONS]
    if not found:
        return [Text(_("Bij dit thema zijn nog geen lessen gedeeld."))]
    return [Points([f"{one.initiative.number}: {one.happened} {one.advice}" for one in found])]


def missing() -> str:
    """What stands where nobody wrote anything yet."""
    return _("Nog niet ingevuld.")


def proposal_words(waiting: Any) -> str:
    """The proposal that lies before the body, or that there is none."""
    if waiting is None:
        return _("Er ligt nog geen voorstel bij de groep.")
    words = _("Voorstel %(number)s: %(title)s.") % {"number": waiting.number, "title": waiting.title}
    return f"{words}\n\n{waiting.proposal}" if waiting.proposal else words


def risk_parts(plan: Any) -> list[WordPart]:
    """The risks of the plan, with who does what."""
    risks = plan.parts["risks"] if plan else []
    if not risks:
        return [Text(_("Er zijn nog geen risico’s beschreven."))]
    rows = [
        [one.text, one.get_likelihood_display(), one.get_impact_display(), one.measure, one.owner]
        for one in risks
    ]
    return [
        Table(
            [_("Risico"), _("Kans"), _("Gevolg"), _("Wat wij doen"), _("Wie")], rows, widths=(4, 2, 2, 4, 2)
        )
    ]


def lacking_parts(known: Any) -> list[WordPart]:
    """Late conditions and points that are not ready, each with whose turn it is."""
    words = [
        _("Te laat: %(text)s (%(owner)s, %(day)s)")
        % {"text": one.text, "owner": one.owner, "day": dutch_date(one.due_on)}
        for one in known.late_conditions
    ]
    for point in known.points:
        if not point.is_ready:
            who = f" ({point.who})" if point.who else ""
            words.append(f"{point.on_one_line}{who}")
    counted = _("Gereed: %(ready)d van %(n)d punten.") % {"ready": known.n_ready, "n": known.n}
    return [Text(counted), *([Points(words)] if words else [])]


def mandate_parts(initiative: Initiative, gate: str, plan: Any, today: date) -> list[WordPart]:
    """Whether the own body, or the one above it, may decide this today, in words."""
    amount = plan.amount_eur if plan and gate == Gate.P3 else None
    found = governance.who_could_decide(
        initiative.network, gate, initiative.stage, amount, today, asks_money=bool(amount)
    )
    own = initiative.body
    near = {own.pk, own.parent_id} if own else set()
    rows = [
        [one.body.name, _("ja") if one.ok else _("nee"), one.words] for one in found if one.body.pk in near
    ]
    if not rows:
        return [Text(_("Er is nog geen groep die over dit initiatief gaat."))]
    return [Table([_("Groep"), _("Mag dit besluiten"), _("Waarom")], rows, widths=(2, 2, 5))]
