"""One server for one folder: make it, start it or join it, stop it."""

from __future__ import annotations

import fcntl
import hashlib
import locale
import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from schakel.site.postgres.account import Account, place_for, reachable, server_account
from schakel.site.postgres.secrets import Secrets
from schakel.site.postgres.sources import NoPostgres, Source, find_source, find_sources

PORT = 5432  # no port is opened: it is only a part of the socket's name
LONGEST_SOCKET_PATH = 103  # 107 on Linux, 103 on macOS
PATIENCE_SECONDS = 60.0
SUPERUSER = "schakel_superuser"

#: Options for tests only: a power cut may cost the whole test cluster, which is made anew anyway.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class ServerFailed(RuntimeError):
    """The server did not start; the message ends with what it wrote itself."""


class OtherMajor(ServerFailed):
    """The data was written by another major version; the message says how to move it."""


@dataclass(frozen=True)
class Server:
    """A running server that answered a real connection."""

    folder: Path
    place: Path
    socket_dir: Path
    source: Source
    account: Account
    secrets: Secrets = field(repr=False)
    started_here: bool = False

    @property
    def data(self) -> Path:
        """PostgreSQL's data folder."""
        return self.place / "data"

    @property
    def superuser_dsn(self) -> str:
        """Connection string of the superuser, to the maintenance database."""
        return self.dsn_of(SUPERUSER, self.secrets["superuser"], "postgres")

    def dsn_of(self, role: str, password: str, database: str) -> str:
        """Connection string for one role and one database on this server."""
        return make_conninfo(
            host=str(self.socket_dir),
            port=PORT,
            user=role,
            password=password,
            dbname=database,
            connect_timeout=5,
        )

    @property
    def pid(self) -> int | None:
        """Process id of the server, as it wrote it itself."""
        return written_pid(self.data)

    def stop(self) -> None:
        """Stop the server; open connections are ended, nothing acknowledged is lost."""
        with locked(self.folder):
            answer = self.account.run(
                [self.source.program("pg_ctl"), "stop", "-D", self.data, "-m", "fast", "-w", "-t", "60"],
                cwd=self.place,
                capture_output=True,
            )
            if answer.returncode != 0 and self.pid is not None:
                raise ServerFailed(
                    f"The database does not stop: {answer.stderr.strip() or answer.stdout.strip()}"
                )
            leave_socket_folder(self.folder, self.place)


def start(folder: Path, source: Source | None = None, *, options: tuple[str, ...] = ()) -> Server:
    """Start the server of this folder, or join the one that is already running.

    folder: where data, socket and passwords live; made when it is not there.
    options: extra settings of the server as name=value; only those that start it count.
    Whoever calls this at the same moment waits: exactly one starts the server, the others join it.
    """
    folder = folder.absolute()
    source = source or find_source()
    if source.kind == "address":
        raise ServerFailed("DATABASE_URL names a server that is not ours to start.")
    account = server_account()
    folder.mkdir(mode=0o711 if account.is_other else 0o700, parents=True, exist_ok=True)
    if account.is_other:
        folder.chmod(folder.stat().st_mode | stat.S_IXOTH)
    with locked(folder):
        secrets = Secrets.of(folder)
        place = place_for(folder, account)
        source = reachable(source, place, account)
        refuse_other_major(folder, place, source)
        account.own(place / "log")
        socket_dir = socket_folder(folder, place, account)
        if not (place / "data" / "PG_VERSION").exists():
            make_data(place, source, account, secrets)
        server = Server(folder, place, socket_dir, source, account, secrets)
        if not (answers(server) or (is_alive(place / "data") and comes_up(server, within=5.0))):
            launch(server, options)
            server = Server(folder, place, socket_dir, source, account, secrets, started_here=True)
    return server


