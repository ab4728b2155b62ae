"""What people said of themselves, for the dossier: what may be read into it first, then the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.documents.paper import Figure, Heading, Part, Points, Table, Text
from schakel.initiatives.queries.paper_piece import PaperPiece
from schakel.initiatives.queries.survey_drawings import described, dots
from schakel.initiatives.queries.surveys import Questionnaire, change_rows, questionnaires
from schakel.measuring.queries import NO_FIGURES
from schakel.methods.surveys import Score
from schakel.web.formats import number

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person


def said_by_people(person: Person, initiative: Initiative) -> PaperPiece:
    """Each questionnaire: what to know first, dots, means and changes; nothing without one. One database query."""
    found = questionnaires(person, initiative)
    if not found:
        return PaperPiece()
    parts: list[Part] = [Heading(_("Wat mensen zelf zeggen"))]
    for one in found:
        answered = [f"{each.words}: {each.answered_words}." for each in one.rounds]
        parts += [Heading(_named(one), 2), Points([*one.cautions, *answered])]
        if one.names:
            broad, narrow = dots(one)
            under = _("Elke stip is een gemiddelde; de lijn is waar het met 95 % zekerheid ligt.")
            parts += [Figure(broad, described(one), under, narrow=narrow), _means(one)]
        parts += [*_changes(one), *_improved(one)]
    return PaperPiece(parts, sum((one.tally for one in found), NO_FIGURES))


def _named(found: Questionnaire) -> str:
    """Its name, with the sort of questionnaire where the name does not say that already."""
    sort = str(found.instrument.label)
    return sort if sort.startswith(found.name) else f"{found.name} ({sort})"


def _means(found: Questionnaire) -> Table:
    """The means with how many people each is over."""
    head = [_("Dimensie")]
    for each in found.rounds:
        head += [str(each.row.get_moment_display()), _("met 95 % zekerheid"), _("mensen")]
    rows = []
    for name in found.names:
        row = [name]
        for each in found.rounds:
            score = each.score(name)
            row += [_("verborgen"), "–", _("onder 10")] if score is None else _score_cells(score)
        rows.append(row)
    widths = (4, *[3, 3, 2] * len(found.rounds))
    return Table(head, rows, widths=widths, right=frozenset(range(1, len(head))))


def _score_cells(score: Score) -> list[str]:
    low, high = score.margin95
    margin = _("%(low)s tot %(high)s") % {"low": number(low, 1), "high": number(high, 1)}
    return [number(score.mean, 1), margin, number(score.n)]


def _changes(found: Questionnaire) -> list[Part]:
    """How much the same people changed."""
    rows = change_rows(found)
    if not rows:
        return []
    head = [_("Verandering bij wie beide keren invulde"), _("per mens"), _("met 95 % zekerheid"), _("mensen")]
    return [Table(head, rows, widths=(5, 2, 3, 2), right=frozenset({1, 2, 3}))]


def _improved(found: Questionnaire) -> list[Part]:
    """How many people improved by what matters, and who says what matters."""
    if not found.has_both:
        return []
    rows = [one.cells for one in found.improved]
    head = [_("Wie merkbaar vooruitging"), _("mensen"), _("deel"), _("met 95 % zekerheid")]
    table = [Table(head, rows, widths=(5, 3, 2, 3), right=frozenset({1, 2, 3}))] if rows else []
    return [*table, Text(found.limit_words)]
