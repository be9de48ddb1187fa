"""What is asked is checked first; a file appears whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.brief import write
from analysis.errors import InputError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def quick(monkeypatch):
    """Documents without the work of making them."""
    monkeypatch.setitem(write.__globals__, "_document", lambda *asked: repr(asked[1:]).encode())
    return write


def left(folder):
    return sorted(os.listdir(folder))


@pytest.mark.parametrize("asked, name, said", [
    ({}, "across-the-caspian-brief-en.docx", "(None, 'docx', 'en')"),
    ({"language": "kk", "format": "pptx"}, "across-the-caspian-brief-kk.pptx", "(None, 'pptx', 'kk')"),
    ({"ids": ["claims"], "output": "x.pptx"}, "x.pptx", "(['claims'], 'pptx', 'en')"),
    ({"output": "plain", "format": "docx"}, "plain", "(None, 'docx', 'en')"),
])
def test_the_format_is_told_or_read_from_the_name(quick, tmp_path, monkeypatch, asked, name, said):
    monkeypatch.chdir(tmp_path)
    assert str(quick(tmp_path, **asked)) == name
    assert (tmp_path / name).read_text() == said and left(tmp_path) == [name]


@pytest.mark.parametrize("asked, said", [
    ({"format": "odt"}, "no format “odt”.*docx, pptx or pdf"),
    ({"output": "x.odt"}, "no format for the ending “.odt”"),
    ({"output": "x.pdf", "format": "docx"}, "ending of “x.pdf”.*docx"),
    ({"language": "de"}, "no language “de”"),
    ({"ids": ["claims"], "format": "pdf"}, "whole book.*--figures"),
    ({"language": "az", "format": "pdf"}, "in English.*--language"),
    ({"output": "nowhere/x.docx"}, "no such folder"),
    ({"output": "."}, "is a folder"),
    ({"ids": ["who-is-herd"]}, "no figure “who-is-herd”.*who-is-heard"),
])
def test_what_cannot_be_done_is_told_before_anything_is_made(tmp_path, monkeypatch, asked, said):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=said):
        write(tmp_path, **asked)
    assert left(tmp_path) == []


def test_a_file_is_replaced_only_if_that_is_asked(quick, tmp_path):
    target = tmp_path / "mine.docx"
    target.write_text("my changes")
    with pytest.raises(InputError, match="mine.docx: the file exists already.*--overwrite"):
        quick(tmp_path, output=target)
    assert target.read_text() == "my changes"
    quick(tmp_path, output=target, overwrite=True)
    assert target.read_text() == "(None, 'docx', 'en')" and left(tmp_path) == ["mine.docx"]


def test_a_file_that_appears_meanwhile_is_kept(quick, tmp_path, monkeypatch):
    target = tmp_path / "mine.docx"
    monkeypatch.setitem(quick.__globals__, "_document", lambda *asked: target.write_text("quicker") and b"slower")
    with pytest.raises(InputError, match="exists already"):
        quick(tmp_path, output=target)
    assert target.read_text() == "quicker" and left(tmp_path) == ["mine.docx"]


def test_nothing_half_written_stays(quick, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(os, "replace", full)
    for overwrite in (False, True):
        with pytest.raises(InputError, match="cannot be written: No space left"):
            quick(tmp_path, output=tmp_path / "x.docx", overwrite=overwrite)
    assert left(tmp_path) == []


def test_the_command_makes_a_document_and_tells_mistakes_with_status_1(tmp_path):
    def command(*words):
        return subprocess.run([sys.executable, "-m", "analysis", "brief", *words], cwd=ROOT, capture_output=True,
                              text=True, encoding="utf-8")

    target = tmp_path / "brief.docx"
    done = command("--figures", "who-is-heard, corpus-overview", "-l", "tr", "--output", str(target))
    assert (done.returncode, done.stdout.strip()) == (0, str(target)), done.stderr
    assert target.read_bytes().startswith(b"PK") and left(tmp_path) == ["brief.docx"]
    for words, said in ((("--figures", "who-is-herd"), "Did you mean who-is-heard"), (("--figures", ","), "no figure"),
                        (("--output", str(target)), "exists already")):
        done = command(*words)
        assert done.returncode == 1 and said in done.stderr and "Traceback" not in done.stderr
