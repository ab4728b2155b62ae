"""What a body may decide on a given day: type, stage, amount and by whom; no clock, no tables."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from schakel.governance.rules.kinds import STAGE_WORDS, TYPE_WORDS, DecisionType, Delegate, Method
from schakel.web.formats import dutch_date, euro

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Mandated:
    """One mandate as values: what it covers, up to which amount, from when until when (not included)."""

    mandate_id: UUID | str
    decision_types: Collection[str]
    valid_from: date
    stages: Collection[str] = ()
    ceiling_eur: Decimal | None = None
    delegated_to: str = Delegate.NOBODY
    consents: Collection[str] = ()
    method: str = ""
    valid_until: date | None = None

    def is_in_force(self, on: date) -> bool:
        """Whether the mandate holds on this day; the last day is not included."""
        return self.valid_from <= on and (self.valid_until is None or on < self.valid_until)


@dataclass(frozen=True)
class Matter:
    """What is to be decided, as far as a mandate cares."""

    type: str
    on: date
    stage: str = ""
    amount_eur: Decimal | None = None
    asks_money: bool = False

    @property
    def amount_is_unknown(self) -> bool:
        """Money is asked, but nobody said how much."""
        return self.asks_money and self.amount_eur is None


@dataclass(frozen=True)
class Finding:
    """The mandate that covers a matter, or none, and why."""

    mandate: Mandated | None
    words: str

    @property
    def ok(self) -> bool:
        """Whether there is a mandate."""
        return self.mandate is not None


def find_mandate(
    mandates: Sequence[Mandated],
    matter: Matter,
    *,
    method: str = "",
    higher_body: str = "",
) -> Finding:
    """The mandate that covers this matter on its day, or the plainest reason why there is none.

    A mandate that hands its use to the chair or the manager still lets the whole body decide.
    """
    about = [mandate for mandate in mandates if matter.type in mandate.decision_types]
    in_force = [mandate for mandate in about if mandate.is_in_force(matter.on)]
    delegated = [mandate for mandate in in_force if _lets_decide(mandate, method)]
    staged = [mandate for mandate in delegated if not mandate.stages or matter.stage in mandate.stages]
    within = [mandate for mandate in staged if is_within_ceiling(mandate, matter)]
    if within:
        mandate = max(within, key=_breadth)
        return Finding(mandate, _words_of(mandate, matter))
    reasons = (
        (about, lambda: _no_mandate_words(matter)),
        (in_force, lambda: _not_in_force_words(about, matter)),
        (delegated, lambda: _not_delegated_words(method)),
        (staged, lambda: _stage_words(delegated, matter)),
    )
    for found, words in reasons:
        if not found:
            return Finding(None, words() + _go_higher(higher_body))
    return Finding(None, _ceiling_words(staged, matter) + _go_higher(higher_body))


def nearest_above(body: Key, *, above: Mapping[Key, Key | None], able: Collection[Key]) -> Key | None:
    """The nearest group above this one that may decide, or None."""
    seen, higher = {body}, above.get(body)
    while higher is not None and higher not in seen:
        if higher in able:
            return higher
        seen.add(higher)
        higher = above.get(higher)
    return None


def who_instead(body: Key, *, above: Mapping[Key, Key | None], able: Collection[Key]) -> Key | None:
    """The group to turn to: the nearest one above that may decide, else the only other that may; else None."""
    nearest = nearest_above(body, above=above, able=able)
    others = [one for one in able if one != body]
    return others[0] if nearest is None and len(others) == 1 else nearest


def why_no_mandate(
    mandates: Sequence[Mandated], matter: Matter, *, method: str = "", higher_body: str = ""
) -> str | None:
    """Why the body may not decide this on that day, or None when it may."""
    finding = find_mandate(mandates, matter, method=method, higher_body=higher_body)
    return None if finding.ok else finding.words


def is_within_ceiling(mandate: Mandated, matter: Matter) -> bool:
    """Whether the amount fits; no money asked counts as nothing, an unknown amount never fits a ceiling."""
    if mandate.ceiling_eur is None:
        return True
    if matter.amount_is_unknown:
        return False
    return (matter.amount_eur or Decimal(0)) <= mandate.ceiling_eur


def why_not_dates(valid_from: date, valid_until: date | None) -> str | None:
    """Why this term is impossible, or None."""
    if valid_until is not None and valid_until <= valid_from:
        return _("De einddatum ligt vóór of op de begindatum.")
    return None


def _lets_decide(mandate: Mandated, method: str) -> bool:
    """Whether the mandate names the one person who decides, when one person decides."""
    wanted = (
        {Method.CHAIR: Delegate.CHAIR, Method.DELEGATED: Delegate.MANAGER}.get(Method(method))
        if method
        else None
    )
    return wanted is None or mandate.delegated_to == wanted


def _breadth(mandate: Mandated) -> tuple:
    """Of several fitting mandates the one that needs most consents, so that nobody is passed over."""
    ceiling = Decimal("Infinity") if mandate.ceiling_eur is None else mandate.ceiling_eur
    return (len(mandate.consents), -ceiling, mandate.valid_from, str(mandate.mandate_id))


def _words_of(mandate: Mandated, matter: Matter) -> str:
    """The proof in words: what the mandate allowed on that day."""
    day = dutch_date(matter.on)
    subject = str(TYPE_WORDS.get(matter.type, matter.type))
    if mandate.ceiling_eur is None:
        return _("Mandaat op %(day)s: %(subject)s, zonder grens aan het bedrag.") % {
            "day": day,
            "subject": subject,
        }
    ceiling = euro(mandate.ceiling_eur)
    if not matter.asks_money and not matter.amount_eur:
        return _("Mandaat op %(day)s: %(subject)s tot %(ceiling)s; er wordt geen geld gevraagd.") % {
            "day": day,
            "subject": subject,
            "ceiling": ceiling,
        }
    return _("Mandaat op %(day)s: %(subject)s tot %(ceiling)s; dit vraagt %(amount)s.") % {
        "day": day,
        "subject": subject,
        "ceiling": ceiling,
        "amount": euro(matter.amount_eur or 0),
    }


def _no_mandate_words(matter: Matter) -> str:
    return _("De groep heeft geen mandaat voor %(subject)s.") % {
        "subject": TYPE_WORDS.get(matter.type, DecisionType.OTHER.label)
    }


def _not_in_force_words(about: Iterable[Mandated], matter: Matter) -> str:
    """When the mandate ended, or when it begins."""
    ended = [m.valid_until for m in about if m.valid_until is not None and m.valid_until <= matter.on]
    if ended:
        return _("Het mandaat gold niet meer op %(day)s: het liep af met ingang van %(ended)s.") % {
            "day": dutch_date(matter.on),
            "ended": dutch_date(max(ended)),
        }
    return _("Het mandaat gold nog niet op %(day)s: het gaat in op %(begins)s.") % {
        "day": dutch_date(matter.on),
        "begins": dutch_date(min(m.valid_from for m in about)),
    }


def _not_delegated_words(method: str) -> str:
    if method == Method.CHAIR:
        return _("Het mandaat noemt de voorzitter niet. De voorzitter kan dit niet alleen besluiten.")
    return _("Het mandaat noemt de netwerkmanager niet. De netwerkmanager kan dit niet alleen besluiten.")


def _stage_words(delegated: Iterable[Mandated], matter: Matter) -> str:
    """In which stages the mandate does hold."""
    stages = sorted({str(STAGE_WORDS.get(stage, stage)) for mandate in delegated for stage in mandate.stages})
    if not matter.stage:
        return _("Het mandaat geldt alleen in de fase %(stages)s; bij dit besluit hoort geen fase.") % {
            "stages": ", ".join(stages)
        }
    return _("Het mandaat geldt alleen in de fase %(stages)s; dit is nu in de fase %(stage)s.") % {
        "stages": ", ".join(stages),
        "stage": STAGE_WORDS.get(matter.stage, matter.stage),
    }


def _ceiling_words(staged: Iterable[Mandated], matter: Matter) -> str:
    """Up to which amount the group may decide, and what is asked."""
    ceiling = euro(max(m.ceiling_eur for m in staged if m.ceiling_eur is not None))
    if matter.amount_is_unknown:
        return _("De groep mag tot %(ceiling)s besluiten; hoeveel geld dit vraagt is nog niet bekend.") % {
            "ceiling": ceiling
        }
    return _("De groep mag tot %(ceiling)s besluiten; dit plan vraagt %(amount)s.") % {
        "ceiling": ceiling,
        "amount": euro(matter.amount_eur or 0),
    }


def _go_higher(higher_body: str) -> str:
    return " " + _("Leg het voor aan: %(body)s.") % {"body": higher_body} if higher_body else ""
