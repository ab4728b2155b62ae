"""What was done stands on who sat where and what they might decide, so no day before it ends any of these."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext as _

from schakel.web.formats import dutch_date


def why_not_end_before_use(until_on: date, last_used_on: date | None, today: date) -> str | None:
    """Why something cannot end on a day that lies behind us: it was still used then. Today is always possible.

    until_on: the day that no longer counts; last_used_on: the last day on which a decision, a vote or a presence
    rests on it.
    """
    if last_used_on is None or until_on >= today or until_on > last_used_on:
        return None
    return _(
        "Op %(day)s is hier nog besloten, gestemd of vergaderd, en dat blijft staan. Kies %(next)s of later."
    ) % {"day": dutch_date(last_used_on), "next": dutch_date(last_used_on + timedelta(days=1))}


def why_not_erase(name: str, began_on: date | None, until_on: date) -> str | None:
    """Why the end of a body or a seat cannot lie there: somebody took a seat on or after that day."""
    if began_on is None or until_on > began_on:
        return None
    return _("%(person)s zit hier sinds %(day)s, en dat blijft staan. Kies %(next)s of later.") % {
        "person": name,
        "day": dutch_date(began_on),
        "next": dutch_date(began_on + timedelta(days=1)),
    }
