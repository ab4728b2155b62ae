"""Quorum and the methods of deciding, computed from the state of each seat; no clock, no tables.

A seat counts when it votes by right, is filled and is not recused. Vacant and recused seats are in no count.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.governance.rules.kinds import CHOICES_OF, Choice, Method, TenureKind
from schakel.web.formats import number


@dataclass(frozen=True)
class SeatState:
    """One seat of a body as it stands when a decision is judged."""

    seat_id: UUID | str
    is_voting: bool = True
    is_filled: bool = True
    is_present: bool = True
    is_recused: bool = False
    weight: Decimal | None = None
    choice: str = ""
    has_reason: bool = False
    is_withdrawn: bool = False
    is_chair: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether this seat belongs in the counts at all."""
        return self.is_voting and self.is_filled and not self.is_recused

    @property
    def has_open_objection(self) -> bool:
        """Whether this seat has an objection with a reason that still stands."""
        return self.choice == Choice.OBJECTION and self.has_reason and not self.is_withdrawn

    @property
    def is_against(self) -> bool:
        """Whether this seat speaks against the proposal, by vote or by standing objection."""
        objects = self.choice == Choice.OBJECTION and not self.is_withdrawn
        return self.choice == Choice.AGAINST or objects


@dataclass(frozen=True)
class Quorum:
    """Whether enough seats take part, and the counts behind it."""

    needed: int
    present: int
    filled: int
    recused: int
    met: bool
    nobody_left: bool
    words: str


def quorum_words(quorum: Quorum) -> str:
    """How many seats are there and whether that is enough, in words."""
    counts = {"present": quorum.present, "filled": quorum.filled, "needed": quorum.needed}
    if quorum.nobody_left:
        return _("Niemand kan meestemmen. Leg het voor aan de groep hierboven.")
    if quorum.met:
        return _("%(present)d van %(filled)d zetels aanwezig, nodig %(needed)d: genoeg") % counts
    return _("%(present)d van %(filled)d zetels aanwezig, nodig %(needed)d: te weinig") % counts


def needed_words(quorum: Quorum) -> str:
    """How many seats will be needed, as long as nobody wrote down who is there."""
    if quorum.nobody_left:
        return _("Alle zetels die meestemmen zijn vrij")
    return _("Nodig zijn %(needed)d van de %(filled)d zetels") % {
        "needed": quorum.needed,
        "filled": quorum.filled,
    }


@dataclass(frozen=True)
class Outcome:
    """Whether the method of deciding is satisfied, and why."""

    carried: bool
    words: str


def written(seats: Sequence[SeatState]) -> list[SeatState]:
    """The same seats for a written procedure, where silence is no vote: only who voted takes part."""
    return [replace(seat, is_present=bool(seat.choice)) for seat in seats]


def counted(seats: Sequence[SeatState]) -> list[SeatState]:
    """The seats that count: voting, filled and not recused."""
    return [seat for seat in seats if seat.is_counted]


def quorum(seats: Sequence[SeatState]) -> Quorum:
    """More than half of the counted seats must be present or represented; nobody left means: escalate."""
    counts = counted(seats)
    filled, present = len(counts), sum(seat.is_present for seat in counts)
    recused = sum(seat.is_voting and seat.is_filled and seat.is_recused for seat in seats)
    needed = filled // 2 + 1
    met = bool(filled) and present >= needed
    if not filled:
        words = _("Niemand kan meestemmen. Leg het voor aan het gremium hierboven.")
    elif met:
        words = _("Genoeg leden: %(present)d van %(filled)d, nodig %(needed)d.") % {
            "present": present,
            "filled": filled,
            "needed": needed,
        }
    else:
        words = _("Te weinig leden: %(present)d van %(filled)d zetels deden mee, nodig %(needed)d.") % {
            "present": present,
            "filled": filled,
            "needed": needed,
        }
    if recused:
        words += " " + ngettext(
            "Eén lid stemt niet mee omdat die betrokken is.",
            "%(recused)d leden stemmen niet mee omdat zij betrokken zijn.",
            recused,
        ) % {"recused": recused}
    return Quorum(needed, present, filled, recused, met, not filled, words)


def carried(method: str, seats: Sequence[SeatState], threshold_percent: Decimal | int = 50) -> Outcome:
    """Whether the seats carry the proposal by this method; who is not counted or not present has no say."""
    if not counted(seats):
        return Outcome(False, _("Niemand kan meestemmen."))
    if method == Method.WEIGHTED:
        return _weighted(seats, Decimal(threshold_percent))
    taking_part = [seat for seat in counted(seats) if seat.is_present]
    if not taking_part:
        return Outcome(False, _("Niemand deed mee."))
    return _METHODS[Method(method)](taking_part)


def _majority(seats: Sequence[SeatState]) -> Outcome:
    """More votes for than against; abstentions are not votes cast, a tie is not carried."""
    in_favour = sum(seat.choice == Choice.FOR for seat in seats)
    against = sum(seat.is_against for seat in seats)
    abstained = sum(seat.choice == Choice.ABSTAIN for seat in seats)
    counts = {"for": in_favour, "against": against, "abstained": abstained}
    if in_favour > against:
        return Outcome(
            True, _("Meerderheid: %(for)d voor, %(against)d tegen, %(abstained)d onthouding.") % counts
        )
    if in_favour == against and in_favour:
        return Outcome(
            False, _("Stemmen staken: %(for)d voor en %(against)d tegen. Dan gaat het niet door.") % counts
        )
    if not in_favour + against:
        return Outcome(False, _("Niemand stemde voor of tegen."))
    return Outcome(
        False, _("Geen meerderheid: %(for)d voor, %(against)d tegen, %(abstained)d onthouding.") % counts
    )


