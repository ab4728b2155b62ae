"""What the raters found, for the memo after screening: each question with its answers, and why somebody doubts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.documents.paper import Heading, Points, Table, Text, WordPart
from schakel.initiatives.permissions import why_not_see_screening
from schakel.initiatives.queries.screening import CriterionRow, Round, round_of
from schakel.web.formats import number

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person


def assessment_parts(person: Person, initiative: Initiative, today: date) -> list[WordPart]:
    """The answers as this person may see them, without names; nothing when nobody was asked. Ten database queries."""
    if why_not_see_screening(person, initiative):
        return []
    found = round_of(person, initiative, today)
    if not found.raters:
        return []
    done = _("%(done)s van %(all)s beoordelaars zijn klaar.") % {
        "done": number(found.n_done, 0),
        "all": number(found.n_raters, 0),
    }
    parts: list[WordPart] = [Heading(_("Beoordeling")), Text(done)]
    if not found.is_open:
        return [*parts, Text(found.why_hidden)]
    if found.total is not None:
        words = _(
            "Gewogen uitkomst: %(total)s van 5, gerekend met de middelste score van elke vraag. Een hulp bij het "
            "gesprek; hij beslist niets."
        )
        parts.append(Text(words % {"total": number(found.total, 1)}))
    rows = [[f"{row.criterion.code} {row.criterion.text}", tally_words(row)] for row in found.rows]
    parts.append(Table([_("Vraag"), _("Antwoorden")], rows, widths=(6, 4)))
    doubts = _doubts(found)
    return [*parts, Text(_("Wie nee of nog niet zegt, zegt waarom:")), Points(doubts)] if doubts else parts


def tally_words(row: CriterionRow) -> str:
    """What the answers on one question say together, in words."""
    if row.system:
        return row.system.words
    tally = row.tally
    if tally is None or not tally.n:
        return _("nog geen antwoord")
    if row.takes_score:
        words = _("midden %(median)s, van %(lowest)s tot %(highest)s, %(n)s keer gegeven") % {
            "median": number(tally.median or 0),
            "lowest": tally.lowest,
            "highest": tally.highest,
            "n": tally.n,
        }
    else:
        counted = ((tally.n_yes, _("ja")), (tally.n_not_yet, _("nog niet")), (tally.n_no, _("nee")))
        words = ", ".join(f"{n} × {answer}" for n, answer in counted if n)
    return _("%(words)s; de meningen lopen uiteen") % {"words": words} if tally.disagree else words


def _doubts(found: Round) -> list[str]:
    """The reasons behind every answer that is no yes; without names: the talk is about what was said."""
    return [
        f"{row.criterion.code}: {answer.reason}"
        for row in found.rows
        for answer in row.answers
        if answer.reason and answer.value in {"no", "not_yet"}
    ]
