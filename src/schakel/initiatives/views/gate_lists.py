"""The checklists of the gates: what holds, older versions, a network's next version, and answering its own points."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.gate_lists import ListForm, PointAnswerForm, point_forms
from schakel.initiatives.gates import changed_by, difference, list_of, rows_of, template
from schakel.initiatives.models import GateList, PointAnswer
from schakel.initiatives.permissions import why_not_answer_point, why_not_keep_lists
from schakel.initiatives.queries import ListName, ListPage
from schakel.initiatives.rules import newest_edition
from schakel.initiatives.rules.gate_lists import OwnKind, always_asked
from schakel.initiatives.views.embedding import _data, _done
from schakel.initiatives.views.looking import initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import crumbs, deed, form_page, posted


@members
@require_safe
def gate_lists(request: HttpRequest, network: str) -> HttpResponse:
    """Show every checklist: which version holds now, since when, and how many points it has."""
    rows = [
        {"page": page, "href": _address(request, "gate_list", page.name)}
        for page in queries.gate_lists(request.network, request.user)
    ]
    context = {"rows": rows, "always": always_asked(), "crumbs": _crumbs(request)}
    return render(request, "initiatives/gate_lists.html", context)


@members
@require_safe
def gate_list(request: HttpRequest, network: str, which: str) -> HttpResponse:
    """Show the checklist that holds now, its versions, and the way to a next one."""
    page = _page(request, which)
    return _shown(request, page, page.now)


@members
@require_safe
def own_version(request: HttpRequest, network: str, which: str, version: int) -> HttpResponse:
    """Show one version that this network made."""
    return _one_version(request, which, version, is_own=True)


@members
@require_safe
def platform_version(request: HttpRequest, network: str, which: str, version: int) -> HttpResponse:
    """Show one version of the platform."""
    return _one_version(request, which, version, is_own=False)


def _one_version(request: HttpRequest, which: str, number: int, *, is_own: bool) -> HttpResponse:
    page = _page(request, which)
    found = page.find(number, is_own=is_own)
    if found is None:
        raise Http404(_("Deze versie is er niet."))
    return _shown(request, page, found)


def _shown(request: HttpRequest, page: ListPage, version: Any) -> HttpResponse:
    refusal = why_not_keep_lists(request.user, request.network)
    context = {
        "page": page,
        "version": version,
        "difference": queries.differences(page, version),
        "before": page.before(version),
        "versions": [
            {"version": one, "href": _version_address(request, page.name, one)} for one in page.versions
        ],
        "always": always_asked(),
        "deed": deed(
            _("Maak een nieuwe versie"),
            _address(request, "next_gate_list", page.name),
            quiet=True,
            refusal=refusal,
        )
        if version.is_now
        else None,
        "crumbs": _crumbs(request, page.name)
        if version.is_now
        else _crumbs(request, page.name, str(version)),
    }
    return render(request, "initiatives/gate_list.html", context)


@members
@require_http_methods(["GET", "POST"])
@once
def next_gate_list(request: HttpRequest, network: str, which: str) -> HttpResponse:
    """Make a next version: choose and write, look at what changes, and let it hold."""
    page = _page(request, which)
    allow(why_not_keep_lists(request.user, request.network))
    wants_more, wants_back = "add" in request.POST, "back" in request.POST
    form = ListForm(posted(request), initial={"after": page.now.number if page.now.is_own else 0})
    points = _points(request, page, more=wants_more)
    if request.method == "POST" and not (wants_more or wants_back) and form.is_valid() & points.is_valid():
        try:
            if "publish" in request.POST:
                return _published(request, page, form, points)
            return _ask_first(request, page, form, points)
        except Refused as refused:
            form.add_error(None, refused.reason)
    is_wrong = request.method == "POST" and not (wants_more or wants_back)
    context = {
        "page": page,
        "form": form,
        "points": points,
        "wrong": [form, *points] if is_wrong else [],
        "is_wrong": is_wrong,
        "keeps": queries.who_keeps(request.network, request.user, page),
        "is_from_platform": request.GET.get("van") == "schakel",
        "from_platform": f"{_address(request, 'next_gate_list', page.name)}?van=schakel",
        "cancel": _address(request, "gate_list", page.name),
        "crumbs": _crumbs(request, page.name, _("Nieuwe versie")),
    }
    return render(request, "initiatives/gate_list_form.html", context, status=422 if is_wrong else 200)


def _points(request: HttpRequest, page: ListPage, *, more: bool) -> Any:
    """The small forms for the points of the list of now, or of that of the platform when the reader asks for it."""
    form = template(page.name.gate, edition=newest_edition(), is_light=page.name.is_light)
    assert form is not None, "the page exists because the list does"
    own = _versions(request, page.name)
    rows = own[0].point_rows if own and request.GET.get("van") != "schakel" else []
    known = {one.code: one for one in queries.shown_points(form)}
    known |= {one.code: one for one in queries.own_points(form, own)}
    labels = {code: one.label for code, one in known.items()}
    return point_forms(posted(request), rows_of(form, rows), labels, known, more=more)


def _ask_first(request: HttpRequest, page: ListPage, form: ListForm, points: Any) -> HttpResponse:
    """Say in words what this version changes and for whom, before it holds."""
    versions = _versions(request, page.name)
    base, rows = actions.checked_list(page.name.gate, page.name.track, points.rows(), versions)
    after = changed_by(base, rows)
    other = difference(page.now.form, after)
    if not other.is_any:
        raise Refused(_("Er verandert niets aan de lijst. Verander eerst een punt."))
    context = {
        "page": page,
        "form": form,
        "points": points,
        "difference": other,
        "shown": queries.shown_points(after),
        "keeps": queries.who_keeps(request.network, request.user, page),
        "number": (versions[0].version if versions else 0) + 1,
        "once": new_mark(),
        "crumbs": _crumbs(request, page.name, _("Nieuwe versie")),
    }
    return render(request, "initiatives/gate_list_confirm.html", context)


def _published(request: HttpRequest, page: ListPage, form: ListForm, points: Any) -> HttpResponse:
    made = actions.publish_list(
        request.network,
        by=request.user,
        gate=page.name.gate,
        track=page.name.track,
        rows=points.rows(),
        **form.cleaned_data,
    )
    words = _("Versie %(n)s geldt vanaf nu voor elk initiatief dat begint.")
    flash(request, words % {"n": made.version})
    return redirect(_address(request, "gate_list", page.name))


@members
@require_http_methods(["GET", "POST"])
@once
def answer_point(request: HttpRequest, network: str, number: str, code: str) -> HttpResponse:
    """Answer a point that the network added to the list of the gate that comes."""
    initiative = initiative_or_404(request, number)
    allow(why_not_answer_point(request.user, initiative))
    gate = initiative.gate or ""
    known = list_of(initiative, gate, is_light=initiative.is_light) if gate else None
    item = next((one for one in known.items if one.code == code and one.kind), None) if known else None
    if item is None or item.kind == OwnKind.DOCUMENT:
        raise Http404(_("Dit punt staat niet op de lijst van de poort die nu komt."))
    rows = PointAnswer.objects.visible_to(request.user).of(request.network)
    present = rows.filter(initiative=initiative, gate=gate, code=code).first()
    initial = {"text": present.text, "link": present.link} if present else None
    form: forms.Form = PointAnswerForm(_data(request), initial=initial, needs_link=item.kind == OwnKind.LINK)

    def do() -> None:
        actions.answer_point(initiative, by=request.user, gate=gate, code=code, **form.cleaned_data)

    if _done(request, form, do):
        flash(request, _("Het antwoord staat bij de poort."))
        return redirect("initiatives:gate", network=network, number=number)
    back = page_of(request, "gate", initiative)
    return form_page(
        request,
        form,
        title=item.label,
        lede=_("Uw netwerk stelt deze vraag bij deze poort. De groep leest uw antwoord voor zij beslist."),
        crumbs=crumbs((initiative.number, back), _("Punt van de poort")),
        hidden=[{"name": "once", "value": new_mark()}],
        label=_("Bewaar dit antwoord"),
        cancel=back,
    )


def _page(request: HttpRequest, which: str) -> ListPage:
    name = queries.list_name(which)
    if name is None:
        raise Http404(_("Deze lijst is er niet."))
    return queries.gate_list(request.network, request.user, name)


def _versions(request: HttpRequest, name: ListName) -> list[GateList]:
    rows = GateList.objects.visible_to(request.user).of(request.network)
    return list(rows.of_list(name.gate, name.track))


def _address(request: HttpRequest, view: str, name: ListName, **more: Any) -> str:
    kwargs = {"network": request.network.slug, "which": name.slug, **more}
    return reverse(f"initiatives:{view}", kwargs=kwargs)


def _version_address(request: HttpRequest, name: ListName, version: Any) -> str:
    view = "own_gate_list" if version.is_own else "platform_gate_list"
    return _address(request, view, name, version=version.number)


def _crumbs(request: HttpRequest, name: ListName | None = None, here: str = "") -> list[dict[str, str]]:
    """Where a page is; the last step is only a word."""
    slug = {"network": request.network.slug}
    steps: list[Any] = [(_("Beheer"), reverse("overview:setup", kwargs=slug))]
    if name is not None:
        steps.append((_("Poortlijsten"), reverse("initiatives:gate_lists", kwargs=slug)))
        steps.append((str(name), _address(request, "gate_list", name)) if here else str(name))
    if here:
        steps.append(here)
    return crumbs(*steps)
