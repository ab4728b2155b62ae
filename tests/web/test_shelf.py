"""A shelf that workers share: what one puts there the others find, whole or not at all."""

from __future__ import annotations

import os
import signal
import time
from threading import Thread

from schakel.web.shelf import HEAD, SLOT_BYTES, WAYS, Shelf

ONE_SET = SLOT_BYTES * WAYS


def test_what_is_put_there_is_found_until_it_is_forgotten() -> None:
    shelf = Shelf(ONE_SET)
    assert shelf.get("a") is None
    shelf.put("a", b"page")
    shelf.put("b", b"")
    assert shelf.get("a") == b"page"
    assert shelf.get("b") == b""
    shelf.put("a", b"the next")
    assert shelf.get("a") == b"the next"
    assert sorted(shelf.pages()) == [b"", b"the next"]
    shelf.clear()
    assert shelf.get("a") is None
    assert list(shelf.pages()) == []


def test_what_was_not_asked_for_the_longest_makes_room() -> None:
    shelf = Shelf(ONE_SET)
    for number in range(WAYS):
        shelf.put(str(number), b"x")
    for number in range(WAYS, 3 * WAYS):
        assert shelf.get("0") == b"x", "what is asked for stays"
        shelf.put(str(number), b"x")
    assert shelf.get("1") is None
    assert len(list(shelf.pages())) == WAYS


def test_it_never_holds_more_than_it_may() -> None:
    shelf = Shelf(3 * ONE_SET + 1)
    for number in range(200):
        shelf.put(str(number), os.urandom(1000))
    assert len(list(shelf.pages())) <= 3 * WAYS
    shelf.put("large", os.urandom(SLOT_BYTES))
    assert shelf.get("large") is None
    shelf.put("just", noise := os.urandom(SLOT_BYTES - HEAD.size - 100))
    assert shelf.get("just") == noise


def test_without_room_nothing_is_kept() -> None:
    shelf = Shelf(ONE_SET - 1)
    shelf.put("a", b"page")
    shelf.clear()
    assert shelf.get("a") is None
    assert list(shelf.pages()) == []


def test_a_page_that_was_damaged_is_not_given() -> None:
    shelf = Shelf(ONE_SET)
    shelf.put("a", b"page")
    assert shelf._memory is not None
    at = next(at for at in range(0, ONE_SET, SLOT_BYTES) if HEAD.unpack_from(shelf._memory, at)[3])
    shelf._memory[at + HEAD.size] ^= 255
    assert shelf.get("a") is None


def in_a_child(work) -> int:
    """Fork, do the work there, and return its process number."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def test_what_one_worker_puts_there_the_others_find() -> None:
    shelf = Shelf(ONE_SET)
    shelf.put("mine", b"of the parent")
    os.waitpid(in_a_child(lambda: shelf.put("yours", shelf.get("mine") or b"lost")), 0)
    assert shelf.get("yours") == b"of the parent"


def test_a_worker_that_is_killed_while_it_writes_leaves_the_shelf_whole() -> None:
    shelf = Shelf(ONE_SET)

    def write_for_ever() -> None:
        while True:
            for number in range(4):
                shelf.put(str(number), str(number).encode() * 4000)

    for _ in range(10):
        child = in_a_child(write_for_ever)
        time.sleep(0.01)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for number in range(4):
            assert shelf.get(str(number)) in {None, str(number).encode() * 4000}
            shelf.put(str(number), str(number).encode() * 4000)
            assert shelf.get(str(number)) is not None


def test_threads_and_workers_at_once_never_read_half_a_page() -> None:
    shelf, faults = Shelf(ONE_SET), []

    def work(letter: int) -> None:
        for turn in range(300):
            key = str(turn % 12)
            page = shelf.get(key)
            if page is not None and (len(set(page)) != 1 or len(page) != 3000):
                faults.append(page[:20])
            shelf.put(key, bytes([letter]) * 3000)

    child = in_a_child(lambda: work(65))
    threads = [Thread(target=work, args=(letter,)) for letter in (66, 67, 68)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    os.waitpid(child, 0)
    assert not faults
