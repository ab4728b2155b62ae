"""Keeping the answer templates of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.initiatives.actions.keeping import needed
from schakel.initiatives.models import AnswerTemplate
from schakel.initiatives.permissions import why_not_keep_answers
from schakel.initiatives.rules.answers import LONGEST_ANSWER, LONGEST_NAME, why_not_answer
from schakel.journal.actions import record
from schakel.network.models import Network
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.people.models import Person

#: So many fit in a list that can be read.
MOST = 40


@transaction.atomic
def keep_answer(
    network: Network, *, by: Person | None, name: str, text: str, template: AnswerTemplate | None = None
) -> AnswerTemplate:
    """Write a template, or change one; what was sent with it before stays as it was sent."""
    allow(why_not_keep_answers(by, network))
    name = needed(name, _("Geef de tekst een naam."), longest=LONGEST_NAME)
    text = needed(text, _("Schrijf de tekst op."), longest=LONGEST_ANSWER)
    allow(why_not_answer(text))
    Network.objects.select_for_update(of=("self",)).get(pk=network.pk)
    rows = AnswerTemplate.objects.of(network)
    row = _now(template) if template else AnswerTemplate(network=network)
    others = rows.exclude(pk=row.pk)
    if others.filter(name__iexact=name).exists():
        raise Refused(_("Er is al een tekst met de naam “%(name)s”. Kies een andere naam.") % {"name": name})
    if template is None and others.count() >= MOST:
        raise Refused(_("Er zijn al %(n)s teksten. Verwijder er eerst een.") % {"n": MOST})
    row.name, row.text = name, text
    row.save()
    record(by=by, verb="answer template kept", about=row)
    return row


@transaction.atomic
def drop_answer(template: AnswerTemplate, *, by: Person | None) -> None:
    """Remove a template; its history and what was sent with it stay."""
    allow(why_not_keep_answers(by, template.network))
    row = _now(template)
    record(by=by, verb="answer template dropped", about=row)
    row.delete()


def _now(template: AnswerTemplate) -> AnswerTemplate:
    """The row as it is now, held; somebody else may have removed it."""
    found = AnswerTemplate.objects.of(template.network).select_for_update(of=("self",)).filter(pk=template.pk)
    row = found.select_related("network").first()
    if row is None:
        raise Refused(_("Deze tekst is er niet meer. Ververs de pagina."))
    return row
