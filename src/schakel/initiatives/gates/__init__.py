"""Gates: checklists from reviewed text, the evidence behind them, and how far an initiative is."""

from schakel.initiatives.gates.checklist import Checklist, LateCondition, Point, checklist
from schakel.initiatives.gates.checks import CHECKS, Found, State
from schakel.initiatives.gates.evidence import Evidence, facts_of, late_conditions_about, latest, stakes_of
from schakel.initiatives.gates.lookalikes import Lookalike, lookalikes
from schakel.initiatives.gates.own import (
    Difference,
    changed_by,
    difference,
    fixed_points,
    list_in,
    list_of,
    rows_of,
)
from schakel.initiatives.gates.templates import Item, Template, template, templates

__all__ = [
    "CHECKS",
    "Checklist",
    "Difference",
    "Evidence",
    "Found",
    "Item",
    "LateCondition",
    "Lookalike",
    "Point",
    "State",
    "Template",
    "changed_by",
    "checklist",
    "difference",
    "facts_of",
    "fixed_points",
    "late_conditions_about",
    "latest",
    "list_in",
    "list_of",
    "lookalikes",
    "rows_of",
    "stakes_of",
    "template",
    "templates",
]
