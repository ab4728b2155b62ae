"""The intake tray: what came in, how long it may wait, and the four answers an idea can get."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from schakel.governance.permissions import Permission, why_not
from schakel.initiatives import actions, queries
from schakel.initiatives.forms.answers import FILL
from schakel.initiatives.forms.intake import AskForm, MergeForm, ReferForm, ScreenForm
from schakel.initiatives.gates import Lookalike, lookalikes
from schakel.initiatives.models import Initiative
from schakel.initiatives.permissions import why_not_do_intake
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import initiative_or_404, lookalike_items
from schakel.initiatives.views.once import new_mark, once
from schakel.network import queries as network_queries
from schakel.network.choosing import AreaFilter, beyond_line
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import Refused
from schakel.web.remembered import person, remembers
from schakel.web.shapes import attempt

#: Ideas on one page; the oldest promise is on the first.
PER_PAGE = 15
#: So many ideas can be answered in the list itself; who is further down is answered on a page of its own.
N_WITH_FORMS = 5
DEEDS = {"screen": ScreenForm, "refer": ReferForm, "merge": MergeForm, "ask": AskForm}


@members
@require_safe
@remembers(person)
def tray(request: HttpRequest, network: str) -> HttpResponse:
    """Show every idea that waits for an answer, the longest waiting first."""
    form = AreaFilter(request.GET, areas=network_queries.areas(request.network, request.user))
    area = form.chosen_area()
    every = queries.intake(request.user, request.network, timezone.localdate(), with_places=area is not None)
    items = [one for one in every if area is None or area.holds(one.places)]
    refusal = why_not(request.user, Permission.DO_INTAKE, request.network)
    offered = _offered(request) if items and refusal is None else {}
    page = Paginator(items, PER_PAGE).get_page(request.GET.get("page"))
    prefetch_related_objects([item.initiative for item in page.object_list], "taking_part__partner")
    shown = [_shown(item, offered if nth < N_WITH_FORMS else {}) for nth, item in enumerate(page.object_list)]
    n_late = sum(item.is_late for item in items)
    context = {
        "items": shown,
        "page": page,
        "form": form,
        "area": area,
        "wider": beyond_line(request, area, lambda more: sum(more.holds(one.places) for one in every)),
        "n_late": n_late,
        "title": _title(len(items), n_late, is_here=area is not None),
        "refusal": refusal,
    }
    return render(request, "initiatives/intake.html", context)


@members
@require_http_methods(["GET", "POST"])
@once
def answer(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show one idea of the tray, and do with it what the manager chose."""
    initiative = initiative_or_404(request, number)
    refusal = why_not_do_intake(request.user, initiative)
    if request.method == "GET":
        return _one(request, initiative, {}, refusal=refusal)
    deed = request.POST.get("deed", "")
    offered = _offered(request)
    if refusal:
        raise Refused(refusal)
    if deed not in DEEDS:
        return _one(request, initiative, {}, errors=[_("Kies wat u met dit idee doet.")], status=422)
    if FILL in request.POST:
        return _one(request, initiative, {}, offered=offered, filled=deed)
    form = DEEDS[deed](request.POST, prefix=deed, **_offered_to(deed, offered))
    if not form.is_valid():
        return _one(request, initiative, {deed: form}, offered=offered, status=422)
    done = attempt(form, _do, request, initiative, deed, form.cleaned_data)
    if not done:
        return _one(request, initiative, {deed: form}, offered=offered, status=422)
    flash(request, done)
    return redirect(_next(request))


def _do(request: HttpRequest, initiative: Initiative, deed: str, typed: dict[str, Any]) -> str:
    """Carry out one answer and say what happened."""
    by, number = request.user, initiative.number
    if deed == "screen":
        actions.screen(initiative, by=by, theme=typed["theme"], body=typed["body"], note=typed["note"])
        return _("%(number)s is in behandeling bij %(body)s.") % {"number": number, "body": typed["body"]}
    if deed == "refer":
        actions.refer(initiative, by=by, to=typed["to"], reason=typed["reason"])
        return _("%(number)s is doorgestuurd naar %(to)s. De indiener leest waarom.") % {
            "number": number,
            "to": typed["to"],
        }
    if deed == "merge":
        into = _other(request, typed["into"])
        actions.merge(initiative, by=by, into=into, reason=typed["reason"])
        return _("%(number)s is samengevoegd met %(into)s. Alle indieners blijven genoemd.") % {
            "number": number,
            "into": into.number,
        }
    actions.ask_more(initiative, by=by, question=typed["question"])
    return _("Uw vraag over %(number)s staat klaar voor de indiener.") % {"number": number}


