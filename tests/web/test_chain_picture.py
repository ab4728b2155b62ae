"""The numbers in the picture of a chain stand apart from each other and from the stations, also around a hub."""

from __future__ import annotations

import re

from schakel.web.chain_picture import AIR, Bar, picture

BOX = re.compile(r'<rect class="cp-(plate|ring)[^"]*" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"')


def test_each_of_forty_stations_is_drawn_with_its_largest_link_and_the_smallest_of_more_are_not() -> None:
    """Twelve busy practices and three hospitals; each home has few people, and would drown among those."""
    hospitals = [f"Ziekenhuis {at}" for at in range(3)]
    bars = [
        Bar(f"Huisarts {at}", to, 500 + at, "norm_met", "8 dagen", f"{at} {to}", "/")
        for at in range(12)
        for to in hospitals
    ]
    bars += [
        Bar(hospitals[0], f"Thuis {at:02}", 20 + at, "norm_none", "1 dag", f"thuis {at:02}", "/")
        for at in range(25)
    ]
    drawn = picture(bars, title="Keten", described="Verzonnen")
    assert (drawn.n_stations, drawn.n_left_out) == (40, len(bars) - drawn.n_lines)
    assert all(f'aria-label="thuis {at:02}"' in drawn.svg for at in range(25))
    boxes = [tuple(map(int, rest)) for kind, *rest in BOX.findall(drawn.svg) if kind == "ring"]
    assert len(set(boxes)) == 40
    more = picture(
        [*bars, Bar("Elders", "Ergens", 1, "norm_none", "1 dag", "klein", "/")], title="K", described="V"
    )
    assert more.n_stations == 40
    assert "klein" not in more.svg
    late = [
        Bar(f"Apotheek {at}", f"Dagbesteding {at}", 2, "norm_not_met", "9 dagen", f"laat {at}", "/")
        for at in range(4)
    ]
    missed = picture([*bars, *late], title="K", described="V")
    assert missed.n_stations == 40, "eight small stations come in, and eight others make room"
    assert all(f'aria-label="laat {at}"' in missed.svg for at in range(4))


def test_numbers_around_a_hub_do_not_touch_and_those_that_miss_their_norm_are_there() -> None:
    names = [f"Huisartsen {at}" for at in range(9)]
    bars = [
        Bar("Ziekenhuis", name, 20 + at, "norm_none", "12 dagen", "", "/") for at, name in enumerate(names)
    ]
    bars += [
        Bar(name, "Ziekenhuis", 40 + at, "norm_met", "8 dagen", "", "/") for at, name in enumerate(names)
    ]
    bars.append(Bar("Ziekenhuis", "Verpleeghuis", 12, "norm_not_met", "87 dagen", "", "/"))
    drawn = picture(bars, title="Keten", described="Verzonnen")
    boxes = [(kind, *map(int, rest)) for kind, *rest in BOX.findall(drawn.svg)]
    plates = [one for one in boxes if one[0] == "plate"]
    assert "87 dagen" in drawn.svg
    assert drawn.svg.rindex("cp-bar care") > drawn.svg.rindex("cp-bar good"), "it lies on top"
    assert len(plates) >= len(names) // 2
    for at, (_kind, x, y, width, height) in enumerate(plates):
        for other, ox, oy, owidth, oheight in [
            *plates[at + 1 :],
            *(one for one in boxes if one[0] == "ring"),
        ]:
            air = AIR - 2 if other == "plate" else -2
            is_beside = x + width <= ox + 2 or ox + owidth <= x + 2
            assert is_beside or y + height + air <= oy or oy + oheight + air <= y
