"""Bottlenecks: from a talk or a link, partners that meet them too, what became of them, and the idea that begins."""

from __future__ import annotations

import pytest

from schakel.carechain import actions
from schakel.carechain.models import Bottleneck, ChainLink
from schakel.initiatives.models import IdeaDraft
from schakel.journal.models import Entry
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.carechain.test_map import GOINGS, HOSPICE, HOSPITAL, REHAB, link_of, set_norm
from tests.factories.browsing import Browser, questions, text
from tests.factories.carechain import make_log
from tests.factories.governance import as_platform, looking
from tests.factories.network import make_area, make_member, make_network, make_partner

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _chains(settings, tmp_path):
    settings.CHAIN_FOLDER = tmp_path / "chain"


def named(network, *, link: ChainLink | None = None, title: str = "Geen bed vrij") -> Bottleneck:
    professional = make_member(network, Role.PROFESSIONAL)
    with looking(professional):
        return actions.name_bottleneck(
            network, by=professional, title=title, story="Mensen blijven liggen.", cause="outflow", link=link
        )


def test_a_link_becomes_a_bottleneck_and_then_a_draft_of_an_idea_with_the_figure() -> None:
    network = make_network()
    make_log(network, GOINGS)
    set_norm(network, REHAB, 5)
    link = link_of(network, HOSPITAL, REHAB)
    browser = Browser(network, make_member(network, Role.PROFESSIONAL))
    assert f"knelpunten/nieuw/?schakel={link.pk}" in text(browser.get(f"keten/schakel/{link.pk}/"))
    area = make_area(network, "noord")
    where = f"/{network.slug}/keten/knelpunten/nieuw/?schakel={link.pk}"
    told = {
        "title": "Wachten op revalidatie",
        "story": "Er is geen bed.",
        "cause": "outflow",
        "area": area.slug,
    }
    assert browser.client.post(where, {**told, "cause": ""}).status_code == 422
    sent = browser.client.post(where, told)
    assert sent.status_code == 302
    page = text(browser.client.get(sent["Location"]))
    assert "Uitstroom: wie klaar is, kan nog niet weg" in page
    assert "Haalt norm niet" in page
    with as_platform(network):
        found = Bottleneck.objects.get()
    begun = browser.post(f"initiatieven/uit-knelpunt/{found.pk}/")
    assert begun.status_code == 302
    form = text(browser.client.get(begun["Location"]))
    assert "wachtte de helft korter dan 6 dagen" in form
    assert "De norm is 5 dagen (Afspraak)." in form
    assert browser.post(f"initiatieven/uit-knelpunt/{found.pk}/")["Location"] == begun["Location"]
    with as_platform(network):
        found.refresh_from_db()
        assert found.state == "taken_up"
        assert Entry.objects.filter(verb="began an idea", about_id=str(found.pk)).count() == 1
        assert IdeaDraft.objects.get().once_token == found.idea_token


def test_of_few_people_no_figure_goes_along() -> None:
    network = make_network()
    make_log(network, GOINGS)
    found = named(network, link=link_of(network, REHAB, HOSPICE))
    assert found.figure == {}
    assert (found.source, found.target) == (REHAB, HOSPICE)


def test_a_partner_meets_it_once_through_its_own_people_and_may_take_it_back() -> None:
    network = make_network()
    partner, other = make_partner(network, "zgt"), make_partner(network, "mst")
    found = named(network)
    own = Browser(network, make_member(network, Role.PROFESSIONAL, partner=partner))
    vote = f"keten/knelpunten/{found.pk}/stem/"
    for _twice in range(2):
        assert own.post(vote, partner="zgt", is_met="1").status_code == 302
    assert own.post(vote, partner="mst", is_met="1").status_code == 404
    assert "1 partner merkt dit" in text(own.get("keten/knelpunten/"))
    reader = make_member(network, Role.READER)
    with looking(reader), pytest.raises(Refused, match="Alleen de vertegenwoordiger"):
        actions.vote_bottleneck(found, by=reader, partner=other, is_met=True)
    assert "Toch niet, Zgt" in text(own.get(f"keten/knelpunten/{found.pk}/"))
    assert own.post(vote, partner="zgt").status_code == 302
    assert "0 partners merken" in text(own.get("keten/knelpunten/"))


def test_who_named_it_or_the_manager_says_what_became_of_it_and_why() -> None:
    network = make_network()
    found = named(network)
    manager = Browser(network, make_member(network, Role.MANAGER))
    state = f"keten/knelpunten/{found.pk}/stand/"
    assert Browser(network, make_member(network)).get(state).status_code == 403
    assert manager.post(state, state="solved", reason="").status_code == 422
    assert manager.post(state, state="solved", reason="Er kwam een bed bij.").status_code == 302
    assert "Er kwam een bed bij." in text(manager.get(f"keten/knelpunten/{found.pk}/"))
    assert manager.post(f"initiatieven/uit-knelpunt/{found.pk}/").status_code == 403
    with looking(make_member(network, Role.MANAGER)) as by, pytest.raises(Refused, match="kan niet opgepakt"):
        actions.change_bottleneck(found, by=by, state="taken_up", reason="x")


def test_readers_name_none_and_other_networks_see_none() -> None:
    network = make_network()
    found = named(network)
    assert (
        Browser(network, make_member(network, Role.READER)).get("keten/knelpunten/nieuw/").status_code == 403
    )
    other = make_network()
    assert Browser(other, make_member(other)).get(f"keten/knelpunten/{found.pk}/").status_code == 404


def test_the_list_filters_and_asks_as_much_for_many() -> None:
    network = make_network()
    reader = Browser(network, make_member(network, Role.READER))
    named(network)
    first = questions(reader, "keten/knelpunten/")
    for at in range(4):
        named(network, title=f"Knelpunt {at}")
    assert questions(reader, "keten/knelpunten/") == first
    assert "vier" not in text(reader.get("keten/knelpunten/", oorzaak="staff"))
    assert "0 knelpunten" in text(reader.get("keten/knelpunten/", oorzaak="staff"))
    assert "5 knelpunten" in text(reader.get("keten/knelpunten/"))
