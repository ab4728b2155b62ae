"""The rules of a network: kinds, statuses, dates that are not fully known, trees without loops. No queries."""

import re
from calendar import monthrange
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.web.formats import dutch_date

Key = TypeVar("Key", bound=Hashable)


class GrowthStage(TextChoices):
    """How far a network has come; the growth itself is decided by the network."""

    FORMING = "forming", gettext_lazy("in oprichting")
    ESTABLISHED = "established", gettext_lazy("gevestigd")
    REGIONAL = "regional", gettext_lazy("regionaal")


#: Each stage and the one that follows; a network that is regional keeps growing without a name for it.
NEXT_GROWTH_STAGE: dict[str, GrowthStage] = {
    GrowthStage.FORMING: GrowthStage.ESTABLISHED,
    GrowthStage.ESTABLISHED: GrowthStage.REGIONAL,
}


class TierKind(TextChoices):
    """How somebody contributes to the network: with improvements, with the network itself, with a mandate."""

    VALUE = "value", gettext_lazy("waarde")
    PRECONDITIONS = "preconditions", gettext_lazy("randvoorwaarden")
    CONDITIONS = "conditions", gettext_lazy("voorwaarden")


class Precision(TextChoices):
    """How exactly the source knows a date."""

    DAY = "day", gettext_lazy("op de dag")
    MONTH = "month", gettext_lazy("op de maand")
    YEAR = "year", gettext_lazy("op het jaar")
    PERIOD = "period", gettext_lazy("een periode")


class OrganisationKind(TextChoices):
    """What sort of organisation it is, in the words of Dutch regional care."""

    HOSPITAL = "hospital", gettext_lazy("ziekenhuis")
    PRIMARY_CARE_GROUP = "primary_care_group", gettext_lazy("huisartsenorganisatie")
    PRIMARY_CARE_CENTRE = "primary_care_centre", gettext_lazy("gezondheidscentrum")
    GP_PRACTICE = "gp_practice", gettext_lazy("huisartsenpraktijk")
    OUT_OF_HOURS_GP = "out_of_hours_gp", gettext_lazy("huisartsenpost")
    PHARMACY = "pharmacy", gettext_lazy("apotheek")
    NURSING_HOME = "nursing_home", gettext_lazy("verpleeghuis")
    HOME_CARE = "home_care", gettext_lazy("thuiszorg")
    NURSING_AND_HOME_CARE = "nursing_and_home_care", gettext_lazy("verpleging, verzorging en thuiszorg")
    MENTAL_HEALTH = "mental_health", gettext_lazy("geestelijke gezondheidszorg")
    AMBULANCE = "ambulance", gettext_lazy("ambulancezorg")
    ACUTE_CARE_NETWORK = "acute_care_network", gettext_lazy("netwerk acute zorg")
    CARE_NETWORK = "care_network", gettext_lazy("zorgnetwerk")
    CARE_AND_WELFARE = "care_and_welfare", gettext_lazy("zorg en welzijn")
    WELFARE = "welfare", gettext_lazy("welzijn")
    HOUSING = "housing", gettext_lazy("wonen")
    PUBLIC_HEALTH = "public_health", gettext_lazy("publieke gezondheid (GGD)")
    MUNICIPALITY = "municipality", gettext_lazy("gemeente")
    PROVINCE = "province", gettext_lazy("provincie")
    INSURER = "insurer", gettext_lazy("zorgverzekeraar")
    REGIONAL_SUPPORT = "regional_support", gettext_lazy("regionale ondersteuning (ROS)")
    PROFESSIONAL_ASSOCIATION = "professional_association", gettext_lazy("beroepsvereniging")
    INDEPENDENT_PROFESSIONALS = "independent_professionals", gettext_lazy("vrijgevestigde zorgverleners")
    PATIENT_ORGANISATION = "patient_organisation", gettext_lazy("patiëntenorganisatie")
    CITIZEN_COOPERATIVE = "citizen_cooperative", gettext_lazy("bewonerscoöperatie")
    EDUCATION = "education", gettext_lazy("onderwijs")
    COMMUNITY = "community", gettext_lazy("voorziening in de wijk")
    ADVISOR = "advisor", gettext_lazy("adviesbureau")
    OTHER = "other", gettext_lazy("andere organisatie")


class PartnerStatus(TextChoices):
    """How an organisation stands in the network."""

    OWNER = "owner", gettext_lazy("eigenaar")
    PARTNER = "partner", gettext_lazy("partner")
    LISTENER = "listener", gettext_lazy("toehoorder")
    CANDIDATE = "candidate", gettext_lazy("kandidaat")
    PARTICIPANT = "participant", gettext_lazy("deelnemer, geen partner")
    LEFT = "left", gettext_lazy("uitgetreden")


#: What belongs to an organisation itself, in every network where it takes part.
NUMBERS = ("kvk_number", "agb_code")
#: How a KvK number and an AGB code are written.
NUMBER_PATTERN = r"^[0-9]{8}$"

COUNTED_AS_PARTNER = frozenset({PartnerStatus.OWNER, PartnerStatus.PARTNER})
"""The statuses that make an organisation a partner; the others only listen, apply, take part or have left."""


