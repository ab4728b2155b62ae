"""The compiled pass over the events; every function walks through a range of cases or of groups, so threads share work.

Arrays are those of a prepared log; ``begin`` and ``stop`` bound the events of each case. A pair is an event and the
next one of the same case; its wait is the start of the next minus the end of the first, in microseconds.
"""
# Numba finds the types of these functions when they are called.
# mypy: disable-error-code="no-untyped-def"

from __future__ import annotations

import numpy as np

from schakel.methods.eventlog.machine_code import compiled

#: Places of what ``count`` sums up.
PAIRS, TIES, UNKNOWN = 0, 1, 2
#: The unit of a norm from which on it is in hours; see ``UNITS``.
HOURS = 2


@compiled
def count(
    cases, begin, stop, columns, n_organisations, sums, arcs, links, per_activity, seen, duration, hashes
):
    """Count pairs per arc and per link, activities, durations, and a hash of each case's order of activities.

    cases: first and last (not included) case. columns: activity, organisation, start, end. sums: see above.
    arcs, links: pairs per (from × number + to). per_activity: rows of events, cases, first, last. seen: per activity
    the case in which it was seen last. All are of this thread alone, but duration and hashes: there it writes its part.
    """
    activity, organisation, start, end = columns
    n_activities = per_activity.shape[1]
    for case in range(cases[0], cases[1]):
        first, last = begin[case], stop[case]
        code, place = activity[first], organisation[first]
        latest, opened = end[first], start[first]
        hashed = np.uint64(1469598103934665603)
        per_activity[2, code] += 1
        for at in range(first, last):
            code, place = activity[at], organisation[at]
            hashed = (hashed ^ np.uint64(code + 1)) * np.uint64(1099511628211)
            hashed ^= hashed >> np.uint64(29)
            per_activity[0, code] += 1
            if seen[code] != case:
                seen[code] = case
                per_activity[1, code] += 1
            if end[at] > latest:
                latest = end[at]
            if at > first:
                before, origin = activity[at - 1], organisation[at - 1]
                arcs[np.int64(before) * n_activities + code] += 1
                sums[PAIRS] += 1
                if start[at] == start[at - 1]:
                    sums[TIES] += 1
                if origin == 0 or place == 0:
                    sums[UNKNOWN] += 1
                elif origin != place:
                    links[np.int64(origin) * n_organisations + place] += 1
        per_activity[3, code] += 1
        duration[case] = latest - opened
        hashes[case] = hashed


@compiled
def scatter(
    cases,
    begin,
    stop,
    columns,
    n_activities,
    n_organisations,
    arc_at,
    arc_waits,
    link_at,
    link_waits,
    link_ends,
):
    """Put the wait of each pair in the place of its arc, and of its link with the end of its first event.

    arc_at, link_at: the next free place per arc and link, of this thread alone; the others are shared.
    """
    activity, organisation, start, end = columns
    for case in range(cases[0], cases[1]):
        for at in range(begin[case] + 1, stop[case]):
            wait = start[at] - end[at - 1]
            arc = np.int64(activity[at - 1]) * n_activities + activity[at]
            arc_waits[arc_at[arc]] = wait
            arc_at[arc] += 1
            origin, place = organisation[at - 1], organisation[at]
            if origin != 0 and place != 0 and origin != place:
                link = np.int64(origin) * n_organisations + place
                spot = link_at[link]
                link_waits[spot] = wait
                link_ends[spot] = end[at - 1]
                link_at[link] = spot + 1


