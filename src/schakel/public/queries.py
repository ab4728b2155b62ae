"""Readings for the public pages, through the eyes of a visitor; and for the office, of what came from outside."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core import signing
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.models import Decision, SeatTenure
from schakel.governance.queries.decision_file import Checked, seal_of_decision
from schakel.governance.queries.decision_since import beside_network, besides, earlier, of_network
from schakel.governance.rules import DecisionStatus
from schakel.governance.rules.decision_file import (
    FORMAT,
    PUBLIC,
    VERSION,
    is_same,
    is_whole,
    sealed_with_fingerprint,
)
from schakel.initiatives.models import Initiative
from schakel.initiatives.rules import PUBLIC_LABEL, QUESTIONS, Stage
from schakel.network.models import AgreementParty, Membership
from schakel.network.rules import Precision, Role, in_words
from schakel.public.models import MembershipRequest, OutsideIdea, Publication
from schakel.public.rules import JOIN_QUESTIONS, LINK_DAYS, RequestState, days_late
from schakel.tenancy.context import system

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.network.queries import ChosenArea
    from schakel.people.models import Person

SALT = "schakel.public.link"
#: How many decisions the public page of a network names; the register has them all.
N_DECISIONS = 5
#: In how many of the latest decisions those of one area are looked for.
N_SEARCHED = 5_000


@dataclass(frozen=True)
class Shown:
    """An initiative as everyone may read it: the approved text, and where it stands in plain words."""

    number: str
    text: Publication
    stage: str
    stage_words: str
    theme: str
    since: date | None
    reason: str
    places: frozenset[UUID] = frozenset()

    @property
    def has_ended(self) -> bool:
        """Whether it is looked into, finished, stopped or goes on elsewhere: its outcome is known."""
        return self.stage in {"explored", "finished", "stopped", "rejected", "merged", "referred"}


@dataclass(frozen=True)
class ShownDecision:
    """A decision about a published initiative, as everyone may read it."""

    number: str
    initiative_number: str
    initiative: str
    body: str
    day: str
    verdict: str
    reason: str
    on: str | None = None
    precision: str = ""
    replaced_by: str = ""

    @property
    def words(self) -> str:
        """Everything in it that can be searched."""
        parts = (self.number, self.initiative_number, self.initiative, self.body, self.verdict, self.reason)
        return " ".join(parts).casefold()


def shown(network: Network) -> list[Shown]:
    """The published initiatives of a network, where they stand and take place; nothing else leaves the database.

    Three queries.
    """
    texts = {one.initiative_id: one for one in Publication.objects.published().of(network)}
    with connection.cursor() as cursor:
        cursor.execute("select * from tenancy.public_initiatives(%s)", [network.pk])
        rows = cursor.fetchall()
        cursor.execute("select * from tenancy.public_places(%s)", [network.pk])
        places: dict[UUID, set[UUID]] = defaultdict(set)
        for initiative_id, area_id in cursor.fetchall():
            places[initiative_id].add(area_id)
    return [
        Shown(
            number,
            texts[pk],
            stage,
            str(PUBLIC_LABEL[Stage(stage)]),
            theme or "",
            since,
            reason,
            frozenset(places[pk]),
        )
        for pk, number, stage, theme, since, reason in rows
        if pk in texts
    ]


def shown_decisions(
    network: Network, initiatives: Sequence[Shown], *, n: int | None = None, about: str = ""
) -> list[ShownDecision]:
    """Valid decisions about published initiatives, the latest first. One database query.

    n: only so many of the latest. about: the number of one initiative, when only its decisions are asked.
    """
    titles = {one.number: one.text.title for one in initiatives}
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from tenancy.public_decisions(%s, %s, %s, about => %s)",
            [network.pk, n, timezone.localdate(), about],
        )
        rows = cursor.fetchall()
    return [_shown(row, titles[row[1]]) for row in rows if row[1] in titles]


def _shown(row: Sequence[Any], title: str) -> ShownDecision:
    number, of, body, day, precision, verdict, reason, replaced_by = row
    return ShownDecision(
        number,
        of,
        title,
        body or "",
        in_words(day, precision) if day or precision == Precision.PERIOD else "",
        verdict or "",
        reason or "",
        day.isoformat() if day else None,
        precision or "",
        replaced_by or "",
    )


def fitting(
    decisions: Sequence[ShownDecision],
    initiatives: Sequence[Shown],
    *,
    q: str = "",
    theme: str = "",
    year: str = "",
    area: ChosenArea | None = None,
) -> list[ShownDecision]:
    """Of these decisions, those about something of a theme or in an area, of a year, with each of the words."""
    about = {
        one.number
        for one in initiatives
        if (not theme or one.theme == theme) and (area is None or area.holds(one.places))
    }
    words = q.casefold().split()[:8]
    return [
        one
        for one in decisions
        if one.initiative_number in about
        and (not year or (one.on or "").startswith(year))
        and all(word in one.words for word in words)
    ]


def shown_decision(network: Network, number: str) -> ShownDecision | None:
    """One decision as everyone may read it, or None, asked by its number. Three database queries."""
    if "\0" in number:
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from tenancy.public_decisions(%s, null, %s, known => %s) where number = %s",
            [network.pk, timezone.localdate(), number, number],
        )
        row = cursor.fetchone()
        if row is None:
            return None
        cursor.execute(
            "select initiative_id from tenancy.public_initiatives(%s) where number = %s",
            [network.pk, row[1]],
        )
        texts = Publication.objects.published().of(network).filter(initiative_id__in=cursor.fetchone() or ())
    text = texts.first()
    return _shown(row, text.title) if text else None


def public_content(found: ShownDecision) -> dict[str, Any]:
    """What the public page says of a decision, in plain values."""
    return {
        "number": found.number,
        "title": found.initiative,
        "subject": found.initiative_number,
        "body": found.body,
        "decided_on": {"day": found.on, "precision": found.precision},
        "verdict": found.verdict,
        "public_reason": found.reason,
        "replaced_by": found.replaced_by or None,
    }


def public_file(network: Network, found: ShownDecision) -> dict[str, Any]:
    """A published decision as a file: what the public page says, and the seal over the step by which it counts.

    Three database queries.
    """
    return sealed_with_fingerprint(
        {
            "format": FORMAT,
            "version": VERSION,
            "edition": PUBLIC,
            "network": of_network(network),
            "decision": public_content(found),
            "journal": {"lines": [], "seal": seal_of_decision(network, found.number)},
        }
    )


def check_public(network: Network, told: Mapping[str, Any], found: ShownDecision | None) -> Checked:
    """A file of a published decision beside the public page. At most six database queries."""
    number = str(told["decision"]["number"])[:20]
    if found is None:
        return Checked(number, is_whole(told))
    seal = seal_of_decision(network, found.number)
    known = public_content(found)
    wrong, since = besides(told["decision"], _in_words_of_now(network, told["decision"], known), known)
    of_another, renamed = beside_network(told["network"], network)
    return Checked(
        number=number,
        is_whole=is_whole(told),
        is_known=True,
        differences=(*of_another, *wrong),
        changed_since=(*renamed, *since),
        sealed_at=datetime.fromisoformat(seal["sealed_at"]) if seal else None,
        broken=_fault(told["journal"] or {}, seal),
    )


def _fault(told: Mapping[str, Any], seal: Mapping[str, Any] | None) -> str:
    """What does not fit in the part of a file about the journal; one made before its seal names none."""
    if not is_same(told.get("lines"), []):
        return "lines"
    return "" if told.get("seal") is None or is_same(told["seal"], seal) else "seal"


def _in_words_of_now(network: Network, told: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """What a file says, with the title and the group as they are called now. At most four database queries.

    The title that everyone reads is that of the public text: one it had while it was public counts too.
    """
    now = dict(told)
    if not is_same(told.get("title"), known["title"]):
        with system(network.pk):
            text: Any = Publication.objects.of(network).get(initiative__number=known["subject"])
            versions = text.pgh_event_model.objects.filter(network=network, pgh_obj=text, is_published=True)
            if told.get("title") in versions.values_list("title", flat=True):
                now["title"] = known["title"]
    if told.get("replaced_by") is None:
        now["replaced_by"] = known["replaced_by"]
    if not is_same(told.get("body"), known["body"]):
        with system(network.pk):
            one = Decision.objects.of(network).select_related("body").get(number=known["number"])
            if one.body and told.get("body") in earlier(one.body, "name"):
                now["body"] = known["body"]
    return now


# --- Links in mails


def link_token(kind: str, row: Any) -> str:
    """The signed words in a mail that prove its address is read."""
    asked = {"k": kind, "n": str(row.network_id), "i": str(row.pk)}
    return signing.dumps(asked, salt=SALT, compress=True)


def behind_link(kind: str, network: Network, token: str) -> UUID | None:
    """Which row a link is about, or None when it is broken, too old, of another kind or of another network."""
    try:
        asked = signing.loads(token, salt=SALT, max_age=LINK_DAYS * 24 * 3600)
        if (asked["k"], asked["n"]) != (kind, str(network.pk)):
            return None
        return UUID(asked["i"])
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return None


@dataclass(frozen=True)
class Sent:
    """What somebody sent from outside, to read again before it goes to the network."""

    title: str
    name: str
    lines: Sequence[tuple[str, str]]
    is_in: bool = False


def what_was_sent(kind: str, network: Network, pk: UUID) -> Sent | None:
    """An idea or a request behind a link that was found whole, or None when it is gone. One database query."""
    with system(network.pk):
        if kind == "idea":
            idea = OutsideIdea.objects.of(network).select_related("contact").filter(pk=pk).first()
            if idea is None:
                return None
            asked = [(str(question), idea.answers.get(name, "")) for name, question, _longest in QUESTIONS]
            return Sent(str(idea), idea.contact.name, asked[1:], is_in=idea.initiative_id is not None)
        found = MembershipRequest.objects.of(network).select_related("contact").filter(pk=pk).first()
        if found is None:
            return None
        asked = [(str(question), found.answers.get(name, "")) for name, question in JOIN_QUESTIONS]
        return Sent(
            found.organisation, found.contact.name, asked, is_in=found.contact.verified_at is not None
        )


def hash_of_secret(secret: UUID) -> str:
    """The fingerprint under which the secret of a status page is kept; it has 122 bits of chance, nobody guesses it."""
    return hashlib.sha256(str(secret).encode()).hexdigest()


@dataclass(frozen=True)
class IdeaStatus:
    """What the one who gave an idea may know of it: number, promise, where it stands and why."""

    number: str
    title: str
    stage: str
    stage_words: str
    sent_on: date | None
    answer_by: date | None
    days_late: int
    reason: str
    question: str
    referred_to: str

    @property
    def is_answered(self) -> bool:
        """Whether the network said something about it."""
        return self.stage != Stage.SUBMITTED


def idea_status(network: Network, number: str, secret: UUID, today: date) -> IdeaStatus | None:
    """The status of an idea for who has its secret link. Two database queries."""
    with system(network.pk):
        found = (
            OutsideIdea.objects.of(network)
            .filter(initiative__number=number, secret_hash=hash_of_secret(secret))
            .select_related("initiative__merged_into")
            .first()
        )
    if found is None or found.initiative is None:
        return None
    return _status(found.initiative, today)


def _status(one: Initiative, today: date) -> IdeaStatus:
    return IdeaStatus(
        number=one.number,
        title=one.title,
        stage=one.stage,
        stage_words=one.public_label,
        sent_on=one.submitted_at.date() if one.submitted_at else None,
        answer_by=one.answer_by,
        days_late=days_late(one.answer_by, one.stage != Stage.SUBMITTED, today),
        reason=one.public_reason,
        question=one.question_to_submitter,
        referred_to=one.referred_to,
    )


# --- For the office


@dataclass(frozen=True)
class Contribution:
    """An idea from outside as the office sees it: who can be answered, where it stands, whether that is late."""

    idea: OutsideIdea
    status: IdeaStatus | None


def contributions(network: Network, person: Person, today: date) -> list[Contribution]:
    """Ideas from outside, late ones first. One database query."""
    rows = OutsideIdea.objects.visible_to(person).of(network)
    rows = rows.select_related("contact", "initiative", "registered_by")
    found = [
        Contribution(row, _status(row.initiative, today) if row.initiative else None) for row in rows[:300]
    ]
    return sorted(found, key=lambda one: -(one.status.days_late if one.status else 0))


def deciding(request: MembershipRequest) -> Decision:
    """The decision about a request: that of the body that took it over, when it was laid before another one."""
    decision = request.decision
    assert decision is not None, "a proposed request has its decision"
    while later := decision.escalated_to.filter(ratifies__isnull=True).order_by("recorded_at").last():
        decision = later
    return decision


def is_taken_back(request: MembershipRequest) -> bool:
    """Whether the proposal about a request was withdrawn, so that it can be laid before a body again."""
    return request.state == RequestState.PROPOSED and deciding(request).status == DecisionStatus.WITHDRAWN


def requests(network: Network, person: Person) -> list[MembershipRequest]:
    """Requests to join of which the address was proved, the latest first. One database query."""
    rows = MembershipRequest.objects.visible_to(person).of(network).filter(contact__verified_at__isnull=False)
    return list(rows.select_related("contact", "decision", "partner")[:200])


def onboarding(request: MembershipRequest, person: Person, today: date) -> list[tuple[str, bool]]:
    """What still has to happen for a new partner, each with whether it is done. Three database queries."""
    partner = request.partner
    if partner is None:
        return []
    people = (
        Membership.objects.visible_to(person).filter(partner=partner, role=Role.REPRESENTATIVE).held_on(today)
    )
    seats = SeatTenure.objects.visible_to(person).filter(seat__partner=partner).held_on(today)
    signed = AgreementParty.objects.visible_to(person).filter(partner=partner, signed_on__isnull=False)
    return [
        (_("Een vertegenwoordiger is uitgenodigd en doet mee"), people.exists()),
        (_("De partner heeft een zetel, en er zit iemand op"), seats.exists()),
        (_("De partner tekende de overeenkomst"), signed.exists()),
        (_("De partner vertelt wat zij wil en inbrengt"), bool(partner.wants or partner.offers)),
    ]


@dataclass(frozen=True)
class Editable:
    """An initiative with its public text, if there is one."""

    initiative: Initiative
    text: Publication | None


def editable(network: Network, person: Person) -> list[Editable]:
    """Initiatives past the intake with their public text. Two database queries."""
    texts = {one.initiative_id: one for one in Publication.objects.visible_to(person).of(network)}
    rows = Initiative.objects.visible_to(person).of(network).exclude(stage=Stage.SUBMITTED)
    return [Editable(row, texts.get(row.pk)) for row in rows.order_by("-number")[:500]]


def not_yet_public(network: Network, person: Person, numbers: Sequence[str]) -> list[Editable]:
    """Of these initiatives, those that were answered and that nobody outside can read about. Two database queries."""
    wanted = set(numbers)
    return [
        one
        for one in editable(network, person)
        if one.initiative.number in wanted and not (one.text and one.text.is_published)
    ]
