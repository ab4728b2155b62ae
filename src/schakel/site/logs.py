"""What goes into the log of the server: which kind of page went wrong, never the secret words in its address."""

from __future__ import annotations

import logging


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
