"""Kinds of notices, how people hear of them, and what may stand in the head of a mail."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

#: A digest is read in a minute: about four words a second, some twenty words a line.
DIGEST_LINES = 12
#: Monday; the days of a week count from 0.
DIGEST_WEEKDAY = 0
#: What everybody has read by then is forgotten.
KEEP_NOTICES, KEEP_MAIL = timedelta(days=365), timedelta(days=90)
#: How long marking everything as read can be taken back.
UNDO = timedelta(minutes=10)
LONGEST_SUBJECT = 140


class Delivery(models.TextChoices):
    """How a person hears of something; the bell always has it."""

    AT_ONCE = "at_once", _("meteen een mail")
    DIGEST = "digest", _("in de weekmail")
    BELL = "bell", _("alleen bij de bel")


class MailState(models.TextChoices):
    """What became of a mail."""

    WAITING = "waiting", _("wacht")
    SENDING = "sending", _("wordt verstuurd")
    SENT = "sent", _("verstuurd")
    FAILED = "failed", _("geweigerd")
    UNCERTAIN = "uncertain", _("onzeker")
    SHOWN = "shown", _("alleen in de demo")


class Kind(models.TextChoices):
    """What happened."""

    RECEIPT = "receipt", _("Uw idee is binnen")
    ANSWER = "answer", _("Antwoord op uw idee")
    QUESTION = "question", _("Een vraag over uw idee")
    INTAKE = "intake", _("Een nieuw idee wacht op antwoord")
    PROPOSAL = "proposal", _("Een voorstel voor uw groep")
    REPLY = "reply", _("Een antwoord op uw vraag")
    SCORE = "score", _("U beoordeelt een idee")
    VIEW = "view", _("De kijk van uw organisatie gevraagd")
    PROMISE = "promise", _("Een toezegging gevraagd")
    VOTE = "vote", _("U stemt over een voorstel")
    STAND_IN = "stand_in", _("U vervangt iemand die afwezig is")
    CONSENT = "consent", _("Akkoord van uw organisatie gevraagd")
    DECIDED = "decided", _("Een besluit over uw initiatief")
    CONDITION_SOON = "condition_soon", _("Een voorwaarde moet binnenkort vervuld zijn")
    CONDITION_LATE = "condition_late", _("Een voorwaarde is te laat")
    LEFT_BEHIND = "left_behind", _("Na een vertrek bleef iets liggen")
    ACCEPTANCE = "acceptance", _("Gevraagd: wordt het gewoon werk bij uw organisatie?")
    OBJECTION = "objection", _("Een bezwaar tegen een voorstel")
    UPDATE = "update", _("Uw stand van zaken gevraagd")
    RENEWAL = "renewal", _("Een overeenkomst loopt af")
    OBLIGATION = "obligation", _("Wat uw organisatie in een overeenkomst beloofde")
    VERDICT = "verdict", _("Een oordeel over wat een initiatief beloofde")
    FIGURE_DUE = "figure_due", _("Een cijfer is aan de beurt")
    FIGURE_LATE = "figure_late", _("Een cijfer is te laat")
    MENTION = "mention", _("U wordt genoemd in een gesprek")
    JOB = "job", _("Een taak van u is klaar")


@dataclass(frozen=True)
class Manner:
    """How a kind looks, and how people hear of it when they chose nothing."""

    delivery: Delivery
    look: str
    word: str


MANNERS: dict[Kind, Manner] = {
    Kind.RECEIPT: Manner(Delivery.AT_ONCE, "ready", _("Ontvangen")),
    Kind.ANSWER: Manner(Delivery.AT_ONCE, "ask_intake", _("Antwoord")),
    Kind.QUESTION: Manner(Delivery.AT_ONCE, "ask_view", _("Vraag aan u")),
    Kind.INTAKE: Manner(Delivery.DIGEST, "ask_intake", _("Nieuw idee")),
    Kind.PROPOSAL: Manner(Delivery.DIGEST, "ask_decision", _("Voorstel")),
    Kind.REPLY: Manner(Delivery.DIGEST, "ask_promise", _("Antwoord")),
    Kind.SCORE: Manner(Delivery.AT_ONCE, "ask_score", _("Score gevraagd")),
    Kind.VIEW: Manner(Delivery.AT_ONCE, "ask_view", _("Kijk gevraagd")),
    Kind.PROMISE: Manner(Delivery.AT_ONCE, "ask_promise", _("Toezegging gevraagd")),
    Kind.VOTE: Manner(Delivery.AT_ONCE, "ask_vote", _("Stem gevraagd")),
    Kind.STAND_IN: Manner(Delivery.AT_ONCE, "away", _("U vervangt")),
    Kind.CONSENT: Manner(Delivery.AT_ONCE, "ask_consent", _("Akkoord gevraagd")),
    Kind.DECIDED: Manner(Delivery.AT_ONCE, "ask_decision", _("Besluit")),
    Kind.CONDITION_SOON: Manner(Delivery.DIGEST, "ask_work", _("Voorwaarde")),
    Kind.CONDITION_LATE: Manner(Delivery.AT_ONCE, "late", _("Te laat")),
    Kind.LEFT_BEHIND: Manner(Delivery.AT_ONCE, "left", _("Vertrek")),
    Kind.ACCEPTANCE: Manner(Delivery.AT_ONCE, "ask_accept", _("Borging")),
    Kind.OBJECTION: Manner(Delivery.AT_ONCE, "ask_decision", _("Bezwaar")),
    Kind.UPDATE: Manner(Delivery.AT_ONCE, "ask_update", _("Stand van zaken")),
    Kind.RENEWAL: Manner(Delivery.AT_ONCE, "ask_work", _("Overeenkomst")),
    Kind.OBLIGATION: Manner(Delivery.AT_ONCE, "ask_promise", _("Verplichting")),
    Kind.VERDICT: Manner(Delivery.AT_ONCE, "ask_decision", _("Oordeel")),
    Kind.FIGURE_DUE: Manner(Delivery.DIGEST, "ask_work", _("Cijfer gevraagd")),
    Kind.FIGURE_LATE: Manner(Delivery.AT_ONCE, "late", _("Te laat")),
    Kind.MENTION: Manner(Delivery.AT_ONCE, "ask_view", _("Genoemd")),
    Kind.JOB: Manner(Delivery.BELL, "ready", _("Taak")),
}

_ADDRESS = re.compile(
    r"[^\s@<>\",;:\\()\[\]\x00-\x1f\x7f]+@[^\s@<>\",;:\\()\[\]\x00-\x1f\x7f]+\.[^\s@<>\",;:\\()\[\]\x00-\x1f\x7f.]+"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\s]+")


def is_address(address: str) -> bool:
    """Tell whether mail may go to this address: one address, on one line, nothing else in it.

    >>> [is_address(one) for one in ("anna@voorbeeld.test", "anna@voorbeeld.test\\nBcc: x@y.test", "a@b.test,c@d.test")]
    [True, False, False]
    """
    return len(address) <= 254 and _ADDRESS.fullmatch(address) is not None


def one_line(text: str, longest: int = LONGEST_SUBJECT) -> str:
    """Write a text on one line, so that nothing in it can become a header of its own.

    >>> one_line("Uw idee\\r\\nBcc: x@y.test", 30)
    'Uw idee Bcc: x@y.test'
    """
    line = _CONTROL.sub(" ", text).strip()
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
