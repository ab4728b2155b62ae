"""One transaction for each request, and in it one signed context: who looks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from schakel.network.models import Network
from schakel.people.models import Person
from schakel.site.entering import network_at
from schakel.site.faults import no_page, page_of_form, session_ended, typed_text
from schakel.site.second_factor import ask_for_second_factor
from schakel.tenancy import context
from schakel.tenancy.audience import Audience
from schakel.web.refusal import Refused

GetResponse = Callable[[HttpRequest], HttpResponse]


def one_transaction(get_response: GetResponse) -> GetResponse:
    """Do all of a request in one transaction; a fault, a refusal or an error page leaves nothing half written."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with transaction.atomic():
            response = get_response(request)
            if getattr(request, "has_failed", False) or response.status_code >= 500:
                transaction.set_rollback(True)
        return response

    return middleware


class WhoLooks:
    """Set the signed context of the request and keep each page to its audience."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look as the signed-in person, else as a visitor of the network in the address."""
        request.network = None
        request.is_member = True  # type: ignore[attr-defined]
        with self._looking(request):
            response = self.get_response(request)
            if isinstance(response, HttpResponseNotAllowed) and not response.content:
                response = no_page(request, response)
        # A page and its part share one address; a cache may never give one for the other.
        patch_vary_headers(response, ["HX-Request"])
        return response

    def _looking(self, request: HttpRequest) -> AbstractContextManager[None]:
        if request.user.is_authenticated:
            return context.person(request.user.pk)
        try:
            slug = resolve(request.path_info).kwargs.get("network")
        except Resolver404:
            slug = None
        network = Network.objects.filter(slug=slug, is_listed=True).first() if slug else None
        return context.visitor(network.pk) if network else nullcontext()

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Find the network of the address and send away who is not the audience of the page."""
        audience = getattr(view, "audience", None)
        module = getattr(view, "__module__", "")
        if audience is None and module.startswith("schakel."):
            raise RuntimeError(
                f"{module}.{view.__name__} does not say who may see it: see schakel.tenancy.audience."
            )
        if audience == Audience.DEMO and not settings.IS_DEMO:
            raise Http404
        if audience in {Audience.SIGNED_IN, Audience.MEMBERS} and not request.user.is_authenticated:
            # Whoever was signed out while writing gets the text back instead of an empty form after signing in.
            if typed_text(request):
                return session_ended(request)
            return redirect_to_login(page_of_form(request))
        if "network" in kwargs:
            return self._enter(request, kwargs["network"], audience)
        return None

    def _enter(self, request: HttpRequest, slug: str, audience: str | None) -> HttpResponse | None:
        person = request.user
        network: Any = network_at(slug, person)
        if network is not None and isinstance(person, Person):
            person.network_ids = frozenset(network.mine)
        if network is not None and isinstance(person, Person) and network.pk in person.network_ids:
            request.network = network
            return ask_for_second_factor(request, person, network)
        if network is None or audience == Audience.MEMBERS:
            raise Http404(_("Dit netwerk is er niet, of u hoort er niet bij."))
        request.network = network
        request.is_member = False  # type: ignore[attr-defined]
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Remember that the request failed, so that its transaction is rolled back."""
        request.has_failed = True  # type: ignore[attr-defined]
        if isinstance(exception, Refused):
            request.refusal = exception.reason  # type: ignore[attr-defined]
