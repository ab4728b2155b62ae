"""Sealing the journal while the pages run: what is sealed cannot be changed without showing."""

from __future__ import annotations

import io
import logging
import os
import signal
import threading

from schakel.site.tidying import as_usual

log = logging.getLogger(__name__)


def keep_sealing(every_seconds: float) -> None:
    """Seal at once and then again and again until told to stop; with 0 seconds only once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.site.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import close_old_connections

    as_usual()
    enough = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: enough.set())
    while True:
        try:
            call_command("journal", "seal", stdout=io.StringIO())
        except Exception:
            if not every_seconds:
                raise
            log.exception("The journal was not sealed; the next try is in %s seconds.", every_seconds)
        finally:
            close_old_connections()
        if not every_seconds or enough.wait(every_seconds):
            return
