"""From the bytes of a version to the words in it, in a process that can do no harm."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from schakel.documents import apart
from schakel.documents.rules import FileKind, TextState

#: The child stops itself by its limits; this is for a machine that knows no limits.
PATIENCE_SECONDS = 90
CHILD = "schakel.documents.words_apart"


@dataclass(frozen=True)
class Words:
    """The words of a document, and how much of them could be read."""

    text: str
    state: TextState


def read_words(data: bytes, kind: FileKind) -> Words:
    """Read the words of a file; one that breaks its reader has none, and says so."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", CHILD, str(kind)],
            input=data,
            env=apart.environment(),
            capture_output=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        answer: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"unfit": "too_much"}
    except (subprocess.TimeoutExpired, ValueError):
        answer = {"unfit": "too_much"}
    if "unfit" in answer:
        return Words("", TextState.FAILED)
    if not answer["text"]:
        return Words("", TextState.EMPTY)
    return Words(answer["text"], TextState.CUT if answer["is_cut"] else TextState.READ)