class Role(TextChoices):
    """What a person is in a network by membership; seats in bodies come on top of it."""

    MANAGER = "manager", gettext_lazy("netwerkmanager")
    REPRESENTATIVE = "representative", gettext_lazy("bestuurder-vertegenwoordiger")
    PROFESSIONAL = "professional", gettext_lazy("professional")
    ANALYST = "analyst", gettext_lazy("analist")
    READER = "reader", gettext_lazy("lezer")


class AreaKind(TextChoices):
    """What sort of area it is."""

    REGION = "region", gettext_lazy("regio")
    SUBREGION = "subregion", gettext_lazy("subregio")
    MUNICIPALITY = "municipality", gettext_lazy("gemeente")
    ZONE = "zone", gettext_lazy("zone")


class AgreementKind(TextChoices):
    """What sort of agreement binds the parties."""

    COOPERATION = "cooperation", gettext_lazy("samenwerkingsovereenkomst")
    COVENANT = "covenant", gettext_lazy("convenant")
    LETTER_OF_INTENT = "letter_of_intent", gettext_lazy("intentieverklaring")
    FUNDING = "funding", gettext_lazy("financieringsafspraak")
    OTHER = "other", gettext_lazy("andere afspraak")


class ObligationState(TextChoices):
    """What the party itself said about what it has to do."""

    ASKED = "asked", gettext_lazy("gevraagd")
    CONFIRMED = "confirmed", gettext_lazy("bevestigd")
    DISPUTED = "disputed", gettext_lazy("klopt niet, zegt de partner")
    WITHDRAWN = "withdrawn", gettext_lazy("ingetrokken")


#: So many days ahead a party reads on its overview that something has to be done, and is reminded of it by mail.
OBLIGATION_AHEAD_DAYS, OBLIGATION_REMIND_DAYS = 30, 14


class CriteriaKind(TextChoices):
    """How a set of criteria is answered."""

    YES_NO = "yes_no", gettext_lazy("ja of nee, met reden")
    WEIGHED = "weighed", gettext_lazy("gewogen, 1 tot 5")


class CriterionRule(TextChoices):
    """What the system itself can check about a criterion."""

    NONE = "", gettext_lazy("mensen beantwoorden het")
    AT_LEAST_TWO_PARTNERS = "at_least_two_partners", gettext_lazy("minstens twee verschillende partijen")


class Hue(TextChoices):
    """The colour of the band on top, per network; each passed the contrast table of the design."""

    PINE = "pine", gettext_lazy("den")
    HEATHER = "heather", gettext_lazy("heide")
    MOSS = "moss", gettext_lazy("mos")
    IRIS = "iris", gettext_lazy("iris")


RESERVED_SLUGS = frozenset(
    {
        "account",
        "api",
        "components",
        "demo",
        "favicon.ico",
        "inloggen",
        "netwerken",
        "over",
        "static",
        "toegankelijkheid",
        "uitloggen",
        "uitnodiging",
    }
)
"""Addresses of the platform itself, which no network can have."""

FACTS_OF_A_REPRESENTATIVE = ("wants", "offers", "can_teach")
"""What a partner tells about itself; its own representative may change these."""


@dataclass(frozen=True)
class CriterionText:
    """One criterion as it is typed or loaded, before it becomes a row of a version."""

    code: str
    text: str
    rule: str = ""
    preference: str = ""
    refers_to: tuple[str, ...] = ()
    is_knockout: bool = True
    weight: Decimal | None = None
    anchors: Mapping[str, str] = field(default_factory=dict)


def why_not_criteria(
    kind: str, criteria: Sequence[CriterionText], ambition_codes: frozenset[str]
) -> str | None:
    """Return what is wrong with a list of criteria, or None: the words that the person who made it reads."""
    if not criteria:
        return _("Een criteriaset heeft minstens één criterium.")
    codes = [criterion.code for criterion in criteria]
    doubled = sorted({code for code in codes if codes.count(code) > 1})
    if doubled:
        return _("De code %(codes)s komt meer dan één keer voor.") % {"codes": ", ".join(doubled)}
    for criterion in criteria:
        unknown = sorted(set(criterion.refers_to) - ambition_codes)
        if unknown:
            return _("Criterium %(code)s verwijst naar %(unknown)s, maar zo’n ambitie is er niet.") % {
                "code": criterion.code,
                "unknown": ", ".join(unknown),
            }
        if kind == CriteriaKind.WEIGHED and not criterion.is_knockout and criterion.weight is None:
            return _("Criterium %(code)s telt mee in de weging, maar heeft geen gewicht.") % {
                "code": criterion.code
            }
    return None


def why_not_weights(kind: str, criteria: Sequence[CriterionText]) -> str | None:
    """Return why the weights of a set are not complete, or None: together they are exactly 100.

    >>> why_not_weights("yes_no", [])
    """
    if kind != CriteriaKind.WEIGHED:
        return None
    total = sum((criterion.weight for criterion in criteria if criterion.weight is not None), Decimal(0))
    if total == 100:
        return None
    return _("De gewichten zijn samen %(total)s; samen horen zij 100 te zijn.") % {
        "total": f"{total.normalize():f}".replace(".", ",")
    }


