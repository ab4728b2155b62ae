"""The picture of a chain: what is drawn, what is left to the table, and that names stay names."""

from __future__ import annotations

from xml.etree import ElementTree

from schakel.web.chain_map import Line, draw

SVG = "{http://www.w3.org/2000/svg}"


def test_lines_say_how_many_how_long_and_whether_that_is_long():
    lines = [
        Line("Huisarts", "ggz", 100, 86_400.0),
        Line("ggz", "Huisarts", 25, 864_000.0),
        Line("ggz", "<b>", 1, None),
    ]
    drawn = ElementTree.fromstring(draw(lines, title="Keten"))
    paths = [path for path in drawn.iter(f"{SVG}path") if path.get("fill") == "none"]
    assert [path.findtext(f"{SVG}title") for path in paths] == [
        "Huisarts naar ggz: 100 keer, helft binnen 24,0 uur (kort)",
        "ggz naar Huisarts: 25 keer, helft binnen 10,0 dagen (gewoon)",
        "ggz naar <b>: 1 keer, helft binnen – (gewoon)",
    ]
    widths = [float(path.get("stroke-width", "")) for path in paths]
    assert widths == [8.2, 4.7, 1.9]
    assert len({path.get("stroke-dasharray") for path in paths}) == 2
    assert drawn.findtext(f"{SVG}desc") == "3 stations en 3 lijnen."
    texts = [text.text for text in drawn.iter(f"{SVG}text")]
    assert "<b>" in texts
    assert "100 overdrachten" not in texts
    assert "126 overdrachten" in texts


def test_a_large_chain_shows_its_largest_stations_and_no_label_over_another():
    lines = [Line(f"van {n}", f"naar {n % 6}", 100 - n, n * 3_600.0) for n in range(40)]
    drawn = ElementTree.fromstring(draw(lines, title="Keten"))
    assert "26 kleinere stations staan alleen in de tabel." in (drawn.findtext(f"{SVG}desc") or "")
    boxes = [
        tuple(float(rect.get(name, "")) for name in ("x", "y", "width", "height"))
        for rect in drawn.iter(f"{SVG}rect")
    ]
    for at, (x, y, width, height) in enumerate(boxes):
        for x2, y2, width2, height2 in boxes[at + 1 :]:
            assert (
                x + width <= x2 + 1 or x2 + width2 <= x + 1 or y + height <= y2 + 1 or y2 + height2 <= y + 1
            )


def test_a_chain_without_hand_overs_says_so():
    assert "Er zijn geen overdrachten" in draw([], title="Keten")
    assert "<path" in draw([Line("a", "a", 1, 2.0)], title="Keten")
