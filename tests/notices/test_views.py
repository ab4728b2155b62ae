"""The bell, the page behind it, opening, marking, choosing; and what the demo shows of its mail."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from schakel.network.rules import Role
from schakel.notices import actions
from schakel.notices.models import Notice
from schakel.notices.queries import wishes
from schakel.notices.rules import MANNERS, Delivery, Kind
from schakel.tenancy.context import person as looking_as
from tests.factories.browsing import Browser, questions, text
from tests.factories.jobs import run_waiting
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db


@pytest.fixture
def network():
    return make_network()


@pytest.fixture
def anna(network):
    return make_member(network, name="Anna")


def tell(network, *to, key="vote:1", **more):
    by = make_member(network, Role.MANAGER)
    with looking_as(by.pk):
        actions.notify(
            network, to, Kind.VOTE, key=key, by=by,
            **{"title": "Stem over het plan", "because": "U zit op een zetel.", "page": "network:people", **more},
        )  # fmt: skip


def bell(page: str) -> str:
    """What stands at the bell."""
    found = re.search(r'class="band-link bell".*?</a>', page, re.S)
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", found[0][20:])).strip(" >") if found else ""


def test_the_bell_counts_what_is_new_on_every_page_and_costs_nothing(network, anna):
    browser = Browser(network, anna)
    before = questions(browser, "mensen/")
    assert "nieuw" not in bell(text(browser.get("mensen/")))
    for number in range(3):
        tell(network, anna, make_member(network), key=f"vote:{number}")
    assert questions(browser, "mensen/") == before
    assert bell(text(browser.get("mensen/"))).endswith("nieuw: 3")


def test_nobody_else_hears_the_bell(network, anna):
    tell(network, anna)
    other = make_member(network)
    assert "nieuw" not in bell(text(Browser(network, other).get("meldingen/")))
    assert bell(text(Browser(network, make_member(make_network())).get("over/"))) == ""
    assert bell(text(Browser(network).get("over/"))) == ""


def test_the_page_says_what_is_new_and_opening_goes_there_and_counts_as_read(network, anna):
    tell(network, anna)
    browser = Browser(network, anna)
    page = text(browser.get("meldingen/"))
    assert "U hebt 1 nieuwe melding" in page
    assert "Nieuw: stem gevraagd" in page
    with looking_as(anna.pk):
        notice = Notice.objects.get()
    answer = browser.get(f"meldingen/{notice.pk}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/{network.slug}/mensen/")
    page = text(browser.get("meldingen/"))
    assert "U hebt alles gelezen" in page
    assert "Nieuw: stem" not in page


def test_what_it_was_about_may_be_gone(network, anna):
    tell(network, anna, page="initiatives:nothing", number="I-2026-001")
    with looking_as(anna.pk):
        notice = Notice.objects.get()
    assert Browser(network, anna).get(f"meldingen/{notice.pk}/")["Location"] == f"/{network.slug}/meldingen/"


def test_the_notice_of_somebody_else_does_not_exist(network, anna):
    tell(network, anna)
    with looking_as(anna.pk):
        notice = Notice.objects.get()
    other = make_member(network, Role.MANAGER)
    assert Browser(network, other).get(f"meldingen/{notice.pk}/").status_code == 404
    assert Browser(make_network(), anna).get(f"meldingen/{notice.pk}/").status_code == 404


def test_all_is_marked_as_read_and_taken_back(network, anna):
    tell(network, anna, key="a")
    tell(network, anna, key="b")
    browser = Browser(network, anna)
    browser.post("meldingen/gelezen/")
    page = text(browser.get("meldingen/"))
    assert "2 meldingen zijn als gelezen gemarkeerd." in page
    undo = re.search(rf'action="/{network.slug}/(meldingen/gelezen/\d+/ongedaan/)"', page)
    assert undo is not None
    browser.post(undo[1])
    assert "2 meldingen zijn weer nieuw." in text(browser.get("meldingen/"))
    browser.post("meldingen/gelezen/99999999999999999999999/ongedaan/")
    assert "Dit kan niet meer ongedaan" in text(browser.get("meldingen/"))


def test_the_page_costs_the_same_for_more_notices_and_is_cut_in_pieces(network, anna):
    tell(network, anna, key="first")
    browser = Browser(network, anna)
    before = questions(browser, "meldingen/")
    for number in range(35):
        tell(network, anna, key=str(number))
    assert questions(browser, "meldingen/") == before <= 10
    assert "31 tot en met 36" in text(browser.get("meldingen/", page=2))


def test_an_empty_page_says_what_will_be_there(network, anna):
    assert "Er is nog niets voor u gebeurd" in text(Browser(network, anna).get("meldingen/"))


def test_a_person_chooses_how_to_hear_of_each_kind(network, anna):
    browser = Browser(network, anna)
    assert "Hoe wilt u iets horen?" in text(browser.get("meldingen/instellen/"))
    page = text(browser.get("meldingen/instellen/"))
    chosen = {str(kind): str(manner.delivery) for kind, manner in MANNERS.items() if f'name="{kind}"' in page}
    answer = browser.post("meldingen/instellen/", **{**chosen, "vote": "bell"})
    assert answer.status_code == 302
    with looking_as(anna.pk):
        assert {one.delivery for one in wishes(anna, network) if one.kind == Kind.VOTE} == {Delivery.BELL}


@pytest.mark.parametrize("wrong", ["", "nooit", "x" * 10_000, "\x00"])
def test_a_wrong_choice_is_told_at_its_place_and_the_rest_is_kept(network, anna, wrong):
    chosen = {str(kind): str(manner.delivery) for kind, manner in MANNERS.items()}
    answer = Browser(network, anna).post(
        "meldingen/instellen/", **{**chosen, "score": "digest", "vote": wrong}
    )
    assert answer.status_code == 422
    assert "Dit klopt nog niet" in text(answer)
    assert '<option value="digest" selected>' in text(answer)


def test_the_demo_shows_the_mail_that_did_not_go_out(network, anna, settings):
    settings.SENDS_MAIL = False
    tell(network, anna, title="Stem <b>nu</b>")
    run_waiting()
    page = text(Client().get("/demo/post/"))
    assert anna.email in page
    assert "Stem &lt;b&gt;nu&lt;/b&gt;" in page
    assert f"/{network.slug}/meldingen/" in page


def test_outside_the_demo_there_is_no_such_page(network, settings):
    settings.IS_DEMO = False
    assert Client().get("/demo/post/").status_code == 404
