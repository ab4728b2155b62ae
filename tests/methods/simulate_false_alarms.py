"""Make the table of false alarms: how often stable series give a signal, by length and autocorrelation.

python -m tests.methods.simulate_false_alarms        write src/schakel/methods/spc/false_alarms.json (some minutes)

Each cell has its own seed, so that one cell can be made again without the others: a test does that.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
from pathlib import Path
from statistics import median
from typing import Any

from schakel.methods.spc import limits
from schakel.methods.spc.rulesets import RULE_SETS
from schakel.methods.spc.series import Chart
from schakel.methods.spc.signals import signals_of

PATH = Path(__file__).parents[2] / "src/schakel/methods/spc/false_alarms.json"
SEED = 20261126
N_SERIES = 10_000
LENGTHS = (6, 8, 10, 12, 18, 24, 36, 48, 60, 90, 120)
AUTOCORRELATIONS = (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9)


def stable_series(chance: random.Random, length: int, autocorrelation: float) -> list[float]:
    """A stationary normal series of mean 0 and standard deviation 1, each value partly the one before."""
    rest = math.sqrt(1 - autocorrelation**2)
    values = [chance.gauss(0, 1)]
    while len(values) < length:
        values.append(autocorrelation * values[-1] + rest * chance.gauss(0, 1))
    return values


def cell(
    length: int, autocorrelation: float, *, n_series: int = N_SERIES
) -> dict[str, dict[str, tuple[float, float]]]:
    """The shares with a signal anywhere and at the last point, of each rule set on XmR and run charts."""
    chance = random.Random(f"{SEED}/{length}/{autocorrelation}")
    counted = {(name, kind): [0, 0] for name in RULE_SETS for kind in ("xmr", "run")}
    for _series in range(n_series):
        values = stable_series(chance, length, autocorrelation)
        basis = limits.basis_of(Chart.XMR, values, values, None, screen=True)
        assert basis is not None
        middle = median(values)
        for name, rules in RULE_SETS.items():
            at = limits.limits_at(basis, None, rules)
            add(counted[name, "xmr"], signals_of(values, basis.centre, [at] * length, rules))
            add(counted[name, "run"], signals_of(values, middle, [None] * length, rules))
    return {
        name: {kind: tuple(n / n_series for n in counted[name, kind]) for kind in ("xmr", "run")}
        for name in RULE_SETS
    }


def add(counted: list[int], found: list[dict]) -> None:
    """Count a series with a signal, and one with a signal at its last point."""
    counted[0] += any(found)
    counted[1] += bool(found[-1])


def table() -> dict[str, Any]:
    """All cells."""
    cells = {}
    for length in LENGTHS:
        for autocorrelation in AUTOCORRELATIONS:
            cells[length, autocorrelation] = cell(length, autocorrelation)
        print(f"{length} points", file=sys.stderr, flush=True)
    return {
        "seed": SEED,
        "n_series": N_SERIES,
        "lengths": LENGTHS,
        "autocorrelations": AUTOCORRELATIONS,
        "tables": {
            name: {
                kind: {
                    what: [
                        [cells[length, near][name][kind][at] for length in LENGTHS]
                        for near in AUTOCORRELATIONS
                    ]
                    for at, what in enumerate(("anywhere", "at_last"))
                }
                for kind in ("xmr", "run")
            }
            for name in RULE_SETS
        },
    }


def written(made: dict[str, Any]) -> str:
    """The table as the file holds it: a list of numbers on one line."""
    text = json.dumps(made, indent=1)
    return re.sub(r"\[\s+([-\d.,\s]+?)\s+\]", lambda found: f"[{' '.join(found[1].split())}]", text) + "\n"


if __name__ == "__main__":
    PATH.write_text(written(table()), encoding="utf-8")
