"""Worlds that tests stand on: made once, kept in a savepoint, and given to every test as its own copy.

A fixture made with ``world`` is built by the first test of a worker that asks for it, in a transaction that stays open;
what a test changes is rolled back to that point. A world may stand on others, by naming them as its arguments::

    @world
    def scene():
        return make_scene()

    @world
    def one(scene):
        return make_initiative(scene, "preparation")

Tests that stand on the same worlds run one after another, so that each world is built about once. A test that asks
for none starts from an empty database, as ever.
"""

from __future__ import annotations

import inspect
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.utils import Error, InterfaceError

Maker = Callable[..., Any]


@dataclass
class Layer:
    """One world on top of another: its savepoint, and everything up to here as Python objects."""

    maker: Maker
    savepoint: Any
    kept: bytes


@dataclass
class Worlds:
    """The worlds that stand now in the database of this worker, the lowest first."""

    layers: list[Layer] = field(default_factory=list)
    copies: dict[str, Any] = field(default_factory=dict)

    def arrange(self, wanted: tuple[Maker, ...]) -> None:
        """Let exactly these worlds stand, and make fresh copies of what they hold."""
        self.keep_only(wanted)
        for maker in wanted[len(self.layers) :]:
            self._build(maker)
        self.copies = pickle.loads(self.layers[-1].kept) if self.layers else {}

    def keep_only(self, wanted: tuple[Maker, ...]) -> None:
        """Take down, from the top, every world that does not belong to these."""
        standing = tuple(layer.maker for layer in self.layers)
        while standing != wanted[: len(standing)]:
            self._take_down()
            standing = standing[:-1]

    def _build(self, maker: Maker) -> None:
        savepoint = transaction.atomic()
        savepoint.__enter__()
        try:
            below = pickle.loads(self.layers[-1].kept) if self.layers else {}
            made = maker(**{name: below[name] for name in inspect.signature(maker).parameters})
            # What is checked at the end of a transaction is checked now, and not again in every test.
            connections[DEFAULT_DB_ALIAS].check_constraints()
            kept = pickle.dumps({**below, maker.__name__: made})
        except BaseException:
            transaction.set_rollback(True)
            savepoint.__exit__(None, None, None)
            raise
        self.layers.append(Layer(maker, savepoint, kept))

    def _take_down(self) -> None:
        layer = self.layers.pop()
        try:
            transaction.set_rollback(True)
            layer.savepoint.__exit__(None, None, None)
        except (Error, InterfaceError, transaction.TransactionManagementError):
            # The connection is gone, and with it every world that stood on it.
            self.layers.clear()
            connections[DEFAULT_DB_ALIAS].close()


WORLDS = Worlds()


def world(maker: Maker) -> Any:
    """Make a fixture of a function that builds something in the database and may ask for other worlds."""

    def copy(**below: Any) -> Any:
        return WORLDS.copies[maker.__name__]

    copy.__doc__ = maker.__doc__
    # To pytest it asks for an open database and for what it stands on.
    names = ["db", *inspect.signature(maker).parameters]
    copy.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD) for name in names]
    )
    copy.world = maker  # type: ignore[attr-defined]
    return pytest.fixture(name=maker.__name__)(copy)


def asked_for(item: pytest.Item) -> tuple[Maker, ...]:
    """The worlds under a test, each after those it stands on."""
    found: dict[str, Maker] = {}
    definitions = item._fixtureinfo.name2fixturedefs if isinstance(item, pytest.Function) else {}

    def add(name: str) -> None:
        maker = getattr(definitions[name][-1].func, "world", None) if name in definitions else None
        if maker is None or name in found:
            return
        for below in inspect.signature(maker).parameters:
            add(below)
        found[name] = maker

    for name in sorted(definitions):
        add(name)
    return tuple(found.values())
