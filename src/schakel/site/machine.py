"""The database that belongs to the present folder, for commands that were given no settings."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from psycopg.conninfo import make_conninfo

from schakel.site import postgres
from schakel.site.postgres.environment import database_of_address
from schakel.site.postgres.server import Server
from schakel.site.roles import Roles, prepare

DATABASE = "schakel"


def chosen_folder() -> Path:
    """The folder for data and passwords: SCHAKEL_FOLDER, or .schakel here."""
    return Path(os.environ.get("SCHAKEL_FOLDER") or ".schakel").absolute()


def is_configured() -> bool:
    """Whether somebody gave us the settings of a database."""
    return bool(os.environ.get("SCHAKEL_DATABASE_NAME"))


@contextmanager
def database(folder: Path, *, base_url: str = "", make: bool = False) -> Iterator[Server | None]:
    """Set the environment for the folder's database; a server started for this is stopped by who uses it last.

    make: also make roles, database and extensions. With DATABASE_URL nothing is started.
    """
    source = postgres.find_source()
    extra = {"base_url": base_url} if base_url else {}
    if source.kind == "address":
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        use(postgres.environment_of_address(source.address, folder, **extra))
        if make:
            name = database_of_address(source.address)
            prepare(administrator_dsn(source.address), name, Roles.of_environment())
        yield None
        return
    with in_use(folder) as ours:
        server = postgres.start(folder, source)
        if server.started_here:
            ours.touch()
        use(postgres.environment(server, DATABASE, **extra))
        if make:
            prepare(server.superuser_dsn, DATABASE, Roles.of_environment())
        yield server


@contextmanager
def in_use(folder: Path) -> Iterator[Path]:
    """Use the folder's server together with others; the last to leave stops it, and who comes meanwhile waits.

    Gives the file that stands there as long as the server was started for us, and not by an administrator.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ours = folder / "started_for_us"
    users = os.open(folder / "users", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(users, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            print("· The database of before is still stopping; waiting for it", flush=True)  # noqa: T201
            fcntl.flock(users, fcntl.LOCK_SH)
        try:
            yield ours
        finally:
            _stop_when_last(folder, users, ours)
    finally:
        os.close(users)


def _stop_when_last(folder: Path, users: int, ours: Path) -> None:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return  # somebody else uses it still, and stops it
    if ours.exists():
        if server := postgres.running(folder):
            server.stop()
        ours.unlink()


def use(values: dict[str, str]) -> None:
    """Put settings in the environment; what a person set there stays."""
    for name, value in values.items():
        os.environ.setdefault(name, value)


def administrator_dsn(address: str) -> str:
    """The address with the maintenance database, because our own may not exist yet."""
    return make_conninfo(address, dbname="postgres")


def known_administrator(folder: Path) -> str | None:
    """How to reach, as an administrator, the server that the settings name: DATABASE_URL or our own."""
    address = os.environ.get("DATABASE_URL", "")
    if address:
        return administrator_dsn(address)
    server = postgres.running(folder)
    if server and os.environ.get("SCHAKEL_DATABASE_HOST") == str(server.socket_dir):
        return server.superuser_dsn
    return None
