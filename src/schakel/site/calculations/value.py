"""Costs beside outcomes of two groups from a CSV file: net benefit, and a ratio only where it means something.

The formulas are those of `schakel.methods.value.benefit`.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schakel.methods.unmeasurable import Unmeasurable
from schakel.methods.value.benefit import (
    PER_QALY_EUR,
    Difference,
    FiellerKind,
    Quadrant,
    break_even,
    fieller,
    net_benefit,
    quadrant,
    ratio,
)
from schakel.methods.value.costs import out_of_hundred, significant
from schakel.site.calculations.files import BadFile, Table, read_table
from schakel.site.calculations.reasons import in_words
from schakel.site.calculations.tables import figures, in_columns

if TYPE_CHECKING:
    from schakel.methods.value.arms import Arm, Draws

ARMS = ("new", "usual")
#: The most draws that are made in reasonable time.
MOST_REPLICATES = 100_000
HEADLINES = {
    Quadrant.BETTER_DEARER: "Het werkt beter en kost meer.",
    Quadrant.BETTER_CHEAPER: "Beter én goedkoper.",
    Quadrant.BETTER_COST_UNCLEAR: "Het werkt beter. Of het meer of minder kost, is nog niet aangetoond.",
    Quadrant.WORSE_DEARER: "Slechter en duurder.",
    Quadrant.WORSE_CHEAPER: "Goedkoper, maar ook minder resultaat.",
    Quadrant.WORSE_COST_UNCLEAR: "Het werkt minder goed. Of het meer of minder kost, is nog niet aangetoond.",
    Quadrant.EFFECT_NOT_SHOWN: "Het effect is nog niet aangetoond.",
}
SHARE_WORDS = {
    "better_dearer": "beter en duurder",
    "better_cheaper": "beter en goedkoper",
    "worse_dearer": "slechter en duurder",
    "worse_cheaper": "slechter en goedkoper",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `schakel value`."""
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="CSV with columns arm,cost,effect[,area][,baseline], one line per person; arm is new or usual; with area"
        " whole areas are drawn instead of persons; with baseline the effect is adjusted for how each person began",
    )
    parser.add_argument(
        "--lambda",
        dest="amounts",
        default=",".join(str(amount) for amount in PER_QALY_EUR),
        metavar="EUR",
        help="what one unit of effect is worth, in euros, one or more with a comma in between: 20000,50000,80000",
    )
    parser.add_argument("--replicates", type=int, default=5_000, metavar="N", help="how many draws: 5000")
    parser.add_argument("--seed", type=int, default=1, help="makes the draws repeatable: 1")


def calculate(options: argparse.Namespace) -> dict[str, Any]:
    """The difference between both groups, and what it is worth."""
    amounts = _amounts(options.amounts)
    if not 1 <= options.replicates <= MOST_REPLICATES:
        raise BadFile(f"--replicates moet tussen 1 en {MOST_REPLICATES} liggen.")
    if options.seed < 0:
        raise BadFile("--seed kan niet lager zijn dan 0.")
    table = read_table(options.file, needs=["arm", "cost", "effect"], may_have=["area", "baseline"])
    from schakel.methods.value.arms import difference, draws

    try:
        new, usual = _arms(table)
        found = difference(new, usual)
        drawn = draws(new, usual, seed=options.seed, n_replicates=options.replicates)
    except Unmeasurable as fault:
        raise BadFile(in_words(fault.why)) from fault
    return {
        "n_new": len(new.cost),
        "n_usual": len(usual.cost),
        **_as_answer(found, drawn, amounts),
        "drawn": "area" if new.area else "person",
        "replicates": options.replicates,
        "seed": options.seed,
    }


