"""Loading the demo: the real networks from their files, De Linde as a diary, and the demo's own people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from schakel.demo import content
from schakel.demo.chain import tell_chain
from schakel.demo.clock import clock_at
from schakel.demo.crowd import made_up
from schakel.demo.diary import diary, play
from schakel.demo.founding import found_linde, furnish
from schakel.demo.measuring import fill_in, know_before, measure
from schakel.demo.moments import Calendar
from schakel.demo.transfers import tell_transfers
from schakel.demo.world import World
from schakel.exchange.actions import load_network
from schakel.exchange.actions.loading import all_or_nothing
from schakel.exchange.network_file import open_network_file
from schakel.governance.actions import default_governance
from schakel.initiatives.actions.measures import load_calculation
from schakel.initiatives.actions.value import load_value_calculation
from schakel.network import actions as network_actions
from schakel.network.models import Network
from schakel.network.queries import find_network
from schakel.network.rules import Role
from schakel.notices.actions import read_before
from schakel.people.models import Person
from schakel.public.actions import publish
from schakel.tenancy.context import system

Say = Callable[[str], None]

OFFICE = "Demo-netwerkmanager"
OFFICE_ADDRESS = "netwerkmanager@de-linde.example"
WILG_SLUG, WILG_NAME = "de-wilg", "Zorgnetwerk De Wilg"
OUTSIDER = "Otto Voorbeeld"
OUTSIDER_ADDRESS = "otto@de-wilg.example"
WILG_PARTNERS = (
    ("ziekenhuis-de-wilg", "Ziekenhuis De Wilg", "hospital"),
    ("huisartsen-wilgenstreek", "Huisartsen Wilgenstreek", "primary_care_group"),
    ("thuiszorg-wilgenstreek", "Thuiszorg Wilgenstreek", "home_care"),
)
EVERY = 100
#: What the story told before this counts as read, so that the bell rings for what is new.
FRESH = timedelta(days=14)


class NotADemo(RuntimeError):
    """This installation is not a demo; made-up content does not belong here."""


def refuse_outside_demo() -> None:
    """Stop where real networks work."""
    if not settings.IS_DEMO:
        raise NotADemo(
            "Dit is geen demo: hier komen geen verzonnen netwerken, mensen of besluiten in. "
            "Start een demo met: make demo"
        )


def load(say: Say) -> None:
    """Load what is not there yet; what people changed in the demo since then stays."""
    refuse_outside_demo()
    for file in content.network_files():
        slug = content.read(file)["network"]["slug"]
        if not _is_there(slug):
            say(f"{content.read(file)['network']['name']}: de feiten uit openbare bronnen")
            load_network(open_network_file(file))
    if not _is_there("de-linde"):
        say("Zorgnetwerk De Linde (voorbeeld): een verzonnen jaar")
        tell_linde(say)
    if not _is_there(WILG_SLUG):
        say("Zorgnetwerk De Wilg (voorbeeld): pas begonnen, met de standaardgremia")
        found_wilg()
    give_office_account()


def tell_linde(say: Say, now: datetime | None = None) -> World:
    """Found De Linde and play its diary up to now."""
    now = now or timezone.now()
    calendar = Calendar(timezone.localdate(now))
    load_calculation()
    load_value_calculation()
    with transaction.atomic():
        network = found_linde(calendar)
        with system(network.pk), all_or_nothing():
            world = World(network=network, calendar=calendar)
            furnish(world)
            measure(world)
            know_before(world)
            play(world, diary(calendar), now, _progress(say))
            fill_in(world)
            tell_chain(world)
            tell_transfers(world)
            _show_publicly(world)
            read_before(network, now - FRESH)
    return world


def _show_publicly(world: World) -> None:
    """Approve the public texts about what the story told, as the network manager does."""
    manager = world.person("noor")
    for told in content.linde("openbaar")["texts"]:
        if told["initiative"] not in world.initiatives:
            continue
        texts = {name: told.get(name, "") for name in ("title", "what", "for_whom", "result", "next_step")}
        publish(world.initiative(told["initiative"]), by=manager, is_published=True, **texts)


def _progress(say: Say) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        if done % EVERY == 0 or done == total:
            say(f"  {done} van {total} regels van het dagboek")

    return tell


def found_wilg() -> Network:
    """Make a second made-up network that has only just begun, with one reader who belongs nowhere else."""
    with transaction.atomic():
        network = network_actions.found_network(
            name=WILG_NAME,
            slug=WILG_SLUG,
            region="Wilgenstreek",
            mission="Dit netwerk is verzonnen. Het laat zien hoe een netwerk eruitziet dat net begint.",
            is_example=True,
            is_listed=True,
            hue_slug="moss",
        )
        with system(network.pk):
            network_actions.put_theme(network, by=None, slug="ouder-worden", name="Ouder worden", position=1)
            for position, (key, name, kind) in enumerate(WILG_PARTNERS, start=1):
                network_actions.add_partner(
                    network, by=None, key=key, name=name, kind=kind, position=position
                )
            default_governance(network, by=None)
            outsider = made_up(
                OUTSIDER_ADDRESS,
                name=OUTSIDER,
                words="Lezer in een ander netwerk: ziet niets van De Linde.",
                network=network.slug,
            )
            network_actions.add_membership(network, by=None, person=outsider, role=Role.READER, title="lezer")
    return network


def give_office_account() -> None:
    """One account for the whole demo: manager of De Linde, and a reader of each real network."""
    linde = Network.objects.filter(slug="de-linde").first()
    real = [content.read(file)["network"]["slug"] for file in content.network_files()]
    if linde is None or Person.objects.filter(email=OFFICE_ADDRESS).exists():
        return
    with transaction.atomic():
        with clock_at(linde.created_at - timedelta(days=1)):  # the first on the page of demo people
            person = made_up(
                OFFICE_ADDRESS,
                name=OFFICE,
                words="Netwerkmanager van De Linde; leest mee in de echte netwerken, mag er een beginnen.",
                network=linde.slug,
                is_founder=True,
            )
        with system(linde.pk):
            network_actions.add_membership(
                linde, by=None, person=person, role=Role.MANAGER, title="netwerkmanager (demo)"
            )
        for network in Network.objects.filter(slug__in=real):
            with system(network.pk):
                network_actions.add_membership(
                    network, by=None, person=person, role=Role.READER, title="lezer (demo)"
                )


def _is_there(slug: str) -> bool:
    with transaction.atomic():
        return find_network(slug) is not None
