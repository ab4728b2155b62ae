"""What a definition must hold, and how an indicator is computed in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from schakel.measuring.rules.kinds import CHARTS, FRACTIONS, INTERVALS, IndicatorType
from schakel.web.formats import number

#: Said of a definition that nobody outside its makers has looked at.
NOT_CHECKED = "nog niet getoetst"
#: How a unit begins that needs no other word before it: "per 1.000 inwoners".
BY_ITSELF = ("van ", "per ")


@dataclass(frozen=True)
class Definition:
    """One version of an indicator, as it is written down. Texts may be empty where nothing is agreed."""

    name: str
    question: str
    kind: str
    aim: str
    trilemma: str
    direction: str
    type: str
    numerator: str
    denominator: str
    population: str
    unit: str
    multiplier: int
    period: str
    chart: str
    rule_set: str
    interval: str
    disclosure: str
    source: str
    caveats: str
    authored_by: str
    checked_by: str
    reviewed_on: date
    review_before: date
    balancing: tuple[str, ...] = ()
    target: Decimal | None = None
    target_origin: str = ""
    target_on: date | None = None
    minimal_difference: Decimal | None = None
    code: str = ""
    version: int = 1
    change: str = ""
    sha256: str = ""

    @property
    def is_checked(self) -> bool:
        """Whether somebody beside its makers has looked at it."""
        return self.checked_by != NOT_CHECKED


def why_not_define(definition: Definition) -> str | None:
    """Why this cannot be a definition: something lacks, or its parts do not fit each other."""
    type = IndicatorType(definition.type)
    if type in FRACTIONS and not definition.denominator:
        return _("Een %(type)s heeft een noemer: waarop deelt u?") % {"type": type.label}
    if definition.multiplier < 1:
        return _("De vermenigvuldiger is 1 of meer.")
    if type == IndicatorType.PROPORTION and definition.multiplier not in {1, 100}:
        return _("Een deel van het geheel toont u als deel (1) of als procent (100).")
    if definition.chart not in CHARTS[type]:
        return _("Deze regelkaart past niet bij het soort getal. Kies: %(fits)s.") % {
            "fits": "; ".join(str(one.label) for one in CHARTS[type])
        }
    if definition.interval not in INTERVALS[type]:
        return _("Deze marge past niet bij het soort getal. Kies: %(fits)s.") % {
            "fits": "; ".join(str(one.label) for one in INTERVALS[type])
        }
    if (definition.target is None) != (not definition.target_origin):
        return _("Een doel heeft een herkomst, en een herkomst een doel: wie sprak het af?")
    if definition.review_before <= definition.reviewed_on:
        return _("De volgende keer nakijken ligt na de laatste keer.")
    return None


def in_words(definition: Definition) -> str:
    """How the figure is computed, in one or two sentences that can be read aloud."""
    words = {"above": _begin(definition.numerator), "below": _begin(definition.denominator)}
    type = IndicatorType(definition.type)
    if type == IndicatorType.PROPORTION:
        said = _("Tel: %(above)s. Deel dat door: %(below)s.") % words
        return f"{said} {_('Keer 100 geeft procenten.')}" if definition.multiplier == 100 else said
    if type == IndicatorType.RATE:
        many = number(definition.multiplier)
        return _("Tel: %(above)s. Deel dat door: %(below)s. Keer %(many)s geeft het aantal per %(many)s.") % {
            **words,
            "many": many,
        }
    if type == IndicatorType.COUNT:
        return _("Tel: %(above)s. Nul is ook een uitkomst.") % words
    if type == IndicatorType.TIME_BETWEEN:
        return _("Tel de tijd tussen twee keer: %(above)s.") % words
    if definition.denominator:
        return _("%(Above)s. Gemiddeld over: %(below)s.") % {**words, "Above": definition.numerator}
    return f"{definition.numerator}."


def counted_in(unit: str) -> str:
    """In what a figure is counted, as it stands beside its name; "van de 10" says so by itself."""
    return unit if unit.startswith(BY_ITSELF) else _("in %(unit)s") % {"unit": unit}


def _begin(text: str) -> str:
    """Let a text go on within a sentence; an abbreviation keeps its capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
