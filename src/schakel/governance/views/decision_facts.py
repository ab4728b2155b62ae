"""The facts at the top of the page of one decision: what kind, by whom, where, when and for how much."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from schakel.governance.models import Decision
from schakel.governance.rules import Method, version_words
from schakel.governance.views.shapes import METHOD_WORDS, address
from schakel.web.formats import clock, dutch_date, euro, weekday_date


def facts(request: HttpRequest, found: Decision) -> list[dict[str, Any]]:
    """The facts as label and value, each with the page it leads to. No database query."""
    rows: list[dict[str, Any]] = [{"label": _("Soort"), "value": found.get_type_display().capitalize()}]
    if found.body:
        href = address("governance:body", request, slug=found.body.slug)
        rows.append({"label": _("Groep"), "value": found.body.name, "href": href})
    if found.meeting:
        href = address("governance:meeting", request, number=found.meeting.number)
        rows.append({"label": _("Overleg"), "value": weekday_date(found.meeting.starts_at), "href": href})
        if found.meeting.late_reason:
            rows.append({"label": _("Achteraf vastgelegd"), "value": _written_late(found)})
    if found.closes_at:
        value = _("tot %(day)s, %(time)s") % {
            "day": dutch_date(found.closes_at),
            "time": clock(found.closes_at),
        }
        rows.append({"label": _("Schriftelijk"), "value": value})
    if found.method:
        rows.append({"label": _("Manier van besluiten"), "value": METHOD_WORDS[Method(found.method)]})
    if found.asks_money:
        rows.append(
            {
                "label": _("Bedrag"),
                "value": euro(found.amount_eur) if found.amount_eur else _("nog niet bekend"),
            }
        )
    if found.dossier.get("points"):
        ready = {name: found.dossier[name] for name in ("n_ready", "n")}
        value = f"{version_words(found.dossier)}; {_('%(n_ready)s van %(n)s punten gereed') % ready}"
        rows.append({"label": _("Poortlijst"), "value": value})
    if found.back_on:
        rows.append({"label": _("Terug op de agenda"), "value": dutch_date(found.back_on)})
    if found.effective_on:
        rows.append({"label": _("Gaat in op"), "value": dutch_date(found.effective_on)})
    return rows


def _written_late(found: Decision) -> str:
    """On which day a decision of an earlier meeting was written down, and why not at once."""
    assert found.meeting is not None
    if found.decided_at is None:
        return found.meeting.late_reason
    words = {"day": dutch_date(found.decided_at), "why": found.meeting.late_reason}
    return _("op %(day)s: %(why)s") % words
