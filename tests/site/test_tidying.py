"""A worker clears away between answers: what is young often, everything now and then."""

from __future__ import annotations

import gc
import signal
import weakref

import django.db
import pytest
from django.core import management

from schakel.jobs import worker
from schakel.site.sealing import keep_sealing
from schakel.site.tidying import ALL, AS_PYTHON_DOES, AT_LAST, AT_MOST_PILED_UP, YOUNG, Tidying
from schakel.site.working import keep_working


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


@pytest.fixture
def as_in_a_command():
    """Commands begin as if they end soon."""
    before = gc.get_threshold()
    gc.set_threshold(*AT_MOST_PILED_UP)
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_what_goes_on_for_weeks_without_pages_clears_away_as_python_does(as_in_a_command, monkeypatch):
    seen = []
    monkeypatch.setattr(worker, "work", lambda **_: seen.append(gc.get_threshold()))
    keep_working()
    gc.set_threshold(*AT_MOST_PILED_UP)
    monkeypatch.setattr(management, "call_command", lambda *_, **__: seen.append(gc.get_threshold()))
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(django.db, "close_old_connections", lambda: None)
    keep_sealing(0)
    assert seen == [AS_PYTHON_DOES, AS_PYTHON_DOES]
    assert AS_PYTHON_DOES[0] < AT_MOST_PILED_UP[0]
