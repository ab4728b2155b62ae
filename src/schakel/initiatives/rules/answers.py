"""The answer templates of a network: text that is used again, with a few words that are filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

#: The words in braces that are filled in, and what comes there.
FILL_INS: dict[str, Any] = {
    "nummer": gettext_lazy("het nummer van het idee"),
    "titel": gettext_lazy("de titel"),
    "groep": gettext_lazy("de groep die erover gaat; anders het netwerk"),
    "datum": gettext_lazy("de dag van vandaag"),
}
LONGEST_NAME, LONGEST_ANSWER = 80, 1500
_IN_BRACES = re.compile(r"\{([^{}\n]{0,40})\}")


def why_not_answer(text: str) -> str | None:
    """Why a template cannot be kept: something stands in braces that nobody fills in.

    >>> why_not_answer("Beste indiener van {nummer}")
    """
    unknown = [word for word in _IN_BRACES.findall(text) if word not in FILL_INS]
    if not unknown:
        return None
    return _("{%(word)s} wordt niet ingevuld. Gebruik %(words)s, of haal de haken weg.") % {
        "word": unknown[0],
        "words": ", ".join(f"{{{word}}}" for word in FILL_INS),
    }


def filled_in(text: str, words: Mapping[str, str]) -> str:
    """The text with its fill-ins; each once, so that a title with braces stays as it was written.

    >>> filled_in("{nummer}: {titel}", {"nummer": "I-2026-014", "titel": "Een {groep} erbij"})
    'I-2026-014: Een {groep} erbij'
    """
    return _IN_BRACES.sub(lambda found: words.get(found[1], found[0]), text)


def put_below(typed: str, text: str) -> str:
    """What stands in the box after a template was chosen: what somebody typed stays, the template comes under it.

    >>> put_below("Dank u. ", "Wij sturen het door."), put_below("", "Wij sturen het door.")
    ('Dank u.\\n\\nWij sturen het door.', 'Wij sturen het door.')
    """
    typed = typed.rstrip()
    return f"{typed}\n\n{text}" if typed else text
