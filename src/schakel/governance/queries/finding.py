"""Finding what people name by its address or its number, with what its page needs at hand."""

from __future__ import annotations

from schakel.governance.models import Body, Decision, Meeting
from schakel.network.models import Network
from schakel.people.models import Person


def find_body(person: Person, network: Network, slug: str) -> Body:
    """The body with this address; raises ``Body.DoesNotExist``. One database query."""
    found = Body.objects.visible_to(person).of(network)
    return found.select_related("network", "parent", "theme", "area", "founded_by").get(slug=slug)


def find_meeting(person: Person, network: Network, number: str) -> Meeting:
    """The meeting with this number; raises ``Meeting.DoesNotExist``. One database query."""
    found = Meeting.objects.visible_to(person).of(network)
    return found.select_related("network", "body__network", "body__parent").get(number=number)


def find_decision(person: Person, network: Network, number: str) -> Decision:
    """The decision with this number; raises ``Decision.DoesNotExist``. One database query."""
    found = Decision.objects.visible_to(person).of(network)
    return found.select_related(
        "network",
        "body__network",
        "body__parent",
        "meeting__body",
        "mandate",
        "ratifies__network",
        "escalated_from",
        "supersedes",
        "decided_by_person",
        "proposed_by",
    ).get(number=number)
