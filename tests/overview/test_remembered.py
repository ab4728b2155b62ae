"""A page that is remembered is never old, never of somebody else, and never seen by who may not see it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone

from schakel.network.models import Membership, Network, Partner
from schakel.network.rules import Role
from schakel.notices.actions import notify
from schakel.notices.rules import Kind
from schakel.people.models import Person
from schakel.tenancy.context import system
from schakel.web import remembered
from schakel.web.shelf import Shelf
from tests.factories.browsing import HX, Browser, text
from tests.factories.initiatives import make_idea, make_scene
from tests.factories.network import make_member, make_network, make_partner

SHARED = ("initiatieven/", "besluiten/", "gremia/", "partners/", "over/")


@pytest.fixture
def shelf(committed: None, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A shelf of this test alone; in other tests nothing is remembered."""
    shelf = Shelf(1_000_000)
    monkeypatch.setattr(remembered, "SHELF", shelf)
    return shelf


@pytest.fixture
def network(shelf: Shelf) -> Network:
    network = make_network()
    make_partner(network, "ziekenhuis-oost")
    return network


def member(network: Network, role: Role = Role.READER) -> tuple[Browser, Person]:
    person = make_member(network, role)
    return Browser(network, person), person


def n_pages(shelf: Shelf) -> int:
    return len(list(shelf.pages()))


def test_two_readers_share_a_page_and_nothing_of_each_other(network: Network, shelf: Shelf) -> None:
    mine, yours = member(network), member(network)
    for path in SHARED:
        shelf.clear()
        share(shelf, path, mine, yours)


def test_who_reads_along_and_who_submits_do_not_share_a_menu(network: Network, shelf: Shelf) -> None:
    (reads, _reader), (submits, _submitter) = member(network), member(network, Role.PROFESSIONAL)
    for path in ("over/", "partners/"):
        assert "Dien een idee in" not in text(reads.get(path))
        assert "Dien een idee in" in text(submits.get(path))
    assert "Dien een idee in" not in text(reads.get("over/"))


def share(shelf: Shelf, path: str, mine: tuple[Browser, Person], yours: tuple[Browser, Person]) -> None:
    (one, first), (two, second) = mine, yours
    text(one.get(path))
    assert n_pages(shelf) == 1
    page = two.get(path)
    assert page.status_code == 200
    assert n_pages(shelf) == 1, "the same page serves both"
    body = text(page)
    assert second.name in body
    assert str(second.pk) in body
    assert str(first.pk) not in body
    assert f">{first.name}<" not in body.replace("\n", "")
    assert "\0" not in body
    kept = next(shelf.pages())
    assert str(first.pk).encode() not in kept
    assert remembered.TOKEN.encode() in kept
    assert two.client.cookies["schakel_csrf"].value


def test_a_remembered_page_is_the_page_that_is_made(network: Network, shelf: Shelf) -> None:
    browser, _person = member(network)
    made, again = text(browser.get("partners/")), text(browser.get("partners/"))
    assert without_token(made) == without_token(again)
    assert again.count("csrfmiddlewaretoken") == made.count("csrfmiddlewaretoken") > 0


def without_token(page: str) -> str:
    head, *rest = page.split('name="csrfmiddlewaretoken" value="')
    return head + "".join(part.split('"', 1)[1] for part in rest)


def test_a_change_by_any_door_is_on_the_next_page(network: Network) -> None:
    browser, _person = member(network)
    assert "Huis Nieuw" not in text(browser.get("partners/"))
    with transaction.atomic(), system(network.pk):
        Partner.objects.filter(network=network).update(name="Huis Nieuw")
    assert "Huis Nieuw" in text(browser.get("partners/"))
    make_partner(network, "verpleeghuis-west")
    assert "Verpleeghuis West" in text(browser.get("partners/"))


def test_a_number_that_another_network_fills_is_on_the_next_page(network: Network) -> None:
    browser, _person = member(network)
    assert "12345678" not in text(browser.get("partners/ziekenhuis-oost/"))
    other = make_network()
    with transaction.atomic(), system(other.pk):
        make_partner(other, "ziekenhuis-oost", kvk_number="12345678")
    assert "12345678" in text(browser.get("partners/ziekenhuis-oost/"))


def test_who_leaves_sees_nothing_at_the_next_request(network: Network) -> None:
    browser, person = member(network)
    assert browser.get("initiatieven/").status_code == 200
    with transaction.atomic(), system(network.pk):
        Membership.objects.filter(person=person).update(until_on=timezone.localdate())
    assert browser.get("initiatieven/").status_code == 404


def test_a_right_that_is_given_or_taken_shows_at_the_next_request(network: Network) -> None:
    browser, person = member(network)
    assert "head-no" in text(browser.get("gremia/"))
    with transaction.atomic(), system(network.pk):
        Membership.objects.filter(person=person).update(role=Role.MANAGER)
    assert "head-no" not in text(browser.get("gremia/"))


def test_a_part_the_whole_and_another_address_are_kept_apart(shelf: Shelf) -> None:
    scene = make_scene()
    make_idea(scene, answers={"title": "Eén nummer voor de wijk"})
    network = scene.network
    browser, _person = member(network)
    whole, part = text(browser.get("initiatieven/")), text(browser.get("initiatieven/", part=True))
    assert "<html" in whole
    assert "<html" not in part
    assert "Eén nummer" not in text(browser.get("initiatieven/", q="bestaatniet"))
    assert "Eén nummer" in text(browser.get("initiatieven/"))
    assert "<html" in text(
        browser.client.get(f"/{network.slug}/initiatieven/", headers=HX | {"HX-Boosted": "true"})
    )


