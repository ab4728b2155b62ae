"""Why a row is not used, and why a file is not read: a code, and the words for who made the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schakel.methods.workbooks import Unfit


class Reason(StrEnum):
    """Why one row of a source is not used."""

    NO_CASE = "no_case"
    NO_ACTIVITY = "no_activity"
    NO_TIME = "no_time"
    BAD_TIME = "bad_time"
    BAD_END = "bad_end"
    NOT_EXISTING = "not_existing"
    AMBIGUOUS = "ambiguous"
    END_FIRST = "end_first"
    CELLS = "cells"
    ENCODING = "encoding"
    NUL = "nul"
    TOO_LONG = "too_long"
    LIFECYCLE = "lifecycle"
    NO_STAMP = "no_stamp"
    DUPLICATE = "duplicate"


WORDS = {
    Reason.NO_CASE: "de zaak is leeg",
    Reason.NO_ACTIVITY: "de stap is leeg",
    Reason.NO_TIME: "het tijdstip is leeg",
    Reason.BAD_TIME: "dit is geen datum of tijdstip",
    Reason.BAD_END: "het einde is geen datum of tijdstip",
    Reason.NOT_EXISTING: "dit tijdstip bestaat niet: die nacht ging de klok een uur vooruit",
    Reason.AMBIGUOUS: "dit tijdstip was er twee keer: die nacht ging de klok een uur terug",
    Reason.END_FIRST: "het einde ligt voor het begin",
    Reason.CELLS: "het aantal cellen is anders dan in de eerste regel",
    Reason.ENCODING: "een teken is anders gecodeerd dan in de rest van het bestand",
    Reason.NUL: "er staat een teken dat niet in een tekst hoort (NUL)",
    Reason.TOO_LONG: "een cel is langer dan 10.000 tekens",
    Reason.LIFECYCLE: "deze regel meldt geen begin en geen einde van een stap",
    Reason.NO_STAMP: "bij deze gebeurtenis staat geen tijdstip",
    Reason.DUPLICATE: "dezelfde regel stond er al",
}


class Unreadable(StrEnum):
    """Why a whole file is not read; then nothing is prepared."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    CUT_OFF = "cut_off"
    BOMB = "bomb"
    TOO_MANY_COLUMNS = "too_many_columns"
    DOUBLE_COLUMN = "double_column"
    UNKNOWN_COLUMN = "unknown_column"
    NOT_GUESSED = "not_guessed"
    QUOTES = "quotes"
    XML = "xml"
    ENTITIES = "entities"
    PARQUET = "parquet"
    WORKBOOK = "workbook"
    ZONE = "zone"
    PROFILE = "profile"
    NOTHING_USED = "nothing_used"
    TOO_MANY_ROWS = "too_many_rows"
    FULL = "full"
    TAKEN = "taken"
    NO_LOG = "no_log"
    BROKEN_LOG = "broken_log"
    BSN = "bsn"


FILE_WORDS = {
    Unreadable.MISSING: "Het bestand {what} is er niet.",
    Unreadable.UNREADABLE: "Het bestand {what} is niet te lezen.",
    Unreadable.EMPTY: "Het bestand heeft geen regels met gebeurtenissen.",
    Unreadable.CUT_OFF: "Het bestand is afgebroken na {what}. Haal het opnieuw op; er is niets klaargezet.",
    Unreadable.BOMB: "Het bestand pakt veel groter uit dan een logboek doet ({what}). Er is niets klaargezet.",
    Unreadable.TOO_MANY_COLUMNS: "Het bestand heeft {what} kolommen. Meer dan 1.000 leest Schakel niet.",
    Unreadable.DOUBLE_COLUMN: "De kolom ‘{what}’ staat er meer dan één keer.",
    Unreadable.UNKNOWN_COLUMN: "De kolom ‘{what}’ staat niet in het bestand.",
    Unreadable.NOT_GUESSED: "Welke kolom is {what}? Dat is niet te raden. Zeg het in een profiel, met --map.",
    Unreadable.QUOTES: "Regel {what}: de aanhalingstekens kloppen niet, of een cel is te lang.",
    Unreadable.XML: "Het XES-bestand is geen goede XML ({what}). Er is niets klaargezet.",
    Unreadable.ENTITIES: "Het XES-bestand bevat een DTD of entiteiten. Die opent Schakel niet.",
    Unreadable.PARQUET: "Het Parquet-bestand is beschadigd of afgebroken.",
    Unreadable.WORKBOOK: "Het Excel-bestand is niet te openen ({what}). Bewaar het als .xlsx of als CSV UTF-8.",
    Unreadable.ZONE: "De tijdzone ‘{what}’ bestaat niet. Een goede is Europe/Amsterdam.",
    Unreadable.PROFILE: "Het profiel klopt niet: {what}.",
    Unreadable.NOTHING_USED: "Geen enkele regel is te gebruiken. De eerste: {what}.",
    Unreadable.TOO_MANY_ROWS: "Het bestand heeft meer dan 4 miljard regels.",
    Unreadable.FULL: "De schijf is vol of niet te beschrijven ({what}). Er is niets klaargezet.",
    Unreadable.TAKEN: "{what} is er al. Kies een andere naam, of vervang het logboek met --replace.",
    Unreadable.NO_LOG: "{what} is geen klaargezet logboek. Maak het met: schakel chain prepare BRON -o LOGBOEK",
    Unreadable.BROKEN_LOG: "Het logboek {what} is beschadigd of hoort bij een andere versie. Zet het opnieuw klaar.",
    Unreadable.BSN: "In de kolom ‘{what}’ staan burgerservicenummers. Haal die eruit; er is niets klaargezet.",
}


#: Why a workbook is not opened, behind "niet te openen".
UNFIT_WORDS = {
    Unfit.EMPTY: "leeg",
    Unfit.TOO_BIG: "te groot",
    Unfit.OLD_EXCEL: "een oude soort, .xls",
    Unfit.LOCKED: "er zit een wachtwoord op",
    Unfit.WEB_PAGE: "het is een webpagina",
    Unfit.PLAIN_TEXT: "het is gewone tekst",
    Unfit.OPEN_DOCUMENT: "een andere soort, .ods",
    Unfit.WORD: "het is een Word-bestand",
    Unfit.BINARY_WORKBOOK: "een andere soort, .xlsb",
    Unfit.MACROS: "er zitten macro’s in",
    Unfit.BOMB: "het pakt veel groter uit dan een werkmap doet",
    Unfit.DAMAGED: "beschadigd",
    Unfit.OTHER: "een ander soort bestand",
}


class BadLog(Exception):
    """A file or a prepared log that cannot be used; ``why`` is the code, the text is in Dutch.

    >>> str(BadLog(Unreadable.MISSING, "zorg.csv"))
    'Het bestand zorg.csv is er niet.'
    """

    def __init__(self, why: Unreadable, what: object = "") -> None:
        super().__init__(FILE_WORDS[why].format(what=what))
        self.why = why
        self.what = str(what)


@dataclass(frozen=True)
class Reject:
    """One row that is not used: its line (or, where there are no lines, its number), why, and what stood there."""

    line: int
    reason: Reason
    value: str = ""
