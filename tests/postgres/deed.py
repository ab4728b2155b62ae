"""One deed of the launcher in a process of its own, so that a test can be several people at once.

python deed.py start FOLDER PROGRAMS      prints what became of it, as JSON
python deed.py stop FOLDER PROGRAMS
python deed.py write FOLDER PROGRAMS      inserts row after row; prints each one the server acknowledged
"""

import json
import sys
import time
from pathlib import Path

import psycopg

from schakel.site import postgres
from schakel.site.postgres.sources import Source


def start(folder: Path, source: Source) -> None:
    """Start or join the server and say what is known about it."""
    server = postgres.start(folder, source)
    told = {
        "started": server.started_here,
        "pid": server.pid,
        "dsn": server.superuser_dsn,
        "socket_dir": str(server.socket_dir),
        "data": str(server.data),
        "account": server.account.name,
        "programs": str(server.source.programs),
    }
    print(json.dumps(told), flush=True)


def stop(folder: Path, source: Source) -> None:
    """Stop the server."""
    postgres.start(folder, source).stop()


def write(folder: Path, source: Source) -> None:
    """Insert numbers until the process is ended; a lost connection is made again."""
    number = 0
    while True:
        try:
            dsn = postgres.start(folder, source).superuser_dsn
            with psycopg.connect(dsn, autocommit=True) as connection:
                connection.execute("create table if not exists kept (number int primary key)")
                number = connection.execute("select coalesce(max(number), 0) from kept").fetchone()[0]
                while True:
                    number += 1
                    connection.execute("insert into kept values (%s)", [number])
                    print(number, flush=True)
        except psycopg.Error:
            time.sleep(0.01)


if __name__ == "__main__":
    {"start": start, "stop": stop, "write": write}[sys.argv[1]](
        Path(sys.argv[2]), Source("machine", programs=Path(sys.argv[3]))
    )
