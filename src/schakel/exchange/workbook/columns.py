"""What the set-up workbook looks like: its sheets, their columns, what may stand in each, and the example rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.utils.translation import gettext_noop as noop

from schakel.governance.rules import BodyKind
from schakel.initiatives.rules import Kind, Stage
from schakel.network.rules import OrganisationKind, PartnerStatus

#: The first column of every sheet: what stands there makes a row an example that is passed by.
EXAMPLE_COLUMN, EXAMPLE_WORD = "Voorbeeld?", "voorbeeld"
#: Rows that may be filled in on one sheet.
MAX_ROWS = 1_000
#: Where the lists of choices stand.
CHOICES_SHEET, HELP_SHEET = "Keuzes", "Uitleg"
#: Stages in which something from before can stand; the others ask for something that only happens here.
STAGES = (
    *(Stage.SCREENING, Stage.EXPLORATION, Stage.PREPARATION, Stage.AWAITING_FUNDING, Stage.PILOT),
    *(Stage.EXECUTION, Stage.EMBEDDING, Stage.EXPLORED, Stage.FINISHED, Stage.STOPPED, Stage.REJECTED),
    Stage.REFERRED,
)


class Take(Enum):
    """How a cell is read."""

    KEY = "key"
    TEXT = "text"
    CHOICE = "choice"
    DAY = "day"
    DATE = "date"
    WHOLE = "whole"
    YES_NO = "yes_no"
    EIGHT = "eight"
    ONE = "one"
    MANY = "many"
    THEME = "theme"


@dataclass(frozen=True)
class Cell:
    """One column of a sheet.

    name: the fact in the tree of a network file. of: what a reference points to (partners, bodies, initiatives, areas).
    most: most characters of a text; example: what the example row shows; default: how an empty cell is read.
    """

    name: str
    title: str
    take: Take = Take.TEXT
    must: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    of: str = ""
    most: int = 5_000
    width: int = 24
    hint: str = ""
    example: Any = None


@dataclass(frozen=True)
class SheetPlan:
    """One sheet: its name on the tab, the section of the network file it becomes, its columns, what it is for."""

    title: str
    section: str
    purpose: str
    cells: Sequence[Cell]
    words: Sequence[str] = ()

    def cell(self, name: str) -> Cell:
        """The column of a fact."""
        return next(cell for cell in self.cells if cell.name == name)

    def column(self, name: str) -> int:
        """In which column a fact stands, counted from one; the first column marks examples."""
        return 2 + [cell.name for cell in self.cells].index(name)


def labels(kinds: Any) -> dict[str, str]:
    """The words of a list of choices, each with its code."""
    return {str(one.label): str(one.value) for one in kinds}


KEY_HINT = noop("Mag leeg: dan maken wij hem uit de naam. Met de sleutel vinden wij deze regel later terug.")
AREAS_HINT = noop("Namen, met een puntkomma ertussen.")
NUMBER_HINT = noop("Begint het met een 0? Maak de cel dan op als tekst.")

PARTNERS = SheetPlan(
    title="Partners",
    section="partners",
    purpose=noop("De organisaties van het netwerk. Eén regel voor elke organisatie."),
    words=("partners", "leden onder een partner", "deelnemers"),
    cells=(
        Cell("key", "Sleutel", Take.KEY, most=80, hint=KEY_HINT, example="zorggroep-voorbeeld"),
        Cell("name", "Naam", must=True, most=200, width=36, example="Zorggroep Voorbeeld"),
        Cell(
            "kind",
            "Soort organisatie",
            Take.CHOICE,
            must=True,
            choices=labels(OrganisationKind),
            width=30,
            example="verpleeghuis",
        ),
        Cell(
            "status",
            "Status",
            Take.CHOICE,
            choices=labels(PartnerStatus),
            hint=noop("Leeg betekent bij een nieuwe organisatie: partner."),
            example="partner",
        ),
        Cell(
            "within",
            "Hoort bij",
            Take.ONE,
            of="partners",
            hint=noop("Alleen voor een lid van een partner: de naam of sleutel van die partner."),
        ),
        Cell("joined", "Partner sinds", Take.DAY, width=14, example="01-01-2024"),
        Cell("left", "Uitgetreden op", Take.DAY, width=14, hint=noop("Alleen bij de status uitgetreden.")),
        Cell("organisations", "Aantal organisaties", Take.WHOLE, width=14),
        Cell("planned", "Aantal gepland", Take.WHOLE, width=14),
        Cell("areas", "Gebieden", Take.MANY, of="areas", hint=AREAS_HINT),
        Cell("kvk", "KvK-nummer", Take.EIGHT, width=14, hint=NUMBER_HINT),
        Cell("agb", "AGB-code", Take.EIGHT, width=14, hint=NUMBER_HINT),
        Cell("note", "Toelichting", width=40),
        Cell("wants", "Wil van het netwerk", width=40),
        Cell("offers", "Brengt in", width=40),
        Cell("can_teach", "Kan anderen leren", width=40),
    ),
)

BODIES = SheetPlan(
    title="Groepen",
    section="bodies",
    purpose=noop("De gremia: bestuurlijk platform, themagroepen, taakgroepen, panels."),
    words=("gremia",),
    cells=(
        Cell("slug", "Sleutel", Take.KEY, most=80, hint=KEY_HINT, example="ouderenzorg"),
        Cell("name", "Naam", must=True, most=200, width=36, example="Themagroep ouderenzorg"),
        Cell(
            "kind",
            "Soort groep",
            Take.CHOICE,
            must=True,
            choices=labels(BodyKind),
            width=26,
            example="themagroep",
        ),
        Cell(
            "theme",
            "Thema",
            Take.THEME,
            most=120,
            hint=noop("Bestaat het thema nog niet, dan maken wij het."),
            example="Ouderenzorg",
        ),
        Cell(
            "area", "Gebied", Take.ONE, of="areas", hint=noop("De naam van een gebied dat in Schakel staat.")
        ),
        Cell("parent", "Valt onder", Take.ONE, of="bodies", hint=noop("De naam of sleutel van een groep.")),
        Cell("purpose", "Doel", width=60, example="Ouderen langer en beter thuis"),
    ),
)

SEATS = SheetPlan(
    title="Zetels",
    section="seats",
    purpose=noop("De plaatsen in een groep. Wie er zit, vult u later in Schakel in."),
    words=("zetels",),
    cells=(
        Cell("body", "Groep", Take.ONE, must=True, of="bodies", width=36, example="Themagroep ouderenzorg"),
        Cell(
            "name",
            "Zetel",
            most=200,
            width=36,
            hint=noop("Mag leeg: dan heet de zetel naar de partner."),
            example="Bestuurder verpleeghuizen",
        ),
        Cell("partner", "Partner", Take.ONE, of="partners", width=36, example="Zorggroep Voorbeeld"),
        Cell("constituency", "Achterban", most=200, width=36, example="de verpleeghuizen"),
        Cell("voting", "Stemt mee", Take.YES_NO, width=12, hint=noop("Leeg betekent: ja."), example="ja"),
        Cell("chair", "Voorzitter", Take.YES_NO, width=12, hint=noop("Leeg betekent: nee."), example="nee"),
        Cell(
            "secretary", "Secretaris", Take.YES_NO, width=12, hint=noop("Leeg betekent: nee."), example="nee"
        ),
    ),
)

PROJECTS = SheetPlan(
    title="Projecten",
    section="initiatives",
    purpose=noop(
        "Wat al loopt of al klaar is. Het komt als geschiedenis in Schakel: geen poort staat op gereed."
    ),
    words=("initiatieven uit de bron",),
    cells=(
        Cell("key", "Sleutel", Take.KEY, most=80, hint=KEY_HINT, example="valpreventie-thuis"),
        Cell("name", "Titel", must=True, most=200, width=44, example="Valpreventie thuis"),
        Cell("kind", "Vorm", Take.CHOICE, choices=labels(Kind), example="Project"),
        Cell(
            "stage",
            "Stand",
            Take.CHOICE,
            must=True,
            choices=labels(STAGES),
            example="Uitvoering",
        ),
        Cell("theme", "Thema", Take.THEME, most=120, example="Ouderenzorg"),
        Cell("body", "Groep", Take.ONE, of="bodies", width=30, example="Themagroep ouderenzorg"),
        Cell(
            "started",
            "Begonnen",
            Take.DATE,
            width=14,
            hint=noop("Een jaar (2024), een maand (2024-09) of een dag (14-09-2024): wat u zeker weet."),
            example="2024-09",
        ),
        Cell("purpose", "Doel", width=60, example="Minder valpartijen thuis"),
        Cell("target_group", "Voor wie", most=500, width=36, example="thuiswonende ouderen"),
        Cell("carried_out_by", "Uitgevoerd door", Take.ONE, of="partners", width=30),
        Cell(
            "initiators", "Begonnen door", Take.MANY, of="partners", width=36, example="Zorggroep Voorbeeld"
        ),
        Cell(
            "participants",
            "Deden mee",
            Take.MANY,
            of="partners",
            width=36,
            hint=noop("Namen of sleutels van partners, met een puntkomma ertussen."),
        ),
        Cell("areas", "Gebieden", Take.MANY, of="areas", hint=AREAS_HINT),
        Cell("successor_of", "Vervolg op", Take.ONE, of="initiatives", width=30),
        Cell("result", "Opgeleverd", width=40),
        Cell(
            "decision",
            "Besluit of reden",
            width=40,
            hint=noop("Bij gestopt of afgewezen: de reden voor iedereen."),
        ),
        Cell("source", "Bron", most=300, width=30, hint=noop("Leeg betekent: Excel-import.")),
    ),
)

SHEETS = (PARTNERS, BODIES, SEATS, PROJECTS)
