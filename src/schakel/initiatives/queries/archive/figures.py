"""The workbook of an archive: money, promises, milestones, adoption, risks and updates, as rows to count with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from schakel.initiatives.queries.archive.facts import Archive
from schakel.initiatives.rules import AdoptionState, CostType
from schakel.measuring.rules.periods import label
from schakel.methods.workbooks import Column, Sheet


def figures(known: Archive, above: Sequence[str]) -> list[Sheet]:
    """One sheet for each kind of rows that there are; none when there are none. above: lines over every table."""
    made = (_budget, _spent, _promises, _awards, _milestones, _adoption, _risks, _updates, _measures, _values)
    sheets = (make(known) for make in made)
    return [
        Sheet(title, [Column(name, width) for name, width in head], rows, above=above)
        for title, head, rows in sheets
        if rows
    ]


Rows = tuple[str, list[tuple[str, int]], list[list[Any]]]


def _part(known: Archive, name: str) -> Sequence[Any]:
    return known.plan.parts[name] if known.plan else ()


def _budget(known: Archive) -> Rows:
    head = [(_("Waarvoor"), 40), (_("Soort"), 20), (_("Jaar"), 8), (_("Bedrag"), 14), (_("Uren"), 10),
            (_("Geldbron"), 30), (_("Partner"), 30)]  # fmt: skip
    rows = [
        [
            one.text,
            str(one.get_cost_type_display()),
            one.year,
            one.amount_eur,
            one.hours,
            str(one.funding_line or one.funding_source),
            str(one.partner or ""),
        ]
        for one in _part(known, "budget_lines")
    ]
    return _("Begroting"), head, rows


def _spent(known: Archive) -> Rows:
    head = [(_("Soort"), 20), (_("Geldbron"), 30), (_("Jaar"), 8), (_("Gepland"), 14), (_("Uitgegeven"), 14),
            (_("Geplande uren"), 14), (_("Gewerkte uren"), 14), (_("Bekend tot en met"), 16)]  # fmt: skip
    rows = [
        [
            str(CostType(one.kind.cost_type).label),
            one.source,
            one.kind.year,
            one.planned_eur,
            one.spent_eur,
            one.planned_hours,
            one.hours,
            known.spendings.until_on,
        ]
        for one in known.spendings.compared
        if known.spendings.until_on
    ]
    return _("Uitgaven"), head, rows


def _promises(known: Archive) -> Rows:
    head = [(_("Partner"), 30), (_("Soort"), 16), (_("Wat"), 50), (_("Omvang"), 14), (_("Stand"), 18),
            (_("Beantwoord op"), 16), (_("Toelichting"), 50)]  # fmt: skip
    rows = [
        [
            one.partner.name,
            str(one.get_kind_display()),
            one.text,
            one.amount,
            str(one.get_status_display()),
            _day(one.answered_at),
            one.answer,
        ]
        for one in (known.plan.commitments if known.plan else ())
    ]
    return _("Toezeggingen"), head, rows


def _awards(known: Archive) -> Rows:
    head = [(_("Geldstroom"), 40), (_("Bedrag"), 14), (_("Dag"), 14), (_("Kenmerk"), 30), (_("Besluit"), 14)]
    rows = [
        [
            one.line.name,
            one.amount_eur,
            one.awarded_on,
            one.reference,
            one.decision.number if one.decision else "",
        ]
        for one in known.awards
    ]
    return _("Toekenningen"), head, rows


def _milestones(known: Archive) -> Rows:
    head = [(_("Mijlpaal"), 50), (_("Soort"), 16), (_("Partner"), 30), (_("Klaar op"), 14), (_("Bewijs"), 40),
            (_("Deel van de betaling (%)"), 14)]  # fmt: skip
    rows = [
        [
            one.text,
            str(one.get_kind_display()),
            str(one.debtor or ""),
            one.due_on,
            one.evidence,
            one.payment_share_percent,
        ]
        for one in _part(known, "milestones")
    ]
    return _("Mijlpalen"), head, rows


def _adoption(known: Archive) -> Rows:
    head = [(_("Partner"), 30), (_("Wie"), 30), (_("Onderdeel"), 40), (_("Stand"), 20), (_("Sinds"), 14)]
    rows = [
        [row.partner.name, row.owner.who, part.name, str(AdoptionState(cell.state).label), cell.since]
        for row in known.embedding.rows
        for part, cell in zip(known.embedding.components, row.cells, strict=True)
    ]
    return _("In gebruik"), head, rows


def _risks(known: Archive) -> Rows:
    head = [(_("Risico"), 50), (_("Kans"), 12), (_("Gevolg"), 12), (_("Wat we eraan doen"), 50),
            (_("Eigenaar"), 30), (_("Stand"), 18)]  # fmt: skip
    rows = [
        [
            one.text,
            str(one.get_likelihood_display()),
            str(one.get_impact_display()),
            one.measure,
            one.owner,
            str(one.get_state_display()),
        ]
        for one in known.risks
    ]
    return _("Risico’s"), head, rows


def _measures(known: Archive) -> Rows:
    head = [(_("Cijfer"), 40), (_("Over wie"), 30), (_("Soort"), 14), (_("Doel"), 14), (_("Nulmeting"), 40),
            (_("Waarom geen nulmeting"), 40), (_("Beloofd"), 40), (_("Oordeel"), 40),
            (_("Sterkte van het bewijs"), 14)]  # fmt: skip
    rows = [
        [
            row.name,
            row.series.who,
            row.kind_words,
            row.target_words,
            row.baseline_words,
            row.measure.no_baseline_reason,
            row.claim_words,
            row.verdict_words if row.claim else "",
            row.verdict.grade if row.verdict else "",
        ]
        for row in known.measures.rows
    ]
    return _("Meetplan"), head, rows


def _values(known: Archive) -> Rows:
    head = [(_("Cijfer"), 40), (_("Over wie"), 30), (_("Periode"), 20), (_("Waarde"), 14), (_("Eenheid"), 12),
            (_("Teller"), 12), (_("Noemer"), 12)]  # fmt: skip
    rows = [
        [
            one.row.name,
            one.row.series.who,
            label(one.row.course.kind, one.period_on),
            _("verborgen") if one.shown.is_hidden else one.shown.measured.value,
            one.row.series.version.unit,
            None if one.shown.is_hidden else one.shown.measured.numerator,
            None if one.shown.is_hidden else one.shown.measured.denominator,
        ]
        for one in known.figures
    ]
    return _("Metingen"), head, rows


def _updates(known: Archive) -> Rows:
    head = [(_("Dag"), 14), (_("Hoe het ging"), 18), (_("Waarom"), 60), (_("Wat veranderde"), 60),
            (_("Wat zou helpen"), 60), (_("Door"), 24)]  # fmt: skip
    rows = [
        [
            _day(one.given_at),
            str(one.get_state_display()),
            one.because,
            one.changed,
            one.help_needed,
            one.given_by.name if one.given_by else "",
        ]
        for one in known.updates
    ]
    return _("Standen van zaken"), head, rows


def _day(moment: datetime | None) -> date | None:
    return localtime(moment).date() if moment else None
