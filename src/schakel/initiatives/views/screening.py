"""Screening: rating one idea at a time, the board of a group, and naming a topic."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.governance.models import Body
from schakel.governance.permissions import Permission, why_not
from schakel.governance.queries import away_between
from schakel.governance.rules import Away
from schakel.initiatives import actions, queries
from schakel.initiatives.forms.screening import InviteForm, RecusalForm, ScoreForm, TopicForm
from schakel.initiatives.models import Initiative
from schakel.initiatives.permissions import (
    why_not_invite,
    why_not_name_topic,
    why_not_recuse,
    why_not_score,
    why_not_see_screening,
)
from schakel.initiatives.rules import ANSWER_WORKDAYS
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import address, head, initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.methods.workdays import add_workdays
from schakel.network.models import Ambition
from schakel.network.rules import CriteriaKind
from schakel.tenancy.audience import members
from schakel.web.charts import Part, Strip, strip
from schakel.web.flash import flash
from schakel.web.htmx import wants_part
from schakel.web.refusal import Refused
from schakel.web.remembered import person, remembers
from schakel.web.shapes import attempt, goes_on


@members
@require_safe
def tasks(request: HttpRequest, network: str) -> HttpResponse:
    """Show what this person was asked to rate; with one thing to do, go straight to it."""
    found = queries.my_scoring(request.user, request.network, timezone.localdate())
    waiting = [task for task in found if not task.is_done]
    if len(waiting) == 1 and len(found) == 1:
        return redirect("initiatives:score", network=network, number=waiting[0].initiative.number)
    rows = [_task_row(request, task) for task in found]
    context = {
        "rows": rows,
        "n_done": len(found) - len(waiting),
        "n": len(found),
        "today": timezone.localdate(),
    }
    return render(request, "initiatives/scoring.html", context)


def _task_row(request: HttpRequest, task: Any) -> dict[str, Any]:
    href = address(request, "initiatives:score", number=task.initiative.number)
    if task.is_recused:
        state, deed = "recused", None
    elif task.is_done:
        state, deed = "ready", {"label": _("Pas mijn antwoorden aan"), "href": href, "quiet": True}
    else:
        state = "late" if task.is_late else "ask_score"
        deed = {"label": _("Beoordeel dit idee"), "href": href, "quiet": not task.is_late}
    return {
        "due_on": task.due_on,
        "state": state,
        "title": task.initiative.title,
        "href": href,
        "because": task.initiative.number,
        "deed": deed,
    }


@members
@require_http_methods(["GET", "POST"])
def score(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Rate one idea by the criteria; others' answers are not shown here."""
    initiative = initiative_or_404(request, number)
    refusal = why_not_score(request.user, initiative)
    this = queries.round_of(request.user, initiative, timezone.localdate())
    if request.method == "GET" or refusal:
        if request.method == "POST":
            raise Refused(refusal or "")
        form = None if refusal else _score_form(this, None)
        return _score_page(request, initiative, this, form, refusal=refusal)
    form = _score_form(this, request.POST)
    if not form.is_valid():
        return _score_page(request, initiative, this, form, status=422)
    if not attempt(
        form,
        actions.assess,
        initiative,
        by=request.user,
        answers=form.answers(),
        remark=form.cleaned_data["remark"],
    ):
        return _score_page(request, initiative, this, form, status=422)
    flash(
        request,
        _("Uw antwoorden over %(number)s zijn bewaard.") % {"number": number},
        more=_hidden_until(this),
    )
    return _to_the_next(request, number)


def _score_form(this: Any, data: Any) -> ScoreForm:
    is_weighed = this.criteria_set is not None and this.criteria_set.kind == CriteriaKind.WEIGHED
    criteria = [row.criterion for row in this.rows]
    return ScoreForm(data, criteria=criteria, is_weighed=is_weighed, given=this.mine)


def _hidden_until(this: Any) -> str:
    if this.is_open:
        return ""
    return _("De anderen zien ze pas als iedereen klaar is.")


def _to_the_next(request: HttpRequest, number: str) -> HttpResponse:
    """Go on with the next idea that waits, or back to the overview."""
    found = queries.my_scoring(request.user, request.network, timezone.localdate())
    waiting = [task for task in found if not task.is_done and task.initiative.number != number]
    if waiting:
        return redirect(
            "initiatives:score", network=request.network.slug, number=waiting[0].initiative.number
        )
    return redirect("overview:start", network=request.network.slug)


