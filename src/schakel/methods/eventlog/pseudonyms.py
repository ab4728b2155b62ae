"""Names of people become pseudonyms with a key: the same person gets the same one, and only the key leads there."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import math
import re
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

#: A key is at least so many bytes, and holds at least so many bits of surprise.
LEAST_BYTES, LEAST_BITS = 32, 120.0
#: So many signs of 5 bits: chance that two of a million people share one is below 10^-18.
SIGNS = 20
_BSN = re.compile(r"\d{8,9}", re.ASCII)


class WeakKey(StrEnum):
    """Why a key is not used."""

    SHORT = "short"
    GUESSABLE = "guessable"
    WORDS = "words"


class BadKey(ValueError):
    """A key that is too easy to guess; ``why`` says what is the matter."""

    def __init__(self, why: WeakKey) -> None:
        super().__init__(why.value)
        self.why = why


def key_from(content: bytes) -> bytes:
    """The key in a file: random bytes, or such bytes written in hexadecimal or base64.

    Raises BadKey when it is shorter than 32 bytes, repeats itself, or is a text that somebody thought of.

    >>> len(key_from(bytes(range(32)).hex().encode()))
    32
    """
    text = content.strip()
    key = content
    if text.isascii() and all(sign >= 32 for sign in text):
        if re.fullmatch(rb"([0-9a-fA-F]{2})+", text):
            key = bytes.fromhex(text.decode())
        else:
            try:
                key = base64.b64decode(text, validate=True)
            except binascii.Error:
                raise BadKey(WeakKey.SHORT if len(text) < LEAST_BYTES else WeakKey.WORDS) from None
    if len(key) < LEAST_BYTES:
        raise BadKey(WeakKey.SHORT)
    counts = Counter(key)
    bits = -sum(n * math.log2(n / len(key)) for n in counts.values())
    if bits < LEAST_BITS:
        raise BadKey(WeakKey.GUESSABLE)
    return key


def pseudonym(key: bytes, value: str) -> str:
    """The pseudonym of a value: 21 signs, the same for the same key and value; nothing filled in stays so.

    Spaces around it do not matter, and a BSN of eight digits is the one with a zero before it.
    Formula: HMAC-SHA-256 (RFC 2104) of the value, the first 100 bits in base32, after a P.

    >>> pseudonym(b"k" * 32, " 111222333 ") == pseudonym(b"k" * 32, "111222333")
    True
    >>> pseudonym(b"k" * 32, "")
    ''
    """
    plain = value.strip()
    if not plain:
        return ""
    if len(plain) == 8 and is_bsn(plain):
        plain = f"0{plain}"
    digest = hmac.new(key, plain.encode(), hashlib.sha256).digest()
    return f"P{base64.b32encode(digest).decode()[:SIGNS]}"


def is_bsn(text: str) -> bool:
    """Whether a text can be a Dutch citizen service number: eight or nine digits that pass the eleven test.

    Formula: 9a + 8b + 7c + 6d + 5e + 4f + 3g + 2h − i is divisible by 11 (Rijksdienst voor Identiteitsgegevens).

    >>> is_bsn("111222333"), is_bsn("123456789"), is_bsn("000000000")
    (True, False, False)
    """
    if not _BSN.fullmatch(text):
        return False
    digits = [int(sign) for sign in text.zfill(9)]
    total = sum(weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True))
    return total % 11 == 0 and any(digits)


def holds_bsns(values: Iterable[str]) -> bool:
    """Whether a column holds citizen service numbers: at least half of what is filled in can be one.

    Of numbers that are none, one in eleven passes by chance.

    >>> holds_bsns(["111222333", "", "123456782"]), holds_bsns(["123456789"] * 9 + ["111222333"])
    (True, False)
    """
    filled = [value.strip() for value in values if value.strip()]
    return bool(filled) and 2 * sum(is_bsn(value) for value in filled) >= len(filled)
