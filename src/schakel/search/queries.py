"""Finding texts: what was asked, which texts have it, and where in them it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection
from django.db.models import CharField, F, Func, TextField, Value
from django.db.models.functions import Left

from schakel.initiatives.models import Initiative
from schakel.search.models import FindableText
from schakel.search.rules import (
    BEGIN,
    BETWEEN_LINES,
    END,
    LOOKS,
    Kind,
    Shelf,
    in_one_line,
    numbers_meant,
    parts_of,
)

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

PER_PAGE = 15
#: The best hits that can be leafed through; who has more does better with another question.
MOST_SHOWN = 150
#: Titles that are offered when nothing was found.
N_ALIKE = 5
#: So many characters of a text are looked at for its excerpt.
LOOKED_AT = 60_000
_MARKS = f"StartSel={BEGIN}, StopSel={END}"
_EXCERPT = f'{_MARKS}, MaxFragments=2, MaxWords=26, MinWords=14, ShortWord=0, FragmentDelimiter=" … "'
_WHOLE = f"{_MARKS}, HighlightAll=true"
_NUMBERED = (Kind.INITIATIVE, Kind.DECISION, Kind.MEETING)


@dataclass(frozen=True)
class Asked:
    """What was asked, as the database looks for it: the words as they are, and as the beginning of longer ones."""

    exact: str
    wide: str
    can_be_found: bool

    @property
    def is_empty(self) -> bool:
        """Whether it holds only words that stand everywhere, such as *de* and *het*."""
        return not self.exact


@dataclass(frozen=True)
class Hit:
    """One text that was found, ready to show; title and excerpt in pieces that are a hit or not."""

    kind: Kind
    subject_id: UUID
    key: str
    number: str
    title: Sequence[tuple[str, bool]]
    excerpt: Sequence[tuple[str, bool]]
    label: str
    state: str
    at: datetime | None
    is_internal: bool
    initiative: Initiative | None = None


@dataclass(frozen=True)
class Found:
    """The hits of one page; how many of each kind, or nothing where there are too many to count."""

    hits: Sequence[Hit] = ()
    page: int = 1
    n_shown: int = 0
    per_kind: Mapping[Kind, int] = field(default_factory=dict)
    is_counted: bool = True

    @property
    def n(self) -> int:
        """How many there are in all kinds."""
        return sum(self.per_kind.values())

    def n_in(self, shelf: Shelf | None) -> int:
        """How many there are of the kinds that are chosen together."""
        return self.n if shelf is None else sum(self.per_kind.get(kind, 0) for kind in shelf.kinds)


def asked(words: str) -> Asked:
    """What these words mean to the index. One database query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select exact::text, wide::text, querytree(exact) from search.asked(%s)",
            [words],
        )
        exact, wide, tree = cursor.fetchone()
    return Asked(exact, wide, tree not in {"", "T"})


def numbered(person: Person, network: Network, words: str) -> list[Hit]:
    """What has this number, or one of the numbers that are meant by a part of it. At most two database queries."""
    numbers = numbers_meant(words)
    if not numbers:
        return []
    rows = _texts(person, network).filter(number__in=numbers, kind__in=_NUMBERED).order_by("number")
    return _hits(person, rows, Asked("", "", can_be_found=False))


def find(
    person: Person, network: Network, question: Asked, *, shelf: Shelf | None = None, page: int = 1
) -> Found:
    """The texts in which it stands, best first; past the last page the last. Three queries, whatever is found."""
    kinds = [str(kind) for kind in (Kind.values if shelf is None else shelf.kinds)]
    with connection.cursor() as cursor:
        cursor.execute(
            "select text_id, of_kind, n, is_all from search.hits(%s, %s::tsquery, %s::tsquery, %s::text[], %s)",
            [network.pk, question.exact, question.wide, kinds, MOST_SHOWN],
        )
        rows = cursor.fetchall()
    best = [text_id for text_id, _kind, _n, _is_all in rows if text_id is not None]
    counted = {Kind(kind): n for text_id, kind, n, _is_all in rows if text_id is None and kind is not None}
    page = min(page, max(1, -(-len(best) // PER_PAGE)))
    wanted = best[(page - 1) * PER_PAGE : page * PER_PAGE]
    return Found(
        hits=_in_order(person, network, question, wanted),
        page=page,
        n_shown=len(best),
        per_kind=counted,
        is_counted=all(is_all for *_row, is_all in rows),
    )


def alike(person: Person, network: Network, words: str) -> list[Hit]:
    """Titles that look like what was typed, the best first. Three database queries."""
    with connection.cursor() as cursor:
        cursor.execute("select text_id from search.resembling(%s, %s, %s)", [network.pk, words, N_ALIKE])
        wanted = [text_id for (text_id,) in cursor.fetchall()]
    return _in_order(person, network, Asked("", "", can_be_found=False), wanted)


def _texts(person: Person, network: Network) -> Any:
    return FindableText.objects.visible_to(person).of(network)


def _in_order(person: Person, network: Network, question: Asked, wanted: Sequence[UUID]) -> list[Hit]:
    """These texts in this order; the database and the query decide once more who may see them."""
    if not wanted:
        return []
    place = {text_id: number for number, text_id in enumerate(wanted)}
    rows = sorted(
        _texts(person, network).filter(pk__in=wanted).annotate(**_marked(question)),
        key=lambda row: place[row.pk],
    )
    return _hits(person, rows, question)


def _marked(question: Asked) -> dict[str, Any]:
    """The title and an excerpt of the text, with marks around what was asked."""
    # What stands between < and > is text for the index; an excerpt would take it for markup and leave it out.
    body = Func(
        Left("body", LOOKED_AT), Value("<>"), Value("‹›"), function="translate", output_field=TextField()
    )
    # Lines that stand under each other would run together in an excerpt of one line.
    body = Func(
        body,
        Value(r"\s*\n\s*"),
        Value(BETWEEN_LINES),
        Value("g"),
        function="regexp_replace",
        output_field=TextField(),
    )
    return {
        "marked_title": _headline(F("title"), question, _WHOLE),
        "excerpt": _headline(body, question, _EXCERPT),
    }


def _headline(text: Any, question: Asked, options: str) -> Any:
    return Func(
        Func(Value("search.dutch"), template="%(expressions)s::regconfig", output_field=CharField()),
        text,
        Func(Value(question.wide), template="%(expressions)s::tsquery", output_field=CharField()),
        Value(options),
        function="ts_headline",
        output_field=TextField(),
    )


def _hits(person: Person, rows: Iterable[Any], question: Asked) -> list[Hit]:
    found = list(rows)
    wanted = {row.initiative_id for row in found if row.initiative_id}
    initiatives = Initiative.objects.visible_to(person).in_bulk(wanted) if wanted else {}
    return [_hit(row, initiatives.get(row.initiative_id)) for row in found]


def _hit(row: Any, initiative: Initiative | None) -> Hit:
    kind = Kind(row.kind)
    title = parts_of(getattr(row, "marked_title", row.title))
    if not title and initiative is not None:
        title = [(initiative.title, False)]
    return Hit(
        kind=kind,
        subject_id=row.subject_id,
        key=row.key,
        number=row.number or (initiative.number if initiative else ""),
        title=title,
        excerpt=parts_of(getattr(row, "excerpt", in_one_line(row.body[:200]))),
        label=row.label,
        state=LOOKS.get(kind, {}).get(row.state, row.state),
        at=row.at,
        is_internal=row.readers is not None,
        initiative=initiative,
    )
