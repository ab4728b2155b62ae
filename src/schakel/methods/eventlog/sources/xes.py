"""XES 1.0 and 2.0, packed with gzip or not: the parser of the standard library walks through, and keeps one event.

An attribute of a trace comes under ``case:`` and its name, one of an event under its own; nested attributes, globals,
classifiers and extensions are passed by. Entities and a DTD are refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.parsers import expat

from schakel.methods.eventlog.reasons import BadLog, Reject, Unreadable
from schakel.methods.eventlog.sources import BATCH, MOST_COLUMNS, SAMPLE, Batch
from schakel.methods.eventlog.sources.delimited import batch_of
from schakel.methods.eventlog.sources.streams import CHUNK, Stream

#: So many bytes without any element are no log.
MOST_SILENT = 16_000_000
_VALUES = frozenset({"string", "date", "int", "float", "boolean", "id"})
_SKIPPED = frozenset({"global", "classifier", "extension"})


class XesSource:
    """A XES file; the number of an event stands for its line."""

    kind = "xes"

    def __init__(self, path: Path) -> None:
        self._stream = Stream(path)
        self.described: dict[str, str] = {}
        self._sample: list[dict[str, str]] = []
        names: dict[str, None] = {}
        for event in self._events(None):
            names.update(dict.fromkeys(event))
            if len(names) > MOST_COLUMNS:
                raise BadLog(Unreadable.TOO_MANY_COLUMNS, len(names))
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
        rows: list[list[str]] = []
        number = 0
        for number, event in enumerate(self._events(frozenset(needed)), start=1):
            rows.append([event.get(name, "") for name in needed])
            if len(rows) == BATCH:
                yield _batch(rows, number, needed)
                rows = []
        if rows:
            yield _batch(rows, number, needed)

    def _events(self, wanted: frozenset[str] | None) -> Iterator[dict[str, str]]:
        """The events one by one; with ``wanted`` only those attributes."""
        walk = Walk(wanted)
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = walk.start
        parser.EndElementHandler = walk.end
        parser.StartDoctypeDeclHandler = _refuse
        parser.EntityDeclHandler = _refuse
        n_events, n_silent = 0, 0
        with self._stream.opened() as file:
            while True:
                chunk = file.read(CHUNK)
                try:
                    parser.Parse(chunk, not chunk)
                except expat.ExpatError as fault:
                    if not chunk:
                        raise BadLog(Unreadable.CUT_OFF, f"gebeurtenis {n_events}") from fault
                    raise BadLog(Unreadable.XML, f"regel {fault.lineno}") from fault
                n_silent = 0 if walk.is_heard() else n_silent + len(chunk)
                if n_silent > MOST_SILENT:
                    raise BadLog(Unreadable.BOMB, "één teken na het ander, zonder gebeurtenis")
                found = walk.taken()
                n_events += len(found)
                yield from found
                if not chunk:
                    return


def _refuse(*_: Any) -> None:
    raise BadLog(Unreadable.ENTITIES)


def _batch(rows: list[list[str]], last: int, needed: Sequence[str]) -> Batch:
    rejects: list[Reject] = []
    return batch_of(rows, range(last - len(rows) + 1, last + 1), needed, rejects)


class Walk:
    """What the walk through the elements keeps: the attributes of the trace, and of the event it is in."""

    def __init__(self, wanted: frozenset[str] | None) -> None:
        self._events: list[dict[str, str]] = []
        self._of_trace: dict[str, str] = {}
        self._of_event: dict[str, str] = {}
        self._wanted = wanted
        self._depth = self._skip_from = 0
        self._in_trace = self._in_event = self._heard = False

    def is_heard(self) -> bool:
        """Whether an element began since this was asked."""
        heard, self._heard = self._heard, False
        return heard

    def taken(self) -> list[dict[str, str]]:
        """The events that ended since this was asked."""
        found, self._events = self._events, []
        return found

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._heard = True
        self._depth += 1
        if self._skip_from:
            return
        if name in _VALUES:
            # What stands inside this attribute is about the attribute, and no attribute of the event.
            self._skip_from = self._depth
            key, value = attributes.get("key", ""), attributes.get("value", "")
            if self._in_event:
                if self._wanted is None or key in self._wanted:
                    self._of_event[key] = value
            elif self._in_trace:
                key = f"case:{key}"
                if self._wanted is None or key in self._wanted:
                    self._of_trace[key] = value
        elif name == "event":
            self._in_event, self._of_event = True, {}
        elif name == "trace":
            self._in_trace, self._of_trace = True, {}
        elif name in _SKIPPED or name in {"list", "container"}:
            self._skip_from = self._depth

    def end(self, name: str) -> None:
        """An element ends."""
        depth = self._depth
        self._depth = depth - 1
        if self._skip_from:
            if depth == self._skip_from:
                self._skip_from = 0
            return
        if name == "event":
            self._in_event = False
            if self._of_trace:
                self._events.append({**self._of_trace, **self._of_event})
            else:
                self._events.append(self._of_event)
        elif name == "trace":
            self._in_trace = False
