"""The choices of a definition, each with its Dutch words."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class IndicatorKind(TextChoices):
    """What an indicator tells: what came of it, whether it is done, or what it must not cost."""

    OUTCOME = "outcome", _("uitkomst")
    PROCESS = "process", _("proces")
    BALANCING = "balancing", _("balans")


class IndicatorType(TextChoices):
    """What sort of number it is, and so what is filled in."""

    PROPORTION = "proportion", _("deel van het geheel")
    RATE = "rate", _("aantal per zoveel")
    MEAN = "mean", _("gemiddelde")
    TIME = "time", _("tijd")
    COUNT = "count", _("aantal")
    TIME_BETWEEN = "time_between", _("tijd tussen twee keer")
    SCORE = "score", _("score")
    COST = "cost", _("kosten")


#: Types that are filled in as a numerator and a denominator; of the others the value itself is filled in.
FRACTIONS = frozenset({IndicatorType.PROPORTION, IndicatorType.RATE})


class Direction(TextChoices):
    """Which way is better."""

    HIGHER = "higher", _("hoger is beter")
    LOWER = "lower", _("lager is beter")
    NONE = "none", _("geen van beide is beter")


class Aim(TextChoices):
    """The four aims of the quadruple aim."""

    POPULATION = "population", _("gezondheid van inwoners")
    EXPERIENCE = "experience", _("ervaring van wie zorg krijgt")
    COST = "cost", _("kosten en inzet van zorg")
    WORKFORCE = "workforce", _("werkplezier van wie zorg geeft")


class Trilemma(TextChoices):
    """The three that pull at each other."""

    ACCESS = "access", _("toegang")
    QUALITY = "quality", _("kwaliteit")
    COST = "cost", _("kosten")


class IntervalMethod(TextChoices):
    """How the margin around a value is computed."""

    WILSON = "wilson", _("Wilson, voor een deel van het geheel")
    BYAR = "byar", _("Byar, en exact bij minder dan tien, voor aantallen")
    T = "t", _("t-verdeling, voor een gemiddelde")
    NONE = "none", _("geen marge")


class Chart(TextChoices):
    """Which control chart fits."""

    XMR = "xmr", _("XmR-kaart: losse waarden")
    RUN = "run", _("runkaart: mediaan, zonder grenzen")
    P = "p", _("P-kaart: delen van het geheel")
    P_PRIME = "pp", _("P′-kaart: delen met extra spreiding")
    U = "u", _("U-kaart: aantallen per zoveel")
    U_PRIME = "up", _("U′-kaart: aantallen per zoveel met extra spreiding")
    C = "c", _("C-kaart: aantallen")
    G = "g", _("G-kaart: gevallen tussen twee keer")
    T = "t", _("T-kaart: tijd tussen twee keer")


class RuleSet(TextChoices):
    """Which rules say that something changed."""

    NHS7 = "nhs7", _("Making Data Count, 7 punten")
    ANHOEJ = "anhoej", _("Anhøj: lange reeks of weinig kruisingen")


class Disclosure(TextChoices):
    """Whether a small number could tell about somebody."""

    PEOPLE = "people", _("telt mensen: kleine aantallen blijven verborgen")
    OPEN = "open", _("telt geen mensen: alles mag getoond")


class PeriodKind(TextChoices):
    """How long one period is."""

    MONTH = "month", _("maand")
    QUARTER = "quarter", _("kwartaal")
    YEAR = "year", _("jaar")


class Origin(TextChoices):
    """Where a definition comes from."""

    CATALOGUE = "catalogue", _("catalogus van Schakel")
    NETWORK = "network", _("eigen indicator van het netwerk")


#: The charts that fit a type; the first one is the usual one.
CHARTS: dict[IndicatorType, tuple[Chart, ...]] = {
    IndicatorType.PROPORTION: (Chart.P, Chart.P_PRIME, Chart.XMR, Chart.RUN),
    IndicatorType.RATE: (Chart.U, Chart.U_PRIME, Chart.XMR, Chart.RUN),
    IndicatorType.COUNT: (Chart.C, Chart.XMR, Chart.RUN),
    IndicatorType.TIME_BETWEEN: (Chart.T, Chart.G, Chart.XMR, Chart.RUN),
    IndicatorType.MEAN: (Chart.XMR, Chart.RUN),
    IndicatorType.TIME: (Chart.XMR, Chart.RUN),
    IndicatorType.SCORE: (Chart.XMR, Chart.RUN),
    IndicatorType.COST: (Chart.XMR, Chart.RUN),
}
#: The interval methods that fit a type; the first one is the usual one.
INTERVALS: dict[IndicatorType, tuple[IntervalMethod, ...]] = {
    IndicatorType.PROPORTION: (IntervalMethod.WILSON, IntervalMethod.NONE),
    IndicatorType.RATE: (IntervalMethod.BYAR, IntervalMethod.NONE),
    IndicatorType.COUNT: (IntervalMethod.BYAR, IntervalMethod.NONE),
    IndicatorType.MEAN: (IntervalMethod.T, IntervalMethod.NONE),
    IndicatorType.TIME: (IntervalMethod.T, IntervalMethod.NONE),
    IndicatorType.SCORE: (IntervalMethod.T, IntervalMethod.NONE),
    IndicatorType.COST: (IntervalMethod.NONE, IntervalMethod.T),
    IndicatorType.TIME_BETWEEN: (IntervalMethod.NONE,),
}
