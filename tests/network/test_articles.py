"""The articles of an agreement: taken apart, written, fixed by a signature, and compared with the version before."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import Error, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.network import actions, queries
from schakel.network.models import Agreement, Article, Obligation
from schakel.network.rules import Role
from schakel.network.rules.articles import (
    ArticleText,
    difference,
    put_together,
    recognised,
    taken_apart,
    why_not_articles,
)
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.network import make_agreement, make_member, make_network, make_partner
from tests.worlds import world

HERE = "overeenkomsten/overeenkomst/"
WRITE = f"{HERE}artikelen/"
WHOLE = """De partijen willen betere zorg.

Artikel 1 Doel
Zij werken samen.
Artikel 5 van de wet blijft gelden.

Artikel 2: Duur
2.1 Een jaar.
2.2 Daarna opnieuw.
Artikel 3
Wij overleggen."""


# --- Rules


@pytest.mark.parametrize(
    ("whole", "preamble", "found"),
    [
        (
            WHOLE,
            "De partijen willen betere zorg.",
            [
                ("1", "Doel", "Zij werken samen.\nArtikel 5 van de wet blijft gelden."),
                ("2", "Duur", "2.1 Een jaar.\n2.2 Daarna opnieuw."),
                ("3", "", "Wij overleggen."),
            ],
        ),
        (
            "1. Doel\nSamen.\n1.1 Wie\nWij.\n2. Duur\nLang.",
            "",
            [("1", "Doel", "Samen."), ("1.1", "Wie", "Wij."), ("2", "Duur", "Lang.")],
        ),
        ("ART. 1a - Doel\nSamen.", "", [("1a", "Doel", "Samen.")]),
        ("1. Wij komen samen.\n2. Wij delen.", "", [("", "", "1. Wij komen samen.\n2. Wij delen.")]),
        ("2026 Was een goed jaar\nEcht waar", "", [("", "", "2026 Was een goed jaar\nEcht waar")]),
        ("Gewoon een tekst.", "", [("", "", "Gewoon een tekst.")]),
        ("  \n ", "", []),
    ],
)  # fmt: skip
def test_a_whole_text_is_taken_apart_where_that_is_clear(whole: str, preamble: str, found: list[Any]) -> None:
    assert taken_apart(whole) == (preamble, [ArticleText(*one) for one in found])


LINES = st.lists(
    st.sampled_from(
        ["Artikel 1 Doel", "Artikel 2", "1. Wie", "2. Duur", "3.1 Meer", "Een zin.", "", "- punt"]
    ),
    max_size=12,
)


@settings(max_examples=60)
@given(LINES)
def test_no_word_is_lost_when_a_text_is_taken_apart(lines: list[str]) -> None:
    preamble, articles = taken_apart("\n".join(lines))
    words = [preamble, *(part for one in articles for part in (one.number, one.heading, one.text))]
    kept = " ".join(words).replace(".", " ").split()
    given_words = " ".join(lines).replace("Artikel", "").replace(".", " ").split()
    assert sorted(word for word in kept if word != "Artikel") == sorted(given_words)


def test_a_text_that_was_put_together_is_taken_apart_the_same() -> None:
    preamble, articles = taken_apart(WHOLE.replace("Artikel 5 van de wet", "De wet"))
    assert taken_apart(put_together(preamble, articles)) == (preamble, articles)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([ArticleText("1", "Doel"), ArticleText("1", "Duur")], "Nummer 1 staat er twee keer: bij “Doel” en bij"),
        ([ArticleText("4")], "Artikel 4 is leeg. Schrijf een kop of een tekst, of verwijder het."),
        ([ArticleText("4", "x" * 201)], "is te lang. Maak er twee van."),
        ([ArticleText(str(n), "Kop") for n in range(201)], "Een overeenkomst heeft hooguit 200 artikelen."),
        ([ArticleText("", "", "a"), ArticleText("", "", "b")], None),
    ],
)  # fmt: skip
def test_articles_that_cannot_be_say_why(rows: list[ArticleText], reason: str | None) -> None:
    found = why_not_articles(rows)
    assert found is None if reason is None else found and reason in found


def test_a_new_version_says_what_changed_also_when_numbers_shift() -> None:
    old = [
        ArticleText("1", "Doel", "Samen.", 1),
        ArticleText("2", "Geld", "Geen.", 2),
        ArticleText("3", "Slot", "x", 3),
    ]
    new = [
        ArticleText("1", "Doel", "Samen.", 1),
        ArticleText("2", "Wie", "Wij.", 4),
        ArticleText("3", "Geld", "Wel.", 2),
    ]
    found = difference(("", old), ("Vooraf.", new))
    assert [(one.part, one.about) for one in found] == [
        ("Vooraf", ""),
        ("Nieuw artikel", "Artikel 2: Wie"),
        ("Gewijzigd", "Artikel 3: Geld"),
        ("Vervallen artikel", "Artikel 3: Slot"),
    ]
    assert (found[2].before, found[2].after) == ("Artikel 2: Geld\nGeen.", "Artikel 3: Geld\nWel.")
    assert difference(("", old), ("", old)) == []
    words, title = ArticleText("2", "Geld", "Wel.", 2), ArticleText("2", "Middelen", "Geen.", 2)
    for other, told in (
        (words, ("Gewijzigd", "Artikel 2: Geld", "Geen.", "Wel.")),
        (title, ("Andere titel", "Artikel 2: Middelen", "Artikel 2: Geld", "Artikel 2: Middelen")),
    ):
        (one,) = difference(("", old), ("", [old[0], other, old[2]]))
        assert (one.part, one.about, one.before, one.after) == told


def test_what_is_pasted_again_is_known_by_heading_and_then_by_number() -> None:
    known = [ArticleText("1", "Doel", "a", 7), ArticleText("2", "Duur", "b", 8)]
    pasted = [
        ArticleText("1", "Inleiding"),
        ArticleText("2", "Doel"),
        ArticleText("3", "Duur"),
        ArticleText("4", "", "c"),
    ]
    assert [one.mark for one in recognised(pasted, known)] == [None, 7, 8, None]
    twice = [ArticleText("1", "Doel", "a", 7), ArticleText("9", "Kopie", "a", 7)]
    assert [one.mark for one in recognised(twice, known)] == [7, None]


# --- Deeds


@world
def agreed() -> SimpleNamespace:
    """An agreement of three articles with two parties, nothing signed."""
    network = make_network()
    parties = make_partner(network, "zgt"), make_partner(network, "mst")
    return SimpleNamespace(
        network=network,
        zgt=parties[0],
        manager=make_member(network, Role.MANAGER),
        director=make_member(network, Role.REPRESENTATIVE, partner=parties[0]),
        agreement=make_agreement(network, parties=parties, text=WHOLE),
    )


def rows_of(agreed: SimpleNamespace, agreement: Agreement | None = None) -> list[ArticleText]:
    with as_platform(agreed.network):
        return [one.as_text for one in (agreement or agreed.agreement).articles.all()]


def sign(agreed: SimpleNamespace) -> None:
    with looking(agreed.director) as director:
        actions.sign(agreed.agreement, by=director, partner=agreed.zgt)


def posted(rows: list[ArticleText], **more: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "artikelen-TOTAL_FORMS": len(rows),
        "artikelen-INITIAL_FORMS": 0,
        "preamble": "",
        **more,
    }
    for at, one in enumerate(rows):
        told = {"mark": one.mark or "", "number": one.number, "heading": one.heading, "text": one.text}
        values |= {f"artikelen-{at}-{name}": value for name, value in told.items()}
    return values


@pytest.mark.django_db
def test_articles_keep_their_mark_when_they_move_and_a_mark_is_never_given_again(agreed: Any) -> None:
    one, two, three = rows_of(agreed)
    with looking(agreed.manager) as manager:
        write = {"by": manager, "preamble": ""}
        assert actions.put_articles(agreed.agreement, articles=[three, one], **write)
        assert not actions.put_articles(agreed.agreement, articles=[three, one], **write)
        assert actions.put_articles(
            agreed.agreement, articles=[three, one, ArticleText("9", "Nieuw")], **write
        )
    assert [row.mark for row in rows_of(agreed)] == [3, 1, 4]
    with as_platform(agreed.network):
        whole = Agreement.objects.get(pk=agreed.agreement.pk).text
    assert whole.startswith("Artikel 3\nWij overleggen.\n\nArtikel 1: Doel\n")
    assert two.heading not in whole


@pytest.mark.django_db
def test_a_signature_fixes_the_words_through_every_door(agreed: Any) -> None:
    sign(agreed)
    with looking(agreed.manager) as manager:
        with pytest.raises(Refused, match="al getekend"):
            actions.put_articles(agreed.agreement, by=manager, preamble="", articles=[])
        assert Browser(agreed.network, manager).get(WRITE).status_code == 403
    doors = (
        lambda: Article.objects.filter(mark=1).update(text="Anders"),
        lambda: Article.objects.filter(mark=1).delete(),
        lambda: Article.objects.create(
            network=agreed.network, agreement=agreed.agreement, mark=9, heading="Erbij", position=9
        ),
        lambda: Agreement.objects.update(text="Anders"),
        lambda: Agreement.objects.update(title="Anders"),
    )
    for door in doors:
        with pytest.raises(Error, match="signed"), as_platform(agreed.network), transaction.atomic():
            door()


@pytest.mark.django_db
def test_an_article_that_binds_a_party_is_not_taken_away(agreed: Any) -> None:
    one, *others = rows_of(agreed)
    with looking(agreed.manager) as manager:
        article = agreed.agreement.articles.get(mark=one.mark)
        told = {"by": manager, "partner": agreed.zgt, "text": "Levert twee docenten."}
        made = actions.add_obligation(agreed.agreement, article=article, **told)
        assert 'href="#tekst-1">Artikel 1: Doel</a>' in text(Browser(agreed.network, manager).get(HERE))
        with pytest.raises(Refused, match=r"volgt wat Zgt doet: Levert twee docenten\."):
            actions.put_articles(agreed.agreement, by=manager, preamble="", articles=others)
        actions.withdraw_obligation(made, by=manager, reason="Vergissing.")
        assert actions.put_articles(agreed.agreement, by=manager, preamble="", articles=others)
        assert Obligation.objects.get(pk=made.pk).article is None
        foreign = make_agreement(agreed.network, "ander", text="Artikel 1 Iets").articles.get()
        with pytest.raises(Refused, match="staat niet in deze overeenkomst"):
            actions.add_obligation(agreed.agreement, article=foreign, **told)


@pytest.mark.django_db
def test_a_new_version_begins_with_the_old_articles_and_the_old_one_stays(agreed: Any) -> None:
    sign(agreed)
    browser = Browser(agreed.network, agreed.manager)
    asked = {"title": "Samen verder", "kind": "cooperation", "parties": ["zgt"]}
    answer = browser.post(f"{HERE}nieuwe-versie/", **asked)
    assert answer["Location"].endswith("/overeenkomsten/samen-verder/artikelen/")
    with as_platform(agreed.network):
        made = Agreement.objects.get(slug="samen-verder")
    assert rows_of(agreed, made) == rows_of(agreed)
    assert "is gelijk aan die van de vorige versie" in text(
        browser.get("overeenkomsten/samen-verder/verschil/")
    )
    one, *others = rows_of(agreed)
    with looking(agreed.manager) as manager:
        actions.put_articles(made, by=manager, preamble=made.preamble, articles=others)
    changed = text(browser.get("overeenkomsten/samen-verder/verschil/"))
    assert "1 verandering sinds de vorige versie" in changed
    assert "Vervallen artikel" in changed
    assert one.heading in changed
    assert "Vervangen door" in text(browser.get(HERE))
    assert len(rows_of(agreed)) == 3
    assert browser.get(f"{HERE}verschil/").status_code == 404
    assert browser.post(f"{HERE}nieuwe-versie/", **asked).status_code == 422


# --- Pages


@pytest.mark.django_db
def test_rows_move_come_and_go_without_a_script_and_nothing_typed_is_lost(agreed: Any) -> None:
    browser = Browser(agreed.network, agreed.manager)
    typed = [
        ArticleText("1", "Doel & <nut>", "half af", 1),
        ArticleText("x" * 30, "Te lang nummer", "blijft staan"),
    ]

    def order(deed: str) -> list[str]:
        answer = browser.post(WRITE, doe=deed, **posted(typed, preamble="Ook dit"))
        said = text(answer)
        assert answer.status_code == 200
        assert "Ook dit" in said
        found = ["Doel &amp; &lt;nut&gt;", "Te lang nummer"]
        places = {word: said.find(f'value="{word}"') for word in found}
        return sorted((word for word in found if places[word] >= 0), key=lambda word: places[word])

    first, second = order("erbij-0")
    assert order("omhoog-1") == [second, first] == order("omlaag-0")
    assert order("weg-0") == [second]
    for nonsense in ("omhoog-0", "omlaag-9", "weg-99", "weg-x", "quatsch", "\x00"):
        assert len(order(nonsense)) in (1, 2)
    assert len(rows_of(agreed)) == 3
    answer = browser.post(WRITE, **posted(typed))
    assert answer.status_code == 422
    assert "half af" in text(answer)


@pytest.mark.django_db
def test_a_pasted_text_is_shown_apart_before_anything_is_kept(agreed: Any) -> None:
    browser = Browser(agreed.network, agreed.manager)
    before = rows_of(agreed)
    said = text(
        browser.post(
            WRITE, doe="verdeel", whole="Artikel 1 Doel\nNieuw.\nArtikel 2 Wie\nWij.", **posted(before)
        )
    )
    assert "Uw tekst is verdeeld in 2 artikelen. Kijk het na. Er is nog niets bewaard." in said
    assert "Daarna opnieuw." in said, "what stood there can be taken back"
    assert 'name="artikelen-0-mark" value="1"' in said
    assert rows_of(agreed) == before
    empty = browser.post(WRITE, doe="verdeel", whole=" ", **posted(before))
    assert (empty.status_code, "Plak eerst een tekst." in text(empty)) == (422, True)


@pytest.mark.django_db
def test_articles_are_saved_in_order_and_a_second_writer_is_warned(agreed: Any) -> None:
    browser = Browser(agreed.network, agreed.manager)
    seen = text(browser.get(WRITE)).split('name="seen" value="')[1].split('"')[0]
    one, two, three = rows_of(agreed)
    mine = posted([two, one, ArticleText("4", "Erbij")], seen=seen)
    assert browser.post(WRITE, **mine).status_code == 302
    assert [row.heading for row in rows_of(agreed)] == ["Duur", "Doel", "Erbij"]
    late = browser.post(WRITE, **posted([three, ArticleText("5", "Van een ander")], seen=seen))
    assert late.status_code == 422
    assert "Iemand anders paste de artikelen intussen aan." in text(late)
    assert "Van een ander" in text(late)
    page = text(browser.get(f"{HERE}tekst/"))
    assert 'id="tekst-2"' in page
    assert "Handtekeningen" in page
    assert text(browser.post(WRITE, **posted([two, two]))).count("staat er twee keer")


@pytest.mark.django_db
def test_only_who_manages_writes_and_strangers_see_nothing(agreed: Any) -> None:
    member, stranger = make_member(agreed.network), make_member(make_network())
    for path, rights in ((WRITE, 403), (f"{HERE}nieuwe-versie/", 403), (f"{HERE}tekst/", 200)):
        assert Browser(agreed.network, member).get(path).status_code == rights
        assert Browser(agreed.network, stranger).get(path).status_code == 404
    with looking(stranger):
        assert not Article.objects.exists()


@pytest.mark.django_db
def test_the_page_asks_as_many_questions_for_many_articles_as_for_few(agreed: Any) -> None:
    browser = Browser(agreed.network, agreed.manager)
    few = questions(browser, HERE)
    with looking(agreed.manager) as manager:
        many = [ArticleText(str(n), f"Kop {n}") for n in range(40)]
        actions.put_articles(agreed.agreement, by=manager, preamble="", articles=many)
        with looking(agreed.manager) as person:
            assert len(queries.articles_of(person, agreed.agreement)) == 40
    assert questions(browser, HERE) == few


@pytest.mark.django_db
def test_texts_of_before_become_articles_and_stay_as_they_were() -> None:
    network = make_network()
    migration = import_module("schakel.network.migrations.0012_texts_become_articles")
    texts = {
        "een": WHOLE,
        "twee": "Eén lap tekst.\nMeer.",
        "drie": "",
        "vier": "Artikel 1\nArtikel 2 Duur\nLang.",
    }
    with as_platform(network):
        for slug, words in texts.items():
            Agreement.objects.create(network=network, title=slug, slug=slug, kind="other", text=words)
        migration.take_apart(apps, None)
        found = {one.slug: one for one in Agreement.objects.all()}
        rows = {
            slug: [(a.number, a.heading, a.text) for a in one.articles.all()] for slug, one in found.items()
        }
        assert {slug: one.text for slug, one in found.items()} == texts
    assert [row[:2] for row in rows["een"]] == [("1", "Doel"), ("2", "Duur"), ("3", "")]
    assert found["een"].preamble == "De partijen willen betere zorg."
    assert rows["twee"] == [("", "", texts["twee"])]
    assert rows["drie"] == []
    assert rows["vier"] == [("1", "–", ""), ("2", "Duur", "Lang.")]
    assert [found[slug].last_mark for slug in texts] == [3, 1, 0, 2]
