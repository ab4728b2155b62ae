"""A job from start to end: progress, stopping, refusing, failing, done twice; and picking up what broke off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from schakel.jobs import actions, queue
from schakel.jobs.models import Job, Round
from schakel.jobs.queries import own_jobs, worker_state
from schakel.jobs.rules import JobState, Outcome
from schakel.jobs.working import long_task
from schakel.network.models import Theme
from schakel.network.rules import Role
from schakel.tenancy.context import person as looking_as
from schakel.tenancy.context import system
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.jobs import run_waiting, waiting
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db


@pytest.fixture
def themes(monkeypatch):
    """Long work that makes three themes, and can be told to do something in the middle."""
    monkeypatch.setattr(queue, "TASKS", dict(queue.TASKS))
    halfway = []

    @long_task("test.themes", "Thema's maken")
    def make(work, **ids):
        for number in range(1, 4):
            Theme.objects.create(network_id=work.network_id, name=f"Thema {number}", slug=f"thema-{number}")
            for deed in halfway:
                deed(number)
            work._told_at = 0.0
            work.tell(number, 3, f"Thema {number} van 3 gemaakt")
        return Outcome("3 thema's gemaakt", "network:partners", {})

    return halfway


@pytest.fixture
def network():
    return make_network()


@pytest.fixture
def manager(network):
    return make_member(network, Role.MANAGER)


def started(network, manager):
    with looking_as(manager.pk):
        return actions.start(network, by=manager, task="test.themes", title="Thema's maken")


def again(network, job):
    with system(network.pk):
        return Job.objects.get(pk=job.pk), Theme.objects.of(network).count()


def test_a_job_is_done_and_says_what_came_of_it(themes, network, manager):
    job = started(network, manager)
    page = Browser(network, manager).get(f"taken/{job.pk}/")
    assert "Wacht tot het aan de beurt is." in text(page)
    assert "hx-trigger" in text(page)
    run_waiting()
    job, n_themes = again(network, job)
    assert (job.state, job.words, job.done, job.total, n_themes) == ("done", "3 thema's gemaakt", 3, 3, 3)
    page = Browser(network, manager).get(f"taken/{job.pk}/")
    assert f'href="/{network.slug}/partners/"' in text(page)
    assert "hx-trigger" not in text(page)
    assert "Stop deze taak" not in text(page)


def test_progress_is_seen_while_it_is_done(themes, network, manager):
    job = started(network, manager)
    parts = []

    def look(number):
        with system(network.pk):
            Job.objects.filter(pk=job.pk).update(begun_at=timezone.now() - timedelta(seconds=10))
        parts.append(text(Browser(network, manager).get(f"taken/{job.pk}/", part=True)))

    themes.append(look)
    run_waiting()
    assert "Begonnen" in parts[0]
    assert "Thema 1 van 3 gemaakt, nog ongeveer 20 seconden" in parts[1]
    assert 'max="3" value="2"' in parts[2]
    assert "<html" not in parts[1]


def test_a_job_that_ended_is_not_done_again(themes, network, manager):
    job = started(network, manager)
    values = waiting()[0][1]
    run_waiting()
    queue.perform("test.themes", values)
    assert again(network, job)[1] == 3


def test_work_of_a_job_that_ended_meanwhile_is_taken_back(themes, network, manager):
    job = started(network, manager)
    themes.append(
        lambda number: number == 3 and actions.end(network.pk, job.pk, JobState.DONE, Outcome("Al klaar"))
    )
    run_waiting()
    assert again(network, job)[1] == 0


def test_a_job_that_waits_stops_at_once(themes, network, manager):
    job = started(network, manager)
    answer = Browser(network, manager).post(f"taken/{job.pk}/stop/")
    assert answer.status_code == 302
    run_waiting()
    job, n_themes = again(network, job)
    assert (job.state, job.words, n_themes) == ("cancelled", "Gestopt voordat het begon.", 0)


def test_a_job_that_is_being_done_stops_at_its_next_step_and_nothing_is_kept(themes, network, manager):
    job = started(network, manager)
    themes.append(lambda number: number == 2 and Browser(network, manager).post(f"taken/{job.pk}/stop/"))
    run_waiting()
    job, n_themes = again(network, job)
    assert (job.state, job.words, n_themes) == ("cancelled", "Gestopt. Er is niets veranderd.", 0)


def test_a_refusal_ends_the_job_with_its_reason(themes, network, manager):
    job = started(network, manager)

    def refuse(number):
        raise Refused("Regel 12 noemt een partner die er niet is.")

    themes.append(refuse)
    run_waiting()
    job, n_themes = again(network, job)
    assert (job.state, job.words, n_themes) == ("failed", "Regel 12 noemt een partner die er niet is.", 0)


def test_a_fault_ends_the_job_with_plain_words_and_is_raised_for_the_log(themes, network, manager):
    job = started(network, manager)
    themes.append(lambda number: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        run_waiting()
    job, n_themes = again(network, job)
    assert (job.state, n_themes) == ("failed", 0)
    assert "Er ging iets mis" in job.words


def test_somebody_elses_job_does_not_exist_and_cannot_be_stopped(themes, network, manager):
    job = started(network, manager)
    other = make_member(network, Role.MANAGER)
    assert Browser(network, other).get(f"taken/{job.pk}/").status_code == 404
    assert Browser(network, other).post(f"taken/{job.pk}/stop/").status_code == 404
    with looking_as(other.pk), pytest.raises(Refused, match="wie deze taak startte"):
        actions.ask_to_stop(job, by=other)
    run_waiting()
    with looking_as(manager.pk), pytest.raises(Refused, match="al afgelopen"):
        actions.ask_to_stop(job, by=manager)
    with looking_as(manager.pk):
        assert own_jobs(manager, network) == [job]
        assert own_jobs(other, network) == []


def test_the_page_of_a_job_costs_a_fixed_number_of_queries(themes, network, manager):
    job = started(network, manager)
    assert questions(Browser(network, manager), f"taken/{job.pk}/") <= 9


# --- Rounds

NOW = timezone.now


def being_done(job_id=None, *, attempts=0, silent=60):
    """Pretend that a worker took the first waiting job and died so many seconds ago; None: it is no longer known."""
    with connection.cursor() as cursor:
        worker = None
        if silent is not None:
            cursor.execute(
                "insert into procrastinate_workers (last_heartbeat) values (now() - make_interval(secs => %s))"
                " returning id",
                [silent],
            )
            worker = cursor.fetchone()[0]
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', attempts = %s, worker_id = %s",
            [attempts, worker],
        )


@pytest.mark.parametrize("silent", [60, None])
def test_work_of_a_dead_worker_goes_back_in_the_queue(themes, network, manager, silent):
    started(network, manager)
    being_done(silent=silent)
    made = actions.make_round()
    assert (made.n_retried, made.n_given_up) == (1, 0)
    assert [name for name, _ in waiting()] == ["test.themes"]
    assert Round.objects.count() == 1


def test_work_of_a_living_worker_is_left_alone(themes, network, manager):
    started(network, manager)
    being_done(silent=5)
    assert actions.make_round().n_retried == 0
    assert waiting() == []


def test_work_that_broke_off_three_times_is_given_up_and_its_person_reads_so(themes, network, manager):
    job = started(network, manager)
    being_done(attempts=2)
    made = actions.make_round()
    assert (made.n_retried, made.n_given_up) == (0, 1)
    assert "brak drie keer af" in again(network, job)[0].words
    state = worker_state(network, now=NOW())
    assert [one.words for one in state.failed] == ["Thema's maken"]


def test_work_of_which_nobody_waits_or_the_job_has_ended_is_given_up_without_a_word(themes, network, manager):
    job = started(network, manager)
    being_done(attempts=2)
    with system(network.pk):
        Job.objects.update(state=JobState.DONE, ended_at=NOW(), words="Klaar")
    assert actions.make_round().n_given_up == 1
    assert again(network, job)[0].words == "Klaar"
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'doing', args = args - 'job'")
    queued = ProcrastinateJob.objects.get()
    actions.give_up(queued)
    queued.refresh_from_db()
    assert queued.status == "failed"


def test_failed_work_is_tried_again_by_its_own_network_only(themes, network, manager):
    started(network, manager)
    being_done(attempts=2)
    actions.make_round()
    number = ProcrastinateJob.objects.get(status="failed").pk
    other, reader = make_network(), make_member(network, Role.READER)
    elsewhere = make_member(other, Role.MANAGER)
    with looking_as(elsewhere.pk):
        assert actions.try_again(other, number, by=elsewhere) is False
        with pytest.raises(Refused, match="Alleen de netwerkmanager"):
            actions.try_again(network, number, by=elsewhere)
    with looking_as(reader.pk):
        for one in (reader, manager):  # nobody acts in the name of somebody else
            with pytest.raises(Refused, match="Alleen de netwerkmanager"):
                actions.try_again(network, number, by=one)
    with looking_as(manager.pk):
        assert actions.try_again(network, number, by=manager) is True
        assert actions.try_again(network, number, by=manager) is False
    assert [name for name, _ in waiting()] == ["test.themes", "notices.tell_job_ended"]


def test_only_who_belongs_to_the_network_starts_a_job_there(themes, network):
    stranger = make_member(make_network(), Role.MANAGER)
    with looking_as(stranger.pk), pytest.raises(Refused, match="Alleen wie bij dit netwerk hoort"):
        actions.start(network, by=stranger, task="test.themes", title="Thema's maken")
    assert waiting() == []


def test_failed_work_of_long_ago_is_forgotten(themes, network, manager):
    started(network, manager)
    being_done(attempts=2)
    actions.make_round()
    assert actions.tidy(days=1) == 0
    assert actions.tidy(days=0) == 1


def test_the_state_of_the_worker_counts_per_network(themes, network, manager):
    started(network, manager)
    queue.defer("test.themes", network=network, job=network.pk, not_before=NOW() + timedelta(hours=1))
    actions.make_round()
    state = worker_state(network, now=NOW())
    assert (state.n_waiting, state.n_later, state.n_doing, state.n_workers) == (1, 1, 0, 0)
    assert state.is_awake
    assert state.oldest_at is not None
    later = worker_state(make_network(), now=NOW() + timedelta(minutes=5))
    assert (later.n_waiting, later.n_later, later.is_awake, later.oldest_at) == (0, 0, False, None)
