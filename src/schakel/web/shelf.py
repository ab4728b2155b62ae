"""A shelf for pages that all workers of one server share: a piece of memory that they inherit from their parent.

A page that one worker made serves the others too, and it stands in memory once. The shelf is a table of slots: a page
has a few slots in which it may stand, found from its key, and takes the place of the one that was not asked for the
longest. It stands there pressed together, with a check over its key and its content.

There is no lock: a lock between workers would be waited for by threads that hold it and want the interpreter back.
Two workers that write in one slot at once, or one that is killed there, leave a page whose check is wrong; it is not
given, and made anew.
"""

from __future__ import annotations

import mmap
import struct
import time
import zlib
from collections.abc import Iterator
from hashlib import blake2b

#: A page pressed together takes 2 to 14 kB; memory that no page touched costs nothing.
SLOT_BYTES = 20 * 1024
#: In how many slots one page may stand.
WAYS = 8
#: Key, check of the content, when it was last asked for, and how long the content is.
HEAD = struct.Struct("<16s16sdI")
ASKED, ASKED_AT = struct.Struct("<d"), 32
AT_ONCE = 2_047
FAST = 1


class Shelf:
    """Pages under a key, within a limit in bytes; what was not asked for the longest makes room.

    n_bytes: 0 makes a shelf that holds nothing. The memory is shared with every process that is forked afterwards.
    """

    def __init__(self, n_bytes: int) -> None:
        self.n_sets = n_bytes // (SLOT_BYTES * WAYS)
        self._memory = mmap.mmap(-1, self.n_sets * WAYS * SLOT_BYTES) if self.n_sets else None

    def get(self, key: str) -> bytes | None:
        """Take a page off the shelf, and remember that it was asked for."""
        if self._memory is None:
            return None
        name, places = self._places(key)
        for at in places:
            found, check, _asked, n = HEAD.unpack_from(self._memory, at)
            if found == name and n:
                pressed = self._memory[at + HEAD.size : at + HEAD.size + n]
                ASKED.pack_into(self._memory, at + ASKED_AT, time.monotonic())
                return zlib.decompress(pressed) if _check(name, pressed) == check else None
        return None

    def put(self, key: str, page: bytes) -> None:
        """Put a page on the shelf; one that is too large for a slot is not kept."""
        pressed = zlib.compress(page, FAST)
        if self._memory is None or len(pressed) > SLOT_BYTES - HEAD.size:
            return
        name, places = self._places(key)
        at = min(places, key=lambda at: self._turn(at, name))
        self._memory[at + HEAD.size : at + HEAD.size + len(pressed)] = pressed
        HEAD.pack_into(self._memory, at, name, _check(name, pressed), time.monotonic(), len(pressed))

    def clear(self) -> None:
        """Forget everything."""
        for at in range(0, self.n_sets * WAYS * SLOT_BYTES, SLOT_BYTES):
            HEAD.pack_into(self._memory, at, bytes(16), bytes(16), 0.0, 0)  # type: ignore[arg-type]

    def pages(self) -> Iterator[bytes]:
        """Every page that stands here now."""
        for at in range(0, self.n_sets * WAYS * SLOT_BYTES, SLOT_BYTES):
            assert self._memory is not None
            _name, _check, _asked, n = HEAD.unpack_from(self._memory, at)
            if n:
                yield zlib.decompress(self._memory[at + HEAD.size : at + HEAD.size + n])

    def _places(self, key: str) -> tuple[bytes, range]:
        name = blake2b(key.encode(), digest_size=16).digest()
        first = int.from_bytes(name[:8], "little") % self.n_sets * WAYS * SLOT_BYTES
        return name, range(first, first + WAYS * SLOT_BYTES, SLOT_BYTES)

    def _turn(self, at: int, name: bytes) -> float:
        """Which slot makes room first: the page's own, an empty one, then the one not asked for the longest."""
        assert self._memory is not None
        found, _check, asked, n = HEAD.unpack_from(self._memory, at)
        return -1.0 if found == name else asked if n else 0.0


def _check(name: bytes, pressed: bytes) -> bytes:
    """A number that is right only for this content under this key."""
    check = blake2b(name, digest_size=16)
    for at in range(
        0, len(pressed), AT_ONCE
    ):  # more at once would give the interpreter away, and wait for it
        check.update(pressed[at : at + AT_ONCE])
    return check.digest()
