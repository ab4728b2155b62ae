"""What every action of initiatives shares: locking, cleaning text, numbering, and telling the story."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.numbering import next_number
from schakel.initiatives.models import Initiative, StoryEvent
from schakel.initiatives.rules import clean_text, why_not_text
from schakel.network.rules import Precision
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.governance.models import Decision
    from schakel.network.models import Network
    from schakel.people.models import Person

#: The longest text that one field keeps; a book belongs in an annex.
LONGEST = 20_000


def locked(initiative: Initiative) -> Initiative:
    """Return the row as it is now, held until the end of the transaction."""
    return (
        Initiative.objects.of(initiative.network)
        .select_for_update(of=("self",))
        .select_related("network", "body", "partner", "theme", "submitted_by", "lead", "explorer")
        .get(pk=initiative.pk)
    )


def both_locked(one: Initiative, other: Initiative) -> tuple[Initiative, Initiative]:
    """Return both rows as they are now; always locked in the same order, so that two people never wait in a circle."""
    first, second = sorted([one, other], key=lambda initiative: initiative.pk)
    rows = {first.pk: locked(first)}
    rows[second.pk] = rows.get(second.pk) or locked(second)
    return rows[one.pk], rows[other.pk]


def kept(text: Any, *, longest: int = LONGEST) -> str:
    """Return a text as it is kept: clean, not too long, without patient data; refuse it with the reason otherwise."""
    text = clean_text(text if text is not None else "")
    if len(text) > longest:
        raise Refused(
            _("Deze tekst is %(count)s tekens lang; er passen er %(most)s. Maak hem korter.")
            % {"count": len(text), "most": longest}
        )
    allow(why_not_text(text))
    return text


def needed(text: Any, words: str, *, longest: int = LONGEST) -> str:
    """Return a text as it is kept; refuse with these words when nothing was written."""
    text = kept(text, longest=longest)
    allow(None if text else words)
    return text


def checked(row: models.Model) -> models.Model:
    """Return a row whose fields hold what they may hold; refuse it with the first reason otherwise."""
    try:
        row.clean_fields(exclude=[f.name for f in row._meta.fields if isinstance(f, models.ForeignKey)])
    except ValidationError as error:
        name, reasons = next(iter(error.message_dict.items()))
        label = next(field.verbose_name for field in row._meta.fields if field.name == name)
        raise Refused(f"{str(label).capitalize()}: {reasons[0]}") from None
    return row


def of_network(network_id: Any, *rows: Any) -> None:
    """Refuse a row of another network; the database would do so too, but only at the end and without words."""
    for row in rows:
        if row is not None and row.network_id != network_id:
            raise Refused(_("Dit hoort bij een ander netwerk."))


def next_initiative_number(network: Network, year: int) -> str:
    """Return the next number of this year; two people at once wait for each other, so no number is given twice."""
    return next_number(network, "I", year)


def tell(
    initiative: Initiative,
    *,
    icon: str,
    title: str,
    by: Person | None,
    text: str = "",
    decision: Decision | None = None,
    on: date | None = None,
    precision: str = Precision.DAY,
    source: str = "",
    is_known: bool = True,
) -> StoryEvent:
    """Add one step to the story. ``is_known`` is false for a step whose day the source does not give."""
    now = timezone.now()
    return StoryEvent.objects.create(
        network_id=initiative.network_id,
        initiative=initiative,
        icon=icon,
        happened_on=(on or timezone.localdate(now)) if is_known else None,
        precision=precision,
        recorded_at=now,
        title=title[:300],
        text=text,
        person_name=by.name if by is not None else "",
        decision=decision,
        source=source,
    )