def _consensus(seats: Sequence[SeatState]) -> Outcome:
    """Nobody who is present is against."""
    against = sum(seat.is_against for seat in seats)
    if against:
        return Outcome(
            False,
            ngettext("Geen consensus: één lid is tegen.", "Geen consensus: %(n)d leden zijn tegen.", against)
            % {"n": against},
        )
    return Outcome(True, _("Consensus: geen aanwezig lid is tegen."))


def _consent(seats: Sequence[SeatState]) -> Outcome:
    """No objection with a reason stands open."""
    objections = sum(seat.has_open_objection for seat in seats)
    if objections:
        return Outcome(
            False,
            ngettext(
                "Er staat één bezwaar met reden open.", "Er staan %(n)d bezwaren met reden open.", objections
            )
            % {"n": objections},
        )
    return Outcome(True, _("Zonder bezwaar genomen: er staat geen bezwaar met reden open."))


def _weighted(seats: Sequence[SeatState], threshold_percent: Decimal) -> Outcome:
    """The weight in favour exceeds the threshold of the weight that counts; all weights sum to 100."""
    total = sum((seat.weight or Decimal(0) for seat in seats if seat.is_voting), Decimal(0))
    if total != 100:
        return Outcome(
            False,
            _("De gewichten van de zetels tellen op tot %(total)s in plaats van 100.")
            % {"total": number(total)},
        )
    counts = counted(seats)
    counting = sum((seat.weight or Decimal(0) for seat in counts), Decimal(0))
    in_favour = sum(
        (seat.weight or Decimal(0) for seat in counts if seat.is_present and seat.choice == Choice.FOR),
        Decimal(0),
    )
    words = {"for": number(in_favour), "counting": number(counting), "threshold": number(threshold_percent)}
    if in_favour * 100 > threshold_percent * counting:
        return Outcome(
            True, _("Gewicht voor: %(for)s van %(counting)s, nodig meer dan %(threshold)s procent.") % words
        )
    return Outcome(
        False,
        _("Te weinig gewicht voor: %(for)s van %(counting)s, nodig meer dan %(threshold)s procent.") % words,
    )


def _chair(seats: Sequence[SeatState]) -> Outcome:
    """The chair alone says yes; whether the chair may is a matter of the mandate."""
    if any(seat.is_chair and seat.choice == Choice.FOR for seat in seats):
        return Outcome(True, _("Besluit van de voorzitter, te melden in het eerstvolgende overleg."))
    return Outcome(False, _("De voorzitter besloot niet vóór het voorstel."))


_METHODS = {
    Method.MAJORITY: _majority,
    Method.CONSENSUS: _consensus,
    Method.CONSENT: _consent,
    Method.CHAIR: _chair,
}


def why_not_judge_yet(method: str, seats: Sequence[SeatState]) -> str | None:
    """Why there is nothing to judge in a meeting yet: nobody wrote down who is there, or what anybody said.

    Who keeps silent agrees by consensus and by consent; by every other method a vote has to be cast.
    """
    if not any(seat.is_present or seat.is_recused for seat in seats):
        return _("Leg eerst vast wie er bij het overleg is.")
    silence_agrees = method in {Method.CONSENSUS, Method.CONSENT}
    counts = counted(seats)
    if counts and not silence_agrees and not any(seat.choice for seat in counts):
        return _("Er is nog geen stem vastgelegd. Leg eerst vast wat elke zetel zegt.")
    return None


def why_not_choice(method: str, choice: str, reason: str) -> str | None:
    """Why this answer does not fit the method of deciding, or None."""
    offered = CHOICES_OF.get(method, ())
    if choice not in offered:
        labels = ", ".join(str(option.label) for option in offered)
        return _("Bij deze manier van besluiten kiest u uit: %(choices)s.") % {"choices": labels}
    if choice == Choice.OBJECTION and not reason.strip():
        return _("Schrijf bij een bezwaar waarom. Een bezwaar zonder reden telt niet.")
    return None


def why_not_vote_as(kind: str, *, holder_has_voted: bool) -> str | None:
    """Why a deputy does not vote: the holder already did. One seat, one vote."""
    if kind == TenureKind.DEPUTY and holder_has_voted:
        return _(
            "Het lid van deze zetel stemde zelf al. Een plaatsvervanger stemt alleen als het lid dat niet doet."
        )
    return None


def why_not_weights(weights: Sequence[Decimal | None]) -> str | None:
    """Why these weights cannot be used for weighted voting, or None; they must sum to 100."""
    total = sum((weight or Decimal(0) for weight in weights), Decimal(0))
    if total != 100:
        return _("De gewichten van de zetels moeten samen 100 zijn; nu is het %(total)s.") % {
            "total": number(total)
        }
    return None
