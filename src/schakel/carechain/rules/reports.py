"""What a provider tells of a month of waiting in the ggz, and what cannot be told. No queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

#: Months back that somebody may tell of.
MOST_MONTHS_BACK = 60
#: A mean above this many days has its unit wrong.
MOST_DAYS = 5 * 365
MOST_PEOPLE, MOST_FTE = 100_000, Decimal(20_000)


class Phase(TextChoices):
    """From where to where people wait; the letters of the norms."""

    INTAKE = "A", gettext_lazy("aanmelding tot intake")
    TREATMENT = "B", gettext_lazy("intake tot behandeling")
    TOTAL = "T", gettext_lazy("aanmelding tot behandeling")


class WaitUnit(TextChoices):
    """In what a mean was delivered."""

    WEEKS = "weeks", gettext_lazy("weken")
    DAYS = "days", gettext_lazy("dagen")


DAYS_IN = {WaitUnit.WEEKS: 7, WaitUnit.DAYS: 1}


class Split(TextChoices):
    """About which of the people who came."""

    ALL = "", gettext_lazy("iedereen")
    DIAGNOSIS = "diagnosis", gettext_lazy("een diagnosegroep")
    FORM = "form", gettext_lazy("een behandelvorm")


@dataclass(frozen=True)
class Waited:
    """One phase of one month: the mean wait, of how many whose wait ended, the share in time, and who waits now.

    slot_wait: from the last day of the month to the third free slot in the diary, in the same unit as the mean; of no
    person, and not of the phases together.
    """

    mean_wait: Decimal | None = None
    n_started: int | None = None
    within_percent: Decimal | None = None
    n_waiting: int | None = None
    slot_wait: Decimal | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is told."""
        return self == Waited()

    def mean_days(self, unit: str) -> float | None:
        """The mean in days."""
        return _in_days(self.mean_wait, unit)

    def slot_days(self, unit: str) -> float | None:
        """The days to the third free slot."""
        return _in_days(self.slot_wait, unit)


def _in_days(wait: Decimal | None, unit: str) -> float | None:
    return None if wait is None else float(wait * DAYS_IN[WaitUnit(unit)])


@dataclass(frozen=True)
class Factors:
    """What plays a part in waiting in one month: people who treat, their hours, open places, and who left care."""

    n_professionals: int | None = None
    fte: Decimal | None = None
    vacancies_fte: Decimal | None = None
    n_left: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is told."""
        return self == Factors()


def why_not_month(month_on: date, today: date) -> str | None:
    """Why nothing can be told of this month: it has to be over, and not too long ago."""
    if month_on.day != 1:
        return _("Kies een maand.")
    ago = (today.year - month_on.year) * 12 + today.month - month_on.month
    if ago < 1:
        return _("Deze maand is nog niet voorbij. Vul haar in vanaf de eerste dag van de volgende maand.")
    if ago > MOST_MONTHS_BACK:
        return _("Deze maand is meer dan vijf jaar geleden. Die telt in geen enkel cijfer meer mee.")
    return None


def why_not_waited(told: Waited, unit: str, norm_days: float | None) -> str | None:
    """Why these figures of one phase cannot be; norm_days: what the share within the norm is about."""
    n, days, share = told.n_started or 0, told.mean_days(unit), told.within_percent
    if refusal := _why_not_long(days, told.slot_days(unit)):
        return refusal
    if max(n, told.n_waiting or 0) > MOST_PEOPLE or min(n, told.n_waiting or 0) < 0:
        return _("Een aantal mensen is een heel getal van 0 tot 100.000.")
    if days is not None and not n:
        return _("Vul ook de instroom in: over hoeveel mensen gaat dit gemiddelde?")
    if n and days is None:
        return _("Vul ook de gemiddelde wachttijd in van deze mensen.")
    if share is None:
        return None
    if not 0 <= share <= 100:
        return _("Een percentage ligt tussen 0 en 100.")
    if not n:
        return _("Vul ook de instroom in: van hoeveel mensen is dit het percentage?")
    if norm_days is not None and days is not None:
        if share == 100 and days > norm_days:
            return _("Iedereen binnen de norm, en toch gemiddeld langer dan de norm: dat kan niet.")
        if share == 0 and days <= norm_days:
            return _("Niemand binnen de norm, en toch gemiddeld niet langer dan de norm: dat kan niet.")
    return None


def _why_not_long(*waits: float | None) -> str | None:
    """Why waits of so many days cannot be."""
    known = [days for days in waits if days is not None]
    if any(days < 0 for days in known):
        return _("Een wachttijd is niet korter dan 0.")
    if any(days > MOST_DAYS for days in known):
        return _("Dit is meer dan vijf jaar. Klopt de eenheid, weken of dagen?")
    return None


def why_not_slot(phase: str, told: Waited) -> str | None:
    """Why no third free slot can be told here: a diary has one for an intake and one for a treatment."""
    if phase == Phase.TOTAL and told.slot_wait is not None:
        return _("Een derde vrije plek is er voor een intake of een behandeling, niet voor beide samen.")
    return None


def why_not_factors(told: Factors) -> str | None:
    """Why these figures of what plays a part cannot be."""
    people = [n for n in (told.n_professionals, told.n_left) if n is not None]
    if any(not 0 <= n <= MOST_PEOPLE for n in people):
        return _("Een aantal mensen is een heel getal van 0 tot 100.000.")
    if any(fte is not None and not 0 <= fte <= MOST_FTE for fte in (told.fte, told.vacancies_fte)):
        return _("Een aantal fte ligt tussen 0 en 20.000.")
    return None


def why_not_split(split: str, name: str) -> str | None:
    """Why this is no part of the people who came: a part has a name, all of them have none.

    >>> why_not_split(Split.ALL, "Angst")
    'Cijfers van iedereen hebben geen naam van een groep.'
    >>> why_not_split(Split.DIAGNOSIS, ""), why_not_split(Split.DIAGNOSIS, "Angst")
    ('Schrijf op om welke groep het gaat.', None)
    """
    if split == Split.ALL and name:
        return _("Cijfers van iedereen hebben geen naam van een groep.")
    if split != Split.ALL and not name:
        return _("Schrijf op om welke groep het gaat.")
    return None


def why_not_seen(seen: int | None, there: int) -> str | None:
    """Why figures cannot replace the version that stands there now: who filled them in saw another one."""
    if seen is None or seen == there:
        return None
    return _("Iemand anders veranderde dit intussen. Kijk na wat er nu staat, en bewaar opnieuw.")
