"""What goes into the log of the server: which kind of page went wrong, no secret words, no names of people."""

from __future__ import annotations

import logging

from django.core.exceptions import PermissionDenied


class WithoutLinks(logging.Filter):
    """Writes the pattern of an address instead of the address: a link from a mail opens something for who has it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the line of a request; every other line passes as it is."""
        request = getattr(record, "request", None)
        found = getattr(request, "resolver_match", None)
        path = getattr(request, "path", "")
        if found is not None and isinstance(record.args, tuple):
            record.args = tuple(f"/{found.route}" if arg == path else arg for arg in record.args)
        return True


class RefusedInOneLine(logging.Filter):
    """Writes a refusal as one line, which page and which code: its reason names people and partners."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the line of a refusal; every other line passes as it is."""
        if record.exc_info and isinstance(record.exc_info[1], PermissionDenied):
            found = getattr(getattr(record, "request", None), "resolver_match", None)
            record.msg, record.args = "Refused: %s 403", (found.view_name if found else "-",)
            record.exc_info = record.exc_text = None
        return True
