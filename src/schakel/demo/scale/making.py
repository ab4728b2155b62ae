"""Making the large network in one transaction; what people say in it follows, some thousands at a time."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

from django.db import connection, transaction
from django.utils import timezone

from schakel.demo.loading import refuse_outside_demo
from schakel.demo.scale import decisions, ground, portfolio, talk
from schakel.demo.scale.sizes import FULL, SEED, SLUG, Sizes
from schakel.initiatives.models import Initiative
from schakel.network.actions import found_network
from schakel.network.models import Network
from schakel.network.queries import find_network
from schakel.tenancy.context import system

Say = Callable[[str], None]


def make(say: Say, sizes: Sizes = FULL) -> Network:
    """Make the network, or leave it when it is there already."""
    refuse_outside_demo()
    with transaction.atomic():
        known = find_network(SLUG)
    if known is not None:
        say("Netwerk Schaal staat er al.")
        return known
    started = time.monotonic()
    with transaction.atomic():
        network = found_network(
            name="Netwerk Schaal",
            slug=SLUG,
            region="Meetstreek",
            mission="Verzonnen en groot, om mee te meten hoe snel de pagina’s zijn.",
            is_example=True,
            is_listed=True,
            hue_slug="iris",
        )
        with system(network.pk):
            made = ground.Made(network, sizes, Random(SEED), timezone.localdate())  # noqa: S311
            initiatives = _fill(made, say)
    say(f"  {sizes.n_notes} berichten")
    talk.talk(made, initiatives)
    with connection.cursor() as cursor:
        cursor.execute("analyze")
    say(f"Netwerk Schaal staat klaar ({time.monotonic() - started:.0f} seconden).")
    return network


def _fill(made: ground.Made, say: Say) -> list[Initiative]:
    sizes = made.sizes
    say(f"  {sizes.n_partners} partners en {sizes.n_people} mensen")
    ground.partners_and_people(made)
    ground.groups(made)
    ground.meetings(made)
    planning, about_initiatives = portfolio.plan(made)
    say(f"  {sizes.n_initiatives} initiatieven")
    portfolio.insert(made, planning)
    say(f"  {sizes.n_decisions} besluiten met stemmen")
    taken = decisions.take(made, decisions.fill_up(made, about_initiatives))
    portfolio.move(made, planning, taken)
    say("  beoordelingen, verkenningen, plannen en toezeggingen")
    portfolio.tell(made, planning)
    return planning.rows
