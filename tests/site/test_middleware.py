"""One transaction and one context for each request; every page keeps to its audience."""

from __future__ import annotations

import io
import logging
import re
from datetime import date

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.utils import timezone

from schakel.governance.models import SeatTenure
from schakel.governance.permissions import Permission, holds
from schakel.network.models import Membership, Network, Theme
from schakel.people.models import Person
from schakel.site import faults
from schakel.site.entering import network_at
from schakel.site.logs import WithoutLinks
from schakel.site.middleware import WhoLooks
from schakel.tenancy import context
from schakel.tenancy.context import system
from schakel.web.refusal import Refused, allow
from tests.factories.governance import looking, make_body, make_seat, make_tenure

pytestmark = pytest.mark.django_db


@pytest.fixture
def linde():
    network = Network(name="Zorgnetwerk Linde", slug="linde", is_listed=True)
    with system(network.pk):
        network.save(force_insert=True)
    return network


@pytest.fixture
def reader(linde):
    person = Person.objects.create_user("lezer@voorbeeld.test", name="Lezer Voorbeeld")
    with system(linde.pk):
        Membership.objects.create(network=linde, person=person, role="reader", from_on=date(2020, 1, 1))
    return person


def test_a_page_of_a_network_asks_to_sign_in(client, linde):
    answer = client.get(f"/{linde.slug}/initiatieven/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/inloggen/login/?next=/linde/initiatieven/")


def test_for_who_is_no_member_the_network_does_not_exist(client, linde):
    client.force_login(Person.objects.create_user("ander@voorbeeld.test", name="Ander Voorbeeld"))
    assert client.get(f"/{linde.slug}/").status_code == 404
    assert client.get("/bestaat-niet/").status_code == 404


def test_a_member_sees_the_page_and_afterwards_nobody_is_looking(client, linde, reader):
    client.force_login(reader)
    assert client.get(f"/{linde.slug}/").status_code == 200
    assert context.current() is None


def test_the_network_says_of_who_only_reads_along_that_they_submit_no_idea(linde, reader):
    def reads_along():
        with looking(reader):
            found = network_at("linde", reader)
            assert found.reads_along is not holds(reader, Permission.SUBMIT_IDEA, linde)
            return found.reads_along

    assert reads_along()
    tenure = make_tenure(make_seat(make_body(linde)), reader)
    assert not reads_along()
    with system(linde.pk):
        SeatTenure.objects.filter(pk=tenure.pk).update(until_on=timezone.localdate())
    assert reads_along()
    with system(linde.pk):
        Membership.objects.filter(person=reader).update(role="professional")
    assert not reads_along()


def test_a_membership_that_ended_today_closes_the_page_at_once(client, linde, reader):
    client.force_login(reader)
    with system(linde.pk):
        Membership.objects.update(until_on=timezone.localdate())
    assert client.get(f"/{linde.slug}/").status_code == 404


def test_a_refusal_leaves_nothing_half_written(linde, reader, rf: RequestFactory):
    from schakel.site.middleware import one_transaction

    request = rf.post("/linde/")
    request.user = reader

    def half_written(request):
        Theme.objects.create(network=linde, name="Half", slug="half")
        looks.process_exception(request, Refused("Dat kan nu niet."))
        return faults.permission_denied(request, Refused("Dat kan nu niet."))

    looks = WhoLooks(half_written)
    answer = one_transaction(looks)(request)
    assert answer.status_code == 403
    assert "Dat kan nu niet." in answer.content.decode()
    with system(linde.pk):
        assert not Theme.objects.filter(slug="half").exists()


def test_an_expired_form_gives_back_what_was_typed(browser_client):
    words = "Een heel verhaal dat iemand op de telefoon heeft getypt."
    answer = browser_client.post(
        "/inloggen/login/", {"login": words, "password": "geheim geheim geheim geheim"}
    )
    assert answer.status_code == 403
    assert words in answer.content.decode()
    assert "geheim" not in answer.content.decode()


