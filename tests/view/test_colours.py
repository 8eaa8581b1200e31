"""The colours of nodes and lines as colour-blind eyes see them."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from kg.view.names import FAMILIES, LOOKS
from kg.view.page import FOLDER

Triple = tuple[float, float, float]

# Dichromacy in linear RGB: Machado, Oliveira and Fernandes, A Physiologically-based Model for
# Simulation of Color Vision Deficiency, IEEE TVCG 15(6), 2009, severity 1.0.
EYES: dict[str, tuple[Triple, Triple, Triple]] = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# CIE76. A difference is just noticed at 2.3 between large fields side by side (Mahy, Van Eycken
# and Oosterlinck 1994); small marks far apart are allowed four times that, with a little room.
APART = 10.0
VISIBLE = 3.0  # contrast of a mark with the paper, WCAG 2.2, 1.4.11
GROUPS = (*(group.value for group in LOOKS), "other")
PALETTES = {"groups": GROUPS, "families": tuple(FAMILIES)}


def themes() -> dict[str, dict[str, str]]:
    style = (FOLDER / "styles" / "colours.css").read_text(encoding="utf-8")
    blocks = re.findall(r"^ *(:root\S*) \{$(.*?)^ *\}$", style, re.MULTILINE | re.DOTALL)
    return {name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for name, block in blocks}


THEMES = themes()


def linear(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def product(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def lab(rgb: Triple) -> Triple:
    """CIELAB of linear sRGB, white point D65."""
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (
        value / white
        for value, white in zip(product(to_xyz, rgb), (0.9505, 1.0, 1.089), strict=True)
    )
    f = [v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in (x, y, z)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def seen(colour: str, eyes: str) -> Triple:
    red, green, blue = (min(1.0, max(0.0, v)) for v in product(EYES[eyes], linear(colour)))
    return lab((red, green, blue))


def difference(one: Triple, other: Triple) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


def contrast(one: str, other: str) -> float:
    light = [product(((0.2126, 0.7152, 0.0722),) * 3, linear(colour))[0] for colour in (one, other)]
    return (max(light) + 0.05) / (min(light) + 0.05)


def test_the_eyes_see_as_they_should() -> None:
    assert difference(lab((1, 1, 1)), (100, 0, 0)) < 0.1
    assert difference(lab(linear("#ff0000")), (53.2, 80.1, 67.2)) < 0.3  # as published for sRGB
    red, green = "#c04040", "#6f6f2a"
    assert difference(seen(red, "all cones"), seen(green, "all cones")) > 50
    assert difference(seen(red, "deuteranopia"), seen(green, "deuteranopia")) < 20
    for eyes in EYES:  # greys stay grey
        assert difference(seen("#808080", eyes), seen("#808080", "all cones")) < 0.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("eyes", EYES)
def test_any_two_colours_are_told_apart(theme: str, palette: str, eyes: str) -> None:
    colours = {name: seen(THEMES[theme][name], eyes) for name in PALETTES[palette]}
    near = [
        (one, other, round(difference(colours[one], colours[other]), 1))
        for one, other in combinations(colours, 2)
        if difference(colours[one], colours[other]) < APART
    ]
    assert near == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_stands_out_from_the_paper(theme: str) -> None:
    colours = THEMES[theme]
    pale = [
        name
        for names in PALETTES.values()
        for name in names
        if contrast(colours[name], colours["paper"]) < VISIBLE
    ]
    assert pale == []


def test_no_two_groups_share_a_mark() -> None:
    marks = [(look.shape, look.hollow) for look in LOOKS.values()]
    assert len(set(marks)) == len(marks)


def test_dark_by_the_system_is_dark_by_choice() -> None:
    light, system, dark = THEMES.values()
    assert system == dark != light


def test_the_dark_of_the_system_and_the_dark_chosen_are_one() -> None:
    _, system, chosen = THEMES.values()
    assert system == chosen
