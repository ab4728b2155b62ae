"""The worker reads the words in a document, so that they are found; a file that breaks its reader harms nothing."""

from __future__ import annotations

import io
import json
from types import SimpleNamespace

import pytest
from docx import Document as Word
from openpyxl import Workbook

from schakel.documents import actions, queries, words_apart
from schakel.documents.models import DocumentText
from schakel.documents.reading import Words, read_words
from schakel.documents.rules import READABLE, FileKind, Subject, TextState
from schakel.documents.words_apart import MOST_CHARACTERS, words_of
from schakel.jobs.queue import perform
from schakel.search.models import FindableText
from tests.factories.browsing import Browser, text
from tests.factories.documents import FILES, pdf, zipped
from tests.factories.governance import as_platform
from tests.factories.jobs import run_waiting, waiting

NAMESPACE = 'xmlns:w="urn:w" xmlns:a="urn:a" xmlns:text="urn:text" xmlns:office="urn:office"'


def word() -> bytes:
    document, target = Word(), io.BytesIO()
    document.add_paragraph("De valpreventie begint in maart.")
    document.add_table(1, 1).cell(0, 0).text = "Wijkverpleging"
    document.save(target)
    return target.getvalue()


def excel() -> bytes:
    book, target = Workbook(), io.BytesIO()
    book.active.append(["valpreventie", 12, "Wijkverpleging"])  # type: ignore[union-attr]
    book.save(target)
    return target.getvalue()


PAGES = f"<w:x {NAMESPACE}><w:p><w:t>eerste</w:t></w:p><w:p><w:t>tweede</w:t></w:p></w:x>"
DECK = (
    f"<a:x {NAMESPACE}><a:p><a:r><a:t>De val</a:t></a:r><a:r><a:t>preventie</a:t></a:r></a:p>"
    "<a:p><a:r><a:t>Wijkverpleging</a:t></a:r></a:p></a:x>"
)
OPEN = (
    f"<office:x {NAMESPACE}><text:h>De <text:span>val</text:span>preventie</text:h>"
    "<text:p>Wijkverpleging</text:p></office:x>"
)
READABLE_FILES = {
    "pdf": pdf("De valpreventie begint.", "Wijkverpleging"),
    "docx": word(),
    "xlsx": excel(),
    "pptx": zipped({"ppt/slides/slide1.xml": DECK.encode()}),
    "odt": zipped({"content.xml": OPEN.encode()}),
    "txt": "De valpreventie begint; ’s avonds.\nWijkverpleging".encode("cp1252"),
    "csv": b"wat;wie\nvalpreventie;Wijkverpleging\n",
}


@pytest.mark.parametrize("kind", sorted(READABLE))
def test_the_words_of_each_kind_of_file_are_read(kind):
    found = words_of(READABLE_FILES[kind], kind)
    assert "valpreventie" in found["text"]
    assert "Wijkverpleging" in found["text"]
    assert found["is_cut"] is False


def test_a_process_of_its_own_reads_them():
    assert read_words(word(), FileKind.DOCX) == Words(
        "De valpreventie begint in maart.\nWijkverpleging", TextState.READ
    )


