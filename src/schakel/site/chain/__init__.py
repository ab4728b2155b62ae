"""Event logs of the care chain from the shell, without a database: prepare once, then ask.

A command is a module with `arguments` and `run` (see `Command`) that stands in `COMMANDS` below; a calculation on one
file stands in `CALCULATIONS`. Whatever is wrong with a file is raised as `BadLog` or `BadFile`: then only that is told,
in Dutch, and the exit code is 2.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import NoReturn, Protocol

from schakel.methods.eventlog.reasons import BadLog
from schakel.site import calculations
from schakel.site.calculations import Calculation, waits
from schakel.site.calculations.files import BadFile
from schakel.site.chain import generate, prepare, pseudonymise, report


class Command(Protocol):
    """What each module here offers. At its top it imports nothing heavy: every command reads the arguments."""

    __doc__: str | None

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say which arguments there are."""
        ...

    def run(self, options: argparse.Namespace) -> int:
        """Do it and print what came of it; returns the exit code."""
        ...


COMMANDS: dict[str, Command] = {
    "prepare": prepare,
    "report": report,
    "generate": generate,
    "pseudonymise": pseudonymise,
}


#: Those that read one file and print, each by its word after `schakel chain`.
CALCULATIONS: dict[str, Calculation] = {"waits": waits}


def describe(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `schakel chain` its commands, each with its arguments."""
    below = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        meaning = str(command.__doc__).splitlines()[0].rstrip(".")
        command.arguments(below.add_parser(name, help=meaning, description=meaning))
    for name, calculation in CALCULATIONS.items():
        meaning = str(calculation.__doc__).splitlines()[0]
        calculations.describe(calculation, below.add_parser(name, help=meaning))


def run(options: argparse.Namespace) -> int:
    """Event logs of the care chain: prepare a log, and ask it where people wait."""
    if options.command in CALCULATIONS:
        return calculations.run(CALCULATIONS[options.command], options)
    try:
        with stopped_like_by_hand():
            code = COMMANDS[options.command].run(options)
        sys.stdout.flush()
    except (BadLog, BadFile) as fault:
        print(fault, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Who reads along (`head`, `less`) has seen enough; Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


#: What a machine that shuts down, a job that is stopped and a window that is closed send.
STOPS = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def stopped_like_by_hand() -> Iterator[None]:
    """Whoever ends the command, it is as with Ctrl-C: no half file stays behind."""
    if current_thread() is not main_thread():
        yield
        return
    # What somebody asked to pass by, as nohup does, is passed by.
    heard = [one for one in STOPS if signal.getsignal(one) is signal.SIG_DFL]
    for one in heard:
        signal.signal(one, _stop)
    try:
        yield
    finally:
        for one in heard:
            signal.signal(one, signal.SIG_DFL)


def _stop(*_: object) -> NoReturn:
    raise KeyboardInterrupt
