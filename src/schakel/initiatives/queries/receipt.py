"""What somebody who gave an idea gets at once: its number, the day of the answer, and what happens next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from schakel.documents.paper import Facts, Heading, Points, Text, WordPart
from schakel.initiatives.models import Initiative
from schakel.web.formats import dutch_date, weekday_date


@dataclass(frozen=True)
class Expected:
    """One thing that happens with an idea: about when, what, and what it means for who gave it."""

    icon: str
    when: str
    title: str
    text: str


def what_to_expect() -> Sequence[Expected]:
    """What happens with every idea, in order. No database query."""
    return (
        Expected(
            "mail",
            _("binnen tien werkdagen"),
            _("De netwerkmanager leest uw idee"),
            _("Is iets niet duidelijk? Dan krijgt u een vraag. U ziet die in uw overzicht."),
        ),
        Expected(
            "score",
            _("daarna, meestal binnen acht weken"),
            _("Een groep van partners beoordeelt het"),
            _(
                "De leden beantwoorden de vragen die in dit netwerk voor elk idee gelden. "
                "U beoordeelt uw eigen idee niet mee."
            ),
        ),
        Expected(
            "decision",
            _("bij elk besluit"),
            _("U leest het antwoord als eerste"),
            _("Ook als het niet doorgaat hoort u waarom."),
        ),
    )


def receipt_parts(idea: Initiative) -> list[WordPart]:
    """The receipt on paper, with the idea as it was given. No database query."""
    facts = [
        (_("Uw nummer"), idea.number),
        (_("Ontvangen op"), dutch_date(idea.submitted_at) if idea.submitted_at else ""),
        (_("Antwoord vóór"), weekday_date(idea.answer_by) if idea.answer_by else ""),
    ]
    texts = [
        (_("Probleem, en voor wie"), idea.problem),
        (_("Voorstel"), idea.proposal),
        (_("Levert op"), idea.benefit),
        (_("Wie doen mee"), idea.who_joins),
    ]
    return [
        Facts([(label, value) for label, value in facts if value]),
        Heading(_("Uw idee")),
        *(part for label, text in texts if text for part in (Heading(label, 2), Text(text))),
        Heading(_("Dit kunt u verwachten")),
        Points([f"{one.title} ({one.when}). {one.text}" for one in what_to_expect()]),
    ]
