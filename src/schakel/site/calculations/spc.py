"""Control chart of a CSV file: limits, signals, and what the series says.

The methods are in `schakel.methods.spc`, the drawing in `schakel.web.control_chart`.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import Any

from schakel.methods.spc import (
    RULE_SETS,
    BadSeries,
    Chart,
    ControlChart,
    Direction,
    Fault,
    Method,
    Series,
    control_chart,
    suggested_phase,
)
from schakel.site.calculations.files import BadFile, Line, read_table
from schakel.site.calculations.tables import figures, in_columns, speak_dutch

#: What is said about a series that cannot be charted; with a place it follows the line.
FAULTS = {
    Fault.NOTHING_MEASURED: "In de kolom ‘value’ staat geen enkel getal.",
    Fault.NEEDS_N: "Bij deze kaart hoort een kolom ‘n’: van hoeveel mensen of gevallen.",
    Fault.BELOW_ZERO: "een aantal is nooit lager dan 0.",
    Fault.NOT_WHOLE: "bij deze kaart is ‘value’ een aantal, dus een heel getal. Zet niet het percentage in ‘value’,"
    " maar het aantal, en in ‘n’ van hoeveel.",
    Fault.NOT_ABOVE_ZERO: "de tijd tussen twee gebeurtenissen is meer dan 0.",
    Fault.MORE_THAN_N: "‘value’ is meer dan ‘n’. Een deel is nooit meer dan het geheel.",
    Fault.EVENTS_OF_NOBODY: "‘n’ is 0, maar ‘value’ niet. Van niemand kan niets zijn.",
    Fault.FIXED_TOO_FEW: "--fixed is te laag: bij deze regels rust een vaste nulmeting op ten minste {least} punten.",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `schakel spc`."""
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="CSV with columns period,value[,n][,phase]: a line for each period, an empty value is missing, a changed"
        " phase starts new limits (an empty one goes on); p, pp, u and up take a count in value and n beside it",
    )
    parser.add_argument(
        "--chart", choices=list(Chart), default=Chart.XMR, type=Chart, help="xmr unless given here"
    )
    parser.add_argument(
        "--rules", choices=list(RULE_SETS), default="nhs7", help="which signals; nhs7 unless given"
    )
    parser.add_argument(
        "--direction",
        choices=list(Direction),
        default=Direction.NONE,
        type=Direction,
        help="which way is better",
    )
    parser.add_argument("--target", type=float, metavar="X", help="the target, in the unit shown")
    parser.add_argument("--no-screen", action="store_true", help="keep outlying moving ranges in the limits")
    parser.add_argument(
        "--fixed",
        type=int,
        metavar="N",
        help="limits rest on the first N points of each phase, and are extended",
    )
    parser.add_argument("--svg", type=Path, metavar="FILE", help="also draw the chart in this file")
    parser.add_argument(
        "--multiplier",
        type=float,
        default=1.0,
        help="p, pp, u and up: show shares times this, 100 for a percentage",
    )


def calculate(options: argparse.Namespace) -> dict[str, Any]:
    """Points in the order of the file, and what the series as a whole says."""
    chart = charted(options)
    if options.svg is not None:
        write_drawing(chart, options.svg, f"Regelkaart {options.file.stem}")
    return answer_of(chart)


def write_drawing(chart: ControlChart, path: Path, title: str) -> None:
    """Write the chart as a drawing that stands alone."""
    speak_dutch()
    from schakel.web.control_chart.drawing import BROAD, draw

    drawing = draw(chart, BROAD, title=title, is_alone=True)
    try:
        path.write_text(drawing, encoding="utf-8")
    except OSError as fault:
        raise BadFile(f"De tekening is niet te schrijven in {path}.") from fault


def charted(options: argparse.Namespace) -> ControlChart:
    """Read the file and chart it."""
    if not 0 < options.multiplier < math.inf:
        raise BadFile("--multiplier moet meer zijn dan 0.")
    if options.target is not None and not math.isfinite(options.target):
        raise BadFile("--target is geen getal.")
    table = read_table(options.file, needs=["period", "value"], may_have=["n", "phase"])
    series = series_of(table.lines, has_n="n" in table.columns, has_phase="phase" in table.columns)
    method = Method(
        chart=options.chart,
        rules=options.rules,
        direction=options.direction,
        target=options.target,
        screen=not options.no_screen,
        fixed=options.fixed,
        multiplier=options.multiplier,
    )
    try:
        return control_chart(series, method)
    except BadSeries as fault:
        words = FAULTS[fault.fault].format(least=RULE_SETS[options.rules].least_fixed)
        raise (
            BadFile(words) if fault.position is None else table.lines[fault.position].fault(words)
        ) from fault


