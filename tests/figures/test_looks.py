"""Every picture beside the one that was last looked at, so that no look changes unseen.

The pictures show the gold annotations of the seeds, in fonts of the repository, and so stay the same until somebody
changes a figure (or gold, or knowledge that a figure reads besides). ``make baselines`` makes those of
``tests/figures/baselines`` anew: look at what changed before you commit it.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from analysis.figures import all_figures, get, style

ROOT = Path(__file__).resolve().parents[2]
BASELINES = Path(__file__).with_name("baselines")
#: Where a picture that differs is put, with the difference.
SEEN = ROOT / "_build" / "looks"
RENEW = "RENEW_BASELINES"
DPI = 96
COLOURS = 128       # the palette of a baseline
#: Levels (of 255) by which a pixel may differ: edges of letters, and the palette. Share of pixels that may differ more.
LEVELS, SHARE = 40, 0.0005
PICTURES = [figure.id for figure in all_figures() if figure.kind == "figure"]


def small(picture) -> Image.Image:
    """A picture as the baselines have it."""
    with Image.open(io.BytesIO(style.to_png(picture, DPI))) as image:
        return image.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def difference(now: Image.Image, then: Image.Image) -> tuple[float, Image.Image]:
    """Share of pixels that differ, and a picture of where: red on what was there, in grey. All, if sizes differ."""
    new, old = (np.asarray(image.convert("RGB"), dtype=np.int16) for image in (now, then))
    if new.shape != old.shape:
        tall, wide = (max(a, b) for a, b in zip(new.shape[:2], old.shape[:2], strict=True))
        new, old = (np.pad(image, ((0, tall - image.shape[0]), (0, wide - image.shape[1]), (0, 0)),
                           constant_values=255) for image in (new, old))
        everywhere = True
    else:
        everywhere = False
    differs = np.abs(new - old).max(axis=2) > LEVELS
    shown = np.repeat(old.mean(axis=2, keepdims=True) / 2 + 128, 3, axis=2)
    shown[differs] = (213, 0, 0)
    return (1.0 if everywhere else float(differs.mean())), Image.fromarray(shown.astype(np.uint8))


def renewing() -> bool:
    return bool(os.environ.get(RENEW))


@pytest.mark.parametrize("id", PICTURES)
def test_the_picture_looks_as_it_did(seeds, id: str) -> None:
    now, file = small(get(id).draw(seeds)), BASELINES / f"{id}.png"
    if renewing():
        BASELINES.mkdir(exist_ok=True)
        if not file.is_file() or difference(now, Image.open(file))[0] > 0:
            now.save(file, optimize=True)
        return
    assert file.is_file(), f"{id} has no baseline: make baselines, and look at it"
    with Image.open(file) as then:
        share, where = difference(now, then)
    if share > SHARE:
        SEEN.mkdir(parents=True, exist_ok=True)
        new, shown = SEEN / f"{id}.new.png", SEEN / f"{id}.difference.png"
        now.save(new)
        where.save(shown)
        pytest.fail(f"{id} looks different in {share:.2%} of its pixels: see {new} and {shown}. "
                    "If it is meant to: make baselines", pytrace=False)


def test_every_baseline_is_of_a_figure() -> None:
    for file in BASELINES.glob("*.png"):
        if renewing() and file.stem not in PICTURES:
            file.unlink()
        else:
            assert file.stem in PICTURES, f"{file.name} is of no figure: make baselines removes it"


def test_baselines_stay_small() -> None:
    assert sum(file.stat().st_size for file in BASELINES.glob("*.png")) < 1_500_000


def test_a_changed_colour_a_moved_label_and_another_size_are_seen(seeds) -> None:
    picture = get("tone-by-article").draw(seeds)
    before = small(picture)
    assert difference(small(picture), before)[0] == 0
    text = picture.texts[0]
    text.set_position((text.get_position()[0] + 0.02, text.get_position()[1]))
    assert difference(small(picture), before)[0] > SHARE
    other = get("tone-by-article").draw(seeds)
    bar = next(patch for axes in other.axes for patch in axes.patches)
    bar.set_facecolor("#ff00ff")
    share, shown = difference(small(other), before)
    assert share > SHARE and (213, 0, 0) in {colour for _, colour in shown.getcolors(1 << 20)}
    other.set_size_inches(style.WIDTH, 9)
    assert difference(small(other), before)[0] == 1
