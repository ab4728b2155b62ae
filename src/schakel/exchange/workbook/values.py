"""One cell of the workbook to one value: what it says, or why it cannot stand there, in Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from schakel.exchange.tree import FORBIDDEN
from schakel.exchange.workbook.columns import Cell, Take
from schakel.methods.workbooks import meant_text
from schakel.network.rules import NUMBER_PATTERN, clean_number, written_day

KEY = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
DUTCH_MONTH = re.compile(r"(\d{1,2})[-/.](\d{4})")
#: A longer list of choices is not repeated in a sentence.
MOST_SHOWN = 12
YES, NO = {"ja", "j", "x", "true", "waar", "1"}, {"nee", "n", "false", "onwaar", "0"}


class Wrong(Exception):
    """A value that cannot stand in this column, with the sentence for the one who typed it."""


def value_of(cell: Cell, found: list[Any] | None) -> Any:
    """The value of one cell, or None when it is empty; raises Wrong with what stands there and what may."""
    if found is None:
        return None
    sign, value = found
    if sign == "f":
        raise Wrong(_("hier staat een formule. Zet er de uitkomst neer: kopieer, en plak alleen de waarde."))
    if sign == "e":
        raise Wrong(_("hier staat een fout van Excel (%(value)s). Haal die weg.") % {"value": value})
    if cell.take in {Take.DAY, Take.DATE}:
        return _day(cell, sign, value)
    text = _text(cell, sign, value)
    if not text:
        return None
    return {
        Take.KEY: _key,
        Take.CHOICE: _choice,
        Take.WHOLE: _whole,
        Take.YES_NO: _yes_no,
        Take.EIGHT: _eight,
        Take.MANY: _many,
    }.get(cell.take, _long_enough)(cell, text)


def plain(value: Any) -> str:
    """A name as it is compared: without case and double spaces."""
    return " ".join(str(value).split()).casefold()


def near(text: str, known: Iterable[str]) -> str:
    """What may have been meant, as a sentence; nothing when nothing is near."""
    words = {plain(one): one for one in known}
    found = get_close_matches(plain(text), words, n=1)
    return _(" Bedoelt u “%(near)s”?") % {"near": words[found[0]]} if found else ""


def shown(value: Any) -> str:
    """What was typed, short enough to repeat."""
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _text(cell: Cell, sign: str, value: Any) -> str:
    if sign == "d":
        raise Wrong(
            _("hier staat een datum (%(value)s) en er hoort tekst. Maak de cel op als tekst.")
            % {"value": value}
        )
    if sign == "b":
        return "ja" if value else "nee"
    if sign == "n" and float(value).is_integer():
        value = int(value)
    text = meant_text(str(value).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")).strip()
    if FORBIDDEN.search(text):
        raise Wrong(_("hier staat een onzichtbaar stuurteken. Typ de tekst opnieuw."))
    return text


def _long_enough(cell: Cell, text: str) -> str:
    if len(text) > cell.most:
        raise Wrong(_("dit is te lang: hooguit %(most)d tekens.") % {"most": cell.most})
    return text


def _key(cell: Cell, text: str) -> str:
    if len(text) <= cell.most and KEY.fullmatch(text):
        return text
    hint = slugify(text)[: cell.most].strip("-_").replace("_", "-")
    raise Wrong(
        _("“%(value)s” is geen sleutel. Gebruik kleine letters, cijfers en streepjes%(hint)s.")
        % {"value": shown(text), "hint": _(", zoals %(key)s") % {"key": hint} if hint else ""}
    )


def _choice(cell: Cell, text: str) -> str:
    for word, code in cell.choices.items():
        if plain(text) == plain(word):
            return code
    facts = {"value": shown(text), "near": near(text, cell.choices), "known": ", ".join(cell.choices)}
    if len(cell.choices) > MOST_SHOWN:
        raise Wrong(_("“%(value)s” kan hier niet.%(near)s Kies uit de lijst op het blad Keuzes.") % facts)
    raise Wrong(_("“%(value)s” kan hier niet.%(near)s Kies uit: %(known)s.") % facts)


def _whole(cell: Cell, text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 10_000 and len(text) < 9:
        return int(text)
    raise Wrong(
        _("“%(value)s” kan hier niet. Zet een geheel getal van 1 tot 10.000.") % {"value": shown(text)}
    )


def _eight(cell: Cell, text: str) -> str:
    number = clean_number(text)
    if re.fullmatch(NUMBER_PATTERN, number):
        return number
    raise Wrong(
        _(
            "“%(value)s” kan hier niet. Zet 8 cijfers. Begint het nummer met een 0? Maak de cel dan op als tekst."
        )
        % {"value": shown(text)}
    )


def _yes_no(cell: Cell, text: str) -> bool:
    if plain(text) in YES | NO:
        return plain(text) in YES
    raise Wrong(_("“%(value)s” kan hier niet. Zet ja of nee.") % {"value": shown(text)})


def _many(cell: Cell, text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def _day(cell: Cell, sign: str, value: Any) -> str | int | None:
    """A day as YYYY-MM-DD; where the column takes less exact dates also a month or a year."""
    text = str(int(value)) if sign == "n" and float(value).is_integer() else str(value).strip()
    if sign == "s":
        text = meant_text(text)
    if not text:
        return None
    if match := DUTCH_DAY.fullmatch(text):
        text = f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    elif cell.take is Take.DATE and (match := DUTCH_MONTH.fullmatch(text)):
        text = f"{match[2]}-{int(match[1]):02d}"
    is_known = re.fullmatch(r"(1[89]|2[01])\d\d-\d\d-\d\d", text) or (
        cell.take is Take.DATE and re.fullmatch(r"(1[89]|2[01])\d\d(-\d\d)?", text)
    )
    try:
        if is_known:
            written_day(text)
            return int(text) if len(text) == 4 else text
    except ValueError:
        raise Wrong(_("de datum “%(value)s” bestaat niet.") % {"value": shown(value)}) from None
    may = _("een dag, zoals 14-09-2024")
    if cell.take is Take.DATE:
        may = _("een jaar (2024), een maand (2024-09) of een dag (14-09-2024)")
    raise Wrong(_("“%(value)s” kan hier niet. Zet %(may)s.") % {"value": shown(value), "may": may})
