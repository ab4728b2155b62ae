"""``schakel demo load``, ``demo people`` and ``demo scale``."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from schakel.demo import loading, scale
from schakel.demo.queries import demo_people


class Command(BaseCommand):
    """Fill a demo, say who is in it, or make a large network to measure with."""

    help = (
        "Laad de demo, noem de demopersonen, of maak een groot netwerk om mee te meten. Alleen in een demo."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask which of the three deeds."""
        deeds = parser.add_subparsers(dest="deed", required=True)
        load = deeds.add_parser("load", help="laad wat er nog niet is; wat er al is, blijft")
        load.add_argument("--if-empty", action="store_true", help="doe niets als er al een demopersoon is")
        deeds.add_parser("people", help="noem de demopersonen en wat ze doen")
        large = deeds.add_parser(
            "scale", help="maak het netwerk Schaal: 300 partners, 500 initiatieven, 5.000 besluiten"
        )
        large.add_argument("--small", action="store_true", help="een tiende daarvan, om te proberen")

    def handle(self, *args: Any, deed: str, **options: Any) -> None:
        """Do it, and say so in Dutch; outside a demo everything but a refusal is left alone."""
        try:
            loading.refuse_outside_demo()
        except loading.NotADemo as refusal:
            raise CommandError(str(refusal)) from refusal
        if deed == "people":
            self.tell_people()
        elif deed == "scale":
            scale.make(self.say, scale.SMALL if options["small"] else scale.FULL)
        else:
            self.load(if_empty=options["if_empty"])

    def load(self, *, if_empty: bool) -> None:
        """Load the demo and say how long it took."""
        if if_empty and demo_people():
            self.say("De demo staat er al.")
            return
        started = time.monotonic()
        loading.load(self.say)
        self.say(f"De demo staat klaar ({time.monotonic() - started:.1f} seconden).")

    def tell_people(self) -> None:
        """One line for each person one can become."""
        people = demo_people()
        width = max((len(person.name) for person in people), default=0)
        for person in people:
            self.say(f"{person.name:<{width}}  {person.role_words}")

    def say(self, words: str) -> None:
        """Tell the person at the terminal."""
        self.stdout.write(words)
        self.stdout.flush()
