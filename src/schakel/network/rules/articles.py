"""The articles of an agreement as values: a whole text taken apart into articles, put together again, and compared."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from schakel.web.changes import Change

#: More articles, or longer ones, than any agreement has.
MOST_ARTICLES = 200
LONGEST_NUMBER, LONGEST_HEADING, LONGEST_ARTICLE = 20, 200, 100_000
#: A line that is longer than this is a sentence, not a heading.
LONGEST_LINE = 120

_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)"
_NAMED = re.compile(rf"(?:artikel|art\.)\s+{_NUMBER}\s*[.:)]?\s*[-–—:]?\s*(?P<heading>.*)", re.IGNORECASE)
_NUMBERED = re.compile(rf"{_NUMBER}\s*[.:)]?\s+(?P<heading>\S.*)")
_SENTENCE_ENDS = (".", ";", ",", ":")


@dataclass(frozen=True)
class ArticleText:
    """One article: its number as typed, its heading and its text; the mark says which it is, over versions."""

    number: str = ""
    heading: str = ""
    text: str = ""
    mark: int | None = None

    @property
    def title(self) -> str:
        """What it is called.

        >>> ArticleText("3.2", "Mandaat").title, ArticleText(heading="Slot").title
        ('Artikel 3.2: Mandaat', 'Slot')
        """
        if not self.number:
            return self.heading
        name = _("Artikel %(number)s") % {"number": self.number}
        return f"{name}: {self.heading}" if self.heading else name

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written."""
        return not (self.number or self.heading or self.text)


def taken_apart(text: str) -> tuple[str, list[ArticleText]]:
    """Take a whole text apart: what stands before the first article, and the articles.

    A line such as “Artikel 3 Mandaat” begins an article; without such lines, short numbered lines do when they count
    up from one. A text in which that is not clear is one article without a number. Nothing is lost.

    >>> taken_apart("Vooraf.\\nArtikel 1 Doel\\nBeter samen.\\nArtikel 2: Duur\\nEen jaar.")[1][1]
    ArticleText(number='2', heading='Duur', text='Een jaar.', mark=None)
    """
    lines = [line.rstrip() for line in text.strip().splitlines()]
    begins = _beginnings(lines, _named) or _beginnings(lines, _numbered)
    if not begins:
        return "", [ArticleText(text="\n".join(lines))] if lines else []
    ends = [*(at for at, _number, _heading in begins[1:]), len(lines)]
    articles = [
        ArticleText(number, heading, "\n".join(lines[at + 1 : end]).strip())
        for (at, number, heading), end in zip(begins, ends, strict=True)
    ]
    return "\n".join(lines[: begins[0][0]]).strip(), articles


def put_together(preamble: str, articles: Iterable[ArticleText]) -> str:
    """The whole text, with a line of its own for the title of each article."""
    parts = [preamble, *("\n".join(part for part in (one.title, one.text) if part) for one in articles)]
    return "\n\n".join(part for part in parts if part)


def _beginnings(
    lines: Sequence[str], read: Callable[[str], tuple[str, str] | None]
) -> list[tuple[int, str, str]]:
    """The lines that begin an article, each with its number and heading; numbers only count up."""
    found: list[tuple[int, str, str]] = []
    last: tuple[tuple[int, str], ...] = ()
    for at, line in enumerate(lines):
        told = read(line.strip())
        if told is None or not (order := _order(told[0])) > last:
            continue
        found.append((at, *told))
        last = order
    if read is _numbered and (len(found) < 2 or not found[0][1].startswith("1")):
        return []
    return found


def _order(number: str) -> tuple[tuple[int, str], ...]:
    """Numbers in their order: 2 before 10, and 3 before 3.1 before 3a."""
    parts = re.findall(r"(\d+)([a-z]?)", number.lower())
    return tuple((int(digits), letter) for digits, letter in parts)


def _named(line: str) -> tuple[str, str] | None:
    found = _NAMED.fullmatch(line) if len(line) <= LONGEST_LINE else None
    if found is None:
        return None
    heading = found["heading"].strip()
    return None if heading.endswith(_SENTENCE_ENDS) else (found["number"], heading)


