"""The conversation about an initiative: writing, changing and withdrawing a note, and what is being written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives.actions.announcing import announce_mention
from schakel.initiatives.actions.keeping import needed
from schakel.initiatives.models import Note, NoteDraft, NoteMention
from schakel.initiatives.permissions import (
    why_not_change_note,
    why_not_mention,
    why_not_withdraw_note,
    why_not_write_note,
)
from schakel.initiatives.rules import LONGEST_NOTE, MOST_MENTIONS, Readers, clean_text, why_not_text
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person


@transaction.atomic
def write_note(
    initiative: Initiative,
    *,
    by: Person,
    once_token: UUID,
    text: str,
    readers: str = Readers.NETWORK,
    mentions: Iterable[Person] = (),
) -> Note:
    """Say something about an initiative and name who should read it. Sent twice, it is still one note."""
    allow(why_not_write_note(by, initiative, readers))
    text = needed(text, _("Schrijf eerst iets."), longest=LONGEST_NOTE)
    people = _named(initiative, readers, mentions)
    if sent := _already_sent(initiative, by, once_token):
        return sent
    try:
        with transaction.atomic():
            note = Note.objects.create(
                network_id=initiative.network_id,
                initiative=initiative,
                author=by,
                readers=readers,
                text=text,
                written_at=timezone.now(),
                once_token=once_token,
            )
    except IntegrityError:
        if sent := _already_sent(initiative, by, once_token):
            return sent
        raise
    _mention(note, people)
    NoteDraft.objects.visible_to(by).filter(initiative=initiative).delete()
    record(by=by, verb="note written", about=initiative, data={"note": str(note.pk), "readers": str(readers)})
    return note


def _already_sent(initiative: Initiative, by: Person, once_token: UUID) -> Note | None:
    sent = Note.objects.of(initiative.network).filter(once_token=once_token).first()
    if sent is not None and (sent.author_id != by.pk or sent.initiative_id != initiative.pk):
        raise Refused(_("Dit formulier is van iemand anders. Open het opnieuw."))
    return sent


def _named(initiative: Initiative, readers: str, people: Iterable[Person]) -> list[Person]:
    """The people to mention, each of whom may read the note."""
    found = list({person.pk: person for person in people}.values())
    if len(found) > MOST_MENTIONS:
        raise Refused(_("Noem hoogstens %(most)d mensen in één bericht.") % {"most": MOST_MENTIONS})
    for person in found:
        allow(why_not_mention(person, initiative, readers))
    return found


def _mention(note: Note, people: list[Person]) -> None:
    for person in people:
        NoteMention.objects.create(network_id=note.network_id, note=note, person=person)
    announce_mention(note, people)


@transaction.atomic
def change_note(note: Note, *, by: Person, text: str) -> Note:
    """Change what a note says; what stood there before stays to be read."""
    note = _locked(note)
    allow(why_not_change_note(by, note))
    text = needed(text, _("Schrijf eerst iets, of trek het bericht in."), longest=LONGEST_NOTE)
    if text == note.text:
        return note
    note.text, note.n_changes = text, note.n_changes + 1
    note.save(update_fields=["text", "n_changes"])
    record(by=by, verb="note changed", about=note.initiative, data={"note": str(note.pk)})
    return note


@transaction.atomic
def withdraw_note(note: Note, *, by: Person, reason: str) -> Note:
    """Take a note back: its text is no longer shown, that it was there and why it is not stays."""
    note = _locked(note)
    allow(why_not_withdraw_note(by, note))
    reason = needed(reason, _("Schrijf op waarom u dit bericht intrekt."), longest=300)
    note.withdrawn_at, note.withdrawn_reason = timezone.now(), reason
    note.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    record(by=by, verb="note withdrawn", about=note.initiative, reason=reason, data={"note": str(note.pk)})
    return note


def _locked(note: Note) -> Note:
    rows = Note.objects.of(note.network).select_related("author", "initiative__network", "initiative__body")
    return rows.select_for_update(of=("self",)).get(pk=note.pk)


@transaction.atomic
def save_note_draft(initiative: Initiative, *, by: Person, text: str) -> NoteDraft | None:
    """Keep what someone is typing; a text with patient data is not kept, an empty one is forgotten."""
    allow(why_not_write_note(by, initiative, Readers.NETWORK))
    text = clean_text(text)[: LONGEST_NOTE * 2]
    mine = NoteDraft.objects.visible_to(by).filter(initiative=initiative)
    if not text:
        mine.delete()
        return None
    allow(why_not_text(text))
    NoteDraft.objects.update_or_create(
        network_id=initiative.network_id,
        initiative=initiative,
        person=by,
        defaults={"text": text, "updated_at": timezone.now()},
    )
    return mine.get()
