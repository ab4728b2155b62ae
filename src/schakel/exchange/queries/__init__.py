"""Readings for files that go out, and what a workbook that comes in can refer to."""

from schakel.exchange.queries.known import known_of
from schakel.exchange.queries.lists import agreed_list, decisions_list, portfolio_list
from schakel.exchange.queries.setup import empty_workbook, filled_workbook

__all__ = [
    "agreed_list",
    "decisions_list",
    "empty_workbook",
    "filled_workbook",
    "known_of",
    "portfolio_list",
]
