"""Initiatives that resemble a text, within one network, by the words that tell what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models.functions import Left

from schakel.initiatives.models import Initiative
from schakel.initiatives.rules import PUBLIC_LABEL, Stage, clean_text
from schakel.methods.resemblance import Resemblance, plain, resemblance, telling_words

#: From this share of the telling words two texts are worth comparing; tried on Dutch ideas, see the tests.
LOOKS_ALIKE = 0.4
#: Without a word in the title, the text under it must say nearly the same.
LOOKS_ALIKE_BELOW = 0.45
#: A text this short resembles everything.
SHORTEST_TEXT = 8
#: The first words tell what an idea is about; more of them dilute the resemblance.
LONGEST_TEXT = 80
LONGEST_ANSWER = 200


@dataclass(frozen=True)
class Lookalike:
    """An initiative that resembles what someone is writing; share is 0 to 1."""

    number: str
    title: str
    public_label: str
    share: float


def _is_alike(found: Resemblance, n_words: int) -> bool:
    """One word in common is chance, unless it is all that was written and a title says it too."""
    if found.n_found < 2 and not (n_words == 1 and found.n_in_title):
        return False
    return found.share >= (LOOKS_ALIKE if found.n_in_title else LOOKS_ALIKE_BELOW)


def lookalikes(
    network: Any, *texts: str, exclude: Initiative | None = None, limit: int = 5
) -> list[Lookalike]:
    """Return the initiatives of a network that resemble one of these texts, most alike first.

    Each text is compared by itself: a title with a slip of the pen does not hide what the proposal says. At most one
    database query.
    """
    cleaned = [clean_text(text)[:LONGEST_TEXT] for text in texts]
    asked = [words for text in cleaned if len(text) >= SHORTEST_TEXT and (words := telling_words(text))]
    if not asked:
        return []
    others = Initiative.objects.of(network).exclude(stage=Stage.MERGED)
    if exclude is not None:
        others = others.exclude(pk=exclude.pk)
    found = [
        (_best(asked, title, f"{problem} {proposal}"), number, title, stage)
        for number, title, stage, problem, proposal in others.values_list(
            "number", "title", "stage", Left("problem", LONGEST_ANSWER), Left("proposal", LONGEST_ANSWER)
        )
    ]
    alike = sorted((row for row in found if row[0]), key=lambda row: (-row[0], row[1]))
    return [
        Lookalike(number, title, str(PUBLIC_LABEL[Stage(stage)]), share)
        for share, number, title, stage in alike[:limit]
    ]


def _best(asked: Sequence[list[str]], title: str, text: str) -> float:
    """The share, 0 to 1, of the text that resembles this initiative most; 0 when none is alike."""
    bare_title, bare_text = plain(title), plain(text)
    found = ((resemblance(words, bare_title, bare_text), len(words)) for words in asked)
    return max((one.share for one, n_words in found if _is_alike(one, n_words)), default=0.0)
