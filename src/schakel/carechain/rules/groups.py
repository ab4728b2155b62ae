"""Groups of people in mental health care (by diagnosis, by form of treatment) over the providers of a region together.

A group of one provider goes into a region only when it has enough people, and when what is left of that provider is
nobody or enough people too: whoever knows the provider as a whole subtracts, and finds no small number.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schakel.carechain.rules.waits import ProviderWait, hidden_figures
from schakel.methods.disclosure import Policy
from schakel.methods.waits.delivered import Delivered, pooled


@dataclass(frozen=True)
class GroupWait:
    """One group over all providers that told of it, weighted by people; nothing is told of who was in time."""

    split: str
    name: str
    told: Delivered
    n_providers: int


def region_groups(
    providers: Sequence[ProviderWait],
    told: Mapping[Any, Mapping[tuple[str, str], Delivered]],
    policy: Policy,
) -> list[GroupWait]:
    """The groups of a region, the longest wait first.

    providers: those of one phase. told: of each provider its groups, by kind and name, over the same months as its
    whole. Left out are the providers that the region leaves out, those of which events tell the whole, and a provider
    of which a site told of the same group.
    """
    hidden = hidden_figures(providers, policy)
    blocks: dict[tuple[str, str], dict[Hashable, tuple[str, Delivered]]] = {}
    parents = {one.key: one.parent for one in providers}
    for one in providers:
        is_out = one.stays_out or one.has_events or not one.is_current or ("n", one.key) in hidden
        if is_out or not one.told.n:
            continue
        groups = _by_name(told.get(one.key, {}))
        for split in {key[0] for key in groups}:
            counts = {name: of.n for (kind, name), (_written, of) in groups.items() if kind == split}
            for name in shown_groups(counts, one.told.n, threshold=policy.threshold):
                blocks.setdefault((split, name), {})[one.key] = groups[split, name]
    found = []
    for (split, _name), of in blocks.items():
        counted = [of[key] for key in of if not any(parents[other] == key for other in of)]
        told_of = pooled(delivered for _written, delivered in counted)
        found.append(GroupWait(split, counted[0][0], told_of, len(counted)))
    return sorted(found, key=lambda one: (-(one.told.mean_days or 0.0), one.split, one.name))


def _by_name(
    groups: Mapping[tuple[str, str], Delivered],
) -> dict[tuple[str, str], tuple[str, Delivered]]:
    """The groups of one provider, with the name as it was first written: "Angst" and "angst" are one group."""
    found: dict[tuple[str, str], list[tuple[str, Delivered]]] = {}
    for (split, name), of in groups.items():
        found.setdefault((split, name.casefold()), []).append((name, of))
    return {key: (those[0][0], pooled(of for _name, of in those)) for key, those in found.items()}


def shown_groups(counts: Mapping[str, int], whole: int, *, threshold: int) -> list[str]:
    """Which groups of one provider may be told by themselves: the others and the rest are nobody or enough people.

    counts: people of each group, that do not overlap; whole: of the provider. The smallest groups go first.

    >>> shown_groups({"angst": 30, "eetstoornis": 12, "adhd": 3}, 60, threshold=10)
    ['angst', 'eetstoornis']
    >>> shown_groups({"angst": 30, "eetstoornis": 12}, 45, threshold=10)
    ['angst']
    >>> shown_groups({"angst": 30}, 32, threshold=10), shown_groups({"angst": 30}, 20, threshold=10)
    ([], [])
    """
    shown = [name for name, n in counts.items() if n >= threshold]
    left = whole - sum(counts[name] for name in shown)
    for name in sorted(shown, key=lambda one: counts[one]):
        if left == 0 or left >= threshold:
            break
        left += counts[name]
        shown.remove(name)
    return shown if left == 0 or left >= threshold else []
