"""Who keeps the answer templates of a network; everyone who writes an answer may choose one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schakel.governance.permissions import Permission, why_not

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person


def why_not_keep_answers(person: Person | None, network: Network) -> str | None:
    """Why this person may not write, change or remove a template: who does the intake keeps them."""
    return why_not(person, Permission.DO_INTAKE, network)
