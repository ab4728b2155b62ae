"""What a control chart says, in words for everyone: verdicts, signals, advice and warnings."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later
from django.utils.translation import ngettext

from schakel.methods.spc import (
    Advice,
    Assurance,
    Chart,
    ControlChart,
    Direction,
    Reason,
    Rule,
    Variation,
)
from schakel.methods.spc.chart import HIGH_AUTOCORRELATION, HIGH_DISPERSION
from schakel.web.control_chart.places import period_words
from schakel.web.formats import number, percent
from schakel.web.states import look


def assurance_state(assurance: Assurance, *, is_of_before: bool) -> str:
    """The state out of web/states.py by which it is shown whether a target is reached by itself."""
    return f"assurance_{assurance}{'_before' if is_of_before and assurance != Assurance.NONE else ''}"


VARIATIONS = {variation: look(f"variation_{variation}").word for variation in Variation}
ASSURANCES = {assurance: look(f"assurance_{assurance}").word for assurance in Assurance}
#: The same of limits that rest on a baseline: how it went then.
BEFORE = {assurance: look(assurance_state(assurance, is_of_before=True)).word for assurance in Assurance}
#: What "by itself" means, said in full: now, and in the time of a baseline.
USUAL: dict[Assurance, str | Promise] = {
    Assurance.PASS: _later("Blijft het zo gaan, dan wordt het doel steeds gehaald."),
    Assurance.FAIL: _later("Blijft het zo gaan, dan wordt het doel niet gehaald."),
    Assurance.HIT_OR_MISS: _later("Blijft het zo gaan, dan wordt het doel soms wel en soms niet gehaald."),
}
USUAL_BEFORE: dict[Assurance, str | Promise] = {
    Assurance.PASS: _later("Zoals het toen ging, werd het doel steeds gehaald."),
    Assurance.FAIL: _later("Zoals het toen ging, werd het doel niet gehaald."),
    Assurance.HIT_OR_MISS: _later("Zoals het toen ging, werd het doel soms wel en soms niet gehaald."),
}
RULES: dict[Rule, str | Promise] = {
    Rule.OUTSIDE: _later("buiten de grenzen"),
    Rule.TREND: _later("7 op rij steeds hoger of lager"),
    Rule.TWO_OF_THREE: _later("2 van de 3 dicht bij de grens"),
    Rule.SHIFT: _later("7 op rij aan één kant van het midden"),
    Rule.LONG_RUN: _later("te lang aan één kant van het midden"),
    Rule.FEW_CROSSINGS: _later("gaat te weinig door het midden heen"),
}
#: The shape of a point that shows something, as the drawing has it.
SHAPES: dict[Variation, str | Promise] = {
    Variation.IMPROVEMENT: _later("Een driehoek is een verbetering."),
    Variation.CONCERN: _later("Een ruit is een verslechtering."),
    Variation.NEUTRAL: _later("Een vierkant is een verandering."),
}
CHARTS: dict[Chart, str | Promise] = {
    Chart.XMR: _later("XmR-kaart"),
    Chart.RUN: _later("runkaart"),
    Chart.P: _later("P-kaart"),
    Chart.P_PRIME: _later("P′-kaart"),
    Chart.U: _later("U-kaart"),
    Chart.U_PRIME: _later("U′-kaart"),
    Chart.C: _later("C-kaart"),
    Chart.G: _later("G-kaart"),
    Chart.T: _later("T-kaart"),
}
RULE_SETS: dict[str, str | Promise] = {"nhs7": _later("NHS, 7 punten"), "anhoej": _later("Anhøj")}
REASONS: dict[Reason, str | Promise] = {
    Reason.TOO_SMALL: _later("In de meeste periodes gaat het om minder dan 5 mensen. Neem periodes samen."),
    Reason.FEW_POINTS: _later("Er zijn minder dan 12 punten: grenzen zijn dan nog voorlopig."),
    Reason.PART_OF_WHOLE: _later("Het gaat om een deel van een geheel, en dat geheel wisselt."),
    Reason.WIDE_SPREAD: _later("De cijfers lopen meer uiteen dan toeval verklaart (%(figure)s keer)."),
    Reason.LARGE_N: _later("Het gaat om grote aantallen (%(figure)s): gewone grenzen zijn dan te nauw."),
    Reason.EVENTS_PER_EXPOSURE: _later("Het gaat om gebeurtenissen per zoveel mensen of dagen."),
    Reason.RARE: _later("Het gebeurt minder dan één keer per periode. Meet de tijd ertussen."),
    Reason.COUNTS: _later("Het gaat om aantallen in een gebied dat even groot blijft."),
    Reason.CASES_BETWEEN: _later("Het gaat om het aantal gevallen tussen twee gebeurtenissen."),
    Reason.TIME_BETWEEN: _later("Het gaat om de tijd tussen twee gebeurtenissen."),
    Reason.MEASUREMENTS: _later("Het gaat om een gemiddelde, een score, een tijd of een bedrag."),
}


def variation_words(variation: Variation) -> str:
    """Say what a series or a point shows.

    >>> variation_words(Variation.COMMON)
    'Geen verandering'
    """
    return str(VARIATIONS[variation])


def assurance_words(
    assurance: Assurance, direction: Direction, target: float | None, *, is_of_before: bool = False
) -> str:
    """Say whether the target is reached by itself; without a direction or limits a target says nothing yet.

    is_of_before: the limits are those of a baseline, so that nothing is said of how it goes now.

    >>> assurance_words(Assurance.PASS, Direction.HIGHER, 80)
    'Haalt doel vanzelf'
    >>> assurance_words(Assurance.FAIL, Direction.HIGHER, 80, is_of_before=True)
    'Haalde doel niet vanzelf'
    """
    if assurance != Assurance.NONE or target is None:
        return str((BEFORE if is_of_before else ASSURANCES)[assurance])
    if direction == Direction.NONE:
        return _("Niet afgesproken of hoger of lager beter is")
    return _("Nog niet te zeggen of het doel wordt gehaald")


def target_words(chart: ControlChart) -> str:
    """Say of a chart whether the target is reached by itself."""
    method = chart.method
    return assurance_words(
        chart.assurance, method.direction, method.target, is_of_before=chart.limits_are_of_before
    )


def target_sentences(chart: ControlChart, rests_on: str = "") -> list[str]:
    """Tell the latest figure and its target apart from what goes by itself; nothing where no target can be judged.

    rests_on: over which periods the baseline goes, in words, when the limits are those of a baseline.
    """
    method = chart.method
    if chart.assurance == Assurance.NONE or method.target is None:
        return []
    points = [point for point in chart.points if point.value is not None]
    last = points[-1]
    first = (
        _("Het laatste cijfer haalt het doel van %(target)s.")
        if is_reached(last.value or 0, method.target, method.direction)
        else _("Het laatste cijfer haalt het doel van %(target)s niet.")
    )
    said = [first % {"target": number(method.target)}]
    if chart.limits_are_of_before:
        words = _("De grenzen zijn van de nulmeting%(when)s. %(usual)s")
        when = f", {rests_on}" if rests_on else ""
        return [*said, words % {"when": when, "usual": USUAL_BEFORE[chart.assurance]}]
    mine = [point for point in points if point.phase == last.phase]
    words = _("De grenzen gaan over %(first)s tot en met %(last)s. %(usual)s")
    return [
        *said,
        words
        % {
            "first": period_words(mine[0].period),
            "last": period_words(last.period),
            "usual": USUAL[chart.assurance],
        },
    ]


def is_reached(value: float, target: float, direction: Direction) -> bool:
    """Whether one figure reaches its target; on the target is enough.

    >>> is_reached(75, 70, Direction.HIGHER), is_reached(75, 70, Direction.LOWER)
    (True, False)
    """
    return value <= target if direction == Direction.LOWER else value >= target


def rule_words(rules: tuple[Rule, ...]) -> str:
    """Say which signals a point gives, one after the other; nothing when it gives none.

    >>> rule_words((Rule.OUTSIDE, Rule.SHIFT))
    'buiten de grenzen; 7 op rij aan één kant van het midden'
    """
    return "; ".join(str(RULES[rule]) for rule in rules)


def advice_words(advice: Advice) -> str:
    """Say which chart suits, and why.

    >>> advice_words(Advice(Chart.P_PRIME, Reason.WIDE_SPREAD, 2.34))
    'P′-kaart. De cijfers lopen meer uiteen dan toeval verklaart (2,3 keer).'
    """
    figure = (
        ""
        if advice.figure is None
        else number(advice.figure, 1 if advice.reason == Reason.WIDE_SPREAD else 0)
    )
    why = str(REASONS[advice.reason]) % {"figure": figure}
    return why if advice.chart is None else f"{CHARTS[advice.chart]}. {why}"


def suggestion_words(period: object, side: int, n_after: int) -> str:
    """Ask whether a new phase began in a period; see `schakel.methods.spc.suggested_phase`.

    >>> suggestion_words("mrt 2025", 1, 9)
    'Vanaf mrt 2025 liggen 9 punten op rij boven het midden. Is er toen iets veranderd? Dan hoort daar een nieuwe fase.'
    """
    if side > 0:
        seen = _("Vanaf %(period)s liggen %(n)s punten op rij boven het midden.")
    else:
        seen = _("Vanaf %(period)s liggen %(n)s punten op rij onder het midden.")
    asked = _("Is er toen iets veranderd? Dan hoort daar een nieuwe fase.")
    return f"{seen % {'period': period, 'n': number(n_after)}} {asked}"


def warnings(
    chart: Chart, *, is_trial: bool, autocorrelation: float | None, dispersion: float | None
) -> list[str]:
    """Say what has to be known before believing the limits; nothing when they can be taken as they are.

    >>> warnings(Chart.XMR, is_trial=True, autocorrelation=0.1, dispersion=None)
    ['Voorlopige grenzen: ze rusten op minder dan 12 punten.']
    """
    told = []
    if is_trial:
        told.append(_("Voorlopige grenzen: ze rusten op minder dan 12 punten."))
    if autocorrelation is not None and autocorrelation > HIGH_AUTOCORRELATION:
        told.append(
            _(
                "Elk cijfer lijkt op het vorige (%(r)s). Dan zijn grenzen te nauw en is een signaal eerder toeval."
            )
            % {"r": number(autocorrelation, 2)}
        )
    prime = {Chart.P: Chart.P_PRIME, Chart.U: Chart.U_PRIME}.get(chart)
    if prime and dispersion is not None and dispersion > HIGH_DISPERSION:
        told.append(
            _(
                "De cijfers lopen %(times)s keer zoveel uiteen als toeval verklaart. Een %(chart)s past dan beter."
            )
            % {"times": number(dispersion, 1), "chart": CHARTS[prime]}
        )
    return told


def false_alarm_words(share: float, *, is_fixed: bool = False) -> str:
    """Say how often a stable series gives a signal all the same; share: 0 to 1, 0 when that is not known.

    is_fixed: limits rest on a fixed baseline, so that it happens more often than this.

    >>> false_alarm_words(0.183)
    'Ook zonder verandering geeft 18\\xa0% van zulke reeksen ergens een signaal.'
    """
    if not share:
        return ""
    told = (
        _("Ook zonder verandering geeft meer dan %(share)s van zulke reeksen ergens een signaal.")
        if is_fixed
        else _("Ook zonder verandering geeft %(share)s van zulke reeksen ergens een signaal.")
    )
    return told % {"share": percent(100 * share, 0)}


def description(chart: ControlChart) -> str:
    """Tell what a chart shows to who cannot see it: periods, centre and limits, verdicts, signals, gaps."""
    points = chart.points
    last = next(point for point in reversed(points) if point.value is not None)
    parts = [
        _("%(n)s periodes, van %(first)s tot en met %(last)s.")
        % {
            "n": number(len(points)),
            "first": period_words(points[0].period),
            "last": period_words(points[-1].period),
        },
        _("Laatste cijfer %(value)s, midden %(centre)s.")
        % {"value": number(last.value or 0), "centre": number(last.centre or 0)},
    ]
    if last.lower is not None and last.upper is not None:
        parts.append(
            _("Grenzen %(low)s en %(high)s.") % {"low": number(last.lower), "high": number(last.upper)}
        )
    parts += [
        f"{variation_words(chart.variation)}.",
        f"{target_words(chart)}.",
    ]
    n_signals = sum(bool(point.rules) for point in points)
    n_missing = sum(point.value is None for point in points)
    if n_signals:
        told = ngettext("%(n)s punt geeft een signaal.", "%(n)s punten geven een signaal.", n_signals)
        parts.append(told % {"n": number(n_signals)})
    if n_missing:
        told = ngettext("%(n)s periode is niet gemeten.", "%(n)s periodes zijn niet gemeten.", n_missing)
        parts.append(told % {"n": number(n_missing)})
    return " ".join(parts)
