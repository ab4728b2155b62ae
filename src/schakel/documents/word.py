"""Word files out: real headings, table heads that repeat, Dutch as the language, and on every page where it comes from.

A caller gives plain values; what they say is its own matter.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from schakel.documents.paper import (
    Facts,
    Heading,
    Origin,
    Points,
    Table,
    Text,
    WordPart,
    example_words,
    plain,
)

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
INK, SOFT = RGBColor(0x1B, 0x25, 0x23), RGBColor(0x53, 0x60, 0x5B)


def word_file(origin: Origin, subtitle: str, parts: Sequence[WordPart]) -> bytes:
    """Return a Word file with a title, a line under it, and these parts in order."""
    document = Document()
    _look(document, origin)
    document.add_paragraph(plain(origin.title), style="Title")
    document.add_paragraph(plain(subtitle), style="Subtitle")
    if origin.is_example:
        document.add_paragraph(example_words())
    for part in parts:
        _write(document, part)
    _edges(document, origin)
    target = io.BytesIO()
    write_to = document.save  # into memory
    write_to(target)
    return target.getvalue()


def _write(document: Any, part: WordPart) -> None:
    if isinstance(part, Heading):
        document.add_heading(plain(part.text), level=part.level)
    elif isinstance(part, Text):
        for one in part.paragraphs:
            document.add_paragraph(plain(one))
    elif isinstance(part, Points):
        for one in part.points:
            document.add_paragraph(plain(one), style="List Bullet")
    elif isinstance(part, Facts):
        for label, value in part.facts:
            line = document.add_paragraph()
            line.add_run(f"{plain(label)}: ").bold = True
            line.add_run(plain(value))
    else:
        _write_table(document, part)


def _write_table(document: Any, part: Table) -> None:
    table = document.add_table(rows=1, cols=len(part.head), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, part.head, strict=True):
        cell.paragraphs[0].add_run(plain(words)).bold = True
    repeats = OxmlElement("w:tblHeader")
    repeats.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeats)
    for row in part.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = plain(words)
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
        plain(origin.title)[:250],
        plain(origin.network)[:250],
        "nl-NL",
    )
    about.comments, about.last_modified_by = "", plain(origin.network)[:250]
    about.created = about.modified = origin.made_at.replace(tzinfo=None)


def _edges(document: Any, origin: Origin) -> None:
    """The head and foot of every page: network, title, day, version, address, number of the page."""
    page = document.sections[0]
    width = page.page_width - page.left_margin - page.right_margin
    head = page.header.paragraphs[0]
    head.text = plain(origin.network_words) + "\t" + plain(origin.title)[:90]
    foot = page.footer.paragraphs[0]
    foot.text = f"{origin.made_words}\t"
    _field(foot.add_run(), "PAGE")
    page.footer.add_paragraph(plain(origin.address), style="Footer")
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
