"""What the settings read: the environment that belongs to a server and a database."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from schakel.site.postgres.secrets import Secrets
from schakel.site.postgres.server import PORT, Server


def environment(
    server: Server, database: str, *, mode: str = "demo", base_url: str = "http://127.0.0.1:8000"
) -> dict[str, str]:
    """The variables for a database on a server that the launcher started."""
    return {
        **settings_of(
            server.secrets, database, str(server.socket_dir), str(PORT), mode=mode, base_url=base_url
        ),
        "SCHAKEL_FOLDER": str(server.folder),
    }


def environment_of_address(
    address: str, folder: Path, *, mode: str = "demo", base_url: str = "http://127.0.0.1:8000"
) -> dict[str, str]:
    """The variables for the server in DATABASE_URL; passwords come from the folder's secrets.

    The address is that of an administrator: it makes the roles and the database, and is not used to serve.
    """
    parts = urlsplit(address)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    host = unquote(parts.hostname or "") or query.pop("host", "localhost")
    values = settings_of(
        Secrets.of(folder),
        database_of_address(address),
        host,
        str(parts.port or query.pop("port", PORT)),
        mode=mode,
        base_url=base_url,
    )
    # The driver reads what is left, such as sslmode, from variables of its own.
    values |= {f"PG{name.upper()}": value for name, value in query.items() if name.startswith("ssl")}
    return {**values, "SCHAKEL_FOLDER": str(folder)}


def database_of_address(address: str) -> str:
    """The database an address names; without a name it is called schakel."""
    return unquote(urlsplit(address).path.strip("/")) or "schakel"


def settings_of(
    secrets: Secrets, database: str, host: str, port: str, *, mode: str, base_url: str
) -> dict[str, str]:
    """One name for each setting, the same names everywhere."""
    return {
        "SCHAKEL_DATABASE_NAME": database,
        "SCHAKEL_DATABASE_HOST": host,
        "SCHAKEL_DATABASE_PORT": port,
        "SCHAKEL_RUNTIME_PASSWORD": secrets["runtime"],
        "SCHAKEL_MIGRATOR_PASSWORD": secrets["migrator"],
        "SCHAKEL_BACKUP_PASSWORD": secrets["backup"],
        "SCHAKEL_DATABASE_ROLE": "runtime",
        "SCHAKEL_SECRET_KEY": secrets["secret_key"],
        "SCHAKEL_CONTEXT_KEY": secrets["context_key"],
        "SCHAKEL_MODE": mode,
        "SCHAKEL_BASE_URL": base_url,
    }
