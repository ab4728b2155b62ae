"""Every source of PostgreSQL on this machine, as root and as a normal user."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from schakel.site.postgres.sources import Source, find_sources

ROOT = Path(__file__).resolve().parents[2]
SOURCES = find_sources()
ACCOUNTS = ["root", "normal user"] if os.geteuid() == 0 else ["normal user"]
ORDINARY = "nobody"
DEED = str(Path(__file__).with_name("deed.py"))


@dataclass(frozen=True)
class Starter:
    """Somebody who starts servers: from one source, as one account, in one folder."""

    source: Source
    account: str
    folder: Path
    python: str

    def begin(self, deed: str, folder: Path | None = None) -> subprocess.Popen[str]:
        """Begin one deed in a process of its own."""
        paths = [ROOT / "src", sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
        return subprocess.Popen(
            [self.python, DEED, deed, str(folder or self.folder), str(self.source.programs)],
            cwd="/",
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": os.pathsep.join(map(str, paths)),
                "PYTHONDONTWRITEBYTECODE": "1",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **identity(self.account),
        )

    def do(self, deed: str, folder: Path | None = None) -> dict[str, Any]:
        """Do one deed and return what it told."""
        return finished(self.begin(deed, folder))

    def kill_server(self, pid: int) -> None:
        """End the server as a power cut would."""
        os.kill(pid, signal.SIGKILL)


def finished(process: subprocess.Popen[str]) -> dict[str, Any]:
    """Wait for a deed; a failure shows what it said."""
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return json.loads(out) if out.strip() else {}


def identity(account: str) -> dict[str, Any]:
    """Arguments that make a process run as this account."""
    if account == "root" or os.geteuid() != 0:
        return {}
    entry = pwd.getpwnam(ORDINARY)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def python_for(account: str) -> str | None:
    """A Python of our own version that the account may start."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for candidate in (sys.executable, shutil.which(name), f"/usr/bin/{name}"):
        if not candidate or not Path(candidate).exists():
            continue
        try:
            answer = subprocess.run([candidate, "-c", ""], cwd="/", check=False, **identity(account))
        except PermissionError:
            continue
        if answer.returncode == 0:
            return candidate
    return None


def names(starters: list[tuple[Source, str]]) -> list[str]:
    return [f"PostgreSQL {source.version} ({source.kind}), {account}" for source, account in starters]


STARTERS = [(source, account) for source in SOURCES for account in ACCOUNTS]


@pytest.fixture(params=STARTERS, ids=names(STARTERS))
def starter(request: pytest.FixtureRequest) -> Iterator[Starter]:
    """Each source on this machine, as each account."""
    yield from starter_of(*request.param)


@pytest.fixture(scope="module", params=STARTERS, ids=names(STARTERS))
def running(request: pytest.FixtureRequest) -> Iterator[tuple[Starter, dict[str, Any]]]:
    """The same, with a server that runs already and is shared by tests that leave it as it is."""
    for starter in starter_of(*request.param):
        yield starter, starter.do("start")


@pytest.fixture
def me() -> Iterator[Starter]:
    """The best source, as ourselves."""
    yield from starter_of(SOURCES[0], ACCOUNTS[0])


def starter_of(source: Source, account: str) -> Iterator[Starter]:
    """A starter with a folder of its own; its server is gone afterwards."""
    python = python_for(account)
    if python is None or (account != ACCOUNTS[0] and not may_read(source)):
        pytest.skip(f"the account {ORDINARY} may not start Python or the programs here")
    base = Path(tempfile.mkdtemp(prefix="schakel-test-", dir="/tmp"))
    base.chmod(0o755)
    home = base / "home"
    home.mkdir()
    if identity(account):
        os.chown(home, identity(account)["user"], identity(account)["group"])
    try:
        yield Starter(source, account, home / "folder", python)
    finally:
        end_servers_in(base)
        shutil.rmtree(base)


def may_read(source: Source) -> bool:
    """Whether an ordinary account can start the programs and read our code."""
    question = ["/bin/sh", "-c", 'test -x "$0" && test -r "$1"', str(source.program("postgres")), DEED]
    return subprocess.run(question, cwd="/", check=False, **identity("normal user")).returncode == 0


def end_servers_in(folder: Path) -> None:
    """Kill what a failing test left running."""
    for file in folder.glob("**/postmaster.pid"):
        try:
            os.kill(int(file.read_text().splitlines()[0]), signal.SIGKILL)
        except (ProcessLookupError, ValueError, IndexError):
            continue
