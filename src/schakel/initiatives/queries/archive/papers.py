"""The Word files of an archive: the story, the decisions, the plan, and how it became ordinary care."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from schakel.documents.paper import Heading, Origin, Points, Table, Text, WordPart
from schakel.documents.word import word_file
from schakel.governance.rules import DecisionStatus
from schakel.initiatives.models import Initiative
from schakel.initiatives.queries.archive.facts import Archive, Decided
from schakel.initiatives.queries.paper_measures import told_parts
from schakel.initiatives.queries.paper_plan import plan_parts, said
from schakel.initiatives.queries.paper_reports import told_report
from schakel.web.formats import dutch_date, euro

#: What was measured came to the archive later than the rest, and stands at the end.
MEASURED = "7-meten.docx"


def papers(known: Archive, origin: Mapping[str, Any]) -> dict[str, bytes]:
    """Each Word file by its name; what is not there gets no file. origin: what stands on every page, but the title."""
    initiative = known.initiative
    written = {
        _("1-verhaal.docx"): (_("Het verhaal van %(title)s"), _story(known)),
        _("2-besluiten.docx"): (_("Besluiten over %(title)s"), _decisions(known)),
        _("3-plan.docx"): (_("Het plan van %(title)s"), _plan(known)),
        _("4-borging.docx"): (_("Wat blijft van %(title)s"), _staying(known)),
        MEASURED: (
            _("Wat is gemeten bij %(title)s"),
            _measured(known),
        ),
    }
    subtitle = _("%(number)s, %(network)s") % {
        "number": initiative.number,
        "network": initiative.network.name,
    }
    return {
        name: word_file(Origin(title=title % {"title": initiative.title}, **origin), subtitle, parts)
        for name, (title, parts) in written.items()
        if parts
    }


def _measured(known: Archive) -> list[WordPart]:
    """The measure plan with baselines, promises and verdicts; nothing when nothing is followed."""
    return list(told_parts(known.measures)) if known.measures.rows else []


def _story(known: Archive) -> list[WordPart]:
    idea: Initiative = known.initiative
    parts: list[WordPart] = [
        Heading(_("Het idee")),
        *said(
            (_("Het probleem, en voor wie"), idea.problem),
            (_("Het voorstel"), idea.proposal),
            (_("Wat het oplevert"), idea.benefit),
            (_("Wie meedoen"), idea.who_joins),
        ),
    ]
    if known.partners:
        names = [f"{one.partner.name}: {one.get_part_display()}" for one in known.partners]
        parts += [Heading(_("Partners")), Points(names)]
    parts.append(Heading(_("Wat er gebeurde, het nieuwste eerst")))
    for one in known.story:
        if one.is_ahead:
            continue
        head = _("%(when)s: %(title)s") % {"when": one.when, "title": one.title}
        by = " ".join(filter(None, [one.who, one.decision_number and f"({one.decision_number})"]))
        parts += [Heading(head, 2), *[Text(text) for text in (one.text, by, one.source) if text]]
    return parts


def _decisions(known: Archive) -> list[WordPart]:
    return [part for one in known.decisions for part in _decision(one)]


def _decision(one: Decided) -> list[WordPart]:
    """One decision: who, when, how it stands, why, and what became of its conditions."""
    decision = one.decision
    where = str(decision.body) if decision.body else _("groep niet in de bron")
    when = decision.decided_in_words or _("nog niet besloten")
    word = decision.verdict_label if decision.status == DecisionStatus.VALID else ""
    stand = str(decision.get_status_display())
    parts: list[WordPart] = [
        Heading(f"{decision.number} {decision.title}"),
        Text(
            ", ".join(
                filter(
                    None, [where, when, stand, word, euro(decision.amount_eur) if decision.amount_eur else ""]
                )
            )
        ),
        *said(
            (_("Het voorstel"), decision.proposal),
            (_("De reden"), decision.reason),
            (
                _("De reden voor iedereen"),
                decision.public_reason if decision.public_reason != decision.reason else "",
            ),
            (_("Bron"), decision.source),
        ),
    ]
    if one.conditions:
        rows = [
            [
                each.text,
                str(each.owner_partner or each.owner_name),
                dutch_date(each.due_on) if each.due_on else "",
                _condition_state(each),
            ]
            for each in one.conditions
        ]
        parts += [Heading(_("Voorwaarden"), 2), Table([_("Wat"), _("Wie"), _("Vóór"), _("Stand")], rows)]
    if one.consents:
        answers = [
            [
                each.partner.name,
                str(each.get_ground_display()),
                str(each.get_state_display()),
                dutch_date(each.given_at) if each.given_at else "",
                each.reason,
            ]
            for each in one.consents
        ]
        head = [_("Partner"), _("Waarom gevraagd"), _("Antwoord"), _("Dag"), _("Reden")]
        parts += [Heading(_("Akkoorden"), 2), Table(head, answers)]
    return parts


def _condition_state(condition: Any) -> str:
    if condition.lapsed_on:
        lapsed = _("vervallen op %(day)s") % {"day": dutch_date(condition.lapsed_on)}
        return f"{lapsed}: {condition.lapsed_reason}"
    if not condition.met_on:
        return _("niet vervuld")
    met = _("vervuld op %(day)s") % {"day": dutch_date(condition.met_on)}
    return f"{met}: {condition.met_note}" if condition.met_note else met


def _plan(known: Archive) -> list[WordPart]:
    """The newest version of the plan in words; its figures are in the workbook."""
    return plan_parts(known.plan) if known.plan else []


def _staying(known: Archive) -> list[WordPart]:
    """The embedding, the reports, measuring again, and the lessons."""
    page = known.embedding
    parts: list[WordPart] = []
    if page.plan:
        parts += [
            Heading(_("Hoe het gewoon werk werd")),
            *said(
                (_("Wie het blijvend betaalt"), page.plan.structural_funding),
                (_("Hoe wij voortaan werken"), page.plan.work_instruction),
                (_("Hoe mensen het leren"), page.plan.training),
                (_("Welke cijfers blijven"), page.plan.figures),
                (_("In contracten"), page.plan.contract_clause),
                (_("Wat wij opnieuw meten"), page.plan.remeasure),
            ),
        ]
    for report in page.reports.values():
        parts += told_report(report)
    if page.remeasurements:
        rows = [
            [
                _("na %(n)d maanden") % {"n": one.months},
                dutch_date(one.done_on or one.due_on),
                str(one.get_holds_display()) if one.holds else _("nog te meten"),
                one.finding,
            ]
            for one in page.remeasurements
        ]
        head = [_("Wanneer"), _("Dag"), _("Blijft het goed gaan?"), _("Wat eruit kwam")]
        parts += [Heading(_("Opnieuw meten")), Table(head, rows)]
    for one in page.lessons:
        parts += [
            Heading(_("Les")),
            *said(
                (_("Advies"), one.advice),
                (_("Situatie"), one.context),
                (_("Wat er gebeurde"), one.happened),
                (_("Hoe zeker"), str(one.get_grade_display())),
            ),
        ]
    return parts
