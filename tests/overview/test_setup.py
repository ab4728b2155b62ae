"""Beginning a network in the browser or on the shell, and the checklist that fills itself."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone

from schakel.governance import actions as governance_actions
from schakel.governance.models import Body, Mandate
from schakel.governance.queries import who_could_decide
from schakel.journal.models import Entry
from schakel.network import actions
from schakel.network.models import CriteriaSet, Network, Theme
from schakel.network.queries import find_network
from schakel.network.rules import Role
from schakel.overview.queries.setup import setup_steps
from schakel.people.actions import let_found
from schakel.people.models import Person
from schakel.tenancy.context import system
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import looking
from tests.factories.network import (
    make_area,
    make_member,
    make_membership,
    make_network,
    make_partner,
    make_person,
)

pytestmark = pytest.mark.django_db

ADDRESS = "/netwerken/begin/"
VALUES = {
    "name": "Zorgnetwerk De Berk",
    "region": "Berkenstreek",
    "themes": "Ouder worden\nAcute zorg",
    "hue_slug": "iris",
}


def founder() -> tuple[Client, Person]:
    """A browser in which somebody is signed in who may begin a network."""
    person = make_person("Fleur Bos")
    let_found(person.email)
    client = Client()
    client.force_login(person)
    return client, person


def test_a_founder_begins_a_network_that_can_decide_the_same_day() -> None:
    client, person = founder()
    assert "Begin een netwerk" in text(client.get("/"))
    answer = client.post(ADDRESS, VALUES)
    assert answer["Location"] == "/zorgnetwerk-de-berk/beheer/"
    network = find_network("zorgnetwerk-de-berk")
    assert network is not None
    assert not network.is_listed
    today = timezone.localdate()
    with looking(person):
        bodies = {body.name: body for body in Body.objects.of(network)}
        assert set(bodies) == {"Bestuurlijk platform", "Ouder worden", "Acute zorg"}
        assert bodies["Ouder worden"].theme == Theme.objects.get(network=network, slug="ouder-worden")
        assert all(body.is_default for body in bodies.values())
        could = {one.body.name for one in who_could_decide(network, "p1", "screening", None, today) if one.ok}
        assert could == set(bodies)
        assert {
            one.body.name for one in who_could_decide(network, "membership", "", None, today) if one.ok
        } == {"Bestuurlijk platform"}
        assert CriteriaSet.objects.get(network=network).is_default
        assert (
            Entry.objects.get(network_id=network.pk, verb="founded", about_type="network.network").person_id
            == person.pk
        )
    said = text(client.get("/zorgnetwerk-de-berk/beheer/"))
    assert "U bent de eerste netwerkmanager." in said
    assert "4 van de 11 stappen zijn klaar" in said
    places = said.split('id="plekken"')[1].split("</section>")[0]
    assert 'href="/zorgnetwerk-de-berk/excel/"' in places


def test_who_has_no_right_to_begin_a_network_is_refused_with_the_reason() -> None:
    client, person = Client(), make_member(make_network(), Role.MANAGER)
    client.force_login(person)
    assert "Begin een netwerk" not in text(client.get("/"))
    for answer in (client.get(ADDRESS), client.post(ADDRESS, VALUES)):
        assert answer.status_code == 403
        assert "De systeembeheerder van dit platform geeft het." in text(answer)
    assert find_network("zorgnetwerk-de-berk") is None
    with pytest.raises(Refused, match="systeembeheerder"):
        actions.found_network(name="A", slug="a", by=person)
    assert Client().get(ADDRESS)["Location"].startswith("/inloggen/")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": ""}, "Vul dit in."),
        ({"name": "!!!"}, "Gebruik alleen kleine letters"),
        ({"slug": "De Berk"}, "Gebruik alleen kleine letters"),
        ({"slug": "-berk"}, "Gebruik alleen kleine letters"),
        ({"slug": "demo"}, "is van het platform zelf"),
        ({"slug": "bestaat-al"}, "Er is al een netwerk met het adres"),
        ({"hue_slug": "rood"}, "Deze keuze is er niet"),
        ({"themes": "Ouderen\nouderen!"}, "Twee thema’s heten (bijna) hetzelfde"),
        ({"themes": "???"}, "Gebruik letters of cijfers in de naam van een thema."),
        ({"themes": "x" * 121}, "hoogstens 120 tekens"),
        ({"themes": "\n".join(f"Thema {n}" for n in range(13))}, "Begin met hoogstens 12 thema’s."),
    ],
)
def test_a_network_that_cannot_begin_says_why_and_keeps_the_text(change: dict, words: str) -> None:
    make_network("bestaat-al")
    client, _person = founder()
    answer = client.post(ADDRESS, {**VALUES, "mission": "Samen beter", **change})
    assert answer.status_code == 422
    assert words in text(answer)
    assert "Samen beter" in text(answer)
    assert Network.objects.filter(slug__startswith="zorgnetwerk-de").count() == 0


def test_the_checklist_fills_itself_and_asks_the_same_number_of_questions() -> None:
    network = make_network(mission="", region="", is_listed=False)
    manager = make_member(network, Role.MANAGER)
    browser = Browser(network, manager)
    said = text(browser.get("beheer/"))
    assert "0 van de 11 stappen zijn klaar" in said
    assert "Nog geen partners." in said
    assert "Begin met Excel" in said
    assert f"/{network.slug}/uitnodigingen/nieuw/" in said
    before = questions(browser, "beheer/")
    for n in range(6):
        make_partner(network, f"partner-{n}")
        make_area(network, f"gebied-{n}")
        make_membership(network, Role.READER)
    with transaction.atomic(), system(network.pk):
        for n in range(6):
            actions.put_theme(network, by=None, slug=f"thema-{n}", name=f"Thema {n}")
        governance_actions.default_governance(network, by=None)
    assert questions(browser, "beheer/") == before
    with looking(manager):
        steps = {step.key: step for step in setup_steps(network, manager, timezone.localdate())}
    assert {key for key, step in steps.items() if step.is_done} == {
        "partners", "areas", "themes", "bodies", "mandates", "people",
    }  # fmt: skip
    assert list(steps).index("people") < list(steps).index("seats"), "who is invited can be given a seat"
    assert "Begin met Excel" not in text(browser.get("beheer/"))
    assert "0 van 20 zetels bezet." in steps["seats"].found
    assert steps["mandates"].found.startswith("7 van de 7 groepen die besluiten, hebben een mandaat.")


def test_who_does_not_manage_reads_the_checklist_without_buttons() -> None:
    network = make_network()
    make_member(network, Role.MANAGER, name="Marieke Smit")
    said = text(Browser(network, make_member(network)).get("beheer/"))
    assert "In dit netwerk is dat Marieke Smit." in said
    assert "Voeg een partner toe" not in said
    assert "beheer/openbaar/" not in said  # no link to a page that says no
    assert "uitnodigingen/" not in said


def test_every_partner_without_a_seat_gets_one() -> None:
    network = make_network()
    manager = make_member(network, Role.MANAGER)
    make_partner(network, "zgt", name="ZGT")
    make_partner(network, "stil", status="listener")
    with transaction.atomic(), system(network.pk):
        governance_actions.default_governance(network, by=None)
    make_partner(network, "mst", name="MST")
    with looking(manager):
        platform = Body.objects.get(network=network)
        assert [seat.name for seat in governance_actions.seat_every_partner(platform, by=manager)] == ["MST"]
        assert governance_actions.seat_every_partner(platform, by=manager) == []
    with looking(make_member(network)) as other, pytest.raises(Refused):
        governance_actions.seat_every_partner(platform, by=other)


def shell(*words: str) -> str:
    out = StringIO()
    call_command("network", *words, stdout=out)
    return out.getvalue()


def test_the_shell_begins_a_network_with_its_first_manager() -> None:
    asked = (
        "found",
        "de-berk",
        "--name",
        "De Berk",
        "--manager",
        "fleur@berk.test",
        "--theme",
        "Ouder worden",
    )
    with pytest.raises(CommandError, match="--manager-name"):
        shell(*asked)
    said = shell(*asked, "--manager-name", "Fleur Bos")
    assert "/de-berk/beheer/" in said
    person = Person.objects.get(email="fleur@berk.test")
    network = find_network("de-berk")
    with looking(person):
        assert Mandate.objects.filter(network=network).count() == 9
    with pytest.raises(CommandError, match="Er is al een netwerk"):
        shell(*asked)
    with pytest.raises(CommandError, match="Er is niets opgeslagen"):
        shell("found", "twee", "--name", "T", "--manager", "a@b.test\nBcc: c@d.test", "--manager-name", "A")


def test_the_shell_gives_and_takes_the_right_to_begin_networks() -> None:
    person = make_person("Fleur Bos", email="fleur@berk.test")
    assert "mag nu netwerken beginnen" in shell("founder", "Fleur@berk.test")
    person.refresh_from_db()
    assert person.is_founder
    assert "mag geen netwerken meer beginnen" in shell("founder", "fleur@berk.test", "--remove")
    with pytest.raises(CommandError, match="geen account"):
        shell("founder", "niemand@berk.test")
