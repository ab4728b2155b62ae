"""What the page of one decision shows: the verdict, its proofs, the votes, and what each person can do now."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.documents.rules import Subject
from schakel.documents.showing import shelf_of
from schakel.governance import permissions, queries
from schakel.governance.forms import ConditionMetForm, ObjectionForm, ReasonForm
from schakel.governance.models import Body, Decision, Vote
from schakel.governance.rules import Away, Choice, ConsentState, DecisionStatus, MeetingStatus, Method
from schakel.governance.views.decision_consents import consent_rows, representatives
from schakel.governance.views.decision_facts import facts
from schakel.governance.views.shapes import (
    address,
    away_line,
    condition_row,
    decision_crumbs,
    decision_state,
    subject_address,
)
from schakel.web.charts import Part, Strip, strip
from schakel.web.formats import clock, dutch_date, weekday_date
from schakel.web.moments import has_come
from schakel.web.shapes import crumbs, deed


def decision_context(
    request: HttpRequest, found: Decision, now: datetime, condition_form: ConditionMetForm | None = None
) -> dict[str, Any]:
    """Everything the page of a decision needs."""
    page = queries.decision_with_proofs(found, now)
    asked: list[Any] = [*page.consents, *page.conditions]
    for one in asked:
        one.network, one.decision = found.network, found
    today = timezone.localdate(now)
    day = _day_that_counts(found, today)
    away = _away(found, today, day)
    votes = _vote_rows(request, found, page, away, today)
    return {
        "decision": found,
        "page": page,
        "today": today,
        "crumbs": decision_crumbs(request, found)[:1] + crumbs(found.number),
        "facts": facts(request, found),
        "card": card(found, page, today),
        "evidence": subject_address(request, found),
        "votes": votes,
        "strip": _strip(votes, page),
        "help": _who_can_help(found, page, today) if found.is_provisional else [],
        "consents": consent_rows(request, found, page, day, today, away),
        "conditions": [_condition_row(request, one, today, condition_form) for one in page.conditions],
        "links": _links(request, found, page),
        "replaced_by": _replaced_by(request, found, today),
        "deeds": _deeds(request, found, page, now),
        "turn": _turn(request, found, page, now),
        "proposed": _verdict_words(found),
        "shelf": shelf_of(
            request.user,
            request.network,
            Subject.DECISION,
            found.pk,
            found.number,
            refusal=permissions.why_not_add_document(request.user, found),
        ),
    }


def card(found: Decision, page: Any, today: date) -> dict[str, Any]:
    """The decision card with its four proofs."""
    look = decision_state(found)
    return {
        "title": _("Het besluit") if not found.is_open else _("Zoals het nu staat"),
        "number": found.number,
        "state": look["state"],
        "verdict": look["word"],
        "by": _taken_by(found),
        "reason": found.reason,
        "question": _question(found),
        "answer": _answer(found, page),
        "proofs": _proofs(found, page),
    }


def _proofs(found: Decision, page: Any) -> list[Any]:
    """The four proofs; as long as nobody spoke, quorum and method cannot be told yet."""
    if not found.is_open or _has_begun(page):
        return list(page.proofs)
    waiting = {
        "quorum": _("Nog niet te zeggen of er genoeg leden meedoen."),
        "method": _("Er is nog niet gestemd."),
    }
    return [
        replace(proof, ok=None, words=waiting[proof.code]) if proof.code in waiting else proof
        for proof in page.proofs
    ]


def _has_begun(page: Any) -> bool:
    """Whether any seat was there or said something."""
    return any(line.is_present or line.vote for line in page.lines)


def _question(found: Decision) -> str:
    if found.is_open:
        return _("Kan deze groep dit nu geldig besluiten?")
    if found.method == Method.DELEGATED:
        return _("Mocht dit zo worden besloten?")
    return _("Mocht deze groep dit besluiten?")


def _answer(found: Decision, page: Any) -> str:
    if found.is_historic:
        return _("De bron zegt niet alles.")
    if found.is_open:
        if any(proof.ok is False for proof in _proofs(found, page)):
            return _("Nog niet: er ontbreekt iets.")
        return _("Ja, alles is er.") if _has_begun(page) else _("Dat blijkt als er gestemd is.")
    if found.status == DecisionStatus.VALID:
        return _("Ja.")
    if found.status == DecisionStatus.PROVISIONAL:
        return _("Nog niet: er ontbreekt iets.")
    return _("Het voorstel kreeg niet genoeg steun.") if found.status == DecisionStatus.NOT_CARRIED else ""


def _taken_by(found: Decision) -> str:
    """Who took it, and when."""
    who = found.body.name if found.body else _("groep niet in de bron")
    if found.decided_by_person:
        who = _("%(person)s, namens %(body)s") % {"person": found.decided_by_person.name, "body": who}
    return f"{who}, {found.decided_in_words}" if found.decided_in_words else who


def _verdict_words(found: Decision) -> str:
    return found.verdict_label if found.options or found.verdict else ""


def _who_can_help(found: Decision, page: Any, today: date) -> list[dict[str, str]]:
    """For each thing that is missing, who can bring it. At most one database query."""
    rows = []
    for proof in page.proofs:
        if proof.ok is not False:
            continue
        if proof.code == "consents":
            help_words = representatives(found, page, today)
        elif page.could_ratify:
            names = _(" of ").join(one.name for one in page.could_ratify)
            help_words = _("%(body)s had op die dag wel mandaat en kan dit bekrachtigen.") % {"body": names}
        else:
            help_words = _("Geen andere groep had op die dag mandaat. De groep kan een nieuw besluit nemen.")
        rows.append({"words": proof.words, "help": help_words})
    return rows


def _day_that_counts(found: Decision, today: date) -> date:
    """The day by which somebody must speak: that of the meeting or of the close, as long as it is to come."""
    day = today
    if found.is_open and found.closes_at is not None:
        day = timezone.localdate(found.closes_at)
    elif found.is_open and found.meeting is not None:
        day = found.meeting.held_on
    return max(day, today)


def _away(found: Decision, today: date, day: date) -> dict[UUID, Away]:
    """Who is away while somebody may still have to vote or consent. At most one database query."""
    if not (found.is_open or found.is_provisional):
        return {}
    return queries.away_between(found.network, today, day)


def _vote_rows(
    request: HttpRequest, found: Decision, page: Any, away: Mapping[UUID, Away], today: date
) -> list[dict[str, Any]]:
    """What each seat said; nobody voted when one person decided or when the source tells nothing."""
    if found.is_historic or found.method == Method.DELEGATED:
        return []
    for line in page.lines:
        if line.recusal and line.recusal.decision_id:
            line.recusal.decision = found
    rows = []
    for line in page.lines:
        if _has_say(line):
            row = _vote_row(request, found, line)
            if found.is_open and row["state"] in {"asked", "absent"}:
                row["away"] = away_line(line.holder, line.deputy, away, today)
            rows.append(row)
    return rows


#: What seats say, as words beside a count, in the order in which they are drawn: who takes part first.
COUNTED: dict[str, str | Promise] = {
    "for": gettext_lazy("voor"),
    "against": gettext_lazy("tegen"),
    "objection": gettext_lazy("bezwaar"),
    "withdrawn": gettext_lazy("bezwaar ingetrokken"),
    "abstain": gettext_lazy("onthouding"),
    "asked": gettext_lazy("zonder stem"),
    "absent": gettext_lazy("niet aanwezig"),
    "recused": gettext_lazy("stemt niet mee"),
    "vacant": gettext_lazy("zetel vrij"),
}


def _strip(votes: Sequence[dict[str, Any]], page: Any) -> Strip | None:
    """The seats as cells by what they said, with a line where enough of them take part."""
    n = Counter(row["state"] for row in votes)
    if not n.keys() & {"for", "against", "objection", "withdrawn", "abstain"}:
        return None
    parts = [Part(state, n[state], f"{n[state]} {words}") for state, words in COUNTED.items()]
    needed = page.quorum.needed
    return strip(
        parts, needed=needed, needed_words=_("streep: zoveel leden moeten meedoen (%(n)d)") % {"n": needed}
    )


def _has_say(line: Any) -> bool:
    """Seats that listen are only named when they said something after all."""
    return line.seat.is_voting or line.vote is not None or line.recusal is not None


def _vote_row(request: HttpRequest, found: Decision, line: Any) -> dict[str, Any]:
    """One seat: what it said, and taking back an objection or a recusal while that is possible."""
    row: dict[str, Any] = {
        "seat": line.seat,
        "person": line.person.name if line.person else "",
        "reason": "",
        "deputy": bool(line.vote and line.vote.is_deputy),
        "author": found.brought_in_by(line.person),
    }
    if line.recusal:
        row |= {
            "state": "recused",
            "reason": line.recusal.reason,
            "person": str(line.recusal.person or row["person"]),
        }
        if found.is_open and permissions.why_not_withdraw_recusal(request.user, line.recusal) is None:
            row["take_back"] = ReasonForm(auto_id=f"id_{line.recusal.pk}_%s")
            row["recusal"] = line.recusal
    elif line.vote:
        row |= {"state": line.vote.choice, "reason": line.vote.reason}
        if line.vote.is_withdrawn:
            row |= {"state": "withdrawn", "word": _("Bezwaar ingetrokken")}
        elif line.vote.choice == Choice.OBJECTION and _may_take_back(request, found, line.vote):
            row["objection"] = ObjectionForm(initial={"vote": line.vote.pk}, auto_id=f"id_{line.vote.pk}_%s")
    elif not line.is_filled:
        row["state"] = "vacant"
    elif found.is_written or (found.is_open and not line.is_known):
        row |= {"state": "asked", "word": _("Nog niet gestemd") if found.is_open else _("Niet gestemd")}
    elif line.is_present:
        row |= {"state": "asked", "word": _("Aanwezig, geen stem")}
    else:
        row["state"] = "absent"
    return row


def _may_take_back(request: HttpRequest, found: Decision, vote: Vote) -> bool:
    return found.is_open and permissions.why_not_withdraw_objection(request.user, vote) is None


def _condition_row(
    request: HttpRequest, one: Any, today: date, condition_form: ConditionMetForm | None
) -> dict[str, Any]:
    row = condition_row(one, today)
    if one.is_unmet:
        refusal = permissions.why_not_meet_condition(request.user, one)
        row["refusal"] = refusal
        if refusal is None:
            is_this = condition_form is not None and condition_form.data.get("condition") == str(one.pk)
            row["is_open"] = is_this
            row["form"] = (
                condition_form
                if is_this
                else ConditionMetForm(
                    initial={"condition": one.pk, "met_on": today}, auto_id=f"id_{one.pk}_%s"
                )
            )
    return row


def _replaced_by(request: HttpRequest, found: Decision, today: date) -> dict[str, str] | None:
    """The later decision that takes the place of this one, now or when its last mandate ends. Two database queries."""
    later = found.superseded_by.first()
    if later is None:
        return None
    words = {"number": later.number, "day": later.decided_in_words}
    until = found.granted_until()
    if until is not None and until > today:
        heading = _("Dit besluit wordt vervangen op %(day)s.") % {"day": dutch_date(until)}
        text = _(
            "Tot die dag geldt nog een mandaat uit dit besluit. Daarna gaat %(number)s van %(day)s voor."
        )
    else:
        heading = _("Dit besluit is vervangen.")
        text = _("%(number)s van %(day)s ging voor. Wat hier staat, blijft leesbaar.")
    return {
        "heading": heading,
        "text": text % words,
        "href": address("governance:decision", request, number=later.number),
        "label": _("Bekijk %(number)s") % {"number": later.number},
    }


def _links(request: HttpRequest, found: Decision, page: Any) -> list[dict[str, str]]:
    """The decisions before and after this one."""
    pairs: list[tuple[str, Decision]] = []
    if found.supersedes:
        pairs.append((_("Vervangt"), found.supersedes))
    if found.ratifies:
        pairs.append((_("Bekrachtigt"), found.ratifies))
    pairs += [(_("Ter bekrachtiging bij %(body)s") % {"body": one.body}, one) for one in page.ratified_by]
    if found.escalated_from:
        pairs.append((_("Voorgelegd na"), found.escalated_from))
    pairs += [(_("Voorgelegd aan %(body)s") % {"body": one.body}, one) for one in page.escalated_to]
    return [
        {
            "label": label,
            "value": f"{one.number} {one.title}",
            "href": address("governance:decision", request, number=one.number),
        }
        for label, one in pairs
    ]


def _turn(request: HttpRequest, found: Decision, page: Any, now: datetime) -> dict[str, str] | None:
    """What is asked of the reader on this page, if anything."""
    asked = [one for one in page.consents if one.state == ConsentState.ASKED and one.is_required]
    for one in asked:
        if permissions.why_not_consent(request.user, one) is None:
            words = _("%(partner)s moet nog antwoorden. Zonder akkoord geldt het besluit niet.")
            text = words % {"partner": one.partner.name}
            return {"text": text, "href": "#akkoord", "label": _("Naar het akkoord")}
    if not found.is_open:
        return _turn_to_meeting(request, found)
    return _turn_to_vote(request, found, page, now) or _turn_to_record(request, found, page, now)


def _turn_to_meeting(request: HttpRequest, found: Decision) -> dict[str, str] | None:
    """Taken in a meeting that still goes on: who runs it goes back there."""
    meeting = found.meeting
    if meeting is None or meeting.status != MeetingStatus.LIVE:
        return None
    if permissions.why_not_run_meeting(request.user, meeting):
        return None
    return {
        "text": _("Het overleg is nog bezig."),
        "href": address("governance:meeting", request, number=meeting.number),
        "label": _("Terug naar het overleg"),
    }


def _turn_to_record(request: HttpRequest, found: Decision, page: Any, now: datetime) -> dict[str, str] | None:
    """The secretary writes down the votes, or closes a round in which everyone spoke or whose time is over."""
    if found.meeting is not None and permissions.why_not_record(request.user, found, now) is None:
        href = address("governance:record_votes", request, number=found.number)
        return {
            "text": _("U legt vast wat elke zetel zegt."),
            "href": href,
            "label": _("Leg de stemmen vast"),
        }
    all_voted = queries.has_everyone_voted(page.lines)
    if found.is_written and permissions.why_not_close(request.user, found, now, all_voted=all_voted) is None:
        href = address("overview:close_decision", request, number=found.number)
        return {
            "text": _("De schriftelijke ronde is voorbij."),
            "href": href,
            "label": _("Sluit de stemming"),
        }
    return None


def _turn_to_vote(request: HttpRequest, found: Decision, page: Any, now: datetime) -> dict[str, str] | None:
    if found.closes_at is None or has_come(found.closes_at, now):
        return None
    if all(line.vote is not None for line in _own_lines(request, found, page)):
        return None
    words = _("U kunt stemmen tot %(day)s om %(time)s.")
    return {
        "text": words % {"day": weekday_date(found.closes_at), "time": clock(found.closes_at)},
        "href": address("governance:cast_vote", request, number=found.number),
        "label": _("Lees en stem"),
    }


def _deeds(request: HttpRequest, found: Decision, page: Any, now: datetime) -> list[dict[str, Any]]:
    """What can be done with this decision now, by whom; greyed with the reason where it cannot."""
    if found.is_historic or found.body is None:
        return []
    if found.is_open:
        return _open_deeds(request, found, page, now)
    if found.is_provisional:
        return [*_provisional_deeds(request, found, page), *_withdraw_deeds(request, found)]
    if page.judgement.must_escalate and not page.escalated_to:
        return [_escalate_deed(request, found, found.body)]
    return []


def _open_deeds(request: HttpRequest, found: Decision, page: Any, now: datetime) -> list[dict[str, Any]]:
    def to(name: str) -> str:
        return address(name, request, number=found.number)

    person, body = request.user, found.body
    assert body is not None
    deeds: list[dict[str, Any]] = []
    if found.is_written:
        all_voted = queries.has_everyone_voted(page.lines)
        why_not = permissions.why_not_close(person, found, now, all_voted=all_voted)
        deeds.append(_vote_deed(request, found, page, now, to("governance:cast_vote")))
        deeds.append(deed(_("Sluit de stemming"), to("overview:close_decision"), refusal=why_not, quiet=True))
    elif found.meeting:
        why_not = permissions.why_not_record(person, found, now)
        deeds.append(deed(_("Leg de stemmen vast"), to("governance:record_votes"), refusal=why_not))
    else:
        why_not = permissions.why_not_put_on_agenda(person, body)
        deeds.append(
            deed(_("Open een schriftelijke ronde"), to("governance:put_in_writing"), refusal=why_not)
        )
    if _own_lines(request, found, page):
        deeds.append(deed(_("Ik ben betrokken en stem niet mee"), to("governance:recuse"), quiet=True))
    if permissions.why_not_escalate(person, found, body.parent) is None or page.judgement.must_escalate:
        deeds.append(_escalate_deed(request, found, body))
    return [*deeds, *_withdraw_deeds(request, found)]


def _withdraw_deeds(request: HttpRequest, found: Decision) -> list[dict[str, Any]]:
    """Taking back a proposal, or a decision that does not count yet, by who may."""
    if permissions.why_not_withdraw(request.user, found) is not None:
        return []
    label = _("Trek dit besluit in") if found.is_provisional else _("Trek dit voorstel in")
    return [deed(label, address("overview:withdraw", request, number=found.number), quiet=True)]


def _vote_deed(request: HttpRequest, found: Decision, page: Any, now: datetime, href: str) -> dict[str, Any]:
    """Voting oneself: for who sits on a seat, else the reason."""
    mine = {one.seat_id for one in permissions.standing(request.user, found.network).seats}
    seats = [line.seat for line in page.lines if line.seat.pk in mine]
    if not seats:
        refusal = _("Alleen wie in %(body)s zit, stemt.") % {"body": found.body}
        return deed(_("Stem"), href, refusal=refusal)
    for seat in seats:
        seat.network = found.network
    reasons = [permissions.why_not_vote(request.user, found, seat, now) for seat in seats]
    return deed(_("Stem"), href, refusal=None if None in reasons else reasons[0])


def _own_lines(request: HttpRequest, found: Decision, page: Any) -> list[Any]:
    """The voting seats of the reader that take part."""
    seats = permissions.standing(request.user, found.network).seats
    mine = {seat.seat_id for seat in seats if seat.is_voting}
    return [line for line in page.lines if line.seat.pk in mine and not line.recusal]


def _escalate_deed(request: HttpRequest, found: Decision, body: Body) -> dict[str, Any]:
    above = body.parent
    label = _("Leg voor aan %(body)s") % {"body": above.name} if above else _("Leg voor aan een andere groep")
    return deed(
        label,
        address("overview:escalate", request, number=found.number),
        refusal=permissions.why_not_escalate(request.user, found, above) if above else None,
        quiet=True,
    )


def _provisional_deeds(request: HttpRequest, found: Decision, page: Any) -> list[dict[str, Any]]:
    if not any(proof.ok is False for proof in page.proofs if proof.code != "consents"):
        return []
    href = address("governance:ratify", request, number=found.number)
    if not page.could_ratify:
        refusal = _("Geen andere groep had op die dag mandaat. Neem een nieuw besluit.")
        return [deed(_("Laat dit bekrachtigen"), href, refusal=refusal)]
    reasons = [permissions.why_not_ratify(request.user, found, one) for one in page.could_ratify]
    names = _(" of ").join(one.name for one in page.could_ratify)
    label = _("Laat dit bekrachtigen door %(body)s") % {"body": names}
    return [deed(label, href, refusal=None if None in reasons else reasons[0], id="bekrachtig")]
