"""Quality floors: what the annotators reach on the seeds' gold must not fall, and the floors can only be raised.

``quality_floors.json`` holds, by language, the least value of each score of ``analysis.evaluate``, for which the
program sees text and id alone. Whoever makes the annotators better raises the floors by running this file: each goes to
the largest hundredth below its score, unless it is higher already.
"""

from __future__ import annotations

import json
import math
import shutil
import subprocess
from pathlib import Path

import pytest

from analysis.bulk import records
from analysis.evaluate import evaluate, tallied, texts
from analysis.exchange import read_jsonl

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "seeds" / "gold.jsonl"
FLOORS = Path(__file__).with_name("quality_floors.json")
#: Scores that have a floor in every language in which gold has something to score.
LAYERS = (
    "boilerplate", "sentence-ends", "mention:name", "mention:demonym", "mention:role", "entities-in-article",
    "speaker-named", "themes", "frames", "figures", "acc link:name", "acc link:demonym", "acc link:role",
    "acc span-exact", "acc tone", "acc speaker", "acc quoted", "acc figure-unit", "acc language", "macro themes",
    "macro frames", "macro tone",
)  # fmt: skip

Floors = dict[str, dict[str, float]]


def read(text: str) -> Floors:
    return json.loads(text)


def fallen(scores: Floors, floors: Floors) -> list[str]:
    """What lies below its floor, or is not scored any more."""
    return [
        f"{language}, {name}: {scores.get(language, {}).get(name, math.nan):.3f} is below {floor}"
        for language, named in floors.items()
        for name, floor in named.items()
        if not scores.get(language, {}).get(name, -1) >= floor
    ]


def lowered(now: Floors, before: Floors) -> list[str]:
    """Floors that are lower than they were, or gone."""
    return [
        f"{language}, {name}: {now.get(language, {}).get(name)} instead of {floor}"
        for language, named in before.items()
        for name, floor in named.items()
        if not now.get(language, {}).get(name, -1) >= floor
    ]


def raised(scores: Floors, floors: Floors) -> Floors:
    """Floors just below the scores, never lower than they were."""
    return {
        language: {
            name: max(floors.get(language, {}).get(name, 0), (math.ceil(round(100 * score, 6)) - 1) / 100)
            for name, score in sorted(named.items())
            if name in LAYERS and score > 0
        }
        for language, named in scores.items()
    }


def git(*words: str) -> str | None:
    """What git says; None where it fails."""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    return done.stdout if done.returncode == 0 else None


@pytest.fixture(scope="module")
def gold() -> list[dict]:
    return list(read_jsonl(GOLD))


@pytest.fixture(scope="module")
def system(gold) -> list[dict]:
    return list(records(texts(gold, str(GOLD))))


@pytest.fixture(scope="module")
def floors() -> Floors:
    return read(FLOORS.read_text(encoding="utf-8"))


def test_no_score_falls_below_its_floor(gold, system, floors):
    found = evaluate(gold, system, "language")
    assert not fallen(found, floors), "fallen:\n" + "\n".join(fallen(found, floors))


def test_every_layer_has_a_floor_in_every_language(gold, floors):
    groups = tallied(gold, gold, "language")
    assert set(floors) == set(groups)
    for language, group in groups.items():
        wanted = {name for name, score in group.scores().items() if name in LAYERS and score.n}
        assert set(floors[language]) == wanted
        assert all(0 < floor < 1 for floor in floors[language].values())


def test_floors_are_only_raised(floors):
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("no git history to compare with")
    name = FLOORS.relative_to(ROOT).as_posix()
    commits = git("log", "--format=%H", "--", name)
    if not commits:
        pytest.skip("the floors have not been committed, or git cannot read the history")
    for commit in commits.split():
        if (text := git("show", f"{commit}:{name}")) is not None:
            assert not lowered(floors, read(text)), f"lower than at {commit[:9]}: {lowered(floors, read(text))}"


def test_a_fall_is_noticed(gold, floors):
    worse = json.loads(json.dumps(gold))
    for record in worse:
        del record["mentions"][::4]
    assert any("mention:name" in said for said in fallen(evaluate(gold, worse, "language"), floors))
    assert len(fallen({}, floors)) == sum(map(len, floors.values()))


def test_a_lowered_floor_is_noticed():
    before = {"en": {"themes": 0.9, "frames": 0.8}}
    assert lowered({"en": {"themes": 0.91, "frames": 0.8}}, before) == []
    assert lowered({"en": {"themes": 0.89, "frames": 0.8}}, before) == ["en, themes: 0.89 instead of 0.9"]
    assert lowered({"en": {"themes": 0.9}}, before) == ["en, frames: None instead of 0.8"]


def test_floors_are_raised_to_just_below_the_scores():
    scores = {"en": {"themes": 0.941, "frames": 0.9, "acc tone": 1.0, "no layer": 0.5}}
    floors = {"en": {"themes": 0.95, "frames": 0.2}}
    assert raised(scores, floors) == {"en": {"acc tone": 0.99, "frames": 0.89, "themes": 0.95}}


if __name__ == "__main__":
    annotated = list(read_jsonl(GOLD))
    reached = evaluate(annotated, records(texts(annotated, str(GOLD))), "language")
    FLOORS.write_text(json.dumps(raised(reached, read(FLOORS.read_text(encoding="utf-8"))), indent=1) + "\n", "utf-8")
