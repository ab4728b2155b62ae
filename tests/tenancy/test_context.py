"""The signed context: valid for one transaction, refused when forged, expired or missing."""

from __future__ import annotations

import time
from uuid import uuid4

import pytest
from django.db import connection, transaction

from schakel.network.models import Membership, Network
from schakel.people.models import Person
from schakel.tenancy import context
from schakel.tenancy.context import Kind, NoContext, sign, system, visitor

pytestmark = pytest.mark.django_db


def who_looks(token: str) -> tuple:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('schakel.context', %s, true)", [token])
        cursor.execute("select kind, subject from tenancy.context()")
        return cursor.fetchone()


def test_a_signed_context_is_believed():
    subject = uuid4()
    assert who_looks(sign(Kind.PERSON, subject)) == ("person", subject)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda token: "",
        lambda token: token.replace("person", "system"),
        lambda token: token.replace(token.split("|")[1], str(uuid4())),
        lambda token: token[:-1] + ("0" if token[-1] != "0" else "1"),
        lambda token: "|".join([*token.split("|")[:2], "99999999999", token.split("|")[3]]),
        lambda token: token + "|extra",
        lambda token: "person|x|y|z",
        lambda token: "'; drop table people_person; --",
    ],
)
def test_a_forged_context_sees_nothing(spoil):
    assert who_looks(spoil(sign(Kind.PERSON, uuid4()))) == (None, None)


def test_a_context_expires():
    old = sign(Kind.PERSON, uuid4(), now=time.time() - context.VALID_SECONDS - 1)
    assert who_looks(old) == (None, None)


def test_a_question_without_context_is_an_error_and_not_silence():
    with pytest.raises(NoContext, match="network_membership"):
        list(Membership.objects.all())


def test_the_context_ends_with_its_block_and_the_outer_one_returns():
    first, second = uuid4(), uuid4()
    with system(first):
        with visitor(second):
            assert context.current() == (Kind.VISITOR, second)
        assert context.current() == (Kind.SYSTEM, first)
        with connection.cursor() as cursor:
            cursor.execute("select subject from tenancy.context()")
            assert cursor.fetchone() == (first,)
    assert context.current() is None


def test_a_savepoint_that_rolls_back_returns_to_the_outer_context():
    outer = uuid4()
    with system(outer):
        with pytest.raises(ZeroDivisionError), transaction.atomic(), context.person(uuid4()):
            1 / 0  # noqa: B018
        with connection.cursor() as cursor:
            cursor.execute("select kind, subject from tenancy.context()")
            assert cursor.fetchone() == ("system", outer)


def test_a_person_without_membership_reads_no_rows_and_writes_none():
    stranger = Person.objects.create_user("vreemdeling@voorbeeld.test", name="Vreemdeling Voorbeeld")
    with context.person(stranger.pk):
        assert list(Membership.objects.all()) == []
        assert stranger.network_ids == frozenset()


def test_only_the_system_of_a_network_adds_that_network():
    network = uuid4()
    with pytest.raises(Exception, match="row-level security"), transaction.atomic(), system(uuid4()):
        Network.objects.create(pk=network, name="Elders", slug="elders")
