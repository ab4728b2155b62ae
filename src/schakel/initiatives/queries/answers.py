"""The answer templates of a network, and one filled in for an initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from schakel.initiatives.models import AnswerTemplate, Initiative
from schakel.initiatives.rules.answers import filled_in
from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person


def answer_templates(network: Network, person: Person) -> list[AnswerTemplate]:
    """The templates by name. One database query."""
    return list(AnswerTemplate.objects.visible_to(person).of(network).order_by("name"))


def answer_for(template: AnswerTemplate, initiative: Initiative) -> str:
    """The text of a template as it reads for this initiative, today. At most one database query."""
    words = {
        "nummer": initiative.number,
        "titel": initiative.title,
        "groep": str(initiative.body or initiative.network),
        "datum": dutch_date(timezone.localdate()),
    }
    return filled_in(template.text, words)
