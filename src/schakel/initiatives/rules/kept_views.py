"""How the portfolio can be looked at: its forms, what a card shows, and what of an address is kept in a saved view."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

#: The forms of the page: word in the address, words on screen. The first one is shown when none is asked for.
SHAPES: dict[str, Any] = {"bord": _("Bord"), "tabel": _("Tabel"), "stappen": _("Komende stappen")}
BOARD = "bord"
#: What a card can show, in the order in which it stands there: word in the address, words on screen.
FIELDS: dict[str, Any] = {
    "nummer": _("Nummer"),
    "thema": _("Thema"),
    "trekker": _("Trekker of indiener"),
    "groep": _("Groep die erover gaat"),
    "poort": _("Volgende poort"),
    "datum": _("Datum"),
    "gebied": _("Gebied"),
    "partners": _("Aantal partners"),
    "begroot": _("Begroot"),
}
#: What each form shows when nobody chose.
USUAL: dict[str, Sequence[str]] = {
    "bord": ("thema", "trekker"),
    "tabel": ("nummer", "thema", "trekker", "poort", "datum"),
    "stappen": ("poort", "datum", "groep", "trekker"),
}
#: The title and the stand always stand on a card. This word in the address says that somebody chose what stands beside
#: them, even when that is nothing.
CHOSEN, ALWAYS = "kaart", "titel"
#: What of the address a view keeps, besides the choice of fields; each is one short text.
SHAPE, FILTERS = "vorm", ("thema", "gebied", "breed", "partner", "aandacht", "q")
#: The word in the address that says from which saved view somebody came.
VIEW = "weergave"
LONGEST_NAME, LONGEST_FILTER = 60, 100
#: So many names can still be read as a row.
MOST_OWN, MOST_SHARED = 20, 12

Asked = dict[str, list[str]]


def as_asked(sent: Mapping[str, Sequence[Any]]) -> Asked:
    """What of an address says how the portfolio looks, always in one order; what it does not know is left out.

    >>> as_asked({"q": [" hart "], "page": ["2"], "vorm": ["taart"], "kaart": ["datum", "titel", "kleur"]})
    {'vorm': ['bord'], 'q': ['hart'], 'kaart': ['titel', 'datum']}
    """
    shape = _one(sent, SHAPE)
    asked = {SHAPE: [shape if shape in SHAPES else BOARD]}
    asked |= {name: [text] for name in FILTERS if (text := _one(sent, name))}
    fields = chosen_fields(sent)
    return asked if fields is None else asked | {CHOSEN: [ALWAYS, *fields]}


def chosen_fields(sent: Mapping[str, Sequence[Any]]) -> list[str] | None:
    """The fields that somebody chose, in their order; None when nobody chose.

    >>> chosen_fields({"kaart": ["titel"]}), chosen_fields({})
    ([], None)
    """
    ticked = {str(one) for one in sent.get(CHOSEN, ())}
    return [name for name in FIELDS if name in ticked] if ticked & {ALWAYS, *FIELDS} else None


def shown_fields(asked: Asked) -> Collection[str]:
    """The fields to show: those chosen, or the usual ones of the form.

    >>> shown_fields(as_asked({}))
    ('thema', 'trekker')
    """
    fields = chosen_fields(asked)
    return USUAL[asked[SHAPE][0]] if fields is None else fields


def address_of(asked: Asked, **more: str) -> str:
    """What stands behind the question mark.

    >>> address_of(as_asked({"kaart": ["datum"]}), weergave="7")
    'vorm=bord&kaart=titel&kaart=datum&weergave=7'
    """
    return urlencode({**asked, **{name: value for name, value in more.items() if value}}, doseq=True)


def mark_of(asked: Asked) -> str:
    """A short mark by which one sees whether a view still asks the same.

    >>> mark_of(as_asked({"q": ["hart"]})) == mark_of(as_asked({"q": ["hart "]})) != mark_of(as_asked({}))
    True
    """
    return sha256(address_of(asked).encode()).hexdigest()[:16]


def _one(sent: Mapping[str, Sequence[Any]], name: str) -> str:
    """The last text under a name, as a form sends it; none when it cannot be meant."""
    texts = [one for one in sent.get(name, ()) if isinstance(one, str)]
    text = texts[-1].strip() if texts else ""
    return "" if "\0" in text else text[:LONGEST_FILTER].strip()
