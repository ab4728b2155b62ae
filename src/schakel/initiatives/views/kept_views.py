"""Choosing how the portfolio looks, keeping that under a name, and the page where kept views are changed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.portfolio import FieldsForm, FilterForm, KeptViewForm
from schakel.initiatives.models import PortfolioView
from schakel.initiatives.permissions import why_not_keep_view, why_not_share_view
from schakel.initiatives.rules.kept_views import (
    ALWAYS,
    CHOSEN,
    FIELDS,
    FILTERS,
    SHAPE,
    SHAPES,
    VIEW,
    Asked,
    address_of,
    as_asked,
    chosen_fields,
    mark_of,
    shown_fields,
)
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import address
from schakel.network import queries as network_queries
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, posted

#: In the address of the deed that takes a change of a view back.
BACK = "terug"


def asked_in(request: HttpRequest) -> Asked:
    """How the address asks the portfolio to look."""
    return as_asked(dict(request.GET.lists()))


def kept_views(request: HttpRequest) -> list[Any]:
    """The views that this person can open; asked once a request. At most one database query."""
    known: list[Any] | None = getattr(request, "kept_views", None)
    if known is None:
        known = queries.portfolio_views(request.user, request.network)
        request.kept_views = known  # type: ignore[attr-defined]
    return known


def opened(request: HttpRequest) -> PortfolioView | None:
    """The view from which somebody came, when it is there and theirs to see."""
    named = request.GET.get(VIEW, "")
    return next((one for one in kept_views(request) if str(one.pk) == named), None)


def filter_form(request: HttpRequest, data: Any) -> FilterForm:
    """The filters of the portfolio with what can be chosen. Three database queries."""
    return FilterForm(
        data,
        themes=choices.themes(request),
        areas=network_queries.areas(request.network, request.user),
        partners=choices.partners(request),
    )


def href_of(request: HttpRequest, view: PortfolioView) -> str:
    """Where a view opens: everything it asks stands in the address."""
    return _portfolio(request, address_of(as_asked(view.asked), **{VIEW: str(view.pk)}))


def changed(request: HttpRequest, asked: Asked, **more: str) -> str:
    """The page as it is asked for, with something else in its address."""
    others = {name: value for name, value in more.items() if name != SHAPE}
    shape = {SHAPE: [more[SHAPE]]} if SHAPE in more else {}
    behind = address_of({**asked, **shape}, **_came_from(request), **others)
    return f"{request.path}?{behind}"


def _came_from(request: HttpRequest) -> dict[str, str]:
    view = opened(request)
    return {VIEW: str(view.pk)} if view else {}


def choosing(request: HttpRequest, form: FilterForm, asked: Asked) -> dict[str, Any]:
    """What the portfolio shows to choose from: views, forms, fields, and what of the address is not there any more."""
    shape, view = asked[SHAPE][0], opened(request)
    came_from = _came_from(request)
    everything = {name: asked[name] for name in (SHAPE, CHOSEN) if name in asked}
    save = f"{address(request, 'initiatives:keep_view')}?{address_of(asked, **came_from)}"
    return {
        "views": [
            {"label": words, "href": changed(request, asked, vorm=key), "current": key == shape}
            for key, words in SHAPES.items()
        ],
        "kept": _chips(request, view),
        "view": view,
        "view_href": href_of(request, view) if view and as_asked(view.asked) != asked else "",
        "save_href": save,
        "clear": f"{request.path}?{address_of(everything)}",
        "kept_hidden": _hidden(everything, came_from),
        "fields_form": FieldsForm(initial={CHOSEN: list(shown_fields(asked))}),
        "fields_hidden": [
            *_hidden({name: asked[name] for name in (SHAPE, *FILTERS) if name in asked}, came_from),
            {"name": CHOSEN, "value": ALWAYS},
        ],
        "fields_usual": chosen_fields(asked) is None,
        "usual_href": changed(request, {name: asked[name] for name in asked if name != CHOSEN}),
        "gone": gone(form),
    }


def gone(form: FilterForm) -> list[str]:
    """For each filter that is not there any more, a sentence that says so."""
    words = {
        "thema": _("Het thema “%(word)s” is er niet meer."),
        "gebied": _("Het gebied “%(word)s” is er niet meer."),
        "partner": _("De partner “%(word)s” is er niet meer."),
    }
    return [words[name] % {"word": word} for name, word in form.gone()]


def _chips(request: HttpRequest, view: PortfolioView | None) -> list[dict[str, Any]]:
    """Everything, own views and those of the network; nothing when nobody kept one."""
    every = kept_views(request)
    if not every:
        return []
    whole = _portfolio(request, address_of(as_asked({})))
    rows = [{"label": _("Alles"), "href": whole, "current": view is None}]
    return rows + [
        {
            "label": one.name,
            "href": href_of(request, one),
            "current": one == view,
            "is_shared": one.is_shared,
        }
        for one in every
    ]


def _hidden(asked: Asked, more: dict[str, str]) -> list[dict[str, str]]:
    rows = [{"name": name, "value": one} for name, values in asked.items() for one in values]
    return rows + [{"name": name, "value": value} for name, value in more.items()]


def told(form: FilterForm, asked: Asked) -> list[dict[str, str]]:
    """What a view asks, in words: its form, its filters, and what stands on a card."""
    labels = {"thema": _("Thema"), "gebied": _("Gebied"), "partner": _("Partner"), "q": _("Woorden")}
    rows = [{"label": _("Vorm"), "value": str(SHAPES[asked[SHAPE][0]])}]
    rows += [
        {"label": label, "value": form.words_of(name, asked[name][0])}
        for name, label in labels.items()
        if name in asked
    ]
    if "breed" in asked and "gebied" in asked:
        rows.append({"label": _("Ook"), "value": _("wat voor een groter gebied geldt")})
    if "aandacht" in asked:
        rows.append({"label": _("Alleen"), "value": _("wat aandacht vraagt")})
    fields = ", ".join(str(FIELDS[name]).lower() for name in shown_fields(asked))
    return [*rows, {"label": _("Op een kaart"), "value": fields or _("alleen titel en stand")}]


@members
@require_http_methods(["GET", "HEAD", "POST"])
def keep_view(request: HttpRequest, network: str) -> HttpResponse:
    """Keep the portfolio as the address says it stands: under a new name, or in the view from which somebody came."""
    allow(why_not_keep_view(request.user, request.network))
    asked, view = asked_in(request), opened(request)
    if request.method == "POST" and view is not None and ("over" in request.POST or BACK in request.GET):
        return _kept_over(request, view, asked)
    refusal = why_not_share_view(request.user, request.network)
    form = KeptViewForm(posted(request), may_share=refusal is None)
    if form.is_bound and form.is_valid() and (made := _made(request, form, asked)):
        flash(request, _("“%(name)s” is bewaard.") % {"name": made.name})
        return redirect(href_of(request, made))
    context = {
        "form": form,
        "told": told(filter_form(request, {}), asked),
        "view": view,
        "why_not_over": why_not_keep_view(request.user, request.network, view) if view else None,
        "refusal": refusal,
        "cancel": _portfolio(request, address_of(asked, **_came_from(request))),
        "crumbs": _crumbs(request, _("Bewaar deze weergave")),
    }
    return render(request, "initiatives/keep_view.html", context, status=422 if form.errors else 200)


def _kept_over(request: HttpRequest, view: PortfolioView, asked: Asked) -> HttpResponse:
    """Keep what the address asks in a view that there is, with the way back."""
    before = address_of(as_asked(view.asked), **{VIEW: str(view.pk), BACK: mark_of(asked)})
    made = actions.change_view(view, by=request.user, asked=asked, was=request.GET.get(BACK))
    is_back = BACK in request.GET
    words = _("“%(name)s” is weer zoals het was.") if is_back else _("“%(name)s” is bijgewerkt.")
    flash(request, words % {"name": made.name}, undo="" if is_back else f"{request.path}?{before}")
    return redirect(href_of(request, made))


def _made(request: HttpRequest, form: KeptViewForm, asked: Asked) -> PortfolioView | None:
    """Keep a new view; what cannot be done becomes an error on the form, so that nothing typed is lost."""
    values = form.cleaned_data
    made: PortfolioView | None = attempt(
        form,
        actions.keep_view,
        request.network,
        by=request.user,
        name=values["name"],
        asked=asked,
        is_shared=values.get("is_shared", False),
    )
    if made is not None and values["is_first"]:
        actions.open_first(request.network, by=request.user, view=made)
    return made


@members
@require_http_methods(["GET", "HEAD", "POST"])
def all_views(request: HttpRequest, network: str) -> HttpResponse:
    """Show every view that one can open; rename, share, remove, and choose which opens first."""
    if request.method != "POST":
        return _page(request)
    view = _named(request)
    if "first" in request.POST:
        is_first = request.POST["first"] == "1"
        actions.open_first(request.network, by=request.user, view=view if is_first else None)
        words = (
            _("“%(name)s” opent nu als eerste.") if is_first else _("“%(name)s” opent niet meer als eerste.")
        )
    elif "drop" in request.POST:
        actions.drop_view(view, by=request.user)
        words = _("“%(name)s” is verwijderd.")
    else:
        allow(why_not_keep_view(request.user, request.network, view))
        form = KeptViewForm(request.POST, prefix=str(view.pk), may_share=_may_share(request))
        del form.fields["is_first"]
        if (
            not form.is_valid()
            or attempt(
                form,
                actions.change_view,
                view,
                by=request.user,
                name=form.cleaned_data["name"],
                is_shared=form.cleaned_data.get("is_shared", False),
            )
            is None
        ):
            return _page(request, view, form)
        view.name, words = form.cleaned_data["name"], _("“%(name)s” is bewaard.")
    flash(request, words % {"name": view.name})
    return redirect("initiatives:views", network=network)


def _may_share(request: HttpRequest) -> bool:
    return why_not_share_view(request.user, request.network) is None


def _named(request: HttpRequest) -> PortfolioView:
    """The view that a form is about, as far as this person can see it."""
    try:
        pk = UUID(request.POST.get("which", ""))
        return (
            PortfolioView.objects.visible_to(request.user)
            .of(request.network)
            .select_related("network")
            .get(pk=pk)
        )
    except (ValueError, PortfolioView.DoesNotExist):
        raise Http404(_("Deze weergave is er niet meer.")) from None


def _page(
    request: HttpRequest, wrong: PortfolioView | None = None, sent: KeptViewForm | None = None
) -> HttpResponse:
    """Every view with what it asks; the form that was sent shows what was typed and what is wrong with it."""
    refusal, filters = why_not_share_view(request.user, request.network), filter_form(request, {})
    rows: list[dict[str, Any]] = []
    for one in kept_views(request):
        start = {"name": one.name, "is_shared": one.is_shared}
        form = KeptViewForm(initial=start, prefix=str(one.pk), may_share=refusal is None)
        del form.fields["is_first"]
        rows.append(
            {
                "view": one,
                "href": href_of(request, one),
                "told": " · ".join(
                    f"{row['label']}: {row['value']}" for row in told(filters, as_asked(one.asked))
                ),
                "may_change": refusal is None or not one.is_shared,
                "form": sent if one == wrong else form,
            }
        )
    context = {
        "groups": [
            (_("Van mij"), "eigen", [row for row in rows if not row["view"].is_shared], ""),
            (_("Van het netwerk"), "netwerk", [row for row in rows if row["view"].is_shared], refusal or ""),
        ],
        "wrong": sent,
        "portfolio_href": _portfolio(request, address_of(as_asked({}))),
        "crumbs": _crumbs(request, _("Weergaven")),
    }
    return render(request, "initiatives/kept_views.html", context, status=422 if sent else 200)


def _portfolio(request: HttpRequest, asked: str) -> str:
    return f"{address(request, 'initiatives:portfolio')}?{asked}"


def _crumbs(request: HttpRequest, last: str) -> list[dict[str, str]]:
    return crumbs((_("Portfolio"), address(request, "initiatives:portfolio")), last)
