"""The fixed lists of choices of initiatives, with their Dutch words."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What an initiative becomes: a light assignment or a full project."""

    PROCESS_ASSIGNMENT = "process_assignment", _("Procesopdracht")
    PROJECT = "project", _("Project")


class Moment(TextChoices):
    """When criteria are answered: for the first time at screening, confirmed after exploration."""

    P1 = "p1", _("bij de screening")
    P2 = "p2", _("na de verkenning")


class Value(TextChoices):
    """An answer on a yes/no criterion."""

    YES = "yes", _("Ja")
    NO = "no", _("Nee")
    NOT_YET = "not_yet", _("Nog niet")


class Willingness(TextChoices):
    """Whether a partner would join."""

    YES = "yes", _("Ja, wij doen mee")
    MAYBE = "maybe", _("Misschien")
    NO = "no", _("Nee, wij doen niet mee")


class FactorKind(TextChoices):
    """The five factors that make or break implementation."""

    PEOPLE = "people", _("Mensen en mindset")
    DATA = "data", _("Besluitvorming op basis van data")
    TECHNOLOGY = "technology", _("Technologie")
    FINANCE = "finance", _("Financiën")
    LOGISTICS = "logistics", _("Infrastructuur en logistiek")


class Law(TextChoices):
    """The law that pays for care or support."""

    ZVW = "zvw", _("Zorgverzekeringswet (Zvw)")
    WLZ = "wlz", _("Wet langdurige zorg (Wlz)")
    WMO = "wmo", _("Wet maatschappelijke ondersteuning (Wmo)")
    JW = "jw", _("Jeugdwet")
    OTHER = "other", _("Anders")


class CommitmentKind(TextChoices):
    """What a partner can promise."""

    HOURS = "hours", _("Uren")
    MONEY = "money", _("Geld")
    IMPLEMENTATION = "implementation", _("Invoering")
    DATA = "data", _("Gegevens")


class CommitmentStatus(TextChoices):
    """What the partner answered."""

    ASKED = "asked", _("Gevraagd")
    CONFIRMED = "confirmed", _("Ja")
    DECLINED = "declined", _("Nee")
    AMENDED = "amended", _("Anders")
    WITHDRAWN = "withdrawn", _("Ingetrokken")


class CostType(TextChoices):
    """The sort of cost."""

    STAFF = "staff", _("Personeel")
    EQUIPMENT = "equipment", _("Middelen")
    IT = "it", _("ICT")
    TRAINING = "training", _("Scholing")
    RESEARCH = "research", _("Onderzoek en meten")
    OTHER = "other", _("Overig")


class Obligation(TextChoices):
    """What a milestone owes: an effort or a result."""

    EFFORT = "effort", _("inspanning")
    RESULT = "result", _("resultaat")


class Size(TextChoices):
    """Small, middle or large."""

    LOW = "low", _("Klein")
    MEDIUM = "medium", _("Middel")
    HIGH = "high", _("Groot")


class YesNoUnknown(TextChoices):
    """An answer that may honestly be unknown."""

    NO = "no", _("Nee")
    YES = "yes", _("Ja")
    UNKNOWN = "unknown", _("Weten we nog niet")
