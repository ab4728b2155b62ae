"""Sending a form twice does nothing twice: the second time leads to where the first one ended."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from schakel.web.refusal import Refused

#: How many forms are remembered for each session.
KEPT = 30
NAME = "once"

View = Callable[..., HttpResponseBase]


def new_mark() -> str:
    """Make the mark of a form that is shown now."""
    return str(uuid4())


def once(view: View) -> View:
    """Remember where a form led to, by its mark; a repeated post goes there again, also when both came at once."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        mark = request.POST.get(NAME, "")[:60] if request.method == "POST" else ""
        if not mark:
            return view(request, *args, **kwargs)
        if earlier := _ended(request.session, mark):
            return redirect(earlier)
        try:
            response = view(request, *args, **kwargs)
        except Refused:
            # The first of two posts sent together has just been saved; this one waited for it and came too late.
            if earlier := _ended(_saved_session(request), mark):
                return redirect(earlier)
            raise
        if isinstance(response, HttpResponse) and response.status_code == 302:
            ended = dict(list(request.session.get(NAME, {}).items())[-KEPT:])
            request.session[NAME] = ended | {mark: response["Location"]}
        return response

    return wrapper


def _ended(session: Any, mark: str) -> str:
    return str(session.get(NAME, {}).get(mark, ""))


def _saved_session(request: HttpRequest) -> Any:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    return store(session_key=request.session.session_key)
