"""What the worker does for documents: reading their words so that they can be found, and setting papers as PDF."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from schakel.documents import actions, queries
from schakel.documents.paper import origin_of
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


@task(actions.SET_PRINTOUT, gettext_lazy("Een PDF maken"), in_steps=True, tries=1)
def set_printout(network: UUID, printout: str) -> None:
    """Set a paper as a PDF, outside any transaction; nothing is read anew, the PDF says what was kept.

    A fault would come again, so it is tried once; who asked reads that it failed, and the manager that there is work
    that failed.
    """
    from schakel.documents.pdf import ONE_PAGE, ORDINARY, pdf_file  # only the worker needs the typesetter

    with transaction.atomic(), system(network):
        waiting = queries.printout_to_set(UUID(printout))
    if waiting is None:
        return
    asked, paper = waiting
    try:
        origin = origin_of(asked.network, paper.title, paper.path, asked.asked_at)
        sizes = ONE_PAGE if paper.is_one_page else ORDINARY
        data = pdf_file(origin, paper.subtitle, paper.number, paper.parts, sizes=sizes)
    except Exception:
        actions.keep_printout(network, asked.pk, None)
        raise
    actions.keep_printout(network, asked.pk, data)


@task("documents.forget", gettext_lazy("Oude afdrukken opruimen"), daily_at="04:35")
def forget() -> None:
    """Remove the printouts that were kept long enough."""
    actions.forget_printouts()
