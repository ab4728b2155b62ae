"""A choice from a log in an address, on a form and in words: some months, one trait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from schakel.carechain.models import EventLog
from schakel.carechain.rules import TRAITS, choice_of, months_of, why_not_choice
from schakel.web.formats import dutch_date

#: The word of a trait in an address.
WORDS = {"area": "gebied", "care_kind": "zorg", "urgency": "urgentie", "organisation": "organisatie"}
_TRAIT_OF = {word: trait for trait, word in WORDS.items()}


@dataclass(frozen=True)
class Asked:
    """A choice that somebody asks for: its parts, and why it cannot be made, if so."""

    choice: dict[str, str]
    refusal: str | None

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return not any(self.choice.values())


def asked(
    values: Mapping[str, Any], log: EventLog, traits: Mapping[str, Sequence[str]], *, number: str = ""
) -> Asked:
    """Read a choice from an address or a form; number: "2" for the second one of a page."""
    word, _sign, value = str(values.get("alleen", ""))[:300].partition(":")
    parts = {
        "since": str(values.get(f"van{number}", ""))[:7],
        "until": str(values.get(f"tot{number}", ""))[:7],
        "trait": _TRAIT_OF.get(word, ""),
        "value": value,
    }
    choice = choice_of(parts)
    refusal = why_not_choice(traits, months_of(log.first_on, log.last_on), **choice)
    return Asked(choice if refusal is None else choice_of({}), refusal)


def in_address(choice: Mapping[str, str], *, number: str = "") -> dict[str, str]:
    """A choice as parts of an address."""
    only = f"{WORDS[choice['trait']]}:{choice['value']}" if choice["trait"] else ""
    parts = {f"van{number}": choice["since"], f"tot{number}": choice["until"], "alleen": only}
    return {name: value for name, value in parts.items() if value}


def query(*parts: Mapping[str, str]) -> str:
    """Parts of an address as one, with its question mark."""
    whole = {name: value for part in parts for name, value in part.items() if value}
    return f"?{urlencode(whole)}" if whole else ""


def fields(*parts: Mapping[str, str]) -> list[dict[str, str]]:
    """Parts of an address as hidden fields of a form."""
    return [{"name": name, "value": value} for part in parts for name, value in part.items() if value]


def month_words(month: str) -> str:
    """A month in full.

    >>> month_words("2026-03")
    'maart 2026'
    """
    year, number = month.split("-")
    return dutch_date(date(int(year), int(number), 1), "month")


def period_words(since: str, until: str) -> str:
    """Some months in words; nothing for all of them.

    >>> period_words("2026-01", "2026-03"), period_words("2026-01", ""), period_words("", "")
    ('januari 2026 tot en met maart 2026', 'vanaf januari 2026', '')
    """
    if since and until:
        if since == until:
            return month_words(since)
        return _("%(first)s tot en met %(last)s") % {"first": month_words(since), "last": month_words(until)}
    if since:
        return _("vanaf %(first)s") % {"first": month_words(since)}
    return _("tot en met %(last)s") % {"last": month_words(until)} if until else ""


def choice_words(choice: Mapping[str, str]) -> str:
    """A choice in words, for a title or a line under it."""
    only = f"{str(TRAITS[choice['trait']]).lower()} {choice['value']}" if choice["trait"] else ""
    return ", ".join(words for words in (only, period_words(choice["since"], choice["until"])) if words)


def form_of(
    log: EventLog,
    traits: Mapping[str, Sequence[str]],
    choice: Mapping[str, str],
    other: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """What the form to choose with needs: months and values in groups, with what is chosen now."""
    months = [(month, month_words(month)) for month in months_of(log.first_on, log.last_on)]
    groups = [
        (
            str(TRAITS[trait]),
            [
                {
                    "value": f"{WORDS[trait]}:{value}",
                    "label": value,
                    "is_chosen": (trait, value) == (choice["trait"], choice["value"]),
                }
                for value in traits[trait]
            ],
        )
        for trait in TRAITS
        if traits.get(trait)
    ]
    return {"months": months, "groups": groups, "choice": choice, "other": other}


def base_of(request: HttpRequest, log: EventLog, layer: str) -> dict[str, str]:
    """Which log, which layer and which place, as parts of an address."""
    return {"logboek": str(log.pk), "laag": layer, "plek": request.GET.get("plek", "")[:200]}
