"""What the pages of the chain have in common: addresses, tabs, finding a log, and how a wait reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.carechain import queries
from schakel.carechain.models import EventLog
from schakel.carechain.permissions import why_not_send_log
from schakel.carechain.rules import Phase
from schakel.web.formats import number
from schakel.web.shapes import deed

CHANGE = ["GET", "HEAD", "POST"]
DAY_SECONDS = 86_400
DAYS_IN_WEEK = 7
#: The words of an address for each phase of mental health care.
STEPS = {"aanmelding": Phase.INTAKE, "behandeling": Phase.TREATMENT, "totaal": Phase.TOTAL}


def address(name: str, request: HttpRequest, **kwargs: Any) -> str:
    """The address of a page of the chain in this network."""
    return reverse(f"carechain:{name}", kwargs={"network": request.network.slug, **kwargs})


def tabs(request: HttpRequest, here: str) -> list[dict[str, Any]]:
    """The parts of the chain, with the one that is shown marked."""
    parts = (
        ("chain", _("Ketenplaat")),
        ("paths", _("Paden")),
        ("home_to_home", _("Van huis tot huis")),
        ("waits", _("Wachttijden ggz")),
        ("bottlenecks", _("Knelpunten")),
        ("logs", _("Logboeken")),
    )
    return [
        {"label": label, "href": address(name, request), "current": name == here} for name, label in parts
    ]


def send_deed(request: HttpRequest) -> dict[str, Any]:
    """The deed that brings in a log, or why somebody may not."""
    refusal = why_not_send_log(request.user, request.network)
    return deed(_("Voer een logboek in"), address("send", request), refusal=refusal)


def columns(*heads: tuple[str, bool]) -> list[dict[str, Any]]:
    """The head of a table in the shape of `components/table.html`: what stands above, and whether it is a figure."""
    return [{"label": label, "num": num} for label, num in heads]


def row(head: Sequence[dict[str, Any]], cells: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A row under such a head; each cell knows what stands above it, for a phone."""
    return {"cells": [{**column, **cell} for column, cell in zip(head, cells, strict=True)]}


def find_log(request: HttpRequest, key: UUID) -> EventLog:
    """The log at this address, for who looks; otherwise it is not found. One database query."""
    found = queries.find_log(request.network, request.user, key)
    if found is None:
        raise Http404(_("Dit logboek is er niet (meer)."))
    return found


def wait_words(seconds: float | None) -> str:
    """A wait as people say it: days, and hours when it is short.

    >>> wait_words(36_000), wait_words(950_400), wait_words(None)
    ('10 uur', '11 dagen', '–')
    """
    if seconds is None:
        return "–"
    if seconds < DAY_SECONDS:
        return _("%(n)s uur") % {"n": number(round(seconds / 3_600), 0)}
    days = seconds / DAY_SECONDS
    rounded = round(days, 1) if days < 10 else round(days)
    return ngettext("%(n)s dag", "%(n)s dagen", 1 if rounded == 1 else 2) % {
        "n": number(rounded, None if days < 10 else 0)
    }


def weeks_words(days: float | None) -> str:
    """A wait in weeks, as the supervisor counts them.

    >>> weeks_words(47.6), weeks_words(7), weeks_words(None)
    ('6,8 weken', '1 week', '–')
    """
    if days is None:
        return "–"
    weeks = round(days / DAYS_IN_WEEK, 1)
    return ngettext("%(n)s week", "%(n)s weken", 1 if weeks == 1 else 2) % {"n": number(weeks)}


def size_words(n_bytes: int) -> str:
    """The size of a file: in kB below a million bytes, else in MB.

    >>> size_words(1_500), size_words(2_600_000)
    ('2 kB', '3 MB')
    """
    if n_bytes < 1_000_000:
        return f"{number(max(1, round(n_bytes / 1_000)), 0)} kB"
    return f"{number(round(n_bytes / 1_000_000), 0)} MB"
