"""Rates with 95 % and 99.8 % intervals from a CSV file: proportions, rates, standardised rates and ratios.

The methods are those of Fingertips; see `schakel.methods.rates`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schakel.site.calculations.files import BadFile, Line, read_table
from schakel.site.calculations.tables import figures, in_columns

if TYPE_CHECKING:
    from schakel.methods.rates import Interval, Stratum

#: Per how many each method tells its rate, unless `--multiplier` says otherwise: as PHEindicatormethods does.
MULTIPLIERS = {"wilson": 1.0, "byar": 100_000.0, "dsr": 100_000.0, "isr": 1.0}
EDGES = ("value", "lower95", "upper95", "lower998", "upper998")
TOO_FEW = "minder dan 10 gebeurtenissen: geen gestandaardiseerd cijfer"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `schakel rate`."""
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="CSV with columns x,n (wilson, byar) or area,ageband,x,n,stdpop (dsr; isr needs no stdpop)",
    )
    parser.add_argument(
        "--method",
        required=True,
        choices=list(MULTIPLIERS),
        help="wilson: share of n; byar: events per n; dsr: directly standardised rate per area; isr: observed"
        " events of each area over what it would have with the rates of all areas together",
    )
    parser.add_argument(
        "--multiplier",
        type=float,
        help="per how many: 1 for wilson and isr, 100000 for byar and dsr, unless given here",
    )


def calculate(options: argparse.Namespace) -> dict[str, Any]:
    """One row for each line (wilson, byar) or for each area (dsr, isr), in the order of the file."""
    multiplier = MULTIPLIERS[options.method] if options.multiplier is None else options.multiplier
    if not 0 < multiplier < float("inf"):
        raise BadFile("--multiplier moet meer zijn dan 0.")
    if options.method in {"wilson", "byar"}:
        rows = _of_lines(options.file, options.method, multiplier)
    else:
        rows = _of_areas(options.file, options.method, multiplier)
    return {"method": options.method, "multiplier": multiplier, "rows": rows}


def readable(answer: dict[str, Any]) -> str:
    """The rows as a table."""
    rows = answer["rows"]
    columns = [("gebied", [row["area"] for row in rows])] if "area" in rows[0] else []
    for name, title in (("x", "x"), ("n", "n"), ("expected", "verwacht")):
        if name in rows[0]:
            columns.append((title, figures([row[name] for row in rows], 5)))
    titles = ("waarde", "95 % van", "tot", "99,8 % van", "tot")
    for edge, title in zip(EDGES, titles, strict=True):
        columns.append((title, figures([row[edge] for row in rows])))
    notes = [f"{row['area']}: {row['note']}." for row in rows if "note" in row]
    return "\n".join([in_columns(columns, words=["gebied"]), *notes])


def _of_lines(file: Path, method: str, multiplier: float) -> list[dict[str, Any]]:
    """Wilson or Byar, line by line."""
    from schakel.methods.rates import proportion, rate

    rows = []
    for line in read_table(file, needs=["x", "n"]).lines:
        x = line.count_of("x")
        if method == "wilson":
            n: float = line.count_of("n", at_least=1)
            if x > n:
                raise line.fault(f"x is {x}, meer dan n ({n:g}). Een deel is nooit meer dan het geheel.")
            found = proportion(x, int(n), multiplier=multiplier)
        else:
            n = line.number_of("n", above=0)
            found = rate(x, n, multiplier=multiplier)
        rows.append({"x": x, "n": n, **_edges(found)})
    return rows


def _of_areas(file: Path, method: str, multiplier: float) -> list[dict[str, Any]]:
    """Directly or indirectly standardised, area by area."""
    from schakel.methods.rates import Stratum, directly_standardised, expected_events, indirectly_standardised

    areas = _areas(file, with_standard=method == "dsr")
    bands = list(next(iter(areas.values())))
    together = [
        Stratum(
            sum(area[band].events for area in areas.values()),
            sum(area[band].population for area in areas.values()),
        )
        for band in bands
    ]
    rows = []
    for name, area in areas.items():
        strata = [area[band] for band in bands]
        observed = round(sum(stratum.events for stratum in strata))
        row = {"area": name, "x": observed, "n": sum(stratum.population for stratum in strata)}
        if method == "dsr":
            found = directly_standardised(strata, multiplier=multiplier)
            row |= _edges(found)
            if found is None:
                row["note"] = TOO_FEW
        else:
            expected = expected_events(strata, together)
            if expected <= 0:
                raise BadFile("In het hele bestand is geen enkele gebeurtenis: er is niets om te verwachten.")
            row |= {
                "expected": expected,
                **_edges(indirectly_standardised(observed, expected, multiplier=multiplier)),
            }
        rows.append(row)
    return rows


def _areas(file: Path, *, with_standard: bool) -> dict[str, dict[str, Stratum]]:
    """The age bands of each area; each area has the same ones, and a band has one weight."""
    from schakel.methods.rates import Stratum

    needs = ["area", "ageband", "x", "n", *(["stdpop"] if with_standard else [])]
    areas: dict[str, dict[str, Stratum]] = {}
    weights: dict[str, float] = {}
    last: dict[str, Line] = {}
    for line in read_table(file, needs=needs).lines:
        name, band = line.text("area"), line.text("ageband")
        area = areas.setdefault(name, {})
        if band in area:
            raise line.fault(f"leeftijdsgroep {band} van {name} staat er al.")
        weight = line.number_of("stdpop", above=0) if with_standard else 0.0
        if weights.setdefault(band, weight) != weight:
            raise line.fault(f"leeftijdsgroep {band} heeft in een ander gebied een andere stdpop.")
        area[band] = Stratum(line.count_of("x"), line.number_of("n", above=0), weight)
        last[name] = line
    for name, area in areas.items():
        lacking = _first_lacking(list(weights), area)
        if lacking:
            raise last[name].fault(f"{name} mist leeftijdsgroep {lacking}; elk gebied heeft dezelfde nodig.")
    return areas


def _first_lacking(bands: Sequence[str], area: dict[str, Stratum]) -> str | None:
    """The first age band that an area has not."""
    return next((band for band in bands if band not in area), None)


def _edges(found: Interval | None) -> dict[str, float | None]:
    """A value and its limits by name."""
    return {edge: None if found is None else getattr(found, edge) for edge in EDGES}
