"""``schakel network``: load networks from files, begin one with its first manager, say who may begin one."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from schakel.exchange.actions import load_network
from schakel.exchange.network_file import open_network_file
from schakel.exchange.tree import CannotRead
from schakel.governance.actions import start_network
from schakel.network.rules import Hue
from schakel.people.actions import let_found
from schakel.people.models import Person
from schakel.web.refusal import Refused

#: More faults than this are not read by anyone; the first ones mostly explain the rest.
MOST_FAULTS = 50


class Command(BaseCommand):
    """Load network files, all in one transaction, or only say what would happen; begin a network from nothing."""

    help = "Laad netwerkbestanden in, of begin een netwerk met een eerste netwerkmanager."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask which files, and whether it is for real."""
        deeds = parser.add_subparsers(dest="deed", required=True)
        load = deeds.add_parser("load", help="laad een of meer netwerkbestanden (YAML)")
        load.add_argument("files", nargs="+", type=Path, metavar="FILE", help="een netwerkbestand")
        load.add_argument("--dry-run", action="store_true", help="zeg wat er zou gebeuren en sla niets op")
        found = deeds.add_parser("found", help="begin een netwerk, met de standaardgremia en -criteria")
        found.add_argument("slug", metavar="ADDRESS", help="het adres, bijvoorbeeld lindestreek")
        found.add_argument("--name", required=True, help="hoe het netwerk heet")
        found.add_argument("--manager", required=True, metavar="EMAIL", help="de eerste netwerkmanager")
        found.add_argument("--manager-name", default="", help="diens naam, als er nog geen account is")
        found.add_argument("--region", default="", help="de regio")
        found.add_argument("--theme", action="append", default=[], help="een thema; mag vaker")
        found.add_argument("--hue", choices=Hue.values, default=Hue.PINE.value, help="de kleur van de balk")
        founder = deeds.add_parser("founder", help="geef iemand het recht om netwerken te beginnen")
        founder.add_argument("email", help="het e-mailadres van diens account")
        founder.add_argument("--remove", action="store_true", help="neem het recht weer af")

    def handle(self, *args: Any, deed: str, **options: Any) -> None:
        """Do the deed that was asked."""
        if deed == "load":
            self.load(**options)
        elif deed == "found":
            self.found(**options)
        else:
            self.founder(**options)

    def found(self, **asked: Any) -> None:
        """Begin a network; who becomes its manager gets an account when there is none yet."""
        try:
            with transaction.atomic():
                person = Person.objects.filter(email__iexact=asked["manager"].strip()).first()
                if person is None and not asked["manager_name"].strip():
                    raise CommandError(
                        "Dit adres heeft nog geen account. Zeg met --manager-name hoe diegene heet."
                    )
                if person is None:
                    validate_email(asked["manager"].strip())
                    person = Person.objects.create_user(
                        asked["manager"], name=asked["manager_name"].strip()[:120]
                    )
                network = start_network(
                    manager=person,
                    by=None,
                    name=asked["name"],
                    slug=asked["slug"],
                    region=asked["region"],
                    hue_slug=asked["hue"],
                    themes=asked["theme"],
                )
        except (Refused, ValidationError, IntegrityError) as fault:
            reason = fault.reason if isinstance(fault, Refused) else "Dit adres of deze naam kan niet."
            raise CommandError(f"{reason} Er is niets opgeslagen.") from fault
        self.stdout.write(
            f"{network.name} staat op /{network.slug}/beheer/. {person.name} is netwerkmanager."
        )

    def founder(self, *, email: str, remove: bool, **options: Any) -> None:
        """Give or take the right to begin networks."""
        with transaction.atomic():
            person = let_found(email, may=not remove)
        if person is None:
            raise CommandError(f"Er is geen account met het adres {email}.")
        word = "geen netwerken meer" if remove else "nu netwerken"
        self.stdout.write(f"{person.name} mag {word} beginnen.")

    def load(self, *, files: list[Path], dry_run: bool, **options: Any) -> None:
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
