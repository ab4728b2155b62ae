"""Adding documents and versions, and withdrawing them.

The caller has asked its own permission about the thing first: only the app of an initiative, a decision, a meeting or
an agreement knows who may add something to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.documents.models import Document, DocumentContent, DocumentText, DocumentVersion, Printout
from schakel.documents.paper import Paper, Part, as_json
from schakel.documents.permissions import (
    why_not_add_version,
    why_not_ask_again,
    why_not_open,
    why_not_restore,
)
from schakel.documents.rules import (
    EXTENSIONS,
    KEPT,
    READABLE,
    FileKind,
    Subject,
    TextState,
    clean_annex,
    clean_name,
    why_not_annex,
    why_not_take,
)
from schakel.jobs.permissions import why_not_start
from schakel.jobs.queue import defer
from schakel.journal.actions import record
from schakel.methods.fingerprints import fingerprint
from schakel.tenancy.context import system
from schakel.web.fields import without_invisible_signs
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.documents.reading import Words
    from schakel.network.models import Network
    from schakel.people.models import Person
    from schakel.tenancy.models import TenantModel

LONGEST_TITLE = 200
LONGEST_WHY = 2_000
#: The task that reads the words of a version.
READ_WORDS = "documents.read_words"
#: The task that sets a printout as a PDF.
SET_PRINTOUT = "documents.set_printout"


@transaction.atomic
def add_document(
    subject: Subject,
    about: TenantModel,
    *,
    by: Person,
    name: str,
    data: bytes,
    title: str = "",
    why: str = "",
    point: str = "",
    annex: str = "",
) -> DocumentVersion:
    """Keep a file with the thing it belongs to; the journal line is about that thing, with the fingerprint.

    point: which point of a gate it is evidence for. annex: the number under which an agreement names it.
    """
    name = clean_name(name)
    allow(why_not_take(data, name))
    allow(why_not_annex(annex))
    annex = clean_annex(annex)
    allow(_why_not_annex_again(subject, about.network_id, about.pk, annex))
    now = timezone.now()
    document = Document.objects.create(
        network_id=about.network_id,
        subject_type=subject,
        subject_id=about.pk,
        subject_label=str(about)[:300],
        title=_text(title, LONGEST_TITLE) or name.rpartition(".")[0],
        point=point,
        annex=annex,
        added_by=by,
        added_at=now,
    )
    version = _keep(document, by=by, name=name, data=data, why=why)
    record(
        by=by,
        verb="document added",
        about=about,
        reason=version.why,
        data={"document": str(document.pk), "title": document.name, "sha256": version.sha256},
    )
    return version


@transaction.atomic
def add_version(document: Document, *, by: Person, name: str, data: bytes, why: str) -> DocumentVersion:
    """Put a newer version on top; the older ones stay to be read."""
    document = _locked(document)
    allow(why_not_add_version(document))
    name = clean_name(name)
    allow(why_not_take(data, name))
    why = _text(why, LONGEST_WHY)
    allow(None if why else _("Schrijf op wat er anders is aan deze versie."))
    newest = document.versions.order_by("-number")[0]
    if hashlib.sha256(data).hexdigest() == newest.sha256:
        raise Refused(_("Dit is hetzelfde bestand als versie %(number)d.") % {"number": newest.number})
    version = _keep(document, by=by, name=name, data=data, why=why, number=newest.number + 1)
    record(
        by=by,
        verb="version added",
        about=document,
        reason=version.why,
        data={"version": version.number, "sha256": version.sha256},
    )
    return version


@transaction.atomic
def keep_made(
    subject: Subject,
    about: TenantModel,
    *,
    by: Person,
    name: str,
    kind: FileKind,
    data: bytes,
    title: str,
    point: str,
    holds: Iterable[UUID] = (),
) -> DocumentVersion:
    """Keep a file that the platform made about something; made again it becomes the next version.

    point: which point of a gate it is evidence for; of each thing there is one such document. holds: the versions of
    documents that are in it; once one of them is withdrawn, nobody opens this version any more.
    """
    made = Document.objects.about(subject, about.pk).filter(
        network_id=about.network_id, point=point, is_made_here=True
    )
    document = made.standing().select_for_update(of=("self",)).order_by("added_at").first()
    number = 1
    if document is None:
        document = Document.objects.create(
            network_id=about.network_id,
            subject_type=subject,
            subject_id=about.pk,
            subject_label=str(about)[:300],
            title=_text(title, LONGEST_TITLE),
            point=point,
            is_made_here=True,
            added_by=by,
            added_at=timezone.now(),
        )
    else:
        number = document.versions.order_by("-number")[0].number + 1
    version = _keep(
        document, by=by, name=clean_name(name), data=data, why="", number=number, kind=kind, holds=holds
    )
    record(
        by=by,
        verb="document made",
        about=about,
        data={"document": str(document.pk), "title": document.title, "sha256": version.sha256},
    )
    return version


@transaction.atomic
def withdraw_document(document: Document, *, by: Person, reason: str) -> Document:
    """Let nobody open a document any more; that it was there, and why it is not, everybody keeps reading."""
    document = _locked(document)
    allow(why_not_open(document))
    reason = _text(reason, LONGEST_WHY)
    allow(None if reason else _("Schrijf op waarom u dit document intrekt."))
    document.withdrawn_at, document.withdrawn_by, document.withdrawn_reason = timezone.now(), by, reason
    document.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    record(by=by, verb="document withdrawn", about=document, reason=reason)
    return document


@transaction.atomic
def restore_document(document: Document, *, by: Person) -> Document:
    """Take back that a document was withdrawn, by who did it and within ten minutes."""
    document = _locked(document)
    allow(why_not_restore(by, document, timezone.now()))
    allow(
        _why_not_annex_again(
            Subject(document.subject_type), document.network_id, document.subject_id, document.annex
        )
    )
    document.withdrawn_at, document.withdrawn_by, document.withdrawn_reason = None, None, ""
    document.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    record(by=by, verb="document restored", about=document)
    return document


@transaction.atomic
def keep_words(network_id: UUID, version_id: UUID, words: Words) -> None:
    """Keep what the worker read: it is found from now on. What was read already is left as it is."""
    with system(network_id):
        DocumentText.objects.filter(version=version_id, state=TextState.WAITING).update(
            state=words.state, text=words.text, read_at=timezone.now()
        )


@transaction.atomic
def ask_to_read() -> int:
    """Queue every version of this network that waits to be read; returns how many."""
    waiting = DocumentText.objects.filter(state=TextState.WAITING).values_list("network_id", "version_id")
    for network_id, version_id in waiting:
        defer(READ_WORDS, network=network_id, version=version_id)
    return len(waiting)


@transaction.atomic
def ask_printout(network: Network, paper: Paper[Part], *, by: Person) -> tuple[Printout, bool]:
    """Have a paper set as a PDF, with what stands on it now; False when the same one was there already.

    What stands on it is the caller's matter: only what this person may see.
    """
    allow(why_not_start(by, network))
    content = {
        "subtitle": paper.subtitle,
        "number": paper.number,
        "is_one_page": paper.is_one_page,
        "parts": as_json(paper.parts),
    }
    asked = Printout(
        network=network,
        person=by,
        title=paper.title[:300],
        path=paper.path,
        file_name=clean_name(f"{paper.file_name}.pdf"),
        content=content,
    )
    made, is_new = Printout.objects.get_or_create(
        network=network,
        person=by,
        sha256=fingerprint(asked.says),
        defaults={**asked.says, "asked_at": timezone.now()},
    )
    if is_new:
        record(by=by, verb="printout asked", about=made, data={"sha256": made.sha256})
        defer(SET_PRINTOUT, network=network, printout=made.pk)
    return made, is_new


@transaction.atomic
def ask_again(printout: Printout, *, by: Person) -> Printout:
    """Have a printout set once more, because it failed or never came; one that is there stays as it is."""
    printout = Printout.objects.of(printout.network).select_for_update().get(pk=printout.pk)
    allow(why_not_ask_again(by, printout))
    if printout.made_at is None:
        printout.asked_at, printout.failed_at = timezone.now(), None
        printout.save(update_fields=["asked_at", "failed_at"])
        record(by=by, verb="printout asked", about=printout, data={"sha256": printout.sha256})
        defer(SET_PRINTOUT, network=printout.network, printout=printout.pk)
    return printout


@transaction.atomic
def keep_printout(network_id: UUID, printout_id: UUID, data: bytes | None) -> None:
    """Keep the file that the worker set, or that it could not; what was kept already is left as it is."""
    with system(network_id):
        waiting = Printout.objects.filter(pk=printout_id, made_at__isnull=True)
        if data is None:
            waiting.update(failed_at=timezone.now())
        else:
            waiting.update(made_at=timezone.now(), failed_at=None, data=data)


@transaction.atomic
def forget_printouts() -> int:
    """Remove the printouts that were asked longer ago than they are kept; returns how many."""
    return Printout.objects.filter(asked_at__lt=timezone.now() - KEPT).delete()[0]


def _keep(
    document: Document,
    *,
    by: Person,
    name: str,
    data: bytes,
    why: str,
    number: int = 1,
    kind: FileKind | None = None,
    holds: Iterable[UUID] = (),
) -> DocumentVersion:
    version = DocumentVersion.objects.create(
        network_id=document.network_id,
        document=document,
        number=number,
        file_name=name,
        kind=kind or EXTENSIONS[name.rpartition(".")[2]],
        size_bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        why=_text(why, LONGEST_WHY),
        holds=[str(one) for one in holds],
        added_by=by,
        added_at=timezone.now(),
    )
    DocumentContent.objects.create(network_id=document.network_id, version=version, data=data)
    if version.kind in READABLE:
        DocumentText.objects.create(network_id=document.network_id, version=version)
        defer(READ_WORDS, network=document.network_id, version=version.pk)
    return version


def _why_not_annex_again(subject: Subject, network_id: UUID, subject_id: UUID, annex: str) -> str | None:
    """Why no document may stand under this number: another one does. One database query, none without a number."""
    if not annex:
        return None
    standing = Document.objects.about(subject, subject_id).standing().filter(network_id=network_id)
    there = standing.filter(annex=annex).first()
    if there is None:
        return None
    return _(
        "“%(name)s” staat er al. Voeg daar een nieuwe versie aan toe, of geef deze bijlage een ander nummer."
    ) % {"name": there.name}


def _locked(document: Document) -> Document:
    """The document as it is now, held until the end of the transaction."""
    rows = Document.objects.filter(network_id=document.network_id).select_related("withdrawn_by")
    return rows.select_for_update(of=("self",)).get(pk=document.pk)


def _text(text: str, longest: int) -> str:
    """Text as it is kept; a longer one is refused."""
    text = without_invisible_signs(str(text).replace("\x00", "")).strip()
    if len(text) > longest:
        raise Refused(
            _("Deze tekst is langer dan %(longest)d tekens. Maak hem korter.") % {"longest": longest}
        )
    return text
