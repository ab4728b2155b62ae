"""What it is worth, for the dossier: the card, who pays and who gains, and what is not counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.documents.paper import Card, Facts, Figure, Heading, Part, Points, Table, Text
from schakel.initiatives.queries.paper_piece import PaperPiece
from schakel.initiatives.queries.value import ValuePage, value_of

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person


def worth_of(person: Person, initiative: Initiative) -> PaperPiece:
    """The value card as a board reads it; where nothing can be said, why. Six database queries.

    Every figure on it is over ten people or more: a smaller line is refused where it comes in.
    """
    known = value_of(person, initiative)
    parts: list[Part] = [Card(_("Wat het waard is"), known.headline)]
    if known.assessment is None:
        return PaperPiece(parts)
    parts.append(Facts(known.facts))
    parts += _card_parts(known)
    parts.append(Text(_("Wat niet meetelt: %(words)s") % {"words": known.assessment.not_counted}))
    if known.lines:
        head = [_("Wie"), _("Betaalt"), _("Houdt geld over"), _("Wint tijd ter waarde van"), _("Samen")]
        parts += [
            Heading(_("Wie betaalt en wie wint"), 2),
            Table(
                head,
                [[cell or "–" for cell in row] for row in known.payer_rows],
                widths=(4, 2, 2, 3, 4),
                right=frozenset({1, 2, 3}),
            ),
            *([Text(known.payers_aside)] if known.payers_aside else []),
            Table(
                [_("Partner"), *known.purses],
                [[row.name, *[cell or "–" for cell in row.cells]] for row in known.matrix],
                widths=(3, *[3 for _purse in known.purses]),
            ),
        ]
    return PaperPiece(parts, known.tally)


def _card_parts(known: ValuePage) -> list[Part]:
    """The drawing before anything is divided, then the sentences, then what is left at each amount."""
    if known.why_not is not None or known.card is None or known.assessment is None:
        return []
    told = known.told
    under = _("Nieuwe aanpak min gewone zorg, met waar het met 95 % zekerheid ligt.")
    return [
        Figure(known.card.broad, " ".join(told[:2]), under, narrow=known.card.narrow),
        Points(told),
        *_cloud_parts(known),
        Heading(_("Wat er overblijft, naar wat één eenheid waard is"), 2),
        Table(known.benefits_head, known.benefits, right=frozenset({0, 1, 2, 3})),
        Text(_("Bedragen uit: %(origin)s") % {"origin": known.assessment.amounts_origin}),
        *_flip_parts(known),
    ]


def _flip_parts(known: ValuePage) -> list[Part]:
    """What has to be otherwise for the answer to turn."""
    if not known.flips:
        return []
    head = Heading(_("Wanneer het antwoord kantelt"), 2)
    return [head, Table(known.flips_head, known.flips, widths=(3, 4, 4), right=frozenset({1, 2}))]


def _cloud_parts(known: ValuePage) -> list[Part]:
    """Every draw as a dot, and the same as a table."""
    card = known.card
    if card is None or not card.cloud_broad:
        return []
    told = "; ".join(f"{words}: {n}" for words, n in known.corners)
    alt = _("Waar de doorrekeningen liggen, van de 100: %(told)s.") % {"told": told}
    return [
        Heading(_("Hoe zeker het is: alle doorrekeningen"), 2),
        Figure(card.cloud_broad, alt, known.cloud_words, narrow=card.cloud_narrow),
        Table(known.corners_head, known.corners, widths=(5, 3), right=frozenset({1})),
    ]
