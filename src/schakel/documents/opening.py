"""Has a file from outside opened by a process of its own, with little memory and time, and takes its answer."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from schakel.documents import apart


def opened_apart(child: str, data: bytes, *words: str, seconds: float) -> dict[str, Any]:
    """Give the bytes to a module that runs by itself and return what it says; ``{"unfit": …}`` when it broke.

    child: the module, which reads the bytes from its input and writes JSON.
    seconds: how long to wait, for a machine that knows no limits.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", child, *words],
            input=data,
            env=apart.environment(),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
        answer: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"unfit": "too_much"}
    except (subprocess.TimeoutExpired, ValueError):
        return {"unfit": "too_much"}
    return answer
