"""The archive of an initiative: one file with all of it, made by the worker and kept as a document with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.documents.actions import keep_made
from schakel.documents.rules import FileKind, Subject
from schakel.initiatives.actions.keeping import locked, tell
from schakel.initiatives.permissions import why_not_archive
from schakel.initiatives.rules import ARCHIVE_POINT
from schakel.jobs import actions as jobs
from schakel.measuring.actions.exits import register
from schakel.measuring.queries import Tally
from schakel.web.context import release
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.documents.models import DocumentVersion
    from schakel.initiatives.models import Initiative
    from schakel.jobs.models import Job
    from schakel.people.models import Person

#: The task that makes an archive.
ARCHIVE = "initiatives.archive"


@transaction.atomic
def start_archive(initiative: Initiative, *, by: Person) -> Job:
    """Queue making the archive: it says how far it is, and may be stopped."""
    initiative = locked(initiative)
    allow(why_not_archive(by, initiative))
    title = _("Archief maken van %(number)s") % {"number": initiative.number}
    return jobs.start(initiative.network, by=by, task=ARCHIVE, title=title, initiative=initiative.pk)


@transaction.atomic
def make_archive(
    initiative: Initiative, *, by: Person, progress: Callable[[int, int], None]
) -> DocumentVersion:
    """Put all of an initiative into one file and keep it with the initiative; made again it is the next version.

    The rights are those of who asked, on this very moment, asked again when it is kept. Nobody waits while it is
    being made: the initiative is held only to keep it. progress: told after each file how many of how many.
    """
    from schakel.initiatives.queries.archive import (  # only the worker needs what makes files
        archive_of,
        bundle,
    )

    allow(why_not_archive(by, initiative))
    here = {"network": initiative.network.slug, "number": initiative.number}
    known = archive_of(by, initiative, timezone.localdate())
    made = bundle(
        known,
        address=settings.BASE_URL + reverse("initiatives:detail", kwargs=here),
        made_at=timezone.localtime(),
        release=release(),
        tell=progress,
    )
    initiative = locked(initiative)
    allow(why_not_archive(by, initiative))
    if known.figures:
        register(
            initiative.network_id,
            made.data,
            by=by,
            what=_("Archief van %(number)s") % {"number": initiative.number},
            file_name=f"archief-{initiative.number}.zip",
            tally=Tally.of(one.shown for one in known.figures),
            series=[row.series for row in known.measures.rows],
        )
    version = keep_made(
        Subject.INITIATIVE,
        initiative,
        by=by,
        name=f"archief-{initiative.number}.zip",
        kind=FileKind.ZIP,
        data=made.data,
        title=_("Archief van %(title)s") % {"title": initiative.title},
        point=ARCHIVE_POINT,
        holds=made.holds,
    )
    words = _("%(n)d bestanden in één archief, versie %(version)d.") % {
        "n": made.n_files,
        "version": version.number,
    }
    if made.n_too_large:
        words += " " + _("%(n)d documenten waren te groot; zij staan wel in de lijst.") % {
            "n": made.n_too_large
        }
    tell(initiative, icon="doc", by=by, title=_("Het archief is gemaakt"), text=words)
    return version
