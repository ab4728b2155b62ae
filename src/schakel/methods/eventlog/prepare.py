"""A source becomes a prepared log: read once in batches, coded, sorted, written beside its place and then put there."""

from __future__ import annotations

import errno
import hashlib
import json
import secrets
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from schakel.methods.eventlog.log import FORMAT, MANIFEST, TIE_RULE
from schakel.methods.eventlog.making import Making, Progress
from schakel.methods.eventlog.moments import check_zone
from schakel.methods.eventlog.profile import Profile, guess
from schakel.methods.eventlog.reasons import BadLog, Unreadable
from schakel.methods.eventlog.sources import Source, open_source

#: What the system says of a disk that cannot be written on, in words.
OF_DISK = {
    errno.ENOSPC: "er is geen plaats meer",
    errno.EDQUOT: "uw deel van de schijf is op",
    errno.EROFS: "er mag alleen van gelezen worden",
    errno.EACCES: "u mag daar niet schrijven",
    errno.EFBIG: "een bestand mag niet groter worden",
}
#: From so many bytes on a file has hundreds of thousands of events, however it is written.
LARGE = 30_000_000


def no_progress(words: str, share: float) -> None:
    """Tell nothing."""


def prepare(
    path: Path,
    out: Path,
    profile: Profile | None = None,
    *,
    progress: Progress = no_progress,
    replace: bool = False,
) -> dict[str, Any]:
    """Prepare a file with events; returns the manifest of the log, which then stands in the folder ``out``.

    path: CSV, Parquet, XES or Excel, the first three also larger than memory. profile: what is known of its columns;
    the rest is guessed. replace: put it in the place of an older log.
    What was read is what is used and what is rejected, always; rejected rows stand in ``rejected.csv`` with line and
    reason. Raises BadLog when the file cannot be read, when no row can be used, or when the disk is full; then, and
    when it is interrupted, nothing is left behind.
    """
    if profile is not None:
        check_zone(profile.time_zone)
    source = open_source(path, profile)
    known = guess(source.columns, profile)
    why_not_there(out, replace=replace)
    with new_folder(out, replace=replace) as folder, ThreadPoolExecutor(1) as aside:
        digest = aside.submit(fingerprint, path)
        n_bytes = path.stat().st_size
        counts = Making(folder, source, known, progress, is_large=n_bytes >= LARGE).make()
        origin = {
            "name": path.name,
            "kind": source.kind,
            "sha256": digest.result(),
            "bytes": n_bytes,
        }
        return _written(folder, source, known, counts, origin)


def prepare_source(
    source: Source,
    out: Path,
    origin: dict[str, Any],
    profile: Profile | None = None,
    *,
    progress: Progress = no_progress,
    replace: bool = False,
) -> dict[str, Any]:
    """Prepare a source that is no file, such as events that are invented; origin: what the manifest says of it.

    profile: exactly which columns are read; without it they are guessed.
    """
    guessed = guess(source.columns, profile)
    known = profile or guessed
    why_not_there(out, replace=replace)
    with new_folder(out, replace=replace) as folder:
        counts = Making(folder, source, known, progress).make()
        return _written(folder, source, known, counts, origin)


def _written(
    folder: Path, source: Source, known: Profile, counts: dict[str, Any], origin: dict[str, Any]
) -> dict[str, Any]:
    """The manifest, and write it."""
    manifest = {
        "format": FORMAT,
        "source": origin,
        "mapping": dict(known.columns),
        "guessed": sorted(known.guessed),
        "attributes": list(known.kept),
        "reading": {**source.described, "day_first": known.day_first, "duplicates": known.duplicates},
        "time_zone": known.time_zone,
        "ties": TIE_RULE,
        "counts": counts,
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")
    return manifest


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def why_not_there(out: Path, *, replace: bool) -> None:
    """Raise BadLog when something stands where the log should come; only an older log may be replaced."""
    is_log = (out / MANIFEST).is_file()
    if out.exists() and not (is_log and replace):
        raise BadLog(Unreadable.TAKEN, out)


@contextmanager
def new_folder(out: Path, *, replace: bool = False) -> Iterator[Path]:
    """A folder beside ``out`` that takes its place when all went well, and is removed when anything went wrong."""
    folder = out.parent / f".{out.name}.{secrets.token_hex(4)}"
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700)
        yield folder
        _take_place(folder, out, replace=replace)
    except OSError as fault:
        # numpy says so without a number when a disk takes no more.
        words = OF_DISK.get(fault.errno) if fault.errno else "schrijven lukt niet"
        if words:
            raise BadLog(Unreadable.FULL, words) from fault
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _take_place(folder: Path, out: Path, *, replace: bool) -> None:
    """Rename the folder to ``out``; of two that come at the same moment the last one stays, or is refused."""
    old = folder.with_name(f"{folder.name}-old")
    while True:
        try:
            with suppress(FileNotFoundError):
                if replace:
                    out.rename(old)
            folder.rename(out)
        except OSError as fault:
            if fault.errno not in {errno.EEXIST, errno.ENOTEMPTY}:
                raise
            if not replace:
                raise BadLog(Unreadable.TAKEN, out) from fault
        else:
            return
        finally:
            if folder.exists():
                with suppress(OSError):
                    old.rename(out)  # whatever ended it, also a signal: the older log stays
            shutil.rmtree(old, ignore_errors=True)