def running(folder: Path) -> Server | None:
    """The server of this folder when it is running, without starting anything."""
    folder = folder.absolute()
    if not (folder / "secrets.json").exists():
        return None
    account = server_account()
    place = place_for(folder, account)
    written = place / "data" / "PG_VERSION"
    if not written.exists():
        return None
    major = int(written.read_text(encoding="ascii"))
    fitting = [source for source in find_sources() if source.major == major]
    if not fitting:
        return None
    server = Server(
        folder,
        place,
        socket_folder(folder, place, account),
        reachable(fitting[0], place, account),
        account,
        Secrets.of(folder),
    )
    return server if answers(server) else None


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock: one process at a time makes, starts or stops its server."""
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def make_data(place: Path, source: Source, account: Account, secrets: Secrets) -> None:
    """Make the data folder in one go: a half-made one from an interrupted start is thrown away."""
    unfinished = place / "data.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    account.own(unfinished)
    password = place / "log" / "password"
    password.unlink(missing_ok=True)
    handle = os.open(password, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets["superuser"] + "\n")
        if account.is_other:
            os.fchown(file.fileno(), account.uid, account.gid)
    command: list[str | Path] = [
        source.program("initdb"),
        "-D",
        unfinished,
        "-U",
        SUPERUSER,
        "--encoding=UTF8",
    ]
    command += ["--data-checksums", "--auth=scram-sha-256", f"--pwfile={password}", *locale_options(source)]
    try:
        answer = account.run(command, cwd=place, capture_output=True)
    finally:
        password.unlink(missing_ok=True)
    if answer.returncode != 0:
        raise ServerFailed(f"The database could not be made: {answer.stderr.strip()}")
    unfinished.rename(place / "data")


def locale_options(source: Source) -> list[str]:
    """Letters of every language known, text in order of code point: the same from every source."""
    name = next((name for name in ("C.UTF-8", "C.utf8", "en_US.UTF-8") if has_locale(name)), "C")
    own = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if source.major >= 17 else []
    return [f"--locale={name}", *own, "--lc-messages=C"]


def has_locale(name: str) -> bool:
    """Whether this machine has the locale."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, name)
    except locale.Error:
        return False
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return True


def launch(server: Server, options: tuple[str, ...]) -> None:
    """Start the server and wait for a connection; a server that was just killed may need a few tries."""
    settings = [
        "listen_addresses=",
        f"port={PORT}",
        f"unix_socket_directories={server.socket_dir}",
        "unix_socket_permissions=0700",
        "password_encryption=scram-sha-256",
        "max_connections=60",
        "log_line_prefix=%m [%p] ",
        "log_timezone=UTC",
        "timezone=UTC",
        *options,
    ]
    log = server.place / "log" / "postgresql.log"
    command: list[str | Path] = [
        server.source.program("pg_ctl"),
        "start",
        "-D",
        server.data,
        "-l",
        log,
        "-w",
        "-t",
        "30",
    ]
    command += ["-o", " ".join(f"-c {quoted(setting)}" for setting in settings)]
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        # The server inherits whatever is open: a pipe here would never close.
        with open(os.devnull, "w", encoding="ascii") as nowhere:
            answer = server.account.run(command, cwd=server.place, stdout=nowhere, stderr=nowhere)
        if answer.returncode == 0 and comes_up(server, within=10.0):
            return
        if time.monotonic() > deadline:
            raise ServerFailed(f"The database does not start. It wrote in {log}:\n{last_lines(log)}")
        forget_dead_server(server)
        time.sleep(0.1)


def quoted(setting: str) -> str:
    """One setting as an argument for the shell that pg_ctl uses."""
    return "'" + setting.replace("'", "'\\''") + "'"


def answers(server: Server) -> bool:
    """Whether a real connection works, and it is our own data that answers."""
    if not (server.socket_dir / f".s.PGSQL.{PORT}").exists():
        return False
    try:
        with psycopg.connect(server.superuser_dsn, connect_timeout=5) as connection:
            row = connection.execute("select current_setting('data_directory')").fetchone()
    except psycopg.OperationalError:
        return False
    return row is not None and Path(row[0]).resolve() == server.data.resolve()


def comes_up(server: Server, *, within: float) -> bool:
    """Whether a connection works within so many seconds: recovery after a crash takes a moment."""
    deadline = time.monotonic() + within
    while not answers(server):
        if time.monotonic() > deadline or not is_alive(server.data):
            return answers(server)
        time.sleep(0.02)
    return True


