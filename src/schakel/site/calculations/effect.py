"""The effect of a change from a CSV file: an interrupted series, counts, or areas beside each other, with its grade.

The method follows from what the file holds; see `schakel.methods.effect.analysis`.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schakel.methods.effect.periods import in_order
from schakel.methods.effect.report import Change, ChangeAt, EffectReport, Method
from schakel.methods.unmeasurable import Unmeasurable
from schakel.site.calculations.files import BadFile, Line, Table, read_table
from schakel.site.calculations.reasons import in_words
from schakel.site.calculations.tables import figures, in_columns

if TYPE_CHECKING:
    from schakel.methods.effect.analysis import Choices, Course

METHODS = {"ols": Method.OLS, "newey_west": Method.NEWEY_WEST, "reml": Method.REML}
FLAGS = {"1": True, "ja": True, "true": True, "0": False, "nee": False, "false": False}
METHOD_WORDS = {
    Method.OLS: "onderbroken reeks, kleinste kwadraten met t-interval",
    Method.NEWEY_WEST: "onderbroken reeks, kleinste kwadraten met fouten van Newey–West",
    Method.REML: "onderbroken reeks, AR(1) met REML",
    Method.BEFORE_AFTER: "gemiddelde na min gemiddelde voor",
    Method.POISSON: "onderbroken reeks van aantallen, Poisson",
    Method.NEGATIVE_BINOMIAL: "onderbroken reeks van aantallen, negatief binomiaal",
    Method.DIFFERENCE: "verschil in verschillen, met vaste effecten per gebied en periode",
    Method.STACKED: "verschil in verschillen, elke start apart vergeleken",
}
GRADE_WORDS = {
    "A": "A, door loting",
    "B": "B, met vergelijking die vooraf gelijk opliep",
    "C": "C, een onderbroken reeks",
    "D": "D, alleen voor en na",
}
CAUTION_WORDS = {
    "indicative": "Minder dan 24 metingen: indicatief, het interval is waarschijnlijk te smal.",
    "before_after": "Te weinig metingen voor een lijn: dit is alleen het verschil tussen twee gemiddelden.",
    "few_points_after": "Minder dan 8 metingen na de start: te vroeg om ‘geen effect’ te zeggen.",
    "autocorrelated": "Metingen lijken sterk op hun buren: het interval is waarschijnlijk te smal.",
    "incomplete": "Minder dan 80 % van de metingen is er.",
    "chosen_for_its_score": "De groep is gekozen omdat zij slecht scoorde: een deel van het effect komt vanzelf.",
    "one_beside_one": "Eén reeks naast één andere: wat alleen daar gebeurde, is niet van de verandering te scheiden.",
    "few_areas": "Weinig gebieden: het interval en p komen uit alle manieren om evenveel gebieden aan te wijzen.",
    "not_parallel": "De gebieden liepen vooraf al uiteen: de vergelijking telt niet mee in het bewijs.",
    "parallel_unknown": "Of de gebieden vooraf gelijk opliepen, is met zo weinig niet te zeggen.",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `schakel effect`."""
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="CSV with columns period,value[,exposure][,after][,area][,treated]; after and treated are 0 or 1; an empty"
        " value is missing; with exposure the values are counts",
    )
    parser.add_argument(
        "--start", metavar="PERIOD", help="the first period after the start, instead of a column after"
    )
    parser.add_argument("--at", default="6,12", help="after how many periods the effect is told: 6,12")
    parser.add_argument(
        "--ramp-up", type=int, default=0, metavar="N", help="periods of settling in, left out"
    )
    parser.add_argument(
        "--season", type=int, default=0, metavar="N", help="periods in a year: 12 for months; 0 is none"
    )
    parser.add_argument(
        "--pairs", type=int, default=1, metavar="N", help="sine and cosine pairs for the season"
    )
    parser.add_argument(
        "--method", choices=list(METHODS), help="this method for a series, whatever its length"
    )
    parser.add_argument("--counts", action="store_true", help="values are counts, also without exposure")
    parser.add_argument("--per", type=float, default=1.0, help="areas with exposure: rates per so many")
    parser.add_argument("--randomised", action="store_true", help="lots decided which areas take part")
    parser.add_argument(
        "--chosen-for-score", action="store_true", help="the group takes part because it scored badly"
    )
    parser.add_argument("--seed", type=int, default=1, help="for arrangements of areas that are drawn: 1")


