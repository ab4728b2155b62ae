"""A worker clears away between answers: what is young often, everything now and then."""

from __future__ import annotations

import gc
import weakref

from schakel.site.tidying import ALL, AT_LAST, YOUNG, Tidying


class Ring:
    """Something that refers to itself, as a page with a form does."""

    def __init__(self) -> None:
        self.me = self


def done(n: int, *, is_idle: bool) -> list[int]:
    tidying = Tidying()
    found = [tidying.answered(is_idle=is_idle) for _ in range(n)]
    return [one for one in found if one is not None]


def test_what_is_young_goes_first_and_everything_now_and_then():
    n_young = ALL // YOUNG - 1
    assert done(ALL, is_idle=True) == [1] * n_young + [2]


def test_who_waits_is_let_before_it_but_not_for_ever():
    assert done(YOUNG * AT_LAST - 1, is_idle=False) == []
    assert done(YOUNG * AT_LAST, is_idle=False) == [1]


def test_it_is_really_gone():
    tidying = Tidying()
    gc.disable()
    try:
        ring = weakref.ref(Ring())
        assert ring() is not None
        for _ in range(YOUNG):
            tidying.answered(is_idle=True)
        assert ring() is None
    finally:
        gc.enable()
