"""``schakel search``: put every text in the index again."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from schakel.network.queries import find_network
from schakel.search.actions import reindex
from schakel.tenancy.context import all_networks


class Command(BaseCommand):
    """Build the index of texts anew; it may run at any time, twice over, and while people work."""

    help = "Bouw de zoekindex opnieuw op."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask of which network; without a name of all."""
        deeds = parser.add_subparsers(dest="deed", required=True)
        again = deeds.add_parser("reindex", help="zet elke tekst opnieuw in de index; mag altijd en vaker")
        again.add_argument("--network", metavar="ADDRESS", default="", help="alleen dit netwerk")

    def handle(self, *args: Any, network: str, **options: Any) -> None:
        """Do it for each network and say how far it is."""
        with transaction.atomic():
            found = find_network(network) if network else None
            keys = [found.pk] if found else all_networks()
        if network and found is None:
            raise CommandError(f"Er is geen netwerk met het adres {network}.")
        for key in keys:
            n = reindex(key, tell=lambda words: self.stdout.write(f"  {words}"))
            self.stdout.write(f"{n} teksten nagekeken.")
