"""What the components of a page want: crumbs, deeds, rows; words are chosen here once for several pages."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from schakel.governance.models import Body, Condition, Decision, Meeting
from schakel.governance.rules import Away, DecisionStatus, MeetingStatus, Method
from schakel.web.formats import dutch_date
from schakel.web.shapes import crumbs

STATUS_LOOK = {
    DecisionStatus.OPEN: "voting",
    DecisionStatus.VALID: "valid",
    DecisionStatus.PROVISIONAL: "provisional",
    DecisionStatus.NOT_CARRIED: "not_carried",
    DecisionStatus.WITHDRAWN: "withdrawn",
}
MEETING_LOOK = {
    MeetingStatus.DRAFT: "planned",
    MeetingStatus.AGENDA: "agenda",
    MeetingStatus.LIVE: "live",
    MeetingStatus.CLOSED: "closed",
}
#: How a group comes to a decision, for who does not know the word.
METHOD_WORDS = {
    Method.MAJORITY: _lazy("meerderheid: meer stemmen voor dan tegen"),
    Method.CONSENSUS: _lazy("consensus: niemand is tegen"),
    Method.CONSENT: _lazy("consent: niemand heeft een bezwaar met reden"),
    Method.WEIGHTED: _lazy("gewogen stemmen: genoeg gewicht voor"),
    Method.CHAIR: _lazy("de voorzitter beslist"),
    Method.DELEGATED: _lazy("de netwerkmanager beslist namens de groep"),
}
CONSENT_LOOK = {"asked": "ask_consent", "given": "given", "refused": "refused"}
GROUND_SLUG = {"partners_in_plan": "inzet", "funder": "financiering"}


def address(name: str, request: HttpRequest, **kwargs: Any) -> str:
    """The address of a page of this network, or nothing where that page does not exist."""
    try:
        return reverse(name, kwargs={"network": request.network.slug, **kwargs})
    except NoReverseMatch:
        return ""


def body_crumbs(request: HttpRequest, body: Body, *more: tuple[str, str] | str) -> list[dict[str, str]]:
    """The way to a body and below."""
    return crumbs(
        (_("Gremia"), address("governance:bodies", request)),
        (body.name, address("governance:body", request, slug=body.slug)),
        *more,
    )


def meeting_crumbs(
    request: HttpRequest, meeting: Meeting, *more: tuple[str, str] | str
) -> list[dict[str, str]]:
    """The way to a meeting and below."""
    return crumbs(
        (_("Overleggen"), address("governance:meetings", request)),
        (meeting.number, address("governance:meeting", request, number=meeting.number)),
        *more,
    )


def decision_crumbs(
    request: HttpRequest, decision: Decision, *more: tuple[str, str] | str
) -> list[dict[str, str]]:
    """The way to a decision and below."""
    return crumbs(
        (_("Besluiten"), address("governance:decisions", request)),
        (decision.number, address("governance:decision", request, number=decision.number)),
        *more,
    )


def away_line(holder: Any, deputy: Any, away: Mapping[UUID, Away], today: date) -> dict[str, Any] | None:
    """Who of a seat is away and who stands in, as the component says it; None where nobody is away.

    Where there is no holder, the deputy is who is missed.
    """
    missed = holder or deputy
    if missed is None or missed.pk not in away:
        return None
    stand_in = deputy if holder else None
    name = stand_in.name if stand_in else ""
    if stand_in and stand_in.pk in away:
        name = f"{name} ({_('ook')} {away[stand_in.pk].in_words(today)})"
    return {"away": away[missed.pk].in_words(today), "deputy": name, "alone": stand_in is None}


def seat_rows(
    request: HttpRequest, body: Body, lines: Sequence[Any], away: Mapping[UUID, Away], today: date
) -> list[dict[str, Any]]:
    """The seats of a body as the component shows them."""
    return [
        {
            "constituency": line.seat.name,
            "href": address("governance:seat", request, slug=body.slug, seat=line.seat.position),
            "holder": line.holder.name if line.holder else "",
            "deputy": line.deputy.name if line.deputy else "",
            "term": _("sinds %(day)s") % {"day": dutch_date(line.holder_since)} if line.holder_since else "",
            # A seat that is called after its role or its partner does not say so twice.
            "is_chair": line.seat.is_chair and line.seat.name.casefold() != _("voorzitter"),
            "is_secretary": line.seat.is_secretary and line.seat.name.casefold() != _("secretaris"),
            "votes": line.seat.is_voting,
            "weight": line.seat.weight,
            "is_vacant": line.is_vacant,
            "is_untold": line.is_untold,
            "about": "" if line.seat.constituency == line.seat.name else line.seat.constituency,
            "away": away_line(line.holder, line.deputy, away, today),
        }
        for line in lines
    ]


def condition_row(condition: Condition, on: date) -> dict[str, Any]:
    """A condition with its fate."""
    if condition.met_on:
        day = dutch_date(condition.met_on)
        note = _("op %(day)s. %(how)s") % {"day": day, "how": condition.met_note}
        return {"state": "met", "text": condition.text, "note": note, "condition": condition}
    if condition.lapsed_on:
        note = _("op %(day)s. %(why)s") % {
            "day": dutch_date(condition.lapsed_on),
            "why": condition.lapsed_reason,
        }
        return {"state": "lapsed", "text": condition.text, "note": note, "condition": condition}
    is_late = condition.is_late(on)
    note = _("%(who)s, uiterlijk %(day)s") % {
        "who": condition.owner,
        "day": dutch_date(condition.due_on),
    }
    return {
        "state": "late" if is_late else "partly",
        "text": condition.text,
        "note": note,
        "condition": condition,
    }


def decision_state(decision: Decision) -> dict[str, str]:
    """How a decision looks in a list: its state and the word that says most."""
    word = decision.verdict_label if decision.status == DecisionStatus.VALID else ""
    if word and decision.title.startswith(str(word)):
        word = ""  # the title says it already
    return {"state": STATUS_LOOK[DecisionStatus(decision.status)], "word": word}


#: The page of a thing that decisions are about, by its type; the label of such a thing begins with its number.
SUBJECT_PAGES = {"initiative": "initiatives:gate"}


def subject_address(request: HttpRequest, decision: Decision) -> str:
    """Where the evidence of a decision is: the gate page of the initiative, as far as that is known."""
    name = SUBJECT_PAGES.get(decision.subject_type, "")
    number = decision.subject_label.partition(" ")[0]
    return address(name, request, number=number) if name and number else ""
