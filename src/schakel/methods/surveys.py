"""Scores of a questionnaire at two moments: means with their margin, and who answered."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

#: Below this share of people who answered at both moments a change says little of the group.
ENOUGH_ANSWERED = 0.6
_Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True)
class Score:
    """The mean of one dimension or scale over so many people.

    mean, sd: in points of the scale; n: people who answered, at least 2.
    Raises ValueError for fewer people, a negative spread, or numbers that are not finite.
    """

    mean: float
    sd: float
    n: int

    def __post_init__(self) -> None:
        if self.n < 2 or self.sd < 0 or not (math.isfinite(self.mean) and math.isfinite(self.sd)):
            raise ValueError("a score is a finite mean with its spread over two people or more")

    @property
    def margin95(self) -> tuple[float, float]:
        """Between which values the mean lies with 95 % certainty, in points.

        Formula: mean ± t(n − 1)·sd/√n.

        >>> low, high = Score(6.0, 2.0, 25).margin95
        >>> round(low, 3), round(high, 3)
        (5.174, 6.826)
        """
        half = student95(self.n - 1) * self.sd / math.sqrt(self.n)
        return self.mean - half, self.mean + half


def student95(degrees: int) -> float:
    """The value that a t-distribution exceeds in 2.5 %, by degrees of freedom; within 0.001 from 6 degrees on.

    Raises ValueError below 1. Formula: the expansion of Abramowitz and Stegun, Handbook of Mathematical Functions
    (1964), 26.7.5. By hand, so that a page needs no large library.

    >>> [round(student95(n), 2) for n in (9, 24, 99)]
    [2.26, 2.06, 1.98]
    """
    if degrees < 1:
        raise ValueError("there is at least one degree of freedom")
    z, v = _Z, float(degrees)
    return (
        z
        + (z**3 + z) / (4 * v)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * v**3)
        + (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * v**4)
    )


def wilson95(n_counted: int, n: int) -> tuple[float, float]:
    """Between which shares the true share lies with 95 % certainty (0 to 1), by Wilson.

    n_counted of n people. Raises ValueError for nobody, or for more than everybody. Formula: Wilson, J Am Stat Assoc
    1927;22:209–212. By hand, so that a page needs no large library; a test compares it with scipy.

    >>> [round(one, 3) for one in wilson95(18, 31)]
    [0.408, 0.736]
    """
    if not 0 <= n_counted <= n or n == 0:
        raise ValueError("a share is of some people, and no more than all of them")
    share, z2 = n_counted / n, _Z**2
    half = _Z * math.sqrt(share * (1 - share) / n + z2 / (4 * n**2))
    middle, size = share + z2 / (2 * n), 1 + z2 / n
    return max(0.0, (middle - half) / size), min(1.0, (middle + half) / size)


def answered(n_answered: int, n_asked: int) -> float:
    """Which share answered, of all who could have been asked by the records of care (0 to 1).

    Raises ValueError when more answered than could be asked, or nobody could.

    >>> answered(30, 50)
    0.6
    """
    if not 0 <= n_answered <= n_asked or n_asked == 0:
        raise ValueError("no more people answer than could be asked")
    return n_answered / n_asked
