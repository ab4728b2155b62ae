"""The key under the signed context: its two halves go into the database, where only the owner reads them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import connection

BLOCK = 64


def pads(key: bytes) -> tuple[bytes, bytes]:
    """Return the inner and outer pad of HMAC-SHA256 (RFC 2104) for a key of at most 64 bytes.

    Raises ValueError for a longer key, which HMAC would first hash.

    >>> inner, outer = pads(b"k")
    >>> inner[0] ^ 0x36 == outer[0] ^ 0x5C == ord("k"), len(inner), inner[1]
    (True, 64, 54)
    """
    if len(key) > BLOCK:
        raise ValueError("the key of the signed context has at most 64 bytes")
    padded = key.ljust(BLOCK, b"\0")
    return bytes(byte ^ 0x36 for byte in padded), bytes(byte ^ 0x5C for byte in padded)


def put_key_in_database(**kwargs: Any) -> None:
    """Let the database know the present key; runs after every ``schakel migrate``, so a new key takes effect there."""
    if settings.DATABASE_ROLE != "migrator":
        return
    with connection.cursor() as cursor:
        cursor.execute("select to_regclass('tenancy.signing_key') is not null")
        if cursor.fetchone()[0]:
            inner, outer = pads(bytes.fromhex(settings.CONTEXT_KEY))
            cursor.execute(
                "insert into tenancy.signing_key (inner_pad, outer_pad) values (%s, %s)"
                " on conflict (only_one) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad",
                [inner, outer],
            )
