"""The frame round every page: menu, colours, marks, and what happens when a page cannot be shown."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings

from schakel.web import context, menu
from schakel.web.htmx import template_for

NETWORK = SimpleNamespace(
    name="Zorgnetwerk De Linde",
    region="Lindestreek",
    slug="voorbeeld",
    hue_slug="moss",
    is_example=True,
    partner_count=12,
    supported_by="Bureau Lindestreek",
)
PERSON = SimpleNamespace(pk="0000", name="Noor Voorbeeld", is_authenticated=True)
NOBODY = SimpleNamespace(is_authenticated=False)


def asking(
    path: str = "/voorbeeld/", *, network: object = NETWORK, user: object = PERSON, **headers: str
) -> HttpRequest:
    """A request as the middleware hands it to a view."""
    request = RequestFactory().get(path, headers=headers)
    request.network, request.user = network, user  # type: ignore[attr-defined,assignment]
    return request


def page(request: HttpRequest, template: str = "base.html", **values: object) -> str:
    return render_to_string(template, {**context.frame(request), **values}, request)


@pytest.fixture
def addresses(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Four places that exist; the others do not."""
    known = {
        "overview:start": "/voorbeeld/",
        "initiatives:portfolio": "/voorbeeld/initiatieven/",
        "initiatives:submit": "/voorbeeld/initiatieven/nieuw/",
        "governance:decisions": "/voorbeeld/besluiten/",
    }
    monkeypatch.setattr(menu, "address", lambda name, **kwargs: known.get(name, ""))
    return known


@pytest.mark.parametrize(
    ("path", "word", "current"),
    [
        ("/voorbeeld/", "Mijn overzicht", "page"),
        ("/voorbeeld/initiatieven/", "Portfolio", "page"),
        ("/voorbeeld/initiatieven/I-2026-014/plan/", "Portfolio", "true"),
        ("/voorbeeld/initiatieven/nieuw/", "Dien een idee in", "page"),
    ],
)
def test_one_word_of_the_menu_says_where_you_are(addresses: dict, path: str, word: str, current: str):
    places = menu.menu("voorbeeld", path)
    assert [(str(place.word), place.current) for place in places if place.current] == [(word, current)]


def test_a_page_outside_the_menu_marks_nothing(addresses: dict):
    assert not [place for place in menu.menu("voorbeeld", "/voorbeeld/over/") if place.current]


def test_a_place_that_does_not_exist_is_left_out(addresses: dict):
    assert len(menu.menu("voorbeeld", "/voorbeeld/")) == len(addresses)
    assert menu.address("nergens:heen") == ""


def test_an_address_is_found_by_its_name_or_not_at_all():
    assert menu.address("web:components") == "/components/"
    assert menu.address("niets:niets", network="x") == ""


def test_the_thumb_bar_of_a_phone_has_four_places():
    assert sum(item.thumb for item in menu.ITEMS) == 4


def test_only_who_is_signed_in_gets_the_menu_of_the_network(addresses: dict):
    assert len(context.frame(asking())["frame"]["menu"]) == len(addresses)
    assert list(context.frame(asking(user=NOBODY))["frame"]["menu"]) == []
    assert list(context.frame(asking(network=None))["frame"]["menu"]) == []


def test_the_foot_puts_every_place_in_one_group(addresses: dict):
    assert {str(item.group) for item in menu.ITEMS} == {"Werk", "Netwerk", "Beheer"}
    found = menu.groups(menu.menu("voorbeeld", "/voorbeeld/"))
    assert [(str(group.word), len(group.places)) for group in found] == [("Werk", len(addresses))]
    assert menu.groups([]) == []
    foot = page(asking()).split('<footer class="foot"')[1]
    assert foot.index("Werk") < foot.index("Portfolio") < foot.index("Dien een idee in")


def test_the_page_says_which_network_it_is_and_that_it_is_made_up():
    html = page(asking())
    assert '<html lang="nl" data-network="moss">' in html
    assert 'Lindestreek<span class="band-more"> · 12 partners</span>' in html
    assert "Dit netwerk is verzonnen" in html
    assert "ondersteund door Bureau Lindestreek" in html
    real = SimpleNamespace(**{**vars(NETWORK), "is_example": False})
    assert "verzonnen" not in page(asking(network=real))


def test_a_page_without_a_network_says_schakel():
    html = page(asking("/", network=None, user=NOBODY))
    assert '<html lang="nl">' in html
    assert "het platform van zorgnetwerken" in html
    assert "Log in" in html


def test_who_is_signed_in_can_sign_out_with_one_button():
    html = page(asking())
    assert "Noor Voorbeeld" in html
    assert "Log uit" in html
    assert "data-forget" in html


