"""A network's own version of a gate checklist: what it may change, and the points that stay whatever it chooses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.initiatives.rules.gates import Gate

LONGEST_LABEL, MOST_POINTS, MOST_OWN = 160, 25, 10


class Weight(TextChoices):
    """How heavy a point weighs in a list."""

    NEEDED = "needed", gettext_lazy("Verplicht")
    ADVICE = "advice", gettext_lazy("Advies")
    OFF = "off", gettext_lazy("Niet op de lijst")


class OwnKind(TextChoices):
    """What answers an own point: only what the platform can hold."""

    ANSWER = "answer", gettext_lazy("Een antwoord in woorden")
    LINK = "link", gettext_lazy("Een antwoord met een webadres")
    DOCUMENT = "document", gettext_lazy("Een document bij het initiatief")


class TrackWord(TextChoices):
    """The two forms of a checklist."""

    FULL = "full", gettext_lazy("project")
    LIGHT = "light", gettext_lazy("procesopdracht")


#: The verdicts that wait for a compulsory point. Those with conditions do not: they are for what is not there yet.
WAITS: Mapping[Gate, frozenset[str]] = {
    Gate.P0: frozenset({"screen"}),
    Gate.P1: frozenset({"explore", "direct_assignment"}),
    Gate.P2: frozenset({"prepare_assignment", "prepare_project"}),
    Gate.P3: frozenset({"start", "await_funding"}),
    Gate.P4: frozenset({"go"}),
    Gate.P5: frozenset({"embed"}),
    Gate.P6: frozenset({"discharge"}),
}


@dataclass(frozen=True)
class PointRow:
    """One point as a network puts it in its list.

    label: the own wording, empty for that of the platform. kind: what answers an own point, empty for a check of the
    platform.
    """

    code: str
    label: str = ""
    weight: str = Weight.NEEDED
    kind: str = ""

    def as_json(self) -> dict[str, str]:
        """The row as plain values."""
        return {"code": self.code, "label": self.label, "weight": str(self.weight), "kind": str(self.kind)}


@dataclass(frozen=True)
class CheckWords:
    """What a person must know of a check: what it looks at, who makes it ready, and why no network leaves it out."""

    looks_at: str
    is_computed: bool
    fixed: str = ""


@lru_cache(maxsize=1)
def _written() -> dict[str, Any]:
    text = (files("schakel") / "definitions" / "gate_points.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=1)
def check_words() -> Mapping[str, CheckWords]:
    """The words about every check, by its name."""
    return {
        name: CheckWords(one["looks_at"], one["by"] == "computed", one.get("fixed", ""))
        for name, one in _written()["check"].items()
    }


def always_asked() -> tuple[str, ...]:
    """What holds at every gate, whatever stands in its list."""
    return tuple(_written()["always"])


_OWN_CODE = re.compile(r"eigen-([1-9]\d{0,3})")


def own_number(code: str) -> int:
    """The number in the code of an own point, 0 for a point of the platform.

    >>> own_number("eigen-3"), own_number("baseline")
    (3, 0)
    """
    found = _OWN_CODE.fullmatch(code)
    return int(found[1]) if found else 0


def with_codes(rows: Iterable[PointRow], used: Iterable[str]) -> list[PointRow]:
    """The rows with a code for each new own point; a code that was ever used is not given again.

    >>> [one.code for one in with_codes([PointRow("", "Nieuw?", kind="answer")], ["eigen-2", "budget"])]
    ['eigen-3']
    """
    last = max((own_number(code) for code in used), default=0)
    found = []
    for row in rows:
        code = row.code
        if not code:
            last += 1
            code = f"eigen-{last}"
        found.append(PointRow(code, row.label, row.weight, row.kind))
    return found


def why_not_list(
    rows: Sequence[PointRow], *, fixed: Mapping[str, str], known: Collection[str], own: Collection[str]
) -> str | None:
    """Why this cannot be a checklist.

    fixed: the points that stay, with the reason why. known: the codes of the platform; own: the codes of own points
    that are there already.
    """
    codes = [row.code for row in rows if row.code]
    if len(set(codes)) < len(codes) or not set(codes) <= {*known, *own}:
        return _("Deze lijst is niet compleet binnengekomen. Open de pagina opnieuw.")
    by_code = {row.code: row for row in rows if row.code}
    for code, reason in fixed.items():
        row = by_code.get(code)
        if row is None or row.weight != Weight.NEEDED or row.label or row.kind:
            return _("Een vast punt blijft zoals het is. %(reason)s") % {"reason": reason}
    asked = [row for row in rows if row.weight != Weight.OFF]
    for row in rows:
        if row.weight not in Weight.values or (row.kind and row.kind not in OwnKind.values):
            return _("Kies bij elk punt een van de mogelijkheden.")
        if (row.code in known) == bool(row.kind):
            return _("Kies bij elk eigen punt wat het antwoord is.")
        if row.kind and not row.label.strip():
            return _("Schrijf bij elk eigen punt de vraag op.")
        if len(row.label) > LONGEST_LABEL:
            return _("Een punt is ten hoogste %(n)s tekens lang.") % {"n": LONGEST_LABEL}
    labels = [row.label.strip().casefold() for row in asked if row.label]
    if len(set(labels)) < len(labels):
        return _("Twee punten hebben dezelfde tekst. Verander er een.")
    if not asked:
        return _("Laat ten minste één punt op de lijst staan.")
    if len(asked) > MOST_POINTS or sum(bool(row.kind) for row in rows) > MOST_OWN:
        return _("Een lijst heeft ten hoogste %(n)s punten, waarvan %(own)s eigen punten.") % {
            "n": MOST_POINTS,
            "own": MOST_OWN,
        }
    return None


def why_not_web_address(link: str) -> str | None:
    """Why this is no address of a web page that somebody can open.

    >>> why_not_web_address("https://www.voorbeeld.test/stuk")
    """
    if re.fullmatch(r"https?://[^\s/@\"'<>\\]+\.[^\s/@\"'<>\\]+(/[^\s\"'<>\\]*)?", link):
        return None
    return _("Schrijf een heel webadres, bijvoorbeeld https://www.voorbeeld.nl/pagina.")