def readable(answer: dict[str, Any]) -> str:
    """The verdict first, then cost and effect beside each other, then what it is worth."""
    verdict = Quadrant(answer["verdict"])
    parts = [(name, answer[f"delta_{name}"], *answer[f"{name}95"]) for name in ("cost", "effect")]
    cells = [figures([value, lower, upper]) for _, value, lower, upper in parts]
    columns = [("nieuw min gewoon", ["kosten per persoon (€)", "effect per persoon"])]
    columns += [
        (title, [row[place] for row in cells]) for place, title in enumerate(("verschil", "95 % van", "tot"))
    ]
    lines = [HEADLINES[verdict], "", in_columns(columns, words=["nieuw min gewoon"]), ""]
    if answer["icer"] is not None:
        value, lower, upper = (
            figures([float(significant(number))])[0] for number in (answer["icer"], *answer["fieller"])
        )
        lines += [f"€ {value} per gewonnen eenheid effect (tussen € {lower} en € {upper}).", ""]
    worth = answer["inmb"]
    columns = [("één eenheid is waard (€)", figures([float(amount) for amount in worth], 6))]
    for title, edge in (("netto waarde (€)", "value"), ("95 % van", "lower95"), ("tot", "upper95")):
        columns.append((title, figures([row[edge] for row in worth.values()])))
    columns.append(("de moeite waard", [f"{_hundred(row['p'])} van 100" for row in worth.values()]))
    lines += [in_columns(columns), ""]
    for name, share in answer["quadrants"].items():
        if share:
            lines.append(f"In {_hundred(share)} van de 100 doorrekeningen {SHARE_WORDS[name]}.")
    return "\n".join(lines).rstrip()


def _hundred(share: float) -> str:
    """So many out of a hundred, in words where rounding would say none or all."""
    if 0 < share < 0.005:
        return "minder dan 1"
    return "meer dan 99" if 0.995 < share < 1 else str(out_of_hundred(share))


def _as_answer(found: Difference, drawn: Draws, amounts: list[float]) -> dict[str, Any]:
    """A difference under the names that `--json` prints."""
    shown, ratios = ratio(found), fieller(found)
    worth = {}
    for amount in amounts:
        benefit = net_benefit(found, amount)
        worth[f"{amount:.15g}"] = {
            "value": benefit.value,
            "se": benefit.se,
            "lower95": benefit.lower95,
            "upper95": benefit.upper95,
            "p": drawn.share_worth_it(amount),
            "p_normal": benefit.p,
        }
    return {
        "delta_cost": found.delta_cost,
        "delta_effect": found.delta_effect,
        "se_cost": found.se_cost,
        "se_effect": found.se_effect,
        "cov": found.cov,
        "cost95": list(found.cost95),
        "effect95": list(found.effect95),
        "inmb": worth,
        "icer": shown.value if shown else None,
        "fieller": [ratios.lower, ratios.upper] if shown and ratios.kind == FiellerKind.BOUNDED else None,
        "fieller_kind": ratios.kind.value,
        "break_even": break_even(found),
        "verdict": quadrant(found).value,
        "quadrants": drawn.shares(),
    }


def _amounts(written: str) -> list[float]:
    """What one unit of effect is worth, as written on the command line."""
    try:
        amounts = [float(part) for part in written.split(",")]
    except ValueError as fault:
        raise BadFile("--lambda moet uit getallen bestaan, met een komma ertussen: 20000,50000.") from fault
    if not all(0 <= amount < 1e12 for amount in amounts):
        raise BadFile("--lambda moet 0 of meer zijn.")
    return amounts


def _arms(table: Table) -> tuple[Arm, Arm]:
    """Both groups, as they stand in the file."""
    from schakel.methods.value.arms import Arm

    columns: dict[str, tuple[list[float], list[float], list[str], list[float]]] = {
        name: ([], [], [], []) for name in ARMS
    }
    for line in table.lines:
        name = line.text("arm").casefold()
        if name not in columns:
            raise line.fault(f"‘arm’ is {line.cells['arm']}; dat moet new of usual zijn.")
        costs, effects, areas, before = columns[name]
        costs.append(line.number_of("cost"))
        effects.append(line.number_of("effect"))
        if "area" in table.columns:
            areas.append(line.text("area"))
        if "baseline" in table.columns:
            before.append(line.number_of("baseline"))
    for name, (costs, *_) in columns.items():
        if not costs:
            raise BadFile(f"De groep ‘{name}’ heeft geen regels. Nodig zijn new en usual.")
    new, usual = (Arm(*columns[name]) for name in ARMS)
    return new, usual
