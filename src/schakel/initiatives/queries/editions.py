"""What newer gate checklists ask of an initiative, and where else the points of an own list stand."""

from __future__ import annotations

from dataclasses import dataclass

from schakel.initiatives.gates import difference, list_in
from schakel.initiatives.models import GateList, Initiative
from schakel.initiatives.rules import Gate, Stage, gate_of


@dataclass(frozen=True)
class Asked:
    """What one gate asks more, what no more and what otherwise, in the words of its points."""

    gate: str
    more: tuple[str, ...]
    no_more: tuple[str, ...]
    otherwise: tuple[str, ...] = ()


def edition_differences(initiative: Initiative, edition: int, own: int | None = None) -> list[Asked]:
    """What changes for an initiative at the gates from here on when another edition holds.

    own: the number of the network's own lists that would hold; its present one when left out. At most one database
    query, none in a network without own lists.
    """
    found, is_light = [], initiative.is_light
    present_own = initiative.own_gate_edition
    own = present_own if own is None else own
    rows = GateList.objects.filter(network_id=initiative.network_id, number__lte=own) if own else ()
    lists = list(rows)
    gates: list[Gate] = [one for one in Gate if one != Gate.PX]
    coming = initiative.gate
    if coming not in gates:  # parked: the gate to which it comes back
        coming = gate_of(Stage(initiative.return_stage or Stage.SUBMITTED), is_light=is_light) or Gate.P0
    for gate in gates[gates.index(coming) :]:
        present = list_in(
            gate, edition=initiative.gate_edition, own=present_own, is_light=is_light, lists=lists
        )
        then = list_in(gate, edition=edition, own=own, is_light=is_light, lists=lists)
        if present is None or then is None or present == then:
            continue
        other = difference(present, then)
        found.append(Asked(gate, other.more, other.no_more, other.otherwise))
    return found
