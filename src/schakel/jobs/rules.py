"""States of a job, how often work is tried again, and what may be in the queue."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from schakel.web.formats import number

#: Work that broke off is tried again until it was tried this often.
TRIES = 3
#: Seconds between two signs of life of a worker, and without a sign after which it counts as dead.
SIGN_OF_LIFE_EVERY, DEAD_AFTER = 5.0, 20.0
#: Seconds between two looks for work that nobody does any more.
ROUND_EVERY = 30.0
#: The task that tells a person that a job has ended; notices stand above jobs, so it is known here by name only.
TELLS = "notices.tell_job_ended"
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:+-]{0,99}")


class JobState(models.TextChoices):
    """Where a job is."""

    WAITING = "waiting", gettext_lazy("wacht")
    RUNNING = "running", gettext_lazy("bezig")
    DONE = "done", gettext_lazy("klaar")
    FAILED = "failed", gettext_lazy("mislukt")
    CANCELLED = "cancelled", gettext_lazy("gestopt")


ENDED = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED})


@dataclass(frozen=True)
class Outcome:
    """What came of a job: one sentence, and the page where the result is."""

    words: str
    link_name: str = ""
    link_kwargs: Mapping[str, str] = field(default_factory=dict)


def plain_ids(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values as they stand in the queue; only ids, days, numbers and single words may stand there.

    The queue is no table of a network, so nothing that a person wrote or that tells about somebody belongs in it.
    Raises ValueError for anything else.
    """
    plain: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, UUID):
            plain[name] = str(value)
        elif isinstance(value, date):
            plain[name] = value.isoformat()
        elif (
            value is None
            or isinstance(value, bool | int)
            or (isinstance(value, str) and _WORD.fullmatch(value))
        ):
            plain[name] = value
        else:
            raise ValueError(f"{name} is no id: keep it in a row and queue the key of that row")
    return plain


def seconds_left(done: int, total: int, seconds_busy: float) -> int | None:
    """Return how many seconds the rest takes at the present speed; None when nobody can tell yet.

    >>> seconds_left(250, 1000, 10.0), seconds_left(0, 1000, 10.0), seconds_left(5, 0, 3.0)
    (30, None, None)
    """
    if done <= 0 or total <= 0 or seconds_busy <= 0:
        return None
    return max(0, round(seconds_busy * (total - done) / done))


def time_left(seconds: int | None) -> str:
    """Say roughly how long it takes still, or nothing."""
    if seconds is None or seconds < 2:
        return ""
    if seconds < 90:
        rounded = seconds if seconds < 10 else round(seconds, -1)
        return _("nog ongeveer %(n)s seconden") % {"n": number(rounded)}
    minutes = round(seconds / 60)
    return ngettext("nog ongeveer %(n)s minuut", "nog ongeveer %(n)s minuten", minutes) % {
        "n": number(minutes)
    }
