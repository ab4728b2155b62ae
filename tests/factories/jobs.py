"""Doing in a test what the worker does, in the transaction of the test."""

from __future__ import annotations

import io
from typing import Any

from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob
from pypdf import PdfReader

from schakel.jobs.queue import perform
from schakel.jobs.working import in_one_transaction


def waiting() -> list[tuple[str, dict[str, Any]]]:
    """What stands in the queue: the name of each task and its values."""
    return list(
        ProcrastinateJob.objects.filter(status="todo").order_by("pk").values_list("task_name", "args")
    )


def run_waiting(*, also_later: bool = False, only: str = "") -> list[str]:
    """Do all that waits, and what that adds; returns the names of what was done. A failure is raised."""
    done = []
    with in_one_transaction():
        while True:
            queued = ProcrastinateJob.objects.filter(status="todo")
            if not also_later:
                queued = queued.filter(scheduled_at=None)
            if only:
                queued = queued.filter(task_name=only)
            first = queued.order_by("pk").first()
            if first is None:
                return done
            perform(first.task_name, first.args)
            with connection.cursor() as cursor:
                cursor.execute("delete from procrastinate_jobs where id = %s", [first.pk])
            done.append(first.task_name)


def posted() -> list[EmailMessage]:
    """The mail that has left, with what waited for the worker to send it; notices stay where they are."""
    run_waiting(only="notices.send")
    return mail.outbox


def printed(browser: Any, path: str) -> PdfReader:
    """The PDF of a paper, asked at an address and set by the worker."""
    answer = browser.post(path)
    assert answer.status_code == 302, answer.content
    run_waiting(only="documents.set_printout")
    return PdfReader(io.BytesIO(browser.client.get(f"{answer['Location']}download/").content))
