"""Loading a network file or a workbook: every fact through an ordinary action, all of it or nothing."""

from schakel.exchange.actions.load import load_network
from schakel.exchange.actions.workbook import bring_in, bring_in_later, check, check_workbook, send_workbook

__all__ = ["bring_in", "bring_in_later", "check", "check_workbook", "load_network", "send_workbook"]
