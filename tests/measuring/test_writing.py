"""Many figures at a time: progress, stopping halfway, and a database that still looks at every row."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from schakel.jobs.actions import Stopped
from schakel.journal.models import Entry
from schakel.measuring import actions
from schakel.measuring.actions import writing
from schakel.measuring.actions.writing import NewFigure
from schakel.measuring.models import Reading, Value
from schakel.measuring.rules import Measured
from tests.factories.governance import as_platform
from tests.factories.measuring import fill, make_series, month, of
from tests.factories.network import make_network

pytestmark = pytest.mark.django_db

SIX = [of(at, 40) for at in range(31, 37)]


@pytest.fixture(autouse=True)
def two_at_a_time(monkeypatch) -> None:
    monkeypatch.setattr(writing, "BATCH", 2)


@pytest.fixture
def series():
    """The series of one network."""
    return make_series(make_network())


def test_what_is_written_is_told_and_is_what_was_filled_in(series) -> None:
    told: list[int] = []
    kept = fill(series, *SIX, source="Register", tell=told.append)
    assert (kept.n_new, told) == (6, [2, 4, 6])
    with as_platform(series.network):
        first = Value.objects.get(period_on=month(1))
        assert (first.numerator, first.denominator, first.value, first.n) == (31, 40, 77.5, 40)
        assert (first.number, first.state, first.source, first.reason) == (1, "provisional", "Register", "")
        assert Value.objects.count() == 6


def test_corrections_stand_beside_what_they_replace(series) -> None:
    fill(series, *SIX)
    better = [of(30, 40), *SIX[1:5], Measured()]
    kept = fill(series, *better, reason="  Dubbel geteld. ", is_known=True)
    assert (kept.n_corrected, kept.n_same, kept.n_new) == (2, 4, 0)
    with as_platform(series.network):
        before, after = Value.objects.filter(period_on=month(1))
        assert (before.replaced_by, after.number, after.reason) == (after, 2, "Dubbel geteld.")
        assert (before.state, after.state, after.approved_at) == ("provisional", "final", after.entered_at)
        assert Value.objects.counting().get(period_on=month(6)).is_withdrawn


def test_stopped_halfway_nothing_is_kept(series) -> None:
    def stop(n: int) -> None:
        if n >= 4:
            raise Stopped

    with pytest.raises(Stopped):
        fill(series, *SIX, tell=stop)
    with as_platform(series.network):
        assert not Value.objects.exists()
        assert not Reading.objects.exists()
        assert not Entry.objects.filter(verb="filled in").exists()


def test_what_a_figure_refers_to_is_looked_at_when_it_is_written(series) -> None:
    series.pk = uuid4()
    made = [NewFigure(series, month(at), Measured(value=Decimal(3)), None, "") for at in (1, 2, 3)]
    told: list[int] = []
    with as_platform(series.network), pytest.raises(IntegrityError, match="series"), transaction.atomic():
        writing.write(made, by=None, at=timezone.now(), tell=told.append)
    assert told == []


def test_the_database_refuses_a_figure_of_another_network(series) -> None:
    made = [NewFigure(series, month(1), of(3, 4), None, "")]
    refused = pytest.raises(ProgrammingError, match="row-level security")
    with as_platform(make_network()), refused, transaction.atomic():
        writing.write(made, by=None, at=timezone.now())


def test_afterwards_the_database_looks_at_the_end_again(series) -> None:
    with as_platform(series.network):
        actions.enter_values([actions.Filled(series, month(at), of(3, 4)) for at in (1, 2, 3)], by=None)
        with connection.cursor() as cursor, transaction.atomic():
            stray = Value(network=series.network, series_id=uuid4(), period_on=month(1), value=1, n=1)
            stray.entered_at = timezone.now()
            stray.save()  # nothing is looked at here
            with pytest.raises(IntegrityError, match="series"), transaction.atomic():
                cursor.execute("set constraints all immediate")
            transaction.set_rollback(True)
        assert Value.objects.count() == 3
