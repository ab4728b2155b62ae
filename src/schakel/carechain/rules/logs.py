"""How far a log is, how long it may be kept, how large it may be, and which of its columns can be what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.web.formats import dutch_date, number

#: The largest file; a larger one is prepared with the shell.
MOST_BYTES = 1_000_000_000
#: One piece of a file on its way in; what the pages take at once is a little more.
PIECE_BYTES = 8_000_000
#: A file of which no more comes in, or that nobody prepared, is forgotten after this time.
KEPT_UNPREPARED = timedelta(days=2)
#: How long what a worker left half done stays: longer than any work takes.
KEPT_HALF = timedelta(days=1)
#: Rejected rows that the page names one by one.
MOST_REJECTS = 200
LONGEST_MONTHS = 120
#: The way in which logs are asked now; one higher with each change that older answers do not know of.
WAY_OF_COUNTING = 3


class LogKind(TextChoices):
    """What a file with events is about: the whole chain with columns of its own, or transfers in fixed columns."""

    EVENTS = "events", gettext_lazy("keten")
    TRANSFERS = "transfers", gettext_lazy("overdrachten")


class LogState(TextChoices):
    """How far a log is."""

    RECEIVING = "receiving", gettext_lazy("komt binnen")
    RECEIVED = "received", gettext_lazy("wordt bekeken")
    RECOGNISED = "recognised", gettext_lazy("kolommen kiezen")
    READY = "ready", gettext_lazy("klaar")
    UNREADABLE = "unreadable", gettext_lazy("niet te lezen")


#: How a state looks (schakel.web.states).
LOOKS = {
    LogState.RECEIVING: "partly",
    LogState.RECEIVED: "partly",
    LogState.RECOGNISED: "log_asks",
    LogState.READY: "ready",
    LogState.UNREADABLE: "missing",
}
#: What a column can be, in the words of the page; the first three are needed.
ROLES: dict[str, Any] = {
    "case": gettext_lazy("zaak (wie of welk traject)"),
    "activity": gettext_lazy("stap"),
    "start": gettext_lazy("begin van de stap"),
    "end": gettext_lazy("einde van de stap"),
    "organisation": gettext_lazy("organisatie"),
    "area": gettext_lazy("gebied"),
    "care_kind": gettext_lazy("soort zorg"),
    "urgency": gettext_lazy("urgentie"),
    "transition": gettext_lazy("begonnen of klaar"),
    "instance": gettext_lazy("nummer van de stap"),
    "event_id": gettext_lazy("nummer van de gebeurtenis"),
    "value": gettext_lazy("waarde"),
    "status": gettext_lazy("status"),
}
NEEDED = ("case", "activity", "start")


def not_counted(answer: Mapping[str, Any]) -> list[str]:
    """What the stored answers of a log lack because it was asked in an older way; nothing when it was asked as now.

    >>> not_counted({"paths": {}, "density": {}, "ggz": {}, "way": 1})
    ['wachten in werkdagen', 'wachten in uren']
    >>> not_counted({"paths": {}, "density": {}, "ggz": {}, "way": WAY_OF_COUNTING})
    []
    """
    parts = {
        "paths": _("de paden die mensen gaan"),
        "density": _("wanneer mensen waar zijn"),
        "ggz": _("de wachttijden in de ggz"),
    }
    ways = {2: _("wachten in werkdagen"), WAY_OF_COUNTING: _("wachten in uren")}
    lacks = [words for name, words in parts.items() if name not in answer]
    return [*lacks, *(words for way, words in ways.items() if answer.get("way", 1) < way)]


def why_not_keep(until: date, *, today: date, longest_months: int) -> str | None:
    """Why a log may not be kept until this day."""
    if until <= today:
        return _("Kies een dag die nog komt.")
    last = last_day(today, longest_months)
    if until > last:
        return _("Volgens het doel bewaart u gegevens hoogstens %(n)s maanden: tot en met %(day)s.") % {
            "n": number(longest_months),
            "day": dutch_date(last),
        }
    return None


def last_day(today: date, months: int) -> date:
    """The last day on which something may be kept that comes in today.

    >>> last_day(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    at = today.year * 12 + today.month - 1 + months
    first = date(at // 12, at % 12 + 1, 1)
    after = date((at + 1) // 12, (at + 1) % 12 + 1, 1)
    return min(first + timedelta(days=today.day - 1), after - timedelta(days=1))


def why_not_columns(columns: Mapping[str, str], known: Sequence[Mapping[str, Any]]) -> str | None:
    """Why this choice of columns cannot be used; columns: role → name of the column."""
    for role in NEEDED:
        if not columns.get(role):
            return _("Kies welke kolom dit is: %(what)s.") % {"what": ROLES[role]}
    names = {one["name"]: one for one in known}
    for role, name in columns.items():
        if name not in names:
            return _("De kolom “%(name)s” staat niet in het bestand.") % {"name": name[:60]}
        if names[name].get("has_bsns") and role != "case":
            return _("In de kolom “%(name)s” staan burgerservicenummers. Die kan alleen de zaak zijn.") % {
                "name": name[:60]
            }
    if len(set(columns.values())) < len(columns):
        return _("U koos een kolom twee keer. Elke kolom is één ding.")
    return None
