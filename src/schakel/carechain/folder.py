"""Where prepared logs lie: a folder for each network, in it a folder for each log and the key of its pseudonyms.

Only the worker comes here, through the actions; whose log it is they have checked.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

KEY, KEY_BYTES = "key", 32


def network_folder(network_id: UUID) -> Path:
    """The folder of a network, for its owner only; made when it is not there yet."""
    folder = Path(settings.CHAIN_FOLDER) / str(network_id)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def log_folder(network_id: UUID, log_id: UUID) -> Path:
    """Where the prepared log is, or will be."""
    return network_folder(network_id) / str(log_id)


def key_of(network_id: UUID) -> bytes:
    """The key of the pseudonyms of a network, made the first time and never changed."""
    path = network_folder(network_id) / KEY
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(handle, "wb") as file:
        file.write(key := secrets.token_bytes(KEY_BYTES))
    return key


@contextmanager
def incoming(network_id: UUID, log_id: UUID) -> Iterator[Path]:
    """A file for what came in, that is gone afterwards, whatever happens."""
    path = network_folder(network_id) / f".in.{log_id}.{secrets.token_hex(4)}"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        os.close(handle)
        yield path
    finally:
        path.unlink(missing_ok=True)


def remove(network_id: UUID, log_id: UUID) -> None:
    """Remove a prepared log; one that is not there is removed already. Raises OSError when that cannot be done."""
    folder = Path(settings.CHAIN_FOLDER) / str(network_id) / str(log_id)
    if folder.exists():
        shutil.rmtree(folder)


def lying(network_id: UUID) -> set[UUID]:
    """The logs that lie in the folder of a network."""
    found: set[UUID] = set()
    folder = Path(settings.CHAIN_FOLDER) / str(network_id)
    for path in folder.iterdir() if folder.is_dir() else ():
        try:
            found.add(UUID(path.name))
        except ValueError:
            continue
    return found


def remove_halves(network_id: UUID, *, before: datetime) -> int:
    """Remove what a worker that was ended left half done, when nobody wrote there since a moment; returns how many."""
    folder, n_removed = Path(settings.CHAIN_FOLDER) / str(network_id), 0
    for path in folder.glob(".*") if folder.is_dir() else ():
        if path.stat().st_mtime >= before.timestamp():
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
        n_removed += 1
    return n_removed
