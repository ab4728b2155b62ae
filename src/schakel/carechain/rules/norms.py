"""Norms that everybody in care knows, to take over for a link: those in calendar days that are in force."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from schakel.methods.waits.norms import Status, norm_tables


@dataclass(frozen=True)
class KnownNorm:
    """So many of hundred people within so many calendar days, and whose norm that is."""

    key: str
    title: str
    most_days: int
    percent: int
    origin: str

    def __str__(self) -> str:
        words = {"title": self.title, "days": self.most_days, "percent": self.percent}
        if self.percent == 100:
            return _("%(title)s: iedereen binnen %(days)d dagen") % words
        return _("%(title)s: %(percent)d van de honderd mensen binnen %(days)d dagen") % words


@lru_cache(maxsize=1)
def known_norms() -> tuple[KnownNorm, ...]:
    """All of them, in the order of the tables. Norms in working days are not among them: links count calendar days.

    >>> [one.most_days for one in known_norms() if one.key.startswith("treeknormen:polikliniek")]
    [21, 28]
    """
    found = []
    for table in norm_tables().values():
        for phase in table.phases:
            if phase.status == Status.IN_FORCE:
                key = f"{table.name}:{phase.phase}"
                found.append(
                    KnownNorm(key, phase.title, int(phase.norm_days), 100, f"{table.title}: {phase.title}")
                )
        for kind in table.kinds:
            if kind.status != Status.IN_FORCE or kind.unit != "days":
                continue
            for percent, days in ((80, kind.target_80pct), (100, kind.maximum)):
                if days is not None:
                    key = f"{table.name}:{kind.care_kind}:{percent}"
                    found.append(
                        KnownNorm(key, kind.title, int(days), percent, f"{table.title}: {kind.title}")
                    )
    return tuple(found)
