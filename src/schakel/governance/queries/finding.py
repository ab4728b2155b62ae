"""Finding what people name by its address or its number, with what its page needs at hand."""

from __future__ import annotations

from schakel.governance.models import Body, Decision, Meeting
from schakel.network.models import Network
from schakel.people.models import Person


def find_body(person: Person, network: Network, slug: str) -> Body:
    """The body with this address; raises ``Body.DoesNotExist``. One database query."""
    found = Body.objects.visible_to(person).of(network)
    body = found.select_related("parent", "theme", "area", "founded_by").get(slug=slug)
    body.network = network
    return body


def find_meeting(person: Person, network: Network, number: str) -> Meeting:
    """The meeting with this number; raises ``Meeting.DoesNotExist``. One database query."""
    found = Meeting.objects.visible_to(person).of(network)
    meeting = found.select_related("body__parent").get(number=number)
    meeting.network = meeting.body.network = network
    return meeting


def find_decision(person: Person, network: Network, number: str) -> Decision:
    """The decision with this number; raises ``Decision.DoesNotExist``. One database query."""
    found = Decision.objects.visible_to(person).of(network)
    decision = found.select_related(
        "body__parent", "meeting", "mandate", "decided_by_person", "proposed_by", "supersedes"
    ).get(number=number)
    decision.network = network
    if decision.body is not None:
        decision.body.network = network
        if decision.meeting is not None and decision.meeting.body_id == decision.body_id:
            decision.meeting.body = decision.body
    return decision
