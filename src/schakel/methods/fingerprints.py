"""A value written in one way, its fingerprint, and reading such a value from a file that somebody sends."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from typing import Any

#: Files of people are never nested deeper than this.
DEEPEST = 20
#: The file of a decision is smaller than this; the longest text of a decision is 20,000 characters.
LARGEST = 250_000


class Unfit(StrEnum):
    """Why a file cannot be read."""

    TOO_LARGE = "too_large"
    BROKEN = "broken"


class NotPlain(ValueError):
    """A file that cannot be read as plain values, with why."""

    def __init__(self, why: Unfit) -> None:
        super().__init__(why.value)
        self.why = why


def canonical(value: Any) -> bytes:
    """Write a value of plain JSON in one way: sorted names, no spaces, UTF-8; whole numbers and text only.

    value: made of dict, list, str, int, bool and None. Raises UnicodeEncodeError for half of a pair of surrogates.
    The same writing as RFC 8785 for such values, as long as names are of the basic plane.

    >>> canonical({"b": 1, "a": ["é", None]})
    b'{"a":["\\xc3\\xa9",null],"b":1}'
    """
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def fingerprint(value: Any) -> str:
    """Return the SHA-256 (FIPS 180-4) of a value in its one way of writing, in hexadecimal; unit: 64 characters.

    value: as for ``canonical``; an empty value has a fingerprint too.

    >>> fingerprint({"number": "B-2026-001"})[:12]
    '06aa98076bd2'
    """
    return hashlib.sha256(canonical(value)).hexdigest()


def plain_values(sent: bytes, *, largest: int) -> Any:
    """Read a file of plain JSON: UTF-8, each name once, no fractions, no NUL, not nested deeper than 20.

    sent: the bytes of the file. largest: the most bytes that are read at all.
    Raises NotPlain for what is larger, cut off, no JSON, or holds what ``canonical`` cannot write.

    >>> plain_values(b'{"n": 1}', largest=100)
    {'n': 1}
    """
    if len(sent) > largest:
        raise NotPlain(Unfit.TOO_LARGE)
    try:
        found = json.loads(
            sent.decode("utf-8-sig"), object_pairs_hook=_once, parse_float=_refuse, parse_constant=_refuse
        )
        if b"\\u0000" in canonical(found) or _is_deep(found):
            raise NotPlain(Unfit.BROKEN)
    except (ValueError, RecursionError):
        raise NotPlain(Unfit.BROKEN) from None
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(found := dict(pairs)) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _is_deep(found: Any) -> bool:
    layer: list[Any] = [found]
    for _depth in range(DEEPEST):
        inner = [
            one.values() if isinstance(one, dict) else one for one in layer if isinstance(one, dict | list)
        ]
        layer = [one for some in inner for one in some]
    return bool(layer)


def _refuse(text: str) -> Any:
    raise ValueError(text)
