"""The page on which people search."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from schakel.governance.models import Decision
from schakel.initiatives.models import Initiative, Lesson, Note
from schakel.network.models import Organisation, Partner
from schakel.network.rules import Role
from schakel.search import queries
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform
from tests.factories.network import make_crowd, make_member

pytestmark = pytest.mark.django_db

FOUND, NOT_THERE = 302, 404


@pytest.fixture
def reader(in_preparation):
    return Browser(in_preparation.network, make_member(in_preparation.network, Role.READER))


def write(one: Initiative, **values: str) -> None:
    with as_platform(one.network):
        Initiative.objects.filter(pk=one.pk).update(**values)


def found(browser: Browser, words: str, **more: str) -> list[str]:
    """The addresses that are found, in their order."""
    page = text(browser.get("zoeken/", q=words, **more))
    return re.findall(r'<h3><a href="([^"]+)"', page)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("verwijzing", "verwijzingen"),
        ("verwijzingen", "verwijzing"),
        ("huisarts", "huisartsen"),
        ("huisartsen", "huisarts"),
        ("ziekenhuizen", "ziekenhuis"),
        ("ziekenhuis", "ziekenhuizen"),
        ("patiënten", "patient"),
        ("patient", "PATIËNTEN"),
        ("crèches", "creche"),
        ("wachttijden", "wachttijd"),
        ("brieven", "brief"),
        ("valpreventieprogramma", "valpreventie"),
    ],
)
def test_a_word_is_found_in_another_inflection_with_or_without_accents(
    reader, in_preparation, written, typed
):
    write(in_preparation, problem=f"Het gaat om {written} in de regio.")
    assert found(reader, typed, soort="initiatieven") == [
        f"/{reader.network.slug}/initiatieven/{in_preparation.number}/"
    ]


def test_a_short_word_is_not_the_beginning_of_another(reader, in_preparation):
    write(in_preparation, problem="Het bedrijf betaalt.")
    assert found(reader, "bed") == []


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("kwartel reiger", True),
        ("kwartel ooievaar", False),
        ("kwartel of ooievaar", True),
        ("kwartel -ooievaar", True),
        ("kwartel -reiger", False),
        ('"kwartel reiger"', False),
        ("“reiger en kwartel”", True),
    ],
)
def test_words_together_either_of_them_not_one_and_a_phrase(reader, in_preparation, typed, is_found):
    write(in_preparation, problem="Een reiger en kwartel bij het water.")
    assert bool(found(reader, typed)) == is_found


def test_a_title_weighs_more_than_a_text(reader, in_preparation):
    write(in_preparation, problem="De reiger.")
    with as_platform(in_preparation.network):
        Partner.objects.filter(slug="ziekenhuis").update(name="Reiger")
    assert found(reader, "reiger")[0].endswith("/partners/ziekenhuis/")


def test_a_hit_leads_to_the_exact_place_and_what_was_asked_stands_out(reader, in_preparation, scene):
    own = {"network": in_preparation.network, "initiative": in_preparation}
    with as_platform(in_preparation.network):
        at = in_preparation.submitted_at
        note = Note.objects.create(
            author=scene.lead, text="De reiger staat er.", written_at=at, once_token=in_preparation.pk, **own
        )
        lesson = Lesson.objects.create(
            context="Reigers", happened="vlogen", advice="Laat ze.", grade="story", shared_at=at, **own
        )
    page = text(reader.get("zoeken/", q="reigers"))
    base = f"/{reader.network.slug}/initiatieven/"
    assert f'href="{base}{in_preparation.number}/gesprek/#bericht-{note.pk}"' in page
    assert f'href="/{reader.network.slug}/lessen/#les-{lesson.pk}"' in page
    assert f'id="les-{lesson.pk}"' in text(reader.get("lessen/"))
    assert "De <mark>reiger</mark> staat er" in page
    assert "<mark>Reigers</mark>" in page


def test_nothing_that_was_written_becomes_markup(reader, in_preparation):
    write(in_preparation, title="<script>reiger</script>", problem="<b>reiger</b> \x02\x03 & co")
    page = text(reader.get("zoeken/", q="reiger"))
    assert "<script>reiger" not in page
    assert "<b>reiger" not in page
    assert "&lt;script&gt;reiger&lt;/script&gt;" in page
    assert text(reader.get("zoeken/", q='"><script>alert(1)</script>')).count("<script>alert") == 0


def test_a_number_leads_to_its_page_at_once(reader, in_preparation):
    home = f"/{reader.network.slug}/initiatieven/{in_preparation.number}/"
    for typed in (
        in_preparation.number,
        in_preparation.number.lower(),
        in_preparation.number.replace("-0", "-"),
    ):
        answer = reader.get("zoeken/", q=typed)
        assert (answer.status_code, answer["Location"]) == (FOUND, home)
    with as_platform(in_preparation.network):
        decision = Decision.objects.order_by("number").last()
    assert reader.get("zoeken/", q=decision.number)["Location"].endswith(f"/besluiten/{decision.number}/")
    year = in_preparation.number[2:6]
    both = found(reader, f"{year}-001")
    assert [href.split("/")[2] for href in both] == ["besluiten", "initiatieven", "overleggen"]
    assert found(reader, f"{year}-999") == []


def test_while_somebody_types_only_the_hits_come_and_nobody_is_sent_away(reader, in_preparation):
    part = reader.get("zoeken/", part=True, q=in_preparation.number)
    assert part.status_code == 200
    assert text(part).lstrip().startswith('<div class="stack wide-gap" id="gevonden"')
    assert "<html" not in text(part)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Zo zoekt u"),
        ("   ", "Zo zoekt u"),
        ("x", "Typ minstens twee tekens."),
        ("de het een", "Deze woorden staan bijna overal."),
        ("!!! ???", "Deze woorden staan bijna overal."),
        ("-reiger", "U zegt alleen wat er niet in mag staan."),
        ("xylofoonorkest", "Niets gevonden voor “xylofoonorkest”."),
        ("a" * 201, "er passen er 200"),
        ("reiger\x00", "Hier staat een teken dat wij niet kunnen bewaren."),
        ("\u202eregier\u202c", "Niets gevonden voor “regier”."),
        ("مرحبا", "Niets gevonden"),
        ("'; drop table x; --", "Niets gevonden"),
        ("\\ ' \" : & | ! ( ) * <->", "Deze woorden staan bijna overal."),
        (":* & | reiger <-> )(", "Niets gevonden"),
        ("-" * 150 + "a b" * 10, ""),
    ],
)
def test_whatever_somebody_types_gets_an_answer_in_plain_words(reader, typed, said):
    answer = reader.get("zoeken/", q=typed)
    assert answer.status_code == 200
    assert said in text(answer).replace("&quot;", '"')
    assert "Zo zoekt u" in text(answer)


def test_who_mistypes_is_shown_titles_that_look_like_it(reader, in_preparation):
    write(in_preparation, title="Valpreventie in de wijk")
    page = text(reader.get("zoeken/", q="valpreventje"))
    assert "Niets gevonden" in page
    assert "Deze titels lijken erop" in page
    assert f"/initiatieven/{in_preparation.number}/" in page


def test_what_looks_like_markup_is_read_in_the_excerpt(reader, in_preparation):
    write(in_preparation, problem="Mail <koolmees@zorg.test> of <pimpelmees> in de regio.")
    assert "of ‹<mark>pimpelmees</mark>› in de regio" in text(reader.get("zoeken/", q="pimpelmees"))


def test_lines_do_not_run_together_in_the_excerpt(reader, in_preparation):
    write(in_preparation, problem="Eerst de roerdomp.\n\n  Dan de reiger")
    page = re.sub(r"</?mark>", "", text(reader.get("zoeken/", q="roerdomp")))
    assert "Eerst de roerdomp. · Dan de reiger" in page


def test_hits_are_chosen_by_kind_and_counted(reader, in_preparation):
    write(in_preparation, problem="De reiger.")
    with as_platform(in_preparation.network):
        Partner.objects.all().update(offers="Een reiger.")
    page = text(reader.get("zoeken/", q="reiger"))
    assert "4 teksten gevonden" in page
    assert re.search(r"Netwerk <span[^>]*>3<", page)
    assert "Besluiten <span" not in page
    assert len(found(reader, "reiger", soort="netwerk")) == 3
    assert len(found(reader, "reiger", soort="bestaat-niet")) == 4
    nothing = text(reader.get("zoeken/", q="reiger", soort="lessen"))
    assert "In andere soorten staat het wel." in nothing
    assert "Deze titels lijken erop" not in nothing


def test_many_hits_come_in_pages_and_too_many_are_not_counted(reader, in_preparation, monkeypatch):
    make_crowd(in_preparation.network, 40)
    first, second = found(reader, "partner"), found(reader, "partner", page="2")
    assert len(first) == len(second) == queries.PER_PAGE
    assert not set(first) & set(second)
    assert "1 tot en met 15 van 40" in text(reader.get("zoeken/", q="partner"))
    assert found(reader, "partner", page="x") == first
    last = text(reader.get("zoeken/", q="partner", page="9"))
    assert "31 tot en met 40 van 40" in last
    assert "Niets gevonden" not in last
    monkeypatch.setattr(queries, "MOST_SHOWN", 20)
    page = text(reader.get("zoeken/", q="partner", page="99"))
    assert "Er is meer dan hier staat." in page


@pytest.mark.slow
def test_of_very_much_that_stands_elsewhere_a_chosen_kind_says_where(reader, in_preparation):
    network, n = in_preparation.network, 3_001  # one more than is weighed in full
    with as_platform(network):
        organisations = Organisation.objects.bulk_create(
            Organisation(key=f"zwerm-{nth}", name=f"Partner {nth}", kind="hospital") for nth in range(n)
        )
        Partner.objects.bulk_create(
            Partner(network=network, organisation=one, name=one.name, slug=one.key, kind=one.kind)
            for one in organisations
        )
    assert "Heel veel gevonden." in text(reader.get("zoeken/", q="partner"))
    page = text(reader.get("zoeken/", q="partner", soort="lessen"))
    assert "Niets gevonden" in page
    assert "In andere soorten staat het wel." in page
    assert "Deze titels lijken erop" not in page


def test_the_number_of_database_queries_does_not_grow(reader, in_preparation):
    path = f"zoeken/?q={quote('partner')}"
    few = questions(reader, path)
    make_crowd(in_preparation.network, 40)
    assert questions(reader, path) == few
    assert few <= 14


def test_the_field_in_the_band_is_for_members_and_leads_here(reader, in_preparation):
    assert f'action="/{reader.network.slug}/zoeken/"' in text(reader.get("partners/"))
    assert 'class="band-search"' not in text(reader.get("zoeken/"))
    visitor = Browser(in_preparation.network)
    assert visitor.get("zoeken/", q="beroerte").status_code == FOUND
    other = Browser(in_preparation.network, make_member(in_preparation.network))
    other.client.logout()
    assert 'class="band-search"' not in text(other.client.get("/"))