def _score_page(
    request: HttpRequest,
    initiative: Initiative,
    this: Any,
    form: ScoreForm | None,
    *,
    recusal: RecusalForm | None = None,
    refusal: str | None = None,
    status: int = 200,
) -> HttpResponse:
    found = queries.my_scoring(request.user, request.network, timezone.localdate())
    context = {
        "initiative": initiative,
        "round": this,
        "form": form,
        "rows": _rows(request, form) if form else [],
        "recusal": recusal or RecusalForm(prefix="recusal"),
        "may_recuse": why_not_recuse(request.user, initiative) is None,
        "refusal": refusal,
        "n_done": sum(task.is_done for task in found),
        "n": len(found),
        "today": timezone.localdate(),
        "once": new_mark(),
    }
    return render(request, "initiatives/score.html", context, status=status)


def _rows(request: HttpRequest, form: ScoreForm) -> list[dict[str, Any]]:
    """The questions, each with the goals of the network that it asks about. One database query, or none."""
    rows = form.rows()
    asks = any(row["refers_to"] for row in rows)
    goals = list(Ambition.objects.visible_to(request.user).of(request.network)) if asks else []
    return [row | {"goals": [one for one in goals if one.code in row["refers_to"]]} for row in rows]


@members
@require_POST
@once
def recuse(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Stand aside from rating this idea, with the reason."""
    initiative = initiative_or_404(request, number)
    form = RecusalForm(request.POST, prefix="recusal")
    if not form.is_valid():
        this = queries.round_of(request.user, initiative, timezone.localdate())
        score_form = None if why_not_score(request.user, initiative) else _score_form(this, None)
        return _score_page(request, initiative, this, score_form, recusal=form, status=422)
    actions.recuse(initiative, by=request.user, reason=form.cleaned_data["reason"])
    flash(request, _("U doet niet mee bij %(number)s. De groep ziet waarom.") % {"number": number})
    return _to_the_next(request, number)


@members
@require_safe
def assessment(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show the answers of the raters per criterion, as far as they are open."""
    return _assessment_page(request, initiative_or_404(request, number), InviteForm())


def _assessment_page(request: HttpRequest, initiative: Initiative, form: InviteForm) -> HttpResponse:
    today = timezone.localdate()
    this = queries.round_of(request.user, initiative, today)
    answers = {
        "round": this,
        "matrix": _matrix(this),
        "refusal": why_not_see_screening(request.user, initiative),
    }
    if wants_part(request):
        return render(request, "initiatives/assessment.html#answers", {"initiative": initiative, **answers})
    away = away_between(request.network, today, max(this.due_on or today, today))
    context = (
        head(request, initiative, tab="assessment")
        | answers
        | {
            "raters": [(one, _away_words(one, away, today)) for one in this.raters],
            "invite_refusal": why_not_invite(request.user, initiative),
            "score_refusal": why_not_score(request.user, initiative),
            "score_href": page_of(request, "score", initiative),
            "invite": form,
            "once": new_mark(),
        }
    )
    status = 422 if form.errors else 200
    return render(request, "initiatives/assessment.html", context, status=status)


def _away_words(one: queries.RaterRow, away: Mapping[UUID, Away], today: date) -> str:
    """Until when a rater who was asked and did not answer is away."""
    gone = away.get(one.rater_id) if one.rater_id and one.state == "asked" else None
    return gone.in_words(today) if gone else ""


def _matrix(this: Any) -> dict[str, Any] | None:
    """Every rater beside every question, for who wants it at a glance; None while nothing may be seen."""
    names = list(dict.fromkeys(answer.name for row in this.rows for answer in row.answers))
    if not names:
        return None
    rows = []
    for row in this.rows:
        given = {answer.name: answer for answer in row.answers}
        cells = [given.get(name) for name in names]
        rows.append({"criterion": row.criterion, "cells": cells, "system": row.system})
    return {"names": names, "rows": rows}


@members
@require_POST
@once
def invite(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Ask the members of the group to rate this idea."""
    initiative = initiative_or_404(request, number)
    form = InviteForm(request.POST)
    if not form.is_valid():
        raise Refused(str(next(iter(form.errors.values()))[0]))
    today, due_on = timezone.localdate(), form.cleaned_data["due_on"]
    if why_not_invite(request.user, initiative) is None:
        last_on = due_on or add_workdays(today, ANSWER_WORKDAYS)
        warning = queries.missed_raters(initiative, today, last_on)
        if not goes_on(form, warning, at="due_on", key=last_on):
            return _assessment_page(request, initiative, form)
    invited = actions.invite_raters(initiative, by=request.user, due_on=due_on)
    names = ", ".join(one.rater.name for one in invited)
    flash(request, _("Gevraagd om te beoordelen: %(names)s.") % {"names": names})
    return redirect("initiatives:assessment", network=network, number=number)


# --------------------------------------------------------------------------- the board of a group


#: More than one group discusses in a meeting.
PER_PAGE = 15


@members
@require_safe
@remembers(person)
def boards(request: HttpRequest, network: str, body: str = "") -> HttpResponse:
    """Show what a group has to screen: answers, spread, disagreement, and how to go on."""
    refusal = why_not(request.user, Permission.VIEW_SCREENING, request.network)
    groups = choices.bodies(request)
    chosen = _chosen(groups, body)
    today = timezone.localdate()
    rows = [] if refusal else queries.screening_board(request.user, request.network, today, body=chosen)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [(row, _strip(row)) for row in page.object_list],
        "body": chosen,
        "refusal": refusal,
        "views": _group_views(request, groups, chosen),
        "today": today,
        "topic": _topic_deed(request, chosen),
    }
    return render(request, "initiatives/screening.html", context)


def _strip(row: queries.BoardRow) -> Strip | None:
    """The answers of all raters together, one cell for each."""
    return strip(
        [
            Part("yes", row.n_yes, _("%(n)s × ja") % {"n": row.n_yes}),
            Part("not_yet", row.n_not_yet, _("%(n)s × nog niet") % {"n": row.n_not_yet}),
            Part("no", row.n_no, _("%(n)s × nee") % {"n": row.n_no}),
        ]
    )


def _chosen(groups: choices.Choices, slug: str) -> Body | None:
    if not slug:
        return None
    found = next((one for key, _words, one in groups if key == slug), None)
    if found is None:
        raise Http404(_("Deze groep is er niet."))
    return found


def _group_views(request: HttpRequest, groups: choices.Choices, chosen: Body | None) -> list[dict[str, Any]]:
    """The groups that have a theme, to go from one board to the other."""
    all_of_them = {
        "label": _("Alle groepen"),
        "href": address(request, "initiatives:screening"),
        "current": chosen is None,
    }
    return [
        all_of_them,
        *(
            {
                "label": words,
                "href": address(request, "initiatives:screening", body=key),
                "current": one == chosen,
            }
            for key, words, one in groups
            if one.theme_id
        ),
    ]


def _topic_deed(request: HttpRequest, chosen: Body | None) -> dict[str, Any] | None:
    if chosen is None:
        return None
    return {
        "label": _("Benoem zelf een onderwerp"),
        "href": address(request, "initiatives:topic", body=chosen.slug),
        "refusal": why_not_name_topic(request.user, chosen),
        "quiet": True,
        "id": "onderwerp",
    }


@members
@require_http_methods(["GET", "POST"])
@once
def topic(request: HttpRequest, network: str, body: str) -> HttpResponse:
    """Let a group name a topic itself; its decision puts it into exploration."""
    chosen = _chosen(choices.bodies(request), body)
    if chosen is None:
        raise Http404(_("Deze groep is er niet."))
    refusal = why_not_name_topic(request.user, chosen)
    offered = {
        "themes": choices.themes(request),
        "people": choices.people(request),
        "meetings": choices.meetings(request, chosen),
    }
    if request.method == "GET":
        form = TopicForm(initial={"theme": chosen.theme.slug if chosen.theme else ""}, **offered)
        return _topic_page(request, chosen, form, refusal=refusal)
    if refusal:
        raise Refused(refusal)
    form = TopicForm(request.POST, **offered)
    if not form.is_valid():
        return _topic_page(request, chosen, form, status=422)
    decision = attempt(form, actions.name_topic, chosen, by=request.user, **form.cleaned_data)
    if not decision:
        return _topic_page(request, chosen, form, status=422)
    flash(
        request,
        _("Het onderwerp ligt voor aan %(body)s, als %(number)s.")
        % {"body": chosen, "number": decision.number},
        more=_("De verkenning begint als de groep het besluit neemt."),
    )
    return redirect("governance:decision", network=network, number=decision.number)


def _topic_page(
    request: HttpRequest, body: Body, form: TopicForm, *, refusal: str | None = None, status: int = 200
) -> HttpResponse:
    context = {"body": body, "form": form, "refusal": refusal, "once": new_mark()}
    return render(request, "initiatives/topic.html", context, status=status)
