"""Money on the papers of an initiative: what the plan costs, and what was spent of it so far."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from schakel.documents.paper import Table, Text
from schakel.initiatives.models import Initiative
from schakel.initiatives.queries.money import Spendings, spendings_of
from schakel.initiatives.rules import SPENT_IN, Compared, CostType
from schakel.people.models import Person
from schakel.web.formats import dutch_date, euro, number


def money_parts(person: Person, initiative: Initiative, plan: Any) -> list[Text | Table]:
    """The amount, the lines of the budget by year and source, and what was spent. One database query."""
    return [*_planned(plan), *_spent(person, initiative, plan)]


def _planned(plan: Any) -> list[Text | Table]:
    lines = plan.parts["budget_lines"] if plan else []
    if not lines:
        return [Text(_("Er is nog geen begroting."))]
    rows = [
        [
            one.text,
            one.get_cost_type_display(),
            str(one.year),
            one.funding_source or (one.partner.name if one.partner else _("nog niet bekend")),
            euro(one.amount_eur) if one.amount_eur else _("%(n)s uur") % {"n": number(one.hours)},
        ]
        for one in lines
    ]
    return [
        Text(_("Het plan kost %(amount)s.") % {"amount": euro(plan.amount_eur)}),
        Table(
            [_("Waarvoor"), _("Soort"), _("Jaar"), _("Geldbron"), _("Bedrag of uren")],
            rows,
            widths=(5, 3, 2, 4, 3),
            right=frozenset({4}),
        ),
    ]


def _spent(person: Person, initiative: Initiative, plan: Any) -> list[Text | Table]:
    """What was spent beside the plan; before the start there is nothing to tell."""
    if initiative.stage not in SPENT_IN:
        return []
    found = spendings_of(person, initiative, plan.parts["budget_lines"] if plan else [])
    if found.until_on is None:
        return [Text(_("Wat er per soort is uitgegeven, schreef nog niemand op."))]
    head = [_("Soort kosten"), _("Uit"), _("Jaar"), _("Gepland"), _("Uitgegeven"), _("Over")]
    rows = [_row(one) for one in found.compared]
    return [
        Text(_sum_words(found)),
        Table(head, rows, widths=(3, 4, 2, 3, 3, 3), right=frozenset({3, 4, 5})),
    ]


def _sum_words(found: Spendings) -> str:
    assert found.until_on is not None, "only what was written down is told"
    over = found.spent_eur - found.planned_eur
    facts = {
        "day": dutch_date(found.until_on),
        "spent": euro(found.spent_eur),
        "planned": euro(found.planned_eur),
        "left": euro(abs(over)),
    }
    words = _("Tot en met %(day)s is %(spent)s uitgegeven van %(planned)s.") % facts
    words += " " + (_("Dat is %(left)s meer dan gepland.") if over > 0 else _("Er is %(left)s over.")) % facts
    if found.planned_hours or found.hours:
        hours = {"done": number(found.hours), "all": number(found.planned_hours)}
        words += " " + _("Gewerkt: %(done)s van %(all)s uur.") % hours
    return words


def _row(one: Compared) -> list[str]:
    kind = str(CostType(one.kind.cost_type).label)
    return [
        kind if one.is_planned else _("%(kind)s (niet in het plan)") % {"kind": kind},
        one.source,
        str(one.kind.year),
        _size(one.planned_eur, one.planned_hours),
        _size(one.spent_eur, one.hours),
        _left(one),
    ]


def _size(amount: Decimal, hours: int) -> str:
    """An amount, hours, or both."""
    parts: Sequence[str] = [
        *([euro(amount)] if amount or not hours else []),
        *([_("%(n)s uur") % {"n": number(hours)}] if hours else []),
    ]
    return ", ".join(parts)


def _left(one: Compared) -> str:
    if one.left_eur < 0:
        return _("%(amount)s te veel") % {"amount": euro(-one.left_eur)}
    return euro(one.left_eur) if one.planned_eur or one.spent_eur else ""
