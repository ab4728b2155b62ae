"""Text to a tree that knows, for every value, on which line and in which column it stands.

The YAML that a network file may use is deliberately small: no anchors, no labels, no second document, no key twice.
So a file means what it seems to mean, and cannot grow larger in memory than it is on disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

MAX_BYTES = 1_000_000
MAX_VALUES = 50_000
MAX_DEPTH = 12

#: Control characters and the marks that turn the direction of text around: they can only mislead a reader.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
#: The same signs where quotes let somebody write them out (a backslash and a number), and halves of a sign.
WRITTEN_OUT = re.compile(f"{FORBIDDEN.pattern[:-1]}\ud800-\udfff]")
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,15})")
NUMBER = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
TRUE, FALSE, NOTHING = {"true", "True"}, {"false", "False"}, {"", "~", "null"}


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong, and where: lines and columns count from one; in a workbook also on which sheet."""

    line: int
    column: int
    text: str
    sheet: str = ""

    def __str__(self) -> str:
        if self.sheet:
            return _("Blad %(sheet)s, rij %(line)d: %(text)s") % {
                "sheet": self.sheet,
                "line": self.line,
                "text": self.text,
            }
        return _("Regel %(line)d, kolom %(column)d: %(text)s") % {
            "line": self.line,
            "column": self.column,
            "text": self.text,
        }


class CannotRead(Exception):
    """The file cannot be read any further; holds every fault found, in the order of the file."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = sorted(faults)
        super().__init__("\n".join(map(str, self.faults)))


@dataclass
class Node:
    """One value of the file and its place; ``value`` is a plain value, a list of nodes or a dict of nodes."""

    value: Any
    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    sheet: str = ""

    def plain(self) -> Any:
        """The value without places: what the schema checks and the loader uses."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def at(self, *path: str | int) -> Node:
        """The node at the end of a path of names and positions."""
        node = self
        for step in path:
            node = node.value[step]
        return node

    def fault(self, text: str) -> Fault:
        """A fault at this place."""
        return Fault(self.line, self.column, text, self.sheet)


def read(data: bytes) -> Node:
    """Turn the bytes of a file into a tree; raises CannotRead with the place and the reason in Dutch."""
    text = decode(data)
    builder = _Builder(yaml.parse(text, Loader=yaml.SafeLoader))
    try:
        return builder.document()
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise CannotRead(Fault(line, column, _in_dutch(fault))) from fault


def decode(data: bytes) -> str:
    """Check size, encoding and characters; return the text without a byte order mark."""
    if len(data) > MAX_BYTES:
        raise CannotRead(Fault(1, 1, _("dit bestand is groter dan 1 MB; dat kan geen netwerkbestand zijn.")))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        column = fault.start - (data.rfind(b"\n", 0, fault.start) + 1) + 1
        raise CannotRead(
            Fault(line, column, _("dit is geen UTF-8. Sla het bestand op als UTF-8 en probeer het opnieuw."))
        ) from fault
    found = FORBIDDEN.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
        raise CannotRead(Fault(line, column, _control_sign(found.group())))
    if not text.strip():
        raise CannotRead(Fault(1, 1, _("het bestand is leeg.")))
    return text


def _control_sign(sign: str) -> str:
    return _("hier staat een onzichtbaar stuurteken (U+%(code)04X). Haal het weg.") % {"code": ord(sign)}


class _Builder:
    """Builds the tree from parser events, without recursion into the parser and within the limits."""

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self.events = events
        self.n_values = 0
        self.faults: list[Fault] = []

    def document(self) -> Node:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise CannotRead(
                        _at(event, _("hier begint een tweede document; een bestand is één netwerk."))
                    )
                root = self.node(next(self.events), 0)
        if root is None:
            raise CannotRead(Fault(1, 1, _("het bestand bevat alleen opmerkingen.")))
        if self.faults:
            raise CannotRead(*self.faults)
        return root

    def node(self, event: yaml.Event, depth: int) -> Node:
        self.n_values += 1
        if self.n_values > MAX_VALUES:
            raise CannotRead(_at(event, _("het bestand bevat te veel waarden.")))
        if depth > MAX_DEPTH:
            raise CannotRead(_at(event, _("dit zit te diep in elkaar.")))
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise CannotRead(_at(event, _("verwijzingen met & en * horen niet in een netwerkbestand.")))
        if getattr(event, "tag", None) is not None:
            raise CannotRead(_at(event, _("labels met ! horen niet in een netwerkbestand.")))
        line, column = _place(event)
        if isinstance(event, yaml.ScalarEvent) and (found := WRITTEN_OUT.search(event.value)):
            raise CannotRead(_at(event, _control_sign(found.group())))
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(line, column, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                items.append(self.node(event, depth + 1))
            return Node(items, line, column)
        assert isinstance(event, yaml.ScalarEvent)
        return Node(scalar(event.value, is_plain=event.style is None), line, column)

    def mapping(self, line: int, column: int, depth: int) -> Node:
        node = Node({}, line, column)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(event, yaml.ScalarEvent):
                raise CannotRead(key.fault(_("hier hoort een naam te staan, geen lijst of blok.")))
            name = event.value
            if name in node.value:
                first = node.keys[name][0]
                self.faults.append(
                    key.fault(
                        _("“%(name)s” staat er twee keer; de eerste staat op regel %(line)d.")
                        % {"name": name[:60], "line": first}
                    )
                )
            node.keys[name] = (key.line, key.column)
            node.value[name] = self.node(next(self.events), depth + 1)
        return node


def scalar(text: str, *, is_plain: bool) -> Any:
    """What a written value means: text unless it is plainly a number, true, false or nothing.

    A date stays text, and so does a number that begins with a zero or is longer than sixteen figures: a file number.
    """
    if not is_plain:
        return text
    if text in NOTHING:
        return None
    if text in TRUE or text in FALSE:
        return text in TRUE
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if NUMBER.fullmatch(text) else text


def _at(event: yaml.Event, text: str) -> Fault:
    return Fault(*_place(event), text)


def _place(event: yaml.Event) -> tuple[int, int]:
    """The line and column where something begins, counted from one."""
    assert event.start_mark is not None, "the parser marks where everything begins"
    return event.start_mark.line + 1, event.start_mark.column + 1


#: What the parser says, and what the person who typed the file can do about it.
_DUTCH = (
    (
        "mapping values are not allowed here",
        noop("hier staat een dubbele punt te veel. Zet de tekst tussen aanhalingstekens."),
    ),
    ("found character '\\t'", noop("hier staat een tab. Gebruik spaties om in te springen.")),
    ("could not find expected ':'", noop("hier ontbreekt een dubbele punt achter een naam.")),
    ("found unexpected end of stream", noop("een aanhalingsteken is niet gesloten.")),
    (
        "expected ',' or",
        noop("hier ontbreekt een komma of een sluithaak, of de tekst hoort tussen aanhalingstekens."),
    ),
    ("expected <block end>", noop("de inspringing klopt niet met de regels erboven.")),
    ("unknown escape character", noop("de \\ betekent hier niets. Gebruik enkele aanhalingstekens.")),
    (
        "found character",
        noop("met dit teken kan een waarde niet beginnen. Zet de tekst tussen aanhalingstekens."),
    ),
)


def _in_dutch(fault: yaml.MarkedYAMLError) -> str:
    problem = f"{fault.problem or ''}"
    for english, dutch in _DUTCH:
        if english in problem:
            return _(dutch)
    return _("de opmaak klopt hier niet; dit is geen YAML.")
