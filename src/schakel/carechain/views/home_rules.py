"""By which rule each figure of the way from home to home is counted, as the pages say it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.carechain.models import TransferAgreement

#: What is counted, and how.
RULES: tuple[tuple[Any, Any], ...] = (
    (
        gettext_lazy("Van huis tot huis"),
        gettext_lazy(
            "Kalenderdagen van vertrek van huis of aankomst in het ziekenhuis (wat het eerst kwam) tot de eerste"
            " aankomst thuis. Met thuiszorg is iemand thuis. Een heropname begint een nieuwe weg."
        ),
    ),
    (
        gettext_lazy("Antwoord"),
        gettext_lazy(
            "Elke verstuurde aanvraag telt, met het eerste antwoord in dezelfde stap, ook een weigering. Verstreken"
            " uren. Een tweede plek is een nieuwe aanvraag. Wie overlijdt of nog wacht, is in geen percentage."
        ),
    ),
    (
        gettext_lazy("Nachten wachten"),
        gettext_lazy(
            "De datum van vertrek min de datum waarop iemand klaar was. Netto is zonder de nachten waar de patiënt"
            " zelf om vroeg; daarop toetst Schakel de afspraak."
        ),
    ),
    (
        gettext_lazy("Overdracht op tijd"),
        gettext_lazy(
            "De laatste overdracht van de stap is zoveel uur voor vertrek verstuurd als is afgesproken."
        ),
    ),
    (
        gettext_lazy("Heropname"),
        gettext_lazy(
            "De datum van terugkomst min de datum van vertrek uit het ziekenhuis. Zij staat bij de stap van dat"
            " vertrek."
        ),
    ),
    (
        gettext_lazy("Plek"),
        gettext_lazy(
            "Een aanvraag hoort bij de plek waar zij naartoe ging, al het andere bij de plek waar iemand heen ging."
            " De soort plek volgt uit haar naam, en anders uit de soort partner."
        ),
    ),
    (
        gettext_lazy("Wat verborgen is"),
        gettext_lazy(
            "Getallen van minder dan 10 mensen, en wat daaruit te berekenen zou zijn. Ook als bijna iedereen op tijd"
            " was, en een som die vooral van één of twee mensen komt."
        ),
    ),
)


def rules_of(agreement: TransferAgreement | None) -> list[dict[str, Any]]:
    """The rules as definition rows; with an agreement also when a step goes as agreed."""
    told = [{"label": label, "value": value} for label, value in RULES]
    if agreement is not None:
        words = _("Zoals afgesproken: antwoord, nachten en overdracht lukken elk bij %(n)s van de honderd.")
        told.append({"label": _("Oordeel"), "value": words % {"n": agreement.percent}})
    return told
