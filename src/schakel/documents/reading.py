"""From the bytes of a version to the words in it, in a process with little memory and time, and no secrets."""

from __future__ import annotations

from dataclasses import dataclass

from schakel.documents.opening import opened_apart
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
    answer = opened_apart(CHILD, data, str(kind), seconds=PATIENCE_SECONDS)
    if "unfit" in answer:
        return Words("", TextState.FAILED)
    if not answer["text"]:
        return Words("", TextState.EMPTY)
    return Words(answer["text"], TextState.CUT if answer["is_cut"] else TextState.READ)