@compiled
def count_in_time(cases, begin, stop, columns, n_organisations, first_norm, most, unit, calendar, counts):
    """Count of each norm the hand-overs of its link, those with a wait, and those that took at most so long.

    first_norm: the norms of a link are those from first_norm[link] up to first_norm[link + 1]. most, unit: see
    ``LinkNorms``. calendar: bounds, first_day, of_day, passed and worked of ``Days``. counts: three per norm, of this
    thread alone.
    """
    _activity, organisation, start, end = columns
    bounds, first_day, of_day, passed, worked = calendar
    for case in range(cases[0], cases[1]):
        for at in range(begin[case] + 1, stop[case]):
            origin, place = organisation[at - 1], organisation[at]
            if origin == 0 or place == 0 or origin == place:
                continue
            link = np.int64(origin) * n_organisations + place
            low, high = first_norm[link], first_norm[link + 1]
            if low == high:
                continue
            left, came = end[at - 1], start[at]
            first, last = (
                of_day[left // 86_400_000_000 - first_day],
                of_day[came // 86_400_000_000 - first_day],
            )
            while bounds[first + 1] <= left:
                first += 1
            while bounds[last + 1] <= came:
                last += 1
            for norm in range(low, high):
                counts[norm, 0] += 1
                if came >= left:
                    if unit[norm] < HOURS:
                        took = passed[unit[norm], last] - passed[unit[norm], first]
                    elif unit[norm] == HOURS:
                        took = came - left
                    else:
                        # Of a day that is not worked nothing passes.
                        took = worked[last] + min(came - bounds[last], worked[last + 1] - worked[last])
                        took -= worked[first] + min(left - bounds[first], worked[first + 1] - worked[first])
                    counts[norm, 1] += 1
                    counts[norm, 2] += np.int64(took <= most[norm])


@compiled
def _select(values, low, high, k):
    """Bring the k-th smallest of values[low:high + 1] to place k, what is smaller before it, what is larger behind."""
    while low < high:
        middle = (low + high) >> 1
        a, b, c = values[low], values[middle], values[high]
        pivot = max(min(a, b), min(max(a, b), c))
        less, at, more = low, low, high
        while at <= more:
            value = values[at]
            if value < pivot:
                values[at] = values[less]
                values[less] = value
                less += 1
                at += 1
            elif value > pivot:
                values[at] = values[more]
                values[more] = value
                more -= 1
            else:
                at += 1
        if k < less:
            high = less - 1
        elif k > more:
            low = more + 1
        else:
            return


@compiled
def _quantile_from(values, low, settled, high, share):
    """The value below which a share lies, straight between neighbours, in seconds.

    settled: up to this place the smallest values stand already.
    """
    place = share * (high - low)
    k = low + int(place)
    if k > settled:
        _select(values, settled + 1, high, k)
    found = values[k] / 1e6
    rest = place - int(place)
    if rest > 0.0 and k < high:
        above = values[k + 1]
        for at in range(k + 2, high + 1):
            if values[at] < above:
                above = values[at]
        found += (above / 1e6 - found) * rest
    return found


@compiled
def describe(values, low, high, whole, real, row):
    """Write the figures of values[low:high] in a row: n and overlaps, then those of ``Groups`` in order. Reorders."""
    n_overlaps = 0
    for at in range(low, high):
        if values[at] < 0:
            value = values[at]
            values[at] = values[low + n_overlaps]
            values[low + n_overlaps] = value
            n_overlaps += 1
    whole[row, 0], whole[row, 1] = high - low, n_overlaps
    low += n_overlaps
    n = high - low
    if n == 0:
        real[row, :] = np.nan
        return
    total, least, most = 0.0, values[low], values[low]
    for at in range(low, high):
        value = values[at]
        total += value / 1e6
        least, most = min(least, value), max(most, value)
    mean = total / n
    squares = 0.0
    for at in range(low, high):
        squares += (values[at] / 1e6 - mean) ** 2
    real[row, 0] = mean
    real[row, 1] = np.sqrt(squares / (n - 1)) if n > 1 else np.nan
    real[row, 2], real[row, 3] = least / 1e6, most / 1e6
    last = high - 1
    half = low + (n + 1) // 2 - 1
    _select(values, low, last, half)
    real[row, 7] = values[half] / 1e6
    real[row, 4] = _quantile_from(values, low, half, last, 0.5)
    real[row, 5] = _quantile_from(values, low, half, last, 0.8)
    real[row, 6] = _quantile_from(values, low, half, last, 0.9)


@compiled
def put_together(keys, values, next_place, together):
    """Put the values of each key behind each other; next_place: the next free place per key."""
    for row in range(len(keys)):
        at = next_place[keys[row]]
        together[at] = values[row]
        next_place[keys[row]] = at + 1


@compiled
def describe_groups(groups, bounds, waits, whole, real):
    """The figures of a range of groups; bounds: where the waits of each begin, and their end."""
    for group in range(groups[0], groups[1]):
        describe(waits, bounds[group], bounds[group + 1], whole, real, group)


@compiled
def count_months(groups, bounds, ends, month_bounds, first_day, of_day, n_months):
    """Turn the ends of first events into places of months, and count how many months each group has."""
    seen = np.full(len(month_bounds), -1, np.int64)
    for group in range(groups[0], groups[1]):
        n = 0
        for at in range(bounds[group], bounds[group + 1]):
            moment = ends[at]
            month = of_day[moment // 86_400_000_000 - first_day]
            while month_bounds[month + 1] <= moment:
                month += 1
            ends[at] = month
            if seen[month] != group:
                seen[month] = group
                n += 1
        n_months[group] = n


@compiled
def describe_months(groups, bounds, waits, at_month, row_of, spare, months, whole, real, n_all):
    """The figures of each month of a range of groups.

    at_month: the place of the month of each wait. row_of: the first row of each group. spare: room for the waits of the
    largest group, of this thread alone. months: written per row. n_all: how many months there are.
    """
    n = np.zeros(n_all + 1, np.int64)
    for group in range(groups[0], groups[1]):
        low, high = bounds[group], bounds[group + 1]
        n[:] = 0
        for at in range(low, high):
            n[at_month[at] + 1] += 1
        for month in range(n_all):
            n[month + 1] += n[month]
        for at in range(low, high):
            month = at_month[at]
            spare[n[month]] = waits[at]
            n[month] += 1
        row, begun = row_of[group], 0
        for month in range(n_all):
            if n[month] > begun:
                describe(spare, begun, n[month], whole, real, row)
                months[row] = month
                row += 1
                begun = n[month]


@compiled
def find_variants(part, n_parts, begin, stop, activity, hashes, table, example, n):
    """Find the different orders of activities among the cases whose hash falls in this part.

    table: room for places in example, −1 where free, a power of two long. Orders are compared themselves, not only by
    their hash. Returns how many there are; example and n hold the first case and the number of cases of each.
    """
    mask, found = np.int64(len(table) - 1), 0
    for case in range(len(begin)):
        hashed = hashes[case]
        if np.int64(hashed >> np.uint64(33)) % n_parts != part:
            continue
        slot = np.int64(hashed & np.uint64(0x7FFFFFFFFFFFFFFF)) & mask
        length = stop[case] - begin[case]
        while True:
            known = table[slot]
            if known < 0:
                table[slot] = found
                example[found], n[found] = case, 1
                found += 1
                break
            other = example[known]
            if hashes[other] == hashed and stop[other] - begin[other] == length:
                same = True
                for at in range(length):
                    if activity[begin[other] + at] != activity[begin[case] + at]:
                        same = False
                        break
                if same:
                    n[known] += 1
                    break
            slot = (slot + 1) & mask
    return found
