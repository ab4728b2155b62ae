"""Norms that everybody in care knows, to take over for a link: those that are in force, in the days they say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from schakel.carechain.rules.links import NormUnit, unit_words
from schakel.methods.waits.norms import Status, norm_tables


@dataclass(frozen=True)
class KnownNorm:
    """So many of hundred people within so many days or hours, and whose norm that is."""

    key: str
    title: str
    most: int
    unit: str
    percent: int
    origin: str

    def __str__(self) -> str:
        words = {
            "title": self.title,
            "days": unit_words(self.most, self.unit),
            "percent": self.percent,
        }
        if self.percent == 100:
            return _("%(title)s: iedereen binnen %(days)s") % words
        return _("%(title)s: %(percent)d van de honderd mensen binnen %(days)s") % words


@lru_cache(maxsize=1)
def known_norms() -> tuple[KnownNorm, ...]:
    """All of them, in the order of the tables.

    >>> [one.most for one in known_norms() if one.key.startswith("treeknormen:polikliniek")]
    [21, 28]
    >>> [str(one) for one in known_norms() if one.key == "treeknormen:huisarts:80"]
    ['Huisarts: bezoek zonder spoed: 80 van de honderd mensen binnen 2 werkdagen']
    """
    found = []
    for table in norm_tables().values():
        for phase in table.phases:
            if phase.status == Status.IN_FORCE:
                key, origin = f"{table.name}:{phase.phase}", f"{table.title}: {phase.title}"
                found.append(KnownNorm(key, phase.title, int(phase.norm_days), NormUnit.DAYS, 100, origin))
        for kind in table.kinds:
            if kind.status != Status.IN_FORCE:
                continue
            for percent, days in ((80, kind.target_80pct), (100, kind.maximum)):
                if days is not None:
                    key, origin = (
                        f"{table.name}:{kind.care_kind}:{percent}",
                        f"{table.title}: {kind.title}",
                    )
                    unit = NormUnit(kind.unit)
                    found.append(KnownNorm(key, kind.title, int(days), unit, percent, origin))
    return tuple(found)
