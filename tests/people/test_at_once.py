"""An account that is asked for twice at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from schakel.people.actions import make_account
from schakel.people.models import Person
from schakel.web.refusal import Refused
from tests.together import begun

PASSWORD = "een heel lang wachtwoord"


def test_an_account_that_is_asked_for_twice_at_once_is_made_once(committed):
    barrier = Barrier(2)

    def ask(_n: int) -> str:
        try:
            barrier.wait(timeout=20)
            return make_account("bea@voorbeeld.example", name="Bea", password=PASSWORD).email
        except Refused as refused:
            return refused.reason
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(ask, range(2)))
    assert answers == ["Met dit adres is al een account. Log in.", "bea@voorbeeld.example"]


def test_a_second_click_before_the_first_is_kept_hears_that_there_is_an_account(committed):
    def ask() -> Person:
        return make_account("bea@voorbeeld.example", name="Bea", password=PASSWORD)

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            ask()
            second = begun(pool, ask)
        with pytest.raises(Refused, match="al een account"):
            second.result(timeout=20)
    assert Person.objects.count() == 1


@pytest.mark.django_db
def test_an_address_has_one_account_whatever_its_capitals():
    make_account("bea@voorbeeld.example", name="Bea", password=PASSWORD)
    with pytest.raises(Refused, match="al een account"):
        make_account("BEA@voorbeeld.example", name="Iemand anders", password=PASSWORD)
    assert Person.objects.get().name == "Bea"


@pytest.mark.django_db
def test_what_is_wrong_with_an_account_is_not_taken_for_one_that_was_there():
    with pytest.raises(IntegrityError, match="name"):
        make_account("bea@voorbeeld.example", name=None, password=PASSWORD)
    assert not Person.objects.exists()