def series_of(lines: tuple[Line, ...], *, has_n: bool, has_phase: bool) -> Series:
    """The series in a file; each period stands there once."""
    known: dict[str, int] = {}
    phase = "1"
    phases = []
    for line in lines:
        period = line.text("period")
        if known.setdefault(period, line.number) != line.number:
            raise line.fault(f"periode {period} staat ook op regel {known[period]}.")
        phase = line.cells.get("phase") or phase
        phases.append(phase)
    return Series(
        values=tuple(line.number_or_none("value") for line in lines),
        n=tuple(line.number_or_none("n") for line in lines) if has_n else None,
        phases=tuple(phases) if has_phase else ("1",) * len(lines),
        periods=tuple(known),
    )


def answer_of(chart: ControlChart) -> dict[str, Any]:
    """A chart as what `--json` prints."""
    points = [
        {
            "period": point.period,
            "value": point.value,
            "phase": point.phase,
            "centre": point.centre,
            "lower": point.lower,
            "upper": point.upper,
            "rules": list(point.rules),
            "variation": point.variation,
        }
        for point in chart.points
    ]
    phases = [
        {
            "phase": phase.name,
            "n": phase.n_measured,
            "trial": phase.is_trial,
            "longest_run": phase.runs.longest_run if phase.runs else None,
            "longest_run_allowed": phase.runs.longest_allowed if phase.runs else None,
            "crossings": phase.runs.n_crossings if phase.runs else None,
            "crossings_needed": phase.runs.crossings_needed if phase.runs else None,
        }
        for phase in chart.phases
    ]
    series = {
        "variation": chart.variation,
        "assurance": chart.assurance,
        "autocorrelation": chart.autocorrelation,
        "dispersion": chart.dispersion,
        "expected_false_alarms": chart.expected_false_alarms.anywhere,
        "expected_false_alarms_last": chart.expected_false_alarms.at_last,
        "trial": chart.is_trial,
        "limits_of_before": chart.limits_are_of_before,
        "chart": chart.method.chart,
        "direction": chart.method.direction,
        "target": chart.method.target,
        "version": chart.version,
    }
    suggestion = suggested_phase(chart)
    suggested = suggestion and {
        "period": chart.points[suggestion.place].period,
        "side": suggestion.side,
        "n_before": suggestion.n_before,
        "n_after": suggestion.n_after,
        "before": suggestion.before,
        "after": suggestion.after,
        "trial": suggestion.is_trial,
    }
    return {"points": points, "phases": phases, "series": series, "suggested_phase": suggested}


def readable(answer: dict[str, Any]) -> str:
    """The points as a table, with what the series says above and what to know about it below."""
    speak_dutch()
    from schakel.web.control_chart import words

    points, series = answer["points"], answer["series"]
    columns = [("periode", [point["period"] for point in points])]
    if len(answer["phases"]) > 1:
        columns.append(("fase", [point["phase"] for point in points]))
    kinds = {"value": "waarde", "centre": "midden", "lower": "ondergrens", "upper": "bovengrens"}
    columns += [(title, figures([point[key] for point in points])) for key, title in kinds.items()]
    columns.append(("signaal", [words.rule_words(point["rules"]) for point in points]))
    suggested = answer["suggested_phase"]
    return "\n".join(
        [
            words.variation_words(series["variation"]),
            words.assurance_words(
                series["assurance"],
                series["direction"],
                series["target"],
                is_of_before=series["limits_of_before"],
            ),
            "",
            in_columns(columns, words=["periode", "fase", "signaal"]),
            "",
            *words.warnings(
                series["chart"],
                is_trial=series["trial"],
                autocorrelation=series["autocorrelation"],
                dispersion=series["dispersion"],
            ),
            *([alarms] if (alarms := words.false_alarm_words(series["expected_false_alarms"])) else []),
            *(
                [words.suggestion_words(suggested["period"], suggested["side"], suggested["n_after"])]
                if suggested
                else []
            ),
            f"Versie: {series['version']}.",
        ]
    )
