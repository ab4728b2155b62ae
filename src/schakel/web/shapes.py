"""What the pages of every app hand to the components, and how a form is answered: said here once for all of them."""

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm, BooleanField, Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from schakel.web.refusal import Refused


def crumbs(*steps: tuple[str, str] | str) -> list[dict[str, str]]:
    """Where a page is: pairs of a word and an address; the last one may be only a word.

    >>> crumbs(("Partners", "/de-linde/partners/"), "Nieuw")
    [{'label': 'Partners', 'href': '/de-linde/partners/'}, {'label': 'Nieuw', 'href': ''}]
    """
    return [
        {"label": step, "href": ""} if isinstance(step, str) else {"label": step[0], "href": step[1]}
        for step in steps
    ]


def deed(label: str, href: str = "", **more: Any) -> dict[str, Any]:
    """One deed for the component of that name.

    >>> deed("Dien een idee in", "/de-linde/initiatieven/nieuw/", quiet=True)
    {'label': 'Dien een idee in', 'href': '/de-linde/initiatieven/nieuw/', 'quiet': True}
    """
    return {"label": label, "href": href, **more}


def posted(request: HttpRequest) -> QueryDict | None:
    """What was posted, or None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def attempt(form: BaseForm, deed: Callable[..., Any], /, *args: Any, **values: Any) -> Any:
    """Do it and give what it gives, or True when it gives nothing; None when it cannot be done.

    Then the reason becomes an error on the form, so that nothing typed is lost.
    """
    try:
        done = deed(*args, **values)
    except Refused as refused:
        form.add_error(None, refused.reason)
        return None
    return True if done is None else done


def form_page(request: HttpRequest, form: BaseForm, **words: Any) -> HttpResponse:
    """One form on a page of its own: title, lede, crumbs, label, cancel, and what it does not ask as hidden.

    What is wrong stands at its place and nothing typed is lost; then it answers 422, so that HTMX and tests can tell.
    """
    return render(request, "web/form.html", {"form": form, **words}, status=422 if form.errors else 200)


def goes_on(form: Form, warning: str, *, at: str, key: object) -> bool:
    """Whether somebody goes on: there is nothing to warn of, or they were warned and say that they know.

    Else the warning stands at its field, with a box to tick; asked of a valid form. key: what the warning is about, so
    that another day is warned of anew.
    """
    name = f"toch-{key}"
    if not warning or form.data.get(form.add_prefix(name)):
        return True
    form.fields[name] = BooleanField(label=_("Ik weet dit, en kies toch deze dag"), required=False)
    form.knows = form[name]  # type: ignore[attr-defined]  # for a page that puts its fields in an order of its own
    form.add_error(at, warning)
    return False
