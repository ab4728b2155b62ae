"""The plan of an initiative on paper."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from schakel.documents.paper import Heading, Table, Text, WordPart
from schakel.initiatives.models import Initiative
from schakel.initiatives.queries.paper_money import money_parts
from schakel.initiatives.queries.planning import PlanPage, plan_of, size_of
from schakel.people.models import Person
from schakel.web.formats import dutch_date


def plan_on_paper(person: Person, initiative: Initiative) -> list[WordPart] | None:
    """The newest version of the plan with its money and what partners promise; None when there is none.

    At most thirteen database queries.
    """
    page = plan_of(person, initiative)
    if page is None:
        return None
    return [
        *plan_parts(page),
        Heading(_("Begroting")),
        *money_parts(person, initiative, page),
        Heading(_("Wat partners toezeggen")),
        *promise_parts(page),
    ]


def promise_parts(page: PlanPage | None) -> list[WordPart]:
    """What each partner promises, and whether it confirmed that."""
    if page is None or not page.commitments:
        return [Text(_("Er is nog niemand om een toezegging gevraagd."))]
    rows = [[one.partner.name, one.text, size_of(one), one.get_status_display()] for one in page.commitments]
    head = [_("Partner"), _("Wat"), _("Hoeveel"), _("Antwoord")]
    return [Table(head, rows, widths=(3, 4, 2, 2), right=frozenset({2}))]


def plan_parts(page: PlanPage) -> list[WordPart]:
    """A version of the plan in words, without its money. No database query."""
    plan, rows = page.plan, page.parts
    version = _("Versie %(n)d") % {"n": plan.version}
    if plan.frozen_at:
        version += _(", vastgelegd op %(day)s, vingerafdruk %(hash)s") % {
            "day": dutch_date(plan.frozen_at),
            "hash": plan.hash,
        }
    else:
        version += _(", nog in de maak")
    parts: list[WordPart] = [
        Heading(_("De opdracht")),
        Text(version),
        *said((_("In het kort"), plan.summary), (_("Klaar als"), plan.result)),
    ]
    tables: tuple[tuple[str, list[str], list[list[str]]], ...] = (
        (
            _("Doelen"),
            [_("Doel"), _("Waaraan u het ziet"), _("Streefwaarde"), _("Vóór"), _("Eigenaar")],
            [[g.text, g.measure, g.target, _day(g.due_on), g.owner] for g in rows["goals"]],
        ),
        (
            _("Activiteiten"),
            [_("Activiteit"), _("Wie"), _("Van"), _("Tot"), _("Kan pas na")],
            [[a.text, a.owner, _day(a.starts_on), _day(a.due_on), a.depends_on] for a in rows["activities"]],
        ),
        (
            _("Mijlpalen"),
            [_("Mijlpaal"), _("Soort"), _("Partner"), _("Vóór"), _("Bewijs")],
            [
                [m.text, str(m.get_kind_display()), str(m.debtor or ""), _day(m.due_on), m.evidence]
                for m in rows["milestones"]
            ],
        ),
        (
            _("Risico’s in het plan"),
            [_("Risico"), _("Kans"), _("Gevolg"), _("Wat we eraan doen"), _("Eigenaar")],
            [
                [r.text, str(r.get_likelihood_display()), str(r.get_impact_display()), r.measure, r.owner]
                for r in rows["risks"]
            ],
        ),
        (
            _("Rollen"),
            [_("Rol"), _("Wie"), _("Taken")],
            [[r.name, r.who, r.tasks] for r in rows["roles"]],
        ),
    )
    for title, head, lines in tables:
        if lines:
            parts += [Heading(title), Table(head, lines)]
    joined = said(
        (_("Communicatie"), plan.communication),
        (_("Mensen die moeilijk lezen"), plan.low_literacy),
        (_("Inwoners en professionals"), plan.participation),
        (_("Persoonsgegevens"), plan.privacy_check),
    )
    return [*parts, *([Heading(_("Iedereen doet mee")), *joined] if joined else [])]


def said(*pairs: tuple[str, str]) -> list[WordPart]:
    """Each question that has an answer, as a small heading with the answer under it."""
    return [part for label, text in pairs if text for part in (Heading(label, 2), Text(text))]


def _day(day: Any) -> str:
    return dutch_date(day) if day else ""
