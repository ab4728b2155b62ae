"""``schakel network load FILE``: bring networks into the platform from files that people can read."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from schakel.exchange.actions import load_network
from schakel.exchange.network_file import open_network_file
from schakel.exchange.tree import CannotRead

#: More faults than this are not read by anyone; the first ones mostly explain the rest.
MOST_FAULTS = 50


class Command(BaseCommand):
    """Load one or more network files, all in one transaction; or only say what would happen."""

    help = "Laad netwerkbestanden in, of zeg alleen wat er zou gebeuren (--dry-run)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask which files, and whether it is for real."""
        deeds = parser.add_subparsers(dest="deed", required=True)
        load = deeds.add_parser("load", help="laad een of meer netwerkbestanden (YAML)")
        load.add_argument("files", nargs="+", type=Path, metavar="FILE", help="een netwerkbestand")
        load.add_argument("--dry-run", action="store_true", help="zeg wat er zou gebeuren en sla niets op")

    def handle(self, *args: Any, files: list[Path], dry_run: bool, **options: Any) -> None:
        """Load every file, or none of them when one has a fault."""
        with transaction.atomic():
            for file in files:
                try:
                    report = load_network(open_network_file(file), dry_run=dry_run)
                except CannotRead as faults:
                    raise CommandError(sentences(file, faults)) from faults
                for line in report.lines():
                    self.stdout.write(line)
        if dry_run:
            self.stdout.write("Proefronde: er is niets opgeslagen.")


def sentences(file: Path, faults: CannotRead) -> str:
    """What is wrong with a file, line by line, and that nothing was saved."""
    n_faults = len(faults.faults)
    head = (
        f"{file}: 1 fout. Er is niets opgeslagen."
        if n_faults == 1
        else (f"{file}: {n_faults} fouten. Er is niets opgeslagen.")
    )
    lines = [f"  {fault}" for fault in faults.faults[:MOST_FAULTS]]
    if n_faults > MOST_FAULTS:
        lines.append(f"  … en nog {n_faults - MOST_FAULTS}.")
    return "\n".join([head, *lines])
