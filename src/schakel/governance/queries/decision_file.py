"""A decision as a file that can be checked, and such a file beside what the register and its journal say now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from schakel.governance.models import Condition, ConsentRequest, Decision
from schakel.governance.queries.decision_since import beside_network, besides, in_words_of_now, of_network
from schakel.governance.rules.decision_file import (
    FORMAT,
    FULL,
    VERSION,
    Difference,
    is_same,
    is_whole,
    sealed_with_fingerprint,
)
from schakel.journal import queries as journal
from schakel.journal.models import Entry, Seal
from schakel.journal.rules import fingerprint_of, seal_of
from schakel.journal.words import said
from schakel.methods.fingerprints import canonical
from schakel.network.models import Network
from schakel.tenancy.context import system

#: The steps by which a decision counts.
COUNTS = ("decided", "became valid", "ratified", "recorded history")


@dataclass(frozen=True)
class Later:
    """One thing that happened with a decision after a file was made."""

    at: datetime
    words: str


@dataclass(frozen=True)
class Checked:
    """What came of checking a file.

    is_whole: its own fingerprint fits. is_known: the register has this decision for who asks. changed_since: what may
    change beside a decision without a step of it, as the name of a group. sealed_at: when what the register says was
    sealed, None while it waits for its seal. broken: what in the journal does not fit, in a word.
    """

    number: str
    is_whole: bool
    is_known: bool = False
    differences: tuple[Difference, ...] = ()
    changed_since: tuple[Difference, ...] = ()
    later: tuple[Later, ...] = ()
    sealed_at: datetime | None = None
    broken: str = ""

    @property
    def fits(self) -> bool:
        """The file says what the register says, and the journal is whole."""
        return self.says_the_decision and not self.changed_since

    @property
    def says_the_decision(self) -> bool:
        """What differs, if anything, is no part of what was decided."""
        return self.is_whole and self.is_known and not self.differences and not self.broken

    @property
    def has_moved_on(self) -> bool:
        """What differs may change by a later step, and there were later steps; whether it is so, nobody can say."""
        return bool(self.later) and not any(one.stands for one in self.differences)


def decision_file(decision: Decision) -> dict[str, Any]:
    """The whole decision with its place in the journal, and the fingerprint of it all.

    Four database queries; one more for each of at most two decisions that it ratifies or takes over.
    """
    return sealed_with_fingerprint(
        {
            "format": FORMAT,
            "version": VERSION,
            "edition": FULL,
            "network": of_network(decision.network),
            "decision": content(decision),
            "journal": _journal(decision),
        }
    )


def content(decision: Decision) -> dict[str, Any]:
    """What was decided, in plain values that stay the same whatever words the screen has. At most four queries."""
    mandate = decision.mandate
    return {
        "number": decision.number,
        "type": decision.type,
        "title": decision.title,
        "text": decision.proposal,
        "subject": decision.subject_label,
        "body": decision.body.name if decision.body else None,
        "method": decision.method,
        "status": decision.status,
        "verdict": decision.verdict_label,
        "decided_on": {"day": _day(decision.decided_on), "precision": decision.decided_precision},
        "effective_on": _day(decision.effective_on),
        "amount_eur": _euros(decision.amount_eur),
        "reason": decision.reason,
        "public_reason": decision.public_reason,
        "mandate": mandate
        and {
            "types": list(mandate.decision_types),
            "ceiling_eur": _euros(mandate.ceiling_eur),
            "valid_from": _day(mandate.valid_from),
            "valid_until": _day(mandate.valid_until),
        },
        "proofs": [
            {"code": one.code, "ok": one.ok, "words": one.words}
            for one in (decision.judgement.proofs if decision.judgement else ())
        ],
        "votes": [_vote(one) for one in decision.proof.get("seats", ())],
        "consents": [_consent(one) for one in decision.consents.select_related("partner")],
        "conditions": [
            _condition(one)
            for one in decision.conditions.select_related("owner_partner").order_by("due_on", "pk")
        ],
        "follows": [
            {"how": how, "number": other.number}
            for how, other in (
                ("supersedes", decision.supersedes),
                ("ratifies", decision.ratifies),
                ("escalated_from", decision.escalated_from),
            )
            if other
        ],
    }


def _vote(seat: Mapping[str, Any]) -> dict[str, Any]:
    """What a seat said, without the name of a person."""
    return {
        name: seat.get(name) for name in ("seat", "is_voting", "is_present", "choice", "reason", "recused")
    }


def _consent(one: ConsentRequest) -> dict[str, Any]:
    return {
        "partner": one.partner.name,
        "ground": one.ground,
        "is_required": one.is_required,
        "state": one.state,
        "reason": one.reason,
    }


def _condition(one: Condition) -> dict[str, Any]:
    return {
        "text": one.text,
        "owner": one.owner_partner.name if one.owner_partner else None,
        "due_on": _day(one.due_on),
        "met_on": _day(one.met_on),
        "lapsed_on": _day(one.lapsed_on),
    }


def _journal(decision: Decision) -> dict[str, Any]:
    """The lines about a decision, each as a fingerprint, and the seal over the last one. Two database queries."""
    entries = _entries(decision)
    last = entries[-1].sequence if entries else 0
    return {"lines": [_line(one) for one in entries], "seal": seal_over(decision.network, last)}


def _entries(decision: Decision) -> list[Entry]:
    return sorted(journal.about(decision), key=lambda one: one.sequence)


def _line(one: Entry) -> dict[str, Any]:
    return {
        "sequence": one.sequence,
        "at": _moment(one.at),
        "verb": one.verb,
        "fingerprint": fingerprint_of(journal.line_of(one)),
    }


def seal_over(network: Network, sequence: int) -> dict[str, Any] | None:
    """The seal that covers a line, or None while it waits for one. One database query."""
    seal = _seal(network.pk, sequence)
    return None if seal is None else _told(seal)


def _told(seal: Seal) -> dict[str, Any]:
    return {
        "number": seal.number,
        "after": seal.after,
        "up_to": seal.up_to,
        "previous": seal.previous,
        "value": seal.value,
        "sealed_at": _moment(seal.sealed_at),
    }


def _seal(network_id: UUID, sequence: int) -> Seal | None:
    return Seal.objects.filter(network_id=network_id, after__lt=sequence, up_to__gte=sequence).first()


def seal_of_decision(network: Network, number: str) -> dict[str, Any] | None:
    """The seal over the step by which a decision counts, for a file that everyone may read. Three database queries.

    A visitor sees nothing of the journal; a seal is a hash, that tells nothing of what is under it. What the network
    does with the decision afterwards has another seal, so that no file tells that something was done.
    """
    with system(network.pk):
        decision = Decision.objects.of(network).filter(number=number).first()
        counted = journal.about(decision).filter(verb__in=COUNTS).first() if decision else None
        return seal_over(network, counted.sequence) if counted else None


def check(found: Mapping[str, Any], decision: Decision | None) -> Checked:
    """A file of a whole decision beside the register and its journal.

    Five database queries; at most two more for other decisions, two for an older seal and five for other names.
    """
    number = str(found["decision"]["number"])[:20]
    if decision is None or decision.is_open:
        return Checked(number, is_whole(found))
    entries = _entries(decision)
    lines: Any = (found["journal"] or {}).get("lines")
    broken = _fault_in_lines(lines, [_line(one) for one in entries])
    seal = _seal(decision.network_id, entries[-1].sequence) if entries else None
    if not broken and entries:
        then = _seal_then(decision, entries[len(lines) - 1], seal)
        broken = _fault_in_seal(found["journal"].get("seal"), then, seal)
    known = content(decision)
    wrong, since = besides(found["decision"], in_words_of_now(found["decision"], decision, known), known)
    of_another, renamed = beside_network(found["network"], decision.network)
    return Checked(
        number=number,
        is_whole=is_whole(found),
        is_known=True,
        differences=(*of_another, *wrong),
        changed_since=(*renamed, *since),
        later=()
        if broken in {"line", "lines"}
        else tuple(Later(one.at, said(one.about_type, one.verb)) for one in entries[len(lines) :]),
        sealed_at=seal.sealed_at if seal else None,
        broken=broken,
    )


def _fault_in_lines(lines: Any, real: list[dict[str, Any]]) -> str:
    """A line that the file tells otherwise, or a line before its last one that it leaves out."""
    if not isinstance(lines, list) or (real and not lines):
        return "lines"
    known = {canonical(one) for one in real}
    if any(canonical(one) not in known for one in lines):
        return "line"
    return "" if is_same(lines, real[: len(lines)]) else "lines"


def _seal_then(decision: Decision, last: Entry, newest: Seal | None) -> Seal | None:
    """The seal over the last line that a file names; often that of the last line there is. At most one query."""
    if newest is not None and newest.after < last.sequence <= newest.up_to:
        return newest
    return _seal(decision.network_id, last.sequence)


def _fault_in_seal(told: Any, then: Seal | None, newest: Seal | None) -> str:
    """A seal that the file tells otherwise, or one of the register itself that no longer fits its lines.

    A file made before its seal names none. At most two database queries.
    """
    if told is not None and (then is None or not is_same(told, _told(then))):
        return "seal"
    return "" if all(_is_whole(one) for one in {then, newest} if one is not None) else "journal"


def _is_whole(seal: Seal) -> bool:
    """Whether the lines under a seal still give that seal. One database query."""
    rows = Entry.objects.filter(network_id=seal.network_id, sequence__gt=seal.after, sequence__lte=seal.up_to)
    return seal_of(seal.previous, [journal.line_of(one) for one in rows]) == seal.value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _euros(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"