def calculate(options: argparse.Namespace) -> dict[str, Any]:
    """The effect by the method that fits the file."""
    table = read_table(
        options.file, needs=["period", "value"], may_have=["exposure", "after", "area", "treated"]
    )
    choices = _choices(options)
    courses = _courses(table, options)
    from schakel.methods.effect.analysis import report

    try:
        return as_answer(report(courses, choices))
    except Unmeasurable as fault:
        raise BadFile(in_words(fault.why)) from fault


def as_answer(found: EffectReport) -> dict[str, Any]:
    """A report under the names that `--json` prints."""
    answer = {
        "method": found.method.value,
        "grade": found.grade.value,
        "label": f"{found.grade.value}, indicatief" if found.is_indicative else found.grade.value,
        "indicative": found.is_indicative,
        "scale": "log_rate_ratio" if found.is_log else "difference",
        **_main(found.level, found.slope, found.effect_at, is_log=found.is_log),
        "n_before": found.n_before,
        "n_after": found.n_after,
        "completeness": found.completeness,
        "cautions": [caution.value for caution in found.cautions],
        "autocorrelation": found.autocorrelation,
        "durbin_watson": found.durbin_watson,
        "dispersion": found.dispersion,
        "beside": None,
        "areas": None,
    }
    if found.beside:
        beside = found.beside
        answer["beside"] = {
            "method": beside.method.value,
            **_main(beside.level, beside.slope, beside.effect_at, is_log=found.is_log),
        }
    if found.areas:
        areas, trend = found.areas, found.areas.pre_trend
        answer["areas"] = {
            "n_areas": areas.n_areas,
            "n_treated": areas.n_treated,
            "p": areas.p,
            "p_placebo": areas.p_placebo,
            "n_arrangements": areas.n_arrangements,
            "p_area": areas.p_area,
            "p_wild": areas.p_wild,
            "parallel": areas.is_parallel,
            "pre_trend": {"value": trend.value, **_bounds(trend)} if trend else None,
        }
    return answer


def readable(answer: dict[str, Any]) -> str:
    """The effect as a table, with what a reader has to know."""
    is_log = answer["scale"] == "log_rate_ratio"
    rows = [("bij de start" if answer["slope"] is not None else "verschil na de start", answer, "level")]
    if answer["slope"] is not None:
        slope = {
            "slope": answer["slope"],
            "lower95": answer["slope_lower95"],
            "upper95": answer["slope_upper95"],
        }
        rows.append(("en verder per periode", slope, "slope"))
    rows += [(f"na {one['periods_after']} periodes", one, "effect") for one in answer["effect_at"]]
    names = [name for name, _, _ in rows]
    columns = [("", names)]
    for title, edge in (("effect", None), ("95 % van", "lower95"), ("tot", "upper95")):
        values = [row[edge or own] for _, row, own in rows]
        if is_log:
            values = [None if value is None else math.exp(value) for value in values]
        columns.append((title, figures(values)))
    lines = [
        f"Methode: {METHOD_WORDS[Method(answer['method'])]}.",
        f"Bewijs: {GRADE_WORDS[answer['grade']]}{' (indicatief)' if answer['indicative'] else ''}.",
        f"Metingen: {answer['n_before']} voor en {answer['n_after']} na de start.",
        "",
        in_columns(columns, words=[""]),
        "",
    ]
    if is_log:
        lines.append(
            "Elk getal is een verhouding: 0,80 is 20 % minder dan te verwachten was, 1 is geen verschil."
        )
    if answer["areas"] and answer["areas"]["p"] is not None:
        (p,) = figures([answer["areas"]["p"]], 3)
        lines.append(
            f"p = {p}; {answer['areas']['n_treated']} van de {answer['areas']['n_areas']} gebieden deden mee."
        )
    lines += [CAUTION_WORDS[caution] for caution in answer["cautions"]]
    return "\n".join(lines).rstrip()


