"""What stands on a paper, whatever kind of file it becomes: headings, texts, tables, figures, in order.

A caller gives plain values; what they say is its own matter. ``documents.word`` and ``documents.pdf`` make the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from django.conf import settings
from django.utils.translation import gettext as _

from schakel.web.context import release
from schakel.web.formats import clock, dutch_date

if TYPE_CHECKING:
    from schakel.network.models import Network

#: Signs that no XML file can hold, and no reader wants.
_NO_TEXT = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Origin:
    """Where a file comes from; it stands on every page."""

    network: str
    title: str
    address: str
    made_at: datetime
    release: str
    is_example: bool = False

    @property
    def network_words(self) -> str:
        """The name of the network, and whether it is made up."""
        return _("%(network)s (voorbeeld)") % {"network": self.network} if self.is_example else self.network

    @property
    def made_words(self) -> str:
        """When this file was made, and with what."""
        return _("Gemaakt op %(day)s, %(time)s met Schakel %(release)s") % {
            "day": dutch_date(self.made_at),
            "time": clock(self.made_at),
            "release": self.release,
        }


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a chapter."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Text:
    """A paragraph, or several when there are empty lines in it."""

    text: str

    @property
    def paragraphs(self) -> Sequence[str]:
        """Each paragraph by itself."""
        return re.split(r"\n\s*\n", self.text)


@dataclass(frozen=True)
class Points:
    """A list of points."""

    points: Sequence[str]


@dataclass(frozen=True)
class Table:
    """A table with a head; every row has as many cells as the head.

    widths: how wide the columns are beside each other; equal when left out. right: the columns with amounts.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int] = ()
    right: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Card:
    """The one thing that a reader must take along: a label, a verdict in a few words, and why."""

    label: str
    words: str
    text: str = ""


@dataclass(frozen=True)
class Facts:
    """Short facts beside each other: a label and a value each."""

    facts: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Check:
    """One point of a list that must be in order: how it stands by sign and word, and what it is about."""

    state: Literal["good", "care", "open"]
    word: str
    text: str


@dataclass(frozen=True)
class Checks:
    """A list of points, each with how it stands."""

    checks: Sequence[Check]


@dataclass(frozen=True)
class Figure:
    """A drawing, with what it shows for who does not see it, and the line under it.

    narrow: the same drawing for a phone; on paper it is the broad one.
    """

    svg: str
    alt: str
    caption: str
    narrow: str = ""


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page."""


#: What a Word file can hold, and what any paper can.
WordPart = Heading | Text | Points | Table | Facts
Part = WordPart | Card | Checks | Figure | NewPage
P = TypeVar("P", bound=Part, covariant=True)
KINDS: dict[str, type[Part]] = {
    "heading": Heading,
    "text": Text,
    "points": Points,
    "table": Table,
    "card": Card,
    "facts": Facts,
    "checks": Checks,
    "figure": Figure,
    "new_page": NewPage,
}
_NAMES = {kind: name for name, kind in KINDS.items()}


@dataclass(frozen=True)
class Paper(Generic[P]):
    """A whole paper before it is a file: what it is called, what it is about, and what stands on it.

    number: what it is about in short. path: the page that says the same on a screen. file_name: without an ending.
    is_one_page: set as small as still reads well, to fit on one page.
    """

    title: str
    subtitle: str
    number: str
    path: str
    file_name: str
    parts: Sequence[P]
    is_one_page: bool = False


def origin_of(network: Network, title: str, path: str, made_at: datetime) -> Origin:
    """Where a paper of this network comes from; path: the page that says the same."""
    return Origin(
        network=network.name,
        title=title,
        address=settings.BASE_URL + path,
        made_at=made_at,
        release=release(),
        is_example=network.is_example,
    )


def deeper(parts: Sequence[Part], levels: int = 1) -> list[Part]:
    """The same parts under a heading of something larger.

    >>> deeper([Heading("Geld"), Text("Niets.")])
    [Heading(text='Geld', level=2), Text(text='Niets.')]
    """
    return [replace(one, level=one.level + levels) if isinstance(one, Heading) else one for one in parts]


def as_json(parts: Sequence[Part]) -> list[dict[str, Any]]:
    """Plain values of parts, to keep them as they are."""
    return [{"kind": _NAMES[type(part)], **_listed(asdict(part))} for part in parts]


def from_json(rows: Sequence[dict[str, Any]]) -> list[Part]:
    """The parts that were kept as plain values.

    >>> from_json(as_json([Heading("Doel", 2)]))
    [Heading(text='Doel', level=2)]
    """
    return [_part(dict(row)) for row in rows]


def _part(row: dict[str, Any]) -> Part:
    kind = KINDS[row.pop("kind")]
    if kind is Checks:
        return Checks([Check(**one) for one in row["checks"]])
    if kind is Facts:
        return Facts([(label, value) for label, value in row["facts"]])
    if kind is Table:
        return Table(**{**row, "right": frozenset(row["right"])})
    return kind(**row)


def _listed(value: Any) -> Any:
    """The same values as a file of JSON gives them back: lists for every row of things."""
    if isinstance(value, dict):
        return {name: _listed(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_listed(one) for one in value]
    return sorted(value) if isinstance(value, frozenset) else value


def example_words() -> str:
    """What stands on each paper of a made-up network."""
    return _("Voorbeeld: dit netwerk is verzonnen. Mensen, organisaties en besluiten bestaan niet echt.")


def plain(text: Any) -> str:
    """Text that an XML file can hold."""
    return _NO_TEXT.sub("", str(text)).strip()
