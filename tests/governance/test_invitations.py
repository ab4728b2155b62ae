"""Invitations by mail: sent, read, accepted once, sent again, taken back, and never to a forged address."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import PersonalInvitation, SeatTenure
from schakel.network.models import Membership, Network
from schakel.network.rules import Role
from schakel.notices.models import Mail
from schakel.notices.rules import MailState
from schakel.people.models import Person
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking, make_body, make_seat, make_tenure
from tests.factories.jobs import posted, run_waiting
from tests.factories.network import make_member, make_network, make_partner, make_person

pytestmark = pytest.mark.django_db
PASSWORD = "een zin die niemand raadt"
VALUES = {"name": "Anna Smit", "email": "a.smit@zgt.test", "role": "professional"}


@pytest.fixture(autouse=True)
def _mail_is_sent(settings: Any) -> None:
    """As outside the demo."""
    settings.SENDS_MAIL = True


def office() -> tuple[Network, Browser]:
    network = make_network(name="Zorgnetwerk Proef")
    return network, Browser(network, make_member(network, Role.MANAGER, name="Marieke Smit"))


def link(nth: int = -1) -> str:
    """The address in a mail."""
    found = re.search(r"http://[^/]+(/uitnodiging/\S+)", str(posted()[nth].body))
    assert found
    return found[1]


def test_an_invitation_makes_an_account_a_role_and_a_seat() -> None:
    network, manager = office()
    partner = make_partner(network, "zgt", name="ZGT")
    seat = make_seat(make_body(network, "Platform"), "Ziekenhuiszorg")
    values = {
        **VALUES,
        "role": "representative",
        "partner": "zgt",
        "seat": str(seat.pk),
        "title": "bestuurder",
    }
    assert manager.post("uitnodigingen/nieuw/", **values)["Location"] == f"/{network.slug}/uitnodigingen/"
    sent = posted()[-1]
    assert sent.to == ["a.smit@zgt.test"]
    assert sent.subject == "Uitnodiging voor Zorgnetwerk Proef"
    assert "Marieke Smit nodigt u uit" in str(sent.body)
    assert "namens ZGT, en als lid op de zetel Ziekenhuiszorg in Platform" in str(sent.body)
    guest = Client()
    page = text(guest.get(link()))
    assert "U bent uitgenodigd voor Zorgnetwerk Proef" in page
    assert not Person.objects.filter(email="a.smit@zgt.test").exists()  # looking does nothing
    weak = guest.post(link(), {"name": "Anna Smit", "password": "kort"})
    assert weak.status_code == 422
    done = guest.post(link(), {"name": "Anna Smit-Bos", "password": PASSWORD})
    assert done["Location"] == f"/{network.slug}/"
    person = Person.objects.get(email="a.smit@zgt.test")
    assert (person.name, person.check_password(PASSWORD)) == ("Anna Smit-Bos", True)
    assert person.emailaddress_set.get().verified
    with as_platform(network):
        membership = Membership.objects.get(person=person)
        assert (membership.role, membership.partner, membership.title) == (
            Role.REPRESENTATIVE,
            partner,
            "bestuurder",
        )
        assert SeatTenure.objects.get(person=person).seat == seat
    assert "Welkom bij Zorgnetwerk Proef." in text(guest.get(done["Location"]))
    again = Client().get(link())
    assert again.status_code == 410
    assert "al gebruikt" in text(again)
    assert "Aangenomen op" in text(manager.get("uitnodigingen/"))


def test_who_has_an_account_comes_in_with_it_and_is_then_in_two_networks() -> None:
    network, manager = office()
    other = make_network(name="Andere kring")
    person = make_member(other, name="Bas Bos")
    manager.post("uitnodigingen/nieuw/", **{**VALUES, "email": person.email.upper()})
    guest = Client()
    page = text(guest.get(link()))
    assert "U hebt al een account" in page
    assert "password" not in page
    assert guest.post(link(), {"name": "Indringer", "password": PASSWORD}).status_code == 200
    person.refresh_from_db()
    assert person.name == "Bas Bos"
    guest.force_login(person)
    assert "Doe mee" in text(guest.get(link()))
    assert guest.post(link()).status_code == 302
    front = text(guest.get("/"))
    assert "Zorgnetwerk Proef" in front
    assert "Andere kring" in front
    for slug in (network.slug, other.slug):
        assert guest.get(f"/{slug}/").status_code == 200


def test_somebody_else_does_not_come_in_on_it() -> None:
    network, manager = office()
    manager.post("uitnodigingen/nieuw/", **VALUES)
    stranger = make_person("Otto")
    client = Client()
    client.force_login(stranger)
    assert "ging naar een ander e-mailadres" in text(client.get(link()))
    assert client.post(link()).status_code == 403
    assert client.get(f"/{network.slug}/").status_code == 404
    with pytest.raises(Refused, match="ander e-mailadres"):
        actions.accept_invitation(link().split("/")[-2], person=stranger)


def test_a_mail_sent_again_makes_the_first_link_void_and_taking_back_ends_both() -> None:
    _network, manager = office()
    manager.post("uitnodigingen/nieuw/", **VALUES)
    with looking(manager.client.get("/").wsgi_request.user):
        pk = PersonalInvitation.objects.get().pk
    assert manager.post(f"uitnodigingen/{pk}/opnieuw/").status_code == 302
    assert "nieuwere mail" in text(Client().get(link(0)))
    assert "Doe mee" in text(Client().get(link(1)))
    assert "2 keer verstuurd" in text(manager.get("uitnodigingen/"))
    assert manager.post(f"uitnodigingen/{pk}/intrekken/").status_code == 302
    gone = Client().post(link(1), {"name": "Anna", "password": PASSWORD})
    assert gone.status_code == 410
    assert "ingetrokken" in text(gone)
    assert not Person.objects.filter(email=VALUES["email"]).exists()
    for deed in ("opnieuw", "intrekken"):
        assert manager.post(f"uitnodigingen/{pk}/{deed}/").status_code == 403
    assert manager.post("uitnodigingen/nieuw/", **VALUES).status_code == 302  # asked anew


def test_a_link_works_fourteen_days() -> None:
    network, manager = office()
    manager.post("uitnodigingen/nieuw/", **VALUES)
    with as_platform(network):
        one = PersonalInvitation.objects.get()
        assert one.expires_on == timezone.localdate() + timedelta(days=14)
        PersonalInvitation.objects.update(expires_on=timezone.localdate())
    ended = Client().get(link())
    assert ended.status_code == 410
    assert "Vraag Marieke Smit om een nieuwe." in text(ended)
    assert "Link verlopen" in text(manager.get("uitnodigingen/"))


@pytest.mark.parametrize("token", ["niets", "x" * 4000, "eyJuIjoiMSJ9:1abc:def"])
def test_a_forged_link_says_so(token: str) -> None:
    answer = Client().get(f"/uitnodiging/{token}/")
    assert answer.status_code == 410
    assert "Deze link klopt niet." in text(answer)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"email": "a@b.test\nBcc: c@d.test"}, "Dit is geen e-mailadres"),
        ({"email": "a@b.test\r\nSubject: x"}, "Dit is geen e-mailadres"),
        ({"email": "geen adres"}, "Dit is geen e-mailadres"),
        ({"email": ""}, "Vul dit in."),
        ({"role": "representative"}, "Kies de partner."),
        ({"role": "keizer"}, "Deze keuze is er niet"),
        ({"seat": "00000000-0000-4000-8000-000000000000"}, "Deze keuze is er niet"),
        ({"email": "dubbel@zgt.test"}, "Dit adres is al uitgenodigd."),
        ({"email": "lid@zgt.test"}, "heeft deze rol al"),
    ],
)
def test_an_invitation_that_cannot_go_out_says_why_and_keeps_the_text(change: dict, words: str) -> None:
    network, manager = office()
    manager.post("uitnodigingen/nieuw/", **{**VALUES, "email": "dubbel@zgt.test"})
    with as_platform(network):
        actions.invitations.add_membership(
            network, by=None, person=make_person(email="lid@zgt.test"), role=Role.PROFESSIONAL
        )
    answer = manager.post("uitnodigingen/nieuw/", **{**VALUES, "title": "verpleegkundige", **change})
    assert answer.status_code == 422
    assert words in text(answer)
    assert "verpleegkundige" in text(answer)
    assert len(posted()) == 1


def test_a_seat_that_was_taken_meanwhile_says_so_and_nothing_is_half_done() -> None:
    network, manager = office()
    seat = make_seat(make_body(network), "Huisartsen")
    manager.post("uitnodigingen/nieuw/", **{**VALUES, "seat": str(seat.pk)})
    make_tenure(seat)
    answer = Client().post(link(), {"name": "Anna Smit", "password": PASSWORD})
    assert answer.status_code == 403
    assert "zit in die tijd al op deze zetel" in text(answer)
    with as_platform(network):
        assert PersonalInvitation.objects.get().accepted_at is None
    assert not Person.objects.filter(email=VALUES["email"]).exists()


def test_only_the_manager_invites() -> None:
    network, _manager = office()
    other = Browser(network, make_member(network))
    for answer in (
        other.get("uitnodigingen/"),
        other.get("uitnodigingen/nieuw/"),
        other.post("uitnodigingen/nieuw/"),
    ):
        assert answer.status_code == 403
        assert "In dit netwerk is dat Marieke Smit." in text(answer)
    assert Browser(network).get("uitnodigingen/").status_code == 302


def test_the_list_asks_the_same_number_of_questions_however_long() -> None:
    _network, manager = office()
    manager.post("uitnodigingen/nieuw/", **VALUES)
    before = questions(manager, "uitnodigingen/")
    for n in range(5):
        manager.post("uitnodigingen/nieuw/", **{**VALUES, "email": f"p{n}@zgt.test"})
    assert questions(manager, "uitnodigingen/") == before


def test_a_mail_that_cannot_go_out_leaves_the_invitation(monkeypatch: pytest.MonkeyPatch) -> None:
    network, manager = office()
    manager.post("uitnodigingen/nieuw/", **VALUES)
    assert mail.outbox == []  # not before everything is kept
    monkeypatch.setattr(EmailBackend, "open", lambda self: (_ for _ in ()).throw(OSError("no server")))
    with pytest.raises(OSError, match="no server"):
        posted()
    with as_platform(network):
        assert PersonalInvitation.objects.get().round == 1
        assert Mail.objects.get().state == MailState.WAITING
    monkeypatch.undo()
    assert [one.to for one in posted()] == [[VALUES["email"]]]
    run_waiting(only="notices.send")
    assert len(posted()) == 1, "a mail leaves at most once"
    with as_platform(network):
        kept = Mail.objects.get()
        assert (kept.state, kept.text, kept.html) == (MailState.SENT, "", ""), "its link is kept nowhere"
