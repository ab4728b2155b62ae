"""Where the walk of ``deciding_machine.py`` begins: three groups, an idea and a plan; and what people can say there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import time_machine
from hypothesis import strategies as st

from schakel.governance.models import Body, Mandate, Seat
from schakel.initiatives.models import Initiative
from schakel.people.models import Person
from tests.factories.governance import Group, as_platform, make_deputy, make_group, make_mandate, make_seat
from tests.factories.initiatives import (
    Scene,
    confirm_all,
    freeze,
    fresh,
    full_plan,
    make_idea,
    make_initiative,
    make_scene,
    take_in,
)
from tests.initiatives.deciding_oracle import BOARD, GROUP, PLACES, SISTER, Grant

#: In the future, because PostgreSQL keeps the real time and refuses a context that has expired.
START = datetime(2041, 3, 4, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
CONSENTS = ["partners_in_plan", "funder"]
METHODS = ["majority", "majority", "consensus", "consent", "weighted", "chair"]
PROPOSED = st.fixed_dictionaries(
    {
        "which": st.sampled_from(["idea", "planned"]),
        "choice": st.integers(0, 2),
        "in_writing": st.booleans(),
        "method": st.sampled_from(METHODS),
    }
)


def what_seats_say(letters: str) -> st.SearchStrategy[str]:
    """Four letters, each as often as it is named."""
    return st.lists(st.sampled_from(letters), min_size=4, max_size=4).map("".join)


def first_grants() -> list[Grant]:
    """The mandates of the beginning as the oracle has them."""
    long_ago = date(2020, 1, 1)
    return [
        Grant(GROUP, ("p1", "px"), long_ago, names_chair=True),
        Grant(GROUP, ("p3",), long_ago, ceiling=15_000),
        Grant(BOARD, ("p1", "p3", "px"), long_ago),
        Grant(SISTER, ("p1",), long_ago),
    ]


@dataclass
class World:
    """What every example starts from; made once, because each example is rolled back."""

    scene: Scene
    groups: dict[str, Group]
    deputy: Person
    idea: Initiative
    planned: Initiative


def make_world() -> World:
    """A theme group with a ceiling, the board above it, another group under that board, an idea and a frozen plan."""
    with time_machine.travel(START, tick=False):
        scene = make_scene(n_seats=4)
        planned = make_initiative(scene, "preparation")
        full_plan(scene, planned)
        confirm_all(scene, planned)
        freeze(scene, planned)
        idea = take_in(scene, make_idea(scene, answers={"title": "Samen rijden naar de dagbehandeling"}))
        board = make_group(scene.network, 3, kind="executive_board")
        sister = make_group(scene.network, 3, parent=board.body)
        groups = {GROUP: scene.group, BOARD: board, SISTER: sister}
        _weigh_and_mandate(scene, groups)
        make_seat(scene.body, weight=PLACES[GROUP][4].weight)
        return World(scene, groups, make_deputy(scene.group.seats[1]), fresh(idea), fresh(planned))


def _weigh_and_mandate(scene: Scene, groups: dict[str, Group]) -> None:
    """Give seats their weights and groups their mandates, as the oracle has them too."""
    with as_platform(scene.network):
        Body.objects.filter(pk=scene.body.pk).update(parent=groups[BOARD].body)
        Mandate.objects.filter(body=scene.body, delegated_to="").update(
            decision_types=["p1", "px"], delegated_to="chair"
        )
        for name, group in groups.items():
            for seat, place in zip(group.seats, PLACES[name], strict=False):
                Seat.objects.filter(pk=seat.pk).update(weight=place.weight)
    make_mandate(scene.body, "p3", consents=CONSENTS, ceiling_eur=15_000)
    make_mandate(groups[BOARD].body, "p1", "p3", "px", consents=CONSENTS)
    make_mandate(groups[SISTER].body, "p1")
