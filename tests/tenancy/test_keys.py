"""The key under the signed context: its length, and who puts it in the database."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, transaction

from schakel.tenancy.keys import BLOCK, pads, put_key_in_database
from tests import database
from tests.conftest import OWN


def test_a_key_is_at_most_as_long_as_one_block():
    assert len(pads(b"x" * BLOCK)[0]) == BLOCK
    with pytest.raises(ValueError, match="at most 64 bytes"):
        pads(b"x" * (BLOCK + 1))


@pytest.mark.django_db
def test_only_who_migrates_puts_the_key_in_the_database(django_assert_num_queries, settings):
    settings.DATABASE_ROLE = "runtime"
    with django_assert_num_queries(0):
        put_key_in_database()


def test_before_there_is_a_place_for_the_key_nothing_is_put_anywhere(
    altered, django_assert_num_queries, settings
):
    settings.DATABASE_ROLE = "migrator"
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        put_key_in_database()  # there is a place, and the role of these tests may not write there
    with database.as_owner(OWN) as owner:
        owner.execute("alter table tenancy.signing_key rename to another_table")
    with django_assert_num_queries(1):
        put_key_in_database()