def test_paper_ends_with_network_date_version_and_address():
    html = page(asking())
    foot = html.split('class="print-foot">')[1].split("</p>")[0]
    assert foot.startswith("Zorgnetwerk De Linde · ")
    assert foot.endswith("http://testserver/voorbeeld/")


def test_a_page_asked_by_a_wrong_name_still_has_a_foot():
    request = asking()
    request.META["HTTP_HOST"] = "elders.example"
    assert context.frame(request)["frame"]["address"] == "/voorbeeld/"


def test_the_release_may_be_unknown(monkeypatch: pytest.MonkeyPatch):
    def missing(name: str) -> str:
        raise context.PackageNotFoundError(name)

    context.release.cache_clear()
    monkeypatch.setattr(context, "version", missing)
    assert context.release() == ""
    context.release.cache_clear()


@pytest.mark.parametrize(("is_demo", "shown"), [(True, True), (False, False)])
def test_the_made_up_people_are_linked_in_demo_mode_only(
    is_demo: bool, shown: bool, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(context, "address", lambda name: f"/{name}/")
    context.links.cache_clear()
    with override_settings(IS_DEMO=is_demo):
        assert bool(context.links()["demo"]) is shown
    context.links.cache_clear()


# Colours ----------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_reader_chooses_the_colours_and_keeps_them(client: Client, choice: str):
    answer = client.post("/components/kleuren/", {"scheme": choice, "next": "/components/"})
    assert answer.headers["Location"] == "/components/"
    assert f'data-scheme="{choice}"' in client.get("/components/").content.decode()
    client.post("/components/kleuren/", {"scheme": "auto", "next": "/components/"})
    assert "data-scheme" not in client.get("/components/").content.decode().split("<head>")[0]


@pytest.mark.django_db
@pytest.mark.parametrize("there", ["https://elders.example/", "//elders.example", ""])
def test_choosing_colours_never_sends_the_reader_elsewhere(client: Client, there: str):
    assert client.post("/components/kleuren/", {"scheme": "dark", "next": there}).headers["Location"] == "/"


@pytest.mark.django_db
def test_a_made_up_cookie_changes_nothing(client: Client):
    client.cookies[context.SCHEME_COOKIE] = '"><script>'
    assert "data-scheme" not in client.get("/components/").content.decode().split("<head>")[0]


# A part of a page -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "template"),
    [
        ({}, "a/page.html"),
        ({"HX-Request": "true"}, "a/page.html#rows"),
        ({"HX-Request": "true", "HX-Boosted": "true"}, "a/page.html"),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, "a/page.html"),
    ],
)
def test_htmx_gets_the_part_and_a_browser_the_page(headers: dict[str, str], template: str):
    assert template_for(asking(**headers), "a/page.html", part="rows") == template


# When a page cannot be shown --------------------------------------------------------------------------


def test_a_refusal_gives_the_reason_and_the_typed_text_back():
    html = page(
        asking(),
        "403.html",
        reason="De groep mag tot € 50.000 besluiten.",
        typed=[("tekst", "Mijn <lange> verhaal")],
    )
    assert "De groep mag tot € 50.000 besluiten." in html
    assert "Mijn &lt;lange&gt; verhaal" in html
    assert "data-keep-drafts" in html
    assert "De groep mag" in page(asking(), "403_part.html", reason="De groep mag niets.")


def test_a_page_that_refuses_itself_does_not_lead_back_to_itself():
    assert "Terug naar de bladzijde" not in page(asking(), "403.html", reason="De groep mag niets.")
    sent = asking()
    sent.method = "POST"
    assert "Terug naar de bladzijde" in page(sent, "403.html", reason="De groep mag niets.")


def test_an_expired_form_gives_the_typed_text_back():
    html = page(asking(), "400.html", expired=True, typed=[("a", "Eén"), ("b", "Twee")])
    assert "verlopen" in html
    assert html.count("readonly") == 2
    assert "verlopen" not in page(asking(), "400.html")


def test_nothing_here_shows_the_way_home():
    html = page(asking(network=None, user=NOBODY), "404.html")
    assert "Hier is niets" in html
    assert "next=/voorbeeld/" in html


def test_a_fault_of_ours_is_said_without_request_or_database():
    html = render_to_string("500.html")
    assert "Er ging iets mis bij ons." in html
    assert "css/schakel.css" in html


def test_who_only_reads_along_is_not_led_to_the_form_for_ideas(addresses: dict):
    network = SimpleNamespace(**vars(NETWORK), reads_along=True)
    places = {place.url_name for place in context.frame(asking(network=network))["frame"]["menu"]}
    assert places == set(addresses) - {"initiatives:submit"}
