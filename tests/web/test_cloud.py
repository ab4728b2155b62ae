"""A cloud of draws: every dot lies in the field, and no words lie over each other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.web.cloud import LETTER, Cloud, Ray, draw, specification
from schakel.web.drawn import drawn

CORNERS = (("links boven", "1"), ("rechts boven", "97"), ("links onder", "0"), ("rechts onder", "2"))
FIGURES = st.floats(-1e5, 1e5).map(lambda number: round(number, 3))


def cloud(dots: list[tuple[float, float]], slopes: list[float]) -> Cloud:
    return Cloud(dots, dots[0], [Ray(one, f"€ {one:.0f}") for one in slopes], "dag thuis", CORNERS)


def test_it_goes_onto_a_page_and_is_small_whatever_the_number_of_dots() -> None:
    dots = [(2 + at % 20 / 20, 300 + at // 20) for at in range(400)]
    for width, height in ((720, 440), (312, 420)):
        svg = draw(cloud(dots, [50, 100, 150]), width=width, height=height, title="Wolk", description="Veel")
        assert drawn(svg) == svg, "our own page lets it through"
        assert f'viewBox="0 0 {width} {height}"' in svg
        assert len(svg) < 24_000
        told = svg.replace("\xa0", " ")
        assert [words for words in ("rechts boven", "€ 100", "dag thuis", "€ 200") if words not in told] == []


@settings(max_examples=40)
@given(
    st.lists(st.tuples(FIGURES, FIGURES), min_size=1, max_size=20), st.lists(st.floats(0.01, 1e5), max_size=4)
)
def test_dots_and_lines_lie_in_the_field_and_words_beside_lines_stay_apart(
    dots: list[tuple[float, float]], slopes: list[float]
) -> None:
    made = specification(cloud(dots, slopes), width=312, height=420)
    words: list[tuple[float, float, int]] = []
    for layer in made["layer"]:
        rows = layer["data"]["values"]
        if layer["mark"]["type"] != "text":
            (x_low, x_high), (y_low, y_high) = (layer["encoding"][axis]["scale"]["domain"] for axis in "xy")
            room_x, room_y = 2e-3 * (x_high - x_low), 1e-6 * (y_high - y_low)
            assert all(
                x_low - room_x <= row["x"] <= x_high + room_x
                and y_low - room_y <= row["y"] <= y_high + room_y
                for row in rows
                if row["x"] is not None
            )
        elif rows[0]["words"].startswith("€"):
            words.append((layer["mark"]["x"], layer["mark"]["y"], len(rows[0]["words"])))
    for nth, (x, y, size) in enumerate(words):
        for other_x, other_y, other in words[:nth]:
            assert abs(y - other_y) >= 17 or x + LETTER * size <= other_x or other_x + LETTER * other <= x
