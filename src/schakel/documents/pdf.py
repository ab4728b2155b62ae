"""PDF files out: tagged for who listens (PDF/UA-1), in the look of the house, the same bytes for the same values.

The words go to the typesetter as data, never as markup. Only jobs and commands import this module: the typesetter
takes 80 MB that no worker of the pages needs.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import typst
from django.utils import timezone
from django.utils.translation import gettext as _
from pypdf import PdfReader

import schakel.web
from schakel.documents.paper import Figure, Origin, Part, Table, Text, as_json, example_words, plain

MEDIA_TYPE = "application/pdf"
TEMPLATES = Path(__file__).parent / "typst"
FONTS = Path(schakel.web.__file__).parent / "fonts"
#: Tags, language, title and a text for each figure: the typesetter refuses a file without.
STANDARD: Literal["ua-1"] = "ua-1"
#: In place of a sign that no font of ours has, such as a picture or Chinese.
BOX, MOST_UNKNOWN_SIGNS = "□", 200
#: Sizes of letters and spaces in percent: as usual, and from usual down to what still reads well (9 points).
ORDINARY, ONE_PAGE = (100,), (100, 93, 86)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_UNKNOWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


class NotSet(ValueError):
    """The typesetter refused or warned: a letter that the fonts lack, a heading that skips a level."""


def pdf_file(
    origin: Origin,
    subtitle: str,
    number: str,
    parts: Sequence[Part],
    *,
    sizes: Sequence[int] = ORDINARY,
) -> bytes:
    """Return a PDF with a title, a line under it, and these parts in order.

    number: what the paper is about in short, at the right above each page. sizes: in percent; the first with which
    all fits on one page, else the last. Raises NotSet when the file would not be as it should: a heading that skips a
    level, a sign that the fonts of the house lack.
    """
    made = timezone.localtime(origin.made_at)
    paper = {
        "title": plain(origin.title),
        "network": plain(origin.network),
        "number": plain(number),
        "head": plain(origin.network_words),
        "subtitle": plain(subtitle),
        "made": origin.made_words,
        "address": plain(origin.address),
        "page_words": _("bladzijde {n} van {all}"),
        "date": {name: getattr(made, name) for name in ("year", "month", "day", "hour", "minute", "second")},
        "example": example_words() if origin.is_example else "",
        "parts": [part for one in parts for part in _values(one)],
    }
    for percent in sizes:
        made_file = _set(json.dumps({**paper, "percent": percent}, ensure_ascii=False))
        if percent == sizes[-1] or len(PdfReader(io.BytesIO(made_file)).pages) == 1:
            break
    return made_file


def _set(paper: str) -> bytes:
    """Set a paper; a sign that the fonts lack is refused by name, and stands in the file as an empty box."""
    for _round in range(MOST_UNKNOWN_SIGNS):
        try:
            made_file, warnings = typst.compile_with_warnings(
                str(TEMPLATES / "paper.typ"),
                root=str(TEMPLATES),
                font_paths=[str(FONTS)],
                ignore_system_fonts=True,
                sys_inputs={"paper": paper},
                pdf_standards=STANDARD,
            )
        except typst.TypstError as fault:
            signs = _unknown_signs(str(fault))
            if not signs:
                raise NotSet(str(fault)) from fault
            for sign in signs:
                paper = paper.replace(sign, BOX)
        else:
            if warnings:
                raise NotSet("; ".join(str(one) for one in warnings))
            return bytes(made_file)
    raise NotSet(f"more than {MOST_UNKNOWN_SIGNS} signs that the fonts lack")


def _unknown_signs(fault: str) -> set[str]:
    """The signs that the typesetter says it cannot show; our fonts have every plain letter."""
    found = _UNKNOWN.search(fault)
    text = _ESCAPED.sub(lambda one: chr(int(one[1], 16)), found[1]) if found else ""
    return {sign for sign in text if ord(sign) > 127}


def _values(part: Part) -> list[dict[str, Any]]:
    """What the template needs of a part; a text is one part for each paragraph."""
    if isinstance(part, Text):
        return [{"kind": "text", "text": plain(one)} for one in part.paragraphs if plain(one)]
    if isinstance(part, Figure):
        part = replace(part, narrow="")
    (values,) = _plain_values(as_json([part]))
    if isinstance(part, Table):
        columns = range(len(part.head))
        values["widths"] = list(part.widths) or [1 for _column in columns]
        values["align"] = ["right" if column in part.right else "left" for column in columns]
    return [values]


def _plain_values(value: Any) -> Any:
    """The same values, with texts that every reader can show."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {name: _plain_values(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain_values(one) for one in value]
    return value
