"""What the worker does for documents: reading their words, so that they can be found."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from schakel.documents import actions, queries
from schakel.documents.reading import read_words
from schakel.jobs.queue import task
from schakel.tenancy.context import system


@task(actions.READ_WORDS, gettext_lazy("De tekst van een document lezen"), in_steps=True)
def read_one(network: UUID, version: str) -> None:
    """Read the words of one version; the file is opened in a process of its own, outside any transaction."""
    with transaction.atomic(), system(network):
        waiting = queries.file_to_read(UUID(version))
    if waiting is not None:
        actions.keep_words(network, UUID(version), read_words(*waiting))


@task("documents.read_waiting", gettext_lazy("Documenten lezen die nog wachten"), daily_at="04:40")
def read_waiting() -> None:
    """Queue every version that still waits: of before documents were read, or because it broke off."""
    actions.ask_to_read()
