"""Questionnaires as scores only: which instruments, what comes in, and what may be said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.methods.disclosure import PUBLIC_THRESHOLD
from schakel.web.fields import plain_figure, why_two_meanings
from schakel.web.formats import dutch_date

MOST_SCORES, MOST_ROUNDS = 12, 12
#: The six dimensions of Positive Health, in their fixed order; short, because longer words collide in a drawing.
DIMENSIONS = ("Lichaam", "Mentaal", "Zingeving", "Levenskwaliteit", "Meedoen", "Dagelijks leven")
LOWEST, HIGHEST = Decimal(0), Decimal(10)


class Instrument(TextChoices):
    """Which questionnaire; its questions never come into Schakel."""

    POSITIVE_HEALTH = "positive_health", gettext_lazy("Positieve Gezondheid, gespreksinstrument")
    PH22 = "ph22", gettext_lazy("PH22")
    EQ5D = "eq5d", gettext_lazy("EQ-5D")
    PROMIS = "promis", gettext_lazy("PROMIS")
    WHO5 = "who5", gettext_lazy("WHO-5")
    PROM = "prom", gettext_lazy("Andere lijst over uitkomsten (PROM)")
    PREM = "prem", gettext_lazy("Lijst over ervaringen (PREM)")


class Round(TextChoices):
    """At which moment it was asked."""

    BASELINE = "baseline", gettext_lazy("Nulmeting")
    FOLLOW_UP = "follow_up", gettext_lazy("Vervolgmeting")


@dataclass(frozen=True)
class ScoreRow:
    """One dimension or scale as it came in."""

    name: str
    mean: Decimal
    sd: Decimal
    n: int

    def kept(self) -> list[str | int]:
        """Plain values to keep."""
        return [self.name, str(self.mean), str(self.sd), self.n]


def score_read(kept: Sequence[str | int]) -> ScoreRow:
    """What ``ScoreRow.kept`` wrote, read back."""
    name, mean, sd, n = kept
    return ScoreRow(str(name), Decimal(str(mean)), Decimal(str(sd)), int(n))


def scores_read(
    text: str, instrument: str, lowest: Decimal, highest: Decimal
) -> tuple[list[ScoreRow], list[str]]:
    """The scores in a block as it is typed or pasted, and what is wrong with it, line by line.

    >>> scores_read("Meedoen; 6,4; 1,9; 31", "prom", Decimal(0), Decimal(10))[0][0].mean
    Decimal('6.4')
    """
    rows: list[ScoreRow] = []
    faults: list[str] = []
    for nth, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in line.replace("\t", ";").split(";")]
        if not any(cells):
            continue
        try:
            rows.append(_row(cells, lowest, highest))
        except ValueError as wrong:
            faults.append(_("Regel %(n)d: %(why)s") % {"n": nth, "why": wrong})
    names = [row.name.casefold() for row in rows]
    if len(set(names)) < len(names):
        faults.append(_("Elke naam staat er één keer."))
    if not rows and not faults:
        faults.append(_("Vul minstens één regel in."))
    if len(rows) > MOST_SCORES:
        faults.append(_("Er passen %(n)d regels.") % {"n": MOST_SCORES})
    if instrument == Instrument.POSITIVE_HEALTH and not faults:
        if names != [one.casefold() for one in DIMENSIONS]:
            faults.append(
                _("Positieve Gezondheid heeft zes dimensies, in deze volgorde: %(names)s.")
                % {"names": ", ".join(DIMENSIONS)}
            )
        if (lowest, highest) != (LOWEST, HIGHEST):
            faults.append(_("Bij Positieve Gezondheid loopt een score van 0 tot 10."))
    return rows, faults


def _row(cells: Sequence[str], lowest: Decimal, highest: Decimal) -> ScoreRow:
    """One line; raises ValueError with the reason in Dutch."""
    if len(cells) != 4:
        raise ValueError(_("er moeten vier vakken zijn: naam, gemiddelde, spreiding, aantal mensen."))
    name = cells[0]
    if not name or len(name) > 40:
        raise ValueError(_("schrijf een naam van ten hoogste 40 tekens."))
    mean, sd, n = (_figure(cell) for cell in cells[1:])
    if n != int(n) or not 0 < n < 1_000_000:
        raise ValueError(_("schrijf hoeveel mensen, een heel getal."))
    if n < PUBLIC_THRESHOLD:
        raise ValueError(
            _("het gaat om minder dan %(n)d mensen. Die cijfers komen er niet in.") % {"n": PUBLIC_THRESHOLD}
        )
    if not lowest <= mean <= highest:
        raise ValueError(_("het gemiddelde ligt buiten de schaal."))
    if not 0 <= sd <= highest - lowest:
        raise ValueError(_("de spreiding past niet bij de schaal."))
    return ScoreRow(name, mean, sd, int(n))


def _figure(cell: str) -> Decimal:
    if reason := why_two_meanings(cell):
        raise ValueError(reason)
    try:
        found = Decimal(plain_figure(cell))
    except InvalidOperation:
        raise ValueError(_("“%(cell)s” is geen getal.") % {"cell": cell}) from None
    if not found.is_finite():
        raise ValueError(_("“%(cell)s” is geen getal.") % {"cell": cell})
    return found


def why_not_licence(licence_until: date | None, held_on: date) -> str | None:
    """Why a questionnaire could not be used on that day: the licence had ended.

    >>> why_not_licence(date(2026, 1, 1), date(2026, 2, 1))
    'De licentie liep tot en met 1 januari 2026. Vraag de houder om een nieuwe, of kies een andere lijst.'
    """
    if licence_until is not None and licence_until < held_on:
        return _(
            "De licentie liep tot en met %(day)s. Vraag de houder om een nieuwe, of kies een andere lijst."
        ) % {"day": dutch_date(licence_until)}
    return None


def why_not_answered(
    n_asked: int, n_answered: int, rows: Sequence[ScoreRow], n_paired: int | None
) -> str | None:
    """Why numbers of people cannot be right."""
    if n_answered > n_asked:
        return _("Er vulden niet meer mensen iets in dan er gevraagd konden worden.")
    if any(row.n > n_answered for row in rows):
        return _("Een score gaat over meer mensen dan er iets invulden.")
    if n_paired is not None and n_paired > n_answered:
        return _("Er vulden niet meer mensen twee keer iets in dan nu.")
    return None
