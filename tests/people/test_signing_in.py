"""Signing in: by e-mail, with a second step where roles ask for it; made-up people only in the demo."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings as django_settings
from django.core.cache import cache
from django.test import Client

from schakel.network.models import Membership, Network, Partner
from schakel.network.models.partner import Organisation
from schakel.people.models import Person
from schakel.tenancy.context import system
from tests.factories.governance import make_body, make_seat, make_tenure

pytestmark = pytest.mark.django_db
PASSWORD = "een-lange-zin-die-niemand-raadt"


def member(role: str, slug: str = "linde") -> tuple[Person, Network]:
    network = Network(name="Zorgnetwerk Linde", slug=slug, is_listed=True)
    person = Person.objects.create_user(f"{role}@voorbeeld.test", PASSWORD, name=f"{role} Voorbeeld")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    with system(network.pk):
        network.save(force_insert=True)
        organisation = Organisation.objects.create(key="linde", name="Ziekenhuis Linde", kind="hospital")
        partner = Partner.objects.create(network=network, organisation=organisation, slug="linde")
        Membership.objects.create(
            network=network, person=person, role=role, from_on=date(2020, 1, 1), partner=partner
        )
    return person, network


def sign_in(client: Client, person: Person, password: str = PASSWORD):
    return client.post("/inloggen/login/", {"login": person.email, "password": password})


def test_a_person_signs_in_with_an_address_and_a_password(client):
    person, _ = member("reader")
    assert sign_in(client, person).status_code == 302
    assert client.session["_auth_user_id"] == str(person.pk)


def test_nobody_makes_an_account_without_an_invitation(client):
    answer = client.post(
        "/inloggen/signup/", {"email": "nieuw@voorbeeld.test", "password1": PASSWORD, "password2": PASSWORD}
    )
    assert answer.status_code == 200
    assert not Person.objects.filter(email="nieuw@voorbeeld.test").exists()


def test_after_five_wrong_passwords_the_account_waits(client):
    cache.clear()
    person, _ = member("reader")
    for _ in range(5):
        sign_in(client, person, "verkeerd wachtwoord")
    answer = sign_in(client, person)
    assert answer.status_code in {200, 429}
    assert "_auth_user_id" not in client.session
    cache.clear()


def test_a_wrong_address_and_a_wrong_password_get_the_same_answer(client):
    person, _ = member("reader")
    wrong = client.post("/inloggen/login/", {"login": person.email, "password": "verkeerd wachtwoord"})
    unknown = client.post(
        "/inloggen/login/", {"login": "niemand@voorbeeld.test", "password": "verkeerd wachtwoord"}
    )
    assert wrong.context["form"].errors == unknown.context["form"].errors


def test_signing_out_asks_for_a_post(client):
    person, _ = member("reader")
    sign_in(client, person)
    client.get("/inloggen/logout/")
    assert "_auth_user_id" in client.session
    client.post("/inloggen/logout/")
    assert "_auth_user_id" not in client.session


@pytest.fixture
def outside_the_demo(settings):
    settings.IS_DEMO = False


@pytest.mark.parametrize(
    ("role", "is_asked"), [("manager", True), ("representative", True), ("reader", False)]
)
def test_a_sensitive_role_sets_up_a_second_step_first(client, outside_the_demo, role, is_asked):
    person, network = member(role)
    sign_in(client, person)
    answer = client.get(f"/{network.slug}/")
    assert (answer.status_code == 302 and "2fa" in answer["Location"]) == is_asked


def test_a_second_step_is_asked_again_where_the_same_person_has_more_to_say(client, outside_the_demo):
    person, network = member("reader")
    other = Network(name="Zorgnetwerk Eik", slug="eik", is_listed=True)
    with system(other.pk):
        other.save(force_insert=True)
        Membership.objects.create(network=other, person=person, role="manager", from_on=date(2020, 1, 1))
    sign_in(client, person)
    assert client.get(f"/{network.slug}/").status_code == 200
    assert "2fa" in client.get(f"/{other.slug}/")["Location"]


def test_a_reader_with_a_seat_sets_up_a_second_step_too(client, outside_the_demo):
    person, network = member("reader")
    sign_in(client, person)
    assert client.get(f"/{network.slug}/").status_code == 200
    seat = make_seat(make_body(network), "Huisartsen")
    make_tenure(seat, person=person)
    assert "2fa" in client.get(f"/{network.slug}/")["Location"]


def test_with_a_second_step_the_network_opens(client, outside_the_demo):
    person, network = member("manager")
    sign_in(client, person)
    Authenticator.objects.create(user=person, type="totp", data={})
    assert client.get(f"/{network.slug}/").status_code == 200


def test_a_second_step_that_is_taken_away_counts_no_more_in_the_same_session(client, outside_the_demo):
    person, network = member("manager")
    sign_in(client, person)
    key = Authenticator.objects.create(user=person, type="totp", data={})
    assert client.get(f"/{network.slug}/").status_code == 200
    key.delete()
    assert "2fa" in client.get(f"/{network.slug}/")["Location"]


def test_a_second_step_can_be_an_app_a_passkey_or_a_recovery_code(client):
    assert set(django_settings.MFA_SUPPORTED_TYPES) == {"totp", "webauthn", "recovery_codes"}
    person, _ = member("reader")
    sign_in(client, person)
    assert client.get("/inloggen/2fa/").status_code == 200


def test_made_up_people_exist_in_the_demo_only(client, settings):
    made_up = Person.objects.create_user(
        "bo@voorbeeld.test", name="Bo Voorbeeld", is_demo=True, demo_words="huisarts", demo_network=""
    )
    assert "Bo Voorbeeld" in client.get("/demo/").content.decode()
    assert client.post(f"/demo/word/{made_up.pk}/").status_code == 302
    assert client.session["_auth_user_id"] == str(made_up.pk)
    settings.IS_DEMO = False
    assert client.get("/demo/").status_code == 404
    assert client.post(f"/demo/word/{made_up.pk}/").status_code == 404


def test_nobody_becomes_a_real_person_in_one_click(client):
    person, _ = member("manager")
    assert client.post(f"/demo/word/{person.pk}/").status_code == 404
    assert client.post(f"/demo/word/{uuid4()}/").status_code == 404


def test_a_person_is_known_by_name_and_found_by_address_in_any_case():
    person = Person.objects.create_user("Jo.Voorbeeld@Voorbeeld.Test", name="Jo van Voorbeeld")
    assert (str(person), person.get_full_name(), person.get_short_name()) == (
        "Jo van Voorbeeld",
        "Jo van Voorbeeld",
        "Jo",
    )
    assert Person.objects.get_by_natural_key("JO.VOORBEELD@voorbeeld.test") == person
    assert not person.has_usable_password()
