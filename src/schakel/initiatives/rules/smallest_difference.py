"""The smallest difference for one person that matters, by questionnaire, as it was published; from a reviewed text."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True)
class SmallestDifference:
    """How many points one person must change before it matters, on which scale, and who published that.

    instrument: the code of a questionnaire. lowest: None where the scale may begin anywhere.
    """

    instrument: str
    points: Decimal
    lowest: Decimal | None
    highest: Decimal
    published: int
    source: str
    caveat: str
    reviewed_on: date
    checked_by: str

    def fits(self, lowest: Decimal, highest: Decimal) -> bool:
        """Whether it was published for this scale."""
        return highest == self.highest and (self.lowest is None or lowest == self.lowest)


@lru_cache(maxsize=1)
def smallest_differences() -> tuple[SmallestDifference, ...]:
    """Every published difference that this release holds."""
    text = (files("schakel") / "definitions" / "instruments.toml").read_text(encoding="utf-8")
    return tuple(
        SmallestDifference(
            instrument=one["code"],
            points=Decimal(one["points"]),
            lowest=Decimal(one["lowest"]) if "lowest" in one else None,
            highest=Decimal(one["highest"]),
            published=one["published"],
            source=one["source"],
            caveat=one["caveat"],
            reviewed_on=one["reviewed_on"],
            checked_by=one["checked_by"],
        )
        for one in tomllib.loads(text)["instrument"]
    )


def smallest_difference(instrument: str, lowest: Decimal, highest: Decimal) -> SmallestDifference | None:
    """The published difference for a questionnaire on this scale; None where there is none here.

    >>> smallest_difference("who5", Decimal(0), Decimal(100)).points
    Decimal('10')
    >>> smallest_difference("who5", Decimal(0), Decimal(25)) is None
    True
    """
    found = (one for one in smallest_differences() if one.instrument == instrument)
    return next((one for one in found if one.fits(lowest, highest)), None)
