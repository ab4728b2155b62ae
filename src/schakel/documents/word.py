"""Word files out: real headings, table heads that repeat, Dutch as the language, and on every page where it comes from.

A caller gives plain values; what they say is its own matter.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from schakel.web.formats import clock, dutch_date

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
INK, SOFT = RGBColor(0x1B, 0x25, 0x23), RGBColor(0x53, 0x60, 0x5B)
#: Signs that no XML file can hold.
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


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a chapter."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Text:
    """A paragraph, or several when there are empty lines in it."""

    text: str


@dataclass(frozen=True)
class Points:
    """A list of points."""

    points: Sequence[str]


@dataclass(frozen=True)
class Table:
    """A table with a head; every row has as many cells as the head."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]


Part = Heading | Text | Points | Table


def word_file(origin: Origin, subtitle: str, parts: Sequence[Part]) -> bytes:
    """Return a Word file with a title, a line under it, and these parts in order."""
    document = Document()
    _look(document, origin)
    document.add_paragraph(_plain(origin.title), style="Title")
    document.add_paragraph(_plain(subtitle), style="Subtitle")
    if origin.is_example:
        document.add_paragraph(
            _("Voorbeeld: dit netwerk is verzonnen. Mensen, organisaties en besluiten bestaan niet echt.")
        )
    for part in parts:
        _write(document, part)
    _edges(document, origin)
    target = io.BytesIO()
    write_to = document.save  # into memory
    write_to(target)
    return target.getvalue()


def _write(document: Any, part: Part) -> None:
    if isinstance(part, Heading):
        document.add_heading(_plain(part.text), level=part.level)
    elif isinstance(part, Text):
        for one in re.split(r"\n\s*\n", part.text):
            document.add_paragraph(_plain(one))
    elif isinstance(part, Points):
        for one in part.points:
            document.add_paragraph(_plain(one), style="List Bullet")
    else:
        _write_table(document, part)


def _write_table(document: Any, part: Table) -> None:
    table = document.add_table(rows=1, cols=len(part.head), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, part.head, strict=True):
        cell.paragraphs[0].add_run(_plain(words)).bold = True
    repeats = OxmlElement("w:tblHeader")
    repeats.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeats)
    for row in part.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = _plain(words)
    document.add_paragraph()


def _look(document: Any, origin: Origin) -> None:
    """A4, one plain face, our ink, Dutch for the spelling check and for who listens."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(24)
    page.top_margin, page.bottom_margin = Mm(26), Mm(24)
    sizes = {
        "Normal": 10.5,
        "Title": 22,
        "Subtitle": 12,
        "Heading 1": 15,
        "Heading 2": 12,
        "List Bullet": 10.5,
    }
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        style.font.color.rgb = SOFT if name == "Subtitle" else INK
        style.font.italic = False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")
    about = document.core_properties
    about.title, about.author, about.language = (
        _plain(origin.title)[:250],
        _plain(origin.network)[:250],
        "nl-NL",
    )
    about.comments, about.last_modified_by = "", _plain(origin.network)[:250]
    about.created = about.modified = origin.made_at.replace(tzinfo=None)


def _edges(document: Any, origin: Origin) -> None:
    """The head and foot of every page: network, title, day, version, address, number of the page."""
    page = document.sections[0]
    width = page.page_width - page.left_margin - page.right_margin
    head = page.header.paragraphs[0]
    name = _("%(network)s (voorbeeld)") if origin.is_example else "%(network)s"
    head.text = _plain(name % {"network": origin.network}) + "\t" + _plain(origin.title)[:90]
    made = _("Gemaakt op %(day)s, %(time)s met Schakel %(release)s") % {
        "day": dutch_date(origin.made_at),
        "time": clock(origin.made_at),
        "release": origin.release,
    }
    foot = page.footer.paragraphs[0]
    foot.text = f"{made}\t"
    _field(foot.add_run(), "PAGE")
    page.footer.add_paragraph(_plain(origin.address), style="Footer")
    for paragraph in (head, foot, page.footer.paragraphs[-1]):
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        for run in paragraph.runs:
            run.font.size, run.font.color.rgb = Pt(8.5), SOFT
    for style in ("Header", "Footer"):  # the stops of the template are those of American paper
        for stop in list(document.styles[style].paragraph_format.tab_stops):
            stop._tab.getparent().remove(stop._tab)


def _field(run: Any, code: str) -> None:
    """A field that Word fills in itself, such as the number of the page."""
    for kind in ("begin", "", "end"):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = code
        run._r.append(element)


def _plain(text: Any) -> str:
    """Text that an XML file can hold."""
    return _NO_TEXT.sub("", str(text)).strip()
