"""From mandate, quorum, method and consents to one judgement: valid, provisional or not carried.

A decision whose method is satisfied but that lacks mandate, quorum or a consent is stored as provisional
(onder voorbehoud) and moves nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from schakel.governance.rules.kinds import ConsentState, DecisionStatus, Ground, Method
from schakel.governance.rules.mandates import Mandated, Matter, find_mandate
from schakel.governance.rules.voting import Outcome, Quorum, SeatState, carried, quorum, written

PROOFS = ("mandate", "quorum", "method", "consents")


@dataclass(frozen=True)
class Proof:
    """One of the four proofs of a decision, in words; ok is None where the source is silent."""

    code: str
    ok: bool | None
    words: str


@dataclass(frozen=True)
class Consent:
    """What one partner answered, or did not answer yet, and on which ground it is asked."""

    partner: str
    ground: str
    state: str = ConsentState.ASKED
    partner_id: UUID | str = ""


@dataclass(frozen=True)
class Judgement:
    """The outcome of a decision with its four proofs, its mandate and what is missing."""

    carried: bool
    proofs: tuple[Proof, ...]
    mandate_id: UUID | str | None = None
    must_escalate: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """What stands between this decision and validity, in words."""
        return tuple(proof.words for proof in self.proofs if proof.ok is False)

    @property
    def is_valid(self) -> bool:
        """Carried with all four proofs."""
        return self.carried and not self.missing

    @property
    def is_provisional(self) -> bool:
        """Carried, yet something is missing."""
        return self.carried and bool(self.missing)

    @property
    def status(self) -> DecisionStatus:
        """The status the decision gets."""
        if not self.carried:
            return DecisionStatus.NOT_CARRIED
        return DecisionStatus.PROVISIONAL if self.missing else DecisionStatus.VALID

    def proof(self, code: str) -> Proof:
        """The proof with this code."""
        return next(proof for proof in self.proofs if proof.code == code)


def judge(
    matter: Matter,
    *,
    mandates: Sequence[Mandated],
    method: str,
    seats: Sequence[SeatState],
    threshold_percent: Decimal | int = 50,
    consents: Sequence[Consent] = (),
    is_written: bool = False,
    higher_body: str = "",
) -> Judgement:
    """Judge a decision on its own day, with the seats and mandates as they were on that day."""
    finding = find_mandate(mandates, matter, method=method, higher_body=higher_body)
    counts, outcome = _counts(method, written(seats) if is_written else seats, threshold_percent)
    needed = required_consents(finding.mandate, consents)
    proofs = (
        Proof("mandate", finding.ok, finding.words),
        Proof("quorum", counts.met, counts.words),
        Proof("method", outcome.carried, outcome.words),
        consents_proof(needed),
    )
    return Judgement(
        carried=outcome.carried,
        proofs=proofs,
        mandate_id=finding.mandate.mandate_id if finding.mandate else None,
        must_escalate=counts.nobody_left,
    )


def _counts(
    method: str, seats: Sequence[SeatState], threshold_percent: Decimal | int
) -> tuple[Quorum, Outcome]:
    """Quorum and outcome; one person who decides under a mandate needs no quorum."""
    if method == Method.DELEGATED:
        alone = _("Niet nodig: de netwerkmanager besluit namens de groep en meldt het.")
        return (
            Quorum(0, 0, 0, 0, True, False, alone),
            Outcome(True, _("Besluit van de netwerkmanager, te melden in het eerstvolgende overleg.")),
        )
    outcome = carried(method, seats, threshold_percent)
    if method == Method.CHAIR:
        chair_is_left = any(seat.is_chair and seat.is_filled and not seat.is_recused for seat in seats)
        if not chair_is_left:
            nobody = _("De voorzitter is er niet of stemt niet mee. Leg het voor aan de groep.")
            return Quorum(0, 0, 0, 0, False, True, nobody), Outcome(False, nobody)
        alone = _("Niet nodig: de voorzitter besluit namens de groep en meldt het.")
        return Quorum(0, 0, 0, 0, True, False, alone), outcome
    return quorum(seats), outcome


def required_consents(mandate: Mandated | None, consents: Sequence[Consent]) -> list[Consent]:
    """The consents this mandate asks for; without a mandate every one of them is needed."""
    grounds: Collection[str] = Ground.values if mandate is None else mandate.consents
    return [consent for consent in consents if consent.ground in grounds]


def consents_proof(consents: Sequence[Consent]) -> Proof:
    """Whether every needed partner gave its consent, and who did not."""
    if not consents:
        return Proof("consents", True, _("Geen akkoord van een partner nodig."))
    refused = _names(consents, ConsentState.REFUSED)
    asked = _names(consents, ConsentState.ASKED)
    given = _names(consents, ConsentState.GIVEN)
    parts = []
    if refused:
        parts.append(_("Geen akkoord van %(partners)s.") % {"partners": refused})
    if asked:
        parts.append(_("Nog geen antwoord van %(partners)s.") % {"partners": asked})
    if given and parts:
        parts.append(_("Wel akkoord: %(partners)s.") % {"partners": given})
    elif given:
        parts.append(_("Akkoord van %(partners)s.") % {"partners": given})
    return Proof("consents", not refused and not asked, " ".join(parts))


def _names(consents: Sequence[Consent], state: str) -> str:
    """The partners in this state, each once, in order, as one phrase."""
    names = list(dict.fromkeys(consent.partner for consent in consents if consent.state == state))
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s en %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def with_consents(judgement: Judgement, consents: Sequence[Consent]) -> Judgement:
    """The same judgement with the consents as they are now; mandate, quorum and method stay as they were."""
    proofs = tuple(
        consents_proof(consents) if proof.code == "consents" else proof for proof in judgement.proofs
    )
    return Judgement(judgement.carried, proofs, judgement.mandate_id, judgement.must_escalate)


def ratified(judgement: Judgement, *, body: str, number: str, consents: Sequence[Consent]) -> Judgement:
    """The judgement after a body with the mandate ratified the decision: only consents can still be missing."""
    words = _("Bekrachtigd door %(body)s met besluit %(number)s.") % {"body": body, "number": number}
    proofs = tuple(
        proof if proof.ok else Proof(proof.code, True, words)
        for proof in judgement.proofs
        if proof.code != "consents"
    )
    return Judgement(True, (*proofs, consents_proof(consents)), judgement.mandate_id)


def silent_proofs(known: dict[str, str]) -> tuple[Proof, ...]:
    """The four proofs of a historic decision: what the source tells, and where it is silent."""
    return tuple(Proof(code, None, known.get(code) or _("Niet in de bron.")) for code in PROOFS)


def as_json(judgement: Judgement) -> dict:
    """A judgement frozen for storage; the map of outcomes lets the database check it too."""
    return {
        "carried": judgement.carried,
        "ok": {proof.code: proof.ok for proof in judgement.proofs},
        "proofs": [{"code": proof.code, "ok": proof.ok, "words": proof.words} for proof in judgement.proofs],
        "mandate": str(judgement.mandate_id) if judgement.mandate_id else None,
        "must_escalate": judgement.must_escalate,
    }


def from_json(stored: dict) -> Judgement:
    """The judgement that was frozen with a decision."""
    return Judgement(
        carried=stored["carried"],
        proofs=tuple(Proof(item["code"], item["ok"], item["words"]) for item in stored["proofs"]),
        mandate_id=stored["mandate"],
        must_escalate=stored["must_escalate"],
    )
