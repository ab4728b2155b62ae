"""The worker as a program of its own, beside the pages."""

from __future__ import annotations

import os

from schakel.site.tidying import as_usual


def keep_working(*, at_once: int = 2, until_empty: bool = False) -> None:
    """Do what is queued, with the settings of the environment; see schakel.jobs.worker."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.site.settings")
    import django

    django.setup()
    from schakel.jobs.worker import work

    as_usual()
    work(at_once=at_once, until_empty=until_empty)
