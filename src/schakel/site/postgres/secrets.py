"""Passwords and keys of one folder: made at random once, readable by their owner only."""

from __future__ import annotations

import fcntl
import json
import os
import secrets as randomness
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

NAMES = ("superuser", "migrator", "runtime", "backup", "secret_key", "context_key")


@dataclass(frozen=True)
class Secrets:
    """The secrets in one folder's secrets.json."""

    values: Mapping[str, str] = field(repr=False)

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    @classmethod
    def of(cls, folder: Path) -> Secrets:
        """Read the folder's secrets; those that do not exist yet are made and kept."""
        path = folder / "secrets.json"
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "r+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            os.fchmod(file.fileno(), 0o600)
            values = json.loads(file.read() or "{}")
            missing = [name for name in NAMES if name not in values]
            if missing:
                # 32 random bytes in hexadecimal: the context key needs exactly that, a password may be it.
                values |= {name: randomness.token_hex(32) for name in missing}
                file.seek(0)
                file.truncate()
                json.dump(values, file, indent=2)
                file.write("\n")
                file.flush()
                os.fsync(file.fileno())
        return cls(values)
