"""What a change saves counts once a year: by one initiative whole, or by several that each count an agreed part."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

#: All of a saving, in percent.
WHOLE = 100


def why_not_count(share: int, counted: Sequence[int]) -> str | None:
    """Why this part of a saving cannot be counted beside the parts that others count; None when it can.

    share, counted: percent of the same saving in the same year.

    >>> why_not_count(40, [60]), why_not_count(100, [])
    (None, None)
    """
    left = WHOLE - sum(counted)
    if share <= left:
        return None
    if left <= 0:
        return _(
            "Een ander initiatief telt deze besparing al helemaal mee. Spreek af wie welk deel telt: dan zet de "
            "trekker daar een kleiner deel, en u hier de rest."
        )
    return _(
        "Van deze besparing tellen anderen al %(taken)s %% mee. Hier kan hoogstens %(left)s %% meetellen."
    ) % {"taken": WHOLE - left, "left": left}


def part_of(share: int, others: Sequence[tuple[str, int]]) -> str:
    """Which part counts here and where the rest counts; empty when all of it counts here alone.

    others: the number of each initiative that counts the same saving, with its percentage.

    >>> part_of(100, []), part_of(60, [("I-2026-004", 30)])
    ('', 'telt hier voor 60 % mee, bij I-2026-004 voor 30 %')
    """
    if share == WHOLE and not others:
        return ""
    words = _("telt hier voor %(share)s %% mee") % {"share": share}
    told = [_("bij %(number)s voor %(share)s %%") % {"number": one, "share": part} for one, part in others]
    return ", ".join([words, *told])
