"""Pages for what goes wrong: each says what, why and what to do; none needs the database."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

#: Fields that are never given back on a page.
SECRET = frozenset({"code", "credential", "csrfmiddlewaretoken", "once"})
#: A choice, a mark or a key, when nothing is known about its field: no words that somebody typed.
_KEY = re.compile(r"[a-z0-9_:.-]*")


def typed_text(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what somebody typed, each with its question where that is known; never passwords, codes or choices."""
    asked = _asked(request)
    typed = []
    for name, values in request.POST.lists():
        if name in SECRET or "password" in name:
            continue
        # Of several forms on one page each name begins with that of its form.
        field = asked.get(name) or asked.get(name.rpartition("-")[2])
        label = str(field.label or "") if field else ""
        typed += [(label, value) for value in values if value.strip() and _is_typed(field, value)]
    return typed


def _asked(request: HttpRequest) -> dict[str, forms.Field]:
    """The questions of the forms that the page behind this address works with, by their names."""
    match = request.resolver_match
    module = sys.modules.get(getattr(match.func, "__module__", "")) if match else None
    found: dict[str, forms.Field] = {}
    for one in vars(module).values() if module else ():
        if isinstance(one, type) and issubclass(one, forms.BaseForm):
            found |= getattr(one, "base_fields", {})
            if one.__module__.startswith("schakel."):
                # Some ask more once they are made; what wants to know what only its view knows, is left as it is.
                with suppress(TypeError):
                    found |= one().fields
    return found


def _is_typed(field: forms.Field | None, value: str) -> bool:
    """Whether people type in this field; what they choose, and what is hidden, they do not."""
    if field is None:
        return not _KEY.fullmatch(value)
    return not field.widget.is_hidden and not isinstance(
        field, forms.ChoiceField | forms.MultipleChoiceField | forms.BooleanField | forms.FileField
    )


def page_of_form(request: HttpRequest) -> str:
    """Return the address of the page that a form stood on; the address it was sent to may be no page."""
    before = request.headers.get("Referer", "")
    if request.method == "POST" and url_has_allowed_host_and_scheme(before, {request.get_host()}):
        return urlsplit(before)._replace(scheme="", netloc="", fragment="").geturl() or "/"
    return request.get_full_path()


def page_above(path: str) -> str:
    """Return the nearest address above this one that is ours."""
    while path.strip("/"):
        path = path.rstrip("/").rpartition("/")[0] + "/"
        try:
            resolve(path)
        except Resolver404:
            continue
        return path
    return "/"


def no_page(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Say that this address only takes a form, or only shows a page, and lead to the page above it."""
    page = render(request, "405.html", {"above": page_above(request.path)}, status=405)
    page["Allow"] = answer["Allow"]
    return page


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form has expired and give back what was typed."""
    given = {"expired": True, "typed": typed_text(request), "back": page_of_form(request)}
    return render(request, "400.html", given, status=403)


def session_ended(request: HttpRequest) -> HttpResponse:
    """Say that the person was signed out meanwhile and give back what was typed."""
    given = {
        "expired": True,
        "typed": typed_text(request),
        "back": redirect_to_login(page_of_form(request)).url,
        "signed_out": True,
    }
    return render(request, "400.html", given, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be read."""
    return render(request, "400.html", {"back": page_of_form(request)}, status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what cannot be done and why, and give back what was typed."""
    reason = getattr(exception, "reason", "") or _("U hebt hier geen recht op.")
    template = "403_part.html" if getattr(request, "htmx", False) else "403.html"
    given = {"reason": reason, "typed": typed_text(request), "back": page_of_form(request)}
    return render(request, template, given, status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing here, or nothing that this person may see."""
    return render(request, "404.html", {}, status=404)


def server_error(request: HttpRequest, *args: Any) -> HttpResponse:
    """Say that it is our fault; nothing was saved and the person can try again."""
    return render(request, "500.html", {}, status=500)
