"""Over real commits: a context ends with its transaction, and eight threads on two connections never mix."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection, transaction

from schakel.network.models import Membership, Network, Theme
from schakel.people.models import Person
from schakel.tenancy.context import NoContext, system
from schakel.tenancy.context import person as looking_as

THREADS, LOOKS = 8, 50


def test_eight_threads_over_a_pool_of_two_see_no_foreign_row(committed):
    own: dict = {}
    with transaction.atomic():
        for number in range(THREADS):
            network = Network(name=f"Netwerk {number}", slug=f"netwerk-{number}")
            person = Person.objects.create_user(f"p{number}@voorbeeld.test", name=f"P{number} Voorbeeld")
            with system(network.pk):
                network.save(force_insert=True)
                Membership.objects.create(network=network, person=person, role="reader", from_on="2020-01-01")
                for theme in range(number + 1):
                    Theme.objects.create(network=network, name=f"Thema {theme}", slug=f"thema-{theme}")
            own[person.pk] = (network.pk, number + 1)

    def look(person_id):
        seen = []
        for _ in range(LOOKS):
            with transaction.atomic(), looking_as(person_id):
                seen.append(list(Theme.objects.values_list("network_id", flat=True)))
            connection.close()  # back to the pool, as after a request
        return person_id, seen

    with ThreadPoolExecutor(THREADS) as threads:
        for person_id, seen in threads.map(look, own):
            network_id, count = own[person_id]
            assert len(seen) == LOOKS
            assert all(rows == [network_id] * count for rows in seen)


def test_a_context_needs_a_transaction(committed):
    with pytest.raises(NoContext, match="transaction"), system(uuid4()):
        pass  # pragma: no cover - never reached


def test_after_the_transaction_nobody_is_looking(committed):
    with transaction.atomic(), system(uuid4()):
        pass
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select current_setting('schakel.context', true)")
        assert cursor.fetchone()[0] in (None, "")
