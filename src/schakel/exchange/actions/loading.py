"""What every part of loading shares: the file, the network, the report, and the place of a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

from schakel.exchange.network_file import NetworkFile
from schakel.exchange.report import Report
from schakel.exchange.tree import CannotRead, Node
from schakel.network.models import Network
from schakel.people.models import Person
from schakel.web.refusal import Refused


@dataclass
class Loading:
    """One file on its way into one network, by a person or by the platform itself.

    is_partial: the file is a piece of the network; what it leaves out, order and place included, stays as it is.
    """

    file: NetworkFile
    network: Network
    report: Report
    by: Person | None = None
    is_partial: bool = False

    def only_in_platform(self, word: str, known: Mapping[str, Any], in_file: Iterable[str]) -> None:
        """Report what the platform has and the file does not name; nothing is ever removed."""
        missing = set(known) - set(in_file)
        self.report.only_in_platform += [
            f"{word}: {row} ({key})" for key, row in known.items() if key in missing
        ]


@contextmanager
def asked_at(node: Node) -> Iterator[None]:
    """Give the refusal of an action the place in the file that asked for it."""
    try:
        yield
    except Refused as refusal:
        raise CannotRead(node.fault(refusal.reason)) from refusal


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """Let the actions that are called here go without a savepoint of their own: one refusal takes everything back.

    A savepoint inside such an action, where it expects a fault and goes on, is made as always. One within another
    leaves the outer one as it was.
    """
    database = connections[DEFAULT_DB_ALIAS]
    outer = vars(database).get("savepoint")
    depth, make = len(database.savepoint_ids), database.savepoint

    def savepoint() -> str | None:
        return None if len(database.savepoint_ids) == depth else make()

    database.savepoint = savepoint  # type: ignore[method-assign]
    try:
        yield
    finally:
        if outer is None:
            del database.savepoint
        else:
            database.savepoint = outer  # type: ignore[method-assign]


def chosen(item: Mapping[str, Any], *names: str, **renamed: str) -> dict[str, Any]:
    """The facts of an item that the file names; renamed: our name = the name in the file."""
    facts = {name: item[name] for name in names if name in item}
    return facts | {ours: item[theirs] for ours, theirs in renamed.items() if theirs in item}
