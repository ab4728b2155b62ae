"""Every check behind the points of the checklists; importing them makes them known by name."""

from schakel.initiatives.gates.checks import embedding, explorations, ideas, measures, plans
from schakel.initiatives.gates.found import CHECKS, Found, State

__all__ = ["CHECKS", "Found", "State", "embedding", "explorations", "ideas", "measures", "plans"]
