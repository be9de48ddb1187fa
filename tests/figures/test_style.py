"""Colours that are used side by side stay apart for colour-blind readers, and words can be read on them."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from analysis.figures import style

# Machado, Oliveira & Fernandes (2009), severity 1.0, on linear RGB.
VISION = {
    "full colour": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
SETS = {
    "states": [*style.STATES.values(), style.OTHER_STATE],
    "tones": list(style.TONES.values()),
    "relation": [*style.RELATION.values(), style.QUIET],
    "speech": list(style.SPEECH.values()),
    "types": list(dict.fromkeys(style.TYPES.values())),
    "sides": list(style.SIDES.values()),
    "methods": list(style.METHODS.values()),
}


def linear(colour: str) -> np.ndarray:
    value = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x = to_xyz @ np.clip(rgb, 0, 1) / np.array([0.95047, 1, 1.08883])
    f = np.where(x > 0.008856, np.cbrt(x), 7.787 * x + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("name", SETS)
def test_colours_side_by_side_can_be_told_apart(name, vision):
    seen = {colour: lab(VISION[vision] @ linear(colour)) for colour in SETS[name]}
    for a, b in combinations(seen, 2):
        # about fifteen just noticeable differences of CIE 1976
        assert np.linalg.norm(seen[a] - seen[b]) > 15, (a, b)


def test_the_check_can_fail():
    red, green = "#a05050", "#708040"
    gap = {name: np.linalg.norm(lab(m @ linear(red)) - lab(m @ linear(green))) for name, m in VISION.items()}
    assert gap["full colour"] > 40 > 15 > gap["deuteranopia"]


def test_words_on_a_colour_are_readable():
    for colours in SETS.values():
        for colour in colours:
            for share in (0.18, 0.45, 0.7, 1.0):
                ground = style.tint(colour, share)
                assert style.contrast(ground, style.ink_on(ground)) >= 4.5, (colour, share)


def test_words_set_in_colour_stand_out_from_the_card():
    for colour in (*style.TYPES.values(), *style.RELATION.values(), style.SOFT, style.OTHER_STATE, style.QUIET):
        assert style.contrast(colour, style.CARD) >= 4.5, colour


def test_contrast_is_that_of_wcag():
    assert style.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert style.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_state_keeps_its_colour_and_an_unknown_one_is_grey():
    assert style.state_colour("kazakhstan") != style.state_colour("azerbaijan")
    assert (
        style.state_colour(None)
        == style.state_colour("unknown")
        == style.state_colour(float("nan"))
        == style.OTHER_STATE
    )


def test_type_is_legible_on_a_phone():
    assert style.SMALL * 358 / (style.WIDTH * 72) >= 9


def test_the_picture_in_grey_keeps_size_and_resolution():
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (30, 20), "#D55E00").save(out, "png", dpi=(300, 300))
    grey = Image.open(io.BytesIO(style.in_grey(out.getvalue())))
    assert (grey.mode, grey.size) == ("L", (30, 20)) and round(grey.info["dpi"][0]) == 300


def test_sides_states_and_tones_stay_apart_in_grey():
    """What is told apart by colour alone within a bar differs by an eighth of the scale at least."""
    from PIL import ImageColor

    for colours in (style.TONES, style.SIDES, style.SPEECH):
        greys = sorted(sum(part * weight for part, weight in zip(ImageColor.getrgb(colour), (0.299, 0.587, 0.114),
                                                                 strict=True)) for colour in colours.values())
        assert all(b - a > 32 for a, b in zip(greys, greys[1:], strict=False)), (colours, greys)
