"""The rules of what comes from outside: how it came, where a request stands, when an answer is late. No queries."""

from __future__ import annotations

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

#: A link in a mail that proves an address works this many days.
LINK_DAYS = 7
#: Whoever asks to join hears within this many working days when it is decided about.
ANSWER_WORKDAYS = 10
#: So many public texts can still be read before they are approved together.
MOST_TOGETHER = 20


class Channel(TextChoices):
    """How an idea came in."""

    WEB = "web", _("via de website")
    PAPER = "paper", _("op papier")
    PHONE = "phone", _("per telefoon")
    MEETING = "meeting", _("in een bijeenkomst")


#: What the office writes down for a resident did not come through the site.
BY_OFFICE = (Channel.PAPER, Channel.PHONE, Channel.MEETING)


class RequestState(TextChoices):
    """Where a request to join stands."""

    NEW = "new", _("nieuw")
    ADVISED = "advised", _("advies gegeven")
    PROPOSED = "proposed", _("ligt voor besluit")
    ADMITTED = "admitted", _("toegelaten")
    REFUSED = "refused", _("niet toegelaten")


#: The questions that an organisation answers when it asks to join: field, question.
JOIN_QUESTIONS = (
    ("motive", _("Waarom wilt u meedoen?")),
    ("brings", _("Wat brengt u in: mensen, ruimte, gegevens, kennis?")),
    ("agrees", _("Bent u het eens met wat het netwerk wil en hoe het werkt? Waarom?")),
    ("who", _("Wie doet namens u mee, en mag die persoon voor u spreken?")),
)
JOIN_LACKS = {
    "motive": _("Schrijf op waarom u wilt meedoen."),
    "brings": _("Schrijf op wat u inbrengt. Weet u het nog niet? Schrijf dan: nog niet bekend."),
    "agrees": _("Schrijf op of u het eens bent met wat het netwerk wil, en waarom."),
    "who": _("Schrijf op wie namens u meedoet, en of die persoon voor u mag spreken."),
}


def days_late(answer_by: date | None, is_answered: bool, today: date) -> int:
    """Return how many days a promised answer is late; 0 when it is not.

    >>> days_late(date(2026, 3, 2), False, date(2026, 3, 5)), days_late(date(2026, 3, 2), True, date(2026, 3, 5))
    (3, 0)
    """
    if answer_by is None or is_answered or today <= answer_by:
        return 0
    return (today - answer_by).days