def _choices(options: argparse.Namespace) -> Choices:
    """What was chosen on the command line, when it can be."""
    from schakel.methods.effect.analysis import Choices

    try:
        at = tuple(int(part) for part in options.at.split(","))
    except ValueError as fault:
        raise BadFile("--at moet hele getallen zijn, met een komma ertussen: 6,12.") from fault
    if min(at) < 1:
        raise BadFile("--at begint bij 1: de eerste periode na de start.")
    if options.ramp_up < 0:
        raise BadFile("--ramp-up kan niet lager zijn dan 0.")
    if options.season and (options.season < 2 or not 1 <= options.pairs <= options.season // 2):
        raise BadFile("--season moet 2 of meer zijn, en --pairs hoogstens de helft daarvan.")
    if not 0 < options.per < math.inf:
        raise BadFile("--per moet meer zijn dan 0.")
    if options.seed < 0:
        raise BadFile("--seed kan niet lager zijn dan 0.")
    return Choices(
        at=at,
        ramp_up=options.ramp_up,
        season=options.season,
        pairs=options.pairs,
        per=options.per,
        seed=options.seed,
        is_randomised=options.randomised,
        is_chosen_for_score=options.chosen_for_score,
        method=METHODS.get(options.method),
    )


def _courses(table: Table, options: argparse.Namespace) -> list[Course]:
    """The measurements of each area over the same periods."""
    from schakel.methods.effect.analysis import Course

    periods = in_order(line.text("period") for line in table.lines)
    if options.start is not None and options.start not in periods:
        raise BadFile(f"De periode {options.start} van --start staat niet in het bestand.")
    if options.start is None and not {"after", "treated"} & set(table.columns):
        raise BadFile(
            "Wanneer begon de verandering? Voeg een kolom ‘after’ toe (0 of 1), of gebruik --start."
        )
    places = {period: place for place, period in enumerate(periods)}
    first = places.get(options.start, 0)
    areas: dict[str, dict[int, Line]] = {}
    for line in table.lines:
        mine = areas.setdefault(_area_of(line, table), {})
        place = places[line.cells["period"]]
        if place in mine:
            raise line.fault(f"periode {line.cells['period']} staat er al.")
        mine[place] = line
    has_exposure = "exposure" in table.columns or options.counts
    courses = []
    for lines in areas.values():
        values = [
            lines[place].number_or_none("value") if place in lines else None for place in range(len(periods))
        ]
        over = None
        if has_exposure:
            over = [_exposure(lines.get(place), table) for place in range(len(periods))]
        courses.append(Course(values, _start(lines, table, options, first), over))
    return courses


def _area_of(line: Line, table: Table) -> str:
    """To which area a line belongs; without areas those treated and those not are one area each."""
    if "area" in table.columns:
        return line.text("area")
    return str(_flag(line, "treated")) if "treated" in table.columns and "after" in table.columns else ""


def _exposure(line: Line | None, table: Table) -> float | None:
    """What a count is counted over; 1 when the file does not say."""
    if "exposure" not in table.columns:
        return 1.0
    if line is None or not line.cells.get("exposure"):
        return None
    return line.number_of("exposure", above=0)


def _flag(line: Line, column: str) -> bool:
    """A cell that is 0 or 1."""
    written = line.text(column).casefold()
    if written not in FLAGS:
        raise line.fault(f"‘{column}’ is {line.cells[column]}; dat moet 0 of 1 zijn.")
    return FLAGS[written]


def _start(lines: dict[int, Line], table: Table, options: argparse.Namespace, first: int) -> int | None:
    """The place of the first period with the change in one area; None when it has none."""
    if "treated" in table.columns and not any(_flag(line, "treated") for line in lines.values()):
        return None
    if options.start is not None:
        return first
    column = "after" if "after" in table.columns else "treated"
    started: int | None = None
    for place in sorted(lines):
        is_after = _flag(lines[place], column)
        if is_after and "treated" in table.columns and not _flag(lines[place], "treated"):
            is_after = False
        if started is not None and not is_after:
            raise lines[place].fault(
                f"‘{column}’ is weer 0. Een verandering die stopt, rekenen wij niet uit."
            )
        if is_after and started is None:
            started = place
    if started is None and "treated" in table.columns:
        raise lines[min(lines)].fault("hier is ‘treated’ ergens 1, maar ‘after’ nergens. Waar begon het?")
    return started


def _main(
    level: Change, slope: Change | None, effect_at: tuple[ChangeAt, ...], *, is_log: bool
) -> dict[str, Any]:
    """Level, slope and effects with their intervals; ratios beside logarithms."""
    told: dict[str, Any] = {"level": level.value, **_bounds(level)}
    told["slope"] = slope.value if slope else None
    told["slope_lower95"] = slope.lower95 if slope else None
    told["slope_upper95"] = slope.upper95 if slope else None
    told["effect_at"] = [
        {
            "periods_after": one.periods_after,
            "effect": one.value,
            **_bounds(one),
            **(_ratio(one) if is_log else {}),
        }
        for one in effect_at
    ]
    return told | (_ratio(level) if is_log else {})


def _bounds(change: Change) -> dict[str, float | None]:
    return {"lower95": change.lower95, "upper95": change.upper95}


def _ratio(change: Change) -> dict[str, float | None]:
    """A change of logarithms as a ratio of rates."""
    edges = (("ratio", change.value), ("ratio_lower95", change.lower95), ("ratio_upper95", change.upper95))
    return {name: None if value is None else math.exp(min(value, 700.0)) for name, value in edges}
