"""What a newer edition of the gate checklists asks of an initiative."""

from __future__ import annotations

from dataclasses import dataclass

from schakel.initiatives.gates import template
from schakel.initiatives.models import Initiative
from schakel.initiatives.rules import Gate, Stage, gate_of


@dataclass(frozen=True)
class Asked:
    """What one gate asks more, and what no more, in the words of its points."""

    gate: str
    more: tuple[str, ...]
    no_more: tuple[str, ...]


def edition_differences(initiative: Initiative, edition: int) -> list[Asked]:
    """What changes for an initiative at the gates from here on when another edition holds. No database query."""
    found, is_light = [], initiative.is_light
    gates: list[Gate] = [one for one in Gate if one != Gate.PX]
    coming = initiative.gate
    if coming not in gates:  # parked: the gate to which it comes back
        coming = gate_of(Stage(initiative.return_stage or Stage.SUBMITTED), is_light=is_light) or Gate.P0
    for gate in gates[gates.index(coming) :]:
        present = template(gate, edition=initiative.gate_edition, is_light=is_light)
        then = template(gate, edition=edition, is_light=is_light)
        if present is None or then is None or present == then:
            continue
        before, after = ({one.code: one.label for one in form.items} for form in (present, then))
        more = tuple(label for code, label in after.items() if code not in before)
        no_more = tuple(label for code, label in before.items() if code not in after)
        found.append(Asked(gate, more, no_more))
    return found
