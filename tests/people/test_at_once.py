"""An account that is asked for twice at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from schakel.people.actions import make_account
from schakel.web.refusal import Refused

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
