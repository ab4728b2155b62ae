"""A workbook is checked by doing it all and taking it back; bringing it in does the same and keeps it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PureWindowsPath
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.exchange.actions.bodies import load_bodies, mandates_for
from schakel.exchange.actions.initiatives import load_initiatives
from schakel.exchange.actions.loading import Loading, all_or_nothing, asked_at
from schakel.exchange.actions.partners import load_partners
from schakel.exchange.models import WorkbookImport
from schakel.exchange.network_file import NetworkFile
from schakel.exchange.permissions import why_not_bring_in, why_not_import
from schakel.exchange.queries.known import known_of
from schakel.exchange.report import Report
from schakel.exchange.rules import KEPT
from schakel.exchange.tree import CannotRead, Node
from schakel.exchange.workbook.opening import Page, open_workbook
from schakel.exchange.workbook.outcome import outcome_of, outcome_of_faults
from schakel.exchange.workbook.rows import rows_of
from schakel.exchange.workbook.tree import tree_of
from schakel.jobs import actions as jobs
from schakel.jobs.models import Job
from schakel.journal.actions import record
from schakel.network import actions as network_actions
from schakel.network.models import Area, Network, Theme
from schakel.people.models import Person
from schakel.web.fields import without_invisible_signs
from schakel.web.refusal import allow


@transaction.atomic
def send_workbook(
    network: Network, *, by: Person, filename: str, data: bytes, at_once: int
) -> tuple[WorkbookImport, Job | None]:
    """Keep what somebody sent; a small workbook is checked at once, one of more rows by the worker with progress."""
    allow(why_not_import(by, network))
    pages = open_workbook(data)
    if sum(len(page.rows) for page in pages) <= at_once:
        return _keep(network, by, filename, pages, *_tried(network, by, pages)), None
    found = _keep(network, by, filename, pages, {}, False)
    title = _("Excel bekijken: %(filename)s") % {"filename": found.filename}
    return found, jobs.start(network, by=by, task="exchange.check", title=title, found=found.pk)


@transaction.atomic
def check(found: WorkbookImport, *, by: Person, tell: Callable[[int], None] | None = None) -> WorkbookImport:
    """Say what a workbook that was sent would do, without doing it; tell: told after every row how many there were."""
    found = WorkbookImport.objects.select_for_update().select_related("network").get(pk=found.pk)
    allow(why_not_import(by, found.network))
    if found.done_at is None:
        found.outcome, found.is_right = _tried(found.network, by, _pages(found), tell=tell)
        found.save(update_fields=["outcome", "is_right"])
        record(by=by, verb="checked", about=found)
    return found


@transaction.atomic
def check_workbook(network: Network, *, by: Person, filename: str, data: bytes) -> WorkbookImport:
    """Keep what somebody sent and say what it would do, without doing it; raises CannotRead for what is no workbook."""
    allow(why_not_import(by, network))
    pages = open_workbook(data)
    return _keep(network, by, filename, pages, *_tried(network, by, pages))


def _keep(
    network: Network, by: Person, filename: str, pages: list[Page], outcome: dict[str, Any], is_right: bool
) -> WorkbookImport:
    now = timezone.now()
    WorkbookImport.objects.of(network).filter(person=by, done_at__isnull=True).delete()
    WorkbookImport.objects.of(network).filter(sent_at__lt=now - KEPT, done_at__isnull=True).delete()
    return WorkbookImport.objects.create(
        network=network,
        person=by,
        sent_at=now,
        filename=without_invisible_signs(PureWindowsPath(filename).name)[-200:] or _("werkmap"),
        pages=[[page.title, page.rows] for page in pages],
        outcome=outcome,
        is_right=is_right,
    )


@transaction.atomic
def bring_in_later(found: WorkbookImport, *, by: Person) -> Job:
    """Queue bringing in a large workbook: it says how far it is, and may be stopped."""
    found = WorkbookImport.objects.select_for_update().select_related("network").get(pk=found.pk)
    allow(why_not_bring_in(by, found))
    title = _("Excel invoeren: %(filename)s") % {"filename": found.filename}
    return jobs.start(found.network, by=by, task="exchange.bring_in", title=title, found=found.pk)


@transaction.atomic
def bring_in(
    found: WorkbookImport, *, by: Person, tell: Callable[[int], None] | None = None
) -> WorkbookImport:
    """Bring a checked workbook in, all of it or nothing; what no longer fits is told and nothing is written.

    tell: told after every row how many there were.
    """
    found = WorkbookImport.objects.select_for_update().select_related("network").get(pk=found.pk)
    allow(why_not_bring_in(by, found))
    outcome, is_right = _tried(found.network, by, _pages(found), is_dry=False, tell=tell)
    found.outcome, found.is_right = outcome, is_right
    if is_right:
        found.done_at, found.pages = timezone.now(), []
        record(by=by, verb="brought in", about=found, data={"made": _counts(outcome)})
    found.save(update_fields=["outcome", "is_right", "done_at", "pages"])
    return found


def _counts(outcome: dict[str, Any]) -> dict[str, int]:
    return {sheet["title"]: len(sheet["made"]) for sheet in outcome["sheets"]}


def _pages(found: WorkbookImport) -> list[Page]:
    return [Page(title, [(number, cells) for number, cells in rows]) for title, rows in found.pages]


def _tried(
    network: Network,
    by: Person,
    pages: list[Page],
    *,
    is_dry: bool = True,
    tell: Callable[[int], None] | None = None,
) -> tuple[dict[str, Any], bool]:
    """Do it, or do it and take it back; a fault takes everything back."""
    try:
        filled = rows_of(pages)
        root = tree_of(filled, known_of(network))
        return outcome_of(_load(network, by, root, is_dry=is_dry, tell=tell), filled), True
    except CannotRead as wrong:
        return outcome_of_faults(wrong.faults), False


@transaction.atomic
def _load(
    network: Network, by: Person, root: Node, *, is_dry: bool, tell: Callable[[int], None] | None
) -> Report:
    """Bring the tree in through the ordinary actions, as the person who sent it."""
    report = Report(name=network.name, slug=network.slug, is_new=False, on_note=tell)
    loading = Loading(NetworkFile(root), network, report, by=by, is_partial=True)
    with all_or_nothing():
        themes = _load_themes(loading)
        areas = {row.slug: row for row in Area.objects.of(network)}
        partners = load_partners(loading, areas)
        load_bodies(loading, themes=themes, areas=areas, partners=partners)
        mandates_for(loading)
        load_initiatives(loading, themes=themes, areas=areas, partners=partners)
    if is_dry:
        transaction.set_rollback(True)
    return report


def _load_themes(loading: Loading) -> dict[str, Theme]:
    """The themes of the network, with those that a body brings along."""
    themes = {row.slug: row for row in Theme.objects.of(loading.network)}
    for position, node, item in loading.file.items("themes"):
        if item["slug"] in themes:
            continue
        with asked_at(node):
            themes[item["slug"]], _changes = network_actions.put_theme(
                loading.network,
                by=loading.by,
                slug=item["slug"],
                name=item["name"],
                position=len(themes) + position,
            )
        loading.report.note(_("thema’s"), item["name"], was_known=False)
    return themes