def test_what_was_found_is_found_anew_after_a_change_and_by_each_person(shelf: Shelf) -> None:
    scene = make_scene()
    make_idea(scene, answers={"title": "Eén nummer voor de wijk"})
    (one, _first), (two, _second) = member(scene.network), member(scene.network)
    pages = [text(one.get("zoeken/", q="nummer")) for _ in range(2)]
    assert all("voor de wijk" in page for page in pages)
    assert n_pages(shelf) == 1
    two.get("zoeken/", q="nummer")
    assert n_pages(shelf) == 2, "each finds what they may see"
    make_idea(scene, answers={"title": "Nog een nummer"})
    assert "Nog een" in text(one.get("zoeken/", q="nummer"))


def test_another_network_has_its_own_pages(network: Network) -> None:
    other = make_network()
    make_partner(other, "kliniek-noord")
    person = make_member(network, Role.READER)
    with transaction.atomic(), system(other.pk):
        Membership.objects.create(
            network=other, person=person, role=Role.READER, from_on=timezone.localdate() - timedelta(days=1)
        )
    assert "Ziekenhuis Oost" in text(Browser(network, person).get("partners/"))
    page = text(Browser(other, person).get("partners/"))
    assert "Kliniek Noord" in page
    assert "Ziekenhuis Oost" not in page


def test_an_outsider_is_never_shown_what_a_member_sees(network: Network, shelf: Shelf) -> None:
    inside, _person = member(network)
    inside.get("over/")
    kept = n_pages(shelf)
    assert Browser(network).get("over/").status_code == 200
    outsider = make_member(make_network(), Role.READER)
    assert Browser(network, outsider).get("over/").status_code == 200
    assert Browser(network, outsider).get("initiatieven/").status_code == 404
    assert n_pages(shelf) == kept


@pytest.mark.parametrize("path", ["besluiten/B-1999-001/", "partners/bestaat-niet/", "gremia/bestaat-niet/"])
def test_the_page_of_an_error_holds_no_marks(network: Network, shelf: Shelf, path: str) -> None:
    browser, person = member(network)
    page = browser.get(path)
    assert page.status_code == 404
    assert "\0" not in text(page)
    assert person.name in text(page)
    assert n_pages(shelf) == 0


def test_what_is_said_once_is_not_remembered(network: Network, shelf: Shelf) -> None:
    browser, _person = member(network, Role.MANAGER)
    browser.post("gremia/standaard/")
    kept = n_pages(shelf)
    assert "ingesteld" in text(browser.get("gremia/"))
    assert n_pages(shelf) == kept
    assert "ingesteld." not in text(browser.get("gremia/"))


def test_a_sign_that_marks_a_place_is_never_taken_from_an_address(network: Network, shelf: Shelf) -> None:
    browser, person = member(network)
    page = text(browser.client.get(f"/{network.slug}/initiatieven/?q=%00number%00"))
    assert n_pages(shelf) == 0
    assert page.count(str(person.pk)) == 1


def test_a_page_is_made_anew_from_the_moment_that_changes_it(network: Network, shelf: Shelf) -> None:
    browser, person = member(network)
    make_member(network, Role.MANAGER)
    noon = (timezone.localtime() + timedelta(days=1)).replace(hour=11, minute=59, second=30, microsecond=0)
    with time_machine.travel(noon, tick=False) as clock:
        browser = Browser(network, person)
        assert "Goedemorgen." in text(browser.get(""))
        assert "Goedemorgen." in text(browser.get(""))
        kept = n_pages(shelf)
        clock.shift(29)
        assert "Goedemorgen." in text(browser.get(""))
        clock.shift(1)
        assert "Goedemiddag." in text(browser.get("")), "not a second too late"
        assert n_pages(shelf) == kept, "the new page takes the place of the old one"


def test_no_page_is_remembered_into_the_next_day(network: Network, shelf: Shelf) -> None:
    late = (timezone.localtime() + timedelta(days=1)).replace(hour=23, minute=59, second=58, microsecond=0)
    with time_machine.travel(late, tick=False) as clock:
        browser, _person = member(network)
        browser.get("partners/")
        clock.shift(1)
        browser.get("partners/")
        assert n_pages(shelf) == 1
        clock.shift(1)
        browser.get("partners/")
        assert n_pages(shelf) == 2


def test_a_page_is_only_remembered_under_what_words_tell_apart(network: Network, shelf: Shelf) -> None:
    person = make_member(network, Role.READER)
    request = Browser(network, person).get("partners/").wsgi_request
    with pytest.raises(TypeError, match="object"):
        remembered.remembered(request, object(), make=HttpResponse)  # type: ignore[arg-type]


def test_each_hears_their_own_bell_on_a_page_that_is_shared(network: Network, shelf: Shelf) -> None:
    (one, first), (two, _second) = member(network), member(network)
    one.get("partners/")
    with transaction.atomic(), system(network.pk):
        notify(network, [first], Kind.JOB, key="job:1", title="Klaar", page="overview:work")
    pages = [text(browser.get("partners/")) for browser in (one, two)]
    assert n_pages(shelf) == 1, "a notice changes no page, and both share one"
    assert ['class="count"' in page for page in pages] == [True, False]
    assert "\0" not in "".join(pages)