def test_whoever_was_signed_out_while_writing_gets_the_text_back(client, linde):
    words = "Een heel verhaal dat iemand op de telefoon heeft getypt."
    answer = client.post(f"/{linde.slug}/initiatieven/nieuw/", {"problem": words})
    assert answer.status_code == 403
    assert words in answer.content.decode()
    assert client.post(f"/{linde.slug}/initiatieven/nieuw/", {}).status_code == 302


def test_also_one_word_comes_back_with_its_question_and_no_choice_or_mark(client, linde):
    given = {
        "title": "Belkaart",
        "contact": "06",
        "benefit": "rust",
        "partner": "een-keus",
        "once": "een merk",
        "x": "a1",
    }
    page = client.post(f"/{linde.slug}/initiatieven/nieuw/", given).content.decode()
    for question, answer in [
        ("Hoe noemt u uw idee?", "Belkaart"),
        ("Hoe kunnen wij u bereiken?", "06"),
        ("Wat levert het op?", "rust"),
    ]:
        assert re.search(rf"{re.escape(question)}</label><textarea[^>]*>{answer}<", page)
    assert page.count("<textarea") == 3
    assert "Log weer in" in page


def test_who_opens_the_address_of_a_button_is_led_to_the_page_above_it(client, linde, reader):
    client.force_login(reader)
    answer = client.get(f"/{linde.slug}/meldingen/gelezen/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert f'href="/{linde.slug}/meldingen/"' in answer.content.decode()
    assert client.post(f"/{linde.slug}/partners/").status_code == 405
    assert faults.page_above("/linde/") == "/"


def test_a_refused_deed_leads_back_to_the_page_of_its_form(client, linde, reader):
    client.force_login(reader)
    deed, page = f"/{linde.slug}/gremia/standaard/", f"/{linde.slug}/gremia/?lijst=1"
    for before, back in [(f"http://testserver{page}", page), ("https://elders.example/x", deed), ("", deed)]:
        answer = client.post(deed, headers={"referer": before})
        assert answer.status_code == 403
        assert f'href="{back}"' in answer.content.decode()


def test_after_signing_in_again_one_comes_at_the_page_of_the_form(client, linde):
    page = f"/{linde.slug}/meldingen/"
    answer = client.post(f"{page}gelezen/", headers={"referer": f"http://testserver{page}"})
    assert answer["Location"] == f"/inloggen/login/?next={page}"
    words = {"tekst": "Een verhaal dat iemand heeft getypt."}
    answer = client.post(f"{page}gelezen/", words, headers={"referer": f"http://testserver{page}"})
    assert f'href="/inloggen/login/?next={page}"' in answer.content.decode()


def test_a_page_and_its_part_are_never_mixed_up_by_a_cache(client, linde, reader):
    client.force_login(reader)
    assert "HX-Request" in client.get(f"/{linde.slug}/")["Vary"]


def test_a_view_without_audience_is_a_mistake_of_ours(rf: RequestFactory, reader):
    def forgotten(request):
        raise AssertionError("never called")

    forgotten.__module__ = "schakel.somewhere.views"
    request = rf.get("/")
    request.user = reader
    with pytest.raises(RuntimeError, match="does not say who may see it"):
        WhoLooks(forgotten).process_view(request, forgotten, (), {})


def test_the_log_of_the_server_holds_no_secret_words_of_a_link(client, linde, caplog):
    caplog.handler.addFilter(only_patterns := WithoutLinks())
    with caplog.at_level("WARNING"):
        assert client.get("/uitnodiging/geheime-woorden/").status_code == 410
        assert client.get(f"/{linde.slug}/idee/bevestig/geheime-woorden/").status_code == 410
    caplog.handler.removeFilter(only_patterns)
    assert "/uitnodiging/<str:token>/" in caplog.text
    assert "geheime-woorden" not in caplog.text
    assert "without_links" in settings.LOGGING["handlers"]["stderr"]["filters"]


def test_a_refusal_is_one_line_in_the_log_without_names(client, linde, reader, monkeypatch):
    manager = Person.objects.create_user("kaat@voorbeeld.test", name="Kaat de Vries")
    with system(linde.pk):
        Membership.objects.create(network=linde, person=manager, role="manager", from_on=date(2020, 1, 1))
    [handler] = [one for one in logging.getLogger().handlers if one.name == "stderr"]
    monkeypatch.setattr(handler, "stream", written := io.StringIO())
    client.force_login(reader)
    answer = client.get(f"/{linde.slug}/beheer/ideeen/")
    assert (answer.status_code, "Kaat de Vries" in answer.content.decode()) == (403, True)
    [line] = written.getvalue().splitlines()
    assert line.endswith("WARNING django.request Refused: public:contributions 403")


def test_allow_passes_without_reason_and_refuses_with_one():
    allow(None)
    with pytest.raises(Refused) as refusal:
        allow("Alleen de secretaris legt een besluit vast.")
    assert refusal.value.reason == "Alleen de secretaris legt een besluit vast."


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"MODE": "production", "DEBUG": True}, "schakel.E003"),
        ({"MODE": "production", "SECRET_KEY": "kort"}, "schakel.E004"),
        ({"MODE": "production", "CONTEXT_KEY": "0" * 64}, "schakel.E005"),
        ({"MODE": "production", "ALLOWED_HOSTS": ["*"]}, "schakel.E006"),
        ({"MODE": "productie"}, "schakel.E002"),
    ],
)
def test_unsafe_settings_are_refused_outside_the_demo(settings, changes, fault):
    from schakel.tenancy.checks import settings_are_known_and_safe

    safe = {
        "SECRET_KEY": "x" * 60,
        "CONTEXT_KEY": "ab" * 32,
        "ALLOWED_HOSTS": ["schakel.example"],
        "DEBUG": False,
    }
    for name, value in {**safe, **changes}.items():
        setattr(settings, name, value)
    assert [error.id for error in settings_are_known_and_safe(None)] == [fault]