@pytest.mark.parametrize(
    ("data", "kind", "state"),
    [
        (FILES["pdf"], FileKind.PDF, TextState.FAILED),
        (pdf(), FileKind.PDF, TextState.EMPTY),
        (b"%PDF-1.7 en dan niets", FileKind.PDF, TextState.FAILED),
        (b"geen zip", FileKind.DOCX, TextState.FAILED),
        (zipped({"word/document.xml": b"<w:p"}), FileKind.DOCX, TextState.FAILED),
        (
            zipped({"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
            FileKind.DOCX,
            TextState.FAILED,
        ),
        (b" \n\t ", FileKind.TXT, TextState.EMPTY),
        (b"woord " * 30_000, FileKind.TXT, TextState.CUT),
    ],
)
def test_what_cannot_be_read_says_so(data, kind, state):
    found = read_words(data, kind)
    assert found.state == state
    assert bool(found.text) == (state == TextState.CUT)
    assert len(found.text) <= MOST_CHARACTERS


def test_entities_are_refused_and_text_in_no_known_encoding_is_read_all_the_same():
    declared = zipped({"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'})
    assert words_of(declared, "docx") == {"unfit": "entities"}
    assert words_of(b"caf\xe9 \x81 open", "txt")["text"] == "café \x81 open"
    assert words_of("vergadering".encode("utf-16"), "txt")["text"] == "vergadering"


@pytest.mark.parametrize(
    ("data", "answer"),
    [(b"Valpreventie", {"text": "Valpreventie", "is_cut": False}), (b"geen zip", {"unfit": "damaged"})],
)
def test_the_reader_answers_in_json_also_when_the_file_breaks_it(monkeypatch, capsys, data, answer):
    taken = []
    monkeypatch.setattr(words_apart, "limit", lambda *most: taken.append(most))
    monkeypatch.setattr(words_apart, "peak_bytes", lambda: 0)  # the process of the tests is large itself
    monkeypatch.setattr("sys.argv", ["words_apart", "txt" if "text" in answer else "docx"])
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    words_apart.main()
    assert json.loads(capsys.readouterr().out) == answer
    assert taken == [(words_apart.MEMORY_BYTES, words_apart.CPU_SECONDS)]


def test_a_reader_that_dies_or_talks_nonsense_has_no_words(monkeypatch):
    monkeypatch.setattr("schakel.documents.reading.CHILD", "schakel.documents.nowhere")
    assert read_words(b"woord", FileKind.TXT) == Words("", TextState.FAILED)
    monkeypatch.setattr("schakel.documents.reading.CHILD", "this")
    assert read_words(b"woord", FileKind.TXT) == Words("", TextState.FAILED)
    monkeypatch.setattr("schakel.documents.reading.PATIENCE_SECONDS", 0.01)
    assert read_words(b"woord", FileKind.TXT) == Words("", TextState.FAILED)


def test_reading_ends_in_time_and_signs_that_nobody_sees_are_left_out():
    found = words_of(zipped({"word/document.xml": PAGES.encode()}), "docx", seconds=-1.0)
    assert found == {"text": "eerste", "is_cut": True}
    assert words_of(b"a\x00\x1fb \r\n\n\n c", "txt")["text"] == "a  b\nc"


@pytest.mark.django_db
class TestInTheNetwork:
    def add(self, scene, one, name="verslag.docx", data=None):
        with as_platform(scene.network):
            return actions.add_document(
                Subject.INITIATIVE,
                one,
                by=scene.lead,
                name=name,
                data=word() if data is None else data,
                title="Verslag",
            )

    def page(self, scene, version):
        return text(Browser(scene.network, scene.submitter).get(f"documenten/{version.document_id}/"))

    def test_a_document_is_found_on_its_words_after_the_worker_read_it(self, scene, in_preparation):
        version = self.add(scene, in_preparation)
        assert "wordt nu gelezen" in self.page(scene, version)
        reader = Browser(scene.network, scene.submitter)
        assert f"/documenten/{version.document_id}/" not in text(reader.get("zoeken/", q="valpreventie"))
        assert actions.READ_WORDS in run_waiting()
        assert f"/documenten/{version.document_id}/" in text(reader.get("zoeken/", q="valpreventie"))
        assert "ook op de woorden erin" in self.page(scene, version)

    def test_only_the_newest_version_that_stands_is_found(self, scene, in_preparation):
        version = self.add(scene, in_preparation)
        run_waiting()
        with as_platform(scene.network):
            actions.add_version(
                version.document, by=scene.lead, name="anders.txt", data=b"Een eekhoorn.", why="Anders."
            )
            run_waiting()
            index = FindableText.objects.get(subject_id=version.document_id)
            assert ("eekhoorn" in index.body, "valpreventie" in index.body) == (True, False)
            actions.withdraw_document(version.document, by=scene.lead, reason="Vergissing.")
            index.refresh_from_db()
            assert "eekhoorn" not in index.body

    def test_a_file_that_cannot_be_read_stands_there_all_the_same(self, scene, in_preparation):
        version = self.add(scene, in_preparation, name="stuk.pdf", data=FILES["pdf"])
        run_waiting()
        page = self.page(scene, version)
        assert "De tekst konden wij niet lezen." in page
        assert "stuk.pdf" in page

    def test_a_picture_has_no_words_to_wait_for(self, scene, in_preparation):
        before = len(waiting())
        version = self.add(scene, in_preparation, name="foto.png", data=FILES["png"])
        with as_platform(scene.network):
            assert queries.text_state(version) is None
            assert len(waiting()) == before
        assert "gelezen" not in self.page(scene, version)

    def test_reading_twice_and_what_still_waits_at_night(self, scene, in_preparation):
        version = self.add(scene, in_preparation)
        ids = {"network": str(scene.network.pk), "version": str(version.pk)}
        perform(actions.READ_WORDS, ids)
        with as_platform(scene.network):
            first = DocumentText.objects.get()
        actions.keep_words(scene.network.pk, version.pk, Words("iets anders", TextState.READ))
        perform(actions.READ_WORDS, ids)
        with as_platform(scene.network):
            assert DocumentText.objects.get().text == first.text
            DocumentText.objects.update(state=TextState.WAITING, text="", read_at=None)
        before = len(waiting())
        perform("documents.read_waiting", {"network": str(scene.network.pk)})
        assert waiting()[before:] == [(actions.READ_WORDS, ids)]
