"""Calculations on a file, from the shell, without a database: read a CSV file, calculate, print.

A calculation is a module with three functions, `arguments`, `calculate` and `readable` (see `Calculation`), that
reads its file with `files.read_table` and stands in `CALCULATIONS` below. Whatever is wrong with a file or a choice
is raised as `files.BadFile` with the line: then only that is told, in Dutch, and the exit code is 2.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import Any, Protocol

from schakel.site.calculations import effect, rate, spc, value
from schakel.site.calculations.files import BadFile


class Calculation(Protocol):
    """What each module here offers. At its top it imports nothing heavy: every command reads the arguments."""

    __doc__: str | None

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say which arguments there are."""
        ...

    def calculate(self, options: argparse.Namespace) -> dict[str, Any]:
        """Read the file and calculate; what comes out is what `--json` prints."""
        ...

    def readable(self, answer: dict[str, Any]) -> str:
        """Write that answer for people."""
        ...


CALCULATIONS: dict[str, Calculation] = {
    "effect": effect,
    "rate": rate,
    "spc": spc,
    "value": value,
}


def describe(calculation: Calculation, parser: argparse.ArgumentParser) -> None:
    """Give the parser of a calculation its arguments, and what all of them share."""
    parser.description = str(calculation.__doc__).splitlines()[0]
    calculation.arguments(parser)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table to read")


def run(calculation: Calculation, options: argparse.Namespace) -> int:
    """Calculate, then print; of a bad file only what is wrong with it is printed, and the answer is 2."""
    try:
        answer = calculation.calculate(options)
    except BadFile as fault:
        print(fault, file=sys.stderr)
        return 2
    if options.json:
        text = json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=1)
    else:
        text = calculation.readable(answer)
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # Who reads along (`head`, `less`) has seen enough; Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
