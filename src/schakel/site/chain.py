"""`schakel chain`: what the events of a care chain tell, from the shell, without a database."""

from __future__ import annotations

import argparse

from schakel.site import calculations
from schakel.site.calculations import Calculation, waits

#: Each by its word after `schakel chain`.
COMMANDS: dict[str, Calculation] = {"waits": waits}


def describe(parser: argparse.ArgumentParser) -> None:
    """Give `schakel chain` its commands, each with its arguments."""
    commands = parser.add_subparsers(dest="command", required=True)
    for name, calculation in COMMANDS.items():
        meaning = str(calculation.__doc__).splitlines()[0]
        calculations.describe(calculation, commands.add_parser(name, help=meaning))


def run(options: argparse.Namespace) -> int:
    """What the events of a care chain tell, without a database."""
    return calculations.run(COMMANDS[options.command], options)
