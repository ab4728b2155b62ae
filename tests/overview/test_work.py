"""The page of work in the background: own jobs for everyone, the worker for the manager."""

from __future__ import annotations

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from schakel.jobs import actions, queue
from schakel.jobs.rules import Outcome
from schakel.jobs.working import long_task
from schakel.network.rules import Role
from schakel.tenancy.context import person as looking_as
from tests.factories.browsing import Browser, questions, text
from tests.factories.jobs import run_waiting, waiting
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reading(monkeypatch):
    monkeypatch.setattr(queue, "TASKS", dict(queue.TASKS))

    @long_task("test.read", "Een bestand inlezen")
    def read(work, **ids):
        return Outcome("12 regels gelezen")


@pytest.fixture
def network():
    return make_network()


def start(network, person, title="Bestand inlezen"):
    with looking_as(person.pk):
        return actions.start(network, by=person, task="test.read", title=title)


def fail():
    """Let the worker die for the third time with the first job."""
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'doing', attempts = 2")
    actions.make_round()


def test_everyone_sees_their_own_jobs_and_nothing_of_the_worker(network):
    one, other = make_member(network), make_member(network)
    start(network, one, "Mijn bestand")
    start(network, other, "Zijn bestand")
    page = text(Browser(network, one).get("taken/"))
    assert "Mijn bestand" in page
    assert "Zijn bestand" not in page
    assert "In de rij" not in page


def test_the_manager_sees_all_jobs_with_who_started_them_and_whether_the_worker_works(network):
    manager = make_member(network, Role.MANAGER)
    start(network, make_member(network, name="Jan Jansen"))
    page = text(Browser(network, manager).get("taken/"))
    assert "Gestart door Jan Jansen." in page
    assert "staat stil" in page
    actions.make_round()
    page = text(Browser(network, manager).get("taken/"))
    assert "Het werk op de achtergrond loopt" in page
    assert "Er was niets vastgelopen." in page
    run_waiting()
    assert "12 regels gelezen" in text(Browser(network, manager).get("taken/"))


def test_the_manager_puts_failed_work_back_in_the_queue(network):
    manager = make_member(network, Role.MANAGER)
    start(network, manager)
    fail()
    browser = Browser(network, manager)
    page = text(browser.get("taken/"))
    assert "Een bestand inlezen" in page
    assert "Opgegeven: 1" in page
    number = ProcrastinateJob.objects.get(status="failed").pk
    assert browser.post(f"taken/{number}/opnieuw/").status_code == 302
    assert "test.read" in [name for name, _ in waiting()]
    assert browser.post(f"taken/{number}/opnieuw/").status_code == 404


def test_who_does_not_manage_is_refused_with_the_reason(network):
    start(network, make_member(network, Role.MANAGER))
    fail()
    answer = Browser(network, make_member(network)).post(
        f"taken/{ProcrastinateJob.objects.get(status='failed').pk}/opnieuw/"
    )
    assert answer.status_code == 403
    assert "Alleen de netwerkmanager" in text(answer)


def test_the_page_costs_the_same_number_of_queries_for_more_jobs(network):
    manager, other = make_member(network, Role.MANAGER), make_member(network)
    start(network, other)
    before = questions(Browser(network, manager), "taken/")
    for _ in range(5):
        start(network, other)
    assert questions(Browser(network, manager), "taken/") == before <= 16
