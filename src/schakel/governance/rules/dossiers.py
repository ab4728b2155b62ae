"""What is kept with a decision of the points it was judged by, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from schakel.governance.rules.kinds import Choice

#: Where a decision keeps the day on which its subject comes back, and who brought that in, as numbers of people.
BACK_ON, BROUGHT_IN_BY = "back_on", "brought_in_by"
#: What seats said, in the words of a list of decisions.
_SAID = {
    Choice.FOR: _lazy("voor"),
    Choice.AGAINST: _lazy("tegen"),
    Choice.OBJECTION: _lazy("bezwaar"),
    Choice.ABSTAIN: _lazy("onthouding"),
}


def votes_in_words(proof: Mapping[str, Any]) -> list[str]:
    """How the seats spoke when it was decided, and who took no part and why; empty when nobody voted.

    >>> votes_in_words({"seats": [{"seat": "Zorg", "choice": "for", "recused": ""}]})
    ['1 voor.']
    """
    seats = proof.get("seats", ())
    counts = Counter(seat["choice"] for seat in seats if seat["choice"] and not seat["recused"])
    told = ", ".join(f"{counts[choice]} {words}" for choice, words in _SAID.items() if counts[choice])
    apart = [
        _("%(seat)s stemde niet mee: %(reason)s") % {"seat": seat["seat"], "reason": seat["recused"]}
        for seat in seats
        if seat["recused"]
    ]
    return [*([f"{told}."] if told else []), *apart]


def version_words(kept: Mapping[str, Any]) -> str:
    """By which version of the list was judged: that of the network itself, or that of the platform.

    A list that was kept before editions existed has none.
    """
    own = kept.get("own_version")
    words = {"version": own or kept["version"], "edition": kept.get("edition")}
    if own:
        return _("versie %(version)s van dit netwerk, editie %(edition)s") % words
    if words["edition"] is None:
        return _("versie %(version)s") % words
    return _("versie %(version)s, editie %(edition)s") % words
