"""A decision as a file that can be checked, and such a file beside what the register and its journal say now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from schakel.governance.models import Condition, ConsentRequest, Decision
from schakel.governance.rules.decision_file import (
    FORMAT,
    FULL,
    VERSION,
    Difference,
    differences,
    is_whole,
    sealed_with_fingerprint,
)
from schakel.journal import queries as journal
from schakel.journal.models import Entry, Seal
from schakel.journal.rules import fingerprint_of, seal_of
from schakel.journal.words import said
from schakel.network.models import Network
from schakel.tenancy.context import system

#: No journal has more lines than this, and no network more seals.
MOST = 2**31 - 1


@dataclass(frozen=True)
class Later:
    """One thing that happened with a decision after a file was made."""

    at: datetime
    words: str


@dataclass(frozen=True)
class Checked:
    """What came of checking a file.

    is_whole: its own fingerprint fits. is_known: the register has this decision for who asks. sealed_at: when what the
    register says was sealed, None while it waits for its seal. broken: what in the journal does not fit, in a word.
    """

    number: str
    is_whole: bool
    is_known: bool = False
    differences: tuple[Difference, ...] = ()
    later: tuple[Later, ...] = ()
    sealed_at: datetime | None = None
    broken: str = ""

    @property
    def fits(self) -> bool:
        """The file says what the register says, and the journal is whole."""
        return self.is_whole and self.is_known and not self.differences and not self.broken

    @property
    def is_overtaken(self) -> bool:
        """It said what the register said then; what differs came later."""
        came_later = bool(self.later) and not any(one.stands for one in self.differences)
        return self.is_whole and self.is_known and not self.broken and bool(self.differences) and came_later


def decision_file(decision: Decision) -> dict[str, Any]:
    """The whole decision with its place in the journal, and the fingerprint of it all. Six database queries."""
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


def of_network(network: Network) -> dict[str, str]:
    """Of which network a file is."""
    return {"slug": network.slug, "name": network.name}


def content(decision: Decision) -> dict[str, Any]:
    """What was decided, in plain values that stay the same whatever words the screen has. Three database queries."""
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
    entries = sorted(journal.about(decision), key=lambda one: one.sequence)
    last = entries[-1].sequence if entries else 0
    return {
        "lines": [
            {
                "sequence": one.sequence,
                "at": _moment(one.at),
                "verb": one.verb,
                "fingerprint": fingerprint_of(journal.line_of(one)),
            }
            for one in entries
        ],
        "seal": seal_over(decision.network, last),
    }


def seal_over(network: Network, sequence: int) -> dict[str, Any] | None:
    """The seal that covers a line, or None while it waits for one. One database query."""
    seal = _seal(network.pk, sequence)
    if seal is None:
        return None
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
    """The seal over the last step of a decision that everyone may read of. Three database queries.

    A visitor sees nothing of the journal; a seal is a hash, that tells nothing of what is under it.
    """
    with system(network.pk):
        decision = Decision.objects.of(network).filter(number=number).first()
        last = journal.about(decision).first() if decision else None
        return seal_over(network, last.sequence) if last else None


def is_seal_known(network: Network, named: Any) -> bool:
    """Whether a seal that a file names is one of this network; a file made before its seal names none. One query."""
    with system(network.pk):
        return _is_known(network.pk, named)


def _is_known(network_id: UUID, named: Any) -> bool:
    if not isinstance(named, dict):
        return named is None
    if not isinstance(named.get("number"), int) or abs(named["number"]) > MOST:
        return False
    rows = Seal.objects.filter(network_id=network_id, number=named["number"])
    return rows.values_list("value", flat=True).first() == named.get("value")


def check(found: Mapping[str, Any], decision: Decision | None) -> Checked:
    """A file of a whole decision beside the register and its journal. At most seven database queries."""
    number = str(found["decision"]["number"])[:20]
    if decision is None or decision.is_open:
        return Checked(number, is_whole(found))
    entries = sorted(journal.about(decision), key=lambda one: one.sequence)
    told = told_lines(found)
    seal = _seal(decision.network_id, entries[-1].sequence) if entries else None
    return Checked(
        number=number,
        is_whole=is_whole(found),
        is_known=True,
        differences=tuple(differences(found["decision"], content(decision))),
        later=tuple(
            Later(one.at, said(one.about_type, one.verb))
            for one in entries
            if one.sequence > max(told, default=0)
        ),
        sealed_at=seal.sealed_at if seal else None,
        broken=_broken(found, entries, told, seal),
    )


def told_lines(found: Mapping[str, Any]) -> dict[int, str]:
    """The lines of the journal that a file names, by their number, with their fingerprint."""
    lines = (found["journal"] or {}).get("lines")
    return {
        one["sequence"]: str(one.get("fingerprint"))
        for one in (lines if isinstance(lines, list) else ())
        if isinstance(one, dict) and isinstance(one.get("sequence"), int)
    }


def _broken(
    found: Mapping[str, Any], entries: list[Entry], told: Mapping[int, str], seal: Seal | None
) -> str:
    """What does not fit: a line that the file names, the seal that it names, or the seal of the register itself."""
    real = {one.sequence: fingerprint_of(journal.line_of(one)) for one in entries}
    if any(real.get(sequence) != value for sequence, value in told.items()):
        return "line"
    if entries and not _is_known(entries[0].network_id, (found["journal"] or {}).get("seal")):
        return "seal"
    return "" if seal is None or _is_whole(seal) else "journal"


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
