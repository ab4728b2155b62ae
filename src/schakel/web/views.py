"""The pages of the look itself: the components, the colour scheme."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from schakel.web.context import SCHEME_COOKIE, SCHEMES
from schakel.web.gallery import gallery

ONE_YEAR = 365 * 24 * 60 * 60


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show every component in every state."""
    return render(request, "web/components.html", gallery())


@require_POST
def scheme(request: HttpRequest) -> HttpResponse:
    """Remember whether the reader wants light, dark, or what the device does; go back to the page."""
    back = request.POST.get("next", "")
    allowed = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if allowed else "/")
    choice = request.POST.get("scheme", "")
    if choice in SCHEMES:
        response.set_cookie(
            SCHEME_COOKIE, choice, max_age=ONE_YEAR, samesite="Lax", httponly=True, secure=request.is_secure()
        )
    else:
        response.delete_cookie(SCHEME_COOKIE)
    return response


# The audience (schakel.tenancy.audience) lives above this layer, so its mark is set by hand.
components.audience = "public"  # type: ignore[attr-defined]
scheme.audience = "public"  # type: ignore[attr-defined]
