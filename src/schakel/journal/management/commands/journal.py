"""``schakel journal verify`` and ``schakel journal seal``."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from schakel.journal import actions, queries
from schakel.tenancy.context import all_networks, system


class Command(BaseCommand):
    """Seal the journal of every network, or check all its seals."""

    help = "Verzegel het logboek van elk netwerk, of controleer alle zegels."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask which of the two deeds."""
        parser.add_argument(
            "deed", choices=("verify", "seal"), help="verify: controleer; seal: verzegel wat nieuw is"
        )

    def handle(self, *args: Any, deed: str, **options: Any) -> None:
        """Do it for every network and end with an error when a seal does not fit."""
        found = 0
        for network_id in all_networks():
            with transaction.atomic(), system(network_id):
                if deed == "seal":
                    seal = actions.seal(network_id)
                    if seal:
                        self.stdout.write(f"{network_id}: zegel {seal.number} over {seal.n_entries} regels")
                else:
                    for fault in queries.faults(network_id):
                        found += 1
                        self.stderr.write(f"{network_id}: {fault.words}")
        if found:
            raise CommandError(f"{found} zegels kloppen niet.")
        if deed == "verify":
            self.stdout.write("Alle zegels kloppen.")
