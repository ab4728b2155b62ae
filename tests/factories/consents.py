"""Consent as a representative gives it."""

from schakel.governance import actions
from schakel.governance.models import ConsentRequest
from tests.factories.governance import (
    looking,
)


def request_of(decision, person, slug) -> ConsentRequest:
    with looking(person):
        return ConsentRequest.objects.select_related("partner", "network", "decision").get(
            decision=decision, partner__slug=slug
        )


def consent(decision, person, slug, **more):
    request = request_of(decision, person, slug)
    with looking(person):
        return actions.give_consent(request, by=person, **more)
