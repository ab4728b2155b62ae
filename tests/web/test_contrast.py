"""Every pair of colours that meets on a page, measured again from tokens.css (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from itertools import product

import pytest

from schakel.web.styles import CSS

TOKENS = (CSS / "tokens.css").read_text()
HUES = ("pine", "heather", "moss", "iris")
SCHEMES = ("light", "dark")
GROUNDS = ("paper", "sheet", "well")

#: text -> its own soft ground; the lowest contrast as published in the design: light, dark.
TEXTS = {
    "ink": ("net-soft", 12.2, 10.1),
    "ink-soft": ("net-soft", 5.1, 6.3),
    "good": ("good-soft", 5.6, 7.0),
    "care": ("care-soft", 5.2, 6.8),
    "plain": ("plain-soft", 4.9, 6.3),
}
#: The lowest of ``net`` on paper, sheet, well and its own soft ground, for each hue: light, dark.
LOWEST_OF_HUE = {"pine": (6.5, 6.8), "heather": (5.2, 6.9), "moss": (5.4, 6.2), "iris": (5.1, 6.9)}


def colours(hue: str, scheme: str) -> dict[str, str]:
    """Read the colours of one network in one scheme."""
    start, rest = TOKENS.split("/* The reader's own choice", 1)
    blocks = [start, *re.findall(rf':root\[data-network="{hue}"\] \{{(.*?)\}}', rest, re.DOTALL)]
    place = SCHEMES.index(scheme) + 1
    found = (
        re.finditer(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", block) for block in blocks
    )
    return {match[1]: match[place + 1] for block in found for match in block}


def luminance(colour: str) -> float:
    """Relative luminance of a colour, 0 to 1."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_twenty_one_to_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("hue", "scheme", "text"), list(product(HUES, SCHEMES, TEXTS)))
def test_text_reads_on_every_ground(hue: str, scheme: str, text: str):
    names = colours(hue, scheme)
    soft = (
        [TEXTS[text][0]]
        if text not in {"ink", "ink-soft"}
        else [n for n in names if n.endswith("-soft") and n not in {"ink-soft", "on-deep-soft"}]
    )
    for ground in (*GROUNDS, *soft):
        assert contrast(names[text], names[ground]) >= 4.5, f"{text} on {ground}"


@pytest.mark.parametrize(("scheme", "text"), list(product(SCHEMES, TEXTS)))
def test_the_published_figures_still_hold(scheme: str, text: str):
    names = colours("pine", scheme)
    soft, *published = TEXTS[text]
    lowest = min(contrast(names[text], names[ground]) for ground in (*GROUNDS, soft))
    assert lowest >= published[SCHEMES.index(scheme)] - 0.05


@pytest.mark.parametrize(("hue", "scheme"), list(product(HUES, SCHEMES)))
def test_the_hue_of_a_network_reads_on_every_ground(hue: str, scheme: str):
    names = colours(hue, scheme)
    lowest = min(contrast(names["net"], names[ground]) for ground in (*GROUNDS, "net-soft"))
    assert lowest >= 4.5
    assert lowest >= min(LOWEST_OF_HUE[hue][SCHEMES.index(scheme)], 6.5) - 0.1


@pytest.mark.parametrize(("hue", "scheme"), list(product(HUES, SCHEMES)))
def test_text_on_full_colour_reads(hue: str, scheme: str):
    names = colours(hue, scheme)
    pairs = [("on-net", "net"), ("on-deep", "net-deep"), ("on-deep-soft", "net-deep")]
    pairs += [("on-mark", ground) for ground in ("good", "care", "plain")]
    for text, ground in pairs:
        assert contrast(names[text], names[ground]) >= 4.5, f"{text} on {ground}"


@pytest.mark.parametrize(("hue", "scheme", "ground"), list(product(HUES, SCHEMES, GROUNDS)))
def test_edges_of_fields_and_the_focus_ring_stand_out(hue: str, scheme: str, ground: str):
    names = colours(hue, scheme)
    assert contrast(names["edge"], names[ground]) >= 3
    assert contrast(names["focus"], names[ground]) >= 3
    assert contrast(names["focus"], names["net-soft"]) >= 3


@pytest.mark.parametrize("hue", HUES[1:])
def test_every_hue_names_all_six_of_its_colours(hue: str):
    block = re.search(rf':root\[data-network="{hue}"\] \{{(.*?)\}}', TOKENS, re.DOTALL)
    assert block
    names = set(re.findall(r"--([a-z-]+):", block[1]))
    assert names == {"net", "net-deep", "net-soft", "on-net", "on-deep", "on-deep-soft"}