@dataclass(frozen=True)
class Day:
    """A day with how exactly the source knows it."""

    day: date
    precision: Precision


def written_day(written: int | str) -> Day:
    """Turn 2012, 2016-04 or 2015-10-14 into its first day and its precision; raises ValueError for no such day."""
    parts = [int(part) for part in str(written).split("-")]
    precision = (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(parts) - 1]
    year, month, day = [*parts, 1, 1][:3]
    return Day(date(year, month, day), precision)


def last_day(day: date, precision: str) -> date:
    """The last day that a date may stand for: of its month, or of its year when no more than that is known.

    >>> last_day(date(2016, 4, 1), "month"), last_day(date(2012, 1, 1), "year")
    (datetime.date(2016, 4, 30), datetime.date(2012, 12, 31))
    """
    if precision in {"", Precision.DAY}:
        return day
    if precision == Precision.MONTH:
        return day.replace(day=monthrange(day.year, day.month)[1])
    return date(day.year, 12, 31)


def in_words(day: date | None, precision: str, period: str = "") -> str:
    """Say a date as exactly as the source knows it: "14 oktober 2015", "april 2016", "2012" or the period."""
    if precision == Precision.PERIOD or day is None:
        return period or _("datum niet in de bron")
    return dutch_date(day, precision)


def written_in_words(written: int | str) -> str:
    """Say a date of a network file in words: 2016-04 is april 2016."""
    known = written_day(written)
    return in_words(known.day, known.precision)


def is_valid_on(day: date, valid_from: date | None, valid_until: date | None) -> bool:
    """Tell whether a term that includes its first day and excludes its last moment covers a day."""
    return (valid_from is None or valid_from <= day) and (valid_until is None or day < valid_until)


#: Months before the end at which somebody is reminded, the earliest first.
REMIND_MONTHS = (12, 6, 3)


@dataclass(frozen=True)
class Renewal:
    """What is coming for an agreement: its last day, the last day to give notice, and which reminder is due."""

    ends_on: date
    notice_by: date | None
    months_left: int | None
    renews_itself: bool


def renewal(
    ends_on: date | None, notice_months: int | None, renewal_months: int | None, today: date
) -> Renewal | None:
    """Return what is coming for an agreement, or None without an end or once it is over.

    An agreement that renews itself runs on past its written end, by whole terms. ``months_left`` is 3, 6 or 12 from the
    day the reminder falls due; before that it is None.
    """
    if ends_on is None or (ends_on < today and not renewal_months):
        return None
    last = ends_on
    while last < today and renewal_months:
        last = months_after(last, renewal_months)
    due = [months for months in REMIND_MONTHS if months_after(last, -months) <= today]
    return Renewal(
        ends_on=last,
        notice_by=months_after(last, -notice_months) if notice_months else None,
        months_left=min(due, default=None),
        renews_itself=bool(renewal_months),
    )


def months_after(day: date, months: int) -> date:
    """Return the same day some months later or earlier; the last day of a shorter month.

    >>> months_after(date(2026, 1, 31), 1), months_after(date(2026, 3, 31), -1)
    (datetime.date(2026, 2, 28), datetime.date(2026, 2, 28))
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def next_day(first: date, day: date, every_months: int) -> date:
    """Return the day after ``day`` of what returns since ``first``: counted from there, so the end of a month stays.

    >>> next_day(date(2026, 1, 31), date(2026, 2, 28), 1)
    datetime.date(2026, 3, 31)
    """
    so_far = (day.year - first.year) * 12 + day.month - first.month
    return months_after(first, so_far + every_months)


def loops(parents: Mapping[Key, Key | None]) -> list[list[Key]]:
    """Return every loop in a tree that is given as child → parent, each once, starting at its first child.

    A parent outside the mapping ends the line; an empty list means the tree is sound.
    """
    found: list[list[Key]] = []
    done: set[Key] = set()
    for start in parents:
        path: list[Key] = []
        node: Key | None = start
        while node is not None and node in parents and node not in done:
            if node in path:
                found.append(path[path.index(node) :])
                break
            path.append(node)
            node = parents[node]
        done.update(path)
    return found


def clean_number(text: str) -> str:
    """A number as it is kept: people write spaces, points and dashes in it.

    >>> clean_number(" 1234.56 78 ")
    '12345678'
    """
    return re.sub(r"[\s.\-]", "", text)


def why_not_kvk_number(number: str) -> str | None:
    """Why this is no KvK number; empty means that it is not known."""
    if not number or re.fullmatch(NUMBER_PATTERN, number):
        return None
    return _("Een KvK-nummer heeft 8 cijfers, zoals 01234567.")


def why_not_agb_code(code: str) -> str | None:
    """Why this is no AGB code; empty means that it is not known."""
    if not code or re.fullmatch(NUMBER_PATTERN, code):
        return None
    return _("Een AGB-code heeft 8 cijfers, zoals 01234567.")