def _other(request: HttpRequest, number: str) -> Initiative:
    """Find the initiative to join with, as somebody types its number."""
    try:
        return queries.find(request.user, request.network, number.strip().upper())
    except Initiative.DoesNotExist:
        raise Refused(
            _("Er is in dit netwerk geen initiatief met nummer %(number)s.") % {"number": number}
        ) from None


def _offered(request: HttpRequest) -> dict[str, choices.Choices]:
    return {
        "themes": choices.themes(request),
        "bodies": choices.bodies_that_decide(request),
        "templates": choices.answer_templates(request),
    }


def _offered_to(deed: str, offered: dict[str, choices.Choices]) -> dict[str, choices.Choices]:
    """What one of the four forms lets choose: all of them a template, the first a theme and a group too."""
    return offered if deed == "screen" else {"templates": offered["templates"]}


def _forms(initiative: Initiative, offered: dict[str, choices.Choices]) -> dict[str, Any]:
    """Give the four forms for one idea; theme and group as far as they are known."""
    theme = initiative.theme.slug if initiative.theme else ""
    of_theme = (
        key for key, _words, one in offered["bodies"] if theme and one.theme and one.theme.slug == theme
    )
    mark = f"id_{initiative.number}_%s"
    start = {"screen": {"theme": theme, "body": next(of_theme, "")}}
    return {
        deed: form(prefix=deed, auto_id=mark, initial=start.get(deed, {}), **_offered_to(deed, offered))
        for deed, form in DEEDS.items()
    }


def _filled(request: HttpRequest, initiative: Initiative, form: Any) -> Any:
    """The same form with the chosen template in its box, under what was typed; nothing is sent yet."""
    template = form.chosen(request.POST)
    text = queries.answer_for(template, initiative) if template else ""
    form.initial = form.with_template(request.POST, text)
    return form


def _shown(item: Any, offered: dict[str, choices.Choices]) -> dict[str, Any]:
    return {
        "initiative": item.initiative,
        "is_late": item.is_late,
        "partners": [row.partner for row in item.initiative.taking_part.all()],
        "forms": _forms(item.initiative, offered) if offered else {},
        "mark": new_mark(),
    }


@members
@require_safe
def alike(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show what looks like one idea of the tray; fetched when that idea comes into sight."""
    initiative = initiative_or_404(request, number)
    found = _alike(request, initiative)
    context = {"alike": lookalike_items(request, found), "asked": True, "idea": initiative}
    return render(request, "initiatives/parts/alike.html", context)


def _alike(request: HttpRequest, initiative: Initiative) -> list[Lookalike]:
    """What resembles an idea by its title, its problem or its proposal."""
    texts = (initiative.title, initiative.problem, initiative.proposal)
    return lookalikes(request.network, *texts, exclude=initiative)


def _one(
    request: HttpRequest,
    initiative: Initiative,
    bound: dict[str, Any],
    *,
    offered: dict[str, choices.Choices] | None = None,
    refusal: str | None = None,
    errors: list[str] | None = None,
    filled: str = "",
    status: int = 200,
) -> HttpResponse:
    """Show one idea with its forms; a form that was sent shows what was typed and what is wrong with it."""
    forms = {} if refusal else _forms(initiative, offered or _offered(request)) | bound
    if filled:
        forms[filled] = _filled(request, initiative, forms[filled])
    found = _alike(request, initiative)
    context = {
        "one": {
            "initiative": initiative,
            "is_late": initiative.answer_by is not None and initiative.answer_by < timezone.localdate(),
            "alike": lookalike_items(request, found),
            "partners": [row.partner for row in initiative.taking_part.select_related("partner")],
            "forms": forms,
            "open": dict.fromkeys([*bound, filled], True),
            "mark": new_mark(),
        },
        "wrong": next(iter(bound.values()), None),
        "refusal": refusal,
        "errors": errors or [],
    }
    return render(request, "initiatives/intake_one.html", context, status=status)


def _next(request: HttpRequest) -> str:
    return reverse("initiatives:intake", kwargs={"network": request.network.slug})


def _title(n: int, n_late: int, *, is_here: bool) -> str:
    if not n and is_here:
        return _("Uit dit gebied wacht geen idee op antwoord")
    if not n:
        return _("Er wacht geen idee op antwoord")
    waiting = ngettext("%(n)s idee wacht op antwoord", "%(n)s ideeën wachten op antwoord", n) % {"n": n}
    if not n_late:
        return waiting
    return _("%(waiting)s, %(late)s te laat") % {"waiting": waiting, "late": n_late}
