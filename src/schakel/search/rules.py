"""What can be found, where it stands, and what a person who searches may have meant. No queries."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a findable text is the text of."""

    INITIATIVE = "initiative", _("Initiatief")
    DECISION = "decision", _("Besluit")
    MEETING = "meeting", _("Overleg")
    MINUTES = "minutes", _("Verslag")
    DOCUMENT = "document", _("Document")
    NOTE = "note", _("Gesprek")
    EXPLORATION = "exploration", _("Verkenning")
    PLAN = "plan", _("Plan")
    EMBEDDING = "embedding", _("Borging")
    LESSON = "lesson", _("Les")
    PARTNER = "partner", _("Partner")
    BODY = "body", _("Gremium")
    AGREEMENT = "agreement", _("Overeenkomst")
    AMBITION = "ambition", _("Ambitie")


@dataclass(frozen=True)
class Place:
    """The page on which a text stands: its name, what its address calls the thing, and where on the page."""

    url_name: str
    word: str = ""
    anchor: str = ""


#: Where a text stands; an anchor may hold {subject}.
PLACES: dict[Kind, Place] = {
    Kind.INITIATIVE: Place("initiatives:detail", "number"),
    Kind.DECISION: Place("governance:decision", "number"),
    Kind.MEETING: Place("governance:meeting", "number"),
    Kind.MINUTES: Place("governance:minutes", "number"),
    Kind.DOCUMENT: Place("overview:document", "pk"),
    Kind.NOTE: Place("initiatives:talk", "number", "bericht-{subject}"),
    Kind.EXPLORATION: Place("initiatives:exploration", "number"),
    Kind.PLAN: Place("initiatives:plan", "number"),
    Kind.EMBEDDING: Place("initiatives:embedding", "number"),
    Kind.LESSON: Place("initiatives:lessons", "", "les-{subject}"),
    Kind.PARTNER: Place("overview:partner", "slug"),
    Kind.BODY: Place("governance:body", "slug"),
    Kind.AGREEMENT: Place("network:agreement", "slug"),
    Kind.AMBITION: Place("network:about", "", "ambities"),
}


@dataclass(frozen=True)
class Shelf:
    """Kinds that a reader chooses together, under one word in the address and one on the page."""

    word: str
    label: str | Promise
    kinds: tuple[Kind, ...]


SHELVES = (
    Shelf("initiatieven", _("Initiatieven"), (Kind.INITIATIVE,)),
    Shelf("besluiten", _("Besluiten"), (Kind.DECISION,)),
    Shelf("overleggen", _("Overleggen"), (Kind.MEETING, Kind.MINUTES)),
    Shelf("documenten", _("Documenten"), (Kind.DOCUMENT,)),
    Shelf("plannen", _("Verkenningen en plannen"), (Kind.EXPLORATION, Kind.PLAN, Kind.EMBEDDING)),
    Shelf("lessen", _("Lessen"), (Kind.LESSON,)),
    Shelf("gesprekken", _("Gesprekken"), (Kind.NOTE,)),
    Shelf("netwerk", _("Netwerk"), (Kind.PARTNER, Kind.BODY, Kind.AGREEMENT, Kind.AMBITION)),
)

#: How a state of a decision or a meeting looks (web/states.py); of initiatives and partners the state is the look.
LOOKS: dict[Kind, dict[str, str]] = {
    Kind.DECISION: {"open": "voting"},
    Kind.MEETING: {"draft": "planned"},
}

LONGEST = 200
SHORTEST = 2
_NUMBER = re.compile(r"(?:([A-Za-z])[-\s]?)?(\d{4})[-\s/](\d{1,4})")
#: The letters with which numbers begin: initiatives, decisions, meetings.
SERIES = ("I", "B", "O")
_OR = re.compile(r"\b(?:of|or)\b", re.IGNORECASE)
#: A minus that stands before no word, and more than one in a row: nothing is meant by it.
_LOOSE_MINUS = re.compile(r'-{2,}|(?<!\S)-(?![\w"])')
_QUOTES = str.maketrans("“”„‟«»″", '"' * 7)


def numbers_meant(words: str) -> list[str]:
    """The numbers that somebody may mean who types a number, in whole or without its letter; none for other words.

    >>> numbers_meant("i-2026-14"), numbers_meant("2026-003")
    (['I-2026-014'], ['I-2026-003', 'B-2026-003', 'O-2026-003'])
    >>> numbers_meant("valpreventie 2026")
    []
    """
    found = _NUMBER.fullmatch(words.strip())
    if found is None:
        return []
    letter, year, last = found[1], found[2], int(found[3])
    return [f"{one}-{year}-{last:03d}" for one in ([letter.upper()] if letter else SERIES)]


def as_asked(words: str) -> str:
    """What was typed, with Dutch quotes and the Dutch *of* as the database knows them; between quotes *of* is a word.

    >>> as_asked('huisarts of “spoed of nacht” -kind')
    'huisarts or "spoed of nacht" -kind'
    >>> as_asked("nacht -- - of dag")
    'nacht     or dag'
    """
    pieces = _LOOSE_MINUS.sub(" ", words.translate(_QUOTES)).split('"')
    return '"'.join(_OR.sub("or", piece) if n % 2 == 0 else piece for n, piece in enumerate(pieces))


def parts_of(marked: str) -> list[tuple[str, bool]]:
    """A text in which hits stand between two marks, as pieces that are a hit or not; nothing in it is markup.

    >>> parts_of("een \\x02verwijzing\\x03 <b>")
    [('een ', False), ('verwijzing', True), (' <b>', False)]
    """
    pieces: list[tuple[str, bool]] = []
    for n, piece in enumerate(marked.split(BEGIN)):
        inside, is_marked, rest = piece.partition(END)
        if n and is_marked:
            pieces += [(inside, True), (rest, False)]
        else:
            pieces.append((piece.replace(END, ""), False))
    return [(text, is_hit) for text, is_hit in pieces if text]


#: What stands between two lines of a text in an excerpt of one line.
BETWEEN_LINES = " · "


def in_one_line(text: str) -> str:
    """A text with its lines after each other, still to be told apart.

    >>> in_one_line("Probleem\\n\\n Oplossing ")
    'Probleem · Oplossing'
    """
    return BETWEEN_LINES.join(line.strip() for line in text.split("\n") if line.strip())


#: The marks around a hit: signs that no text in the index holds.
BEGIN, END = "\x02", "\x03"
