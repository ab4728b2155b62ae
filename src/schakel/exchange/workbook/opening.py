"""From bytes that somebody sent to cells that can be trusted to be only cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from schakel.documents.opening import opened_apart
from schakel.exchange.tree import CannotRead, Fault
from schakel.methods.workbooks import Unfit, why_unfit

#: The child stops itself by its limits; this is for a machine that knows no limits.
PATIENCE_SECONDS = 60
CHILD = "schakel.exchange.workbook.apart"


@dataclass(frozen=True)
class Page:
    """One sheet as it was filled in: rows with their number in Excel, cells as [sign, value] or None."""

    title: str
    rows: list[tuple[int, list[Any]]] = field(default_factory=list)


def open_workbook(data: bytes) -> list[Page]:
    """Read the cells of a workbook, in a process of its own; raises CannotRead with the reason in Dutch."""
    if (unfit := why_unfit(data)) is not None:
        raise CannotRead(Fault(0, 0, sentence(unfit)))
    answer = opened_apart(CHILD, data, seconds=PATIENCE_SECONDS)
    if "unfit" in answer:
        raise CannotRead(Fault(0, 0, sentence(answer["unfit"], sheet=answer.get("sheet", ""))))
    return [Page(one["title"], [(row[0], row[1]) for row in one["rows"]]) for one in answer["sheets"]]


def sentence(unfit: str, *, sheet: str = "") -> str:
    """Why a file is not taken, and what to do then."""
    sentences: dict[str, str] = {
        Unfit.EMPTY: _("Dit bestand is leeg."),
        Unfit.TOO_BIG: _("Dit bestand is groter dan 10 MB. Een ingevulde werkmap is veel kleiner."),
        Unfit.OLD_EXCEL: _(
            "Dit is een oud Excel-bestand (.xls). Open het in Excel, kies Opslaan als en dan “Excel-werkmap (.xlsx)”."
        ),
        Unfit.LOCKED: _(
            "Op dit bestand zit een wachtwoord. Haal het wachtwoord eraf in Excel en stuur het opnieuw."
        ),
        Unfit.WEB_PAGE: _(
            "Dit is een webpagina met de naam van een Excel-bestand. Open het in Excel en sla het op als .xlsx."
        ),
        Unfit.PLAIN_TEXT: _(
            "Dit is gewone tekst (zoals CSV), geen Excel. Open het in Excel en sla het op als .xlsx."
        ),
        Unfit.OPEN_DOCUMENT: _("Dit is een OpenDocument-bestand. Sla het op als Excel-werkmap (.xlsx)."),
        Unfit.WORD: _("Dit is een Word-document. Vul de werkmap van Excel in."),
        Unfit.BINARY_WORKBOOK: _(
            "Dit is een binaire werkmap (.xlsb). Sla het op als “Excel-werkmap (.xlsx)”."
        ),
        Unfit.MACROS: _(
            "In dit bestand zitten macro’s. Sla het op als “Excel-werkmap (.xlsx)”, zonder macro’s."
        ),
        Unfit.BOMB: _("Dit bestand wordt bij het openen veel te groot. Zo’n bestand openen wij niet."),
        Unfit.DAMAGED: _(
            "Dit bestand is beschadigd. Open het in Excel, sla het opnieuw op en probeer het nog eens."
        ),
        "entities": _(
            "In dit bestand zitten verwijzingen die er niet horen. Maak het opnieuw met ons sjabloon."
        ),
        "too_much": _("Er staat te veel in dit bestand. Een blad heeft hooguit 1.000 regels en 30 kolommen."),
    }
    words = sentences.get(unfit, _("Dit is geen Excel-bestand. Stuur een werkmap die eindigt op .xlsx."))
    return f"{words} ({_('blad')} {sheet})" if sheet else words
