"""PDF files out: opened again they say what was put in, tagged, in Dutch, with their origin on every page."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from schakel.documents.paper import (
    Card,
    Check,
    Checks,
    Facts,
    Figure,
    Heading,
    Origin,
    Points,
    Table,
    Text,
    as_json,
    from_json,
)
from schakel.documents.pdf import ONE_PAGE, NotSet, pdf_file
from schakel.documents.rules import why_not_take
from tests.factories.measuring import LINE

ORIGIN = Origin(
    network="Netwerk",
    title="Dossier Samen aan tafel",
    address="https://x.test/a/",
    made_at=datetime(2026, 11, 26, 11, 5, tzinfo=UTC),
    release="0.2",
)
PARTS = [
    Card("Gevraagd besluit", "Mag dit beginnen?", "Voorstel B-2026-001."),
    Facts(
        [("Nummer", "I-2026-014"), ("Vraagt", "€ 1.250"), ("Thema", "Ouder worden"), ("Trekker", "Marieke")]
    ),
    Heading("Het plan"),
    Text("Eerste alinea.\n\nTweede *alinea* met #tekens, $x$ en <b>."),
    Heading("Doelen", 2),
    Points(["één", "twee"]),
    Table(["Post", "Bedrag"], [["Personeel", "€ 1.000"]], widths=(3, 1), right=frozenset({1})),
    Checks(
        [
            Check("good", "vervuld", "De brief is gelezen"),
            Check("care", "te laat", "Cijfers"),
            Check("open", "open", "x"),
        ]
    ),
    Figure(LINE, "Een lijn die stijgt", "Opnamedagen per maand"),
]


def opened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def words_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in opened(data).pages)


def test_a_pdf_says_what_was_put_in_and_reads_nothing_as_markup() -> None:
    words = words_of(pdf_file(ORIGIN, "Poort P3", "I-2026-014", PARTS))
    for told in (
        "Mag dit beginnen?",
        "€ 1.250",
        "Tweede *alinea* met #tekens, $x$ en <b>.",
        "twee",
        "te laat · Cijfers",
    ):
        assert told in words
    assert "Opnamedagen per maand" in words


def test_it_is_tagged_in_dutch_with_a_title_and_a_text_for_each_figure() -> None:
    data = pdf_file(ORIGIN, "Poort P3", "I-2026-014", PARTS)
    document = opened(data)
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "nl-NL"
    assert document.metadata is not None
    assert document.metadata.title == ORIGIN.title
    assert b"pdfuaid" in data
    assert {"/H1", "/H2", "/Table", "/TH", "/Figure", "/L"} <= kinds(root["/StructTreeRoot"])


def bookmarks(document: PdfReader) -> list[str]:
    """The chapters that a reader jumps to."""
    return [str(one.title) for one in document.outline if not isinstance(one, list)]


def kinds(element: object) -> set[str]:
    """The kinds of all tags in the tree."""
    found: set[str] = set()
    waiting = [element]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            found.add(str(one.get("/S", "")))
            waiting.append(one.get("/K"))
    return found


def test_every_page_says_where_it_comes_from_and_which_page_it_is() -> None:
    long = [Text("Woorden om te lezen. " * 60)] * 12
    pages = opened(pdf_file(replace(ORIGIN, is_example=True), "P3", "I-2026-014", long)).pages
    assert len(pages) > 1
    for nth, page in enumerate(pages, start=1):
        words = page.extract_text()
        assert "Netwerk (voorbeeld)" in words
        assert "I-2026-014" in words
        assert "Gemaakt op 26 november 2026, 12.05 met Schakel 0.2" in words
        assert f"bladzijde {nth} van {len(pages)}" in words
    assert "Voorbeeld: dit netwerk is verzonnen." in pages[0].extract_text()


def test_the_same_values_give_the_same_file_and_we_would_take_it_in() -> None:
    first, second = (pdf_file(ORIGIN, "P3", "I-2026-014", PARTS) for _ in range(2))
    assert first == second
    assert why_not_take(first, "dossier.pdf") is None


@pytest.mark.parametrize(
    "text", ["Hallo 🙂 daar", "漢字", "\ue000", "a\x00b", "\u202eomgekeerd", "x" * 5000, "\ud800"]
)
def test_signs_that_no_font_has_become_a_box_and_break_nothing(text: str) -> None:
    words = words_of(pdf_file(ORIGIN, text, text, [Text(text), Points([text]), Table([text], [[text]])]))
    assert ("□" in words) == (text in {"Hallo 🙂 daar", "漢字"})


def test_a_paper_that_would_be_wrong_is_not_made() -> None:
    with pytest.raises(NotSet, match="heading"):
        pdf_file(ORIGIN, "P3", "1", [Heading("a"), Heading("b", 3)])


def test_signs_without_end_are_refused() -> None:
    with pytest.raises(NotSet, match="signs"):
        pdf_file(ORIGIN, "P3", "1", [Text(" ".join(chr(0x4E00 + nth) for nth in range(300)))])


def test_parts_are_kept_and_read_back_as_they_were() -> None:
    assert as_json(from_json(as_json(PARTS))) == as_json(PARTS)
    assert [type(one) for one in from_json(as_json(PARTS))] == [type(one) for one in PARTS]


def test_a_word_wider_than_its_column_is_divided_and_what_fits_is_not() -> None:
    words = words_of(
        pdf_file(
            ORIGIN,
            "P3",
            "1",
            [
                Table(
                    ["Partner", "Belang"],
                    [["Huisartsencoöperatie Lindestreek", "Wijkverpleegkundigen bellen met het ziekenhuis"]],
                    widths=(2, 9),
                ),
                Table(["Partner", "Belang"], [["Lindestreek", "Weer een extra scherm bij het ontslag"]] * 2),
            ],
        )
    )
    assert "Huisartsencoöperatie" not in words
    assert "Huisartsen" in words
    assert "Wijkverpleegkundigen" in words


def test_what_must_fit_on_one_page_is_set_smaller_as_far_as_it_still_reads() -> None:
    parts = [Text("Woorden om te lezen. " * 40)] * 6
    assert len(opened(pdf_file(ORIGIN, "P3", "1", parts)).pages) == 2
    assert len(opened(pdf_file(ORIGIN, "P3", "1", parts, sizes=ONE_PAGE)).pages) == 1
    assert len(opened(pdf_file(ORIGIN, "P3", "1", parts * 3, sizes=ONE_PAGE)).pages) > 1
