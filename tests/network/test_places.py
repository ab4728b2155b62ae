"""Looking at one area of the tree: what lies in it, what concerns more than it, and what lies elsewhere."""

from __future__ import annotations

from uuid import uuid4

import pytest

from schakel.network.models import Area
from schakel.network.queries import area_tree, chosen_area

NAMES = ("twente", "almelo", "noord", "enschede", "groningen")
AREAS = {name: Area(pk=uuid4(), name=name.title(), slug=name) for name in NAMES}
for child, parent in (("almelo", "twente"), ("noord", "almelo"), ("enschede", "twente")):
    AREAS[child].parent_id = AREAS[parent].pk
TREE = area_tree(AREAS.values())


@pytest.mark.parametrize(
    ("chosen", "places", "where"),
    [
        ("almelo", "almelo", "here"),
        ("almelo", "noord", "here"),
        ("almelo", "noord twente", "here"),
        ("almelo", "noord enschede", "here"),
        ("almelo", "", "beyond"),
        ("almelo", "twente", "beyond"),
        ("almelo", "twente groningen", "beyond"),
        ("almelo", "enschede", "elsewhere"),
        ("almelo", "groningen enschede", "elsewhere"),
        ("twente", "noord", "here"),
        ("twente", "", "beyond"),
        ("noord", "almelo", "beyond"),
        ("groningen", "twente", "elsewhere"),
    ],
)
def test_a_thing_lies_here_or_concerns_more_or_lies_elsewhere(chosen: str, places: str, where: str) -> None:
    area = chosen_area(TREE, chosen)
    wide = chosen_area(TREE, chosen, is_wide=True)
    assert area is not None
    assert wide is not None
    where_it_lies = [AREAS[name].pk for name in places.split()]
    assert area.holds(where_it_lies) == (where == "here")
    assert area.only_beyond().holds(where_it_lies) == (where == "beyond")
    assert wide.holds(where_it_lies) == (where != "elsewhere")


def test_what_is_no_area_is_no_choice() -> None:
    assert chosen_area(TREE, "almelo\x00") is None
    assert chosen_area([], "almelo") is None
