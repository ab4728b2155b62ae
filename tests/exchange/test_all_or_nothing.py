"""Loading without a savepoint around each action, also when one loading calls another."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from schakel.exchange.actions.loading import all_or_nothing

pytestmark = pytest.mark.django_db


def savepoints(n_deep: int) -> int:
    """How many savepoints so many transactions within each other make here."""
    with CaptureQueriesContext(connection) as asked, ExitStack() as within:
        for _ in range(n_deep):
            within.enter_context(transaction.atomic())
    return sum(one["sql"].startswith("SAVEPOINT") for one in asked.captured_queries)


def test_one_within_another_leaves_the_outer_one_as_it_was() -> None:
    assert savepoints(1) == 1
    with transaction.atomic(), all_or_nothing():
        assert (savepoints(1), savepoints(2)) == (0, 1)
        with all_or_nothing():
            assert (savepoints(1), savepoints(2)) == (0, 1)
        assert (savepoints(1), savepoints(2)) == (0, 1)
        with transaction.atomic(), all_or_nothing():
            assert (savepoints(1), savepoints(2)) == (0, 1)
        with pytest.raises(ValueError), all_or_nothing():
            raise ValueError
        assert (savepoints(1), savepoints(2)) == (0, 1)
    assert savepoints(1) == 1
