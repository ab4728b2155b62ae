"""Bringing in a large workbook, by the worker, as the person who sent it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from schakel.exchange import actions
from schakel.exchange.models import WorkbookImport
from schakel.jobs.rules import Outcome
from schakel.jobs.working import Work, long_task


@long_task("exchange.check", noop("Excel bekijken"))
def check(work: Work, *, found: str, **_ids: Any) -> Outcome:
    """Say what a large workbook would do; all of it is taken back, what is kept is the outcome."""
    row = WorkbookImport.objects.select_related("network", "person").get(pk=UUID(found))
    total = sum(len(rows) for _title, rows in row.pages)

    def tell(done: int) -> None:
        words = _("Regel %(done)s van %(total)s bekeken") % {"done": min(done, total), "total": total}
        work.tell(min(done, total), total, words)

    row = actions.check(row, by=row.person, tell=tell)
    tell(total)
    words = (
        _("Uw werkmap klopt. Lees wat er gebeurt, en voer haar dan in.")
        if row.is_right
        else _("In uw werkmap zitten nog fouten. Er is niets ingevoerd.")
    )
    return Outcome(words, "exchange:workbook", {"pk": str(row.pk)})


@long_task("exchange.bring_in", noop("Excel invoeren"))
def bring_in(work: Work, *, found: str, **_ids: Any) -> Outcome:
    """Bring in what was checked; the rights are those of who sent it, on this very moment."""
    row = WorkbookImport.objects.select_related("network", "person").get(pk=UUID(found))
    total = sum(sheet["n_rows"] for sheet in row.outcome["sheets"])

    def tell(done: int) -> None:
        words = _("Regel %(done)s van %(total)s ingevoerd") % {"done": min(done, total), "total": total}
        work.tell(min(done, total), total, words)

    row = actions.bring_in(row, by=row.person, tell=tell)
    words = (
        _("Uw werkmap is ingevoerd.")
        if row.done_at
        else _("De werkmap klopt niet meer. Er is niets ingevoerd.")
    )
    return Outcome(words, "exchange:workbook", {"pk": str(row.pk)})
