"""Placebo arrangements: what the difference would have been had other areas been pointed out, all or many of them."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
#: What is less likely than this is not put down to chance.
ALPHA = 0.05


@dataclass(frozen=True)
class Arrangements:
    """Ways to spread the same labels over the areas, the real one first; most: how many were allowed."""

    labels: NDArray[np.int_]
    most: int
    is_all: bool


def arrangements(labels: NDArray[np.int_], *, n_draws: int, seed: int) -> Arrangements:
    """All ways to spread these labels over the areas, or so many drawn ones beside the real one when there are more.

    labels: for each area its label (the start, or −1 for none). n_draws: most arrangements beside the real one.
    Raises ValueError for fewer than one draw.

    >>> arrangements(np.array([3, -1, -1]), n_draws=100, seed=1).labels.tolist()
    [[3, -1, -1], [-1, 3, -1], [-1, -1, 3]]
    """
    if n_draws < 1:
        raise ValueError("draw at least once")
    counts = Counter(labels.tolist())
    ways = math.factorial(len(labels)) // math.prod(math.factorial(n) for n in counts.values())
    if ways <= n_draws + 1:
        real = tuple(labels.tolist())
        others = [one for one in _all(counts, len(labels)) if one != real]
        return Arrangements(np.array([real, *others]), n_draws, is_all=True)
    source = np.random.default_rng(seed)
    drawn = source.permuted(np.tile(labels, (n_draws, 1)), axis=1)
    return Arrangements(np.vstack([labels, drawn]), n_draws, is_all=False)


def _all(counts: Counter[int], n: int) -> Iterator[tuple[int, ...]]:
    """Every way to spread so many of each label over n places."""
    rarest, *rest = sorted(counts, key=lambda label: (counts[label], -label))
    if not rest:
        yield (rarest,) * n
        return
    others = Counter({label: counts[label] for label in rest})
    for chosen in itertools.combinations(range(n), counts[rarest]):
        for spread in _all(others, n - len(chosen)):
            row = iter(spread)
            yield tuple(rarest if place in chosen else next(row) for place in range(n))


def share_as_large(found: Numbers) -> float:
    """The share of the arrangements, the real one (first) included, with a difference at least as large.

    Formula: p = #{|d| ≥ |d₁|} / n. Source: Phipson and Smyth, Stat Appl Genet Mol Biol 2010;9:39.

    >>> share_as_large(np.array([-3.0, 1.0, 0.5, 3.0]))
    0.5
    """
    slack = 1e-9 * float(np.abs(found).max(initial=0.0))
    return float(np.mean(np.abs(found) >= abs(found[0]) - slack))


def interval(found: Numbers, carried: Numbers) -> tuple[float | None, float | None]:
    """Which effects the arrangements do not exclude at 95 %; None for a bound that is not there.

    found: the difference of every arrangement; carried: what each would have found of an effect of 1 in the areas that
    really changed, the real arrangement first (carried 1). An effect δ is excluded when at most 5 % of the
    arrangements have |d − δ·carried| ≥ |d₁ − δ|. With fewer than 20 arrangements nothing can be excluded.
    Source: inversion of a test, Rosenbaum, Observational Studies (2002), chapter 2.6.

    >>> interval(np.array([-3.0, 1.0, 0.5]), np.array([1.0, -0.5, -0.5]))
    (None, None)
    """
    real = float(found[0])
    scale = float(np.abs(found).max(initial=0.0)) or 1.0

    def is_kept(effect: float) -> bool:
        """Whether an effect is not excluded."""
        off = np.abs(found - effect * carried)
        return float(np.mean(off >= off[0] - 1e-9 * scale)) > ALPHA

    if is_kept(real - 1e7 * scale) or is_kept(real + 1e7 * scale):
        return None, None
    return _edge(is_kept, real, -scale), _edge(is_kept, real, scale)


def _edge(is_kept: Callable[[float], bool], real: float, step: float) -> float:
    """Where effects begin to be excluded, going from the real difference in steps that double."""
    inside, outside = real, real + step
    while is_kept(outside):
        inside, step = outside, 2 * step
        outside += step
    for _ in range(60):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if is_kept(middle) else (inside, middle)
    return inside
