"""The numbers in the picture of a chain stand apart from each other and from the stations, also around a hub."""

from __future__ import annotations

import re

from schakel.web.chain_picture import AIR, Bar, picture

BOX = re.compile(r'<rect class="cp-(plate|ring)[^"]*" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"')


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
    assert len(plates) >= len(names) // 2
    for at, (_kind, x, y, width, height) in enumerate(plates):
        for other, ox, oy, owidth, oheight in [
            *plates[at + 1 :],
            *(one for one in boxes if one[0] == "ring"),
        ]:
            air = AIR - 2 if other == "plate" else -2
            is_beside = x + width <= ox + 2 or ox + owidth <= x + 2
            assert is_beside or y + height + air <= oy or oy + oheight + air <= y
