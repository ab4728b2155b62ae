"""Pages for what goes wrong: each says what, why and what to do; none needs the database."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

#: Fields that are never given back on a page.
SECRET = ("password", "code", "credential", "csrfmiddlewaretoken", "once")


def typed_text(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what somebody typed, so that an expired form loses nothing; never passwords or codes."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if not any(word in name for word in SECRET)
        for value in values
        if len(value.strip()) > 20
    ]


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form has expired and give back what was typed."""
    return render(request, "400.html", {"expired": True, "typed": typed_text(request)}, status=403)


def session_ended(request: HttpRequest) -> HttpResponse:
    """Say that the person was signed out meanwhile and give back what was typed."""
    return csrf_failure(request)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be read."""
    return render(request, "400.html", {}, status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what cannot be done and why, and give back what was typed."""
    reason = getattr(exception, "reason", "") or _("U hebt hier geen recht op.")
    template = "403_part.html" if getattr(request, "htmx", False) else "403.html"
    return render(request, template, {"reason": reason, "typed": typed_text(request)}, status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing here, or nothing that this person may see."""
    return render(request, "404.html", {}, status=404)


def server_error(request: HttpRequest, *args: Any) -> HttpResponse:
    """Say that it is our fault; nothing was saved and the person can try again."""
    return render(request, "500.html", {}, status=500)
