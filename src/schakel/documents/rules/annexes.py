"""How annexes of an agreement are numbered: as the agreement itself names them, in figures or letters."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

LONGEST_ANNEX = 4
_WORD = re.compile(r"^bijlage\b[\s:.-]*", re.IGNORECASE)
_NUMBER = re.compile(r"(?:[1-9][0-9]{0,2}[a-z]?|[A-Z]{1,2}[0-9]{0,2})\.?", re.IGNORECASE)


def clean_annex(typed: str) -> str:
    """The number of an annex as it is kept, out of what somebody typed.

    >>> [clean_annex(typed) for typed in ("1", "Bijlage 2b", " a ", "bijlage B1.", "")]
    ['1', '2B', 'A', 'B1', '']
    """
    return _WORD.sub("", typed.strip()).rstrip(".").strip().upper()


def why_not_annex(typed: str) -> str | None:
    """Why this is no number of an annex, or None; an empty one is no annex and fine."""
    number = clean_annex(typed)
    if not typed.strip() or _NUMBER.fullmatch(number):
        return None
    return _("Schrijf alleen het nummer of de letter van de bijlage, bijvoorbeeld 1, 2b of A.")


def annex_order(number: str) -> tuple[bool, int, str]:
    """A key by which annexes stand as a reader expects them: 1, 2, 2B, 10, A, B.

    >>> sorted(["10", "B", "2B", "A", "2", "1"], key=annex_order)
    ['1', '2', '2B', '10', 'A', 'B']
    """
    figures = re.match(r"[0-9]*", number)
    first = figures[0] if figures else ""
    return (not first, int(first or 0), number)
