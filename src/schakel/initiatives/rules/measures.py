"""What an initiative follows, what it promises beforehand, and what came of that; as values and words."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.initiatives.rules.comparing import Alone
from schakel.measuring.rules import IndicatorKind
from schakel.measuring.rules.periods import first_day, label, moved
from schakel.methods.effect.report import Caution, Method
from schakel.methods.effect.verdicts import Grade, Reason, Verdict
from schakel.web.formats import dutch_date

#: A promise is about at most so many periods after the start.
MOST_PERIODS = 60
#: What a plan needs before it counts as whole, in the order in which it is read.
TRIO = (IndicatorKind.OUTCOME, IndicatorKind.PROCESS, IndicatorKind.BALANCING)
#: What the plan of a process assignment needs.
LIGHT = (IndicatorKind.PROCESS,)


class Way(TextChoices):
    """Which way a promise goes."""

    HIGHER = "higher", gettext_lazy("hoger")
    LOWER = "lower", gettext_lazy("lager")


class Outcome(TextChoices):
    """What came of a promise; the values are those of the calculation."""

    MET = Verdict.MET, gettext_lazy("Gehaald")
    PARTLY = Verdict.PARTLY, gettext_lazy("Deels gehaald")
    NOT = Verdict.NOT, gettext_lazy("Niet gehaald")
    NOT_YET_KNOWN = Verdict.NOT_YET_KNOWN, gettext_lazy("Nog niet te zeggen")


class Because(TextChoices):
    """Why a verdict is what it is; the values are those of the calculation, and of figures that allow no answer."""

    INTERVAL_BEYOND_CLAIM = (
        Reason.INTERVAL_BEYOND_CLAIM,
        gettext_lazy("ook de voorzichtigste schatting haalt de belofte"),
    )
    BETTER_SIZE_UNSURE = (
        Reason.BETTER_SIZE_UNSURE,
        gettext_lazy("het is beter, maar hoeveel staat nog niet vast"),
    )
    BETTER_BUT_LESS = Reason.BETTER_BUT_LESS, gettext_lazy("het is beter, maar minder dan beloofd")
    LESS_THAN_CLAIMED = (
        Reason.LESS_THAN_CLAIMED,
        gettext_lazy("ook de gunstigste schatting haalt de belofte niet"),
    )
    WORSE = Reason.WORSE, gettext_lazy("het is slechter geworden")
    NO_BASELINE = Reason.NO_BASELINE, gettext_lazy("geen nulmeting")
    CHOSEN_FOR_ITS_SCORE = (
        Reason.CHOSEN_FOR_ITS_SCORE,
        gettext_lazy("deze groep is gekozen omdat zij slecht scoorde; zij zou vanzelf al beter scoren"),
    )
    TOO_EARLY = (
        Reason.TOO_EARLY,
        gettext_lazy("de afgesproken periode is nog niet voorbij of nog niet ingevuld"),
    )
    INCOMPLETE = Reason.INCOMPLETE, gettext_lazy("er ontbreken te veel cijfers")
    TOO_FEW_POINTS = (
        Reason.TOO_FEW_POINTS,
        gettext_lazy("te weinig metingen na de start om verschil uit te sluiten"),
    )
    NO_INTERVAL = Reason.NO_INTERVAL, gettext_lazy("de onzekerheid is niet te berekenen")
    INTERVAL_TOO_WIDE = (
        Reason.INTERVAL_TOO_WIDE,
        gettext_lazy("de onzekerheid is te groot: geen verschil kan ook nog"),
    )
    UNMEASURABLE = "unmeasurable", gettext_lazy("met deze cijfers is geen eerlijke berekening mogelijk")


class Proof(TextChoices):
    """How strong the evidence is."""

    A = Grade.RANDOMISED, gettext_lazy("A: het lot bepaalde wie meedeed")
    B = Grade.COMPARED, gettext_lazy("B: vergeleken met wie niet meedeed")
    C = Grade.INTERRUPTED, gettext_lazy("C: een reeks vóór en na de start, zonder vergelijking")
    D = Grade.BEFORE_AFTER, gettext_lazy("D: een gewone vergelijking van voor en na")
    E = Grade.OPINION, gettext_lazy("E: een mening, er is niets gemeten")


#: How an effect was worked out, in words.
METHOD_WORDS = {
    Method.OLS: gettext_lazy("een lijn vóór en na de start"),
    Method.NEWEY_WEST: gettext_lazy("een lijn vóór en na de start, met ruimere onzekerheid"),
    Method.REML: gettext_lazy("een lijn vóór en na de start, waarin maanden op elkaar lijken"),
    Method.BEFORE_AFTER: gettext_lazy("het gemiddelde vóór en na de start"),
    Method.DIFFERENCE: gettext_lazy("de verandering hier, min die bij wie niet meedeed"),
}
#: What a reader has to know beside the figures; also why a comparison that was chosen is not there.
CAUTION_WORDS: dict[str, Any] = {
    Caution.INDICATIVE: gettext_lazy("De reeks is kort: dit is een aanwijzing, geen bewijs."),
    Caution.BEFORE_AFTER: gettext_lazy(
        "Alleen gemiddelden zijn vergeleken; een trend die al liep, telt mee als effect."
    ),
    Caution.FEW_POINTS_AFTER: gettext_lazy("Er zijn minder dan acht metingen na de start."),
    Caution.AUTOCORRELATED: gettext_lazy(
        "Opeenvolgende cijfers lijken op elkaar; de echte onzekerheid kan groter zijn."
    ),
    Caution.INCOMPLETE: gettext_lazy("Er ontbreken cijfers."),
    Caution.CHOSEN_FOR_ITS_SCORE: gettext_lazy("De groep is gekozen omdat zij slecht scoorde."),
    Caution.ONE_BESIDE_ONE: gettext_lazy(
        "Er is gerekend met het verschil tussen twee reeksen: wat er bij de andere gebeurde, telt mee."
    ),
    Caution.FEW_AREAS: gettext_lazy(
        "De onzekerheid volgt uit de vraag of een reeks van wie niet meedeed, even veel had kunnen verschillen."
    ),
    **{one.value: one.label for one in Alone},
}


def missing_kinds(kinds: Collection[str]) -> list[IndicatorKind]:
    """Which kinds of indicator a measure plan still lacks: it needs an outcome, a process and a balancing one.

    >>> [one.value for one in missing_kinds({"outcome"})]
    ['process', 'balancing']
    """
    return [one for one in TRIO if one not in kinds]


def why_not_whole(kinds: Collection[str], *, is_light: bool = False) -> str | None:
    """Why a measure plan is not whole yet; a light assignment needs a figure about the process only."""
    needed = LIGHT if is_light else TRIO
    lacks = [str(one.label) for one in missing_kinds(kinds) if one in needed]
    if not lacks:
        return None
    *first, last = lacks
    words = _("%(first)s en %(last)s") % {"first": ", ".join(first), "last": last} if first else last
    return _("Er ontbreekt nog een indicator voor: %(kinds)s.") % {"kinds": words}


def after_the_start(kind: str, period_on: date, started_on: date | None) -> bool:
    """Whether a figure of this period holds something of the time after the start.

    >>> after_the_start("month", date(2026, 3, 1), date(2026, 3, 20))
    True
    """
    return started_on is not None and period_on >= first_day(kind, started_on)


def whole_period_after(kind: str, started_on: date) -> date:
    """The first period that lies wholly after the start.

    >>> whole_period_after("month", date(2026, 3, 20)), whole_period_after("month", date(2026, 3, 1))
    (datetime.date(2026, 4, 1), datetime.date(2026, 3, 1))
    """
    first = first_day(kind, started_on)
    return first if first == started_on else moved(kind, first, 1)


def is_over(kind: str, started_on: date, after_periods: int, last_on: date | None) -> bool:
    """Whether there are figures up to the moment a promise is about."""
    return last_on is not None and last_on >= moved(
        kind, whole_period_after(kind, started_on), after_periods - 1
    )


def why_not_promise_now(
    kind: str, *, started_on: date | None, first_measured: date | None, is_first: bool
) -> str | None:
    """Why it is too late to promise an effect, or to promise another one.

    first_measured: the first period with a figure after the start, None when there is none.
    """
    if first_measured is not None:
        return _("Er is al gemeten na de start: %(period)s. Wat u nu nog belooft, kent de uitkomst al.") % {
            "period": label(kind, first_measured)
        }
    if started_on is not None and not is_first:
        return _("Dit is begonnen op %(day)s. Een belofte verandert alleen vóór de start.") % {
            "day": dutch_date(started_on)
        }
    return None


def why_not_size(threshold: Decimal, after_periods: int) -> str | None:
    """Why this cannot be promised."""
    if threshold <= 0:
        return _("Schrijf een verschil groter dan nul. De richting kiest u apart.")
    if not 1 <= after_periods <= MOST_PERIODS:
        return _("Kies een aantal periodes van 1 tot en met %(most)s.") % {"most": MOST_PERIODS}
    return None


def counts_as_baseline(
    kind: str,
    *,
    last_on: date,
    locked_at: datetime,
    started_on: date | None,
    first_entered_at: datetime | None,
) -> bool:
    """Whether a locked baseline lies before the start and was locked before anything after the start was filled in.

    first_entered_at: when the first figure of after the start was filled in, None when there is none.
    """
    if after_the_start(kind, last_on, started_on):
        return False
    return first_entered_at is None or locked_at <= first_entered_at
