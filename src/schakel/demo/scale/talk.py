"""Conversations in the large network: what makes that there is much to search in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction

from schakel.demo.scale import words
from schakel.demo.scale.ground import BATCH, Made
from schakel.demo.scale.sizes import made_id
from schakel.initiatives.models import Initiative, Note
from schakel.initiatives.rules import Readers
from schakel.tenancy.context import system

#: One in so many is for a few people only.
INTERNAL_EVERY = 10
DAYS = 1_500
#: So many in one transaction: what is checked at its end takes seconds, not minutes.
PIECE = 10 * BATCH


def talk(made: Made, initiatives: Sequence[Initiative]) -> None:
    """Put the notes under the initiatives in turn, over some years, by everybody in turn."""
    for start in range(0, made.sizes.n_notes, PIECE):
        numbers = range(start, min(start + PIECE, made.sizes.n_notes))
        rows = [_note(made, initiatives, number) for number in numbers]
        with transaction.atomic(), system(made.network.pk):
            Note.objects.bulk_create(rows, batch_size=BATCH)


def _note(made: Made, initiatives: Sequence[Initiative], number: int) -> Note:
    is_internal = number % INTERNAL_EVERY == 0
    return Note(
        id=made_id("note", number),
        network=made.network,
        initiative=initiatives[number % len(initiatives)],
        author=made.people[number % len(made.people)],
        readers=Readers.INTERNAL if is_internal else Readers.NETWORK,
        text=words.talk(made.random),
        written_at=made.moment(made.today - timedelta(days=number * 7 % DAYS)),
        once_token=made_id("note-form", number),
    )
