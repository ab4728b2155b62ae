"""A real worker, killed in the middle of its work: what it was doing is done once in effect."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from schakel.jobs import actions, queue
from schakel.jobs.models import Job
from schakel.network.models import Theme
from schakel.network.rules import Role
from schakel.tenancy.context import person as looking_as
from schakel.tenancy.context import system
from tests import database
from tests.factories.network import make_member, make_network
from tests.jobs.slow_work import make_known

pytestmark = pytest.mark.slow


@contextmanager
def worker(marker: Path, seconds: float) -> Iterator[subprocess.Popen[bytes]]:
    """A worker beside the test, on the database of the test; it is ended afterwards."""
    settings = {
        **os.environ,
        "SCHAKEL_DATABASE_NAME": f"schakel_test_{database.WORKER}",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.jobs.slow_work", str(marker), str(seconds)],
        env=settings,
        cwd=Path(__file__).resolve().parents[2],
    )
    try:
        yield process
    finally:
        process.terminate()
        assert process.wait(15) in {0, -signal.SIGKILL}


def wait_until(what: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait for something to become true."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.05)


def state_of(network, job) -> tuple[str, str]:
    with transaction.atomic(), system(network.pk):
        found = Job.objects.get(pk=job.pk)
        return found.state, found.words


def test_work_of_a_killed_worker_is_done_once_in_effect(committed, monkeypatch, tmp_path):
    monkeypatch.setattr(queue, "TASKS", dict(queue.TASKS))
    make_known()
    network = make_network()
    person = make_member(network, Role.MANAGER)
    with transaction.atomic(), looking_as(person.pk):
        job = actions.start(network, by=person, task="test.slow", title="Traag werk")

    marker = tmp_path / "begun"
    with worker(marker, 60) as first:
        wait_until(marker.exists)
        assert state_of(network, job) == ("running", "Eén van twee gedaan")
        first.kill()
        first.wait()
    with worker(marker, 0):
        wait_until(lambda: state_of(network, job)[0] == "done")
        wait_until(lambda: not ProcrastinateJob.objects.exists())
    assert marker.read_text() == "begun\n" * 2
    with transaction.atomic(), system(network.pk):
        assert [theme.slug for theme in Theme.objects.all()] == ["traag-1"]
    assert ProcrastinateWorker.objects.count() <= 1, "the second one went away kindly"
