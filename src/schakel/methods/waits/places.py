"""Kinds of places on the way from home to home, and which kind a place is by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class Place(StrEnum):
    """A kind of place where somebody stays or gets care, in the order of the way from home to home."""

    HOME = "home"
    HOSPITAL = "hospital"
    REHABILITATION = "rehabilitation"
    SHORT_STAY = "short_stay"
    RESPITE = "respite"
    NURSING_HOME = "nursing_home"
    HOSPICE = "hospice"
    HOME_CARE = "home_care"
    OTHER = "other"


#: Who is here is at home: home care comes to where somebody lives.
AT_HOME = frozenset({Place.HOME, Place.HOME_CARE})
#: A name that is exactly this is somebody's home.
_HOME = frozenset({"home", "thuis", "weer thuis", "eigen huis", "eigen woning", "naar huis", "huis"})
#: Beginnings of words in the name of a place, the first that fits counts: a hospice in a nursing home is a hospice.
_WORDS: tuple[tuple[Place, tuple[str, ...]], ...] = (
    (Place.HOME_CARE, ("thuiszorg", "wijkzorg", "wijkverpleging", "home care", "thuis met zorg")),
    (Place.HOSPICE, ("hospice",)),
    (Place.REHABILITATION, ("grz", "revalid", "geriatrische revalid", "rehab")),
    (Place.SHORT_STAY, ("elv", "eerstelijnsverblijf", "short stay")),
    (Place.RESPITE, ("respijt", "logeer", "respite")),
    (Place.NURSING_HOME, ("verpleeghuis", "verpleegkundig", "wlz", "zorgcentrum", "nursing")),
    (Place.HOSPITAL, ("hospital", "ziekenhuis", "umc")),
)


def place_of(name: str, known: Mapping[str, Place] | None = None) -> Place:
    """Which kind of place a name is of; a word in the name says more than what is known of the organisation.

    known: names of organisations in small letters, and their kind. A name that says nothing is another place.

    >>> place_of("GRZ De Es"), place_of("Sint Voorbeeld Ziekenhuis"), place_of("Thuis")
    (<Place.REHABILITATION: 'rehabilitation'>, <Place.HOSPITAL: 'hospital'>, <Place.HOME: 'home'>)
    >>> place_of("De Es", {"de es": Place.NURSING_HOME}), place_of("Huis A")
    (<Place.NURSING_HOME: 'nursing_home'>, <Place.OTHER: 'other'>)
    """
    plain = " ".join(name.casefold().split())
    if plain in _HOME:
        return Place.HOME
    for place, words in _WORDS:
        if any(re.search(rf"\b{re.escape(word)}", plain) for word in words):
            return place
    return (known or {}).get(plain, Place.OTHER)