def test_a_misspelled_setting_is_refused(monkeypatch):
    from schakel.tenancy.checks import settings_are_known_and_safe

    monkeypatch.setenv("SCHAKEL_SECRETKEY", "x")
    [error] = settings_are_known_and_safe(None)
    assert "SCHAKEL_SECRETKEY" in error.msg


def test_the_runtime_role_may_serve_and_the_owner_may_not():
    import os

    from django.conf import settings as django_settings

    from schakel.tenancy.checks import role_cannot_bypass, why_not_serve
    from tests import database

    assert why_not_serve() is None
    assert role_cannot_bypass(None, ["default"]) == []
    name = django_settings.DATABASES["default"]["NAME"]
    with pytest.raises(RuntimeError, match=r"superuser, BYPASSRLS of eigenaar"):
        database.python(
            "import schakel.site.wsgi",
            database=name,
            SCHAKEL_RUNTIME_ROLE="schakel_migrator",
            SCHAKEL_RUNTIME_PASSWORD=os.environ["SCHAKEL_MIGRATOR_PASSWORD"],
        )


def test_a_server_whose_database_is_away_or_whose_role_sees_past_the_rules_does_not_serve(
    monkeypatch, settings
):
    from django.db import OperationalError

    from schakel.tenancy import checks

    class Cursor:
        def __init__(self, row):
            self.row = row

        def __enter__(self):
            return self

        def __exit__(self, *fault):
            return None

        def execute(self, words):
            if self.row is None:
                raise OperationalError("connection refused")

        def fetchone(self):
            return self.row

    for row, words in (
        (None, "De database antwoordt niet"),
        (("baas", True, False, False), "De rol baas kan langs"),
    ):
        monkeypatch.setattr(
            checks, "connection", type("Connection", (), {"cursor": lambda self, row=row: Cursor(row)})()
        )
        [error] = checks.role_cannot_bypass(None, ["default"])
        assert words in error.msg
    assert checks.role_cannot_bypass(None, []) == []
    settings.DATABASE_ROLE = "migrator"
    assert checks.role_cannot_bypass(None, ["default"]) == []
