"""XES 1.0 and 2.0, packed with gzip or not: the parser of the standard library walks through, and keeps one event.

An attribute of a trace comes under ``case:`` and its name, one of an event under its own; nested attributes, globals,
classifiers and extensions are passed by. Entities and a DTD are refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from xml.parsers import expat

import polars as pl

from schakel.methods.eventlog.machine_code import IS_COMPILED
from schakel.methods.eventlog.reasons import BadLog, Reject, Unreadable
from schakel.methods.eventlog.sources import BATCH, MOST_COLUMNS, SAMPLE, Batch
from schakel.methods.eventlog.sources.delimited import batch_of_columns
from schakel.methods.eventlog.sources.streams import CHUNK, Stream, first_bytes
from schakel.methods.eventlog.sources.xes_bytes import OddName, Scanner, is_utf8, texts

#: So many bytes without any event are no log.
MOST_SILENT = 16_000_000
#: From so many bytes on machine code is done sooner, even when it has to be made first.
WORTH_BYTES = 8_000_000
#: Attributes of one value, and elements without one that are passed by with all that is in them.
_WHOLE = frozenset(
    [
        *("string", "date", "int", "float", "boolean", "id"),
        *("global", "classifier", "extension", "list", "container"),
    ]
)


class XesSource:
    """A XES file; the number of an event stands for its line."""

    kind = "xes"

    def __init__(self, path: Path) -> None:
        self._stream = Stream(path)
        self._n_found = 0
        self.described: dict[str, str] = {}
        self._sample: list[dict[str, str]] = []
        names: dict[str, None] = {}
        for event in self._events(None):
            names.update(dict.fromkeys(event))
            if len(names) > MOST_COLUMNS:
                raise BadLog(Unreadable.TOO_MANY_COLUMNS, f"{len(names):,}".replace(",", "."))
            self._sample.append(event)
            if len(self._sample) == 10 * SAMPLE:
                break
        if not self._sample:
            raise BadLog(Unreadable.EMPTY)
        self.columns = tuple(names)

    def share(self) -> float:
        """How much of it was read, from 0 to 1."""
        return self._stream.share()

    def sample(self) -> list[dict[str, str]]:
        """The first events as text."""
        return self._sample[:SAMPLE]

    def batches(self, needed: Sequence[str]) -> Iterator[Batch]:
        """All events in order, with these attributes; one that an event lacks is empty."""
        n = 0
        if IS_COMPILED and self._stream.size >= WORTH_BYTES and is_utf8(first_bytes(self._stream.path)):
            try:
                for columns in self._found_in_bytes(needed):
                    yield _batch(columns, n, needed)
                    n += len(columns[0])
                return
            except OddName:
                # What was not handed on yet, by the walk that knows what to do with such a name.
                pass
        events = islice(self._events(frozenset(needed)), n, None)
        while rows := [[event.get(name, "") for name in needed] for event in islice(events, BATCH)]:
            yield _batch(list(zip(*rows, strict=True)), n, needed)
            n += len(rows)

    def _found_in_bytes(self, needed: Sequence[str]) -> Iterator[list[pl.Series]]:
        """The columns of some events at a time."""
        scanner = Scanner(needed, sorted(_WHOLE))
        parts: list[list[bytes]] = []
        n = 0
        for piece in self._pieces(parser_of()):
            n_more, values = scanner.found(piece)
            parts.append(values)
            self._n_found += n_more
            n += n_more
            if n >= BATCH or (n and not piece):
                yield [texts(column) for column in zip(*parts, strict=True)]
                parts, n = [], 0

    def _events(self, wanted: frozenset[str] | None) -> Iterator[dict[str, str]]:
        """The events one by one; with ``wanted`` only those attributes."""
        found: list[dict[str, str]] = []
        parser = parser_of()
        parser.StartElementHandler, parser.EndElementHandler = handlers(wanted, found)
        for _ in self._pieces(parser):
            self._n_found += len(found)
            yield from found
            found.clear()

    def _pieces(self, parser: expat.XMLParserType) -> Iterator[bytes]:
        """The bytes in pieces, each after the parser saw it; who asks counts the events that come of them.

        Raises BadLog for what is no XML, for an end that is missing, and for much without any event.
        """
        self._n_found, n_before, n_silent = 0, 0, 0
        with self._stream.opened() as file:
            while True:
                piece = file.read(CHUNK)
                try:
                    parser.Parse(piece, not piece)
                except expat.ExpatError as fault:
                    if not piece:
                        raise BadLog(Unreadable.CUT_OFF, f"gebeurtenis {self._n_found}") from fault
                    raise BadLog(Unreadable.XML, f"regel {fault.lineno}") from fault
                yield piece
                n_silent = n_silent + len(piece) if self._n_found == n_before else 0
                n_before = self._n_found
                if n_silent > MOST_SILENT:
                    raise BadLog(Unreadable.BOMB, "één teken na het ander, zonder gebeurtenis")
                if not piece:
                    return


def parser_of() -> expat.XMLParserType:
    """A parser that refuses entities and a DTD, and calls back for nothing else."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    return parser


def _refuse(*_: Any) -> None:
    raise BadLog(Unreadable.ENTITIES)


def _batch(columns: Sequence[Sequence[str] | pl.Series], before: int, needed: Sequence[str]) -> Batch:
    """Some events as a batch; before: how many came earlier."""
    rejects: list[Reject] = []
    return batch_of_columns(columns, range(before + 1, before + 1 + len(columns[0])), needed, rejects)


Handler = Callable[[str, dict[str, str]], None]


def handlers(
    wanted: frozenset[str] | None, events: list[dict[str, str]]
) -> tuple[Handler, Callable[[str], None]]:
    """What to do when an element begins and when it ends; an event that ends is put in ``events``.

    The walk keeps the attributes of the trace and of the event it is in; with ``wanted`` only those. The state is in
    plain variables: this runs for every element, and looking things up on an object takes half as long again.
    """
    of_trace: dict[str, str] = {}
    of_event: dict[str, str] = {}
    # What is being filled: nothing outside traces, then the trace, then the event.
    filled: dict[str, str] | None = None
    prefix = ""
    # How many elements deep inside an attribute, or inside something that is passed by.
    inside = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal of_trace, of_event, filled, prefix, inside
        if inside:
            inside += 1
        elif name in _WHOLE:
            # What stands inside this attribute is about the attribute, and no attribute of the event.
            inside = 1
            if filled is not None and "value" in attributes:
                key = prefix + attributes.get("key", "")
                if wanted is None or key in wanted:
                    filled[key] = attributes["value"]
        elif name == "event":
            filled, prefix = of_trace.copy(), ""
            of_event = filled
        elif name == "trace":
            of_trace, prefix = {}, "case:"
            filled = of_trace

    def end(name: str) -> None:
        nonlocal filled, prefix, inside
        if inside:
            inside -= 1
        elif name == "event":
            events.append(of_event)
            filled, prefix = of_trace, "case:"
        elif name == "trace":
            filled = None

    return start, end