def written_pid(data: Path) -> int | None:
    """The process id in the server's own file, or None when it is not running."""
    try:
        return int((data / "postmaster.pid").read_text(encoding="utf-8").splitlines()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def is_alive(data: Path) -> bool:
    """Whether the process in the server's own file exists and is no zombie."""
    pid = written_pid(data)
    if pid is None:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not is_zombie(pid)


def is_zombie(pid: int) -> bool:
    """Whether a process is dead and only waits to be noticed by its parent (known on Linux only)."""
    try:
        described = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return described.rpartition(")")[2].split()[:1] == ["Z"]


def forget_dead_server(server: Server) -> None:
    """Remove the pid file of a killed server that nobody reaps, once none of its processes lives.

    PostgreSQL takes the zombie for a running server and would refuse for ever. While a process of the
    killed server still works in the data folder, the file stays: two servers on one folder destroy it.
    """
    pid = written_pid(server.data)
    if pid is None or not is_zombie(pid):
        return
    data = server.data.resolve()
    for process in Path("/proc").glob("[0-9]*/cwd"):
        try:
            if process.resolve(strict=True) == data:
                return
        except OSError:
            continue
    (server.data / "postmaster.pid").unlink(missing_ok=True)


def socket_folder(folder: Path, place: Path, account: Account) -> Path:
    """A folder nobody else can enter, with a name short enough for a socket."""
    own = place / "socket"
    if len(str(own / f".s.PGSQL.{PORT}").encode()) <= LONGEST_SOCKET_PATH:
        account.own(own)
        return own
    note = folder / "socket_folder"
    if note.exists():
        known = Path(note.read_text(encoding="utf-8").strip())
        if is_private(known, account):
            return known
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:8]
    made = Path(tempfile.mkdtemp(prefix=f"schakel-{digest}-", dir="/tmp"))
    account.own(made)
    note.write_text(f"{made}\n", encoding="utf-8")
    return made


def is_private(folder: Path, account: Account) -> bool:
    """Whether the folder is ours, is no link, and is closed to everybody else."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    owner = account.uid if account.is_other else os.geteuid()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == owner and stat.S_IMODE(found.st_mode) == 0o700


def leave_socket_folder(folder: Path, place: Path) -> None:
    """Remove the temporary socket folder of a stopped server."""
    note = folder / "socket_folder"
    if note.exists():
        shutil.rmtree(note.read_text(encoding="utf-8").strip(), ignore_errors=True)
        note.unlink()


def refuse_other_major(folder: Path, place: Path, source: Source) -> None:
    """Stop when the data is of another major version, with the commands that move it."""
    written = place / "data" / "PG_VERSION"
    if not written.exists():
        return
    major = int(re.sub(r"\D.*", "", written.read_text(encoding="ascii")))
    if major == source.major:
        return
    old = next((other.programs for other in find_sources() if other.major == major), None)
    programs = str(old) if old else f"FOLDER_WITH_PG_CTL_{major}"
    install = (
        ""
        if old
        else f"\nFirst install PostgreSQL {major} beside this one (Debian: apt-get install postgresql-{major})."
    )
    if major > source.major:
        raise OtherMajor(
            f"The data in {place / 'data'} was written by PostgreSQL {major}, and {source} is older. "
            f"Data does not move back. Use PostgreSQL {major}, or put your backup in a new folder."
        )
    raise OtherMajor(
        f"The data in {place / 'data'} was written by PostgreSQL {major}; this is {source}.{install}\n"
        "Nothing was changed. To move the data, run these four commands:\n"
        f"  schakel database dump --folder '{folder}' --programs '{programs}' '{folder}/before-{source.major}.dump'\n"
        f"  mv '{place / 'data'}' '{place / f'data-{major}'}'\n"
        f"  schakel database prepare --folder '{folder}'\n"
        f"  schakel database restore --folder '{folder}' '{folder}/before-{source.major}.dump'\n"
        f"When all is well, remove {place / f'data-{major}'}."
    )


def last_lines(log: Path, count: int = 15) -> str:
    """The end of the server's own log."""
    try:
        return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:])
    except OSError:
        return "(nothing)"


__all__ = ["CARELESS", "PORT", "NoPostgres", "OtherMajor", "Server", "ServerFailed", "running", "start"]
