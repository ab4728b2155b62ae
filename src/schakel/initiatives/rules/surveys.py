"""Questionnaires as scores only: which instruments, what comes in, and what may be said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.methods.disclosure import PUBLIC_THRESHOLD
from schakel.web.fields import plain_figure, why_two_meanings
from schakel.web.formats import dutch_date

MOST_SCORES, MOST_ROUNDS = 12, 12
#: From this share with the lowest or the highest score on, a scale no longer tells who is better or worse off (Terwee
#: and others, J Clin Epidemiol 2007;60:34–42), in percent.
END_OF_SCALE = 15
#: Groups of which the shares that answered lie so many points apart did not answer alike.
UNLIKE = 10
#: The six dimensions of Positive Health, in their fixed order; short, because longer words collide in a drawing.
DIMENSIONS = ("Lichaam", "Mentaal", "Zingeving", "Levenskwaliteit", "Meedoen", "Dagelijks leven")
LOWEST, HIGHEST = Decimal(0), Decimal(10)


Line = TypeVar("Line", "ScoreRow", "Group")


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
    """One dimension or scale as it came in.

    floor and ceiling: the percentage with the lowest and highest score. better: of a change, how many people improved
    by the smallest difference that matters, or more.
    """

    name: str
    mean: Decimal
    sd: Decimal
    n: int
    floor: Decimal | None = None
    ceiling: Decimal | None = None
    better: int | None = None

    def kept(self) -> list[str | int]:
        """Plain values to keep."""
        if self.better is not None:
            return [self.name, str(self.mean), str(self.sd), self.n, self.better]
        ends = [] if self.floor is None or self.ceiling is None else [str(self.floor), str(self.ceiling)]
        return [self.name, str(self.mean), str(self.sd), self.n, *ends]


def score_read(kept: Sequence[str | int]) -> ScoreRow:
    """What ``ScoreRow.kept`` wrote, read back."""
    name, mean, sd, n, *more = kept
    row = ScoreRow(str(name), Decimal(str(mean)), Decimal(str(sd)), int(n))
    if len(more) == 1:
        return replace(row, better=int(more[0]))
    return replace(row, floor=Decimal(str(more[0])), ceiling=Decimal(str(more[1]))) if more else row


@dataclass(frozen=True)
class Group:
    """People with one background: how many could be asked, and how many of them answered."""

    name: str
    n_asked: int
    n_answered: int

    def kept(self) -> list[str | int]:
        """Plain values to keep."""
        return [self.name, self.n_asked, self.n_answered]


def scores_read(
    text: str, instrument: str, lowest: Decimal, highest: Decimal
) -> tuple[list[ScoreRow], list[str]]:
    """The scores in a block as it is typed or pasted, and what is wrong with it, line by line.

    >>> scores_read("Meedoen; 6,4; 1,9; 31", "prom", Decimal(0), Decimal(10))[0][0].mean
    Decimal('6.4')
    """
    rows, faults = _lines_read(text, lambda cells: _row(cells, lowest, highest))
    names = [row.name.casefold() for row in rows]
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


def changes_read(
    text: str, rows: Sequence[ScoreRow], size: Decimal, *, has_limit: bool = False
) -> tuple[list[ScoreRow], list[str]]:
    """How much the same people changed, by dimension, as it is typed or pasted; size: how long the scale is.

    has_limit: whether it is published how much matters, so that it can be told how many people improved that much.

    >>> score = ScoreRow("Meedoen", Decimal(6), Decimal(2), 31)
    >>> changes_read("Meedoen; -0,4; 1,9; 28", [score], Decimal(10))[0][0].mean
    Decimal('-0.4')
    """
    changes, faults = _lines_read(text, lambda cells: _change(cells, size, has_limit=has_limit))
    known = {row.name.casefold() for row in rows}
    for one in changes:
        if one.name.casefold() not in known:
            faults.append(_("“%(name)s” staat niet bij de scores.") % {"name": one.name})
    return changes, faults


def groups_asked_read(text: str, n_asked: int, n_answered: int) -> tuple[list[Group], list[str]]:
    """Who could be asked and who answered, by background; together they are everybody.

    >>> groups_asked_read("Tot 85 jaar; 30; 24\\n85 en ouder; 20; 11", 50, 35)[1]
    []
    """
    groups, faults = _lines_read(text, _group)
    if groups and not faults:
        asked, answered = sum(one.n_asked for one in groups), sum(one.n_answered for one in groups)
        if (asked, answered) != (n_asked, n_answered):
            faults.append(
                _(
                    "Samen zijn de groepen %(asked)d mensen van wie %(answered)d invulden; hierboven staat %(n)d en "
                    "%(m)d."
                )
                % {"asked": asked, "answered": answered, "n": n_asked, "m": n_answered}
            )
        if len(groups) < 2:
            faults.append(_("Om te vergelijken zijn twee groepen nodig."))
    if len(groups) > MOST_SCORES:
        faults.append(_("Er passen %(n)d regels.") % {"n": MOST_SCORES})
    return groups, faults


def _lines_read(text: str, read: Callable[[Sequence[str]], Line]) -> tuple[list[Line], list[str]]:
    """Every line that is not empty, and what is wrong with the others; no name stands there twice."""
    rows: list[Line] = []
    faults: list[str] = []
    for nth, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in line.replace("\t", ";").split(";")]
        if not any(cells):
            continue
        try:
            rows.append(read(cells))
        except ValueError as wrong:
            faults.append(_("Regel %(n)d: %(why)s") % {"n": nth, "why": wrong})
    names = [row.name.casefold() for row in rows]
    if len(set(names)) < len(names):
        faults.append(_("Elke naam staat er één keer."))
    return rows, faults


def _row(cells: Sequence[str], lowest: Decimal, highest: Decimal) -> ScoreRow:
    """One line; raises ValueError with the reason in Dutch."""
    if len(cells) not in (4, 6):
        raise ValueError(
            _(
                "er moeten vier vakken zijn: naam, gemiddelde, spreiding, aantal mensen. Of zes, met het "
                "percentage met de laagste en met de hoogste score."
            )
        )
    name = _named(cells[0])
    mean, sd, n, *ends = (_figure(cell) for cell in cells[1:])
    people = _people(n)
    if not lowest <= mean <= highest:
        raise ValueError(_("het gemiddelde ligt buiten de schaal."))
    if not 0 <= sd <= highest - lowest:
        raise ValueError(_("de spreiding past niet bij de schaal."))
    if any(one < 0 for one in ends) or sum(ends) > 100:
        raise ValueError(_("de laagste en de hoogste score samen zijn van 0 tot 100 %."))
    floor, ceiling = ends or (None, None)
    return ScoreRow(name, mean, sd, people, floor, ceiling)


def _change(cells: Sequence[str], size: Decimal, *, has_limit: bool) -> ScoreRow:
    """One line of a change; raises ValueError with the reason in Dutch."""
    if len(cells) not in (4, 5):
        raise ValueError(_("er moeten vier vakken zijn: naam, gemiddeld verschil, spreiding, aantal mensen."))
    row = _row(cells[:4], -size, size)
    if len(cells) == 4 or not cells[4]:
        return row
    if not has_limit:
        raise ValueError(
            _("voor deze lijst op deze schaal staat hier geen gepubliceerde grens. Laat het vijfde vak weg.")
        )
    better = _figure(cells[4])
    if better != int(better) or not 0 <= better <= row.n:
        raise ValueError(_("er gingen niet meer mensen vooruit dan er beide keren invulden."))
    return replace(row, better=int(better))


def _group(cells: Sequence[str]) -> Group:
    """One line; raises ValueError with the reason in Dutch."""
    if len(cells) != 3:
        raise ValueError(_("er moeten drie vakken zijn: groep, konden gevraagd worden, vulden in."))
    asked, answered = _people(_figure(cells[1])), _figure(cells[2])
    if answered != int(answered) or not 0 <= answered <= asked:
        raise ValueError(_("er vulden niet meer mensen iets in dan er gevraagd konden worden."))
    return Group(_named(cells[0]), asked, int(answered))


def _named(cell: str) -> str:
    if not cell or len(cell) > 40:
        raise ValueError(_("schrijf een naam van ten hoogste 40 tekens."))
    return cell


def _people(n: Decimal) -> int:
    if n != int(n) or not 0 < n < 1_000_000:
        raise ValueError(_("schrijf hoeveel mensen, een heel getal."))
    if n < PUBLIC_THRESHOLD:
        raise ValueError(
            _("het gaat om minder dan %(n)d mensen. Die cijfers komen er niet in.") % {"n": PUBLIC_THRESHOLD}
        )
    return int(n)


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
    n_asked: int,
    n_answered: int,
    rows: Sequence[ScoreRow],
    n_paired: int | None,
    changes: Sequence[ScoreRow] = (),
) -> str | None:
    """Why numbers of people cannot be right."""
    if n_answered > n_asked:
        return _("Er vulden niet meer mensen iets in dan er gevraagd konden worden.")
    if any(row.n > n_answered for row in rows):
        return _("Een score gaat over meer mensen dan er iets invulden.")
    if n_paired is not None and n_paired > n_answered:
        return _("Er vulden niet meer mensen twee keer iets in dan nu.")
    if changes and (n_paired is None or any(row.n > n_paired for row in changes)):
        return _("Een verandering gaat over meer mensen dan er twee keer iets invulden.")
    return None
