"""The pages of signing in: in our look, in our words, and without a word of "je"."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core import mail
from django.template.loader import get_template
from django.test import Client

import schakel.people
from schakel.people.accounts import ERRORS, SECOND_FACTOR_ERRORS, Accounts, SecondFactors
from schakel.people.models import Person

TEMPLATES = Path(schakel.people.__file__).parent / "templates"
PASSWORD = "een heel lang wachtwoord"

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor() -> Person:
    """Someone with a password and a confirmed address."""
    person = Person.objects.create_user("noor@voorbeeld.example", PASSWORD, name="Noor Voorbeeld")
    person.emailaddress_set.create(email=person.email, verified=True, primary=True)
    return person


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_every_page_of_signing_in_is_ours_and_can_be_drawn(path: Path):
    found = get_template(str(path.relative_to(TEMPLATES)))
    assert found.origin.name == str(path), "allauth's own page comes first"


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.*")), ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_we_say_u(path: Path):
    assert not re.search(r"\b(je|jij|jouw|jullie)\b", path.read_text(), re.IGNORECASE)


def test_what_is_wrong_is_said_in_our_words():
    words = [str(text) for text in (*ERRORS.values(), *SECOND_FACTOR_ERRORS.values())]
    assert not [text for text in words if re.search(r"\b(je|jij|jouw)\b", text, re.IGNORECASE)]
    assert set(ERRORS) <= set(Accounts.error_messages)
    assert set(SECOND_FACTOR_ERRORS) == set(SecondFactors.error_messages)


@pytest.mark.parametrize(
    "address",
    [
        "login/",
        "login/code/",
        "password/reset/",
        "password/reset/done/",
        "signup/",
        "inactive/",
        "confirm-email/",
    ],
)
def test_a_door_is_in_our_look(client: Client, address: str):
    html = client.get(f"/inloggen/{address}", follow=True).content.decode()
    assert 'class="page narrow"' in html
    assert html.count("<h1>") == 1
    assert "data-keep-drafts" in html


def test_a_wrong_password_is_told_on_top_with_the_focus_on_it(client: Client, noor: Person):
    html = client.post("/inloggen/login/", {"login": noor.email, "password": "fout"}).content.decode()
    assert "Dit e-mailadres en dit wachtwoord horen niet bij elkaar." in html
    assert "data-focus autofocus" in html


@pytest.mark.parametrize(
    "address",
    [
        "2fa/",
        "password/change/",
        "email/",
        "logout/",
        "reauthenticate/",
        "2fa/webauthn/",
        "2fa/totp/activate/",
        "2fa/webauthn/add/",
    ],
)
def test_the_pages_of_ones_own_account_are_in_our_look(client: Client, noor: Person, address: str):
    client.post("/inloggen/login/", {"login": noor.email, "password": PASSWORD})
    answer = client.get(f"/inloggen/{address}", follow=True)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="page narrow"' in html
    assert html.count("<h1>") == 1


def test_a_code_comes_by_mail_in_plain_words(client: Client, noor: Person):
    html = client.post("/inloggen/login/code/", {"email": noor.email}, follow=True).content.decode()
    assert "Vul de code in" in html
    assert noor.email in html
    (message,) = mail.outbox
    assert message.subject == "Uw code om in te loggen"
    code = re.search(r"^\s*([0-9A-Z-]{6,})\s*$", message.body, re.MULTILINE)
    assert code
    client.post("/inloggen/login/code/confirm/", {"code": code[1]})
    assert client.session["_auth_user_id"] == str(noor.pk)


def test_a_stranger_gets_the_same_page_and_an_honest_mail(client: Client):
    html = client.post(
        "/inloggen/login/code/", {"email": "iemand@elders.example"}, follow=True
    ).content.decode()
    assert "Vul de code in" in html
    (message,) = mail.outbox
    assert "hoort geen account" in message.body


def test_a_new_password_is_chosen_by_a_mailed_link(client: Client, noor: Person):
    client.post("/inloggen/password/reset/", {"email": noor.email})
    (message,) = mail.outbox
    assert message.subject == "Kies een nieuw wachtwoord"
    address = re.search(r"https?://[^/]+(/inloggen/password/reset/key/\S+)", message.body)
    assert address
    answer = client.get(address[1], follow=True)
    assert "Kies een nieuw wachtwoord" in answer.content.decode()
    new = "een ander lang wachtwoord"
    done = client.post(answer.request["PATH_INFO"], {"password1": new, "password2": new}, follow=True)
    assert "Uw nieuwe wachtwoord is bewaard" in done.content.decode()
    assert mail.outbox[1].subject == "Uw wachtwoord is veranderd"


def test_an_old_link_says_so(client: Client):
    html = client.get("/inloggen/password/reset/key/1-set-password/", follow=True).content.decode()
    assert "Deze link werkt niet meer" in html


def test_nobody_makes_an_account_without_an_invitation(client: Client):
    assert "U komt binnen op uitnodiging" in client.get("/inloggen/signup/").content.decode()