def _numbered(line: str) -> tuple[str, str] | None:
    found = _NUMBERED.fullmatch(line) if len(line) <= LONGEST_LINE else None
    if found is None or not found["heading"][0].isupper() or found["heading"].endswith(_SENTENCE_ENDS):
        return None
    return found["number"], found["heading"].strip()


def tidied(articles: Iterable[ArticleText]) -> list[ArticleText]:
    """The articles without space around them, and without those in which nothing was written."""
    rows = [
        replace(one, number=one.number.strip(), heading=one.heading.strip(), text=one.text.strip())
        for one in articles
    ]
    return [one for one in rows if not one.is_blank]


def why_not_articles(articles: Sequence[ArticleText]) -> str | None:
    """Why these cannot be the articles of an agreement, or None when they can."""
    if len(articles) > MOST_ARTICLES:
        return _("Een overeenkomst heeft hooguit %(n)s artikelen.") % {"n": MOST_ARTICLES}
    seen: dict[str, str] = {}
    for one in articles:
        name = one.title or _("een artikel zonder titel")
        if not (one.heading or one.text):
            return _("%(article)s is leeg. Schrijf een kop of een tekst, of verwijder het.") % {
                "article": name
            }
        if (
            len(one.number) > LONGEST_NUMBER
            or len(one.heading) > LONGEST_HEADING
            or len(one.text) > LONGEST_ARTICLE
        ):
            return _("%(article)s is te lang. Maak er twee van.") % {"article": name[:80]}
        if one.number and (before := seen.get(one.number.casefold())):
            return _("Nummer %(number)s staat er twee keer: bij “%(one)s” en bij “%(other)s”.") % {
                "number": one.number,
                "one": before,
                "other": one.heading or one.text[:40],
            }
        seen[one.number.casefold()] = one.heading or one.text[:40]
    return None


def difference(
    before: tuple[str, Sequence[ArticleText]], after: tuple[str, Sequence[ArticleText]]
) -> list[Change]:
    """What changed between two versions of an agreement, in the order of the newer one; then what is gone."""
    changes = []
    if before[0] != after[0]:
        changes.append(Change(_("Vooraf"), "", before[0], after[0]))
    old: Mapping[Any, ArticleText] = {one.mark: one for one in before[1]}
    new = {one.mark for one in after[1]}
    for one in after[1]:
        was = old.get(one.mark)
        if was is None:
            changes.append(Change(_("Nieuw artikel"), one.title, "", one.text or one.title))
        elif (was.title, was.text) != (one.title, one.text):
            changes.append(_changed(was, one))
    changes += [
        Change(_("Vervallen artikel"), one.title, one.text or one.title, "")
        for one in before[1]
        if one.mark not in new
    ]
    return changes


def _changed(was: ArticleText, new: ArticleText) -> Change:
    """One article that reads otherwise; its title stands with it when that changed."""
    if was.title == new.title:
        return Change(_("Gewijzigd"), new.title, was.text or was.title, new.text or new.title)
    part = _("Gewijzigd") if was.text != new.text else _("Andere titel")
    before, after = ("\n".join(filter(None, (one.title, one.text))) for one in (was, new))
    if was.text == new.text:
        before, after = was.title, new.title
    return Change(part, new.title, before, after)


def fingerprint(preamble: str, articles: Sequence[ArticleText]) -> str:
    """What a writer had before them, in a few signs: other words or another order give another fingerprint."""
    said = json.dumps([preamble, *([one.number, one.heading, one.text] for one in articles)])
    return hashlib.sha256(said.encode()).hexdigest()[:20]


def recognised(articles: Sequence[ArticleText], known: Sequence[ArticleText]) -> list[ArticleText]:
    """The same articles, each with the mark it had; without a mark it is known by its heading, or else its number."""
    free = {one.mark: one for one in known}
    marks = [mark if (mark := one.mark) in free and free.pop(mark) else None for one in articles]
    for name in ("heading", "number"):
        for at, one in enumerate(articles):
            word = getattr(one, name)
            if marks[at] is None and word:
                alike = (mark for mark, was in free.items() if getattr(was, name) == word)
                marks[at] = next(alike, None)
                free.pop(marks[at], None)
    return [replace(one, mark=mark) for one, mark in zip(articles, marks, strict=True)]
