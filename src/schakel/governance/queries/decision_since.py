"""What may read otherwise without a step of a decision: a name, the last day of its mandate, what it replaced.

A name counts as an earlier one only when the history of that very row has it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from schakel.governance.models import Decision
from schakel.governance.rules.decision_file import Difference, differences, is_same, is_same_in_any_order
from schakel.network.models import Network, Partner

Differences = tuple[list[Difference], list[Difference]]


def of_network(network: Network) -> dict[str, str]:
    """Of which network a file is."""
    return {"slug": network.slug, "name": network.name}


def beside_network(told: Mapping[str, Any], network: Network) -> Differences:
    """What a file says of its network that is wrong, and its name where that is another one now."""
    if is_same(told, of_network(network)):
        return [], []
    name = told.get("name")
    is_name = isinstance(name, str) and is_same(told, {**of_network(network), "name": name})
    words = name if is_name else " · ".join(f"{key}: {one}" for key, one in told.items())
    row = Difference(_("Naam van het netwerk"), str(words), network.name, stands=not is_name)
    return ([], [row]) if is_name else ([row], [])


def besides(told: Mapping[str, Any], now: Mapping[str, Any], known: Mapping[str, Any]) -> Differences:
    """What differs, and apart from that what only reads otherwise since.

    told: what a file says. now: the same in words of today. known: what the register says.
    """
    wrong = differences(now, known)
    labels = {one.label for one in wrong}
    return wrong, [one for one in differences(told, known) if one.label not in labels]


def in_words_of_now(told: Mapping[str, Any], decision: Decision, known: Mapping[str, Any]) -> dict[str, Any]:
    """What a file says of a decision, with what may change beside it as it is called now. At most three queries."""
    now = dict(told)
    if not is_same(told.get("body"), known["body"]) and told.get("body") in earlier(decision.body, "name"):
        now["body"] = known["body"]
    now["mandate"] = _mandate(told.get("mandate"), decision, known["mandate"])
    replaces = [one for one in known["follows"] if one["how"] == "supersedes"]
    follows = told.get("follows")
    if (
        replaces
        and isinstance(follows, list)
        and is_same_in_any_order([*follows, *replaces], known["follows"])
    ):
        now["follows"] = known["follows"]
    lists = [(part, who) for part, who in (("consents", "partner"), ("conditions", "owner"))]
    if any(not is_same(told.get(part), known[part]) for part, _who in lists):
        names = _names_of_partners(decision)
        for part, who in lists:
            now[part] = _with_names(told.get(part), who, names, known[part])
    return now


def earlier(row: Any, field: str) -> Sequence[Any]:
    """All that a field of a row ever was, by its history. One database query; none without a row."""
    if row is None:
        return ()
    versions = row.pgh_event_model.objects.filter(network_id=row.network_id, pgh_obj_id=row.pk)
    return list(versions.values_list(field, flat=True))


def _mandate(told: Any, decision: Decision, known: Any) -> Any:
    """The mandate with its last day of now, when it was without one or had another one before."""
    if not (isinstance(told, dict) and isinstance(known, dict)) or is_same(told, known):
        return told
    if not is_same({**told, "valid_until": None}, {**known, "valid_until": None}):
        return told
    days = [day and day.isoformat() for day in earlier(decision.mandate, "valid_until")]
    return known if told.get("valid_until") in days else told


def _names_of_partners(decision: Decision) -> dict[str, str]:
    """What the partners of a decision were called, with how each is called now. One database query."""
    partners: dict[Any, str] = {
        one.partner_id: one.partner.name for one in decision.consents.select_related("partner")
    }
    for one in decision.conditions.select_related("owner_partner"):
        if one.owner_partner:
            partners[one.owner_partner_id] = one.owner_partner.name
    model: Any = Partner
    versions = model.pgh_event_model.objects.filter(
        network_id=decision.network_id, pgh_obj_id__in=list(partners)
    )
    names = {name: partners[pk] for pk, name in versions.values_list("pgh_obj_id", "name")}
    return {**names, **{name: name for name in partners.values()}}


def _with_names(told: Any, who: str, names: Mapping[str, str], known: list[Any]) -> Any:
    """A list of a file with the names of now, in the order of the register when it says the same."""
    if not isinstance(told, list):
        return told
    now = [
        {**one, who: names.get(one[who], one[who])}
        if isinstance(one, dict) and isinstance(one.get(who), str)
        else one
        for one in told
    ]
    return known if is_same_in_any_order(now, known) else now
