"""Pages on which Excel comes in, and files that go out."""

from schakel.exchange.views.incoming import excel, workbook
from schakel.exchange.views.outgoing import agreed, decisions, filled, portfolio, template

__all__ = ["agreed", "decisions", "excel", "filled", "portfolio", "template", "workbook"]
