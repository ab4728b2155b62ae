"""How much a short Dutch text resembles a title and the text under it: by the words that carry meaning, inside
compounds too (*nummer* in *telefoonnummer*, *val* in *valpreventie*). No dictionary, no database."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

#: Words that say nothing about the subject: function words, and what nearly every idea for better care says.
_WORDS = """
aan al alle alleen allemaal alles als andere ander anders af altijd ben bent beter betere bij bijna dan dat de
deze die dit doen doet door dus een eens eerder eerst eerste elk elke en er gaan gaat geen geven geeft goed goede
haar had heb hebben heeft hele hem het hier hij hoe hulp huis ieder iedere iedereen iemand iets in is ja je jij
kan komen komt krijgen krijgt kunnen kunt maar maken maakt man meer mee meedoen mensen met minder moet moeten mij
mijn na naar net niemand niet niets nieuw nieuwe nog nu of om omdat ons onze ook op over partner partners patient
patienten per plaats plek regio samen sneller snel soms te tegen thuis tijd tijdens toch toe tot tussen twee uit
uw u van vanaf vanuit vast vaste veel via voor voordat vrouw waar wanneer want wat weer weet wel welke werken
werkt weten wie wij willen wil wordt worden zelf zich zien zij zijn zo zoals zodat zonder zorg zorgen zou zullen
"""
SAYS_NOTHING = frozenset(_WORDS.split())
#: A word of fewer letters must begin a word of the other text; a longer one may stand anywhere in it.
INSIDE_FROM = 5
#: A compound of so many letters is also looked for by its first and its last part.
COMPOUND_FROM, FIRST_PART, LAST_PART = 8, 5, 6
#: What a word counts: found whole, or by a part of it; in the title, or in the text under it.
WHOLE, PARTLY = 1.0, 0.6
IN_TITLE, IN_TEXT = 1.0, 0.5

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_ENDINGS = re.compile(r"(en|e|s)$")
_DOUBLE = re.compile(r"([bdfgklmnprst])\1$")


@dataclass(frozen=True)
class Resemblance:
    """How alike two texts are: the share of the words found, 0 to 1, and how many of them stand in the title."""

    share: float
    n_found: int
    n_in_title: int


def plain(text: str) -> str:
    """A text without capitals, accents and punctuation, with a space before and after.

    >>> plain("Eén telefoonnummer!")
    ' een telefoonnummer '
    """
    bare = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return f" {_NOT_LETTERS.sub(' ', bare).strip()} "


def telling_words(text: str) -> list[str]:
    """The words of a text that tell what it is about, each once, without their ending, in their order.

    >>> telling_words("Huisbezoek om vallen te voorkomen")
    ['huisbezoek', 'val', 'voorkom']
    >>> telling_words("Zorg voor mensen")
    []
    """
    found: dict[str, None] = {}
    for word in plain(text).split():
        if word in SAYS_NOTHING or len(word) < 3 or word.isdigit():
            continue
        stem = _ENDINGS.sub("", word) if len(word) > 4 else word
        found[stem if stem == word else _DOUBLE.sub(r"\1", stem)] = None
    return list(found)


def _found(word: str, text: str) -> float:
    """What a word counts in a plain text: whole, by a part of a compound, or nothing."""
    if (word if len(word) >= INSIDE_FROM else f" {word}") in text:
        return WHOLE
    if len(word) >= COMPOUND_FROM and (f" {word[:FIRST_PART]}" in text or f" {word[-LAST_PART:]}" in text):
        return PARTLY
    return 0.0


def resemblance(words: list[str], title: str, text: str) -> Resemblance:
    """How much the words of one text (see ``telling_words``) come back in a title and the text under it.

    title, text: already made ``plain``. No words resemble nothing: share 0.
    share = sum over the words of max(found in title · 1, found in text · 0.5) / number of words.

    >>> resemblance(telling_words("1 telefoon nummer na beroerte"), plain("Eén telefoonnummer na een beroerte"), "")
    Resemblance(share=1.0, n_found=3, n_in_title=3)
    >>> resemblance(telling_words("Gezond eten op school"), plain("Eén telefoonnummer na een beroerte"), "")
    Resemblance(share=0.0, n_found=0, n_in_title=0)
    """
    in_title = [_found(word, title) for word in words]
    in_text = [_found(word, text) for word in words]
    best = [max(one * IN_TITLE, two * IN_TEXT) for one, two in zip(in_title, in_text, strict=True)]
    return Resemblance(
        share=round(sum(best) / len(words), 2) if words else 0.0,
        n_found=sum(one > 0 for one in best),
        n_in_title=sum(one > 0 for one in in_title),
    )
